import { countIn, textIn } from '../../shared/json.ts'
import { requireList, type Client } from './client.ts'

export interface DeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'failure' | 'error'
  /** At most 140 characters. */
  readonly description: string
  /** Where visitors find what was deployed. */
  readonly environmentUrl: string
  /** The page of the run. */
  readonly logUrl: string
}

/** A status that GitHub already has. */
export interface ExistingStatus {
  readonly id: number
  readonly state: string
  readonly description: string
  readonly logUrl: string
}

/** https://docs.github.com/rest/deployments */
export interface DeploymentsApi {
  /** The id of the newest deployment of a commit; undefined when there is none. */
  readonly newestDeployment: (sha: string) => Promise<number | undefined>
  /** The newest hundred. */
  readonly listStatuses: (deployment: number) => Promise<readonly ExistingStatus[]>
  readonly addStatus: (deployment: number, status: DeploymentStatus) => Promise<void>
}

export function deploymentsApi({ octokit, repository }: Client): DeploymentsApi {
  return {
    async newestDeployment(sha) {
      const route = 'GET /repos/{owner}/{repo}/deployments'
      const { data } = await octokit.request(route, { ...repository, sha, per_page: 100 })
      // Ids grow with time. The order of the list is not documented.
      const ids = requireList(data).flatMap((item) => countIn(item, 'id') ?? [])
      return ids.length === 0 ? undefined : Math.max(...ids)
    },

    async listStatuses(deployment) {
      const route = 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses'
      const { data } = await octokit.request(route, {
        ...repository,
        deployment_id: deployment,
        per_page: 100,
      })
      return requireList(data).map((item) => ({
        id: countIn(item, 'id') ?? 0,
        state: textIn(item, 'state') ?? '',
        description: textIn(item, 'description') ?? '',
        logUrl: textIn(item, 'log_url') ?? '',
      }))
    },

    async addStatus(deployment, { state, description, environmentUrl, logUrl }) {
      await octokit.request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        ...repository,
        deployment_id: deployment,
        state,
        description,
        environment_url: environmentUrl,
        log_url: logUrl,
      })
    },
  }
}
