import { describe, expect, test } from '@jest/globals'
import { plainText } from '../../src/report/prose.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Config, Site } from '../../src/domain/config.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Report } from '../../src/domain/report.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import { sideBySide } from '../../src/report/render/side-by-side.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { recordingOf } from '../../src/recording/write.ts'
import { conclude } from '../../src/run/conclude.ts'
import { CONFIG, SITE as ANY_SITE } from '../support/config.ts'
import { failedExchange, response, REQUEST, evidenceWith, edgeResponse } from '../support/evidence.ts'
import { afterRedirects, unfollowedRedirect, withContent } from '../support/redirects.ts'
import { headersOf } from '../support/texts.ts'

const SITE: Site = { ...ANY_SITE, origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }] }
const HOME = REQUEST.url

function reported(evidence: Evidence, changes: Partial<Site> = {}): Report {
  const site = { ...SITE, ...changes }
  const config: Config = { ...CONFIG, sites: [site] }
  const history = [evidence] as const
  return conclude([{ site, history, diagnosis: diagnose(history, 1), addresses: [] }], config, evidence.at)
}

const to = (place: string): Evidence =>
  evidenceWith({ edge: afterRedirects(edgeResponse(200), 'origin', HOME, `${HOME}en`, place) })

describe('redirects', () => {
  test('are reported with their number and target', () => {
    const [site] = reported(to(`${HOME}en/home`)).sites
    expect(plainText(site.summary)).toContain(
      'Visitors get 200 through Cloudflare, after 2 redirects to https://www.shop.example/en/home.',
    )
    expect(site.probes.edge?.redirects).toEqual([`${HOME}en`, `${HOME}en/home`])
    // The fixture's answer takes 7 ms, and each redirect ten.
    expect(site.probes.edge?.total).toBe(27)
  })

  test('show no secret of their targets, in no report, progress or recording', () => {
    const secret = 'Qw8Er2Ty6Ui0Pa4Sd'
    const target = `${HOME}login?token=${secret}`
    const evidence = to(target)
    const unfollowed = evidenceWith({ edge: unfollowedRedirect('limit', 'origin', HOME, target) })
    for (const one of [evidence, unfollowed]) {
      const report = reported(one)
      const site = { ...SITE }
      const recording = recordingOf(
        {
          sites: [{ site, history: [one], addresses: [] }],
          at: one.at,
          version: '1.0.0',
          schedule: CONFIG.schedule,
        },
        { showOrigin: false, tokens: [] },
      )
      const outputs = [...Object.values(RENDERERS).map((render) => render(report)), JSON.stringify(recording)]
      for (const output of outputs) expect(output).not.toContain(secret.slice(0, 8))
      expect(RENDERERS.json(report)).toContain('login?token=***')
    }
  })

  test('have a row in the table, so that its phases add up to the total', () => {
    const { columns, rows } = sideBySide(reported(to(`${HOME}en/home`)).sites[0])
    const texts = rows
      .filter(({ label }) => ['redirects', 'total'].includes(label))
      .map(({ label, cells }) => [label, cells.map(({ text }) => text)])
    expect(columns).toEqual(['through Cloudflare', 'direct'])
    expect(texts).toEqual([
      ['redirects', ['20 ms', '–']],
      ['total', ['27 ms', '7 ms']],
    ])
    expect(sideBySide(reported(evidenceWith()).sites[0]).rows.map(({ label }) => label)).not.toContain(
      'redirects',
    )
  })

  test('that end over plain HTTP are reported as such', () => {
    expect(plainText(reported(to('http://www.shop.example/')).sites[0].summary)).toContain(
      'http://www.shop.example/, over plain HTTP.',
    )
  })

  test('do not reveal the origin', () => {
    const report = reported(to('https://203.0.113.10/'))
    expect(judge(to('https://203.0.113.10/')).verdict).toBe('healthy')
    for (const render of Object.values(RENDERERS)) expect(render(report)).not.toContain('203.0.113.10')
  })

  test('are followed by the curl command, unless curl would send secrets along', () => {
    const evidence = to(`${HOME}en/home`)
    expect(reported(evidence).sites[0].reproduce[0]).toContain('-L --max-redirs 5')
    expect(reported(evidence, { headers: [['X-Gate', 'open']] }).sites[0].reproduce[0]).not.toContain('-L')
    expect(reported(evidenceWith()).sites[0].reproduce[0]).not.toContain('-L')
  })
})

test('the owner and the fix of a redirect loop depend on its form', () => {
  const flexible = reported(evidenceWith({ edge: unfollowedRedirect('loop', 'origin', HOME, HOME) })).sites[0]
  const pages = reported(
    evidenceWith({
      edge: unfollowedRedirect('loop', 'origin', HOME, `${HOME}en`, HOME),
      origin: unfollowedRedirect('loop', 'direct', HOME, `${HOME}en`, HOME),
    }),
  ).sites[0]
  expect([flexible.cause, flexible.owner, flexible.remedy?.summary]).toEqual([
    'redirect-loop',
    'cloudflare-settings',
    'Make Cloudflare connect to the origin with TLS: SSL mode Full (strict).',
  ])
  expect([pages.cause, pages.owner, pages.remedy?.summary]).toEqual([
    'redirect-loop',
    'deploy',
    'Find out what sends the redirects, and make one of the pages respond without a redirect.',
  ])
})

test('missing content is reported next to the status', () => {
  const request = { expectedBody: { kind: 'text', text: 'release 7' } } as const
  const evidence = evidenceWith({
    edge: withContent(edgeResponse(200), { body: 'missing' }),
    origin: withContent(response(200), { body: 'found' }),
    request,
  })
  const [site] = reported(evidence).sites
  expect(plainText(site.summary)).toBe(
    'Visitors get 200 through Cloudflare, without the expected text. A direct request to the origin returns 200.',
  )
})

test('a response that is cut off is not reported as no response', () => {
  const headers = headersOf({ 'cf-ray': '0123456789abcdef-SJC', server: 'cloudflare' })
  const cut = failedExchange('transfer', 'reset', { received: 900 })
  const edge = 'head' in cut ? { ...cut, head: { ...cut.head, headers } } : cut
  const [site] = reported(evidenceWith({ edge, origin: cut })).sites
  expect(plainText(site.summary)).toContain('Visitors get no complete response: connection reset.')
  expect(RENDERERS.text(reported(evidenceWith({ edge, origin: cut })))).not.toMatch(/no\s+response/)
  expect(site.probes.edge?.rayId).toBe('0123456789abcdef')
  expect(sideBySide(site).columns).toEqual(['through Cloudflare', 'direct'])
})
