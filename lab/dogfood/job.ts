/** What the steps of .github/workflows/dogfood.yml give each other. */
import { appendFileSync, readFileSync } from 'node:fs'
import { numberIn, parseJson } from '../../src/shared/json.ts'
import { findScenario } from '../scenarios/catalogue.ts'
import type { Scenario } from '../scenarios/scenario.ts'

/** A variable that the step must set. Throws if it is empty. */
export function variable(name: string): string {
  const value = process.env[name]
  if (value === undefined || value === '')
    throw new Error(`Set ${name}, as .github/workflows/dogfood.yml does.`)
  return value
}

/** The scenario that `SCENARIO` names. */
export function scenarioOfJob(): Scenario {
  const id = variable('SCENARIO')
  const scenario = findScenario(id)
  if (scenario === undefined)
    throw new Error(`There is no scenario ${id}. List them with: npm run lab -- list`)
  return scenario
}

/** A commit without a pull request gets this one, in the lab's GitHub. */
const PULL_REQUEST = 7

/** The number of the event's pull request, or of the lab's. */
export const pullRequestOfJob = (): number =>
  numberIn(parseJson(readFileSync(variable('GITHUB_EVENT_PATH'), 'utf8')), 'pull_request', 'number') ||
  PULL_REQUEST

/** Sets outputs of the step. Their values have one line. */
export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`)
  appendFileSync(variable('GITHUB_OUTPUT'), lines.join(''))
}
