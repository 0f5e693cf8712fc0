/** What the examples allow, and what they run. */
import { describe, expect, test } from '@jest/globals'
import { type Job, type Permissions } from '../support/workflow.ts'
import { isCheckout, isGate, jobsOf, source, stepsOf, workflowOf, WORKFLOWS } from './workflows.ts'

/** Only they need permissions of their own, for the API and the commit. See monitor.test.ts. */
const MONITORS: ReadonlySet<string> = new Set(['monitor', 'monitor-short'])

/**
 * The first versions that run on Node 24: since September 2026, runners have no Node 20. See the release notes of
 * https://github.com/actions/checkout and so on.
 */
const NODE_24: Readonly<Record<string, number>> = {
  'actions/checkout': 5,
  'actions/cache/restore': 5,
  'actions/cache/save': 5,
  'actions/upload-artifact': 6,
  'actions/download-artifact': 8,
  'actions/setup-node': 5,
  'aws-actions/configure-aws-credentials': 6,
  'cloudflare/wrangler-action': 4,
}

/** The permissions that the steps of a job use. */
function needed(name: string, { steps }: Job): Permissions {
  const gates = steps.filter(isGate).map((step) => step.with ?? {})
  const switched = (input: string): boolean => gates.some((gate) => gate[input] === true)
  const comments =
    gates.some((gate) => gate['comment'] !== 'never') ||
    steps.some(({ run = '' }) => run.includes('/comments'))
  return {
    ...(steps.some(isCheckout) && { contents: 'read' }),
    ...(name === 'commit-comment' && { contents: 'write' }),
    ...(comments && { 'pull-requests': 'write' }),
    ...(switched('check-run') && { checks: 'write' }),
    ...(switched('deployment-status') && { deployments: 'write' }),
    ...(steps.some(({ uses = '' }) => uses.includes('/configure-aws-credentials@')) && {
      'id-token': 'write',
    }),
  }
}

describe.each(WORKFLOWS)('%s', (name) => {
  test('grants nothing to all jobs', () => {
    expect(workflowOf(name).permissions).toEqual({})
    expect(source(name)).toContain('\npermissions: {} # ')
  })

  test('grants each job exactly what its steps need', () => {
    if (MONITORS.has(name)) return
    for (const job of jobsOf(name)) expect(job.permissions).toEqual(needed(name, job))
  })

  test('says for each permission what it is for', () => {
    for (const [line] of source(name).matchAll(/^ {6}[\w-]+: (?:read|write)\b.*$/gm))
      expect(line).toMatch(/ # \w/)
  })

  test('pins the actions of others by their commit, in a version that runs on Node 24', () => {
    for (const [line] of source(name).matchAll(/^.*\buses: (?!origin-gate\/).*$/gm)) {
      expect(line).toMatch(/uses: [\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/)
      const [, action = '', version] = /uses: (\S+)@\S+ # v(\d+)/.exec(line) ?? []
      expect([action, Number(version) >= (NODE_24[action] ?? Infinity)]).toEqual([action, true])
    }
  })

  test('leaves no token behind after a checkout', () => {
    for (const step of stepsOf(name).filter(isCheckout))
      expect(step.with).toMatchObject({ 'persist-credentials': false })
  })

  test('has no expression in a script', () => {
    for (const { run = '' } of stepsOf(name)) expect(run).not.toContain('${{')
  })
})

test.each(['bastion', 'rollback', 'tunnel'])('%s pins the host keys of ssh', (name) => {
  expect(source(name)).toContain('> ~/.ssh/known_hosts')
  expect(source(name)).not.toMatch(/StrictHostKeyChecking|accept-new|ssh-keyscan .*>/)
})

describe('code of a fork', () => {
  test('never runs on a runner of your own', () => {
    expect(source('self-hosted')).toContain('\non:\n  push:\n    branches: [main]')
    expect(source('self-hosted')).not.toMatch(/^ {2}(?:pull_request|workflow_run)/m)
  })

  test('never runs in the workflow that may write, and its names stay in variables', () => {
    const steps = stepsOf('fork-check')
    expect(steps.map(({ uses = 'a script' }) => uses)).toEqual(['a script', 'origin-gate/origin-gate@v1'])
    expect(steps[0]?.run).not.toMatch(/\bgh run\b|artifact|checkout/)
    expect(Object.keys(steps[0]?.env ?? {})).toEqual(['GH_TOKEN', 'OWNER', 'BRANCH', 'SHA'])
  })

  test('is checked only after its build, and only for a pull request', () => {
    expect(workflowOf('fork-check').jobs['check']?.if).toBe(
      "github.event.workflow_run.event == 'pull_request' && github.event.workflow_run.conclusion == 'success'",
    )
  })

  test('has no secret and no write access where it runs', () => {
    expect(source('fork-build')).not.toMatch(/secrets\.|write$/m)
  })

  test('is not deployed by the workflow that may deploy to Cloudflare', () => {
    const preview = workflowOf('wrangler').jobs['preview']
    expect(preview?.if).toContain('github.event.pull_request.head.repo.full_name == github.repository')
    // A branch may be named so that wrangler reads another argument in it.
    expect(source('wrangler')).not.toMatch(/head_ref|head\.ref|ref_name/)
  })
})

test('the URL that a deploy tool prints is checked before it is requested', () => {
  const uses = [...source('wrangler').matchAll(/^.*deployment-url \}\}.*$/gm)].map(([line]) => line.trim())
  expect(uses).toEqual([expect.stringMatching(/^URL: /)])
  // The comment on the line that has the site's own URL names it.
  expect(source('deployment').replaceAll(/#.*/g, '')).not.toMatch(/environment_url|target_url/)
})

test('the example with a baseline keeps the report of a failed check too: without it, the history has no outage', () => {
  const [saved, ...others] = stepsOf('baseline').filter(
    ({ uses }) => uses?.startsWith('actions/cache/save@') === true,
  )
  expect(others).toEqual([])
  expect(saved?.if).toBe("${{ !cancelled() && steps.gate.outputs.report != '' }}")
})

test('the example of a matrix merges the lists that it checks', () => {
  const { jobs } = workflowOf('matrix')
  // A list that is only in one of them would never be checked, or never be merged.
  expect(source('matrix')).toContain(`report-{${jobs['check']?.strategy?.matrix['list']?.join(',')}}.json`)
})

test('a release is rolled back only if it is unhealthy', () => {
  const rollback = stepsOf('rollback').find(({ id }) => id === 'rollback')
  expect(rollback?.if).toBe("failure() && steps.gate.outputs.verdict == 'unhealthy'")
})
