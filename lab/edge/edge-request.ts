import type { IncomingHttpHeaders } from 'node:http'

export type Scheme = 'http' | 'https'

/** One visitor's request to the edge. */
export interface EdgeRequest {
  readonly scheme: Scheme
  /** The port that the visitor connected to. */
  readonly port: number
  /** The Host header without its port. Hostile. */
  readonly host: string
  readonly method: string
  /** Includes the query. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The visitor's address. */
  readonly visitor: string
  /** IATA code of the data center that responds. */
  readonly colo: string
  /** 16 hexadecimal digits, without the data center. */
  readonly ray: string
  /** Milliseconds since the epoch. */
  readonly at: number
}

const CITIES: Readonly<Record<string, string>> = { SJC: 'San Jose', AMS: 'Amsterdam', SIN: 'Singapore' }

/** Pages contain the city, headers the code. */
export const cityName = ({ colo }: EdgeRequest): string => CITIES[colo] ?? colo

/** ISO 8601 to the second. */
export const isoSeconds = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`

/** The same for people. */
export const readableTime = (at: number): string => isoSeconds(at).replace('T', ' ').replace('Z', ' UTC')
