import { countIn, textIn } from '../../shared/json.ts'
import { list, type Client } from './client.ts'

export interface DeploymentStatus {
  readonly state: 'in_progress' | 'success' | 'failure' | 'error'
  /** At most 140 characters. */
  readonly description: string
  /** Where visitors find what was deployed. */
  readonly environmentUrl: string
  /** The page of the run. */
  readonly logUrl: string
}

/** A status as it is read. */
export interface WrittenStatus {
  readonly id: number
  readonly state: string
  readonly description: string
  readonly logUrl: string
}

/** https://docs.github.com/rest/deployments */
export interface DeploymentsApi {
  /** The id of the newest deployment of a commit; undefined when there is none. */
  readonly newestDeployment: (sha: string) => Promise<number | undefined>
  /** The hundred newest. */
  readonly statusesOf: (deployment: number) => Promise<readonly WrittenStatus[]>
  readonly addStatus: (deployment: number, status: DeploymentStatus) => Promise<void>
}

export function deploymentsAt({ octokit, home }: Client): DeploymentsApi {
  return {
    async newestDeployment(sha) {
      const route = 'GET /repos/{owner}/{repo}/deployments'
      const { data } = await octokit.request(route, { ...home, sha, per_page: 100 })
      // Ids grow with time, and the order of the list is promised nowhere.
      const ids = list(data).flatMap((item) => countIn(item, 'id') ?? [])
      return ids.length === 0 ? undefined : Math.max(...ids)
    },

    async statusesOf(deployment) {
      const route = 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses'
      const { data } = await octokit.request(route, { ...home, deployment_id: deployment, per_page: 100 })
      return list(data).map((item) => ({
        id: countIn(item, 'id') ?? 0,
        state: textIn(item, 'state') ?? '',
        description: textIn(item, 'description') ?? '',
        logUrl: textIn(item, 'log_url') ?? '',
      }))
    },

    async addStatus(deployment, { state, description, environmentUrl, logUrl }) {
      await octokit.request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
        ...home,
        deployment_id: deployment,
        state,
        description,
        environment_url: environmentUrl,
        log_url: logUrl,
      })
    },
  }
}
