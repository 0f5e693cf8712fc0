import { textField } from '../apis/api.ts'
import { NOT_FOUND, type LabRequest, type LabResponse } from './request.ts'

/** An issue as the server stores it. */
export interface LabIssue {
  readonly number: number
  readonly author: string
  readonly created_at: string
  title: string
  body: string | null
  state: string
}

interface IssueTracker {
  /** In order of creation. */
  readonly issues: LabIssue[]
  readonly now: () => Date
}

/** Far from the numbers of pull requests, which have the same space. */
const FIRST_NUMBER = 100

/**
 * https://docs.github.com/rest/issues/issues: newest first. `rest` is the path below the repository. Undefined:
 * another endpoint.
 */
export function respondToIssues(
  { method, query, body }: LabRequest,
  rest: string,
  repository: IssueTracker & { readonly login: string },
): LabResponse | undefined {
  const { issues } = repository
  const [, number] = /^issues(?:\/(\d+))?$/.exec(rest) ?? [undefined, 'other']
  if (number === 'other') return undefined
  const title = textField(body, 'title')
  if (number === undefined && method === 'GET') return issueList(query, issues)
  if (number === undefined && method === 'POST') {
    if (title === undefined || title === '') return { status: 422, body: { message: 'Validation Failed' } }
    const issue = addIssue(
      { author: repository.login, title, body: textField(body, 'body') ?? null },
      repository,
    )
    return { status: 201, body: issueObject(issue) }
  }
  const issue = issues.find((each) => each.number === Number(number))
  if (issue === undefined || method !== 'PATCH') return NOT_FOUND
  issue.title = title ?? issue.title
  issue.body = textField(body, 'body') ?? issue.body
  issue.state = textField(body, 'state') ?? issue.state
  return { status: 200, body: issueObject(issue) }
}

/** Adds an open issue and returns it. */
export function addIssue(
  issue: Pick<LabIssue, 'author' | 'title' | 'body'>,
  { issues, now }: IssueTracker,
): LabIssue {
  const number = FIRST_NUMBER + issues.length
  // GitHub has whole seconds.
  const whole = { ...issue, number, created_at: now().toISOString().replace(/\.\d+/, ''), state: 'open' }
  issues.push(whole)
  return whole
}

function issueList(query: URLSearchParams, issues: readonly LabIssue[]): LabResponse {
  const state = query.get('state') ?? 'open'
  const found = issues.filter(
    (issue) =>
      (state === 'all' || issue.state === state) && issue.author === (query.get('creator') ?? issue.author),
  )
  const body = found
    .toReversed()
    .slice(0, Number(query.get('per_page') ?? 30))
    .map(issueObject)
  return { status: 200, body }
}

const issueObject = ({ author, ...issue }: LabIssue): unknown => ({ ...issue, user: { login: author } })
