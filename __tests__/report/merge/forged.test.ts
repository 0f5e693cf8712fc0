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
import { readXml } from '../../support/xml.ts'
import { forgedReport, FREE, PLACES, read, withLeaves } from './forged-report.ts'

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
      const summary = RENDERERS.markdown(report, { diagram: true })
      expect(markdown).toMatch(/^### (?:✅|❌|⚠️) /u)
      expect(parseMarker(markdown)).toBeUndefined()
      const html = micromark(markdown + summary, {
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
