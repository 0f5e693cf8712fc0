import type { GitHub } from '@actions/github/lib/utils'
import type { Event } from '../event/event.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { UnexpectedResponse } from './unexpected-response.ts'

/** A repository, and the API that it is reached by. */
export type Repository = Pick<Event, 'owner' | 'repo' | 'apiUrl' | 'graphqlUrl'>

/** An API client for one repository. */
export interface Client {
  /** Only `request`: `scripts/unused-code.ts` removes the methods for endpoints and lists from the bundle. */
  readonly octokit: Pick<InstanceType<typeof GitHub>, 'request'>
  readonly repository: { readonly owner: string; readonly repo: string }
  readonly graphqlUrl: string
}

/** A log that prints nothing: what a response says is printed only where it is redacted. */
const SILENT = { warn: () => undefined }

/**
 * Loads Octokit, which runs without a comment never need. This entry of the package reads the event file again, which
 * `readEvent` has validated.
 */
export async function createClient(
  { owner, repo, apiUrl, graphqlUrl }: Repository,
  token: string,
  signal: AbortSignal,
): Promise<Client> {
  const { GitHub, defaults, getOctokitOptions } = await import('@actions/github/lib/utils')
  const { fetch } = defaults.request ?? {}
  const octokit = new GitHub({
    ...getOctokitOptions(token, { baseUrl: apiUrl }),
    // This `request` replaces the default one completely. The default has the proxy.
    request: {
      ...defaults.request,
      ...(fetch !== undefined && { fetch: boundedFetch(fetch) }),
      signal,
      // Octokit prints what the headers `deprecation`, `link` and `sunset` say.
      log: SILENT,
    },
  })
  return { octokit, repository: { owner, repo }, graphqlUrl }
}

export function requireList(data: unknown): readonly unknown[] {
  if (!Array.isArray(data)) throw new UnexpectedResponse('GitHub responded without a list')
  return data
}

export function requireValue<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new UnexpectedResponse(`GitHub responded without ${what}`)
  return value
}
