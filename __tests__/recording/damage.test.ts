import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { recordingIn } from '../../src/recording/read.ts'
import { FILE_RENDERERS, RENDERERS } from '../../src/report/render/index.ts'
import { replayed } from '../../src/run/conclude.ts'
import { recordingOf } from '../../src/recording/write.ts'
import { evidence } from '../support/arbitrary-evidence.ts'
import { SCHEDULE, SITE } from '../support/config.ts'
import { member } from '../../src/shared/json.ts'
import { caseNames, readCase } from '../support/cases.ts'
import { repetitions } from '../support/effort.ts'

type Json = unknown

/** What a damaged file may have in place of a value; `undefined` deletes it. */
const WORDS = ['', 'x', '(', '%', '::1', 'null', '\ud800', '\u202e<b>|`', 'x'.repeat(100_000)]
const NUMBERS = [0, -1, 8e15, 1e308]
const CONTAINERS: readonly Json[] = [[], {}, [[[]]], [{}], ['x'], ['a', 1, null], { toString: 1 }]
const DAMAGE: readonly Json[] = [undefined, null, true, ...NUMBERS, ...WORDS, ...CONTAINERS]

const recordings = caseNames().map((name) => JSON.stringify(readCase(name).recording))

function* keysIn(value: Json, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    const own = [...path, key]
    yield own
    yield* keysIn(item, own)
  }
}

/** The recording with another value at the path. */
function damaged(value: Json, [key, ...rest]: readonly string[], damage: Json): Json {
  if (key === undefined) return damage
  const entries = Object.entries(Object(value)).flatMap(([name, item]): [string, Json][] => {
    const changed = name === key ? damaged(item, rest, damage) : item
    return changed === undefined ? [] : [[name, changed]]
  })
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries)
}

test('a recording with any damage replays, or is rejected with the name of what is damaged', () => {
  const base = fc.constantFrom(...recordings)
  fc.assert(
    fc.property(base, fc.nat(), fc.constantFrom(...DAMAGE), (recording, at, damage) => {
      const original: Json = JSON.parse(recording)
      const paths = [...keysIn(original)]
      const found = recordingIn(JSON.stringify(damaged(original, paths[at % paths.length] ?? [], damage)))
      if (typeof found === 'string') {
        expect(found).toMatch(/^has (?:no valid `[\w.[\]-]{1,200}`|recording format)|^was not written by/)
        return
      }
      const report = replayed(found, { showOrigin: false, publish: { githubToken: '' } })
      expect(RENDERERS.text(report)).not.toBe('')
      expect([RENDERERS.markdown(report), ...FILE_RENDERERS.json(report)].join('')).not.toBe('')
    }),
    { seed: 12, numRuns: repetitions(500) },
  )
})

test.each([
  'sites.0.site.originCa',
  'sites.0.site.method',
  'sites.0.site.certificateDays',
  'sites.0.history.0.request.method',
  'sites.0.history.0.request.timeout',
  'sites.0.history.0.dns.elapsed',
  'sites.0.history.0.edge.tls.certificate.chain.0.linked',
  'sites.0.history.0.edge.redirectChain.redirects.0.elapsed',
])('what every recording has may not be missing: %s', (path) => {
  const recording = recordings.find((text) => {
    const found: Json = JSON.parse(text)
    return [...keysIn(found)].some((key) => key.join('.') === path)
  })
  const found: Json = JSON.parse(recording ?? '{}')
  const name = path.replaceAll(/\.(\d+)/g, '[$1]')
  expect(recordingIn(JSON.stringify(damaged(found, path.split('.'), undefined)))).toBe(
    `has no valid \`${name}\``,
  )
})

test.each([
  ['sites.0.site.origins.0.host', 'x'.repeat(100_000)],
  ['sites.0.history.0.at', 1e308],
  ['sites.0.history.0.edge.head.headers.server', null],
  ['sites.0.history.0.edge.tls', 0],
  ['sites.0.history.0.edge.tls.certificate', null],
  ['sites.0.history.0.edge.tls.certificate.chain', 'x'],
  ['sites.0.history.0.edge.tls.certificate.names', 'x'],
  ['sites.0.history.0.resolvers', null],
  ['sites.0.history.0.rechecks', {}],
  ['sites.0.history.0.edge.timings.connect', { toString: 1 }],
])('%s', (path, damage) => {
  const recording = recordings.find((text) => {
    const found: Json = JSON.parse(text)
    return [...keysIn(found)].some((key) => key.join('.') === path)
  })
  const name = path.replaceAll(/\.(\d+)/g, '[$1]')
  expect(recordingIn(JSON.stringify(damaged(JSON.parse(recording ?? '{}'), path.split('.'), damage)))).toBe(
    `has no valid \`${name}\``,
  )
})

test.each([
  ['sites.0.site.origins', 1000],
  ['sites.0.history.0.origins', 4000],
  ['sites.0.history.0.request.origins', 4000],
  ['sites.0.history.0.dns.addresses', 8192],
  ['sites.0.history.0.edge.head.headers', 50_000],
  ['sites.0.history.0.edge.tls.certificate.names', 50_000],
  ['sites.0.addresses', 50_000],
  ['sites', 10_000],
])('%s has at most %s entries', (path, most) => {
  const recording = recordings.find((text) =>
    [...keysIn(JSON.parse(text))].some((key) => key.join('.') === path),
  )
  const original: Json = JSON.parse(recording ?? '{}')
  const found = member(original, ...path.split('.'))
  const list = Array.isArray(found)
    ? Array<Json>(most + 1).fill(null)
    : Object.fromEntries(Array.from({ length: most + 1 }, (_, index) => [`x-${index}`, null]))
  expect(recordingIn(JSON.stringify(damaged(original, path.split('.'), list)))).toBe(
    `has more than ${most.toLocaleString('en-US')} entries in \`${path.replaceAll(/\.(\d+)/g, '[$1]')}\``,
  )
})

test.each([
  ['values', `[${'1,'.repeat(3_000_001)}1]`],
  ['levels', '['.repeat(201)],
])('a file with too many %s is rejected before it is parsed', (_, content) => {
  expect(recordingIn(content)).toBe('has more than 3,000,000 values or 200 levels')
})

test('whatever evidence a run has, its recording can be read', () => {
  fc.assert(
    fc.property(evidence, (found) => {
      const sites = [{ site: SITE, history: [found], addresses: [] }] as const
      const made = recordingOf(
        { version: '1.0.0', at: found.at, schedule: SCHEDULE, sites },
        { showOrigin: true, tokens: [] },
      )
      expect(recordingIn(JSON.stringify(made))).toEqual(JSON.parse(JSON.stringify(made)))
    }),
    { seed: 12, numRuns: repetitions(250) },
  )
})

test('the recordings of all cases are complete', () => {
  expect(recordings.map((text) => recordingIn(text)).filter((found) => typeof found === 'string')).toEqual([])
})

/** A recording in which the edge's page is this text. */
const withPage = (text: string): string => {
  const recording: Json = JSON.parse(
    JSON.stringify(readCase('origin-app-down/origin-app-down-nginx-502').recording),
  )
  const edge = [...keysIn(recording)].find((path) => path.slice(-2).join('.') === 'body.text') ?? []
  return JSON.stringify(damaged(recording, edge, text))
}

test.each([
  ['<title>', 4 * 1024 * 1024 - 7],
  ['<!--', 4 * 1024 * 1024 - 4],
])('a page that begins with %s and has as many characters as may be replays', (opening, count) => {
  const found = recordingIn(withPage(opening + 'a'.repeat(count)))
  if (typeof found === 'string') throw new Error(found)
  const report = replayed(found, { showOrigin: false, publish: { githubToken: '' } })
  expect(report.verdict).not.toBe('error')
  expect(recordingIn(withPage(opening + 'a'.repeat(count + 1)))).toMatch(
    /^has no valid `[\w.[\]-]{1,200}text`/,
  )
})
