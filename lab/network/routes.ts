import { connect, type Socket } from 'node:net'
import { hostAndPort } from '../../src/shared/authority.ts'
import { errorCode as errorCodeOf } from '../../src/shared/errors.ts'

/**
 * What happens to a connection: it goes to this port of 127.0.0.1, fails with this code, or gets no answer
 * (`drop`).
 */
export type Route = number | 'drop' | `E${string}`

/** By `address:port`, with IPv6 addresses in brackets. Anything else fails with ENETUNREACH. */
export type Routes = Readonly<Record<string, Route>>

/** What a name resolves to, or the code it fails with. */
export type NameTable = Readonly<Record<string, readonly string[] | `E${string}`>>

/** The file that ORIGIN_GATE_LAB names. It keeps every connection of the Action on this machine. */
export interface LabFile {
  readonly names: NameTable
  readonly routes: Routes
  /** PEM of the CA that replaces Cloudflare's Origin CA. */
  readonly cloudflareOriginCa?: string
  /** When the run starts, by a clock whose pauses between two checks pass at once. Absent: the system's clock. */
  readonly clock?: { readonly now: string }
}

/** Connects along `routes`. Fails with the code of the route or of the kernel, or ETIMEDOUT after `limit` ms. */
export function dialRoute(routes: Routes, address: string, port: number, limit: number): Promise<Socket> {
  const route = routes[hostAndPort(address, port)] ?? 'ENETUNREACH'
  if (typeof route === 'string' && route !== 'drop') return Promise.reject(errorWithCode(route))
  return new Promise((resolve, reject) => {
    const socket = route === 'drop' ? undefined : connect(route, '127.0.0.1')
    const deadline = setTimeout(() => {
      socket?.destroy()
      reject(errorWithCode('ETIMEDOUT'))
    }, limit)
    socket?.once('connect', () => {
      clearTimeout(deadline)
      socket.off('error', reject)
      resolve(socket)
    })
    socket?.once('error', reject)
    socket?.once('close', () => clearTimeout(deadline))
  })
}

export const errorWithCode = (code: string): Error & { readonly code: string } =>
  Object.assign(new Error(code), { code })

/** The code of an error of Node or the kernel. Empty if it has none. */
export const errorCode = (error: unknown): string => errorCodeOf(error) ?? ''
