import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { namespaceProblem } from '../../../lab/network/namespace-support.ts'
import { namespaceCommand } from '../../../lab/network/namespace.ts'
import { runProgram, type ProgramResult } from '../../../lab/network/programs.ts'
import { onLinux } from '../../support/platform.ts'

const reason = await namespaceProblem()
const here = onLinux('it has network namespaces', reason)

here.describe(`a network namespace${here.because}`, () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'origin-gate-test-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const runInside = async (...command: readonly string[]): Promise<ProgramResult> =>
    runProgram(await namespaceCommand(folder, command), { env: { ORIGIN_GATE_NAMESPACE: folder } })

  test('has its own network, with a firewall that distinguishes Cloudflare from the runner', async () => {
    const script = fileURLToPath(new URL('../../support/namespace-probe.ts', import.meta.url))
    const { stdout, stderr } = await runInside(process.execPath, script)
    expect(stderr).toBe('')
    const report: unknown = JSON.parse(stdout)
    const open = ['open', 'open']
    expect(report).toEqual({
      // Cloudflare over IPv4 and IPv6, then the runner.
      outcomes: {
        drop: ['ETIMEDOUT', 'ETIMEDOUT', ...open],
        reset: ['ECONNREFUSED', 'ECONNREFUSED', ...open],
        'host-unreachable': ['EHOSTUNREACH', 'EHOSTUNREACH', ...open],
        'net-unreachable': ['ENETUNREACH', 'ENETUNREACH', ...open],
        prohibited: ['EHOSTUNREACH', 'EACCES', ...open],
      },
      callers: ['172.64.10.1', '2606:4700:10::1', '198.51.100.7', '2001:db8:7::7'],
      elsewhere: ['ENETUNREACH', 'ENETUNREACH'],
      resolver: 'nameserver 198.51.100.53\noptions timeout:1 attempts:2\n',
      user: 65534,
    })
  })

  test('exits with the exit code of its command', async () => {
    expect((await runInside('sh', '-c', 'exit 7')).code).toBe(7)
  })

  test('ends every process that is left running', async () => {
    // No other process sleeps for this number of seconds.
    const seconds = String(100_000 + process.pid)
    await runInside('sh', '-c', `sleep ${seconds} >/dev/null 2>&1 & exit 0`)
    expect((await runProgram(['pgrep', '-f', `sleep ${seconds}`])).stdout).toBe('')
  })
})

test('the reason for a missing namespace is one line', async () => {
  expect(reason ?? 'none').not.toContain('\n')
})
