// As in `index.ts`, old versions of Node must be able to parse this file, so it imports everything else late.
import type { Report } from './report/schema-1/report.ts'
import type { Outcome } from './shell/library/outcome.ts'
import type { CheckOptions, Config, ReplayOptions } from './shell/library/types.ts'

export type * from './report/schema-1/report.ts'
export type { CheckOptions, Config, Progress, ReplayOptions, SiteConfig } from './shell/library/types.ts'

const OLDEST_NODE = 24

/** The arguments of a call are wrong, and nothing was requested. The message lists all problems. */
export class ConfigError extends Error {
  override readonly name: string
  /** One or two sentences each, with the fix. They quote no secret. */
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.length === 1 ? problems.join('') : `${problems.length} problems:\n${problems.join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/**
 * Checks one or more sites, as the command does. Prints nothing, never ends the process, and reads no environment
 * variable.
 *
 * @returns the report, even if the site is down
 * @throws ConfigError with all problems, if a key or a value of `config` is wrong; then nothing is requested
 * @throws the reason of `signal`, if that is aborted already; the error of `onProgress`, if that throws
 */
export async function check(config: Config, options: CheckOptions = {}): Promise<Report> {
  const { signal, onProgress, env } = checkedOptions(options)
  signal?.throwIfAborted()
  // Before the first await: a caller may change its objects for the next call while this one runs.
  const copied = copyOf(config)
  const bundle = await loadBundle()
  return reportIn(
    await bundle.check(copied, { signal, onProgress, env: env === undefined ? {} : { ...env } }),
  )
}

/**
 * Judges the evidence of an earlier run again, without any request.
 *
 * @param recording what `origin-gate --record` wrote, as text or parsed
 * @throws ConfigError if it is not a recording
 */
export async function replay(recording: string | object, options: ReplayOptions = {}): Promise<Report> {
  if (!isObject(options)) throw new ConfigError(['The second argument of `replay` is not an object.'])
  // Before the first await, as in `check`.
  const text = typeof recording === 'string' ? recording : jsonOf(recording)
  const { showOrigin } = options
  const bundle = await loadBundle()
  return reportIn(bundle.replay(text, { showOrigin }))
}

/** Undefined for what JSON can't represent. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    return undefined
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** By its methods: test environments have classes of their own. */
function isSignal(value: AbortSignal): boolean {
  return isObject(value) && typeof value.throwIfAborted === 'function'
}

/** The options of a call, which may be anything in a program without types. */
function checkedOptions(options: CheckOptions): CheckOptions {
  if (!isObject(options)) throw new ConfigError(['The second argument of `check` is not an object.'])
  const { signal, onProgress, env } = options
  const problems = [
    ...(signal === undefined || isSignal(signal) ? [] : ['`signal` is not an AbortSignal.']),
    ...(onProgress === undefined || typeof onProgress === 'function'
      ? []
      : ['`onProgress` is not a function.']),
    ...(env === undefined || isObject(env) ? [] : ['`env` is not an object of strings.']),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  return options
}

/** Items of an array that are read. More are too many for any setting, and are a problem. */
const MAX_ITEMS = 20_000
/** A configuration has sites, which have settings, which have items. */
const MAX_DEPTH = 4

/** A copy of a configuration that may be anything. Own keys only, and an item for each hole of an array. */
function copyOf(value: unknown, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  if (Array.isArray(value))
    return Array.from({ length: Math.min(value.length, MAX_ITEMS) }, (_, index): unknown =>
      copyOf(value[index], depth + 1),
    )
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item, depth + 1)]))
}

function reportIn(outcome: Outcome): Report {
  if (outcome.kind === 'refused') throw new ConfigError(outcome.problems)
  if (outcome.kind === 'crashed') throw new Error(outcome.text)
  return outcome.report
}

async function loadBundle() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    throw new Error(`origin-gate needs Node ${OLDEST_NODE} or newer; this is ${process.version}`)
  const { loadLibrary } = await import('./main.ts')
  return loadLibrary()
}
