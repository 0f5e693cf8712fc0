/** The process ends with its own exit code while a thread hangs, which Node's exit waits for. */
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runProgram } from '../../lab/network/programs.ts'
import { runAction } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { namespaceProblem } from '../../lab/network/namespace-support.ts'
import { command, start } from '../support/program.ts'
import { NO_FIFO, onLinux, onPosix } from '../support/platform.ts'

const posix = onPosix(NO_FIFO).describe

posix('while a file can not be opened (not on Windows: it has no mkfifo)', () => {
  let world: World
  let hanging: Readonly<Record<string, string>>
  beforeAll(async () => {
    world = await startWorld({ fault: 'healthy', inputs: { wait: '0s' } })
    const pipe = join(world.folder, 'hanging')
    execFileSync('mkfifo', [pipe])
    const script = `import { open } from 'node:fs/promises'\nopen(${JSON.stringify(pipe)})\n`
    await writeFile(join(world.folder, 'hang.mjs'), script)
    hanging = { NODE_OPTIONS: `--import ${pathToFileURL(join(world.folder, 'hang.mjs')).href}` }
  })
  afterAll(() => world.close())

  test('the Action ends with its verdict, and everything is printed', async () => {
    const run = await runAction({ ...world, env: { ...world.env, ...hanging } })
    expect([run.code, run.outputs, run.stderr]).toMatchObject([
      0,
      { verdict: 'healthy', promote: 'true' },
      '',
    ])
    expect(run.stdout).toContain('Comment created')
  })

  test('wrong flags end with theirs', async () => {
    expect((await command(world, ['--wait', 'x'], hanging)).code).toBe(2)
  })

  test('a signal ends with its own', async () => {
    const { PATH = '', ORIGIN_GATE_LAB = '', NODE_EXTRA_CA_CERTS = '' } = world.env
    const args = ['https://www.shop.example', '--wait', '5m', '--consecutive-successes', '100']
    const program = start(args, { PATH, ORIGIN_GATE_LAB, NODE_EXTRA_CA_CERTS, ...hanging })
    await program.printed('next check in')
    program.signal('SIGTERM')
    expect((await program.ended).code).toBe(143)
  })

  test('the command ends with the exit code of an unhealthy site', async () => {
    await world.internet.origin.setMode('stopped')
    const args = ['https://www.shop.example', '--origin', '203.0.113.10', '--wait', '0s']
    const { code, stdout } = await command(world, args, hanging)
    expect([code, stdout]).toEqual([1, expect.stringContaining('direct')])
  })
})

const problem = await namespaceProblem()
const inNamespace = onLinux('it has network namespaces', problem).test
inNamespace('while getaddrinfo waits for a DNS server (needs network namespaces)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'stuck-'))
  await writeFile(join(folder, 'resolv.conf'), 'nameserver 127.0.0.53\n')
  const script = fileURLToPath(new URL('../support/stuck-lookup.ts', import.meta.url))
  const setup = 'ip link set lo up && mount --bind "$0/resolv.conf" /etc/resolv.conf && exec "$@"'
  const { stdout } = await runProgram([
    'unshare',
    '-rnmp',
    '--fork',
    '--kill-child',
    'sh',
    '-c',
    setup,
    folder,
    process.execPath,
    script,
  ])
  await rm(folder, { recursive: true })
  expect(JSON.parse(stdout)).toEqual([3, 143])
})
