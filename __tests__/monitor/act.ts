/** Runs workflows with https://github.com/nektos/act, which Go fetches and builds from its source. */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { on, once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { parseJson, textIn } from '../../src/shared/json.ts'

const run = promisify(execFile)

const MODULE = 'github.com/nektos/act'
const VERSION = 'v0.2.89'
/** Of the module's files, as in a go.sum. Its own go.sum is one of them, and has the sums of all other modules. */
const SUM = 'h1:d9oFeJ6jUkaVExuG+XzAaMPDqoDrNHaGeiRb8IU+N5w='

/** Milliseconds. Without Go's cache, the build takes a minute of two idle cores. */
export const BUILD_LIMIT = 400_000

/** Go is not always on the PATH where its installer puts it. GOTOOLCHAIN: the Go that is here, or none. */
const GO_ENV = {
  ...process.env,
  PATH: `${process.env['PATH'] ?? ''}:/usr/local/go/bin`,
  GOTOOLCHAIN: 'local',
  GOFLAGS: '-mod=readonly',
}

/** Why act can't be built here; undefined when its source was fetched. */
export function actIsMissing(): string | undefined {
  for (const [program, ...args] of [
    ['gh', '--version'],
    ['jq', '--version'],
    ['go', 'version'],
    ['git', 'version'],
  ]) {
    try {
      execFileSync(program ?? '', args, { env: GO_ENV, stdio: 'pipe' })
    } catch {
      return `${program} is not installed`
    }
  }
  try {
    return source() === '' ? `the source of act ${VERSION} has another sum than expected` : undefined
  } catch {
    return `Go can't fetch ${MODULE}@${VERSION}`
  }
}

/** The folder of act's source; empty if the files are not the expected ones. */
function source(): string {
  const args = ['mod', 'download', '-json', `${MODULE}@${VERSION}`]
  // The sum is compared here, so no other database of sums is needed.
  const env = { ...GO_ENV, GONOSUMDB: MODULE, GOFLAGS: '' }
  const found = parseJson(
    execFileSync('go', args, { env, encoding: 'utf8', stdio: 'pipe', timeout: 120_000 }),
  )
  return textIn(found, 'Sum') === SUM ? (textIn(found, 'Dir') ?? '') : ''
}

/** Builds `act`, and `actionlint`, whose source it includes, into a folder. */
export async function buildAct(folder: string): Promise<void> {
  const go = async (name: string, what: string): Promise<void> => {
    const args = ['build', '-o', join(folder, name), what]
    await run('go', args, { cwd: source(), env: GO_ENV, timeout: BUILD_LIMIT })
  }
  await go('act', '.')
  await go('actionlint', 'github.com/rhysd/actionlint/cmd/actionlint')
}

/** A run of a workflow. */
export interface ActOptions {
  readonly act: string
  /** A Git repository with one workflow in `.github/workflows`. */
  readonly repository: string
  readonly event: string
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

/** Starts a run on this machine, without containers. */
export function startAct(options: ActOptions): StartedAct {
  const { act, repository, event, instead, env, secrets, programs, home } = options
  const args = [
    event,
    `--directory=${repository}`,
    '--platform=ubuntu-latest=-self-hosted',
    `--action-cache-path=${join(home, 'actions')}`,
    '--no-cache-server',
    '--cache-server-addr=127.0.0.1',
    '--artifact-server-addr=127.0.0.1',
    ...flags('local-repository', instead),
    ...flags('env', env),
    ...flags('secret', secrets),
  ]
  const path = [...programs, process.env['PATH'] ?? ''].join(':')
  const child = spawn(act, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: path, HOME: home } })
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
