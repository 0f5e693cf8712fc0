/** The library changes nothing in the process that calls it. */
import { execFile, execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from '@jest/globals'
import { reportIn } from '../../lab/runner/read-report.ts'
import { ORIGIN_ADDRESS, SITE } from '../../lab/world/internet.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { readCase } from '../support/cases.ts'
import { command } from '../support/program.ts'
import { replay, type Report } from '../../src/library.ts'

const PROGRAM = join(import.meta.dirname, 'programs/observed.ts')
const CASE = 'origin-refused/origin-refused-stopped'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

test('it prints nothing, never ends the process, reads no environment variable and leaves no state', async () => {
  const here = (world = await startWorld({ fault: 'healthy' }))
  const recording = join(here.folder, 'run.json')
  await writeFile(recording, JSON.stringify(readCase(CASE).recording))
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      PROGRAM,
      here.env['ORIGIN_GATE_LAB'] ?? '',
      recording,
      SITE,
      ORIGIN_ADDRESS,
    ],
    { env: { NODE_EXTRA_CA_CERTS: here.env['NODE_EXTRA_CA_CERTS'] ?? '', HOME: here.folder } },
  )
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    verdicts: ['healthy', 'healthy', 'rejected', 'inconclusive', 'unhealthy'],
    // The program itself does these, which shows that it would record them.
    records: ['stdout.write(x)', 'v8.setFlagsFromString(--no-lazy)', 'reads HOME'],
    left: [],
  })
})

describe('replay', () => {
  test('makes the report that the run made, of text and of an object', async () => {
    const here = (world = await startWorld({ fault: 'refused' }))
    const [record, report] = [join(here.folder, 'run.json'), join(here.folder, 'report.json')]
    await command(here, [
      SITE,
      '--origin',
      ORIGIN_ADDRESS,
      '--timeout',
      '2s',
      '--record',
      record,
      '--report',
      report,
    ])
    const expected: Report = reportIn(await readFile(report, 'utf8'))
    expect(expected.cause).toBe('origin-refused')
    const text = await readFile(record, 'utf8')
    const parsed: object = JSON.parse(text)
    expect(await replay(text)).toEqual(expected)
    expect(await replay(parsed)).toEqual(expected)
  })

  const circular: Record<string, unknown> = {}
  circular['self'] = circular
  test.each<[string, string | object, string]>([
    ['text that is not JSON', '{', 'is not valid JSON'],
    ['an empty text', '', 'is not valid JSON'],
    ['another object', {}, 'was not written by `--record`'],
    ['a report', { schema: 1 }, 'was not written by `--record`'],
    ['a later version', { recording: 99 }, 'has recording format 99'],
    ['what is not plain JSON', circular, 'is not plain JSON'],
    ['a damaged recording', { recording: 3 }, 'has no valid `version`'],
  ])('rejects %s', async (_, recording, fault) => {
    await expect(replay(recording)).rejects.toMatchObject({
      name: 'ConfigError',
      message: expect.stringContaining(`The recording ${fault}`),
    })
  })
})

test('on a Node before 24, importing works and each call says what it needs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-old-'))
  try {
    // Only the version is that of an old Node.
    const program = `
      Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })
      Object.defineProperty(process, 'version', { value: 'v20.20.2' })
      const { check, replay, ConfigError } = await import(${JSON.stringify(new URL('../../dist/library.js', import.meta.url))})
      const errors = await Promise.allSettled([check({ url: 'x' }), replay('{}')])
      console.log(JSON.stringify(errors.map(({ reason }) => [reason instanceof ConfigError, reason.message])))`
    await writeFile(join(folder, 'old.mjs'), program)
    const stdout = execFileSync(process.execPath, [join(folder, 'old.mjs')], { encoding: 'utf8', env: {} })
    const message = 'origin-gate needs Node 24 or newer; this is v20.20.2'
    expect(JSON.parse(stdout)).toEqual([
      [false, message],
      [false, message],
    ])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
