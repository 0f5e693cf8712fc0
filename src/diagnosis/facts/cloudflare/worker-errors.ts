import { challengeIn, edgeErrorIn, madeAtEdge } from '../../../cloudflare/response.ts'
import { isWorkerPlaceholder } from '../../../cloudflare/worker-page.ts'
import type { Moment } from '../../../domain/cause.ts'
import type { CompletedExchange } from '../../../domain/exchange.ts'
import { matches } from '../../../domain/untrusted.ts'
import { hasExpectedStatus } from '../exchange.ts'
import { generatorOf, mentionsMaintenance } from '../generator.ts'
import { originHealthy } from '../origin.ts'
import { isReplaced } from '../pages/stand-in.ts'

/**
 * What kind of failure a Worker or Snippet has:
 * - `exception`, `limits`, `quota`, `missing`, `subrequest`: its code, its limits, its plan, its route, its requests.
 * - `platform`: Cloudflare's own failure to run it. `suspended`: Cloudflare stopped it. `arriving`: it is new, and not
 *   everywhere yet.
 * - `snippet-…`: the same of a Snippet.
 */
export type WorkerFailureKind =
  | 'exception'
  | 'limits'
  | 'quota'
  | 'missing'
  | 'subrequest'
  | 'platform'
  | 'suspended'
  | 'snippet-arriving'
  | 'snippet-limits'
  | 'snippet-exception'

interface WorkerFailure {
  /** Completes "Cloudflare returns code 1101: …". */
  readonly says: string
  readonly kind: WorkerFailureKind
}

/**
 * https://developers.cloudflare.com/workers/observability/errors/ (commit 010af5d of the docs), 1025 from
 * …/cloudflare-1xxx-errors/error-1025/ (41b6084), and 1201 to 1206 from
 * https://developers.cloudflare.com/rules/snippets/errors/ (0309c8b).
 */
const FAILURES: Readonly<Record<number, WorkerFailure>> = {
  1019: { says: 'a Worker called itself too many times', kind: 'subrequest' },
  1021: { says: 'a Worker requested a host that it is not allowed to request', kind: 'subrequest' },
  1024: {
    says: 'a Worker requested a Cloudflare host that it is not allowed to request',
    kind: 'subrequest',
  },
  1025: { says: 'the limits of the plan for Workers are reached', kind: 'quota' },
  1027: { says: 'the daily request limit is reached', kind: 'quota' },
  1042: {
    says: 'a Worker requested another Worker of the same zone at its public address, which is off by default',
    kind: 'subrequest',
  },
  1101: { says: 'a Worker threw an exception', kind: 'exception' },
  1102: { says: 'a Worker exceeded its CPU or memory limit', kind: 'limits' },
  1103: { says: 'the owner of the Worker must contact Cloudflare Support', kind: 'suspended' },
  // Seen in public responses. Cloudflare's page about 1104 describes another product.
  1104: { says: 'the route seems to point to a Worker that does not exist', kind: 'missing' },
  1201: { says: 'a Snippet requested the origin more than once', kind: 'snippet-exception' },
  1202: { says: 'a Snippet sent more subrequests than its plan allows', kind: 'snippet-limits' },
  1203: { says: 'a Snippet exceeded its CPU time limit', kind: 'snippet-limits' },
  1204: { says: 'a Snippet exceeded its memory limit', kind: 'snippet-limits' },
  1205: { says: 'a new Snippet is not active everywhere yet', kind: 'snippet-arriving' },
  1206: { says: 'a Snippet threw an exception', kind: 'snippet-exception' },
}

/** A blocked address, although its number is among those of Workers. */
const NOT_OF_WORKERS = 1106

/** What a code says about a Worker or a Snippet; undefined for other codes. */
export function workerFailureOf(code: number): WorkerFailure | undefined {
  const known = FAILURES[code]
  if (known !== undefined) return known
  // "Other 11xx errors generally indicate a problem with the Workers runtime itself."
  const ofRuntime = code >= 1100 && code <= 1199 && code !== NOT_OF_WORKERS
  return ofRuntime ? { says: "Cloudflare's Workers runtime failed", kind: 'platform' } : undefined
}

/**
 * Responses of Cloudflare's Containers library while no instance can respond: `There is no Container instance available
 * at this time.` (503), `Failed to start container: …` (500), and the runtime's own words for the same.
 */
const CONTAINER_STARTING =
  /^\s*(There is no Container instance available at this time|Failed to start container\b|Error proxying request to container: (The container is not running|the container is not listening))|there is no container instance that can be provided to this durable object|"code"\s*:\s*"CONTAINER_UNAVAILABLE"/i

function saysContainerStarts(exchange: Moment['edge']): boolean {
  return exchange?.kind === 'completed' && matches(exchange.body.text, CONTAINER_STARTING)
}

/**
 * The 5xx of a Worker without a code of Cloudflare's. `container`: its instances are starting. `own-response`: an error
 * that a Worker or a Snippet returns instead of the origin's response.
 */
export function workerResponseOf(moment: Moment): 'container' | 'own-response' | undefined {
  const { edge, origin } = moment
  if (edge?.kind !== 'completed' || edge.head.status < 500 || hasExpectedStatus(moment, edge)) return
  if (edgeErrorIn(edge) !== undefined || challengeIn(edge) !== undefined || isWorkerPlaceholder(edge)) return
  if (isReplaced(moment, edge)) return
  // An origin that says the same is not a Container.
  if (saysContainerStarts(edge) && !saysContainerStarts(origin)) return 'container'
  return madeAtEdge(edge) && isOwnError(edge) && originHealthy(moment) ? 'own-response' : undefined
}

/**
 * Not 502 and 504, which Cloudflare also returns without a page; not what another server's page identifies; and not an
 * announcement of maintenance.
 */
function isOwnError(edge: CompletedExchange): boolean {
  const { status } = edge.head
  if (status === 502 || status === 504 || edge.body.bytes === 0) return false
  return generatorOf(edge) === undefined && !mentionsMaintenance(edge)
}
