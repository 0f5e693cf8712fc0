import { exactDuration } from '../../shared/text.ts'
import type { Finding } from '../../domain/diagnosis.ts'
import type { Evidence } from '../../domain/evidence.ts'
import { type Exchange, PHASES } from '../../domain/exchange.ts'
import { outcome } from '../build/timeline.ts'
import type { RoundProgress } from './line.ts'

/**
 * How long each phase of each probe of a round took, and what was decided. The lines consist of our own words and of
 * numbers, so they contain no text from a server, no address and no secret.
 */
export function detailLines({ evidence, judgment, next, pause }: RoundProgress): readonly string[] {
  const probes = exchangesIn(evidence)
  const column = Math.max(...probes.map(([name]) => name.length))
  const { findings, warnings, notes } = judgment
  return [
    ...probes.map(
      ([name, exchange]) => `${name.padEnd(column)}  ${outcome(exchange)}: ${phasesOf(exchange)}`,
    ),
    ...others(evidence),
    `${judgment.verdict}: ${findings.length === 0 ? 'no cause' : joined(findings.map(words))}`,
    ...(warnings.length === 0 ? [] : [`warnings: ${joined(warnings.map(words))}`]),
    ...(notes.length === 0 ? [] : [`notes: ${joined(notes.map(words))}`]),
    `decision: ${DECISIONS[next.kind]}${pause === undefined ? '' : `, check again in ${exactDuration(pause)}`}`,
  ]
}

const DECISIONS: Readonly<Record<RoundProgress['next']['kind'], string>> = {
  round: 'not final',
  reached: 'healthy for long enough',
  hopeless: "waiting won't fix this",
  over: 'the time is up',
}

/** Never text from outside. */
function joined(parts: readonly string[]): string {
  return parts.join(', ')
}

function words({ cause, match }: Finding): string {
  return `${cause.id} (${match.confidence})`
}

/** `resolve 2 ms, connect 11 ms, tls 15 ms`. The phase that failed has no time. */
function phasesOf(exchange: Exchange): string {
  const { timings } = exchange
  const measured = PHASES.flatMap((phase) => {
    const time = timings[phase]
    return time === undefined ? [] : [`${phase} ${exactDuration(time)}`]
  })
  const redirects = exchange.redirectChain?.redirects.length ?? 0
  return joined([
    ...measured,
    ...(exchange.kind === 'failed' ? [`failed in ${exchange.phase}`] : []),
    ...(exchange.family === undefined ? [] : [`IPv${exchange.family}`]),
    ...(redirects === 0 ? [] : [`after ${redirects} redirects`]),
  ])
}

type Named = readonly [name: string, exchange: Exchange]

/** Every request of a round, with the name that its evidence has. */
function exchangesIn(evidence: Evidence): readonly Named[] {
  const { edge, trace, uncached, edgeWithGet, connectivity } = evidence
  const single = Object.entries({ edge, trace, uncached, edgeWithGet, connectivity })
  const origins = (evidence.origins ?? []).map((exchange, index): Named => [`origin ${index + 1}`, exchange])
  const rechecks = (evidence.rechecks ?? []).flatMap((recheck, index) => {
    const { withoutCloudflareHeaders, visitorHeaders, withGet, classicalKeyExchange, repeated } = recheck
    const { otherScheme, otherPort } = recheck
    const first = { withoutCloudflareHeaders, visitorHeaders, withGet, classicalKeyExchange, repeated }
    return present(Object.entries({ ...first, otherScheme, otherPort }), `origin ${index + 1} `)
  })
  const addresses = (evidence.otherAddresses ?? []).map(({ exchange }, index): Named => [
    `other address ${index + 1}`,
    exchange,
  ])
  const late = (evidence.lateAddresses ?? []).map(({ exchange }, index): Named => [
    `late address ${index + 1}`,
    exchange,
  ])
  const assets = (evidence.assets ?? []).map(({ kind, edge }): Named => [kind, edge])
  return [...present(single), ...origins, ...rechecks, ...addresses, ...late, ...assets]
}

function present(
  entries: readonly (readonly [string, Exchange | undefined])[],
  prefix = '',
): readonly Named[] {
  return entries.flatMap(([name, exchange]) =>
    exchange === undefined ? [] : [[prefix + name, exchange] as const],
  )
}

/** What is not a request. */
function others({ dns, resolvers, ownResolver, nameServers, zone }: Evidence): readonly string[] {
  const counts = Object.entries({ resolvers, ownResolver, nameServers }).flatMap(([name, answers]) =>
    answers === undefined ? [] : [`${name} ${answers.length}`],
  )
  const answered = [...(dns === undefined ? [] : [`dns ${dns.kind}`]), ...counts]
  return [
    ...(answered.length === 0 ? [] : [`queries: ${joined(answered)}`]),
    ...(zone === undefined ? [] : ['zone: read']),
  ]
}
