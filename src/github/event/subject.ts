import { countIn, listIn, member, textIn } from '../../shared/json.ts'
import { commitIn } from '../api/commit-id.ts'

/** Every description of a deployment status that we write starts with this. */
export const STATUS_PREFIX = 'Origin Gate: '

export function isOwnStatus(description: string): boolean {
  return description.startsWith(STATUS_PREFIX)
}

/** What an event is about, according to its payload. */
export interface Subject {
  /** The commit that people see, if it is not the one that the run was started for. */
  readonly headSha?: string | undefined
  readonly prNumber?: number | undefined
  /** The commit's branch, as `owner:branch`, if it is in a fork. */
  readonly forkHead?: string | undefined
  /** The id of the event's deployment. */
  readonly deployment?: number | undefined
  /** Whether the event reports a status that Origin Gate set. */
  readonly selfTriggered?: boolean
  /** Whether the run's token is read-only, because the pull request comes from a fork. */
  readonly fork: boolean
}

/**
 * The event's name decides which part of the payload counts: a `deployment_status` can contain a `workflow_run` too.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 *
 * @param ref GITHUB_REF
 */
export function subjectOf(name: string, payload: unknown, ref: string): Subject {
  switch (name) {
    case 'pull_request':
    case 'pull_request_review':
    case 'pull_request_review_comment':
      return { ...pullIn(payload), fork: isFromFork(payload) }
    case 'pull_request_target':
      return { ...pullIn(payload), fork: false }
    case 'workflow_run':
      return { ...workflowRunIn(payload), fork: false }
    case 'deployment':
    case 'deployment_status':
      return {
        headSha: commitIn(payload, 'deployment', 'sha'),
        deployment: countIn(payload, 'deployment', 'id'),
        selfTriggered: isOwnStatus(textIn(payload, 'deployment_status', 'description') ?? ''),
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

/** The head repository is null after the fork was deleted. */
function isFromFork(payload: unknown): boolean {
  const base = countIn(payload, 'pull_request', 'base', 'repo', 'id')
  return base !== undefined && countIn(payload, 'pull_request', 'head', 'repo', 'id') !== base
}

/** The list can also contain older pull requests of the same branch, and those of other repositories that share it. */
function workflowRunIn(payload: unknown): Omit<Subject, 'fork'> {
  const headSha = commitIn(payload, 'workflow_run', 'head_sha')
  const repository = countIn(payload, 'repository', 'id')
  const local = listIn(payload, ['workflow_run', 'pull_requests']).filter(
    (pull) => (countIn(pull, 'base', 'repo', 'id') ?? repository) === repository,
  )
  const pull = local.find((each) => commitIn(each, 'head', 'sha') === headSha) ?? local[0]
  return { headSha, prNumber: countIn(pull, 'number'), forkHead: forkHeadIn(payload) }
}

/** GitHub leaves the list of pull requests empty when the run's branch is in a fork. */
function forkHeadIn(payload: unknown): string | undefined {
  const repository = countIn(payload, 'repository', 'id')
  const head = countIn(payload, 'workflow_run', 'head_repository', 'id')
  if (repository === undefined || head === undefined || head === repository) return undefined
  const owner = textIn(payload, 'workflow_run', 'head_repository', 'owner', 'login')
  const branch = textIn(payload, 'workflow_run', 'head_branch')
  return owner === undefined || branch === undefined ? undefined : `${owner}:${branch}`
}

/** From `refs/heads/gh-readonly-queue/main/pr-123-<commit>`. The base branch can contain slashes. */
function queuedPull(ref: string): number | undefined {
  const digits = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-[0-9a-f]+$/.exec(ref)?.[1]
  return digits === undefined ? undefined : Number(digits)
}
