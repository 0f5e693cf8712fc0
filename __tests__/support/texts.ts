import { redactedSentence, type Sentence, type Untrusted } from '../../src/domain/untrusted.ts'

/** A sentence with everything that it quotes, as a report without redaction has it. */
export function wholeText(sentence: Sentence | Untrusted): string {
  return redactedSentence(sentence, (text) => text)
}
