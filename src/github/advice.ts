import type { Thread } from './api.ts'
import type { Event } from './event.ts'
import type { Failure } from './failure.ts'

/** Why there is no comment and what mends it, for a warning. `thread` is undefined while we still looked for the pull request. */
export function adviceOn(failure: Failure, event: Event, thread: Thread | undefined): string {
  return `The verdict stands, but no comment was written ${placeOf(thread, event)}: ${reasonOf(failure, event, thread)}`
}

function reasonOf({ kind, status, said }: Failure, event: Event, thread: Thread | undefined): string {
  const answer = `GitHub answered ${status ?? 'nothing'}${said === '' ? '' : ` (${said})`}.`
  switch (kind) {
    case 'lost':
      return status === undefined
        ? `the connection to ${event.apiUrl} failed${said === '' ? '' : ` (${said})`}. Run the job again, or see the job summary.`
        : `${answer} Run the job again, or see https://www.githubstatus.com.`
    case 'rate-limited':
      return `${answer} Its rate limit is used up. A later run writes the comment.`
    case 'unauthorized':
      return `${answer} It does not accept the token. Give the input github-token a valid one, or leave it out to use that of the job.`
    case 'forbidden':
      return `${answer} ${permissionAdvice(said, event, thread)}`
    case 'not-found':
      return `${answer} ${notFoundAdvice(event, thread)}`
    case 'unprocessable':
    case 'other':
      return status === undefined ? `${said}.` : `${answer} The report is in the job summary.`
    default:
      return kind satisfies never
  }
}

/** https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
function permissionAdvice(said: string, event: Event, thread: Thread | undefined): string {
  if (/\block(ed)?\b/i.test(said)) return 'Unlock the conversation, or see the job summary.'
  if (event.fork) {
    return (
      'The pull request comes from a fork, and the token of such a run may only read. ' +
      'Post from a second workflow on the event workflow_run, or see the job summary.'
    )
  }
  return `Add to the job:\n${permissionsFor(thread)}`
}

function notFoundAdvice(event: Event, thread: Thread | undefined): string {
  const home = `${event.owner}/${event.repo}`
  const missing =
    thread?.kind === 'pull'
      ? `Either ${home} has no pull request ${thread.number}: see the input pr-number. Or`
      : `Either ${home} does not have the commit. Or`
  return `${missing} the token may not see it; then add to the job:\n${permissionsFor(thread)}`
}

/** The lines for a workflow file. Naming one permission takes the others away, hence the reminder for checkout. */
function permissionsFor(thread: Thread | undefined): string {
  return thread?.kind === 'commit'
    ? 'permissions:\n  contents: write\n'
    : 'permissions:\n  pull-requests: write\n  contents: read # for actions/checkout\n'
}

function placeOf(thread: Thread | undefined, event: Event): string {
  if (thread?.kind === 'pull') return `on pull request ${thread.number}`
  return `on commit ${(thread?.sha ?? event.headSha).slice(0, 7)}`
}
