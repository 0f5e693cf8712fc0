import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { reportIn } from '../../../lab/runner/read-report.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { ORIGIN_SPELLINGS } from '../../support/leaks.ts'
import { startCommand } from '../../support/program.ts'
import { CHECK, piped, run, shell, type Ran } from './support.ts'
import { NO_SHELL, onPosix } from '../../support/platform.ts'

const posix = onPosix(NO_SHELL).test

let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'refused' })
})
afterAll(() => world.close())

const PROGRESS = /^Checking https:/m
const HEADLINE = '✗ www.shop.example is down'

async function checked(...args: readonly string[]): Promise<Ran> {
  const ran = await run(world, [...CHECK, ...args])
  for (const spelling of ORIGIN_SPELLINGS) expect(ran.stdout + ran.stderr).not.toMatch(spelling)
  return ran
}

describe('standard output gets', () => {
  test('the text by default, and standard error gets the progress', async () => {
    const { code, stdout, stderr } = await checked()
    expect(code).toBe(1)
    expect(stdout.startsWith(HEADLINE)).toBe(true)
    expect(stderr).toMatch(PROGRESS)
    expect(stderr).not.toContain(HEADLINE)
  })

  test('one JSON document with `--format json`, and standard error the progress only', async () => {
    const { code, stdout, stderr } = await checked('--format', 'json')
    expect(code).toBe(1)
    expect(reportIn(stdout)).toMatchObject({ schema: 1, verdict: 'unhealthy', cause: 'origin-refused' })
    expect(stderr).toMatch(PROGRESS)
    expect(stderr).not.toContain(HEADLINE)
  })

  test('one document of the other formats', async () => {
    const markdown = await checked('--format=markdown')
    expect([markdown.code, markdown.stdout]).toEqual([1, expect.stringMatching(/^### ❌ www/)])
    const junit = await checked('--format', 'junit')
    expect(junit.code).toBe(1)
    expect(junit.stdout).toMatch(/^<\?xml [^]*<\/testsuites>\n$/)
    const html = await checked('--format', 'html')
    expect([html.code, html.stdout]).toEqual([1, expect.stringMatching(/^<!doctype html>[^]*<\/html>\n$/i)])
  })

  test('what `-` names, and then standard error gets the text', async () => {
    const report = await checked('--report', '-')
    expect(report.code).toBe(1)
    expect(reportIn(report.stdout)).toMatchObject({ verdict: 'unhealthy' })
    expect(report.stderr).toContain(HEADLINE)
    for (const path of ['-', '/dev/stdout']) {
      const junit = await checked('--junit', path, '--report', 'r.json')
      expect(junit.stdout).toMatch(/^<\?xml [^]*<\/testsuites>\n$/)
      expect(junit.stderr).toContain(HEADLINE)
    }
    expect(reportIn(await readFile(join(world.folder, 'r.json'), 'utf8'))).toMatchObject({ schema: 1 })
  })

  posix('JSON that jq can read, for every verdict', async () => {
    const line = `$GATE ${CHECK.join(' ')} --format json | jq -r .verdict`
    const { stdout, stderr } = await shell(world, line)
    expect([stdout, stderr]).toEqual(['unhealthy\n', expect.stringMatching(PROGRESS)])
  })

  test('nothing when an input is wrong', async () => {
    const { code, stdout, stderr } = await run(world, [
      'https://www.shop.example',
      '--wait',
      'soon',
      '--format',
      'json',
    ])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('`--wait`: `soon` is not a valid duration.')
  })

  posix('and a reader that stops early does not change the exit code', async () => {
    const { stdout } = await shell(
      world,
      `{ $GATE ${CHECK.join(' ')} --format json; echo "exit $?" >&3; } 3>&1 >&1 | head -c 1`,
    )
    expect(stdout).toMatch(/^\{|exit 1/)
    const code = await shell(
      world,
      `{ { $GATE ${CHECK.join(' ')}; echo $? >&3; } | head -n 1 >/dev/null; } 3>&1`,
    )
    expect(code.stdout).toBe('1\n')
  })
})

describe('with --quiet', () => {
  test.each([
    ['text', ['--quiet'], HEADLINE],
    ['JSON', ['-q', '--format', 'json'], '{'],
    ['JSON from `-`, without the text', ['-q', '--report', '-'], '{'],
  ])('standard error is empty: %s', async (_, args, beginning) => {
    const { code, stdout, stderr } = await checked(...args)
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout.startsWith(beginning)).toBe(true)
  })

  test('errors are printed', async () => {
    const { code, stdout, stderr } = await run(world, ['https://www.shop.example', '--wait', 'soon', '-q'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('`--wait`: `soon`')
  })
})

describe('standard output never mixes two things:', () => {
  test.each<[readonly string[], string]>([
    [['--report', '-', '--junit', '-'], "`--report` and `--junit` can't both be standard output. Use a file"],
    [
      ['--report=-', '--junit=-', '--html=-'],
      "`--report`, `--junit` and `--html` can't all be standard output.",
    ],
    [['--report', '-', '--format', 'json'], '`--format json` already prints it. Remove one of them.'],
    [
      ['--junit', '-', '--format', 'json'],
      '`--format json` uses that already. Use a file, or remove `--format`.',
    ],
    [['--record', '-'], "`--record` can't be standard output. Use the path of a file, such as `run.json`."],
    [['--record', '/dev/stdout'], "`--record` can't be standard output."],
    [
      ['--format', 'md'],
      '`--format`: `md` is not a known format. Use `text`, `json`, `markdown`, `junit` or `html`. Did you mean `markdown`?',
    ],
    [['--format', 'jsn'], 'Did you mean `json`?'],
    [['--format', '__proto__'], 'Use `text`, `json`, `markdown`, `junit` or `html`.\n'],
    [['--format', 'constructor'], 'Use `text`, `json`, `markdown`, `junit` or `html`.\n'],
    [
      ['--report', 'same.json', '--record', './same.json'],
      '`--record`: `./same.json` is also the path of `report`',
    ],
    [['--quiet=maybe'], '`--quiet`: `maybe` is not a valid boolean. Use `true` or `false`.'],
  ])('%j', async (args, words) => {
    const { code, stdout, stderr } = await run(world, [...CHECK, ...args])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
  })
})

describe('standard output under another name is still standard output:', () => {
  posix.each([
    ['the file that the shell redirects to', 'out.json'],
    ['a link to that', './link/../link-to-out.json'],
    ['a link to /dev/stdout', 'link-to-stdout'],
    ['another spelling', '/dev/./stdout'],
    ['its name below /proc', '/proc/thread-self/fd/1'],
  ])('%s', async (_, path) => {
    const line = `ln -sf out.json link-to-out.json; ln -sf /dev/stdout link-to-stdout; mkdir -p link; : > out.json; $GATE ${CHECK.join(' ')} --report ${path} > out.json`
    const { code, stderr } = await shell(world, line)
    expect(code).toBe(1)
    expect(stderr).toContain(HEADLINE)
    expect(reportIn(await readFile(join(world.folder, 'out.json'), 'utf8'))).toMatchObject({ schema: 1 })
    const recorded = await shell(world, line.replace('--report', '--format json --record'))
    expect([recorded.code, recorded.stderr]).toEqual([
      2,
      expect.stringContaining("`--record` can't be standard output."),
    ])
  })
})

test.each(['--format', '--quiet', '--replay', '--'])(
  'a token in the wrong place is not quoted: %s',
  async (flag) => {
    const token = `ghp_${'Zx9Qp7Lm4V'.repeat(4)}`
    const jwt = `eyJhbGciOiJIUzI1NiJ9.${'Zx9Qp7Lm4V'.repeat(4)}.Zx9Qp7Lm4V`
    for (const secret of [token, jwt]) {
      const args = flag === '--' ? [`--${secret}`, ...CHECK] : [...CHECK, `${flag}=${secret}`]
      const { code, stdout, stderr } = await run(world, args)
      expect(code).toBe(2)
      expect(stdout + stderr).not.toContain('Zx9Qp7Lm')
    }
  },
)

posix('a report that could not be written as a whole is removed', async () => {
  const line = `ulimit -f 4; $GATE ${CHECK.join(' ')} --report half.json --html half.html; echo "exit $?"; ls half.*`
  const { stdout, stderr } = await shell(world, line)
  expect(stdout).toMatch(/exit 1\n$/)
  expect(stderr).toContain('larger than this process may write (EFBIG)')
})

posix('a relative path in a working directory that was removed is rejected', async () => {
  const line = `mkdir gone; cd gone; rmdir ../gone; $GATE ${CHECK.join(' ')} --report report.json --record run.json`
  const { code, stdout, stderr } = await shell(world, line)
  expect([code, stdout]).toEqual([2, ''])
  for (const flag of ['--report', '--record'])
    expect(stderr).toMatch(new RegExp(`^\`${flag}\`: .* no longer exists\\. Use an absolute path\\.$`, 'm'))
  const without = await shell(world, line.replace(/--report.*/, ''))
  expect([without.code, without.stdout]).toEqual([1, expect.stringContaining(HEADLINE)])
})

describe('after Ctrl-C, standard output gets one complete document', () => {
  posix.each(['json', 'junit', 'markdown', 'html'])('%s', async (format) => {
    const program = startCommand(world, [...CHECK, '--wait', '10m', '--format', format])
    await program.printed('origin-refused')
    program.signal('SIGINT')
    const { code, stdout } = await program.ended
    expect(code).toBe(130)
    if (format === 'json') expect(reportIn(stdout)).toMatchObject({ verdict: 'inconclusive' })
    if (format === 'junit') expect(stdout).toMatch(/^<\?xml [^]*<\/testsuites>\n$/)
    if (format === 'html') expect(stdout).toMatch(/^<!doctype html>[^]*<\/html>\n$/i)
    if (format === 'markdown') expect(stdout).toMatch(/^### [^]*<\/sub>\n$/)
  })
})

test('a replay prints the same document', async () => {
  const checkedOnce = await checked('--record', 'run.json', '--format', 'json')
  const replayed = await run(world, ['--replay', 'run.json', '--format', 'json'])
  expect([replayed.code, replayed.stdout, replayed.stderr]).toEqual([1, checkedOnce.stdout, ''])
  const again = await piped(world, 'run.json', ['--replay', '-', '--format', 'json'])
  expect([again.code, again.stdout, again.stderr]).toEqual([1, checkedOnce.stdout, ''])
})
