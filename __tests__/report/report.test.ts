import { untrusted } from '../../src/domain/untrusted.ts'
import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { Site } from '../../src/domain/config.ts'
import type { History } from '../../src/domain/evidence.ts'
import { redactNothing, RENDERERS, reportOf } from '../../src/report/render/index.ts'
import type { Report } from '../../src/domain/report.ts'
import { redactorOf } from '../../src/redact/redact.ts'
import type { JudgedSite } from '../../src/report/build/report.ts'
import {
  ADDRESS,
  answer,
  broken,
  certificate,
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
import { dnsAnswers as resolverAnswers } from '../support/evidence.ts'
import { hostileText } from '../support/hostile-text.ts'
import { STORY_NAMES, storyOf } from './stories.ts'
import { headersOf } from '../support/texts.ts'
import { NO_SHELL, onPosix } from '../support/platform.ts'

const AT = START + 60_000

/** A site that sends `text` wherever a site can, and a cause that repeats it. */
function withTextEverywhere(text: string): Report {
  const site = siteOf()
  const headers = {
    server: text,
    'cf-cache-status': text,
    'content-type': text,
    'cf-ray': text,
    location: text,
  }
  const origin = answer(500, headers, text)
  const hostileCertificate = certificate({
    subject: untrusted(text),
    issuer: untrusted(text),
    names: [untrusted(text), untrusted(text)],
    faults: ['untrusted'],
  })
  const tls = { protocol: text, cipher: text, certificate: hostileCertificate }
  const redirectChain = {
    redirects: [
      {
        status: 302,
        from: untrusted(text),
        to: untrusted(text),
        headers: headersOf({ server: text }),
        elapsed: 1,
      },
    ],
    end: 'limit' as const,
    next: untrusted(text),
  }
  const [clue] = [{ from: 'origin' as const, text }]
  const cause = {
    ...realCause('origin-refused'),
    lookalikes: [{ what: { other: text }, distinguishedBy: text }],
    title: text,
  }
  const found = finding(cause, text, [clue, clue])
  const history = historyOf(site, [
    {
      edge: { ...edge(500, headers, text), tls, redirectChain },
      origins: [{ ...origin, tls, redirectChain }],
    },
  ])
  const judgment = { ...failedRound(found), findings: [found, found], warnings: [found], notes: [found] }
  return reportOf({ sites: [judged(site, history, steadily(history, judgment))], at: AT, version: '1.0.0' })
}

const FORMATS = ['markdown', 'text', 'json'] as const

/** A site whose origin refuses the connection. */
function refused(redact: JudgedSite['redact']): JudgedSite {
  const site = siteOf()
  const history = historyOf(site, [
    { edge: edge(521), origins: [broken('connect', 'refused', 'ECONNREFUSED')] },
  ])
  const found = finding(realCause('origin-refused'), 'The origin refuses the connection.', [
    { from: 'origin', text: 'The connection is refused.' },
  ])
  const diagnosis = steadily(history, failedRound(found))
  return { ...judged(site, history, diagnosis), redact }
}

describe('with hostile text everywhere', () => {
  const notations = [
    '203.0.113.10',
    'ip-203-0-113-10',
    '0xcb00710a',
    '3405803786',
    '::ffff:cb00:710a',
    '203\u200b.0.113.10',
    '203.0.\u202e113.10',
  ]

  test.each(notations)('the address of the origin is in no rendering: %s', (notation) => {
    const report = withTextEverywhere(`at ${notation} ${'x'.repeat(70)} ${notation}`)
    for (const format of FORMATS) {
      const text = RENDERERS[format](report).replaceAll('\u200b', '')
      expect(text).not.toContain(notation.replaceAll(/[\u200b\u202e]/g, ''))
      expect(text).not.toContain(ADDRESS)
      expect(text).toContain('$ORIGIN')
    }
  })

  test('the address of the origin is in none of the stories', () => {
    for (const report of STORY_NAMES.map(storyOf)) {
      for (const format of FORMATS) expect(RENDERERS[format](report)).not.toMatch(/203[.-]0[.-]113|cb00710a/)
    }
  })

  test('a secret is hidden that spans the two parts of a step, or two pieces of the summary', () => {
    const clear = reportOf({ sites: [refused(redactNothing)], at: AT, version: '1.0.0' }).sites[0]
    const [step] = clear.remedy?.steps ?? []
    const [first, second] = clear.summary
    for (const [before, after] of [
      [step?.action, step?.details],
      [first?.text, second?.text],
    ]) {
      const secret = `${before?.slice(-5)}${after?.slice(0, 5)}`
      const redact = (text: string): string => text.replaceAll(secret, '***')
      const report = reportOf({ sites: [refused(redact)], at: AT, version: '1.0.0' })
      expect(RENDERERS.json(report)).toContain('***')
      for (const format of FORMATS) {
        expect(RENDERERS[format](report).replaceAll('**', '')).not.toContain(secret)
      }
    }
  })

  test('a log has no control character and no command for the runner', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const line of RENDERERS.text(withTextEverywhere(text)).split('\n')) {
          expect(line).not.toMatch(/\p{Cc}|^\s*::|##\[/u)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('a comment keeps its shape: folds, fences and cells', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const markdown = RENDERERS.markdown(withTextEverywhere(text))
        expect(markdown.match(/^<details><summary>[^<>]*<\/summary>$/gm)?.length).toBe(
          markdown.match(/^<\/details>$/gm)?.length,
        )
        expect((markdown.match(/^```/gm)?.length ?? 0) % 2).toBe(0)
        for (const row of markdown.match(/^\| response .*$|^\| server .*$/gm) ?? []) {
          expect(row.replaceAll('\\|', '').split('|').length).toBe(5)
        }
        expect(markdown).not.toMatch(/^<!--/m)
      }),
      { numRuns: 40 },
    )
  })

  test('every text has a maximum length', () => {
    expect(RENDERERS.json(withTextEverywhere('x'.repeat(100_000))).length).toBeLessThan(21_000)
  })
})

describe('a report', () => {
  test('puts the worst site first and takes its cause', () => {
    const report = storyOf('forty-sites')
    expect(report.sites[0].verdict).toBe('unhealthy')
    expect(report.sites.map(({ verdict }) => verdict)).toEqual(
      report.sites
        .map(({ verdict }) => verdict)
        .toSorted((a, b) => 'uih'.indexOf(a.charAt(0)) - 'uih'.indexOf(b.charAt(0))),
    )
    expect(report).toMatchObject({ verdict: 'unhealthy', cause: 'origin-refused', promote: false })
    expect(report.warnings.map(({ id }) => id)).toEqual(['dns-not-proxied'])
  })

  test('of a healthy site has no cause and promotes', () => {
    expect(storyOf('healthy')).toMatchObject({
      verdict: 'healthy',
      promote: true,
      cause: '',
      category: '',
      confidence: '',
    })
    expect(storyOf('healthy').sites[0]).toMatchObject({ remedy: null, clues: [], docs: '' })
  })

  test('shows the newest round with the cause of the diagnosis', () => {
    const site = siteOf()
    const history = historyOf(site, [{ edge: edge(521) }, { edge: edge(522) }, { edge: edge(200) }])
    const found = finding(realCause('origin-refused'), '…', [{ from: 'edge', text: '…' }])
    const judgments = [failedRound(found), failedRound(found), healthyRound()]
    const diagnosis = { ...steadily(history, failedRound(found)), judgments, trend: 'intermittent' as const }
    const report = reportOf({ sites: [judged(site, history, diagnosis)], at: AT, version: '1.0.0' })
    expect(report.sites[0].probes.edge?.status).toBe(522)
  })

  test('says how to distinguish an alternative and a lookalike, each once', () => {
    const site = siteOf()
    const history = historyOf(site, [{ edge: edge(521) }])
    const clues = [{ from: 'edge', text: '521' }] as const
    const found = finding(realCause('origin-refused'), 'Both were refused.', clues)
    const other = finding(
      realCause('cloudflare-blocked-by-origin'),
      'A firewall may refuse.',
      clues,
      'possible',
    )
    const diagnosis = steadily(history, { ...failedRound(found), findings: [found, other] })
    const report = reportOf({ sites: [judged(site, history, diagnosis)], at: AT, version: '1.0.0' })
    const [{ alternatives, lookalikes }] = report.sites
    const [asAlternative, asLookalike] = found.cause.lookalikes
    expect(alternatives).toMatchObject([
      { cause: 'cloudflare-blocked-by-origin', distinguishedBy: asAlternative?.distinguishedBy },
    ])
    expect(lookalikes).toMatchObject([{ distinguishedBy: asLookalike?.distinguishedBy }])
  })
})

test("answers of DNS servers are shown without addresses that may be the origin's", () => {
  const site = siteOf()
  const [first] = historyOf(site, [{}])
  const resolvers = resolverAnswers('cloudflare', 'elsewhere', 'no-such-host')
  // The second round did not query again.
  const history: History = [{ ...first, resolvers }, first]
  const report = reportOf({
    sites: [judged(site, history, steadily(history, healthyRound()))],
    at: AT,
    version: '1.0.0',
  })
  expect(report.sites[0].probes.dns?.servers).toEqual([
    { server: '1.1.1.1', answer: 'Cloudflare', ttl: 300 },
    { server: '8.8.8.8', answer: 'elsewhere (1 address)', ttl: 1740 },
    { server: '9.9.9.9', answer: 'no such name' },
  ])
  expect(RENDERERS.markdown(report)).toContain(
    '**DNS servers:** `1.1.1.1`: Cloudflare (300 s) · `8.8.8.8`: elsewhere (1 address) (1740 s) · `9.9.9.9`: no such name',
  )
  for (const format of FORMATS) expect(RENDERERS[format](report)).not.toContain('192.0.2.66')
})

describe('the request path', () => {
  const marks: Readonly<Record<string, string>> = {
    refused: 'visitor DNS Cloudflare !origin ?application',
    'app-down': 'visitor DNS Cloudflare TLS origin !application',
    'certificate-expired': 'visitor DNS Cloudflare !TLS origin application',
    'edge-error': 'visitor DNS !Cloudflare SJC TLS origin application',
    challenged: 'visitor DNS ?Cloudflare SJC TLS origin application',
    healthy: 'visitor DNS Cloudflare TLS origin application',
    locked: 'visitor DNS Cloudflare firewall origin application',
    'not-proxied': 'visitor DNS ?Cloudflare TLS origin application',
    'three-origins': 'visitor DNS Cloudflare TLS origin 2 of 3 !application',
  }

  test.each(Object.entries(marks))('%s: %s', (story, marks) => {
    const path = storyOf(story).sites[0].path
    const sign = { ok: '', broken: '!', unknown: '?' }
    expect(path.map(({ name, state }) => sign[state] + name).join(' ')).toBe(marks)
  })
})

function commandsOf(
  site: Site,
  redact = redactorOf(site.origins.map(({ host }) => host)),
): readonly string[] {
  const history = historyOf(site, [
    { edge: edge(200), origins: [broken('connect', 'refused', 'ECONNREFUSED')] },
  ])
  const judgedSite = { ...judged(site, history, steadily(history, healthyRound())), redact }
  return reportOf({ sites: [judgedSite], at: AT, version: '1.0.0' }).sites[0].reproduce
}

/** The arguments that a shell passes to `curl`. */
function argumentsOf(command: string, ORIGIN: string): readonly string[] {
  const script = `printf '%s\\n' ${command.replace(/^curl /, '')}`
  const words = execFileSync('sh', ['-c', script], { encoding: 'utf8', env: { ORIGIN } })
  return words.trimEnd().split('\n')
}

onPosix(NO_SHELL).describe('the curl commands', () => {
  test('accept a certificate of a CA that only Cloudflare and this check know', () => {
    const [front = '', direct = ''] = commandsOf(siteOf({ originCa: ['CERTIFICATE'] }))
    expect(argumentsOf(direct, ADDRESS)).toContain('-k')
    expect(argumentsOf(front, ADDRESS)).not.toContain('-k')
  })

  test('request a URL with brackets or braces as it is', () => {
    const commands = commandsOf(siteOf({ url: 'https://www.example.com/?a={b,c}&d[1-3]=e' }))
    for (const command of commands) expect(command).toMatch(/^curl -sv -g /)
  })

  test('can be pasted once ORIGIN is set', () => {
    const site = siteOf({
      url: "https://www.example.com/it's?a=1&b=$HOME",
      headers: [
        ['X-Key', 'secret'],
        ["X-'q", 's'],
      ],
    })
    const [front = '', direct = ''] = commandsOf(site)
    expect(argumentsOf(front, '')).toEqual([
      '-sv',
      '-o',
      '/dev/null',
      '--max-time',
      '30',
      "https://www.example.com/it's?a=1&b=$HOME",
      '-H',
      'X-Key: …',
      '-H',
      "X-'q: …",
    ])
    expect(argumentsOf(direct, '[2001:db8::1]')).toContain('::[2001:db8::1]:443')
    expect(front + direct).not.toContain('secret')
  })

  test('send the SNI and Host of the direct probe', () => {
    const origins = [{ scheme: 'http:' as const, host: ADDRESS, port: 8080 }]
    const [, direct] = commandsOf(siteOf({ origins, originHost: 'app.internal', originSni: 'sni.example' }))
    expect(direct).toBe(
      `curl -sv -o /dev/null --max-time 30 'http://sni.example/' --connect-to "::$ORIGIN:8080" -H 'Host: app.internal'`,
    )
  })

  test('name the origin when it may be shown', () => {
    const origins = [{ scheme: 'https:' as const, host: '2001:db8::1', port: 443 }]
    expect(commandsOf(siteOf({ origins }), redactNothing)[1]).toContain(`--connect-to '::[2001:db8::1]:443'`)
  })
})

describe('the text report', () => {
  test('keeps to its width, except for commands and links', () => {
    const report = storyOf('refused')
    const lines = RENDERERS.text(report, { width: 80 }).split('\n')
    expect(
      lines.filter((line) => line.length > 80 && !/^ {2}(?:curl|About this cause:) /.test(line)),
    ).toEqual([])
  })

  test('has color only when requested', () => {
    const report = storyOf('refused')
    expect(RENDERERS.text(report)).not.toContain('\u001b')
    expect(RENDERERS.text(report, { color: true })).toContain('\u001b[1;31m✗ www.example.com is down')
  })
})

test('equal parts of the reports on two sites are in memory once', () => {
  const tls = { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384', certificate: certificate({}) }
  const healthy = (milliseconds: number): JudgedSite => {
    const site = siteOf()
    const response = { ...edge(200), tls, timings: { processing: milliseconds } }
    const history = historyOf(site, [{ edge: response, origins: [{ ...answer(200), tls }] }])
    return judged(site, history, steadily(history, healthyRound()))
  }
  // The sites of a run have one redactor.
  const faster = healthy(20)
  const slower = { ...healthy(30), redact: faster.redact }
  const together = reportOf({ sites: [faster, slower], at: AT, version: '1.0.0' })
  const alone = [20, 30].map(
    (time) => reportOf({ sites: [healthy(time)], at: AT, version: '1.0.0' }).sites[0],
  )
  expect(together.sites).toEqual(alone)
  const [first, second] = together.sites
  expect(second?.path).toBe(first.path)
  expect(second?.probes.origins[0]?.tls).toBe(first.probes.edge?.tls)
})

const CAUSE_PAGES = new URL('../../docs/causes/', import.meta.url)

test.each([
  ['times out', broken('connect', 'timeout', 'DEADLINE')],
  ['is out of reach', broken('connect', 'unreachable', 'ENETUNREACH')],
  ['hangs up', broken('processing', 'closed', 'UND_ERR_SOCKET')],
])(
  'the note of a locked origin that %s, and its page, have the two lines that would let it see',
  (_, locked) => {
    const history = historyOf(siteOf(), [{ edge: edge(200), origins: [locked] }])
    const report = reportOf({
      sites: [judged(siteOf(), history, diagnose(history, 1))],
      at: START,
      version: '1.0.0',
    })
    const [note] = report.sites[0].notes
    expect(note?.id).toBe('origin-locked-to-cloudflare')
    const page = readFileSync(new URL('origin-locked-to-cloudflare.md', CAUSE_PAGES), 'utf8')
    for (const text of [note?.text, page]) {
      expect(text).toContain('`origin: ${{ secrets.ORIGIN }}`')
      expect(text).toContain('`origin-proxy-command: ssh -W %h:%p deploy@bastion.example.com`')
    }
  },
)
