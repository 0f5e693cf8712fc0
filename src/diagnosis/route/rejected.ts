import type { Match, Moment } from '../../domain/cause.ts'
import { fromCache } from '../../cloudflare/response.ts'
import { cluesOf } from '../clues/clues.ts'
import { failedAt } from '../facts/exchange.ts'
import { probeRejected } from '../facts/origin.ts'
import { isIntercepted } from '../facts/pages/intercepted.ts'
import { redirectedElsewhere } from '../facts/redirects.ts'
import { originRequiresClientCertificate, plainHttpOnTlsPort } from '../facts/tls.ts'
import { servedFromOrigin, visitorsServed } from '../facts/visitors.ts'
import { capital } from '../../shared/text.ts'
import { observerIn } from './observer.ts'

/**
 * Visitors are served, and the origin doesn't admit the request that the command carries. It should, because the
 * command was chosen for that. So the address in `origin` is wrong from there, or the host in between isn't admitted.
 */
export function rejectedMatch(moment: Moment): Match | undefined {
  const { dialedOrigin, origin } = moment
  if (dialedOrigin?.route === undefined || origin === undefined || !probeRejected(moment)) return
  if (dialedOrigin.othersRespond || isIntercepted(moment, origin)) return
  const observer = observerIn(moment)
  const gets = failedAt(origin, 'connect')
    ? `${capital(observer)} can't connect to the origin`
    : `The origin rejects the request from ${observer}`
  const shared = {
    clues: cluesOf(moment),
    title: `${observer} can't get a response from the origin`,
    form: 'route-rejected',
  } as const
  if (servedFromOrigin(moment)) {
    // These reasons have causes of their own.
    const outdated = moment.recheck?.tlsInspection?.legacy !== undefined
    if (originRequiresClientCertificate(moment) || plainHttpOnTlsPort(moment) || outdated) return
    const because = `${gets}, but Cloudflare just got a response from it.`
    return { outcome: 'warning', confidence: 'likely', because, ...shared }
  }
  // A refusal behind a cached copy is a failure of the origin.
  if (!visitorsServed(moment) || (fromCache(moment.edge) && failedAt(origin, 'connect', 'refused'))) return
  const served = fromCache(moment.edge)
    ? 'Visitors get a cached copy'
    : redirectedElsewhere(moment)
      ? 'A rule or a Worker at Cloudflare redirects visitors to another host'
      : undefined
  if (served === undefined) return
  const because = `${served}, and ${gets.charAt(0).toLowerCase()}${gets.slice(1)}. Whether the origin works is unknown.`
  return { outcome: 'inconclusive', confidence: 'possible', because, ...shared }
}
