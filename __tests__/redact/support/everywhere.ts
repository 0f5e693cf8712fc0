import * as fc from 'fast-check'
import type { Config, Site } from '../../../src/domain/config.ts'
import type { Evidence } from '../../../src/domain/evidence.ts'
import type { VantageResult } from '../../../src/domain/vantage/vantage.ts'
import { untrusted } from '../../../src/domain/untrusted.ts'
import { diagnose } from '../../../src/diagnosis/diagnose.ts'
import { annotationsOf } from '../../../src/github/publish/annotations.ts'
import { checkResult } from '../../../src/github/publish/check-run.ts'
import { statusOf } from '../../../src/github/publish/deployment.ts'
import { stateBlock } from '../../../src/github/publish/state.ts'
import type { Recording } from '../../../src/recording/recording.ts'
import { recordingIn } from '../../../src/recording/read.ts'
import { recordingOf } from '../../../src/recording/write.ts'
import { htmlOf } from '../../../src/report/render/html/html.ts'
import { RENDERERS } from '../../../src/report/render/index.ts'
import type { ResponseReport } from '../../../src/domain/report.ts'
import { clean } from '../../../src/redact/visible.ts'
import { conclude, requiredStreak } from '../../../src/run/conclude.ts'
import { caseNames, LINKS, readCase } from '../../support/cases.ts'
import { CONFIG } from '../../support/config.ts'
import { statesIn } from '../../support/state.ts'
import { IPV4_NOTATIONS, IPV6_NOTATIONS, NAME_NOTATIONS, NOTATIONS } from './notations.ts'
import { runOf } from './reading.ts'
import { hostName, ipv4, ipv6, secret } from './values.ts'

/** Fields whose values are words of ours, numbers, or addresses that our resolver parsed. No server writes them. */
const OWN: ReadonlySet<string> = new Set(
  'kind phase reason coding method transport end faults ranges address status ssl source ended how originless health flags request sslMode scheme problem target resolvedTo'.split(
    ' ',
  ),
)

/** Words of ours under keys that have text from outside in other places. */
const OWN_WORDS: readonly unknown[] = 'tls http other nothing found missing unread undecided'.split(' ')
const MIXED: ReadonlySet<string> = new Set(['protocol', 'body', 'header'])

const isOwn = (key: string, value: unknown): boolean =>
  OWN.has(key) || (MIXED.has(key) && OWN_WORDS.includes(value))

/** Something hidden, as a hostile site writes it into a run. */
interface Plant {
  readonly name: string
  readonly hosts: readonly [ipv4: string, ipv6: string, name: string]
  readonly secret: string
  /** Which of the four values it is, and how it is written. */
  readonly which: number
  readonly notation: number
  /** Letters before it, so that any cut falls into it. */
  readonly offset: number
  /** Where it is inserted into a field. */
  readonly at: number
  /** Whether all fields have it, or every seventh one. */
  readonly everywhere: boolean
}

const plant: fc.Arbitrary<Plant> = fc.record({
  name: fc.constantFrom(...caseNames()),
  hosts: fc.tuple(ipv4, ipv6, hostName),
  secret,
  which: fc.nat(3),
  notation: fc.nat(1000),
  offset: fc.oneof(fc.nat(130), fc.nat(620), fc.integer({ min: 4000, max: 4200 })),
  at: fc.nat(40),
  everywhere: fc.boolean(),
})

/**
 * Plants a random value in a recorded run, and reads everything that is printed and recorded of it.
 *
 * @returns what can be read, or an empty string
 */
export function leakOf(seed: number): string {
  const [planted] = fc.sample(plant, { seed, numRuns: 1 })
  if (planted === undefined) throw new RangeError('Nothing was generated')
  const { hosts, secret, which } = planted
  const value = [...hosts, secret][which] ?? secret
  const own = [IPV4_NOTATIONS, IPV6_NOTATIONS, NAME_NOTATIONS][which] ?? []
  const notations = [...NOTATIONS, ...own]
  const notation = notations[planted.notation % notations.length]
  // A letter or digit right before a name or an address makes it another one.
  const written = `/${'p/'.repeat(planted.offset / 2)}${notation?.write(value) ?? value}/`
  for (const [place, text] of Object.entries(printed(runWith(planted, written), planted))) {
    const run = runOf(text, value)
    if (run !== '') return `seed ${seed}, ${place}: ${run} of ${value} (${planted.name}, ${notation?.name})`
  }
  return ''
}

/**
 * A recorded run whose fields from the wire have the text.
 */
export function runWith(
  { name, at, everywhere }: Pick<Plant, 'name' | 'at' | 'everywhere'>,
  written: string,
): Recording {
  let fields = 0
  const planted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(planted)
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, field]) => [key, isOwn(key, field) ? field : planted(field)]),
      )
    if (typeof value !== 'string') return value
    fields += 1
    return everywhere || fields % 7 === at % 7 ? value.slice(0, at) + written + value.slice(at) : value
  }
  const { recording } = readCase(name)
  const [site] = recording.sites
  const found = recordingIn(
    JSON.stringify({ ...recording, sites: [{ ...site, history: planted(site.history.map(withPlaces)) }] }),
  )
  if (typeof found === 'string') throw new Error(`${name} ${found}`)
  return found
}

/** The same round with results from elsewhere: what this runner got from the edge, and from the first origin. */
function withPlaces(evidence: Evidence): Evidence {
  const place = {
    city: untrusted('Frankfurt'),
    country: untrusted('DE'),
    network: untrusted('Example Net'),
    asn: 64_500,
  }
  const results = [evidence.edge, ...(evidence.origins ?? []).slice(0, 1)].flatMap(
    (exchange, at): readonly VantageResult[] =>
      exchange === undefined ? [] : [{ place, target: at === 0 ? 'edge' : 0, exchange }],
  )
  const vantage = { at: evidence.at, results, url: untrusted('https://www.shop.example/en/') }
  return { ...evidence, request: { ...evidence.request, vantage: true }, vantage }
}

/** Everything that people and programs can read. */
function printed(
  { sites: [first], schedule, at }: Recording,
  { hosts, secret }: Plant,
): Readonly<Record<string, string>> {
  const site: Site = { ...first.site, headers: [['x-gate', `Bearer ${secret}`]] }
  const sensitive = { ...first, site, addresses: [...first.addresses, ...hosts] }
  const diagnosis = diagnose(first.history, requiredStreak(site.schedule ?? schedule))
  const config: Config = CONFIG
  const options = { ...config, showOrigin: false, responses: true }
  const report = conclude([{ ...sensitive, diagnosis }], options, at)
  const comment = RENDERERS.markdown(report, { links: LINKS })
  return {
    text: RENDERERS.text(report),
    comment,
    summary: RENDERERS.markdown(report, { links: LINKS, diagram: true }),
    json: RENDERERS.json(report),
    state: statesIn(stateBlock(report, 'a'.repeat(40))).join(),
    junit: RENDERERS.junit(report),
    html: htmlOf(report),
    ...Object.fromEntries(
      responseTexts(report.sites[0].responses).map((text, index) => [`response ${index}`, text]),
    ),
    annotations: JSON.stringify(annotationsOf(report)),
    check: JSON.stringify(checkResult(report, comment, false)),
    deployment: JSON.stringify(statusOf(report, false)),
    recording: JSON.stringify(
      recordingOf({ version: '1.0.0', at, schedule, sites: [sensitive] }, { showOrigin: false, tokens: [] }),
    ),
  }
}

/** Each response as a reader sees it: the parts of a header are one line, and a body has several. */
function responseTexts(responses: readonly ResponseReport[] = []): readonly string[] {
  return responses.flatMap(({ name, opening, headers, body }) => [
    [name, opening, ...headers.map((header) => `${header.name}: ${header.value}`)].join('\n'),
    body?.text ?? '',
    clean(body?.text ?? ''),
  ])
}
