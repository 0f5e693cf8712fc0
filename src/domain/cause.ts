import type { CheckRequest, FollowUps, Recheck } from './evidence.ts'
import type { Exchange } from './exchange.ts'
import type { Resolution } from './dns.ts'
import type { IdleConnection } from './idle-connection.ts'
import type { ZoneFacts } from './zone.ts'

export type Category = 'origin' | 'http' | 'tls' | 'dns' | 'firewall' | 'cloudflare' | 'content' | 'runner'
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
 * What a match means for the verdict: a warning is counted, a note is merely worth knowing,
 * an alternative is something to think of that proves nothing by itself.
 */
export type Outcome = 'unhealthy' | 'inconclusive' | 'warning' | 'note' | 'alternative'

/** One thing that was seen, and where. The text is ours; what it quotes from the wire is hostile until it is escaped. */
export interface Clue {
  readonly from: 'edge' | 'origin' | 'trace' | 'dns' | 'certificate' | 'zone' | 'status'
  readonly text: string
}

export interface Match {
  readonly outcome: Outcome
  readonly confidence: Confidence
  /** Completes "certain, since …". */
  readonly because: string
  readonly clues: readonly [Clue, ...Clue[]]
  /** Which of its forms the cause has here, where it has several: the remedy differs. */
  readonly form?: string
  /** Who has to act, where that depends on the form. */
  readonly owner?: Owner
}

/** Evidence with one origin singled out: what a cause judges. Several origins make several moments. */
export interface Moment extends Partial<FollowUps> {
  readonly at: number
  readonly request: CheckRequest
  readonly edge?: Exchange
  readonly origin?: Exchange
  readonly recheck?: Recheck
  /** What became of the connection to this origin that was kept and used again. */
  readonly idleConnection?: IdleConnection
  readonly trace?: Exchange
  /** The code with which this runner's proxy kept the check from the site: what it kept from us is absent. */
  readonly proxyRefused?: string
  readonly dns?: Resolution
  readonly zone?: ZoneFacts
  /** How the origin of this moment was dialed; absent when no origin is known. */
  readonly dialedOrigin?: {
    readonly tls: boolean
    readonly port: number
    readonly position: number
    readonly of: number
    /** Another origin gave this runner what is expected. */
    readonly othersAnswer: boolean
  }
}

export interface Remedy {
  /** One sentence. */
  readonly summary: string
  /** In the order to take them. Text in backquotes is a command or a value; there is no other markup. */
  readonly steps: readonly [string, ...string[]]
  readonly difficulty: Difficulty
  /** The page of the vendor or standard that says more. */
  readonly reference: string
}

/** What a cause may look like from outside, and what would tell the two apart. */
export interface Lookalike {
  readonly what: string
  readonly distinguishedBy: string
  /** Whether what was seen leaves it open. Without this rule it is open unless the cause is certain. */
  readonly isOpen?: (moment: Moment) => boolean
}

/** What a remedy may name. */
export interface RemedyContext {
  readonly host: string
  /** The port that the origin should answer on. */
  readonly port: number
  readonly tls: boolean
  /** The form that the cause has, see `Match`. */
  readonly form?: string
}

/** Explains evidence: the words, and the rule that recognizes it. */
export interface Cause<Id extends string = string> {
  readonly id: Id
  /** A clause that completes "www.example.com is down: …". */
  readonly title: string
  readonly category: Category | ''
  readonly owner: Owner
  /** What it is and how it is told, for its page in the docs. Paragraphs. */
  readonly meaning: readonly [string, ...string[]]
  /** True when waiting may mend it: a restart, propagation. False ends the wait once it is certain. */
  readonly recoversByItself: boolean
  readonly lookalikes: readonly Lookalike[]
  readonly remedy: (place: RemedyContext) => Remedy
  readonly explain: (moment: Moment) => Match | undefined
}

type Observed = 'edge' | 'origin' | 'trace' | 'dns'

interface CauseWithNeeds<Id extends string, Needs extends Observed> extends Omit<Cause<Id>, 'explain'> {
  /** The observations without which the rule has nothing to say; `match` gets them for sure. */
  readonly needs: readonly Needs[]
  readonly rule: (moment: Moment & Required<Pick<Moment, Needs>>) => Match | undefined
}

/** Makes a cause of its words and its rule. */
export function defineCause<const Id extends string, const Needs extends Observed>(
  spec: CauseWithNeeds<Id, Needs>,
): Cause<Id> {
  const { needs, rule, ...words } = spec
  const complete = (moment: Moment): moment is Moment & Required<Pick<Moment, Needs>> =>
    needs.every((need) => moment[need] !== undefined)
  return { ...words, explain: (moment) => (complete(moment) ? rule(moment) : undefined) }
}
