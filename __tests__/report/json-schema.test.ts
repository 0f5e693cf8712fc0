import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { reportIn } from '../../lab/runner/read-report.ts'
import type { Report } from '../../src/domain/report.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { RENDERERS, reportOf as buildReport } from '../../src/report/render/index.ts'
import { caseNames, readCase, reportOf } from '../support/cases.ts'
import { from, measured } from '../support/vantage.ts'
import {
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
import { STORY_NAMES, storyOf } from './stories.ts'

/** Every key path of schema 1 and the types of its value, a line each: `sites[].course.looks: number`. */
const SCHEMA = join(import.meta.dirname, 'json-schema-1.txt')

const PUBLISHED = join(import.meta.dirname, '../../report.schema.json')

const SOURCES = ['certificate', 'control', 'dns', 'edge', 'origin', 'zone']

function linesOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return [`${path}: list`, ...value.flatMap((item) => linesOf(item, `${path}[]`))]
  if (value === null) return [`${path}: null`]
  if (typeof value !== 'object') return [`${path}: ${typeof value}`]
  return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, path === '' ? key : `${path}.${key}`))
}

/** A long run with an API token that lacks a permission, and with credits: keys that no recorded case has. */
function rareReport(): Report {
  const site = siteOf()
  const skipped = {
    healthy: 0,
    unhealthy: 7,
    inconclusive: 0,
    downtime: 35_000,
    transitions: 0,
    health: 'down',
    identical: true,
  } as const
  const zone = { unread: [untrusted('The DNS records could not be read.')] }
  const rare = {
    withoutHeaders: true,
    cost: { tests: 1, remaining: 0, limit: 250, resetsIn: 60, credits: 1 },
  } as const
  const { vantage } = measured([from('dallas', edge(200), { resolvedTo: 'cloudflare' })], rare)
  const history = historyOf(site, [{ edge: edge(521) }, { edge: edge(521), skipped, zone, vantage }])
  const judgment = failedRound(
    finding(realCause('origin-refused'), 'the connection was refused', [{ from: 'edge', text: '521' }]),
  )
  const report = buildReport({
    sites: [judged(site, history, steadily(history, judgment))],
    at: START,
    version: '1.0.0',
  })
  const change = { site: 'https://a.example/', sites: 2, where: '', what: 'server', before: 'a', now: 'b' }
  return { ...report, history: [{ ...report.history[0], changes: [change] }] }
}

test('the JSON report has the keys of schema 1, with the same types', () => {
  const reports = [
    ...caseNames().map((name) => reportOf(readCase(name))),
    ...STORY_NAMES.map(storyOf),
    rareReport(),
  ]
  const found = new Set(reports.flatMap((report) => linesOf(reportIn(RENDERERS.json(report)))))
  const expected = readFileSync(SCHEMA, 'utf8').trim().split('\n')
  // Users read these keys. A new key is added to the file; none may go or change.
  expect(expected.filter((line) => !found.has(line))).toEqual([])
  expect([...found].filter((line) => !expected.includes(line))).toEqual([])
})

test('the JSON report names the sources of clues and the hops of the path as schema 1 does', () => {
  const reports = caseNames().map((name) => reportIn(RENDERERS.json(reportOf(readCase(name)))))
  const sites = reports.flatMap((report) => report.sites)
  const sources = new Set(sites.flatMap((site) => site.clues.map(({ from }) => from)))
  const hops = new Set(sites.flatMap((site) => site.path.map(({ name }) => name)))
  expect([...sources].toSorted()).toEqual(SOURCES)
  expect([...hops].map((name) => name.replace(/^Cloudflare .*/, 'Cloudflare'))).toEqual(
    expect.arrayContaining(['visitor', 'this runner', 'DNS', 'Cloudflare', 'TLS', 'origin', 'application']),
  )
})

describe('a report that does not match report.schema.json is rejected', () => {
  const valid = RENDERERS.json(storyOf('refused'))
  const withSite = (site: object): object => {
    const report = reportIn(valid)
    return { ...report, sites: [{ ...report.sites[0], ...site }] }
  }

  test.each([
    ['another schema', { ...reportIn(valid), schema: 2 }, '/schema must be equal to constant'],
    ['no site', { ...reportIn(valid), sites: [] }, '/sites must NOT have fewer than 1 items'],
    ['an unknown verdict', withSite({ verdict: 'fine' }), '/sites/0/verdict must be equal to one of'],
    ['an unknown cause', withSite({ cause: 'origin-tired' }), '/sites/0/cause must be equal to one of'],
    [
      'text in place of a number',
      withSite({ course: { looks: '3' } }),
      '/sites/0/course/looks must be number',
    ],
    ['no remedy', withSite({ remedy: undefined }), "/sites/0 must have required property 'remedy'"],
    ['an internal key', withSite({ availability: {} }), '/sites/0 must NOT have additional properties'],
  ])('%s', (_, report, fault) => {
    expect(() => reportIn(JSON.stringify(report))).toThrow(fault)
  })
})

test('report.schema.json allows keys that a later version adds', () => {
  const isReport = new Ajv2020().compile(JSON.parse(readFileSync(PUBLISHED, 'utf8')))
  const report = reportIn(RENDERERS.json(storyOf('refused')))
  expect(isReport(report)).toBe(true)
  expect(isReport({ ...report, later: 1, sites: [{ ...report.sites[0], later: [] }] })).toBe(true)
  expect(isReport({ ...report, verdict: 'fine' })).toBe(false)
})

test('report.schema.json has the docstrings of the types', () => {
  const { $defs }: { readonly $defs: Readonly<Record<string, { readonly properties?: object }>> } =
    JSON.parse(readFileSync(PUBLISHED, 'utf8'))
  expect(Object.keys($defs)).toEqual(expect.arrayContaining(['Report', 'SiteReport', 'Probe', 'CauseId']))
  expect($defs['Report']).toMatchObject({
    description: expect.stringContaining('result of a run'),
    properties: { promote: { type: 'boolean', description: 'True only if the verdict is `healthy`.' } },
  })
})
