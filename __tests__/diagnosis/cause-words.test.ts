import { describe, expect, test } from '@jest/globals'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
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
