import { CAUSE_CATEGORIES, type Category, type CauseId } from './cause-id.ts'
import type { HopName } from './hop.ts'
import type { ChosenAddress, OtherAddress } from './address.ts'
import type { CheckRequest, FollowUps, Recheck } from './evidence.ts'
import type { Exchange } from './exchange.ts'
import type { Resolution } from './dns.ts'
import type { IdleConnection } from './recheck.ts'
import type { RouteFailureCode, RouteKind } from './route/route.ts'
import type { Sentence, Untrusted } from './untrusted.ts'
import type { Originless, ZoneFacts } from './zone.ts'

export type Confidence = 'certain' | 'likely' | 'possible'
export type Difficulty = 'easy' | 'medium' | 'hard'

/** Who has to act. */
export type Owner =
  | 'origin'
  | 'certificate'
  | 'dns'
  | 'firewall'
  | 'cloudflare'
  | 'cloudflare-settings'
  | 'deploy'
  | 'runner'
  | 'unknown'

/**
 * What a match means for the verdict. A warning is counted; a note is only worth knowing; an alternative is possible,
 * but not proven by itself.
 */
export type Outcome = 'unhealthy' | 'inconclusive' | 'warning' | 'note' | 'alternative'

/** One observation. */
export interface Clue {
  readonly from: 'edge' | 'origin' | 'trace' | 'dns' | 'certificate' | 'zone' | 'status' | 'vantage'
  readonly text: Sentence
}

export interface Match {
  readonly outcome: Outcome
  readonly confidence: Confidence
  /**
   * Why the cause is named with this confidence: complete sentences, capitalized, with a period. Printed as
   * "**Confidence:** likely. BECAUSE", and alone as the text of a warning or note. Never starts with "because".
   */
  readonly because: Sentence
  readonly clues: readonly [Clue, ...Clue[]]
  /** Replaces the cause's title, if a form of the cause has its own. */
  readonly title?: Sentence
  /** The form of a cause that has several, with different remedies. */
  readonly form?: string
  /** Who has to act, if that depends on the form. */
  readonly owner?: Owner
  /** Vantage points observed it, and this runner did not. */
  readonly elsewhere?: true
  /** Waiting won't fix this form, although the cause may recover by itself in others. */
  readonly permanent?: true
  /** Waiting may fix this form, although the cause doesn't recover by itself in others. */
  readonly temporary?: true
}

/** The evidence that a cause judges: one round with one origin. Several origins make several moments. */
export interface Moment extends Partial<FollowUps> {
  readonly at: number
  readonly request: CheckRequest
  readonly edge?: Exchange
  readonly origin?: Exchange
  readonly recheck?: Recheck
  /** What visitors get at the other addresses of the site's name. */
  readonly otherAddresses?: readonly OtherAddress[]
  /** Origins, from 1, that this runner can't connect to without IPv6, and how many addresses of each. */
  readonly unroutedOrigins?: readonly { readonly position: number; readonly count: number }[]
  /** Origins that were not reached, because their command failed. Their exchanges are absent. */
  readonly unseenOrigins?: readonly UnseenOrigin[]
  /** The connection to this origin that was kept open and reused. */
  readonly idleConnection?: IdleConnection
  /** The error code with which the check failed at the runner's proxy. What failed is absent. */
  readonly proxyRefused?: string
  readonly dns?: Resolution
  readonly zone?: ZoneFacts
  /** How the probe connected to this origin; absent when no origin is known. */
  readonly dialedOrigin?: {
    readonly tls: boolean
    readonly port: number
    /** It is a name, which this runner resolves. */
    readonly named?: true
    /** What carried the connection, if it was not direct. */
    readonly route?: RouteKind
    /** Cloudflare connects to another address than the probe. */
    readonly inner?: true
    /** It is not a server of the site's owner. */
    readonly originless?: Originless
    /** The direct request got an error page from Cloudflare itself, which is not in `origin`. */
    readonly atCloudflare?: true
    /** Which of several origins, from 1. */
    readonly position: number
    readonly of: number
    /** Which of several addresses of its name; absent if all of them respond or fail in the same way. */
    readonly address?: ChosenAddress
    /** The same, in any case. */
    readonly chosen?: ChosenAddress
    /** It redirects the request, and another address of its name responds without a redirect. */
    readonly redirectsAlone?: true
    /** How many addresses of its name respond or fail in the same way; absent for one. */
    readonly alike?: number
    /** It is an address of the site's own name, to which visitors connect without Cloudflare. */
    readonly site?: true
    /** Whether the site's name resolves to the address of an origin; absent if that is unknown. */
    readonly atName?: boolean
    /** Another origin, or another address of this one, responded to this runner as expected. */
    readonly othersRespond: boolean
    /** It is another address of this one. */
    readonly siblingResponds?: true
    /** Another address of its name returns the page that visitors get. */
    readonly siblingAlike?: true
    /** Bot protection responded to this runner in place of another origin. */
    readonly othersIntercepted?: true
  }
}

/** Words that every step has. `action + details` reads as one text, whose only markup is text in backquotes. */
interface StepWords {
  /** An imperative, printed in bold: "Allow Cloudflare's IP ranges". */
  readonly action: string
  /** The rest, with the space or punctuation that separates it: " in every firewall: `nft list ruleset`." */
  readonly details: string
}

/** Changes nothing. */
export interface Look extends StepWords {
  readonly type: 'look'
}

/** Changes something, and can be undone. */
export interface Change extends StepWords {
  readonly type: 'change'
  /** Completes "Undo: …": "remove the rule." */
  readonly undo: string
}

/** Weakens a protection or loses data: opens the origin, lowers the SSL mode, skips a security rule. */
export interface Risk extends StepWords {
  readonly type: 'risk'
  /** A sentence: "Anyone can connect to the origin." */
  readonly exposes: string
  /** How long it may stay, a sentence: "Keep it for 15 minutes at most." */
  readonly limit: string
  /** Completes "Undo: …". */
  readonly undo: string
}

/** An origin that was not reached, because its route failed. */
export interface UnseenOrigin {
  readonly route: RouteKind
  readonly code: RouteFailureCode
  /** Whether others were reached. */
  readonly othersSeen: boolean
  /** The last line of the command's standard error, with `…` for names. */
  readonly output?: Untrusted
}

/** One instruction of a remedy. Its type says what it does to the site. */
export type Step = Look | Change | Risk

export function look(action: string, details: string): Look {
  return { type: 'look', action, details }
}

export function change(action: string, details: string, undo: string): Change {
  return { type: 'change', action, details, undo }
}

export function risk(
  action: string,
  details: string,
  { exposes, limit, undo }: Pick<Risk, 'exposes' | 'limit' | 'undo'>,
): Risk {
  return { type: 'risk', action, details, exposes, limit, undo }
}

export interface Remedy {
  /** One sentence. */
  readonly summary: string
  /** In the order to take them: looks, then changes, then risks. */
  readonly steps: readonly [Step, ...Step[]]
  /** What makes it worse, one or two sentences: "Don't purge the cache before that." */
  readonly avoid?: string
  readonly difficulty: Difficulty
  /** The vendor's or standard's page about it. */
  readonly reference: string
}

/** Where a claim in the words of a cause comes from. Only the cause's page in the docs shows it. */
export interface Source {
  /** What the source says, as a sentence. */
  readonly claim: string
  /** A page, or a section of a standard: `https://…`, `RFC 9110, section 15.6.3`. */
  readonly at: string
  /** The day on which it was read: `2026-11-30`. */
  readonly read: string
}

/** What a cause may be mistaken for, and what distinguishes the two. */
export interface Lookalike {
  /** Another cause, or words for what is not a cause of ours: "an Origin Rule that changes the port". */
  readonly what: CauseId | { readonly other: string }
  readonly distinguishedBy: string
  /** Whether the evidence leaves it open. Without this function it is open unless the cause is certain. */
  readonly isOpen?: (moment: Moment) => boolean
}

/** What a remedy may name. */
export interface RemedyContext {
  readonly host: string
  /** The port on which the origin should respond. */
  readonly port: number
  readonly tls: boolean
  /** The form that the cause has, see `Match`. */
  readonly form?: string
  /** The origin's server or platform, such as `nginx`; absent if it is unknown. Never text of its own. */
  readonly server?: string
  /** Vantage points were measured, or could not be. */
  readonly elsewhere?: true
}

/**
 * The few words on the failing hop of the path: "blocks Cloudflare". With `observedOr`, the hop shows what the probes
 * observed there, such as "connection refused", and these words when they observed no failure.
 */
export type Brief = string | { readonly observedOr: string }

/** What the hop of a cause may depend on. */
export interface HopContext {
  readonly match: Match
  /** The response of the origin that the finding is about. */
  readonly origin?: Exchange
}

/** Explains evidence: the words, and the rule that recognizes it. */
export interface Cause<Id extends CauseId = CauseId> {
  readonly id: Id
  /** A clause that completes "www.example.com is down: …". Without hedges: the headline adds them. */
  readonly title: string
  /** From the table of ids; empty for `unexplained`. */
  readonly category: Category | ''
  readonly brief: Brief
  /** The hop that it breaks. */
  readonly hop: HopName | 'unknown' | ((context: HopContext) => HopName)
  readonly owner: Owner
  /** What it is and how the check recognizes it, for its page in the docs. Paragraphs. */
  readonly meaning: readonly [string, ...string[]]
  /** What `meaning`, the remedy and the lookalikes claim about Cloudflare, protocols and servers. */
  readonly sources: readonly [Source, ...Source[]]
  /** True when waiting may fix it: a restart, propagation. False ends the wait as soon as it is certain. */
  readonly recoversByItself: boolean
  readonly lookalikes: readonly Lookalike[]
  readonly remedy: (context: RemedyContext) => Remedy
  readonly explain: (moment: Moment) => Match | undefined
}

type Observed = 'edge' | 'origin' | 'trace' | 'dns'

interface CauseSpec<Id extends CauseId, Needs extends Observed> extends Omit<
  Cause<Id>,
  'explain' | 'category'
> {
  /** The observations that `rule` requires. Without one of them the cause does not match. */
  readonly needs: readonly Needs[]
  readonly rule: (moment: Moment & Required<Pick<Moment, Needs>>) => Match | undefined
}

/** Builds a cause from its words and its rule. */
export function defineCause<const Id extends CauseId, const Needs extends Observed>(
  spec: CauseSpec<Id, Needs>,
): Cause<Id> {
  const { needs, rule, ...words } = spec
  const complete = (moment: Moment): moment is Moment & Required<Pick<Moment, Needs>> =>
    needs.every((need) => moment[need] !== undefined)
  return {
    ...words,
    category: CAUSE_CATEGORIES[spec.id],
    explain: (moment) => (complete(moment) ? rule(moment) : undefined),
  }
}
