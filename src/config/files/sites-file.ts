import { type Input, type InputName, INPUTS } from '../inputs/inputs.ts'
import { didYouMean } from '../parser/did-you-mean.ts'
import { printable } from '../parser/problems.ts'
import { type Entry, type Fault, type Place, type Tree, yamlIn } from './yaml.ts'

/** What the file `config` has, as it is written: the values of each site are not looked at yet. */
export interface Listed {
  readonly sites: readonly ListedSite[]
  /** In the order of the file. */
  readonly faults: readonly Fault[]
}

export interface ListedSite {
  readonly place: Place
  readonly values: ReadonlyMap<InputName, ListedValue>
}

export interface ListedValue {
  /** As an input would have it: a list has an item a line. */
  readonly text: string
  readonly place: Place
  /** Of a list, where each of its items stands. */
  readonly items?: readonly Place[]
}

const ROWS: readonly (Input & { readonly name: InputName })[] = INPUTS
const PER_SITE = ROWS.filter(({ scope }) => scope === 'site').map(({ name }) => name)

const SHAPE =
  'Give a list `sites:`, each item with a `url` and with the inputs in which the site differs from the others'

/** The sites that a YAML text lists, and everything that is wrong with it. Never throws. */
export function sitesIn(text: string): Listed {
  const parsed = yamlIn(text)
  if (!parsed.ok) return { sites: [], faults: parsed.faults.toSorted(byPlace) }
  const faults: Fault[] = []
  const tell = (place: Place, text: string): void => {
    faults.push({ place, text })
  }
  const sites = listOf(parsed.value, tell).flatMap((item) => siteOf(item, tell))
  return { sites, faults: faults.toSorted(byPlace) }
}

type Tell = (place: Place, text: string) => void

const byPlace = (a: Fault, b: Fault): number => a.place.line - b.place.line || a.place.column - b.place.column

/** The items of `sites`. */
function listOf(root: Tree, tell: Tell): readonly Tree[] {
  if (root.kind === 'nothing') tell(root.place, `The file is empty. ${SHAPE}.`)
  else if (root.kind !== 'map') tell(root.place, `The file is ${KINDS[root.kind]}. ${SHAPE}.`)
  if (root.kind !== 'map') return []
  for (const { key, place } of root.entries) {
    if (key === 'sites') continue
    const name = printable(key, [])
    const guess = didYouMean(key, ['sites']) === undefined ? '' : '; `sites` was probably meant'
    if (nameOf(key) === undefined)
      tell(place, `\`${name}\` is not known here. The file has \`sites\` alone${guess}.`)
    else tell(place, `\`${name}\` does not belong here. Give it as an input${ofSite(key)}.`)
  }
  const entry = root.entries.find(({ key }) => key === 'sites')
  if (entry === undefined) {
    tell(root.place, `There is no \`sites\` in the file. ${SHAPE}.`)
    return []
  }
  const { value, place } = entry
  if (value.kind === 'nothing' || (value.kind === 'list' && value.items.length === 0))
    tell(place, `\`sites\` is empty. ${SHAPE}.`)
  else if (value.kind !== 'list') tell(place, `\`sites\` is ${KINDS[value.kind]}. ${SHAPE}.`)
  return value.kind === 'list' ? value.items : []
}

function ofSite(key: string): string {
  return PER_SITE.some((name) => name === key) ? ', or as a key of a site' : ''
}

const KINDS = { text: 'a text', list: 'a list', map: 'a mapping', nothing: 'empty' } as const

function siteOf(item: Tree, tell: Tell): readonly ListedSite[] {
  if (item.kind !== 'map') {
    tell(item.place, `This site is ${KINDS[item.kind]}. Give it as a mapping, such as \`- url: https://…\`.`)
    return []
  }
  const values = new Map<InputName, ListedValue>()
  for (const entry of item.entries) {
    const row = nameOf(entry.key)
    if (row === undefined) unknown(entry, tell)
    else if (row.scope === 'run')
      tell(
        entry.place,
        `\`${row.name}\` concerns the run as a whole. Take it out of the site, and give it as an input.`,
      )
    else {
      const value = valueOf(row, entry, tell)
      if (value !== undefined) values.set(row.name, value)
    }
  }
  if (!item.entries.some(({ key }) => key === 'url'))
    tell(item.place, 'This site has no `url`. Give one http or https URL.')
  return [{ place: item.place, values }]
}

function nameOf(key: string): (typeof ROWS)[number] | undefined {
  return ROWS.find(({ name }) => name === key)
}

function unknown({ key, place }: Entry, tell: Tell): void {
  const meant = didYouMean(key.replaceAll('_', '-'), PER_SITE)
  const guess = meant === undefined ? '' : `; \`${meant}\` was probably meant`
  const merge =
    key === '<<' ? 'Merge keys are not known: the inputs are the defaults of each site' : undefined
  tell(
    place,
    `${merge ?? `\`${printable(key, [])}\` is no key of a site. The keys are named as the inputs${guess}`}.`,
  )
}

/** A value of a site, in the words of an input. */
function valueOf(row: Input, { value, place }: Entry, tell: Tell): ListedValue | undefined {
  const several = row.takes === 'list' && row.name !== 'url'
  const refused = (place: Place, fault: string, accepted: string): undefined => {
    tell(place, `\`${row.name}\` ${fault}. ${accepted}.`)
  }
  switch (value.kind) {
    case 'text':
      if (row.name === 'url' && value.text.trim().includes('\n'))
        return refused(value.place, 'has several lines', 'Give one URL, and each other one as a site')
      return { text: value.text, place: value.place }
    case 'nothing':
      return refused(place, 'has no value', 'Give one, or leave the key out')
    case 'map':
      return refused(value.place, 'is a mapping', several ? QUOTES : 'Give one value')
    case 'list': {
      if (!several)
        return refused(
          value.place,
          'is a list',
          row.name === 'url' ? 'Give one URL, and each other one as a site' : 'Give one value',
        )
      return itemsOf(value.items, value.place, refused)
    }
    default:
      return value satisfies never
  }
}

const QUOTES =
  'Give text, an item a line, or a list of texts; put quotes around an item that has a colon and a space in it'

function itemsOf(
  items: readonly Tree[],
  place: Place,
  refused: (place: Place, fault: string, accepted: string) => undefined,
): ListedValue | undefined {
  const texts = items.map((item) => {
    if (item.kind === 'nothing') return refused(item.place, 'has an empty item', 'Leave it out')
    if (item.kind !== 'text') return refused(item.place, `has ${KINDS[item.kind]} in it`, QUOTES)
    const text = item.text.trim()
    return text.includes('\n')
      ? refused(item.place, 'has an item of several lines', 'Give each line as an item')
      : text
  })
  const found = texts.filter((text) => text !== undefined)
  if (found.length < texts.length) return undefined
  return { text: found.join('\n'), place, items: items.map((item) => item.place) }
}
