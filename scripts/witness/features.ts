import type { Reading } from '../../__tests__/support/reading.ts'
import type { DeviationKind } from '../../src/domain/deviation.ts'
import type { Case } from './case.ts'

interface FeatureInput {
  /** The response as far as our reader took it, as Latin-1. */
  readonly text: string
  readonly reading: Reading
  readonly total: number
}

/** Features that are not deviations, but that recipients read differently. */
const EXTRAS = {
  'interim-response-in-http-1.0': ({ text }) => /^\s*HTTP\/1\.0[ \t]+1\d\d/.test(text),
  'interim-response': ({ text }) => /^\s*HTTP\/\S+[ \t]+1\d\d/i.test(text),
  'bytes-after-response': ({ reading, total }) => reading.state === 'complete' && reading.received < total,
  'cut-head': ({ reading }) => reading.state === 'cut' && reading.status === undefined,
  'cut-body': ({ reading }) => reading.state === 'cut' && reading.status !== undefined,
  'tab-before-length': ({ text }) => /^content-length:[ \t]*\t/im.test(text),
  'blank-after-value': ({ text }) => /^[^\s:]+:[^\r\n]*[ \t]\r?$/m.test(text),
  'blank-after-length': ({ text }) => /^content-length:[^\r\n]*[ \t]\r?$/im.test(text),
  'empty-coding': ({ text }) => /^transfer-encoding:[ \t]*(?:,|.*,[ \t]*\r?$|.*,[ \t]*,)/im.test(text),
  'blank-in-extension': ({ text }) =>
    /^[0-9a-f]+[ \t]*;(?:[ \t]|[^\r\n]*(?:;[ \t]|[ \t]=|=[ \t]))/im.test(text),
  'damaged-content-coding': ({ text }) => /^content-encoding:/im.test(text),
  'reset-content': ({ reading }) => reading.status === 205,
  'cr-in-cut-line': ({ reading, text }) => reading.state === 'cut' && /\r[^\n][^\n]*$/.test(text),
} as const satisfies Readonly<Record<string, (of: FeatureInput) => boolean>>

export type Feature = DeviationKind | keyof typeof EXTRAS

export function featuresOf({ bytes }: Case, reading: Reading): ReadonlySet<Feature> {
  const text = Buffer.from(bytes.subarray(0, reading.received)).toString('latin1')
  const input = { text, reading, total: bytes.length }
  const extras = Object.keys(EXTRAS).filter((name) => isExtra(name) && EXTRAS[name](input))
  const kinds = reading.deviations
    .map(([kind]) => kind)
    .filter((kind) => kind !== 'line-without-cr' || endsInLf(text))
  return new Set<Feature>([...kinds, ...extras.filter(isExtra)])
}

/**
 * Whether a head has a line without CR. An empty line before the status line doesn't count. It is a separate deviation,
 * and recipients that accept it don't require its CR.
 */
function endsInLf(text: string): boolean {
  let rest = text.replace(/^[\r\n]+/, '')
  for (;;) {
    const head = /^[^]*?\n\r?\n/.exec(rest)?.[0] ?? rest
    if (/(?:^|[^\r])\n/.test(head)) return true
    if (head === '' || !/^HTTP\/\S+[ \t]+1\d\d/i.test(head)) return false
    rest = rest.slice(head.length)
  }
}

const isExtra = (name: string): name is keyof typeof EXTRAS => name in EXTRAS
