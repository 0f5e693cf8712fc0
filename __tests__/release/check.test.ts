/** `scripts/release/check.ts` in real repositories. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ROOT } from '../support/workflow.ts'
import { commitVersion, git } from './support.ts'

const CHANGELOG = '# Changelog\n\n## [Unreleased]\n\n- Next.\n\n## [1.2.3] - 2026-11-30\n\n- All.\n'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-release-'))
  git(folder, 'init', '--quiet', '--initial-branch=main')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function check(tag: string, branch = 'main'): { readonly code: number | null; readonly text: string } {
  const { GITHUB_OUTPUT: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'scripts', 'release', 'check.ts'), '--tag', tag, '--branch', branch],
    { cwd: folder, env: { ...env, GITHUB_OUTPUT: join(folder, 'outputs.txt') }, encoding: 'utf8' },
  )
  return { code: status, text: `${stdout}${stderr}` }
}

const outputs = (): Promise<string> => readFile(join(folder, 'outputs.txt'), 'utf8')

describe('the check of a release', () => {
  test('accepts a tag on main whose files have its version', async () => {
    const commit = await commitVersion(folder, { version: '1.2.3', changelog: CHANGELOG })
    git(folder, 'tag', 'v1.2.3')
    expect(check('v1.2.3')).toMatchObject({ code: 0 })
    expect(await outputs()).toBe(`version=1.2.3\nprerelease=false\nnpm-tag=latest\ncommit=${commit}\n`)
  })

  test('finds main in a clone of the tag, as on a runner', async () => {
    const upstream = join(folder, 'upstream')
    git(folder, 'init', '--quiet', '--initial-branch=main', upstream)
    await commitVersion(upstream, { version: '1.2.3', changelog: CHANGELOG })
    git(upstream, 'tag', '--annotate', 'v1.2.3', '--message', 'v1.2.3')
    await commitVersion(upstream, { version: '1.2.4' })
    git(folder, 'remote', 'add', 'origin', upstream)
    git(folder, 'fetch', '--quiet', '--tags', 'origin')
    git(folder, 'checkout', '--quiet', '--detach', 'refs/tags/v1.2.3')
    expect(check('v1.2.3', 'origin/main')).toMatchObject({ code: 0 })
  })

  test('accepts an annotated tag of an older commit of main, and calls a prerelease next', async () => {
    const commit = await commitVersion(folder, { version: '1.3.0-rc.1', changelog: CHANGELOG })
    git(folder, 'tag', '--annotate', 'v1.3.0-rc.1', '--message', 'v1.3.0-rc.1')
    await commitVersion(folder, { version: '1.3.0-rc.2' })
    git(folder, 'checkout', '--quiet', 'v1.3.0-rc.1')
    expect(check('v1.3.0-rc.1')).toMatchObject({ code: 0 })
    expect(await outputs()).toBe(`version=1.3.0-rc.1\nprerelease=true\nnpm-tag=next\ncommit=${commit}\n`)
  })

  test('lists everything that is missing at once, with what to do', async () => {
    await commitVersion(folder, { version: '1.2.2', lock: '1.2.1', changelog: CHANGELOG })
    git(folder, 'checkout', '--quiet', '-b', 'fix')
    await commitVersion(folder, { version: '1.2.2', lock: '1.2.1' })
    git(folder, 'tag', 'v1.2.4')
    expect(check('v1.2.4')).toEqual({
      code: 1,
      text: `${[
        'package.json has version 1.2.2, but the tag is v1.2.4. Run npm version 1.2.4 --no-git-tag-version.',
        'package-lock.json has version 1.2.1, but the tag is v1.2.4. Run npm version 1.2.4 --no-git-tag-version.',
        'CHANGELOG.md has no section for 1.2.4. Write "## [1.2.4] - YYYY-MM-DD" with its changes.',
        'The commit of v1.2.4 is not on main. Merge it first, and tag the merged commit.',
      ].join('\n')}\n`,
    })
    await expect(outputs()).rejects.toThrow('ENOENT')
  })

  test('accepts a fix of an older major version on its own branch', async () => {
    await commitVersion(folder, { version: '1.2.2', changelog: CHANGELOG })
    git(folder, 'checkout', '--quiet', '-b', '1.x')
    await commitVersion(folder, { version: '1.2.3' })
    git(folder, 'tag', 'v1.2.3')
    expect(check('v1.2.3')).toMatchObject({ code: 0 })
    git(folder, 'branch', '--quiet', '--move', '2.x')
    expect(check('v1.2.3').text).toContain('The commit of v1.2.3 is not on main.')
  })

  test.each([
    ['v1.2.4', 'main', 'There is no tag v1.2.4. Create it on a commit of main, and fetch it.\n'],
    ['v1.2.3', 'main', 'The tag v1.2.3 is at another commit than HEAD. Check out the tag.\n'],
    ['v1.2.2', 'origin/main', 'There is no origin/main here. Fetch it with its whole history.\n'],
    ['release', 'main', '"release" is not a version tag. Write v1.2.3 or v1.2.3-rc.1.\n'],
  ])('of %s on %s says what to do', async (tag, branch, message) => {
    await commitVersion(folder, { version: '1.2.3', changelog: CHANGELOG })
    git(folder, 'tag', 'v1.2.3')
    await commitVersion(folder, { version: '1.2.2' })
    git(folder, 'tag', 'v1.2.2')
    const { code, text } = check(tag, branch)
    expect(code).toBe(1)
    expect(text).toContain(message)
  })
})
