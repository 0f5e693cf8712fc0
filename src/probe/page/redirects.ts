import { isAccessLogin } from '../../cloudflare/response.ts'
import type { Exchange, Head, Redirect, RedirectChain } from '../../domain/exchange.ts'
import type { Resolution } from '../../domain/dns.ts'
import { updateJar, type Cookie } from './cookies.ts'
import { exchange, type ProbeContext } from '../http/exchange.ts'
import { isRedirect, keyOf, nextSteps, targetOf, type Step } from './redirect-policy.ts'
import { isPrivateTarget } from './private-targets.ts'
import type { ProbeRequest } from '../plan/plan.ts'
import { resolution } from '../dns/system.ts'

/** Characters of a URL that are kept. */
const SHOWN = 500

/** Headers of a redirect that are kept: they tell who answered. */
const TELLING: ReadonlySet<string> = new Set(['server', 'cf-ray', 'cf-cache-status', 'age'])

/**
 * Asks, and goes where the answers lead, within the time of one request. What comes back is the last answer, with the way
 * to it. Cookies that are set on the way are sent back, as a browser would: some sites loop without.
 */
export async function follow(
  ask: ProbeRequest,
  name: Promise<Resolution>,
  way: ProbeContext,
): Promise<Exchange> {
  const { following } = ask
  if (following === undefined || following.limit === 0) return exchange(ask, name, way)
  const begun = way.clock.monotonic()
  const rest = (): ProbeContext => ({
    ...way,
    timeout: Math.max(1, begun + way.timeout - way.clock.monotonic()),
  })
  const redirects: Redirect[] = []
  const asked = new Set<string>()
  let jar: readonly Cookie[] = []
  let step: Step = { ask, url: new URL(new URL(following.site).origin + ask.path) }
  let place = name
  for (;;) {
    asked.add(keyOf(step.ask))
    const answer = await exchange(step.ask, place, rest())
    const target = ledBy(answer, step.url)
    if (target === undefined)
      return redirects.length === 0 ? answer : { ...answer, redirectChain: { redirects } }
    if (target === 'nowhere')
      return { ...answer, redirectChain: { redirects, end: 'nowhere', next: locationOf(answer) } }
    const stopped = (end: NonNullable<RedirectChain['end']>): Exchange => ({
      ...answer,
      redirectChain: { redirects, end, next: target.to.href.slice(0, SHOWN) },
    })
    jar = updateJar(jar, step.url, target.head.headers['set-cookie'])
    const steps = nextSteps(step, ask, following, target.to, jar)
    if (steps === 'elsewhere') return stopped('elsewhere')
    const next = steps.find((each) => !asked.has(keyOf(each.ask)))
    if (next === undefined) return stopped('loop')
    if (redirects.length >= following.limit) return stopped('limit')
    place = next.ask.host === ask.host ? name : resolution(next.ask.host, rest())
    if (place !== name && (isAccessLogin(next.url.href) || (await isPrivateTarget(place, name))))
      return stopped('barred')
    redirects.push(redirectOf(answer, target.head, step.url, target.to))
    step = next
  }
}

/** The head of an answer that is a redirect, and where that leads. */
function ledBy(
  answer: Exchange,
  from: URL,
): { readonly head: Head; readonly to: URL } | 'nowhere' | undefined {
  if (answer.kind !== 'completed' || !isRedirect(answer.head.status)) return
  const to = targetOf(answer.head.status, answer.head.headers['location'], from)
  return to === undefined ? 'nowhere' : { head: answer.head, to }
}

/** As it was sent: there is no URL to be made of it. */
function locationOf(answer: Exchange): string {
  return answer.kind === 'completed' ? (answer.head.headers['location'] ?? '').slice(0, SHOWN) : ''
}

function redirectOf({ timings }: Exchange, { status, headers }: Head, from: URL, to: URL): Redirect {
  return {
    status,
    from: from.href.slice(0, SHOWN),
    to: to.href.slice(0, SHOWN),
    headers: Object.fromEntries(Object.entries(headers).filter(([header]) => TELLING.has(header))),
    elapsed: Object.values(timings).reduce((sum, took) => sum + took, 0),
  }
}
