import type { Exchange } from '../../domain/exchange.ts'
import type { Resolution } from '../../domain/dns.ts'
import { BODY_LIMIT } from '../http/body.ts'
import type { ProbeContext } from '../http/exchange.ts'
import { SEARCHED, withContent } from './expectations.ts'
import type { ProbeRequest } from '../plan/plan.ts'
import { follow } from './redirects.ts'

/** Characters of a body that are kept of an answer that is no error: nobody reads more of it once it is judged. */
const WELL_KEPT = 2048

/** Asks as a visitor would: goes where redirects lead, and looks for what is expected. Never throws for what the site does. */
export async function fetchPage(
  ask: ProbeRequest,
  name: Promise<Resolution>,
  way: ProbeContext,
): Promise<Exchange> {
  const { expects = {} } = ask
  const searching = expects.expectedBody === undefined ? ask : { ...ask, limit: SEARCHED }
  const judged = withContent(await follow(searching, name, way), expects)
  if (judged.kind !== 'completed') return judged
  const most = judged.head.status < 400 ? WELL_KEPT : BODY_LIMIT
  return { ...judged, body: { ...judged.body, text: cut(judged.body.text, most) } }
}

/** A slice would hold the whole text in memory, hence the copy. */
function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : Buffer.from(text.slice(0, most), 'utf16le').toString('utf16le').toWellFormed()
}
