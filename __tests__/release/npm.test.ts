/** The steps that pack and publish, with npm itself and a registry on loopback. */
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { VERSION } from '../../src/version.ts'
import { startRegistry, type Registry } from './registry.ts'
import { ROOT } from '../support/workflow.ts'
import { onLinux } from '../support/platform.ts'
import { git, program, type Result, scriptOf, startStep, STEPS_NEED } from './support.ts'

const here = onLinux(STEPS_NEED)

/** Each start of npm takes half a second of an idle core. */
const LIMIT = 120_000

let folder: string
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'origin-gate-npm-')))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

here.describe(`the step that packs${here.because}`, () => {
  let release: string
  let files: string
  beforeAll(async () => {
    const checkout = join(folder, 'checkout')
    const parts = [
      'dist',
      'man',
      'scripts',
      'src',
      'package.json',
      'report.schema.json',
      'README.md',
      'LICENSE',
      'CHANGELOG.md',
    ]
    await mkdir(checkout)
    await Promise.all(parts.map((part) => cp(join(ROOT, part), join(checkout, part), { recursive: true })))
    await symlink(join(ROOT, 'node_modules'), join(checkout, 'node_modules'))
    git(checkout, 'init', '--quiet')
    git(checkout, 'commit', '--quiet', '--allow-empty', '--message', 'All')
    const outputs = join(folder, 'outputs.txt')
    const { code, text } = await startStep(scriptOf('build', 'Pack what is published'), checkout, {
      VERSION,
      GITHUB_OUTPUT: outputs,
    })
    expect({ code, text }).toEqual({ code: 0, text: expect.any(String) })
    release = join(checkout, 'release')
    files = /^files=([0-9a-f]{64})\n$/.exec(await readFile(outputs, 'utf8'))?.[1] ?? ''
  }, LIMIT)

  const compare = (env: Readonly<Record<string, string>>): Promise<Result> =>
    startStep(scriptOf('publish', 'Compare the checksums'), release, env)

  test('has the package, its SBOM, the notes, and the checksums of all files of dist/', async () => {
    const names = [`origin-gate-${VERSION}.cdx.json`, `origin-gate-${VERSION}.tgz`]
    expect(await readdir(release)).toEqual(
      expect.arrayContaining(['SHA256SUMS', 'dist', 'files.sha256', 'notes.md', ...names]),
    )
    const listed = (await readFile(join(release, 'SHA256SUMS'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => line.slice(66))
    const built = await readdir(join(ROOT, 'dist'), { recursive: true, withFileTypes: true })
    const expected = built.flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name).slice(ROOT.length + 1)] : [],
    )
    expect(new Set(listed)).toEqual(new Set([...expected, ...names]))
    // actions/attest rejects more.
    expect(listed.length).toBeLessThan(1024)
    expect(await readFile(join(release, 'notes.md'), 'utf8')).toContain(`# v${VERSION}\n`)
  })

  test('gives the next jobs what they compare, and a change of any file stops them', async () => {
    expect(await compare({ FILES: files })).toMatchObject({ code: 0 })
    expect(await compare({ FILES: '0'.repeat(64) })).toMatchObject({ code: 1 })
    await writeFile(join(release, 'notes.md'), 'Other notes.')
    const changed = await compare({ FILES: files })
    expect(changed.code).toBe(1)
    expect(changed.text).toContain('notes.md: FAILED')
  })
})

/** Publishes without the provenance, which needs GitHub to sign it. Everything else is npm's own. */
const NPM = `#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$RECORD"
arguments=()
for argument; do [ "$argument" = --provenance ] || arguments+=("$argument"); done
PATH=\${PATH#*:} exec npm "\${arguments[@]}"
`

here.describe(`the step that publishes${here.because}`, () => {
  let registry: Registry
  let record: string
  beforeAll(async () => {
    registry = await startRegistry('origin-gate')
    record = join(folder, 'record.txt')
    await program(join(folder, 'bin'), 'npm', NPM)
    const host = registry.url.replace('http:', '')
    await writeFile(join(folder, 'npmrc'), `registry=${registry.url}\n${host}:_authToken=of-the-lab\n`)
  })
  afterAll(() => registry.close())

  /** Publishes a small package of this version. */
  async function publish(version: string, { tag = 'latest', text = '' } = {}): Promise<Result> {
    const source = await mkdtemp(join(folder, 'package-'))
    await writeFile(join(source, 'package.json'), JSON.stringify({ name: 'origin-gate', version }))
    await writeFile(join(source, 'index.js'), text)
    await startStep('npm pack --silent', source, { HOME: folder })
    await rm(record, { force: true })
    return startStep(
      scriptOf('publish', 'Publish, unless npm has this version'),
      source,
      {
        VERSION: version,
        NPM_TAG: tag,
        RECORD: record,
        npm_config_userconfig: join(folder, 'npmrc'),
        npm_config_cache: join(folder, 'cache'),
        npm_config_fetch_retries: '0',
      },
      [join(folder, 'bin')],
    )
  }

  test(
    'npm has nothing to correct in our own package',
    async () => {
      const tarball = join(folder, 'checkout', 'release', `origin-gate-${VERSION}.tgz`)
      const { code, text } = await startStep(`npm publish --dry-run --tag next '${tarball}'`, folder, {
        npm_config_userconfig: join(folder, 'npmrc'),
      })
      expect({ code, warnings: text.match(/^npm warn.*/gm) }).toEqual({ code: 0, warnings: null })
    },
    LIMIT,
  )

  test(
    'publishes with provenance, runs no script of the package, and gives the tag latest',
    async () => {
      expect(await publish('1.0.0')).toMatchObject({ code: 0 })
      expect(registry.published).toEqual(['1.0.0'])
      expect(Object.fromEntries(registry.tags)).toEqual({ latest: '1.0.0' })
      expect((await readFile(record, 'utf8')).trim().split('\n').at(-1)).toBe(
        'publish ./origin-gate-1.0.0.tgz --provenance --access public --ignore-scripts --tag latest',
      )
    },
    LIMIT,
  )

  test(
    'goes on if npm has the same file already, and fails if it has another one',
    async () => {
      const again = await publish('1.0.0')
      expect(again).toMatchObject({ code: 0, text: 'npm has this file already.\n' })
      const other = await publish('1.0.0', { text: 'other' })
      expect(other.code).toBe(1)
      expect(other.text).toMatch(
        /^::error::npm has another file as 1\.0\.0 \(sha512-\S+\)\. Release the next version instead\.\n$/,
      )
      expect(registry.published).toEqual(['1.0.0'])
    },
    LIMIT,
  )

  test(
    'gives a prerelease the tag next, and a fix of an older version its own',
    async () => {
      expect(await publish('2.0.0-rc.1', { tag: 'next' })).toMatchObject({ code: 0 })
      expect(await publish('0.10.0')).toMatchObject({ code: 0 })
      expect(Object.fromEntries(registry.tags)).toEqual({
        next: '2.0.0-rc.1',
        latest: '1.0.0',
        'latest-0': '0.10.0',
      })
    },
    LIMIT,
  )

  test(
    'gives the tag latest to a release, if only a prerelease of it had that tag',
    async () => {
      registry.tag('latest', '2.0.0-rc.1')
      expect(await publish('2.0.0')).toMatchObject({ code: 0 })
      expect(registry.tags.get('latest')).toBe('2.0.0')
    },
    LIMIT,
  )

  test(
    'publishes nothing if npm does not say what it has',
    async () => {
      registry.fail()
      const { code, text } = await publish('1.0.1')
      expect(code).not.toBe(0)
      expect(text).toContain('npm error')
      expect(await readFile(record, 'utf8')).not.toContain('publish')
    },
    LIMIT,
  )
})
