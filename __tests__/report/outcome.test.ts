import { expect, test } from '@jest/globals'
import { outcome } from '../../src/report/build/timeline.ts'
import { response, failedExchange, encodedResponse, edgeError } from '../support/evidence.ts'

test.each([
  ['', undefined],
  ['200', response(200)],
  ['521', edgeError(521)],
  ['200', encodedResponse('sound')],
  ['200, corrupt', encodedResponse('corrupt')],
  ['200, truncated', encodedResponse('truncated')],
  ['invalid HTTP', failedExchange('processing', 'protocol')],
  ["stopped at the runner's proxy", failedExchange('connect', 'proxy')],
])('an exchange in the timeline: %j', (words, exchange) => {
  expect(outcome(exchange)).toBe(words)
})
