import { textField } from './apis/api.ts'
import { NOT_FOUND, type LabAnswer, type LabRepository, type LabRequest } from './github-api.ts'

export interface LabDeploymentStatus {
  readonly state: string
  readonly description: string
  readonly log_url: string
  readonly environment_url: string
}

/** A deployment as the fake keeps it, with what was said of it, oldest first. */
export interface LabDeployment {
  readonly id: number
  readonly sha: string
  readonly environment: string
  readonly statuses: LabDeploymentStatus[]
}

const STATES: readonly string[] = [
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success',
]

/**
 * https://docs.github.com/rest/deployments: newest first. `rest` is the path below the repository; undefined: it is of
 * something else.
 */
export function answerToDeployments(
  { method, query, body }: LabRequest,
  rest: string,
  { deployments }: LabRepository,
): LabAnswer | undefined {
  if (rest === 'deployments' && method === 'GET') {
    const found = deployments.filter(({ sha }) => sha === query.get('sha'))
    return { status: 200, body: found.toReversed().map(({ statuses: _, ...shown }) => shown) }
  }
  const id = /^deployments\/(\d+)\/statuses$/.exec(rest)?.[1]
  if (id === undefined) return undefined
  const deployment = deployments.find((each) => each.id === Number(id))
  if (deployment === undefined) return NOT_FOUND
  if (method === 'GET') return { status: 200, body: deployment.statuses.toReversed() }
  if (method !== 'POST') return NOT_FOUND

  const status = {
    state: textField(body, 'state') ?? '',
    description: textField(body, 'description') ?? '',
    log_url: textField(body, 'log_url') ?? '',
    environment_url: textField(body, 'environment_url') ?? '',
  }
  if (!STATES.includes(status.state) || Array.from(status.description).length > 140) {
    return { status: 422, body: { message: 'Validation Failed' } }
  }
  deployment.statuses.push(status)
  return { status: 201, body: status }
}
