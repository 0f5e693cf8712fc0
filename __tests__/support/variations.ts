import { isDeepStrictEqual } from 'node:util'
import type { Cause, Match, Moment } from '../../src/domain/cause.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { momentsOf } from '../../src/diagnosis/moments.ts'
import { hashOf, shortName } from './short-name.ts'
import { CASES_OF_TABLES, textsOf } from './explained.ts'

/** Anything in evidence. */
type Value = null | boolean | number | string | readonly Value[] | Fields
type Fields = { readonly [key: string]: Value }

/** How evidence is changed: a value anywhere in it is removed, or replaced by one that another case has there. */
interface Change {
  /** `origins.0.head.status=521`, `edge.tls gone` */
  readonly label: string
  readonly evidence: Evidence
}

/** So many changes of a case are tried. They are chosen by a hash, so that a new value replaces few of them. */
const MAX_CHANGES = 100
/** So many values of other cases are tried at each place. */
const MAX_VALUES = 6
/** So many cases of a cause are varied: first those in which it says something new. */
const MAX_CASES = 4

/**
 * What a cause says when something in the evidence changes. For each of some cases that it explains, its conclusion
 * and its texts, by their short names, and then the changes that have another result. Texts are listed first.
 */
export function variationsOf(cause: Cause): string {
  const texts = new Map<string, string>()
  const resultOf = (evidence: Evidence): readonly string[] =>
    momentsOf(evidence).flatMap((moment) => wordsOf(cause, moment, texts))
  const sections = casesOf(cause).map(([name, evidence]) => {
    const base = resultOf(evidence)
    const changed = changesOf(evidence)
      .map((change) => [change.label, differenceOf(base, resultOf(change.evidence))] as const)
      .filter(([, difference]) => difference !== '')
    const lines = [...Map.groupBy(changed, ([, difference]) => difference)].map(
      ([difference, with_]) => `- ${difference}: ${with_.map(([label]) => `\`${label}\``).join(', ')}`,
    )
    return [`## ${name}`, '', base.join(' '), '', ...lines.toSorted(), ''].join('\n')
  })
  const list = [...texts].map(([text, name]) => `- ${name}: ${text}`).toSorted()
  return [`# ${cause.id}`, '', ...list, '', ...sections].join('\n')
}

/** The words that are gone, with a minus, and the new ones. */
function differenceOf(before: readonly string[], after: readonly string[]): string {
  if (after.every((word) => word === NOTHING)) return before.every((word) => word === NOTHING) ? '' : NOTHING
  const isNew = (word: string): boolean => !before.includes(word)
  const isGone = (word: string): boolean => !after.includes(word)
  return [...before.filter(isGone).map((word) => `−${word}`), ...after.filter(isNew)].join(' ')
}

const NOTHING = 'nothing'

function wordsOf(cause: Cause, moment: Moment, texts: Map<string, string>): readonly string[] {
  const match = cause.explain(moment)
  if (match === undefined) return [NOTHING]
  const open = cause.lookalikes.filter(({ isOpen }) => isOpen?.(moment) === true)
  return [
    match.outcome,
    match.confidence,
    ...namesOf(cause, match, moment, texts),
    ...open.map(({ what }) => shortName(what)),
  ]
}

function namesOf(cause: Cause, match: Match, moment: Moment, texts: Map<string, string>): readonly string[] {
  return textsOf(cause, match, moment).map((text) => {
    const name = texts.get(text) ?? shortName(text)
    texts.set(text, name)
    return name
  })
}

/** The cases to vary. */
function casesOf(cause: Cause): readonly (readonly [name: string, evidence: Evidence])[] {
  const seen = new Set<string>()
  return CASES_OF_TABLES.flatMap(([name, evidence]) => {
    const results = momentsOf(evidence).flatMap((moment) => {
      const match = cause.explain(moment)
      return match === undefined ? [] : [`${match.form} ${match.confidence} ${match.outcome}`]
    })
    const isNew = results.some((result) => !seen.has(result))
    for (const result of results) seen.add(result)
    return isNew ? [[name, evidence] as const] : []
  }).slice(0, MAX_CASES)
}

/** All cases by short names, and each with one change. */
export function variedCases(): readonly (readonly [name: string, evidence: Evidence])[] {
  return CASES_OF_TABLES.flatMap(([name, evidence]) => {
    const short = shortName(name)
    const changes = changesOf(evidence)
    const change = changes[hashOf(name) % changes.length]
    const changed = change && ([`${short}~${shortName(change.label)}`, change.evidence] as const)
    return changed === undefined ? [[short, evidence] as const] : [[short, evidence] as const, changed]
  })
}

/** Some of the changes that can be made to evidence, each with the path of what changes. */
function changesOf(evidence: Evidence): readonly Change[] {
  const root = plain(evidence)
  return [...editsAt(root, [], [])]
    .map((edit) => ({ edit, order: hashOf(`${edit.path.join('.')} ${edit.value?.name}`) }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, MAX_CHANGES)
    .map(({ edit }) => ({
      label: labelOf(edit),
      evidence: evidenceOf(edited(root, edit.path, edit.value?.value)),
    }))
}

/** A value that some case has. */
interface Named {
  readonly value: Value
  /** From its JSON. */
  readonly name: string
}

interface Edit {
  readonly path: readonly string[]
  /** Undefined: it is removed. */
  readonly value: Named | undefined
}

function* editsAt(value: Value, path: readonly string[], place: readonly string[]): Generator<Edit> {
  if (value === null || typeof value !== 'object') return
  const here = placeOf(value, place)
  const known = POOL.get(here.join('.'))
  const fields = isList(value) ? Object.fromEntries(value.map((each, index) => [String(index), each])) : value
  for (const key of new Set([...Object.keys(fields), ...(known?.keys() ?? [])])) {
    if (key === 'kind' || key === 'at') continue
    const at = [...path, key]
    const current = fields[key]
    const { values, isOptional } = known?.get(key) ?? { values: [], isOptional: isList(value) }
    if (current !== undefined && isOptional) yield { path: at, value: undefined }
    // A header that no cause reads makes no difference.
    const most = here.at(-1) === 'headers' ? 1 : MAX_VALUES
    for (const other of some(values, hashOf(at.join('.')), most))
      if (!isDeepStrictEqual(other.value, current)) yield { path: at, value: other }
    if (current !== undefined) yield* editsAt(current, at, [...here, isList(value) ? '*' : key])
  }
}

/** So many of the values, beginning with another one at each place. */
function some(values: readonly Named[], place: number, most: number): readonly Named[] {
  const start = place % Math.max(1, values.length)
  return [...values.slice(start), ...values.slice(0, start)].slice(0, most)
}

function labelOf({ path, value }: Edit): string {
  const at = path.join('.')
  if (value === undefined) return `${at} gone`
  const text = JSON.stringify(value.value)
  return `${at}=${text.length <= 30 ? text.replaceAll('`', "'") : value.name}`
}

/** Responses have the same fields everywhere; those of a failed one differ. */
function placeOf(value: Fields | readonly Value[], place: readonly string[]): readonly string[] {
  if (isList(value)) return place
  const kind = typeof value['kind'] === 'string' ? [value['kind']] : []
  return value['timings'] === undefined ? [...place, ...kind] : ['exchange', ...kind]
}

interface Known {
  /** All values that any case has there, by their names. */
  readonly values: readonly Named[]
  /** Some case has none. */
  readonly isOptional: boolean
}

/** What the cases have, by place and key. */
const POOL = poolOf(CASES_OF_TABLES.map(([, evidence]) => plain(evidence)))

function poolOf(roots: readonly Value[]): ReadonlyMap<string, ReadonlyMap<string, Known>> {
  const found = new Map<string, Fields[]>()
  const add = (value: Value, place: readonly string[]): void => {
    if (value === null || typeof value !== 'object') return
    const here = placeOf(value, place)
    if (isList(value)) {
      for (const each of value) add(each, [...here, '*'])
      return
    }
    const name = here.join('.')
    found.set(name, [...(found.get(name) ?? []), value])
    for (const [key, each] of Object.entries(value)) add(each, [...here, key])
  }
  for (const root of roots) add(root, [])
  return new Map([...found].map(([name, all]) => [name, knownOf(all)]))
}

/** What objects at one place have. */
function knownOf(all: readonly Fields[]): ReadonlyMap<string, Known> {
  const keys = new Set(all.flatMap((each) => Object.keys(each)))
  return new Map(
    [...keys].map((key) => {
      const values = all.map((each) => each[key]).filter((value) => value !== undefined)
      const byName = new Map(values.map((value) => [shortName(value), { value, name: shortName(value) }]))
      const sorted = [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
      return [key, { values: sorted, isOptional: values.length < all.length }]
    }),
  )
}

function edited(value: Value, [key, ...path]: readonly string[], replacement: Value | undefined): Value {
  if (key === undefined) return replacement ?? null
  const inner = (child: Value | undefined): Value | undefined =>
    path.length === 0 ? replacement : edited(child ?? {}, path, replacement)
  if (isList(value))
    return value.flatMap((each, index) => {
      const changed = String(index) === key ? inner(each) : each
      return changed === undefined ? [] : [changed]
    })
  const { [key]: child, ...others } = typeof value === 'object' && value !== null ? value : {}
  const changed = inner(child)
  return changed === undefined ? others : { ...others, [key]: changed }
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

function plain(evidence: Evidence): Value {
  return JSON.parse(JSON.stringify(evidence))
}

/** Its parts stay the same objects, so that what is known about them is not computed again. */
function evidenceOf(value: Value): Evidence {
  return Object.assign(JSON.parse('{}'), value)
}
