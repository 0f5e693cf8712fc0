import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { type Permissions, type Workflow } from '../support/workflow.ts'
import { reusable, source, workflowOf } from './workflows.ts'

interface CallJob {
  readonly uses: string
  readonly with: Readonly<Record<string, unknown>>
  readonly secrets: Readonly<Record<string, string>>
  readonly permissions: Permissions
}

const monitorSteps = (workflow: Workflow): unknown => workflow.jobs['monitor']?.steps

const variablesOf = (workflow: Workflow): readonly string[] =>
  Object.keys(workflow.jobs['monitor']?.env ?? {})

describe('the monitor', () => {
  const complete = workflowOf('monitor')
  const { jobs: calls }: { readonly jobs: Readonly<Record<string, CallJob>> } = parse(source('monitor-short'))
  const call = calls['monitor']

  test('has the same steps in the workflow that users call and in the one that they copy', () => {
    const copied: unknown = JSON.parse(
      JSON.stringify(monitorSteps(complete)).replace('secrets.ORIGIN', 'secrets.origin'),
    )
    expect(copied).toEqual(monitorSteps(reusable()))
    expect(variablesOf(complete)).toEqual(variablesOf(reusable()))
  })

  test('gets all that it requires from the workflow that calls it', () => {
    const { inputs, secrets } = reusable().on.workflow_call
    expect(call?.uses).toBe('origin-gate/origin-gate/.github/workflows/monitor.yml@v1')
    expect(Object.keys(call?.with ?? {}).filter((input) => !(input in inputs))).toEqual([])
    const required = Object.entries(inputs).filter(([, input]) => input.required === true)
    expect(required.map(([input]) => input)).toEqual(Object.keys(call?.with ?? {}))
    expect(Object.keys(secrets)).toEqual(Object.keys(call?.secrets ?? {}))
  })

  test('grants nothing to all jobs, and the same to its job everywhere', () => {
    const needed = { contents: 'write', deployments: 'read', issues: 'write' }
    expect([complete.permissions, reusable().permissions, workflowOf('monitor-short').permissions]).toEqual([
      {},
      {},
      {},
    ])
    expect(complete.jobs['monitor']?.permissions).toEqual(needed)
    expect(reusable().jobs['monitor']?.permissions).toEqual(needed)
    // GitHub rejects a call that grants less than the called job names.
    expect(call?.permissions).toEqual(needed)
  })

  test('has no expression in a script, and no token in the environment of the job', () => {
    for (const { jobs } of [complete, reusable()])
      for (const { env, steps: all } of Object.values(jobs)) {
        expect(JSON.stringify(env)).not.toMatch(/token|secrets/)
        for (const { run = '' } of all) expect(run).not.toContain('${{')
      }
  })
})
