/** The tables of docs/permissions.md: each permission suffices for what its row writes, and is needed for it. */
import { readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { PERMISSIONS } from '../../lab/apis/cloudflare/setup.ts'
import type { LabPermissions } from '../../lab/github/permissions.ts'
import { startGithub, type LabGithub } from '../../lab/github/server.ts'
import { runAction } from '../../lab/runner/run-action.ts'
import { HEAD_SHA, startWorld } from '../../lab/world/world.ts'
import type { PublishConfig } from '../../src/domain/config.ts'
import { publish } from '../../src/github/index.ts'
import { startWork } from '../../src/github/in-progress/in-progress.ts'
import { redactNothing } from '../../src/redact/redact.ts'
import { PUBLISH } from '../support/config.ts'
import { eventAt, HEAD } from '../support/github-event.ts'
import { healthyReport, report } from '../support/github-report.ts'

interface Feature {
  /** As in the table; undefined for none. */
  readonly permission: string | undefined
  readonly granted: LabPermissions
  readonly config: Partial<PublishConfig>
  /** How many things three runs leave: unhealthy, unhealthy, healthy. */
  readonly written: (github: LabGithub) => number
  readonly expected: number
}

const NONE: PublishConfig = { ...PUBLISH, comment: 'never', jobSummary: false }
const ON_COMMIT = { comment: 'always', commentTarget: 'commit' } as const
const comments = (github: LabGithub): number => github.comments.length

/** In the order of the table. */
const FEATURES: readonly Feature[] = [
  {
    permission: 'pull-requests: write',
    granted: { 'pull-requests': 'write' },
    config: { comment: 'always' },
    written: comments,
    expected: 1,
  },
  {
    permission: 'contents: read',
    granted: { contents: 'read' },
    config: ON_COMMIT,
    written: comments,
    expected: 2,
  },
  {
    permission: 'contents: write',
    granted: { contents: 'write' },
    config: ON_COMMIT,
    written: comments,
    expected: 1,
  },
  {
    permission: 'checks: write',
    granted: { checks: 'write' },
    config: { checkRun: true },
    written: ({ checkRuns }) => checkRuns.length,
    expected: 3,
  },
  {
    permission: 'deployments: write',
    granted: { deployments: 'write' },
    config: { deploymentStatus: true },
    written: ({ deployments }) => deployments[0]?.statuses.length ?? 0,
    expected: 6,
  },
  { permission: undefined, granted: {}, config: {}, written: comments, expected: 0 },
]

const page = readFileSync(new URL('../../docs/permissions.md', import.meta.url), 'utf8')

/** The third column of the table. */
const documented = Array.from(
  page
    .slice(page.indexOf('\n| to write |'))
    .trimStart()
    .split('\n\n')[0]
    ?.matchAll(/^\| (?!to write|-)[^|]+\|[^|]+\| ([^|]+) \|/gm) ?? [],
  ([, permission = '']) => permission,
)

let server: LabGithub | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

/** Three runs of a workflow with a token that has these permissions. Returns the warnings. */
async function warningsOf(feature: Feature, permissions: LabPermissions): Promise<readonly string[]> {
  const deployments = [{ id: 5, sha: HEAD, environment: 'production', statuses: [] }]
  const here = (server = await startGithub({ permissions, deployments }))
  const config: PublishConfig = { ...NONE, ...feature.config }
  const warnings: string[] = []
  for (const [index, each] of [report(), report(), healthyReport()].entries()) {
    const runId = 100 + index
    const runUrl = `https://github.test/octo/site/actions/runs/${runId}/attempts/1`
    const event = eventAt(here, { runId, runUrl })
    const inProgress = await startWork(
      { event, config, url: 'https://www.example.com/', redact: redactNothing },
      { settle: 1 },
    )
    const markdown = { comment: `### ${index}`, summary: '' }
    const job = { env: {}, report: each, markdown, config, failed: !each.promote, inProgress }
    warnings.push(...(await publish(job, { settle: 1 })).warnings)
  }
  return warnings
}

test('the table has a row for each permission', () => {
  expect(documented).toEqual(
    FEATURES.map(({ permission }) => (permission === undefined ? 'nothing' : `\`${permission}\``)),
  )
})

describe.each(FEATURES.map((feature) => [feature.permission ?? 'no permission', feature] as const))(
  '%s',
  (_, feature) => {
    test('suffices', async () => {
      expect(await warningsOf(feature, feature.granted)).toEqual([])
      expect(server && feature.written(server)).toBe(feature.expected)
    })

    test('is named by the warning if it is missing, and nothing is written', async () => {
      const warnings = await warningsOf(feature, {})
      const scope = feature.permission?.split(':')[0]
      expect(warnings).toHaveLength(feature.permission === undefined ? 0 : 3)
      for (const warning of warnings) {
        expect(warning).toMatch(/^The verdict stands, but /)
        expect(warning.split('\n')[2]).toMatch(new RegExp(`^  ${scope}: (?:read # or )?write`))
      }
      expect(server && feature.written(server)).toBe(0)
    })
  },
)

test('without any permission, the verdict and the outputs are those of the check', async () => {
  const world = await startWorld({
    fault: 'healthy',
    inputs: { wait: '0s', 'check-run': 'true', 'deployment-status': 'true' },
    github: {
      permissions: {},
      deployments: [{ id: 3, sha: HEAD_SHA, environment: 'production', statuses: [] }],
    },
  })
  try {
    const { outputs, code, stdout, summary } = await runAction(world)
    expect({ outputs, code }).toMatchObject({ outputs: { verdict: 'healthy', promote: 'true' }, code: 0 })
    for (const permission of ['pull-requests: write', 'checks: write', 'deployments: write'])
      expect(stdout).toContain(`Add to the job:%0Apermissions:%0A  ${permission}%0A`)
    expect(summary).toContain('### ✅')
  } finally {
    await world.close()
  }
})

test("the table of the Cloudflare token's permissions has each one that the lab's API requires", () => {
  const table = page.slice(page.indexOf('## What a Cloudflare token adds'))
  const rows = Array.from(table.matchAll(/(?:Zone|Account) · ([^·|]+) · Read/g), ([, name]) => `${name} Read`)
  // The newer name of the permission for tunnels is documented too. No check reads the zone's health checks.
  const documentedHere = rows.filter((name) => name !== 'Cloudflare One Connector: cloudflared Read')
  const required = PERMISSIONS.filter((name) => name !== 'Health Checks Read')
  expect(documentedHere.toSorted()).toEqual(required.toSorted())
})
