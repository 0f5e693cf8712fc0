import { indexOfOrigin } from '../facts/which-origin.ts'
import {
  look,
  change,
  type Clue,
  type HopContext,
  type Match,
  type Moment,
  type RemedyContext,
  type Step,
} from '../../domain/cause.ts'
import type { FailureReason } from '../../domain/exchange.ts'
import { defaultPort } from '../../shared/authority.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { hasShell } from '../causes/application-steps.ts'
import { isPlatform } from '../servers/index.ts'
import { failedAt } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'

const FORM = 'port of the SSL mode'

/**
 * Cloudflare can't connect, the origin responds on the port of one SSL mode, and a connection to the port of the
 * other modes fails as Cloudflare reports. For an https visit, Off and Flexible connect to port 80, Full and Full
 * (strict) to port 443. For an http visit, all but Strict (SSL-Only Origin Pull) connect to port 80 (cloudflare-docs,
 * ssl/origin-configuration/ssl-modes/full.mdx, 12de122).
 *
 * @param reason how the connection fails
 * @param code the Cloudflare error for that failure
 */
export function closedPortOfMode(moment: Moment, reason: FailureReason, code: number): Match | undefined {
  const { dialedOrigin, recheck, request } = moment
  const dialed = dialedOrigin && request.origins[indexOfOrigin(request, dialedOrigin)]
  if (dialed === undefined || !hasEdgeError(moment, code) || !originHealthy(moment)) return
  if (!failedAt(recheck?.otherPort, 'connect', reason)) return
  const connects = whoConnects(moment, !dialed.tls)
  if (connects === undefined) return
  const closed = defaultPort(!dialed.tls)
  const failed = reason === 'refused' ? 'is refused' : 'times out'
  const how = reason === 'refused' ? 'refuses connections' : 'does not accept connections'
  const because = `The origin responds on port ${dialed.port} and ${how} on port ${closed}, to which ${connects}. Cloudflare's connections fail in the same way (${code}).`
  const clue: Clue = {
    from: 'origin',
    text: `A direct connection to port ${closed} of the origin ${failed}.`,
  }
  return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment, clue), form: FORM }
}

/** What connects to the port with or without TLS: completes "port 80, to which …". Undefined if nothing does. */
function whoConnects({ request, zone }: Moment, tls: boolean): string | undefined {
  if (request.url.startsWith('https:'))
    return `the SSL modes ${tls ? 'Full and Full (strict)' : 'Off and Flexible'} connect`
  if (!tls) return 'Cloudflare connects for a plain HTTP visit'
  return zone?.ssl === 'origin_pull' ? 'the SSL mode Strict (SSL-Only Origin Pull) connects' : undefined
}

/** The steps about the mode, if the match has that form, and otherwise the given ones. */
export function portOfModeOr(
  context: RemedyContext,
  steps: readonly [Step, ...Step[]],
): readonly [Step, ...Step[]] {
  const { form, tls } = context
  if (form !== FORM) return steps
  const closed = defaultPort(!tls)
  return [
    PORT_OF_MODE,
    look(
      `Check whether a process listens on port ${closed}`,
      `, and whether the firewall allows Cloudflare there${hasShell(context) && !isPlatform(context.server) ? `: \`ss -ltnp 'sport = :${closed}'\`, \`nft list ruleset\`` : ''}.`,
    ),
    look('Check that no Origin Rule changes the port', ': Rules → Overview in the dashboard.'),
    tls ? SET_STRICT : LISTEN_WITH_TLS,
  ]
}

/** The summary of these steps, if the match has that form, and otherwise the given one. */
export function portOfModeSummaryOr({ form }: RemedyContext, summary: string): string {
  return form === FORM ? "Make the zone's SSL mode and the origin's open port match." : summary
}

/** The connection to the port of the other modes failed, although the origin itself responds. */
export function isPortOfMode({ match: { form } }: HopContext): boolean {
  return form === FORM
}

const PORT_OF_MODE = look(
  "Compare the open port with the zone's SSL mode",
  ', under SSL/TLS → Overview. Off and Flexible connect to port 80, without encryption. Full and Full (strict) connect to port 443 for `https://`. Automatic SSL/TLS may have raised the mode: see Manage Account → Audit Logs.',
)

/** The origin responds on port 443. */
const SET_STRICT = change(
  'Set the mode to Full (strict)',
  ' if the certificate on port 443 is valid: SSL/TLS → Overview. It applies to all hosts of the zone; a Configuration Rule sets it for this host alone.',
  'restore the old mode.',
)

/** The origin responds on port 80 only. */
const LISTEN_WITH_TLS = change(
  'Make the server listen on port 443',
  " with a certificate, such as Cloudflare's free Origin CA certificate, and open the port to Cloudflare. Don't lower the mode to Flexible: it sends visitors' data unencrypted.",
  'remove the listener and the firewall rule.',
)
