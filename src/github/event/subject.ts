import { countIn, member, listIn, textIn } from '../../shared/json.ts'
import { commitIn } from '../api/commit-id.ts'

/** Every description of a deployment status that we write starts with this. */
export const STATUS_PREFIX = 'Origin Gate: '

export function isOwnStatus(description: string): boolean {
  return description.startsWith(STATUS_PREFIX)
}

/** What an event is about, as far as its payload tells. */
export interface Subject {
  /** The commit that people see, where it is not the one the run was started for. */
  readonly headSha?: string | undefined
  readonly prNumber?: number | undefined
  /** The branch that the commit is from, `owner:branch`, where that is in another repository. */
  readonly forkHead?: string | undefined
  /** The deployment of the event itself. */
  readonly deployment?: number | undefined
  /** The event tells of a status that Origin Gate has set. */
  readonly echo?: boolean
  /** The run belongs to a pull request from another repository, so that its token may only read. */
  readonly fork: boolean
}

/**
 * `name` is the event's; `ref` is GITHUB_REF.
 * The name decides which part of the payload speaks: a `deployment_status` may carry a `workflow_run` too.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
export function subjectOf(name: string, payload: unknown, ref: string): Subject {
  switch (name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return { ...pullIn(payload), fork: fromFork(payload) }
    case 'pull_request_target':
      return { ...pullIn(payload), fork: false }
    case 'workflow_run':
      return { ...workflowRunIn(payload), fork: false }
    case 'deployment':
    case 'deployment_status':
      return {
        headSha: commitIn(payload, 'deployment', 'sha'),
        deployment: countIn(payload, 'deployment', 'id'),
        echo: isOwnStatus(textIn(payload, 'deployment_status', 'description') ?? ''),
        fork: false,
      }
    case 'issue_comment':
      return {
        prNumber:
          member(payload, 'issue', 'pull_request') === undefined
            ? undefined
            : countIn(payload, 'issue', 'number'),
        fork: false,
      }
    case 'merge_group':
      return {
        headSha: commitIn(payload, 'merge_group', 'head_sha'),
        prNumber: queuedPull(textIn(payload, 'merge_group', 'head_ref') ?? ref),
        fork: false,
      }
    default:
      return { fork: false }
  }
}

function pullIn(payload: unknown): Omit<Subject, 'fork'> {
  return {
    headSha: commitIn(payload, 'pull_request', 'head', 'sha'),
    prNumber: countIn(payload, 'pull_request', 'number'),
  }
}

/** The head repository is null once the fork is deleted. */
function fromFork(payload: unknown): boolean {
  const base = countIn(payload, 'pull_request', 'base', 'repo', 'id')
  return base !== undefined && countIn(payload, 'pull_request', 'head', 'repo', 'id') !== base
}

/** The list also names pull requests of other repositories that share the branch, and older ones of the same branch. */
function workflowRunIn(payload: unknown): Omit<Subject, 'fork'> {
  const headSha = commitIn(payload, 'workflow_run', 'head_sha')
  const home = countIn(payload, 'repository', 'id')
  const ours = listIn(payload, ['workflow_run', 'pull_requests']).filter(
    (pull) => (countIn(pull, 'base', 'repo', 'id') ?? home) === home,
  )
  const pull = ours.find((pull) => commitIn(pull, 'head', 'sha') === headSha) ?? ours[0]
  return { headSha, prNumber: countIn(pull, 'number'), forkHead: forkHeadIn(payload) }
}

/** GitHub leaves the list of pull requests empty for a run whose branch is in a fork. */
function forkHeadIn(payload: unknown): string | undefined {
  const home = countIn(payload, 'repository', 'id')
  const from = countIn(payload, 'workflow_run', 'head_repository', 'id')
  if (home === undefined || from === undefined || from === home) return undefined
  const owner = textIn(payload, 'workflow_run', 'head_repository', 'owner', 'login')
  const branch = textIn(payload, 'workflow_run', 'head_branch')
  return owner === undefined || branch === undefined ? undefined : `${owner}:${branch}`
}

/** From `refs/heads/gh-readonly-queue/main/pr-123-<commit>`; the base branch may hold slashes. */
function queuedPull(ref: string): number | undefined {
  const digits = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-[0-9a-f]+$/.exec(ref)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
