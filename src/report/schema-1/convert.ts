import type * as domain from '../../domain/report.ts'
import { plainText } from '../prose.ts'
import { stepText } from '../steps.ts'
import type {
  Alternative,
  Changes,
  Clue,
  Course,
  Dns,
  Lookalike,
  OriginProbe,
  Probe,
  Probes,
  Remedy,
  Report,
  SiteReport,
  TimelineEntry,
} from './report.ts'

/** The report in the keys of schema 1, in the order in which it is written. */
export function inSchema1(report: domain.Report): Report {
  const {
    sites: [worst, ...rest],
  } = report
  const { head, tail } = aroundSites(report)
  return { ...head, sites: [siteInSchema1(worst), ...rest.map(siteInSchema1)], ...tail }
}

/** The keys of a run, in the order in which they are written: those in front of its sites, and those after them. */
export function aroundSites(report: domain.Report): {
  readonly head: Omit<Report, 'sites' | 'history' | 'monitoring'>
  readonly tail: Pick<Report, 'history' | 'monitoring'>
} {
  const { sites: _, history, monitoring, ...head } = report
  return { head, tail: { history, ...(monitoring !== undefined && { monitoring }) } }
}

/**
 * One site in the keys of schema 1. Its `responses` are only for the HTML report: they would make this one many times
 * larger.
 */
export function siteInSchema1(site: domain.SiteReport): SiteReport {
  const { lookalikes, unread, sslMode, route, changes, lastSeen, vantage } = site
  return {
    url: site.url,
    host: site.host,
    verdict: site.verdict,
    cause: site.cause,
    category: site.category,
    confidence: site.confidence,
    because: site.because,
    trend: site.trend,
    headline: site.headline,
    summary: plainText(site.summary),
    ...summaryPartsOf(site.summary),
    owner: site.owner,
    clues: site.clues.map(clueOf),
    alternatives: site.alternatives.map(alternativeOf),
    ...(lookalikes !== undefined && { lookalikes: lookalikes.map(lookalikeOf) }),
    remedy: site.remedy === null ? null : remedyOf(site.remedy),
    docs: site.docs,
    warnings: site.warnings,
    notes: site.notes,
    ...(unread !== undefined && { unread }),
    path: site.path,
    ...(route !== undefined && { route }),
    ...(sslMode !== undefined && { sslMode }),
    ...(vantage !== undefined && { vantage }),
    probes: probesOf(site.probes),
    timeline: site.timeline.map(timelineEntryOf),
    course: courseOf(site.availability),
    reproduce: site.reproduce,
    ...(changes !== undefined && { changes: changesOf(changes) }),
    ...(lastSeen !== undefined && { lastSeen }),
  }
}

/** A summary without bold parts is complete as text. */
function summaryPartsOf(summary: domain.Prose): Pick<SiteReport, 'summaryParts'> {
  const [first, ...more] = summary
  return more.length === 0 && first?.strong !== true
    ? {}
    : { summaryParts: summary.filter(({ text }) => text !== '') }
}

function clueOf({ from, text }: domain.ClueReport): Clue {
  return { from: from === 'trace' ? 'control' : from, text }
}

function alternativeOf({ distinguishedBy, ...alternative }: domain.Alternative): Alternative {
  return { ...alternative, told: distinguishedBy }
}

function lookalikeOf({ title, distinguishedBy }: domain.LookalikeReport): Lookalike {
  return { what: title, told: distinguishedBy }
}

/** In schema 1, a step is one text. `typedSteps` has the same steps with their types, in parts. */
function remedyOf(remedy: NonNullable<domain.SiteReport['remedy']>): Remedy {
  return { ...remedy, steps: remedy.steps.map(stepText), typedSteps: remedy.steps }
}

function probesOf({ edge, origins, trace, dns }: domain.SiteReport['probes']): Probes {
  return {
    ...(edge !== undefined && { edge: probeOf(edge) }),
    origins: origins.map(originProbeOf),
    ...(trace !== undefined && { control: probeOf(trace) }),
    ...(dns !== undefined && { dns: dnsOf(dns) }),
  }
}

function probeOf({ timings, total, redirects, status, failure, median, ...rest }: domain.ProbeReport): Probe {
  return {
    timings,
    total,
    ...(redirects !== undefined && { redirects }),
    ...(status !== undefined && { status }),
    ...(failure !== undefined && { broke: failure }),
    ...rest,
    ...(median !== undefined && { typical: median }),
  }
}

function originProbeOf({
  port,
  name,
  route,
  median,
  ...probe
}: domain.SiteReport['probes']['origins'][number]): OriginProbe {
  return {
    ...probeOf(probe),
    port,
    ...(name !== undefined && { name }),
    ...(route !== undefined && { route }),
    ...(median !== undefined && { typical: median }),
  }
}

function dnsOf({ elapsed, servers, ...dns }: domain.DnsReport): Dns {
  return {
    took: elapsed,
    ...dns,
    ...(servers !== undefined && {
      servers: servers.map(({ server, answer, ttl }) => ({
        server,
        says: answer,
        ...(ttl !== undefined && { ttl }),
      })),
    }),
  }
}

function timelineEntryOf({ skipped, ...entry }: domain.TimelineEntry): TimelineEntry {
  if (skipped === undefined) return entry
  const { rounds, failed, identical } = skipped
  return { ...entry, skipped: { looks: rounds, failed, alike: identical } }
}

function courseOf(availability: domain.AvailabilityReport): Course {
  return {
    ended: availability.ended,
    looks: availability.rounds,
    failed: availability.failed,
    unseen: availability.inconclusive,
    flaps: availability.transitions,
    secondsDown: availability.secondsDown,
    firstBad: availability.firstFailure,
    lastBad: availability.lastFailure,
    secondsToRecover: availability.secondsToRecover,
    pattern: availability.pattern,
  }
}

function changesOf({ baselineAt, verdict, changes, responses }: domain.ChangesReport): Changes {
  return { since: baselineAt, verdict, changes, answers: responses }
}
