import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match, Moment, Remedy, RemedyContext, Step } from '../../domain/cause.ts'
import { fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import { cluesOf } from '../clues/clues.ts'
import { headersTooLarge } from '../facts/malformed.ts'
import { hasEdgeError, statusBehind520, writtenByCloudflare } from '../facts/edge.ts'
import { unexpectedResponse } from '../facts/exchange.ts'
import { rejectsVisitorHeaders } from '../facts/comparison/request-forms.ts'
import { originHealthy } from '../facts/origin.ts'
import { wallIn, wallWords } from '../facts/pages/intercepted.ts'
import { REJECTS_FORWARDING, forwardingSteps } from '../rules/forwarding-headers.ts'
import { closedPortOfMode } from '../rules/port-of-mode.ts'
import { recordPointsElsewhere } from '../facts/zone.ts'
import { observerOf } from '../route/observer.ts'
import { allowCloudflare, hasShell } from './application-steps.ts'
import { nameInText } from '../servers/index.ts'
import { ALLOW_CLOUDFLARE, COMPARE_RECORDS, countVisitors, serverOf } from './shared-steps.ts'

export default defineCause({
  id: 'cloudflare-blocked-by-origin',
  title: "the origin's firewall blocks Cloudflare",
  brief: 'blocks Cloudflare',
  hop: 'firewall',
  owner: 'firewall',
  meaning: [
    "The origin responds to this runner and blocks Cloudflare. A firewall, WAF, rate limiter or geo block does not know Cloudflare's IP ranges, or has an outdated list of them. Cloudflare shows 521 when it is refused and 522 when its packets are dropped. It shows 520 when it is cut off and 524 when no response arrives in time. It passes on a 403 or 429 from the origin.",
    "Some firewalls reject the headers in which Cloudflare sends the visitor's address, not its own addresses. The check then repeats the direct request with `CF-Connecting-IP` and `X-Forwarded-For`. If only that request fails, the steps are about these headers.",
    "An origin may also block only some of Cloudflare's data centers, for example with a geo block. This runner sees one of them. With `vantage-points`, two places in different networks that get a 5xx make the site unhealthy, even if this runner gets the page.",
    'From outside, this looks the same as a DNS record in Cloudflare that points to a different address. This cause is therefore never certain.',
  ],
  sources: [
    {
      claim:
        'To a firewall, Cloudflare looks like a few addresses with many requests, which may trigger a block or a rate limit. Its ranges rarely change.',
      at: 'https://developers.cloudflare.com/fundamentals/concepts/cloudflare-ip-addresses/',
      read: '2026-11-30',
    },
    {
      claim: "Restore the visitor's address in the logs, so that fail2ban does not block Cloudflare.",
      at: 'https://developers.cloudflare.com/waf/tools/ip-access-rules/',
      read: '2026-11-30',
    },
    {
      claim: 'Blocked or rate-limited Cloudflare addresses are the most common cause of 522.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'dns-origin-mismatch',
      distinguishedBy:
        'Compare the A and AAAA records under DNS → Records with the address of the direct request. With `cloudflare-api-token`, this check compares them itself.',
      isOpen: (moment) =>
        moment.zone?.record?.pointsToOrigins[(moment.dialedOrigin?.position ?? 0) - 1] !== true &&
        !rejectsVisitorHeaders(moment),
    },
    {
      what: { other: 'an Origin Rule that changes the port or the address' },
      distinguishedBy: 'Check the Origin Rules under Rules → Overview in the dashboard.',
      isOpen: (moment) => mayChangeDestination(moment) && !rejectsVisitorHeaders(moment),
    },
    {
      what: { other: 'an origin that closes idle connections early' },
      distinguishedBy: "If the 520 comes and goes, raise the origin's keep-alive timeout above 900 seconds.",
      isOpen: (moment) => hasEdgeError(moment, 520) && !rejectsVisitorHeaders(moment),
    },
  ],
  needs: ['edge', 'origin'],
  rule(moment): Match | undefined {
    // An origin that Cloudflare does not reach or cannot parse does not block it.
    if (recordPointsElsewhere(moment) || headersTooLarge(moment.origin)) return
    if (statusBehind520(moment) !== undefined) return
    const clues = cluesOf(moment)
    const wrongPort = closedPortOfMode(moment, 'refused', 521) ?? closedPortOfMode(moment, 'timeout', 522)
    if (wrongPort !== undefined) return
    // Bot protection that responds to this runner accepts its connections.
    const connects = originHealthy(moment) || wallIn(moment, moment.origin) !== undefined
    if (connects && hasEdgeError(moment, 521, 522)) {
      const [how, code] = hasEdgeError(moment, 521) ? ['refuses', 521] : ['drops', 522]
      if (moment.dialedOrigin?.route !== undefined) return blockedBetween(moment, code)
      const because = `The origin responds to this runner but ${how} Cloudflare's connections (${code}).`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (!originHealthy(moment)) return
    const wall = wallIn(moment, moment.edge)
    // Another origin's protection stopped this runner as well, so it doesn't stop only Cloudflare.
    const alsoHere = moment.dialedOrigin?.othersIntercepted === true
    if (
      wall?.sign.kind === 'block' &&
      throughCloudflare(moment.edge) &&
      !alsoHere &&
      !fromCache(moment.edge)
    ) {
      const because = `The origin responds to this runner. Through Cloudflare, the response is ${wallWords(wall)}. It has ${wall.sign.shows}.`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    const blocked = unexpectedResponse(moment, moment.edge, 403, 429)
    // A cached copy doesn't show what Cloudflare gets now.
    if (
      blocked !== undefined &&
      !fromCache(blocked) &&
      throughCloudflare(blocked) &&
      !writtenByCloudflare(moment)
    ) {
      const { status } = blocked.head
      if (rejectsVisitorHeaders(moment)) {
        const because = `Cloudflare passes on a ${status} that it did not generate itself. ${REJECTS_FORWARDING}`
        return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'forwarding-headers' }
      }
      const because = `The origin responds to this runner. Cloudflare passes on a ${status} that it did not generate itself.`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (hasEdgeError(moment, 524)) {
      const because =
        'The origin responds to this runner right away, but Cloudflare times out waiting for a response (524).'
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    if (hasEdgeError(moment, 520, 502) && rejectsVisitorHeaders(moment)) {
      const because = `Cloudflare gets no usable response. ${REJECTS_FORWARDING}`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'forwarding-headers' }
    }
    if (!hasEdgeError(moment, 520, 523)) return
    const because = 'The origin responds to this runner, but Cloudflare gets no usable response from it.'
    return { outcome: 'unhealthy', confidence: 'possible', because, clues }
  },
  remedy: (context) => ({
    ...(context.form === 'forwarding-headers' ? headerAdvice(context) : addressAdvice(context)),
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/fundamentals/concepts/cloudflare-ip-addresses/',
  }),
})

/** A request from inside the origin's network bypasses its outer firewall, which may block everyone. */
function blockedBetween(moment: Moment, code: number): Match {
  const { inner, route } = moment.dialedOrigin ?? {}
  const other =
    inner === true
      ? ` Cloudflare connects to a different address than ${observerOf(route)}, where a server may be down.`
      : ''
  const because = `The origin responds to this runner, but Cloudflare's connections ${code === 521 ? 'are refused' : 'time out'} (${code}). A firewall for connections from outside may block them.${other}`
  return {
    outcome: 'unhealthy',
    confidence: 'likely',
    because,
    clues: cluesOf(moment),
    title: 'a firewall between Cloudflare and the origin blocks the connections',
  }
}

/** An Origin Rule changes where Cloudflare connects, or the rules are unknown. */
function mayChangeDestination({ zone }: Moment): boolean {
  return zone?.rules === undefined || zone.rules.address || zone.rules.port
}

type Advice = Pick<Remedy, 'summary' | 'steps' | 'avoid'>

const SUMMARY = "Allow all of Cloudflare's current IP ranges in every firewall in front of the origin."

function addressAdvice(context: RemedyContext): Advice {
  const server = serverOf(context)
  if (server?.platform === true) {
    return {
      summary: SUMMARY,
      steps: [
        COMPARE_RECORDS,
        change(
          "Allow Cloudflare's IP ranges",
          ` in the firewall, the bot protection and the rate limits of ${nameInText(server.name)}. Current list: https://www.cloudflare.com/ips/`,
          'remove the new rules.',
        ),
      ],
    }
  }
  if (!hasShell(context)) {
    return {
      summary: SUMMARY,
      steps: [COMPARE_RECORDS, allowCloudflare(context), countVisitors(context)],
      avoid: `${ONLY_EXEMPT}.`,
    }
  }
  return {
    summary: SUMMARY,
    steps: [...onOwnHost(context), COMPARE_RECORDS, ALLOW_CLOUDFLARE, UNBAN, countVisitors(context)],
    avoid: `${ONLY_EXEMPT}. After it, fail2ban needs the action \`cloudflare-token\`, because the host's firewall sees only Cloudflare.`,
  }
}

const ONLY_EXEMPT =
  "Don't exempt Cloudflare's ranges from bans and limits without the last step: no limit per address would be left"

const onOwnHost = ({ port }: RemedyContext): readonly [Step, ...Step[]] => [
  look(
    'Watch the connections at the origin',
    ` while you reload the page: \`tcpdump -Q in -c 20 -ni any 'tcp dst port ${port}'\`. If none arrive from Cloudflare, a firewall in front of this host blocks them, or the record is wrong.`,
  ),
  look(
    'Find what blocks them on this host',
    ": `nft list ruleset`, and `fail2ban-client banned` or `fail2ban-client status JAIL`. Look for addresses in Cloudflare's IP ranges, such as 172.64.0.0/13 and 2606:4700::/32.",
  ),
]

// Tried with fail2ban 1.0.2: an address stays banned after `addignoreip`, and after `reload` without it.
const UNBAN = change(
  "Unban Cloudflare's addresses in fail2ban",
  ': `fail2ban-client set JAIL addignoreip $(curl -s https://www.cloudflare.com/ips-v4) $(curl -s https://www.cloudflare.com/ips-v6)`, then `fail2ban-client set JAIL unbanip ADDRESS` for each. A reload forgets the ranges, unless they are in `ignoreip` of `jail.local` too.',
  '`fail2ban-client reload JAIL` without the ranges in `jail.local`, then `fail2ban-client set JAIL banip ADDRESS`.',
)

const headerAdvice = (context: RemedyContext): Advice => ({
  summary: "Let Cloudflare's forwarding headers through the firewall in front of the origin.",
  steps: forwardingSteps(context),
})
