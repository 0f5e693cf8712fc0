import { describe, expect, test } from '@jest/globals'
import type { Site } from '../../src/domain/config.ts'
import { diagnose } from '../../src/diagnosis/diagnose.ts'
import type { Recording, RecordedSite } from '../../src/recording/recording.ts'
import { recordingIn } from '../../src/recording/read.ts'
import { recordingOf } from '../../src/recording/write.ts'
import { redactorOfSites } from '../../src/redact/redactors.ts'
import { baselineIn } from '../../src/report/baseline/baseline.ts'
import { FILE_RENDERERS, RENDERERS } from '../../src/report/render/index.ts'
import { conclude, replayed } from '../../src/run/conclude.ts'
import { PUBLISH, SCHEDULE, SITE } from '../support/config.ts'
import { edgeResponse, evidenceWith, response } from '../support/evidence.ts'

const SECRET = 'sk9Live_51HxYzAbCdEfGhIjKlMnOpQr'
const OTHER = 'sk9Live_99ZzYyXxWwVvUuTtSsRrQqPp'
const OPTIONS = { showOrigin: false, publish: PUBLISH }

function checked(url: string, more: Partial<Site> = {}): RecordedSite {
  const site = {
    ...SITE,
    url,
    origins: [{ scheme: 'https:', host: '203.0.113.10', port: 443 }],
    ...more,
  } as const
  const page = `<p>No page for ${url}`
  const evidence = evidenceWith({
    request: { url },
    edge: edgeResponse(302, page, { location: url }),
    origin: response(302, page, { location: url }),
  })
  return { site, history: [evidence], addresses: [] }
}

const diagnosed = (site: RecordedSite) => ({ ...site, diagnosis: diagnose(site.history, 1) })

function reportOn(first: RecordedSite, ...rest: readonly RecordedSite[]) {
  return conclude([diagnosed(first), ...rest.map(diagnosed)], OPTIONS, first.history[0].at)
}

function recordingOn(first: RecordedSite, ...rest: readonly RecordedSite[]): Recording {
  const run = {
    version: '1.0.0',
    at: first.history[0].at,
    schedule: SCHEDULE,
    sites: [first, ...rest],
  } as const
  return recordingOf(run, { showOrigin: false, tokens: [] })
}

const printed = (...sites: readonly [RecordedSite, ...RecordedSite[]]): readonly string[] => {
  const report = reportOn(...sites)
  return [
    RENDERERS.markdown(report, { limit: 60_000, links: {} }),
    ...[FILE_RENDERERS.json(report), FILE_RENDERERS.text(report), FILE_RENDERERS.junit(report)].map(
      (pieces) => Array.from(pieces).join(''),
    ),
    JSON.stringify(recordingOn(...sites)),
  ]
}

const markdownOf = (query: string): string =>
  RENDERERS.markdown(reportOn(checked(`https://www.shop.example/${query}`)), { limit: 60_000, links: {} })

describe('a secret in the query of the URL', () => {
  test.each([
    ['a token', `token=${SECRET}`, {}],
    ['a key that looks random', `key=${SECRET}`, {}],
    ['a value that is also a header', 'mode=deploy-check-7', { headers: [['x-key', 'deploy-check-7']] }],
    [
      'the token of an Access service',
      'mode=deploy-check-7',
      { access: { id: 'id-12345', secret: 'deploy-check-7' } },
    ],
    ['a password that is a word', 'password=banana', {}],
  ] as const)('is in nothing that is printed or recorded: %s', (_, query, more) => {
    const value = query.slice(query.indexOf('=') + 1)
    const site = checked(`https://www.shop.example/health?lang=en&${query}`, more)
    const texts = printed(site)
    for (const text of texts) expect(text).not.toContain(value)
    const shown = `${query.slice(0, query.indexOf('='))}=***`
    expect(texts.filter((text) => text.includes(shown))).toHaveLength(4)
  })

  test('has to be replaced in the commands, as a line of the report explains', () => {
    const hint = '# Replace each =*** with the value in `url`, which is hidden here'
    expect(markdownOf(`?token=${SECRET}`)).toContain(`${hint}\n`)
    expect(markdownOf('?page=2')).not.toContain(hint)
  })

  test("is hidden in messages of GitHub's API", () => {
    const { site } = checked(`https://www.shop.example/?token=${SECRET}`)
    const redact = redactorOfSites([{ site, addresses: [] }], { showOrigin: true, tokens: [] })
    expect(redact(`GET /?token=${SECRET} ${encodeURIComponent(SECRET)}`)).toBe('GET /?token=*** ***')
    expect(redact('sk9Live is fine, a token too')).toBe('sk9Live is fine, a token too')
  })

  test('changes no other URL, and a header may equal the host or a part of the path', () => {
    const url = 'https://www.shop.example/tenant-1234/health?utm_source=news-2026&v=1.2.3&q=shoes'
    const site = checked(url, {
      headers: [
        ['x-host', 'www.shop.example'],
        ['x-tenant', 'tenant-1234'],
      ],
    })
    expect(reportOn(site).sites[0].url).toBe(url)
    for (const text of printed(site)) expect(text.replaceAll('\\', '')).not.toContain('***/')
  })

  test('distinguishes sites by their order, in each run and each recording', () => {
    const sites = [SECRET, OTHER].map((secret) => checked(`https://www.shop.example/?token=${secret}`))
    const [first, second] = sites
    if (first === undefined || second === undefined) throw new Error('two sites')
    const report = reportOn(first, second)
    const shown = ['https://www.shop.example/?token=***', 'https://www.shop.example/?token=***#2']
    expect(report.sites.map(({ url }) => url)).toEqual(shown)
    const recording = recordingIn(JSON.stringify(recordingOn(first, second)))
    if (typeof recording === 'string') throw new Error(recording)
    expect(replayed(recording, OPTIONS)).toEqual(report)
    const baseline = baselineIn(Array.from(FILE_RENDERERS.json(report)).join(''))
    expect(baseline).toMatchObject({ sites: new Map(shown.map((url) => [url, { url }])) })
  })

  test.each([`token=${SECRET}`, 'password=banana'])('replays to the same report: %s', (query) => {
    const site = checked(`https://www.shop.example/?${query}`)
    expect(replayed(recordingOn(site), OPTIONS)).toEqual(reportOn(site))
  })

  test('in an earlier report matches the site of today', () => {
    const report = reportOn(checked(`https://www.shop.example/?api_key=q7hF9-xx`))
    const json = Array.from(FILE_RENDERERS.json(report))
      .join('')
      .replaceAll('api_key=***', 'api_key=q7hF9-xx')
    const baseline = baselineIn(json)
    expect(typeof baseline === 'string' ? baseline : [...baseline.sites.keys()]).toEqual([
      'https://www.shop.example/?api_key=***',
    ])
  })
})
