import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { parseFlags } from '../../src/config/command/flags.ts'
import { FOREIGN_FLAGS } from '../../src/config/command/foreign-flags.ts'
import { COMMAND_ROWS } from '../../src/config/command/rows.ts'
import { INPUTS } from '../../src/config/inputs/inputs.ts'

/** The values that a run would read, without empty inputs. */
function inputs(...args: readonly string[]): Readonly<Record<string, string>> | undefined {
  const flags = parseFlags(args)
  if (flags.kind !== 'run') return undefined
  return Object.fromEntries(
    INPUTS.map(({ name }) => [name, flags.given.get(name) ?? ''] as const).filter(([, text]) => text !== ''),
  )
}

function refusals(...args: readonly string[]): readonly string[] {
  const flags = parseFlags(args)
  return flags.kind === 'refused' ? flags.problems.map((problem) => problem.text) : []
}

describe('flags', () => {
  test('have the names of the inputs; positional arguments are URLs', () => {
    expect(
      inputs('https://a.example', '--timeout', '5s', '--url=https://b.example', '--report', 'r.json'),
    ).toEqual({
      url: 'https://a.example\nhttps://b.example',
      timeout: '5s',
      report: 'r.json',
    })
  })

  test('of lists add items; of other flags the last one counts', () => {
    expect(
      inputs('--headers', 'A: 1', '--headers', 'B: 2', '--fail-on=warning', '--wait', '1s', '--wait', '2s'),
    ).toEqual({
      headers: 'A: 1\nB: 2',
      'fail-on': 'warning',
      wait: '2s',
    })
  })

  test('that are switches need no value', () => {
    expect(inputs('--show-origin', 'https://a.example')).toEqual({
      url: 'https://a.example',
      'show-origin': 'true',
    })
    expect(inputs('--show-origin=false')).toEqual({ 'show-origin': 'false' })
  })

  test('accept PEM text, which starts with dashes', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'
    expect(inputs('--origin-ca', pem, 'https://a.example')).toEqual({
      url: 'https://a.example',
      'origin-ca': pem,
    })
  })

  test('end at `--`', () => {
    expect(inputs('--', '--url')).toEqual({ url: '--url' })
  })

  test.each([['--help'], ['-h'], ['--nonsense', '--help']])('%s prints the help', (...args) => {
    expect(parseFlags(args)).toEqual({ kind: 'help' })
  })

  test.each(['--version', '-V'])('%s', (arg) => {
    expect(parseFlags([arg])).toEqual({ kind: 'version' })
  })
})

describe('rejected flags', () => {
  test.each([
    [
      ['--timout', '5s'],
      '`--timout` is not a known flag. `--help` lists all flags. Did you mean `--timeout`?',
    ],
    [['-Z'], '`-Z` is not a known flag. `--help` lists all flags.'],
    [['--comment', 'never'], '`--comment` works only in the Action. Remove it from the command.'],
    [['--check-run'], '`--check-run` works only in the Action. Remove it from the command.'],
    [['--job-summary'], '`--job-summary` works only in the Action. Remove it from the command.'],
    [['--timeout'], '`--timeout` has no value. Use `--timeout DURATION`.'],
    [['--timeout', '--wait=5s'], '`--timeout` has no value. Use `--timeout DURATION`.'],
  ])('%j', (args, text) => {
    expect(refusals(...args)).toEqual([text])
  })

  test.each([
    [
      ['-v'],
      '`-v` is not a known flag. Use `ORIGIN_GATE_DEBUG=1` for details, or `--version` for the version.',
    ],
    [
      ['-o', 'r.json'],
      '`-o` is not a known flag. Use `--report PATH` for a JSON report, or `--format` to choose what is printed.',
    ],
    [['--json'], '`--json` is not a known flag. Use `--format json`.'],
    [['--silent'], '`--silent` is not a known flag. Use `--quiet`.'],
    [['-X', 'HEAD'], '`-X` is not a known flag. Use `--method GET` or `--method HEAD`.'],
    [['--header', 'A: 1'], "`--header` is not a known flag. Use `--headers 'Name: value'`."],
    [['-I'], '`-I` is not a known flag. Use `--method HEAD`.'],
    [
      ['-L'],
      '`-L` is not a known flag. Redirects are followed. Use `--follow-redirects NUMBER` to limit them.',
    ],
  ])('of other programs name the flag to use, and take their value: %j', (args, text) => {
    expect(refusals(...args)).toEqual([text])
  })

  test('of several letters are reported one by one', () => {
    expect(refusals('-sk')).toEqual([
      expect.stringMatching(/^`-s` /),
      expect.stringMatching(/^`-k` .*`--ssl-mode full`\.$/),
    ])
  })

  test('of other programs are not flags of ours, and name only flags of ours', () => {
    const ours: readonly string[] = [...COMMAND_ROWS.map(({ name }) => name), 'help', 'version']
    for (const [name, { instead }] of Object.entries(FOREIGN_FLAGS)) {
      expect(ours).not.toContain(name)
      for (const [, flag = ''] of instead.matchAll(/--([a-z-]+)/g)) expect(ours).toContain(flag)
    }
  })

  test('have letters of their own', () => {
    const letters = [...Object.values(FOREIGN_FLAGS).map(({ short }) => short), 'h', 'V', 'q'].filter(
      (letter) => letter !== undefined,
    )
    expect(letters).toEqual([...new Set(letters)])
  })

  test('-q is --quiet', () => {
    const flags = parseFlags(['-q'])
    expect(flags.kind === 'run' && flags.given.get('quiet')).toBe('true')
  })

  test('are reported all at once', () => {
    expect(refusals('--orign', 'a', '--pr-number=1', '--wait')).toHaveLength(3)
  })

  test('never throw', () => {
    const arg = fc.oneof(
      fc.string(),
      fc.string().map((text) => `--${text}`),
      fc.constantFrom('--url', '--__proto__=1'),
    )
    fc.assert(
      fc.property(fc.array(arg), (args) => {
        parseFlags(args)
      }),
    )
  })
})
