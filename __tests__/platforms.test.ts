/** The code runs on Linux, macOS and Windows. What only some systems have is guarded, or listed with the reason. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { callsIn, isGuarded, problemsIn, RULES, type RuleName } from '../scripts/platform-calls.ts'

const ROOT = join(import.meta.dirname, '..')
const FOLDERS = ['src', 'scripts', 'lab', 'bench', '__tests__'] as const

async function sourcesIn(folder: string): Promise<readonly (readonly [path: string, source: string])[]> {
  const files = await readdir(join(ROOT, folder), { recursive: true })
  return Promise.all(
    files
      .filter((file) => /\.(?:ts|js|cjs)$/.test(file) && !file.endsWith('platforms.test.ts'))
      .map(async (file) => {
        const source = await readFile(join(ROOT, folder, file), 'utf8')
        return [`${folder}/${file.replaceAll('\\', '/')}`, source] as const
      }),
  )
}

test('no code needs a system that its tests do not name', async () => {
  const all = await Promise.all(FOLDERS.map(sourcesIn))
  // Guard the test with onLinux or onPosix, use what RULES names, or add the file to ALLOWED with a reason.
  expect(problemsIn(new Map(all.flat()))).toEqual([])
})

/** Lines that fail elsewhere, and similar ones that don't. */
const LINES: Readonly<
  Record<RuleName, { readonly found: readonly string[]; readonly fine: readonly string[] }>
> = {
  path: {
    found: ["open('/dev/null')", 'const path = `/proc/${id}/fd`', "join('/tmp', name)", "read('/etc/hosts')"],
    fine: ["'curl -o /dev/null'", "'file:///etc/passwd'", '`${folder}/etc/x`', "'/device/x'", '// /dev/null'],
  },
  'path of a URL': {
    found: ["new URL('x.ts', import.meta.url).pathname", 'spawn(node, [ENTRY.pathname])'],
    fine: ['url.pathname', "fileURLToPath(new URL('x.ts', import.meta.url))"],
  },
  program: {
    found: [
      "spawn('bash', ['-c', line])",
      "execFileSync('npx', ['tsc'])",
      "runProgram(['sh', '-c', line])",
      "return ['unshare', '--user', ...command]",
      "execSync('ls')",
    ],
    fine: ["execFileSync('git', ['status'])", 'spawn(process.execPath, [entry])', "pattern.exec('a')"],
  },
  process: {
    found: ['process.getuid?.() === 0', 'process.kill(-pid, name)', '{ detached: true }', "kill('SIGSTOP')"],
    fine: ["child.kill('SIGKILL')", 'process.kill(pid, 0)'],
  },
  signal: {
    found: ["program.signal('SIGTERM')", 'program.signal(signal)', "child.kill('SIGINT')"],
    fine: ["child.kill('SIGKILL')", 'options.signal', 'AbortSignal.timeout(1)'],
  },
  file: {
    found: ['await chmod(path, 0o600)', 'symlinkSync(a, b)', "execFileSync(program, ['mkfifo'])"],
    fine: ['lstat(path)', 'link(label, address)'],
  },
  loopback: {
    found: ["bind(53, '127.0.0.53')", "'127.0.0.2'", "'127.1.0.1'", "'127.0.0.11'"],
    fine: ["'127.0.0.1'", "'127.0.0.1:80'", "'127.0.0.0/8'", "'1.127.0.0.2'"],
  },
  PATH: {
    found: ["`${process.env['PATH']}:/usr/sbin`", 'process.env.PATH', "PATH: '/x:/usr/bin'"],
    fine: ["[process.env['PATH'], folder].join(delimiter)"],
  },
  separator: {
    found: ['path.posix.join(a, b)', "import { EOL } from 'node:os'"],
    fine: ['join(a, b)', 'const GEOLOGY = 1'],
  },
  'line ends': {
    found: ["file.split('\\n')"],
    fine: ['file.split(/\\r?\\n/)'],
  },
  system: {
    found: ["process.platform === 'linux'", "process.env['CI'] === 'true'"],
    fine: ['platform()', "world.env['CI']"],
  },
}

describe.each(RULES.map(({ name }) => name))('the rule %s', (name) => {
  const path = name === 'line ends' ? 'src/files/x.ts' : '__tests__/x.test.ts'
  const { found, fine } = LINES[name]
  const rulesOf = (line: string): readonly RuleName[] => callsIn(path, line).map(({ rule }) => rule)

  test.each(found)('finds %s', (line) => {
    expect(rulesOf(line)).toContain(name)
    expect(problemsIn(new Map([[path, line]]))).toContain(`${path} (${name}): ${line}`)
  })

  test.each(fine)('does not find %s', (line) => {
    expect(rulesOf(line)).not.toContain(name)
  })
})

test('an entry of the list that nothing needs is a problem', () => {
  expect(problemsIn(new Map())).toContain('bench/index.ts (system): nothing needs this entry of ALLOWED')
})

test('a guard counts in tests only', () => {
  expect(isGuarded('__tests__/x.test.ts', 'onPosix(NO_SIGNALS).test(…)')).toBe(true)
  expect(isGuarded('__tests__/x.test.ts', 'test(…)')).toBe(false)
  expect(isGuarded('src/x.ts', 'onPosix(NO_SIGNALS).test(…)')).toBe(false)
})

test('npm scripts need no POSIX shell', async () => {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    await readFile(join(ROOT, 'package.json'), 'utf8'),
  )
  const commands = Object.entries(scripts).flatMap(([name, line]) =>
    line.split(' && ').map((command) => `${name}: ${command}`),
  )
  // cmd.exe knows no quotes, variables and patterns as a POSIX shell does, and none of its programs.
  const portable = /^[\w:-]+: (?:node|npm|tsc|ncc|oxlint|oxfmt|stryker)(?: [\w@./:=-]+)*$/
  expect(commands.filter((command) => !portable.test(command))).toEqual([])
})
