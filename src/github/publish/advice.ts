import { matches, quote, redactedSentence } from '../../domain/untrusted.ts'
import { clean, cut } from '../../redact/visible.ts'
import type { PublishConfig } from '../../domain/config.ts'
import type { Thread } from '../api/api.ts'
import type { ApiFailure } from '../api/failure.ts'
import type { Event } from '../event/event.ts'
import type { WorkOptions } from '../types.ts'

/** Where we write. */
export type Destination =
  | Thread
  | { readonly kind: 'check'; readonly sha: string }
  | { readonly kind: 'deployment'; readonly sha: string }

type Kind = Destination['kind']
type Job = Pick<WorkOptions, 'event' | 'config' | 'redact'>

const NOUNS = {
  pull: 'comment',
  commit: 'comment',
  check: 'check run',
  deployment: 'deployment status',
} as const satisfies Record<Kind, string>

/** For requests that GitHub did not complete within the time limit. They may have succeeded. */
export const TIMEOUT_WARNINGS = {
  comment: timeoutWarning('comment', 'out of date'),
  check: timeoutWarning('check run', 'still in progress'),
  deployment: timeoutWarning('deployment status', 'still in progress'),
} as const

function timeoutWarning(noun: string, state: string): string {
  return `The verdict stands, but GitHub did not respond in time. The ${noun} may be missing, ${state}, or already correct.`
}

export const NO_TOKEN_WARNING =
  "The verdict stands, but nothing was written to GitHub: `github-token` is empty. Remove the input to use the job's token, or check that the secret it comes from exists."

/** A warning that says why something could not be written, and how to fix that. */
export function failureWarning(failure: ApiFailure, job: Job, destination: Destination): string {
  return `The verdict stands, but ${nameOf(destination)} could not be written: ${reason(failure, job, destination)}`
}

export function noDeploymentWarning({ headSha }: Event): string {
  return (
    `The verdict stands, but no deployment status was written: commit ${headSha.slice(0, 7)} has no deployment. ` +
    "Create one before this step, with the job's `environment` key or with the API, or remove the `deployment-status` input."
  )
}

function nameOf(destination: Destination): string {
  const noun = NOUNS[destination.kind]
  return destination.kind === 'pull'
    ? `the ${noun} on pull request ${destination.number}`
    : `the ${noun} on commit ${destination.sha.slice(0, 7)}`
}

function reason(failure: ApiFailure, job: Job, destination: Destination): string {
  const { kind, status, retryAfter, url = job.event.apiUrl } = failure
  const message = shownMessage(failure, job)
  const details = message === '' ? '' : ` (${message})`
  const response = `GitHub responded ${status ?? 'nothing'}${details}.`
  switch (kind) {
    case 'lost':
      if (failure.reason !== undefined) return `${failure.reason}. Rerun the job, or read the job summary.`
      return status === undefined
        ? `the connection to ${url} failed${details}. Rerun the job, or read the job summary.`
        : `${response} Rerun the job, or check https://www.githubstatus.com.`
    case 'rate-limited': {
      const time = retryAfter === undefined ? '' : ` for another ${Math.ceil(retryAfter / 1000)} s`
      return `${response} Its rate limit is exhausted${time}. A later run will write the ${NOUNS[destination.kind]}.`
    }
    case 'unauthorized':
      return `${response} The token is not valid. Set \`github-token\` to a valid one, or remove the input to use the job's token.`
    case 'forbidden':
      return `${response} ${permissionAdvice(failure, job, destination)}`
    case 'not-found':
      return `${response} ${notFoundAdvice(job, destination)}`
    case 'unprocessable':
    case 'other':
      return status === undefined ? `${message}.` : `${response} The report is in the job summary.`
    default:
      return kind satisfies never
  }
}

/** Characters of a message. */
const MAX_MESSAGE = 300

/** GitHub's message on one line, without a period at its end. It may repeat what we sent, so it is redacted first. */
function shownMessage({ message }: ApiFailure, { redact }: Job): string {
  const shown = redact(clean(redactedSentence(quote(message), redact))).replaceAll(TOKENS, '***')
  return cut(shown, MAX_MESSAGE).replace(/\.$/, '')
}

/** The formats of GitHub's tokens. A proxy may repeat one that is not ours. */
const TOKENS = /\b(?:gh[a-z]_|github_pat_)\w{16,}/gu

/** https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
function permissionAdvice({ message }: ApiFailure, { event, config }: Job, destination: Destination): string {
  if (matches(message, /\block(ed)?\b/i)) return 'Unlock the conversation, or read the job summary.'
  if (event.fork) {
    return (
      'The pull request comes from a fork, so the token of this run is read-only. ' +
      'Publish from a second workflow on the event `workflow_run`, or read the job summary.'
    )
  }
  if (destination.kind === 'check' && matches(message, /personal access token|via a GitHub App/i)) {
    return "Only the token of a GitHub App can write check runs. Remove the `github-token` input to use the job's token."
  }
  const also = destination.kind === 'commit' ? COMMIT_ADVICE : ''
  return `${also}Add to the job:\n${permissionsFor(destination, config)}`
}

/**
 * GitHub documents `contents: read` for creating a comment on a commit. Workflows report that it was not enough for
 * the job's token: https://github.com/github/docs/issues/35024, https://github.com/web-infra-dev/rspack/pull/13611.
 * Disabled comments give the same response: https://github.com/github/docs/issues/43937.
 */
const COMMIT_ADVICE =
  'GitHub documents `contents: read` for creating a comment on a commit, but has rejected job tokens without `write`. ' +
  'Repositories can also disable comments on commits. '

function notFoundAdvice({ event, config }: Job, destination: Destination): string {
  const missing = missingIn(`${event.owner}/${event.repo}`, destination)
  return `Either ${missing}, or the token cannot see it. In the second case, add to the job:\n${permissionsFor(destination, config)}`
}

function missingIn(repository: string, destination: Destination): string {
  switch (destination.kind) {
    case 'pull':
      return `${repository} has no pull request ${destination.number} (see the \`pr-number\` input)`
    case 'commit':
    case 'check':
      return `${repository} does not have the commit`
    case 'deployment':
      return `the deployment was deleted from ${repository}`
    default:
      return destination satisfies never
  }
}

/**
 * The lines for a workflow file, for this destination and for all others that the inputs name: a `permissions` key
 * removes every permission that it doesn't list. Hence also the line for checkout.
 */
function permissionsFor(
  { kind }: Destination,
  { comment, commentTarget, checkRun, deploymentStatus }: PublishConfig,
): string {
  const commentKind = commentTarget === 'commit' ? 'commit' : 'pull'
  const commentListed = comment === 'never' || kind === 'pull' || kind === 'commit'
  const kinds: readonly Kind[] = [
    kind,
    ...(commentListed ? [] : ([commentKind] as const)),
    ...(checkRun ? (['check'] as const) : []),
    ...(deploymentStatus ? (['deployment'] as const) : []),
  ]
  const lines = [...new Set(kinds)].map((each) => `  ${PERMISSIONS[each]}\n`)
  const checkout = kinds.includes('commit') ? '' : '  contents: read # for actions/checkout\n'
  // Without this permission, `auto` finds no pull request and chooses the commit.
  const pull = kind === 'commit' && commentTarget === 'auto' ? `  ${PERMISSIONS.pull} # ${PULL_REASON}\n` : ''
  return `permissions:\n${lines.join('')}${checkout}${pull}`
}

const PULL_REASON = 'the comment then goes to the pull request, if the commit has one'

const PERMISSIONS = {
  pull: 'pull-requests: write',
  commit: 'contents: read # or write, which also keeps one comment up to date',
  check: 'checks: write',
  deployment: 'deployments: write',
} as const satisfies Record<Kind, string>
