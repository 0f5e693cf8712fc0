import { redactedSentence, type Sentence } from '../../domain/untrusted.ts'
import { redactNothing, type Redactor } from '../../redact/redact.ts'
import { withhold } from '../../redact/redactors.ts'
import { clean, cut, visibleLines } from '../../redact/visible.ts'

/** Makes a text printable: redacted as a whole, on one line, then cut to `max` characters. */
export type Sanitize = (text: Sentence, max?: number) => string

/** Redacts the whole text, and cuts it last: a cut would leave the beginning of a secret that no redactor finds. */
export function sanitizerOf(redact: Redactor): Sanitize {
  const redactWhole = wholeRedactorOf(redact)
  const sanitize: Sanitize =
    sanitizers.get(redact) ??
    ((text, max = 300) => cut(redactWhole(clean(redactedSentence(text, redact, redactWhole))), max))
  sanitizers.set(redact, sanitize)
  return sanitize
}

/** Without a redactor, all quotes are withheld. Our own words quote nothing else, so they stay. */
export function wholeRedactorOf(redact: Redactor): Redactor {
  return redact === withhold ? redactNothing : redact
}

/** One sanitizer for each redactor, so that sites share sanitized text. */
const sanitizers = new WeakMap<Redactor, Sanitize>()

/** The same for a text that keeps its line breaks. */
export function linesSanitizerOf(redact: Redactor): (text: Sentence, max: number) => string {
  const redactWhole = wholeRedactorOf(redact)
  return (text, max) => {
    const lines = redactWhole(visibleLines(redactedSentence(text, redact, redactWhole)))
    const line = clean(lines)
    const redacted = redactWhole(line)
    // What can be read only across line breaks is hidden without them.
    return cut(redacted === line ? lines : redacted, max)
  }
}

/** Most texts of one site occur again at the next one. */
const MAX_MEMOIZED = 5000

/** A redactor that remembers its newest results. */
export function memoized(redact: Redactor): Redactor {
  const results = new Map<string, string>()
  return (text) => {
    const known = results.get(text)
    if (known !== undefined) return known
    const redacted = redact(text)
    if (results.size >= MAX_MEMOIZED) results.clear()
    results.set(text, redacted)
    return redacted
  }
}
