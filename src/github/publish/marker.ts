/** Whose comment it is, and which run wrote it last. */
export interface Marker {
  readonly key: string
  readonly runId: number
  readonly attempt: number
}

/** Longer keys are told apart by this many characters only. */
const KEY_LIMIT = 200

/**
 * The first line of our comment. It is an HTML comment, so it must hold neither `--` nor `>`; what could break it, or what GitHub
 * might change on the way, is written as `\uXXXX`, one UTF-16 unit each. Every key has exactly one spelling.
 */
export function markerOf({ key, runId, attempt }: Marker): string {
  return `<!-- origin-gate key="${spelled(boundedKey(key))}" run=${runId} attempt=${attempt} -->`
}

/** Undefined unless the first line is a marker and nothing else. */
export function parseMarker(body: string): Marker | undefined {
  const [, spelling, runId, attempt] =
    /^<!-- origin-gate key="([^"<>\r\n]{0,1200})" run=(\d{1,15}) attempt=(\d{1,15}) -->\r?(?:\n|$)/.exec(
      body,
    ) ?? []
  if (spelling === undefined) return undefined
  return { key: unspelled(spelling), runId: Number(runId), attempt: Number(attempt) }
}

/** The part of a key that is compared. */
export function boundedKey(key: string): string {
  return key.slice(0, KEY_LIMIT)
}

/** Run ids grow with time; a re-run keeps the id and counts its attempts. */
export function isNewer(one: Marker, other: Marker): boolean {
  return one.runId === other.runId ? one.attempt > other.attempt : one.runId > other.runId
}

function spelled(key: string): string {
  return key.replace(/[^ !#-%'-;=?-[\]-~]|(?<=-)-/g, escapedUnit)
}

/** Without the `u` flag, the pattern above matches single UTF-16 units, lone surrogates among them. */
function escapedUnit(unit: string): string {
  return String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0')
}

function unspelled(spelling: string): string {
  return spelling.replace(/\\u([0-9a-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
