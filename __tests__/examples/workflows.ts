/** The workflows in examples/, as GitHub reads them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Job, readWorkflow, ROOT, type Step, STRICT, type Workflow } from '../support/workflow.ts'

/** A workflow of ours that others call. */
export interface Reusable extends Workflow {
  readonly on: {
    readonly workflow_call: {
      readonly inputs: Readonly<Record<string, { readonly required?: boolean; readonly default?: unknown }>>
      readonly secrets: Readonly<Record<string, { readonly required?: boolean }>>
    }
  }
}

/** The files of examples/ itself. */
export const FILES: readonly string[] = readdirSync(join(ROOT, 'examples'), { withFileTypes: true }).flatMap(
  (entry) => (entry.isFile() ? [entry.name] : []),
)

/** The names of all workflows for GitHub. */
export const WORKFLOWS: readonly string[] = FILES.flatMap((file) =>
  file.endsWith('.yml') && file !== 'gitlab-ci.yml' ? [file.replace(/\.yml$/, '')] : [],
)

export const source = (name: string): string => readFileSync(join(ROOT, 'examples', `${name}.yml`), 'utf8')

export const reusable = (): Reusable =>
  parse(readFileSync(join(ROOT, '.github', 'workflows', 'monitor.yml'), 'utf8'), STRICT)

/** A workflow, with the steps of the one that it calls. */
export function workflowOf(name: string): Workflow {
  const workflow = readWorkflow(`examples/${name}.yml`)
  return name === 'monitor-short' ? { ...workflow, jobs: reusable().jobs } : workflow
}

export const jobsOf = (name: string): readonly Job[] => Object.values(workflowOf(name).jobs)

export const stepsOf = (name: string): readonly Step[] => jobsOf(name).flatMap(({ steps }) => steps)

export const isGate = ({ uses }: Step): boolean => uses?.startsWith('origin-gate/origin-gate@') === true

export const isCheckout = ({ uses }: Step): boolean => uses?.startsWith('actions/checkout@') === true
