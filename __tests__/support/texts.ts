import type { Head } from '../../src/domain/exchange.ts'
import { rawTextOf, redactedSentence, untrusted, type Sentence } from '../../src/domain/untrusted.ts'

/** A sentence with everything that it quotes, as a report without redaction has it. */
export function wholeText(sentence: Sentence): string {
  return redactedSentence(sentence, (text) => text)
}

type Headers = Readonly<Record<string, string>>

/** Headers of a response, as the reader returns them. */
export function headersOf(headers: Headers): Head['headers'] {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, untrusted(value)]))
}

/** The same headers as plain text. */
export function plainHeaders(headers: Head['headers']): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, rawTextOf(value)]))
}
