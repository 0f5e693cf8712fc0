import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match, Moment, RemedyContext, Step } from '../../domain/cause.ts'
import type { CompletedExchange } from '../../domain/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, cloudflareGatewayError, originShare, isProxied } from '../facts/edge.ts'
import { isGoodResponse, unexpectedResponse } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { whileServed, withoutDirect } from '../rules/fails-directly.ts'
import { usesTunnel } from '../facts/zone.ts'
import { generatorOf, lacksBackend } from '../facts/generator.ts'
import { unavailableReason } from '../facts/unavailable.ts'
import { howTo } from '../servers/index.ts'
import {
  PLATFORM_SUMMARY,
  applicationLog,
  applicationStatus,
  hasShell,
  restartApplication,
  rollBack,
} from './application-steps.ts'
import { serverOf, thenReload } from './shared-steps.ts'

/** The origin's web server works and reports that the application behind it does not. */
export default defineCause({
  id: 'origin-app-down',
  title: "the application behind the origin's web server is down",
  brief: { observedOr: 'application down' },
  hop: 'application',
  owner: 'origin',
  meaning: [
    "The origin's own proxy or load balancer (nginx, HAProxy, Apache, an ALB …) returns 502, or 503 because it has no backend. It gets no valid response from the application behind it. Cloudflare replaces a 502 page with its own, so visitors see Cloudflare's name on the origin's error. Enterprise zones can pass the origin's page on.",
    'A 502 is not a 503 or a 504. With a 502, the web server could not connect to the application, or got an invalid response. With a 504, it waited too long. With a 503, no worker was free, or the server is configured to reject requests.',
  ],
  sources: [
    {
      claim: 'A Cloudflare-branded 502 normally means that the origin returned 502.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502-504/',
      read: '2026-11-30',
    },
    {
      claim:
        '502 is an invalid response from an upstream server, 503 an overload or maintenance, 504 a response that came too late.',
      at: 'RFC 9110, section 15.6',
      read: '2026-11-30',
    },
    {
      claim: "Enterprise zones can pass the origin's 502 and 504 pages on (`origin_error_page_pass_thru`).",
      at: 'https://developers.cloudflare.com/api/resources/zones/subresources/settings/methods/get/',
      read: '2026-11-30',
    },
    {
      claim: 'HAProxy logs `SC` when the server refuses the connection.',
      at: 'https://docs.haproxy.org/2.6/configuration.html#8.5',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-edge-error',
      distinguishedBy:
        'Cloudflare\'s own 502 is a bare page with "cloudflare" under a line, and the origin responds normally to a direct request.',
      isOpen: notSeenDirectly,
    },
    {
      what: 'cloudflare-tunnel-origin-unreachable',
      distinguishedBy:
        'Check the record under DNS → Records: a tunnel is a CNAME to `cfargotunnel.com`. Then check the log of `cloudflared`.',
      isOpen: notSeenDirectly,
    },
    {
      what: { other: 'a rule of the hosting platform that returns 502 on purpose' },
      distinguishedBy: "Check the platform's firewall log, such as Google Cloud Armor's.",
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const { origin } = moment
    const direct = appDownIn(moment, origin)
    if (direct !== undefined) return shownDirectly(moment, direct)
    const shown = appDownIn(moment, moment.edge)
    if (isProxied(moment) === false && shown !== undefined && !isGoodResponse(moment, origin)) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: 'The name resolves directly to a web server, which returns this error itself.',
        clues: cluesOf(moment),
      }
    }
    if (shown !== undefined && generatorOf(shown) !== undefined && origin?.kind !== 'completed') {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: "The origin's own proxy generated the page that visitors get.",
        clues: cluesOf(moment),
      }
    }
    const another = origin?.kind === 'completed' && !originHealthy(moment)
    if (!hasEdgeError(moment, 502) || cloudflareGatewayError(moment) || another) return
    const counted = originShare(moment)
    if (usesTunnel(moment) || (counted !== undefined && counted.share < 0.5)) return
    if (counted !== undefined) {
      const because = "Cloudflare's own analytics show that the origin returned this 502."
      return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) }
    }
    return {
      outcome: 'unhealthy',
      confidence: 'possible',
      because: originHealthy(moment)
        ? 'Cloudflare passes on a 502 that the origin does not return to this runner. It used a different origin, or the failure comes and goes.'
        : `Cloudflare passes on a 502 that it got from the origin.${withoutDirect(moment, 'The direct request did not get that page.')}`,
      clues: cluesOf(moment),
    }
  },
  remedy: (context) => ({
    summary: hasShell(context)
      ? 'Start the application, or fix the upstream address in the web server.'
      : PLATFORM_SUMMARY,
    steps: hasShell(context) ? stepsOnHost(context) : stepsOnPlatform(context),
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502-504/',
  }),
})

/** The response, if it reports that the application behind the server does not respond. */
function appDownIn(moment: Moment, exchange: Moment['edge']): CompletedExchange | undefined {
  if (exchange === moment.edge && hasEdgeError(moment, 502)) return // Cloudflare's page hides the origin's
  const gateway = unexpectedResponse(moment, exchange, 502)
  if (gateway !== undefined || unavailableReason(moment, exchange) !== 'no-backend') return gateway
  return unexpectedResponse(moment, exchange, 503)
}

function shownDirectly(moment: Moment, answer: CompletedExchange): Match {
  const { status } = answer.head
  const generator = generatorOf(answer)
  const by = generator === undefined ? '' : ` (${generator.name})`
  const passedOn = hasEdgeError(moment, 502) && !cloudflareGatewayError(moment)
  const both =
    passedOn || (unexpectedResponse(moment, moment.edge, status) !== undefined && !hasEdgeError(moment, 502))
  // Some 503 pages have words that may mean something else.
  const unambiguous = status === 502 || lacksBackend(answer) === 'certain'
  return {
    outcome: 'unhealthy',
    confidence: both && unambiguous && generator?.kind === 'proxy' ? 'certain' : 'likely',
    because: `The origin${by} returns ${status} when requested directly.${whileServed(moment)}`,
    clues: cluesOf(moment),
  }
}

/** The origin did not return an error to this runner. */
function notSeenDirectly(moment: Moment): boolean {
  return moment.origin?.kind !== 'completed' || originHealthy(moment)
}

/** What the log says when the application doesn't listen, if it differs. '': the server is unknown. */
const REFUSED: Readonly<Record<string, string>> = {
  HAProxy: '`SC--`',
  '': '"Connection refused" (`SC--` for HAProxy)',
}

function stepsOnHost(context: RemedyContext): readonly [Step, ...Step[]] {
  const { server } = context
  const refused = REFUSED[server ?? ''] ?? '"Connection refused"'
  return [
    look(
      "Check the web server's error log",
      `: ${howTo('errorLog', server)}. ${refused} means that the application is down.`,
    ),
    applicationStatus(context),
    look(
      'Compare the ports.',
      ` The application must listen (\`ss -ltnp\`) where the web server on port ${context.port} forwards requests: ${howTo('upstream', server)}.`,
    ),
    look(
      'Compare the DNS record with this host',
      ' if the web server logged no error: Cloudflare then uses a different origin. Check DNS → Records in its dashboard, and whether a tunnel or a load balancer is in use.',
    ),
    change(
      'Start the application',
      `: ${howTo('appRestart', server)}. In a deploy, start the new version before you stop the old one, or raise \`wait\`.`,
      'stop it again.',
    ),
    change(
      'Or fix the upstream address',
      ` in the web server.${thenReload(context)}`,
      'restore the old address, then reload.',
    ),
  ]
}

function stepsOnPlatform(context: RemedyContext): readonly [Step, ...Step[]] {
  const upstream = serverOf(context)?.how.upstream
  return [
    applicationLog(context),
    applicationStatus(context),
    ...(upstream === undefined ? [] : [look('Check the upstream', `: ${upstream}.`)]),
    restartApplication(context),
    rollBack(context),
  ]
}
