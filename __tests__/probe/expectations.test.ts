import { describe, expect, test } from '@jest/globals'
import type { Expected } from '../../src/domain/config.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { withContent } from '../../src/probe/page/expectations.ts'
import type { Expectations } from '../../src/probe/types.ts'
import { response, refusedConnection } from '../support/evidence.ts'
import { unfollowedRedirect } from '../support/redirects.ts'

const text = (text: string): Expected => ({ kind: 'text', text })
const regex = (source: string, flags = ''): Expected => ({ kind: 'regex', source, flags })
const contentOf = (exchange: Exchange, expected: Expectations): unknown => {
  const checked = withContent(exchange, expected)
  return checked.kind === 'completed' ? checked.content : undefined
}

const body = (page: string, changes: object = {}): Exchange => {
  const exchange = response(200, page)
  return exchange.kind === 'completed' ? { ...exchange, body: { ...exchange.body, ...changes } } : exchange
}

describe('an expected body', () => {
  test.each<[string, Exchange, Expected, string]>([
    ['is a text within the page', body('<h1>Release 7</h1>'), text('Release 7'), 'found'],
    ['is case-sensitive', body('<h1>Release 7</h1>'), text('release 7'), 'missing'],
    ['is not a pattern unless it is given as one', body('a+b'), text('a+b'), 'found'],
    ['may be a pattern', body('<h1>Release 17</h1>'), regex('release \\d+<', 'i'), 'found'],
    [
      'may be a pattern that does not match',
      body('<h1>Release x</h1>'),
      regex('release \\d+<', 'i'),
      'missing',
    ],
    ['is missing in an empty page', body(''), text('x'), 'missing'],
    ['is unread if the page was not read completely', body('abc', { complete: false }), text('x'), 'unread'],
    ['is found in what was read', body('abc', { complete: false }), text('b'), 'found'],
    ['is unread if the page cannot be decoded', body('abc', { coding: 'unchecked' }), text('x'), 'unread'],
  ])('%s', (_, exchange, expectedBody, presence) => {
    expect(contentOf(exchange, { expectedBody })).toEqual({ body: presence })
  })

  test('is undecided if the pattern takes too long on the page', () => {
    const page = body(`${'a'.repeat(60)}!`)
    expect(contentOf(page, { expectedBody: regex('^(a+)+$') })).toEqual({ body: 'undecided' })
    // The next pattern is not affected.
    expect(contentOf(page, { expectedBody: regex('a!') })).toEqual({ body: 'found' })
  })
})

describe('an expected header', () => {
  test.each<[string, Readonly<Record<string, string>>, Expected, string]>([
    ['is the whole value', { 'x-release': '2026.1' }, text('2026.1'), 'found'],
    ['is not a part of the value', { 'x-release': '2026.10' }, text('2026.1'), 'missing'],
    ['may be one item of a list', { 'x-release': 'beta, 2026.1' }, text('2026.1'), 'found'],
    ['may be a list', { 'x-release': 'beta, 2026.1' }, text('beta, 2026.1'), 'found'],
    ['may be a pattern', { 'x-release': '2026.10' }, regex('^2026\\.'), 'found'],
    ['is missing if there is no such header', {}, regex('.'), 'missing'],
  ])('%s', (_, headers, value, presence) => {
    const expectedHeader = { name: 'x-release', value }
    expect(contentOf(response(200, '', headers), { expectedHeader })).toEqual({ header: presence })
  })
})

test('an expected header may have the name of an object property', () => {
  const expectedHeader = { name: 'constructor', value: text('7') }
  expect(contentOf(response(200, '', {}), { expectedHeader })).toEqual({ header: 'missing' })
  expect(contentOf(response(200, '', { constructor: '7' }), { expectedHeader })).toEqual({ header: 'found' })
})

test('nothing is checked if nothing is expected, or without a final response', () => {
  const expected = { expectedBody: text('x') }
  const redirectedAway = unfollowedRedirect('elsewhere', 'direct', 'https://a.example/', 'https://b.example/')
  expect(withContent(response(200, 'x'), {})).not.toHaveProperty('content')
  expect(withContent(refusedConnection, expected)).toBe(refusedConnection)
  expect(withContent(redirectedAway, expected)).toBe(redirectedAway)
})
