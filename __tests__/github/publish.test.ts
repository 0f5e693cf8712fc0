import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  NOT_ACCESSIBLE,
  startGithub,
  type LabGithub,
  type LabGithubOptions,
} from '../../lab/github/server.ts'
import { markerOf } from '../../src/github/publish/marker.ts'
import type { PublishConfig } from '../../src/domain/config.ts'
import { PUBLISH } from '../support/config.ts'
import { HEAD } from '../support/github-event.ts'
import { startPublisher } from '../support/publisher.ts'
import type { PublishJob } from '../support/github-publish.ts'
import { healthyReport, report, siteReport } from '../support/github-report.ts'

const publisher = startPublisher()
afterAll(publisher.close)

let folder = ''
let server: LabGithub | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-'))
})

afterEach(async () => {
  await server?.close()
  server = undefined
  await rm(folder, { recursive: true })
})

async function github(options: LabGithubOptions = {}): Promise<LabGithub> {
  server = await startGithub(options)
  return server
}

interface Scene {
  readonly job?: Partial<Omit<PublishJob, 'config' | 'env'>>
  readonly config?: Partial<PublishConfig>
  readonly payload?: unknown
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the publishers as the runner does, and returns what they wrote. */
async function published(github: LabGithub, { job: changes, config, payload, env }: Scene = {}) {
  const paths = {
    event: join(folder, 'event.json'),
    summary: join(folder, 'summary'),
    output: join(folder, 'output'),
  }
  const pull = { number: 7, head: { sha: HEAD, repo: { id: 1 } }, base: { repo: { id: 1 } } }
  await writeFile(paths.event, JSON.stringify(payload ?? { pull_request: pull }))
  await writeFile(paths.summary, '')
  await writeFile(paths.output, '')
  const log = await publisher.publish({
    env: {
      GITHUB_EVENT_PATH: paths.event,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REPOSITORY: 'octo/site',
      GITHUB_SHA: 'c'.repeat(40),
      GITHUB_RUN_ID: '100',
      GITHUB_API_URL: github.url,
      GITHUB_STEP_SUMMARY: paths.summary,
      GITHUB_OUTPUT: paths.output,
      ...env,
    },
    report: report(),
    markdown: { comment: '### down', summary: '# down' },
    config: { ...PUBLISH, ...config },
    secrets: [],
    failed: true,
    url: 'https://www.example.test/',
    limit: 20_000,
    ...changes,
  })
  // In either form that the runner reads: `name=value`, or with a delimiter.
  const written = await readFile(paths.output, 'utf8')
  const outputs = [
    ...written.matchAll(/^(?<name>[\w-]+)(?:=(?<word>.*)|<<(?<end>.+)\n(?<value>.*)\n\k<end>)$/gm),
  ]
  return {
    log,
    summary: await readFile(paths.summary, 'utf8'),
    outputs: outputs.map(({ groups }) => [groups?.['name'], groups?.['word'] ?? groups?.['value']]),
  }
}

test('an unhealthy site leaves outputs, a summary, an annotation and a comment', async () => {
  const written = await published(await github(), { job: { secrets: ['s3cret', ''] } })
  const id = String(server?.comments[0]?.id)
  expect(written.outputs).toEqual([
    ['promote', 'false'],
    ['verdict', 'unhealthy'],
    ['cause', 'origin-refused'],
    ['category', 'origin'],
    ['confidence', 'certain'],
    ['trend', 'steady'],
    ['warnings', '0'],
    ['edge-status', '521'],
    ['origin-status', ''],
    ['ray-id', '8f2a1c0d9e7b6543'],
    ['colo', 'SJC'],
    ['report', 'report.json'],
    ['comment-id', id],
    ['comment-url', `https://github.test/octo/site/pull/7#issuecomment-${id}`],
  ])
  expect(written.summary).toBe('# down\n')
  expect(written.log).toEqual([
    '::add-mask::s3cret',
    '::error title=www.example.test is down%3A nothing listens at the origin::Visitors get 521 from Cloudflare. ' +
      'First: Check that the service is running on the origin. Cause: origin-refused (certain).',
  ])
  expect(server?.comments).toMatchObject([
    {
      thread: 7,
      body: expect.stringMatching(/^<!-- origin-gate key=.*\n### down\n\n<!-- origin-gate state=.*$/),
    },
  ])
})

test('a healthy site is promoted, and only its warnings are annotated', async () => {
  const warnings = [{ id: 'dns-not-proxied', text: 'The name does not point to Cloudflare.' }] as const
  const { log, outputs } = await published(await github(), {
    job: { report: { ...healthyReport(), warnings } },
  })
  expect(log).toEqual([
    '::warning title=origin-gate%3A dns-not-proxied::The name does not point to Cloudflare.',
  ])
  expect(Object.fromEntries(outputs)).toMatchObject({
    verdict: 'healthy',
    promote: 'true',
    cause: '',
    warnings: '1',
  })
})

test('an inconclusive check warns and does not promote', async () => {
  const inconclusive = { verdict: 'inconclusive', cause: 'cloudflare-challenged' } as const
  const sites = [siteReport(inconclusive), siteReport(inconclusive)] as const
  const { log, outputs } = await published(await github(), {
    job: { report: report({ ...inconclusive, sites }) },
  })
  expect(log).toEqual([
    expect.stringMatching(/^::warning title=.*1 more site is not healthy\. Cause: cloudflare-ch/),
  ])
  expect(Object.fromEntries(outputs)).toMatchObject({ verdict: 'inconclusive', promote: 'false' })
})

test("hostile text can't issue workflow commands or reach an output", async () => {
  const probe = {
    timings: {},
    total: 1,
    status: 200,
    rayId: '"; curl x | sh #',
    colo: 'SJC\nverdict=healthy',
  }
  const site = siteReport({
    headline: 'a\n::set-env name=x::y',
    summary: [{ text: '\u001b[2J::error::z' }],
    probes: { edge: probe, origins: [] },
  })
  const { log, outputs } = await published(await github(), { job: { report: report({ sites: [site] }) } })
  expect(log).toEqual([
    expect.stringMatching(/^::error title=a %3A%3Aset-env name=x%3A%3Ay::\[2J::error::z First/),
  ])
  expect(Object.fromEntries(outputs)).toMatchObject({ 'ray-id': '', colo: '' })
})

test('a summary that cannot be written is a warning', async () => {
  const { log } = await published(await github(), {
    env: { GITHUB_STEP_SUMMARY: join(folder, 'none', 'summary') },
  })
  expect(log).toContainEqual(
    expect.stringMatching(
      /^::warning title=origin-gate::The verdict stands, but the job summary could not be written: .*SUMMARY/,
    ),
  )
})

test('a summary that is too large is truncated', async () => {
  const { summary } = await published(await github(), {
    job: { markdown: { comment: 'x', summary: '| ärger |\n'.repeat(200_000) } },
  })
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024)
  expect(summary).toMatch(/\| ärger \|\n\n_The rest did not fit here/)
})

test('GitHub Enterprise Server has its API under a path', async () => {
  const enterprise = await github({ prefix: '/api/v3' })
  for (let n = 0; n < 120; n++) enterprise.seed({ thread: 7, author: 'octocat', body: 'hello' })
  const { outputs } = await published(enterprise)
  expect(Object.fromEntries(outputs)['comment-id']).toBe(String(enterprise.comments[120]?.id))
  expect(enterprise.requests.map(({ path }) => path)).toContain('/graphql')
})

const requestLines = (): readonly string[] =>
  server?.requests.map(({ method, path }) => `${method} ${path.replace('/repos/octo/site', '')}`) ?? []

describe('publishing costs', () => {
  const marker = markerOf({ key: 'deploy / check', runId: 99, attempt: 1 })
  const bot = 'github-actions[bot]'

  test('two round trips to update a comment: the login is requested in parallel with the list', async () => {
    const here = await github()
    const { id } = here.seed({ thread: 7, author: bot, body: `${marker}\n### old` })
    await published(here)
    expect(requestLines().toSorted()).toEqual([
      'GET /issues/7/comments',
      `PATCH /issues/comments/${id}`,
      'POST /graphql',
    ])
    expect(requestLines().at(-1)).toBe(`PATCH /issues/comments/${id}`)
  })

  test('one more to create it, to find a second one', async () => {
    await published(await github())
    expect(requestLines().slice(0, 2).toSorted()).toEqual(['GET /issues/7/comments', 'POST /graphql'])
    expect(requestLines().slice(2)).toEqual(['POST /issues/7/comments', 'GET /issues/7/comments'])
  })

  test('one when the comment has this text already', async () => {
    const here = await github()
    await published(here)
    const before = requestLines().length
    await published(here)
    expect(requestLines().slice(before).toSorted()).toEqual(['GET /issues/7/comments', 'POST /graphql'])
  })

  test('for a check run one before the checks and one after them', async () => {
    await published(await github(), { config: { comment: 'never', checkRun: true } })
    expect(requestLines()).toEqual([
      'POST /check-runs',
      'PATCH /check-runs/' + String(server?.checkRuns[0]?.id),
    ])
  })
})

test('check run and deployment status show the result of the comment', async () => {
  const deployments = [{ id: 5, sha: HEAD, environment: 'production', statuses: [] }]
  const here = await github({ deployments })
  const { log, outputs } = await published(here, { config: { checkRun: true, deploymentStatus: true } })
  expect(here.checkRuns).toMatchObject([{ head_sha: HEAD, conclusion: 'failure', summary: '### down' }])
  expect(here.deployments[0]?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'failure'])
  expect(log).toHaveLength(1)
  expect(Object.fromEntries(outputs)).toMatchObject({ verdict: 'unhealthy', promote: 'false' })
})

test('an Enterprise Server has check runs and deployments under its path too', async () => {
  const deployments = [{ id: 5, sha: HEAD, environment: 'production', statuses: [] }]
  const here = await github({ prefix: '/api/v3', deployments })
  await published(here, { config: { checkRun: true, deploymentStatus: true } })
  expect(here.checkRuns).toMatchObject([{ conclusion: 'failure' }])
  expect(here.deployments[0]?.statuses).toHaveLength(2)
  expect(here.comments).toHaveLength(1)
})

test('with comment: never, no request goes to GitHub', async () => {
  await published(await github(), { config: { comment: 'never' } })
  expect(server?.requests).toEqual([])
})

async function warningOf(options: LabGithubOptions, scene?: Scene): Promise<string> {
  const { log, outputs } = await published(await github(options), scene)
  expect(Object.fromEntries(outputs)).toMatchObject({
    verdict: 'unhealthy',
    promote: 'false',
    'comment-id': '',
  })
  const prefix = '::warning title=origin-gate::'
  const warnings = log.filter((line) => line.startsWith(prefix))
  expect(warnings).toHaveLength(1)
  return warnings[0]?.slice(prefix.length).replaceAll('%0A', '\n') ?? ''
}

describe('a rejected request becomes a warning with a fix, and the verdict stands', () => {
  const rejecting: LabGithubOptions = {
    fault: ({ method, path }) => (method === 'POST' && path !== '/graphql' ? NOT_ACCESSIBLE : undefined),
  }

  test('on a pull request', async () => {
    expect(await warningOf(rejecting)).toMatchInlineSnapshot(`
"The verdict stands, but the comment on pull request 7 could not be written: GitHub responded 403 (Resource not accessible by integration). Add to the job:
permissions:
  pull-requests: write
  contents: read # for actions/checkout
"
`)
  })

  test('on a commit', async () => {
    const scene = { payload: {}, env: { GITHUB_EVENT_NAME: 'push' } }
    expect(await warningOf(rejecting, scene)).toMatchInlineSnapshot(`
"The verdict stands, but the comment on commit ccccccc could not be written: GitHub responded 403 (Resource not accessible by integration). GitHub documents \`contents: read\` for creating a comment on a commit, but has rejected job tokens without \`write\`. Repositories can also disable comments on commits. Add to the job:
permissions:
  contents: read # or write, which also keeps one comment up to date
  pull-requests: write # the comment then goes to the pull request, if the commit has one
"
`)
  })

  test('everywhere: each warning lists all permissions that the job needs', async () => {
    const config = { checkRun: true, deploymentStatus: true }
    const { log } = await published(await github({ fault: () => NOT_ACCESSIBLE }), { config })
    const warnings = log
      .filter((line) => line.startsWith('::warning'))
      .map((line) => line.replaceAll('%0A', '\n'))
    expect(warnings.join('\n')).toMatchInlineSnapshot(`
"::warning title=origin-gate::The verdict stands, but the comment on pull request 7 could not be written: GitHub responded 403 (Resource not accessible by integration). Add to the job:
permissions:
  pull-requests: write
  checks: write
  deployments: write
  contents: read # for actions/checkout

::warning title=origin-gate::The verdict stands, but the check run on commit aaaaaaa could not be written: GitHub responded 403 (Resource not accessible by integration). Add to the job:
permissions:
  checks: write
  pull-requests: write
  deployments: write
  contents: read # for actions/checkout

::warning title=origin-gate::The verdict stands, but the deployment status on commit aaaaaaa could not be written: GitHub responded 403 (Resource not accessible by integration). Add to the job:
permissions:
  deployments: write
  pull-requests: write
  checks: write
  contents: read # for actions/checkout
"
`)
  })

  test('without a token: one warning, and no request', async () => {
    const config = { checkRun: true, deploymentStatus: true, githubToken: '' }
    const { log } = await published(await github(), { config })
    expect(log.filter((line) => line.startsWith('::warning'))).toEqual([
      expect.stringContaining('nothing was written to GitHub: `github-token` is empty'),
    ])
    expect(server?.requests).toEqual([])
  })

  test('from a fork', async () => {
    const pull = { number: 7, head: { sha: HEAD, repo: { id: 2 } }, base: { repo: { id: 1 } } }
    expect(await warningOf(rejecting, { payload: { pull_request: pull } })).toMatchInlineSnapshot(
      `"The verdict stands, but the comment on pull request 7 could not be written: GitHub responded 403 (Resource not accessible by integration). The pull request comes from a fork, so the token of this run is read-only. Publish from a second workflow on the event \`workflow_run\`, or read the job summary."`,
    )
  })

  test('a wrong token', async () => {
    expect(await warningOf({ token: 'another' })).toMatchInlineSnapshot(
      `"The verdict stands, but the comment on pull request 7 could not be written: GitHub responded 401 (Bad credentials). The token is not valid. Set \`github-token\` to a valid one, or remove the input to use the job's token."`,
    )
  })

  test('a wrong pull request', async () => {
    const gone = { status: 404, body: { message: 'Not Found' } }
    const fault: LabGithubOptions['fault'] = ({ path }) => (path.includes('/issues/12/') ? gone : undefined)
    expect(await warningOf({ fault }, { config: { prNumber: 12 } })).toMatchInlineSnapshot(`
"The verdict stands, but the comment on pull request 12 could not be written: GitHub responded 404 (Not Found). Either octo/site has no pull request 12 (see the \`pr-number\` input), or the token cannot see it. In the second case, add to the job:
permissions:
  pull-requests: write
  contents: read # for actions/checkout
"
`)
  })

  test('a rate limit', async () => {
    const limited = { status: 403, body: { message: 'You have exceeded a secondary rate limit.\n::x' } }
    expect(await warningOf({ fault: () => limited })).toMatchInlineSnapshot(
      `"The verdict stands, but the comment on pull request 7 could not be written: GitHub responded 403 (You have exceeded a secondary rate limit. ::x). Its rate limit is exhausted. A later run will write the comment."`,
    )
  })

  test('a locked conversation', async () => {
    const locked = { status: 403, body: { message: 'Unable to create comment because issue is locked.' } }
    const fault: LabGithubOptions['fault'] = ({ method }) => (method === 'POST' ? locked : undefined)
    expect(await warningOf({ fault })).toMatchInlineSnapshot(
      `"The verdict stands, but the comment on pull request 7 could not be written: GitHub responded 403 (Unable to create comment because issue is locked). Unlock the conversation, or read the job summary."`,
    )
  })

  test('an outage', async () => {
    expect(await warningOf({ fault: () => ({ status: 503, body: 'no server' }) })).toMatchInlineSnapshot(
      `"The verdict stands, but the comment on pull request 7 could not be written: GitHub responded 503. Rerun the job, or check https://www.githubstatus.com."`,
    )
  })

  test('a broken connection', async () => {
    const text = await warningOf({ fault: () => 'reset' })
    expect(text.replace(/:\d+/, ':PORT')).toMatchInlineSnapshot(
      `"The verdict stands, but the comment on pull request 7 could not be written: the connection to http://127.0.0.1:PORT/repos/octo/site/issues/7/comments failed (ECONNRESET). Rerun the job, or read the job summary."`,
    )
  })

  test('no response, within the time limit', async () => {
    expect(await warningOf({ fault: () => 'silence' }, { job: { limit: 300 } })).toMatchInlineSnapshot(
      `"The verdict stands, but GitHub did not respond in time. The comment may be missing, out of date, or already correct."`,
    )
  })

  test('no pull request, with comment-target: pr', async () => {
    const scene: Scene = { payload: {}, env: { GITHUB_EVENT_NAME: 'push' }, config: { commentTarget: 'pr' } }
    expect(await warningOf({}, scene)).toMatchInlineSnapshot(
      `"The verdict stands, but no comment was written: the event "push" has no pull request, and none contains commit ccccccc. Set pr-number, or set comment-target to auto to comment on the commit."`,
    )
  })
})
