/** The package as npm packs and installs it: without a network, into an empty folder. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { lstat, mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ORIGIN_ADDRESS, SITE } from '../../lab/world/internet.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { VERSION } from '../../src/version.ts'
import { OLD_NODE } from '../support/old-node.ts'
import { onPosix, WINDOWS } from '../support/platform.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Bytes that npx downloads. */
const MAX_PACKED = 600_000
/** Bytes on disk. Three quarters are the texts and rules of the causes, undici and yaml. */
const MAX_UNPACKED = 1_800_000

interface Packed {
  readonly filename: string
  readonly size: number
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string; readonly mode: number }[]
}

let folder: string
let env: Readonly<Record<string, string>>
let packed: Packed
let tarball: string
/** An empty project with the package. */
let app: string

const npm = (args: readonly string[], cwd: string): string =>
  execFileSync('npm', args, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], shell: WINDOWS })

const OFFLINE = ['--offline', '--no-audit', '--no-fund', '--no-update-notifier']

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'origin-gate-package-')))
  app = join(folder, 'app')
  await mkdir(app)
  env = {
    // npm itself and the command run on the same Node as this test.
    PATH: [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
    HOME: folder,
    npm_config_cache: join(folder, 'cache'),
  }
  const packing: readonly Packed[] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], ROOT))
  const [only] = packing
  if (only === undefined) throw new Error('npm packed nothing.')
  packed = only
  tarball = join(folder, packed.filename)
  npm(['install', ...OFFLINE, tarball], app)
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Windows starts this in a shell only. */
const INSTALLED = `node_modules/.bin/origin-gate${WINDOWS ? '.cmd' : ''}`

/** Runs the installed command as npx does. */
async function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const child = spawn(join(app, INSTALLED), args, {
    cwd: app,
    shell: WINDOWS,
    env: { ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 25_000,
  })
  const closed = once(child, 'close')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { code: child.exitCode, stdout, stderr }
}

const CHUNK = /^dist\/\d+\.index\.js$/

describe('the package', () => {
  test('has what the command and the library need, and nothing else', () => {
    const paths = packed.files.map(({ path }) => path)
    expect(paths.filter((path) => !CHUNK.test(path)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      'LICENSE',
      'README.md',
      'dist/command.js',
      'dist/library.js',
      'dist/licenses.txt',
      'dist/main.js',
      'dist/package.json',
      'dist/sbom.cdx.json',
      'dist/types/domain/cause-id.d.ts',
      'dist/types/library.d.ts',
      'dist/types/report/schema-1/report.d.ts',
      'dist/types/shell/library/settings.d.ts',
      'dist/types/shell/library/types.d.ts',
      'man/origin-gate.1',
      'package.json',
      'report.schema.json',
    ])
  })

  test('lacks only those files of the bundle that the Action alone loads', async () => {
    const chunks = (await readdir(join(ROOT, 'dist'))).filter((name) => CHUNK.test(`dist/${name}`))
    const paths = new Set(packed.files.map(({ path }) => path))
    const absent = chunks.filter((name) => !paths.has(`dist/${name}`))
    const ignored = await readFile(join(ROOT, 'dist/.npmignore'), 'utf8')
    const chunksIgnored = absent.toSorted((a, b) => parseInt(a) - parseInt(b))
    expect(ignored).toBe(['.gitattributes', 'index.js', ...chunksIgnored, ''].join('\n'))
    expect(absent.length).toBeGreaterThan(2)
    const code = await Promise.all(absent.map((name) => readFile(join(ROOT, 'dist', name), 'utf8')))
    expect(code.join('\n')).toContain('octokit')
  })

  test('is small', () => {
    expect(packed.size).toBeLessThan(MAX_PACKED)
    expect(packed.unpackedSize).toBeLessThan(MAX_UNPACKED)
  })

  test('installs no other package', async () => {
    expect(await readdir(join(app, 'node_modules'))).toEqual(expect.arrayContaining(['origin-gate']))
    const folders = (await readdir(join(app, 'node_modules'))).filter((name) => !name.startsWith('.'))
    expect(folders).toEqual(['origin-gate'])
    expect(existsSync(join(app, 'node_modules/origin-gate/node_modules'))).toBe(false)
  })

  test('says where its code, its bugs and its documentation are', async () => {
    const manifest: unknown = JSON.parse(
      await readFile(join(app, 'node_modules/origin-gate/package.json'), 'utf8'),
    )
    expect(manifest).toMatchObject({
      name: 'origin-gate',
      version: VERSION,
      license: 'MIT',
      engines: { node: '>=24' },
      repository: { type: 'git', url: 'git+https://github.com/origin-gate/origin-gate.git' },
      bugs: { url: 'https://github.com/origin-gate/origin-gate/issues' },
      homepage: 'https://github.com/origin-gate/origin-gate#readme',
    })
    expect(manifest).not.toHaveProperty('dependencies')
    expect(manifest).not.toHaveProperty('private')
    // npm would run such a script at the user's.
    expect(manifest).not.toHaveProperty('scripts.install')
    expect(manifest).not.toHaveProperty('scripts.postinstall')
    expect(manifest).not.toHaveProperty('scripts.prepare')
  })
})

describe('the installed command', () => {
  test('prints its version and its help', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `origin-gate ${VERSION}\n`, stderr: '' })
    expect(await run(['--help'])).toMatchObject({ code: 0, stderr: '' })
    expect(npm(['exec', '--offline', '--', 'origin-gate', '--version'], app)).toBe(`origin-gate ${VERSION}\n`)
  })

  test('is the command in a workflow too, although a runner starts the Action without arguments', async () => {
    const { code, stdout, stderr } = await run([], { GITHUB_ACTIONS: 'true' })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^Usage: origin-gate/)
  })

  test.each(['bash', 'zsh', 'fish'])('prints the completion for %s', async (shell) => {
    expect(await run(['completion', shell])).toMatchObject({ code: 0, stderr: '' })
  })

  describe('at a site of the lab', () => {
    let world: World
    let network: Readonly<Record<string, string>>
    beforeAll(async () => {
      world = await startWorld({ fault: 'refused' })
      network = {
        ORIGIN_GATE_LAB: world.env['ORIGIN_GATE_LAB'] ?? '',
        NODE_EXTRA_CA_CERTS: world.env['NODE_EXTRA_CA_CERTS'] ?? '',
      }
    })
    afterAll(() => world.close())

    const CHECK = [SITE, '--origin', ORIGIN_ADDRESS, '--timeout', '5s']

    test('names the cause, records, and judges the recording again', async () => {
      const { code, stdout } = await run(
        [...CHECK, '--record', 'run.json', '--report', 'report.json'],
        network,
      )
      expect(code).toBe(1)
      expect(stdout).toContain('the origin refuses connections')
      expect(stdout).toContain('Next steps')
      for (const format of ['text', 'json', 'markdown', 'junit']) {
        const replayed = await run(['--replay', 'run.json', '--format', format])
        expect([format, replayed.code, replayed.stderr]).toEqual([format, 1, ''])
        expect(replayed.stdout).toMatch(/refuse/)
      }
    })

    test('loads what a sites file and an API token need', async () => {
      const yaml = `defaults: &d\n  timeout: 5s\nsites:\n  - { <<: *d, url: '${SITE}' }\n`
      await writeFile(join(app, 'sites.yml'), yaml)
      const rejected = await run(['--config', 'sites.yml'], network)
      expect(rejected.stderr).toContain('`defaults`')
      await writeFile(join(app, 'sites.yml'), `sites:\n  - { "url": '${SITE}', timeout: "5s" }\n`)
      const { code, stdout } = await run(['--config', 'sites.yml'], {
        ...network,
        CLOUDFLARE_API_TOKEN: 'x'.repeat(40),
      })
      expect(code).toBe(1)
      expect(stdout).toContain('www.shop.example is down')
    })
  })
})

describe('the installed library', () => {
  const PROGRAM = `
    import { readFileSync } from 'node:fs'
    import { check, ConfigError, replay } from 'origin-gate'
    import schema from 'origin-gate/report.schema.json' with { type: 'json' }
    const report = await replay(readFileSync('run.json', 'utf8'))
    const refused = await check({ url: 'not a url' }).catch((error) => error instanceof ConfigError)
    console.log(JSON.stringify({ cause: report.cause, refused, title: typeof schema.$schema }))
  `

  test('is imported by its name', async () => {
    await writeFile(join(app, 'program.mjs'), PROGRAM)
    const printed = execFileSync(process.execPath, ['program.mjs'], { cwd: app, env, encoding: 'utf8' })
    expect(JSON.parse(printed)).toEqual({ cause: 'origin-refused', refused: true, title: 'string' })
  })
})

onPosix('Windows has no manual pages').test(
  'a global installation has the command and the manual page',
  async () => {
    const prefix = join(folder, 'prefix')
    npm(['install', '--global', '--prefix', prefix, ...OFFLINE, tarball], folder)
    const command = join(prefix, 'bin/origin-gate')
    const printed = execFileSync(command, ['--version'], { env, encoding: 'utf8' })
    expect(printed).toBe(`origin-gate ${VERSION}\n`)
    const page = join(prefix, 'share/man/man1/origin-gate.1')
    expect((await lstat(page)).isSymbolicLink()).toBe(true)
    expect(await readFile(page, 'utf8')).toContain('.TH ORIGIN\\-GATE 1')
    expect(await readdir(join(prefix, 'lib/node_modules'))).toEqual(['origin-gate'])
  },
)

// Needs an older Node, which not every machine has.
const testWithOldNode = OLD_NODE === undefined || WINDOWS ? test.skip : test
testWithOldNode('on a Node before 24, the installed command names the version', () => {
  const { program, version } = OLD_NODE ?? { program: '', version: '' }
  const PATH = [dirname(program), '/usr/bin', '/bin'].join(delimiter)
  expect(spawnSync(join(app, INSTALLED), ['--help'], { env: { PATH }, encoding: 'utf8' })).toMatchObject({
    status: 2,
    stdout: '',
    stderr: `origin-gate needs Node 24 or newer; this is ${version}.\n`,
  })
})
