import type { PublishConfig } from '../../domain/config.ts'
import type { Thread } from '../api/api.ts'
import type { Event } from '../event/event.ts'
import type { Failure } from '../api/failure.ts'

/** What we could not write, and where it belongs. */
export type Place =
  | Thread
  | { readonly kind: 'check'; readonly sha: string }
  | { readonly kind: 'deployment'; readonly sha: string }

/** For whom we write. */
interface For {
  readonly event: Event
  readonly config: PublishConfig
}

const NOUNS = {
  pull: 'comment',
  commit: 'comment',
  check: 'check run',
  deployment: 'deployment status',
} as const satisfies Record<Place['kind'], string>

/** For what GitHub did not answer within the bound. */
export const LATE = {
  comment:
    'The verdict stands, but GitHub took too long: the comment is old, missing, or written without an answer that came in time.',
  check:
    'The verdict stands, but GitHub took too long: the check run is missing, still in progress, or written without an answer that came in time.',
  deployment:
    'The verdict stands, but GitHub took too long: the deployment status is missing, still in progress, or written without an answer that came in time.',
} as const

export const TOKENLESS =
  'The verdict stands, but nothing was written to GitHub: `github-token` is empty. Leave the input out to use the token of the job, or see that the secret it comes from exists.'

/** Why something was not written and what mends it, for a warning. */
export function adviceOn(failure: Failure, to: For, place: Place): string {
  return `The verdict stands, but no ${NOUNS[place.kind]} was written ${placeOf(place)}: ${reasonOf(failure, to, place)}`
}

/** Why a status was demanded and none was set. */
export function withoutDeployment({ headSha }: Event): string {
  return (
    `The verdict stands, but no deployment status was written: commit ${headSha.slice(0, 7)} has no deployment. ` +
    'Make one before this step, with the key `environment` of a job or by the API, or leave out deployment-status.'
  )
}

function reasonOf(failure: Failure, to: For, place: Place): string {
  const { kind, status, said, pause } = failure
  const answer = `GitHub answered ${status ?? 'nothing'}${said === '' ? '' : ` (${said})`}.`
  switch (kind) {
    case 'lost':
      return status === undefined
        ? `the connection to ${to.event.apiUrl} failed${said === '' ? '' : ` (${said})`}. Run the job again, or see the job summary.`
        : `${answer} Run the job again, or see https://www.githubstatus.com.`
    case 'rate-limited': {
      const wait = pause === undefined ? '' : ` for another ${Math.ceil(pause / 1000)} s`
      return `${answer} Its rate limit is used up${wait}. A later run writes the ${NOUNS[place.kind]}.`
    }
    case 'unauthorized':
      return `${answer} It does not accept the token. Give the input github-token a valid one, or leave it out to use that of the job.`
    case 'forbidden':
      return `${answer} ${permissionAdvice(said, to, place)}`
    case 'not-found':
      return `${answer} ${notFoundAdvice(to, place)}`
    case 'unprocessable':
    case 'other':
      return status === undefined ? `${said}.` : `${answer} The report is in the job summary.`
    default:
      return kind satisfies never
  }
}

/** https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
function permissionAdvice(said: string, { event, config }: For, place: Place): string {
  if (/\block(ed)?\b/i.test(said)) return 'Unlock the conversation, or see the job summary.'
  if (event.fork) {
    return (
      'The pull request comes from a fork, and the token of such a run may only read. ' +
      'Post from a second workflow on the event workflow_run, or see the job summary.'
    )
  }
  if (place.kind === 'check' && /personal access token|via a GitHub App/i.test(said)) {
    return 'Only the token of a GitHub App may write check runs: leave the input github-token out to use that of the job.'
  }
  return `Add to the job:\n${permissionsFor(place, config)}`
}

function notFoundAdvice({ event, config }: For, place: Place): string {
  const home = `${event.owner}/${event.repo}`
  return `Either ${missingIn(home, place)} Or the token may not see it; then add to the job:\n${permissionsFor(place, config)}`
}

function missingIn(home: string, place: Place): string {
  switch (place.kind) {
    case 'pull':
      return `${home} has no pull request ${place.number}: see the input pr-number.`
    case 'commit':
    case 'check':
      return `${home} does not have the commit.`
    case 'deployment':
      return `the deployment is gone from ${home}.`
    default:
      return place satisfies never
  }
}

/**
 * The lines for a workflow file, with what else the inputs demand: naming one permission takes the others away, hence the
 * reminder for checkout.
 */
function permissionsFor(
  place: Place,
  { comment, commentTarget, checkRun, deploymentStatus }: PublishConfig,
): string {
  const commenting = commentTarget === 'commit' ? 'commit' : 'pull'
  const kinds: readonly Place['kind'][] = [
    place.kind,
    ...(comment === 'never' || place.kind === 'pull' || place.kind === 'commit'
      ? []
      : ([commenting] as const)),
    ...(checkRun ? (['check'] as const) : []),
    ...(deploymentStatus ? (['deployment'] as const) : []),
  ]
  const lines = [...new Set(kinds)].map((kind) => `  ${PERMISSIONS[kind]}\n`)
  const checkout = kinds.includes('commit') ? '' : '  contents: read # for actions/checkout\n'
  return `permissions:\n${lines.join('')}${checkout}`
}

const PERMISSIONS = {
  pull: 'pull-requests: write',
  commit: 'contents: write',
  check: 'checks: write',
  deployment: 'deployments: write',
} as const satisfies Record<Place['kind'], string>

function placeOf(place: Place): string {
  return place.kind === 'pull' ? `on pull request ${place.number}` : `on commit ${place.sha.slice(0, 7)}`
}
