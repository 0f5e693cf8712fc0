import type { HistoryEntry } from '../../domain/history/entry.ts'
import type { Remark, SiteReport } from '../../domain/report.ts'
import { quote, untrusted } from '../../domain/untrusted.ts'
import { redactEveryAddress } from '../../redact/every-address.ts'
import { redactorOf, type Redactor } from '../../redact/redact.ts'
import { sanitizerOf, type Sanitize } from '../build/sanitize.ts'
import { withSites } from '../history/digest.ts'
import { MAX_TEXT } from '../history/entries.ts'
import { dayOf } from '../words.ts'
import type { BaselineReport, EarlierReport } from './baseline.ts'
import { withDiff, type Sanitizers } from './diff.ts'
import { earlierHosts } from './earlier-hosts.ts'

/** A run's sites, compared with an earlier report. */
export interface Comparison {
  /** With what changed since then. */
  readonly sites: readonly SiteReport[]
  /** Why something could not be compared, or is not carried over. */
  readonly notes: readonly Remark[]
  /** The results of earlier runs of these sites, redacted. */
  readonly history: readonly HistoryEntry[]
}

/**
 * Compares sites with an earlier report. That report may show an origin of its own: its addresses are hidden, and so
 * are the names in its commands and in its origins' certificates.
 *
 * @param redactors of all sites
 * @param urls of all sites of the run, as they are printed. A cancelled run doesn't report all of them
 * @param at when this report is made; ISO 8601, UTC
 */
export function compared(
  reports: readonly SiteReport[],
  redactors: ReadonlySet<Redactor>,
  urls: ReadonlySet<string>,
  read: EarlierReport | undefined,
  at: string,
): Comparison {
  const earlier = withSites(read, urls)
  if (earlier === undefined) return { sites: reports, notes: [], history: [] }
  const missing = 'missing' in earlier ? earlier.missing : newerText(earlier, at)
  if ('missing' in earlier || missing !== undefined)
    return { sites: reports, notes: [noteOf(missing ?? '')], history: [] }
  const sanitize = sanitizersOf(reports, redactors, earlier)
  const diffed = withDiff(reports, earlier, sanitize)
  const sites = earlier.comment === undefined ? diffed : diffed.map(unlessEqual)
  const others = [...earlier.sites.keys()].filter((url) => !urls.has(url))
  return {
    sites,
    notes: [...lackingTexts(sites, earlier, others, sanitize.earlier), ...(earlier.notes ?? [])].map(noteOf),
    history: others.length === 0 ? carried(earlier, urls, sanitize.earlier) : [],
  }
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

/** Milliseconds by which the clocks of two runners may differ. */
const MAX_SKEW = 300_000

function newerText(earlier: BaselineReport, at: string): string | undefined {
  return Date.parse(earlier.at) - Date.parse(at) <= MAX_SKEW
    ? undefined
    : `Nothing to compare with: the earlier report is from ${minuteOf(earlier.at)}, and this one from ${minuteOf(at)}. Check the clocks of the machines that made them.`
}

function minuteOf(iso: string): string {
  return `${iso.replace(/T(\d\d:\d\d).*/, ' $1')} UTC`
}

function sanitizersOf(
  reports: readonly SiteReport[],
  redactors: ReadonlySet<Redactor>,
  earlier: BaselineReport,
): Sanitizers {
  const redact: Redactor = (text) => [...redactors].reduce((hidden, next) => next(hidden), text)
  const shownHosts = reports.map(({ host }) => host)
  const hosts = new Set(reports.flatMap(({ url }) => earlierHosts(earlier.sites.get(url), shownHosts)))
  const redactHosts = redactorOf([...hosts].slice(0, MAX_EARLIER_HOSTS), shownHosts)
  return {
    earlier: sanitizerOf((text) => redactEveryAddress(redactHosts(redact(text)))),
    now: sanitizerOf(redact),
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
      `The history starts anew, because the earlier comment is also about ${about}. If another job wrote it, set \`comment-key\`.`,
    ]
  return unknown === sites.length
    ? [`Nothing to compare with: ${report} is about ${about}. Use one of the same sites.`]
    : [
        ...lacks,
        `The history starts anew, because ${report} is also about ${about}. Use one of the same sites.`,
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
    const changes = entry.changes.map(({ site = only, where, what, before, now }) => ({
      ...(site !== undefined && { site: hidden(site) }),
      where: hidden(where),
      what: hidden(what),
      before: hidden(before),
      now: hidden(now),
    }))
    return { ...entry, changes }
  })
}
