import { describe, expect, test } from '@jest/globals'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { failureWords } from '../../src/diagnosis/failure-words.ts'
import { CONTEXTS, remediesOf } from '../support/remedies.ts'
import { caseNames, readCase, reportOf } from '../support/cases.ts'

const RANK = { look: 0, change: 1, risk: 2 } as const

/** Steps that open the origin, lower the SSL mode, or turn off a protection. */
const DANGEROUS = [
  /\bssl_verify_client (?:off|optional)|SSLVerifyClient (?:none|optional)|verify (?:none|optional)\b/,
  /\b(?:switch|change|set|lower) (?:the SSL mode |SSL\/TLS )?(?:back )?to `?(?:Full(?! \(strict)|Flexible|Off)\b/i,
  /\b(?:pause|DNS only|grey cloud|unproxied)\b/i,
  /\bturn off (?:Bot Fight Mode|Under Attack|the WAF|Browser Integrity)/i,
  /\b(?:action|with) (?:`)?Skip\b/,
  /\bno(?:-|_)?tls(?:-|_)?verify\b/i,
]

describe.each(CAUSES.map((cause) => [cause.id, cause] as const))('%s', (_, cause) => {
  const { title, remedy } = cause
  test('has a title that completes a headline', () => {
    expect(title).not.toMatch(/[.:]$|probabl|possibl|perhaps|seems|may /)
  })

  test('has a remedy of one sentence and at most six steps', () => {
    for (const { summary, steps } of CONTEXTS.map(remedy)) {
      expect(summary).toMatch(/^[A-Z].*\.$/)
      expect(steps.length).toBeLessThanOrEqual(6)
    }
  })

  test('has steps whose action and details read as one text', () => {
    for (const { action, details } of CONTEXTS.flatMap((context) => remedy(context).steps)) {
      expect(action).toMatch(/^[A-Z]/)
      expect(action + details).toMatch(/([.?]|https:\/\/\S+)$/)
      expect(action.endsWith('.') ? `${details} ` : details).toMatch(/^[ ,:]/)
    }
  })

  test('lists what changes nothing first, then changes, then risks', () => {
    for (const [form, { steps }] of remediesOf(cause)) {
      const types = steps.map(({ type }) => type)
      expect({ form, types }).toEqual({ form, types: types.toSorted((a, b) => RANK[a] - RANK[b]) })
    }
  })

  test('says how to undo each change, and what each risk exposes and for how long', () => {
    for (const step of [...remediesOf(cause).values()].flatMap(({ steps }) => steps)) {
      if (step.type === 'look') continue
      expect(step.undo).toMatch(/^[^A-Z].*\.$|^[A-Z]+.*\.$/)
      if (step.type === 'risk')
        expect([step.exposes, step.limit]).toEqual(Array(2).fill(expect.stringMatching(/^[A-Z].*\.$/)))
    }
  })

  test('calls a step that opens the origin or weakens a protection a risk', () => {
    for (const { type, action, details } of [...remediesOf(cause).values()].flatMap(({ steps }) => steps))
      for (const pattern of type === 'change' ? DANGEROUS : []) expect(action + details).not.toMatch(pattern)
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
