import { expect, test } from '@jest/globals'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { Site } from '../../src/domain/config.ts'
import type { DnsAnswer } from '../../src/domain/dns.ts'
import type { Evidence } from '../../src/domain/evidence.ts'
import type { Redirect } from '../../src/domain/exchange.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import type { Report } from '../../src/domain/report.ts'
import { annotationsOf } from '../../src/github/publish/annotations.ts'
import { withhold } from '../../src/redact/redactors.ts'
import { RENDERERS, redactNothing, reportOf, type Redactor } from '../../src/report/render/index.ts'
import { conclude } from '../../src/run/conclude.ts'
import { CONFIG, SITE as ANY_SITE } from '../support/config.ts'
import {
  edgeResponse,
  evidenceWith,
  failedExchange,
  REQUEST,
  response,
  tlsSession,
} from '../support/evidence.ts'
import { afterRedirects, unfollowedRedirect } from '../support/redirects.ts'

const SECRET = 'Zq7Rt2Vw9Ky4Mb6Nc8Pd1Fg3Hj5Ls0Ux'
const ADDRESS = '2001:db8:7f3a:9c1d:5e6b:4a2f:8d0c:1b3e'
const NAME = 'kx7f3a-srv.zq-backend.wvnet.zqint'

const SITE: Site = {
  ...ANY_SITE,
  origins: [
    { scheme: 'https:', host: ADDRESS, port: 443 },
    { scheme: 'https:', host: NAME, port: 443 },
  ],
  headers: [['x-gate', SECRET]],
}

/** Shorter runs occur by chance, and say too little. */
const MAX_RUN = 7

/** Evidence that quotes a text from the wire in as many places as fit in one round. */
type Place = (text: string) => Evidence

const HOME = REQUEST.url
const url = (text: string): string => `http://shop.example/${text}`

const PLACES: Readonly<Record<string, Place>> = {
  'followed redirects': (text) =>
    evidenceWith({ edge: afterRedirects(edgeResponse(200), 'origin', HOME, url(text), `${url(text)}?a`) }),
  'a redirect to plain HTTP that fails': (text) =>
    evidenceWith({
      edge: { ...failedExchange('connect', 'refused'), redirectChain: { redirects: [hop(url(text))] } },
    }),
  'a loop': (text) => evidenceWith({ edge: unfollowedRedirect('loop', 'origin', HOME, url(text), HOME) }),
  'too many redirects': (text) =>
    evidenceWith({ edge: unfollowedRedirect('limit', 'origin', HOME, url(text), `${url(text)}/b`) }),
  'an invalid redirect': (text) =>
    evidenceWith({ edge: unfollowedRedirect('nowhere', 'origin', HOME, text) }),
  'a barred redirect': (text) =>
    evidenceWith({ edge: unfollowedRedirect('barred', 'origin', HOME, `http://127.0.0.1/${text}`) }),
  "an origin's own redirect": (text) =>
    evidenceWith({ origin: unfollowedRedirect('elsewhere', 'direct', HOME, url(text)) }),
  'headers and the page': (text) => {
    const headers = {
      server: text,
      'content-type': text,
      'cf-cache-status': text,
      'cf-ray': text,
      location: text,
      age: text,
      'retry-after': text,
    }
    const page = `<html><head><title>${text}</title></head><body>${text}</body></html>`
    return evidenceWith({ edge: response(503, page, headers), origin: response(500, page, headers) })
  },
  certificates: (text) => {
    const session = tlsSession(['name-mismatch', 'untrusted'])
    const link = {
      subject: untrusted(`CN=${text}`),
      issuer: untrusted(`O=${text}`),
      notBefore: 0,
      notAfter: 1,
      key: 'RSA 2048',
      signature: 'x',
      linked: true,
    }
    const certificate = {
      ...session.certificate,
      subject: untrusted(`CN=${text}`),
      issuer: untrusted(`O=${text}`),
      names: [text, `www.${text}`].map(untrusted),
      chain: [link, link],
    }
    const tls = { ...session, certificate }
    return evidenceWith({
      edge: edgeResponse(526),
      origin: failedExchange('tls', 'untrusted', { tls }),
    })
  },
  'DNS servers': (text) =>
    evidenceWith({
      edge: failedExchange('resolve', 'unresolved'),
      dns: { kind: 'failed', host: 'www.shop.example', elapsed: 1, reason: 'server-failure', code: 'X' },
      followUps: {
        resolvers: [failedAnswer('1.1.1.1', text)],
        nameServers: [failedAnswer(text, text)],
      },
    }),
  "Cloudflare's API and status page": (text) => {
    const [hostile, pools] = [untrusted(text), [{ healthy: false, failures: [untrusted(text)] }]]
    return evidenceWith({
      edge: edgeResponse(502),
      zone: { status: hostile, tunnel: hostile, pools, unread: [hostile] },
      statusPage: { colo: hostile, incidents: [hostile], unread: hostile },
    })
  },
}

function failedAnswer(server: string, text: string): DnsAnswer {
  return {
    server: untrusted(server),
    elapsed: 1,
    transport: 'udp',
    kind: 'failed',
    reason: 'server-failure',
    code: 'SERVFAIL',
    bogus: false,
    aliases: [untrusted(text)],
    errors: [{ code: 22, text: untrusted(text) }],
  }
}

function hop(to: string): Redirect {
  return { from: untrusted(HOME), to: untrusted(to), status: 302, headers: {}, elapsed: 1 }
}

/** Everything that people read of this evidence. All of it is made from what the JSON report holds. */
function printed(evidence: Evidence, renderers: readonly (keyof typeof RENDERERS)[]): string {
  const history = [evidence] as const
  const diagnosis = diagnose(history, 1)
  const sites = [{ site: SITE, history, diagnosis, addresses: [ADDRESS] }] as const
  const report = conclude(sites, CONFIG, evidence.at)
  const texts = renderers.map((name) => RENDERERS[name](report))
  return [...texts, JSON.stringify(annotationsOf(report))].join('\n').toLowerCase()
}

/** The parts of the hidden text that can be read in `seen`. */
function shownParts(seen: string, hidden: string): readonly string[] {
  const runs = Array.from({ length: hidden.length - MAX_RUN }, (_, at) => hidden.slice(at, at + MAX_RUN + 1))
  return runs.filter((run) => seen.includes(run.toLowerCase()))
}

const ALL = ['markdown', 'text', 'json', 'junit'] as const

/** Every cut of a text is below this length. */
const LONGEST_CUT = 620
/** Small enough for each cut to fall into each hidden text, with a run before it that is long enough to be found. */
const STEP = 23

test.each(Object.entries(PLACES))('no cut shows a part of what is hidden in %s', (_, place) => {
  const hidden = [SECRET, ADDRESS, NAME]
  for (let offset = 0; offset < LONGEST_CUT; offset += STEP) {
    const filler = `${'p/'.repeat(offset / 2)}${offset % 2 === 0 ? '' : '/'}`
    const text = `${filler}${hidden.join('/z/')}/z${'q'.repeat(60)}`
    const seen = printed(place(text), offset % 4 === 0 ? ALL : ['json'])
    expect([offset, hidden.flatMap((each) => shownParts(seen, each))]).toEqual([offset, []])
  }
})

test.each(Object.entries(PLACES))('without a redactor, only our own words are shown of %s', (_, place) => {
  const hidden = [SECRET, ADDRESS, NAME]
  const evidence = place(hidden.join('/z/'))
  const judged = { site: SITE, history: [evidence], diagnosis: diagnose([evidence], 1) } as const
  const reported = (redact: Redactor): Report =>
    reportOf({ sites: [{ ...judged, redact }], at: evidence.at, version: '1.0.0' })
  const [withheld, whole] = [reported(withhold), reported(redactNothing)]
  const seen = ALL.map((name) => RENDERERS[name](withheld))
    .join('\n')
    .toLowerCase()
  expect(hidden.flatMap((each) => shownParts(seen, each))).toEqual([])
  expect(seen).toContain('[withheld]')
  expect(kept(withheld)).toEqual(kept(whole))
  expect(withheld.sites[0].headline).toContain('www.shop.example')
})

/** What a report says without a text from the wire. */
function kept({ verdict, promote, cause, confidence, sites: [site] }: Report): unknown {
  const { owner, remedy, path, clues } = site
  const hops = path.map(({ name, state }) => [name, state])
  return [verdict, promote, cause, confidence, owner, remedy, hops, clues.map(({ from }) => from)]
}
