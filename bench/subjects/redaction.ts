import { redactorFor } from '../../src/redact/redact.ts'
import type { Redactor } from '../../src/redact/redact.ts'
import { seededRandom } from '../../scripts/fuzz/bytes.ts'

const TEXT_LENGTH = 1_000_000
const SECRETS = 100
const SECRET_LENGTH = 100_000

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const PAGE =
  'Lorem ipsum dolor sit amet, <p class="x">consectetur</p> 1.22.1\n  https://www.shop.example/a/b?c=d '

/** A text of `length` letters, made of repetitions. */
function repeated(text: string, length: number): string {
  return text.repeat(Math.ceil(length / text.length)).slice(0, length)
}

function redactorWith(secrets: readonly string[]): Redactor {
  return redactorFor({
    hosts: ['203.0.113.10', '2001:db8::1', 'origin.example.net'],
    shownHosts: ['www.shop.example'],
    secrets,
    shownTexts: ['https://www.shop.example/'],
  })
}

/** Milliseconds of CPU time, which other processes lengthen less than they delay the result. */
function timeOf(work: () => unknown): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}

/**
 * Measures redaction, in milliseconds of CPU time:
 * - `long`: a page of 1 MB, with 100 secrets of 100 KB each;
 * - `hostile`: the same, where text and secrets are one repeated letter, so that each position may begin each secret;
 * - `made`: what 100 KB of secrets add to a run: the redactor, and a page of 64 KB.
 */
export function openRedaction(): {
  readonly long: () => number
  readonly hostile: () => number
  readonly made: () => number
} {
  const random = seededRandom(7)
  const secrets = Array.from({ length: SECRETS }, () =>
    Array.from({ length: SECRET_LENGTH }, () => DIGITS.charAt(random(DIGITS.length))).join(''),
  )
  const alike = Array.from({ length: SECRETS }, (_, index) => `${'a'.repeat(SECRET_LENGTH - index)}b`)
  const [long, hostile] = [redactorWith(secrets), redactorWith(alike)]
  const [page, letters] = [repeated(PAGE, TEXT_LENGTH), 'a'.repeat(TEXT_LENGTH)]
  const lines = Array.from(
    { length: 1000 },
    (_, index) => secrets[0]?.slice(index * 100, index * 100 + 100) ?? '',
  )
  return {
    long: () => timeOf(() => long(page)),
    hostile: () => timeOf(() => hostile(letters)),
    made: () => timeOf(() => redactorWith(lines)(repeated(PAGE, 65_536))),
  }
}
