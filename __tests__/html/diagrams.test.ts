/** The diagrams of job summaries, drawn by Mermaid as on GitHub. */
import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Hop } from '../../src/domain/report.ts'
import { requestPath } from '../../src/report/render/markdown/mermaid/request-path.ts'
import { waterfall } from '../../src/report/render/markdown/mermaid/waterfall.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { capital } from '../../src/shared/text.ts'
import { clean } from '../../src/redact/visible.ts'
import { merged } from '../../src/report/build/merged.ts'
import { forgedReport, read } from '../report/merge/forged-report.ts'
import { STORY_NAMES, storyOf } from '../report/stories.ts'
import { HISTORIES, watched, WATCHES, withRuns } from '../report/watched.ts'
import { repetitions } from '../support/effort.ts'
import { hostileText } from '../support/hostile-text.ts'
import { describeInChromium } from './chromium.ts'
import { diagramsIn, draw, openDiagrams } from './diagrams.ts'

const REPORTS = [
  ...STORY_NAMES.map((name) => [name, storyOf(name)] as const),
  ...Object.entries(WATCHES).map(([name, watch]) => [name, watched(watch)] as const),
  ...Object.entries(HISTORIES).map(([name, marks]) => [name, withRuns(marks)] as const),
]
const DIAGRAMS = REPORTS.flatMap(([name, report]) =>
  diagramsIn(RENDERERS.markdown(report, { diagram: true })).map((source, index) => ({
    name: `${name} ${index}`,
    source,
  })),
)
const SOURCES = DIAGRAMS.map(({ source }) => source)

describeInChromium('Mermaid', (chromium) => {
  test.each([
    ['light', 800],
    ['dark', 800],
    ['light', 360],
  ] as const)(
    'draws every diagram of the stories, %s and %d pixels wide',
    async (scheme, width) => {
      const page = await openDiagrams(chromium(), { scheme, width })
      const drawn = await draw(page, SOURCES)
      const wrong = drawn.flatMap(({ error, kind, faults }, index) => {
        const expected = KINDS.find(([start]) =>
          new RegExp(`^${start}\\b`, 'm').test(SOURCES[index] ?? ''),
        )?.[1]
        return error === '' && kind === expected && faults.length === 0
          ? []
          : [{ ...DIAGRAMS[index], error, kind, faults }]
      })
      expect(wrong).toEqual([])
      expect(new Set(drawn.map(({ kind }) => kind))).toEqual(new Set(KINDS.map(([, kind]) => kind)))
      // Every one has words for screen readers, in which nothing is left escaped.
      for (const { title, description } of drawn) {
        expect(title).toMatch(/^[A-Z][^#;]+$/)
        expect(description).toMatch(/^[^#;]{20,}$/)
      }
      expect(page.requests).toHaveLength(1)
      await page.close()
    },
    60_000,
  )

  test('shows every hop as it is written, whatever it contains', async () => {
    const paths = fc.sample(fc.array(hop, { minLength: 1, maxLength: 6 }), repetitions(100))
    const page = await openDiagrams(chromium(), { width: 800 })
    const drawn = await draw(
      page,
      paths.flatMap((path) => diagramsIn(requestPath(path))),
    )
    expect(drawn).toHaveLength(paths.length)
    for (const [index, { error, faults, texts }] of drawn.entries()) {
      const path = paths[index] ?? []
      const source = requestPath(path)
      expect({ source, error, faults }).toEqual({ source, error: '', faults: [] })
      for (const [at, { name, detail }] of path.entries()) {
        const text = withoutSpaces(texts[at] ?? '')
        expect(text.startsWith(withoutSpaces(clean(name)))).toBe(true)
        expect(text.endsWith(withoutSpaces(clean(detail)))).toBe(true)
      }
    }
    await page.close()
  }, 60_000)

  test('shows every side of the waterfall as it is written, whatever it is called', async () => {
    const [site] = storyOf('three-origins').sites
    const [origin] = site.probes.origins
    if (origin === undefined) throw new RangeError('The story has origins')
    const names = fc.sample(hostileText, repetitions(200)).filter((name) => clean(name) !== '')
    const sources = names.map((name) => {
      const probes = { ...site.probes, origins: [origin, { ...origin, name }] }
      return diagramsIn(waterfall({ ...site, probes }))[0] ?? ''
    })
    const page = await openDiagrams(chromium(), { width: 800 })
    for (const [index, { error, faults, texts }] of (await draw(page, sources)).entries()) {
      const source = sources[index]
      const others = faults.filter((fault) => !fault.startsWith('outside: '))
      expect({ source, error, others }).toEqual({ source, error: '', others: [] })
      const shown = texts.map((text) => withoutSpaces(text))
      expect(shown).toContain(withoutSpaces(clean(capital(names[index] ?? ''))))
    }
    await page.close()
  }, 60_000)

  test('draws the diagrams of forged reports, whatever their texts are', async () => {
    const sources = fc.sample(forgedReport, repetitions(60)).flatMap((json) => {
      const report = read(json)
      if (typeof report === 'string') throw new TypeError(report)
      return diagramsIn(RENDERERS.markdown(merged([report]), { diagram: true }))
    })
    const page = await openDiagrams(chromium(), { width: 800 })
    const drawn = await draw(page, sources)
    expect(drawn).toHaveLength(sources.length)
    for (const [index, { error, faults, kind }] of drawn.entries()) {
      const source = sources[index]
      // A text of any length may be longer than the picture is wide.
      const others = faults.filter((fault) => !fault.startsWith('outside: '))
      expect({ source, error, others }).toEqual({ source, error: '', others: [] })
      expect(KINDS.map(([, known]) => known)).toContain(kind)
    }
    await page.close()
  }, 60_000)

  test('reports what it cannot draw', async () => {
    const page = await openDiagrams(chromium(), {})
    const drawn = await draw(page, BROKEN)
    expect(drawn.filter(({ error }) => error === '')).toEqual([])
    expect(drawn).toHaveLength(BROKEN.length)
    await page.close()
  })

  test('draws invalid numbers and texts that no one can read, which are faults', async () => {
    const page = await openDiagrams(chromium(), { scheme: 'dark' })
    const [short, wide, dark] = await draw(page, [
      'xychart-beta\n  x-axis ["1", "2"]\n  y-axis "ms" 0 --> 10\n  line [1]',
      `xychart-beta\n  x-axis ["${'wide '.repeat(90)}"]\n  bar [1]`,
      'gantt\n  dateFormat x\n  section A\n    next to its bar :active, 0, 1ms\n    other :0, 900ms',
    ])
    expect([short?.error, wide?.error, dark?.error]).toEqual(['', '', ''])
    expect(short?.faults.join()).toContain('NaN')
    expect(wide?.faults.join()).toContain('outside: wide')
    expect(dark?.faults).toEqual(['invisible: next to its bar '])
    await page.close()
  })
})

/** An open quote, a task without a valid time, a bar without numbers, an unknown kind and nothing. */
const BROKEN = [
  'flowchart LR\n  n0(["origin " x"]):::ok',
  'gantt\n  dateFormat x\n  section A\n    DNS :soon, 4ms',
  'xychart-beta\n  x-axis ["1"]\n  bar [fast]',
  'waterfall\n  DNS 4',
  '',
]

const KINDS = [
  ['flowchart', 'flowchart-v2'],
  ['gantt', 'gantt'],
  ['xychart-beta', 'xychart'],
] as const

const hop: fc.Arbitrary<Hop> = fc.record({
  name: hostileText,
  state: fc.constantFrom('ok', 'broken', 'unknown'),
  detail: hostileText,
})

/** A browser breaks lines and merges spaces. */
function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '')
}
