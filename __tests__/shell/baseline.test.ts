import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { reportIn } from '../../lab/runner/read-report.ts'
import { runAction } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { command, complaintsIn } from '../support/program.ts'
import { ORIGIN_SPELLINGS } from '../support/leaks.ts'
import { WINDOWS } from '../support/platform.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'baseline-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A workflow that keeps the last run's report: the same file is read, then written. */
function inputs(name: string): Readonly<Record<string, string>> {
  const path = join(folder, name)
  return { wait: '0s', report: path, baseline: path }
}

test("the comment says what changed since the last run, without the origin's address", async () => {
  world = await startWorld({ fault: 'app-down', inputs: inputs('down.json') })
  const first = await runAction(world)
  expect(first.comments[0]?.body).toContain('**Note:** Nothing to compare with')
  // A first run has no baseline, so there is no warning.
  expect(complaintsIn(first.stdout).join()).not.toContain('baseline')

  const second = await runAction(world)
  const [comment] = second.comments
  // The history shows that nothing changed.
  expect(comment?.body).toContain('both checks unhealthy')
  expect(comment?.body).not.toContain('Nothing to compare with')

  await world.repair()
  const third = await runAction(world)
  expect(third.report?.sites[0].changes).toMatchObject({ verdict: 'unhealthy' })
  expect(third.comments[0]?.body).toContain('<summary>Changes since ')
  for (const spelling of ORIGIN_SPELLINGS) expect(third.comments[0]?.body).not.toMatch(spelling)
})

describe('a baseline that is not a usable report is a note, and changes neither verdict nor outputs', () => {
  const REPORT = { schema: 1, at: '2026-11-30T12:00:00.000Z', verdict: 'unhealthy', cause: 'origin-refused' }
  const SITE = { url: 'https://other.example.com/', verdict: 'unhealthy', probes: { origins: [] } }
  const contents: readonly (readonly [string, string | Buffer, string])[] = [
    [
      'a torn report',
      '{"schema":1,"at":"2026',
      'is not valid JSON. Use a complete JSON report, as `report` writes it',
    ],
    ['bytes', randomBytes(5000), 'is not valid JSON. Use a complete JSON report'],
    ['a report of another schema', '{"schema":2}', 'does not support. Use the version of Origin Gate that'],
    [
      'a report on another URL',
      JSON.stringify({ ...REPORT, sites: [SITE] }),
      'https\\://other.example.com/. Use a report on',
    ],
    ['100,000 levels', '['.repeat(100_000), 'or more levels of brackets. Use a complete JSON report'],
    [
      'a report of the future',
      JSON.stringify({ ...REPORT, at: '2126-11-30T12:00:00.000Z', sites: [SITE] }),
      'is from 2126-11-30 12:00 UTC, and this one from',
    ],
  ]
  let healthy: World | undefined
  beforeAll(async () => {
    healthy = await startWorld({ fault: 'healthy', inputs: { wait: '0s' } })
    await mkdir(join(folder, 'folder'))
    await writeFile(join(folder, '50 MB'), '')
    await truncate(join(folder, '50 MB'), 50_000_000)
    if (!WINDOWS) execFileSync('mkfifo', [join(folder, 'pipe')])
    await Promise.all(contents.map(([name, content]) => writeFile(join(folder, name), content)))
  })
  afterAll(() => healthy?.close())

  test.each([
    ...contents.map(([name, , says]) => [name, says] as const),
    ['folder', 'is a folder. Use the path of a JSON report.'],
    // Windows has no mkfifo.
    ...(WINDOWS ? [] : [['pipe', 'is not a regular file. Use the path of a JSON report.'] as const]),
    ['50 MB', 'is larger than 32 MiB. Check fewer sites in one run, or use another file.'],
  ])('%s', async (name, says) => {
    if (healthy === undefined) throw new Error('the lab did not start')
    const env = { ...healthy.env, INPUT_BASELINE: join(folder, name) }
    const { code, outputs, report, comments, stdout } = await runAction({ ...healthy, env })
    expect([code, outputs['verdict'], outputs['promote'], outputs['warnings']]).toEqual([
      0,
      'healthy',
      'true',
      '0',
    ])
    expect(complaintsIn(stdout).join()).not.toContain('baseline')
    expect(report?.history).toHaveLength(1)
    expect(report?.notes).toEqual([{ id: 'baseline', text: expect.any(String) }])
    expect(report?.notes[0]?.text).toContain(says.replaceAll('\\', ''))
    expect(report?.notes[0]?.text.length).toBeLessThan(300)
    expect(comments[0]?.body).toContain('**Note:** Nothing to compare with')
  })
})

test('a history with the same file for report and baseline grows with each run', async () => {
  world = await startWorld({ fault: 'app-down', inputs: inputs('history.json') })
  await runAction(world)
  await world.repair()
  await runAction(world)
  const { report } = await runAction(world)
  const history = report?.history ?? []
  expect(history.map(({ verdict, cause }) => `${verdict} ${cause}`)).toEqual([
    'unhealthy origin-app-down',
    'healthy ',
    'healthy ',
  ])
  const runs = history.map(({ run }) => Number(run))
  expect([runs.length, new Set(runs).size, Math.min(...runs) > 1000]).toEqual([3, 3, true])
})

test('a replay continues the history of a baseline, as the run did', async () => {
  world = await startWorld({ fault: 'healthy' })
  const [first, second, recording] = ['1.json', '2.json', 'run.json'].map((name) => join(folder, name))
  const check = ['https://www.shop.example', '--origin', '203.0.113.10', '--report']
  await command(world, [...check, String(first)])
  const flags = ['--baseline', String(first)]
  await command(world, [...check, String(second), '--record', String(recording), ...flags])
  const again = await command(world, ['--replay', String(recording), '--format', 'json', ...flags])
  expect(again.stdout).toBe(await readFile(String(second), 'utf8'))
  expect(reportIn(again.stdout).history).toHaveLength(2)
})
