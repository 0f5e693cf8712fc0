import { exactDuration } from '../../shared/text.ts'
import { defineCause, step } from '../../domain/cause.ts'
import type { Clue, Match, Moment } from '../../domain/cause.ts'
import type { Exchange, Phase } from '../../domain/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { elapsedIn } from '../facts/exchange.ts'

/** It answers well, and later than the user allows. */
export default defineCause({
  id: 'slow-response',
  title: 'the answer takes longer than is allowed',
  brief: 'too slow',
  hop: 'application',
  owner: 'deploy',
  meaning: [
    'The answer is as expected and took longer than `max-response-time`, from the DNS lookup to the last byte, with every redirect that was followed. The clues tell where the time went.',
    "The time is that of this runner. If Cloudflare's own answer, for which no origin is asked, takes as long, it is the runner's network that is slow, and nothing is said of the site. An origin that is slow when asked directly, while Cloudflare just got a quick answer, is a warning: it may simply be far from the runner.",
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'an application that has just started' },
      distinguishedBy: 'Ask again after a minute: caches and connections are warm then. `wait` does that.',
      isOpen: () => true,
    },
    {
      what: 'origin-overloaded',
      distinguishedBy: 'The time grows with the number of visitors: compare with a quiet hour.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const limit = moment.request.maxResponseTime
    if (limit === undefined || !visitorsServed(moment)) return
    const { edge, origin, trace } = moment
    const clues = cluesOf(moment, ...paceClues(moment))
    const slow = isSlower(edge, limit)
    const slowDirectly = originHealthy(moment) && isSlower(origin, limit)
    const [most, took] = [exactDuration(limit), exactDuration(elapsedIn(edge))]
    if (slow && isSlower(trace, limit)) {
      const because = `even Cloudflare's own answer, for which no origin is asked, took this runner longer than ${most}: its network is slow`
      return { outcome: 'inconclusive', confidence: 'likely', because, clues }
    }
    if (slow) {
      const told = `the answer took ${took}, and ${most} is allowed`
      const because = slowDirectly ? `${told}; the origin is as slow when asked directly` : told
      return { outcome: 'unhealthy', confidence: slowDirectly ? 'certain' : 'likely', because, clues }
    }
    if (!slowDirectly || origin === undefined) return
    const directly = `asked directly, the origin took ${exactDuration(elapsedIn(origin))}, and ${most} is allowed`
    return servedFromOrigin(moment)
      ? {
          outcome: 'warning',
          confidence: 'possible',
          because: `${directly}, though Cloudflare has just got an answer in time`,
          clues,
        }
      : {
          outcome: 'unhealthy',
          confidence: 'likely',
          because: `${directly}; what visitors get comes from a cache`,
          clues,
        }
  },
  remedy: ({ host }) => ({
    summary: 'See where the time goes, and whether this release made it so.',
    steps: [
      step(
        '',
        `Measure it: \`curl -so /dev/null 'https://${host}/' -w '%{time_namelookup} %{time_connect} %{time_appconnect} %{time_starttransfer} %{time_total}\\n'\`, a few times in a row.`,
      ),
      step(
        '',
        "Time until the first byte is the application's: look at its log, its database, and what it calls. Compare with the previous release.",
      ),
      step(
        '',
        "Time after the first byte comes from the page's size, or from an application that sends it bit by bit.",
      ),
      step(
        '',
        'If the time is right for this page, raise `max-response-time`, or ask a page that needs less.',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/speed/observatory/',
  }),
})

function isSlower(exchange: Exchange | undefined, limit: number): boolean {
  return exchange?.kind === 'completed' && elapsedIn(exchange) > limit
}

const SPENT: Readonly<Record<Phase, string>> = {
  resolve: 'on its name',
  connect: 'on the connection',
  tls: 'on the TLS handshake',
  processing: 'until the first byte',
  transfer: 'from the first byte to the last',
}

/** What took the most of each side's time. */
function paceClues({ edge, origin }: Moment): readonly Clue[] {
  return [
    ...(edge === undefined ? [] : [{ from: 'edge', text: `The answer took ${paceOf(edge)}.` } as const]),
    ...(origin?.kind === 'completed'
      ? [{ from: 'origin', text: `The answer took ${paceOf(origin)}.` } as const]
      : []),
  ]
}

function paceOf(exchange: Exchange): string {
  const phases: readonly Phase[] = ['resolve', 'connect', 'tls', 'processing', 'transfer']
  const [longest] = phases.toSorted((a, b) => (exchange.timings[b] ?? 0) - (exchange.timings[a] ?? 0))
  const before = (exchange.redirectChain?.redirects ?? []).reduce((sum, { elapsed }) => sum + elapsed, 0)
  const spent = exchange.timings[longest ?? 'processing'] ?? 0
  const redirects = before === 0 ? '' : `, ${exactDuration(before)} of it on redirects`
  return `${exactDuration(elapsedIn(exchange))}${redirects}, ${exactDuration(spent)} of it ${SPENT[longest ?? 'processing']}`
}
