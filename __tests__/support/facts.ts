import type { Moment } from '../../src/domain/cause.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { keptMoments } from './moments.ts'
import { shortName } from './short-name.ts'
import { variedCases } from './variations.ts'

/** What a function may be about: by the number of its parameters. */
const FORMS: Readonly<Record<number, Readonly<Record<string, (moment: Moment) => readonly unknown[]>>>> = {
  1: {
    moment: (moment) => [moment],
    visitors: ({ edge }) => [edge],
    origin: ({ origin }) => [origin],
    bypass: ({ uncached }) => [uncached],
    certificate: ({ origin, edge }) => [certificateOf(origin) ?? certificateOf(edge)],
    'error code': ({ origin }) => [origin?.kind === 'failed' ? origin.error.code : undefined],
    alert: ({ origin }) => [origin?.kind === 'failed' ? origin.error.alert : undefined],
    'which origin': ({ dialedOrigin }) => [dialedOrigin],
  },
  2: {
    'moment, visitors': (moment) => [moment, moment.edge],
    'moment, origin': (moment) => [moment, moment.origin],
    'moment, bypass': (moment) => [moment, moment.uncached],
    'visitors, origin': ({ edge, origin }) => [edge, origin],
    'visitors, time': ({ edge, at }) => [edge, at],
    'origin, time': ({ origin, at }) => [origin, at],
    'certificate, time': ({ origin, edge, at }) => [certificateOf(origin) ?? certificateOf(edge), at],
  },
  3: {
    'moment, origin, visitors': (moment) => [moment, moment.origin, moment.edge],
    'moment, visitors, bypass': (moment) => [moment, moment.edge, moment.uncached],
    'certificate, expired, time': ({ origin, edge, at }) => [
      certificateOf(origin) ?? certificateOf(edge),
      'expired',
      at,
    ],
  },
}

function certificateOf(exchange: Exchange | undefined): unknown {
  return exchange?.tls?.certificate
}

/** More names would be unreadable. */
const MAX_NAMES = 12
const MAX_VALUES = 40

/** The moments of all tables, and each with one change. */
const momentsOfCases = keptMoments(variedCases)

function allMoments(): readonly (readonly [name: string, moment: Moment])[] {
  return momentsOfCases().flatMap(([name, moments]) =>
    moments.map((moment, index) => [index === 0 ? name : `${name}/${index}`, moment] as const),
  )
}

/** What `momentsOf` makes of evidence. */
export const MOMENT_PARTS = {
  parts: (moment: Moment) => Object.keys(moment),
  dialedOrigin: ({ dialedOrigin }: Moment) => dialedOrigin,
  visitors: ({ edge }: Moment) => shortName(edge ?? null),
  origin: ({ origin }: Moment) => shortName(origin ?? null),
  recheck: ({ recheck }: Moment) => recheck && Object.keys(recheck),
}

/**
 * What each function of a module says about the cases: a line for each value but the most frequent one, with the short
 * names of the cases that have it. Of many cases their number, and a name for all of them.
 */
export function factsOf(module: object): string {
  const moments = allMoments()
  return Object.entries(module)
    .flatMap(([name, fact]: [string, unknown]) =>
      typeof fact === 'function'
        ? Object.entries(FORMS[fact.length] ?? {}).map(([form, given]) =>
            section(`${name}(${form})`, fact, moments, given),
          )
        : [],
    )
    .filter((text) => text !== '')
    .join('\n')
}

function section(
  title: string,
  fact: Function,
  moments: ReturnType<typeof allMoments>,
  given: (moment: Moment) => readonly unknown[],
): string {
  const some = moments.filter((_, index) => index % 25 === 0)
  if (some.every(([, moment]) => valueOf(fact, given(moment)) === UNSUITABLE)) return ''
  const byValue = Map.groupBy(moments, ([, moment]) => valueOf(fact, given(moment)))
  const [, ...others] = [...byValue]
    .map(([value, cases]) => [value, cases.map(([name]) => name)] as const)
    .toSorted(([, a], [, b]) => b.length - a.length)
  if (others.length === 0) return ''
  const lines =
    others.length > MAX_VALUES
      ? [`${others.length} values, ${shortName(others)}`]
      : others.map(([value, names]) => `- ${value}: ${namesOf(names)}`).toSorted()
  return [`## ${title}`, '', ...lines, ''].join('\n')
}

function namesOf(names: readonly string[]): string {
  return names.length > MAX_NAMES ? `${names.length} cases, ${shortName(names)}` : names.join(' ')
}

const UNSUITABLE = 'not for these'

function valueOf(fact: Function, given: readonly unknown[]): string {
  // A stack would take longer than most functions.
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    const value: unknown = Reflect.apply(fact, undefined, given)
    const text = JSON.stringify(value) ?? 'undefined'
    return text.length > 60 ? `${text.slice(0, 30)}… (${shortName(text)})` : text
  } catch {
    return UNSUITABLE
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
