import { APACHE } from './programs/apache.ts'
import { CADDY } from './programs/caddy.ts'
import { REJECTS_CLOUDFLARE } from './scripted/rejects-cloudflare.ts'
import { CONNECTION } from './scripted/connection.ts'
import { ENDLESS } from './scripted/endless.ts'
import { ERROR_RESPONSES } from './scripted/error-responses.ts'
import { REJECTED } from './scripted/rejected.ts'
import { TOLERATED } from './scripted/tolerated.ts'
import { TLS } from './scripted/tls.ts'
import { HAPROXY } from './programs/haproxy.ts'
import { HTTP2 } from './scripted/http2.ts'
import { MALFORMED } from './scripted/malformed.ts'
import { NGINX } from './programs/nginx-sites.ts'
import type { OriginDefinition } from './origin.ts'
import { CONTENT } from './scripted/content.ts'
import { REDIRECTS } from './scripted/redirects.ts'
import { TRUNCATED } from './scripted/truncated.ts'
import { INTERMITTENT } from './scripted/intermittent.ts'
import { VARNISH } from './programs/varnish.ts'

/** All origins, by kind. */
export const ORIGINS = {
  ...CONTENT,
  ...ERROR_RESPONSES,
  ...REDIRECTS,
  ...CONNECTION,
  ...MALFORMED,
  ...TRUNCATED,
  ...TOLERATED,
  ...REJECTED,
  ...REJECTS_CLOUDFLARE,
  ...ENDLESS,
  ...INTERMITTENT,
  ...HTTP2,
  ...TLS,
  ...NGINX,
  ...HAPROXY,
  ...APACHE,
  ...VARNISH,
  ...CADDY,
} as const satisfies Readonly<Record<string, OriginDefinition>>

export type OriginKind = keyof typeof ORIGINS

/** A kind, or the definition of an origin that only one scenario needs. */
export type OriginSetup = OriginKind | OriginDefinition

export const isOriginKind = (kind: string): kind is OriginKind => Object.hasOwn(ORIGINS, kind)

export const ORIGIN_KINDS: readonly OriginKind[] = Object.keys(ORIGINS).filter(isOriginKind)

export const findOrigin = (setup: OriginSetup): OriginDefinition =>
  typeof setup === 'string' ? ORIGINS[setup] : setup

export type { OriginDefinition, OriginOptions, RunningOrigin } from './origin.ts'
