import { VERDICTS } from '../../domain/diagnosis.ts'
import type { HistoryEntry } from '../../domain/history/entry.ts'
import type { Report, SiteReport } from '../../domain/report.ts'
import { isIP } from '../../shared/ip.ts'
import { listIn, member, numberIn, parseJson, textIn } from '../../shared/json.ts'
import { baselineIn, type BaselineReport, type EarlierReport } from '../baseline/baseline.ts'
import { hostIn } from '../baseline/comparable.ts'
import { siteInSchema1 } from '../schema-1/convert.ts'
import { historyOf } from './carried.ts'
import { digestOf, withSites } from './digest.ts'
import { MAX_AGE, MAX_ENTRIES, MAX_SKEW } from './entries.ts'

// What the comment remembers of a report, as JSON.

/** Characters of a state. */
export const MAX_STATE = 256 * 1024
/** Values of a state. */
const MAX_VALUES = 50_000
/** Of more sites than this, only the URLs are kept, and of many more a digest of these. */
const MAX_SITES = 200
const MAX_URLS = 2000
/** Runs whose changes are kept when those of all don't fit. */
const MAX_CHANGED = 20

/** Runs whose response times are kept when those of all don't fit. */
const MAX_TIMED = 200

/** What is compared with the next run, in the keys of schema 1 at any depth. */
const COMPARED = (
  'url verdict sslMode probes edge origins dns cloudflare others failure name port route status broke phase reason ' +
  'total typical server http tls protocol subject issuer names notBefore notAfter faults lastSeen where what value at'
).split(' ')

/**
 * The states of a report, each a JSON text: first with everything, then without what the sites are compared by, without
 * the changes of older runs, without the URLs, without the times of older runs, and at last without the oldest runs.
 */
export function* statesOf({ at, sites, history }: Report): Iterable<string> {
  const urls = sites.map(({ url }) => url).toSorted()
  const stateOf = (of: string, runs: readonly HistoryEntry[], changed: number): string =>
    `{"at":${JSON.stringify(at)},${of},"history":${JSON.stringify(columnsOf(runs, changed))}}`
  if (sites.length <= MAX_SITES && !sites.some(namesOrigin)) {
    const compared = sites.map((site) => JSON.stringify(siteInSchema1(site), COMPARED))
    yield stateOf(`"sites":[${compared.join()}]`, history, MAX_ENTRIES)
  }
  const named = `"sites":${JSON.stringify(urls)}`
  if (urls.length <= MAX_URLS)
    for (const changed of [MAX_ENTRIES, MAX_CHANGED, 0]) yield stateOf(named, history, changed)
  const digest = `"urls":${JSON.stringify(digestOf(urls))}`
  // Verdicts come last: without an outage, the rest would claim that there was none.
  for (const timed of [MAX_ENTRIES, MAX_TIMED, 0]) yield stateOf(digest, withTimes(history, timed), 0)
  for (let runs = history.length; runs > 0; runs = Math.floor(runs * 0.8))
    yield stateOf(digest, withTimes(history.slice(-runs), 0), 0)
}

/**
 * Whether a site's commands show the name of an origin, as `show-origin` allows. Without the commands, no later run
 * would know what to hide. Addresses are hidden anyway.
 */
function namesOrigin({ reproduce }: SiteReport): boolean {
  return reproduce.flatMap(hostIn).some((host) => isIP(host) === 0)
}

/** The response times of the newest runs only. */
function withTimes(history: readonly HistoryEntry[], count: number): readonly HistoryEntry[] {
  const { length } = history
  return history.map((run, index) => (index >= length - count ? run : withoutTimes(run)))
}

function withoutTimes({ edgeTime: _edge, originTime: _origin, ...run }: HistoryEntry): HistoryEntry {
  return run
}

/**
 * Reads a state, which may be anyone's bytes, like an earlier report. Undefined if it is not one.
 *
 * @throws {RangeError | SyntaxError} if a number of it is out of range
 */
export function stateIn(text: string): BaselineReport | undefined {
  const state = text.length > MAX_STATE ? undefined : parseJson(text, MAX_VALUES)
  const digest = textIn(state, 'urls')
  const sites = listIn(state, 'sites', MAX_URLS)
  const urls = sites.filter((site) => typeof site === 'string')
  const history = entriesIn(member(state, 'history'))
  const report = {
    schema: 1,
    at: member(state, 'at'),
    verdict: member(history.at(-1), 'verdict'),
    cause: member(history.at(-1), 'cause'),
    sites: [...sites.filter((site) => typeof site === 'object'), UNNAMED],
    history,
  }
  const found = baselineIn(JSON.stringify(report))
  if (typeof found === 'string') return undefined
  const known = new Map([...urls.map((url) => [url, undefined] as const), ...found.sites])
  known.delete(UNNAMED.url)
  if (known.size === 0 && digest === undefined) return undefined
  return { ...found, sites: known, comment: digest === undefined ? {} : { digest } }
}

/** A report has at least one site. */
const UNNAMED = { url: ' ', verdict: 'healthy', probes: {} } as const

/**
 * A report with the runs that its own history lacks: it was made before the earlier one could be read, or while another
 * run wrote that. Not with their changes: that text was not redacted with what is known now.
 */
export function continuing(report: Report, earlier: EarlierReport | undefined): Report {
  const { sites, history, monitoring } = report
  const own = history.at(-1) ?? history[0]
  const urls = new Set(sites.map(({ url }) => url))
  const known = withSites(earlier, urls)
  if (known === undefined || 'missing' in known || !known.sites.keys().every((url) => urls.has(url)))
    return report
  // A run whose clock was ahead has another time in the report.
  const isLacking = ({ at, run }: HistoryEntry): boolean =>
    !history.some((entry) => entry.run === run && (entry.at === at || at >= own.at))
  const lacking = known.history.filter(isLacking).map(withoutChanges)
  if (lacking.length === 0 || Date.parse(known.at) - Date.parse(own.at) > MAX_SKEW) return report
  const deployedAt = monitoring === undefined ? -Infinity : Date.parse(monitoring.deployedAt)
  const from = Math.max(Date.parse(report.at) - MAX_AGE, deployedAt)
  const all = [...history.slice(0, -1), ...lacking].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const [oldest = own, ...rest] = historyOf(report, sites, own.run, from, { history: all, changes: [] })
    .slice(0, -1)
    .concat(own)
  return { ...report, history: [oldest, ...rest] }
}

function withoutChanges({ changes: _changes, ...run }: HistoryEntry): HistoryEntry {
  return run
}

/** Runs as columns, because similar values next to each other are compressed best. Times and ids as differences. */
interface Columns {
  readonly at: readonly number[]
  /** One letter each. */
  readonly verdicts: string
  readonly causes: readonly number[]
  /** What `causes` counts. */
  readonly names: readonly string[]
  readonly runs: string
  readonly edge: readonly (number | null)[]
  readonly origin: readonly (number | null)[]
  readonly changes: readonly (readonly [index: number, changes: HistoryEntry['changes']])[]
}

function columnsOf(runs: readonly HistoryEntry[], changed: number): Columns {
  const names = [...new Set(runs.map(({ cause }) => cause))]
  const before = (index: number): Pick<HistoryEntry, 'at' | 'run'> => runs[index - 1] ?? EPOCH
  const changes = runs.flatMap((run, index) =>
    run.changes === undefined ? [] : [[index, run.changes] as const],
  )
  return {
    at: runs.map(({ at }, index) => Date.parse(at) - Date.parse(before(index).at)),
    verdicts: runs.map(({ verdict }) => verdict.charAt(0)).join(''),
    causes: runs.map(({ cause }) => names.indexOf(cause)),
    names,
    // Longer ones than a number is exact for.
    runs: runs.map(({ run }, index) => String(BigInt(run) - BigInt(before(index).run))).join(),
    edge: runs.map(({ edgeTime }) => edgeTime ?? null),
    origin: runs.map(({ originTime }) => originTime ?? null),
    changes: changed === 0 ? [] : changes.slice(-changed),
  }
}

const EPOCH = { at: new Date(0).toISOString(), run: '' }
const BY_LETTER = new Map(VERDICTS.map((verdict) => [verdict.charAt(0), verdict]))

/** Of the id of a run, or a difference between two. */
const MAX_DIGITS = 21

/** The runs in the keys of schema 1, not checked yet. */
function entriesIn(columns: unknown): readonly unknown[] {
  const runs = (textIn(columns, 'runs') ?? '').split(',', MAX_ENTRIES)
  let [at, run] = [0, 0n]
  const changes = new Map(
    listIn(columns, 'changes', MAX_ENTRIES).map((each) => [member(each, 0), member(each, 1)]),
  )
  return listIn(columns, 'at', MAX_ENTRIES).map((_, index) => {
    at += numberIn(columns, 'at', index)
    const difference = runs[index] ?? ''
    // Adding and printing a number of 200,000 digits 500 times takes a minute.
    if (difference.length > MAX_DIGITS) throw new RangeError()
    run += BigInt(difference)
    return {
      at: new Date(at).toISOString(),
      verdict: BY_LETTER.get(textIn(columns, 'verdicts')?.charAt(index) ?? ''),
      cause: member(columns, 'names', numberIn(columns, 'causes', index)),
      run: run === 0n ? '' : String(run),
      edgeTime: member(columns, 'edge', index) ?? undefined,
      originTime: member(columns, 'origin', index) ?? undefined,
      changes: changes.get(index),
    }
  })
}
