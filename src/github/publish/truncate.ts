/**
 * A last resort for reports that exceed a GitHub limit. Cuts Markdown at the end of a line to at most `limit` UTF-16
 * units, and closes the code fence and the `<details>` that are open there.
 */
export function truncate(markdown: string, limit: number): string {
  if (markdown.length <= limit) return markdown
  const end = limit - RESERVE
  const lineEnd = markdown.lastIndexOf('\n', end)
  const start = lineEnd > 0 ? markdown.slice(0, lineEnd) : markdown.slice(0, end).toWellFormed()
  return start + closing(start) + NOTE
}

/** The same, with the limit in bytes of UTF-8. */
export function truncateToBytes(markdown: string, limit: number): string {
  const bytes = Buffer.from(markdown)
  if (bytes.length <= limit) return markdown
  // What `truncate` appends is ASCII, so it adds no more bytes than it removes. U+FFFD is what a cut character becomes.
  const fitting = bytes
    .subarray(0, limit)
    .toString()
    .replace(/\uFFFD+$/, '')
  return truncate(markdown, fitting.length)
}

const NOTE = '\n\n_The rest did not fit here. See the job log and the JSON report._\n'
/** Characters for the note, one fence of up to 64 characters, and eight closing tags. */
const RESERVE = 400

function closing(markdown: string): string {
  const fence = openFence(markdown)
  const details = count(markdown, /<details\b/g) - count(markdown, /<\/details>/g)
  const tags = '\n\n</details>'.repeat(Math.max(0, Math.min(details, 8)))
  return (fence === undefined ? '' : `\n${fence}`) + tags
}

/** The code fence that is still open at the end. A closing fence is at least as long as its opening fence. */
function openFence(markdown: string): string | undefined {
  let open: string | undefined
  for (const [, fence = '', info = ''] of markdown.matchAll(/^ {0,3}(`{3,64}|~{3,64})(.*)$/gm)) {
    if (open === undefined) open = fence
    else if (fence.startsWith(open) && info.trim() === '') open = undefined
  }
  return open
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
