import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  NOT_ACCESSIBLE,
  startGithub,
  type LabGithub,
  type LabGithubOptions,
} from '../../lab/github/server.ts'
import type { LabPull } from '../../lab/github/comments.ts'
import { startWork } from '../../src/github/in-progress/in-progress.ts'
import { readEvent } from '../../src/github/event/event.ts'
import { PUBLISH } from '../support/config.ts'
import { redactNothing } from '../../src/redact/redact.ts'

// Each event as GitHub sends it, reduced to what matters: where do comment, check run and deployment status go?

const HEAD = 'a'.repeat(40)
const MERGE = 'c'.repeat(40)
const DEPLOYED = 'd'.repeat(40)
const QUEUED = 'e'.repeat(40)
const TIP = 'f'.repeat(40)

let folder = ''
let server: LabGithub | undefined

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-'))
})
afterEach(async () => {
  await server?.close()
})
afterAll(() => rm(folder, { recursive: true }))

const HOME = { id: 1, name: 'site', full_name: 'octo/site', owner: { login: 'octo', type: 'Organization' } }
const FORK = {
  id: 2,
  name: 'site',
  full_name: 'mona/site',
  owner: { login: 'mona', type: 'User' },
  fork: true,
}
const SENDER = { login: 'mona', type: 'User' }

const pullPayload = (from: typeof HOME | typeof FORK | null = HOME) => ({
  action: 'synchronize',
  number: 12,
  pull_request: {
    number: 12,
    state: 'open',
    merged: false,
    merge_commit_sha: MERGE,
    head: { label: `${from?.owner.login ?? 'unknown'}:new-cart`, ref: 'new-cart', sha: HEAD, repo: from },
    base: { label: 'octo:main', ref: 'main', sha: TIP, repo: HOME },
  },
  repository: HOME,
  sender: SENDER,
})

const workflowRun = (changes: object) => ({
  action: 'completed',
  workflow: { id: 5, name: 'build' },
  workflow_run: {
    id: 77,
    name: 'build',
    event: 'pull_request',
    status: 'completed',
    conclusion: 'success',
    head_branch: 'new-cart',
    head_sha: HEAD,
    head_repository: HOME,
    repository: HOME,
    pull_requests: [],
    ...changes,
  },
  repository: HOME,
  sender: SENDER,
})

const reference = (number: number, sha: string, repo = { id: 1, name: 'site' }) => ({
  number,
  head: { ref: 'new-cart', sha, repo },
  base: { ref: 'main', sha: TIP, repo },
})

const deployment = {
  id: 9,
  sha: DEPLOYED,
  ref: 'main',
  task: 'deploy',
  environment: 'production',
  payload: {},
}

const push = {
  ref: 'refs/heads/main',
  before: HEAD,
  after: TIP,
  created: false,
  deleted: false,
  forced: false,
  head_commit: { id: TIP, message: 'Merge pull request #12 from octo/new-cart' },
  repository: HOME,
  pusher: { name: 'mona' },
  sender: SENDER,
}

const pull = (number: number, sha: string, changes: Partial<LabPull> = {}): LabPull => ({
  number,
  state: 'open',
  merged_at: null,
  head: { sha, label: 'octo:new-cart' },
  base: { repo: { full_name: 'octo/site' } },
  ...changes,
})
const merged = { state: 'closed', merged_at: '2030-01-02T00:00:00Z' } as const

interface Case {
  readonly event: string
  readonly what: string
  readonly payload: unknown
  readonly sha: string
  readonly ref?: string
  readonly pulls?: LabGithubOptions['pulls']
  /** A pull request's number, or the commit. */
  readonly comment: number | string
  readonly check: string
  readonly deployment?: number
}

const CASES: readonly Case[] = [
  {
    event: 'pull_request',
    what: 'its pull request; the head, not the merge commit',
    payload: pullPayload(),
    sha: MERGE,
    ref: 'refs/pull/12/merge',
    comment: 12,
    check: HEAD,
  },
  {
    event: 'pull_request_target',
    what: 'its pull request from a fork; the head, not the base that it runs on',
    payload: pullPayload(FORK),
    sha: TIP,
    ref: 'refs/heads/main',
    comment: 12,
    check: HEAD,
  },
  {
    event: 'push',
    what: 'the pull request that was just merged with the commit',
    payload: push,
    sha: TIP,
    pulls: { [TIP]: [pull(12, HEAD, merged)] },
    comment: 12,
    check: TIP,
  },
  {
    event: 'push',
    what: 'the open pull request of the branch',
    payload: { ...push, ref: 'refs/heads/new-cart', after: HEAD },
    sha: HEAD,
    ref: 'refs/heads/new-cart',
    pulls: { [HEAD]: [pull(11, TIP, merged), pull(12, HEAD)] },
    comment: 12,
    check: HEAD,
  },
  {
    event: 'push',
    what: 'the commit, which has no pull request',
    payload: push,
    sha: TIP,
    comment: TIP,
    check: TIP,
  },
  {
    event: 'workflow_run',
    what: 'the pull request and the commit of the run',
    payload: workflowRun({ pull_requests: [reference(11, DEPLOYED), reference(12, HEAD)] }),
    sha: TIP,
    comment: 12,
    check: HEAD,
  },
  {
    event: 'workflow_run',
    what: 'the pull request of a fork, found by its branch',
    payload: workflowRun({ head_repository: FORK }),
    sha: TIP,
    pulls: {
      [QUEUED]: [
        pull(13, QUEUED, { head: { sha: QUEUED, label: 'mona:new-cart' } }),
        pull(14, HEAD, { head: { sha: HEAD, label: 'mona:new-cart' } }),
        pull(15, HEAD, { head: { sha: HEAD, label: 'mallory:new-cart' } }),
      ],
    },
    comment: 14,
    check: HEAD,
  },
  {
    event: 'workflow_run',
    what: 'the commit of a fork whose branch has moved on',
    payload: workflowRun({ head_repository: FORK }),
    sha: TIP,
    pulls: { [QUEUED]: [pull(13, QUEUED, { head: { sha: QUEUED, label: 'mona:new-cart' } })] },
    comment: HEAD,
    check: HEAD,
  },
  {
    event: 'workflow_run',
    what: 'after a push, the pull request that was merged with its commit',
    payload: workflowRun({ event: 'push', head_branch: 'main', head_sha: DEPLOYED }),
    sha: TIP,
    pulls: { [DEPLOYED]: [pull(12, HEAD, merged)], [TIP]: [pull(16, TIP)] },
    comment: 12,
    check: DEPLOYED,
  },
  {
    event: 'workflow_dispatch',
    what: 'the open pull request of the branch that was chosen',
    payload: { inputs: { version: '3' }, ref: 'refs/heads/new-cart', repository: HOME, sender: SENDER },
    sha: HEAD,
    ref: 'refs/heads/new-cart',
    pulls: { [HEAD]: [pull(12, HEAD)] },
    comment: 12,
    check: HEAD,
  },
  {
    event: 'schedule',
    what: 'the last commit of the default branch',
    payload: { schedule: '*/15 * * * *', repository: HOME },
    sha: TIP,
    comment: TIP,
    check: TIP,
  },
  {
    event: 'merge_group',
    what: 'the pull request that is queued; the commit of the queue, which its rules check',
    payload: {
      action: 'checks_requested',
      merge_group: {
        head_sha: QUEUED,
        head_ref: `refs/heads/gh-readonly-queue/main/pr-12-${TIP}`,
        base_sha: TIP,
        base_ref: 'refs/heads/main',
      },
      repository: HOME,
      sender: SENDER,
    },
    sha: QUEUED,
    ref: `refs/heads/gh-readonly-queue/main/pr-12-${TIP}`,
    comment: 12,
    check: QUEUED,
  },
  {
    event: 'deployment_status',
    what: 'the pull request of what was deployed, and that deployment',
    payload: {
      action: 'created',
      deployment_status: {
        id: 4,
        state: 'success',
        description: '',
        environment: 'production',
        environment_url: 'https://www.example.com',
      },
      deployment,
      workflow_run: { head_sha: TIP },
      repository: HOME,
      sender: SENDER,
    },
    sha: DEPLOYED,
    pulls: { [DEPLOYED]: [pull(12, DEPLOYED)] },
    comment: 12,
    check: DEPLOYED,
    deployment: 9,
  },
  {
    event: 'deployment',
    what: 'the commit of what is deployed, and that deployment',
    payload: { action: 'created', deployment, repository: HOME, sender: SENDER },
    sha: DEPLOYED,
    comment: DEPLOYED,
    check: DEPLOYED,
    deployment: 9,
  },
  {
    event: 'release',
    what: 'the commit of the tag',
    payload: {
      action: 'published',
      release: { id: 3, tag_name: 'v2.0.0', target_commitish: 'main', draft: false, prerelease: false },
      repository: HOME,
      sender: SENDER,
    },
    sha: DEPLOYED,
    ref: 'refs/tags/v2.0.0',
    comment: DEPLOYED,
    check: DEPLOYED,
  },
  {
    event: 'issue_comment',
    what: 'the pull request that was commented on, and its head',
    payload: {
      action: 'created',
      issue: { number: 12, pull_request: { url: 'https://api.github.com/repos/octo/site/pulls/12' } },
      comment: { id: 1, body: '/deploy', user: SENDER },
      repository: HOME,
      sender: SENDER,
    },
    sha: TIP,
    pulls: { [HEAD]: [pull(12, HEAD)] },
    comment: 12,
    check: HEAD,
  },
]

async function routed(
  { event: name, payload, sha, ref = 'refs/heads/main' }: Case,
  options: LabGithubOptions,
  target: Partial<typeof PUBLISH> = {},
) {
  const deployments = [7, 8, 9].map((id) => ({ id, sha: DEPLOYED, environment: 'production', statuses: [] }))
  const github = (server = await startGithub({ deployments, ...options }))
  const path = join(folder, 'event.json')
  await writeFile(path, JSON.stringify(payload))
  const event = readEvent({
    GITHUB_EVENT_PATH: path,
    GITHUB_EVENT_NAME: name,
    GITHUB_REPOSITORY: 'octo/site',
    GITHUB_SHA: sha,
    GITHUB_REF: ref,
    GITHUB_RUN_ID: '100',
    GITHUB_API_URL: github.url,
  })
  if ('text' in event) throw new TypeError(event.text)
  const config = { ...PUBLISH, checkRun: true, deploymentStatus: true, ...target }
  const inProgress = await startWork(
    { event, config, url: 'https://www.example.com/', redact: redactNothing },
    { settle: 1 },
  )
  const { thread } = (await inProgress.comment?.choice) ?? {}
  await Promise.allSettled([inProgress.check?.opened, inProgress.deployment])
  return {
    comment: thread?.kind === 'pull' ? thread.number : thread?.sha,
    checks: github.checkRuns.map(({ head_sha }) => head_sha),
    deployments: github.deployments.filter(({ statuses }) => statuses.length > 0).map(({ id }) => id),
  }
}

describe('results go to', () => {
  test.each(CASES.map((row) => [row.event, row.what, row] as const))('%s: %s', async (_, __, row) => {
    const expected = row.check === DEPLOYED ? [row.deployment ?? 9] : []
    expect(await routed(row, { ...(row.pulls && { pulls: row.pulls }) })).toEqual({
      comment: row.comment,
      checks: [row.check],
      deployments: expected,
    })
  })

  test.each(CASES.map((row) => [row.event, row.what, row] as const))(
    'with comment-target: commit, the commit of the check run. %s: %s',
    async (_, __, row) => {
      const options = { ...(row.pulls && { pulls: row.pulls }) }
      expect(await routed(row, options, { commentTarget: 'commit' })).toMatchObject({
        comment: row.check,
        checks: [row.check],
      })
    },
  )

  test.each(CASES.map((row) => [row.event, row.what, row] as const))(
    'with pr-number, that pull request. %s: %s',
    async (_, __, row) => {
      const options = { ...(row.pulls && { pulls: row.pulls }) }
      expect(await routed(row, options, { prNumber: 99 })).toMatchObject({ comment: 99, checks: [row.check] })
    },
  )
})

function caseWhere(matches: (row: Case) => boolean): Case {
  const row = CASES.find(matches)
  if (row === undefined) throw new TypeError('There is no such case')
  return row
}

test("a fork's pull request is found by its branch even if its commit is unknown here", async () => {
  const row = caseWhere(({ what }) => what.startsWith('the pull request of a fork'))
  const unknown = { status: 422, body: { message: `No commit found for SHA: ${HEAD}` } }
  const options: LabGithubOptions = {
    pulls: row.pulls ?? {},
    fault: ({ path }) => (/\/commits\/.*\/pulls$/.test(path) ? unknown : undefined),
  }
  expect(await routed(row, options)).toMatchObject({ comment: 14 })
})

test('without permission to look up pull requests, the comment goes to the commit', async () => {
  const row = caseWhere(({ event, comment }) => event === 'push' && comment === 12)
  const options: LabGithubOptions = {
    pulls: row.pulls ?? {},
    fault: ({ path }) => (path.endsWith('/pulls') ? NOT_ACCESSIBLE : undefined),
  }
  expect(await routed(row, options)).toMatchObject({ comment: TIP, checks: [TIP] })
})
