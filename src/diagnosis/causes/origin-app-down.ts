import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import type { CompletedExchange } from '../../domain/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, cloudflareGatewayError, originShare, isProxied } from '../facts/edge.ts'
import { isGoodResponse, unexpectedResponse } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { usesTunnel } from '../facts/zone.ts'
import { generatorOf, lacksBackend } from '../facts/generator.ts'
import { unavailableReason } from '../facts/unavailable.ts'

/** The origin's web server is up and says so itself: what stands behind it is not. */
export default defineCause({
  id: 'origin-app-down',
  title: "the application behind the origin's web server is down",
  brief: { observedOr: 'application down' },
  hop: 'application',
  owner: 'origin',
  meaning: [
    "The origin's own proxy or load balancer (nginx, HAProxy, Apache, an ALB …) answers 502, or 503 because it has no backend: it cannot get a valid answer from the application behind it. Cloudflare replaces the page of a 502 with its own, so visitors see Cloudflare's name on an error of the origin.",
    'A 502 is not a 503 or a 504. A 502: the web server was refused, or got nonsense. A 504: it waited too long. A 503: nobody was free, or the server was told to turn visitors away.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-edge-error',
      distinguishedBy:
        'Cloudflare\'s own 502 is a bare page with "cloudflare" under a line; the origin, asked directly, is fine.',
      isOpen: notSeenDirectly,
    },
    {
      what: 'cloudflare-tunnel-origin-unreachable',
      distinguishedBy:
        'Look at the record under DNS → Records: a tunnel is a CNAME to `cfargotunnel.com`. Then read the log of `cloudflared`.',
      isOpen: notSeenDirectly,
    },
    {
      what: { other: 'a rule of the platform that answers 502 on purpose' },
      distinguishedBy: "Read the platform's firewall log, for instance that of Google Cloud Armor.",
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const { origin } = moment
    const direct = appDownIn(moment, origin)
    if (direct !== undefined) return toldDirectly(moment, direct)
    const shown = appDownIn(moment, moment.edge)
    if (isProxied(moment) === false && shown !== undefined && !isGoodResponse(moment, origin)) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'the name leads straight to a web server that says so itself',
        clues: cluesOf(moment),
      }
    }
    if (shown !== undefined && generatorOf(shown) !== undefined && origin?.kind !== 'completed') {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: "the page that visitors get was written by the origin's own proxy",
        clues: cluesOf(moment),
      }
    }
    const another = origin?.kind === 'completed' && !originHealthy(moment)
    if (!hasEdgeError(moment, 502) || cloudflareGatewayError(moment) || another) return
    const counted = originShare(moment)
    if (usesTunnel(moment) || (counted !== undefined && counted.share < 0.5)) return
    if (counted !== undefined) {
      const because = "Cloudflare's own figures say that the origin gave it this 502"
      return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    return {
      outcome: 'unhealthy',
      confidence: 'possible',
      because: originHealthy(moment)
        ? 'Cloudflare passes on a 502 that the origin does not give this runner: it asked another origin, or at another moment'
        : "Cloudflare passes on a 502 that it got from the origin, and the direct probe could not see the origin's own page",
      clues: cluesOf(moment),
    }
  },
  remedy: ({ port }) => ({
    summary: 'Start the application, or point the web server at where it listens.',
    steps: [
      step(
        '',
        'On the origin, read why the web server gave up: `tail -n 50 /var/log/nginx/error.log`, or the log of the proxy that you use. "Connection refused" means that the application is down.',
      ),
      step(
        '',
        'See whether the application runs and since when: `systemctl status APP`, or `docker ps`; read its log from this deploy. If it was killed, see why: `free -m`, `df -h`, `dmesg | grep -i oom`.',
      ),
      step(
        '',
        `Compare the port it listens on (\`ss -ltnp\`) with the one that the web server on port ${port} passes requests to.`,
      ),
      step(
        '',
        'If the deploy restarts the application, start the new one before the old one stops, or raise `wait`.',
      ),
      step(
        '',
        'If the web server has logged no error at all, Cloudflare asks another origin: compare the record under DNS → Records in its dashboard with this host, and see whether a tunnel or a load balancer is in use.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
  }),
})

/** The answer, if it says that there is no application behind the one who answers. */
function appDownIn(moment: Moment, exchange: Moment['edge']): CompletedExchange | undefined {
  if (exchange === moment.edge && hasEdgeError(moment, 502)) return // Cloudflare's page hides who wrote it
  const gateway = unexpectedResponse(moment, exchange, 502)
  if (gateway !== undefined || unavailableReason(moment, exchange) !== 'no-backend') return gateway
  return unexpectedResponse(moment, exchange, 503)
}

function toldDirectly(moment: Moment, answer: CompletedExchange): Match {
  const { status } = answer.head
  const generator = generatorOf(answer)
  const passedOn = hasEdgeError(moment, 502) && !cloudflareGatewayError(moment)
  const both =
    passedOn || (unexpectedResponse(moment, moment.edge, status) !== undefined && !hasEdgeError(moment, 502))
  // Some 503s have words that also stand for something else.
  const plain = status === 502 || lacksBackend(answer) === 'certain'
  const told = `${generator?.name ?? 'the origin'} answers ${status} when asked directly`
  return {
    outcome: 'unhealthy',
    confidence: both && plain && generator?.kind === 'proxy' ? 'certain' : 'likely',
    because: visitorsServed(moment)
      ? `${told}; what visitors get may come from a cache or from another origin`
      : told,
    clues: cluesOf(moment),
  }
}

/** The origin did not give this runner an error of its own. */
function notSeenDirectly(moment: Moment): boolean {
  return moment.origin?.kind !== 'completed' || originHealthy(moment)
}
