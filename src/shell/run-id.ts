/** The id of the workflow run that a process belongs to; empty outside GitHub Actions. */
export function runIdIn(env: NodeJS.ProcessEnv): string {
  return /^\d{1,20}$/.exec(env['GITHUB_RUN_ID'] ?? '')?.[0] ?? ''
}
