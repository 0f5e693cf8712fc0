import { type Input, type InputName, INPUTS } from '../inputs/inputs.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { MAX_URLS } from '../parser/limits.ts'
import { didYouMeanText, printable } from '../parser/problems.ts'
import type { Entry, Fault, Place, Tree } from './tree.ts'
import { parseYaml } from './yaml.ts'

/** How problems name the places of a list of sites. */
export interface Places {
  /** The name of the list. */
  readonly input: string
  readonly at: (place: Place) => string
  /** Completes "`url` is the same as …". */
  readonly sameAs: (place: Place) => string
}

/** The contents of the file `config`, before the values of its sites are parsed. */
export interface Listed {
  readonly sites: readonly ListedSite[]
  /** In the order of the file, at most `MAX_FAULTS`. */
  readonly faults: readonly Fault[]
  /** Further faults. */
  readonly more?: number
  /** Absent: they are lines and columns of the file `config`. */
  readonly places?: Places
}

export interface ListedSite {
  readonly place: Place
  readonly values: ReadonlyMap<InputName, ListedValue>
}

export interface ListedValue {
  /** As text of an input: a list has one item per line. */
  readonly text: string
  readonly place: Place
  /** The positions of a list's items. */
  readonly items?: readonly Place[]
}

const ROWS: readonly (Input & { readonly name: InputName })[] = INPUTS
const PER_SITE = ROWS.filter(({ scope }) => scope === 'site').map(({ name }) => name)

/** Faults of the file that are kept: each costs a search for a similar key, and no one reads more. */
const MAX_FAULTS = 100

const SHAPE =
  'Add a list `sites:`; each item has a `url`, and the inputs in which the site differs from the others'

/** The sites that a YAML text lists, and all its errors. Never throws. */
export function sitesIn(text: string): Listed {
  const parsed = parseYaml(text)
  if (!parsed.ok) return { sites: [], faults: parsed.faults.toSorted(byPlace) }
  const faults: Fault[] = []
  let more = 0
  const report: Report = (place, text) => {
    if (faults.length === MAX_FAULTS) more += 1
    else faults.push({ place, text: text() })
  }
  const sites = listOf(parsed.value, report).flatMap((item) => siteOf(item, report))
  return { sites, faults: faults.toSorted(byPlace), ...(more > 0 && { more }) }
}

/** `text` is called only for faults that are kept. */
type Report = (place: Place, text: () => string) => void

const byPlace = (a: Fault, b: Fault): number => a.place.line - b.place.line || a.place.column - b.place.column

/** The items of `sites`. */
function listOf(root: Tree, report: Report): readonly Tree[] {
  if (root.kind === 'nothing') report(root.place, () => `The file is empty. ${SHAPE}.`)
  else if (root.kind !== 'map') report(root.place, () => `The file is ${KINDS[root.kind]}. ${SHAPE}.`)
  if (root.kind !== 'map') return []
  for (const { key, place } of root.entries) {
    if (key === 'sites') continue
    report(place, () => {
      const name = printable(key)
      if (nameOf(key) !== undefined)
        return `\`${name}\` does not belong here. Set it as an input${ofSite(key)}.`
      const guess = didYouMean(key, ['sites']) === undefined ? '' : didYouMeanText('sites')
      return `\`${name}\` is not a known key. \`sites\` is the only key of the file.${guess}`
    })
  }
  const entry = root.entries.find(({ key }) => key === 'sites')
  if (entry === undefined) {
    report(root.place, () => `There is no \`sites\` in the file. ${SHAPE}.`)
    return []
  }
  const { value, place } = entry
  if (value.kind === 'nothing' || (value.kind === 'list' && value.items.length === 0))
    report(place, () => `\`sites\` is empty. ${SHAPE}.`)
  else if (value.kind !== 'list') report(place, () => `\`sites\` is ${KINDS[value.kind]}. ${SHAPE}.`)
  if (value.kind !== 'list') return []
  const beyond = value.items[MAX_URLS]
  if (beyond === undefined) return value.items
  report(
    beyond.place,
    () => `There are more than ${MAX_URLS.toLocaleString('en-US')} sites. Check the others in another run.`,
  )
  return []
}

function ofSite(key: string): string {
  return PER_SITE.some((name) => name === key) ? ', or as a key of a site' : ''
}

const KINDS = { text: 'a string', list: 'a list', map: 'a mapping', nothing: 'empty' } as const

function siteOf(item: Tree, report: Report): readonly ListedSite[] {
  if (item.kind !== 'map') {
    report(
      item.place,
      () => `This site is ${KINDS[item.kind]}. Write it as a mapping, such as \`- url: https://…\`.`,
    )
    return []
  }
  const values = new Map<InputName, ListedValue>()
  for (const entry of item.entries) {
    const row = nameOf(entry.key)
    if (row === undefined) reportUnknown(entry, report)
    else if (row.scope === 'run')
      report(
        entry.place,
        () => `\`${row.name}\` applies to the whole run. Remove it from the site, and set it as an input.`,
      )
    else {
      const value = valueOf(row, entry, report)
      if (value !== undefined) values.set(row.name, value)
    }
  }
  if (!item.entries.some(({ key }) => key === 'url'))
    report(item.place, () => 'This site has no `url`. Add one http or https URL.')
  return [{ place: item.place, values }]
}

function nameOf(key: string): (typeof ROWS)[number] | undefined {
  return ROWS.find(({ name }) => name === key)
}

function reportUnknown({ key, place }: Entry, report: Report): void {
  report(place, () => {
    if (key === '<<') return 'Merge keys are not supported: the inputs are the defaults of each site.'
    const guess = didYouMeanText(didYouMean(key.replaceAll('_', '-'), PER_SITE))
    return `\`${printable(key)}\` is not a known key of a site. The keys have the names of the inputs.${guess}`
  })
}

/** A value of a site, as the text of an input. */
function valueOf(row: Input, { value, place }: Entry, report: Report): ListedValue | undefined {
  const several = row.takes === 'list' && row.name !== 'url'
  const refused = (place: Place, fault: string, accepted: string): undefined => {
    report(place, () => `\`${row.name}\` ${fault}. ${accepted}.`)
  }
  switch (value.kind) {
    case 'text':
      if (row.name === 'url' && value.text.trim().includes('\n'))
        return refused(value.place, 'has several lines', 'Use one URL, and list each further one as a site')
      return { text: value.text, place: value.place }
    case 'nothing':
      return refused(place, 'has no value', 'Add one, or remove the key')
    case 'map':
      return refused(value.place, 'is a mapping', several ? QUOTES : 'Use one value')
    case 'list': {
      if (!several)
        return refused(
          value.place,
          'is a list',
          row.name === 'url' ? 'Use one URL, and list each further one as a site' : 'Use one value',
        )
      return itemsOf(value.items, value.place, refused)
    }
    default:
      return value satisfies never
  }
}

const QUOTES =
  'Use a string with one item per line, or a list of strings; put quotes around an item that contains a colon and a space'

function itemsOf(
  items: readonly Tree[],
  place: Place,
  refused: (place: Place, fault: string, accepted: string) => undefined,
): ListedValue | undefined {
  const texts = items.map((item) => {
    if (item.kind === 'nothing') return refused(item.place, 'has an empty item', 'Remove it')
    if (item.kind !== 'text') return refused(item.place, `has ${KINDS[item.kind]} in it`, QUOTES)
    const text = item.text.trim()
    return text.includes('\n')
      ? refused(item.place, 'has an item with several lines', 'Write each line as an item of its own')
      : text
  })
  const found = texts.filter((text) => text !== undefined)
  if (found.length < texts.length) return undefined
  return { text: found.join('\n'), place, items: items.map((item) => item.place) }
}
