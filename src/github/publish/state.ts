import { deflateSync, inflateSync } from 'node:zlib'
import type { Report } from '../../domain/report.ts'
import type { EarlierReport } from '../../report/baseline/baseline.ts'
import { MAX_STATE, stateIn, statesOf } from '../../report/history/block.ts'

// The last line of our comment: an HTML comment that carries the history to the next run.

/** Characters of the line, which is ASCII. */
export const MAX_BLOCK = 8192

const START = '<!-- origin-gate state='
/** Base64 has no hyphen, so there is neither `--` nor `-->` in it. */
const BLOCK = /^<!-- origin-gate state=1:([0-9a-f]{40,64}):([A-Za-z0-9+/=]{1,8192}) -->$/

/**
 * The line with as much of the report as fits.
 *
 * @param commit whose deploy was checked
 */
export function stateBlock(report: Report, commit: string): string {
  for (const state of statesOf(report)) {
    if (state.length > MAX_STATE) continue
    // Its format has a checksum.
    const data = deflateSync(state, { level: 9 }).toString('base64')
    const block = `${START}1:${commit}:${data} -->`
    if (block.length <= MAX_BLOCK) return block
  }
  return ''
}

/**
 * The earlier report in our comment, or why there is none. Undefined if the comment has no block, or one about another
 * commit: with it, something else was deployed.
 */
export function earlierIn(body: string, commit: string): EarlierReport | undefined {
  const line = lastLine(body)
  if (!line.startsWith(START)) return undefined
  const [, of, data = ''] = line.length > MAX_BLOCK ? [] : (BLOCK.exec(line) ?? [])
  if (of !== undefined && of !== commit) return undefined
  try {
    const state = inflateSync(Buffer.from(data, 'base64'), { maxOutputLength: MAX_STATE }).toString()
    return stateIn(state) ?? DAMAGED
  } catch {
    return DAMAGED
  }
}

const DAMAGED: EarlierReport = {
  missing:
    'The history starts over, because the last line of the comment, which carries it, is damaged. Leave that line as it is.',
}

function lastLine(body: string): string {
  const text = body.trimEnd()
  return text.slice(text.lastIndexOf('\n') + 1)
}
