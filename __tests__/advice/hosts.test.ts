import { expect, test } from '@jest/globals'
import cause from '../../src/diagnosis/causes/origin-not-deployed.ts'
import { PLATFORMS } from '../../src/diagnosis/fingerprints/stand-ins/index.ts'
import { CONTEXTS } from '../support/remedies.ts'

test.each(PLATFORMS.map(({ name }) => name))('%s: the steps name the host, not a placeholder', (name) => {
  const [context] = CONTEXTS
  const { summary, steps } = cause.remedy({ ...context, form: `host not claimed: ${name}` })
  expect(summary).toBe(`Assign ${context.host} to a project at ${name}.`)
  for (const { action, details } of steps) expect(action + details).not.toMatch(/\bHOST\b/)
})
