import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import type { Report, SiteReport, TimelineEntry } from '../../../src/domain/report.ts'
import { htmlOf, htmlPieces } from '../../../src/report/render/html/html.ts'
import { SCRIPT, SCRIPT_HASH } from '../../../src/report/render/html/script.ts'
import { STYLE, STYLE_HASH } from '../../../src/report/render/html/style.ts'
import { caseNames, readCase, reportOf } from '../../support/cases.ts'
import { repetitions } from '../../support/effort.ts'
import { hostileText } from '../../support/hostile-text.ts'
import { readXml, type XmlElement } from '../../support/xml.ts'
import { STORY_NAMES, storyOf } from '../stories.ts'

const RUNS = { numRuns: repetitions(100) }

const DOCTYPE = '<!doctype html>\n'

/** The page as the elements that a parser makes of it. Throws if it is not well-formed XML. */
function read(page: string): readonly XmlElement[] {
  expect(page.startsWith(DOCTYPE)).toBe(true)
  return withDescendants(readXml(page.replace(DOCTYPE, '<?xml version="1.0" encoding="UTF-8"?>')))
}

function withDescendants(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(withDescendants)]
}

/** Its text and that of its descendants. */
function textIn(element: XmlElement): string {
  return withDescendants(element)
    .map(({ text }) => text)
    .join('\n')
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

const named = (elements: readonly XmlElement[], ...names: readonly string[]): readonly XmlElement[] =>
  elements.filter(({ name }) => names.includes(name))

const ids = (elements: readonly XmlElement[]): readonly string[] =>
  elements.flatMap(({ attributes }) => attributes['id'] ?? [])

/** What every page must have, whatever the report says. */
function expectValid(report: Report): readonly XmlElement[] {
  const elements = read(htmlOf(report))
  expectSealed(elements)
  expectAccessible(elements)
  return elements
}

/** It loads nothing, and links only to our documents and those of vendors. */
function expectSealed(elements: readonly XmlElement[]): void {
  const attributes = new Set(elements.flatMap((element) => Object.keys(element.attributes)))
  for (const name of attributes)
    expect(name).not.toMatch(/^on|^style$|^src|^srcset$|^action$|^poster$|^xlink/)
  expect(named(elements, 'link', 'img', 'image', 'use', 'iframe', 'object', 'embed', 'form', 'base')).toEqual(
    [],
  )
  const targets = new Set(ids(elements).map((id) => `#${id}`))
  for (const { attributes } of named(elements, 'a')) {
    const href = attributes['href'] ?? ''
    if (href.startsWith('#')) expect(targets).toContain(href)
    else expect(href).toMatch(/^https:\/\/[a-z.-]+\//)
  }
}

function expectAccessible(elements: readonly XmlElement[]): void {
  const all = ids(elements)
  expect(new Set(all).size).toBe(all.length)
  for (const name of ['main', 'footer', 'h1']) expect(named(elements, name)).toHaveLength(1)
  const levels = named(elements, 'h1', 'h2', 'h3', 'h4', 'h5').map(({ name }) => Number(name.slice(1)))
  levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1))
  for (const { attributes } of named(elements, 'th')) expect(attributes['scope']).toMatch(/^(?:row|col)$/)
  for (const { children } of named(elements, 'table')) expect(children[0]?.name).toBe('caption')
  for (const { attributes, children } of named(elements, 'svg')) {
    if (attributes['role'] !== 'img') continue
    expect(children.slice(0, 2).map(({ name }) => name)).toEqual(['title', 'desc'])
    expect(attributes['aria-labelledby']?.split(' ')).toEqual(
      children.slice(0, 2).flatMap((child) => ids([child])),
    )
  }
}

test.each(STORY_NAMES)('the page of the story %s is well-formed, self-contained and accessible', (name) => {
  expectValid(storyOf(name))
})

test('the pages of all recorded cases are well-formed, self-contained and accessible', () => {
  for (const name of caseNames()) expectValid(reportOf(readCase(name)))
})

test('the hashes in the policy are those of the style sheet and the script', () => {
  expect([STYLE_HASH, SCRIPT_HASH]).toEqual([hash(STYLE), hash(SCRIPT)])
})

function policy(report: Report): string {
  return /Security-Policy" content="([^"]*)"/.exec(htmlOf(report))?.[1] ?? ''
}

test('the policy allows this style sheet, this script of an overview, and nothing else', () => {
  const rest = "base-uri 'none'; form-action 'none'"
  expect(policy(storyOf('refused'))).toBe(`default-src 'none'; style-src '${hash(STYLE)}'; ${rest}`)
  expect(policy(storyOf('two-sites'))).toBe(
    `default-src 'none'; style-src '${hash(STYLE)}'; script-src '${hash(SCRIPT)}'; ${rest}`,
  )
  expect(htmlOf(storyOf('refused'))).not.toContain('<script')
  const scripts = [...htmlOf(storyOf('two-sites')).matchAll(/<script>(.*?)<\/script>/gs)]
  expect(scripts.map(([, script]) => script)).toEqual([SCRIPT])
})

/** Words that types limit, and what decides which parts there are. */
const KEPT: ReadonlySet<string> = new Set(
  `verdict cause category confidence trend owner from id state phase reason type difficulty ended at faults baselineAt
  notBefore notAfter`.split(/\s+/),
)

/** A report with a hostile text at the end of every text of it. */
function poisoned(report: Report, text: string): Report {
  return JSON.parse(JSON.stringify(report), (key, value: unknown) =>
    typeof value === 'string' && !KEPT.has(key) && !/^\d+$/.test(key) ? value + text : value,
  )
}

/** The elements and their attributes, without those that make parts of a text code or a link. */
function skeleton(report: Report): readonly string[] {
  return expectValid(report)
    .filter(({ name }) => !['code', 'span', 'a'].includes(name))
    .map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`)
}

test('hostile text anywhere adds no element', () => {
  fc.assert(
    fc.property(fc.constantFrom('refused', 'hostile', 'changed', 'two-sites'), hostileText, (name, text) => {
      // Backquotes of our sentences must still be in pairs.
      const poison = `x${text.replaceAll('`', "'")}`
      expect(skeleton(poisoned(storyOf(name), poison))).toEqual(skeleton(poisoned(storyOf(name), 'x')))
    }),
    RUNS,
  )
})

test('a page in pieces is the same page, and no piece has more than one site', () => {
  const report = storyOf('forty-sites')
  const pieces = [...htmlPieces(report)]
  expect(pieces.join('')).toBe(htmlOf(report))
  for (const piece of pieces) {
    expect((piece.match(/<(?:article|details) class="site"/g) ?? []).length).toBeLessThanOrEqual(1)
  }
})

test('an overview links to each site, and a repeated cause to the steps above', () => {
  const elements = expectValid(storyOf('forty-sites'))
  const rows = named(elements, 'tr').filter(({ attributes }) => attributes['data-verdict'] !== undefined)
  expect(rows).toHaveLength(40)
  const sites = elements.filter(({ attributes }) => attributes['class'] === 'site')
  expect(sites.map(({ attributes }) => attributes['data-verdict'])).toEqual(
    storyOf('forty-sites').sites.map(({ verdict }) => verdict),
  )
  const same = sites.filter((site) => textIn(site).includes('Same as for '))
  expect(same).toHaveLength(3)
})

test('of more than a hundred sites, only the first one of each cause has charts and is not collapsed', () => {
  const { sites, ...report } = storyOf('forty-sites')
  const all = [...sites, ...sites, ...sites].map((site) => Object.assign({}, site))
  const [first, ...rest] = all.toSorted(
    (a, b) => Number(a.verdict === 'healthy') - Number(b.verdict === 'healthy'),
  )
  if (first === undefined) throw new RangeError('There are sites')
  const elements = expectValid({ ...report, sites: [first, ...rest] })
  const shown = elements.filter(({ attributes }) => attributes['class'] === 'site')
  expect(shown).toHaveLength(120)
  const drawn = shown.filter((site) =>
    withDescendants(site).some(({ attributes }) => attributes['role'] === 'img'),
  )
  expect(drawn.map(({ name, attributes }) => `${name} ${attributes['data-verdict']}`)).toEqual([
    'article unhealthy',
    'article inconclusive',
  ])
  expect(shown.filter(({ name }) => name === 'article')).toEqual(drawn)
})

/** The only site of a story, with changes. */
function changed(name: string, change: (site: SiteReport) => Partial<SiteReport>): Report {
  const report = storyOf(name)
  const [site] = report.sites
  return { ...report, sites: [{ ...site, ...change(site) }] }
}

function drawingOf(report: Report, style: string): XmlElement {
  const found = expectValid(report).find(({ attributes }) => attributes['class'] === `chart ${style}`)
  if (found === undefined) throw new RangeError(`No drawing ${style}`)
  return found
}

describe('the waterfall', () => {
  test('says what it shows', () => {
    const { children } = drawingOf(storyOf('refused'), 'waterfall')
    expect(children[1]?.text).toBe(
      'Through Cloudflare: 521, Cloudflare page, 62 ms. DNS 4 ms, TCP 9 ms, TLS 12 ms, first byte 36 ms and transfer 1 ms. ' +
        'Direct: no response: connection refused. TCP fails after 11 ms.',
    )
  })

  test('names the side that was not checked', () => {
    const direct = drawingOf(
      changed('refused', ({ probes }) => ({ probes: { ...probes, origins: [] } })),
      'waterfall',
    )
    expect(textIn(direct)).toContain('Direct: not checked.')
    const edge = drawingOf(
      changed('refused', ({ probes: { origins } }) => ({ probes: { origins } })),
      'waterfall',
    )
    expect(textIn(edge)).toContain('Through Cloudflare: not checked.')
  })

  test('is left out when nothing was requested', () => {
    const page = htmlOf(changed('refused', () => ({ probes: { origins: [] } })))
    expect(page).not.toContain('chart waterfall')
    expect(page).not.toContain('Where the time goes')
  })

  test('draws any times', () => {
    const time = fc.oneof(fc.double(), fc.constantFrom(0, 1e300, Number.NaN, Infinity, -3))
    const timings = fc.record(
      { resolve: time, connect: time, tls: time, processing: time, transfer: time },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(timings, timings, time, (edgeTimings, originTimings, total) => {
        const report = changed('refused', ({ probes: { edge, origins } }) => ({
          probes: {
            ...(edge !== undefined && { edge: { ...edge, timings: edgeTimings, total } }),
            origins: origins.map((origin) => Object.assign({}, origin, { timings: originTimings, total })),
          },
        }))
        for (const { attributes } of withDescendants(drawingOf(report, 'waterfall')))
          expect(Object.values(attributes).join(' ')).not.toMatch(/NaN|Infinity|e\+|-\d+%/)
      }),
      RUNS,
    )
  })
})

const UNTIMED = { verdict: 'healthy', cause: '', edge: '200', origin: '200' } as const

/** Rounds five seconds apart. */
function rounds(count: number, entry: (index: number) => Partial<TimelineEntry>): readonly TimelineEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(Date.UTC(2026, 10, 23, 14, 3, 7) + index * 5000).toISOString()
    return Object.assign({ at, edgeTime: 62, originTimes: [41] }, UNTIMED, entry(index))
  })
}

function ofTimeline(timeline: readonly TimelineEntry[]): Report {
  return changed('intermittent', () => ({ timeline }))
}

const FAILED = { verdict: 'unhealthy', cause: 'origin-app-down', edge: '502', origin: '502' } as const

describe('the timeline', () => {
  test('of one check is a sentence', () => {
    const page = htmlOf(ofTimeline(rounds(1, () => FAILED)))
    expect(page).toContain(
      '<p>One check, at 14:03:07 UTC: ✗ unhealthy, edge 502 in 62 ms, origin 502 in 41 ms.</p>',
    )
    expect(page).not.toContain('chart timeline')
    const refused = htmlOf(ofTimeline(rounds(1, () => ({ ...FAILED, origin: 'connection refused' }))))
    expect(refused).toContain('✗ unhealthy, edge 502 in 62 ms, origin: connection refused after 41 ms.</p>')
  })

  test.each([2, 60, 500])('of %j checks has a mark and a row for each', (count) => {
    const report = ofTimeline(rounds(count, (index) => (index % 5 === 1 ? FAILED : {})))
    const drawing = drawingOf(report, 'timeline')
    const marks = withDescendants(drawing).filter(
      ({ name, text }) => name === 'title' && /^14:|^15:/.test(text),
    )
    expect(marks).toHaveLength(count)
    const table = named(read(htmlOf(report)), 'table').find((each) =>
      textIn(each).includes('Checks on 2026-11-23'),
    )
    expect(named(withDescendants(table ?? drawing), 'tr')).toHaveLength(count + 1)
  })

  test('shades an outage from its first failing check to the check after it', () => {
    const report = ofTimeline(rounds(11, (index) => (index >= 3 && index < 5 ? FAILED : {})))
    const shades = withDescendants(drawingOf(report, 'timeline')).filter(
      ({ attributes }) => attributes['class'] === 'outage unhealthy',
    )
    expect(shades.map(({ attributes: { x, width } }) => [x, width])).toEqual([['30%', '20%']])
  })

  test('has hollow points where a request got no response', () => {
    const report = ofTimeline(rounds(4, (index) => (index < 3 ? {} : { origin: 'connection refused' })))
    const drawing = drawingOf(report, 'timeline')
    const points = named(withDescendants(drawing), 'circle', 'rect').filter(
      ({ attributes }) => attributes['class'] === undefined || attributes['class'] === 'hollow',
    )
    expect(points.map(({ name, attributes }) => `${name} ${attributes['class'] ?? ''}`)).toEqual([
      ...Array<string>(4).fill('circle '),
      ...Array<string>(3).fill('rect '),
      'rect hollow',
    ])
    expect(htmlOf(report)).toContain('No response (time until the failure)')
    expect(htmlOf(ofTimeline(rounds(4, () => ({}))))).not.toContain('No response')
  })

  test('marks checks that are not listed, and breaks its lines there', () => {
    const skipped = { rounds: 400, failed: 3, identical: false }
    const report = ofTimeline(rounds(4, (index) => (index === 2 ? { skipped } : {})))
    const drawing = drawingOf(report, 'timeline')
    expect(textIn(drawing)).toContain('400 checks not listed, 3 of them failed')
    const [line] = named(withDescendants(drawing), 'path')
    expect(line?.attributes['d']).toBe('M0 46L33.33 46M66.67 46L100 46')
    expect(htmlOf(report)).toContain('<td>400 checks not listed, 3 of them failed</td>')
  })

  test('draws one line for more origins than a reader can distinguish', () => {
    const report = ofTimeline(rounds(3, () => ({ originTimes: [1, 2, 3, 70] })))
    expect(htmlOf(report)).toContain('Slowest of 4 origins')
  })

  test('draws checks without times, and with invalid times', () => {
    const time = fc.oneof(fc.double(), fc.constantFrom(0, 1e300, Number.NaN, Infinity))
    const at = fc.constantFrom(
      '',
      'x',
      '2026-11-23T14:03:07.000Z',
      '2026-11-23T14:03:06.000Z',
      '9999-12-31T23:59:59Z',
    )
    const entry = fc.record({ at, edgeTime: time, originTimes: fc.array(time) }, { requiredKeys: ['at'] })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 2, maxLength: 12 }), (entries) => {
        const timeline = entries.map((each) => Object.assign({}, UNTIMED, each))
        const drawing = drawingOf(ofTimeline(timeline), 'timeline')
        for (const { attributes } of withDescendants(drawing))
          expect(Object.values(attributes).join(' ')).not.toMatch(/NaN|Infinity|e\+|-\d+%/)
      }),
      RUNS,
    )
  })
})

test('a response is shown with its line breaks, and cannot end its element', () => {
  const report = changed('refused', () => ({
    responses: [
      {
        from: 'edge',
        name: 'through Cloudflare',
        opening: 'HTTP/1.1 521 <none>',
        headers: [{ name: 'server', value: '</code></pre><script>' }],
        moreHeaders: 2,
        body: { text: '<p>\n\tdown</p>', bytes: 900, complete: false },
      },
      { from: 'origin', name: 'directly', opening: '', headers: [] },
    ],
  }))
  expectValid(report)
  const page = htmlOf(report)
  expect(page).toContain(
    '<pre><code>HTTP/1.1 521 &#60;none&#62;\nserver: &#60;/code&#62;&#60;/pre&#62;&#60;script&#62;\n… 2 more headers</code></pre>',
  )
  expect(page).toContain('<pre><code>&#60;p&#62;\n    down&#60;/p&#62;</code></pre>')
  expect(page).toContain('Body: the beginning of 900 bytes.')
  expect(page).toContain('<summary>Direct response: none</summary>')
})

test('sides with the same certificate share a column', () => {
  const report = changed('three-origins', ({ probes }) => ({
    probes: { ...probes, origins: probes.origins.concat(probes.origins) },
  }))
  expect(htmlOf(report)).toContain(
    '<tr><td></td><th scope="col">through Cloudflare, origin 1 and 5 more</th></tr>',
  )
  expect(htmlOf(storyOf('certificate-expired'))).toContain(
    '<tr><td></td><th scope="col">through Cloudflare</th><th scope="col">direct</th></tr></thead>',
  )
})
