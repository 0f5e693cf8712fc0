import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { INPUTS } from '../../src/config/inputs/inputs.ts'
import { secretsOf } from '../../src/config/secrets.ts'
import { type Given, parsed, problems, read } from './support.ts'

const url = 'https://www.example.com/'

describe('good inputs', () => {
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

  test('everything given', () => {
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
      baseline: 'last/report.json',
      'expected-status': '2xx, 304',
      'fail-on': 'unhealthy, inconclusive\nwarning',
      'comment-key': 'key',
      'pr-number': '12',
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

  test('the Host header keeps a port that is not the usual one, the server name never', () => {
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

  test('a zone is read with a token only, and found by its name without an id', () => {
    const id = 'f'.repeat(32)
    expect(parsed({ url, 'cloudflare-zone-id': id })).toMatchObject({ ok: true })
    expect(parsed({ url, 'cloudflare-zone-id': id })).not.toHaveProperty('config.sites.0.zone')
    expect(parsed({ url, 'cloudflare-api-token': 'cf_token' })).toHaveProperty('config.sites.0.zone', {
      token: 'cf_token',
    })
  })

  test('never fails on nothing', () => {
    expect(parsed({ url, 'fail-on': 'never' })).toMatchObject({ config: { failOn: new Set() } })
  })

  test('the command knows no report by default, and ignores what only the Action uses', () => {
    expect(parsed({ url, comment: 'nonsense' }, { shell: 'cli' })).toMatchObject({
      ok: true,
      config: { report: '' },
    })
  })
})

describe('bad inputs', () => {
  const http = 'Give an http or https URL as visitors type it, one a line'
  const duration = 'Give `500ms`, `10s`, `2m`, `1h` or a whole number of seconds'
  const address =
    'Give an address or a name, one a line, with `http://` or `https://` before it and `:port` after it where needed'

  test.each<[Given, string]>([
    [{ url: '' }, '`url` is empty. Give one or more http or https URLs, one a line.'],
    [{ url: ' ,\n,' }, '`url` is empty. Give one or more http or https URLs, one a line.'],
    [
      { url: 'x.example.com' },
      `\`url\` is \`x.example.com\`, which has no scheme. ${http}; \`https://x.example.com\` was probably meant.`,
    ],
    [
      { url: 'x.example.com (custom domain)' },
      `\`url\` is \`x.example.com (custom domain)\`, which has no scheme, and text after the URL. ${http}; \`https://x.example.com\` was probably meant.`,
    ],
    [
      { url: 'https://x.example.com/a (custom domain)' },
      `\`url\` is \`https://x.example.com/a (custom domain)\`, which has text after the URL. ${http}; \`https://x.example.com/a\` was probably meant.`,
    ],
    [
      { url: 'https://user:hunter2@x.example.com' },
      '`url` is `https://…@x.example.com`, which has credentials. Give the URL without them, and send them with `headers`; `https://x.example.com` was probably meant.',
    ],
    [
      { url: 'https:/x.example.com' },
      `\`url\` is \`https:/x.example.com\`, which has no scheme. ${http}; \`https://x.example.com\` was probably meant.`,
    ],
    [
      { url: 'htps://x.example.com' },
      `\`url\` is \`htps://x.example.com\`, which has a scheme that is neither http nor https. ${http}; \`https://x.example.com\` was probably meant.`,
    ],
    [
      { url: 'ftp://x.example.com' },
      `\`url\` is \`ftp://x.example.com\`, which has a scheme that is neither http nor https. ${http}.`,
    ],
    [
      { url: `${url}\n\nb.example` },
      `\`url\`, line 3, is \`b.example\`, which has no scheme. ${http}; \`https://b.example\` was probably meant.`,
    ],
    [
      { timeout: '20x' },
      `\`timeout\` is \`20x\`, which is no duration. ${duration}; \`20s\` was probably meant.`,
    ],
    [
      { timeout: '30000' },
      '`timeout` is `30000`, which is too long. Give a duration from `1ms` to `1h`; a bare number counts seconds; `30000ms` was probably meant.',
    ],
    [
      { interval: '0' },
      '`interval` is `0`, which is too short. Give a duration from `100ms` to `1h`; a bare number counts seconds.',
    ],
    [
      { 'expected-status': '20x' },
      '`expected-status` is `20x`, which is no status code. Give codes from 100 to 599, classes and ranges, such as `200`, `2xx` or `200-299, 304`; `2xx` was probably meant.',
    ],
    [
      { 'fail-on': 'unhealty' },
      '`fail-on` is `unhealty`, which is not known. Give `unhealthy`, `inconclusive`, `warning` or `never`; `unhealthy` was probably meant.',
    ],
    [
      { 'fail-on': 'never, warning' },
      '`fail-on` is `never, warning`, which has `never` beside other outcomes. Give `never` alone, or any of `unhealthy`, `inconclusive` and `warning`.',
    ],
    [
      { comment: 'on_failure' },
      '`comment` is `on_failure`, which is not known. Give `always`, `on-failure` or `never`; `on-failure` was probably meant.',
    ],
    [
      { 'consecutive-successes': '0' },
      '`consecutive-successes` is `0`, which is out of range. Give a whole number from 1 to 100.',
    ],
    [
      { 'pr-number': '#12' },
      '`pr-number` is `#12`, which is no whole number. Give a whole number from 1 to 2147483647; `12` was probably meant.',
    ],
    [
      { 'show-origin': 'yes' },
      '`show-origin` is `yes`, which is neither true nor false. Give `true` or `false`; `true` was probably meant.',
    ],
    [
      { 'origin-host': 'https://a.example/' },
      '`origin-host` is `https://a.example/`, which is no host. Give a name such as `www.example.com`, with `:port` where needed; `a.example` was probably meant.',
    ],
    [
      { 'origin-sni': '203.0.113.9' },
      '`origin-sni` is `203.0.113.9`, which is no server name. Give a DNS name such as `www.example.com`, without a port.',
    ],
    [{ origin: '203.0.113.10/24' }, `\`origin\`, line 1, has a path. ${address}.`],
    [
      { origin: 'a.example\n203.0.113.10 (prod)' },
      `\`origin\`, line 2, has text after the address. ${address}.`,
    ],
    [
      { origin: '203.0.113.10 (prod)', 'show-origin': 'true' },
      `\`origin\` is \`203.0.113.10 (prod)\`, which has text after the address. ${address}; \`203.0.113.10\` was probably meant.`,
    ],
    [{ headers: 'X: 1\nnonsense' }, '`headers`, line 2, has no colon. Give `Name: value`, one a line.'],
    [
      { headers: 'Host: a.example' },
      '`headers`, line 1, sets `Host`. Give the name of the direct probe in `origin-host`.',
    ],
    [
      { headers: 'Content-Length: 1' },
      '`headers`, line 1, sets `content-length`. Leave it out: the probe sets what belongs to its connection.',
    ],
    [
      { headers: 'Authorization:' },
      '`headers`, line 1, has no value. Give `Name: value`, one a line, and see that the secret it comes from is set.',
    ],
    [
      { 'ssl-mode': 'Full (strict)' },
      '`ssl-mode` is `Full (strict)`, which is not known. Give `auto`, `off`, `flexible`, `full` or `strict`; `strict` was probably meant.',
    ],
    [
      { method: 'get' },
      '`method` is `get`, which is not known. Give `GET` or `HEAD`; `GET` was probably meant.',
    ],
    [
      { 'access-client-id': 'id.access' },
      '`access-client-secret` is empty, but `access-client-id` is given. Give both or neither, and see that the secret it comes from is set.',
    ],
    [
      { 'access-client-secret': 'hunter2' },
      '`access-client-id` is empty, but `access-client-secret` is given. Give both or neither, and see that the secret it comes from is set.',
    ],
    [
      { 'access-client-id': 'CF-Access-Client-Id: id.access', 'access-client-secret': 'hunter2' },
      '`access-client-id` has a space, a colon, a line break or a character beyond ASCII. Give the value alone, without `CF-Access-Client-Id:` before it.',
    ],
    [
      { 'access-client-id': 'hunter2', 'access-client-secret': 'id.access' },
      '`access-client-secret` ends in `.access`, as ids do. Give the secret here, and the id in `access-client-id`.',
    ],
    [
      { 'expected-body': '/(/' },
      '`expected-body` is `/(/`, which is no pattern (unterminated group). Give the text that must occur, or `/regex/` with the flags `i`, `m`, `s`, `u` or `v`.',
    ],
    [
      { 'expected-body': '/static/app' },
      '`expected-body` is `/static/app`, which has flags behind its last slash that no pattern has. Give the text that must occur, or `/regex/` with the flags `i`, `m`, `s`, `u` or `v`; `/\\/static\\/app/` was probably meant.',
    ],
    [
      { 'expected-body': 'Welcome', method: 'HEAD' },
      '`expected-body` is given, but `method` is `HEAD`, and its answers have no body. Leave one of them out.',
    ],
    [
      { 'expected-header': 'X-Release' },
      '`expected-header` is `X-Release`, which has no colon. Give `Name: value` or `Name: /regex/`; `X-Release: /./` was probably meant.',
    ],
    [
      { 'expected-header': 'X-Release: /[/' },
      '`expected-header` is `X-Release: /[/`, which is no pattern (unterminated character class). Give `Name: value` or `Name: /regex/`.',
    ],
    [
      { 'max-response-time': '0' },
      '`max-response-time` is `0`, which is too short. Give a duration from `1ms` to `1h`; a bare number counts seconds.',
    ],
    [
      { 'follow-redirects': 'none' },
      '`follow-redirects` is `none`, which is no whole number. Give a whole number from 0 to 20.',
    ],
    [{ watch: '2 h' }, `\`watch\` is \`2 h\`, which is no duration. ${duration}; \`2h\` was probably meant.`],
    [
      { 'certificate-days': '14d' },
      '`certificate-days` is `14d`, which is no whole number. Give a whole number from 0 to 3650; `14` was probably meant.',
    ],
    [
      { resolvers: '1.1.1.1\n9.9.9.9:53' },
      '`resolvers`, line 2, is `9.9.9.9:53`, which is no IP address. Give IP addresses of DNS servers, or `none`; `9.9.9.9` was probably meant.',
    ],
    [
      { resolvers: 'none, 1.1.1.1' },
      '`resolvers` is `none, 1.1.1.1`, which has `none` beside addresses. Give `none` alone, or the IP addresses of DNS servers.',
    ],
    [
      { 'cloudflare-api-token': 'Bearer cf_token' },
      '`cloudflare-api-token` has a space, a line break or a character beyond ASCII. Give one API token alone, without `Bearer` before it.',
    ],
    [
      { 'cloudflare-zone-id': 'zones/0123456789abcdef0123456789abcdef/dns' },
      '`cloudflare-zone-id` is `zones/0123456789abcdef0123456789abcdef/dns`, which is no zone id. Give the 32 hexadecimal digits that the overview of the zone shows; `0123456789abcdef0123456789abcdef` was probably meant.',
    ],
    [
      { 'check-run': '1' },
      '`check-run` is `1`, which is neither true nor false. Give `true` or `false`; `true` was probably meant.',
    ],
    [
      { 'github-token': 'ghs_a\nb' },
      '`github-token` has a space, a line break or a character beyond ASCII. Give one token, such as `${{ github.token }}`.',
    ],
  ])('%j', (given, text) => {
    expect(problems({ url, ...given })).toEqual([text])
  })

  test('all are told at once, in the order of the inputs', () => {
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

  test('of a pair, a bad half and a missing half together', () => {
    expect(problems({ url, 'access-client-id': 'a b' })).toHaveLength(2)
    expect(problems({ url, 'origin-client-key': 'nonsense' })).toHaveLength(2)
  })

  test('what is quoted stays in its line and is short', () => {
    const [text = ''] = problems({ url, comment: `\`a\u001b[31m\u202e\n${'x'.repeat(1000)}` })
    expect(text).toMatch(/^`comment` is `'a\\u\{1b\}\[31m\\u\{202e\}\\nx+…`, which is not known\./u)
    expect(text.length).toBeLessThan(300)
  })

  test('a secret is not told by way of another input', () => {
    const [text] = problems({ url: '198.51.100.7', origin: '198.51.100.7' })
    expect(text).toBe(
      '`url` is `***`, which has no scheme. Give an http or https URL as visitors type it, one a line.',
    )
  })
})

const names = INPUTS.map((input) => input.name)
const given = (text: fc.Arbitrary<string>) => fc.dictionary(fc.constantFrom(...names), text)

describe('whatever is given', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0129:/[].,-x@ \n\r\tsm%#`{'.split('')), maxLength: 30 }),
    fc.constantFrom('https://a.example', 'true', '10s', '200-299', '203.0.113.10:80', '[::1]:1', 'X: y'),
  )

  test('nothing throws, and what is refused is told in one line', () => {
    fc.assert(
      fc.property(given(text), (inputs) => {
        secretsOf(read(inputs))
        for (const line of problems(inputs)) expect(line).toMatch(/^`[a-z-]+`[^\p{Cc}]*\.$/u)
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
  ])('a long text in %s costs no more than its length', (name, long) => {
    // Backtracking would outlast the time that a test has.
    expect(() => parsed({ url, [name]: long })).not.toThrow()
  })

  test('no secret is told', () => {
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
        const told = problems(bad).join('\n')
        for (const value of Object.values(secret)) expect(told).not.toContain(value)
      }),
      { numRuns: 300 },
    )
  })
})
