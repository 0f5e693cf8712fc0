import { request as httpRequest, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { connect as tlsConnect } from 'node:tls'
import { errorCode, errorWithCode, dialRoute, type LabFile } from '../network/routes.ts'

export interface ClientRequest {
  /** Such as `https://www.shop.example/`. */
  readonly url: string
  /** Connect to this address instead of resolving the name. */
  readonly address?: string
  readonly headers?: Readonly<Record<string, string>>
  /** PEM. Absent: any certificate is accepted. */
  readonly trusted?: readonly string[]
  /** Milliseconds for the whole request. */
  readonly limit: number
}

export interface ClientResponse {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/**
 * Requests a URL as curl would, along the lab's names and routes. It uses no code of the product. Fails with an
 * error that has a code; ETIMEDOUT if the response isn't complete in time.
 */
export async function requestThroughLab(lab: LabFile, question: ClientRequest): Promise<ClientResponse> {
  const { url, address, headers = {}, trusted, limit } = question
  const { protocol, hostname, port, pathname, search } = new URL(url)
  const secure = protocol === 'https:'
  const known = address === undefined ? (lab.names[hostname] ?? 'ENOTFOUND') : [address]
  if (typeof known === 'string') throw errorWithCode(known)

  const until = Date.now() + limit
  const wire = await dialRoute(lab.routes, known[0] ?? '', Number(port) || (secure ? 443 : 80), limit)
  const socket = secure
    ? tlsConnect({
        socket: wire,
        servername: hostname,
        ...(trusted ? { ca: [...trusted] } : { rejectUnauthorized: false }),
      })
    : wire
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      createConnection: () => socket,
      path: pathname + search,
      headers: { host: hostname, ...headers },
    })
    const deadline = setTimeout(() => request.destroy(errorWithCode('ETIMEDOUT')), until - Date.now())
    request.once('close', () => clearTimeout(deadline))
    request.once('error', reject)
    request.once('response', (message) => {
      text(message).then(
        (body) => resolve({ status: message.statusCode ?? 0, headers: message.headers, body }),
        reject,
      )
    })
    request.end()
  })
}

/** The status of a response, or the code of the failure. */
export const requestOutcome = (lab: LabFile, question: ClientRequest): Promise<number | string> =>
  requestThroughLab(lab, question).then(({ status }) => status, errorCode)
