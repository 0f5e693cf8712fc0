import type { GitHub } from '@actions/github/lib/utils'
import type { Event } from '../event/event.ts'

export type Where = Pick<Event, 'owner' | 'repo' | 'apiUrl' | 'graphqlUrl'>

/** A way to GitHub's API, and the repository that is meant there. */
export interface Client {
  readonly octokit: InstanceType<typeof GitHub>
  readonly home: { readonly owner: string; readonly repo: string }
  readonly graphqlUrl: string
}

/** A success whose body is not what the API promises: cut off on the way, or written by a proxy. */
export class UnexpectedAnswer extends Error {
  override readonly name = 'UnexpectedAnswer'
}

/**
 * Loads Octokit, which most runs without a comment never need. The package's main entry and this one both read the event file;
 * `readEvent` has already found it sound.
 */
export async function clientFor(where: Where, token: string, signal: AbortSignal): Promise<Client> {
  const { GitHub, defaults, getOctokitOptions } = await import('@actions/github/lib/utils')
  const octokit = new GitHub({
    ...getOctokitOptions(token, { baseUrl: where.apiUrl }),
    // `request` replaces that of the defaults as a whole: keep their proxy.
    request: { ...defaults.request, signal },
  })
  return { octokit, home: { owner: where.owner, repo: where.repo }, graphqlUrl: where.graphqlUrl }
}

export function list(data: unknown): readonly unknown[] {
  if (!Array.isArray(data)) throw new UnexpectedAnswer('GitHub answered without a list')
  return data
}

export function demanded<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new UnexpectedAnswer(`GitHub answered without ${what}`)
  return value
}
