import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { runAction, type Run } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { complaintsIn, LAB_WARNING } from '../support/program.ts'

let world: World
beforeEach(async () => {
  world = await startWorld({ fault: 'healthy', inputs: { wait: '0s' } })
})
afterEach(() => world.close())

const runWith = (env: Readonly<Record<string, string>>): Promise<Run> =>
  runAction({ ...world, env: { ...world.env, ...env } })

/** The check could not run, has this many error annotations, and sent no requests. Returns the annotations. */
function expectRefusal(run: Run, problems: number): readonly string[] {
  expect(run.outputs).toEqual({ verdict: 'error', promote: 'false' })
  expect([run.code, run.summary, run.stderr]).toEqual([1, '', ''])
  expect([run.comments, world.github.requests, world.internet.origin.requests]).toEqual([[], [], []])
  const complaints = complaintsIn(run.stdout)
  expect(complaints).toHaveLength(problems)
  return complaints
}

test('all problems of the inputs are reported at once, with suggestions', async () => {
  const run = await runWith({
    INPUT_URL:
      'www.shop.example\nhttps://user:hunter2@www.shop.example/\nhttps://www.shop.example (custom domain)',
    INPUT_TIMEOUT: '20x',
    'INPUT_FAIL-ON': 'unhealty',
    INPUT_COMMENT: 'sometimes',
    'INPUT_EXPECTED-STATUS': '2xx-3xx-4xx',
  })
  const complaints = expectRefusal(run, 7).join('\n')
  for (const words of [
    'Did you mean `https://www.shop.example`?',
    'Did you mean `20s`?',
    'contains credentials',
    'has text after the URL',
    '`20x`',
    'Did you mean `unhealthy`?',
    '`sometimes`',
    '`2xx-3xx-4xx`',
  ])
    expect(complaints).toContain(words)
  expect(run.stdout).not.toContain('hunter2')
})

describe('an event file', () => {
  test.each([
    ['that is missing', undefined, 'which does not exist'],
    ['that is not JSON', '{"pull_request": {', 'is not JSON'],
    ['that is a list', '[]', 'which holds a list'],
  ])('%s is an error', async (_, contents, words) => {
    const path = join(world.folder, 'other.json')
    if (contents !== undefined) await writeFile(path, contents)
    expect(expectRefusal(await runWith({ GITHUB_EVENT_PATH: path }), 1)[0]).toContain(words)
  })
})

describe('a report that cannot be written', () => {
  test.each([
    ['into a folder', '', 'is a folder'],
    ['below a file', 'lab.json/report.json', 'which is a file'],
  ])('%s is an error before anything is probed', async (_, path, words) => {
    const run = await runWith({ INPUT_REPORT: join(world.folder, path) })
    expect(expectRefusal(run, 1)[0]).toContain(words)
  })
})

test('a report goes to its path, even in a new folder', async () => {
  const path = join(world.folder, 'a', 'b', 'report.json')
  const run = await runWith({ INPUT_REPORT: path })
  expect(run.outputs).toMatchObject({ verdict: 'healthy', report: path })
  expect(run.report).toMatchObject({ schema: 1, promote: true })
})

test('problems with files are reported together with those of the inputs', async () => {
  const event = join(world.folder, 'gone.json')
  const run = await runWith({
    'INPUT_ORIGIN-CA': world.folder,
    INPUT_TIMEOUT: '20x',
    INPUT_REPORT: '/',
    INPUT_JUNIT: world.folder,
    GITHUB_EVENT_PATH: event,
  })
  const complaints = expectRefusal(run, 5).join('\n')
  for (const words of [
    `\`origin-ca\`: \`${world.folder}\` is a folder`,
    'Did you mean `20s`?',
    '`report`: `/` is a folder',
    `\`junit\`: \`${world.folder}\` is a folder`,
    'which does not exist',
  ]) {
    expect(complaints).toContain(words)
  }
})

test('without an event, everything but the comment is published', async () => {
  await world.internet.origin.setMode('stopped')
  const run = await runWith({ GITHUB_EVENT_PATH: '', INPUT_COMMENT: 'never' })
  expect([run.code, run.outputs['cause'], run.comments]).toEqual([1, 'origin-refused', []])
  expect(complaintsIn(run.stdout)).toHaveLength(1)
  expect(run.summary).toContain('www\\.shop.example is down')
})

test('a simulated network is a warning, and changes nothing else', async () => {
  const run = await runWith({})
  const warning = `::warning title=origin-gate::${LAB_WARNING}${world.env['ORIGIN_GATE_LAB']}. Results say nothing about the real site.`
  expect(run.stdout.split('\n')).toContain(warning)
  expect([run.code, run.outputs['warnings'], run.report?.warnings]).toEqual([0, '0', []])
})

test('an empty token is a warning, and there is no comment', async () => {
  const run = await runWith({ 'INPUT_GITHUB-TOKEN': '' })
  expect([run.code, run.outputs['promote'], run.comments]).toEqual([0, 'true', []])
  expect(run.stdout).toContain('`github-token` is empty')
})

test('unknown inputs are one warning with suggestions, and the check runs', async () => {
  const run = await runWith({ INPUT_ORGIN: 'secret-value', INPUT_EXPECTED_STATUS: '200', INPUT_COLOR: 'red' })
  expect([run.code, run.outputs['verdict']]).toEqual([0, 'healthy'])
  const warnings = run.stdout.split('\n').filter((line) => line.includes('does not exist'))
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain('Did you mean `origin`?')
  expect(warnings[0]).toContain(
    '`expected_status` does not exist, so it has no effect. Did you mean `expected-status`?',
  )
  expect(warnings[0]).toContain('`color` does not exist, so it has no effect.%0A')
  expect(run.stdout).not.toContain('secret-value')
})

test('at most ten problems are annotations, and the log has the others', async () => {
  const urls = Array.from({ length: 14 }, (_, index) => `www${index}.shop.example`)
  const run = await runWith({ INPUT_URL: urls.join('\n') })
  const complaints = expectRefusal(run, 10)
  expect(complaints.at(-1)).toContain('5 more problems are in the log.')
  for (const url of urls) expect(run.stdout).toContain(`Did you mean \`https://${url}\`?`)
})

test('values that would be repaired into another site are refused, and nothing is probed', async () => {
  const run = await runWith({
    INPUT_URL: 'https://https://www.shop.example/\nhttps://undefined/\nhttps://a.example, https://b.example',
    INPUT_HEADERS: '"Authorization: Bearer hunter2"',
    INPUT_WAIT: '60000',
  })
  const complaints = expectRefusal(run, 5).join('\n')
  for (const words of [
    'Did you mean `https://www.shop.example`?',
    'contains `undefined`',
    'Did you mean `https://a.example` and `https://b.example`, each on its own line?',
    'is wrapped in quotes',
    'Did you mean `60000ms`?',
  ])
    expect(complaints).toContain(words)
  expect(run.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('hunter2')
})
