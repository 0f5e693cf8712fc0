import type { Clue, Moment } from '../../domain/cause.ts'
import type { Originless } from '../../domain/zone.ts'
import { isAnyOf, joined, phrase, quote, type Sentence } from '../../domain/untrusted.ts'
import { plural } from '../../shared/text.ts'
import { originShare } from '../facts/edge.ts'

/** What Cloudflare's API and its status page add. */
export function zoneClues(moment: Moment): readonly Clue[] {
  return [
    ...zoneTexts(moment).map((text): Clue => ({ from: 'zone', text })),
    ...statusTexts(moment).map((text): Clue => ({ from: 'status', text })),
  ]
}

function zoneTexts(moment: Moment): readonly Sentence[] {
  const { zone } = moment
  if (zone === undefined) return []
  const { status, paused, record, rules, worker, tunnel, pools = [] } = zone
  const unhealthy = pools.filter(({ healthy }) => healthy === false)
  const failures = [...new Set(unhealthy.flatMap((pool) => pool.failures))].slice(0, 3)
  const why =
    failures.length === 0
      ? ''
      : phrase`: ${joined(
          failures.map((each) => quote(each)),
          ', ',
        )}`
  const changed = Object.entries(rules ?? {}).flatMap(([what, changes]) => (changes ? [what] : []))
  return [
    ...(paused === true ? ['The zone is paused: Cloudflare proxies none of its hosts.'] : []),
    ...(status === undefined || isAnyOf(status, 'active')
      ? []
      : [phrase`The status of the zone is ${quote(status)}, not active.`]),
    ...(record === undefined ? [] : [recordText(moment, record)]),
    ...(tunnel === undefined ? [] : [phrase`The status of the tunnel is ${quote(tunnel)}.`]),
    ...(pools.length === 0
      ? []
      : [
          phrase`${unhealthy.length} of ${plural(pools.length, 'load balancer pool')} ${unhealthy.length === 1 ? 'is' : 'are'} unhealthy${why}.`,
        ]),
    ...(worker === true ? ['A Worker handles this page and decides how to request the origin.'] : []),
    ...(changed.length === 0
      ? []
      : [`An Origin Rule in the zone changes ${changed.join(', ')}. It may or may not apply to this page.`]),
    ...analyticsTexts(moment),
  ]
}

/** What such a record points to. */
export const ORIGINLESS_TARGETS: Readonly<Record<Originless, string>> = {
  pages: 'Cloudflare Pages',
  workers: 'a Cloudflare Worker',
  r2: 'a Cloudflare R2 bucket',
  placeholder: 'an address without a server, which is usual for a Worker',
}

function recordText(
  { dialedOrigin }: Moment,
  { kind, proxied, pointsToOrigins, originless }: NonNullable<NonNullable<Moment['zone']>['record']>,
): string {
  const dnsOnly = proxied ? '' : ', and is not proxied'
  if (kind === 'none') return 'The host has no A, AAAA or CNAME record.'
  if (originless !== undefined) return `The record points to ${ORIGINLESS_TARGETS[originless]}${dnsOnly}.`
  if (kind === 'tunnel') return `The record points to a Cloudflare Tunnel${dnsOnly}.`
  const pointsHere = pointsToOrigins[(dialedOrigin?.position ?? 1) - 1]
  if (pointsHere === true) return `The record points to the origin that was probed${dnsOnly}.`
  if (pointsHere === false) return `The record does not point to the origin that was probed${dnsOnly}.`
  return `The record points to ${kind === 'name' ? 'a name' : 'an address'}${dnsOnly}.`
}

function analyticsTexts(moment: Moment): readonly string[] {
  const figures = originShare(moment)
  if (figures === undefined || moment.edge?.kind !== 'completed') return []
  const { status } = moment.edge.head
  const percent = Math.round(figures.share * 100)
  return [
    `In the last ${moment.analytics?.minutes ?? 0} minutes, visitors got ${status} about ${figures.count} times. The origin had sent a response in ${percent}% of these cases.`,
  ]
}

function statusTexts({ statusPage }: Moment): readonly Sentence[] {
  if (statusPage === undefined) return []
  const { colo, incidents } = statusPage
  return [
    ...(colo === undefined || isAnyOf(colo, 'operational')
      ? []
      : [
          phrase`The data center's status is "${quote(colo, withSpaces)}". Most traffic is routed to other data centers.`,
        ]),
    ...incidents.map((name) => phrase`Ongoing incident: ${quote(name)}`),
  ]
}

/** A view: `partial_outage` as words. */
function withSpaces(redacted: string): string {
  return redacted.replaceAll('_', ' ')
}
