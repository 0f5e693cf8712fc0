import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Site } from '../../src/domain/config.ts'
import { secretRedactorOf } from '../../src/redact/redact.ts'
import { redactorOfSites, withhold } from '../../src/redact/redactors.ts'
import { resolvedOrigins } from '../../src/redact/resolved-origins.ts'
import { SITE } from '../support/config.ts'
import { dnsAnswers, dnsElsewhere, dnsFailure, evidenceWith } from '../support/evidence.ts'

const redact = secretRedactorOf(['Bearer s3cret-Value/42', 'tiny', 'abc'], ['https://tiny.example/'])

describe('a secret that a site sends back', () => {
  test.each([
    ['as it is', 'token s3cret-Value/42!', 'token ***!'],
    ['with its scheme', 'Bearer s3cret-Value/42', '***'],
    ['in other letters', 'S3CRET-VALUE/42', '***'],
    ['in a URL', '/login?next=s3cret-Value%2F42', '/login?next=***'],
    ['in a URL of capitals twice escaped', '/login?next=s3cret%252dValue%252F42', '/login?next=***'],
    ['in base64', `Basic ${btoa('s3cret-Value/42')}`, /^Basic \*\*\*/],
  ])('is hidden %s', (_, text, shown) => {
    if (typeof shown === 'string') expect(redact(text)).toBe(shown)
    else expect(redact(text)).toMatch(shown)
  })

  test('stays if it is too short, or part of a public text', () => {
    expect(redact('abc of tiny.example')).toBe('abc of tiny.example')
  })

  test.each(['pa ss/wo"rd+1', 'Schlüssel<42>', 'a%2Fb{c}|d', "it's~(a)*secret!"])(
    'is hidden in a URL as a browser writes it: %s',
    (secret) => {
      const hide = secretRedactorOf([secret])
      const path = new URL(`https://www.shop.example/${secret.replaceAll('%', '%25')}/x`).href
      const query = new URL('https://www.shop.example/')
      query.searchParams.set('token', secret)
      expect(hide(path)).toBe('https://www.shop.example/***/x')
      expect(hide(query.href)).toBe('https://www.shop.example/?token=***')
    },
  )

  test('is hidden in base64url', () => {
    const secret = '\u00fb\u00ff\u00fe\u00fb??>>'
    const digits = Buffer.from(secret).toString('base64url')
    expect(digits).toMatch(/[-_]/)
    expect(secretRedactorOf([secret])(`t=${digits}`)).toMatch(/^t=\*\*\*.?$/)
  })

  test('is hidden whatever its characters are', () => {
    const secret = fc.string({ minLength: 4, maxLength: 40 }).filter((text) => !/[\s*]/.test(text))
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        expect(secretRedactorOf([value])(`${before}${value}${after}`)).not.toContain(value)
      }),
    )
  })
})

test('without secrets nothing changes', () => {
  expect(secretRedactorOf([])('text')).toBe('text')
})

test('a letter that Unicode folds to an ASCII letter hides no secret', () => {
  const hide = secretRedactorOf(['market-key'])
  for (const text of ['MARKET-KEY', 'mar\u212aet-key', 'market%2dkey', 'market-key'])
    expect(hide(`a ${text} b`)).toBe('a *** b')
  expect(hide('a marked key')).toBe('a marked key')
})

describe('the redactor of a run', () => {
  const site: Site = {
    ...SITE,
    origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }],
    headers: [['x-gate', 's3cret-Value-42']],
    access: { id: 'access-1d-value', secret: 'access-s3cret-value' },
    zone: { token: 'zone-t0ken-value' },
  }
  const text =
    's3cret-Value-42 access-1d-value access-s3cret-value zone-t0ken-value run-t0ken-value 203.0.113.10 198.51.100.7 www.shop.example'

  test('hides the origins and secrets of all sites, and no public name', () => {
    const other: Site = { ...SITE, url: 'https://b.example/', origins: [], headers: [] }
    const sites = [
      { site, addresses: ['198.51.100.7'] },
      { site: other, addresses: [] },
    ]
    const redact = redactorOfSites(sites, { showOrigin: false, tokens: ['run-t0ken-value'] })
    expect(redact(text)).toBe('*** *** *** *** *** $ORIGIN $ORIGIN www.shop.example')
    const shown = redactorOfSites(sites, { showOrigin: true, tokens: [] })
    expect(shown(text)).toBe('*** *** *** *** run-t0ken-value 203.0.113.10 198.51.100.7 www.shop.example')
  })

  test('withholds everything if it cannot be made', () => {
    const broken: Site = { ...SITE, url: 'not a URL' }
    const redact = redactorOfSites([{ site: broken, addresses: [] }], { showOrigin: false, tokens: [] })
    expect(redact('text')).toBe('[withheld]')
    expect(withhold('text')).toBe('[withheld]')
  })
})

test('the addresses outside Cloudflare that the name of a site resolved to are origins', () => {
  const followUps = {
    resolvers: dnsAnswers('no-such-host', 'elsewhere'),
    ownResolver: dnsAnswers('cloudflare'),
    nameServers: dnsAnswers('elsewhere'),
  }
  expect(resolvedOrigins(evidenceWith({ dns: dnsElsewhere, followUps }))).toEqual([
    '198.51.100.1',
    '192.0.2.66',
    '192.0.2.66',
  ])
  const { resolvers, nameServers } = followUps
  expect(resolvedOrigins(evidenceWith({ followUps: { ownResolver: resolvers } }))).toEqual(['192.0.2.66'])
  expect(resolvedOrigins(evidenceWith({ followUps: { nameServers } }))).toEqual(['192.0.2.66'])
  expect(resolvedOrigins(evidenceWith({ dns: undefined }))).toEqual([])
  expect(resolvedOrigins(evidenceWith({ dns: dnsFailure('timeout') }))).toEqual([])
})
