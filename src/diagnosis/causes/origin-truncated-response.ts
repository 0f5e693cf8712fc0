import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match, Moment, RemedyContext, Step } from '../../domain/cause.ts'
import type { FailedExchange } from '../../domain/exchange.ts'
import { bodyCutShort, bodyMalformation, closedInHeaders, disputedDeviations } from '../facts/malformed.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { directFailure } from '../rules/fails-directly.ts'
import { unseenEnd } from '../rules/unseen-end.ts'
import { hasEdgeError, cloudflareGatewayError } from '../facts/edge.ts'
import { encodingDamage, failedAt } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { servedFromOrigin } from '../facts/visitors.ts'
import { DAMAGE } from '../clues/exchange.ts'
import { howTo } from '../servers/index.ts'
import { applicationLog, hasShell, KILLED } from './application-steps.ts'
import { originUrl, thenReload } from './shared-steps.ts'

export default defineCause({
  id: 'origin-truncated-response',
  title: "the origin's response is incomplete",
  brief: 'incomplete response',
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The response begins normally. Then it ends before the announced length, lacks its last chunk, has invalid chunks, or cannot be decompressed. A process that crashes in the middle of a response causes that. So does a proxy with a full disk, or two places that both compress or both set `Content-Length`.',
    'The check reads at most 4 MB, for about a second after the first 64 KB, and decompresses at most 16 MB. A note says when it did not see the end of a page.',
    "Cloudflare passes on an incomplete page, and visitors get part of it. A page that cannot be decompressed becomes Cloudflare's own bare 502, although the origin returns 200.",
  ],
  sources: [
    {
      claim:
        'A 502 from Cloudflare itself can mean broken gzip at the origin, or a wrong `Content-Length` of compressed content.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502-504/',
      read: '2026-11-30',
    },
    {
      claim:
        '`originResponseStatus` 0 with `edgeResponseStatus` 520 means that the origin closed the connection in the middle of a response.',
      at: 'https://developers.cloudflare.com/speed/origin-analytics/',
      read: '2026-11-30',
    },
    {
      claim: 'A message that is shorter than its `Content-Length`, or lacks its last chunk, is incomplete.',
      at: 'RFC 9112, section 8',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-edge-error',
      distinguishedBy:
        'The `curl --compressed` command in the steps reports an error for the same page every time.',
      isOpen: ({ origin }) => damageIn(origin) === undefined,
    },
    {
      what: { other: 'large packets lost on the network path (MTU)' },
      distinguishedBy:
        'The connection then stalls instead of ending, and the cause is `origin-response-timeout`.',
      isOpen: ({ origin }) => damageIn(origin) === undefined,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    // A trailer that some proxies reject doesn't make the body incomplete.
    if (servedFromOrigin(moment) && disputedDeviations(moment.origin) !== undefined) return
    const direct = damageIn(moment.origin)
    const shown = damageIn(moment.edge)
    if (direct !== undefined) {
      // A bare 502 is what Cloudflare returns for a body that does not decompress or has a wrong length.
      const unusable = hasEdgeError(moment, 520) || cloudflareGatewayError(moment)
      const agreed = unusable
        ? 'Cloudflare cannot use its response either.'
        : shown === undefined
          ? undefined
          : 'Visitors get no complete response either.'
      const match = directFailure(moment, direct, { sure: 'certain', agreed })
      return encodingDamage(moment.origin) === 'corrupt' ? { ...match, ...CORRUPT } : match
    }
    // A stall at the origin explains why Cloudflare cuts the response off: see `origin-response-timeout`.
    if (shown === undefined) return unseenEnd(moment)
    if (failedAt(moment.origin, 'transfer', 'timeout') || failedAt(moment.origin, 'processing', 'timeout'))
      return
    const because = originHealthy(moment)
      ? 'Visitors get an incomplete response, while this runner gets a complete one from the origin. The failure comes and goes, or Cloudflare uses a different origin.'
      : 'Visitors get an incomplete response.'
    const confidence = originHealthy(moment) ? 'possible' : 'likely'
    return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) }
  },
  remedy: (context) => ({
    summary:
      context.form === CORRUPT.form
        ? 'Find out what breaks the compression of the response.'
        : 'Find out what ends the response early.',
    steps: [
      look(
        'Request the compressed page from the origin',
        `: \`curl -kSs --http1.1 --compressed -o /dev/null '${originUrl(context)}' --connect-to "::$ORIGIN:${context.port}"\`. "transfer closed" means an incomplete page, and "content" one that cannot be decompressed.`,
      ),
      crash(context),
      ...(context.form === CORRUPT.form
        ? [compressOnce(context), NO_LENGTH]
        : [NO_LENGTH, compressOnce(context)]),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502-504/',
  }),
})

/** The form of a response whose end arrives. */
const CORRUPT = { form: 'corrupt', title: "the origin's response cannot be decompressed" } as const

const crash = (context: RemedyContext): Step => {
  const log = applicationLog(context)
  const limits = ' Look for a crash or a worker timeout.'
  return look(log.action, `${log.details}${limits}${hasShell(context) ? KILLED : ''}`)
}

const compressOnce = (context: RemedyContext): Step =>
  change(
    'Compress in one place only.',
    ` Turn compression off in the web server (${howTo('uncompressed', context.server)}) or in the application, and don't compress a file twice.${thenReload(context)}`,
    'turn it on again, then reload.',
  )

const NO_LENGTH = change(
  'Remove every `Content-Length` that is set before compression.',
  '',
  'restore the old code.',
)

/** Why a response is not complete. Completes "The origin, when requested directly, …". */
function damageIn(exchange: Moment['edge']): string | undefined {
  const damage = encodingDamage(exchange)
  if (damage !== undefined) return `sends a compressed page that ${DAMAGE[damage]}`
  if (closedInHeaders(exchange)) return 'closes the connection in the middle of its headers'
  return bodyCutShort(exchange) ? endingOf(exchange) : undefined
}

function endingOf(exchange: FailedExchange): string {
  const invalid = bodyMalformation(exchange)
  if (invalid !== undefined) return invalid
  return exchange.error.reason === 'reset'
    ? 'resets the connection in the middle of its response'
    : 'closes the connection before the end of its response'
}
