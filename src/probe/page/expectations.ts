import { createContext, Script, type Context } from 'node:vm'
import type { Expected } from '../../domain/config.ts'
import type { CheckRequest } from '../../domain/evidence.ts'
import type { CompletedExchange, Content, Exchange, Presence } from '../../domain/exchange.ts'

export type Expectations = Pick<CheckRequest, 'expectedBody' | 'expectedHeader'>

/** Bytes of a body that are read where something is expected in it. Pages often name their build at the very end. */
export const SEARCHED = 1024 * 1024

/** Milliseconds that one pattern may take on one text. The text is anybody's, and the pattern may be a poor one. */
const PATIENCE = 200

/** On a machine that has no time for us, a good pattern takes long too: so often it gets another chance. */
const CHANCES = 5

/** The answer, and whether what is expected is in it. An answer that only leads on is not the one that is expected. */
export function withContent(exchange: Exchange, expected: Expectations): Exchange {
  const { expectedBody, expectedHeader } = expected
  if (exchange.kind !== 'completed' || exchange.redirectChain?.end !== undefined) return exchange
  const content: Content = {
    ...(expectedBody !== undefined && { body: bodyOf(exchange, expectedBody) }),
    ...(expectedHeader !== undefined && {
      header: presence(expectedHeader.value, exchange.head.headers[expectedHeader.name], isValue),
    }),
  }
  return expectedBody === undefined && expectedHeader === undefined ? exchange : { ...exchange, content }
}

function bodyOf({ body: { text, complete, coding } }: CompletedExchange, expected: Expected): Presence {
  const found = presence(expected, text, (body, wanted) => body.includes(wanted))
  return found === 'missing' && (!complete || coding === 'unchecked') ? 'unread' : found
}

function presence(
  expected: Expected,
  text: string | undefined,
  has: (text: string, wanted: string) => boolean,
): Presence {
  if (text === undefined) return 'missing'
  if (expected.kind === 'regex') return matched(expected.source, expected.flags, text)
  return has(text, expected.text) ? 'found' : 'missing'
}

/** The whole value, or one of a list: `no-store` is in `no-store, max-age=0`. */
function isValue(header: string, wanted: string): boolean {
  return header.trim() === wanted || header.split(',').some((item) => item.trim() === wanted)
}

const MATCH = new Script('new RegExp(source, flags).test(text)')
let room: Context | undefined

/** A pattern cannot be stopped but from outside: hence a room of its own, with a clock. Made when first needed. */
function matched(source: string, flags: string, text: string): Presence {
  room ??= createContext(Object.create(null))
  Object.assign(room, { source, flags, text })
  try {
    for (let chance = 0; chance < CHANCES; chance += 1) {
      const begun = process.threadCpuUsage().user
      const found = inTime(room)
      if (found !== undefined) return found ? 'found' : 'missing'
      const used = (process.threadCpuUsage().user - begun) / 1000
      if (used > PATIENCE / 2) break
    }
    return 'undecided'
  } finally {
    Object.assign(room, { text: '' })
  }
}

function inTime(context: Context): boolean | undefined {
  try {
    return MATCH.runInContext(context, { timeout: PATIENCE }) === true
  } catch {
    // Out of time, or of the memory that a pattern may take.
    return undefined
  }
}
