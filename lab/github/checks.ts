import { field, textField } from '../apis/api.ts'
import { NOT_FOUND, type LabResponse, type LabRequest } from './request.ts'

/** A check run as the server stores it. Absent fields are empty. */
export interface LabCheckRun {
  readonly id: number
  readonly head_sha: string
  name: string
  external_id: string
  details_url: string
  status: string
  conclusion: string
  title: string
  summary: string
  text: string
}

const STATUSES: ReadonlySet<string> = new Set(['queued', 'in_progress', 'completed'])
const CONCLUSIONS: ReadonlySet<string> = new Set([
  'action_required',
  'cancelled',
  'failure',
  'neutral',
  'success',
  'skipped',
  'timed_out',
])
const MAX_TEXT = 65_535

/**
 * https://docs.github.com/rest/checks/runs. `rest` is the path below the repository. Undefined: another endpoint.
 */
export function respondToChecks(
  { method, query, body }: LabRequest,
  rest: string,
  checkRuns: LabCheckRun[],
): LabResponse | undefined {
  const sha = /^commits\/([0-9a-f]+)\/check-runs$/.exec(rest)?.[1]
  if (sha !== undefined && method === 'GET') {
    const name = query.get('check_name')
    const found = checkRuns.filter((run) => run.head_sha === sha && (name === null || run.name === name))
    return { status: 200, body: { total_count: found.length, check_runs: found.map(checkRunObject) } }
  }
  const [path, id] = /^check-runs(?:\/(\d+))?$/.exec(rest) ?? []
  if (path === undefined) return undefined

  if (id === undefined) {
    const head = textField(body, 'head_sha')
    if (method !== 'POST') return NOT_FOUND
    if (head === undefined || textField(body, 'name') === undefined) return invalid('name and head_sha')
    const run = { ...EMPTY, id: FIRST_ID + checkRuns.length, head_sha: head }
    const response = updateCheckRun(run, body, 201)
    if (response.status === 201) checkRuns.push(run)
    return response
  }
  const run = checkRuns.find((each) => each.id === Number(id))
  return run === undefined || method !== 'PATCH' ? NOT_FOUND : updateCheckRun(run, body, 200)
}

/** Check runs are never deleted, so their number makes ids that are never reused. */
const FIRST_ID = 5001

const EMPTY = {
  name: '',
  external_id: '',
  details_url: '',
  status: 'queued',
  conclusion: '',
  title: '',
  summary: '',
  text: '',
} as const

function updateCheckRun(run: LabCheckRun, body: unknown, status: number): LabResponse {
  const output = field(body, 'output')
  const fields = {
    name: textField(body, 'name') ?? run.name,
    external_id: textField(body, 'external_id') ?? run.external_id,
    details_url: textField(body, 'details_url') ?? run.details_url,
    status: textField(body, 'status') ?? run.status,
    conclusion: textField(body, 'conclusion') ?? run.conclusion,
    title: textField(output, 'title') ?? run.title,
    summary: textField(output, 'summary') ?? run.summary,
    text: textField(output, 'text') ?? run.text,
  }
  if (!STATUSES.has(fields.status)) return invalid('status')
  if (fields.status === 'completed' && !CONCLUSIONS.has(fields.conclusion)) return invalid('conclusion')
  if (output !== undefined && (fields.title === '' || fields.summary === '')) return invalid('output')
  if (fields.summary.length > MAX_TEXT || fields.text.length > MAX_TEXT) {
    return invalid(`Only ${MAX_TEXT} characters are allowed`)
  }
  return { status, body: checkRunObject(Object.assign(run, fields)) }
}

function invalid(what: string): LabResponse {
  return { status: 422, body: { message: `Invalid request.\n\n${what}` } }
}

function checkRunObject({ title, summary, text, conclusion, ...run }: LabCheckRun): unknown {
  const html_url = `https://github.test/runs/${run.id}`
  return {
    ...run,
    html_url,
    conclusion: conclusion === '' ? null : conclusion,
    output: { title, summary, text },
  }
}
