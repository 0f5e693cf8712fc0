import { expect, test } from '@jest/globals'
import { check } from 'origin-gate'

test('the shop is healthy through Cloudflare and at its origin', async () => {
  const { verdict, sites } = await check(
    { url: 'https://www.shop.example', origin: '203.0.113.10', expectedStatus: 200 },
    { env: process.env },
  )
  const [{ headline, remedy }] = sites
  // On a failure, the difference shows what is wrong and how to fix it.
  expect([verdict, headline, ...(remedy?.steps ?? [])]).toEqual(['healthy', headline])
}, 120_000)
