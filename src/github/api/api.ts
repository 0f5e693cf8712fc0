import { countIn, textIn } from '../../shared/json.ts'
import { checksApi, type ChecksApi } from './checks.ts'
import { createClient, requireList, requireValue, type Client, type Repository } from './client.ts'
import { commitIn } from './commit-id.ts'
import { deploymentsApi, type DeploymentsApi } from './deployments.ts'
import { requireRefusal } from './graphql.ts'
import { UnexpectedResponse } from './unexpected-response.ts'

/** GitHub allows 2,500 comments on an issue or a pull request. */
const MAX_PAGES = 100

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
  /** `owner/repo` of the base branch. */
  readonly base: string
}

/** The requests that we send to GitHub. Each function throws what `classifyError` understands. */
export interface Api extends ThreadsApi, ChecksApi, DeploymentsApi {}

export interface ThreadsApi {
  /**
   * Login of the token's owner, by GraphQL: a workflow's token has no access to GET /user. Undefined if the token may
   * not read it.
   */
  readonly viewer: () => Promise<string | undefined>
  readonly pullsWithCommit: (sha: string) => Promise<readonly Pull[]>
  /** The open and closed pull requests of a branch, which may be in a fork. `head` is `owner:branch`. */
  readonly pullsFromBranch: (head: string) => Promise<readonly Pull[]>
  /** The head commit of a pull request. */
  readonly pullHead: (number: number) => Promise<string>
  /** Page by page, oldest first. */
  readonly listComments: (thread: Thread) => AsyncIterable<readonly Comment[]>
  readonly createComment: (thread: Thread, body: string) => Promise<Comment>
  readonly updateComment: (thread: Thread, id: number, body: string) => Promise<Comment>
  readonly deleteComment: (thread: Thread, id: number) => Promise<void>
}

/** Aborting `signal` ends all requests. */
export async function createApi(repository: Repository, token: string, signal: AbortSignal): Promise<Api> {
  const client = await createClient(repository, token, signal)
  return { ...threadsApi(client), ...checksApi(client), ...deploymentsApi(client) }
}

function threadsApi({ octokit, repository, graphqlUrl }: Client): ThreadsApi {
  return {
    async viewer() {
      const { data, headers } = await octokit.request({
        method: 'POST',
        url: graphqlUrl,
        query: '{viewer{login}}',
      })
      const login = textIn(data, 'data', 'viewer', 'login')
      if (login === undefined) requireRefusal(data, headers)
      return login
    },

    async pullsWithCommit(sha) {
      const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls'
      const { data } = await octokit.request(route, { ...repository, commit_sha: sha, per_page: 100 })
      return requireList(data).flatMap((item) => parsePull(item) ?? [])
    },

    async pullsFromBranch(head) {
      const route = 'GET /repos/{owner}/{repo}/pulls'
      const { data } = await octokit.request(route, { ...repository, head, state: 'all', per_page: 100 })
      return requireList(data).flatMap((item) => parsePull(item) ?? [])
    },

    async pullHead(number) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}'
      const { data } = await octokit.request(route, { ...repository, pull_number: number })
      return requireValue(commitIn(data, 'head', 'sha'), "the pull request's head")
    },

    async *listComments(thread) {
      // Octokit's paginator treats a truncated page as empty. Then we would create a second comment.
      let page: Page | undefined = {}
      for (let pages = 1; page !== undefined; pages += 1) {
        if (pages > MAX_PAGES)
          throw new UnexpectedResponse(`GitHub has more than ${MAX_PAGES} pages of comments`)
        const { data, headers }: { data: unknown; headers: { link?: string | undefined } } =
          thread.kind === 'pull'
            ? await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                ...repository,
                ...page,
                per_page: 100,
                issue_number: thread.number,
              })
            : await octokit.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/comments', {
                ...repository,
                ...page,
                per_page: 100,
                commit_sha: thread.sha,
              })
        yield requireList(data).flatMap((item) => parseComment(item) ?? [])
        page = nextPage(headers.link)
      }
    },

    async createComment(thread, body) {
      const { data } =
        thread.kind === 'pull'
          ? await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
              ...repository,
              issue_number: thread.number,
              body,
            })
          : await octokit.request('POST /repos/{owner}/{repo}/commits/{commit_sha}/comments', {
              ...repository,
              commit_sha: thread.sha,
              body,
            })
      return requireValue(parseComment(data), 'a comment')
    },

    async updateComment(thread, id, body) {
      const route =
        thread.kind === 'pull'
          ? 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
          : 'PATCH /repos/{owner}/{repo}/comments/{comment_id}'
      const { data } = await octokit.request(route, { ...repository, comment_id: id, body })
      return requireValue(parseComment(data), 'a comment')
    },

    async deleteComment(thread, id) {
      const route =
        thread.kind === 'pull'
          ? 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}'
          : 'DELETE /repos/{owner}/{repo}/comments/{comment_id}'
      await octokit.request(route, { ...repository, comment_id: id })
    },
  }
}

function parseComment(item: unknown): Comment | undefined {
  const id = countIn(item, 'id')
  if (id === undefined) return undefined
  return {
    id,
    url: linkIn(textIn(item, 'html_url') ?? ''),
    author: textIn(item, 'user', 'login') ?? '',
    body: textIn(item, 'body') ?? '',
  }
}

/** A web address to print; empty if it is none. Parsed, it has no line breaks or invisible characters. */
function linkIn(text: string): string {
  const url = URL.parse(text)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  return isWeb && url.href.length <= 2000 ? url.href : ''
}

function parsePull(item: unknown): Pull | undefined {
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

/** Where a page is. Octokit would take other parameters of the URL as options, such as `baseUrl`. */
interface Page {
  readonly page?: number
  /** A cursor. */
  readonly after?: string
}

/** Only the place of the next page. The token must not go to a URL from a response. */
function nextPage(link: string | undefined): Page | undefined {
  const next = /<([^<>]+)>;\s*rel="next"/.exec(link ?? '')?.[1]
  const parameters = next === undefined ? undefined : URL.parse(next)?.searchParams
  const [page, after] = [parameters?.get('page') ?? '', parameters?.get('after') ?? '']
  if (/^\d{1,6}$/.test(page)) return { page: Number(page) }
  return /^[\w=+/:.-]{1,500}$/.test(after) ? { after } : undefined
}
