import { stripVTControlCharacters } from 'node:util'
import { expect, test } from '@jest/globals'
import { renderLog } from '../../lab/runner/render-log.ts'

const plain = (...lines: readonly string[]): string => stripVTControlCharacters(renderLog(lines.join('\n')))

test('a group opens and closes', () => {
  expect(plain('::group::Check 1', 'edge 521', '::endgroup::', 'done')).toBe('▾ Check 1\n  edge 521\ndone')
})

test('a masked value is stars everywhere, the longer one first', () => {
  expect(
    plain('203.0.113.1 early', '::add-mask::203.0.113.1', '::add-mask::203.0.113.10', 'at 203.0.113.10'),
  ).toBe('*** early\nat ***')
})

test('an annotation is printed as decoded text', () => {
  expect(plain('::error title=Site is down%2C again,file=a.ts::100%25 gone%0Anext')).toBe(
    'Error: Site is down, again: 100% gone\nnext',
  )
  expect(plain('::warning::careful')).toBe('Warning: careful')
})

test('other commands are not shown', () => {
  expect(plain('::debug::hush', '::save-state name=a::b', 'text')).toBe('text')
})

test('commands that were stopped are text', () => {
  expect(plain('::stop-commands::abc', '::error::not one', '::abc::', '::error::one')).toBe(
    '::error::not one\nError: one',
  )
})
