import { describe, expect, test } from '@jest/globals'
import type { Expected } from '../../src/domain/config.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { withContent } from '../../src/probe/page/expectations.ts'
import { answer, refused } from '../support/evidence.ts'
import { endless } from '../support/trails.ts'
import type { Expectations } from '../../src/probe/types.ts'

const text = (text: string): Expected => ({ kind: 'text', text })
const regex = (source: string, flags = ''): Expected => ({ kind: 'regex', source, flags })
const contentOf = (exchange: Exchange, expected: Expectations): unknown => {
  const judged = withContent(exchange, expected)
  return judged.kind === 'completed' ? judged.content : undefined
}

const body = (page: string, changes: object = {}): Exchange => {
  const exchange = answer(200, page)
  return exchange.kind === 'completed' ? { ...exchange, body: { ...exchange.body, ...changes } } : exchange
}

describe('what is expected of a body', () => {
  test.each<[string, Exchange, Expected, string]>([
    ['is a text in it', body('<h1>Release 7</h1>'), text('Release 7'), 'found'],
    ['is letter by letter', body('<h1>Release 7</h1>'), text('release 7'), 'missing'],
    ['is no pattern unless it says so', body('a+b'), text('a+b'), 'found'],
    ['is a pattern', body('<h1>Release 17</h1>'), regex('release \\d+<', 'i'), 'found'],
    ['is a pattern that is not there', body('<h1>Release x</h1>'), regex('release \\d+<', 'i'), 'missing'],
    ['is not in an empty page', body(''), text('x'), 'missing'],
    ['may be further down than we read', body('abc', { complete: false }), text('x'), 'unread'],
    ['is found in what we read', body('abc', { complete: false }), text('b'), 'found'],
    ['may be in what we cannot decode', body('abc', { coding: 'unchecked' }), text('x'), 'unread'],
  ])('%s', (_, exchange, expectedBody, presence) => {
    expect(contentOf(exchange, { expectedBody })).toEqual({ body: presence })
  })

  test('is given up when the pattern takes too long on what the site sends', () => {
    const endlessly = body(`${'a'.repeat(60)}!`)
    expect(contentOf(endlessly, { expectedBody: regex('^(a+)+$') })).toEqual({ body: 'undecided' })
    // And the next one is not the worse for it.
    expect(contentOf(endlessly, { expectedBody: regex('a!') })).toEqual({ body: 'found' })
  })
})

describe('what is expected of a header', () => {
  test.each<[string, Readonly<Record<string, string>>, Expected, string]>([
    ['is its value', { 'x-release': '2026.1' }, text('2026.1'), 'found'],
    ['is not a part of its value', { 'x-release': '2026.10' }, text('2026.1'), 'missing'],
    ['is one of a list', { 'x-release': 'beta, 2026.1' }, text('2026.1'), 'found'],
    ['is a list', { 'x-release': 'beta, 2026.1' }, text('beta, 2026.1'), 'found'],
    ['is a pattern', { 'x-release': '2026.10' }, regex('^2026\\.'), 'found'],
    ['is there at all', {}, regex('.'), 'missing'],
  ])('%s', (_, headers, value, presence) => {
    const expectedHeader = { name: 'x-release', value }
    expect(contentOf(answer(200, '', headers), { expectedHeader })).toEqual({ header: presence })
  })
})

test('nothing is looked for where nothing is expected, or where there is no last answer', () => {
  const expected = { expectedBody: text('x') }
  const away = endless('elsewhere', 'direct', 'https://a.example/', 'https://b.example/')
  expect(withContent(answer(200, 'x'), {})).not.toHaveProperty('content')
  expect(withContent(refused, expected)).toBe(refused)
  expect(withContent(away, expected)).toBe(away)
})
