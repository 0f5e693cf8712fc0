/** A report that someone has forged: what is wrong with it is named, and none of its texts gets a meaning. */
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { parseMarker } from '../../../src/github/publish/marker.ts'
import { merged } from '../../../src/report/build/merged.ts'
import { htmlOf } from '../../../src/report/render/html/html.ts'
import { RENDERERS } from '../../../src/report/render/index.ts'
import { reportIn } from '../../../src/report/schema-1/read.ts'
import { repetitions } from '../../support/effort.ts'
import { hostileText } from '../../support/hostile-text.ts'
import { readXml } from '../../support/xml.ts'
import { storyOf } from '../stories.ts'

type Replace = (value: unknown, path: string) => unknown

/** A copy in which each value that isn't a list or an object is replaced. */
function withLeaves(value: unknown, replace: Replace, path = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => withLeaves(item, replace, `${path}[]`))
  if (typeof value !== 'object' || value === null) return replace(value, path)
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    withLeaves(inner, replace, path === '' ? key : `${path}.${key}`),
  ])
  return Object.fromEntries(entries)
}

const STORIES = [
  'refused',
  'certificate-expired',
  'three-origins',
  'changed',
  'stopped-sites',
  'two-sites',
  'fails-elsewhere',
]
const REPORTS: readonly unknown[] = [
  ...STORIES.map((name) => JSON.parse(RENDERERS.json(storyOf(name)))),
  behindCommand(),
]

/** A report on an origin that a command reaches. */
function behindCommand(): unknown {
  const { sites, ...run } = JSON.parse(RENDERERS.json(storyOf('refused')))
  const route = [
    { name: 'runner', state: 'ok', detail: '' },
    { name: 'bastion', state: 'broken', detail: 'permission denied' },
  ]
  return { ...run, sites: [{ ...sites[0], route }] }
}

const read = (report: unknown) => reportIn(JSON.stringify(report))

/** Every place of a text in these reports. */
const PLACES = new Set<string>()
for (const report of REPORTS)
  withLeaves(report, (value, path) => {
    if (typeof value === 'string') PLACES.add(path)
    return value
  })

/** Those in which any text is accepted. */
const FREE = new Set(
  [...PLACES].filter((place) =>
    REPORTS.every((report) => {
      const forged = withLeaves(report, (value, path) =>
        path === place && typeof value === 'string' ? 'any <text>' : value,
      )
      return typeof read(forged) !== 'string'
    }),
  ),
)

test('most places of a report accept only what the schema names', () => {
  const fixed = [...PLACES].filter((place) => !FREE.has(place)).map((place) => place.replace(/^.*\./, ''))
  expect(new Set(fixed)).toEqual(
    new Set(
      [
        'version at verdict cause confidence trend id owner from type difficulty state phase reason notBefore',
        'notAfter faults[] ended firstBad lastBad since problem result target run',
      ]
        .join(' ')
        .split(' '),
    ),
  )
})

/** The elements of our Markdown. */
const OURS = new Set(
  'a blockquote br code del details em h3 h4 hr li ol p pre span strong sub summary table tbody td th thead tr ul'.split(
    ' ',
  ),
)
const OUR_LINKS =
  /^https:\/\/(?:github\.com\/origin-gate\/origin-gate\/|[a-z]+\.cloudflare(?:status)?\.com\/)/

/** A report in which every place that accepts it has a hostile text, each one another part of it. */
const forgedReport = fc
  .tuple(fc.constantFrom(...REPORTS), fc.array(hostileText, { minLength: 5, maxLength: 30 }))
  .map(([report, texts]) => {
    let used = 0
    return withLeaves(report, (value, path) =>
      typeof value === 'string' && FREE.has(path) ? texts[used++ % texts.length] : value,
    )
  })

const runs = { numRuns: repetitions(100) }

function forged(check: (report: Parameters<typeof merged>[0][0]) => void): void {
  fc.assert(
    fc.property(forgedReport, (json) => {
      const report = read(json)
      if (typeof report === 'string') throw new TypeError(report)
      check(merged([report]))
    }),
    runs,
  )
}

describe('in a forged report', () => {
  test('no text has an escape sequence, a line break or an invisible letter', () => {
    forged((report) => {
      withLeaves(report, (value) => {
        if (typeof value === 'string') expect(value).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
        return value
      })
    })
  })

  test('no text is a command to the runner or to a terminal', () => {
    forged((report) => {
      const text = RENDERERS.text(report)
      expect(text).not.toMatch(/^\s*::|##\[|(?!\n)\p{Cc}/mu)
    })
  })

  test('the Markdown has only our elements and links, and no marker of a sticky comment', () => {
    forged((report) => {
      const markdown = RENDERERS.markdown(report)
      expect(markdown).toMatch(/^### (?:✅|❌|⚠️) /u)
      expect(parseMarker(markdown)).toBeUndefined()
      const html = micromark(markdown, {
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
        allowDangerousHtml: true,
      })
      const elements = new Set([...html.matchAll(/<([a-z!][^\s>]*)/gi)].map(([, name = '']) => name))
      expect([...elements].filter((name) => !OURS.has(name))).toEqual([])
      for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(OUR_LINKS)
    })
  })

  test('the HTML and JUnit reports are well-formed, and link to nothing else', () => {
    forged((report) => {
      const html = htmlOf(report)
      expect(html).not.toMatch(/<(?:img|iframe|object|form)\b|javascript:/i)
      for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^#|^https:/)
      for (const [, href = ''] of html.matchAll(/href="(https:[^"]*)"/g)) expect(href).toMatch(OUR_LINKS)
      expect(readXml(RENDERERS.junit(report)).name).toBe('testsuites')
    })
  })

  test('the JSON is read again as it is', () => {
    forged((report) => {
      const json = RENDERERS.json(report)
      const again = reportIn(json)
      expect(typeof again === 'string' ? again : RENDERERS.json(again)).toBe(json)
    })
  })
})
