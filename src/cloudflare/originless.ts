import type { Originless } from '../domain/zone.ts'
import { isIP, isPlaceholder } from '../shared/ip.ts'

const SUFFIXES: readonly (readonly [suffix: string, target: Originless])[] = [
  ['.pages.dev', 'pages'],
  ['.workers.dev', 'workers'],
  ['.r2.dev', 'r2'],
]

/** What the target of a record is, if no origin server can be there. */
export function originlessTarget(target: string): Originless | undefined {
  if (isIP(target) !== 0) return isPlaceholder(target) ? 'placeholder' : undefined
  return SUFFIXES.find(([suffix]) => target.toLowerCase().endsWith(suffix))?.[1]
}
