import { afterEach, describe, expect, test } from '@jest/globals'
import {
  NOT_ACCESSIBLE,
  startGithub,
  type Fault,
  type LabGithub,
  type LabGithubOptions,
} from '../../lab/github/server.ts'
import type { LabDeployment, LabDeploymentStatus } from '../../lab/github/deployments.ts'
import type { LabRequest } from '../../lab/github/request.ts'
import type { Report } from '../../src/domain/report.ts'
import { startWork, abandon } from '../../src/github/in-progress/in-progress.ts'
import type { InProgress } from '../../src/github/types.ts'
import { publishStatus } from '../../src/github/publish/deployment.ts'
import type { Event } from '../../src/github/event/event.ts'
import { PUBLISH } from '../support/config.ts'
import { eventAt, HEAD } from '../support/github-event.ts'
import { healthyReport, report, siteReport } from '../support/github-report.ts'
import { redactNothing } from '../../src/redact/redact.ts'

let server: LabGithub | undefined

afterEach(async () => {
  await server?.close()
})

const CONFIG = { ...PUBLISH, comment: 'never', deploymentStatus: true } as const
const BOUNDS = { settle: 1, signal: AbortSignal.timeout(60_000) }
const URL = 'https://www.example.test/'
const RUN = 'https://github.test/octo/site/actions/runs/100/attempts/1'

const deployment = (id: number, sha = HEAD, statuses: LabDeploymentStatus[] = []): LabDeployment => ({
  id,
  sha,
  environment: 'production',
  statuses,
})

/** A commit with one deployment, unless the options say otherwise. */
async function started(options: LabGithubOptions = {}, event: Partial<Event> = {}) {
  const github = (server = await startGithub({ deployments: [deployment(1)], ...options }))
  const inProgress = await startWork(
    { event: eventAt(github, event), config: CONFIG, url: URL, redact: redactNothing },
    BOUNDS,
  )
  return { github, inProgress }
}

const publishedReport = (inProgress: InProgress, result: Report, failed = result.verdict === 'unhealthy') =>
  publishStatus(inProgress, { report: result, failed }, BOUNDS)

const statesIn = ({ deployments }: LabGithub): readonly (readonly string[])[] =>
  deployments.map(({ statuses }) => statuses.map(({ state }) => state))

test('is in progress during the checks, and then has the result, with links to the site and to the run', async () => {
  const { github, inProgress } = await started()
  const links = { environment_url: URL, log_url: RUN }
  const opened = { ...links, state: 'in_progress', description: 'Origin Gate: checking the site' }
  expect(await inProgress.deployment).toBe(1)
  expect(github.deployments[0]?.statuses).toEqual([opened])

  expect(await publishedReport(inProgress, report())).toBeUndefined()
  const description = 'Origin Gate: www.example.test is down: nothing listens at the origin'
  expect(github.deployments[0]?.statuses).toEqual([opened, { ...links, state: 'failure', description }])
})

const inconclusive = report({ verdict: 'inconclusive', sites: [siteReport({ verdict: 'inconclusive' })] })

test.each<[string, Report, boolean, string]>([
  ['a healthy site', healthyReport(), false, 'success'],
  ['a healthy site whose warnings fail the step', healthyReport(), true, 'failure'],
  ['an unhealthy site', report(), true, 'failure'],
  ['an unhealthy site that does not fail the step', report(), false, 'failure'],
  ['an inconclusive check', inconclusive, false, 'error'],
])('%s: the final state is right', async (_, result, failed, state) => {
  const { github, inProgress } = await started()
  await publishedReport(inProgress, result, failed)
  expect(statesIn(github)).toEqual([['in_progress', state]])
})

test("a long headline is truncated to GitHub's limit", async () => {
  const { github, inProgress } = await started()
  const sites = [siteReport({ headline: '🙂'.repeat(500) }), siteReport()] as const
  expect(await publishedReport(inProgress, report({ sites }))).toBeUndefined()
  expect(github.deployments[0]?.statuses[1]?.description).toMatch(/^Origin Gate: 🙂+…, and 1 more site/u)
})

describe('the deployment is', () => {
  test('the one of the event', async () => {
    const { github, inProgress } = await started(
      { deployments: [deployment(1), deployment(2), deployment(3)] },
      { deployment: 2 },
    )
    await publishedReport(inProgress, healthyReport())
    expect(statesIn(github)).toEqual([[], ['in_progress', 'success'], []])
  })

  test('else the newest of the commit that people see', async () => {
    const merge = 'c'.repeat(40)
    const { github, inProgress } = await started({
      deployments: [deployment(1), deployment(2), deployment(3, merge)],
    })
    await publishedReport(inProgress, healthyReport())
    expect(statesIn(github)).toEqual([[], ['in_progress', 'success'], []])
  })

  test('missing: a warning', async () => {
    const { inProgress } = await started({ deployments: [] })
    expect(await publishedReport(inProgress, healthyReport())).toMatchInlineSnapshot(
      `"The verdict stands, but no deployment status was written: commit aaaaaaa has no deployment. Create one before this step, with the job's \`environment\` key or with the API, or remove the \`deployment-status\` input."`,
    )
  })

  test('left alone when our own status triggered the event: that would never end', async () => {
    const { github, inProgress } = await started({}, { deployment: 1, selfTriggered: true })
    expect(await publishedReport(inProgress, healthyReport())).toBeUndefined()
    expect(github.requests).toEqual([])
  })
})

const existing = (state: string, run: string, description = 'Origin Gate: x'): LabDeploymentStatus => ({
  state,
  description,
  log_url: `https://github.test/octo/site/actions/runs/${run}`,
  environment_url: URL,
})

describe('an existing status', () => {
  test.each<[string, LabDeploymentStatus, readonly string[]]>([
    ['of a newer run stays', existing('success', '101/attempts/1'), ['success']],
    ['of a later attempt stays', existing('success', '100/attempts/2'), ['success']],
    [
      'of an older run is replaced',
      existing('failure', '99/attempts/3'),
      ['failure', 'in_progress', 'success'],
    ],
    [
      'of another tool is replaced',
      existing('failure', '101/attempts/1', 'Deployed by a robot'),
      ['failure', 'in_progress', 'success'],
    ],
    ['without a run is replaced', existing('failure', '101/job/7'), ['failure', 'in_progress', 'success']],
    [
      'of another job of this run that found the site failing stays',
      existing('failure', '100/attempts/1'),
      ['failure'],
    ],
    [
      'of another job of this run that found the site healthy is replaced',
      existing('success', '100/attempts/1'),
      ['success', 'in_progress', 'success'],
    ],
  ])('%s', async (_, status, states) => {
    const { github, inProgress } = await started({ deployments: [deployment(1, HEAD, [status])] })
    expect(await publishedReport(inProgress, healthyReport())).toBeUndefined()
    expect(statesIn(github)).toEqual([states])
  })
})

test("a token that can't list statuses can still add one", async () => {
  const { github, inProgress } = await started({
    fault: ({ method, path }) =>
      method === 'GET' && path.endsWith('/statuses') ? NOT_ACCESSIBLE : undefined,
  })
  expect(await publishedReport(inProgress, healthyReport())).toBeUndefined()
  expect(statesIn(github)).toEqual([['in_progress', 'success']])
})

/** Applies the fault to one request with this method, counted from 1. */
function nth(number: number, method: string, fault: Fault): (request: LabRequest) => Fault | undefined {
  let count = 0
  return (request) => (request.method === method && ++count === number ? fault : undefined)
}

describe('a lost response', () => {
  test.each<[string, number, string, Fault]>([
    ['to the first POST, which succeeded', 1, 'POST', 'reset-after-write'],
    ['to the second, which succeeded', 2, 'POST', 'reset-after-write'],
    ['to the second, which failed', 2, 'POST', 'reset'],
    ['to the search for the deployment', 1, 'GET', { status: 502 }],
    ['to the list of statuses', 2, 'GET', { status: 200, body: '' }],
  ])('%s sets no status twice', async (_, count, method, fault) => {
    const { github, inProgress } = await started({ fault: nth(count, method, fault) })
    expect(await publishedReport(inProgress, report())).toBeUndefined()
    expect(statesIn(github)).toEqual([['in_progress', 'failure']])
  })

  test('during an outage that lasts as long as the checks: the status is set after them', async () => {
    let outage = true
    const { github, inProgress } = await started({ fault: () => (outage ? { status: 502 } : undefined) })
    await expect(inProgress.deployment).rejects.toMatchObject({ status: 502 })
    outage = false
    expect(await publishedReport(inProgress, report())).toBeUndefined()
    expect(statesIn(github)).toEqual([['failure']])
  })
})

describe('a rejected request becomes a warning', () => {
  test('with the missing permission', async () => {
    const rejection = { status: 403, body: { message: 'Resource not accessible by integration' } }
    const { inProgress } = await started({
      fault: ({ method }) => (method === 'POST' ? rejection : undefined),
    })
    expect(await publishedReport(inProgress, report())).toMatchInlineSnapshot(`
"The verdict stands, but the deployment status on commit aaaaaaa could not be written: GitHub responded 403 (Resource not accessible by integration). Add to the job:
permissions:
  deployments: write
  contents: read # for actions/checkout
"
`)
  })

  test('for a deployment that was deleted', async () => {
    const { inProgress } = await started({}, { deployment: 12 })
    expect(await publishedReport(inProgress, report())).toMatchInlineSnapshot(`
"The verdict stands, but the deployment status on commit aaaaaaa could not be written: GitHub responded 404 (Not Found). Either the deployment was deleted from octo/site, or the token cannot see it. In the second case, add to the job:
permissions:
  deployments: write
  contents: read # for actions/checkout
"
`)
  })

  test('when GitHub sends no response, within the time limit', async () => {
    const { inProgress } = await started({ fault: () => 'silence' })
    const bounds = { settle: 1, signal: AbortSignal.timeout(200) }
    expect(await publishStatus(inProgress, { report: report(), failed: true }, bounds)).toMatchInlineSnapshot(
      `"The verdict stands, but GitHub did not respond in time. The deployment status may be missing, still in progress, or already correct."`,
    )
  })
})

test.each(['cancelled', 'failed'] as const)('a run that %s leaves no status in progress', async (reason) => {
  const { github, inProgress } = await started()
  await abandon(inProgress, reason)
  expect(github.deployments[0]?.statuses).toMatchObject([
    { state: 'in_progress' },
    { state: 'error', description: expect.stringMatching(/^Origin Gate: (Cancelled|The check itself)/) },
  ])
})
