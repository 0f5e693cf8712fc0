/** One folder of src/, or a file that lies in src/ itself. */
export interface Area {
  /** Completes "It holds …". Markdown. */
  readonly holds: string
  /** The areas that it may import. It may always import itself. */
  readonly areas: readonly string[]
  /** The modules of Node that it may import, without `node:`; `any` of them. */
  readonly node: 'any' | readonly string[]
  /** Packages, by name; with a slash at the end, everything below that scope or package. */
  readonly packages: readonly string[]
}

/** No package, and nothing of Node: it can neither read a clock, a file nor the network. */
const PURE = { node: [], packages: [] } as const

/**
 * Who may import whom. `npm run docs` writes the table of docs/architecture.md from it, and
 * `__tests__/architecture.test.ts` checks the imports against it.
 */
export const AREAS: Readonly<Record<string, Area>> = {
  shared: {
    ...PURE,
    holds: 'small facts that every area needs: address ranges, ports, durations, how to read untrusted JSON',
    areas: [],
    node: ['net', 'v8'],
  },
  domain: {
    ...PURE,
    holds:
      'the vocabulary: the types of evidence, causes, diagnoses and reports, and of untrusted text. Only `defineCause` and the functions of `untrusted.ts` run',
    areas: [],
  },
  version: { ...PURE, holds: 'the version', areas: [] },
  cloudflare: {
    ...PURE,
    holds: 'what is known about Cloudflare: its address ranges, error pages, Origin CA and API',
    areas: ['domain', 'shared'],
    node: ['net'],
  },
  files: {
    holds: 'how files are opened, whatever their paths name: never waiting, within a limit',
    areas: ['shared'],
    node: 'any',
    packages: [],
  },
  config: {
    holds: '`INPUTS`, the table of inputs; the parsers of their values; the sites file; `parseConfig`',
    areas: ['domain', 'shared', 'files'],
    node: 'any',
    packages: ['yaml'],
  },
  probe: {
    holds: "the probes: the only code that connects to the site, its origins and Cloudflare's API",
    areas: ['domain', 'shared', 'files', 'cloudflare'],
    node: 'any',
    packages: ['undici', 'undici/', 'dns-packet', 'socks'],
  },
  diagnosis: {
    ...PURE,
    holds: '`judge` and `diagnose`, the facts that rules use, and a file for each cause',
    areas: ['domain', 'shared', 'cloudflare'],
  },
  redact: {
    ...PURE,
    holds: 'redaction: the only code that hides secrets and origin addresses',
    areas: ['domain', 'shared', 'cloudflare'],
    node: ['net', 'buffer', 'url'],
  },
  recording: {
    ...PURE,
    holds: 'the file of `--record` and `--replay`: how it is written, read and migrated',
    areas: ['domain', 'shared', 'cloudflare', 'redact'],
  },
  report: {
    ...PURE,
    holds: 'the report, the comparison with a baseline, the renderers and the progress lines',
    areas: ['domain', 'shared', 'cloudflare', 'diagnosis', 'redact'],
    node: ['net', 'buffer'],
  },
  github: {
    holds: "the only code that knows GitHub: its API, its events, the runner's files and commands",
    areas: ['domain', 'shared', 'files', 'redact', 'report'],
    node: 'any',
    packages: ['@actions/'],
  },
  run: {
    ...PURE,
    holds: 'a run: it watches every site, draws the conclusion and replays a recording',
    areas: ['domain', 'shared', 'version', 'probe', 'diagnosis', 'redact', 'recording', 'report'],
    node: ['v8', 'zlib'],
  },
  shell: {
    holds: 'the Action, the command and the library. The only code that reads the environment',
    areas: [
      'domain',
      'shared',
      'files',
      'version',
      'config',
      'probe',
      'redact',
      'recording',
      'report',
      'github',
      'run',
    ],
    node: 'any',
    packages: ['@actions/'],
  },
  main: {
    ...PURE,
    holds: 'the entry of the bundle, which starts the Action or the command, or loads the library',
    areas: ['shell'],
  },
  index: {
    ...PURE,
    holds: "the entry point: it checks Node's version before it loads the bundle",
    areas: ['main'],
  },
  command: {
    ...PURE,
    holds: "the entry point of the package's command, which does the same and is never the Action",
    areas: ['main'],
  },
  library: {
    ...PURE,
    holds: 'the entry point of the library, which also loads the bundle late',
    areas: ['report', 'shell', 'main'],
  },
}

/** The table of docs/architecture.md. */
export function areaTable(): string {
  const rows = Object.entries(AREAS).map(([name, { holds, areas, node, packages }]) => {
    const modules = node === 'any' ? ['any of Node'] : node.map((module) => `\`node:${module}\``)
    const outside = packages.filter((each) => !each.endsWith('/') || each.startsWith('@'))
    const imports = [...areas, ...modules, ...outside.map((each) => `\`${each.replace(/\/$/, '/*')}\``)]
    return `| \`${FILES.has(name) ? `src/${name}.ts` : `src/${name}`}\` | ${holds} | ${imports.join(', ') || 'nothing'} |`
  })
  return ['| area | what it holds | may import |', '| --- | --- | --- |', ...rows].join('\n')
}

const FILES: ReadonlySet<string> = new Set(['command', 'index', 'library', 'main', 'version'])
