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
  /** Undefined where it is no JSON. */
  readonly body: unknown
}

export interface Asking {
  readonly token?: string
  readonly post?: unknown
  /** Milliseconds. */
  readonly limit?: number
}

export interface AskedApis extends Apis {
  /** Over HTTPS, with a certificate that has to hold for the name. */
  readonly asked: (host: ApiHost, path: string, asking?: Asking) => Promise<Reply>
}

/** The APIs on loopback, at half past twelve on the first of October 2026. */
export async function openApis(): Promise<AskedApis> {
  const authorities = makeAuthorities()
  const network = loopback()
  const apis = await startApis({
    setup: DEFAULT_APIS,
    listen: network.listen,
    credentialsFor: ([name]) => makeLeaf({ names: [name], issuer: authorities.intermediate }),
    now: () => Date.UTC(2026, 9, 1, 12, 30, 30),
  })
  const asked: AskedApis['asked'] = async (host, path, { token, post, limit = 3000 } = {}) => {
    const asking = request({
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
    asking.end(post === undefined ? undefined : JSON.stringify(post))
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      asking.once('response', resolve)
      asking.once('error', reject)
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
  return { ...apis, asked }
}
