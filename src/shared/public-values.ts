/** Values of this run that anyone may read. They are the same for the whole process. */
const known = new Set<string>()

/** Declares public values, such as the commit. No parameter of a URL makes one of them a secret. */
export function declarePublic(values: readonly (string | undefined)[]): void {
  for (const value of values) if (value !== undefined && value !== '') known.add(value)
}

/** Whether a value is public, or is the beginning of a public commit. */
export function isPublic(value: string): boolean {
  if (known.has(value)) return true
  return ABBREVIATED.test(value) && [...known].some((each) => COMMIT.test(each) && each.startsWith(value))
}

const ABBREVIATED = /^[\da-f]{7,64}$/
const COMMIT = /^(?:[\da-f]{40}|[\da-f]{64})$/

/** The runner's variables about the run, which its log shows anyway. `GITHUB_TOKEN` isn't one of them. */
const PUBLIC_VARIABLES = [
  'GITHUB_SHA',
  'GITHUB_REF',
  'GITHUB_REF_NAME',
  'GITHUB_HEAD_REF',
  'GITHUB_BASE_REF',
  'GITHUB_REPOSITORY',
  'GITHUB_REPOSITORY_ID',
  'GITHUB_REPOSITORY_OWNER',
  'GITHUB_REPOSITORY_OWNER_ID',
  'GITHUB_ACTOR',
  'GITHUB_ACTOR_ID',
  'GITHUB_TRIGGERING_ACTOR',
  'GITHUB_EVENT_NAME',
  'GITHUB_JOB',
  'GITHUB_WORKFLOW',
  'GITHUB_WORKFLOW_REF',
  'GITHUB_WORKFLOW_SHA',
  'GITHUB_RUN_ID',
  'GITHUB_RUN_NUMBER',
  'GITHUB_RUN_ATTEMPT',
  'GITHUB_SERVER_URL',
] as const

/** The values of the runner's public variables. */
export function publicValuesIn(
  env: Readonly<Record<string, string | undefined>>,
): readonly (string | undefined)[] {
  return PUBLIC_VARIABLES.map((name) => env[name])
}
