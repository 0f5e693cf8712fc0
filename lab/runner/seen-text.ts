import type { Run } from './run-action.ts'

/**
 * What people read: the newest comment, or else the job summary, and the annotations. As plain text on one line per
 * line, without Markdown's escapes, so that a sentence is found as it was written.
 */
export function seenText({
  comments,
  summary,
  stdout,
}: Pick<Run, 'comments' | 'summary' | 'stdout'>): string {
  const annotations = stdout.split('\n').filter((line) => /^::(?:error|warning|notice)\b/.test(line))
  return [comments.at(-1)?.body ?? summary, ...annotations].map(plainText).join('\n')
}

const plainText = (text: string): string =>
  text
    .replaceAll(/%0A/gi, '\n')
    .replaceAll(/%25/g, '%')
    // Not `</dev/null`.
    .replaceAll(/<!--.*?-->|(?<!\\)<\/?[a-z][\w-]*(?:\s[^<>]*)?\/?>|[\u200B\u2060]|\*\*/gs, '')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1')
    .replaceAll('\u2011', '-')
