import { createHash } from 'node:crypto'
import type { Verdict } from '../../domain/diagnosis.ts'

/** Identifies our comment, and the run that wrote it last. */
export interface Marker {
  readonly key: string
  readonly runId: number
  readonly attempt: number
  /** What the comment says. Earlier versions did not write it. */
  readonly verdict?: Verdict
}

/** UTF-16 units of the longest key that the marker has in full. */
const MAX_KEY = 200
/** Units that it has of a longer one, in front of its digest. */
const SHOWN_OF_LONG_KEY = 100

/**
 * The first line of our comment. An HTML comment can't contain `--` or `>`. Those characters, and those that GitHub
 * might change, are written as `\uXXXX`, one per UTF-16 unit. Every key has exactly one encoding.
 */
export function markerOf({ key, runId, attempt, verdict }: Marker): string {
  const end = verdict === undefined ? '' : ` verdict=${verdict}`
  return `<!-- origin-gate key="${encodeKey(boundedKey(key))}" run=${runId} attempt=${attempt}${end} -->`
}

/** Undefined unless the first line is a marker and nothing else. */
export function parseMarker(body: string): Marker | undefined {
  const [, encoded, runId, attempt, verdict] = MARKER.exec(body) ?? []
  if (encoded === undefined) return undefined
  const marker = { key: decodeKey(encoded), runId: Number(runId), attempt: Number(attempt) }
  return isVerdict(verdict) ? { ...marker, verdict } : marker
}

const MARKER =
  /^<!-- origin-gate key="([^"<>\r\n]{0,1200})" run=(\d{1,15}) attempt=(\d{1,15})(?: verdict=([a-z]{1,20}))? -->\r?(?:\n|$)/

function isVerdict(text: string | undefined): text is Verdict {
  return text === 'healthy' || text === 'unhealthy' || text === 'inconclusive'
}

/**
 * The key that the marker has: a longer one is cut, and its digest distinguishes it. The control character keeps a key
 * that someone typed from being equal to a cut one.
 */
export function boundedKey(key: string): string {
  if (key.length <= MAX_KEY) return key
  const digest = createHash('sha256').update(key, 'utf16le').digest('hex')
  return `${key.slice(0, SHOWN_OF_LONG_KEY)}\u0000${digest}`
}

/** Run ids grow with time. A re-run keeps the id and increments the attempt. */
export function isNewer(one: Marker, other: Marker): boolean {
  return one.runId === other.runId ? one.attempt > other.attempt : one.runId > other.runId
}

/** The pattern has no `u` flag, so that it matches single UTF-16 units, including lone surrogates. */
function encodeKey(key: string): string {
  return key.replace(/[^ !#-%'-;=?-[\]-~]|(?<=-)-/g, escapeUnit)
}

function escapeUnit(unit: string): string {
  return String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0')
}

function decodeKey(encoded: string): string {
  return encoded.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
