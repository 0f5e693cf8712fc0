import { describe, expect, test } from '@jest/globals'
import { WITNESS_NAMES, type Case, type Outcome, type WitnessName } from '../../scripts/witness/case.ts'
import { compare } from '../../scripts/witness/compare.ts'
import { makeCase } from '../../scripts/witness/generate.ts'
import { readOurselves } from '../../scripts/witness/ours.ts'
import { compareWith, staleRows } from '../../scripts/witness/run.ts'
import { shrink } from '../../scripts/witness/shrink.ts'
import { isInstalled, WITNESSES } from '../../scripts/witness/witnesses.ts'
import { bytesOf } from '../support/reading.ts'
import { DIFFERENCES } from './differences.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

const SEED = 7
/** `npm run witness` compares 100,000 cases. */
const CASES: Readonly<Record<WitnessName, number>> = {
  node: 2000,
  undici: 2000,
  'node-lenient': 2000,
  curl: 200,
  nginx: 200,
  haproxy: 200,
}

const installed = new Map(
  await Promise.all(WITNESS_NAMES.map(async (name) => [name, await isInstalled(name)] as const)),
)

describe('our reader and', () => {
  for (const name of WITNESS_NAMES) {
    const ours = name === 'node' || name === 'undici'
    const missing = installed.get(name) === true ? undefined : `${name} is not installed`
    const here = ours ? { test, because: '' } : onLinux(NEEDS_PROGRAMS, missing)
    here.test(
      `${name} read alike, except where a listed sentence of an RFC makes ours right${here.because}`,
      async () => {
        const witness = await WITNESSES[name]()
        try {
          const { unlisted } = await compareWith(witness, { count: CASES[name], seed: SEED })
          expect(
            unlisted.map(({ effect, each, theirs }) => [each.number, effect, textOf(each), theirs]),
          ).toEqual([])
        } finally {
          await witness.close()
        }
      },
    )
  }
})

const textOf = ({ bytes }: Case): string => Buffer.from(bytes).toString('latin1')
const get = (text: string): Case => ({ number: 0, method: 'GET', bytes: bytesOf(text) })
const OK: Outcome = { complete: true, status: 200, body: 'ok' }
const REJECTED: Outcome = { complete: false, why: '' }
const node = { name: 'node', column: 'strict' } as const

describe('the comparison', () => {
  const valid = get('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok')
  const folded = get('HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 2\r\n\r\nok')
  const cut = get('HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok')
  const listed = get('HTTP/1.1 200 OK\r\nContent-Length: 2 \r\n\r\nok')

  test.each<[string, typeof node | { name: 'undici'; column: 'strict' }, Case, Outcome, unknown]>([
    ['the same reading', node, valid, OK, undefined],
    ['a valid response that it rejects', node, valid, REJECTED, { effect: 'rejects', explainedBy: [] }],
    ['another body', node, valid, { ...OK, body: 'o' }, { effect: 'differs', explainedBy: [] }],
    ['a deviation that its column rejects', node, folded, REJECTED, undefined],
    [
      'a deviation that it accepts, but its column rejects',
      node,
      folded,
      OK,
      { effect: 'accepts', explainedBy: [] },
    ],
    ['an incomplete response that it rejects', node, cut, REJECTED, undefined],
    ['an incomplete response that it accepts', node, cut, OK, { effect: 'accepts', explainedBy: [] }],
    [
      'a listed difference',
      { name: 'undici', column: 'strict' },
      listed,
      REJECTED,
      { effect: 'rejects', explainedBy: [{ feature: 'blank-after-length', effect: 'rejects' }] },
    ],
  ])('of %s', (_, witness, each, theirs, expected) => {
    expect(compare(witness, readOurselves(each), theirs)).toEqual(expected)
  })

  test('shrinks a case to what the difference needs', async () => {
    const found = get('HTTP/1.1 200 OK\r\nServer: nginx\r\nDate: now\r\n\r\n<h1>Shop</h1>')
    const small = await shrink(
      {
        ...node,
        version: '',
        read: (cases) =>
          Promise.resolve(cases.map((each) => (textOf(each).includes('Date') ? REJECTED : OK))),
        close: () => Promise.resolve(),
      },
      found,
      'rejects',
    )
    expect(textOf(small)).toMatch(/^HTTP\/1\.1 200 .?.?\r?\nDate:\r?\n\r?\n$/)
  })

  test('finds the rows that explained nothing', () => {
    const rows = staleRows(['undici'], new Set(['undici interim-response rejects']))
    expect(rows).toContain('undici blank-after-length rejects')
    expect(rows).not.toContain('undici interim-response rejects')
    expect(rows.every((row) => row.startsWith('undici '))).toBe(true)
  })
})

const textsOf = (seed: number): readonly string[] =>
  Array.from({ length: 50 }, (_, at) => textOf(makeCase(seed, at)))

test('the same seed makes the same cases', () => {
  expect(textsOf(1)).toEqual(textsOf(1))
  expect(textsOf(1)).not.toEqual(textsOf(2))
})

test('every listed difference has the section and the sentence of an RFC', () => {
  for (const { rfc, sentence, who } of Object.values(DIFFERENCES)) {
    expect(rfc).toMatch(/^91(?:10|12) \d+(?:\.\d+)*$/)
    expect(sentence.length).toBeGreaterThan(15)
    expect(Object.keys(who).length).toBeGreaterThan(0)
  }
})
