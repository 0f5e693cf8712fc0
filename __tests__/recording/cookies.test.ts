import { expect, test } from '@jest/globals'
import type { Head } from '../../src/domain/exchange.ts'
import { recordingOf } from '../../src/recording/write.ts'
import { SCHEDULE, SITE } from '../support/config.ts'

const HEADERS = { server: 'cloudflare' }

test.each<[string, Omit<Head, 'status'>]>([
  ['a list', { headers: HEADERS, setCookie: ['sid=0123abc; Path=/', 'b=9; Secure'] }],
  [
    'one header, as in version 1',
    { headers: { ...HEADERS, 'set-cookie': 'sid=0123abc; Path=/, b=9; Secure' } },
  ],
])('a recording has the names of cookies and no values: %s', (_, head) => {
  const evidence = {
    at: Date.UTC(2026, 10, 23),
    request: {
      url: SITE.url,
      host: 'www.shop.example',
      port: 443,
      method: 'GET',
      expectedStatus: SITE.expectedStatus,
      timeout: 1000,
      sslMode: 'auto',
      certificateDays: 14,
      origins: [],
    },
    edge: {
      kind: 'completed',
      timings: {},
      head: { status: 200, ...head },
      body: { text: '', bytes: 0, complete: true },
    },
  } as const
  const sites = [{ site: SITE, history: [evidence], addresses: [] }] as const
  const run = { version: '1.0.0', at: evidence.at, schedule: SCHEDULE, sites } as const
  const text = JSON.stringify(recordingOf(run, { showOrigin: true, tokens: [] }))
  expect(text).toContain('sid=***')
  expect(text).not.toMatch(/0123abc|b=9/)
})
