import { expect, test } from '@jest/globals'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { Config, Site } from '../../src/domain/config.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { conclude, reportOfRound } from '../../src/run/conclude.ts'
import { CONFIG, PUBLISH, SITE } from '../support/config.ts'
import { response, dnsElsewhere, evidenceWith, dnsAnswers } from '../support/evidence.ts'
import { unfollowedRedirect } from '../support/redirects.ts'

const SECRET = 's3cret-Value-42'

test('no report contains a secret header that the site echoes', () => {
  const site: Site = {
    ...SITE,
    origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }],
    headers: [['x-gate', `Bearer ${SECRET}`]],
  }
  const config: Config = { ...CONFIG, sites: [site], publish: { ...PUBLISH, githubToken: 'ghs_0123456789' } }
  const echo = response(500, SECRET, {
    server: `app ${SECRET} ghs_0123456789`,
    'content-type': SECRET.toUpperCase(),
  })
  const history = [evidenceWith({ edge: echo, origin: echo })] as const
  const report = conclude(
    [{ site, history, diagnosis: diagnose(history, 1), addresses: [] }],
    config,
    Date.UTC(2026, 10, 23),
  )
  for (const render of Object.values(RENDERERS)) {
    expect(render(report).toLowerCase()).not.toContain(SECRET.toLowerCase())
    expect(render(report)).not.toContain('ghs_0123456789')
  }
  expect(RENDERERS.json(report)).toContain('app ***')
})

test('the report of one round, which is printed while the others run, hides the same', () => {
  const [own, other] = ['203.0.113.10', '198.51.100.77']
  const siteAt = (url: string, host: string): Site => ({
    ...SITE,
    url,
    origins: [{ scheme: 'https:', host, port: 443 }],
    headers: [['x-gate', `Bearer ${SECRET}`]],
  })
  const site = siteAt('https://www.shop.example/', 'origin.hosting.example')
  const page = response(500, `${SECRET} at ${own} and ${other}`, {
    server: `app ${SECRET} ghs_0123456789 ${own} ${other} origin.hosting.example`,
  })
  const evidence = evidenceWith({ edge: page, origin: page })
  const sites = [site, siteAt('https://two.shop.example/', other)]
  const options = { ...CONFIG, publish: { ...PUBLISH, githubToken: 'ghs_0123456789' } }
  const shown = JSON.stringify(reportOfRound({ site, evidence, needed: 2 }, sites, [own], options))
  for (const hidden of [SECRET, 'ghs_0123456789', own, other, 'origin.hosting.example'])
    expect(shown).not.toContain(hidden)
  expect(shown).toContain('app ***')
})

test('no report contains an Access service token or the API token', () => {
  const [id, secret, token] = ['0123abcd.access', 'access-Secret-42', 'cf_0123456789']
  const site: Site = { ...SITE, access: { id, secret }, zone: { token } }
  const history = [
    evidenceWith({ edge: response(500, '', { server: `app ${id} ${secret} ${token}` }) }),
  ] as const
  const report = conclude(
    [{ site, history, diagnosis: diagnose(history, 1), addresses: [] }],
    { ...CONFIG },
    Date.UTC(2026, 10, 23),
  )
  expect(RENDERERS.json(report)).toContain('app *** *** ***')
})

test('no report contains an address that bypasses Cloudflare, even without an `origin`', () => {
  const site: Site = { ...SITE, origins: [] }
  const away = unfollowedRedirect('limit', 'direct', 'https://www.shop.example/', 'https://198.51.100.1/a')
  const late = unfollowedRedirect('limit', 'direct', 'https://www.shop.example/', 'https://192.0.2.66/a')
  const grey = evidenceWith({ dns: dnsElsewhere, edge: away, origin: undefined, trace: response(404) })
  const old = evidenceWith({
    edge: late,
    origin: undefined,
    followUps: { resolvers: dnsAnswers('cloudflare', 'elsewhere') },
  })
  for (const history of [[grey], [old], [grey, old]] as const) {
    const diagnosis = diagnose(history, 1)
    const report = conclude([{ site, history, diagnosis, addresses: [] }], CONFIG, Date.UTC(2026, 10, 23))
    const texts = Object.values(RENDERERS).map((render) => render(report))
    for (const text of texts) expect(text).not.toMatch(/198\.51\.100\.1|192\.0\.2\.66/)
    const open = conclude(
      [{ site, history, diagnosis, addresses: [] }],
      { ...CONFIG, showOrigin: true },
      Date.UTC(2026, 10, 23),
    )
    expect(RENDERERS.json(open)).toMatch(/198\.51\.100\.1|192\.0\.2\.66/)
  }
})
