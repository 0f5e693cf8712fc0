import { errorCode } from '../../shared/errors.ts'
import { isCommit } from '../api/commit-id.ts'
import { readFileSync } from 'node:fs'
import { subjectOf } from './subject.ts'

export type Env = Readonly<Record<string, string | undefined>>

/** What is wrong with something we were given, in a sentence for the person who gave it. */
export interface Problem {
  readonly input: string
  readonly text: string
}

/** What started the run, and where its results belong. */
export interface Event {
  readonly name: string
  readonly owner: string
  readonly repo: string
  /** What the run was started for; on a pull request that is the merge commit, which nobody sees. */
  readonly sha: string
  /** The commit that people see: the pull request's head, the deployed commit, else `sha`. */
  readonly headSha: string
  /** The pull request of the event itself. */
  readonly prNumber: number | undefined
  /** The event names a pull request, and `headSha` is not of it. */
  readonly headUnknown: boolean
  /** The branch that `headSha` is from, `owner:branch`, where that is in another repository. */
  readonly forkHead: string | undefined
  /** The deployment of the event itself. */
  readonly deployment: number | undefined
  /** The event tells of a deployment status that Origin Gate has set. */
  readonly echo: boolean
  /** The run belongs to a pull request from another repository, so that its token may only read. */
  readonly fork: boolean
  readonly runId: number
  readonly runAttempt: number
  readonly runNumber: number
  readonly workflow: string
  readonly job: string
  /** URLs end without a slash. */
  readonly serverUrl: string
  readonly apiUrl: string
  readonly graphqlUrl: string
  /** The page of this attempt of the run. */
  readonly runUrl: string
}

/**
 * Reads the runner's variables and the event file. The library's own `context` throws on a malformed file while it is imported;
 * this names what is wrong instead.
 */
export function readEvent(env: Env): Event | Problem {
  const payload = payloadOf(env['GITHUB_EVENT_PATH'] ?? '')
  if ('problem' in payload) return { input: 'GITHUB_EVENT_PATH', text: payload.problem }

  const [owner, repo] =
    /^([\w-]{1,100})\/([\w.-]{1,100})$/.exec(env['GITHUB_REPOSITORY'] ?? '')?.slice(1) ?? []
  if (owner === undefined || repo === undefined || /^\.+$/.test(repo)) {
    return refused(env, 'GITHUB_REPOSITORY', 'owner/repository, such as octocat/hello-world')
  }
  const sha = env['GITHUB_SHA'] ?? ''
  if (!isCommit(sha))
    return refused(env, 'GITHUB_SHA', "a commit's full id in lower case, 40 or 64 hex digits")
  const runId = countOf(env['GITHUB_RUN_ID'])
  if (runId === undefined) return refused(env, 'GITHUB_RUN_ID', 'the number of the run')
  const runAttempt = countOf(env['GITHUB_RUN_ATTEMPT']) ?? 1

  const serverUrl = urlOf(env['GITHUB_SERVER_URL'], 'https://github.com')
  if (serverUrl === undefined) return refused(env, 'GITHUB_SERVER_URL', 'an http(s) URL')
  const apiUrl = urlOf(env['GITHUB_API_URL'], 'https://api.github.com')
  if (apiUrl === undefined) return refused(env, 'GITHUB_API_URL', 'an http(s) URL')
  const graphqlUrl = urlOf(env['GITHUB_GRAPHQL_URL'], `${apiUrl.replace(/\/v3$/, '')}/graphql`)
  if (graphqlUrl === undefined) return refused(env, 'GITHUB_GRAPHQL_URL', 'an http(s) URL')

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
    echo: subject.echo ?? false,
    fork: subject.fork,
    runId,
    runAttempt,
    runNumber: countOf(env['GITHUB_RUN_NUMBER']) ?? 1,
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    job: env['GITHUB_JOB'] ?? '',
    serverUrl,
    apiUrl,
    graphqlUrl,
    runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
  }
}

const HELP =
  'The Actions runner sets it to the JSON file of the event. If no runner started this, the command is probably what you want: `origin-gate --url …`'

function payloadOf(path: string): { readonly value: object } | { readonly problem: string } {
  if (path === '') return { problem: `GITHUB_EVENT_PATH is not set. ${HELP}` }
  const given = `GITHUB_EVENT_PATH is ${quoted(path)}`
  const mend =
    'Accepted is the JSON object that the runner wrote. An earlier step probably changed the file or the variable'
  let text
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    return { problem: `${given}, which cannot be read (${errorCode(error) ?? 'unknown error'}). ${HELP}` }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // The parser's message quotes the file, and the file may hold anything.
    return { problem: `${given}, a file of ${text.length} characters that is not JSON. ${mend}` }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`
    return { problem: `${given}, which holds ${kind}. ${mend}` }
  }
  return { value }
}

function refused(env: Env, input: string, accepted: string): Problem {
  const value = env[input]
  const given = value === undefined || value === '' ? 'is not set' : `is ${quoted(value)}`
  return { input, text: `${input} ${given}. Accepted is ${accepted}, as the Actions runner sets it` }
}

/** On one line, bounded, with control characters escaped. */
function quoted(value: string): string {
  return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value)
}

function countOf(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined
}

/** Undefined when it is no URL that a token may be sent to. */
function urlOf(text: string | undefined, fallback: string): string | undefined {
  const url = URL.parse(text === undefined || text === '' ? fallback : text)
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return undefined
  return (url.origin + url.pathname).replace(/\/+$/, '')
}
