import type { IncomingMessage } from 'node:http'
import type { Host } from '../servers.ts'
import { jsonAnswer, questionIn, type Dialect } from './doh-json.ts'
import type { Respond } from './responder.ts'

export interface DohHost {
  /** Who answers here at the moment. */
  readonly host: () => Host | undefined
  readonly respond: Respond
  /** Notes a question that came as words in the address. */
  readonly hear: (question: { readonly name: string; readonly type: string }) => void
}

export interface DohPage {
  readonly status: number
  readonly type: string
  readonly body: Buffer | string
}

const LONGEST_BODY = 65_535
const MESSAGE = 'application/dns-message'

/**
 * DNS over HTTPS: packets by GET and POST (RFC 8484), and the JSON that Cloudflare gives at `/dns-query` to those who
 * accept `application/dns-json`, Google at `/resolve` to everybody. Undefined: there is never to be an answer.
 */
export async function dohPage(request: IncomingMessage, at: DohHost): Promise<DohPage | undefined> {
  if (at.host()?.conduct.https !== 'open') return undefined
  const { pathname, searchParams } = new URL(request.url ?? '/', 'https://dns.invalid')
  if (pathname !== '/dns-query' && pathname !== '/resolve') return refusal(404)

  if (request.method === 'POST') {
    if (request.headers['content-type'] !== MESSAGE) return refusal(415)
    const packet = await bodyOf(request)
    return packet === undefined ? refusal(413) : messagePage(packet, at)
  }
  if (request.method !== 'GET') return refusal(405)

  const encoded = searchParams.get('dns')
  if (encoded !== null) return messagePage(Buffer.from(encoded, 'base64url'), at)
  const dialect: Dialect = pathname === '/resolve' ? 'google' : 'cloudflare'
  const accepted = dialect === 'google' || acceptsJson(request, searchParams)
  return accepted ? jsonPage(searchParams, dialect, at) : refusal(400)
}

async function messagePage(packet: Buffer, { respond }: DohHost): Promise<DohPage | undefined> {
  const [answer] = await respond(packet, 'https')
  return answer === undefined ? refusal(400) : { status: 200, type: MESSAGE, body: answer }
}

async function jsonPage(
  parameters: URLSearchParams,
  dialect: Dialect,
  { host, hear }: DohHost,
): Promise<DohPage | undefined> {
  const asked = questionIn(parameters)
  if (typeof asked === 'string') {
    return { status: 400, type: JSON_TYPES[dialect], body: JSON.stringify({ error: asked }) }
  }
  hear(asked.question)
  const answer = await host()?.answer(asked.question, asked.checkingDisabled)
  if (answer === undefined) return undefined
  // 200 also for a name that does not exist: `Status` tells.
  return { status: 200, type: JSON_TYPES[dialect], body: JSON.stringify(jsonAnswer(asked, answer, dialect)) }
}

const JSON_TYPES: Readonly<Record<Dialect, string>> = {
  cloudflare: 'application/dns-json',
  google: 'application/json; charset=UTF-8',
}

const acceptsJson = ({ headers }: IncomingMessage, parameters: URLSearchParams): boolean =>
  (headers.accept ?? '').includes('application/dns-json') || parameters.get('ct') === 'application/dns-json'

const refusal = (status: number): DohPage => ({ status, type: 'text/plain', body: '' })

/** Undefined when it is longer than a packet can be. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk))
    length += chunks.at(-1)?.length ?? 0
    if (length > LONGEST_BODY) return undefined
  }
  return Buffer.concat(chunks)
}
