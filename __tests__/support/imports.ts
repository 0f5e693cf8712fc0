import { posix } from 'node:path'

/** Who may import what. `own` names areas of src/; an area may always import itself. */
interface Leave {
  readonly own: readonly string[]
  /** Modules of node, without the prefix; `any` of them. */
  readonly node: 'any' | readonly string[]
  /** Packages, by name or, with a slash at the end, by scope. */
  readonly packages: readonly string[]
}

const PURE = { node: [], packages: [] } as const

/** The table of docs/architecture.md. An area is a folder of src/, or a file that lies in src/ itself. */
const LEAVE: Readonly<Record<string, Leave>> = {
  shared: { ...PURE, own: [] },
  domain: { ...PURE, own: [] },
  version: { ...PURE, own: [] },
  cloudflare: { ...PURE, own: ['domain', 'shared'], node: ['net'] },
  config: { own: ['domain', 'shared'], node: 'any', packages: ['yaml'] },
  probe: {
    own: ['domain', 'shared', 'cloudflare'],
    node: 'any',
    packages: ['undici', 'undici/', 'dns-packet'],
  },
  diagnosis: { ...PURE, own: ['domain', 'shared', 'cloudflare'] },
  redact: { ...PURE, own: ['domain', 'shared', 'cloudflare'], node: ['net', 'buffer'] },
  recording: { ...PURE, own: ['domain', 'shared', 'cloudflare', 'redact'] },
  report: {
    ...PURE,
    own: ['domain', 'shared', 'cloudflare', 'diagnosis', 'redact'],
    node: ['net', 'buffer'],
  },
  github: { own: ['domain', 'shared', 'redact', 'report'], node: 'any', packages: ['@actions/'] },
  run: {
    ...PURE,
    own: ['domain', 'shared', 'version', 'probe', 'diagnosis', 'redact', 'recording', 'report'],
    node: ['v8', 'zlib'],
  },
  shell: {
    own: ['domain', 'shared', 'version', 'config', 'probe', 'redact', 'recording', 'report', 'github', 'run'],
    node: 'any',
    packages: ['@actions/'],
  },
  index: { ...PURE, own: ['shell'] },
}

/** Where the environment may be read; everybody else is told by a parameter. */
const SHELLS: ReadonlySet<string> = new Set(['shell', 'index'])

/** What a file of src/ has in it that the table does not allow, a line each. `file` is its path below src/. */
export function strayArrows(file: string, source: string): readonly string[] {
  const area = areaOf(file)
  const leave = LEAVE[area]
  if (leave === undefined) return [`${file}: ${area} is not in the table`]
  const code = withoutComments(source)
  const stray = importsOf(code).filter((name) => !allowed(file, name, leave))
  const reads = !SHELLS.has(area) && READS_ENVIRONMENT.test(code)
  return [...stray.map((name) => `${file} → ${name}`), ...(reads ? [`${file} reads process.env`] : [])]
}

/** What a module imports, by static, bare, dynamic or re-exporting syntax, types included. */
export function importsOf(code: string): readonly string[] {
  return [...code.matchAll(/\b(?:from|import)\s*\(?\s*(['"`])([^'"`\s]+)\1/g)].map(([, , name]) => name ?? '')
}

const READS_ENVIRONMENT = /\bprocess\s*(?:\?\.|\.|\[\s*['"`])\s*env\b|\}\s*=\s*process\b|['"]node:process['"]/

/** Comments speak of what the code must not do. A `//` after a colon belongs to a URL. */
function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<!:)\/\/.*$/gm, '')
}

function allowed(file: string, path: string, { own, node, packages }: Leave): boolean {
  // A file of a package that its own table of exports keeps to itself.
  const name = path.replace(/^(?:\.\.\/)+node_modules\//, '')
  if (name.startsWith('.')) {
    const target = areaOf(posix.join(posix.dirname(file), name))
    return target === areaOf(file) || own.includes(target)
  }
  if (name.startsWith('node:')) return node === 'any' || node.includes(name.slice('node:'.length))
  return packages.some((each) => (each.endsWith('/') ? name.startsWith(each) : name === each))
}

/** `report/markdown.ts` → `report`, `run.ts` → `run`; what leaves src/ is no area. */
function areaOf(file: string): string {
  return posix.normalize(file).replace(/\/.*$/, '').replace(/\.ts$/, '')
}
