import { exactDuration } from '../../shared/text.ts'
import { defineCause, look, change } from '../../domain/cause.ts'
import type { Clue, Match, Moment } from '../../domain/cause.ts'
import type { Exchange, Phase } from '../../domain/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { elapsedIn, isSlower } from '../facts/exchange.ts'
import { setInput } from '../rules/set-input.ts'
import { howTo } from '../servers/index.ts'

export default defineCause({
  id: 'slow-response',
  title: 'the response is slower than allowed',
  brief: 'too slow',
  hop: 'application',
  owner: 'deploy',
  meaning: [
    'The response is as expected but took longer than `max-response-time`, from the DNS lookup to the last byte, including every followed redirect. The clues show where the time went.',
    "The time is measured on this runner. If Cloudflare's own response, which involves no origin, takes as long, the runner's network is slow and the verdict is inconclusive. An origin that is slow only when requested directly is a warning: it may simply be far from the runner.",
  ],
  sources: [
    {
      claim:
        'Origin Analytics shows the P50, P95 and P99 response time of the origin, with DNS, TCP and TLS, and its slowest paths.',
      at: 'https://developers.cloudflare.com/speed/origin-analytics/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'an application that has just started' },
      distinguishedBy: 'Check again after a minute, when caches and connections are warm. `wait` does that.',
      isOpen: () => true,
    },
    {
      what: 'origin-overloaded',
      distinguishedBy: 'The time grows with the number of visitors. Compare with a quiet hour.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const limit = moment.request.maxResponseTime
    if (limit === undefined || !visitorsServed(moment)) return
    const { edge, origin, trace } = moment
    const clues = cluesOf(moment, ...timingClues(moment))
    const slow = isSlower(edge, limit)
    // The time through a command includes its start, and the connection that it makes first.
    const isDirect = moment.dialedOrigin?.route === undefined
    const slowDirectly = isDirect && originHealthy(moment) && isSlower(origin, limit)
    const [most, took] = [exactDuration(limit), exactDuration(elapsedIn(edge))]
    if (slow && isSlower(trace, limit)) {
      const because = `Even Cloudflare's own response, which involves no origin, took longer than ${most}. This runner's network is slow.`
      return { outcome: 'inconclusive', confidence: 'likely', because, clues }
    }
    if (slow) {
      const slowness = `The response took ${took}, but only ${most} is allowed.`
      const because = slowDirectly
        ? `${slowness} The origin is just as slow when requested directly.`
        : slowness
      return { outcome: 'unhealthy', confidence: slowDirectly ? 'certain' : 'likely', because, clues }
    }
    if (!slowDirectly || origin === undefined) return
    const directly = `When requested directly, the origin took ${exactDuration(elapsedIn(origin))}, but only ${most} is allowed.`
    return servedFromOrigin(moment)
      ? {
          outcome: 'warning',
          confidence: 'possible',
          because: `${directly} Cloudflare just got a response in time.`,
          clues,
        }
      : {
          outcome: 'unhealthy',
          confidence: 'likely',
          because: `${directly} Visitors get a cached copy.`,
          clues,
        }
  },
  remedy: ({ host, server }) => ({
    summary: 'Find out where the time goes, and whether this release caused it.',
    steps: [
      look(
        'Measure it',
        `: \`curl -so /dev/null 'https://${host}/' -w '%{time_namelookup} %{time_connect} %{time_appconnect} %{time_starttransfer} %{time_total}\\n'\`, with the path of \`url\`, a few times in a row. The values are the seconds until the end of DNS, TCP and TLS, until the first byte, and until the last byte.`,
      ),
      look(
        'Compare with what Cloudflare measures',
        ' in the dashboard, under Speed → Origin Analytics: the P95 response time of the origin, and its slowest paths (Top endpoints).',
      ),
      look(
        'If the time is before the first byte, check the application',
        `: its log, its database, and the services that it calls. The server's log: ${howTo('errorLog', server)}.`,
      ),
      look(
        'If the time is after the first byte, check the size of the page',
        ', and whether the application sends it in small parts.',
      ),
      change(
        'Roll back the release if it caused this',
        `: ${howTo('rollback', server)}.`,
        'deploy the new release again.',
      ),
      setInput('Raise `max-response-time`', ' if the time is normal for this page, or check a lighter page.'),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/speed/origin-analytics/',
  }),
})

const SPENT: Readonly<Record<Phase, string>> = {
  resolve: 'on DNS',
  connect: 'on the connection',
  tls: 'on the TLS handshake',
  processing: 'until the first byte',
  transfer: 'from the first byte to the last',
}

/** Which phase took the most of each side's time. */
function timingClues({ edge, origin }: Moment): readonly Clue[] {
  return [
    ...(edge === undefined
      ? []
      : [{ from: 'edge', text: `The response took ${timingText(edge)}.` } as const]),
    ...(origin?.kind === 'completed'
      ? [{ from: 'origin', text: `The response took ${timingText(origin)}.` } as const]
      : []),
  ]
}

function timingText(exchange: Exchange): string {
  const phases: readonly Phase[] = ['resolve', 'connect', 'tls', 'processing', 'transfer']
  const [longest] = phases.toSorted((a, b) => (exchange.timings[b] ?? 0) - (exchange.timings[a] ?? 0))
  const before = (exchange.redirectChain?.redirects ?? []).reduce((sum, { elapsed }) => sum + elapsed, 0)
  const spent = exchange.timings[longest ?? 'processing'] ?? 0
  const redirects = before === 0 ? '' : `, including ${exactDuration(before)} on redirects`
  return `${exactDuration(elapsedIn(exchange))}${redirects}${before === 0 ? ', including' : ' and'} ${exactDuration(spent)} ${SPENT[longest ?? 'processing']}`
}
