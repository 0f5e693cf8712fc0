import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Hop, Report } from '../../src/domain/report.ts'
import { requestPath } from '../../src/report/render/markdown/mermaid/request-path.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { hostileText } from '../support/hostile-text.ts'
import { diagramsIn } from '../html/diagrams.ts'
import { agrees } from '../support/golden.ts'
import { storyOf } from './stories.ts'
import { type Check, HISTORIES, REFUSED, watched, WATCHES, withRuns } from './watched.ts'

const hop: fc.Arbitrary<Hop> = fc.record({
  name: hostileText,
  state: fc.constantFrom('ok', 'broken', 'unknown'),
  detail: hostileText,
})

test('the text of a hop is escaped for Mermaid', () => {
  fc.assert(
    fc.property(fc.array(hop, { minLength: 1, maxLength: 8 }), (path) => {
      const [fence, kind, title, description, ...lines] = requestPath(path).split('\n')
      expect([fence, kind, title]).toEqual(['```mermaid', 'flowchart LR', '  accTitle: Path of the request'])
      expect(description).toMatch(/^ {2}accDescr: (?:[\p{L}\p{N} .,…()✓✗/-]|#\d+;)*$/u)
      // A node a hop, an arrow between two, four styles and the fence: nothing could add a line.
      expect(lines).toHaveLength(2 * path.length - 1 + 5)
      for (const node of lines.slice(0, path.length))
        expect(node).toMatch(
          /^ {2}n\d\(\["(?:[\p{L}\p{N} ✓✗]|…|#\d+;|<br\/>)+"\]\):::(?:ok|broken|unknown|failing)$/u,
        )
    }),
  )
})

test('only the failing hop is marked', () => {
  const path = storyOf('refused').sites[0].path
  expect(requestPath(path).match(/.*:::failing/g)).toEqual([
    '  n3(["origin ✗<br/>connection refused"]):::failing',
  ])
})

test('the route of the direct probe is a chain of its own', () => {
  const { path, route = [] } = storyOf('bastion-denied-down').sites[0]
  const lines = requestPath(path, route).split('\n')
  expect(lines.filter((line) => /^ {2}r\d/.test(line))).toEqual([
    '  r0(["runner"]):::ok',
    '  r1(["bastion ✗<br/>permission denied"]):::failing',
    '  r2(["origin #63;"]):::unknown',
    '  r0 --> r1',
    '  r1 -.-> r2',
  ])
  expect(RENDERERS.markdown(storyOf('bastion-denied-down'), { diagram: true })).toContain(lines.join('\n'))
})

test.each([
  ['refused', true],
  ['challenged', true],
  ['healthy', false],
  ['two-sites', true],
])('the diagram is in a job summary of a failing site: %s', (story, drawn) => {
  const report = storyOf(story)
  expect(RENDERERS.markdown(report, { diagram: true }).includes('```mermaid')).toBe(drawn)
  expect(RENDERERS.markdown(report)).not.toContain('mermaid')
})

function summaryOf(report: Report): string {
  return RENDERERS.markdown(report, { diagram: true })
}

/** Reviewed summaries. */
test.each([
  ['refused', storyOf('refused')],
  ['intermittent', storyOf('intermittent')],
  ['three-origins', storyOf('three-origins')],
  ['two-sites', storyOf('two-sites')],
  ['watched', watched(WATCHES.steady)],
  ['outage', watched(WATCHES.outage)],
  ['two-days', withRuns(HISTORIES['two days'])],
])('the summary is as reviewed: %s', (name, report) => {
  agrees(join(import.meta.dirname, '..', 'golden', 'summaries', `${name}.md`), summaryOf(report))
})

test('without its diagrams, a summary of a failing site is its comment', () => {
  const report = storyOf('refused')
  const rest = summaryOf(report)
    .replaceAll(/```mermaid\n[^]*?\n```\n\n/g, '')
    .replaceAll('<details open>', '<details>')
  expect(rest).toBe(RENDERERS.markdown(report))
})

test('the phase that failed is marked in the waterfall', () => {
  const [, source = ''] = diagramsIn(summaryOf(storyOf('refused')))
  expect(source.match(/.*:crit.*/g)).toEqual(['    TCP ✗ 11 ms :crit, 0, 11ms'])
  expect(source).toContain('Direct#58; no response#58; connection refused. TCP fails after 11 ms.')
})

test('the phases of a side follow each other, and their unit fits the longest side', () => {
  const [, source = ''] = diagramsIn(summaryOf(storyOf('intermittent')))
  expect(source).toContain(
    '    TLS 12 ms :13, 12ms\n    first byte 36 ms :25, 36ms\n    transfer 1 ms :61, 1ms',
  )
  expect(source).toContain('  axisFormat %Q ms\n  tickInterval 20millisecond')
  const slow = storyOf('intermittent')
  const [site] = slow.sites
  const timings = { connect: 10, tls: 20, processing: 25_000, transfer: 0.2 }
  const edge = site.probes.edge && { ...site.probes.edge, timings, total: 25_030.2 }
  const [, seconds = ''] = diagramsIn(
    summaryOf({ ...slow, sites: [{ ...site, probes: { ...site.probes, ...(edge && { edge }) } }] }),
  )
  expect(seconds).toContain('  axisFormat %s s\n  tickInterval 5second')
  // Anything shorter would be invisible.
  expect(seconds).toContain('    transfer #60;1 ms :25030, 1ms')
})

test('with many origins, the waterfall has the failing ones', () => {
  const report = storyOf('three-origins')
  const [site] = report.sites
  const [good, bad] = site.probes.origins
  if (good === undefined || bad === undefined) throw new RangeError('The story has three origins')
  const origins = [good, good, good, good, bad, good, good, bad, good]
  const summary = summaryOf({ ...report, sites: [{ ...site, probes: { ...site.probes, origins } }] })
  const [, source = ''] = diagramsIn(summary)
  expect(source.match(/section .*/g)).toEqual([
    'section Through Cloudflare',
    'section Origin 1',
    'section Origin 5',
    'section Origin 8',
  ])
  expect(source).toContain('Not shown#58; 6 more origins.')
})

/** The numbers of a series in the chart of a watch. */
function chartOf(checks: readonly Check[]): {
  readonly bars: readonly number[][]
  readonly line: readonly number[]
} {
  const source = diagramsIn(summaryOf(watched(checks))).find((each) => each.includes('xychart-beta')) ?? ''
  const numbers = (kind: string): number[][] =>
    Array.from(source.matchAll(new RegExp(`^ {2}${kind} \\[(.*)\\]$`, 'gm')), ([, list = '']) =>
      list.split(', ').map(Number),
    )
  return { bars: numbers('bar'), line: numbers('line')[0] ?? [] }
}

test('a failed check is a bar of full height, and has no response time', () => {
  const { bars, line } = chartOf(WATCHES.outage)
  const [red = [], blue = []] = bars
  expect(bars).toHaveLength(2)
  expect(red.map((height) => height === 80)).toEqual(WATCHES.outage.map((check) => check === REFUSED))
  expect(blue.map((height) => height < 0)).toEqual(WATCHES.outage.map((check) => check === REFUSED))
  // The direct request was refused within a millisecond. Drawn there, it would look fast.
  expect(line.slice(5, 10)).toEqual([40, 80, 80, 80, 48])
})

test('how long a failure took does not change the scale', () => {
  expect(Math.max(...chartOf(WATCHES.timeouts).bars.flat())).toBe(80)
})

test('the line connects the neighbors of a check without requests', () => {
  expect(chartOf(WATCHES.offline).line.slice(3, 6)).toEqual([46, 43, 40])
})

test('without direct responses there is no line', () => {
  expect(chartOf(WATCHES['without an origin']).line).toEqual([])
  expect(chartOf(WATCHES.locked).line).toEqual([])
})

test('a long watch has few bars, each for the worst of its checks', () => {
  const { bars } = chartOf(WATCHES.long)
  const [red = [], blue = []] = bars
  expect(red).toHaveLength(19)
  expect(red.indexOf(Math.max(...red))).toBe(Math.floor(150 / 11))
  expect(blue.filter((height) => height < 0)).toHaveLength(1)
})

test('checks that are not listed leave a gap', () => {
  const { bars } = chartOf([
    ...WATCHES.steady,
    { skipped: { rounds: 30, failed: 0, identical: false } },
    ...WATCHES.steady,
  ])
  const [blue = []] = bars
  expect(blue.map((height) => (height < 0 ? '·' : '|')).join('')).toBe('||||··········|||||')
})

test.each([
  ['two checks', WATCHES.steady.slice(0, 2)],
  ['a quick check of a healthy site', WATCHES.steady.slice(0, 5)],
  ['failures only', Array<Check>(12).fill(REFUSED)],
])('%s have no chart', (_, checks) => {
  expect(chartOf(checks).bars).toEqual([])
})

test('the chart is open, because Mermaid measures nothing in a closed fold', () => {
  const summary = summaryOf(watched(WATCHES.steady))
  expect(summary).toContain('<details open><summary>Response times of 12 checks</summary>\n\n```mermaid\n')
  for (const [before] of summary.matchAll(/<details( open)?>(?:(?!<\/details>)[^])*```mermaid/g))
    expect(before).toMatch(/^<details open>/)
})

test('of many failing sites, only the first of each cause have diagrams, and at most three', () => {
  expect(pathsIn(storyOf('forty-sites'))).toBe(2)
  const report = storyOf('refused')
  const others = ['app-down', 'certificate-expired', 'challenged', 'edge-error'].map(
    (name) => storyOf(name).sites[0],
  )
  expect(pathsIn({ ...report, sites: [report.sites[0], ...others] })).toBe(3)
})

function pathsIn(report: Report): number {
  return diagramsIn(summaryOf(report)).filter((source) => source.startsWith('flowchart')).length
}

/** The rows of the history's time axis, by section. */
function rowsOf(report: Report): Readonly<Record<string, readonly string[]>> {
  const source = diagramsIn(summaryOf(report)).find((each) => each.includes('title Outages')) ?? ''
  const sections = source.split(/^ {2}section /m).slice(1)
  return Object.fromEntries(
    sections.map((section) => {
      const [name = '', ...tasks] = section.split('\n').map((line) => line.trim())
      return [name, tasks.filter((task) => task !== '')]
    }),
  )
}

test('outages, inconclusive checks and gaps are to scale', () => {
  expect(rowsOf(withRuns(HISTORIES['two days']))).toEqual({
    Checked: ['48 h, 184 checks :2026-11-21 14:19:07, 171900s'],
    Down: ['30 min :crit, 2026-11-21 22:34:07, 1800s', '60 min :crit, 2026-11-23 00:49:07, 3600s'],
    Inconclusive: ['60 min :done, 2026-11-22 04:04:07, 3600s'],
    'No checks': ['2 h 15 min :2026-11-22 15:04:07, 8100s'],
  })
})

test('an outage that goes on ends with the last check', () => {
  expect(rowsOf(withRuns(HISTORIES['still down']))['Down']).toEqual([
    '90 min so far :crit, 2026-11-23 12:34:07, 5400s',
  ])
})

test('of many outages, the newest are drawn, and the others are counted', () => {
  const report = withRuns(HISTORIES['many outages'])
  expect(rowsOf(report)['Down']).toHaveLength(10)
  expect(summaryOf(report)).toContain('\n\nNot drawn: 50 earlier outages.\n\n')
})

test.each([
  ['without an outage or a gap', 'never down', ['Response times']],
  ['without healthy runs', 'only down', ['Outages']],
  ['of two runs', 'two runs', ['Outages']],
  ['of healthy and other runs', 'two days', ['Outages', 'Response times']],
] as const)('a history %s has the diagrams that say something', (_, name, titles) => {
  const found = diagramsIn(summaryOf(withRuns(HISTORIES[name]))).join('\n')
  for (const title of ['Outages', 'Response times'] as const)
    expect(found.includes(`accTitle: ${title}`)).toBe(titles.some((each) => each === title))
})

test('a bar of the history stands for a time, and is as bad as the worst run in it', () => {
  const report = withRuns('✓✓✓✓✓✓✓✓✓✓✓✓✓✓✓✗✓✓✓✓            ✓✓✓✓??✓✓✓✓')
  const source = diagramsIn(summaryOf(report)).find((each) => each.includes('xychart')) ?? ''
  // The runs are at 4, 19, 34 and 49 minutes past the hour.
  expect(source).toContain('x-axis "hours after 2026-11-23 03#58;00 UTC" ["0", "1", "2", ')
  const bars = Array.from(source.matchAll(/^ {2}bar \[(.*)\]$/gm), ([, numbers = '']) =>
    numbers
      .split(', ')
      .map((number) => (Number(number) < 0 ? '·' : '|'))
      .join(''),
  )
  expect(bars).toEqual(['····|·······', '·········||·', '||||·|··|··|'])
})

test('the history of a comment has no diagram, and is closed', () => {
  const comment = RENDERERS.markdown(withRuns(HISTORIES['two days']))
  expect(comment).not.toContain('mermaid')
  expect(comment).not.toContain('<details open>')
})

test('a history of centuries has no chart with thousands of bars', () => {
  const report = withRuns('✓✓✓✓✓✓')
  const [first, ...rest] = report.history
  const old: Report = { ...report, history: [{ ...first, at: '1026-11-23T14:03:07.000Z' }, ...rest] }
  expect(summaryOf(old)).not.toContain('xychart')
})
