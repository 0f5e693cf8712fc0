import { describe, expect, test } from '@jest/globals'
import { sitesIn } from '../../src/config/files/sites-file.ts'
import { NO_FILES } from '../../src/config/files/pem-files.ts'
import { parseConfig } from '../../src/config/parse.ts'
import { firstProblems } from '../../src/config/parser/problems.ts'
import { secretsOf } from '../../src/config/secrets.ts'
import type { InputReader } from '../../src/config/inputs/inputs.ts'

const SIZE = 1_900_000

/** As much of a text as a sites file may have. */
const filled = (unit: string, start = 'sites:\n'): string =>
  start + unit.repeat(Math.floor((SIZE - start.length) / unit.length))
const counted = (unit: (index: number) => string, start = 'sites:\n', count = 250_000): string =>
  start + Array.from({ length: count }, (_, index) => unit(index)).join('')

describe('a sites file that is made to cost time is rejected', () => {
  test.each([
    ['brackets', () => filled('[', 'sites: '), 'nested too deeply'],
    ['braces', () => filled('{a: ', 'sites: '), 'nested too deeply'],
    ['dashes', () => filled('- '), 'nested too deeply'],
    ['complex keys', () => filled('? '), 'nested too deeply'],
    ['a key in each value', () => filled('a: b: c: '), 'nested too deeply'],
    ['indentation', () => counted((index) => `${' '.repeat(index)}a:\n`, '', 1900), 'nested too deeply'],
    ['tabs', () => filled('\t'), 'not tabs'],
    [
      'merge keys',
      () => counted((index) => `- &a${index} {<<: [${'*a0,'.repeat(200)}]}\n`, undefined, 2000),
      'too long',
    ],
    ['aliases', () => filled('- *a\n', '- &a b\n'), 'too long'],
    ['directives', () => filled('%a\n', ''), 'not a valid YAML directive'],
    ['documents', () => filled('---\n', ''), 'second document'],
    ['empty lines', () => filled('\n'), 'too long'],
    ['lines of one text', () => filled(' a\n', 'sites: |\n'), 'too long'],
    ['folded lines', () => filled(' a\n', 'sites: >\n'), 'too long'],
    ['a long string', () => filled('a', 'sites: '), '`sites` is a string'],
    ['a long key', () => `${filled('a', '')}: x`, 'longer than 1024 characters'],
  ])('%s', (_, text, words) => {
    const { sites, faults } = sitesIn(text())
    expect(sites).toEqual([])
    expect(faults.length).toBeLessThanOrEqual(100)
    expect(faults[0]?.text).toContain(words)
  })

  test('more sites than a run checks', () => {
    const { faults } = sitesIn(counted((index) => `- url: https://w${index}.example\n`, undefined, 10_001))
    expect(faults).toEqual([
      {
        place: { line: 10_002, column: 3 },
        text: 'There are more than 10,000 sites. Check the others in another run.',
      },
    ])
  })

  test('many times more sites than a run checks', () => {
    const { faults } = sitesIn(filled('- url: https://a.example\r\n'))
    expect(faults).toHaveLength(1)
    expect(faults[0]?.text).toContain('more than 10,000 sites')
  })
})

test('ten thousand sites with a few inputs of their own are accepted', () => {
  const text = counted(
    (index) =>
      `- url: https://w${index}.example\n  timeout: 9s\n  wait: 0s # once\n  headers:\n  - 'X-A: ${index}'\n  origin: 192.0.2.1\n`,
    undefined,
    10_000,
  )
  const { sites, faults } = sitesIn(text)
  expect([sites.length, faults]).toEqual([10_000, []])
})

const fromInputs = (values: Readonly<Record<string, string>>): readonly string[] => {
  const input: InputReader = (name) => values[name] ?? ''
  const parsed = parseConfig(input, {
    shell: 'command',
    defaultCommentKey: '',
    defaultReport: '',
    files: NO_FILES,
  })
  return parsed.ok ? [] : firstProblems(parsed.problems).map(({ text }) => text)
}

const lines = (line: string, count: number): string => `${line}\n`.repeat(count)
const URL = 'https://a.example'

describe('an input that is too large is refused before it is parsed', () => {
  test.each([
    ['headers', lines('X-A: b', 65_000), 'has more than 1,000 lines'],
    ['headers', `X-A: ${'b'.repeat(131_000)}`, 'is larger than 127 KB, and Cloudflare accepts 128 KB'],
    ['headers', lines(`X-A: ${'b'.repeat(1000)}`, 200), 'is larger than 127 KB'],
    ['origin', lines('192.0.2.1', 65_000), 'has more than 1,000 lines'],
    ['url', lines(URL, 1_000_000), 'has more than 10,000 lines'],
    ['url', `${URL}/${'a'.repeat(17_000)}`, 'is longer than 16,384 characters'],
    ['resolvers', 'x'.repeat(2_000_000), 'is longer than 1,048,576 characters'],
    ['expected-status', 'x'.repeat(2_000_000), 'is longer than 1,048,576 characters'],
    ['expected-body', `/${'a'.repeat(20_000)}/`, 'is longer than 10000 characters'],
  ])('%s', (name, text, words) => {
    const problems = fromInputs({ url: URL, [name]: text })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(words)
  })

  test('and its lines are not masked one by one', () => {
    expect(secretsOf((name) => (name === 'headers' ? lines('X-A: secret', 65_000) : ''))).toEqual([])
  })
})

test('of many problems, the first hundred are printed', () => {
  const problems = fromInputs({ url: lines('https:/a.example', 5000) })
  expect(problems).toHaveLength(101)
  expect(problems.at(-1)).toBe('There are 4900 more problems. Fix these first.')
})

test('of many problems of a sites file, the first hundred are printed', () => {
  const text = counted((index) => `  k${index}: 1\n`, 'sites:\n- url: https://a.example\n', 20_000)
  const parsed = parseConfig(() => '', {
    shell: 'command',
    defaultCommentKey: '',
    defaultReport: '',
    files: NO_FILES,
    listed: sitesIn(text),
  })
  expect(parsed.ok ? [] : parsed.problems.slice(-2)).toMatchObject([
    { text: expect.stringContaining('`k99` is not a known key') },
    { text: '`config` has 19900 more problems. Fix these first.' },
  ])
})

const fromSites = (
  site: (index: number) => string,
  inputs: Readonly<Record<string, string>> = {},
): readonly string[] => {
  const parsed = parseConfig((name) => inputs[name] ?? '', {
    shell: 'command',
    defaultCommentKey: '',
    defaultReport: '',
    files: NO_FILES,
    listed: sitesIn(counted(site, undefined, 3000)),
  })
  return parsed.ok ? [] : parsed.problems.map(({ text }) => text)
}
const secret = (index: number): string => `s3cret-${index}-x`

describe('of many sites with a wrong value each', () => {
  test('the first are reported, and no more are read than it takes to know that there are many', () => {
    const texts = fromSites(
      (index) =>
        `- url: https://w${index}.example\n  headers: 'X-A: ${secret(index)}'\n  wait: ${secret(index)}\n`,
    )
    expect(texts.filter((text) => text.includes('`***`'))).toHaveLength(100)
    expect(texts.at(-1)).toBe('`config` has at least 901 more problems. Fix these first.')
    expect(texts.join()).not.toContain('s3cret')
  })

  test('a wrong input is reported once, and does not hide a site that is wrong', () => {
    const texts = fromSites(
      (index) => `- url: ${index < 2999 ? `https://w${index}.example` : 'w.example'}\n`,
      {
        headers: lines('X-A', 900),
      },
    )
    expect(texts).toHaveLength(901)
    expect(texts.at(-1)).toContain('`config`, line 3001, column 8: `url`: `w.example` has no scheme')
  })
})
