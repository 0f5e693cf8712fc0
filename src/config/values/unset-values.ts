/** What scripts and templates write when a value is missing. */
const UNSET_WORDS: ReadonlySet<string> = new Set(['undefined', 'null', 'nan', 'none', 'nil', '<nil>'])

/** What to do about one, as the `accepted` of a refusal. */
export const CHECK_ITS_SOURCE = 'Check the variable or the step output that it comes from'

/** A word of a URL that comes from a missing value: `undefined`, `null`, `[object Object]`. */
export function isUnsetValue(word: string): boolean {
  const plain = decoded(word).trim().toLowerCase()
  return plain === 'undefined' || plain === 'null' || /^\[object \w+\]$/u.test(plain)
}

/** Why a whole value was never filled in: it is the word for a missing value, or still a template. */
export function unsetFault(text: string): { readonly fault: string; readonly accepted: string } | undefined {
  const plain = text.trim().toLowerCase()
  const [template] = /\$\{\{?[^}]*\}?\}|\{\{[^}]*\}\}|\$\([^)]*\)|\$[A-Z_][A-Z0-9_]*/u.exec(text) ?? []
  if (template !== undefined) {
    return {
      fault: 'contains an expression that was not replaced',
      accepted: 'Check where it is evaluated: GitHub replaces `${{ … }}`, and a shell replaces `$NAME`',
    }
  }
  if (!UNSET_WORDS.has(plain) && !/\[object \w+\]/iu.test(text)) return undefined
  return {
    fault: 'is what a script prints for a missing value',
    accepted: CHECK_ITS_SOURCE,
  }
}

function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
