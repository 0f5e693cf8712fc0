import { createServer, type Server } from 'node:http'
import { afterEach, expect, test } from '@jest/globals'
import { statusResponse, DEFAULT_STATUS, type StatusSetup } from '../../lab/apis/status-page.ts'
import { listen, type Listening } from '../../lab/network/listen.ts'
import { readStatusPage } from '../../src/probe/cloudflare/status-page.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import type { ProbeContext } from '../../src/probe/types.ts'
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

const respondWith = (status: number, body: unknown): Server =>
  createServer((_, response) => response.writeHead(status).end(JSON.stringify(body)))

function statusServer(setup: Partial<StatusSetup>): Server {
  const request = { host: '', method: 'GET', query: new URLSearchParams(), headers: {}, body: undefined }
  return respondWith(
    200,
    statusResponse({ ...request, path: '/api/v2/summary.json' }, { ...DEFAULT_STATUS, ...setup }).body,
  )
}

const CONTEXT: ProbeContext = {
  network: network({ lookup: async () => [address('127.0.0.1')] }),
  clock: systemClock,
  signal: new AbortController().signal,
  timeout: 2000,
  onAddresses: () => undefined,
}

const INCIDENT = {
  name: 'Network problems in San Jose',
  status: 'investigating',
  impact: 'minor',
  components: ['San Jose, CA, United States - (SJC)'],
  text: '',
} as const

test('the status of a data center comes with its incidents', async () => {
  const pages = [await page(statusServer({ degraded: { SJC: 'major_outage' }, incidents: [INCIDENT] }))]
  expect(await readStatusPage('SJC', CONTEXT, pages)).toEqual({
    colo: 'major_outage',
    incidents: [INCIDENT.name],
  })
  expect(await readStatusPage('AMS', CONTEXT, pages)).toEqual({ colo: 'operational', incidents: [] })
  expect(await readStatusPage('ORK', CONTEXT, pages)).toEqual({ colo: 'operational', incidents: [] })
  expect(await readStatusPage('', CONTEXT, pages)).toEqual({ incidents: [] })
})

test('a critical incident is reported for every data center', async () => {
  const everywhere = {
    ...INCIDENT,
    impact: 'critical',
    components: ['CDN/Cache'],
    name: 'x'.repeat(500),
  } as const
  const found = await readStatusPage('AMS', CONTEXT, [await page(statusServer({ incidents: [everywhere] }))])
  expect(found.incidents).toEqual(['x'.repeat(120)])
})

test('the other address is requested if the first one rejects scripts', async () => {
  const pages = [await page(respondWith(403, {})), await page(statusServer({ incidents: [INCIDENT] }))]
  expect(await readStatusPage('SJC', CONTEXT, pages)).toMatchObject({ incidents: [INCIDENT.name] })
})

test('an unreadable status page is reported in a sentence', async () => {
  const pages = [await page(respondWith(500, {})), await page(respondWith(200, '<html>'))]
  expect(await readStatusPage('SJC', CONTEXT, pages)).toEqual({
    incidents: [],
    unread: "Cloudflare's status page could not be read.",
  })
})

test('a long status page is read', async () => {
  const server = statusServer({ incidents: [{ ...INCIDENT, text: 'x'.repeat(300_000) }] })
  expect(await readStatusPage('SJC', CONTEXT, [await page(server)])).toMatchObject({
    incidents: [INCIDENT.name],
  })
})
