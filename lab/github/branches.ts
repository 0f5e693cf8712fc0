import { createHash } from 'node:crypto'
import { field, textField } from '../apis/api.ts'
import { NOT_FOUND, type LabRequest, type LabResponse } from './request.ts'

/** A change of a branch. */
export interface LabActivity {
  readonly ref: string
  readonly after: string
  readonly timestamp: string
}

/** Git objects by their id, and branches. A tree has one file, a commit has one tree. */
export interface LabGit {
  readonly trees: Map<string, LabFileContent>
  readonly commits: Map<string, { readonly tree: string; readonly parents: readonly unknown[] }>
  /** `heads/main` */
  readonly refs: Map<string, string>
}

export interface LabFileContent {
  readonly path: string
  readonly content: string
}

export const emptyGit = (): LabGit => ({ trees: new Map(), commits: new Map(), refs: new Map() })

/**
 * https://docs.github.com/rest/git, and the activity of https://docs.github.com/rest/repos/repos, newest first.
 * `rest` is the path below the repository. Undefined: another endpoint.
 */
export function respondToBranches(
  { method, query, body }: LabRequest,
  rest: string,
  activity: readonly LabActivity[],
  git: LabGit,
): LabResponse | undefined {
  if (rest === 'activity' && method === 'GET') {
    const found = activity.filter(({ ref }) => ref === (query.get('ref') ?? ref))
    return { status: 200, body: found.toReversed().slice(0, Number(query.get('per_page') ?? 30)) }
  }
  if (!rest.startsWith('git/')) return undefined
  if (rest === 'git/trees' && method === 'POST') {
    const tree = field(body, 'tree')
    const entry: unknown = Array.isArray(tree) ? tree[0] : undefined
    const file = { path: textField(entry, 'path') ?? '', content: textField(entry, 'content') ?? '' }
    return { status: 201, body: { sha: stored(git.trees, file) } }
  }
  if (rest === 'git/commits' && method === 'POST') {
    const tree = textField(body, 'tree') ?? ''
    const parents = field(body, 'parents')
    if (!git.trees.has(tree)) return { status: 422, body: { message: 'Tree SHA does not exist' } }
    const commit = {
      tree,
      parents: Array.isArray(parents) ? parents : [],
      message: textField(body, 'message'),
    }
    return { status: 201, body: { sha: stored(git.commits, commit) } }
  }
  const prefix = /^git\/matching-refs\/(.+)$/.exec(rest)?.[1]
  if (prefix !== undefined && method === 'GET') {
    const found = [...git.refs].filter(([ref]) => ref.startsWith(prefix))
    return { status: 200, body: found.map(([ref, sha]) => ({ ref: `refs/${ref}`, object: { sha } })) }
  }
  const sha = textField(body, 'sha') ?? ''
  if (!git.commits.has(sha)) return { status: 422, body: { message: 'Object does not exist' } }
  const ref =
    rest === 'git/refs' ? textField(body, 'ref')?.replace(/^refs\//, '') : rest.slice('git/refs/'.length)
  if (ref === undefined || !/^heads\/./.test(ref)) return NOT_FOUND
  const exists = git.refs.has(ref)
  if (method === 'POST' && exists) return { status: 422, body: { message: 'Reference already exists' } }
  if (method === 'PATCH' && !exists) return { status: 422, body: { message: 'Reference does not exist' } }
  if (method === 'PATCH' && field(body, 'force') !== true)
    return { status: 422, body: { message: 'Update is not a fast forward' } }
  git.refs.set(ref, sha)
  return { status: method === 'POST' ? 201 : 200, body: { ref: `refs/${ref}`, object: { sha } } }
}

/** Stores a value under an id that depends only on it, and returns the id. */
function stored<T>(objects: Map<string, T>, value: T): string {
  const id = createHash('sha1').update(JSON.stringify(value)).digest('hex')
  objects.set(id, value)
  return id
}
