/**
 * Finds what runs on some systems only. The Action and its tests run on Linux, macOS and Windows, and most
 * of it is written on Linux.
 */

/** A kind of code that some system lacks, and what replaces it. */
export interface Rule {
  readonly name: string
  /** Files that it is for. Absent: all. */
  readonly in?: RegExp
  readonly found: RegExp
  readonly instead: string
}

export const RULES = [
  {
    name: 'path',
    found: /['"`]\/(?:dev|proc|tmp|etc|var|usr|bin)(?:\/|['"`])/,
    instead: 'Use a file of the test, or tmpdir().',
  },
  {
    name: 'path of a URL',
    found: /import\.meta\.url\)\.pathname|\b[A-Z][A-Z_]+\.pathname|\b(?:entry|dist|root|folder)\.pathname/,
    instead: 'Use fileURLToPath(url), because /D:/a/b is not a path.',
  },
  {
    name: 'program',
    found:
      /\b(?:spawn|spawnSync|execFile|execFileSync|run\w*)\(\[?'(?!git')[\w/-]+'(?:, \[|, '-)|\['(?:sh|bash)', '-|\['unshare', |\['script', \[|\['sh', \[|\bexecSync\(/,
    instead: 'Run process.execPath. Windows starts npm and npx in a shell only.',
  },
  {
    name: 'process',
    found: /process\.get[eg]*[ug]id|process\.kill\(-|\bdetached\b|SIG(?:STOP|CONT|USR[12]|ABRT|QUIT|WINCH)\b/,
    instead: 'Windows has no users by number, no process groups and only three signals.',
  },
  {
    name: 'signal',
    found: /\.signal\((?:'SIG|signal\b)|\bkill\('SIGINT'/,
    instead: 'Windows kills the process at once. Use onPosix(NO_SIGNALS).',
  },
  {
    name: 'file',
    found: /\b(?:chmod|symlink|mkfifo|chown)(?:Sync)?\(|'mkfifo'|\bO_NOFOLLOW\b/,
    instead: 'Windows has no modes and no pipes with a name, and links need a privilege.',
  },
  {
    name: 'loopback',
    found: /(?<![\d.])127\.(?!0\.0\.1(?!\d)|0\.0\.0\/8)\d+\.\d+\.\d+/,
    instead: 'Use 127.0.0.1, because macOS has no other loopback address.',
  },
  {
    name: 'PATH',
    found: /env\.PATH\b|\bPATH\b[^\n]*\}:\/|:\/usr\/(?:local\/)?s?bin\b|split\(':'\)[^\n]*PATH/,
    instead: 'Join folders with delimiter of node:path.',
  },
  {
    name: 'separator',
    found: /\bpath\.posix\b|from 'node:path\/posix'|from 'node:path\/win32'|\bEOL\b/,
    instead: 'Use node:path, and \\n in all that is written.',
  },
  {
    name: 'line ends',
    in: /^src\/(?:config|files|github|recording|shell|probe\/route)\//,
    found: /\.split\('\\n'\)/,
    instead: 'A file or an input of a user may have \\r\\n.',
  },
  {
    name: 'system',
    in: /^(?!src\/)/,
    found: /process\.platform\b|process\.env\['CI'\]/,
    instead: 'Use onLinux or onPosix of __tests__/support/platform.ts.',
  },
] as const satisfies readonly Rule[]

export type RuleName = (typeof RULES)[number]['name']

/** Files that may have such code, with the rules and the reason. A name that ends with `/` is a folder. */
export const ALLOWED: Readonly<Record<string, readonly [rules: readonly RuleName[], reason: string]>> = {
  // The product.
  'src/config/command/merge.ts': [['line ends'], 'the flag parser joins the files with it'],
  'src/config/files/output-paths.ts': [['path'], 'a message, and the path works on every system'],
  'src/config/files/referenced.ts': [['line ends'], 'counts lines'],
  'src/config/values/pem.ts': [['line ends'], 'trims each line'],
  'src/diagnosis/': [['path'], "steps for the origin's server"],
  'src/files/read.ts': [['path'], 'Windows has its own branch, or no file of this name'],
  'src/probe/route/processes.ts': [['path', 'program', 'process'], 'Windows has its own branches'],
  'src/probe/route/read-output.ts': [['line ends'], 'trims each line'],
  'src/report/steps.ts': [['path'], "steps for the origin's server"],
  'src/shell/process/end.ts': [['path', 'program'], 'Windows has its own branch'],
  // Namespaces, real servers, and everything else that the lab has on Linux only.
  'lab/bastion/': [
    ['path', 'program', 'file', 'system'],
    'a real sshd, and a relay that needs a POSIX shell',
  ],
  'lab/dogfood/': [['process'], 'runs in a job on Linux'],
  'lab/index.ts': [['system'], 'runs the scenarios of CI in namespaces'],
  'lab/network/blackhole.ts': [['process', 'system'], 'Windows has its own branch'],
  'lab/network/namespace-support.ts': [['program', 'system'], 'says where there are no namespaces'],
  'lab/network/namespace.ts': [['program'], 'namespaces'],
  'lab/network/programs.ts': [['path'], 'folders that other systems ignore'],
  'lab/origins/programs/': [['path', 'program', 'process'], 'real servers'],
  'lab/runner/scenario-shell.ts': [['program'], 'a shell in a namespace'],
  'lab/scenarios/': [['path'], 'texts of reports'],
  // Scripts for developers and CI.
  'bench/meter.js': [['path', 'system'], 'other systems have a branch'],
  'bench/index.ts': [['system'], 'prints it'],
  'scripts/kill-matrix/': [['process'], 'signals and process groups'],
  'scripts/minify.ts': [['file'], 'Windows ignores the modes, and Git has them'],
  'scripts/platform-calls.ts': [['program', 'file'], 'the rules'],
  'scripts/witness/readers/curl.ts': [['path', 'program'], 'a witness that is missing elsewhere'],
  // Tests: modules of tests that are guarded, and texts.
  '__tests__/advice/': [
    ['path', 'program', 'file', 'loopback'],
    'a machine with real servers, and its texts',
  ],
  '__tests__/archive.test.ts': [['program', 'system'], 'every system has git, tar and a checkout'],
  '__tests__/budget.test.ts': [['path', 'system'], 'other systems have their own branch'],
  '__tests__/config/secrets.test.ts': [['path'], 'a text'],
  '__tests__/examples/shell.ts': [['file'], 'scripts for Linux'],
  '__tests__/lab/origins/visit.ts': [['program'], 'openssl'],
  '__tests__/monitor/user.ts': [['program', 'file'], "the workflow's programs"],
  '__tests__/probe/proxy.test.ts': [['loopback'], 'a text'],
  '__tests__/probe/route/read-output.test.ts': [['path'], 'texts'],
  '__tests__/release/support.ts': [['path', 'program', 'file'], 'steps for Linux'],
  '__tests__/shell/command/support.ts': [['path', 'program'], '`shell` is for guarded tests'],
  '__tests__/support/bastion-probe.ts': [['program'], 'namespaces'],
  '__tests__/support/command-route.ts': [['path'], 'the list of processes'],
  '__tests__/support/namespace-probe.ts': [['path', 'process'], 'namespaces'],
  '__tests__/support/platform.ts': [['system'], 'decides it'],
  '__tests__/support/program.ts': [['path', 'program', 'process'], 'terminals and signals of guarded tests'],
  '__tests__/support/proxied.ts': [['program'], 'finds programs for guarded tests'],
  '__tests__/support/stuck-lookup.ts': [['loopback'], 'namespaces'],
  '__tests__/workflows/': [
    ['path', 'program', 'system', 'signal'],
    'every runner has Go, git, tar and a checkout',
  ],
}

/** A test file with a guard, or with one of those that are made of them. */
const GUARDED = /\b(?:onLinux|onPosix|LINUX|WINDOWS|describeWith|describeInChromium)\b/

/** Whether a test says where it runs. */
export function isGuarded(path: string, source: string): boolean {
  return path.endsWith('.test.ts') && GUARDED.test(source)
}

export interface Call {
  readonly rule: RuleName
  readonly line: string
}

/** What a file has of each rule. Comments don't count. */
export function callsIn(path: string, source: string): readonly Call[] {
  const rules: readonly (Rule & { readonly name: RuleName })[] = RULES
  const lines = source.split(/\r?\n/).map((line) => line.trim())
  const code = lines.filter((line) => !/^(?:\/\/|\/?\*)/.test(line))
  return rules
    .filter((rule) => rule.in?.test(path) !== false)
    .flatMap(({ name, found }) =>
      code.filter((line) => found.test(line)).map((line) => ({ rule: name, line })),
    )
}

/**
 * What is wrong in these files: code that only some systems run, and entries of `ALLOWED` that nothing needs.
 *
 * @param sources by their paths from the top of the repository, with `/`
 */
export function problemsIn(sources: ReadonlyMap<string, string>): readonly string[] {
  const used = new Set<string>()
  const calls = [...sources].flatMap(([path, source]) =>
    isGuarded(path, source)
      ? []
      : callsIn(path, source).flatMap(({ rule, line }) => {
          const entry = Object.entries(ALLOWED).find(([name]) =>
            name.endsWith('/') ? path.startsWith(name) : path === name,
          )
          if (entry === undefined || !entry[1][0].includes(rule)) return [`${path} (${rule}): ${line}`]
          used.add(`${entry[0]} (${rule})`)
          return []
        }),
  )
  const stale = Object.entries(ALLOWED)
    .flatMap(([name, [rules]]) => rules.map((rule) => `${name} (${rule})`))
    .filter((each) => !used.has(each))
  return [...calls, ...stale.map((each) => `${each}: nothing needs this entry of ALLOWED`)]
}
