import * as fc from 'fast-check'
import { RENDERERS } from '../../../src/report/render/index.ts'
import { reportIn } from '../../../src/report/schema-1/read.ts'
import { hostileText } from '../../support/hostile-text.ts'
import { storyOf } from '../stories.ts'

type Replace = (value: unknown, path: string) => unknown

/** A copy in which each value that isn't a list or an object is replaced. */
export function withLeaves(value: unknown, replace: Replace, path = ''): unknown {
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

export const read = (report: unknown): ReturnType<typeof reportIn> => reportIn(JSON.stringify(report))

/** Every place of a text in these reports. */
export const PLACES = new Set<string>()
for (const report of REPORTS)
  withLeaves(report, (value, path) => {
    if (typeof value === 'string') PLACES.add(path)
    return value
  })

/** Those in which any text is accepted. */
export const FREE = new Set(
  [...PLACES].filter((place) =>
    REPORTS.every((report) => {
      const forged = withLeaves(report, (value, path) =>
        path === place && typeof value === 'string' ? 'any <text>' : value,
      )
      return typeof read(forged) !== 'string'
    }),
  ),
)

/** A report in which every place that accepts it has a hostile text, each one another part of it. */
export const forgedReport: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(...REPORTS), fc.array(hostileText, { minLength: 5, maxLength: 30 }))
  .map(([report, texts]) => {
    let used = 0
    return withLeaves(report, (value, path) =>
      typeof value === 'string' && FREE.has(path) ? texts[used++ % texts.length] : value,
    )
  })
