/** The usual mistake of a newcomer: `origin` is the site's own name, so the direct request reaches Cloudflare too. */
import { expect, test } from '@jest/globals'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { Config, Site } from '../../src/domain/config.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { conclude } from '../../src/run/conclude.ts'
import { CONFIG, SITE } from '../support/config.ts'
import { edgeError, edgeResponse, evidenceWith } from '../support/evidence.ts'

function terminalText(evidence: Evidence): string {
  const site: Site = { ...SITE, origins: [{ scheme: 'https:', host: 'www.shop.example', port: 443 }] }
  const history = [evidence] as const
  const diagnosis = diagnose(history, 1)
  const config: Config = { ...CONFIG, sites: [site] }
  const report = conclude([{ site, history, diagnosis, addresses: [] }], config, evidence.at)
  return RENDERERS.text(report).replaceAll(/\s+/g, ' ')
}

test('a site that is down: the report says what to set, and shows no origin that works', () => {
  const text = terminalText(evidenceWith({ edge: edgeError(521), origin: edgeError(521) }))
  expect(text).toContain(
    "Visitors get 521 from Cloudflare. The direct request reached Cloudflare instead of the origin. Set the `origin` input to the server's own address, or leave it empty.",
  )
  expect(text).toContain('Cloudflare SJC ✓ → origin ✗ connection refused → application ?')
})

test('a healthy site: its headline does not say that the origin was checked', () => {
  const text = terminalText(evidenceWith({ edge: edgeResponse(200), origin: edgeResponse(200) }))
  expect(text).toMatch(/is healthy: 200 through Cloudflare \(SJC, \d+ ms\) Note:/)
  expect(text).toContain(
    "so the origin itself was not checked. Set the `origin` input to the server's own address, or leave it empty.",
  )
})
