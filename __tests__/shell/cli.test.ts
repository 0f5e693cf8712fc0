import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { reportIn } from '../../lab/runner/read-report.ts'
import type { FaultId } from '../../lab/scenarios/faults.ts'
import { ORIGIN_ADDRESS, SITE } from '../../lab/world/internet.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { command, LAB_WARNING } from '../support/program.ts'
import { ORIGIN_SPELLINGS } from '../support/leaks.ts'

/** A file. */
const OWN = import.meta.filename

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

async function worldWith(fault: FaultId): Promise<World> {
  world = await startWorld({ fault })
  return world
}

const CHECK = [SITE, '--origin', ORIGIN_ADDRESS, '--timeout', '2s']

describe('the command exits with', () => {
  test.each<[number, FaultId, readonly string[], string]>([
    [0, 'healthy', [], '✓ www.shop.example is healthy'],
    [1, 'refused', [], 'the origin refuses connections'],
    [0, 'refused', ['--fail-on', 'never'], 'the origin refuses connections'],
    [3, 'challenged', [], 'Cloudflare challenged this runner'],
    [0, 'challenged', ['--fail-on', 'unhealthy'], 'Cloudflare challenged this runner'],
    [0, 'not-proxied', [], 'Warning: '],
    [1, 'not-proxied', ['--fail-on', 'unhealthy, warning'], 'Warning: '],
    [3, 'offline', [], 'Probable cause: this runner has no network'],
  ])('%d: %s %j', async (code, fault, args, words) => {
    const here = await worldWith(fault)
    const ended = await command(here, [...CHECK, ...args])
    expect(ended.code).toBe(code)
    expect(ended.stdout).toContain(words)
    // Progress goes to standard error, the verdict to standard output. Neither has workflow commands.
    const [lab, ...progress] = ended.stderr.split('\n')
    expect(lab).toBe(`${LAB_WARNING}${here.env['ORIGIN_GATE_LAB']}. Results say nothing about the real site.`)
    expect(progress).toEqual([`Checking ${SITE} through Cloudflare and directly at the origin …`, ''])
    expect(ended.stdout + ended.stderr).not.toMatch(/^::/m)
    for (const spelling of ORIGIN_SPELLINGS) expect(ended.stdout + ended.stderr).not.toMatch(spelling)
  })

  test.each<[string, readonly string[], string]>([
    ['an unknown flag', [SITE, '--orgin', '203.0.113.10'], 'Did you mean `--origin`?'],
    ['a flag of the Action', [SITE, '--comment', 'never'], 'works only in the Action'],
    [
      'no URL',
      ['--wait', '0s'],
      'There is no URL. Add the site to check, such as `origin-gate www.example.com`.',
    ],
    ['half a scheme', ['http//www.shop.example'], 'Did you mean `http://www.shop.example`?'],
    ['a recording below a file', [SITE, '--record', `${OWN}/run.json`], `below \`${OWN}\`, which is a file`],
    ['an invalid recording', ['--replay', OWN], `\`${OWN}\` is not valid JSON. Use the path of a file that`],
    [
      'a missing recording',
      ['--replay', '/nowhere/run.json'],
      '`--replay`: `/nowhere/run.json` does not exist. Use the path of a file that `--record` wrote.',
    ],
    ['a recording and a replay', ['--replay', OWN, '--record', 'x'], '`--record` needs a check'],
    ['a report below a file', [SITE, '--report', `${OWN}/report.json`], `below \`${OWN}\`, which is a file`],
  ])('2: %s', async (_, args, words) => {
    const here = await worldWith('healthy')
    const { code, stdout, stderr } = await command(here, args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(here.internet.origin.requests).toEqual([])
  })
})

test('the command writes a report to the path that it is given', async () => {
  const here = await worldWith('refused')
  const path = join(here.folder, 'new', 'report.json')
  await command(here, [...CHECK, '--report', path])
  expect(reportIn(await readFile(path, 'utf8'))).toMatchObject({ schema: 1, cause: 'origin-refused' })
})

test('the report lists what changed since the baseline, and a missing baseline is a note', async () => {
  const here = await worldWith('refused')
  const path = join(here.folder, 'report.json')
  // The same file: it is read before it is written.
  const both = [...CHECK, '--report', path, '--baseline', path]
  const first = await command(here, both)
  expect(first.code).toBe(1)
  expect(first.stdout.replaceAll(/\s+/g, ' ')).toContain(
    'Note: Nothing to compare with: the earlier report that `--baseline` names does not exist yet.',
  )
  const report = reportIn(await readFile(path, 'utf8'))
  expect(report).toMatchObject({ cause: 'origin-refused', notes: [{ id: 'baseline' }] })

  await here.repair()
  const second = await command(here, both)
  expect(second.code).toBe(0)
  expect(second.stdout).toContain('the response (through Cloudflare) from `521`')
  const again = reportIn(await readFile(path, 'utf8'))
  expect(again).toMatchObject({ notes: [], sites: [{ changes: { verdict: 'unhealthy' } }] })
})

test('a recording is replayed without a probe', async () => {
  const here = await worldWith('refused')
  const path = join(here.folder, 'new', 'run.json')
  const first = await command(here, [...CHECK, '--headers', 'X-Gate: s3cret-Value', '--record', path])
  const text = await readFile(path, 'utf8')
  for (const secret of [...ORIGIN_SPELLINGS, /s3cret/]) expect(text).not.toMatch(secret)

  await here.repair()
  const requests = here.internet.origin.requests.length
  const again = await command(here, ['--replay', path])
  expect([again.code, again.stdout, again.stderr]).toEqual([1, first.stdout, ''])
  const passing = await command(here, ['--replay', path, '--fail-on', 'never'])
  expect([passing.code, passing.stdout]).toEqual([0, first.stdout])
  expect(here.internet.origin.requests.length).toBe(requests)

  const damaged = (await readFile(path, 'utf8')).replace(/"tls": ?\{/, '"tls": 0, "was": {')
  await writeFile(path, damaged)
  const { code, stdout, stderr } = await command(here, ['--replay', path])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(`\`${path}\` has no valid \`sites[0].history[0].edge.tls\`.`)
})

test.each([
  ['--wait', '`--wait` has no value. Use `--wait DURATION`.'],
  ['--format', '`--format` has no value. Use `--format FORMAT`.'],
  ['--resolvers', '`--resolvers` has no value. Use `--resolvers ADDRESSES`.'],
  ['--replay', '`--replay` has no value. Use `--replay PATH`.'],
  ['--url', '`--url` has no value. Use `--url URL`.'],
])('%s without a value is one error, which says what to add', async (flag, problem) => {
  const { code, stderr } = await command(await worldWith('healthy'), [SITE, flag])
  expect([code, stderr]).toEqual([2, `${problem}\nNothing was checked. See \`origin-gate --help\`.\n`])
})

test('the text names flags in place of inputs, and the JSON report names the inputs', async () => {
  const here = await worldWith('refused')
  const { stdout } = await command(here, [SITE])
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('The origin was not probed. Set `--origin` to distinguish')
  expect(stdout).not.toMatch(/`origin`|\binput\b|workflow/)
  const json = await command(here, [SITE, '--format', 'json'])
  expect(json.stdout).toContain('Set the `origin` input to distinguish')
})

test('the steps name flags, and variables for secrets', async () => {
  const { stdout } = await command(await worldWith('challenged'), CHECK)
  expect(stdout).toContain('request: `ORIGIN_GATE_HEADERS="X-Gate: $GATE_TOKEN"`')
  expect(stdout).not.toMatch(/`headers\b|`url`|secrets\./)
})

test('with arguments it is the command, even in a job', async () => {
  const here = await worldWith('healthy')
  const { code, stdout } = await command(here, CHECK, { GITHUB_ACTIONS: 'true' })
  expect([code, stdout.split('\n')[0]]).toEqual([0, expect.stringContaining('is healthy')])
})

test.each(['--help', '-h'])('%s prints every flag in 80 columns', async (flag) => {
  const { code, stdout, stderr } = await command(await worldWith('healthy'), [flag])
  expect([code, stderr]).toEqual([0, ''])
  for (const name of ['--origin', '--expected-status', '--fail-on', '--show-origin'])
    expect(stdout).toContain(`  ${name}`)
  expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
})

test.each(['--version', '-V'])('%s', async (flag) => {
  const { version }: { readonly version: string } = JSON.parse(
    await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'),
  )
  const { code, stdout } = await command(await worldWith('healthy'), [flag])
  expect([code, stdout]).toEqual([0, `origin-gate ${version}\n`])
})
