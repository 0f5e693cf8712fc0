/** Signals at moments of a run, from before its first line to its last. `npm run kill-matrix` tries thousands. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { startWorld, type World } from '../../lab/world/world.ts'
import { killedRun, type KilledRun, moments, violationsOf } from '../../scripts/kill-matrix/matrix.ts'
import { NO_SIGNALS, onPosix } from '../support/platform.ts'

jest.setTimeout(120_000)

let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'healthy', inputs: { wait: '0s', timeout: '20s', 'check-run': 'true' } })
})
afterAll(() => world.close())

/** Each of so many moments with the next of these signals. */
async function runs(
  shell: KilledRun['shell'],
  count: number,
  signals: readonly (readonly NodeJS.Signals[])[],
): Promise<readonly KilledRun[]> {
  // The first run creates the comment, and the others find it.
  if (shell === 'action') await killedRun(world, shell, { at: undefined, signals: [] })
  const undisturbed = await killedRun(world, shell, { at: undefined, signals: [] })
  const ended = [undisturbed]
  for (const [index, at] of [...moments(undisturbed.events, count), 'exit' as const].entries())
    ended.push(await killedRun(world, shell, { at, signals: signals[index % signals.length] ?? [] }))
  return ended
}

const posix = onPosix(NO_SIGNALS).test
posix('the Action ends at once, promotes nothing, and leaves nothing (not on Windows)', async () => {
  const ended = await runs('action', 8, [['SIGTERM'], ['SIGINT'], ['SIGKILL'], ['SIGINT', 'SIGTERM']])
  expect(ended.flatMap(violationsOf)).toEqual([])
  expect(ended.filter(({ sent }) => sent > 0).length).toBeGreaterThan(6)
})

posix('the command ends with the code of the signal (not on Windows)', async () => {
  const ended = await runs('command', 5, [['SIGTERM', 'SIGTERM'], ['SIGINT'], ['SIGTERM'], ['SIGHUP']])
  expect(ended.flatMap(violationsOf)).toEqual([])
  expect(ended.map(({ code }) => code)).toEqual(expect.arrayContaining([0, 129, 143]))
})

test('a run that promotes after a signal, hangs or leaves something is found', () => {
  const good: KilledRun = {
    kill: { at: 5, signals: ['SIGTERM'] },
    shell: 'action',
    code: 1,
    signal: null,
    outputs: { promote: 'false' },
    events: 100,
    sent: 1,
    printed: '',
    survived: false,
    files: [],
  }
  expect(violationsOf(good)).toEqual([])
  for (const bad of [
    { outputs: { promote: 'true' } },
    { code: 0 },
    { code: 137 },
    { code: null, signal: 'SIGABRT' },
    { printed: 'Error: x\n    at Object.<anonymous> (file.js:1:1)' },
    { survived: true },
    { files: ['left.tmp'] },
    { sent: 0, code: 0 },
  ] satisfies Partial<KilledRun>[])
    expect(violationsOf({ ...good, ...bad })).not.toEqual([])
})
