import { redactedSentence, untrusted, type Untrusted } from '../../src/domain/untrusted.ts'
import { measurementOf, RESULT } from '../../__tests__/probe/vantage/example.ts'
import { SITE } from '../../__tests__/support/config.ts'
import { REQUEST } from '../../__tests__/support/evidence.ts'
import { readAll } from '../../__tests__/support/reading.ts'
import { blockOf, statesIn } from '../../__tests__/support/state.ts'
import { storyOf } from '../../__tests__/report/stories.ts'
import { leakOf } from '../../__tests__/redact/support/everywhere.ts'
import { isIP } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { encode, type Answer } from 'dns-packet'
import { errorPage } from '../../lab/edge/pages/error-page.ts'
import { challengePage } from '../../lab/edge/pages/challenge.ts'
import { nginxStylePage } from '../../lab/http/page.ts'
import {
  blockedBy,
  challengeIn,
  edgeErrorIn,
  fromCache,
  rayOf,
  traceOf,
} from '../../src/cloudflare/response.ts'
import { CLOUDFLARE_RANGES, inCloudflareRanges, rangesIn } from '../../src/cloudflare/ranges.ts'
import { malformation } from '../../src/diagnosis/facts/malformed.ts'
import { generatorOf, lacksBackend } from '../../src/diagnosis/facts/generator.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { CompletedExchange } from '../../src/domain/exchange.ts'
import { parseMarker } from '../../src/github/publish/marker.ts'
import { earlierIn, MAX_BLOCK, stateBlock } from '../../src/github/publish/state.ts'
import { continuing } from '../../src/report/history/block.ts'
import { endingOf } from '../../src/probe/http/ending.ts'
import { bodyDecoder } from '../../src/probe/http/content-encoding.ts'
import { cookiesFor, updateJar } from '../../src/probe/page/cookies.ts'
import { assetsIn } from '../../src/probe/page/page-assets.ts'
import { asSentByOrigin } from '../../src/probe/page/rewritten.ts'
import { nextSteps, redirectTarget } from '../../src/probe/page/redirect-policy.ts'
import { readCommandOutput } from '../../src/probe/route/read-output.ts'
import { quotableOutput } from '../../src/shared/route/quotable-output.ts'
import { planOf } from '../../src/probe/plan/plan.ts'
import { readMessage } from '../../src/probe/dns/message.ts'
import { addressAnswerOf } from '../../src/probe/dns/addresses.ts'
import { measurementIn } from '../../src/probe/vantage/results.ts'
import { EVIDENCE } from '../../src/recording/evidence-shape.ts'
import { parseJson } from '../../src/shared/json.ts'
import { proxiesOf } from '../../src/probe/network/proxy.ts'
import { baselineIn } from '../../src/report/baseline/baseline.ts'
import { changesOf } from '../../src/report/baseline/diff.ts'
import { clean, cut } from '../../src/redact/visible.ts'
import { merged } from '../../src/report/build/merged.ts'
import type { Sanitize } from '../../src/report/build/sanitize.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { reportIn } from '../../src/report/schema-1/read.ts'
import { comparableOf } from '../../src/report/baseline/comparable.ts'
import { splitRandomly, type Random } from './bytes.ts'
import { latin1Bytes as bytes, PAGE, RESPONSES } from './examples.ts'

const say: Sanitize = (text, max = 300) => cut(clean(redactedSentence(text, (known) => known)), max)

/** The fields of an earlier report that are compared. */
const REPORT = {
  schema: 1,
  at: '2026-11-23T14:04:07.000Z',
  sites: [
    {
      url: 'https://www.shop.example/',
      verdict: 'healthy',
      cause: '',
      sslMode: 'strict',
      probes: {
        edge: { status: 200, total: 62, server: 'cloudflare', http: 'HTTP/1.1' },
        origins: [
          {
            port: 443,
            total: 41,
            broke: { phase: 'connect', reason: 'refused', code: 'ECONNREFUSED' },
            tls: {
              protocol: 'TLSv1.3',
              subject: 'CN=shop',
              issuer: 'CN=E7',
              names: ['www.shop.example', '203.0.113.10'],
              notBefore: '2026-10-24T14:03:07.000Z',
              notAfter: '2027-01-22T14:03:07.000Z',
              faults: ['expired'],
            },
          },
        ],
        dns: { took: 4, cloudflare: ['104.16.10.10'], others: 1 },
      },
    },
  ],
} as const

/** An earlier report with a history. */
const EARLIER_HISTORY = {
  ...REPORT,
  verdict: 'healthy',
  history: [
    {
      at: '2026-11-23T13:00:00.000Z',
      verdict: 'healthy',
      cause: '',
      run: '81',
      edgeTime: 62,
      originTime: 41,
    },
    { at: '2026-11-23T13:15:00.000Z', verdict: 'unhealthy', cause: 'origin-refused', run: '82' },
    {
      at: '2026-11-23T13:30:00.000Z',
      verdict: 'healthy',
      cause: '',
      run: '83',
      changes: [{ where: 'directly', what: 'server', before: 'nginx', now: 'caddy' }],
    },
    { at: '2026-11-23T14:04:07.000Z', verdict: 'healthy', cause: '', run: '' },
  ],
}

const COMMIT = 'a'.repeat(40)
const STATES = (['app-down', 'three-origins', 'forty-sites'] as const).map(
  (name) => statesIn(stateBlock(storyOf(name), COMMIT))[0] ?? '',
)

/** A parser of untrusted input. */
export interface Target {
  readonly id: string
  /** Its share of the inputs, roughly per thousand. */
  readonly share: number
  readonly examples: readonly Uint8Array[]
  /** Parses an input. Throws when a limit or an invariant is violated. */
  readonly read: (input: Uint8Array, random: Random) => void | Promise<void>
}

const latin1 = (input: Uint8Array): string => Buffer.from(input).toString('latin1')
const utf8 = (input: Uint8Array): string => Buffer.from(input).toString('utf8')

export function assertThat(condition: boolean, invariant: string): void {
  if (!condition) throw new Error(`violated: ${invariant}`)
}

const NEVER = new AbortController().signal

const EDGE_REQUEST = {
  scheme: 'https',
  port: 443,
  host: 'www.shop.example',
  method: 'GET',
  path: '/',
  visitor: '198.51.100.7',
  colo: 'SJC',
  ray: '8f2a1c0d9e7b6543',
  at: Date.UTC(2026, 10, 23),
} as const

const ACCEPTS = ['text/html', 'application/json', 'text/markdown', '*/*']
const PAGES: readonly Uint8Array[] = [
  ...ACCEPTS.flatMap((accept) =>
    ([502, 521, 1015, 1020, 1033] as const).map(
      (code) => errorPage(code, {}, { ...EDGE_REQUEST, headers: { accept } }).body,
    ),
  ),
  challengePage({ ...EDGE_REQUEST, headers: {} }).body,
  nginxStylePage(502, 'nginx').body,
  nginxStylePage(502, 'cloudflare').body,
  '<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>',
  'The proxy server received an invalid\r\nresponse from an upstream server',
  'fl=1f1\nh=www.shop.example\nvisit_scheme=https\ncolo=SJC\n',
].map((page) => Buffer.from(page))

const STATUSES = [200, 400, 403, 404, 429, 500, 502, 503, 504, 520, 522, 530] as const

/** A response with this page. Some of its headers are made of the page's bytes. */
function responseWith(input: Uint8Array, random: Random): CompletedExchange {
  const odd = latin1(input.subarray(0, random(60)))
  const or = (usual: string): Untrusted => untrusted(random(4) === 0 ? odd : usual)
  return {
    kind: 'completed',
    timings: { connect: 1 },
    head: {
      status: STATUSES[random(STATUSES.length)] ?? 200,
      headers: {
        server: or('cloudflare'),
        'cf-ray': or('8f2a1c0d9e7b6543-SJC'),
        'cf-cache-status': or('HIT'),
        location: untrusted(odd),
        'cf-mitigated': or('challenge'),
      },
    },
    body: {
      text: untrusted(utf8(input)),
      bytes: input.byteLength,
      complete: random(2) === 0,
      coding: 'none',
    },
  }
}

const REDIRECT_PLAN = planOf({
  ...SITE,
  headers: [['X-Gate', 'open']],
  origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }],
})
/** DNS messages as name servers send them. */
const DNS_ANSWERS: readonly Uint8Array[] = (
  [
    [
      { type: 'CNAME', name: 'www.shop.example', data: 'b.example', ttl: 60 },
      { type: 'A', name: 'b.example', data: '104.16.10.10', ttl: 300 },
    ],
    [{ type: 'AAAA', name: 'www.shop.example', data: '2606:4700::1', ttl: 300 }],
    [{ type: 'NS', name: 'www.shop.example', data: 'ns1.shop.example', ttl: 300 }],
    [],
  ] satisfies Answer[][]
).map((answers) =>
  encode({
    type: 'response',
    questions: [{ name: 'www.shop.example', type: answers[0]?.type === 'AAAA' ? 'AAAA' : 'A' }],
    answers,
    authorities: [
      {
        type: 'SOA',
        name: 'shop.example',
        ttl: 1800,
        data: { mname: 'ns1.shop.example', rname: 'dns.shop.example', minimum: 900 },
      },
    ],
  }),
)

const HTML: readonly Uint8Array[] = [
  '<!doctype html><base href="/b/"><script type="module" crossorigin src="/a.js?v=1&amp;w=2"></script>',
  '<!--[if IE]><script src=/ie.js></script><![endif]--><noscript><link rel=stylesheet href=/n.css></noscript>',
  '<template><script src=/t.js></script></template><svg><title/></svg><link rel="stylesheet" href=\'s.css\'>',
  '<script>x="<!-- <script>"</script>--></script><script src=//www.shop.example/1.js nomodule></script>',
  '<a href="/cdn-cgi/l/email-protection#2a5942455a" class="__cf_email__" data-cfemail="2a5942455a">[email]</a>',
  '<script src="/a.js" type="0123456789abcdef01-text/javascript"></script><img data-cfsrc="/a.png">',
].map((page) => Buffer.from(page))

export const TARGETS: readonly Target[] = [
  {
    id: 'html',
    share: 40,
    examples: HTML,
    read(input) {
      const page = utf8(input)
      const url = new URL('https://www.shop.example/a/')
      const found = assetsIn(page, url, ({ origin }) => origin === url.origin)
      for (const { url: name } of Object.values(found)) {
        assertThat(URL.parse(name)?.origin === url.origin, "a file is of the page's own host")
        assertThat(name.length <= 2048, 'its URL is within its limit')
      }
      for (const original of asSentByOrigin(page))
        assertThat(original.length <= page.length * 4 + 100, 'undoing changes makes no long text')
    },
  },
  {
    id: 'response',
    share: 230,
    examples: RESPONSES,
    read(input, random) {
      const method = random(8) === 0 ? 'HEAD' : 'GET'
      const open = random(2) === 0
      const whole = readAll([input], { method, open })
      const parts = readAll([...splitRandomly(input, random)], { method, open })
      assertThat(JSON.stringify(whole) === JSON.stringify(parts), 'the result does not depend on the pieces')
      assertThat(whole.received <= input.byteLength, 'no byte is counted twice')
      assertThat(/^[^\r\n]{0,2048}$/.test(whole.opening), 'the opening is one line within its limit')
      assertThat(whole.body.length <= whole.received, 'the body is a part of the response')
      assertThat(
        whole.deviations.every(([, offset]) => offset <= whole.received),
        'a deviation is in the response',
      )
      const failed = { kind: 'failed', phase: 'processing', timings: {} } as const
      const error = { reason: 'protocol', code: 'NOT_HTTP', received: whole.received } as const
      const deviations = whole.deviations.map(([kind, offset]) => ({ kind, offset }))
      const wire = { opening: untrusted(whole.opening), contentLength: [], transferEncoding: [], deviations }
      const sentence = malformation({ ...failed, error, wire })
      assertThat((sentence?.length ?? 0) < 400, 'the faults, four at most, are named in fixed words')
    },
  },
  {
    id: 'content-encoding',
    share: 40,
    examples: [gzipSync(PAGE), brotliCompressSync(PAGE), gzipSync(Buffer.alloc(3_000_000)), bytes(PAGE)],
    async read(input, random) {
      const name = (['gzip', 'br', 'deflate', 'x-gzip'] as const)[random(4)] ?? 'gzip'
      const decoder = bodyDecoder(name, 1000)
      for (const piece of splitRandomly(input, random)) decoder.take(piece)
      const { bytes: decoded, end } = await decoder.finish(random(2) === 0, NEVER)
      assertThat(decoded.byteLength <= 1000, 'the output is within its limit')
      assertThat(end.byteLength <= 8192, 'the end is within its limit')
      endingOf(end, '')
    },
  },
  {
    id: 'edge-page',
    share: 250,
    examples: PAGES,
    read(input, random) {
      const response = responseWith(input, random)
      const error = edgeErrorIn(response)
      assertThat(
        error === undefined || (error.code >= 400 && error.code < 10_000),
        'an error code is in its range',
      )
      assertThat(/^[A-Z]{0,3}$/.test(rayOf(response)?.colo ?? ''), 'a data center has three letters')
      assertThat(
        typeof fromCache(response) === 'boolean' && typeof blockedBy(response) === 'boolean',
        'the facts are boolean',
      )
      assertThat(
        [undefined, 'header', 'page'].includes(challengeIn(response)),
        'a challenge has a known origin',
      )
    },
  },
  {
    id: 'trace',
    share: 120,
    examples: PAGES.slice(-1),
    read(input, random) {
      assertThat(
        /^[A-Z]{0,3}$/.test(traceOf(responseWith(input, random))?.colo ?? ''),
        'a data center has three letters',
      )
    },
  },
  {
    id: 'generator',
    share: 120,
    examples: PAGES,
    read(input, random) {
      const response = responseWith(input, random)
      assertThat((generatorOf(response)?.name.length ?? 0) < 40, 'the name is from a fixed list')
      const known: readonly ReturnType<typeof lacksBackend>[] = [undefined, 'certain', 'likely']
      assertThat(known.includes(lacksBackend(response)), 'the fact has a known value')
    },
  },
  {
    id: 'judge',
    share: 60,
    examples: PAGES,
    read(input, random) {
      const [edge, origin] = [responseWith(input, random), responseWith(input, random)]
      const { verdict, findings } = judge({
        at: 0,
        request: {
          url: 'https://www.shop.example/',
          host: 'www.shop.example',
          port: 443,
          method: 'GET',
          expectedStatus: [[200, 399]],
          timeout: 1000,
          sslMode: 'auto',
          certificateDays: 14,
          origins: [{ tls: true, port: 443 }],
        },
        edge,
        origins: [origin],
      })
      assertThat(findings.length > 0 === (verdict !== 'healthy'), 'every verdict but healthy has a cause')
    },
  },
  {
    id: 'redirect',
    share: 60,
    examples: [
      '/en\nid=7; Path=/; Expires=Wed, 21 Oct 2099 07:28:00 GMT, b=8; Domain=shop.example',
      'https://shop.elsewhere.example:8443/?a=b#c\nid=; Max-Age=0',
      '//[2001:db8::1]/\n__Host-id=7; Secure; HttpOnly',
    ].map(bytes),
    read(input) {
      const [location = '', setCookie = ''] = latin1(input).split('\n')
      const [edge, direct] = [REDIRECT_PLAN.edge, REDIRECT_PLAN.origins[0]]
      const url = new URL('https://www.shop.example/cart')
      const target = redirectTarget(302, location, url)
      const jar = updateJar([], url, [setCookie])
      assertThat(/^[\x20-\x7e]*$/.test(cookiesFor(jar, url)), 'cookies are a valid header')
      for (const each of [edge, direct]) {
        if (target === undefined || each?.redirects === undefined) continue
        const steps = nextSteps({ request: each, url }, each, each.redirects, target, jar)
        if (steps === 'elsewhere') continue
        for (const { request: next } of steps) {
          const own = next.host === each.host
          assertThat(next.path.startsWith('/') && !/[\s\0]/.test(next.path), 'the path is valid')
          assertThat(own || each === edge, 'the direct probe stays at its address')
          assertThat(own || next.headers['x-gate'] === undefined, 'secrets are sent to their own host only')
        }
      }
    },
  },
  {
    id: 'dns',
    share: 120,
    examples: DNS_ANSWERS,
    read(input) {
      const message = readMessage(input)
      if (message === undefined) return
      const { addresses, aliases, nameServers, errors, ttl = 0 } = message
      assertThat(
        addresses.every(({ address, family }) => isIP(address) === family),
        'an address has its family',
      )
      assertThat(
        [addresses, aliases, nameServers, errors].every(({ length }) => length <= 32),
        'the result is within its limit',
      )
      assertThat(ttl >= 0 && ttl < 2 ** 31, 'the TTL is in its range')
      const reply = { ok: true, message, transport: 'udp' } as const
      assertThat(
        JSON.stringify(addressAnswerOf([reply, reply])).length < 50_000,
        'the result is within its limit',
      )
    },
  },
  {
    id: 'ranges',
    share: 20,
    examples: [CLOUDFLARE_RANGES.slice(0, 15).join('\n'), CLOUDFLARE_RANGES.slice(15).join('\n')].map(bytes),
    read(input, random) {
      const family = random(2) === 0 ? 4 : 6
      const ranges = rangesIn(latin1(input), family) ?? []
      assertThat(ranges.length < 2000, 'the list is within its limit')
      assertThat(
        !inCloudflareRanges('203.0.113.10', ranges) || ranges.length > 0,
        'an accepted list can be searched',
      )
    },
  },
  {
    id: 'marker',
    share: 90,
    examples: [
      '<!-- origin-gate key="deploy / check" run=7 attempt=1 -->\nhi',
      '<!-- origin-gate key="\\u002d" run=1 attempt=1 -->',
    ].map(bytes),
    read(input) {
      const marker = parseMarker(utf8(input))
      assertThat(
        marker === undefined || Number.isSafeInteger(marker.runId + marker.attempt),
        'its numbers are integers',
      )
    },
  },
  {
    id: 'address',
    share: 40,
    examples: ['104.16.10.10', '2606:4700::6810:a0a', '::ffff:104.16.10.10', 'fe80::1%eth0'].map(bytes),
    read(input) {
      assertThat(typeof inCloudflareRanges(latin1(input)) === 'boolean', 'the fact is boolean')
    },
  },
  {
    id: 'proxy',
    share: 40,
    examples: [
      'http://ci:p%40ss@proxy.example:3128',
      'socks5h://ci:p%40ss@[2001:db8::1]:1080',
      '*,.shop.example:443,203.0.113.0/24,[2001:db8::1]:80',
    ].map(bytes),
    read(input) {
      const text = latin1(input)
      const proxy = proxiesOf({ ALL_PROXY: text, NO_PROXY: text })('www.shop.example', 443, true)
      assertThat(
        typeof proxy !== 'object' || (proxy.port >= 0 && proxy.port < 65_536),
        'the port is in its range',
      )
    },
  },
  {
    id: 'command-output',
    share: 40,
    examples: [
      'channel 0: open failed: connect failed: Connection refused\r\nstdio forwarding failed\r\n',
      'nc: connect to app port 443 (tcp) failed: Connection refused\n',
      '2026/11/30 17:16:41 socat[1] E connect(5, AF=2 127.0.0.1:9, 16): Connection refused\n',
      'deploy@bastion.shop.example: Permission denied (publickey,password).\r\n',
      'ssh: connect to host 203.0.113.10 port 22: Connection timed out\r\n',
      'Unable to connect to the server: dial tcp 10.0.0.1:6443: i/o timeout\n',
    ].map(bytes),
    read(input, random) {
      const output = utf8(input).slice(-4096)
      const exit = [undefined, { code: null }, { code: 0 }, { code: 255 }][random(4)]
      const found = readCommandOutput(output, exit)
      const isKnown =
        found === undefined ? exit === undefined || exit.code === 0 : /^[A-Z_]+$/.test(found.code)
      assertThat(isKnown, 'a command that failed has a reason')
      const quoted = quotableOutput(output)
      assertThat(!/\d{2}/.test(quoted) && quotableOutput(quoted) === quoted, 'a quotation has words only')
    },
  },
  {
    id: 'baseline',
    share: 40,
    examples: [JSON.stringify(REPORT), JSON.stringify(REPORT, null, 2)].map(bytes),
    read(input) {
      const found = baselineIn(utf8(input))
      if (typeof found === 'string') return
      for (const before of found.sites.values()) {
        const now = comparableOf(REPORT.sites[0])
        if (before === undefined || now === undefined) continue
        const changes = changesOf(before, now, found.at, { earlier: say, now: say })
        // Texts and lists are cut.
        assertThat(JSON.stringify(changes).length < 20_000, 'the result is within its limit')
      }
    },
  },
  {
    id: 'baseline history',
    share: 40,
    examples: [JSON.stringify(EARLIER_HISTORY), JSON.stringify(EARLIER_HISTORY, null, 1)].map(bytes),
    read(input) {
      const found = baselineIn(utf8(input))
      if (typeof found === 'string') return
      const { at, history } = found
      const times = history.map((entry) => Date.parse(entry.at))
      assertThat(times.length <= 500, 'a history has at most 500 entries')
      assertThat(
        times.every((time) => time <= Date.parse(at)),
        'no entry is newer than its report',
      )
      assertThat(
        times.every((time, index) => index === 0 || time > (times[index - 1] ?? time)),
        'each time is once',
      )
    },
  },
  {
    id: 'comment-state',
    share: 60,
    examples: [...STATES, stateBlock(storyOf('app-down'), COMMIT)].map(bytes),
    read(input, random) {
      const body = random(4) === 0 ? utf8(input) : blockOf(Buffer.from(input), COMMIT)
      const found = earlierIn(body, COMMIT)
      if (found === undefined || 'missing' in found) return
      assertThat(found.history.length <= 500, 'a history has at most 500 entries')
      assertThat(
        found.history.every(({ at }) => !Number.isNaN(Date.parse(at))),
        'each has a time',
      )
      const report = continuing(storyOf('app-down'), found)
      assertThat(stateBlock(report, COMMIT).length <= MAX_BLOCK, 'the next block is within its limit')
    },
  },
  {
    id: 'vantage',
    share: 40,
    examples: [
      measurementOf(RESULT),
      measurementOf({ ...RESULT, status: 'failed', rawOutput: 'connect ECONNREFUSED 203.0.113.10:443' }),
      measurementOf({ status: 'in-progress', rawOutput: '' }),
    ].map((measurement) => bytes(JSON.stringify(measurement))),
    read(input, random) {
      const found = measurementIn(parseJson(utf8(input)), {
        target: random(2) === 0 ? 'edge' : 0,
        probes: 2,
        tls: true,
        expectations: {},
        followsRedirects: true,
      })
      if (found === undefined) return
      assertThat(found.results.length + found.pending <= 2, 'no probe was added')
      const { results } = found
      const recorded: unknown = JSON.parse(
        JSON.stringify({ at: 1, request: REQUEST, vantage: { at: 1, results } }),
      )
      assertThat(EVIDENCE(recorded, '') === undefined, 'a recording accepts the results')
    },
  },
  {
    id: 'merge',
    share: 10,
    examples: [RENDERERS.json(storyOf('two-sites')), RENDERERS.json(storyOf('stopped'))].map(bytes),
    read(input) {
      const found = reportIn(utf8(input))
      if (typeof found === 'string') return
      const report = merged([found, found])
      assertThat(report.promote === (report.verdict === 'healthy'), 'only a healthy report promotes')
      assertThat(!RENDERERS.text(report).includes('\u001b'), 'the text has no escape sequence')
    },
  },
  {
    // A hidden value in a whole recorded run takes as long as thousands of other inputs.
    id: 'redaction',
    share: 0.1,
    examples: [Uint8Array.of(1, 2, 3, 4)],
    read(_, random) {
      const leak = leakOf(random(2 ** 31))
      assertThat(leak === '', `nothing hidden can be read: ${leak}`)
    },
  },
]
