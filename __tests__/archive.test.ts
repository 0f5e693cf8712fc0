/** The archive of HEAD: what a runner downloads, and what `.gitattributes` keeps out of it. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { runAction } from '../lab/runner/run-action.ts'
import { startWorld } from '../lab/world/world.ts'
import { CAUSES } from '../src/diagnosis/causes/index.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** A copy without its history has nothing to archive. In CI it fails instead. */
const checkout = existsSync(join(ROOT, '.git')) || process.env['CI'] === 'true'

/** Bytes that a runner downloads before each run, at most. */
const MAX_DOWNLOAD = 600_000

/** Texts about causes for the docs only, up to the first character that a bundle escapes. */
const TEXTS = CAUSES.flatMap(({ meaning, sources }) => meaning.concat(sources.map(({ claim }) => claim)))
const BEGINNINGS = TEXTS.flatMap((text) => /^[^'"`\\\P{ASCII}]{40,}/u.exec(text) ?? [])

const git = (...args: readonly string[]): Buffer =>
  execFileSync('git', args, { cwd: ROOT, maxBuffer: 100_000_000 })

const describeHere = checkout ? describe : describe.skip
describeHere('the archive that a runner downloads (needs a git checkout)', () => {
  let folder: string
  let archive: Buffer
  let entry: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'origin-gate-archive-'))
    archive = git('archive', 'HEAD')
    execFileSync('tar', ['-xf', '-', '-C', folder], { input: archive })
    entry = join(folder, 'dist', 'index.js')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('holds the Action and nothing else', async () => {
    const files = await readdir(folder)
    expect(files.toSorted()).toEqual(['LICENSE', 'action.yml', 'dist', 'package.json'])
    const committed = git('ls-tree', '--name-only', 'HEAD', 'dist/').toString().trim().split('\n')
    const chunks = await readdir(join(folder, 'dist'))
    const attributes = git('show', 'HEAD:dist/.gitattributes').toString().trim().split('\n')
    const ofPackage = attributes.map((line) => `dist/${line.replace(/ export-ignore$/, '')}`)
    expect(ofPackage).toEqual([
      'dist/.gitattributes',
      'dist/.npmignore',
      'dist/sbom.cdx.json',
      'dist/command.js',
      'dist/library.js',
      'dist/types',
      expect.stringMatching(/^dist\/\d+\.index\.js$/),
    ])
    expect(committed).toEqual(expect.arrayContaining(ofPackage))
    expect(chunks.map((name) => `dist/${name}`).toSorted()).toEqual(
      committed.filter((path) => !ofPackage.includes(path)).toSorted(),
    )
  })

  test('is small', () => {
    expect(gzipSync(archive).length).toBeLessThan(MAX_DOWNLOAD)
  })

  test('lacks what no run uses', async () => {
    const chunks = await readdir(join(folder, 'dist'))
    const code = (await Promise.all(chunks.map((name) => readFile(join(folder, 'dist', name), 'utf8')))).join(
      '',
    )
    expect(code).toMatch(/llhttp/)
    // undici's second parser must stay turned off. The rest only takes room.
    const unused = ['UNDICI_USE_MILO', 'GET /gists', 'composePaginateRest', ...BEGINNINGS]
    expect(BEGINNINGS.length).toBeGreaterThan(40)
    expect(unused.filter((text) => code.includes(text))).toEqual([])
  })

  test('has the file that action.yml names', () => {
    const { runs }: { readonly runs: { readonly main: string } } = parse(
      git('show', 'HEAD:action.yml').toString(),
    )
    expect(existsSync(join(folder, runs.main))).toBe(true)
  })

  test('runs: it rejects an empty URL', async () => {
    const world = await startWorld({ fault: 'healthy', inputs: { url: '' } })
    try {
      const { code, outputs, stdout } = await runAction(world, { entry })
      expect({ code, outputs }).toEqual({ code: 1, outputs: { verdict: 'error', promote: 'false' } })
      expect(stdout).toContain('Nothing was checked.')
    } finally {
      await world.close()
    }
  })

  test('runs: it checks a site and comments', async () => {
    const world = await startWorld({ fault: 'healthy', inputs: { wait: '0s', comment: 'always' } })
    try {
      const { outputs, comments, stderr } = await runAction(world, { entry })
      expect({ outputs, stderr }).toMatchObject({ outputs: { verdict: 'healthy' }, stderr: '' })
      expect(comments).toHaveLength(1)
    } finally {
      await world.close()
    }
  })

  test('runs as a command', () => {
    const help = execFileSync(process.execPath, [entry, '--help'], { cwd: folder, env: {}, encoding: 'utf8' })
    expect(help).toContain('--origin')
  })
})
