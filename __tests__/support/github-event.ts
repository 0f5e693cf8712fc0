import type { LabGithub } from '../../lab/github/server.ts'
import type { Event } from '../../src/github/event/event.ts'

export const HEAD = 'a'.repeat(40)

/** The event of a run in the lab's repository, on pull request 7. */
export function eventAt(github: Pick<LabGithub, 'url'>, changes: Partial<Event> = {}): Event {
  return {
    name: 'pull_request',
    owner: 'octo',
    repo: 'site',
    sha: 'c'.repeat(40),
    headSha: HEAD,
    prNumber: 7,
    headUnknown: false,
    forkHead: undefined,
    deployment: undefined,
    selfTriggered: false,
    fork: false,
    runId: 100,
    runAttempt: 1,
    runNumber: 3,
    workflow: 'deploy',
    job: 'check',
    serverUrl: 'https://github.test',
    apiUrl: github.url,
    graphqlUrl: `${github.url.replace(/\/v3$/, '')}/graphql`,
    runUrl: 'https://github.test/octo/site/actions/runs/100/attempts/1',
    ...changes,
  }
}
