import { afterEach, describe, expect, test } from '@jest/globals'
import type { LabPermissions } from '../../lab/github/permissions.ts'
import { startGithub, type LabGithub } from '../../lab/github/server.ts'
import { publish } from '../../src/github/index.ts'
import { startWork } from '../../src/github/in-progress/in-progress.ts'
import { redactNothing } from '../../src/redact/redact.ts'
import { PUBLISH } from '../support/config.ts'
import { eventAt, HEAD } from '../support/github-event.ts'
import { report } from '../support/github-report.ts'
import { readWorkflow } from '../support/workflow.ts'

let server: LabGithub | undefined
afterEach(async () => {
  await server?.close()
})

/** What the example grants to its jobs. */
const permissionsOf = (name: string): LabPermissions => {
  const { permissions, jobs } = readWorkflow(`examples/${name}.yml`)
  return Object.assign({}, ...Object.values(jobs).map((job) => job.permissions ?? permissions))
}

/** Publishes twice on a pull request, so that the comment is created and updated. Returns the warnings. */
async function warningsWith(
  permissions: LabPermissions,
  granted: LabPermissions,
): Promise<readonly string[]> {
  await server?.close()
  const here = (server = await startGithub({
    permissions: granted,
    deployments: [{ id: 5, sha: HEAD, environment: 'production', statuses: [] }],
  }))
  const config = {
    ...PUBLISH,
    jobSummary: false,
    checkRun: permissions.checks === 'write',
    deploymentStatus: permissions.deployments === 'write',
  }
  const warnings: string[] = []
  for (const runId of [100, 101]) {
    const event = eventAt(here, { runId })
    const work = { event, config, url: 'https://www.example.com/', redact: redactNothing }
    const inProgress = await startWork(work, { settle: 1 })
    const markdown = { comment: `### ${runId}`, summary: '' }
    const job = { env: {}, report: report(), markdown, config, failed: true, inProgress }
    warnings.push(...(await publish(job, { settle: 1 })).warnings)
  }
  return warnings
}

describe('the permissions of the example', () => {
  test.each(['smallest', 'promote', 'protect', 'deployment'])(
    '%s suffice on a pull request',
    async (name) => {
      const permissions = permissionsOf(name)
      expect(await warningsWith(permissions, permissions)).toEqual([])
      expect(server?.comments.map(({ body }) => body.split('\n')[1])).toEqual(['### 101'])
      expect(server?.checkRuns).toHaveLength(permissions.checks === undefined ? 0 : 2)
    },
  )

  test('deployment are all needed for what they name', async () => {
    const all = permissionsOf('deployment')
    const { 'pull-requests': pulls, checks, deployments, ...rest } = all
    expect([pulls, checks, deployments]).toEqual(['write', 'write', 'write'])
    const advised = async (granted: LabPermissions): Promise<readonly (string | undefined)[]> =>
      (await warningsWith(all, { ...rest, ...granted })).map((text) => text.split('\n')[2])
    expect(new Set(await advised({ checks: 'write', deployments: 'write' }))).toEqual(
      new Set(['  pull-requests: write']),
    )
    expect(new Set(await advised({ 'pull-requests': 'write', deployments: 'write' }))).toEqual(
      new Set(['  checks: write']),
    )
    expect(new Set(await advised({ 'pull-requests': 'write', checks: 'write' }))).toEqual(
      new Set(['  deployments: write']),
    )
  })
})
