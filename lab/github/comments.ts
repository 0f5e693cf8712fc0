import { textField } from '../apis/api.ts'
import { respondToChecks, type LabCheckRun } from './checks.ts'
import { respondToDeployments, type LabDeployment } from './deployments.ts'
import { respondToBranches, type LabActivity, type LabGit } from './branches.ts'
import { respondToIssues, type LabIssue } from './issues.ts'
import { isPermitted, type LabPermissions } from './permissions.ts'
import { NOT_ACCESSIBLE, NOT_FOUND, type LabResponse, type LabRequest } from './request.ts'

/** A comment as the server stores it. `thread` is a pull request's number or a commit's id. */
export interface LabComment {
  readonly id: number
  readonly thread: number | string
  readonly author: string
  body: string
}

export interface LabPull {
  readonly number: number
  readonly state: 'open' | 'closed'
  readonly merged_at: string | null
  readonly head: { readonly sha: string; readonly label?: string }
  readonly base: { readonly repo: { readonly full_name: string } }
}

/** A repository's content, and the owner of the token. */
export interface LabRepository {
  /** `owner/repo`. Any other repository is not found. */
  readonly name: string
  /** The token's user, who is the author of new comments. */
  readonly login: string
  /** Of the token. Undefined: all. */
  permissions: LabPermissions | undefined
  /** Pull requests by commit id. */
  readonly pulls: Readonly<Record<string, readonly LabPull[]>>
  /** In order of creation. */
  readonly comments: LabComment[]
  readonly checkRuns: LabCheckRun[]
  /** In order of creation. */
  readonly deployments: readonly LabDeployment[]
  /** In order of creation. */
  readonly issues: LabIssue[]
  /** In order of time. */
  readonly activity: readonly LabActivity[]
  readonly git: LabGit
  readonly now: () => Date
}

/** Shapes and limits follow https://docs.github.com/rest, reduced to the fields that the product reads. */
export function respondTo(request: LabRequest, repository: LabRepository): LabResponse {
  const { method, path } = request
  if (method === 'POST' && path === '/graphql') {
    return { status: 200, body: { data: { viewer: { login: repository.login } } } }
  }
  const home = `/repos/${repository.name}/`
  if (!path.startsWith(home)) return NOT_FOUND
  const rest = path.slice(home.length)
  if (!isPermitted(request, rest, repository.permissions)) return NOT_ACCESSIBLE

  const elsewhere =
    respondToChecks(request, rest, repository.checkRuns) ??
    respondToDeployments(request, rest, repository.deployments) ??
    respondToIssues(request, rest, repository) ??
    respondToBranches(request, rest, repository.activity, repository.git)
  if (elsewhere !== undefined) return elsewhere

  const pull = /^pulls(?:\/(\d+))?$/.exec(rest)
  if (pull !== null && method === 'GET') return pullResponse(request, repository, pull[1])

  const sha = /^commits\/([0-9a-f]+)\/pulls$/.exec(rest)?.[1]
  if (sha !== undefined && method === 'GET') return { status: 200, body: repository.pulls[sha] ?? [] }

  const id = /^(?:issues\/)?comments\/(\d+)$/.exec(rest)?.[1]
  if (id !== undefined && method === 'PATCH') {
    const kind = rest.startsWith('issues/') ? 'number' : 'string'
    const comment = repository.comments.find((each) => each.id === Number(id) && typeof each.thread === kind)
    if (comment === undefined) return NOT_FOUND
    return writeComment(request, repository, 200, (body) => Object.assign(comment, { body }))
  }
  if (id !== undefined && method === 'DELETE') {
    const at = repository.comments.findIndex((each) => each.id === Number(id))
    if (at < 0) return NOT_FOUND
    repository.comments.splice(at, 1)
    return { status: 204, body: undefined }
  }

  const [, number, commit] = /^(?:issues\/(\d+)|commits\/([0-9a-f]+))\/comments$/.exec(rest) ?? []
  const thread = number === undefined ? commit : Number(number)
  if (thread === undefined) return NOT_FOUND
  if (method === 'GET') return commentPage(request, repository, thread)
  if (method !== 'POST') return NOT_FOUND
  return writeComment(request, repository, 201, (body) =>
    addComment({ thread, author: repository.login, body }, repository),
  )
}

/** Adds a comment and returns it. Ids are never reused. */
export function addComment(comment: Omit<LabComment, 'id'>, { comments }: LabRepository): LabComment {
  const whole = { ...comment, id: ++lastId }
  comments.push(whole)
  return whole
}

let lastId = 1000

/** One pull request, or those of a branch: `head` is `owner:branch`. */
function pullResponse(
  { query }: LabRequest,
  { pulls }: LabRepository,
  number: string | undefined,
): LabResponse {
  const all = Object.values(pulls).flat()
  const head = query.get('head')
  if (number === undefined) {
    const found = all.filter((pull) => head === null || pull.head.label === head)
    return {
      status: 200,
      body: query.get('state') === 'all' ? found : found.filter(({ state }) => state === 'open'),
    }
  }
  const one = all.find((pull) => pull.number === Number(number))
  return one === undefined ? NOT_FOUND : { status: 200, body: one }
}

function commentPage(request: LabRequest, repository: LabRepository, thread: number | string): LabResponse {
  const size = Math.min(100, Math.max(1, Number(request.query.get('per_page') ?? 30)))
  const page = Math.max(1, Number(request.query.get('page') ?? 1))
  const all = repository.comments.filter((comment) => comment.thread === thread)
  const body = all.slice((page - 1) * size, page * size).map((comment) => commentObject(comment, repository))
  return { status: 200, body, ...(page * size < all.length && { next: `per_page=${size}&page=${page + 1}` }) }
}

function writeComment(
  request: LabRequest,
  repository: LabRepository,
  status: number,
  write: (body: string) => LabComment,
): LabResponse {
  const body = textField(request.body, 'body')
  if (body === undefined || body.trim() === '') return { status: 422, body: { message: 'Validation Failed' } }
  if (Array.from(body).length > 65_536) {
    return { status: 422, body: { message: 'Body is too long (maximum is 65536 characters)' } }
  }
  return { status, body: commentObject(write(body.trim()), repository) }
}

function commentObject({ id, thread, author, body }: LabComment, { name }: LabRepository): unknown {
  const page =
    typeof thread === 'number' ? `pull/${thread}#issuecomment-${id}` : `commit/${thread}#commitcomment-${id}`
  const type = author.endsWith('[bot]') ? 'Bot' : 'User'
  return { id, html_url: `https://github.test/${name}/${page}`, user: { login: author, type }, body }
}
