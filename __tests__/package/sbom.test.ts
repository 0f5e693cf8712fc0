/** dist/sbom.cdx.json and dist/licenses.txt: what is in the bundle. */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { AREAS } from '../../scripts/architecture.ts'
import { filesOfAction, filesOfLibrary, packagesIn } from '../../scripts/package/bundled.ts'
import { type Lock, sbomOf } from '../../scripts/package/sbom.ts'

const ROOT = new URL('../../', import.meta.url)
const text = (path: string): Promise<string> => readFile(new URL(path, ROOT), 'utf8')

interface Component {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly scope: string
  readonly purl: string
  readonly licenses: readonly { readonly license?: { readonly id: string } }[]
  readonly hashes: readonly { readonly alg: string; readonly content: string }[]
}

interface Sbom {
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

let sbom: Sbom
let lock: Lock
/** The packages that ncc found in the bundle, with their licenses. */
let licensed: ReadonlyMap<string, string>
beforeAll(async () => {
  sbom = JSON.parse(await text('dist/sbom.cdx.json'))
  lock = JSON.parse(await text('package-lock.json'))
  const licenses = await text('dist/licenses.txt')
  licensed = new Map(
    [...licenses.matchAll(/^(@?[a-z][\w./-]*)\n([\w.-]+)\n/gm)].map(([, name = '', license = '']) => [
      name,
      license,
    ]),
  )
})

const names = (): readonly string[] => sbom.components.map(({ name }) => name)

/** Packages whose code is removed after ncc has listed their licenses: see `scripts/unused-code.ts`. */
const REMOVED = ['@octokit/plugin-paginate-rest', '@octokit/plugin-rest-endpoint-methods']

describe('the SBOM', () => {
  test('is valid according to the schema of CycloneDX', async () => {
    const schemas = 'node_modules/@cyclonedx/cyclonedx-library/res/schema'
    const ajv = new Ajv({ strict: false, validateFormats: false })
    for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'])
      ajv.addSchema(
        JSON.parse(await text(`${schemas}/${name}.SNAPSHOT.schema.json`)),
        `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`,
      )
    const isValid = ajv.compile(JSON.parse(await text(`${schemas}/bom-1.6.SNAPSHOT.schema.json`)))
    expect([isValid(sbom), isValid.errors]).toEqual([true, null])
    expect(isValid({ ...sbom, bomFormat: 'SPDX' })).toBe(false)
    expect(isValid({ ...sbom, components: [{ name: 'undici' }] })).toBe(false)
  })

  test('has the packages that ncc bundled, except those whose code was removed', () => {
    expect(licensed.size).toBeGreaterThan(10)
    expect([...names(), ...REMOVED].toSorted((a, b) => a.localeCompare(b))).toEqual(
      [...licensed.keys()].toSorted((a, b) => a.localeCompare(b)),
    )
  })

  test('has every package that src/ may import', () => {
    const imported = Object.values(AREAS).flatMap(({ packages }) =>
      packages.filter((name) => !name.endsWith('/')),
    )
    expect(names()).toEqual(expect.arrayContaining([...imported, '@actions/core', '@actions/github']))
  })

  test('has the versions, licenses and hashes of package-lock.json, and the licenses of licenses.txt', () => {
    for (const { name, version, licenses, hashes, purl } of sbom.components) {
      const locked = lock.packages[`node_modules/${name}`]
      const [, digest = ''] = locked?.integrity?.split('-') ?? []
      expect({ version, licenses, hashes, purl }).toEqual({
        version: locked?.version,
        licenses: [{ license: { id: locked?.license } }],
        hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
        purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
      })
      expect([name, licensed.get(name)]).toEqual([name, locked?.license])
    }
  })

  test('marks what the package on npm lacks', () => {
    const required = sbom.components.filter(({ scope }) => scope === 'required').map(({ name }) => name)
    expect(required).toEqual([
      '@leichtgewicht/ip-codec',
      'dns-packet',
      'ip-address',
      'smart-buffer',
      'socks',
      'undici',
      'yaml',
    ])
  })

  test('says which package depends on which', () => {
    const refs = [sbom.metadata.component, ...sbom.components].map((component) => component['bom-ref'])
    expect(sbom.dependencies.map(({ ref }) => ref)).toEqual(refs)
    const needed = sbom.dependencies.flatMap(({ dependsOn }) => dependsOn)
    expect(new Set(needed)).toEqual(new Set(sbom.components.map((component) => component['bom-ref'])))
  })

  test('is the same for each build', async () => {
    const json = await text('dist/sbom.cdx.json')
    expect(json).not.toMatch(/serialNumber|timestamp/)
    const manifest: Parameters<typeof sbomOf>[0] = JSON.parse(await text('package.json'))
    const bundled = sbom.components.map(({ name, scope }) => ({
      path: `node_modules/${name}`,
      actionOnly: scope === 'optional',
    }))
    expect(sbomOf(manifest, lock, bundled.toReversed())).toEqual(sbom)
  })

  test('a package without a license or a hash stops the build', () => {
    const locked = { version: '1.0.0', license: 'MIT', integrity: 'sha512-AAAA' }
    const sbomWith = (changed: object) =>
      sbomOf(
        { name: 'a', version: '1.0.0', description: '', license: 'MIT' },
        { packages: { 'node_modules/b': { ...locked, ...changed } } },
        [{ path: 'node_modules/b', actionOnly: false }],
      )
    expect(sbomWith({})).toMatchObject({ components: [{ hashes: [{ content: '000000' }] }] })
    expect(() => sbomWith({ license: undefined })).toThrow('node_modules/b has no license')
    expect(() => sbomWith({ integrity: 'sha1-AAAA' })).toThrow('node_modules/b has no SHA-512')
  })
})

describe('what is bundled', () => {
  const STATS = {
    modules: [
      { id: 1, nameForCondition: '/home/a/node_modules/undici/index.js' },
      { id: 2, nameForCondition: '/home/a/lib/main.js' },
      { id: 'node:fs' },
      { id: 3, nameForCondition: '/home/a/node_modules/@a/b/node_modules/c/d.js' },
    ],
    chunks: [
      { files: ['main.js'], origins: [{ moduleName: '', request: '/home/a/lib/main.js' }] },
      {
        files: ['10.js'],
        origins: [{ moduleName: './lib/shell/checking.js', request: './action/publishing.js' }],
      },
      {
        files: ['9.js'],
        origins: [
          { moduleName: './lib/github/api/client.js', request: 'undici' },
          { moduleName: './lib/shell/action/action.js', request: '../x.js' },
        ],
      },
      {
        files: ['8.js'],
        origins: [
          { moduleName: './lib/github/api/client.js', request: 'undici' },
          { moduleName: './lib/probe/late.js', request: './undici.js' },
        ],
      },
    ],
  }

  test('is read from the files', () => {
    const code =
      '/***/ 1:\n/***/ 2:\n/***/ "node:fs":\n/***/ 3:\n;// CONCATENATED MODULE: ./node_modules/yaml/x.js\n'
    expect(
      packagesIn(
        new Map([
          ['a.js', code],
          ['b.js', '/***/ 2:\n'],
        ]),
        STATS,
      ),
    ).toEqual(
      new Map([
        ['a.js', new Set(['node_modules/undici', 'node_modules/@a/b/node_modules/c', 'node_modules/yaml'])],
        ['b.js', new Set()],
      ]),
    )
  })

  test('a file belongs to the Action if nothing else loads it', () => {
    expect(filesOfAction(STATS)).toEqual(['9.js', '10.js'])
  })

  test('a file belongs to the library if nothing else loads it', () => {
    const origin = { moduleName: './lib/shell/checking.js', request: './library/index.js' }
    const other = { moduleName: './lib/shell/checking.js', request: './recorder.js' }
    const chunks = [
      { files: ['5.js'], origins: [origin] },
      { files: ['6.js'], origins: [origin, other] },
    ]
    expect(filesOfLibrary({ modules: [], chunks })).toEqual(['5.js'])
  })
})
