import type { Site } from '../../src/domain/config.ts'
import type { CheckRequest, History } from '../../src/domain/evidence.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import type { HistoryChange } from '../../src/domain/history/entry.ts'
import type { Report } from '../../src/domain/report.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { diagnose, diagnoseSoFar } from '../../src/diagnosis/diagnose.ts'
import { interrupted } from '../../src/run/outcome.ts'
import { baselineIn } from '../../src/report/baseline/baseline.ts'
import { type JudgedSite, reportOf } from '../../src/report/build/report.ts'
import { everywhere, from, measured } from '../support/vantage.ts'
import { monitored, withHistory } from './history/histories.ts'
import {
  answer,
  broken,
  directDns,
  edge,
  failedRound,
  finding,
  historyOf,
  judged,
  realCause,
  siteOf,
  START,
  steadily,
} from './fixtures.ts'

const DAY = 86_400_000
const nginx502 = '<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>'
const bare502 = '<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>cloudflare</center>'
const REFUSED = broken('connect', 'refused', 'ECONNREFUSED')

type Rounds = Parameters<typeof historyOf>[1]

function times<T>(count: number, value: T): [T, ...T[]] {
  return [value, ...Array<T>(count - 1).fill(value)]
}

/** A site with the diagnosis that the product makes of these rounds. */
function diagnosed(site: Site, rounds: Rounds): JudgedSite {
  const history = historyOf(site, rounds)
  return judged(site, history, diagnose(history, Math.min(2, rounds.length)))
}

function refusedAt(site: Site): JudgedSite {
  return diagnosed(site, times(12, { edge: edge(521, {}, 'error code: 521'), origins: [REFUSED] }))
}

function throughBastion(request: CheckRequest): CheckRequest {
  const carried = { route: 'bastion' as const }
  return { ...request, origins: request.origins.map((origin) => Object.assign({}, origin, carried)) }
}

/** A site whose origin is reached through a bastion. */
function behindBastion(rounds: Rounds): JudgedSite {
  const site = siteOf({ originProxyCommand: 'ssh -W %h:%p deploy@bastion.example.net' })
  const [first, ...more] = historyOf(site, rounds).map((round) =>
    Object.assign({}, round, { request: throughBastion(round.request) }),
  )
  if (first === undefined) throw new RangeError('No round')
  const history: History = [first, ...more]
  return judged(site, history, diagnose(history, Math.min(2, rounds.length)))
}

const DENIED: Exchange = {
  ...broken('connect', 'route', 'ROUTE_PERMISSION_DENIED'),
  commandOutput: untrusted('deploy@bastion.example.net: Permission denied (publickey).\r\n'),
}

function appDownAt(site: Site): JudgedSite {
  return diagnosed(
    site,
    times(4, {
      edge: edge(502, {}, 'error code: 502'),
      origins: [answer(502, { server: 'nginx/1.22.1' }, nginx502)],
    }),
  )
}

function expiredAt(site: Site): JudgedSite {
  const origin = answer(200, { server: 'nginx' })
  const tls = origin.tls && {
    ...origin.tls,
    certificate: {
      ...origin.tls.certificate,
      notAfter: START - 2 * DAY,
      chainError: 'CERT_HAS_EXPIRED',
      faults: ['expired' as const],
    },
  }
  return diagnosed(site, [
    { edge: edge(526, {}, 'error code: 526'), origins: [{ ...origin, ...(tls && { tls }) }] },
  ])
}

function healthyAt(site: Site): JudgedSite {
  return diagnosed(site, times(2, { edge: edge(200), origins: [answer(200, { server: 'nginx' })] }))
}

function notProxiedAt(site: Site): JudgedSite {
  return diagnosed(
    site,
    times(2, {
      edge: answer(200, { server: 'nginx' }),
      origins: [answer(200, { server: 'nginx' })],
      trace: answer(404),
      dns: directDns,
    }),
  )
}

function lockedAt(site: Site): JudgedSite {
  const timeout = broken('connect', 'timeout', 'DEADLINE')
  return diagnosed(site, times(2, { edge: edge(200), origins: [timeout] }))
}

/** This runner is challenged, and visitors elsewhere are not. */
function challengedHereAt(site: Site): JudgedSite {
  const challenged = edge(403, { 'cf-mitigated': 'challenge' })
  const origins = [answer(200, { server: 'nginx' })]
  return diagnosed(site, times(2, { edge: challenged, origins, ...measured(everywhere(edge(200))) }))
}

/** Two places get 521, and one of them twice in one city. The names are anyone's text. */
function failsElsewhereAt(site: Site): JudgedSite {
  const refused = edge(521, {}, 'error code: 521')
  const hostile = { city: untrusted('<b>@Lima</b> [x](http://evil.example) | `a`') }
  const results = [
    from('dallas', edge(200)),
    from('frankfurt', refused),
    from('frankfurtToo', refused),
    ...[from('singapore', BROKEN_PROBE)].map((result) =>
      Object.assign({}, result, { place: { ...result.place, ...hostile, asn: 64_999 } }),
    ),
  ]
  const origins = [answer(200, { server: 'nginx' })]
  return diagnosed(site, [
    { edge: edge(200), origins, ...measured(results, { problem: 'slow', missing: 1 }) },
  ])
}

const BROKEN_PROBE = broken('connect', 'timeout', 'ETIMEDOUT')

function challengedAt(site: Site): JudgedSite {
  return diagnosed(
    site,
    times(3, {
      edge: edge(403, { 'cf-mitigated': 'challenge' }, 'Just a moment...'),
      origins: [answer(200, { server: 'nginx' })],
    }),
  )
}

function edgeErrorAt(site: Site): JudgedSite {
  return diagnosed(
    site,
    times(12, { edge: edge(502, {}, bare502), origins: [answer(200, { server: 'nginx' })] }),
  )
}

/** Fails in 5 of 10 rounds. */
function intermittentAt(site: Site): JudgedSite {
  const good = { edge: edge(200), origins: [answer(200, { server: 'nginx' })] }
  const bad = {
    edge: edge(502, {}, 'error code: 502'),
    origins: [answer(502, { server: 'nginx' }, nginx502)],
  }
  return diagnosed(site, [good, bad, bad, good, good, bad, good, bad, good, bad])
}

/** Failed while the new version was starting. */
function recoveredAt(site: Site): JudgedSite {
  const good = { edge: edge(200), origins: [answer(200, { server: 'nginx' })] }
  const bad = { edge: edge(521, {}, 'error code: 521'), origins: [REFUSED] }
  return diagnosed(site, [bad, bad, bad, good, good])
}

const EVIL =
  '@everyone <img src=x onerror=alert(1)> | --> ``` \u202e ::error::pwned #1 https://evil.example $(id) [x](y)'

/** A server that puts hostile text and the origin's address everywhere, and a cause that quotes it. */
function hostileAt(site: Site): JudgedSite {
  const origin = answer(
    500,
    { server: EVIL, 'cf-cache-status': EVIL, location: `https://203.0.113.10/${EVIL}` },
    EVIL,
  )
  const tls = origin.tls && {
    ...origin.tls,
    certificate: {
      ...origin.tls.certificate,
      subject: untrusted(`CN=${EVIL}`),
      issuer: untrusted('CN=ip-203-0-113-10'),
      names: [EVIL, '*.203.0.113.10.example', 'a`b|c'].map(untrusted),
      faults: ['name-mismatch' as const],
    },
  }
  const history = historyOf(
    site,
    times(2, { edge: edge(500, { server: EVIL }, EVIL), origins: [{ ...origin, ...(tls && { tls }) }] }),
  )
  const found = finding(realCause('origin-app-error'), `The server's name is ${EVIL}.`, [
    { from: 'edge', text: `Visitors get 500 with the title ${EVIL}` },
    { from: 'origin', text: 'At 203.0.113.10, that is 0xcb00710a, \n::set-output name=verdict::healthy' },
  ])
  return judged(site, history, steadily(history, failedRound(found)))
}

function threeOriginsAt(site: Site): JudgedSite {
  const good = answer(200, { server: 'nginx' })
  const bad = answer(502, { server: 'nginx' }, nginx502)
  return diagnosed(site, times(3, { edge: edge(200), origins: [good, bad, good] }))
}

function named(host: string): Site {
  return siteOf({ url: `https://${host}/`, originHost: host, originSni: host })
}

function reportFor(...sites: readonly [JudgedSite, ...JudgedSite[]]): Report {
  return reportOf({ sites, at: START + 60_000, version: '1.0.0' })
}

const origins = ['203.0.113.10', '203.0.113.11', '203.0.113.12'].map((host) => ({
  scheme: 'https:' as const,
  host,
  port: 443,
}))

/** Healthy an hour ago, on another server and with an older TLS version. */
function changedFrom(site: Site): Report {
  const text = JSON.stringify(reportOf({ sites: [healthyAt(site)], at: START - 3_600_000, version: '1.0.0' }))
  const earlier = baselineIn(
    text.replaceAll('"nginx"', '"Apache/2.4.58 (Ubuntu)"').replaceAll('"TLSv1.3"', '"TLSv1.2"'),
  )
  if (typeof earlier === 'string') throw new TypeError(earlier)
  return reportOf({ sites: [appDownAt(site)], at: START + 60_000, version: '1.0.0', earlier })
}

/** One report for each situation that a reader may meet. The names are those of the golden files. */
/** A site whose run was cancelled. Its first `rounds` rounds are judged. */
function stoppedAt(whole: JudgedSite, rounds: number): JudgedSite {
  const [first, ...rest] = whole.history.slice(0, Math.max(1, rounds))
  if (first === undefined) throw new RangeError('No round')
  return rounds === 0
    ? judged(whole.site, [{ at: first.at, request: first.request }], diagnoseSoFar([], 2))
    : judged(whole.site, [first, ...rest], diagnoseSoFar([first, ...rest], 2))
}

const RENEWED: HistoryChange = {
  where: 'directly',
  what: 'certificate',
  before: "CN=www.example.com, issued by Let's Encrypt E7, until 2026-12-02",
  now: "CN=www.example.com, issued by Let's Encrypt E8, until 2027-02-21",
}
const UPGRADED: HistoryChange = {
  site: 'https://shop.example.com/',
  where: 'directly',
  what: 'server',
  before: 'nginx/1.22.1',
  now: 'nginx/1.28.0',
}
/** As a report has it: without invisible characters. */
const SHOWN_EVIL = EVIL.replace('\u202e ', '')
const HOSTILE: HistoryChange = { where: SHOWN_EVIL, what: SHOWN_EVIL, before: SHOWN_EVIL, now: '`a|b`' }

const STORIES: Readonly<Record<string, () => Report>> = {
  refused: () => reportFor(refusedAt(siteOf({ headers: [['X-Probe', 'secret']] }))),
  'app-down': () => reportFor(appDownAt(siteOf())),
  'certificate-expired': () => reportFor(expiredAt(siteOf())),
  'edge-error': () => reportFor(edgeErrorAt(siteOf())),
  challenged: () => reportFor(challengedAt(siteOf())),
  'challenged-here': () => reportFor(challengedHereAt(siteOf())),
  'fails-elsewhere': () => reportFor(failsElsewhereAt(siteOf())),
  intermittent: () => reportFor(intermittentAt(siteOf())),
  recovered: () => reportFor(recoveredAt(siteOf())),
  healthy: () => reportFor(healthyAt(siteOf())),
  'not-proxied': () => reportFor(notProxiedAt(siteOf())),
  locked: () => reportFor(lockedAt(siteOf())),
  'three-origins': () => reportFor(threeOriginsAt(siteOf({ origins }))),
  'bastion-healthy': () =>
    reportFor(behindBastion(times(2, { edge: edge(200), origins: [answer(200, { server: 'nginx' })] }))),
  'bastion-refused': () =>
    reportFor(behindBastion(times(3, { edge: edge(521, {}, 'error code: 521'), origins: [REFUSED] }))),
  'bastion-blocked': () =>
    reportFor(behindBastion(times(3, { edge: edge(522, {}, 'error code: 522'), origins: [answer(200)] }))),
  'bastion-denied': () => reportFor(behindBastion(times(2, { edge: edge(200), origins: [DENIED] }))),
  'bastion-denied-down': () =>
    reportFor(behindBastion(times(3, { edge: edge(521, {}, 'error code: 521'), origins: [DENIED] }))),
  hostile: () => reportFor(hostileAt(siteOf())),
  changed: () => changedFrom(siteOf()),
  stopped: () => interrupted(reportFor(stoppedAt(refusedAt(siteOf()), 3))),
  'stopped-healthy': () => interrupted(reportFor(stoppedAt(healthyAt(siteOf()), 1))),
  'stopped-first': () => interrupted(reportFor(stoppedAt(healthyAt(siteOf()), 0))),
  'stopped-sites': () =>
    interrupted(
      reportFor(
        stoppedAt(refusedAt(named('a.example.com')), 2),
        stoppedAt(refusedAt(named('b.example.com')), 2),
        stoppedAt(challengedAt(named('c.example.com')), 1),
        stoppedAt(healthyAt(named('d.example.com')), 1),
        stoppedAt(healthyAt(named('e.example.com')), 0),
        healthyAt(named('f.example.com')),
      ),
    ),
  // A run every quarter of an hour, oldest first. A space is one that didn't happen.
  'history-quick': () => withHistory(reportFor(healthyAt(siteOf())), '✓✓✓'),
  'history-down': () => withHistory(reportFor(refusedAt(siteOf())), '✓✓✓✓✓✓✓✓?✓✗✗✗'),
  monitored: () =>
    monitored(
      withHistory(
        reportFor(healthyAt(siteOf())),
        `${'✓'.repeat(40)}✗✗✓✓✓✓     ✓✓✓✓${'✓'.repeat(20)}?✓???${'✓'.repeat(45)}`,
        { causes: ['origin-refused', 'origin-app-down'], changes: { 40: [RENEWED] } },
      ),
      '-31h',
    ),
  'monitored-first': () => monitored(reportFor(healthyAt(siteOf())), '-4min'),
  'monitored-down': () =>
    monitored(
      withHistory(reportFor(refusedAt(siteOf())), `${'✓'.repeat(9)}✗✗${'✓'.repeat(80)}      ✗✗✗`),
      '-25h',
    ),
  'monitored-over': () =>
    monitored(
      withHistory(reportFor(healthyAt(siteOf())), `${'✓'.repeat(60)}✗✓✓✗✗${'✓'.repeat(126)}`),
      '-48h',
    ),
  'monitored-sites': () =>
    monitored(
      withHistory(
        reportFor(refusedAt(siteOf()), healthyAt(named('shop.example.com'))),
        `${'✓'.repeat(30)}✗`,
        { changes: { 12: [UPGRADED] } },
      ),
      '-8h',
    ),
  'monitored-hostile': () =>
    monitored(withHistory(reportFor(healthyAt(siteOf())), '✓✓✗✓✓', { changes: { 2: [HOSTILE] } }), '-2h'),
  'two-sites': () => reportFor(healthyAt(named('shop.example.com')), refusedAt(siteOf())),
  'forty-sites': () =>
    reportFor(
      notProxiedAt(named('s0.example.com')),
      ...Array.from({ length: 39 }, (_, index) => {
        const site = named(`s${index + 1}.example.com`)
        if (index % 10 === 3) return refusedAt(site)
        return index === 20 ? challengedAt(site) : healthyAt(site)
      }),
    ),
}

export const STORY_NAMES: readonly string[] = Object.keys(STORIES)

const built = new WeakMap<() => Report, Report>()

/** The report of a story, built when a test needs it first. */
export function storyOf(name: string): Report {
  const build = STORIES[name]
  if (build === undefined) throw new RangeError(name)
  const report = built.get(build) ?? build()
  built.set(build, report)
  return report
}
