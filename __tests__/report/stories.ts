import type { Site } from '../../src/domain/config.ts'
import type { Finding } from '../../src/domain/diagnosis.ts'
import type { History } from '../../src/domain/evidence.ts'
import type { Report } from '../../src/domain/report.ts'
import { baselineIn } from '../../src/report/baseline/baseline.ts'
import { type Judged, reportOf } from '../../src/report/build/report.ts'
import { appDown, blocked, challenged, edgeError, expired, locked, notProxied, refused } from './causes.ts'
import {
  answer,
  broken,
  directDns,
  edge,
  failedLook,
  finding,
  healthyLook,
  historyOf,
  judged,
  siteOf,
  START,
  steadily,
} from './fixtures.ts'

const DAY = 86_400_000
const nginx502 = '<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.22.1</center>'
const bare502 = '<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>cloudflare</center>'
const REFUSED = broken('connect', 'refused', 'ECONNREFUSED')

function times<T>(count: number, value: T): [T, ...T[]] {
  return [value, ...Array<T>(count - 1).fill(value)]
}

const isRefused: Finding = finding(refused, 'Cloudflare and this runner were both refused', [
  { from: 'edge', text: 'Visitors get 521 on a page of Cloudflare, in SJC.' },
  {
    from: 'origin',
    text: 'The origin, asked directly on port 443, gives no answer: the connection is refused (ECONNREFUSED).',
  },
  { from: 'trace', text: 'Cloudflare in SJC answers for the name by itself: the way there is open.' },
])

function refusedAt(site: Site): Judged {
  const history = historyOf(site, times(12, { edge: edge(521, {}, 'error code: 521'), origins: [REFUSED] }))
  const maybe = finding(
    blocked,
    'a firewall may refuse everybody',
    [{ from: 'origin', text: '…' }],
    'possible',
  )
  return judged(site, history, steadily(history, { ...failedLook(isRefused), findings: [isRefused, maybe] }))
}

const isDown: Finding = finding(appDown, 'the page of the 502 is that of nginx, on the origin itself', [
  { from: 'edge', text: 'Visitors get 502 on a page of Cloudflare, in SJC.' },
  { from: 'origin', text: 'The origin, asked directly on port 443, gives 502 on a page of nginx.' },
])

function appDownAt(site: Site): Judged {
  const looks = times(4, {
    edge: edge(502, {}, 'error code: 502'),
    origins: [answer(502, { server: 'nginx/1.22.1' }, nginx502)],
  })
  const history = historyOf(site, looks)
  return judged(site, history, steadily(history, failedLook(isDown)))
}

function expiredAt(site: Site): Judged {
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
  const history = historyOf(site, [
    { edge: edge(526, {}, 'error code: 526'), origins: [{ ...origin, ...(tls && { tls }) }] },
  ])
  const found = finding(expired, 'Cloudflare answers 526 and the certificate ended on 2026-11-21', [
    { from: 'edge', text: 'Visitors get 526 on a page of Cloudflare, in SJC.' },
    { from: 'certificate', text: 'The certificate that the origin shows ended on 2026-11-21.' },
  ])
  return judged(site, history, steadily(history, failedLook(found)))
}

function healthyHistory(site: Site): History {
  return historyOf(site, times(2, { edge: edge(200), origins: [answer(200, { server: 'nginx' })] }))
}

function healthyAt(site: Site): Judged {
  const history = healthyHistory(site)
  return judged(site, history, steadily(history, healthyLook()))
}

function notProxiedAt(site: Site): Judged {
  const history = historyOf(
    site,
    times(2, {
      edge: answer(200, { server: 'nginx' }),
      origins: [answer(200, { server: 'nginx' })],
      trace: answer(404),
      dns: directDns,
    }),
  )
  const found = finding(
    notProxied,
    'the name does not lead to Cloudflare: visitors are served without its protection',
    [{ from: 'dns', text: '…' }],
    'certain',
    'warning',
  )
  return judged(site, history, steadily(history, healthyLook({ warnings: [found] })))
}

function lockedAt(site: Site): Judged {
  const timeout = broken('connect', 'timeout', 'UND_ERR_CONNECT_TIMEOUT')
  const history = historyOf(site, times(2, { edge: edge(200), origins: [timeout] }))
  const found = finding(
    locked,
    'the origin does not let this runner in, while Cloudflare has just been answered',
    [{ from: 'origin', text: '…' }],
    'likely',
    'note',
  )
  return judged(site, history, steadily(history, healthyLook({ notes: [found] })))
}

function challengedAt(site: Site): Judged {
  const history = historyOf(
    site,
    times(3, {
      edge: edge(403, { 'cf-mitigated': 'challenge' }, 'Just a moment...'),
      origins: [answer(200, { server: 'nginx' })],
    }),
  )
  const found = finding(
    challenged,
    'the answer bears `cf-mitigated: challenge`',
    [
      { from: 'edge', text: 'Cloudflare answers 403 with `cf-mitigated: challenge`, in SJC.' },
      { from: 'origin', text: 'The origin, asked directly on port 443, gives 200.' },
    ],
    'certain',
    'inconclusive',
  )
  return judged(site, history, steadily(history, failedLook(found, 'inconclusive')))
}

function edgeErrorAt(site: Site): Judged {
  const history = historyOf(
    site,
    times(12, { edge: edge(502, {}, bare502), origins: [answer(200, { server: 'nginx' })] }),
  )
  const found = finding(
    edgeError,
    'the 502 is a page that Cloudflare makes itself and the origin answers 200',
    [
      { from: 'edge', text: 'Visitors get 502 on a bare page of Cloudflare, in SJC.' },
      { from: 'origin', text: 'The origin, asked directly on port 443, gives 200.' },
    ],
    'likely',
  )
  return judged(site, history, steadily(history, failedLook(found)))
}

/** Every other look fails. */
function intermittentAt(site: Site): Judged {
  const good = { edge: edge(200), origins: [answer(200, { server: 'nginx' })] }
  const bad = {
    edge: edge(502, {}, 'error code: 502'),
    origins: [answer(502, { server: 'nginx' }, nginx502)],
  }
  const history = historyOf(site, [good, bad, bad, good, good, bad, good, good, bad, good])
  const judgments = history.map(({ edge }) =>
    edge?.kind === 'completed' && edge.head.status === 200 ? healthyLook() : failedLook(isDown),
  )
  return judged(site, history, { ...steadily(history, failedLook(isDown)), trend: 'intermittent', judgments })
}

/** It failed while the new version was starting. */
function recoveredAt(site: Site): Judged {
  const good = { edge: edge(200), origins: [answer(200, { server: 'nginx' })] }
  const bad = { edge: edge(521, {}, 'error code: 521'), origins: [REFUSED] }
  const history = historyOf(site, [bad, bad, bad, good, good])
  const judgments = history.map((_, index) => (index < 3 ? failedLook(isRefused) : healthyLook()))
  return judged(site, history, { ...steadily(history, healthyLook()), trend: 'recovered', judgments })
}

const EVIL =
  '@everyone <img src=x onerror=alert(1)> | --> ``` \u202e ::error::pwned #1 https://evil.example $(id) [x](y)'

function hostileAt(site: Site): Judged {
  const origin = answer(
    500,
    { server: EVIL, 'cf-cache-status': EVIL, location: `https://203.0.113.10/${EVIL}` },
    EVIL,
  )
  const tls = origin.tls && {
    ...origin.tls,
    certificate: {
      ...origin.tls.certificate,
      subject: `CN=${EVIL}`,
      issuer: 'CN=ip-203-0-113-10',
      names: [EVIL, '*.203.0.113.10.example', 'a`b|c'],
      faults: ['name-mismatch' as const],
    },
  }
  const history = historyOf(
    site,
    times(2, { edge: edge(500, { server: EVIL }, EVIL), origins: [{ ...origin, ...(tls && { tls }) }] }),
  )
  const words = {
    ...expired,
    id: 'origin-app-error',
    hop: 'application',
    title: 'the application fails',
  } as const
  const found = finding(words, `its server calls itself ${EVIL}`, [
    { from: 'edge', text: `Visitors get 500 with the title ${EVIL}` },
    { from: 'origin', text: 'At 203.0.113.10, that is 0xcb00710a, \n::set-output name=verdict::healthy' },
  ])
  return judged(site, history, steadily(history, failedLook(found)))
}

function threeOriginsAt(site: Site): Judged {
  const good = answer(200, { server: 'nginx' })
  const history = historyOf(site, times(3, { edge: edge(200), origins: [good, REFUSED, good] }))
  const found: Finding = {
    ...isRefused,
    match: {
      ...isRefused.match,
      clues: [
        {
          from: 'origin',
          text: 'Origin 2 of 3, asked directly on port 443, gives no answer: the connection is refused (ECONNREFUSED).',
        },
      ],
      because: 'origin 2 refuses this runner',
      confidence: 'likely',
    },
    origin: { position: 2, of: 3 },
  }
  return judged(site, history, steadily(history, failedLook(found)))
}

function named(host: string): Site {
  return siteOf({ url: `https://${host}/`, originHost: host, originSni: host })
}

function told(...sites: readonly [Judged, ...Judged[]]): Report {
  return reportOf({ sites, at: START + 60_000, version: '1.0.0' })
}

const origins = ['203.0.113.10', '203.0.113.11', '203.0.113.12'].map((host) => ({
  scheme: 'https:' as const,
  host,
  port: 443,
}))

/** It was well an hour ago, on another server with another certificate, and with another resolver's answer. */
function changedFrom(site: Site): Report {
  const before = told(healthyAt(site))
  const text = JSON.stringify({ ...before, at: new Date(START - 3_600_000).toISOString() })
  const earlier = baselineIn(
    text.replaceAll('"nginx"', '"Apache/2.4.58 (Ubuntu)"').replaceAll('"TLSv1.3"', '"TLSv1.2"'),
  )
  if (typeof earlier === 'string') throw new TypeError(earlier)
  return reportOf({ sites: [appDownAt(site)], at: START + 60_000, version: '1.0.0', earlier })
}

/** One report for each thing that a reader may meet. The names are those of the golden files. */
export const STORIES: Readonly<Record<string, Report>> = {
  refused: told(refusedAt(siteOf({ headers: [['X-Probe', 'secret']] }))),
  'app-down': told(appDownAt(siteOf())),
  'certificate-expired': told(expiredAt(siteOf())),
  'edge-error': told(edgeErrorAt(siteOf())),
  challenged: told(challengedAt(siteOf())),
  intermittent: told(intermittentAt(siteOf())),
  recovered: told(recoveredAt(siteOf())),
  healthy: told(healthyAt(siteOf())),
  'not-proxied': told(notProxiedAt(siteOf())),
  locked: told(lockedAt(siteOf())),
  'three-origins': told(threeOriginsAt(siteOf({ origins }))),
  hostile: told(hostileAt(siteOf())),
  changed: changedFrom(siteOf()),
  'two-sites': told(healthyAt(named('shop.example.com')), refusedAt(siteOf())),
  'forty-sites': told(
    notProxiedAt(named('s0.example.com')),
    ...Array.from({ length: 39 }, (_, index) => {
      const site = named(`s${index + 1}.example.com`)
      if (index % 10 === 3) return refusedAt(site)
      return index === 20 ? challengedAt(site) : healthyAt(site)
    }),
  ),
}
