/**
 * Prints the notes of a release in Markdown: `npm run -s release-notes -- --tag v1.2.3`. They are the section of
 * CHANGELOG.md, and how to use and verify exactly this version.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sectionFor } from './changelog.ts'
import { type Version, versionOfTag } from './version.ts'

const REPOSITORY = 'origin-gate/origin-gate'

/** A line that starts an item, a heading, a table, a quote or code. */
const STARTS = /^\s*(?:[-*+>|#]|\d+\. )/
const FENCE = /^\s*(?:```|~~~)/
/** A line that ends where it ends. */
const COMPLETE = /^\s*(?:[|#]|```|~~~|$)/

/** GitHub breaks a line of a release's notes where their source does, so each paragraph becomes one line. */
function unwrapped(markdown: string): string {
  const lines: string[] = []
  let fenced = false
  for (const line of markdown.split('\n')) {
    const before = lines.at(-1) ?? ''
    const fence = FENCE.test(line)
    if (fence) fenced = !fenced
    if (fence || fenced || line.trim() === '' || STARTS.test(line) || COMPLETE.test(before)) lines.push(line)
    else lines[lines.length - 1] = `${before} ${line.trimStart()}`
  }
  return lines.join('\n')
}

/** GitHub resolves links of a file in the repository, but not those of a release's notes. */
function withAbsoluteLinks(markdown: string, tag: string): string {
  return markdown.replaceAll(/\]\((?![a-z]+:|#)/g, `](https://github.com/${REPOSITORY}/blob/${tag}/`)
}

/** @param commit the 40 hexadecimal digits of the release */
export function notesOf(version: Version, commit: string, changelog: string): string {
  const { text } = version
  const changes = withAbsoluteLinks(unwrapped(sectionFor(version, changelog).text), `v${text}`)
  return `${changes}

## Use exactly this version

\`\`\`yaml
- uses: ${REPOSITORY}@${commit} # v${text}
\`\`\`

\`\`\`sh
npx origin-gate@${text} www.example.com
\`\`\`

## Verify it

\`\`\`sh
gh release download v${text} --repo ${REPOSITORY}
sha256sum --check --ignore-missing SHA256SUMS
gh attestation verify origin-gate-${text}.tgz --repo ${REPOSITORY}
\`\`\`

[RELEASE.md](https://github.com/${REPOSITORY}/blob/v${text}/RELEASE.md#verify-a-release) says how to verify what the Action runs.
`
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({ options: { tag: { type: 'string', default: '' } } })
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()
    const changelog = readFileSync('CHANGELOG.md', 'utf8')
    process.stdout.write(notesOf(versionOfTag(values.tag), commit, changelog))
  } catch (error) {
    console.error(Error.isError(error) ? error.message : String(error))
    process.exitCode = 1
  }
}
