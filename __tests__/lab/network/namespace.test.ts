import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { namespaceProblem } from '../../../lab/network/namespace-support.ts'
import { namespaceCommand } from '../../../lab/network/namespace.ts'
import { runProgram, type ProgramResult } from '../../../lab/network/programs.ts'

const reason = await namespaceProblem()
// In CI they are at hand, or something is wrong.
const here = reason === undefined || process.env['CI'] === 'true' ? describe : describe.skip

here(`a network namespace${reason === undefined ? '' : ` (not here: ${reason})`}`, () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'origin-gate-test-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const inside = async (...command: readonly string[]): Promise<ProgramResult> =>
    runProgram(await namespaceCommand(folder, command), { env: { ORIGIN_GATE_NAMESPACE: folder } })

  test('is an internet of its own, with a firewall that tells Cloudflare from the runner', async () => {
    const script = fileURLToPath(new URL('../../support/namespace-probe.ts', import.meta.url))
    const { stdout, stderr } = await inside(process.execPath, script)
    expect(stderr).toBe('')
    const seen: unknown = JSON.parse(stdout)
    const open = ['open', 'open']
    expect(seen).toEqual({
      // What Cloudflare meets over IPv4 and IPv6, then the runner.
      ways: {
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

  test('ends with the exit code of what ran in it', async () => {
    expect((await inside('sh', '-c', 'exit 7')).code).toBe(7)
  })

  test('takes with it whatever was left running', async () => {
    // A number that no other process here sleeps for.
    const seconds = String(100_000 + process.pid)
    await inside('sh', '-c', `sleep ${seconds} >/dev/null 2>&1 & exit 0`)
    expect((await runProgram(['pgrep', '-f', `sleep ${seconds}`])).stdout).toBe('')
  })
})

test('where there is no namespace, one line says why', async () => {
  expect(reason ?? 'none').not.toContain('\n')
})
