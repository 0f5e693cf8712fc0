import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { Server } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { addComment, respondTo, type LabComment, type LabPull, type LabRepository } from './comments.ts'
import type { LabCheckRun } from './checks.ts'
import { emptyGit, type LabActivity, type LabGit } from './branches.ts'
import type { LabDeployment } from './deployments.ts'
import { addIssue, type LabIssue } from './issues.ts'
import type { Credentials } from '../tls/certificates.ts'
import type { LabPermissions } from './permissions.ts'
import type { LabRequest } from './request.ts'
import { listen, type Listening } from '../network/listen.ts'
export { NOT_ACCESSIBLE } from './request.ts'

/**
 * A fault in place of the usual response.
 * - An object with `status`: this response.
 * - `reset`: the connection is reset before anything is done; `reset-after-write`: once it is done.
 * - `silence`: no response. `endless`: a response whose body never ends, slowly. `flood`: fast.
 * - `delay`: the usual response after this many milliseconds; `after`: once the promise settles.
 */
export type Fault =
  | { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
  | { readonly delay: number }
  | { readonly after: Promise<unknown> }
  | 'reset'
  | 'reset-after-write'
  | 'silence'
  | 'endless'
  | 'flood'

export interface LabGithubOptions {
  /** `/api/v3` makes it a GitHub Enterprise Server, with GraphQL at `/api/graphql`. */
  readonly prefix?: string
  /** The only token that it accepts. */
  readonly token?: string
  /** The token's user. */
  readonly login?: string
  /** Of the token. Absent: all. */
  readonly permissions?: LabPermissions
  /** `owner/repo`. */
  readonly repository?: string
  /** Pull requests by commit id. */
  readonly pulls?: Readonly<Record<string, readonly LabPull[]>>
  /** In order of creation. */
  readonly deployments?: readonly LabDeployment[]
  /** Changes of branches, in order of time. */
  readonly activity?: readonly LabActivity[]
  /** The time at which issues are created. Absent: the system's clock. */
  readonly now?: () => Date
  /** Its public URL. Absent: plain HTTP on a port of loopback. */
  readonly at?: {
    readonly url: string
    readonly credentials: Credentials
    readonly listen: (server: Server) => Promise<Listening>
  }
  /** Called for each request, in order of arrival. */
  readonly fault?: (request: LabRequest) => Fault | undefined
}

export interface LabGithub {
  /** For GITHUB_API_URL, with the prefix. */
  readonly url: string
  /** In order of creation. */
  readonly comments: readonly LabComment[]
  readonly checkRuns: readonly LabCheckRun[]
  readonly deployments: readonly LabDeployment[]
  readonly issues: readonly LabIssue[]
  readonly git: LabGit
  readonly requests: readonly LabRequest[]
  /** Replaces the permissions of the token. */
  readonly grant: (permissions: LabPermissions) => void
  readonly seed: (comment: Omit<LabComment, 'id'>) => LabComment
  readonly remove: (id: number) => void
  /** An issue that someone else opened. */
  readonly open: (issue: Pick<LabIssue, 'author' | 'title' | 'body'>) => LabIssue
  /** Closes an issue by hand. */
  readonly closeIssue: (number: number) => void
  readonly close: () => Promise<void>
}

/** White space, which JSON may begin with. */
const BLANKS = Buffer.alloc(1024 * 1024, ' ')

/**
 * The part of GitHub's API that Origin Gate uses: comments of pull requests and commits, pull requests of a commit,
 * check runs, deployments with their statuses, and the token's user; and what the monitor uses: issues, the activity of
 * branches, and Git objects.
 */
export async function startGithub(options: LabGithubOptions = {}): Promise<LabGithub> {
  const { prefix = '', token = 'lab-token', fault } = options
  const repository: LabRepository = {
    name: options.repository ?? 'octo/site',
    login: options.login ?? 'github-actions[bot]',
    permissions: options.permissions,
    pulls: options.pulls ?? {},
    comments: [],
    checkRuns: [],
    deployments: options.deployments ?? [],
    issues: [],
    activity: options.activity ?? [],
    git: emptyGit(),
    now: options.now ?? (() => new Date()),
  }
  const requests: LabRequest[] = []

  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await parseRequest(incoming, prefix)
    requests.push(request)
    const injected = fault?.(request)
    if (injected === 'silence') return
    if (injected === 'endless') {
      response.writeHead(200, { 'content-type': 'application/json' })
      const timer = setInterval(() => response.write(' '), 50)
      response.once('close', () => clearInterval(timer))
      return
    }
    if (injected === 'flood') {
      const send = (): void => {
        while (!response.destroyed && response.write(BLANKS));
      }
      response.writeHead(200, { 'content-type': 'application/json' }).on('drain', send)
      send()
      return
    }
    if (injected === 'reset') {
      incoming.socket.resetAndDestroy()
      return
    }
    if (typeof injected === 'object' && 'status' in injected) {
      send(response, injected.status, injected.body ?? { message: '' }, injected.headers)
      return
    }
    if (typeof injected === 'object')
      await ('after' in injected ? injected.after : setTimeout(injected.delay))
    if (!isAuthorized(incoming, token)) {
      send(response, 401, { message: 'Bad credentials' })
      return
    }
    const { status, body, next } = respondTo(request, repository)
    if (injected === 'reset-after-write') incoming.socket.resetAndDestroy()
    else
      send(
        response,
        status,
        body,
        next === undefined ? {} : { link: `<${url}${request.path}?${next}>; rel="next"` },
      )
  }

  const handler = (incoming: IncomingMessage, response: ServerResponse): void => {
    serve(incoming, response).catch(() => response.destroy())
  }
  const server = options.at
    ? createSecureServer({ ...options.at.credentials }, handler)
    : createServer(handler)
  const listening = await (options.at?.listen ?? listen)(server)
  const url = `${options.at?.url ?? `http://127.0.0.1:${listening.port}`}${prefix}`

  return {
    url,
    comments: repository.comments,
    checkRuns: repository.checkRuns,
    deployments: repository.deployments,
    issues: repository.issues,
    git: repository.git,
    requests,
    grant(permissions) {
      repository.permissions = permissions
    },
    seed: (comment) => addComment(comment, repository),
    remove(id) {
      const at = repository.comments.findIndex((comment) => comment.id === id)
      if (at !== -1) repository.comments.splice(at, 1)
    },
    open: (issue) => addIssue(issue, repository),
    closeIssue(number) {
      const issue = repository.issues.find((each) => each.number === number)
      if (issue !== undefined) issue.state = 'closed'
    },
    close: listening.close,
  }
}

async function parseRequest(incoming: IncomingMessage, prefix: string): Promise<LabRequest> {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1')
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString()
  return {
    method: incoming.method ?? '',
    path: pathBelow(prefix, pathname),
    query: searchParams,
    body: text === '' ? undefined : JSON.parse(text),
  }
}

/** Enterprise Server has REST below /api/v3 and GraphQL at /api/graphql. */
function pathBelow(prefix: string, pathname: string): string {
  if (pathname === `${prefix.replace(/\/v3$/, '')}/graphql`) return '/graphql'
  return pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : ''
}

function isAuthorized(incoming: IncomingMessage, token: string): boolean {
  const [scheme, credential] = (incoming.headers.authorization ?? '').split(' ')
  return /^(?:token|bearer)$/i.test(scheme ?? '') && credential === token
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers })
  response.end(JSON.stringify(body))
}
