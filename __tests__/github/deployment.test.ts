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
async function announced(options: LabGithubOptions = {}, event: Partial<Event> = {}) {
  const github = (server = await startGithub({ deployments: [deployment(1)], ...options }))
  const told = await startWork({ event: eventAt(github, event), config: CONFIG, url: URL }, BOUNDS)
  return { github, told }
}

const concluded = (told: InProgress, of: Report, failed = of.verdict === 'unhealthy') =>
  publishStatus(told, { report: of, failed }, BOUNDS)

const statesIn = ({ deployments }: LabGithub): readonly (readonly string[])[] =>
  deployments.map(({ statuses }) => statuses.map(({ state }) => state))

test('is in progress while we look, and then what came of it, with the ways to the site and to the run', async () => {
  const { github, told } = await announced()
  const ways = { environment_url: URL, log_url: RUN }
  const begun = { ...ways, state: 'in_progress', description: 'Origin Gate: looking at the site' }
  expect(await told.deployment).toBe(1)
  expect(github.deployments[0]?.statuses).toEqual([begun])

  expect(await concluded(told, report())).toBeUndefined()
  const description = 'Origin Gate: www.example.test is down: nothing listens at the origin'
  expect(github.deployments[0]?.statuses).toEqual([begun, { ...ways, state: 'failure', description }])
})

const inconclusive = report({ verdict: 'inconclusive', sites: [siteReport({ verdict: 'inconclusive' })] })

test.each<[string, Report, boolean, string]>([
  ['a healthy site', healthyReport(), false, 'success'],
  ['a healthy site whose warnings fail the step', healthyReport(), true, 'failure'],
  ['an unhealthy one', report(), true, 'failure'],
  ['an unhealthy one that fails no step', report(), false, 'failure'],
  ['one that could not be judged', inconclusive, false, 'error'],
])('%s concludes it', async (_, of, failed, state) => {
  const { github, told } = await announced()
  await concluded(told, of, failed)
  expect(statesIn(github)).toEqual([['in_progress', state]])
})

test('a long headline is cut where GitHub would refuse it', async () => {
  const { github, told } = await announced()
  const sites = [siteReport({ headline: '🙂'.repeat(500) }), siteReport()] as const
  expect(await concluded(told, report({ sites }))).toBeUndefined()
  expect(github.deployments[0]?.statuses[1]?.description).toMatch(/^Origin Gate: 🙂+…, and 1 more site/u)
})

describe('which deployment', () => {
  test('that of the event', async () => {
    const { github, told } = await announced(
      { deployments: [deployment(1), deployment(2), deployment(3)] },
      { deployment: 2 },
    )
    await concluded(told, healthyReport())
    expect(statesIn(github)).toEqual([[], ['in_progress', 'success'], []])
  })

  test('else the newest of the commit that people see', async () => {
    const merge = 'c'.repeat(40)
    const { github, told } = await announced({
      deployments: [deployment(1), deployment(2), deployment(3, merge)],
    })
    await concluded(told, healthyReport())
    expect(statesIn(github)).toEqual([[], ['in_progress', 'success'], []])
  })

  test('none: a warning', async () => {
    const { told } = await announced({ deployments: [] })
    expect(await concluded(told, healthyReport())).toMatchInlineSnapshot(
      `"The verdict stands, but no deployment status was written: commit aaaaaaa has no deployment. Make one before this step, with the key \`environment\` of a job or by the API, or leave out deployment-status."`,
    )
  })

  test('none of an event that our own status has started: that would never end', async () => {
    const { github, told } = await announced({}, { deployment: 1, echo: true })
    expect(await concluded(told, healthyReport())).toBeUndefined()
    expect(github.requests).toEqual([])
  })
})

const said = (state: string, run: string, description = 'Origin Gate: x'): LabDeploymentStatus => ({
  state,
  description,
  log_url: `https://github.test/octo/site/actions/runs/${run}`,
  environment_url: URL,
})

describe('what is said already', () => {
  test.each<[string, LabDeploymentStatus, readonly string[]]>([
    ['by a newer run stands', said('success', '101/attempts/1'), ['success']],
    ['by a later attempt stands', said('success', '100/attempts/2'), ['success']],
    ['by an older run does not', said('failure', '99/attempts/3'), ['failure', 'in_progress', 'success']],
    [
      'by somebody else does not',
      said('failure', '101/attempts/1', 'Deployed by a robot'),
      ['failure', 'in_progress', 'success'],
    ],
    ['without a run does not', said('failure', '101/job/7'), ['failure', 'in_progress', 'success']],
    [
      'by another job of this run, which found it failing, stands',
      said('failure', '100/attempts/1'),
      ['failure'],
    ],
    [
      'by another job of this run, which found it well, does not',
      said('success', '100/attempts/1'),
      ['success', 'in_progress', 'success'],
    ],
  ])('%s', async (_, status, states) => {
    const { github, told } = await announced({ deployments: [deployment(1, HEAD, [status])] })
    expect(await concluded(told, healthyReport())).toBeUndefined()
    expect(statesIn(github)).toEqual([states])
  })
})

test('a token that may not read what is said already may still add to it', async () => {
  const { github, told } = await announced({
    fault: ({ method, path }) =>
      method === 'GET' && path.endsWith('/statuses') ? NOT_ACCESSIBLE : undefined,
  })
  expect(await concluded(told, healthyReport())).toBeUndefined()
  expect(statesIn(github)).toEqual([['in_progress', 'success']])
})

/** The fault on the matching request of that number, counted from 1. */
function nth(count: number, method: string, fault: Fault): (request: LabRequest) => Fault | undefined {
  let come = 0
  return (request) => (request.method === method && ++come === count ? fault : undefined)
}

describe('a lost answer', () => {
  test.each<[string, number, string, Fault]>([
    ['to the first POST, which was done', 1, 'POST', 'reset-after-write'],
    ['to the second, which was done', 2, 'POST', 'reset-after-write'],
    ['to the second, which was not', 2, 'POST', 'reset'],
    ['to the search for the deployment', 1, 'GET', { status: 502 }],
    ['to the search for what is said already', 2, 'GET', { status: 200, body: '' }],
  ])('%s says nothing twice', async (_, count, method, fault) => {
    const { github, told } = await announced({ fault: nth(count, method, fault) })
    expect(await concluded(told, report())).toBeUndefined()
    expect(statesIn(github)).toEqual([['in_progress', 'failure']])
  })

  test('for as long as the looks go on: the status is set once they have ended', async () => {
    let outage = true
    const { github, told } = await announced({ fault: () => (outage ? { status: 502 } : undefined) })
    await expect(told.deployment).rejects.toMatchObject({ status: 502 })
    outage = false
    expect(await concluded(told, report())).toBeUndefined()
    expect(statesIn(github)).toEqual([['failure']])
  })
})

describe('what is refused becomes a warning', () => {
  test('with the line that mends it', async () => {
    const refused = { status: 403, body: { message: 'Resource not accessible by integration' } }
    const { told } = await announced({ fault: ({ method }) => (method === 'POST' ? refused : undefined) })
    expect(await concluded(told, report())).toMatchInlineSnapshot(`
"The verdict stands, but no deployment status was written on commit aaaaaaa: GitHub answered 403 (Resource not accessible by integration). Add to the job:
permissions:
  deployments: write
  contents: read # for actions/checkout
"
`)
  })

  test('where the deployment is gone', async () => {
    const { told } = await announced({}, { deployment: 12 })
    expect(await concluded(told, report())).toMatchInlineSnapshot(`
"The verdict stands, but no deployment status was written on commit aaaaaaa: GitHub answered 404 (Not Found). Either the deployment is gone from octo/site. Or the token may not see it; then add to the job:
permissions:
  deployments: write
  contents: read # for actions/checkout
"
`)
  })

  test('where GitHub is silent, within the bound', async () => {
    const { told } = await announced({ fault: () => 'silence' })
    const patience = { settle: 1, signal: AbortSignal.timeout(200) }
    expect(await publishStatus(told, { report: report(), failed: true }, patience)).toMatchInlineSnapshot(
      `"The verdict stands, but GitHub took too long: the deployment status is missing, still in progress, or written without an answer that came in time."`,
    )
  })
})

test.each(['cancelled', 'failed'] as const)('a run that %s leaves none in progress', async (why) => {
  const { github, told } = await announced()
  await abandon(told, why)
  expect(github.deployments[0]?.statuses).toMatchObject([
    { state: 'in_progress' },
    { state: 'error', description: expect.stringMatching(/^Origin Gate: (Cancelled|The check itself)/) },
  ])
})
