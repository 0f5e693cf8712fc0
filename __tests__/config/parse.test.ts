import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { secretsOf } from '../../src/config/secrets.ts'
import { type Given, parsed, problems, read } from './support.ts'

const url = 'https://www.example.com/'

describe('valid inputs', () => {
  test('a URL is enough', () => {
    expect(parsed({ url })).toEqual({
      ok: true,
      config: {
        sites: [
          {
            url,
            origins: [],
            originHost: 'www.example.com',
            originSni: 'www.example.com',
            headers: [],
            expectedStatus: [[200, 399]],
            timeout: 30_000,
            method: 'GET',
            sslMode: 'auto',
            originCa: [],
            checkAssets: true,
            followRedirects: 5,
            certificateDays: 14,
            resolvers: ['1.1.1.1', '8.8.8.8', '9.9.9.9'],
          },
        ],
        schedule: { wait: 60_000, interval: 5000, consecutiveSuccesses: 2, watch: 0 },
        failOn: new Set(['unhealthy']),
        showOrigin: false,
        report: 'report.json',
        junit: '',
        html: '',
        badge: '',
        baseline: '',
        publish: {
          comment: 'always',
          commentTarget: 'auto',
          commentKey: 'deploy / check',
          prNumber: undefined,
          jobSummary: true,
          checkRun: false,
          deploymentStatus: false,
          githubToken: '',
        },
      },
    })
  })

  test('every input can be set', () => {
    const given = {
      url: 'https://a.example:8443/x,\r\n\r\nhttp://b.example\r\nhttps://a.example:8443/x\r\n',
      origin: '203.0.113.10\n[2001:db8::1]:8080,\n',
      'origin-host': 'App.example:8443',
      'ssl-mode': 'full',
      method: 'GET',
      headers: 'X-One: 1\nX-One: two, three',
      'access-client-id': 'id.access',
      'access-client-secret': 'access-secret',
      'expected-body': 'Welcome\r\n back',
      'expected-header': 'X-Release: /^2026\\./i',
      'check-assets': 'false',
      'max-response-time': '1500ms',
      'follow-redirects': '0',
      watch: '10m',
      'certificate-days': '30',
      resolvers: '9.9.9.9,\n2620:FE:0::FE\n9.9.9.9',
      'cloudflare-api-token': 'cf_token',
      'cloudflare-zone-id': '0123456789ABCDEF0123456789abcdef',
      'check-run': 'true',
      'deployment-status': 'true',
      junit: 'out/report.xml',
      html: 'out/report.html',
      badge: 'out/badge.json',
      baseline: 'last/report.json',
      'expected-status': '2xx, 304',
      'fail-on': 'unhealthy, inconclusive\nwarning',
      'comment-key': 'key',
      'pr-number': '12',
      'commit-sha': 'c0ffee5e'.repeat(5),
      'deployed-at': '2026-11-29T11:00:00+01:00',
      'monitor-for': '24h',
      report: 'out/report.json',
      'show-origin': 'True',
      'job-summary': 'false',
      'github-token': 'ghs_abc',
    }
    expect(parsed(given)).toMatchObject({
      ok: true,
      config: {
        sites: [
          {
            url: 'https://a.example:8443/x',
            origins: [
              { scheme: 'https:', host: '203.0.113.10', port: 8443 },
              { scheme: 'https:', host: '2001:db8::1', port: 8080 },
            ],
            originHost: 'app.example:8443',
            originSni: 'app.example',
            headers: [
              ['X-One', '1'],
              ['X-One', 'two, three'],
            ],
            method: 'GET',
            sslMode: 'full',
            access: { id: 'id.access', secret: 'access-secret' },
            expectedBody: { kind: 'text', text: 'Welcome\r\n back' },
            expectedHeader: {
              name: 'x-release',
              value: { kind: 'regex', source: String.raw`^2026\.`, flags: 'i' },
            },
            maxResponseTime: 1500,
            followRedirects: 0,
            certificateDays: 30,
            resolvers: ['9.9.9.9', '2620:fe::fe'],
            zone: { token: 'cf_token', id: '0123456789abcdef0123456789abcdef' },
          },
          { url: 'http://b.example/', origins: [{ scheme: 'http:', port: 80 }, { scheme: 'http:' }] },
        ],
        failOn: new Set(['unhealthy', 'inconclusive', 'warning']),
        showOrigin: true,
        schedule: { watch: 600_000 },
        report: 'out/report.json',
        junit: 'out/report.xml',
        html: 'out/report.html',
        badge: 'out/badge.json',
        baseline: 'last/report.json',
        publish: {
          checkRun: true,
          deploymentStatus: true,
          commentKey: 'key',
          prNumber: 12,
          jobSummary: false,
          githubToken: 'ghs_abc',
        },
      },
    })
  })

  test('the Host header keeps a non-default port, the server name has none', () => {
    const given = { url: 'https://www.example.com:8443/\nhttp://[::1]:80/\nhttp://[::1]:81/' }
    expect(parsed(given)).toMatchObject({
      config: {
        sites: [
          { originHost: 'www.example.com:8443', originSni: 'www.example.com' },
          { originHost: '[::1]', originSni: '::1' },
          { originHost: '[::1]:81', originSni: '::1' },
        ],
      },
    })
  })

  test('a zone is read only with a token, and found by name without an id', () => {
    const id = 'f'.repeat(32)
    expect(parsed({ url, 'cloudflare-zone-id': id })).toMatchObject({ ok: true })
    expect(parsed({ url, 'cloudflare-zone-id': id })).not.toHaveProperty('config.sites.0.zone')
    expect(parsed({ url, 'cloudflare-api-token': 'cf_token' })).toHaveProperty('config.sites.0.zone', {
      token: 'cf_token',
    })
  })

  test('fail-on: never fails on no outcome', () => {
    expect(parsed({ url, 'fail-on': 'never' })).toMatchObject({ config: { failOn: new Set() } })
  })

  test('the command has no default report, and ignores inputs of the Action', () => {
    expect(parsed({ url, comment: 'nonsense' }, { shell: 'command' })).toMatchObject({
      ok: true,
      config: { report: '' },
    })
  })

  test('a person waits for the command: it checks once, and an inconclusive check fails', () => {
    expect(parsed({ url })).toMatchObject({
      config: { schedule: { wait: 60_000 }, failOn: new Set(['unhealthy']) },
    })
    expect(parsed({ url }, { shell: 'command' })).toMatchObject({
      config: { schedule: { wait: 0 }, failOn: new Set(['unhealthy', 'inconclusive']) },
    })
  })
})

describe('invalid inputs', () => {
  const http = 'Use an http or https URL as visitors type it, one per line'
  const duration = 'Use `500ms`, `10s`, `2m`, `1h` or a whole number of seconds'
  const address =
    'Use an address or a name, one per line, with `http://` or `https://` before it and `:port` after it if needed'

  test.each<[Given, string]>([
    [{ url: '' }, '`url` is empty. Use one or more http or https URLs, one per line.'],
    [{ url: ' ,\n,' }, '`url` is empty. Use one or more http or https URLs, one per line.'],
    [
      { url: 'x.example.com' },
      `\`url\`: \`x.example.com\` has no scheme. ${http}. Did you mean \`https://x.example.com\`?`,
    ],
    [
      { url: 'x.example.com (custom domain)' },
      `\`url\`: \`x.example.com (custom domain)\` has no scheme and has text after the URL. ${http}. Did you mean \`https://x.example.com\`?`,
    ],
    [
      { url: 'https://x.example.com/a (custom domain)' },
      `\`url\`: \`https://x.example.com/a (custom domain)\` has text after the URL. ${http}. Did you mean \`https://x.example.com/a\`?`,
    ],
    [
      { url: 'https://user:hunter2@x.example.com' },
      '`url`: `https://…@x.example.com` contains credentials. Use the URL without them, and send them with `headers`. Did you mean `https://x.example.com`?',
    ],
    [
      { url: 'https:/x.example.com' },
      `\`url\`: \`https:/x.example.com\` has no scheme. ${http}. Did you mean \`https://x.example.com\`?`,
    ],
    [
      { url: 'htps://x.example.com' },
      `\`url\`: \`htps://x.example.com\` has a scheme other than http or https. ${http}. Did you mean \`https://x.example.com\`?`,
    ],
    [
      { url: 'ftp://x.example.com' },
      `\`url\`: \`ftp://x.example.com\` has a scheme other than http or https. ${http}.`,
    ],
    [
      { url: `${url}\n\nb.example` },
      `\`url\`, line 3: \`b.example\` has no scheme. ${http}. Did you mean \`https://b.example\`?`,
    ],
    [{ timeout: '20x' }, `\`timeout\`: \`20x\` is not a valid duration. ${duration}. Did you mean \`20s\`?`],
    [
      { timeout: '30000' },
      '`timeout`: `30000` is too long. Use a duration from `1ms` to `1h`, or a whole number of seconds. Did you mean `30000ms`?',
    ],
    [
      { interval: '0' },
      '`interval`: `0` is too short. Use a duration from `100ms` to `1h`, or a whole number of seconds.',
    ],
    [
      { 'expected-status': '20x' },
      '`expected-status`: `20x` is not a valid status code. Use codes from 100 to 599, classes and ranges, such as `200`, `2xx` or `200-299, 304`. Did you mean `2xx`?',
    ],
    [
      { 'fail-on': 'unhealty' },
      '`fail-on`: `unhealty` is not a valid value. Use `unhealthy`, `inconclusive`, `warning` or `never`. Did you mean `unhealthy`?',
    ],
    [
      { 'fail-on': 'never, warning' },
      '`fail-on`: `never, warning` combines `never` with other outcomes. Use `never` alone, or any of `unhealthy`, `inconclusive` and `warning`.',
    ],
    [
      { comment: 'on_failure' },
      '`comment`: `on_failure` is not a valid value. Use `always`, `on-failure` or `never`. Did you mean `on-failure`?',
    ],
    [
      { 'consecutive-successes': '0' },
      '`consecutive-successes`: `0` is out of range. Use a whole number from 1 to 100.',
    ],
    [
      { 'pr-number': '#12' },
      '`pr-number`: `#12` is not a whole number. Use a whole number from 1 to 2147483647. Did you mean `12`?',
    ],
    [
      { 'commit-sha': 'C0FFEE5' },
      '`commit-sha`: `C0FFEE5` is not the full id of a commit. Use all 40 or 64 hex digits, in lower case.',
    ],
    [
      { 'deployed-at': '2026-11-29 10:00:00' },
      '`deployed-at`: `2026-11-29 10:00:00` is not a valid time with a zone. Use an ISO 8601 time, such as `2026-11-29T10:00:00Z`. Did you mean `2026-11-29T10:00:00Z`?',
    ],
    [
      { 'deployed-at': '2026-02-30T10:00:00Z' },
      '`deployed-at`: `2026-02-30T10:00:00Z` is not a valid time with a zone. Use an ISO 8601 time, such as `2026-11-29T10:00:00Z`.',
    ],
    [
      { 'deployed-at': '1796032800' },
      '`deployed-at`: `1796032800` is not a valid time with a zone. Use an ISO 8601 time, such as `2026-11-29T10:00:00Z`. Did you mean `2026-11-30T10:00:00Z`?',
    ],
    [
      { 'monitor-for': '96h' },
      '`monitor-for`: `96h` is too long. Use a duration from `1m` to `72h`, or a whole number of seconds.',
    ],
    [
      { 'show-origin': 'yes' },
      '`show-origin`: `yes` is not a valid boolean. Use `true` or `false`. Did you mean `true`?',
    ],
    [
      { 'origin-host': 'https://a.example/' },
      '`origin-host`: `https://a.example/` is not a valid host. Use a name such as `www.example.com`, with `:port` if needed. Did you mean `a.example`?',
    ],
    [
      { 'origin-sni': '203.0.113.9' },
      '`origin-sni`: `203.0.113.9` is not a valid server name. Use a DNS name such as `www.example.com`, without a port.',
    ],
    [{ origin: '203.0.113.10/24' }, `\`origin\`, line 1, has a path. ${address}.`],
    [
      { origin: 'a.example\n203.0.113.10 (prod)' },
      `\`origin\`, line 2, has text after the address. ${address}.`,
    ],
    [
      { origin: '203.0.113.10 (prod)', 'show-origin': 'true' },
      `\`origin\`: \`203.0.113.10 (prod)\` has text after the address. ${address}. Did you mean \`203.0.113.10\`?`,
    ],
    [{ headers: 'X: 1\nnonsense' }, '`headers`, line 2, has no colon. Use `Name: value`, one per line.'],
    [
      { headers: 'Host: a.example' },
      '`headers`, line 1, sets `Host`. Set the Host header of the direct probe with `origin-host`.',
    ],
    [
      { headers: 'Content-Length: 1' },
      '`headers`, line 1, sets `content-length`. Remove it: the probe sets the headers of its connection itself.',
    ],
    [
      { headers: 'Authorization:' },
      '`headers`, line 1, has no value. Use `Name: value`, one per line, and check that the secret it comes from is set.',
    ],
    [
      { 'ssl-mode': 'Full (strict)' },
      '`ssl-mode`: `Full (strict)` is not a valid value. Use `auto`, `off`, `flexible`, `full` or `strict`. Did you mean `strict`?',
    ],
    [{ method: 'get' }, '`method`: `get` is not a valid value. Use `GET` or `HEAD`. Did you mean `GET`?'],
    [
      { 'access-client-id': 'id.access' },
      '`access-client-secret` is empty, but `access-client-id` is set. Set both or neither, and check that the secret it comes from exists.',
    ],
    [
      { 'access-client-secret': 'hunter2' },
      '`access-client-id` is empty, but `access-client-secret` is set. Set both or neither, and check that the secret it comes from exists.',
    ],
    [
      { 'access-client-id': 'CF-Access-Client-Id: id.access', 'access-client-secret': 'hunter2' },
      '`access-client-id` contains a space, a colon, a line break or a non-ASCII character. Use the value alone, without `CF-Access-Client-Id:` before it.',
    ],
    [
      { 'access-client-id': 'hunter2', 'access-client-secret': 'id.access' },
      '`access-client-secret` ends in `.access`, like a client id. Use the secret here, and the id in `access-client-id`.',
    ],
    [
      { 'expected-body': '/(/' },
      '`expected-body`: `/(/` is not a valid regular expression (unterminated group). Use the text that must occur, or `/regex/` with the flags `i`, `m`, `s`, `u` or `v`.',
    ],
    [
      { 'expected-body': '/static/app' },
      '`expected-body`: `/static/app` has invalid regular expression flags. Use the text that must occur, or `/regex/` with the flags `i`, `m`, `s`, `u` or `v`. Did you mean `/\\/static\\/app/`?',
    ],
    [
      { 'expected-body': 'Welcome', method: 'HEAD' },
      '`expected-body` is set, but `method` is `HEAD`, whose responses have no body. Remove one of them.',
    ],
    [
      { 'expected-header': 'X-Release' },
      '`expected-header`: `X-Release` has no colon. Use `Name: value` or `Name: /regex/`. Did you mean `X-Release: /./`?',
    ],
    [
      { 'expected-header': 'X-Release: /[/' },
      '`expected-header`: `X-Release: /[/` is not a valid regular expression (unterminated character class). Use `Name: value` or `Name: /regex/`.',
    ],
    [
      { 'max-response-time': '0' },
      '`max-response-time`: `0` is too short. Use a duration from `1ms` to `1h`, or a whole number of seconds.',
    ],
    [
      { 'follow-redirects': 'none' },
      '`follow-redirects`: `none` is not a whole number. Use a whole number from 0 to 20.',
    ],
    [{ watch: '2 h' }, `\`watch\`: \`2 h\` is not a valid duration. ${duration}. Did you mean \`2h\`?`],
    [
      { 'certificate-days': '14d' },
      '`certificate-days`: `14d` is not a whole number. Use a whole number from 0 to 3650. Did you mean `14`?',
    ],
    [
      { resolvers: '1.1.1.1\n9.9.9.9:53' },
      '`resolvers`, line 2: `9.9.9.9:53` is not a valid IP address. Use IP addresses of DNS servers, or `none`. Did you mean `9.9.9.9`?',
    ],
    [
      { resolvers: 'none, 1.1.1.1' },
      '`resolvers`: `none, 1.1.1.1` combines `none` with addresses. Use `none` alone, or the IP addresses of DNS servers.',
    ],
    [
      { 'cloudflare-api-token': 'Bearer cf_token' },
      '`cloudflare-api-token` contains a space, a line break or a non-ASCII character. Use the API token alone, without `Bearer` before it.',
    ],
    [
      { 'cloudflare-zone-id': 'zones/0123456789abcdef0123456789abcdef/dns' },
      "`cloudflare-zone-id`: `zones/0123456789abcdef0123456789abcdef/dns` is not a valid zone id. Use the 32 hexadecimal digits on the zone's overview page. Did you mean `0123456789abcdef0123456789abcdef`?",
    ],
    [
      { 'check-run': '1' },
      '`check-run`: `1` is not a valid boolean. Use `true` or `false`. Did you mean `true`?',
    ],
    [
      { 'github-token': 'ghs_a\nb' },
      '`github-token` contains a space, a line break or a non-ASCII character. Use one token, such as `${{ github.token }}`.',
    ],
  ])('%j', (given, text) => {
    expect(problems({ url, ...given })).toEqual([text])
  })

  test('are reported all at once, in the order of the inputs', () => {
    const given = {
      url: 'a',
      origin: 'b c',
      'origin-ca': 'c',
      'origin-client-cert': 'd',
      'origin-client-key': 'e',
      method: 'f',
      headers: 'g',
      'access-client-id': 'h h',
      'access-client-secret': 'i i',
      'expected-body': '/j/k',
      timeout: 'l',
      resolvers: 'm',
      'fail-on': 'n',
      'show-origin': 'o',
    }
    const result = parsed(given)
    expect(result.ok ? [] : result.problems.map((problem) => problem.input)).toEqual(Object.keys(given))
  })

  test('a pair reports its invalid half and its missing half together', () => {
    expect(problems({ url, 'access-client-id': 'a b' })).toHaveLength(2)
    expect(problems({ url, 'origin-client-key': 'nonsense' })).toHaveLength(2)
  })

  test('a quoted value is short and on one line', () => {
    const [text = ''] = problems({ url, comment: `\`a\u001b[31m\u202e\n${'x'.repeat(1000)}` })
    expect(text).toMatch(/^`comment`: `'a\\u\{1b\}\[31m\\u\{202e\}\\nx+…` is not a valid value\./u)
    expect(text.length).toBeLessThan(300)
  })

  test('a secret is not quoted from another input', () => {
    const [text] = problems({ url: '198.51.100.7', origin: '198.51.100.7' })
    expect(text).toBe(
      '`url`: `***` has no scheme. Use an http or https URL as visitors type it, one per line.',
    )
  })
})

const names = INPUTS.map((input) => input.name)
const given = (text: fc.Arbitrary<string>) => fc.dictionary(fc.constantFrom(...names), text)

describe('any input', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0129:/[].,-x@ \n\r\tsm%#`{'.split('')), maxLength: 30 }),
    fc.constantFrom('https://a.example', 'true', '10s', '200-299', '203.0.113.10:80', '[::1]:1', 'X: y'),
  )

  test('never throws, and each problem is one line', () => {
    fc.assert(
      fc.property(given(text), (inputs) => {
        secretsOf(read(inputs))
        for (const line of problems(inputs)) expect(line).toMatch(/^`[a-z-]+`[^\p{Cc}]*[.?]$/u)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    ['headers', `X: a${' '.repeat(100_000)}b`],
    ['url', `https://a.example/${')'.repeat(100_000)} b`],
    ['expected-status', `2${' '.repeat(100_000)}q`],
    ['timeout', '1.'.repeat(50_000)],
    ['comment', 'a'.repeat(100_000)],
    ['origin-ca', '-----BEGIN CERTIFICATE-----\n'.repeat(5000)],
    ['origin-client-key', `-----BEGIN PRIVATE KEY-----\n${'-----END '.repeat(20_000)}`],
    ['expected-body', `/${'a/'.repeat(50_000)}`],
    ['expected-header', `X: ${' '.repeat(100_000)}/`],
    ['resolvers', '1.'.repeat(50_000)],
    ['cloudflare-zone-id', 'a'.repeat(100_000)],
  ])('a long text in %s takes linear time', (name, long) => {
    // Backtracking would exceed the test's timeout.
    expect(() => parsed({ url, [name]: long })).not.toThrow()
  })

  test('no problem contains a secret', () => {
    const around = fc.string({ unit: fc.constantFrom(...' :/@[].,\n(%'.split('')), maxLength: 6 })
    fc.assert(
      fc.property(given(text), around, around, fc.boolean(), (inputs, before, after, port) => {
        const secret = {
          origin: '198.51.100.77',
          headers: 'hunter2-hunter2',
          'access-client-id': 'id-0123.access',
          'access-client-secret': 'access-0123',
          'cloudflare-api-token': 'cf_0123',
          'origin-client-key': 'MIIEvQIBADANBgkqhkiG9w0',
          'github-token': 'ghs_0123',
        }
        const bad = {
          ...inputs,
          origin: before + secret.origin + (port ? ':99999' : '') + after,
          headers: `${before}X-Secret${after}: ${secret.headers}\u0007`,
          'access-client-id': `${before}${secret['access-client-id']} ${after}`,
          'access-client-secret': `CF-Access-Client-Secret: ${secret['access-client-secret']}`,
          'cloudflare-api-token': `Bearer ${secret['cloudflare-api-token']}`,
          'origin-client-key': before + secret['origin-client-key'] + after,
          'github-token': `${secret['github-token']} ${after}`,
          'show-origin': 'false',
        }
        const texts = problems(bad).join('\n')
        for (const value of Object.values(secret)) expect(texts).not.toContain(value)
      }),
      { numRuns: 300 },
    )
  })
})
