/** What package-lock.json says about a package. */
export interface LockedPackage {
  readonly version: string
  /** An identifier of SPDX. */
  readonly license?: string
  /** `sha512-` and Base64. */
  readonly integrity?: string
  readonly dependencies?: Readonly<Record<string, string>>
  /** Of the root only, whose packages are all bundled. */
  readonly devDependencies?: Readonly<Record<string, string>>
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** What is bundled: the path of a package in package-lock.json, and whether only the Action uses it. */
export interface Bundled {
  readonly path: string
  readonly actionOnly: boolean
}

interface Manifest {
  readonly name: string
  readonly version: string
  readonly description: string
  readonly license: string
}

/** Unlike with `npm sbom`, the same build gives the same SBOM: it has neither a time nor a serial number. */
export function sbomOf(manifest: Manifest, lock: Lock, bundled: readonly Bundled[]): object {
  const sorted = bundled.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const known = new Map(sorted.map(({ path }) => [path, refOf(path, lock)]))
  const root = `${manifest.name}@${manifest.version}`
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': root,
        name: manifest.name,
        version: manifest.version,
        description: manifest.description,
        licenses: licenses(manifest.license),
        purl: purlOf(manifest.name, manifest.version),
      },
    },
    components: sorted.map((each) => componentOf(each, lock)),
    dependencies: [
      { ref: root, dependsOn: refs(lock.packages['']?.devDependencies, '', known) },
      ...sorted.map(({ path }) => ({
        ref: refOf(path, lock),
        dependsOn: refs(packageAt(path, lock).dependencies, path, known),
      })),
    ],
  }
}

function componentOf({ path, actionOnly }: Bundled, lock: Lock): object {
  const { version, license, integrity } = packageAt(path, lock)
  const name = nameOf(path)
  return {
    type: 'library',
    'bom-ref': refOf(path, lock),
    name,
    version,
    // The package on npm lacks what only the Action uses.
    scope: actionOnly ? 'optional' : 'required',
    hashes: [hashOf(path, integrity)],
    licenses: licenses(license ?? fail(`${path} has no license in package-lock.json.`)),
    purl: purlOf(name, version),
    properties: [{ name: 'origin-gate:used-by', value: actionOnly ? 'action' : 'action, command, library' }],
  }
}

/** The references of those that are bundled. As Node does, it searches the folders from the inside to the outside. */
function refs(
  dependencies: LockedPackage['dependencies'],
  from: string,
  known: ReadonlyMap<string, string>,
): readonly string[] {
  return Object.keys(dependencies ?? {})
    .flatMap(
      (name) =>
        foldersAround(from)
          .map((folder) => `${folder}node_modules/${name}`)
          .find((path) => known.has(path)) ?? [],
    )
    .map((path) => known.get(path) ?? '')
    .toSorted((a, b) => (a < b ? -1 : 1))
}

/** The folders that may have a package's `node_modules`, from the inside to the outside. The root is empty. */
function foldersAround(path: string): readonly string[] {
  const parts = path.split(/\/(?=node_modules\/)/)
  const folders = parts.map((_, index) => `${parts.slice(0, parts.length - index).join('/')}/`)
  return path === '' ? [''] : folders.concat('')
}

function packageAt(path: string, lock: Lock): LockedPackage {
  return lock.packages[path] ?? fail(`package-lock.json has no ${path}.`)
}

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, '')
}

function refOf(path: string, lock: Lock): string {
  return `${nameOf(path)}@${packageAt(path, lock).version}`
}

function purlOf(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`
}

function licenses(license: string): readonly object[] {
  return /^[\w.-]+$/.test(license) ? [{ license: { id: license } }] : [{ expression: license }]
}

function hashOf(path: string, integrity = ''): object {
  const [, digest] = /^sha512-(\S+)$/.exec(integrity) ?? fail(`${path} has no SHA-512 in package-lock.json.`)
  return { alg: 'SHA-512', content: Buffer.from(digest ?? '', 'base64').toString('hex') }
}

function fail(text: string): never {
  throw new Error(text)
}
