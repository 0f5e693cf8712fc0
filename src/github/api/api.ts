import { countIn, textIn } from '../../shared/json.ts'
import { commitIn } from './commit-id.ts'
import { checksAt, type ChecksApi } from './checks.ts'
import { clientFor, demanded, list, type Client, type Where } from './client.ts'
import { deploymentsAt, type DeploymentsApi } from './deployments.ts'

/** Where a comment belongs. */
export type Thread =
  | { readonly kind: 'pull'; readonly number: number }
  | { readonly kind: 'commit'; readonly sha: string }

export interface Comment {
  readonly id: number
  readonly url: string
  /** Login of the author; empty for a deleted account. */
  readonly author: string
  readonly body: string
}

export interface Pull {
  readonly number: number
  readonly open: boolean
  /** ISO 8601; empty when not merged. */
  readonly mergedAt: string
  readonly headSha: string
  /** `owner/repo` that it wants to be merged into. */
  readonly base: string
}

/** What we ask of GitHub. Every function throws what `failureOf` understands. */
export interface Api extends ThreadsApi, ChecksApi, DeploymentsApi {}

export interface ThreadsApi {
  /** Login of the token's owner. GET /user is closed to the token of a workflow, this is not. */
  readonly viewer: () => Promise<string>
  readonly pullsOf: (sha: string) => Promise<readonly Pull[]>
  /** The pull requests of a branch, whichever repository it is in, open or not. `head` is `owner:branch`. */
  readonly pullsFrom: (head: string) => Promise<readonly Pull[]>
  /** The commit at the head of a pull request. */
  readonly headOf: (number: number) => Promise<string>
  /** Page by page, oldest first. */
  readonly commentsOf: (thread: Thread) => AsyncIterable<readonly Comment[]>
  readonly create: (thread: Thread, body: string) => Promise<Comment>
  readonly update: (thread: Thread, id: number, body: string) => Promise<Comment>
  readonly remove: (thread: Thread, id: number) => Promise<void>
}

/** Aborting `signal` ends whatever is being asked. */
export async function connect(where: Where, token: string, signal: AbortSignal): Promise<Api> {
  const client = await clientFor(where, token, signal)
  return { ...threadsAt(client), ...checksAt(client), ...deploymentsAt(client) }
}

function threadsAt({ octokit, home, graphqlUrl }: Client): ThreadsApi {
  return {
    async viewer() {
      const answer = await octokit.request({
        method: 'POST',
        url: graphqlUrl,
        query: '{viewer{login}}',
      })
      return demanded(textIn(answer.data, 'data', 'viewer', 'login'), 'a login')
    },

    async pullsOf(sha) {
      const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
      const { data } = await octokit.request(route, { ...home, commit_sha: sha, per_page: 100 })
      return list(data).flatMap((item) => pullOf(item) ?? [])
    },

    async pullsFrom(head) {
      const route = 'GET /repos/{owner}/{repo}/pulls'
      const { data } = await octokit.request(route, { ...home, head, state: 'all', per_page: 100 })
      return list(data).flatMap((item) => pullOf(item) ?? [])
    },

    async headOf(number) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
      const { data } = await octokit.request(route, { ...home, pull_number: number })
      return demanded(commitIn(data, 'head', 'sha'), "the pull request's head")
    },

    async *commentsOf(thread) {
      // Octokit's own paginator takes a page that was cut off for an empty one, which would cost us a second comment.
      let page: Record<string, string> | undefined = { per_page: '100' }
      while (page !== undefined) {
        const { data, headers }: { data: unknown; headers: { link?: string | undefined } } =
          thread.kind === 'pull'
            ? await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                ...home,
                ...page,
                issue_number: thread.number,
              })
            : await octokit.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/comments', {
                ...home,
                ...page,
                commit_sha: thread.sha,
              })
        yield list(data).flatMap((item) => commentOf(item) ?? [])
        page = nextPage(headers.link)
      }
    },

    async create(thread, body) {
      const { data } =
        thread.kind === 'pull'
          ? await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
              ...home,
              issue_number: thread.number,
              body,
            })
          : await octokit.request('POST /repos/{owner}/{repo}/commits/{commit_sha}/comments', {
              ...home,
              commit_sha: thread.sha,
              body,
            })
      return demanded(commentOf(data), 'a comment')
    },

    async update(thread, id, body) {
      const route =
        thread.kind === 'pull'
          ? 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
          : 'PATCH /repos/{owner}/{repo}/comments/{comment_id}'
      const { data } = await octokit.request(route, { ...home, comment_id: id, body })
      return demanded(commentOf(data), 'a comment')
    },

    async remove(thread, id) {
      const route =
        thread.kind === 'pull'
          ? 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}'
          : 'DELETE /repos/{owner}/{repo}/comments/{comment_id}'
      await octokit.request(route, { ...home, comment_id: id })
    },
  }
}

function commentOf(item: unknown): Comment | undefined {
  const id = countIn(item, 'id')
  if (id === undefined) return undefined
  const url = textIn(item, 'html_url') ?? ''
  return { id, url, author: textIn(item, 'user', 'login') ?? '', body: textIn(item, 'body') ?? '' }
}

function pullOf(item: unknown): Pull | undefined {
  const number = countIn(item, 'number')
  if (number === undefined) return undefined
  return {
    number,
    open: textIn(item, 'state') === 'open',
    mergedAt: textIn(item, 'merged_at') ?? '',
    headSha: textIn(item, 'head', 'sha') ?? '',
    base: textIn(item, 'base', 'repo', 'full_name') ?? '',
  }
}

/** The parameters of the next page. Only they are taken from the Link header: the token goes to no URL that an answer names. */
function nextPage(link: string | undefined): Record<string, string> | undefined {
  const next = /<([^<>]+)>;\s*rel="next"/.exec(link ?? '')?.[1]
  const url = next === undefined ? null : URL.parse(next)
  return url === null ? undefined : Object.fromEntries(url.searchParams)
}
