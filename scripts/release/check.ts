/**
 * Checks whether a version can be released: `npm run release-check -- --tag v1.2.3 [--branch origin/main]`. Lists
 * everything that is missing, and then exits with 1. In a workflow, its outputs are `version`, `prerelease`,
 * `npm-tag` and `commit`. A commit of `origin/1.x` counts too, for fixes of an older major version.
 */
import { execFileSync } from 'node:child_process'
import { appendFileSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sectionFor } from './changelog.ts'
import { type Version, versionOfTag } from './version.ts'

const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim()

/** What git prints, or `undefined` if it fails. */
function gitOrNothing(...args: readonly string[]): string | undefined {
  try {
    return git(...args)
  } catch {
    return undefined
  }
}

function changelogFault(version: Version): string | undefined {
  try {
    sectionFor(version, readFileSync('CHANGELOG.md', 'utf8'))
    return undefined
  } catch (error) {
    return Error.isError(error) ? error.message : String(error)
  }
}

/** The version of package.json or package-lock.json. */
function versionIn(file: string): string {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(file, 'utf8'))
  return version
}

function commitFault(tag: string, version: Version, branch: string): string | undefined {
  const commit = gitOrNothing('rev-parse', '--verify', '--quiet', `refs/tags/${tag}^{commit}`)
  if (commit === undefined) return `There is no tag ${tag}. Create it on a commit of ${branch}, and fetch it.`
  if (commit !== git('rev-parse', 'HEAD'))
    return `The tag ${tag} is at another commit than HEAD. Check out the tag.`
  const branches = [branch, branch.replace(/[^/]+$/, `${version.major}.x`)].filter(
    (name) => gitOrNothing('rev-parse', '--verify', '--quiet', `${name}^{commit}`) !== undefined,
  )
  if (branches.length === 0) return `There is no ${branch} here. Fetch it with its whole history.`
  return branches.some((name) => gitOrNothing('merge-base', '--is-ancestor', commit, name) !== undefined)
    ? undefined
    : `The commit of ${tag} is not on ${branches.join(' or ')}. Merge it first, and tag the merged commit.`
}

/** One sentence for each thing that is missing, with what to do. */
function faultsOf(tag: string, version: Version, branch: string): readonly string[] {
  const versions = ['package.json', 'package-lock.json'].flatMap((file) => {
    const found = versionIn(file)
    return found === version.text
      ? []
      : `${file} has version ${found}, but the tag is ${tag}. Run npm version ${version.text} --no-git-tag-version.`
  })
  return [...versions, changelogFault(version), commitFault(tag, version, branch)].filter(
    (fault) => fault !== undefined,
  )
}

function main(): void {
  const { values } = parseArgs({
    options: { tag: { type: 'string', default: '' }, branch: { type: 'string', default: 'origin/main' } },
  })
  const { tag, branch } = values
  const version = versionOfTag(tag)
  const faults = faultsOf(tag, version, branch)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const outputs = [
    `version=${version.text}`,
    `prerelease=${version.prerelease !== undefined}`,
    `npm-tag=${version.prerelease === undefined ? 'latest' : 'next'}`,
    `commit=${git('rev-parse', 'HEAD')}`,
  ]
  const file = process.env['GITHUB_OUTPUT']
  if (file !== undefined) appendFileSync(file, `${outputs.join('\n')}\n`)
  console.log(`${tag} can be released.\n${outputs.join('\n')}`)
}

try {
  main()
} catch (error) {
  console.error(Error.isError(error) ? error.message : String(error))
  process.exitCode = 1
}
