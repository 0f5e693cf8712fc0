import { APACHE } from './apache.ts'
import { CADDY } from './caddy.ts'
import { CHOOSY } from './rejects-cloudflare.ts'
import { CONNECTIONS } from './connections.ts'
import { ENDLESS } from './endless.ts'
import { FAILURES } from './failures.ts'
import { HANDSHAKES } from './handshakes.ts'
import { HAPROXY } from './haproxy.ts'
import { HTTP2 } from './http2.ts'
import { MALFORMED } from './malformed.ts'
import { NGINX } from './nginx-sites.ts'
import type { OriginEntry } from './order.ts'
import { PAGES } from './pages.ts'
import { REDIRECTS } from './redirects.ts'
import { TRUNCATED } from './truncated.ts'
import { UNSTEADY } from './unsteady.ts'
import { VARNISH } from './varnish.ts'

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

export type { OriginEntry, OriginOrder, Place, RunningOrigin } from './order.ts'
