/**
 * The JSON report, schema 1: what `--report` writes, what the library returns, and what `report.schema.json` describes.
 * Users read these keys. Keys may be added, and none may change.
 */
import type { Category, CauseId } from '../../domain/cause-id.js';
export type { Category, CauseId } from '../../domain/cause-id.js';
/** `inconclusive`: the check could not reach a conclusion, for example because it was challenged or cancelled. */
export type Verdict = 'healthy' | 'unhealthy' | 'inconclusive';
/** `certain`: nothing else fits. `likely`: the evidence points there. `possible`: one of several. */
export type Confidence = 'certain' | 'likely' | 'possible';
/** How the checks of a run went: all with the same result, in both ways, or failing at first and healthy since. */
export type Trend = 'steady' | 'intermittent' | 'recovered';
/** Who has to act. */
export type Owner = 'origin' | 'certificate' | 'dns' | 'firewall' | 'cloudflare' | 'cloudflare-settings' | 'deploy' | 'runner' | 'unknown';
/**
 * The result of a run. It has no secret, and no address of an origin unless `show-origin` is `true`. Text that came
 * from a server is redacted, but not escaped.
 */
export interface Report {
    /** The version of this format. */
    readonly schema: 1;
    /** The version of Origin Gate. */
    readonly version: string;
    /** When the report was made; ISO 8601, UTC. */
    readonly at: string;
    /** The worst site's. A cancelled run is `inconclusive`. */
    readonly verdict: Verdict;
    /** True only if the verdict is `healthy`. */
    readonly promote: boolean;
    /** The worst site's; empty when healthy. */
    readonly cause: CauseId | '';
    /** The worst site's; empty when healthy, and for a cause without one. */
    readonly category: Category | '';
    /** The worst site's; empty when healthy. */
    readonly confidence: Confidence | '';
    /** The worst site's. */
    readonly trend: Trend;
    /** The warnings of all sites. */
    readonly warnings: readonly Remark[];
    /**
     * The notes of all sites. Under the id `baseline`, why there is nothing to compare with; under `cancelled`, what a
     * cancelled run knows so far, and how many sites are missing; under `merged`, which reports were left out.
     */
    readonly notes: readonly Remark[];
    /** Worst first. */
    readonly sites: readonly [SiteReport, ...SiteReport[]];
    /**
     * The verdicts of earlier runs, carried over from the report that `baseline` names or from the comment, and of this
     * one. Newest last, at most 500 and of the last 72 hours. Reports of earlier versions don't have it.
     */
    readonly history?: readonly HistoryEntry[];
    /** When the site was deployed, and how long it is monitored. Absent without `deployed-at`. */
    readonly monitoring?: Monitoring;
}
/** The result of one run. */
export interface HistoryEntry {
    /** When that run's report was made; ISO 8601, UTC. */
    readonly at: string;
    readonly verdict: Verdict;
    /** Empty when healthy. */
    readonly cause: CauseId | '';
    /** The id of the workflow run; empty outside GitHub Actions. */
    readonly run: string;
    /** Milliseconds of a complete response through Cloudflare, at the slowest site. Absent: there was none. */
    readonly edgeTime?: number;
    /** The same for a direct response. */
    readonly originTime?: number;
    /**
     * What had changed since the entry before, such as a certificate; at most eight. The origin's own address is not
     * compared: what could be kept of it to compare with, such as a hash, would reveal it.
     */
    readonly changes?: readonly HistoryChange[];
}
/** One difference between two runs. */
export interface HistoryChange {
    /** The site's URL. Absent if the run had only one site. */
    readonly site?: string;
    /** Present if several sites have the same difference: how many. `site` is the worst of them. */
    readonly sites?: number;
    /** `through Cloudflare`, `directly`, `origin 2`; empty for the whole site. */
    readonly where: string;
    /** `certificate`, `server`, `TLS version`. */
    readonly what: string;
    readonly before: string;
    readonly now: string;
}
export interface Monitoring {
    /** When the site was deployed; ISO 8601, UTC. */
    readonly deployedAt: string;
    /** When the monitoring ends; ISO 8601, UTC. */
    readonly until: string;
}
/** A warning or a note, under the id of a cause. A warning needs attention; a note is only worth knowing. */
export interface Remark {
    readonly id: CauseId | 'baseline' | 'cancelled' | 'merged';
    /** One or more sentences. */
    readonly text: string;
}
/** The result for one site. */
export interface SiteReport {
    /** The URL that was checked, without the secrets in it. */
    readonly url: string;
    readonly host: string;
    readonly verdict: Verdict;
    /** Empty when healthy. */
    readonly cause: CauseId | '';
    /** Empty when healthy, and for a cause without one. */
    readonly category: Category | '';
    /** Empty when healthy. */
    readonly confidence: Confidence | '';
    /** Why the cause is named with this confidence: complete sentences; empty when healthy. */
    readonly because: string;
    readonly trend: Trend;
    /** The verdict and the cause in one line. */
    readonly headline: string;
    /** What visitors get, what a direct request to the origin gets, and how that changed over time. */
    readonly summary: string;
    /** The same in parts, if some of them are bold. */
    readonly summaryParts?: readonly SummaryPart[];
    /** Empty when healthy. */
    readonly owner: Owner | '';
    /** The observations that show the cause. */
    readonly clues: readonly Clue[];
    /** What else it could be, with evidence of its own. */
    readonly alternatives: readonly Alternative[];
    /** What the cause may be mistaken for, without the alternatives. */
    readonly lookalikes?: readonly Lookalike[];
    /** Null when healthy. */
    readonly remedy: Remedy | null;
    /** The URL of the cause's page in the documentation; empty when healthy. */
    readonly docs: string;
    readonly warnings: readonly Remark[];
    readonly notes: readonly Remark[];
    /** What could not be read from Cloudflare's API, its status page or Globalping, one sentence each. */
    readonly unread?: readonly string[];
    /** The request path from the visitor to the application. */
    readonly path: readonly Hop[];
    /** The path of the request to the origin through `origin-proxy-command`. Absent without one. */
    readonly route?: readonly Hop[];
    /** Cloudflare's SSL mode, when an input or the zone specifies it. */
    readonly sslMode?: string;
    /** What Globalping's probes got. Absent when nothing was measured from elsewhere. */
    readonly vantage?: Vantage;
    /** The requests of the check that the report shows. A probe that wasn't made is absent. */
    readonly probes: Probes;
    /** All checks, oldest first. A long run drops checks in the middle. */
    readonly timeline: readonly TimelineEntry[];
    /** How the checks went over time. */
    readonly course: Course;
    /** curl commands that repeat the probes. `$ORIGIN` stands for the origin's address, `…` for a secret. */
    readonly reproduce: readonly string[];
    /** What changed since the report that `baseline` names. Absent when it doesn't have this site. */
    readonly changes?: Changes;
    /**
     * What earlier runs saw, and this one did not, for example because a connection failed: the next run compares with
     * it. Absent when there is nothing.
     */
    readonly lastSeen?: readonly LastSeen[];
}
/** A part of a summary, with the spaces that separate it from its neighbors. */
export interface SummaryPart {
    readonly text: string;
    /** True for a part that is printed bold. */
    readonly strong?: true;
}
/** One observation. */
export interface Clue {
    /**
     * Where it was observed. `control`: a request that Cloudflare itself responds to. `status`: its status page.
     * `vantage`: the vantage points.
     */
    readonly from: 'edge' | 'origin' | 'control' | 'dns' | 'certificate' | 'zone' | 'status' | 'vantage';
    readonly text: string;
}
/** Another cause that explains the evidence. */
export interface Alternative {
    readonly cause: CauseId;
    readonly confidence: Confidence;
    readonly title: string;
    /** Why it is possible: complete sentences. */
    readonly because: string;
    /** What would distinguish it from the reported cause; empty when unknown. */
    readonly told: string;
}
/** What the cause could be mistaken for. */
export interface Lookalike {
    readonly what: string;
    /** What would distinguish the two. */
    readonly told: string;
}
/** How to fix the cause. */
export interface Remedy {
    /** One sentence. */
    readonly summary: string;
    /** Each step as one text, in the order to take them. Text in backquotes is a command or a value. */
    readonly steps: readonly string[];
    /** What would make it worse: one or two sentences. */
    readonly avoid?: string;
    readonly difficulty: 'easy' | 'medium' | 'hard';
    /** The vendor's or standard's page about it. */
    readonly reference: string;
    /** The same steps in parts. */
    readonly typedSteps: readonly Step[];
}
/** One instruction of a remedy. Its type says what it does to the site. */
export type Step = LookStep | ChangeStep | RiskStep;
/** Changes nothing. */
export interface LookStep {
    readonly type: 'look';
    /** An imperative, such as "Allow Cloudflare's IP ranges". `action` and `details` read as one text. */
    readonly action: string;
    /** The rest, with the space or punctuation that separates it. */
    readonly details: string;
}
/** Changes something, and can be undone. */
export interface ChangeStep {
    readonly type: 'change';
    readonly action: string;
    readonly details: string;
    /** Completes "Undo: …". */
    readonly undo: string;
}
/** Weakens a protection or loses data. */
export interface RiskStep {
    readonly type: 'risk';
    readonly action: string;
    readonly details: string;
    /** What it exposes: one sentence. */
    readonly exposes: string;
    /** How long it may stay in place: one sentence. */
    readonly limit: string;
    /** Completes "Undo: …". */
    readonly undo: string;
}
/** One hop of the request path. */
export interface Hop {
    /**
     * `visitor`, `DNS`, `Cloudflare SJC`, `firewall`, `TLS`, `origin`, `application`. In `route`: `runner`, `bastion`,
     * `origin`.
     */
    readonly name: string;
    readonly state: 'ok' | 'broken' | 'unknown';
    /** A few words: `connection refused`. */
    readonly detail: string;
}
/** The requests of one check. */
export interface Probes {
    /** Through Cloudflare, as a visitor. */
    readonly edge?: Probe;
    /** Directly to each origin, or to each of its addresses that differ. */
    readonly origins: readonly OriginProbe[];
    /** A request that Cloudflare itself responds to, without an origin. */
    readonly control?: Probe;
    readonly dns?: Dns;
}
/** What Globalping's probes got, in the newest measurement. */
export interface Vantage {
    /** When they were started; ISO 8601, UTC. */
    readonly at: string;
    /** `fails from Frankfurt and Singapore with 521, fine from Dallas`; empty without results for the site. */
    readonly summary: string;
    readonly places: readonly VantagePlace[];
    /** Probes that had no result in time. Absent: none. */
    readonly missing?: number;
    /** The probes send none of the headers in `headers`. Absent: there are none. */
    readonly withoutHeaders?: true;
    /** Absent when Globalping didn't say. */
    readonly cost?: VantageCost;
    /**
     * Why results are missing; `unread` has the sentence. Absent: all are there.
     *
     * - `no-probes`: there is none at these places. `limit`: no tests are left in this hour.
     * - `token`: Globalping rejects the token. `rejected`: it rejects the measurement.
     * - `unavailable`: it can't be reached, or fails. `slow`: the results were not complete in time.
     * - `malformed`: its response is not what its description says.
     * - `secret-url`: the URL has a secret, so nothing was sent. `private`: the host is not on the public internet.
     */
    readonly problem?: 'no-probes' | 'limit' | 'token' | 'rejected' | 'unavailable' | 'slow' | 'malformed' | 'secret-url' | 'private';
}
/** What one of Globalping's probes got. */
export interface VantagePlace {
    /** `Frankfurt, DE` */
    readonly name: string;
    /** `Example Cloud (AS64502)` */
    readonly network: string;
    /** `site`, or directly `origin`, `origin 2`. */
    readonly target: string;
    /**
     * - `good`: what is expected. `unjudged`: a good status, but not everything that is expected can be decided.
     *   `lacking`: a good status without the expected content.
     * - `challenged`, `blocked`, `rate-limited`: Cloudflare rejected the probe. `wall`: another product did.
     * - `access`, `queued`: Cloudflare Access, a waiting room.
     * - `error`: an error response. `unreached`: no complete response. `offline`: the probe went offline.
     */
    readonly result: 'good' | 'unjudged' | 'lacking' | 'challenged' | 'blocked' | 'rate-limited' | 'wall' | 'access' | 'queued' | 'error' | 'unreached' | 'offline';
    /** A few words: `521`, `403, challenged by Cloudflare`, `connection refused`. */
    readonly response: string;
    readonly rayId?: string;
    /** Cloudflare's data center: `FRA`. */
    readonly colo?: string;
    /** Milliseconds of a complete response. */
    readonly total?: number;
    /** Where the site's name resolves to, there. Absent: unknown, or an origin. */
    readonly resolvedTo?: 'cloudflare' | 'elsewhere';
}
/** What a measurement cost, in Globalping's tests. */
export interface VantageCost {
    readonly tests: number;
    /** Left in this hour, of `limit`. */
    readonly remaining: number;
    readonly limit: number;
    /** Seconds until the limit is renewed. */
    readonly resetsIn: number;
    /** Credits of the account that it cost, after the tests of this hour. Absent: none. */
    readonly credits?: number;
}
/** One request and its result. Times are milliseconds. */
export interface Probe {
    /** The finished phases. A phase that was skipped or not reached is absent. */
    readonly timings: Timings;
    /** From connecting to the last byte or the failure, redirects included. */
    readonly total: number;
    /** Targets of the redirects, oldest first. */
    readonly redirects?: readonly string[];
    /** The status code. Absent: no response arrived. */
    readonly status?: number;
    /** Absent: the response is complete. */
    readonly broke?: ProbeFailure;
    /** The `Server` header. */
    readonly server?: string;
    /** Cloudflare's cache status: `HIT`, `DYNAMIC`. */
    readonly cache?: string;
    /** The `Content-Type` header. */
    readonly contentType?: string;
    /** The software that produced the page, when recognized: `nginx`, `Cloudflare`. */
    readonly generator?: string;
    /** Version in the status line: `HTTP/1.1`. */
    readonly http?: string;
    readonly rayId?: string;
    /** Cloudflare's data center: `SJC`. */
    readonly colo?: string;
    /** Received bytes of the body, as they were sent. */
    readonly bytes?: number;
    readonly tls?: Tls;
    /** Median time of a complete response, when several checks had one. */
    readonly typical?: number;
}
/** A request to one origin. */
export interface OriginProbe extends Probe {
    readonly port: number;
    /** Which of several addresses of an origin's name: `IPv6 address`. Absent if it has only one. */
    readonly name?: string;
    /**
     * What carried the connection, if `origin-proxy-command` is set: `bastion` for ssh, `cluster` for kubectl,
     * `container` for docker. The times then include its start, and its own connection.
     */
    readonly route?: 'bastion' | 'cluster' | 'container' | 'command';
}
/** Milliseconds of each phase. */
export interface Timings {
    readonly resolve?: number;
    readonly connect?: number;
    readonly tls?: number;
    readonly processing?: number;
    readonly transfer?: number;
}
/** Why a request failed. */
export interface ProbeFailure {
    /** The phase in which it failed. */
    readonly phase: 'resolve' | 'connect' | 'tls' | 'processing' | 'transfer';
    /**
     * - `unresolved`: the name has no address. `refused`: a reset in response to the SYN. `unreachable`: no route.
     * - `unrouted`: the runner has no IPv6, and the host nothing else. `timeout`: the deadline passed.
     * - `reset`: an established connection was reset. `closed`: closed before a full response.
     * - `untrusted`: the certificate was rejected. `protocol`: the bytes were not valid TLS or HTTP.
     * - `proxy`: the runner's own proxy blocked it, or may not have reached the site.
     * - `route`: the command of `origin-proxy-command` failed, not the origin.
     */
    readonly reason: 'unresolved' | 'refused' | 'unreachable' | 'unrouted' | 'timeout' | 'reset' | 'closed' | 'untrusted' | 'protocol' | 'proxy' | 'route' | 'other';
    /** The code of Node or OpenSSL, such as `ECONNREFUSED`, or one of ours. */
    readonly code: string;
}
/** The TLS session and the certificate. Dates are ISO 8601, UTC; empty when a date is out of range. */
export interface Tls {
    readonly protocol: string;
    readonly cipher: string;
    readonly subject: string;
    readonly issuer: string;
    /** The names that the certificate is valid for, at most ten. */
    readonly names: readonly string[];
    readonly notBefore: string;
    readonly notAfter: string;
    readonly faults: readonly CertificateFault[];
    /** Whole days until `notAfter`; negative after it. */
    readonly daysLeft: number;
    /** As sent, leaf first. */
    readonly chain: readonly ChainCertificate[];
    /** The issuer whose dates are at fault, although those of the leaf are valid. `at`: since or until when. */
    readonly outdatedIssuer?: {
        readonly role: 'intermediate' | 'root';
        readonly fault: 'expired' | 'not-yet-valid';
        readonly at: string;
    };
}
/** Why a validating client rejects a certificate. */
export type CertificateFault = 'expired' | 'not-yet-valid' | 'name-mismatch' | 'untrusted' | 'chain-incomplete';
/** One certificate of the chain that the server sent. */
export interface ChainCertificate {
    readonly subject: string;
    readonly issuer: string;
    readonly notBefore: string;
    readonly notAfter: string;
    /** `RSA 2048` */
    readonly key: string;
    readonly signature: string;
    /** False when the chain doesn't need it. */
    readonly linked: boolean;
}
/** What the site's name resolves to. */
export interface Dns {
    /** Milliseconds. */
    readonly took: number;
    /** Cloudflare's addresses. */
    readonly cloudflare: readonly string[];
    /** How many other addresses. They are only counted, because they may be the origin's. */
    readonly others: number;
    /** Why the name could not be resolved, in a few words. */
    readonly failure?: string;
    /** Answers of the compared DNS servers; absent when none was queried. */
    readonly servers?: readonly DnsServer[];
}
/** The answer of one DNS server. */
export interface DnsServer {
    /** `1.1.1.1`, `ns1.example.net`; `own` is the runner's. */
    readonly server: string;
    /** `Cloudflare`, `elsewhere (2 addresses)`, `no such name`. */
    readonly says: string;
    /** Seconds for which the answer may be cached. */
    readonly ttl?: number;
}
/** One check in the timeline. */
export interface TimelineEntry {
    /** ISO 8601, UTC. */
    readonly at: string;
    readonly verdict: Verdict;
    /** Empty when healthy. */
    readonly cause: CauseId | '';
    /** What a visitor got: `200`, `connection refused`; empty when nothing was requested. */
    readonly edge: string;
    /** What the direct request got. With several origins: what each one got, separated by commas. */
    readonly origin: string;
    /** Milliseconds of the whole exchange through Cloudflare, redirects included. Absent: nothing was requested. */
    readonly edgeTime?: number;
    /** The same for each origin that was requested. Absent: there was none. */
    readonly originTimes?: readonly number[];
    /** Checks between the previous entry and this one that are not listed. `alike`: with the same outcome as both. */
    readonly skipped?: {
        readonly looks: number;
        readonly failed: number;
        readonly alike: boolean;
    };
}
/** How the checks of a site went over time. */
export interface Course {
    /** `settled`: healthy for long enough. `hopeless`: waiting won't fix the cause. `over`: the time was up. */
    readonly ended: 'settled' | 'hopeless' | 'over' | 'cancelled';
    /** The number of checks. */
    readonly looks: number;
    /** Unhealthy and inconclusive checks. */
    readonly failed: number;
    /** Inconclusive checks. */
    readonly unseen: number;
    /** How often the site changed between up and down. */
    readonly flaps: number;
    readonly secondsDown: number;
    /** The first unhealthy check; ISO 8601, UTC. Null when there is none. */
    readonly firstBad: string | null;
    /** The last unhealthy check; ISO 8601, UTC. Null when there is none. */
    readonly lastBad: string | null;
    /** From the first unhealthy check to the lasting recovery; null without a failure or a recovery. */
    readonly secondsToRecover: number | null;
    /** What the unhealthy checks have in common: `only in the data center AMS`; empty when there is no pattern. */
    readonly pattern: string;
}
/** What changed since an earlier report. */
export interface Changes {
    /** When the earlier report was made; ISO 8601, UTC. */
    readonly since: string;
    /** The site's verdict then. */
    readonly verdict: Verdict;
    /** Possible reasons: DNS, settings, certificates, protocols, servers. */
    readonly changes: readonly Change[];
    /** Likely consequences: responses and their times. */
    readonly answers: readonly Change[];
}
/** A value that an earlier run saw. It shows no address outside Cloudflare, even with `show-origin`. */
export interface LastSeen {
    /** `through Cloudflare`, `directly`, `origin 2`; empty for the whole site. */
    readonly where: string;
    /** `certificate`, `server`, `TLS version`. */
    readonly what: string;
    readonly value: string;
    /** When the report of that run was made; ISO 8601, UTC. */
    readonly at: string;
}
/** One difference from an earlier report. */
export interface Change {
    /** `through Cloudflare`, `directly`, `origin 2`; empty for the whole site. */
    readonly where: string;
    /** `server`, `TLS version`, `DNS answer`. */
    readonly what: string;
    readonly before: string;
    readonly now: string;
}
