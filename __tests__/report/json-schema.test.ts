import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Report } from '../../src/domain/report.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import { RENDERERS, reportOf as buildReport } from '../../src/report/render/index.ts'
import { caseNames, readCase, reportOf } from '../support/cases.ts'
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

const SOURCES = ['certificate', 'control', 'dns', 'edge', 'origin', 'zone']

function linesOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return [`${path}: list`, ...value.flatMap((item) => linesOf(item, `${path}[]`))]
  if (value === null) return [`${path}: null`]
  if (typeof value !== 'object') return [`${path}: ${typeof value}`]
  return Object.entries(value).flatMap(([key, inner]) => linesOf(inner, path === '' ? key : `${path}.${key}`))
}

/** A long run with an API token that lacks a permission: keys that no recorded case has. */
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
  const history = historyOf(site, [{ edge: edge(521) }, { edge: edge(521), skipped, zone }])
  const judgment = failedRound(
    finding(realCause('origin-refused'), 'the connection was refused', [{ from: 'edge', text: '521' }]),
  )
  return buildReport({
    sites: [judged(site, history, steadily(history, judgment))],
    at: START,
    version: '1.0.0',
  })
}

test('the JSON report has the keys of schema 1, with the same types', () => {
  const reports = [
    ...caseNames().map((name) => reportOf(readCase(name))),
    ...STORY_NAMES.map(storyOf),
    rareReport(),
  ]
  const found = new Set(reports.flatMap((report) => linesOf(JSON.parse(RENDERERS.json(report)))))
  const expected = readFileSync(SCHEMA, 'utf8').trim().split('\n')
  // Users read these keys. A new key is added to the file; none may go or change.
  expect(expected.filter((line) => !found.has(line))).toEqual([])
  expect([...found].filter((line) => !expected.includes(line))).toEqual([])
})

test('the JSON report names the sources of clues and the hops of the path as schema 1 does', () => {
  const reports = caseNames().map((name) => JSON.parse(RENDERERS.json(reportOf(readCase(name)))))
  const sites = reports.flatMap((report) => report.sites)
  const sources = new Set(sites.flatMap((site) => site.clues.map((clue: { from: string }) => clue.from)))
  const hops = new Set(sites.flatMap((site) => site.path.map((hop: { name: string }) => hop.name)))
  expect([...sources].map(String).toSorted()).toEqual(SOURCES)
  expect([...hops].map((name) => String(name).replace(/^Cloudflare .*/, 'Cloudflare'))).toEqual(
    expect.arrayContaining(['visitor', 'this runner', 'DNS', 'Cloudflare', 'TLS', 'origin', 'application']),
  )
})
