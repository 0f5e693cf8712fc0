import { describe, expect, test } from '@jest/globals'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { failureWords } from '../../src/diagnosis/failure-words.ts'
import { caseNames, readCase, reportOf } from '../support/cases.ts'

const CONTEXTS = [
  { host: 'www.shop.example', port: 443, tls: true },
  { host: 'www.shop.example', port: 8080, tls: false },
] as const

describe.each(CAUSES.map((cause) => [cause.id, cause] as const))('%s', (_, { title, remedy }) => {
  test('has a title that completes a headline', () => {
    expect(title).not.toMatch(/[.:]$|probabl|possibl|perhaps|seems|may /)
  })

  test('has a remedy of one sentence and at most five steps', () => {
    for (const { summary, steps } of CONTEXTS.map(remedy)) {
      expect(summary).toMatch(/^[A-Z].*\.$/)
      expect(steps.length).toBeLessThanOrEqual(5)
    }
  })

  test('has steps whose action and details read as one text', () => {
    for (const { action, details } of CONTEXTS.flatMap((context) => remedy(context).steps)) {
      expect(action).toMatch(/^[A-Z]/)
      expect(action + details).toMatch(/([.?]|https:\/\/\S+)$/)
      expect(action.endsWith('.') ? `${details} ` : details).toMatch(/^[ ,:]/)
    }
  })
})

test.each(caseNames())('%s gives its reason in complete sentences', (name) => {
  const { sites, warnings, notes } = reportOf({ recording: readCase(name).recording })
  const texts = [...sites.map(({ because }) => because), ...[...warnings, ...notes].map(({ text }) => text)]
  for (const text of texts.filter((text) => text !== '')) expect(text).toMatch(/^[A-Z0-9].*\.$/)
})

describe('the words of a failure', () => {
  const codes = [
    'ERR_ASSERTION',
    'ERR_HTTP2_STREAM_ERROR',
    'ERR_SSL_INTERNAL_ERROR',
    'TOO_LARGE',
    'CHUNK_SIZE',
  ]
  test.each(codes)('never have the internal code %s', (code) => {
    for (const reason of ['other', 'protocol', 'reset', 'closed'] as const)
      for (const phase of ['connect', 'tls', 'processing', 'transfer'] as const)
        expect(JSON.stringify(failureWords({ phase, reason, code, received: 1 }))).not.toContain(code)
  })

  test('have the code of the operating system', () => {
    expect(failureWords({ phase: 'connect', reason: 'other', code: 'EADDRNOTAVAIL' }).does).toBe(
      'fails with EADDRNOTAVAIL',
    )
  })
})
