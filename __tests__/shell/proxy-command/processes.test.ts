/** Each connection to the origin has a process of its own, which ends with the connection or with the run. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { runAction } from '../../../lab/runner/run-action.ts'
import { SITE } from '../../../lab/world/internet.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { start, startCommand } from '../../support/program.ts'
import { missingPrograms, startCountingOrigin, type CountingOrigin } from '../../support/proxied.ts'
import { isRunning, leftOver, uniqueSleep } from '../../support/command-route.ts'
import { onLinux } from '../../support/platform.ts'

/** Milliseconds. Three seconds are promised; a busy machine takes longer. What runs would go on for minutes. */
const MAX_EXIT_DELAY = 15_000

jest.setTimeout(60_000)

const here = onLinux('it reads the list of processes in /proc', await missingPrograms('nc'))

here.describe(`the processes of a proxy command${here.because}`, () => {
  let world: World
  let origin: CountingOrigin
  beforeAll(async () => {
    world = await startWorld({ fault: 'locked' })
    origin = await startCountingOrigin(world)
  })
  afterAll(async () => {
    await origin.close()
    await world.close()
  })

  const withInputs = (inputs: Readonly<Record<string, string>>): World => ({
    ...world,
    env: {
      ...world.env,
      INPUT_ORIGIN: `127.0.0.1:${origin.port}`,
      ...Object.fromEntries(
        Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
      ),
    },
  })

  test('are as many as the connections, and none is left after the run', async () => {
    const starts = join(world.folder, 'starts')
    const run = await runAction(
      withInputs({
        'origin-proxy-command': `echo %p >>${starts}; exec nc %h %p`,
        'consecutive-successes': '3',
        timeout: '10s',
      }),
    )
    expect(run.outputs).toMatchObject({ verdict: 'healthy', warnings: '0' })
    const lines = (await readFile(starts, 'utf8')).trim().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(3)
    expect(origin.connections()).toBe(lines.length)
    expect(new Set(lines)).toEqual(new Set([String(origin.port)]))
    expect(await leftOver(`127.0.0.1\0${origin.port}`)).toEqual([])
  })

  test('end when they never connect', async () => {
    const seconds = uniqueSleep()
    const run = await runAction(
      withInputs({ 'origin-proxy-command': `sleep ${seconds}`, timeout: '2s', wait: '0s' }),
    )
    expect(run.outputs).toMatchObject({ verdict: 'healthy', warnings: '1' })
    expect(await leftOver(seconds)).toEqual([])
  })

  const COMMANDS = [
    ['waits', (seconds: string) => `sleep ${seconds}`],
    ['ignores SIGTERM', (seconds: string) => `trap "" TERM HUP; sleep ${seconds}; sleep ${seconds}`],
    ['started others', (seconds: string) => `sleep ${seconds} & sleep ${seconds} | cat`],
    // It would end at once on SIGTERM, before anything could find it.
    ['closed its output', (seconds: string) => `trap "" TERM; exec >&- 2>&-; sleep ${seconds}`],
  ] as const

  test.each(
    COMMANDS.flatMap(([what, line]) =>
      (['SIGTERM', 'SIGINT'] as const).map((name) => [name, what, line] as const),
    ),
  )('end with a job that gets %s while a command %s', async (name, _, line) => {
    const seconds = uniqueSleep()
    const { env, folder } = withInputs({
      'origin-proxy-command': line(seconds),
      timeout: '50s',
      wait: '5m',
      // A closed output is enough for a verdict, which must not end the run.
      watch: '5m',
    })
    const program = start([], env, folder)
    await isRunning(seconds)
    const sent = performance.now()
    program.signal(name)
    expect((await program.ended).code).toBe(1)
    expect(performance.now() - sent).toBeLessThan(MAX_EXIT_DELAY)
    expect(await leftOver(seconds)).toEqual([])
  })

  test('end with the command on a terminal that gets SIGINT', async () => {
    const seconds = uniqueSleep()
    const program = startCommand(world, [
      SITE,
      `--origin=127.0.0.1:${origin.port}`,
      `--origin-proxy-command=sleep ${seconds}`,
      '--timeout=50s',
      '--wait=5m',
    ])
    // Its own arguments have the number, too.
    await isRunning(`sleep\0${seconds}`)
    program.signal('SIGINT')
    expect((await program.ended).code).toBe(130)
    expect(await leftOver(seconds)).toEqual([])
  })
})
