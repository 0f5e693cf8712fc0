/** The release's workflow, its shell steps, and repositories for them. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { readWorkflow, type Workflow } from '../support/workflow.ts'

export const releaseWorkflow = (): Workflow => readWorkflow('.github/workflows/release.yml')

/** The script of a step. */
export function scriptOf(job: string, step: string): string {
  const found = releaseWorkflow().jobs[job]?.steps.find(({ name }) => name === step)?.run
  if (found === undefined) throw new Error(`The job ${job} has no step "${step}" with a script.`)
  return found
}

export interface Result {
  readonly code: number | null
  /** Standard output, then standard error. */
  readonly text: string
}

/** What the steps of the release need, for `onLinux`. */
export const STEPS_NEED = "it runs steps that only GitHub's Linux runners run"

/** Runs a script as the runner does for `shell: bash`, with Node and these programs first on the PATH. */
export async function startStep(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
  programs: readonly string[] = [],
): Promise<Result> {
  const path = [...programs, dirname(process.execPath), process.env['PATH'] ?? ''].join(':')
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script], {
    cwd,
    // npm would look for a newer version of itself in its public registry.
    env: { HOME: cwd, npm_config_update_notifier: 'false', ...GIT, ...env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  })
  const closed = once(child, 'close')
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { code: child.exitCode, text: `${stdout}${stderr}` }
}

/** Puts a program into a folder of the PATH. */
export async function program(folder: string, name: string, script: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), script)
  await chmod(join(folder, name), 0o755)
}

/** No configuration of this machine. */
const GIT = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'octocat',
  GIT_AUTHOR_EMAIL: 'octocat@example.com',
  GIT_COMMITTER_NAME: 'octocat',
  GIT_COMMITTER_EMAIL: 'octocat@example.com',
}

export function git(cwd: string, ...args: readonly string[]): string {
  return execFileSync('git', args, {
    cwd,
    env: { ...process.env, ...GIT },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

export interface Files {
  readonly version: string
  readonly lock?: string
  readonly changelog?: string
}

/** Writes the files that a release compares, commits them, and returns the commit. */
export async function commitVersion(cwd: string, { version, lock, changelog }: Files): Promise<string> {
  await writeFile(join(cwd, 'package.json'), JSON.stringify({ name: 'origin-gate', version }))
  await writeFile(join(cwd, 'package-lock.json'), JSON.stringify({ version: lock ?? version }))
  if (changelog !== undefined) await writeFile(join(cwd, 'CHANGELOG.md'), changelog)
  git(cwd, 'add', '--all')
  git(cwd, 'commit', '--quiet', '--allow-empty', '--message', version)
  return git(cwd, 'rev-parse', 'HEAD')
}
