import { readFileSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import type { Report } from '../../src/domain/report.ts'
import { COMMENT_LIMIT, RENDERERS } from '../../src/report/render/index.ts'
import { recordingIn } from '../../src/recording/read.ts'
import { replayed } from '../../src/run/conclude.ts'

/** The number of sites in the rendered report. */
const SITES = 1000

const CASE = new URL('../../__tests__/cases/origin-refused/origin-refused-stopped.json', import.meta.url)

/** A report in which every site fails: the longest one. */
function reportOfMany(): Report {
  const { recording }: { readonly recording: unknown } = JSON.parse(readFileSync(CASE, 'utf8'))
  const found = recordingIn(JSON.stringify(recording))
  if (typeof found === 'string') throw new Error(`${CASE.href} ${found}`)
  const one = replayed(found, { showOrigin: false, publish: { githubToken: '' } })
  const [site] = one.sites
  const named = (index: number): Report['sites'][0] => ({
    ...site,
    host: `s${index}.example`,
    url: `https://s${index}.example/`,
  })
  return { ...one, sites: [named(0), ...Array.from({ length: SITES - 1 }, (_, index) => named(index + 1))] }
}

/** Measures the comment and the JSON of the same report, in milliseconds. Throws when the comment is too long. */
export function openRendering(): { readonly comment: () => number; readonly json: () => number } {
  const report = reportOfMany()
  return {
    comment: () => {
      const start = performance.now()
      const text = RENDERERS.markdown(report)
      const elapsed = performance.now() - start
      if (Buffer.byteLength(text) > COMMENT_LIMIT) throw new Error('The comment exceeds the limit')
      return elapsed
    },
    json: () => {
      const start = performance.now()
      RENDERERS.json(report)
      return performance.now() - start
    },
  }
}
