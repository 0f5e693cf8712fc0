import { expect, test } from '@jest/globals'
import { outcome } from '../../src/report/build/timeline.ts'
import { answer, broken, coded, told } from '../support/evidence.ts'

test.each([
  ['', undefined],
  ['200', answer(200)],
  ['521', told(521)],
  ['200', coded('sound')],
  ['200, corrupt', coded('corrupt')],
  ['200, truncated', coded('truncated')],
  ['not valid HTTP', broken('processing', 'protocol')],
  ["stopped by the runner's proxy", broken('connect', 'proxy')],
])('%j in a table', (words, exchange) => {
  expect(outcome(exchange)).toBe(words)
})
