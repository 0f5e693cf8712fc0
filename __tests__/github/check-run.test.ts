import { afterEach, describe, expect, test } from '@jest/globals'
import {
  NOT_ACCESSIBLE,
  startGithub,
  type Fault,
  type LabGithub,
  type LabGithubOptions,
} from '../../lab/github/server.ts'
import type { LabRequest } from '../../lab/github/request.ts'
import type { Report } from '../../src/domain/report.ts'
import { startWork, abandon } from '../../src/github/in-progress/in-progress.ts'
import type { InProgress } from '../../src/github/types.ts'
import { publishCheck } from '../../src/github/publish/check-run.ts'
import type { Event } from '../../src/github/event/event.ts'
import { PUBLISH } from '../support/config.ts'
import { eventAt, HEAD } from '../support/github-event.ts'
import { healthyReport, report, siteReport } from '../support/github-report.ts'
import { redactNothing } from '../../src/redact/redact.ts'

let server: LabGithub | undefined

afterEach(async () => {
  await server?.close()
})

const CONFIG = { ...PUBLISH, comment: 'never', checkRun: true } as const
const BOUNDS = { settle: 1, signal: AbortSignal.timeout(60_000) }

async function started(options: LabGithubOptions = {}, event: Partial<Event> = {}) {
  const github = (server = await startGithub(options))
  const inProgress = await startWork(
    {
      event: eventAt(github, event),
      config: CONFIG,
      url: 'https://www.example.test/',
      redact: redactNothing,
    },
    BOUNDS,
  )
  return { github, inProgress }
}

const publishedReport = (inProgress: InProgress, result: Report, failed = result.verdict === 'unhealthy') =>
  publishCheck(inProgress, { report: result, markdown: '### down', failed }, BOUNDS)

/** Applies the fault only to the first request with this method. */
function first(method: string, fault: Fault): (request: LabRequest) => Fault | undefined {
  let spent = false
  return (request) => {
    if (spent || request.method !== method) return undefined
    spent = true
    return fault
  }
}

test('is in progress during the checks, on the commit that people see, and then has the report', async () => {
  const { github, inProgress } = await started()
  const id = await inProgress.check?.opened
  const identity = {
    id,
    head_sha: HEAD,
    name: 'Origin Gate (deploy / check)',
    details_url: 'https://github.test/octo/site/actions/runs/100/attempts/1',
  }
  expect(github.checkRuns).toMatchObject([{ ...identity, status: 'in_progress', conclusion: '' }])

  expect(await publishedReport(inProgress, report())).toBeUndefined()
  expect(github.checkRuns).toMatchObject([
    {
      ...identity,
      status: 'completed',
      conclusion: 'failure',
      title: 'www.example.test is down: nothing listens at the origin',
      summary: '### down',
      text: '',
    },
  ])
  expect(github.requests.map(({ method }) => method)).toEqual(['POST', 'PATCH'])
})

const inconclusive = report({ verdict: 'inconclusive', sites: [siteReport({ verdict: 'inconclusive' })] })

test.each<[string, Report, boolean, string]>([
  ['a healthy site', healthyReport(), false, 'success'],
  ['a healthy site whose warnings fail the step', healthyReport(), true, 'failure'],
  ['an unhealthy site', report(), true, 'failure'],
  ['an unhealthy site that does not fail the step', report(), false, 'failure'],
  ['an inconclusive check', inconclusive, false, 'neutral'],
  ['an inconclusive check that fails the step', inconclusive, true, 'failure'],
])('%s: the conclusion is right', async (_, result, failed, conclusion) => {
  const { github, inProgress } = await started()
  await publishedReport(inProgress, result, failed)
  expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion }])
})

test('a report and a headline that are too long are truncated', async () => {
  const { github, inProgress } = await started()
  const sites = [siteReport({ headline: 'ä'.repeat(1000) }), siteReport()] as const
  const markdown = '| ärger |\n'.repeat(20_000)
  expect(
    await publishCheck(inProgress, { report: report({ sites }), markdown, failed: true }, BOUNDS),
  ).toBeUndefined()
  const [run] = github.checkRuns
  expect(run?.summary).toMatch(/\| ärger \|\n\n_The rest did not fit here/)
  expect(Buffer.byteLength(run?.summary ?? '')).toBeLessThanOrEqual(65_535)
  expect(run?.title).toMatch(/^ä+…, and 1 more site is not healthy$/)
  expect(run?.title).toHaveLength(250)
})

describe('a lost response does not create a second check run', () => {
  test.each<[string, string, Fault]>([
    ['to a POST that succeeded', 'POST', 'reset-after-write'],
    ['to a POST that failed', 'POST', 'reset'],
    ['to a POST, replaced by a gateway error', 'POST', { status: 502, body: '<html>' }],
    ['to a PATCH that succeeded', 'PATCH', 'reset-after-write'],
    ['to a PATCH that failed', 'PATCH', { status: 503 }],
  ])('%s', async (_, method, fault) => {
    const { github, inProgress } = await started({ fault: first(method, fault) })
    expect(await publishedReport(inProgress, report())).toBeUndefined()
    expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  })

  test('during an outage that lasts as long as the checks', async () => {
    let outage = true
    const { github, inProgress } = await started({
      fault: () => (outage ? 'reset-after-write' : undefined),
    })
    await expect(inProgress.check?.opened).rejects.toMatchObject({ status: 500 })
    outage = false
    expect(await publishedReport(inProgress, report())).toBeUndefined()
    expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  })
})

test('each job of a matrix has its own, under the same name', async () => {
  const { github, inProgress } = await started()
  const other = await startWork({ ...inProgress, event: eventAt(github) }, BOUNDS)
  await publishedReport(inProgress, healthyReport())
  await publishedReport(other, report())
  expect(github.checkRuns.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['Origin Gate (deploy / check)', 'success'],
    ['Origin Gate (deploy / check)', 'failure'],
  ])
})

describe('the event of a comment on a pull request has its number, but not its head commit', () => {
  const event = { name: 'issue_comment', headSha: 'c'.repeat(40), headUnknown: true }
  const pull = {
    number: 7,
    state: 'open',
    merged_at: null,
    head: { sha: HEAD },
    base: { repo: { full_name: 'octo/site' } },
  } as const

  test('so the head commit is requested', async () => {
    const { github, inProgress } = await started({ pulls: { [HEAD]: [pull] } }, event)
    await publishedReport(inProgress, report())
    expect(github.checkRuns).toMatchObject([{ head_sha: HEAD }])
  })

  test('and if that is rejected, no other commit gets a check run', async () => {
    const { github, inProgress } = await started(
      { fault: ({ method }) => (method === 'GET' ? NOT_ACCESSIBLE : undefined) },
      event,
    )
    expect(await publishedReport(inProgress, report())).toContain(
      '403 (Resource not accessible by integration)',
    )
    expect(github.checkRuns).toEqual([])
  })
})

const rejecting = (message: string): LabGithubOptions => ({
  fault: () => ({ status: 403, body: { message } }),
})

describe('a rejected request becomes a warning', () => {
  test('with the missing permission', async () => {
    const { inProgress } = await started(rejecting('Resource not accessible by integration'))
    expect(await publishedReport(inProgress, report())).toMatchInlineSnapshot(`
"The verdict stands, but the check run on commit aaaaaaa could not be written: GitHub responded 403 (Resource not accessible by integration). Add to the job:
permissions:
  checks: write
  contents: read # for actions/checkout
"
`)
  })

  test('for a personal access token', async () => {
    const { inProgress } = await started(rejecting('Resource not accessible by personal access token'))
    expect(await publishedReport(inProgress, report())).toMatchInlineSnapshot(
      `"The verdict stands, but the check run on commit aaaaaaa could not be written: GitHub responded 403 (Resource not accessible by personal access token). Only the token of a GitHub App can write check runs. Remove the \`github-token\` input to use the job's token."`,
    )
  })

  test('on a pull request from a fork', async () => {
    const { inProgress } = await started(rejecting('Resource not accessible by integration'), { fork: true })
    expect(await publishedReport(inProgress, report())).toContain(
      'Publish from a second workflow on the event `workflow_run`',
    )
  })

  test('and is not retried', async () => {
    const { github, inProgress } = await started(rejecting('Resource not accessible by integration'))
    await publishedReport(inProgress, report())
    expect(github.requests).toHaveLength(1)
  })

  test('when GitHub sends no response, within the time limit', async () => {
    const { inProgress } = await started({ fault: () => 'silence' })
    const bounds = { settle: 1, signal: AbortSignal.timeout(200) }
    const warning = await publishCheck(inProgress, { report: report(), markdown: 'x', failed: true }, bounds)
    expect(warning).toMatchInlineSnapshot(
      `"The verdict stands, but GitHub did not respond in time. The check run may be missing, still in progress, or already correct."`,
    )
  })
})

describe('without a verdict', () => {
  test.each([
    ['cancelled', 'cancelled', 'Cancelled before the site was judged'],
    ['failed', 'failure', 'The check itself could not run'],
  ] as const)('a run that %s leaves no check run in progress', async (reason, conclusion, title) => {
    const { github, inProgress } = await started()
    await abandon(inProgress, reason)
    expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion, title }])
  })

  test('nor one that GitHub is still creating', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { github, inProgress } = await started({
      fault: ({ method }) => (method === 'POST' ? { after: promise } : undefined),
    })
    const abandoned = abandon(inProgress, 'cancelled')
    resolve()
    await abandoned
    expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }])
  })

  test('does not wait for a response that never comes', async () => {
    const { inProgress } = await started({ fault: () => 'silence' })
    await expect(abandon(inProgress, 'cancelled', { limit: 50 })).resolves.toBeUndefined()
  })
})
