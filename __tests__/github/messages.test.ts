import { describe, expect, test } from '@jest/globals'
import { classifyError } from '../../src/github/api/failure.ts'
import { failureWarning } from '../../src/github/publish/advice.ts'
import { redactorOfSites } from '../../src/redact/redactors.ts'
import { PUBLISH, SITE } from '../support/config.ts'
import { eventAt } from '../support/github-event.ts'

const [TOKEN, SECRET, ADDRESS] = ['ghs_0123456789abcdefABCDEF', 's3cret-Value-42', '203.0.113.10']
const site = {
  ...SITE,
  origins: [{ scheme: 'https:', host: ADDRESS, port: 443 }],
  headers: [['x-gate', SECRET]],
} as const
const redact = redactorOfSites([{ site, addresses: [] }], { showOrigin: false, tokens: [TOKEN] })

const warning = (error: unknown): string =>
  failureWarning(
    classifyError(error),
    { event: eventAt({ url: 'http://127.0.0.1:1' }), config: PUBLISH, redact },
    { kind: 'commit', sha: 'abc1234' },
  )

const rejected = (message: string, status = 403): unknown => ({
  response: { status, data: { message }, headers: {} },
})

describe("GitHub's message", () => {
  test('is shown on one line, without characters that hide or reverse text', () => {
    const text = warning(rejected('Not\u202e allowed\u200b\n\u001b[31mhere\u2066.'))
    expect(text).toContain('GitHub responded 403 (Not allowed [31mhere).')
    expect(warning(rejected('x'.repeat(5000)))).toContain(`(${'x'.repeat(299)}…)`)
  })

  test.each([401, 403, 404, 422, 500])('hides what it repeats of a request: %s', (status) => {
    const all = `${TOKEN} ${SECRET} ${ADDRESS} ${Buffer.from(SECRET).toString('base64')}`
    for (const offset of [0, 250, 275, 290]) {
      const text = warning(rejected(`${'x'.repeat(offset)} ${all}`, status))
      expect(text).not.toMatch(/ghs_0123|s3cret|203\.0\.|czNjcmV0/)
    }
  })

  test.each(['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_11'])(
    "hides others' tokens: %s",
    (prefix) => {
      expect(warning(rejected(`Bad token ${prefix}9876543210zyxwvutsrqZYXWVU`))).toContain('(Bad token ***)')
    },
  )

  test('the same without a response', () => {
    expect(warning(new Error(`connect ${ADDRESS} with ${TOKEN}`))).not.toMatch(/ghs_0123|203\.0\./)
  })
})
