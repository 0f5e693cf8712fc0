import type { Category, CauseId } from './cause-id.ts'
import type { Clue, Confidence, Owner, Remedy } from './cause.ts'
import type { CertificateFault } from './certificate.ts'
import type { FailureReason, Phase, Timings } from './exchange.ts'
import type { Trend, Verdict } from './diagnosis.ts'
import type { Monitoring, VerdictHistory } from './history/entry.ts'
import type { PlaceResult } from './vantage/place-result.ts'
import type { RouteKind } from './route/route.ts'
import type { VantageCost, VantageProblem } from './vantage/vantage.ts'
import type { Sentence } from './untrusted.ts'

/** A piece of a sentence. A renderer that can print bold prints the strong pieces bold. */
export interface Span<Text extends Sentence = string> {
  readonly text: Text
  readonly strong?: true
}

/** Sentences of ours, ready to be joined. Text in backquotes is a command or a value. */
export type Prose<Text extends Sentence = string> = readonly Span<Text>[]

/** One observation, redacted. */
export interface ClueReport {
  readonly from: Clue['from']
  readonly text: string
}

/** What a note says that belongs to the run, not to a site. */
export type RunNote = 'baseline' | 'cancelled' | 'merged'

/** A warning or a note, under the id of a cause. */
export interface Remark {
  readonly id: CauseId | RunNote
  readonly text: string
}

export interface Alternative {
  readonly cause: CauseId
  readonly confidence: Confidence
  readonly title: string
  /** Why it is possible: complete sentences. */
  readonly because: string
  /** What would distinguish it from the reported cause; empty when unknown. */
  readonly distinguishedBy: string
}

/** What the cause could be mistaken for, and what would distinguish the two. */
export interface LookalikeReport {
  readonly title: string
  readonly distinguishedBy: string
}

/** One certificate of the chain that the server sent. */
export interface ChainCertificateReport {
  readonly subject: string
  readonly issuer: string
  /** ISO 8601, UTC; empty when the date is out of range. */
  readonly notBefore: string
  readonly notAfter: string
  /** `RSA 2048` */
  readonly key: string
  readonly signature: string
  /** False when the chain doesn't need it. */
  readonly linked: boolean
}

/** One probe of a site, redacted. Text from the wire is not escaped yet. */
export interface ProbeReport {
  readonly timings: Timings
  /** Milliseconds from connecting to the last byte or the failure, redirects included. */
  readonly total: number
  readonly status?: number
  /** Targets of the redirects, oldest first. */
  readonly redirects?: readonly string[]
  readonly failure?: { readonly phase: Phase; readonly reason: FailureReason; readonly code: string }
  readonly server?: string
  readonly cache?: string
  readonly rayId?: string
  readonly colo?: string
  readonly contentType?: string
  /** The software that produced the page, when recognized: `nginx`, `Cloudflare`. */
  readonly generator?: string
  /** Version in the status line: `HTTP/1.1`. */
  readonly http?: string
  readonly bytes?: number
  /** Median time of a complete response in milliseconds, when several rounds had one. */
  readonly median?: number
  readonly tls?: {
    readonly protocol: string
    readonly cipher: string
    readonly subject: string
    readonly issuer: string
    readonly names: readonly string[]
    readonly notBefore: string
    readonly notAfter: string
    /** Whole days from the round until `notAfter`; negative after it. */
    readonly daysLeft: number
    /** As sent, leaf first. */
    readonly chain: readonly ChainCertificateReport[]
    readonly faults: readonly CertificateFault[]
    /** The issuer whose dates are at fault, although those of the leaf are not. `at`: since or until when. */
    readonly outdatedIssuer?: {
      readonly role: 'intermediate' | 'root'
      readonly fault: 'expired' | 'not-yet-valid'
      readonly at: string
    }
  }
}

export interface DnsReport {
  readonly elapsed: number
  /** Cloudflare's addresses. Others are only counted, because they may be the origin's. */
  readonly cloudflare: readonly string[]
  readonly others: number
  readonly failure?: string
  /** Answers of the compared DNS servers; absent when none was queried. */
  readonly servers?: readonly DnsServerReport[]
}

export interface DnsServerReport {
  /** `1.1.1.1`, `ns1.example.net`; `own` is the runner's. */
  readonly server: string
  /** `Cloudflare`, `elsewhere (2 addresses)`, `no such name`. */
  readonly answer: string
  /** Seconds for which the answer may be cached. */
  readonly ttl?: number
}

/** One round in the timeline. */
export interface TimelineEntry {
  /** Rounds between the previous entry and this one that a long run dropped. `identical`: same outcome as both. */
  readonly skipped?: { readonly rounds: number; readonly failed: number; readonly identical: boolean }
  /** ISO 8601, UTC. */
  readonly at: string
  readonly verdict: Verdict
  readonly cause: CauseId | ''
  readonly edge: string
  readonly origin: string
  /** Milliseconds of the whole exchange through Cloudflare, redirects included. Absent: nothing was requested. */
  readonly edgeTime?: number
  /** The same for each origin that was requested. Absent: there was none. */
  readonly originTimes?: readonly number[]
}

/** How the rounds of a site went over time. */
export interface AvailabilityReport {
  /** `settled`: healthy for long enough. `hopeless`: waiting won't fix the cause. `over`: the time was up. */
  readonly ended: 'settled' | 'hopeless' | 'over' | 'cancelled'
  readonly rounds: number
  /** Unhealthy and inconclusive rounds. */
  readonly failed: number
  readonly inconclusive: number
  /** How often the site changed between up and down. */
  readonly transitions: number
  readonly secondsDown: number
  /** The first and last unhealthy round: ISO 8601, UTC; null when there is none. */
  readonly firstFailure: string | null
  readonly lastFailure: string | null
  /** From the first unhealthy round to the lasting recovery; null without a failure or a recovery. */
  readonly secondsToRecover: number | null
  /** What the unhealthy rounds have in common: `only in the data center AMS`; empty when there is no pattern. */
  readonly pattern: string
}

/** One hop of the request path: `visitor → DNS → Cloudflare → firewall → TLS → origin → application`. */
export interface Hop {
  readonly name: string
  readonly state: 'ok' | 'broken' | 'unknown'
  /** A few words: `SJC`, `connection refused`. */
  readonly detail: string
}

/** One difference from an earlier report. The values come from the wire or from the baseline file. */
export interface Change {
  /** `through Cloudflare`, `directly`, `origin 2`; empty for the whole site. */
  readonly where: string
  /** `server`, `TLS version`, `DNS answer`. */
  readonly what: string
  readonly before: string
  readonly now: string
}

/** What changed since an earlier report. */
export interface ChangesReport {
  /** When the earlier report was made; ISO 8601, UTC. */
  readonly baselineAt: string
  /** The site's verdict then. */
  readonly verdict: Verdict
  /** Possible reasons: DNS, settings, certificates, protocols, servers. */
  readonly changes: readonly Change[]
  /** Likely consequences: responses and their times. */
  readonly responses: readonly Change[]
}

/** What an earlier run saw at a site, and this one did not: the next run compares with it. */
export interface LastSeen {
  /** `through Cloudflare`, `directly`, `origin 2`; empty for the whole site. */
  readonly where: string
  /** `certificate`, `server`, `TLS version`. */
  readonly what: string
  readonly value: string
  /** When the report of that run was made; ISO 8601, UTC. */
  readonly at: string
}

/** One response as it arrived, redacted and cut. Text from the wire is not escaped yet. */
export interface ResponseReport {
  readonly from: 'edge' | 'origin'
  /** `through Cloudflare`, `by name`, `directly`, `origin 2`, `IPv6 address`. */
  readonly name: string
  /** The status line, or what arrived instead of one; empty when nothing did. */
  readonly opening: string
  /** Names in lower case, in the order in which they arrived. Credentials and cookies are `***`. */
  readonly headers: readonly { readonly name: string; readonly value: string }[]
  /** Headers that are not in `headers`, because there are too many. */
  readonly moreHeaders?: number
  /** Absent: no complete response arrived. */
  readonly body?: {
    /** The beginning, with its line breaks. */
    readonly text: string
    /** Bytes received, as they were sent. */
    readonly bytes: number
    /** Whether `text` is the whole body. */
    readonly complete: boolean
  }
}

/** What one vantage point got, redacted. Text from Globalping is not escaped yet. */
export interface VantagePlaceReport {
  /** `Frankfurt, DE` */
  readonly name: string
  /** `Example Cloud (AS64502)` */
  readonly network: string
  /** `site`, or directly `origin`, `origin 2`. */
  readonly target: string
  /** `offline`: the probe went offline. */
  readonly result: PlaceResult | 'offline'
  /** A few words: `521`, `403, challenged by Cloudflare`, `connection refused`. */
  readonly response: string
  readonly rayId?: string
  /** Cloudflare's data center: `FRA`. */
  readonly colo?: string
  /** Milliseconds of a complete response. */
  readonly total?: number
  /** Where the site's name resolves to, there. */
  readonly resolvedTo?: 'cloudflare' | 'elsewhere'
}

/** What Globalping's probes got. */
export interface VantageReport {
  /** When they were started; ISO 8601, UTC. */
  readonly at: string
  /** `fails from Frankfurt and Singapore with 521, fine from Dallas`; empty without results for the site. */
  readonly summary: string
  readonly places: readonly VantagePlaceReport[]
  /** Probes that had no result in time. */
  readonly missing?: number
  /** They send none of the site's headers, which this runner sends. */
  readonly withoutHeaders?: true
  readonly cost?: VantageCost
  /** Why results are missing; `unread` of the site has the sentence. */
  readonly problem?: VantageProblem
}

export interface SiteReport {
  readonly url: string
  readonly host: string
  readonly verdict: Verdict
  readonly cause: CauseId | ''
  readonly category: Category | ''
  readonly confidence: Confidence | ''
  /** Why the cause is named with this confidence: complete sentences; empty when healthy. */
  readonly because: string
  readonly trend: Trend
  /** The verdict and the cause in one line. */
  readonly headline: string
  /** What visitors get, what a direct request to the origin gets, and how that changed over time. */
  readonly summary: Prose
  readonly owner: Owner | ''
  readonly clues: readonly ClueReport[]
  readonly alternatives: readonly Alternative[]
  /** What the cause may be mistaken for, without the alternatives that this run found. */
  readonly lookalikes?: readonly LookalikeReport[]
  readonly remedy: Remedy | null
  /** The cause's page in our docs; empty when healthy. */
  readonly docs: string
  readonly warnings: readonly Remark[]
  readonly notes: readonly Remark[]
  /** What could not be read from Cloudflare's API, its status page or Globalping, one sentence each. */
  readonly unread?: readonly string[]
  /** Absent when nothing was measured from elsewhere. */
  readonly vantage?: VantageReport
  /** Absent when no earlier report has this site. */
  readonly changes?: ChangesReport
  /** Absent when this run saw all that earlier runs saw, or there is no earlier report. */
  readonly lastSeen?: readonly LastSeen[]
  /** Cloudflare's SSL mode, when the user or the zone specifies it. */
  readonly sslMode?: string
  readonly path: readonly Hop[]
  /** The path of the request to the origin, if a command carries it: `runner → bastion → origin`. */
  readonly route?: readonly Hop[]
  readonly probes: {
    readonly edge?: ProbeReport
    readonly origins: readonly (ProbeReport & {
      readonly port: number
      /** Which of several addresses of an origin's name: `IPv6 address`. Absent if it has one. */
      readonly name?: string
      /** What carried the connection. Then the times include its start and what it connects to. */
      readonly route?: RouteKind
    })[]
    readonly trace?: ProbeReport
    readonly dns?: DnsReport
  }
  /** The responses of the round that the report shows. Only the HTML report has them; never the JSON report. */
  readonly responses?: readonly ResponseReport[]
  readonly timeline: readonly TimelineEntry[]
  readonly availability: AvailabilityReport
  /** curl commands that repeat the probes. `$ORIGIN` stands for the address, `…` for a secret. */
  readonly reproduce: readonly string[]
}

/**
 * The result of a run, redacted: no field holds the origin's address. Key names may change here; the JSON report maps
 * them to schema 1.
 */
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
  /**
   * Those of the sites; under the id `baseline` why there is nothing to compare with, and under `cancelled` what
   * a cancelled run knows so far, and how many sites are missing; under `merged` which reports were left out.
   */
  readonly notes: readonly Remark[]
  /** Worst first. */
  readonly sites: readonly [SiteReport, ...SiteReport[]]
  /** The verdicts of earlier runs that an earlier report has, and of this one. At most 500, and 72 hours. */
  readonly history: VerdictHistory
  /** Absent when no input says when the site was deployed. */
  readonly monitoring?: Monitoring
}
