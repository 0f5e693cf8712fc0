/** `origin-gate merge`, as a process: what it reads, prints and writes, and how it ends. */
import { readFileSync } from 'node:fs'
import { mkdir, readdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { reportIn } from '../../../lab/runner/read-report.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { mergeHelp } from '../../../src/config/command/help.ts'
import { MERGE_FLAGS, ROWS } from '../../../src/config/command/rows.ts'
import { flagWords } from '../../../src/config/command/flag-words.ts'
import { RENDERERS } from '../../../src/report/render/index.ts'
import { storyOf } from '../../report/stories.ts'
import { start } from '../../support/program.ts'
import { piped, run, shell, type Ran } from './support.ts'
import { NO_SHELL, onPosix, WINDOWS } from '../../support/platform.ts'

const posix = onPosix(NO_SHELL).test

let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'healthy' })
  const write = (name: string, text: string) => writeFile(join(world.folder, name), text)
  await Promise.all([
    ...['healthy', 'refused', 'challenged', 'not-proxied'].map((name) => {
      const url = `https://${name}.example.com/`
      const report = storyOf(name)
      const json = RENDERERS.json({ ...report, sites: [{ ...report.sites[0], url }] })
      return write(`report-${name}.json`, json)
    }),
    write('torn.json', readHalf()),
    write('empty.json', '{"schema":1,"at":"2026-11-23T14:03:07.000Z","verdict":"error","sites":[]}'),
    write('later.json', '{"schema":2}'),
    write('package.json', '{"name":"origin-gate"}'),
    write('big.json', ''),
    mkdir(join(world.folder, 'shop')),
    ...(WINDOWS ? [] : [symlink('loop.json', join(world.folder, 'loop.json'))]),
  ])
  await truncate(join(world.folder, 'big.json'), 65 * 1024 * 1024)
})
afterAll(() => world.close())

function readHalf(): string {
  const json = RENDERERS.json(storyOf('refused'))
  return json.slice(0, json.length / 2)
}

const merge = (...args: readonly string[]): Promise<Ran> => run(world, ['merge', ...args])

const HEALTHY = 'report-healthy.json'
const REFUSED = 'report-refused.json'
const CHALLENGED = 'report-challenged.json'

describe('one report of several', () => {
  test('is printed as text, worst site first', async () => {
    const { code, stdout, stderr } = await merge(HEALTHY, REFUSED)
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toMatch(/^✗ 1 of 2 sites is unhealthy\n\n✗ www\.example\.com is down/)
    expect(stdout).toContain('✓ www.example.com is healthy')
  })

  posix('is the same for names that no shell has expanded', async () => {
    const expanded = await shell(world, '$GATE merge report-*.json --format markdown')
    const quoted = await shell(world, "$GATE merge 'report-*.json' --format markdown")
    expect(quoted).toEqual(expanded)
    expect(quoted.stdout).toContain('1 of 4 sites is unhealthy, 1 is inconclusive')
  })

  test('of one file is what its own run has printed', async () => {
    const report = storyOf('refused')
    const url = 'https://refused.example.com/'
    const own = { ...report, sites: [{ ...report.sites[0], url }] } as const
    const { stdout } = await merge(REFUSED)
    expect(stdout).toBe(`${RENDERERS.text(own, { reword: flagWords })}\n`)
    const markdown = await merge(REFUSED, '--format', 'markdown')
    expect(markdown.stdout).toBe(RENDERERS.markdown(own))
  })

  test('has each file once, however it is named', async () => {
    const once = await merge(HEALTHY, REFUSED)
    const twice = await merge(HEALTHY, `./${HEALTHY}`, `shop/../${REFUSED}`, 'report-h*.json', HEALTHY)
    expect(twice).toEqual(once)
    expect(once.stdout).not.toContain('more than one report')
  })

  test('may come from standard input', async () => {
    const { code, stdout } = await piped(world, REFUSED, ['merge', '-', HEALTHY, '--format', 'json'])
    expect(code).toBe(1)
    expect(reportIn(stdout).sites.map(({ url }) => url)).toEqual([
      'https://refused.example.com/',
      'https://healthy.example.com/',
    ])
  })

  posix('can be merged again', async () => {
    const pipe = `$GATE merge ${REFUSED} ${HEALTHY} --format json | $GATE merge - ${CHALLENGED} --format json`
    const { stdout } = await shell(world, pipe)
    const whole = await merge(REFUSED, HEALTHY, CHALLENGED, '--format', 'json')
    expect(JSON.parse(stdout)).toEqual(JSON.parse(whole.stdout))
  })

  test('is written to the files that the flags name', async () => {
    const args = ['--report', 'out/all.json', '--junit', 'out/all.xml', '--html', 'out/all.html', '-q']
    args.push('--badge', 'out/badge.json')
    const { code, stderr } = await merge(HEALTHY, REFUSED, ...args)
    expect([code, stderr]).toEqual([1, ''])
    const written = await readdir(join(world.folder, 'out'))
    expect(written.toSorted()).toEqual(['all.html', 'all.json', 'all.xml', 'badge.json'])
    const read = (name: string): string => readFileSync(join(world.folder, 'out', name), 'utf8')
    expect(reportIn(read('all.json'))).toMatchObject({ verdict: 'unhealthy', promote: false })
    expect(read('all.xml')).toMatch(/^<\?xml [^]*tests="2" failures="1"[^]*<\/testsuites>\n$/)
    expect(JSON.parse(read('badge.json'))).toMatchObject({ label: 'www.example.com', color: 'red' })
    expect(read('all.html')).toMatch(/^<!doctype html>[^]*<\/html>\n$/)
  })

  test.each(['json', 'markdown', 'junit', 'html'])('is one document: %s', async (format) => {
    const { stdout, stderr } = await merge(HEALTHY, REFUSED, '--format', format)
    expect(stderr).toBe('')
    expect(stdout).toMatch(
      { json: /^\{/, markdown: /^### /, junit: /^<\?xml /, html: /^<!doctype/ }[format] ?? /^$/,
    )
  })

  test('has the flags of variables too', async () => {
    const env = {
      ORIGIN_GATE_FORMAT: 'json',
      ORIGIN_GATE_FAIL_ON: 'never',
      ORIGIN_GATE_URL: 'www.example.com',
    }
    const { code, stdout } = await run(world, ['merge', REFUSED], { env })
    expect(code).toBe(0)
    expect(reportIn(stdout)).toMatchObject({ verdict: 'unhealthy' })
  })

  test('names the other version that wrote a report', async () => {
    const json = readFileSync(join(world.folder, HEALTHY), 'utf8')
    await writeFile(join(world.folder, 'new.json'), json.replace('"version": "1.0.0"', '"version": "9.1.0"'))
    const { code, stderr } = await merge('new.json')
    expect([code, stderr]).toEqual([
      0,
      'Note: `new.json` was written by version 9.1.0, and this is 1.0.0. What this version does not know is left out.\n',
    ])
    expect(await merge('new.json', '--quiet')).toMatchObject({ code: 0, stderr: '' })
  })
})

describe('the exit code is that of a check', () => {
  test.each<[number, readonly string[]]>([
    [0, [HEALTHY]],
    [0, ['report-not-proxied.json']],
    [1, ['report-not-proxied.json', '--fail-on', 'warning']],
    [1, [REFUSED, CHALLENGED]],
    [3, [CHALLENGED, HEALTHY]],
    [0, [CHALLENGED, '--fail-on', 'unhealthy']],
    [0, [REFUSED, '--fail-on=never']],
  ])('%d: %j', async (expected, args) => {
    expect(await merge(...args)).toMatchObject({ code: expected, stderr: '' })
  })
})

const END = 'Nothing was merged. See `origin-gate merge --help`.\n'

describe('what cannot be merged is named with its fix, and nothing is printed:', () => {
  test.each<[readonly string[], string]>([
    [[], 'There is no report to merge. Add the JSON reports, such as `origin-gate merge report-*.json`.'],
    [
      ['nope.json'],
      '`nope.json` does not exist. If its check was cancelled or could not run, run it again. Otherwise, check the path.',
    ],
    [
      ['nope-*.json'],
      'No file matches `nope-*.json`. Check the path, and that the checks wrote their reports.',
    ],
    [['shop'], `\`shop\` is a folder. Use the reports in it, such as \`${join('shop', '*.json')}\`.`],
    [['torn.json'], '`torn.json` is not valid JSON. It may be incomplete. Run its check again.'],
    [['big.json'], '`big.json` is larger than 64 MiB. Check fewer sites in one run.'],
    [
      ['empty.json'],
      '`empty.json` contains no site. Its check could not run. The log of the check says why.',
    ],
    [
      ['later.json'],
      '`later.json` has a schema that this version does not support. Use the version of origin-gate that wrote it.',
    ],
    [
      ['package.json'],
      '`package.json` is not an Origin Gate report. Use a file that `--report` or the input `report` wrote.',
    ],
    [
      [HEALTHY, '--report', HEALTHY],
      `\`--report\`: \`${HEALTHY}\` is also one of the reports to merge. Use another file, which the pattern does not match.`,
    ],
    [
      [HEALTHY, '--junit', 'x', '--html', './x'],
      '`--html`: `./x` is also the path of `junit`. Use a different file for each.',
    ],
    [
      [HEALTHY, '--badge', HEALTHY],
      `\`--badge\`: \`${HEALTHY}\` is also one of the reports to merge. Use another file, which the pattern does not match.`,
    ],
    [[HEALTHY, '--format', 'md'], '`--format`: `md` is not a known format.'],
    [[HEALTHY, '--fail-on', 'sometimes'], '`--fail-on`: `sometimes` is not a valid value.'],
    [[HEALTHY, '--fail-on'], '`--fail-on` has no value. Use `--fail-on OUTCOMES`.'],
    [[HEALTHY, '--report'], '`--report` has no value. Use `--report PATH`.'],
    [[HEALTHY, '--merge'], '`--merge` is not a known flag.'],
    [[HEALTHY, '--json'], '`--json` is not a known flag. Use `--format json`.'],
    [
      [HEALTHY, '--show-origin'],
      '`merge` has no `--show-origin`, because each report shows or hides the address already.',
    ],
  ])('%j', async (args, words) => {
    const { code, stdout, stderr } = await merge(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
    expect(stderr.endsWith(END)).toBe(true)
    expect(stderr.trimEnd().split('\n')).toHaveLength(2)
  })

  posix('a loop of links', async () => {
    expect((await merge('loop.json')).stderr).toContain('`loop.json` is a loop of symbolic links.')
  })

  posix('standard input, if it has no report', async () => {
    const fix = 'Pipe the report of a check to it, or use the path of a file.'
    for (const [line = '', fault] of [
      ['echo report | $GATE merge -', 'is not valid JSON'],
      ['$GATE merge - < /dev/null', 'is not a regular file'],
      ['$GATE merge - < /dev/zero', 'is not a regular file'],
    ])
      expect(await shell(world, line)).toEqual({
        code: 2,
        stdout: '',
        stderr: `Standard input ${fault}. ${fix}\n${END}`,
      })
    const twice = await shell(world, `cat ${HEALTHY} | $GATE merge - ${REFUSED} -`)
    expect(twice).toEqual({
      code: 2,
      stdout: '',
      stderr: `\`-\` can be used only once, because standard input has one report.\n${END}`,
    })
  })

  test('every flag of a check that it lacks', async () => {
    const others = ROWS.filter(({ name, shells }) => shells === 'both' && !MERGE_FLAGS.includes(name))
    const args = others.map(({ name, takes }) => (takes === 'switch' ? `--${name}` : `--${name}=x`))
    const { code, stdout, stderr } = await merge(HEALTHY, ...args)
    expect([code, stdout]).toEqual([2, ''])
    for (const { name } of others) expect(stderr).toContain(`\`merge\` has no \`--${name}\`, because`)
    expect(stderr.split('\n')).toHaveLength(others.length + 2)
  })

  test('all of it at once', async () => {
    const { code, stdout, stderr } = await merge(
      HEALTHY,
      'nope.json',
      'x-*.json',
      'torn.json',
      '--url',
      'a',
      '--quiet=7',
    )
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr.split('\n')).toEqual([
      expect.stringContaining('`merge` has no `--url`'),
      expect.stringContaining('`--quiet`: `7` is not a valid boolean'),
      expect.stringContaining('No file matches `x-*.json`'),
      expect.stringContaining('`nope.json` does not exist'),
      expect.stringContaining('`torn.json` is not valid JSON'),
      END.trim(),
      '',
    ])
  })

  test('a file whose name is a command to the runner or hides a token', async () => {
    const token = `ghp_${'Zx9Qp7Lm4V'.repeat(4)}`
    const { stderr } = await merge('::error::x\n::add-mask::y', '\u001b[31mred.json', `${token}.json`)
    expect(stderr).not.toMatch(/^::|(?!\n)\p{Cc}|Zx9Qp7Lm/mu)
  })
})

describe('help', () => {
  test.each([
    [['merge', '--help']],
    [['merge', '-h']],
    [['merge', 'a.json', '--help']],
    [['help', 'merge']],
    [['--help', 'merge']],
  ])('%j', async (args) => {
    expect(await start(args, {}).ended).toMatchObject({ code: 0, stdout: mergeHelp(80), stderr: '' })
  })

  test.each([48, 80, 100])('fits a terminal with %d columns', (columns) => {
    const copied = /^ {4}origin-gate|^Docs: /
    const lines = mergeHelp(columns).split('\n')
    expect(lines.filter((line) => line.length > columns && !copied.test(line))).toEqual([])
  })

  test('a version is printed', async () => {
    expect(await merge('--version')).toEqual({ code: 0, stdout: 'origin-gate 1.0.0\n', stderr: '' })
  })
})

posix('a device and a pipe without a writer are rejected', async () => {
  const { code, stdout, stderr } = await shell(world, 'mkfifo pipe; $GATE merge pipe /dev/zero')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^`pipe` is not a regular file\. .*\n`\/dev\/zero` is not a regular file\. /)
})
