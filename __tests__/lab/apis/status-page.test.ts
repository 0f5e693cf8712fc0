import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { DEFAULT_APIS } from '../../../lab/apis/defaults.ts'
import { openApis, type TestApis } from './client.ts'

let apis: TestApis
beforeAll(async () => {
  apis = await openApis()
})
beforeEach(() => apis.apply(DEFAULT_APIS))
afterAll(() => apis.close())

describe('the status page', () => {
  const SUMMARY = '/api/v2/summary.json'

  test('reports no incidents by default', async () => {
    const { body } = await apis.send('www.cloudflarestatus.com', SUMMARY)
    expect(body).toMatchObject({
      page: { id: 'yh6f0r4529hb' },
      incidents: [],
      scheduled_maintenances: [],
      status: { indicator: 'none', description: 'All Systems Operational' },
    })
    const { body: parts } = await apis.send('yh6f0r4529hb.statuspage.io', '/api/v2/components.json')
    expect(parts).toMatchObject({
      components: expect.arrayContaining([
        expect.objectContaining({ name: 'San Jose, CA, United States - (SJC)', status: 'operational' }),
      ]),
    })
    expect(parts).not.toHaveProperty('incidents')
    expect((await apis.send('www.cloudflarestatus.com', '/api/v2/other.json')).status).toBe(404)
  })

  test('reports a data center outage', async () => {
    const name = 'San Jose, CA, United States - (SJC)'
    apis.apply({
      ...DEFAULT_APIS,
      status: {
        degraded: { SJC: 'major_outage' },
        incidents: [
          {
            name: 'Network performance issues in San Jose',
            status: 'investigating',
            impact: 'major',
            components: [name],
            text: 'We are investigating.',
          },
        ],
        maintenances: [],
      },
    })
    const { body } = await apis.send('www.cloudflarestatus.com', SUMMARY)
    expect(body).toMatchObject({
      status: { indicator: 'major' },
      incidents: [{ impact: 'major', components: [{ name, status: 'major_outage' }] }],
    })
    const unresolved = await apis.send('www.cloudflarestatus.com', '/api/v2/incidents/unresolved.json')
    expect(unresolved.body).toMatchObject({ incidents: [{ status: 'investigating' }] })
  })

  test('may fail under one name and work under the other', async () => {
    const effect = { status: 403, body: '<html>', headers: { 'content-type': 'text/html' } }
    apis.apply({ ...DEFAULT_APIS, faults: [{ host: 'www.cloudflarestatus.com', path: '', effect }] })
    expect((await apis.send('www.cloudflarestatus.com', SUMMARY)).status).toBe(403)
    expect((await apis.send('yh6f0r4529hb.statuspage.io', SUMMARY)).status).toBe(200)
  })
})
