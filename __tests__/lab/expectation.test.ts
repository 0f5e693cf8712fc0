import { describe, expect, test } from '@jest/globals'
import { differences } from '../../lab/runner/expectation.ts'
import type { Run } from '../../lab/runner/run-action.ts'
import { HEALTHY } from '../../lab/scenarios/scenario.ts'

const run = (body: string, stdout = ''): Run => ({
  code: 0,
  stdout,
  stderr: '',
  outputs: { verdict: 'healthy', promote: 'true', cause: '', warnings: '0' },
  summary: '',
  report: undefined,
  comments: [{ id: 1, thread: 7, author: 'github-actions[bot]', body }],
})

describe('what the comment says', () => {
  const BODY = 'The **origin**, `203.0.113.10`, isn&#39;t at www\\.shop.example \\<a\\>.'

  test('is found as it was written', () => {
    const says = ["the origin, `203.0.113.10`, isn't at www.shop.example <a>."]
    expect(differences({ ...HEALTHY, says }, run(BODY))).toEqual([])
  })

  test('is a difference when it lacks what it must say, or says what it must not', () => {
    const expected = { ...HEALTHY, says: ['firewall'], neverSays: [/orig[i]n/] }
    expect(differences(expected, run(BODY))).toEqual([
      'the text lacks "firewall"',
      'the text says /orig[i]n/',
    ])
  })

  test('includes annotations', () => {
    const says = ['is down: line 2']
    expect(differences({ ...HEALTHY, says }, run(BODY, '::error title=A::B%0Ais down: line 2'))).toEqual([])
  })
})
