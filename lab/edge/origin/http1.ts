import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
import type { OriginResult, OriginRequest } from './origin-response.ts'
import { errorWithCode, errorCode } from '../../network/routes.ts'
import { bodyParser } from './response-body.ts'
import { parseHead, type ParsedHead } from './response-head.ts'

type Head = Extract<ParsedHead, { readonly kind: 'complete' }>

/**
 * Sends the request on an open connection. 524: the headers aren't complete within the read limit, however slowly
 * they arrive. 520: no response, a reset, or not HTTP. A reused connection that the origin has just closed is a 520
 * too, the race that causes a few 520s under load. The edge doesn't retry.
 */
export function sendHttp1(originRequest: OriginRequest, socket: Socket, key: string): Promise<OriginResult> {
  const { limits, method, signal } = originRequest
  return new Promise((resolve) => {
    let unread: Buffer = Buffer.alloc(0)
    const stop = (): void => {
      clearTimeout(deadline)
      signal.removeEventListener('abort', abort)
      socket.off('data', take).off('end', abort).off('close', abort).off('error', onError)
    }
    const fail = (code: 520 | 524 | 525): void => {
      stop()
      socket.destroy()
      resolve({ kind: 'failed', code })
    }
    const abort = (): void => fail(520)
    // A TLS error after the handshake means a missing client certificate (TLS 1.3). Cloudflare doesn't document its
    // code; the lab uses 525.
    const onError = (error: unknown): void => fail(errorCode(error).startsWith('ERR_SSL_') ? 525 : 520)
    const take = (chunk: Buffer): void => {
      unread = Buffer.concat([unread, chunk])
      const head = parseHead(unread, method)
      if (head.kind === 'invalid') return abort()
      if (head.kind === 'partial') return
      unread = unread.subarray(head.bytes)
      if (head.status === 101) return abort()
      if (head.status < 200) {
        if (head.status === 103) originRequest.onHints(head.headers)
        return take(Buffer.alloc(0))
      }
      stop()
      const { status, headers } = head
      const body = bodyStream(originRequest, socket, key, head, unread)
      resolve({ kind: 'completed', message: { status, headers, body } })
    }
    const deadline = setTimeout(fail, limits.read, 524)
    signal.addEventListener('abort', abort, { once: true })
    socket.on('data', take).on('end', abort).on('close', abort).on('error', onError)
    sendRequest(originRequest, socket)
  })
}

/** Writes the request's head, and the visitor's body as it arrives. */
function sendRequest({ method, path, headers, body }: OriginRequest, socket: Socket): void {
  const announced = headers['content-length'] !== undefined
  const chunked = !announced && method !== 'GET' && method !== 'HEAD'
  const lines = Object.entries(headers).flatMap(([name, value = '']) =>
    [value].flat().map((each) => `${name}: ${each}`),
  )
  if (chunked) lines.push('transfer-encoding: chunked')
  socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  body.on('data', (part: Buffer) => {
    if (!chunked) return socket.write(part)
    socket.write(`${part.length.toString(16)}\r\n`)
    socket.write(part)
    return socket.write('\r\n')
  })
  if (chunked) body.once('end', () => socket.write('0\r\n\r\n'))
}

/** The page as it arrives. Keeps or closes the connection at its end. */
function bodyStream(
  { limits, keepAlive, signal }: OriginRequest,
  socket: Socket,
  key: string,
  { framing, headers, version }: Head,
  first: Buffer,
): Readable {
  const parser = bodyParser(framing)
  const body = new Readable({
    read: () => socket.resume(),
    destroy: (error, done) => {
      release()
      if (!socket.destroyed && !isReusable()) socket.destroy()
      done(error)
    },
  })
  const isReusable = (): boolean =>
    keepAlive !== undefined &&
    parser.state() === 'complete' &&
    parser.surplus() === 0 &&
    framing.kind !== 'close' &&
    version === '1.1' &&
    !/\bclose\b/i.test(headers.connection ?? '')
  const release = (): void => {
    socket.off('data', take).off('end', end).off('close', end).off('error', breakOff).off('timeout', stall)
    signal.removeEventListener('abort', abandon)
    socket.setTimeout(0)
  }
  const finish = (): void => {
    release()
    if (keepAlive !== undefined && isReusable()) keepAlive.pool.put(key, socket.resume(), keepAlive.idle)
    else socket.destroy()
    body.push(null)
  }
  const breakOff = (error: Error): void => {
    release()
    socket.on('error', () => {}).destroy()
    // Visitors get what arrived before the failure.
    const whenRead = (): void => {
      if (body.readableLength === 0) body.destroy(error)
      else if (!body.destroyed) setTimeout(whenRead, 5)
    }
    setImmediate(whenRead)
  }
  const settle = (): void => {
    if (parser.state() === 'complete') finish()
    else if (parser.state() === 'invalid') breakOff(errorWithCode('ECONNRESET'))
  }
  const take = (chunk: Buffer): void => {
    for (const part of parser.take(chunk)) if (!body.push(part)) socket.pause()
    settle()
  }
  const end = (): void => {
    parser.end()
    settle()
  }
  const stall = (): void => breakOff(errorWithCode('ETIMEDOUT'))
  const abandon = (): void => breakOff(errorWithCode('ECONNRESET'))
  body.on('error', () => {})
  socket.on('data', take).once('end', end).once('close', end).once('error', breakOff).once('timeout', stall)
  signal.addEventListener('abort', abandon, { once: true })
  socket.setTimeout(limits.read)
  take(first)
  return body
}
