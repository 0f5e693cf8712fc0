/** What the command prints about itself: `--help`, `help FLAG`, and the short help without arguments. */
import { describe, expect, test } from '@jest/globals'
import { flagHelp, helpText, shortHelp } from '../../src/config/command/help.ts'
import { subcommandOf } from '../../src/config/command/subcommand.ts'
import { DOCS, EXAMPLES, EXIT_CODES } from '../../src/config/command/reference.ts'
import { COMMAND_ROWS, ROWS } from '../../src/config/command/rows.ts'
import { GROUPS } from '../../src/config/inputs/inputs.ts'
import { start } from '../support/program.ts'

const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => start(args, env).ended

const flagsIn = (text: string) => [...text.matchAll(/^ {2}(?:-\w, )?--([a-z-]+)/gmu)].map(([, name]) => name)

describe('--help', () => {
  test('lists every flag of the command once, and no other', () => {
    const expected = [...COMMAND_ROWS.map(({ name }) => name), 'help', 'version']
    expect(new Set(flagsIn(helpText(80)))).toEqual(new Set(expected))
    expect(flagsIn(helpText(80))).toHaveLength(expected.length)
  })

  test('lists the flags under their headings, in the order of the table', () => {
    const headings = helpText(80).match(/^[A-Z][A-Za-z ]+:$/gm)
    const [last, ...groups] = Object.values(GROUPS).toReversed()
    expect(last).toBe('GitHub')
    expect(headings).toEqual([
      'Examples:',
      ...groups.toReversed().map((group) => `${group}:`),
      'Help:',
      'Values:',
      'Environment:',
      'Exit codes:',
    ])
  })

  test('has three examples, the exit codes and the address of the documentation', () => {
    const text = helpText(80)
    expect(EXAMPLES).toHaveLength(3)
    for (const { name } of EXAMPLES) expect(text).toContain(`\n    ${name}\n`)
    for (const { name } of EXIT_CODES) expect(text).toMatch(new RegExp(`^  ${name}  `, 'm'))
    expect(text).toContain(DOCS)
  })

  test.each([48, 60, 72, 80, 100, 200])('fits a terminal with %d columns', (columns) => {
    const copied = [...EXAMPLES.map(({ name }) => `    ${name}`), `Docs: ${DOCS}`]
    for (const line of helpText(columns).split('\n')) {
      if (!copied.includes(line))
        expect(line).toMatch(new RegExp(`^(?:.{0,${Math.min(columns, 100) - 1}}\\S)?$`, 'u'))
    }
    for (const line of copied) expect(line.length).toBeLessThanOrEqual(80)
  })

  test.each([...ROWS])('has a short text for --$name', ({ short, description }) => {
    expect(short).toMatch(/^[A-Z].*[^.]$/)
    expect(short).not.toContain('`')
    expect(short.length).toBeLessThanOrEqual(75)
    expect(description).toMatch(/\.$/)
  })

  test.each([
    ['--help'],
    ['-h'],
    ['help'],
    ['--nonsense', '--help'],
    ['www.shop.example', '--wait', '1m', '--help'],
  ])('goes to standard output, with exit code 0: %s', async (...args) => {
    expect(await run(args)).toMatchObject({ code: 0, stdout: helpText(80), stderr: '' })
  })
})

describe('one flag', () => {
  test.each([
    ['help', 'origin'],
    ['help', '--origin'],
    ['--help', 'origin'],
    ['--help=origin'],
    ['-h', '--origin'],
    ['--origin', '--help'],
  ])('%s %s', async (...args) => {
    const { code, stdout, stderr } = await run(args)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^--origin ADDRESS\n\nWhere the site is hosted:/)
    expect(stdout).toContain('Environment: ORIGIN_GATE_ORIGIN\nThe flag can be repeated.\n')
  })

  test.each([
    ['globalping-token', 'GLOBALPING_TOKEN'],
    ['cloudflare-api-token', 'CLOUDFLARE_API_TOKEN'],
  ])('--%s names both of its variables', (name, usual) => {
    const row = ROWS.find((row) => row.name === name)
    if (row === undefined) throw new RangeError(name)
    const own = `ORIGIN_GATE_${name.toUpperCase().replaceAll('-', '_')}`
    expect(flagHelp(row, 80)).toContain(`Environment: ${usual} or ${own}\n`)
  })

  test.each([...ROWS])('--$name has a page of its own', (row) => {
    const text = flagHelp(row, 80)
    expect(text).toContain(`--${row.name}`)
    expect(text.includes('only in the Action')).toBe(row.shells === 'action')
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('has the default of the command', () => {
    const wait = ROWS.filter(({ name }) => name === 'wait').map((row) => flagHelp(row, 80))
    expect(wait).toEqual([expect.stringContaining('Default: 0s.\n')])
  })

  test.each([
    [
      ['help', 'orign'],
      '`orign` is not a known flag. `origin-gate --help` lists all flags. Did you mean `--origin`?\n',
    ],
    [
      ['help', 'www.shop.example'],
      '`www.shop.example` is not a known flag. `origin-gate --help` lists all flags.\n',
    ],
    [
      ['--help', '--timout'],
      '`--timout` is not a known flag. `origin-gate --help` lists all flags. Did you mean `--timeout`?\n',
    ],
  ])('an unknown flag: %j', async (args, stderr) => {
    expect(await run(args)).toMatchObject({ code: 2, stdout: '', stderr })
  })
})

describe('without arguments', () => {
  test('a short help goes to standard error, with exit code 2', async () => {
    const { code, stdout, stderr } = await run([])
    expect([code, stdout, stderr]).toEqual([2, '', shortHelp(80)])
    expect(stderr).toContain('Usage: origin-gate')
    expect(stderr).toContain('`origin-gate --help` lists all flags.')
    for (const { name } of EXAMPLES) expect(stderr).toContain(name)
    expect(stderr.split('\n').length).toBeLessThan(20)
  })

  test.each(['ORIGIN_GATE_URL', 'ORIGIN_GATE_CONFIG', 'ORIGIN_GATE_REPLAY'])(
    'a check runs if %s is set',
    (name) => {
      expect(subcommandOf([], { [name]: 'x' })).toBeUndefined()
      expect(subcommandOf([], { [name]: '' })).toEqual({ kind: 'short help' })
    },
  )
})

describe('a check', () => {
  test.each([
    [['www.shop.example']],
    [['--help', 'www.shop.example', '--wait', '1m']],
    [['www.shop.example', '--help']],
    [['--version']],
    [['--origin', '203.0.113.10']],
    [['--origin=203.0.113.10', '--help']],
    [['help.shop.example']],
    [['completion.shop.example', 'bash']],
  ])('is not taken for a subcommand: %j', (args) => {
    expect(subcommandOf(args, {})).toBeUndefined()
  })

  test('of one site with --help prints the help', () => {
    expect(subcommandOf(['--help', 'www.shop.example'], {})).toEqual({ kind: 'help' })
  })
})
