import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check } from 'origin-gate'

test('the shop is healthy through Cloudflare and at its origin', { timeout: 120_000 }, async ({ signal }) => {
  const { verdict, sites } = await check(
    { url: 'https://www.shop.example', origin: '203.0.113.10', expectedStatus: 200 },
    { signal, env: process.env },
  )
  const [{ headline, remedy }] = sites
  assert.equal(verdict, 'healthy', [headline, ...(remedy?.steps ?? [])].join('\n'))
})
