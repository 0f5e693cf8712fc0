import type { HistoryChange, HistoryEntry } from '../../domain/history/entry.ts'
import type { Remark, SiteReport } from '../../domain/report.ts'
import { quote, untrusted } from '../../domain/untrusted.ts'
import { redactEveryAddress } from '../../redact/every-address.ts'
import { redactorOf, type Redactor } from '../../redact/redact.ts'
import { cut } from '../../redact/visible.ts'
import { memoized, sanitizerOf, type Sanitize } from '../build/sanitize.ts'
import { withSites } from '../history/digest.ts'
import { MAX_SKEW, MAX_TEXT } from '../history/entries.ts'
import { joinedChanges } from '../history/same-changes.ts'
import { seenChanges } from '../history/observed.ts'
import { dayOf, minuteOf } from '../words.ts'
import type { BaselineReport, EarlierReport } from './baseline.ts'
import { comparableSites, withDiff, type Sanitizers } from './diff.ts'
import { earlierHosts } from './earlier-hosts.ts'

/** A run's sites, compared with an earlier report. */
export interface Comparison {
  /** With what changed since then. */
  readonly sites: readonly SiteReport[]
  /** Why something could not be compared, or is not carried over. */
  readonly notes: readonly Remark[]
  /** The results of earlier runs of these sites, redacted. */
  readonly history: readonly HistoryEntry[]
  /** What changed since the newest of them, or since it was last seen. */
  readonly changes: readonly HistoryChange[]
}

/** The run that is compared. */
export interface Compared {
  /** The redactors of all sites. */
  readonly redactors: ReadonlySet<Redactor>
  /** Hides what `show-origin` shows, because a history outlives that setting. */
  readonly hide?: Redactor
  /** Of all sites of the run, as they are printed. A cancelled run doesn't report all of them. */
  readonly urls: ReadonlySet<string>
  /** When this report is made; ISO 8601, UTC. */
  readonly at: string
  /** What was seen earlier is forgotten. Milliseconds since the epoch. */
  readonly from: number
}

/**
 * Compares sites with an earlier report. That report may show an origin of its own: its addresses are hidden, and so
 * are the names in its commands and in its origins' certificates.
 */
export function compared(
  reports: readonly SiteReport[],
  read: EarlierReport | undefined,
  run: Compared,
): Comparison {
  const earlier = withSites(read, run.urls)
  if (earlier === undefined) return { ...NOTHING, sites: reports }
  const missing = 'missing' in earlier ? earlier.missing : newerText(earlier, run.at)
  if ('missing' in earlier || missing !== undefined)
    return { ...NOTHING, sites: reports, notes: [noteOf(missing ?? '')] }
  const { history: hidden, ...sanitize } = sanitizersOf(reports, earlier, run)
  const now = comparableSites(reports)
  const diffed = withDiff(reports, earlier, now, sanitize)
  const sites = earlier.comment === undefined ? diffed : diffed.map(unlessEqual)
  const others = [...earlier.sites.keys()].filter((url) => !run.urls.has(url))
  const texts = [...lackingTexts(sites, earlier, others, sanitize.earlier), ...(earlier.notes ?? [])]
  const comparison = { ...NOTHING, sites, notes: texts.map(noteOf) }
  return others.length > 0
    ? comparison
    : {
        ...comparison,
        ...withSeen(sites, earlier, now, hidden, run),
        history: carried(earlier, run.urls, hidden),
      }
}

const NOTHING = { notes: [], history: [], changes: [] }

function withSeen(
  sites: readonly SiteReport[],
  earlier: BaselineReport,
  now: BaselineReport['sites'],
  sanitize: Sanitize,
  { urls, from }: Compared,
): Pick<Comparison, 'sites' | 'changes'> {
  const all: HistoryChange[] = []
  const seen = sites.map((site) => {
    const [before, current] = [earlier.sites.get(site.url), now.get(site.url)]
    if (before === undefined || current === undefined) return site
    const { changes, lastSeen } = seenChanges(before, current, sanitize, earlier.at, from)
    for (const change of changes)
      all.push(urls.size > 1 ? { site: cut(site.url, MAX_TEXT), ...change } : change)
    return lastSeen.length === 0 ? site : { ...site, lastSeen }
  })
  return { sites: seen, changes: joinedChanges(all) }
}

/**
 * Only what someone changed is worth a line in a comment that is always compared with the one before. Different
 * responses are in its history.
 */
function unlessEqual(site: SiteReport): SiteReport {
  if (site.changes?.changes.length !== 0) return site
  const { changes: _changes, ...rest } = site
  return rest
}

function noteOf(text: string): Remark {
  return { id: 'baseline', text }
}

function newerText(earlier: BaselineReport, at: string): string | undefined {
  return Date.parse(earlier.at) - Date.parse(at) <= MAX_SKEW
    ? undefined
    : `Nothing to compare with: the earlier report is from ${minuteOf(earlier.at)}, and this one from ${minuteOf(at)}. Check the clocks of the machines that wrote them.`
}

function sanitizersOf(
  reports: readonly SiteReport[],
  earlier: BaselineReport,
  { redactors, hide }: Compared,
): Sanitizers & { readonly history: Sanitize } {
  const redact: Redactor = (text) => [...redactors].reduce((hidden, next) => next(hidden), text)
  const shownHosts = reports.map(({ host }) => host)
  const hosts = new Set(reports.flatMap(({ url }) => earlierHosts(earlier.sites.get(url), shownHosts)))
  const redactHosts = redactorOf([...hosts].slice(0, MAX_EARLIER_HOSTS), shownHosts)
  const redactEarlier: Redactor = (text) => redactEveryAddress(redactHosts(redact(text)))
  return {
    earlier: sanitizerOf(redactEarlier),
    now: sanitizerOf(redact),
    history: sanitizerOf(memoized((text) => redactEarlier(hide?.(text) ?? text))),
  }
}

/** A run of a thousand sites has about as many. */
const MAX_EARLIER_HOSTS = 2000

/** @param others the URLs of the earlier report that this run doesn't check */
function lackingTexts(
  sites: readonly SiteReport[],
  earlier: BaselineReport,
  others: readonly string[],
  sanitize: Sanitize,
): readonly string[] {
  const unknown = sites.filter(({ changes }) => changes === undefined).length
  const report = `the baseline report of ${dayOf(earlier.at)}`
  const which = sites.length === 1 ? 'this site' : `${unknown} of the ${sites.length} sites`
  // A comment has what fits into it.
  const lacks =
    unknown === 0 || earlier.comment !== undefined ? [] : [`T${report.slice(1)} does not contain ${which}.`]
  const [other] = others
  if (other === undefined) return lacks
  const shown = sanitize(quote(untrusted(other)), MAX_TEXT)
  const about = others.length === 1 ? shown : `${others.length} other sites, such as ${shown}`
  if (earlier.comment !== undefined)
    return [
      `The history starts over, because the earlier comment is also about ${about}. If another job wrote it, set \`comment-key\`.`,
    ]
  return unknown === sites.length
    ? [`Nothing to compare with: ${report} is about ${about}. Use a report on the same sites.`]
    : [
        ...lacks,
        `The history starts over, because ${report} is also about ${about}. Use a report on the same sites.`,
      ]
}

function carried(
  { history, sites }: BaselineReport,
  urls: ReadonlySet<string>,
  sanitize: Sanitize,
): readonly HistoryEntry[] {
  const hidden = (text: string): string => sanitize(quote(untrusted(text)), MAX_TEXT)
  // The changes of a run with one site don't name it.
  const [only] = sites.size === 1 && urls.size > 1 ? sites.keys() : []
  return history.map((entry) => {
    if (entry.changes === undefined) return entry
    const changes = entry.changes.map(({ site = only, sites: count, where, what, before, now }) => ({
      ...(site !== undefined && { site: hidden(site) }),
      ...(count !== undefined && { sites: count }),
      where: hidden(where),
      what: hidden(what),
      before: hidden(before),
      now: hidden(now),
    }))
    return { ...entry, changes }
  })
}
