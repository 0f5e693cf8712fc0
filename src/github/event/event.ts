import { readBounded } from '../../files/read.ts'
import { parseJson } from '../../shared/json.ts'
import { isCommit } from '../../shared/text.ts'
import { subjectOf } from './subject.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** What is wrong with a variable, and how to fix it. */
export interface EventProblem {
  readonly input: string
  readonly text: string
}

/** What started the run, and where its results belong. */
export interface Event {
  readonly name: string
  readonly owner: string
  readonly repo: string
  /** The commit that the run was started for. On a pull request this is the merge commit, which no one sees. */
  readonly sha: string
  /** The commit that people see: the pull request's head, the deployed commit, else `sha`. */
  readonly headSha: string
  /** The number of the event's pull request. */
  readonly prNumber: number | undefined
  /** Whether the event names a pull request, but not its head commit. Then `headSha` is not the head. */
  readonly headUnknown: boolean
  /** The branch of `headSha`, as `owner:branch`, if it is in a fork. */
  readonly forkHead: string | undefined
  /** The id of the event's deployment. */
  readonly deployment: number | undefined
  /** Whether the event reports a deployment status that Origin Gate set. */
  readonly selfTriggered: boolean
  /** Whether the run's token is read-only, because the pull request comes from a fork. */
  readonly fork: boolean
  readonly runId: number
  readonly runAttempt: number
  readonly runNumber: number
  readonly workflow: string
  readonly job: string
  /** URLs have no slash at the end. */
  readonly serverUrl: string
  readonly apiUrl: string
  readonly graphqlUrl: string
  /** The page of this attempt of the run. */
  readonly runUrl: string
}

/**
 * Reads the runner's variables and the event file. `@actions/github` has a `context` for this, but it throws during its
 * import if the file is malformed, and can't say what is wrong.
 */
export function readEvent(env: Env): Event | EventProblem {
  const payload = readPayload(env['GITHUB_EVENT_PATH'] ?? '')
  if ('problem' in payload) return { input: 'GITHUB_EVENT_PATH', text: payload.problem }

  const [owner, repo] =
    /^([\w-]{1,100})\/([\w.-]{1,100})$/.exec(env['GITHUB_REPOSITORY'] ?? '')?.slice(1) ?? []
  if (owner === undefined || repo === undefined || /^\.+$/.test(repo)) {
    return invalid(env, 'GITHUB_REPOSITORY', 'owner/repository, such as octocat/hello-world')
  }
  const sha = env['GITHUB_SHA'] ?? ''
  if (!isCommit(sha))
    return invalid(env, 'GITHUB_SHA', 'the full id of a commit, 40 or 64 hex digits in lower case')
  const runId = positiveInteger(env['GITHUB_RUN_ID'])
  if (runId === undefined) return invalid(env, 'GITHUB_RUN_ID', 'the id of the run, a number')
  const runAttempt = positiveInteger(env['GITHUB_RUN_ATTEMPT']) ?? 1

  const serverUrl = httpUrl(env['GITHUB_SERVER_URL'], 'https://github.com')
  if (serverUrl === undefined) return invalid(env, 'GITHUB_SERVER_URL', 'an http(s) URL')
  const apiUrl = httpUrl(env['GITHUB_API_URL'], 'https://api.github.com')
  if (apiUrl === undefined) return invalid(env, 'GITHUB_API_URL', 'an http(s) URL')
  const graphqlUrl = httpUrl(env['GITHUB_GRAPHQL_URL'], `${apiUrl.replace(/\/v3$/, '')}/graphql`)
  if (graphqlUrl === undefined) return invalid(env, 'GITHUB_GRAPHQL_URL', 'an http(s) URL')

  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const subject = subjectOf(name, payload.value, env['GITHUB_REF'] ?? '')
  return {
    name,
    owner,
    repo,
    sha,
    headSha: subject.headSha ?? sha,
    prNumber: subject.prNumber,
    headUnknown: subject.prNumber !== undefined && subject.headSha === undefined,
    forkHead: subject.forkHead,
    deployment: subject.deployment,
    selfTriggered: subject.selfTriggered ?? false,
    fork: subject.fork,
    runId,
    runAttempt,
    runNumber: positiveInteger(env['GITHUB_RUN_NUMBER']) ?? 1,
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    job: env['GITHUB_JOB'] ?? '',
    serverUrl,
    apiUrl,
    graphqlUrl,
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
  }
}

/** The event of a run whose results belong to another commit. What the event says about its own no longer counts. */
export function eventOfCommit(event: Event, commit: string | undefined): Event {
  // Without a known head, `headSha` is the commit of the run, and not that of the event's pull request.
  if (commit === undefined || (commit === event.headSha && !event.headUnknown)) return event
  return {
    ...event,
    headSha: commit,
    prNumber: undefined,
    headUnknown: false,
    forkHead: undefined,
    deployment: undefined,
  }
}

const NOT_A_RUNNER =
  'The Actions runner sets it to the JSON file of the event. Outside a runner, use the command: `origin-gate --url …`.'

/** Bytes. GitHub limits a payload to 25 MB. */
const MAX_EVENT_SIZE = 32 * 1024 * 1024

function readPayload(path: string): { readonly value: object } | { readonly problem: string } {
  if (path === '') return { problem: `GITHUB_EVENT_PATH is not set. ${NOT_A_RUNNER}` }
  const value = `GITHUB_EVENT_PATH is ${quoted(path)}`
  const fix =
    'It must be the JSON object that the runner wrote. An earlier step probably changed the file or the variable.'
  const file = readBounded(path, MAX_EVENT_SIZE)
  if (!file.ok) return { problem: `${value}, which ${file.fault}. ${NOT_A_RUNNER}` }
  const text = file.bytes.toString('utf8')
  const payload = parseJson(text)
  if (payload === undefined) {
    // Without the parser's message, which quotes the file: the file can contain anything.
    return { problem: `${value}, a file of ${text.length} characters that is not JSON. ${fix}` }
  }
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    const type = payload === null ? 'null' : Array.isArray(payload) ? 'a list' : `a ${typeof payload}`
    return { problem: `${value}, which holds ${type}. ${fix}` }
  }
  return { value: payload }
}

function invalid(env: Env, input: string, expected: string): EventProblem {
  const value = env[input]
  const state = value === undefined || value === '' ? 'is not set' : `is ${quoted(value)}`
  return { input, text: `${input} ${state}. The Actions runner sets it to ${expected}.` }
}

/** On one line, bounded, with control characters escaped. */
function quoted(value: string): string {
  return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value)
}

function positiveInteger(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined
}

/** Undefined if it is not a URL that a token may be sent to. */
function httpUrl(text: string | undefined, fallback: string): string | undefined {
  const url = URL.parse(text === undefined || text === '' ? fallback : text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return undefined
  return (url.origin + url.pathname).replace(/\/+$/, '')
}
