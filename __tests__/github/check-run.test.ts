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

let server: LabGithub | undefined

afterEach(async () => {
  await server?.close()
})

const CONFIG = { ...PUBLISH, comment: 'never', checkRun: true } as const
const BOUNDS = { settle: 1, signal: AbortSignal.timeout(60_000) }

async function announced(options: LabGithubOptions = {}, event: Partial<Event> = {}) {
  const github = (server = await startGithub(options))
  const told = await startWork(
    { event: eventAt(github, event), config: CONFIG, url: 'https://www.example.test/' },
    BOUNDS,
  )
  return { github, told }
}

const concluded = (told: InProgress, of: Report, failed = of.verdict === 'unhealthy') =>
  publishCheck(told, { report: of, markdown: '### down', failed }, BOUNDS)

/** The fault on the first request of the method only. */
function first(method: string, fault: Fault): (request: LabRequest) => Fault | undefined {
  let spent = false
  return (request) => {
    if (spent || request.method !== method) return undefined
    spent = true
    return fault
  }
}

test('is in progress while we look, on the commit that people see, and then has the report', async () => {
  const { github, told } = await announced()
  const id = await told.check?.opened
  const identity = {
    id,
    head_sha: HEAD,
    name: 'Origin Gate (deploy / check)',
    details_url: 'https://github.test/octo/site/actions/runs/100/attempts/1',
  }
  expect(github.checkRuns).toMatchObject([{ ...identity, status: 'in_progress', conclusion: '' }])

  expect(await concluded(told, report())).toBeUndefined()
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
  ['an unhealthy one', report(), true, 'failure'],
  ['an unhealthy one that fails no step', report(), false, 'failure'],
  ['one that could not be judged', inconclusive, false, 'neutral'],
  ['one that could not be judged, where that fails the step', inconclusive, true, 'failure'],
])('%s concludes it', async (_, of, failed, conclusion) => {
  const { github, told } = await announced()
  await concluded(told, of, failed)
  expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion }])
})

test('a report that is too large is cut, and so is a headline', async () => {
  const { github, told } = await announced()
  const sites = [siteReport({ headline: 'ä'.repeat(1000) }), siteReport()] as const
  const markdown = '| ärger |\n'.repeat(20_000)
  expect(
    await publishCheck(told, { report: report({ sites }), markdown, failed: true }, BOUNDS),
  ).toBeUndefined()
  const [run] = github.checkRuns
  expect(run?.summary).toMatch(/\| ärger \|\n\n_The rest did not fit here/)
  expect(Buffer.byteLength(run?.summary ?? '')).toBeLessThanOrEqual(65_535)
  expect(run?.title).toMatch(/^ä+…, and 1 more site is not healthy$/)
  expect(run?.title).toHaveLength(250)
})

describe('a lost answer makes no second one', () => {
  test.each<[string, string, Fault]>([
    ['to the POST, which was done', 'POST', 'reset-after-write'],
    ['to the POST, which was not', 'POST', 'reset'],
    ['to the POST, by a gateway', 'POST', { status: 502, body: '<html>' }],
    ['to the PATCH, which was done', 'PATCH', 'reset-after-write'],
    ['to the PATCH, which was not', 'PATCH', { status: 503 }],
  ])('%s', async (_, method, fault) => {
    const { github, told } = await announced({ fault: first(method, fault) })
    expect(await concluded(told, report())).toBeUndefined()
    expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  })

  test('while the looks go on, for as long as they do', async () => {
    let outage = true
    const { github, told } = await announced({
      fault: () => (outage ? 'reset-after-write' : undefined),
    })
    await expect(told.check?.opened).rejects.toMatchObject({ status: 500 })
    outage = false
    expect(await concluded(told, report())).toBeUndefined()
    expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  })
})

test('another leg of the matrix has its own, under the same name', async () => {
  const { github, told } = await announced()
  const other = await startWork({ ...told, event: eventAt(github) }, BOUNDS)
  await concluded(told, healthyReport())
  await concluded(other, report())
  expect(github.checkRuns.map(({ name, conclusion }) => [name, conclusion])).toEqual([
    ['Origin Gate (deploy / check)', 'success'],
    ['Origin Gate (deploy / check)', 'failure'],
  ])
})

describe('a comment on a pull request tells its number, and not its commit', () => {
  const event = { name: 'issue_comment', headSha: 'c'.repeat(40), headUnknown: true }
  const pull = {
    number: 7,
    state: 'open',
    merged_at: null,
    head: { sha: HEAD },
    base: { repo: { full_name: 'octo/site' } },
  } as const

  test('which is asked for', async () => {
    const { github, told } = await announced({ pulls: { [HEAD]: [pull] } }, event)
    await concluded(told, report())
    expect(github.checkRuns).toMatchObject([{ head_sha: HEAD }])
  })

  test('and where it may not be, no other commit gets the blame', async () => {
    const { github, told } = await announced(
      { fault: ({ method }) => (method === 'GET' ? NOT_ACCESSIBLE : undefined) },
      event,
    )
    expect(await concluded(told, report())).toContain('403 (Resource not accessible by integration)')
    expect(github.checkRuns).toEqual([])
  })
})

const refusing = (message: string): LabGithubOptions => ({
  fault: () => ({ status: 403, body: { message } }),
})

describe('what is refused becomes a warning', () => {
  test('with the line that mends it', async () => {
    const { told } = await announced(refusing('Resource not accessible by integration'))
    expect(await concluded(told, report())).toMatchInlineSnapshot(`
"The verdict stands, but no check run was written on commit aaaaaaa: GitHub answered 403 (Resource not accessible by integration). Add to the job:
permissions:
  checks: write
  contents: read # for actions/checkout
"
`)
  })

  test("where a person's token is given", async () => {
    const { told } = await announced(refusing('Resource not accessible by personal access token'))
    expect(await concluded(told, report())).toMatchInlineSnapshot(
      `"The verdict stands, but no check run was written on commit aaaaaaa: GitHub answered 403 (Resource not accessible by personal access token). Only the token of a GitHub App may write check runs: leave the input github-token out to use that of the job."`,
    )
  })

  test('on a pull request from a fork', async () => {
    const { told } = await announced(refusing('Resource not accessible by integration'), { fork: true })
    expect(await concluded(told, report())).toContain('Post from a second workflow on the event workflow_run')
  })

  test('and asked for once only', async () => {
    const { github, told } = await announced(refusing('Resource not accessible by integration'))
    await concluded(told, report())
    expect(github.requests).toHaveLength(1)
  })

  test('where GitHub is silent, within the bound', async () => {
    const { told } = await announced({ fault: () => 'silence' })
    const patience = { settle: 1, signal: AbortSignal.timeout(200) }
    const warning = await publishCheck(told, { report: report(), markdown: 'x', failed: true }, patience)
    expect(warning).toMatchInlineSnapshot(
      `"The verdict stands, but GitHub took too long: the check run is missing, still in progress, or written without an answer that came in time."`,
    )
  })
})

describe('without a verdict', () => {
  test.each([
    ['cancelled', 'cancelled', 'Cancelled before the site was judged'],
    ['failed', 'failure', 'The check itself could not run'],
  ] as const)('a run that %s leaves none in progress', async (why, conclusion, title) => {
    const { github, told } = await announced()
    await abandon(told, why)
    expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion, title }])
  })

  test('nor one that GitHub is still making', async () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const { github, told } = await announced({
      fault: ({ method }) => (method === 'POST' ? { after: promise } : undefined),
    })
    const withdrawn = abandon(told, 'cancelled')
    resolve()
    await withdrawn
    expect(github.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }])
  })

  test('nobody waits for a GitHub that is silent', async () => {
    const { told } = await announced({ fault: () => 'silence' })
    await expect(abandon(told, 'cancelled', { limit: 50 })).resolves.toBeUndefined()
  })
})
