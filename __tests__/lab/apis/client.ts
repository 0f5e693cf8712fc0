import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { text } from 'node:stream/consumers'
import { startApis, type Apis } from '../../../lab/apis/start.ts'
import { API_ADDRESSES, type ApiHost } from '../../../lab/network/addresses.ts'
import { DEFAULT_APIS } from '../../../lab/apis/defaults.ts'
import { makeAuthorities } from '../../../lab/tls/authorities.ts'
import { makeLeaf } from '../../../lab/tls/certificates.ts'
import { loopback } from '../dns/network.ts'

export interface Reply {
  readonly status: number | undefined
  readonly headers: IncomingMessage['headers']
  readonly text: string
  /** Undefined if it isn't JSON. */
  readonly body: unknown
}

export interface RequestOptions {
  readonly token?: string
  readonly post?: unknown
  /** Milliseconds. */
  readonly limit?: number
}

export interface TestApis extends Apis {
  /** Sends a request over HTTPS and validates the certificate. */
  readonly send: (host: ApiHost, path: string, options?: RequestOptions) => Promise<Reply>
}

/** The APIs on loopback, at 2026-10-01 12:30:30 UTC. */
export async function openApis(): Promise<TestApis> {
  const authorities = makeAuthorities()
  const network = loopback()
  const apis = await startApis({
    setup: DEFAULT_APIS,
    listen: network.listen,
    credentialsFor: ([name]) => makeLeaf({ names: [name], issuer: authorities.intermediate }),
    now: () => Date.UTC(2026, 9, 1, 12, 30, 30),
  })
  const send: TestApis['send'] = async (host, path, { token, post, limit = 3000 } = {}) => {
    const outgoing = request({
      host: '127.0.0.1',
      port: Number(network.at(API_ADDRESSES[host], 443).split(':')[1]),
      servername: host,
      path,
      method: post === undefined ? 'GET' : 'POST',
      ca: authorities.root.certificate,
      headers: {
        host,
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(post !== undefined && { 'content-type': 'application/json' }),
      },
      agent: false,
      signal: AbortSignal.timeout(limit),
    })
    outgoing.end(post === undefined ? undefined : JSON.stringify(post))
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve)
      outgoing.once('error', reject)
    })
    const content = await text(response)
    const json = response.headers['content-type'] === 'application/json'
    return {
      status: response.statusCode,
      headers: response.headers,
      text: content,
      body: json ? JSON.parse(content) : undefined,
    }
  }
  return { ...apis, send }
}
