/** The history in the formats, as far as the golden files don't show it. */
import { describe, expect, test } from '@jest/globals'
import type { HistoryChange } from '../../../src/domain/history/entry.ts'
import type { Report } from '../../../src/domain/report.ts'
import { merged } from '../../../src/report/build/merged.ts'
import { htmlOf } from '../../../src/report/render/html/html.ts'
import { RENDERERS } from '../../../src/report/render/index.ts'
import { LINKS } from '../../support/cases.ts'
import { storyOf } from '../stories.ts'
import { monitored, withHistory } from './histories.ts'

const CHANGE: HistoryChange = {
  site: `https://${'long-'.repeat(12)}name.example.com/`,
  where: 'through Cloudflare',
  what: 'certificate',
  before: `@everyone | ${'`x` '.repeat(20)}`,
  now: '<img src=x onerror=alert(1)>'.repeat(4),
}

/** 500 runs with an outage every other run, and a change in each. */
function longest(report: Report): Report {
  const marks = '✓✗'.repeat(250)
  const changes = Object.fromEntries([...marks.split('').keys()].map((index) => [index, [CHANGE, CHANGE]]))
  return withHistory(report, marks, { changes })
}

const LINE = '**In the last 5 days:** 250 of 500 checks healthy.'

describe('the longest history in a comment', () => {
  const one = longest(storyOf('refused'))
  const many = longest(storyOf('forty-sites'))

  test.each([60_000, 20_000, 9000, 6000])('fits into %i bytes, and the sentence stays', (limit) => {
    for (const report of [one, many]) {
      const text = RENDERERS.markdown(report, { limit, links: LINKS })
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
      expect(text).toContain('250 of 500 checks healthy')
      expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0)
    }
  })

  test('has at most 40 rows', () => {
    const text = RENDERERS.markdown(one, { limit: 1_000_000 })
    expect(text).toContain(LINE)
    expect(text).toContain('1208 more events not shown.')
    expect(text.match(/^\| .* \| (?:changed|✗\u00a0outage) \|/gm)).toHaveLength(40)
  })
})

describe('the first run of an outage', () => {
  const report = withHistory(storyOf('healthy'), '✓✗✓')
  const linked = (runUrl: string): readonly string[] =>
    [...RENDERERS.markdown(report, { links: { runUrl } }).matchAll(/\[first run\]\(([^)]*)\)/g)].map(
      ([, address = '']) => address,
    )

  test('is linked where the address of this run shows its own', () => {
    expect(linked('https://ghe.example/a/b/actions/runs/7/attempts/2')).toEqual([
      'https://ghe.example/a/b/actions/runs/9000000001',
    ])
    expect(linked('https://github.com/a/b')).toEqual([])
    expect(linked('http://github.com/a/b/actions/runs/7')).toEqual([])
    expect(linked('https://evil.example/?/actions/runs/7')).toEqual([])
  })
})

test('a log with a history is never wider than the terminal', () => {
  for (const name of ['monitored', 'monitored-down', 'monitored-sites', 'monitored-hostile']) {
    for (const width of [100, 80, 60, 40]) {
      const lines = RENDERERS.text(storyOf(name), { width }).split('\n')
      const start = lines.findIndex((line) => line.startsWith('  History of'))
      const end = lines.indexOf('', start)
      // A value without a space can't be broken.
      const section = lines.slice(start, end === -1 ? undefined : end).filter((line) => /\S +\S/.test(line))
      expect(section.filter((line) => line.trimStart().includes(' ') && line.length > width)).toEqual([])
    }
  }
})

test('a log names the inputs of its reader in the history too', () => {
  const text = RENDERERS.text(withHistory(storyOf('healthy'), '✓✗✓'), {
    reword: (text) => text.replace('Outage', 'OUTAGE'),
  })
  expect(text).toContain('OUTAGE 13:49–14:04 UTC')
})

test('JUnit is about one run', () => {
  const report = storyOf('monitored-sites')
  const { monitoring: _, history, ...rest } = report
  const alone = { ...rest, history: [history.at(-1) ?? history[0]] } as const
  expect(RENDERERS.junit(report)).toBe(RENDERERS.junit(alone))
})

test('merged reports that have no run in common have no history, and one alone keeps it', () => {
  const monitoredStory = storyOf('monitored')
  const [site] = monitoredStory.sites
  const report = { ...monitoredStory, sites: [{ ...site, url: 'https://api.example.com/' }] as const }
  const others = monitored(withHistory(storyOf('two-sites'), '✓✓✗'), '-2h')
  const [first, ...rest] = others.history
  const withoutRun = (entry: typeof first): typeof first => ({ ...entry, run: '' })
  const other = { ...others, history: [withoutRun(first), ...rest.map(withoutRun)] as const }
  for (const render of [RENDERERS.markdown, RENDERERS.text, htmlOf]) {
    expect(render(merged([report]))).toBe(render(report))
    expect(render(merged([report, other]))).not.toMatch(/Since the deploy|History of/)
  }
})
