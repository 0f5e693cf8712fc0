import { expect } from '@jest/globals'
import type { OriginKind } from '../../../lab/origins/index.ts'
import { visit } from './visit.ts'
import { NEEDS_PROGRAMS, onLinux } from '../../support/platform.ts'

const { test } = onLinux(NEEDS_PROGRAMS)

test.each<[OriginKind, number | string, readonly string[]]>([
  ['chokes-on-brotli', 500, ['-H', 'Accept-Encoding: gzip, br']],
  ['chokes-on-brotli', 200, ['-H', 'Accept-Encoding: gzip']],
  ['chokes-on-forwarded-proto', 'reset', ['-H', 'X-Forwarded-Proto: https']],
  ['chokes-on-cdn-loop', 400, ['-H', 'CDN-Loop: cloudflare']],
  ['gzip-corrupt-when-accepted', 'encoding', ['--compressed']],
])('%s returns %s to a request with the field that it rejects', async (kind, outcome, args) => {
  const { outcome: got } = await visit(kind, ({ curl }) => curl('https', ...args))
  expect(got).toBe(outcome)
})
