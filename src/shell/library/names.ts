import { type Input, INPUTS, type InputName } from '../../config/inputs/inputs.ts'
import { didYouMean } from '../../config/parser/did-you-mean.ts'

/** Inputs that say where a shell writes, or how its process ends. The library returns the report instead. */
const OF_SHELLS: ReadonlySet<string> = new Set(['config', 'fail-on', 'report', 'junit', 'html', 'badge'])

/** Whether an input is a setting of the library too. */
export function isSetting({ name, shells }: Pick<Input, 'name' | 'shells'>): boolean {
  return shells === 'both' && !OF_SHELLS.has(name)
}

export type Row = Input & { readonly name: InputName }

const ALL: readonly Row[] = INPUTS

/** The inputs that are settings, by both spellings of their names. */
export const SETTINGS: ReadonlyMap<string, Row> = new Map(
  ALL.filter(isSetting).flatMap((row) => [
    [row.name, row],
    [camelCase(row.name), row],
  ]),
)

/** `expected-status` → `expectedStatus` */
export function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `expectedStatus` → `expected-status` */
function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll('_', '-')
}

/** Whether an unknown key is an input that has no meaning for the library. */
export function isInput(key: string): boolean {
  return ALL.some(({ name }) => name === kebabCase(key))
}

/** The key that is probably meant, in the spelling of the given one. */
export function meantKey(key: string, known: readonly Row[], others: readonly string[]): string | undefined {
  const names = [...known.map(({ name }) => name), ...others]
  const meant = didYouMean(kebabCase(key), names)
  return meant === undefined || key.includes('-') ? meant : camelCase(meant)
}
