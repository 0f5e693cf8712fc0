import { APACHE } from './programs/apache.ts'
import { CADDY } from './programs/caddy.ts'
import { CHOOSY } from './scripted/rejects-cloudflare.ts'
import { CONNECTIONS } from './scripted/connection.ts'
import { ENDLESS } from './scripted/endless.ts'
import { FAILURES } from './scripted/error-responses.ts'
import { HANDSHAKES } from './scripted/tls.ts'
import { HAPROXY } from './programs/haproxy.ts'
import { HTTP2 } from './scripted/http2.ts'
import { MALFORMED } from './scripted/malformed.ts'
import { NGINX } from './programs/nginx-sites.ts'
import type { OriginEntry } from './origin.ts'
import { PAGES } from './scripted/content.ts'
import { REDIRECTS } from './scripted/redirects.ts'
import { TRUNCATED } from './scripted/truncated.ts'
import { UNSTEADY } from './scripted/intermittent.ts'
import { VARNISH } from './programs/varnish.ts'

/** Everything that an origin may be. */
export const ORIGINS = {
  ...PAGES,
  ...FAILURES,
  ...REDIRECTS,
  ...CONNECTIONS,
  ...MALFORMED,
  ...TRUNCATED,
  ...CHOOSY,
  ...ENDLESS,
  ...UNSTEADY,
  ...HTTP2,
  ...HANDSHAKES,
  ...NGINX,
  ...HAPROXY,
  ...APACHE,
  ...VARNISH,
  ...CADDY,
} as const satisfies Readonly<Record<string, OriginEntry>>

export type OriginKind = keyof typeof ORIGINS

export const isOriginKind = (kind: string): kind is OriginKind => Object.hasOwn(ORIGINS, kind)

export const ORIGIN_KINDS: readonly OriginKind[] = Object.keys(ORIGINS).filter(isOriginKind)

export const originOf = (kind: OriginKind): OriginEntry => ORIGINS[kind]

export type { OriginEntry, OriginOrder, Place, RunningOrigin } from './origin.ts'
