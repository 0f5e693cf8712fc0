/** The history of reports that `merge` has made one of. */
import { expect, test } from '@jest/globals'
import type { HistoryEntry } from '../../../src/domain/history/entry.ts'
import type { Report } from '../../../src/domain/report.ts'
import { merged } from '../../../src/report/build/merged.ts'
import { RENDERERS } from '../../../src/report/render/index.ts'
import { reportIn } from '../../../src/report/schema-1/read.ts'
import { START } from '../fixtures.ts'
import { entryAt, HOUR, isoOf, MINUTE, reportAt } from './support.ts'

const [SHOP, API] = ['https://shop.example.com/', 'https://api.example.com/'] as const

/** The report of a job of run 9, with what it found in runs before. */
function job(url: string, at: number, before: readonly HistoryEntry[], run = '9'): Report {
  const report = reportAt(at, { run }, [url])
  const [own] = report.history
  const [first = own, ...rest] = before.concat(own)
  return { ...report, history: [first, ...rest] }
}

const down = { verdict: 'unhealthy', cause: 'origin-refused' } as const

test('the jobs of one run become one result, with the worst verdict', () => {
  const shop = job(SHOP, START, [
    entryAt(START - 2 * HOUR, { run: '7', edgeTime: 90 }),
    entryAt(START - HOUR, { run: '8', ...down }),
  ])
  const api = job(API, START + MINUTE, [
    entryAt(START - 2 * HOUR + MINUTE, { run: '7', edgeTime: 120, originTime: 80 }),
    entryAt(START - HOUR + MINUTE, { run: '8' }),
  ])
  const { history, at } = merged([shop, api])
  expect(history).toEqual([
    entryAt(START - 2 * HOUR + MINUTE, { run: '7', edgeTime: 120, originTime: 80 }),
    entryAt(START - HOUR + MINUTE, { run: '8', ...down }),
    entryAt(START + MINUTE, { run: '9', edgeTime: 62, originTime: 41 }),
  ])
  expect(history.at(-1)?.at).toBe(at)
  expect(merged([api, shop]).history).toEqual(history)
})

test('a run that not all jobs know is left out', () => {
  const shop = job(SHOP, START, [
    entryAt(START - 3 * HOUR, { run: '6', ...down }),
    entryAt(START - 2 * HOUR, { run: '7' }),
  ])
  const { history } = merged([shop, job(API, START, [])])
  expect(history.map(({ run, verdict }) => `${run} ${verdict}`)).toEqual(['9 healthy'])
})

test('a run that one job lacks does not hide an outage', () => {
  const runs = ['6', '7', '8'].map((run, index) => entryAt(START - (3 - index) * HOUR, { run }))
  const shop = runs.map((entry) => (entry.run === '7' ? { ...entry, ...down } : entry))
  const api = runs.filter(({ run }) => run !== '7')
  const { history } = merged([job(SHOP, START, shop), job(API, START, api)])
  expect(history.map(({ run, verdict }) => `${run} ${verdict}`)).toEqual([
    '6 healthy',
    '7 unhealthy',
    '8 healthy',
    '9 healthy',
  ])
})

test('no attempt of a run hides that another one was unhealthy', () => {
  const attempts = [
    entryAt(START - 2 * HOUR, { run: '8', ...down }),
    entryAt(START - HOUR, { run: '8' }),
    entryAt(START - 20 * MINUTE, { run: '9', ...down }),
  ]
  const { history } = merged([job(SHOP, START, attempts), job(API, START, attempts.slice(1, 2))])
  expect(history.map(({ run, verdict }) => `${run} ${verdict}`)).toEqual([
    '8 unhealthy',
    '9 unhealthy',
    '9 healthy',
  ])
})

const CHANGE = { where: 'directly', what: 'server', before: 'nginx', now: 'caddy' }

test('changes name their site, and eight are kept', () => {
  const reports = [SHOP, API].map((url) => {
    const changes = Array.from({ length: 5 }, (_, index) => ({ ...CHANGE, before: `${url} ${index}` }))
    return job(url, START, [entryAt(START - HOUR, { run: '8', changes })])
  })
  const [one, other] = reports
  if (one === undefined || other === undefined) throw new Error('no reports')
  const found = merged([one, other]).history[0].changes ?? []
  expect(found.map(({ site }) => site)).toEqual([...Array(5).fill(SHOP), ...Array(3).fill(API)])
})

test('the same change of several sites is one, with their number', () => {
  const changes = [CHANGE]
  const before = [entryAt(START - HOUR, { run: '8', changes })]
  const { history } = merged([job(SHOP, START, before), job(API, START, before)])
  expect(history[0].changes).toEqual([{ ...CHANGE, site: SHOP, sites: 2 }])
})

test('outside GitHub Actions, nothing says which results belong together', () => {
  const before = [entryAt(START - HOUR)]
  const { history } = merged([job(SHOP, START, before, ''), job(API, START, before, '')])
  expect(history).toEqual([entryAt(START, { edgeTime: 62, originTime: 41 })])
})

test('the newest of several reports on the same sites keeps its history', () => {
  const before = [entryAt(START - HOUR, { run: '8' })]
  const newest = job(SHOP, START, before)
  expect(merged([job(SHOP, START - HOUR, []), newest]).history).toEqual(newest.history)
})

test('the result is in order, within its limits, and can be read back', () => {
  const before = Array.from({ length: 400 }, (_, index) =>
    entryAt(START - (index + 1) * 15 * MINUTE, { run: String(1000 + index) }),
  )
  const future = entryAt(START + HOUR, { run: '77' })
  const report = merged([job(SHOP, START, [...before, future]), job(API, START, [future, ...before])])
  expect(report.history).toHaveLength(72 * 4 + 1)
  expect(report.history.map(({ at }) => at)).toEqual(report.history.map(({ at }) => at).toSorted())
  expect(report.history[0].at).toBe(isoOf(START - 72 * HOUR))
  const again = reportIn(RENDERERS.json(report))
  expect(typeof again === 'string' ? again : again.history).toEqual(report.history)
})
