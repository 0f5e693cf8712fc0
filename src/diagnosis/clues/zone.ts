import type { Clue, Moment } from '../../domain/cause.ts'
import { sentByOrigin } from '../facts/edge.ts'

/** What Cloudflare's API and its status page add to what was seen on the wire. */
export function zoneClues(moment: Moment): readonly Clue[] {
  return [
    ...zoneWords(moment).map((text): Clue => ({ from: 'zone', text })),
    ...statusWords(moment).map((text): Clue => ({ from: 'status', text })),
  ]
}

function zoneWords(moment: Moment): readonly string[] {
  const { zone } = moment
  if (zone === undefined) return []
  const { status, paused, record, rules, worker, tunnel, pools = [] } = zone
  const sick = pools.filter(({ healthy }) => healthy === false)
  const failures = [...new Set(sick.flatMap((pool) => pool.failures))].slice(0, 3)
  const why = failures.length === 0 ? '' : `: ${failures.join(', ')}`
  const changed = Object.entries(rules ?? {}).flatMap(([what, is]) => (is ? [what] : []))
  return [
    ...(paused === true ? ['The zone is paused: Cloudflare answers for none of its hosts.'] : []),
    ...(status === undefined || status === 'active' ? [] : [`The zone is ${status}, not active.`]),
    ...(record === undefined ? [] : [recordWords(moment, record)]),
    ...(tunnel === undefined ? [] : [`The tunnel is ${tunnel}.`]),
    ...(pools.length === 0
      ? []
      : [`Of ${pools.length} pools of the load balancer, ${sick.length} are not healthy${why}.`]),
    ...(worker === true ? ['A Worker answers for this page, and asks the origin as it likes.'] : []),
    ...(changed.length === 0
      ? []
      : [
          `An Origin Rule of the zone changes ${changed.join(', ')}; whether it concerns this page is not known.`,
        ]),
    ...figureWords(moment),
  ]
}

function recordWords(
  { dialedOrigin }: Moment,
  { kind, proxied, pointsToOrigins }: NonNullable<NonNullable<Moment['zone']>['record']>,
): string {
  const grey = proxied ? '' : ', and is not proxied'
  if (kind === 'none') return 'The host has no A, AAAA or CNAME record.'
  if (kind === 'tunnel') return `The record leads to a Cloudflare Tunnel${grey}.`
  const leads = pointsToOrigins[(dialedOrigin?.position ?? 1) - 1]
  if (leads === true) return `The record leads to the origin that was asked directly${grey}.`
  if (leads === false) return `The record leads elsewhere than to the origin that was asked directly${grey}.`
  return `The record leads to ${kind === 'name' ? 'a name' : 'an address'}${grey}.`
}

function figureWords(moment: Moment): readonly string[] {
  const counted = sentByOrigin(moment)
  if (counted === undefined || moment.edge?.kind !== 'completed') return []
  const { status } = moment.edge.head
  const share = Math.round(counted.share * 100)
  return [
    `In the last ${moment.analytics?.minutes ?? 0} minutes visitors got ${status} about ${counted.count} times; in ${share} % of them the origin had given an answer.`,
  ]
}

function statusWords({ statusPage }: Moment): readonly string[] {
  if (statusPage === undefined) return []
  const { colo, incidents } = statusPage
  return [
    ...(colo === undefined || colo === 'operational'
      ? []
      : [`The data center is marked "${colo.replaceAll('_', ' ')}". Traffic is mostly led around it.`]),
    ...incidents.map((name) => `Not over yet: ${name}`),
  ]
}
