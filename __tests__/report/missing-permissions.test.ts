import { untrusted } from '../../src/domain/untrusted.ts'
import { expect, test } from '@jest/globals'
import { RENDERERS, reportOf } from '../../src/report/render/index.ts'
import {
  broken,
  edge,
  failedRound,
  finding,
  healthyRound,
  historyOf,
  judged,
  realCause,
  siteOf,
  START,
  steadily,
} from './fixtures.ts'

const DNS = 'The DNS records could not be read: the token lacks the permission "DNS Read".'
const zone = {
  zone: { unread: [untrusted(DNS)] },
  statusPage: { incidents: [], unread: untrusted("Cloudflare's status page could not be read.") },
}

test('unreadable zone data is in every format, and is neither a warning nor a note', () => {
  const site = siteOf({ access: { id: 'gate.access', secret: 'hush-hush' } })
  const history = historyOf(site, [
    { edge: edge(521), origins: [broken('connect', 'refused', 'ECONNREFUSED')], ...zone },
  ])
  const judgment = failedRound(
    finding(realCause('origin-refused'), 'The connection was refused.', [
      { from: 'zone', text: 'The tunnel is down.' },
    ]),
  )
  const report = reportOf({
    sites: [judged(site, history, steadily(history, judgment))],
    at: START,
    version: '1.0.0',
  })
  expect(report.sites[0].unread).toEqual([DNS, "Cloudflare's status page could not be read."])
  expect([report.warnings, report.notes]).toEqual([[], []])
  for (const format of ['markdown', 'text'] as const) {
    const words = RENDERERS[format](report).replaceAll(/\s+/g, ' ')
    expect(words).toContain('the token lacks the permission "DNS Read"')
    expect(words).toContain('The tunnel is down.')
  }
})

test('unreadable zone data is also in the report of a healthy site', () => {
  const site = siteOf()
  const history = historyOf(site, [{ edge: edge(200), origins: [edge(200)], ...zone }])
  const report = reportOf({
    sites: [judged(site, history, steadily(history, healthyRound()))],
    at: START,
    version: '1.0.0',
  })
  expect(RENDERERS.markdown(report)).toContain('DNS Read')
  expect(RENDERERS.text(report)).toContain('DNS Read')
})

test('the curl command for Cloudflare names the Access headers without their values', () => {
  const site = siteOf({ access: { id: 'gate.access', secret: 'hush-hush' } })
  const history = historyOf(site, [{ edge: edge(200), origins: [edge(200)] }])
  const report = reportOf({
    sites: [judged(site, history, steadily(history, healthyRound()))],
    at: START,
    version: '1.0.0',
  })
  const [through = '', direct = ''] = report.sites[0].reproduce
  expect(through).toContain("-H 'CF-Access-Client-Secret: …'")
  expect(direct).not.toContain('CF-Access')
  expect(JSON.stringify(report)).not.toMatch(/hush|gate\.access/)
})
