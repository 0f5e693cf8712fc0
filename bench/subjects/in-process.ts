import { downloadSize } from './download.ts'
import { neverResponds, respondAfter, runRound, slowestOf, TIMEOUT } from '../one-round.ts'
import { openRedaction } from './redaction.ts'
import { openRendering } from './rendering.ts'
import { ALL_ROUNDS, FEW_ROUNDS, theirs, type Subject } from './subject.ts'

/** How long the slow origin takes, in milliseconds. */
export const SLOW = 400

/**
 * Measured in this process, from the sources:
 * - `slow round` with a slow origin, and its `slowest probe`;
 * - `hanging round` with an origin that never responds, and its `deadline`;
 * - `redact long`, `redact hostile` and `redactor`, see `redaction.ts`;
 * - `comment` renders the comment on a thousand sites, `json` the JSON of the same report.
 */
export function inProcess(): readonly Subject[] {
  const rendering = openRendering()
  const redaction = openRedaction()
  return [
    theirs(async () => {
      const { elapsed, evidence } = await runRound(respondAfter(SLOW))
      return { 'slow round': elapsed, 'slowest probe': slowestOf(evidence) }
    }, FEW_ROUNDS),
    theirs(async () => {
      const { elapsed } = await runRound(neverResponds)
      return { 'hanging round': elapsed, deadline: TIMEOUT }
    }, FEW_ROUNDS),
    theirs(async () => ({ comment: rendering.comment(), json: rendering.json() }), ALL_ROUNDS),
    theirs(
      async () => ({
        'redact long': redaction.long(),
        'redact hostile': redaction.hostile(),
        redactor: redaction.made(),
      }),
      ALL_ROUNDS,
    ),
    theirs(async () => ({ download: await downloadSize() }), 1),
  ]
}
