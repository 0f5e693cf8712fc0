import type { SslMode } from '../domain/config.ts'

/** The modes of Cloudflare's API. `origin_pull` is strict, and uses TLS even for plain HTTP visitors. */
export type ZoneSslMode = Exclude<SslMode, 'auto'> | 'origin_pull'

export interface KnownSslMode {
  readonly mode: ZoneSslMode
  /** The source. From the URL it is a guess: the mode that most zones should have. */
  readonly by: 'user' | 'zone' | 'url'
}

const ZONE_MODES = [
  'off',
  'flexible',
  'full',
  'strict',
  'origin_pull',
] as const satisfies readonly ZoneSslMode[]

/**
 * How Cloudflare connects to an origin and validates its certificate: from the input, the zone, or the URL's scheme, in
 * this order (https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/).
 */
export function sslModeOf(
  { sslMode, url }: { readonly sslMode: SslMode; readonly url: string },
  zone?: string,
): KnownSslMode {
  if (sslMode !== 'auto') return { mode: sslMode, by: 'user' }
  const zoneMode = ZONE_MODES.find((mode) => mode === zone)
  if (zoneMode !== undefined) return { mode: zoneMode, by: 'zone' }
  return { mode: url.startsWith('https:') ? 'strict' : 'off', by: 'url' }
}

/** Whether Cloudflare rejects an origin with an invalid certificate. */
export function validates({ mode }: KnownSslMode): boolean {
  return mode === 'strict' || mode === 'origin_pull'
}
