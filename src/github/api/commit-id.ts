import { textIn } from '../../shared/json.ts'
import { isCommit } from '../../shared/text.ts'

/** A commit's id, SHA-1 or SHA-256. */
export function commitIn(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = textIn(value, ...path)
  return found !== undefined && isCommit(found) ? found : undefined
}
