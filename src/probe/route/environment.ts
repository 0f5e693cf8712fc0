type Environment = Readonly<Record<string, string | undefined>>

/** Our inputs and settings. Actions get inputs as `INPUT_*`. */
const OURS = /^(?:INPUT|ORIGIN_GATE)_/

/** Credentials of ours, what only actions get, and the files with which a step reports its results. */
const WITHHELD: ReadonlySet<string> = new Set([
  'CLOUDFLARE_API_TOKEN',
  'CF_ACCESS_CLIENT_ID',
  'CF_ACCESS_CLIENT_SECRET',
  'GLOBALPING_TOKEN',
  'ACTIONS_RUNTIME_TOKEN',
  'ACTIONS_RUNTIME_URL',
  'ACTIONS_RESULTS_URL',
  'ACTIONS_CACHE_URL',
  'GITHUB_OUTPUT',
  'GITHUB_STATE',
  'GITHUB_ENV',
  'GITHUB_PATH',
  'GITHUB_STEP_SUMMARY',
])

/** Inputs whose values other variables may have too, such as `GITHUB_TOKEN`. */
const TOKENS: ReadonlySet<string> = new Set([
  'INPUT_GITHUB-TOKEN',
  'INPUT_CLOUDFLARE-API-TOKEN',
  'ORIGIN_GATE_GITHUB_TOKEN',
  'ORIGIN_GATE_CLOUDFLARE_API_TOKEN',
  'CLOUDFLARE_API_TOKEN',
])

/**
 * The environment of a site's command: what a `run:` step of the same job has, such as `PATH`, `HOME`, `SSH_AUTH_SOCK`,
 * `KUBECONFIG` and `AWS_*`. It has no input and no token of ours.
 */
export function commandEnvironment(env: Environment): Record<string, string> {
  const entries = Object.entries(env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, name.toUpperCase(), value] as const],
  )
  const tokens = new Set(entries.flatMap(([, name, value]) => (TOKENS.has(name) ? [value.trim()] : [])))
  tokens.delete('')
  return Object.fromEntries(
    entries.flatMap(([written, name, value]) =>
      OURS.test(name) || WITHHELD.has(name) || tokens.has(value.trim()) ? [] : [[written, value] as const],
    ),
  )
}
