/** The steps that create the release and move the tag of the major version. Git is real, and `gh` a small stand-in. */
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { onLinux } from '../support/platform.ts'
import { commitVersion, git, program, type Result, scriptOf, startStep, STEPS_NEED } from './support.ts'

const here = onLinux(STEPS_NEED)

/** Records its arguments, and keeps the files of a release in $STORE. With $UPLOADS, it fails after so many files. */
const GH = `#!/usr/bin/env bash
printf '%s\\n' "$*" >> "$RECORD"
shopt -s nullglob
upload() {
  kept=("$STORE"/*)
  if [ "\${#kept[@]}" -ge "\${UPLOADS:-99}" ]; then echo 'HTTP 502' >&2; exit 1; fi
  cp "$1" "$STORE/"
}
case "$1 $2" in
  'auth setup-git') ;;
  'api repos/owner/site/commits/tags/v1.2.3') echo "$TAGGED" ;;
  'release list') printf '%s\\n' $RELEASES ;;
  'release view') [ -e "$STORE" ] ;;
  'release create') mkdir "$STORE"; shift 3; for file; do case $file in --*) break ;; *) upload "$file" ;; esac; done ;;
  'release upload') upload "$4" ;;
  'release download') kept=("$STORE"/*); [ "\${#kept[@]}" -gt 0 ] && cp "\${kept[@]}" "$5/" ;;
  'release edit') ;;
  *) exit 9 ;;
esac
`

let folder: string
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'origin-gate-github-')))
  await program(join(folder, 'bin'), 'gh', GH)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const recorded = async (): Promise<readonly string[]> =>
  (await readFile(join(folder, 'record.txt'), 'utf8')).trim().split('\n')

here.describe(`the step that creates the release${here.because}`, () => {
  const ASSETS = ['origin-gate-1.2.3.tgz', 'origin-gate-1.2.3.cdx.json', 'SHA256SUMS']

  async function release(more: Readonly<Record<string, string>> = {}): Promise<Result> {
    const cwd = await mkdtemp(join(folder, 'job-'))
    await Promise.all([...ASSETS, 'notes.md'].map((name) => writeFile(join(cwd, name), `text of ${name}`)))
    return startStep(
      scriptOf('release', 'Create the release, or complete it'),
      cwd,
      {
        TAG: 'v1.2.3',
        VERSION: '1.2.3',
        COMMIT: 'a'.repeat(40),
        TAGGED: 'a'.repeat(40),
        RELEASES: '',
        GH_REPO: 'owner/site',
        PRERELEASE: 'false',
        RECORD: join(folder, 'record.txt'),
        STORE: join(folder, 'store'),
        ...more,
      },
      [join(folder, 'bin')],
    )
  }

  test.each([
    ['false', '', 'true'],
    ['false', 'v1.2.2 v0.10.0', 'true'],
    ['false', 'v1.10.0 v1.2.2', 'false'],
    ['true', 'v1.2.2', 'false'],
  ])(
    'creates it with all files (prerelease: %s, other releases: "%s", the latest: %s)',
    async (prerelease, others, latest) => {
      expect(await release({ PRERELEASE: prerelease, RELEASES: others })).toMatchObject({ code: 0 })
      expect((await recorded()).at(-1)).toBe(
        `release create v1.2.3 ${ASSETS.join(' ')} --verify-tag --title v1.2.3 --notes-file notes.md --prerelease=${prerelease} --latest=${latest}`,
      )
    },
  )

  test('creates nothing for a tag that was moved after the tests', async () => {
    const { code, text } = await release({ TAGGED: 'b'.repeat(40) })
    expect(code).toBe(1)
    expect(text).toBe(
      `::error::The tag v1.2.3 was moved. Move it back to ${'a'.repeat(40)}, and run this job again.\n`,
    )
    expect(await recorded()).toEqual(['api repos/owner/site/commits/tags/v1.2.3 --jq .sha'])
  })

  test.each([['0'], ['1'], ['2']])(
    'adds what is missing, if an earlier attempt failed after %s files',
    async (uploads) => {
      expect(await release({ UPLOADS: uploads })).toMatchObject({ code: 1 })
      expect(await readdir(join(folder, 'store'))).toHaveLength(Number(uploads))
      expect(await release()).toMatchObject({ code: 0 })
      expect((await readdir(join(folder, 'store'))).toSorted()).toEqual(ASSETS.toSorted())
      const commands = await recorded()
      expect(commands.filter((each) => each.startsWith('release upload'))).toHaveLength(3 - Number(uploads))
      expect(commands.at(-1)).toBe('release edit v1.2.3 --draft=false')
    },
  )

  test('changes nothing in a complete release, and rejects another file of the same name', async () => {
    expect(await release()).toMatchObject({ code: 0 })
    expect(await release()).toMatchObject({ code: 0 })
    expect((await recorded()).filter((each) => each.startsWith('release upload'))).toEqual([])
    await writeFile(join(folder, 'store', 'SHA256SUMS'), 'other')
    const { code, text } = await release()
    expect(code).toBe(1)
    expect(text).toContain('::error::The release has another SHA256SUMS. Release the next version instead.')
  })
})

const remote = (): string => join(folder, 'owner', 'site.git')

const at = (tag: string): string => git(remote(), 'rev-parse', `refs/tags/${tag}`)

/** Runs the step as for this version's tag, whose commit has been tested. */
const move = async (
  version: string,
  commit = git(remote(), 'rev-parse', `refs/tags/v${version}^{commit}`),
): Promise<Result> =>
  startStep(
    scriptOf('major-tag', 'Move the tag forward'),
    await mkdtemp(join(folder, 'job-')),
    {
      TAG: `v${version}`,
      COMMIT: commit,
      VERSION: version,
      GITHUB_SERVER_URL: pathToFileURL(folder).href,
      GITHUB_REPOSITORY: 'owner/site.git',
      RECORD: join(folder, 'record.txt'),
    },
    [join(folder, 'bin')],
  )

here.describe(`the step that moves the tag of the major version${here.because}`, () => {
  let work: string
  beforeEach(async () => {
    await mkdir(remote(), { recursive: true })
    git(remote(), 'init', '--quiet', '--bare', '--initial-branch=main')
    work = join(folder, 'work')
    git(folder, 'clone', '--quiet', remote(), work)
  })

  /** Commits a version on main, tags it, and pushes both. Returns the commit. */
  async function tagged(version: string, annotated = false): Promise<string> {
    const commit = await commitVersion(work, { version })
    git(work, 'tag', ...(annotated ? ['--annotate', '--message', version] : []), `v${version}`)
    git(work, 'push', '--quiet', 'origin', 'HEAD:main', `v${version}`)
    return commit
  }

  test.each([[false], [true]])(
    'creates it with the first release, at the commit itself (annotated tag: %s)',
    async (annotated) => {
      const commit = await tagged('1.0.0', annotated)
      expect(await move('1.0.0')).toMatchObject({ code: 0 })
      expect(at('v1')).toBe(commit)
      expect(await recorded()).toEqual(['auth setup-git'])
    },
  )

  test('moves it to each newer version, also past 9, and never to an older one', async () => {
    const first = await tagged('1.9.0')
    const second = await tagged('1.10.0')
    expect(await move('1.9.0')).toMatchObject({ code: 0 })
    expect(at('v1')).toBe(first)
    expect(await move('1.10.0')).toMatchObject({ code: 0 })
    expect(at('v1')).toBe(second)
    // The run of the older tag again, and a fix of it.
    expect(await move('1.9.0')).toMatchObject({ code: 0, text: 'v1 stays at 1.10.0.\n' })
    await tagged('1.9.1')
    expect(await move('1.9.1')).toMatchObject({ code: 0, text: 'v1 stays at 1.10.0.\n' })
    expect(at('v1')).toBe(second)
    expect(at('v1.9.0')).toBe(first)
  })

  test('leaves it alone when it is there already, and replaces an annotated one', async () => {
    const first = await tagged('1.0.0')
    git(work, 'tag', '--annotate', 'v1', '--message', 'v1', first)
    git(work, 'push', '--quiet', 'origin', 'v1')
    const object = at('v1')
    expect(await move('1.0.0')).toMatchObject({ code: 0, text: 'v1 stays at 1.0.0.\n' })
    expect(at('v1')).toBe(object)
    const second = await tagged('1.0.1')
    expect(await move('1.0.1')).toMatchObject({ code: 0 })
    expect(at('v1')).toBe(second)
  })

  test('has one tag for each major version', async () => {
    const first = await tagged('1.0.0')
    const second = await tagged('2.0.0')
    expect(await move('1.0.0')).toMatchObject({ code: 0 })
    expect(await move('2.0.0')).toMatchObject({ code: 0 })
    expect([at('v1'), at('v2')]).toEqual([first, second])
  })

  test.each([[false], [true]])(
    'stays where it is if the tag of the version was moved after the tests (annotated tag: %s)',
    async (annotated) => {
      const first = await tagged('1.0.0', annotated)
      expect(await move('1.0.0')).toMatchObject({ code: 0 })
      const second = await tagged('1.0.1', annotated)
      const untested = await commitVersion(work, { version: '1.0.1' })
      git(work, 'tag', '--force', ...(annotated ? ['--annotate', '--message', 'new'] : []), 'v1.0.1')
      git(work, 'push', '--quiet', '--force', 'origin', 'v1.0.1')
      expect(second).not.toBe(untested)
      expect(await move('1.0.1', second)).toMatchObject({
        code: 1,
        text: `::error::The tag v1.0.1 was moved. Move it back to ${second}, and run this job again.\n`,
      })
      expect(at('v1')).toBe(first)
    },
  )

  test('fails if another run moves it at the same time', async () => {
    await tagged('1.0.0')
    const second = await tagged('1.0.1')
    const third = await tagged('1.0.2')
    expect(await move('1.0.0')).toMatchObject({ code: 0 })
    // Git runs this before it pushes: the other run's push.
    await program(
      join(folder, 'bin'),
      'git',
      `#!/usr/bin/env bash
PATH=\${PATH#*:}
if [ "$1" = push ]; then git --git-dir '${remote()}' update-ref refs/tags/v1 ${third}; fi
exec git "$@"
`,
    )
    const { code, text } = await move('1.0.1')
    expect(code).toBe(1)
    expect(text).toMatch(/rejected|failed to push/)
    expect(at('v1')).toBe(third)
    expect(third).not.toBe(second)
  })
})
