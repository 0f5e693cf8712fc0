import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import {
  eventOfCommit,
  readEvent,
  type Env,
  type Event,
  type EventProblem,
} from '../../src/github/event/event.ts'

const A = 'a'.repeat(40)
const B = 'b'.repeat(64)
const SHA = 'c'.repeat(40)
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-'))
})

afterAll(() => rm(folder, { recursive: true }))

const ENV: Env = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY: 'octo/site.test',
  GITHUB_SHA: SHA,
  GITHUB_RUN_ID: '1234567890',
}

async function read(contents: string, env: Env = {}): Promise<Event | EventProblem> {
  const path = join(folder, 'event.json')
  await writeFile(path, contents)
  return readEvent({ ...ENV, GITHUB_EVENT_PATH: path, ...env })
}

const event = (name: string, payload: unknown, env: Env = {}) =>
  read(JSON.stringify(payload), { GITHUB_EVENT_NAME: name, ...env })

test('a missing variable has a default', async () => {
  expect(await read('{}')).toEqual({
    name: 'push',
    owner: 'octo',
    repo: 'site.test',
    sha: SHA,
    headSha: SHA,
    prNumber: undefined,
    headUnknown: false,
    forkHead: undefined,
    deployment: undefined,
    selfTriggered: false,
    fork: false,
    runId: 1234567890,
    runAttempt: 1,
    runNumber: 1,
    workflow: '',
    job: '',
    serverUrl: 'https://github.com',
    apiUrl: 'https://api.github.com',
    graphqlUrl: 'https://api.github.com/graphql',
    runUrl: 'https://github.com/octo/site.test/actions/runs/1234567890/attempts/1',
  })
})

test('Enterprise Server has its own URLs', async () => {
  const env = {
    GITHUB_SERVER_URL: 'https://ghe.test/',
    GITHUB_API_URL: 'https://ghe.test/api/v3',
    GITHUB_RUN_ATTEMPT: '2',
  }
  expect(await read('{}', env)).toMatchObject({
    apiUrl: 'https://ghe.test/api/v3',
    graphqlUrl: 'https://ghe.test/api/graphql',
    runUrl: 'https://ghe.test/octo/site.test/actions/runs/1234567890/attempts/2',
  })
})

describe('what the event is about', () => {
  const pull = { number: 12, head: { sha: A, repo: { id: 1 } }, base: { repo: { id: 1 } } }
  const fork = { ...pull, head: { sha: A, repo: { id: 2 } } }
  const queue = 'gh-readonly-queue/release/v1/pr-123-' + A

  test.each<[string, unknown, Partial<Event>]>([
    ['pull_request', { pull_request: pull }, { headSha: A, prNumber: 12, fork: false }],
    ['pull_request', { pull_request: fork }, { headSha: A, prNumber: 12, fork: true }],
    ['pull_request', { pull_request: { ...pull, head: { sha: A, repo: null } } }, { fork: true }],
    ['pull_request_target', { pull_request: fork }, { headSha: A, prNumber: 12, fork: false }],
    ['pull_request_review', { pull_request: pull }, { headSha: A, prNumber: 12 }],
    [
      'workflow_run',
      { workflow_run: { head_sha: B, pull_requests: [{ number: 9 }] } },
      { headSha: B, prNumber: 9 },
    ],
    [
      'workflow_run',
      { workflow_run: { head_sha: B, pull_requests: [] } },
      { headSha: B, prNumber: undefined },
    ],
    ['deployment_status', { deployment: { sha: B }, workflow_run: { head_sha: A } }, { headSha: B }],
    ['deployment', { deployment: { sha: B } }, { headSha: B }],
    ['issue_comment', { issue: { number: 5, pull_request: {} } }, { headSha: SHA, prNumber: 5 }],
    ['issue_comment', { issue: { number: 5 } }, { prNumber: undefined }],
    [
      'merge_group',
      { merge_group: { head_sha: A, head_ref: `refs/heads/${queue}` } },
      { headSha: A, prNumber: 123 },
    ],
    ['push', { after: A, pull_request: pull }, { headSha: SHA, prNumber: undefined }],
  ])('%s %j', async (name, payload, expected) => {
    expect(await event(name, payload)).toMatchObject(expected)
  })

  test('the pull request of a merge queue is also found in the ref', async () => {
    expect(await event('merge_group', {}, { GITHUB_REF: `refs/heads/${queue}` })).toMatchObject({
      prNumber: 123,
    })
  })

  test("of a workflow run's pull requests, the one of this repository and commit counts", async () => {
    const pull_requests = [
      { number: 1, head: { sha: A }, base: { repo: { id: 77 } } },
      { number: 2, head: { sha: B }, base: { repo: { id: 1 } } },
      { number: 3, head: { sha: A }, base: { repo: { id: 1 } } },
    ]
    const payload = { repository: { id: 1 }, workflow_run: { head_sha: A, pull_requests } }
    expect(await event('workflow_run', payload)).toMatchObject({ prNumber: 3 })
  })

  test.each([
    { pull_request: { number: '12; rm', head: { sha: 'main' } } },
    { pull_request: { number: -1, head: { sha: A.toUpperCase() } } },
    { pull_request: { number: 1.5, head: null } },
    { pull_request: [] },
    { pull_request: null },
  ])('a payload with an unexpected shape is ignored: %j', async (payload) => {
    expect(await event('pull_request', payload)).toMatchObject({
      headSha: SHA,
      prNumber: undefined,
      fork: false,
    })
  })
})

const described = (result: Event | EventProblem) =>
  'text' in result
    ? `${result.input}: ${result.text}`.replace(JSON.stringify(folder + sep).slice(1, -1), '…/')
    : 'accepted'

describe('an invalid variable is described', () => {
  test('no event file', () => {
    expect(described(readEvent(ENV))).toMatchInlineSnapshot(
      `"GITHUB_EVENT_PATH: GITHUB_EVENT_PATH is not set. The Actions runner sets it to the JSON file of the event. Outside a runner, use the command: \`origin-gate --url …\`."`,
    )
  })

  test('a missing event file', () => {
    expect(
      described(readEvent({ ...ENV, GITHUB_EVENT_PATH: join(folder, 'none.json') })),
    ).toMatchInlineSnapshot(
      `"GITHUB_EVENT_PATH: GITHUB_EVENT_PATH is "…/none.json", which does not exist. The Actions runner sets it to the JSON file of the event. Outside a runner, use the command: \`origin-gate --url …\`."`,
    )
  })

  test('a folder', () => {
    expect(described(readEvent({ ...ENV, GITHUB_EVENT_PATH: folder }))).toContain('which is a folder')
  })

  test('an event file that is not JSON, without quoting it', async () => {
    expect(described(await read('{"token": "s3cret'))).toMatchInlineSnapshot(
      `"GITHUB_EVENT_PATH: GITHUB_EVENT_PATH is "…/event.json", a file of 17 characters that is not JSON. It must be the JSON object that the runner wrote. An earlier step probably changed the file or the variable."`,
    )
  })

  test.each([
    ['null', 'which holds null'],
    ['[]', 'which holds a list'],
    ['"x"', 'which holds a string'],
  ])('an event file that holds %s', async (contents, words) => {
    expect(described(await read(contents))).toContain(words)
  })

  test.each<[string, string]>([
    ['GITHUB_REPOSITORY', 'octo/site/../other'],
    ['GITHUB_REPOSITORY', 'octo/..'],
    ['GITHUB_REPOSITORY', ''],
    ['GITHUB_SHA', 'main\n::error::'],
    ['GITHUB_RUN_ID', '-1'],
    ['GITHUB_API_URL', 'https://user:pw@api.github.com'],
    ['GITHUB_API_URL', 'file:///etc/passwd'],
    ['GITHUB_SERVER_URL', 'github'],
  ])('%s=%j', async (input, value) => {
    const text = described(await read('{}', { [input]: value }))
    expect(text).toMatch(
      new RegExp(`^${input}: ${input} (is not set|is ".*")\\. The Actions runner sets it to .*\\.$`),
    )
  })
})

const named = async (name: string, payload: unknown): Promise<Event> => {
  const found = await event(name, payload)
  if ('text' in found) throw new Error(found.text)
  return found
}

describe('results that belong to another commit', () => {
  const OTHER = { headSha: A, prNumber: undefined, headUnknown: false }

  test.each([
    ['workflow_run', { workflow_run: { head_sha: B, pull_requests: [{ number: 9 }] } }],
    ['issue_comment', { issue: { number: 5, pull_request: {} } }],
  ])("do not belong to the event's pull request (%s)", async (name, payload) => {
    expect(eventOfCommit(await named(name, payload), A)).toMatchObject(OTHER)
  })

  test('nor do those of the commit of a run that a comment on a pull request started', async () => {
    const comment = await named('issue_comment', { issue: { number: 5, pull_request: {} } })
    expect(eventOfCommit(comment, SHA)).toMatchObject({ ...OTHER, headSha: SHA })
  })

  test('but those of the head commit of the pull request do', async () => {
    const run = await named('workflow_run', { workflow_run: { head_sha: B, pull_requests: [{ number: 9 }] } })
    expect([eventOfCommit(run, B), eventOfCommit(run, undefined)]).toEqual([run, run])
  })
})
