import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { CAUSE_CATEGORIES } from '../../src/domain/cause-id.ts'
import type { HistoryChange, HistoryEntry } from '../../src/domain/history/entry.ts'
import type { Report, SiteReport } from '../../src/domain/report.ts'
import { earlierIn, MAX_BLOCK, stateBlock } from '../../src/github/publish/state.ts'
import type { BaselineReport } from '../../src/report/baseline/baseline.ts'
import { withSites } from '../../src/report/history/digest.ts'
import { storyOf } from '../report/stories.ts'
import { repetitions } from '../support/effort.ts'
import { HEAD } from '../support/github-event.ts'
import { report, siteReport } from '../support/github-report.ts'
import { blockOf, statesIn, withState } from '../support/state.ts'

const NOW = Date.UTC(2030, 0, 2, 14, 4, 7)

const words = fc.string({
  unit: fc.constantFrom(...Array.from('abc xyz019.-<>@`ä漢')),
  minLength: 1,
  maxLength: 30,
})
const word = words.map((text) => text.trim().replace(/\s+/g, ' ') || 'x')

const change: fc.Arbitrary<HistoryChange> = fc.record({ where: word, what: word, before: word, now: word })

const entry = fc.record(
  {
    age: fc.integer({ min: 1, max: 72 * 3_600_000 }),
    healthy: fc.boolean(),
    cause: fc.constantFrom('origin-refused' as const, 'runner-offline' as const, 'unexplained' as const),
    run: fc.oneof(fc.constant(''), fc.bigInt({ min: 1n, max: 10n ** 20n - 1n }).map(String)),
    edgeTime: fc.nat(60_000),
    originTime: fc.double({ min: 0, max: 60_000, noNaN: true }),
    changes: fc.array(change, { minLength: 1, maxLength: 8 }),
  },
  { requiredKeys: ['age', 'healthy', 'cause', 'run'] },
)

/** Of any length up to what a report has. */
const entries: fc.Arbitrary<readonly HistoryEntry[]> = fc
  .tuple(fc.array(entry, { maxLength: 60 }), fc.constantFrom(1, 8))
  .map(([some, times]) =>
    Array.from({ length: times }, (_, round) =>
      some.map(({ age, healthy, cause, ...rest }): HistoryEntry & { age: number } => ({
        age: age + round,
        at: new Date(NOW - age - round).toISOString(),
        verdict: healthy ? 'healthy' : cause === 'runner-offline' ? 'inconclusive' : 'unhealthy',
        cause: healthy ? '' : cause,
        ...rest,
      })),
    )
      .flat()
      .toSorted((a, b) => b.age - a.age)
      .filter(({ at }, index, all) => all[index - 1]?.at !== at)
      .map(({ age: _age, ...each }) => each),
  )

function siteNamed(url: string, server: string): SiteReport {
  const { probes, ...site } = siteReport({ url })
  const [origin] = probes.origins
  return { ...site, probes: { ...probes, origins: origin === undefined ? [] : [{ ...origin, server }] } }
}

const sitesOf = (count: number, names: readonly string[]): readonly [SiteReport, ...SiteReport[]] => {
  const [first = siteReport(), ...rest] = Array.from({ length: count }, (_, index) =>
    siteNamed(
      `https://s${index}.shop.example/${encodeURIComponent(names[index % names.length] ?? '')}`,
      names[(index + 1) % names.length] ?? 'nginx',
    ),
  )
  return [first, ...rest]
}

const anyReport: fc.Arbitrary<Report> = fc
  .tuple(
    entries,
    fc.constantFrom(1, 1, 2, 30, 150, 1000, 3000),
    fc.array(word, { minLength: 1, maxLength: 50 }),
  )
  .map(([history, count, names]) => {
    const own = report().history[0]
    const [first = own, ...rest] = history.concat(own)
    return report({ sites: sitesOf(count, names), history: [first, ...rest] })
  })

const bare = ({ changes: _changes, ...each }: HistoryEntry): HistoryEntry => each

const timeless = ({ edgeTime: _edge, originTime: _origin, ...each }: HistoryEntry): HistoryEntry => bare(each)

/** Digits of a square root are as good as random ones. */
const digits = (index: number, most: number): number => Math.floor(((Math.sqrt(index + 2) * 1e6) % 1) * most)

const read = (body: string): BaselineReport => {
  const found = earlierIn(body, HEAD)
  if (found === undefined || 'missing' in found) throw new Error(found?.missing ?? 'There is no block')
  return found
}

describe('the block of any report', () => {
  test('is one line within its limit, and reads back as what was kept', () => {
    fc.assert(
      fc.property(anyReport, (whole) => {
        const block = stateBlock(whole, HEAD)
        expect(block.length).toBeLessThanOrEqual(MAX_BLOCK)
        expect(block).toMatch(/^<!-- origin-gate state=1:a{40}:[A-Za-z0-9+/=]+ -->$/)
        expect(stateBlock(whole, HEAD)).toBe(block)
        const urls = new Set(whole.sites.map(({ url }) => url))
        const found = withSites(read(`<!-- marker -->\nbody\n\n${block}\n`), urls)
        if (found === undefined || 'missing' in found) throw new Error('It was not read')
        expect([...found.sites.keys()].toSorted()).toEqual([...urls].toSorted())
        expect(found.at).toBe(whole.at)
        const kept = whole.history.slice(-found.history.length)
        expect(found.history.map(timeless)).toEqual(kept.map(timeless))
        // Of a very long one, only the newest have times.
        const timed = found.history.findIndex(
          ({ edgeTime, originTime }) => (edgeTime ?? originTime) !== undefined,
        )
        expect(found.history.slice(timed).map(bare)).toEqual(kept.slice(timed).map(bare))
        for (const [index, { changes }] of found.history.entries())
          if (changes !== undefined) expect(changes).toEqual(kept[index]?.changes)
      }),
      { numRuns: repetitions(60) },
    )
  }, 60_000)

  test('keeps a usual history of 72 hours and what the site is compared by', () => {
    const every = Array.from({ length: 288 }, (_, index): HistoryEntry => {
      const jitter = (index * 7919) % 4001
      const failed = index % 40 < 3
      return {
        at: new Date(NOW - (288 - index) * 900_000 + jitter).toISOString(),
        verdict: failed ? 'unhealthy' : 'healthy',
        cause: failed ? 'origin-refused' : '',
        run: String(18_234_567_890 + index * 104_729 + jitter),
        edgeTime: 60 + (jitter % 90),
        originTime: 30 + (jitter % 71),
      }
    })
    const own = report().history[0]
    const [first = own, ...rest] = every.concat(own)
    const found = read(stateBlock({ ...storyOf('app-down'), at: own.at, history: [first, ...rest] }, HEAD))
    expect(found.history).toHaveLength(289)
    expect([...found.sites.values()][0]?.origins).not.toEqual([])
  })

  test('keeps all 500 verdicts, whatever the response times are', () => {
    let run = 18_234_567_890
    const every = Array.from({ length: 499 }, (_, index): HistoryEntry => {
      run += digits(index, 2_000_000)
      return {
        at: new Date(NOW - (499 - index) * 480_000 + digits(index * 3, 400_000)).toISOString(),
        verdict: index < 3 ? 'unhealthy' : 'healthy',
        cause: index < 3 ? 'origin-refused' : '',
        run: String(run),
        edgeTime: digits(index * 5, 30_000),
        originTime: digits(index * 7, 30_000),
      }
    })
    const own = report().history[0]
    const [first = own, ...rest] = every.concat(own)
    const found = read(stateBlock(report({ sites: sitesOf(3000, ['a']), history: [first, ...rest] }), HEAD))
    expect(found.history.map(timeless)).toEqual([...every, own].map(timeless))
    expect(found.history.slice(-200).map(bare)).toEqual([...every, own].slice(-200).map(bare))
  })

  test('of many sites has a digest of their URLs, which other sites do not match', () => {
    const whole = report({ sites: sitesOf(3000, ['a']) })
    const found = read(stateBlock(whole, HEAD))
    const urls = whole.sites.map(({ url }) => url)
    expect(withSites(found, new Set(urls.toReversed()))).toMatchObject({ at: whole.at })
    expect(withSites(found, new Set(urls.slice(1)))).toEqual({
      missing: expect.stringContaining('starts over'),
    })
    expect(withSites(found, new Set([...urls.slice(1), 'https://other.example/']))).toHaveProperty('missing')
  })
})

describe('a block that was changed', () => {
  const LETTERS = Array.from('ABab01+/=->: \n{}')
  const block = stateBlock(storyOf('app-down'), HEAD)

  test('is noticed, or reads as something valid', () => {
    const edit = fc.tuple(
      fc.nat(block.length),
      fc.nat(3),
      fc.array(fc.constantFrom(...LETTERS), { maxLength: 3 }),
    )
    fc.assert(
      fc.property(edit, ([at, removed, letters]) => {
        const found = earlierIn(block.slice(0, at) + letters.join('') + block.slice(at + removed), HEAD)
        if (found === undefined || 'missing' in found) return
        for (const { verdict, cause, at } of found.history) {
          expect(['healthy', 'unhealthy', 'inconclusive']).toContain(verdict)
          expect(['', ...Object.keys(CAUSE_CATEGORIES)]).toContain(cause)
          expect(Date.parse(at)).not.toBeNaN()
        }
      }),
      { numRuns: repetitions(2000) },
    )
  })

  test('with one other letter in its data is always noticed', () => {
    const start = block.indexOf(HEAD) + HEAD.length + 1
    const end = block.indexOf('=', start) < 0 ? block.length - 4 : block.indexOf('=', start)
    // The last letter has bits that mean nothing.
    for (let at = start; at < end - 1; at += 1) {
      const other = block[at] === 'A' ? 'B' : 'A'
      expect(earlierIn(block.slice(0, at) + other + block.slice(at + 1), HEAD)).toEqual({
        missing: expect.stringContaining('is damaged'),
      })
    }
  })
})

test.each<readonly [string, string]>([
  ['other letters', `<!-- origin-gate state=1:${HEAD}:%%% -->`],
  ['another version', stateBlock(report(), HEAD).replace('state=1:', 'state=2:')],
  ['too many letters', `<!-- origin-gate state=1:${HEAD}:${'A'.repeat(9000)} -->`],
  ['megabytes when inflated', blockOf(Buffer.alloc(5_000_000, ' '), HEAD)],
  ['no JSON', blockOf('{', HEAD)],
  ['another value', blockOf('{"history":[],"sites":7}', HEAD)],
  ['no sites', blockOf('{"at":"2030-01-02T14:04:07.000Z","history":{}}', HEAD)],
  ['deep nesting', blockOf('['.repeat(100_000), HEAD)],
  [
    'an impossible time',
    withState(stateBlock(report(), HEAD), (state) => state.replace(/"at":\[\d+/, '"at":[1e99')),
  ],
  [
    // Adding and printing it 500 times took a minute.
    'a run of thousands of digits',
    withState(stateBlock(report(), HEAD), (state) =>
      state.replace('"runs":"', `"runs":"${'9'.repeat(5000)}`),
    ),
  ],
  [
    'a run that is not a number',
    withState(stateBlock(report(), HEAD), (state) => state.replace('"runs":"', '"runs":"x')),
  ],
])('a block with %s is not read', (_, block) => {
  expect(earlierIn(`text\n\n${block}`, HEAD)).toEqual({ missing: expect.stringContaining('starts over') })
})

test('a block has nothing that the JSON report lacks, and none of its commands', () => {
  const [state = ''] = statesIn(stateBlock(storyOf('app-down'), HEAD))
  expect(state).toContain('"probes"')
  expect(state).not.toContain('reproduce')
  expect(state).not.toContain('curl')
})

// What else names the origin could not be hidden by a run with `show-origin: false`.
test.each([
  ['alpha.hosting.example', false],
  ['203.0.113.10', true],
  ['[2001:db8::1]', true],
])('with the shown origin %s, a block has what sites are compared by: %s', (host, isCompared) => {
  const reproduce = [`curl -sv 'https://www.shop.example/' --connect-to '::${host}:443'`]
  const shown = report({ sites: [{ ...siteReport(), reproduce }] })
  const [state = ''] = statesIn(stateBlock(shown, HEAD))
  expect(state.includes('"probes"')).toBe(isCompared)
  expect(read(stateBlock(shown, HEAD)).history).toHaveLength(1)
})

test('an earlier report about another commit has no history for this one', () => {
  expect(earlierIn(stateBlock(report(), HEAD), 'b'.repeat(40))).toBeUndefined()
  expect(earlierIn('### no block', HEAD)).toBeUndefined()
  expect(earlierIn('', HEAD)).toBeUndefined()
})
