/** The Action and the command reach an origin through a command, and leave nothing of it. */
import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from '@jest/globals'
import { runAction } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { isRunning, leftOver, uniqueSleep } from '../support/command-route.ts'
import { start, type Program } from '../support/program.ts'
import { onLinux } from '../support/platform.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

const linux = onLinux('it runs socat, and reads the list of processes in /proc').describe

/** A world, and a command that connects to its origin. */
async function worldWith(inputs: Readonly<Record<string, string>> = {}) {
  const here = (world = await startWorld({ fault: 'healthy', inputs: { wait: '0s', ...inputs } }))
  const port = here.internet.labFile().routes['203.0.113.10:443']
  return { here, socat: `socat - TCP:127.0.0.1:${port}` }
}

const withCommand = ({ env }: World, command: string): Readonly<Record<string, string>> => ({
  ...env,
  'INPUT_ORIGIN-PROXY-COMMAND': command,
})

const FLAGS = ['https://www.shop.example', '--origin', '203.0.113.10', '--timeout', '60s']

function startCommandIn(here: World, command: string, extra: Readonly<Record<string, string>> = {}): Program {
  const { PATH = '', ORIGIN_GATE_LAB = '', NODE_EXTRA_CA_CERTS = '' } = here.env
  const env = { PATH, ORIGIN_GATE_LAB, NODE_EXTRA_CA_CERTS, HOME: here.folder, ...extra }
  return start([...FLAGS, '--origin-proxy-command', command], env, here.folder)
}

linux('through a command', () => {
  test('the Action checks the origin, and the command gets no secret of ours', async () => {
    const { here, socat } = await worldWith()
    const file = join(here.folder, 'environment')
    const run = await runAction({ ...here, env: withCommand(here, `env >> '${file}'; ${socat}`) })
    expect([run.code, run.outputs['verdict'], run.outputs['origin-status']]).toEqual([0, 'healthy', '200'])
    const seen = await readFile(file, 'utf8')
    expect(seen).toMatch(/^PATH=/m)
    expect(seen).not.toMatch(/^(?:INPUT_|ORIGIN_GATE_|ACTIONS_RUNTIME_TOKEN|GITHUB_OUTPUT)/m)
    expect(seen).not.toContain(here.env['INPUT_GITHUB-TOKEN'])
    const printed = run.stdout.replaceAll(/^::add-mask::.*$/gm, '')
    const published = [run.stderr, run.summary, JSON.stringify(run.report), JSON.stringify(run.comments)]
    for (const text of [printed, ...published]) expect(text).not.toContain('socat')
    // Ordinary words of the command stay readable.
    expect(run.stdout).not.toMatch(/^::add-mask::TCP$/im)
  })

  test('the command checks the origin', async () => {
    const { here, socat } = await worldWith()
    const { code, stdout } = await startCommandIn(here, socat).ended
    expect([code, stdout]).toEqual([0, expect.stringContaining('is healthy')])
  })
})

const COMMANDS: readonly (readonly [string, (seconds: string) => string])[] = [
  ['waits', (seconds) => `exec sleep ${seconds}`],
  ['ignores SIGTERM', (seconds) => `trap '' TERM; sleep ${seconds}; sleep ${seconds}`],
  ['starts others', (seconds) => `sleep ${seconds} & (trap '' TERM; sleep ${seconds}) & wait`],
]

linux.each(COMMANDS)('nothing is left of a command that %s', (_, command) => {
  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('after %s', async (signal, code) => {
    const { here } = await worldWith()
    const seconds = uniqueSleep()
    const program = startCommandIn(here, command(seconds))
    await isRunning(`sleep\0${seconds}`)
    program.signal(signal)
    expect((await program.ended).code).toBe(code)
    expect(await leftOver(seconds)).toEqual([])
  })

  // The second one may arrive before the first one is noticed. Then they are one.
  test.each(['SIGTERM', 'SIGINT'] as const)('after %s twice', async (signal) => {
    const { here } = await worldWith()
    const seconds = uniqueSleep()
    const program = startCommandIn(here, command(seconds))
    await isRunning(`sleep\0${seconds}`)
    program.signal(signal)
    await new Promise((resolve) => setImmediate(resolve))
    program.signal(signal)
    expect((await program.ended).code).not.toBe(0)
    expect(await leftOver(seconds)).toEqual([])
  })

  test('after the Action was cancelled', async () => {
    const { here } = await worldWith({ timeout: '60s' })
    const seconds = uniqueSleep()
    const program = start([], withCommand(here, command(seconds)), here.folder)
    await isRunning(`sleep\0${seconds}`)
    program.signal('SIGTERM')
    expect((await program.ended).code).toBe(1)
    expect(await leftOver(seconds)).toEqual([])
  })

  test('after an error that nothing catches', async () => {
    const { here } = await worldWith()
    const seconds = uniqueSleep()
    const script = join(here.folder, 'throws.mjs')
    await writeFile(script, "process.on('SIGUSR2', () => { throw new Error('uncaught') })\n")
    const { PATH = '', ORIGIN_GATE_LAB = '', NODE_EXTRA_CA_CERTS = '' } = here.env
    const env = {
      PATH,
      ORIGIN_GATE_LAB,
      NODE_EXTRA_CA_CERTS,
      HOME: here.folder,
      NODE_OPTIONS: `--import ${pathToFileURL(script).href}`,
    }
    const program = start([...FLAGS, '--origin-proxy-command', command(seconds)], env, here.folder)
    await isRunning(`sleep\0${seconds}`)
    program.signal('SIGUSR2')
    expect((await program.ended).code).toBe(2)
    expect(await leftOver(seconds)).toEqual([])
  })

  // The connection has just ended when the run does.
  test('after a healthy check', async () => {
    const { here, socat } = await worldWith()
    const seconds = uniqueSleep()
    const { code } = await startCommandIn(here, `exec 3<&0; ${socat} <&3 & ${command(seconds)}`).ended
    expect(code).toBe(0)
    expect(await leftOver(seconds)).toEqual([])
  })

  test('after a healthy check while a thread hangs, so that a shell replaces the process', async () => {
    const { here, socat } = await worldWith()
    const seconds = uniqueSleep()
    const pipe = join(here.folder, 'hanging')
    execFileSync('mkfifo', [pipe])
    const script = join(here.folder, 'hang.mjs')
    await writeFile(script, `import { open } from 'node:fs/promises'\nopen(${JSON.stringify(pipe)})\n`)
    const line = `exec 3<&0; ${socat} <&3 & ${command(seconds)}`
    const { code } = await startCommandIn(here, line, {
      NODE_OPTIONS: `--import ${pathToFileURL(script).href}`,
    }).ended
    expect(code).toBe(0)
    expect(await leftOver(seconds)).toEqual([])
  })
})
