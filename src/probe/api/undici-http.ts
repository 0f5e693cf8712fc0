import { Socket } from 'node:net'
import sendRequest from 'undici/lib/api/api-request.js'
import Client from 'undici/lib/dispatcher/client.js'
import type { Exchange, Head } from '../../domain/exchange.ts'
import { orAborted } from '../../shared/abort.ts'
import { bodyCollector, BODY_LIMIT, type BodyCollector } from '../http/body.ts'
import { failedResponse } from '../http/exchange.ts'
import { fieldsIn, headOf } from '../http/head.ts'
import { failureOf, timedOut } from '../network/failure.ts'
import type { HttpProtocol, ProbeRequest, TimingsSoFar } from '../types.ts'

/** HTTP/1.1 with undici, one request per connection. For APIs only: `http1.ts` reads the responses of sites. */
export const undiciHttp: HttpProtocol = {
  alpn: ['http/1.1'],
  send: async (request, socket, signal, timings, elapsed) => {
    if (!(socket instanceof Socket)) throw new TypeError('Requests to an API never go through a command')
    const client = clientFor(socket)
    try {
      return await exchangeOver(client, request, signal, timings, elapsed)
    } finally {
      // Later errors are ignored.
      socket.on('error', () => undefined)
      void client.destroy().catch(() => undefined)
      socket.destroy()
    }
  },
}

async function exchangeOver(
  client: Client,
  { method, path, headers, body: requestBody, bodyLimit = BODY_LIMIT }: ProbeRequest,
  signal: AbortSignal,
  timings: TimingsSoFar,
  elapsed: () => number,
): Promise<Exchange> {
  let head: Head | undefined
  let body: BodyCollector | undefined
  try {
    const response = await orAborted(
      sendRequest.call(client, { method, path, headers, body: requestBody ?? null, signal }),
      signal,
    )
    timings.processing = elapsed()
    head = headOf(response.statusCode, fieldsIn(response.headers))
    body = bodyCollector(head, bodyLimit)
    const finished = await orAborted(readToLimit(response.body, body), signal)
    timings.transfer = elapsed()
    return { timings, kind: 'completed', head, body: await body.finish(finished, signal) }
  } catch (cause) {
    body?.discard()
    const received = body?.received() ?? 0
    const error = signal.aborted ? timedOut(received) : failureOf(cause, received)
    return failedResponse(error, head, timings, elapsed())
  }
}

/** Resolves to whether the end of the body was reached. */
async function readToLimit(stream: AsyncIterable<Uint8Array>, body: BodyCollector): Promise<boolean> {
  for await (const chunk of stream) {
    body.take(chunk)
    if (body.isFull()) return false
  }
  return true
}

/**
 * The connection closed before the request could be sent: the server closed it, or undici did because the server sent
 * data first. There is no second connection. With any other code undici would try to connect forever.
 */
const CONNECTION_GONE = Object.assign(new Error('the connection is gone'), { code: 'CONNECTION_GONE' })

/** A client for one open connection. */
function clientFor(socket: Socket): Client {
  let used = false
  return new Client('http://origin', {
    connect: (_options, callback) => {
      const [error, stream] = used ? [CONNECTION_GONE, null] : [null, socket]
      used = true
      // Deferred: undici waits forever if the connector calls back before it has returned.
      queueMicrotask(() => (stream === null ? callback(error, null) : callback(null, stream)))
    },
    allowH2: false,
    pipelining: 1,
    // One deadline covers the exchange. undici's own timers are coarse, and each received byte resets them.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
}
