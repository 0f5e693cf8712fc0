/** Following the steps of a report on a machine with real servers fixes the site, and undoing them breaks it again. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { namespaceCommand } from '../../../lab/network/namespace.ts'
import { runProgram } from '../../../lab/network/programs.ts'
import { machineProblem } from '../machine/machine.ts'
import type { Followed } from './stories.ts'
import { NEEDS_PROGRAMS, onLinux } from '../../support/platform.ts'

const LIMIT = 120_000

async function play(story: string): Promise<Followed> {
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-followed-'))
  try {
    const command = [process.execPath, join(import.meta.dirname, 'stories.ts'), story]
    const { code, stdout, stderr } = await runProgram(await namespaceCommand(folder, command), {
      env: { ORIGIN_GATE_NAMESPACE: folder, ORIGIN_GATE_NAMESPACE_ROOT: '1' },
      limit: LIMIT,
    })
    if (code !== 0) throw new Error(`${story} ended with ${code}: ${stderr}`)
    return JSON.parse(stdout)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const outcome = ({ before, after, undone }: Followed): readonly string[] =>
  [before, after, undone].map(({ verdict, cause }) => `${verdict} ${cause}`.trim())

const here = onLinux(NEEDS_PROGRAMS, await machineProblem())
const name = (sentence: string): string => `${sentence}${here.because}`

here.test(
  name('an application that is down behind Caddy is started, and stopped again'),
  async () => {
    const followed = await play('app-down-on-caddy')
    expect(outcome(followed)).toEqual(['unhealthy origin-app-down', 'healthy', 'unhealthy origin-app-down'])
    const { inspected, before } = followed
    expect(inspected['journalctl -u caddy --since -15min']).toMatch(/connection refused/)
    expect(inspected['systemctl status APP']).toMatch(/inactive/)
    // Someone with Caddy is not sent to the files of another server.
    expect(JSON.stringify(before.steps)).not.toMatch(/nginx|Apache|HAProxy/)
  },
  LIMIT,
)

here.test(
  name('the chain that HAProxy serves is completed, and the old file set again'),
  async () => {
    const followed = await play('chain-incomplete-on-haproxy')
    expect(outcome(followed)).toEqual([
      'unhealthy tls-chain-incomplete',
      'healthy',
      'unhealthy tls-chain-incomplete',
    ])
    const { inspected } = followed
    const [chain = ''] = Object.entries(inspected).flatMap(([command, output]) =>
      command.includes('-showcerts') ? output : [],
    )
    expect(chain).toMatch(/ 0 s:.*www\.shop\.example\n +i:.*Lab Issuing CA/)
    expect(chain).not.toMatch(/ 1 s:/)
    expect(inspected['grep -nw crt /etc/haproxy/haproxy.cfg']).toContain('/etc/ssl/site.pem')
  },
  LIMIT,
)

here.test(
  name("Cloudflare's address is unbanned in fail2ban, and banned again"),
  async () => {
    const followed = await play('blocked-by-fail2ban')
    expect(outcome(followed)).toEqual([
      'unhealthy cloudflare-blocked-by-origin',
      'healthy',
      'unhealthy cloudflare-blocked-by-origin',
    ])
    const { inspected } = followed
    expect(inspected['fail2ban-client banned']).toContain('172.64.10.1')
    expect(inspected['fail2ban-client status JAIL']).toContain('172.64.10.1')
    expect(inspected['nft list ruleset']).toMatch(/elements = \{ 172\.64\.10\.1 \}/)
  },
  LIMIT,
)
