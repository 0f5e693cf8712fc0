import { edgeError, edgeResponse, evidenceWith } from '../../__tests__/support/evidence.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Judgment } from '../../src/domain/diagnosis.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { http1Connection } from '../../src/probe/http/http1.ts'
import { memorySocket } from './readers/memory-socket.ts'

/** What the direct probe makes of a response, without sockets: its exchange, and the judgment of a round with it. */

export interface Delivery {
  readonly method?: 'GET' | 'HEAD'
  /** The connection ends with a reset. */
  readonly reset?: boolean
}

const NEVER = new AbortController().signal

/** The exchange for a response that arrives in these pieces. Its timings are zero. */
export async function exchangeOf(
  pieces: readonly Uint8Array[],
  { method = 'GET', reset = false }: Delivery = {},
): Promise<Exchange> {
  const connection = http1Connection(memorySocket(pieces, { reset }))
  const request = { host: 'www.shop.example', port: 443, method, path: '/', headers: {} } as const
  const exchange = await connection.send(request, NEVER, {}, () => 0)
  connection.close()
  return exchange
}

/**
 * Any status is expected, so that the judgment depends on the form of the response only. A range never includes 304,
 * which no one may send to a request without a condition.
 */
const NOT_MODIFIED = [304, 304] as const
const PLAIN = [{ tls: false, port: 80 }] as const
const ANY_STATUS = { expectedStatus: [[100, 999], NOT_MODIFIED], origins: PLAIN } as const
/** The edge's own error is not expected. */
const NO_EDGE_ERROR = { expectedStatus: [[100, 519], NOT_MODIFIED], origins: PLAIN } as const

/** Visitors get a fresh page from an origin. */
export const judgedWhileServed = (origin: Exchange, method: 'GET' | 'HEAD' = 'GET'): Judgment =>
  judge(evidenceWith({ edge: edgeResponse(200, 'shop'), origin, request: { ...ANY_STATUS, method } }))

/** Visitors get Cloudflare's error for a response that it cannot use. */
export const judgedWhileRejected = (origin: Exchange, method: 'GET' | 'HEAD' = 'GET'): Judgment =>
  judge(evidenceWith({ edge: edgeError(520), origin, request: { ...NO_EDGE_ERROR, method } }))
