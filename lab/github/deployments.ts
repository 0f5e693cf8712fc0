import { textField } from '../apis/api.ts'
import { NOT_FOUND, type LabResponse, type LabRequest } from './request.ts'

export interface LabDeploymentStatus {
  readonly state: string
  readonly description: string
  readonly log_url: string
  readonly environment_url: string
  readonly created_at?: string
}

/** A deployment as the server stores it, with its statuses, oldest first. */
export interface LabDeployment {
  readonly id: number
  readonly sha: string
  readonly environment: string
  readonly statuses: LabDeploymentStatus[]
}

const STATES: ReadonlySet<string> = new Set([
  'error',
  'failure',
  'inactive',
  'in_progress',
  'queued',
  'pending',
  'success',
])

/**
 * https://docs.github.com/rest/deployments: newest first. `rest` is the path below the repository. Undefined:
 * another endpoint.
 */
export function respondToDeployments(
  { method, query, body }: LabRequest,
  rest: string,
  deployments: readonly LabDeployment[],
): LabResponse | undefined {
  if (rest === 'deployments' && method === 'GET') {
    const found = deployments.filter(
      ({ sha, environment }) =>
        sha === (query.get('sha') ?? sha) && environment === (query.get('environment') ?? environment),
    )
    return {
      status: 200,
      body: found
        .toReversed()
        .slice(0, Number(query.get('per_page') ?? 30))
        .map(({ id, sha, environment }) => ({ id, sha, environment })),
    }
  }
  const id = /^deployments\/(\d+)\/statuses$/.exec(rest)?.[1]
  if (id === undefined) return undefined
  const deployment = deployments.find((each) => each.id === Number(id))
  if (deployment === undefined) return NOT_FOUND
  if (method === 'GET') {
    const numbered = deployment.statuses.map((status, index) => ({ id: index + 1, ...status }))
    return { status: 200, body: numbered.toReversed() }
  }
  if (method !== 'POST') return NOT_FOUND

  const status = {
    state: textField(body, 'state') ?? '',
    description: textField(body, 'description') ?? '',
    log_url: textField(body, 'log_url') ?? '',
    environment_url: textField(body, 'environment_url') ?? '',
  }
  if (!STATES.has(status.state) || Array.from(status.description).length > 140) {
    return { status: 422, body: { message: 'Validation Failed' } }
  }
  deployment.statuses.push(status)
  return { status: 201, body: { id: deployment.statuses.length, ...status } }
}
