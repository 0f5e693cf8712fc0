/**
 * The last resort when a renderer wrote more than GitHub takes: Markdown of at most `limit` UTF-16 units, cut at the end of a line,
 * with the code fence and the folds that are open there closed again.
 */
export function truncate(markdown: string, limit: number): string {
  if (markdown.length <= limit) return markdown
  const room = limit - RESERVE
  const end = markdown.lastIndexOf('\n', room)
  const kept = end > 0 ? markdown.slice(0, end) : markdown.slice(0, room).toWellFormed()
  return kept + closing(kept) + NOTE
}

/** The same, with the limit in bytes of UTF-8. */
export function truncateToBytes(markdown: string, limit: number): string {
  const bytes = Buffer.from(markdown)
  if (bytes.length <= limit) return markdown
  // What replaces the tail is ASCII, so it takes no more bytes than the tail did. A character cut in two becomes U+FFFD.
  const fitting = bytes
    .subarray(0, limit)
    .toString()
    .replace(/\uFFFD+$/, '')
  return truncate(markdown, fitting.length)
}

const NOTE = '\n\n_The rest did not fit here: see the log of the job and its JSON report._\n'
/** Room for the note, for one fence of up to 64 characters and for eight folds. */
const RESERVE = 400

function closing(markdown: string): string {
  const fence = openFence(markdown)
  const folds = count(markdown, /<details\b/g) - count(markdown, /<\/details>/g)
  return (fence === undefined ? '' : `\n${fence}`) + '\n\n</details>'.repeat(Math.max(0, Math.min(folds, 8)))
}

/** The fence that no line has closed yet. A closing fence is at least as long as the one that opened. */
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
