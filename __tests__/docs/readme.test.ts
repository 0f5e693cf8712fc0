import { expect, test } from '@jest/globals'
import { textOf } from './documents.ts'

test('README.md has at most 180 lines, and a start that needs no other page', () => {
  const lines = textOf('README.md').trimEnd().split('\n')
  expect(lines.length).toBeLessThanOrEqual(180)
  // The secret, the workflow and its permissions.
  const start = lines.slice(0, 70).join('\n')
  for (const part of ['gh secret set ORIGIN', 'permissions: {}', 'pull-requests: write', 'secrets.ORIGIN'])
    expect(start).toContain(part)
})
