import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { sectionFor, sectionsOf } from '../../scripts/release/changelog.ts'
import { notesOf } from '../../scripts/release/notes.ts'
import { versionOfTag } from '../../scripts/release/version.ts'
import { CAUSE_CATEGORIES } from '../../src/domain/cause-id.ts'
import { VERSION } from '../../src/version.ts'
import { ROOT } from '../support/workflow.ts'

const CHANGELOG = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')

const EXAMPLE = `# Changelog

## [Unreleased]

### Added

- What comes next.

## [1.1.0] - 2026-12-24 [YANKED]

- A line
  that is wrapped, with [a page](docs/usage.md#top) and [a site](https://example.com/).

\`\`\`sh
one
two
\`\`\`

## [1.0.0] - 2026-11-30

[Unreleased]: https://example.com/compare/v1.1.0...HEAD
[1.1.0]: https://example.com/v1.1.0
`

describe('CHANGELOG.md', () => {
  const sections = sectionsOf(CHANGELOG)

  test('starts with what is not released, and then has the version of package.json', () => {
    expect(sections.slice(0, 2).map(({ name }) => name)).toEqual(['Unreleased', VERSION])
    expect(sectionFor(versionOfTag(`v${VERSION}`), CHANGELOG).text).not.toBe('')
  })

  test('has each released version once, newest first, with its date and a link', () => {
    const released = sections.slice(1)
    expect(new Set(released.map(({ name }) => name)).size).toBe(released.length)
    for (const { name, date = '' } of released) {
      expect(versionOfTag(`v${name}`).text).toBe(name)
      expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date)
      expect(CHANGELOG).toContain(`\n[${name}]: https://github.com/origin-gate/origin-gate/`)
    }
    const dates = released.map(({ date = '' }) => date)
    expect(dates.toSorted().toReversed()).toEqual(dates)
  })

  test('uses only the headings of Keep a Changelog in a section', () => {
    const headings = Array.from(CHANGELOG.matchAll(/^### (.*)$/gm), ([, name]) => name)
    expect(headings.length).toBeGreaterThan(0)
    for (const heading of headings)
      expect(['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security']).toContain(heading)
  })

  test('says how many causes the first release has', () => {
    const first = sections.find(({ name }) => name === '1.0.0')?.text ?? ''
    if (VERSION === '1.0.0') expect(first).toContain(`[${Object.keys(CAUSE_CATEGORIES).length} causes]`)
  })
})

describe('a section', () => {
  test.each([
    ['v1.1.0', '1.1.0'],
    ['v1.2.0-rc.1', 'Unreleased'],
    ['v1.1.0-rc.1', 'Unreleased'],
  ])('for %s is %s', (tag, name) => {
    expect(sectionFor(versionOfTag(tag), EXAMPLE).name).toBe(name)
  })

  test.each([
    [
      'v2.0.0',
      EXAMPLE,
      'CHANGELOG.md has no section for 2.0.0. Write "## [2.0.0] - YYYY-MM-DD" with its changes.',
    ],
    ['v1.0.0', EXAMPLE, 'The section 1.0.0 of CHANGELOG.md is empty. List what changes for users.'],
    [
      'v1.0.0',
      '## [1.0.0]\n\n- All.',
      'The section 1.0.0 of CHANGELOG.md has no date. Write "## [1.0.0] - YYYY-MM-DD".',
    ],
    [
      'v1.0.0',
      '## 1.0.0 (2026-11-30)',
      'CHANGELOG.md has the heading "## 1.0.0 (2026-11-30)". Write "## [1.2.3] - 2026-11-30" or "## [Unreleased]".',
    ],
  ])('for %s in a changelog without it is an error that says what to write', (tag, changelog, message) => {
    expect(() => sectionFor(versionOfTag(tag), changelog)).toThrow(new Error(message))
  })
})

describe('the notes of a release', () => {
  const commit = '5f1c0a9b8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a'
  const notes = notesOf(versionOfTag('v1.1.0'), commit, EXAMPLE)

  test('are the section, with each paragraph on one line and links that work outside the repository', () => {
    expect(notes).toMatch(
      /^- A line that is wrapped, with \[a page\]\(https:\/\/github\.com\/origin-gate\/origin-gate\/blob\/v1\.1\.0\/docs\/usage\.md#top\) and \[a site\]\(https:\/\/example\.com\/\)\.\n\n```sh\none\ntwo\n```\n\n## /,
    )
    expect(notes).not.toContain('What comes next')
    expect(notes).not.toContain('compare/v1.1.0')
  })

  test('have the line that pins this commit, and the commands that verify the release', () => {
    expect(notes).toContain(`- uses: origin-gate/origin-gate@${commit} # v1.1.0\n`)
    expect(notes).toContain('gh attestation verify origin-gate-1.1.0.tgz --repo origin-gate/origin-gate\n')
  })
})

describe('a tag', () => {
  test.each(['v1.2.3', 'v0.0.1', 'v10.20.30', 'v1.2.3-rc.1', 'v1.2.3-0', 'v1.2.3-alpha-1.b'])(
    'may be %s',
    (tag) => {
      expect(versionOfTag(tag)).toMatchObject({ text: tag.slice(1), major: parseInt(tag.slice(1)) })
    },
  )

  test.each([
    '1.2.3',
    'v1.2',
    'v01.2.3',
    'v1.2.3-',
    'v1.2.3-01',
    'v1.2.3+build',
    'v1.2.3-a..b',
    'v1.2.3\n',
    '',
  ])('may not be %j', (tag) => {
    expect(() => versionOfTag(tag)).toThrow('is not a version tag. Write v1.2.3 or v1.2.3-rc.1.')
  })
})
