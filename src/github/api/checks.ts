import { countIn, member, textIn } from '../../shared/json.ts'
import { demanded, list, type Client } from './client.ts'

/** Which check run is ours: one process makes one. */
export interface CheckIdentity {
  /** As the page of the commit shows it, and branch protection asks for it. */
  readonly name: string
  readonly headSha: string
  /** Tells it from every other run of the same name. */
  readonly externalId: string
  /** The page of the run. */
  readonly detailsUrl: string
}

/** What a check run says. Undefined: we are still looking. */
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
  /** The id of the check run that an answer which was lost may have told. */
  readonly findCheck: (check: CheckIdentity) => Promise<number | undefined>
}

export function checksAt({ octokit, home }: Client): ChecksApi {
  return {
    async createCheck({ name, headSha, externalId, detailsUrl }, result) {
      const { data } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
        ...home,
        name,
        head_sha: headSha,
        external_id: externalId,
        details_url: detailsUrl,
        ...(result === undefined ? { status: 'in_progress' as const } : completed(result)),
      })
      return demanded(countIn(data, 'id'), 'a check run')
    },

    async updateCheck(id, result) {
      const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}'
      const { data } = await octokit.request(route, { ...home, check_run_id: id, ...completed(result) })
      demanded(countIn(data, 'id'), 'a check run')
    },

    async findCheck({ name, headSha, externalId }) {
      const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs'
      const asked = { ...home, ref: headSha, check_name: name, filter: 'all', per_page: 100 } as const
      const { data } = await octokit.request(route, asked)
      const runs = list(member(data, 'check_runs'))
      return countIn(
        runs.find((run) => textIn(run, 'external_id') === externalId),
        'id',
      )
    },
  }
}

/** GitHub sets the time of completion itself. */
function completed({ conclusion, title, summary }: CheckResult) {
  return { status: 'completed', conclusion, output: { title, summary } } as const
}
