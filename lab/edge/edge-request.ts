import type { IncomingHttpHeaders } from 'node:http'

export type Scheme = 'http' | 'https'

/** One visit to the edge: who asks for what, and what identifies the answer. */
export interface EdgeRequest {
  readonly scheme: Scheme
  /** The port that the visitor dialed. */
  readonly port: number
  /** As the Host header says it, without a port; hostile. */
  readonly host: string
  readonly method: string
  /** With the query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The visitor's address. */
  readonly visitor: string
  /** The data center that answers, by its IATA code. */
  readonly colo: string
  /** 16 hexadecimal digits, without the data center. */
  readonly ray: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

const CITIES: Readonly<Record<string, string>> = { SJC: 'San Jose', AMS: 'Amsterdam', SIN: 'Singapore' }

/** Pages name the city, headers the code. */
export const cityName = ({ colo }: EdgeRequest): string => CITIES[colo] ?? colo

/** ISO 8601 to the second. */
export const isoSeconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

/** The same as people read it. */
export const readableTime = (at: number): string => isoSeconds(at).replace('T', ' ').replace('Z', ' UTC')
