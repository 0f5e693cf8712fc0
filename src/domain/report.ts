import type { Category, CauseId } from './cause-id.ts'
import type { Clue, Confidence, Owner, Remedy } from './cause.ts'
import type { CertificateFault } from './certificate.ts'
import type { FailureReason, Phase, Timings } from './exchange.ts'
import type { Trend, Verdict } from './diagnosis.ts'

/** Something that deserves attention beside the verdict, under the id of a cause. */
export interface Remark {
  readonly id: CauseId | 'baseline'
  readonly text: string
}

export interface Alternative {
  readonly cause: CauseId
  readonly confidence: Confidence
  readonly title: string
  /** Why it is thought of. */
  readonly because: string
  /** What would tell it from the cause that was named, where we know. */
  readonly told: string
}

/** What the cause could be mistaken for, and what would distinguish the two. */
export interface LookalikeReport {
  readonly what: string
  readonly told: string
}

/** One certificate of a chain. */
export interface LinkReport {
  readonly subject: string
  readonly issuer: string
  /** ISO 8601, UTC; empty where the certificate has no readable date. */
  readonly notBefore: string
  readonly notAfter: string
  /** Such as `RSA 2048`. */
  readonly key: string
  readonly signature: string
  /** False for one that is served for nothing. */
  readonly linked: boolean
}

/** One side of the comparison, as it may be shown: no address, hostile text still unescaped. */
export interface ProbeReport {
  readonly timings: Timings
  /** Milliseconds from dialling to the end, redirects included, as far as it went. */
  readonly total: number
  readonly status?: number
  /** Where the answers led, oldest first. */
  readonly redirects?: readonly string[]
  readonly broke?: { readonly phase: Phase; readonly reason: FailureReason; readonly code: string }
  readonly server?: string
  readonly cache?: string
  readonly rayId?: string
  readonly colo?: string
  readonly contentType?: string
  /** What made the answer, where its page or headers tell: `nginx`, `Cloudflare`, … */
  readonly generator?: string
  /** Of the answer, such as `HTTP/1.1`. */
  readonly http?: string
  readonly bytes?: number
  /** Milliseconds that a whole answer took: the median of the looks of the run, where several had one. */
  readonly typical?: number
  readonly tls?: {
    readonly protocol: string
    readonly cipher: string
    readonly subject: string
    readonly issuer: string
    readonly names: readonly string[]
    readonly notBefore: string
    readonly notAfter: string
    /** Whole days until `notAfter`, from the look on; negative when that is over. */
    readonly daysLeft: number
    /** As it was served, the leaf first. */
    readonly chain: readonly LinkReport[]
    readonly faults: readonly CertificateFault[]
  }
}

export interface DnsReport {
  readonly took: number
  /** Addresses that may be shown: those of Cloudflare. Others are counted only, since they may be the origin's. */
  readonly cloudflare: readonly string[]
  readonly others: number
  readonly failure?: string
  /** What other DNS servers say, where they were asked. */
  readonly servers?: readonly DnsServerReport[]
}

export interface DnsServerReport {
  /** `1.1.1.1`, `ns1.example.net`; `own` is the runner's. */
  readonly server: string
  /** `Cloudflare`, `elsewhere (2 addresses)`, `no such name`. */
  readonly says: string
  /** Seconds for which that may be kept. */
  readonly ttl?: number
}

/** One look in the timeline. */
export interface TimelineEntry {
  /** Looks between the one before and this that a long run did not keep. `alike`: they saw the same as these two. */
  readonly skipped?: { readonly looks: number; readonly failed: number; readonly alike: boolean }
  /** ISO 8601, UTC. */
  readonly at: string
  readonly verdict: Verdict
  readonly cause: CauseId | ''
  readonly edge: string
  readonly origin: string
}

/** How the looks at a site went over time. */
export interface AvailabilityReport {
  /** `settled`: healthy for long enough; `hopeless`: waiting cannot mend what was found; `over`: the time was up. */
  readonly ended: 'settled' | 'hopeless' | 'over' | 'cancelled'
  readonly looks: number
  /** Looks that saw the site fail, and looks that could not see it. */
  readonly failed: number
  readonly unseen: number
  /** How often it changed from up to down or back. */
  readonly flaps: number
  readonly secondsDown: number
  /** When it was first and last seen to fail: ISO 8601, UTC; null when it never was. */
  readonly firstBad: string | null
  readonly lastBad: string | null
  /** From the first failing look until it was well for good; null when it never failed, or did so at the end. */
  readonly secondsToRecover: number | null
  /** What the failing looks have in common, such as `only in the data center AMS`; empty when they have not, or nobody knows. */
  readonly pattern: string
}

/** A stop on the way of a request: `visitor → DNS → Cloudflare → firewall → TLS → origin → application`. */
export interface Hop {
  readonly name: string
  readonly state: 'ok' | 'broken' | 'unknown'
  /** Few words, such as `SJC` or `connection refused`. */
  readonly detail: string
}

/** One thing that is not as it was. Text may be of the wire, or of the file that told it. */
export interface Change {
  /** `through Cloudflare`, `directly`, `origin 2`; empty for what is of the whole site. */
  readonly where: string
  /** `server`, `TLS version`, `DNS answer`. */
  readonly what: string
  readonly before: string
  readonly now: string
}

/** What changed since an earlier report. */
export interface ChangesReport {
  /** When that was made; ISO 8601, UTC. */
  readonly since: string
  /** What it said of the site. */
  readonly verdict: Verdict
  /** What may be the reason: DNS, settings, certificates, protocols, servers. */
  readonly changes: readonly Change[]
  /** What is rather the consequence: answers, and how long they took. */
  readonly answers: readonly Change[]
}

export interface SiteReport {
  readonly url: string
  readonly host: string
  readonly verdict: Verdict
  readonly cause: CauseId | ''
  readonly category: Category | ''
  readonly confidence: Confidence | ''
  /** Completes "certain, since …"; empty when healthy. */
  readonly because: string
  readonly trend: Trend
  /** The verdict and the cause in one line. */
  readonly headline: string
  /** What visitors get, and what the origin says when asked directly. Sentences. */
  readonly summary: string
  readonly owner: Owner | ''
  readonly clues: readonly Clue[]
  readonly alternatives: readonly Alternative[]
  /** What the cause may be mistaken for from outside, beside the alternatives that this run brought up. */
  readonly lookalikes?: readonly LookalikeReport[]
  readonly remedy: Remedy | null
  /** Page of this product's docs on the cause; empty when healthy. */
  readonly docs: string
  readonly warnings: readonly Remark[]
  readonly notes: readonly Remark[]
  /** What could not be read of Cloudflare's API or status page, a sentence each. No fault of the site. */
  readonly unread?: readonly string[]
  /** Absent without an earlier report that speaks of this site. */
  readonly changes?: ChangesReport
  /** How Cloudflare dials the origin, where the user or the zone says so. */
  readonly sslMode?: string
  readonly path: readonly Hop[]
  readonly probes: {
    readonly edge?: ProbeReport
    readonly origins: readonly (ProbeReport & { readonly port: number })[]
    readonly control?: ProbeReport
    readonly dns?: DnsReport
  }
  readonly timeline: readonly TimelineEntry[]
  readonly course: AvailabilityReport
  /** Commands that ask again what the probes asked. `$ORIGIN` stands for the address, `…` for a secret. */
  readonly reproduce: readonly string[]
}

/** What a run says. It has no field that could hold the origin's address. Schema 1: keys may be added, none may change. */
export interface Report {
  readonly schema: 1
  readonly version: string
  /** When the report was made; ISO 8601, UTC. */
  readonly at: string
  readonly verdict: Verdict
  readonly promote: boolean
  readonly cause: CauseId | ''
  readonly category: Category | ''
  readonly confidence: Confidence | ''
  readonly trend: Trend
  readonly warnings: readonly Remark[]
  /** Those of the sites; and under the id `baseline`, which is no cause, why there is nothing to compare with. */
  readonly notes: readonly Remark[]
  /** The worst first. */
  readonly sites: readonly [SiteReport, ...SiteReport[]]
}
