import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { HistoryEntry } from '../../../src/domain/history/entry.ts'
import { baselineIn } from '../../../src/report/baseline/baseline.ts'
import { RENDERERS } from '../../../src/report/render/index.ts'
import { interrupted } from '../../../src/run/outcome.ts'
import { repetitions } from '../../support/effort.ts'
import { ADDRESS, START } from '../fixtures.ts'
import { after, baselineOf, entryAt, HOUR, isoOf, jsonOf, MINUTE, reportAt } from './support.ts'

const BEFORE = START - 15 * MINUTE
/** An earlier report with this history. */
const earlierWith = (history: unknown): unknown => jsonOf(reportAt(BEFORE), { history })
const timesOf = ({ history }: { readonly history: readonly HistoryEntry[] }): readonly string[] =>
  history.map(({ at }) => at)
const OWN = isoOf(START)

test('a first run has the history of itself', () => {
  const { history } = reportAt(START, { run: '81' })
  expect(history).toEqual([
    { at: OWN, verdict: 'healthy', cause: '', run: '81', edgeTime: 62, originTime: 41 },
  ])
})

test('each run adds its own result to those of the runs before', () => {
  let report = reportAt(START - 5 * HOUR, { run: '1' })
  for (const [index, hours] of [4, 3, 2, 1].entries())
    report = reportAt(START - hours * HOUR, { run: String(index + 2), earlier: baselineOf(jsonOf(report)) })
  expect(report.history.map(({ run }) => run)).toEqual(['1', '2', '3', '4', '5'])
  expect(timesOf(report)).toEqual([5, 4, 3, 2, 1].map((hours) => isoOf(START - hours * HOUR)))
})

test('a report of a version without the key counts as one result', () => {
  const { history: _, ...old } = JSON.parse(RENDERERS.json(reportAt(BEFORE)))
  expect(after(old).history.slice(0, -1)).toEqual([entryAt(BEFORE)])
})

describe('the earlier report itself counts', () => {
  test.each<[string, readonly HistoryEntry[]]>([
    ['when its history is empty', []],
    ['when its history ends before it', [entryAt(BEFORE - HOUR)]],
    [
      'when its history has another verdict of the same moment',
      [entryAt(BEFORE, { verdict: 'inconclusive' })],
    ],
  ])('%s', (_, history) => {
    const carried = after(earlierWith(history)).history
    expect(carried.at(-2)).toEqual(entryAt(BEFORE))
    expect(new Set(timesOf({ history: carried })).size).toBe(carried.length)
  })
})

test('a cancelled run keeps the history, as inconclusive', () => {
  const report = interrupted(after(earlierWith([entryAt(BEFORE)])))
  expect(report.history.map(({ verdict }) => verdict)).toEqual(['healthy', 'inconclusive'])
  expect(after(jsonOf({ ...report, at: isoOf(BEFORE) })).history).toHaveLength(2)
})

describe('of a history, only what this run may believe is kept', () => {
  test('in order of time, and each moment once', () => {
    const [first, second] = [entryAt(BEFORE - 2 * HOUR), entryAt(BEFORE - HOUR)]
    const { history, notes } = after(earlierWith([second, first, second, first]))
    expect(timesOf({ history })).toEqual([first.at, second.at, isoOf(BEFORE), OWN])
    expect(notes).toEqual([])
  })

  test('not what is older than 72 hours', () => {
    const times = [73, 72.01, 71.9, 1].map((hours) => START - hours * HOUR)
    const { history } = after(earlierWith(times.map((at) => entryAt(at))))
    expect(timesOf({ history })).toEqual([...times.slice(2).map(isoOf), isoOf(BEFORE), OWN])
  })

  test('not more than the newest 500, with this one', () => {
    const times = Array.from({ length: 2000 }, (_, index) => BEFORE - (2000 - index) * MINUTE)
    const { history } = after(earlierWith(times.map((at) => entryAt(at))))
    expect(history).toHaveLength(500)
    expect(history[0]?.at).toBe(isoOf(BEFORE - 498 * MINUTE))
  })

  test('not what was before the deploy', () => {
    const monitoring = { deployedAt: START - HOUR, until: START + 47 * HOUR }
    const { history } = after(earlierWith([entryAt(START - 2 * HOUR), entryAt(START - HOUR)]), { monitoring })
    expect(timesOf({ history })).toEqual([isoOf(START - HOUR), isoOf(BEFORE), OWN])
  })

  test('but a deploy in the future, in another time zone, hides nothing', () => {
    const monitoring = { deployedAt: START + 2 * HOUR, until: START + 50 * HOUR }
    const report = after(earlierWith([entryAt(BEFORE)]), { monitoring })
    expect([timesOf(report), report.monitoring]).toEqual([[isoOf(BEFORE), OWN], undefined])
    const text =
      '`deployed-at` has no effect, because 2026-11-23 16:03 UTC is in the future. Check its time zone.'
    expect(report.notes).toEqual([{ id: 'baseline', text }])
    const soon = { ...monitoring, deployedAt: START + 1000 }
    expect(after(earlierWith([]), { monitoring: soon }).notes).toEqual([])
  })

  test.each<[string, unknown]>([
    ['is newer than the report that has it', entryAt(BEFORE + 1)],
    ['has no valid time', { ...entryAt(BEFORE), at: 'yesterday' }],
    ['has a time that does not exist', { ...entryAt(BEFORE), at: '2026-11-31T24:61:00.000Z' }],
    ['has an unknown verdict', { ...entryAt(BEFORE), verdict: 'error' }],
    ['is healthy with a cause', { ...entryAt(BEFORE), cause: 'origin-refused' }],
    ['has a cause that is not an id', { ...entryAt(BEFORE), verdict: 'unhealthy', cause: '<b>' }],
    ['has a run that is not an id', { ...entryAt(BEFORE), run: '1/../2' }],
    ['takes a negative time', { ...entryAt(BEFORE), edgeTime: -1 }],
    ['takes more than a day', { ...entryAt(BEFORE), edgeTime: 1e300 }],
    ['has changes that are not a list', { ...entryAt(BEFORE), changes: {} }],
    ['is a list', [entryAt(BEFORE)]],
    ['is null', null],
  ])('not what %s, and a note counts it', (_, entry) => {
    const valid = entryAt(BEFORE - HOUR)
    const { history, notes, verdict } = after(earlierWith([valid, entry]))
    expect(timesOf({ history })).toEqual([valid.at, isoOf(BEFORE), OWN])
    expect(notes).toEqual([
      {
        id: 'baseline',
        text: '1 earlier check is missing from the history, because the earlier report is damaged. Keep the file as `report` wrote it.',
      },
    ])
    expect(verdict).toBe('healthy')
  })

  test.each([['a text'], [7], [true], [null], [{ at: OWN }]])('not a history that is %j', (history) => {
    const report = after(earlierWith(history))
    expect(timesOf(report)).toEqual([isoOf(BEFORE), OWN])
    expect(report.notes).toHaveLength(history === null ? 0 : 1)
  })

  test('and a cause of a later version does not hide that the site was unhealthy', () => {
    const later = { ...entryAt(BEFORE - HOUR), verdict: 'unhealthy', cause: 'origin-quantum-decay', more: 1 }
    const { history, notes } = after(earlierWith([later]))
    expect(history[0]).toEqual(entryAt(BEFORE - HOUR, { verdict: 'unhealthy' }))
    expect(notes).toEqual([])
  })

  test('and no key reaches a prototype', () => {
    const history = JSON.parse(
      `[{"__proto__":{"verdict":"unhealthy"},"constructor":{"prototype":{"x":1}},"at":"${isoOf(BEFORE)}"}]`,
    )
    expect(timesOf(after(earlierWith(history)))).toEqual([isoOf(BEFORE), OWN])
    expect({}).not.toHaveProperty('verdict')
  })
})

const changed = (before: string, more: object = {}): unknown =>
  earlierWith([
    { ...entryAt(BEFORE), changes: [{ where: 'directly', what: 'server', before, now: before, ...more }] },
  ])

describe('the text in a history', () => {
  test.each([
    `nginx at ${ADDRESS}`,
    'nginx at 198.51.100.7',
    'nginx at 198-51-100-7.hosting.example',
    'nginx at 198%2e51%2e100%2e7',
    'nginx at [2001:db8:77:5::9]:443',
    'nginx at 198.51.100…',
    'nginx at MTk4LjUxLjEwMC43',
  ])('shows no address that an origin had: %s', (text) => {
    const report = after(changed(text, { site: text, where: text, what: text }))
    const words = RENDERERS.json(report)
    expect(words).not.toMatch(/203.0.113|198.51|77.5:?:?-?-?9|MTk4/)
    expect(words).toContain('nginx at ')
  })

  test("keeps Cloudflare's addresses", () => {
    const report = after(changed('104.16.132.229 and 2606:4700::6810:84e5'))
    expect(report.history[0].changes?.[0]?.before).toBe('104.16.132.229 and 2606:4700::6810:84e5')
  })

  test('is on one line, without invisible characters, and of at most 120', () => {
    const report = after(changed(`\u202E::error::x\n${'⑽'.repeat(100)}`))
    const [change] = report.history[0].changes ?? []
    expect(change?.before).toMatch(/^::error::x [10()]{90,}…$/)
    expect(change?.before.length).toBeLessThanOrEqual(120)
  })

  test('is that of the newest changes, if there are more than any history has', () => {
    const changes = Array.from({ length: 8 }, () => ({ where: '', what: 'server', before: 'a', now: 'b' }))
    const entries = Array.from({ length: 100 }, (_, index) =>
      entryAt(BEFORE - (100 - index) * MINUTE, { changes }),
    )
    const { history } = after(earlierWith(entries))
    const changed = history.map((entry) => entry.changes?.length ?? 0)
    expect(changed).toEqual([...Array(37).fill(0), ...Array(63).fill(8), 0, 0])
  })

  // Redacting megabytes of text takes seconds, in which a run can't end.
  test.each([121, 100_000])('is not one of %d characters, which no report has', (length) => {
    const report = after(changed('a'.repeat(length)))
    expect(report.history.map(({ changes }) => changes)).toEqual([[], undefined, undefined])
  })

  test('is of at most eight changes', () => {
    const change = { where: '', what: 'SSL mode', before: 'full', now: 'strict' }
    const changes = Array.from({ length: 60 }, () => change)
    const report = after(earlierWith([{ ...entryAt(BEFORE), changes }]))
    expect(report.history[0].changes).toHaveLength(8)
  })

  test('names the site of a change if this run has more of them', () => {
    const urls = ['https://www.example.com/', 'https://shop.example.com/']
    const report = after(changed('nginx'), {}, urls)
    expect(report.history[0].changes?.[0]?.site).toBe(urls[0])
  })
})

const earlierOn = (...urls: readonly string[]): unknown => jsonOf(reportAt(BEFORE, {}, urls))

describe('a history belongs to sites', () => {
  const [one = '', two = '', three = ''] = ['www', 'shop', 'api'].map(
    (name) => `https://${name}.example.com/`,
  )

  test('and continues when a site is added', () => {
    const { history, notes } = after(earlierOn(one), {}, [one, two])
    expect(history).toHaveLength(2)
    expect(notes.map(({ text }) => text)).toEqual([
      'The baseline report of 2026-11-23 does not contain 1 of the 2 sites.',
    ])
  })

  test('and starts over when one is no longer checked', () => {
    const { history, notes } = after(earlierOn(one, two, three), {}, [one])
    expect(history).toHaveLength(1)
    expect(notes.map(({ text }) => text)).toEqual([
      `The history starts over, because the baseline report of 2026-11-23 is also about 2 other sites, such as ${two}. Use a report on the same sites.`,
    ])
  })

  test('and starts over with the report of another site', () => {
    const { history, notes, sites, verdict } = after(earlierOn(two))
    expect([history.length, verdict, sites[0].changes]).toEqual([1, 'healthy', undefined])
    expect(notes.map(({ text }) => text)).toEqual([
      `Nothing to compare with: the baseline report of 2026-11-23 is about ${two}. Use a report on the same sites.`,
    ])
  })

  test('and continues in a cancelled run that reports fewer of them', () => {
    const earlier = baselineOf(earlierOn(one, two))
    const report = reportAt(START, { earlier, urls: () => [one, two] }, [one])
    expect([report.history.length, report.notes]).toEqual([2, []])
    expect(reportAt(START, { earlier }, [one]).history).toHaveLength(1)
  })

  test('and sites that only a secret distinguishes are counted', () => {
    const hidden = ['a', 'b', 'c'].map((letter) => `${one}?token=${letter.repeat(30)}`)
    expect(after(earlierOn(...hidden.slice(1)), {}, hidden).history).toHaveLength(2)
    expect(after(earlierOn(...hidden), {}, hidden.slice(1)).history).toHaveLength(1)
  })

  test('and the URL in the note is hidden and cut as any other text of a file', () => {
    const url = `https://198.51.100.7/${'x'.repeat(1500)}?token=${'s'.repeat(40)}`
    const json = JSON.parse(JSON.stringify(earlierOn(one)))
    json.sites[0].url = url
    const [note] = after(json).notes
    expect(note?.text).toMatch(/is about https:\/\/\S{90,}…\. Use/)
    expect(note?.text).not.toContain('198.51')
    expect(note?.text.length).toBeLessThan(350)
  })

  test('of which one that is damaged ends it', () => {
    const json = JSON.parse(JSON.stringify(earlierOn(one, two)))
    json.sites[1].verdict = 'fine'
    const { history, notes } = after(json)
    expect(history).toHaveLength(1)
    expect(notes.map(({ text }) => text)).toEqual([
      'The history starts over, because the earlier report is damaged: one of its sites is not valid. Keep the file as `report` wrote it.',
    ])
  })
})

describe('a report that is newer than this one', () => {
  test('is not compared with, and the note names both times', () => {
    const { history, notes, sites } = after(jsonOf(reportAt(START + HOUR)))
    expect([history.length, sites[0].changes]).toEqual([1, undefined])
    expect(notes).toEqual([
      {
        id: 'baseline',
        text: 'Nothing to compare with: the earlier report is from 2026-11-23 15:03 UTC, and this one from 2026-11-23 14:03 UTC. Check the clocks of the machines that wrote them.',
      },
    ])
  })

  test('by a few seconds is compared with, because clocks differ', () => {
    const report = after(
      jsonOf(reportAt(START + 4000), { history: [entryAt(BEFORE), entryAt(START + 4000)] }),
    )
    expect([timesOf(report), report.notes]).toEqual([[isoOf(BEFORE), isoOf(START - 1), OWN], []])
    expect(report.sites[0].changes).toBeDefined()
  })

  test('by minutes keeps its outages, in their order and before this run', () => {
    const runs = [
      entryAt(START - MINUTE, { run: '1' }),
      entryAt(START + MINUTE, { run: '2', verdict: 'unhealthy', cause: 'origin-refused' }),
      entryAt(START + 2 * MINUTE, { run: '3' }),
    ]
    const { history } = after(jsonOf(reportAt(START + 2 * MINUTE), { history: runs }), { run: '4' })
    expect(history.map(({ run }) => run)).toEqual(['1', '2', '3', '4'])
    expect(timesOf({ history })).toEqual([START - MINUTE, START - 2, START - 1, START].map(isoOf))
    expect(history[1]?.verdict).toBe('unhealthy')
  })

  test('by thousands of years has a note, too', () => {
    expect(after(jsonOf(reportAt(8.64e15))).notes[0]?.text).toContain(' is from +275760-09-13 00:00 UTC,')
  })
})

describe('a file that is not a whole report', () => {
  const whole = RENDERERS.json(after(earlierWith([entryAt(BEFORE - HOUR)])))

  test('because it is torn is never read, wherever it ends', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 3), (end) => baselineIn(whole.slice(0, end)) === 'is not valid JSON'),
      { numRuns: repetitions(500) },
    )
  })

  test.each([
    ['has 100,000 levels', '['.repeat(100_000)],
    [
      'has 100,000 levels in its history',
      `{"schema":1,"history":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    ],
    ['has a million entries', `{"schema":1,"history":[${'{"at":1,"run":2,"x":3},'.repeat(1e6)}0]}`],
  ])('because it %s is refused with the reason', (_, text) => {
    expect(baselineIn(text)).toBe('has more values than a report, or more levels of brackets')
  })

  // Redacting one of 30 million letters used up the stack.
  test('because its URL is longer than that of any report is refused', () => {
    const site = { url: `https://${'a'.repeat(2000)}/`, verdict: 'healthy', probes: {} }
    expect(baselineIn(JSON.stringify({ schema: 1, at: OWN, sites: [site] }))).toBe('contains no site')
  })

  test('because its bytes are random is refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(typeof baselineIn(Buffer.from(bytes).toString('utf8'))).toBe('string')
      }),
    )
  })
})

test('a history of anything is read without an error, and what is kept is in order', () => {
  const time = fc.oneof(
    fc.integer({ min: START - 80 * HOUR, max: START + 10 * HOUR }).map(isoOf),
    fc.constantFrom('', 'now', '2026-02-30T00:00:00.000Z', '+002026-11-23T13:00:00.000Z'),
  )
  const text = fc.oneof(fc.string(), fc.constantFrom(ADDRESS, '198.51.100.7', '\u202E', '@everyone'))
  const change = fc.record({ site: text, where: text, what: text, before: text, now: text })
  const entry = fc.record(
    {
      at: time,
      verdict: fc.constantFrom('healthy', 'unhealthy', 'inconclusive', 'error'),
      cause: fc.constantFrom('', 'origin-refused', 'toString', '__proto__', 'later-cause'),
      run: fc.oneof(fc.nat().map(String), fc.string()),
      edgeTime: fc.oneof(fc.double(), fc.nat()),
      changes: fc.array(change, { maxLength: 12 }),
    },
    { requiredKeys: ['at', 'verdict', 'cause', 'run'] },
  )
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: entry }, fc.jsonValue())), (entries) => {
      const report = after(earlierWith(entries))
      const times = report.history.map(({ at }) => Date.parse(at))
      expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b))
      expect(times.at(-1)).toBe(START)
      expect(times[0]).toBeGreaterThanOrEqual(START - 72 * HOUR)
      expect(report.verdict).toBe('healthy')
      expect(report.notes.length).toBeLessThanOrEqual(1)
      for (const render of Object.values(RENDERERS)) expect(render(report)).not.toMatch(/198\.51|203\.0\.113/)
    }),
    { numRuns: repetitions(300) },
  )
})

test('a whole history takes less than 125 kB of the JSON report, a line for each entry', () => {
  const change = { where: 'directly', what: 'server', before: 'nginx', now: 'caddy' }
  const entries = Array.from({ length: 600 }, (_, index) =>
    entryAt(BEFORE - index * MINUTE, {
      run: '19823746152',
      edgeTime: 162,
      originTime: 141,
      changes: [change],
    }),
  )
  const report = after(earlierWith(entries))
  const { history } = report
  const [own, whole] = [RENDERERS.json(reportAt(START)), RENDERERS.json(report)]
  expect(JSON.parse(whole).history).toEqual(history)
  expect(history).toHaveLength(500)
  expect(whole.length - own.length).toBeLessThan(125_000)
  expect(whole.split('\n').length - own.split('\n').length).toBeLessThan(520)
})
