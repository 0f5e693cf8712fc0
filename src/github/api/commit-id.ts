import { textIn } from '../../shared/json.ts'

/** A commit's id, SHA-1 or SHA-256. */
export function commitIn(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = textIn(value, ...path)
  return found !== undefined && isCommit(found) ? found : undefined
}

export function isCommit(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}
