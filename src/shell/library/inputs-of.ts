import type { InputName, InputReader } from '../../config/inputs/inputs.ts'
import type { ListedSite, ListedValue, Listed } from '../../config/files/sites-file.ts'
import type { Fault, Place } from '../../config/files/tree.ts'
import { MAX_URLS } from '../../config/parser/limits.ts'
import { didYouMeanText, printable, type Problem } from '../../config/parser/problems.ts'
import { isInput, meantKey, type Row, SETTINGS } from './names.ts'

/** The configuration of a call as inputs. */
export interface CallInputs {
  readonly input: InputReader
  readonly listed?: Listed
  /** What is wrong with its keys and types. An input that has such a problem is not set. */
  readonly problems: readonly Problem[]
}

/** Callers that don't check types may pass anything. */
export function inputsOf(config: unknown): CallInputs {
  if (!isRecord(config)) {
    const text = `The configuration is ${kindOf(config)}. Use an object, such as \`{ url: 'https://www.example.com' }\`.`
    return { input: () => '', problems: [{ input: 'url', text }] }
  }
  const { sites, ...settings } = config
  const { values, faults } = valuesOf(settings, ALL, '')
  const listed = sites === undefined ? undefined : listedIn(sites)
  return {
    input: (name) => values.get(name) ?? '',
    ...(listed !== undefined && { listed }),
    problems: faults,
  }
}

const ALL: readonly Row[] = [...new Set(SETTINGS.values())]
const PER_SITE = ALL.filter(({ scope }) => scope === 'site')

/** How problems name places in `sites`. The line of a place is the index of a site. */
const PLACES = {
  input: 'sites',
  at: ({ line }: Place): string => `\`sites[${line}]\``,
  sameAs: ({ line }: Place): string => `in \`sites[${line}]\``,
} as const

function listedIn(sites: unknown): Listed {
  if (!Array.isArray(sites))
    return refusedList(`This is ${kindOf(sites)}. Use an array of objects with a \`url\`.`)
  if (sites.length === 0)
    return refusedList('The array is empty. Add an object with a `url`, or remove the key.')
  if (sites.length > MAX_URLS)
    return refusedList(
      `The array has more than ${MAX_URLS.toLocaleString('en-US')} items. Check the others in another call.`,
    )
  // A hole of a sparse array is a site too: `map` would leave it out.
  const found = Array.from(sites, (site: unknown, index) => siteOf(site, index))
  return {
    sites: found.map(({ site }) => site),
    faults: found.flatMap(({ faults }) => faults),
    places: PLACES,
  }
}

function refusedList(text: string): Listed {
  const place = { line: 0, column: 0 }
  const places = { ...PLACES, at: () => '`sites`' }
  return { sites: [], faults: [{ place, text }], places }
}

function siteOf(
  site: unknown,
  line: number,
): { readonly site: ListedSite; readonly faults: readonly Fault[] } {
  const place = { line, column: 0 }
  if (!isRecord(site)) {
    const text = `This site is ${kindOf(site)}. Use an object, such as \`{ url: 'https://www.example.com' }\`.`
    return { site: { place, values: new Map() }, faults: [{ place, text }] }
  }
  const { values, faults } = valuesOf(site, PER_SITE, 'of a site')
  const missing =
    values.has('url') || 'url' in site ? [] : ['This site has no `url`. Add one http or https URL.']
  return {
    site: {
      place,
      values: new Map(
        [...values].map(([name, text], column): [InputName, ListedValue] => [
          name,
          { text, place: { line, column: column + 1 } },
        ]),
      ),
    },
    faults: [...faults.map(({ text }) => text), ...missing].map((text) => ({ place, text })),
  }
}

/** The values of one object as the texts of inputs, without those that are not set. */
function valuesOf(
  object: Readonly<Record<string, unknown>>,
  known: readonly Row[],
  whose: '' | 'of a site',
): { readonly values: ReadonlyMap<InputName, string>; readonly faults: readonly Problem[] } {
  const values = new Map<InputName, string>()
  const faults: Problem[] = []
  for (const [key, value] of Object.entries(object)) {
    const row = SETTINGS.get(key)
    if (value === undefined && row !== undefined) continue
    if (row === undefined || !known.includes(row)) {
      faults.push({ input: key, text: unknownKey(key, known, whose) })
      continue
    }
    const text = values.has(row.name)
      ? { fault: 'is given in both spellings', accepted: 'Remove one' }
      : textOf(row, value, whose !== '')
    if (typeof text === 'string') values.set(row.name, text)
    else faults.push({ input: row.name, text: `\`${row.name}\` ${text.fault}. ${text.accepted}.` })
  }
  return { values, faults }
}

function unknownKey(key: string, known: readonly Row[], whose: '' | 'of a site'): string {
  const name = `\`${printable(key)}\``
  if (SETTINGS.has(key)) return `${name} applies to all sites. Move it out of \`sites\`.`
  if (isInput(key)) return `${name} is an input of the Action and the command only. Remove it.`
  const meant = meantKey(key, known, whose === '' ? ['sites'] : [])
  return `${name} is not a known key${whose === '' ? '' : ` ${whose}`}. The keys have the names of the inputs.${didYouMeanText(meant)}`
}

/** Why a value can't be the text of an input. */
interface Misfit {
  readonly fault: string
  readonly accepted: string
}

function textOf(row: Row, value: unknown, ofSite: boolean): string | Misfit {
  const single = row.name === 'url' && ofSite
  const several = !single && (row.takes === 'list' || row.placeholder === 'ADDRESSES')
  const accepted = single
    ? 'Use one URL, and list each further one as a site'
    : several
      ? 'Use a string, or an array of strings'
      : 'Use a string, a number or a boolean'
  if (Array.isArray(value)) {
    if (!several) return { fault: 'is an array', accepted: single ? accepted : 'Use one value' }
    const items = value.map((item: unknown) => scalarOf(item))
    const wrong = items.findIndex((item) => item === undefined || /[\r\n]/.test(item))
    if (wrong < 0) return items.join('\n')
    return items[wrong] === undefined
      ? { fault: `has ${kindOf(value[wrong])} in it`, accepted }
      : { fault: 'has an item with several lines', accepted: 'Make each line an item of its own' }
  }
  const text = scalarOf(value)
  if (text === undefined) return { fault: `is ${kindOf(value)}`, accepted }
  return single && text.trim().includes('\n') ? { fault: 'has several lines', accepted } : text
}

function scalarOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
    ? String(value)
    : undefined
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'undefined'
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'number') return Number.isFinite(value) ? 'a number' : String(value)
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
