import { deflateSync, inflateSync } from 'node:zlib'

/** The line of a comment that carries the history, taken apart without the code that reads it. */
const BLOCK = /<!-- origin-gate state=1:([0-9a-f]+):([A-Za-z0-9+/=]+) -->/g

/** What is in all blocks of a text, as JSON. */
export function statesIn(text: string): readonly string[] {
  return [...text.matchAll(BLOCK)].map(([, , data = '']) =>
    inflateSync(Buffer.from(data, 'base64')).toString(),
  )
}

/** A line with any content. */
export function blockOf(content: string | Buffer, commit: string): string {
  return `<!-- origin-gate state=1:${commit}:${deflateSync(content, { level: 9 }).toString('base64')} -->`
}

/** The text with another content of its block. */
export function withState(text: string, change: (state: string) => string): string {
  return text.replace(BLOCK, (_, commit: string, data: string) =>
    blockOf(change(inflateSync(Buffer.from(data, 'base64')).toString()), commit),
  )
}
