import { describe, expect, test } from '@jest/globals'
import { DEVIATIONS, type DeviationKind } from '../../src/domain/deviation.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import { failureWords } from '../../src/diagnosis/failure-words.ts'
import {
  cachedResponse,
  deviating,
  edgeError,
  evidenceWith,
  failedExchange,
  response,
} from '../support/evidence.ts'
import { healthy, resultOf, unhealthy } from '../support/judgments.ts'

/** The deviations of HTTP/1.1. */
const KINDS: readonly DeviationKind[] = Object.keys(DEVIATIONS)
  .filter((kind): kind is DeviationKind => kind in DEVIATIONS)
  .filter((kind) => !kind.startsWith('http2-'))

const kindsWith = (proxy: string): readonly DeviationKind[] =>
  KINDS.filter((kind) => DEVIATIONS[kind].proxy === proxy)

const codeOf = (kind: DeviationKind): string => kind.toUpperCase().replaceAll(/\W/g, '_')

/** What the probe makes of a response whose head or body has this deviation. */
function rejected(kind: DeviationKind, phase: 'processing' | 'transfer'): Exchange {
  return deviating(failedExchange(phase, 'protocol', { code: codeOf(kind), received: 40 }), kind)
}

const sentenceFor = (edge: Exchange | undefined, origin: Exchange): string => {
  const { findings, warnings } = judge(evidenceWith({ ...(edge !== undefined && { edge }), origin }))
  return [...findings, ...warnings].map(({ match }) => match.because).join(' ')
}

describe('a deviation that proxies normalize', () => {
  test.each(kindsWith('normalizes'))('%s is not reported', (kind) => {
    const origin = deviating(response(200), kind)
    expect(resultOf(judge(evidenceWith({ origin })))).toEqual(healthy)
    expect(sentenceFor(edgeError(520), origin)).not.toContain(DEVIATIONS[kind].says)
  })
})

describe('a deviation that proxies tolerate', () => {
  test.each(kindsWith('tolerates'))('%s is a warning while Cloudflare serves the page', (kind) => {
    const origin = deviating(response(200), kind)
    expect(resultOf(judge(evidenceWith({ origin })))).toEqual(
      healthy.withWarning('origin-malformed-response'),
    )
    expect(sentenceFor(undefined, origin)).toContain(DEVIATIONS[kind].says)
  })

  test.each(kindsWith('tolerates'))('%s is never certain to be the reason of a 520', (kind) => {
    const origin = deviating(response(200), kind)
    expect(resultOf(judge(evidenceWith({ edge: edgeError(520), origin })))).toEqual(
      unhealthy('origin-malformed-response', 'likely'),
    )
  })
})

describe('a deviation that proxies disagree on', () => {
  test.each(kindsWith('disputes'))('%s is a warning while Cloudflare serves fresh pages', (kind) => {
    const origin = rejected(kind, 'processing')
    expect(resultOf(judge(evidenceWith({ origin })))).toEqual(
      healthy.withWarning('origin-malformed-response'),
    )
    expect(sentenceFor(undefined, origin)).toContain(DEVIATIONS[kind].says)
  })

  test.each(kindsWith('disputes'))('%s is unhealthy behind a cached copy', (kind) => {
    const { verdict } = judge(evidenceWith({ edge: cachedResponse(), origin: rejected(kind, 'processing') }))
    expect(verdict).toBe('unhealthy')
  })

  test('is unhealthy next to another one that they reject', () => {
    const origin = deviating(
      failedExchange('processing', 'protocol', { code: 'BARE_CR', received: 40 }),
      'http-version',
      'bare-cr',
    )
    expect(judge(evidenceWith({ origin })).verdict).toBe('unhealthy')
  })
})

describe('a deviation that proxies reject', () => {
  test.each([...kindsWith('rejects'), ...kindsWith('disputes')])('%s in the head explains a 520', (kind) => {
    const origin = rejected(kind, 'processing')
    expect(resultOf(judge(evidenceWith({ edge: edgeError(520), origin })))).toEqual(
      unhealthy('origin-malformed-response', 'certain'),
    )
    expect(sentenceFor(edgeError(520), origin)).toContain(DEVIATIONS[kind].says)
  })

  test.each(kindsWith('rejects'))('%s in the body explains a page that is cut off', (kind) => {
    const edge = failedExchange('transfer', 'closed', { received: 40 })
    const origin = rejected(kind, 'transfer')
    expect(resultOf(judge(evidenceWith({ edge, origin })))).toEqual(
      unhealthy('origin-truncated-response', 'certain'),
    )
    expect(sentenceFor(edge, origin)).toContain(DEVIATIONS[kind].says)
  })

  test.each(kindsWith('rejects'))('%s is described without its code', (kind) => {
    const words = failureWords({ phase: 'processing', reason: 'protocol', code: codeOf(kind) })
    expect(words.gets).toBe(`a response that ${DEVIATIONS[kind].says}`)
  })
})

test('several deviations are a list', () => {
  expect(sentenceFor(undefined, deviating(response(200), 'line-without-cr', 'content-length-repeated'))).toBe(
    'The origin sends a response that ends lines with LF instead of CRLF and repeats the same `Content-Length`, which Cloudflare tolerates, but other clients may not.',
  )
})

test.each([
  ['RST_STREAM_INTERNAL_ERROR', 'reset', 'no response: the HTTP/2 stream is reset (INTERNAL_ERROR)'],
  [
    'GOAWAY_ENHANCE_YOUR_CALM',
    'closed',
    'no response: the HTTP/2 connection is closed by a GOAWAY frame (ENHANCE_YOUR_CALM)',
  ],
  ['ERR_HTTP2_ERROR', 'protocol', 'no response: what the server sends is not valid HTTP/2'],
] as const)('%s is described without the name that Node gives it', (code, reason, gets) => {
  expect(failureWords({ phase: 'processing', reason, code }).gets).toBe(gets)
})
