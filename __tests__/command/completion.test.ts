/** The completion scripts, in the real shells: what a line becomes when Tab is pressed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { SHELLS } from '../../src/config/command/subcommand.ts'
import { COMMAND_ROWS } from '../../src/config/command/rows.ts'
import { completionScript } from '../../src/config/completion/script.ts'
import { ENTRY, start } from '../support/program.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

const HERE = fileURLToPath(new URL('shells/', import.meta.url))

const missing = SHELLS.filter((shell) => spawnSync(shell, ['-c', 'true']).status !== 0)
const describeWith = (...shells: readonly string[]) => {
  const absent = missing.filter((shell) => shells.includes(shell))
  return onLinux(NEEDS_PROGRAMS, absent.length === 0 ? undefined : `${absent.join(' and ')} not installed`)
    .describe
}

/** A working folder with two files, and a `bin` with `origin-gate` and Node. */
let folder: string
let env: Readonly<Record<string, string>>
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-completion-'))
  const [bin, work] = [join(folder, 'bin'), join(folder, 'work')]
  await Promise.all([bin, work].map((path) => mkdir(path)))
  await symlink(ENTRY, join(bin, 'origin-gate'))
  await symlink(process.execPath, join(bin, 'node'))
  await Promise.all(['report.json', 'two words.json'].map((name) => writeFile(join(work, name), '')))
  const path = [bin, dirname(process.execPath), process.env['PATH'] ?? ''].join(':')
  env = { PATH: path, HOME: folder, TERM: 'xterm', LC_ALL: 'C.UTF-8' }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What bash or zsh shows for each line after the keys. */
function shown(shell: 'bash' | 'zsh', keys: string, lines: readonly string[]): readonly string[] {
  const args = ['-f', join(HERE, 'type.zsh'), shell, join(HERE, `setup.${shell}`), keys, ...lines]
  const options = { cwd: join(folder, 'work'), env, encoding: 'utf8', timeout: 25_000 } as const
  return execFileSync('zsh', args, options).split('\0').slice(0, -1).map(stripVTControlCharacters)
}

/** What each line becomes when Tab is pressed. */
function completed(shell: 'bash' | 'zsh', lines: readonly string[]): readonly (string | undefined)[] {
  return shown(shell, '\t', lines).map((text) => /<<<(.*?)[ =]*>>>/.exec(text)?.[1])
}

/** Lines, and what both shells make of them. */
const LINES: readonly (readonly [typed: string, completed: string])[] = [
  ['origin-gate comp', 'origin-gate completion'],
  ['origin-gate completion f', 'origin-gate completion fish'],
  ['origin-gate help ssl', 'origin-gate help ssl-mode'],
  ['origin-gate help mer', 'origin-gate help merge'],
  ['origin-gate mer', 'origin-gate merge'],
  ['origin-gate merge rep', 'origin-gate merge report.json'],
  ['origin-gate merge report.json two', String.raw`origin-gate merge report.json two\ words.json`],
  ['origin-gate merge --fo', 'origin-gate merge --format'],
  ['origin-gate merge --format mark', 'origin-gate merge --format markdown'],
  ['origin-gate merge --ori', 'origin-gate merge --ori'],
  ['origin-gate --ssl-mode fl', 'origin-gate --ssl-mode flexible'],
  ['origin-gate --ssl-mode=fl', 'origin-gate --ssl-mode=flexible'],
  ['origin-gate --method H', 'origin-gate --method HEAD'],
  ['origin-gate --report rep', 'origin-gate --report report.json'],
  ['origin-gate --report=rep', 'origin-gate --report=report.json'],
  ['origin-gate --record two', String.raw`origin-gate --record two\ words.json`],
  ['origin-gate --origin rep', 'origin-gate --origin rep'],
  ['origin-gate rep', 'origin-gate rep'],
  ['origin-gate www.shop.example --show', 'origin-gate www.shop.example --show-origin'],
  ['origin-gate -q www.shop.example --meth', 'origin-gate -q www.shop.example --method'],
  ['origin-gate --wait 3m --vers', 'origin-gate --wait 3m --version'],
]

const TYPED = LINES.map(([typed]) => typed)
const COMPLETED = LINES.map(([, completed]) => completed)

describeWith('bash', 'zsh')('bash (needs bash and zsh)', () => {
  test('completes flags, values, files and commands', () => {
    expect(completed('bash', TYPED)).toEqual(COMPLETED)
    expect(completed('bash', ['origin-gate --expected-s', 'origin-gate --fail-on unhealthy,inc'])).toEqual([
      'origin-gate --expected-status',
      'origin-gate --fail-on unhealthy,inconclusive',
    ])
  })
})

describeWith('zsh')('zsh (needs zsh)', () => {
  test('completes flags, values, files and commands', () => {
    expect(completed('zsh', TYPED)).toEqual(COMPLETED)
    expect(completed('zsh', ['origin-gate --expected-s', 'origin-gate --fail-on unhealthy,inc'])).toEqual([
      'origin-gate --expected-status',
      'origin-gate --fail-on unhealthy,inconclusive,',
    ])
  })

  test('lists flags with their descriptions', () => {
    const [flags, words] = shown('zsh', '\u0018l', ['origin-gate --expected-', 'origin-gate '])
    expect(flags).toMatch(/--expected-body +-- Text or \/regex\/ that the page must contain/)
    expect(words).toMatch(/completion +-- Print a completion script/)
  })

  test('accepts the script as a file in a folder of fpath', async () => {
    await writeFile(join(folder, '_origin-gate'), completionScript('zsh'))
    const setup = 'fpath=($1 $fpath); autoload -Uz compinit; compinit -D -u; print $_comps[origin-gate]'
    const found = execFileSync('zsh', ['-f', '-c', setup, 'zsh', folder], { env, encoding: 'utf8' })
    expect(found).toBe('_origin-gate\n')
  })
})

/** What fish offers for each line. */
const offered = (lines: readonly string[]): readonly string[] => {
  const script = lines.map((line) => `complete -C ${JSON.stringify(line)}; printf '\\0'`).join('\n')
  const args = ['--no-config', '-c', `origin-gate completion fish | source\n${script}`]
  const options = { cwd: join(folder, 'work'), env, encoding: 'utf8', timeout: 25_000 } as const
  return execFileSync('fish', args, options).split('\0').slice(0, -1)
}

describeWith('fish')('fish (needs fish)', () => {
  test('offers flags, values, files and commands', () => {
    expect(offered(TYPED)).toEqual([
      'completion\tPrint a completion script for a shell\n',
      'fish\n',
      'ssl-mode\n',
      'merge\n',
      'merge\tMake one report of several JSON reports\n',
      'report.json\n',
      'two words.json\n',
      '--format\tWhat standard output gets: text, json, markdown, junit or html\n',
      'markdown\tWhat standard output gets: text, json, markdown, junit or html\n',
      '',
      'flexible\tHow Cloudflare connects to the origin: off, flexible, full, strict or auto\n',
      '--ssl-mode=flexible\tHow Cloudflare connects to the origin: off, flexible, full, strict or auto\n',
      'HEAD\tGET or HEAD\n',
      'report.json\n',
      '--report=report.json\n',
      'two words.json\n',
      '',
      '',
      "--show-origin\tPrint the origin's address, which is hidden otherwise\n",
      '--method\tGET or HEAD\n',
      '--version\tPrint the version\n',
    ])
    expect(offered(['origin-gate --fail-on unhealthy,inc'])).toEqual([
      expect.stringMatching(/^unhealthy,inconclusive\t/),
    ])
  })

  test('offers every flag', () => {
    const [text = ''] = offered(['origin-gate --'])
    const flags = text
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0])
    const expected = [...COMMAND_ROWS.map(({ name }) => `--${name}`), '--help', '--version']
    expect(new Set(flags)).toEqual(new Set(expected))
  })
})

const run = (args: readonly string[]) => start(args, {}).ended

describe('the command', () => {
  const USE = 'Use `origin-gate completion bash`, `zsh` or `fish`.\n'

  test.each(SHELLS)('prints the script for %s', async (shell) => {
    expect(await run(['completion', shell])).toMatchObject({
      code: 0,
      stdout: completionScript(shell),
      stderr: '',
    })
  })

  test.each([
    [['completion'], `\`completion\` needs the name of a shell. ${USE}`],
    [['completion', 'tcsh'], `There is no completion for \`tcsh\`. ${USE}`],
    [['completion', '--bash'], `There is no completion for \`--bash\`. ${USE}`],
    [['completion', 'bash', 'zsh'], '`completion bash` takes no further argument. Remove `zsh`.\n'],
  ])('names the fix: %j', async (args, stderr) => {
    expect(await run(args)).toMatchObject({ code: 2, stdout: '', stderr })
  })
})
