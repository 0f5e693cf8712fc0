import type { IncomingMessage } from 'node:http'
import type { DnsServer } from '../servers.ts'
import { encodeJsonAnswer, parseJsonQuery, type Dialect } from './doh-json.ts'
import type { RespondToPacket } from './responder.ts'

export interface DohEndpoint {
  /** The server that is at this address now. */
  readonly server: () => DnsServer | undefined
  readonly respond: RespondToPacket
  /** Logs a query that arrived as URL parameters. */
  readonly onQuery: (question: { readonly name: string; readonly type: string }) => void
}

export interface DohResponse {
  readonly status: number
  readonly type: string
  readonly body: Buffer | string
}

const MAX_BODY = 65_535
const MESSAGE = 'application/dns-message'

/**
 * DNS over HTTPS: packets by GET and POST (RFC 8484), and JSON. Cloudflare serves JSON at `/dns-query` for `Accept:
 * application/dns-json`, Google at `/resolve` always. Undefined: no response is ever sent.
 */
export async function dohResponse(
  request: IncomingMessage,
  endpoint: DohEndpoint,
): Promise<DohResponse | undefined> {
  if (endpoint.server()?.behavior.https !== 'open') return undefined
  const { pathname, searchParams } = new URL(request.url ?? '/', 'https://dns.invalid')
  if (pathname !== '/dns-query' && pathname !== '/resolve') return errorResponse(404)

  if (request.method === 'POST') {
    if (request.headers['content-type'] !== MESSAGE) return errorResponse(415)
    const packet = await readBody(request)
    return packet === undefined ? errorResponse(413) : messageResponse(packet, endpoint)
  }
  if (request.method !== 'GET') return errorResponse(405)

  const encoded = searchParams.get('dns')
  if (encoded !== null) return messageResponse(Buffer.from(encoded, 'base64url'), endpoint)
  const dialect: Dialect = pathname === '/resolve' ? 'google' : 'cloudflare'
  const wantsJson = dialect === 'google' || acceptsJson(request, searchParams)
  return wantsJson ? jsonResponse(searchParams, dialect, endpoint) : errorResponse(400)
}

async function messageResponse(packet: Buffer, { respond }: DohEndpoint): Promise<DohResponse | undefined> {
  const [answer] = await respond(packet, 'https')
  return answer === undefined ? errorResponse(400) : { status: 200, type: MESSAGE, body: answer }
}

async function jsonResponse(
  parameters: URLSearchParams,
  dialect: Dialect,
  { server, onQuery }: DohEndpoint,
): Promise<DohResponse | undefined> {
  const query = parseJsonQuery(parameters)
  if (typeof query === 'string') {
    return { status: 400, type: JSON_TYPES[dialect], body: JSON.stringify({ error: query }) }
  }
  onQuery(query.question)
  const answer = await server()?.answer(query.question, query.checkingDisabled)
  if (answer === undefined) return undefined
  // Also 200 for a name that doesn't exist, which `Status` reports.
  return {
    status: 200,
    type: JSON_TYPES[dialect],
    body: JSON.stringify(encodeJsonAnswer(query, answer, dialect)),
  }
}

const JSON_TYPES: Readonly<Record<Dialect, string>> = {
  cloudflare: 'application/dns-json',
  google: 'application/json; charset=UTF-8',
}

const acceptsJson = ({ headers }: IncomingMessage, parameters: URLSearchParams): boolean =>
  (headers.accept ?? '').includes('application/dns-json') || parameters.get('ct') === 'application/dns-json'

const errorResponse = (status: number): DohResponse => ({ status, type: 'text/plain', body: '' })

/** Undefined if it is longer than a packet can be. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk))
    length += chunks.at(-1)?.length ?? 0
    if (length > MAX_BODY) return undefined
  }
  return Buffer.concat(chunks)
}
