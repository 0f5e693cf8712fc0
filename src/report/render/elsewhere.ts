import { duration, plural } from '../../shared/text.ts'
import type { VantagePlaceReport, VantageReport } from '../../domain/report.ts'
import { dayOf, timeOfDay } from '../words.ts'

/** What the vantage points got, one row each. All cells are plain text, in part from Globalping. */
interface PlacesTable {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const NOTHING = '–'

export function placesTable({ places }: VantageReport): PlacesTable {
  const columns: readonly (readonly [title: string, cell: (place: VantagePlaceReport) => string])[] = [
    ['place', ({ name }) => name],
    ['network', ({ network }) => network],
    ['requested', ({ target }) => target],
    ['response', ({ response }) => response],
    ['data center', ({ colo }) => colo ?? NOTHING],
    ['time', ({ total }) => (total === undefined ? NOTHING : duration(total))],
    ['DNS', ({ resolvedTo }) => RESOLVED[resolvedTo ?? '']],
  ]
  const isUseful: Readonly<Record<string, boolean>> = {
    requested: places.some(({ target }) => target !== 'site'),
    'data center': places.some(({ colo }) => colo !== undefined),
    DNS: places.some(({ resolvedTo }) => resolvedTo === 'elsewhere'),
  }
  const shown = columns.filter(([title]) => isUseful[title] ?? true)
  return {
    columns: shown.map(([title]) => title),
    rows: places.map((place) => shown.map(([, cell]) => cell(place))),
  }
}

const RESOLVED = { cloudflare: 'Cloudflare', elsewhere: 'elsewhere', '': NOTHING } as const

/** `From elsewhere: 3 places`. */
export function placesTitle({ places }: VantageReport): string {
  return `From elsewhere: ${plural(places.length, 'place')}`
}

/** The cost and the gaps of a measurement: `Measured by Globalping …: 3 of 250 free tests this hour, 247 left.` */
export function measurementNotes({ at, cost, missing, withoutHeaders, places }: VantageReport): string {
  const networks = new Set(places.map(({ network }) => network))
  const spent = cost === undefined ? '' : `: ${costWords(cost)}`
  const notes = [
    `Measured by Globalping on ${dayOf(at)} at ${timeOfDay(at)} UTC${spent}.`,
    ...(networks.size === 1
      ? ['Results of one network do not change the verdict: add a place in another network.']
      : []),
    ...(missing === undefined ? [] : [`${plural(missing, 'probe')} had no result in time.`]),
    ...(withoutHeaders === undefined ? [] : ["These requests have none of the site's `headers`."]),
  ]
  return notes.join(' ')
}

/** `3 of 250 free tests this hour, 247 left`. */
function costWords({ tests, remaining, limit, credits }: NonNullable<VantageReport['cost']>): string {
  if (credits === undefined) return `${tests} of ${limit} free tests this hour, ${remaining} left`
  return `${plural(tests, 'test')}, ${credits} of them paid with credits, ${remaining} of ${limit} free tests left this hour`
}
