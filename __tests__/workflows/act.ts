/** Runs workflows with act (`tools.ts`), on this machine and without containers. */
import { spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { delimiter, join } from 'node:path'
import { text } from 'node:stream/consumers'

/** A run of a workflow. */
export interface ActOptions {
  readonly act: string
  /** A Git repository with one workflow in `.github/workflows`. */
  readonly repository: string
  readonly event: string
  /** The file with the event's payload. Absent: none, as of a schedule. */
  readonly payload?: string
  /** `owner/name@ref`, and the folder in its place. */
  readonly instead: Readonly<Record<string, string>>
  /** Of every step. */
  readonly env: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  /** Put before the PATH. */
  readonly programs: readonly string[]
  /** Where act keeps its files. */
  readonly home: string
}

export interface ActRun {
  /** 0 if all jobs succeeded. */
  readonly code: number | null
  readonly log: string
}

export interface StartedAct {
  readonly ended: Promise<ActRun>
  /** Cancels the run once its log has this text. */
  readonly cancel: (after: string) => Promise<void>
}

const flags = (name: string, pairs: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(pairs).map(([key, value]) => `--${name}=${key}=${value}`)

/** Starts a run. */
export function startAct(options: ActOptions): StartedAct {
  const { act, repository, event, payload, instead, env, secrets, programs, home } = options
  const args = [
    event,
    `--directory=${repository}`,
    ...(payload === undefined ? [] : [`--eventpath=${payload}`]),
    '--platform=ubuntu-latest=-self-hosted',
    `--action-cache-path=${join(home, 'actions')}`,
    '--no-cache-server',
    '--cache-server-addr=127.0.0.1',
    '--artifact-server-addr=127.0.0.1',
    ...flags('local-repository', instead),
    ...flags('env', env),
    ...flags('secret', secrets),
  ]
  const path = [...programs, process.env['PATH'] ?? ''].join(delimiter)
  const child = spawn(act, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Otherwise, act looks for a newer version of itself on its website.
    env: { PATH: path, HOME: home, ACT_DISABLE_VERSION_CHECK: '1' },
  })
  const closed = once(child, 'close')
  const ended = Promise.all([text(child.stdout), text(child.stderr), closed]).then(([out, err]) => ({
    code: child.exitCode,
    log: out + err,
  }))
  const cancel = async (after: string): Promise<void> => {
    let log = ''
    for await (const [chunk] of on(child.stdout, 'data', { close: ['end'] })) {
      log += String(chunk)
      if (log.includes(after)) break
    }
    child.kill('SIGINT')
  }
  return { ended, cancel }
}
