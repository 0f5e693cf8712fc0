import { expect, test } from '@jest/globals'
import rateLimited from '../../src/diagnosis/causes/cloudflare-rate-limited.ts'
import cause from '../../src/diagnosis/causes/origin-not-deployed.ts'
import { PLATFORMS } from '../../src/diagnosis/fingerprints/stand-ins/index.ts'
import { CONTEXTS } from '../support/remedies.ts'

test.each(PLATFORMS.map(({ name }) => name))('%s: the steps name the host, not a placeholder', (name) => {
  const [context] = CONTEXTS
  const { summary, steps } = cause.remedy({ ...context, form: `host not claimed: ${name}` })
  expect(summary).toBe(`Assign ${context.host} to a project at ${name}.`)
  for (const { action, details } of steps) expect(action + details).not.toMatch(/\bHOST\b/)
})

// Only Enterprise rules match headers: https://developers.cloudflare.com/waf/rate-limiting-rules/.
test('a custom rule exempts the check from rate limiting rules', () => {
  const [context] = CONTEXTS
  const exempts = rateLimited.remedy(context).steps.find(({ details }) => details.includes('x-gate'))
  expect(exempts?.action).toBe('Add a custom rule with the action Skip')
  expect(exempts?.details).toContain(`http.host eq "${context.host}"`)
})
