import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { bodyCutShort, closedInHeaders } from '../facts/malformed.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { directFailure } from '../rules/fails-directly.ts'
import { hasEdgeError, cloudflareGatewayError } from '../facts/edge.ts'
import { encodingDamage } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { DAMAGE } from '../clues/exchange.ts'

/** The answer begins well, and its end does not come, or does not fit. */
export default defineCause({
  id: 'origin-truncated-response',
  title: "the origin's answer breaks off, or does not decompress",
  brief: 'incomplete response',
  hop: originOrApplication,
  owner: 'origin',
  meaning: [
    'The answer begins as it should. Then it ends before the length it announced, lacks its last chunk, has chunks that do not fit, or is compressed and does not decompress. A process that dies in the middle of its page does that. So does a proxy with a full disk, or two places that both compress or both set `Content-Length`.',
    "Cloudflare passes on a page that breaks off, and visitors get part of it. A page that does not decompress becomes Cloudflare's own bare 502, though the origin says 200.",
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-edge-error',
      distinguishedBy:
        '`curl --compressed` at the origin: an error while it decodes, for the same page every time.',
      isOpen: ({ origin }) => damageIn(origin) === undefined,
    },
    {
      what: { other: 'large packets that vanish on the way (MTU)' },
      distinguishedBy:
        'The connection then stalls rather than ends, and the cause is `origin-response-timeout`.',
      isOpen: ({ origin }) => damageIn(origin) === undefined,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const direct = damageIn(moment.origin)
    const shown = damageIn(moment.edge)
    if (direct !== undefined) {
      // A bare 502 is how Cloudflare says that it could not decompress, or that the length was wrong.
      const unusable = hasEdgeError(moment, 520) || cloudflareGatewayError(moment)
      const agreed = unusable
        ? 'Cloudflare cannot use its answer either'
        : shown === undefined
          ? undefined
          : 'visitors get no whole answer either'
      return directFailure(moment, direct, { sure: 'certain', agreed })
    }
    if (shown === undefined) return
    const because = originHealthy(moment)
      ? 'visitors get an answer that breaks off, while the origin gives this runner a whole one: it comes and goes, or Cloudflare asks another origin'
      : 'visitors get an answer that breaks off'
    const confidence = originHealthy(moment) ? 'possible' : 'likely'
    return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) }
  },
  remedy: ({ host, port, tls }) => ({
    summary: 'Find what ends the answer early, or who compresses it badly.',
    steps: [
      step(
        '',
        `Ask the origin as Cloudflare does: \`curl -sv --compressed -o /dev/null '${tls ? 'https' : 'http'}://${host}/' --connect-to "::$ORIGIN:${port}"\`. "Transfer closed" is a page that breaks off, "content decoding" one that does not decompress.`,
      ),
      step(
        '',
        "Look for a crash or a limit at the time of this check: the application's log, `dmesg | grep -i oom`, `df -h` for the proxy's buffers, a worker timeout.",
      ),
      step(
        '',
        'Let only one place compress: turn it off in the application or in the web server, and see that no file is compressed twice.',
      ),
      step('', 'Let nobody set `Content-Length` before compression.'),
    ],
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
  }),
})

/** How an answer is not whole: completes "the origin …". */
function damageIn(exchange: Moment['edge']): string | undefined {
  const damage = encodingDamage(exchange)
  if (damage !== undefined) return `sends a compressed page that ${DAMAGE[damage]}`
  if (closedInHeaders(exchange)) return 'closes the connection in the middle of its headers'
  return bodyCutShort(exchange) ? HOW[ending(exchange)] : undefined
}

const HOW = {
  closed: 'closes the connection before the end of its page',
  reset: 'resets the connection in the middle of its page',
  chunks: 'sends its page in chunks that do not fit together',
} as const

function ending({ error }: Extract<Exchange, { kind: 'failed' }>): keyof typeof HOW {
  if (error.reason === 'protocol') return 'chunks'
  return error.reason === 'reset' ? 'reset' : 'closed'
}
