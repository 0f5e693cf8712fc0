import { connect, type Socket } from 'node:net'

/**
 * Where an address and port leads: to that port on 127.0.0.1, to a failure with that code, or nowhere, so that no
 * answer ever comes.
 */
export type Route = number | 'drop' | `E${string}`

/** By `address:port`; an IPv6 address in brackets. What is not in it does not exist: ENETUNREACH. */
export type Routes = Readonly<Record<string, Route>>

/** What a name resolves to, or the code it fails with. */
export type NameTable = Readonly<Record<string, readonly string[] | `E${string}`>>

/** What ORIGIN_GATE_LAB names: it keeps every packet of the product on this machine. */
export interface LabFile {
  readonly names: NameTable
  readonly routes: Routes
  /** PEM of the authority that takes the place of Cloudflare's Origin CA. */
  readonly cloudflareOriginCa?: string
}

export const routeKey = (address: string, port: number): string =>
  address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`

/** A connection along `routes`. Fails with the code of the route, of the kernel, or after `limit` ms with ETIMEDOUT. */
export function dialRoute(routes: Routes, address: string, port: number, limit: number): Promise<Socket> {
  const route = routes[routeKey(address, port)] ?? 'ENETUNREACH'
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

/** Node's or the kernel's code of an error; empty when it has none. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
