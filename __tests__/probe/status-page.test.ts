import { afterEach, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import { statusResponse, DEFAULT_STATUS, type StatusSetup } from '../../lab/apis/status-page.ts'
import { listen, type Listening } from '../../lab/network/listen.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import type { ProbeContext } from '../../src/probe/types.ts'
import { readStatusPage } from '../../src/probe/cloudflare/status-page.ts'
import { address, network } from '../support/wire.ts'

const open: Listening[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()))
})

async function page(server: Server): Promise<string> {
  const listening = await listen(server)
  open.push(listening)
  return `http://status.example:${listening.port}/api/v2/summary.json`
}

const saying = (status: number, body: unknown): Server =>
  createServer((_, response) => response.writeHead(status).end(JSON.stringify(body)))

function telling(stage: Partial<StatusSetup>): Server {
  const request = { host: '', method: 'GET', query: new URLSearchParams(), headers: {}, body: undefined }
  return saying(
    200,
    statusResponse({ ...request, path: '/api/v2/summary.json' }, { ...DEFAULT_STATUS, ...stage }).body,
  )
}

const WAY: ProbeContext = {
  network: network({ lookup: async () => [address('127.0.0.1')] }),
  clock: systemClock,
  signal: new AbortController().signal,
  timeout: 2000,
  onAddresses: () => undefined,
}

const OUT = {
  name: 'Network problems in San Jose',
  status: 'investigating',
  impact: 'minor',
  components: ['San Jose, CA, United States - (SJC)'],
  text: '',
} as const

test('tells of the data center that answered, and of what concerns it', async () => {
  const pages = [await page(telling({ degraded: { SJC: 'major_outage' }, incidents: [OUT] }))]
  expect(await readStatusPage('SJC', WAY, pages)).toEqual({ colo: 'major_outage', incidents: [OUT.name] })
  expect(await readStatusPage('AMS', WAY, pages)).toEqual({ colo: 'operational', incidents: [] })
  expect(await readStatusPage('ORK', WAY, pages)).toEqual({ colo: 'operational', incidents: [] })
  expect(await readStatusPage('', WAY, pages)).toEqual({ incidents: [] })
})

test('tells of what is grave everywhere', async () => {
  const everywhere = { ...OUT, impact: 'critical', components: ['CDN/Cache'], name: 'x'.repeat(500) } as const
  const found = await readStatusPage('AMS', WAY, [await page(telling({ incidents: [everywhere] }))])
  expect(found.incidents).toEqual(['x'.repeat(120)])
})

test('is asked at its other address where the first turns scripts away', async () => {
  const pages = [await page(saying(403, {})), await page(telling({ incidents: [OUT] }))]
  expect(await readStatusPage('SJC', WAY, pages)).toMatchObject({ incidents: [OUT.name] })
})

test('that cannot be read is a sentence', async () => {
  const pages = [await page(saying(500, {})), await page(saying(200, '<html>'))]
  expect(await readStatusPage('SJC', WAY, pages)).toEqual({
    incidents: [],
    unread: "Cloudflare's status page could not be read.",
  })
})

test('is read though it is long', async () => {
  const stage = telling({ incidents: [{ ...OUT, text: 'x'.repeat(300_000) }] })
  expect(await readStatusPage('SJC', WAY, [await page(stage)])).toMatchObject({ incidents: [OUT.name] })
})
