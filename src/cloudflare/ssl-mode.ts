import type { SslMode } from '../domain/config.ts'

/** As the API of Cloudflare has it: `origin_pull` is strict, and dials in TLS whatever visitors use. */
export type ZoneSslMode = Exclude<SslMode, 'auto'> | 'origin_pull'

export interface KnownSslMode {
  readonly mode: ZoneSslMode
  /** Who says so. From the URL it is a guess: the mode that most zones should have. */
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
 * How Cloudflare dials an origin and judges its certificate (https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/):
 * as the user says, else as the zone says, else by the scheme of the URL.
 */
export function sslModeOf(
  { sslMode, url }: { readonly sslMode: SslMode; readonly url: string },
  zone?: string,
): KnownSslMode {
  if (sslMode !== 'auto') return { mode: sslMode, by: 'user' }
  const told = ZONE_MODES.find((mode) => mode === zone)
  if (told !== undefined) return { mode: told, by: 'zone' }
  return { mode: url.startsWith('https:') ? 'strict' : 'off', by: 'url' }
}

/** Whether Cloudflare turns down an origin whose certificate is not valid. */
export function validates({ mode }: KnownSslMode): boolean {
  return mode === 'strict' || mode === 'origin_pull'
}
