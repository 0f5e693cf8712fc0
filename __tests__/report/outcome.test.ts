import { expect, test } from '@jest/globals'
import { outcome } from '../../src/report/build/timeline.ts'
import { answer, broken, coded, told as edgeError } from '../support/evidence.ts'

test.each([
  ['', undefined],
  ['200', answer(200)],
  ['521', edgeError(521)],
  ['200', coded('sound')],
  ['200, corrupt', coded('corrupt')],
  ['200, truncated', coded('truncated')],
  ['invalid HTTP', broken('processing', 'protocol')],
  ["blocked by the runner's proxy", broken('connect', 'proxy')],
])('an exchange in the timeline: %j', (words, exchange) => {
  expect(outcome(exchange)).toBe(words)
})
