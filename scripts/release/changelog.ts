import type { Version } from './version.ts'

/** A section of CHANGELOG.md, in the format of https://keepachangelog.com/en/1.1.0/. */
export interface Section {
  /** `Unreleased`, or a version. */
  readonly name: string
  /** YYYY-MM-DD. Absent for what is not released yet. */
  readonly date: string | undefined
  /** What follows the heading, in Markdown. */
  readonly text: string
}

const HEADING = /^## \[(?<name>[^\]\n]+)\](?: - (?<date>\d{4}-\d\d-\d\d)(?: \[YANKED\])?)?$/
/** The targets of links, at the end of the file. */
const LINK = /^\[[^\]\n]+\]: \S+$/gm

/** All sections, in their order. @throws {Error} for a heading of another form, with the form */
export function sectionsOf(changelog: string): readonly Section[] {
  const parts = changelog.replaceAll(LINK, '').split(/^(?=## )/m)
  return parts
    .filter((part) => part.startsWith('## '))
    .map((part) => {
      const [heading = '', ...lines] = part.split('\n')
      const { name, date } = HEADING.exec(heading.trimEnd())?.groups ?? {}
      if (name === undefined)
        throw new Error(
          `CHANGELOG.md has the heading "${heading}". Write "## [1.2.3] - 2026-11-30" or "## [Unreleased]".`,
        )
      return { name, date, text: lines.join('\n').trim() }
    })
}

/**
 * What is new in a version. A prerelease may have no section: its changes are then those that are not released yet.
 *
 * @throws {Error} with what to write, if CHANGELOG.md has nothing for it
 */
export function sectionFor({ text, prerelease }: Version, changelog: string): Section {
  const sections = sectionsOf(changelog)
  const found =
    sections.find(({ name }) => name === text) ??
    (prerelease === undefined ? undefined : sections.find(({ name }) => name === 'Unreleased'))
  if (found === undefined)
    throw new Error(
      `CHANGELOG.md has no section for ${text}. Write "## [${text}] - YYYY-MM-DD" with its changes.`,
    )
  if (found.text === '')
    throw new Error(`The section ${found.name} of CHANGELOG.md is empty. List what changes for users.`)
  if (found.name === text && found.date === undefined)
    throw new Error(`The section ${text} of CHANGELOG.md has no date. Write "## [${text}] - YYYY-MM-DD".`)
  return found
}
