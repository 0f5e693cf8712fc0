type Env = Readonly<Record<string, string | undefined>>

/** A stream that may be a terminal. */
interface Stream {
  readonly isTTY?: boolean
}

/**
 * Whether text for a stream may have ANSI colors. As in Node, `FORCE_COLOR` takes precedence over `NO_COLOR`, and that
 * over the kind of terminal. https://no-color.org: an empty `NO_COLOR` is not set.
 */
export function hasColors({ isTTY }: Stream, env: Env): boolean {
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return /^(?:|true|[123])$/.test(forced)
  if ((env['NO_COLOR'] ?? '') !== '' || isDumb(env)) return false
  return isTTY === true
}

/** Whether a line on this stream can be rewritten in place. */
export function canRewrite({ isTTY }: Stream, env: Env): boolean {
  return isTTY === true && !isDumb(env)
}

/** Such a terminal shows escape sequences as text. */
function isDumb(env: Env): boolean {
  return env['TERM'] === 'dumb'
}

/** The columns of a terminal. Undefined for anything else, and for a terminal without a size, as in some containers. */
export function columnsOf({ columns }: { readonly columns?: number | undefined }): number | undefined {
  return columns === 0 ? undefined : columns
}
