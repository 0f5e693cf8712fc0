import { countIn, member, textIn } from '../../shared/json.ts'
import { requireList, requireValue, type Client } from './client.ts'

/** Identifies the one check run of this process. */
export interface CheckIdentity {
  /** Shown on the commit's page. Branch protection requires checks by this name. */
  readonly name: string
  readonly headSha: string
  /** Unique among check runs with the same name. */
  readonly externalId: string
  /** The page of the run. */
  readonly detailsUrl: string
}

/** The result of a check run. Absent while it is in progress. */
export interface CheckResult {
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'cancelled'
  readonly title: string
  /** Markdown. */
  readonly summary: string
}

/** https://docs.github.com/rest/checks/runs */
export interface ChecksApi {
  /** Returns the id. */
  readonly createCheck: (check: CheckIdentity, result?: CheckResult) => Promise<number>
  readonly updateCheck: (id: number, result: CheckResult) => Promise<void>
  /** The id of the check run, if it exists: the response to its creation may have been lost. */
  readonly findCheck: (check: CheckIdentity) => Promise<number | undefined>
}

export function checksApi({ octokit, repository }: Client): ChecksApi {
  return {
    async createCheck({ name, headSha, externalId, detailsUrl }, result) {
      const { data } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        ...repository,
        name,
        head_sha: headSha,
        external_id: externalId,
        details_url: detailsUrl,
        ...(result === undefined ? { status: 'in_progress' as const } : completed(result)),
      })
      return requireValue(countIn(data, 'id'), 'a check run')
    },

    async updateCheck(id, result) {
      const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
      const { data } = await octokit.request(route, { ...repository, check_run_id: id, ...completed(result) })
      requireValue(countIn(data, 'id'), 'a check run')
    },

    async findCheck({ name, headSha, externalId }) {
      const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs'
      const query = { ...repository, ref: headSha, check_name: name, filter: 'all', per_page: 100 } as const
      const { data } = await octokit.request(route, query)
      const runs = requireList(member(data, 'check_runs'))
      return countIn(
        runs.find((run) => textIn(run, 'external_id') === externalId),
        'id',
      )
    },
  }
}

/** GitHub fills in the time of completion. */
function completed({ conclusion, title, summary }: CheckResult) {
  return { status: 'completed', conclusion, output: { title, summary } } as const
}
