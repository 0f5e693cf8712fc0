import { firstProblems } from '../../config/parser/problems.ts'
import type { Config as ParsedConfig } from '../../domain/config.ts'
import { systemClock } from '../../probe/network/clock.ts'
import { clockOf, networkOf } from '../../probe/network/network.ts'
import { namesFoundIn } from '../../redact/certificate-names.ts'
import { redactorOfSites } from '../../redact/redactors.ts'
import { resolvedOrigins } from '../../redact/resolved-origins.ts'
import { runnerAddresses } from '../../redact/runner-addresses.ts'
import { checkProgress } from '../../report/progress/check.ts'
import { inSchema1 } from '../../report/schema-1/convert.ts'
import { runChecks } from '../../run/run.ts'
import type { Progress as Round } from '../../run/watch.ts'
import { readBaseline } from '../earlier-report.ts'
import { inputsOf } from './inputs-of.ts'
import type { Entry } from './entry.ts'
import type { Outcome } from './outcome.ts'
import type { CheckOptions, Progress } from './types.ts'

/** Checks the sites for as long as the configuration says. Rejects only with the error of `onProgress`. */
export async function check(config: unknown, options: CheckOptions, entry: Entry): Promise<Outcome> {
  const { input, listed, problems: misfits } = inputsOf(config)
  const parsed = entry.parse(input, listed, options.env ?? {})
  const refused = new Set(misfits.map((problem) => problem.input))
  const problems = [...misfits, ...parsed.problems.filter((problem) => !refused.has(problem.input))]
  if (parsed.config === undefined || problems.length > 0)
    return { kind: 'refused', problems: firstProblems(problems).map(({ text }) => text) }
  return run(parsed.config, options, entry)
}

async function run(
  config: ParsedConfig,
  { env = {}, signal, onProgress }: CheckOptions,
  { graceForReport, crashText }: Entry,
): Promise<Outcome> {
  // The run has a controller of its own: the caller's signal may be used for other things, and is left as it was.
  const controller = new AbortController()
  let abortedAt = Infinity
  let failed: { readonly error: unknown } | undefined
  const abort = (): void => {
    abortedAt = systemClock.monotonic()
    controller.abort()
  }
  signal?.addEventListener('abort', abort)
  if (signal?.aborted === true) abort()
  try {
    const report = await runChecks(config, {
      network: networkOf(env),
      clock: clockOf(env),
      signal: controller.signal,
      isLate: () => systemClock.monotonic() - abortedAt >= graceForReport,
      onAddresses: () => undefined,
      onProgress: (round) => {
        if (onProgress === undefined || failed !== undefined) return
        const progress = progressOf(round, config)
        const fail = (error: unknown): void => {
          failed ??= { error }
          abort()
        }
        try {
          // An async function is not awaited, but its error must not end the caller's process.
          Promise.resolve<unknown>(onProgress(progress)).catch(fail)
        } catch (error) {
          fail(error)
        }
      },
      readBaseline: () => readBaseline(config.baseline),
    })
    if (failed === undefined) return { kind: 'report', report: inSchema1(report) }
  } catch (error) {
    // Its message may have an address.
    return { kind: 'crashed', text: crashText(error, 'Nothing is known about the site.') }
  } finally {
    signal?.removeEventListener('abort', abort)
  }
  throw failed.error
}

function progressOf(round: Round, { showOrigin }: ParsedConfig): Progress {
  const { site, evidence } = round
  const sensitive = {
    site,
    addresses: resolvedOrigins(evidence),
    ...namesFoundIn([evidence]),
    runner: runnerAddresses(evidence),
  }
  return checkProgress(round, site.url, redactorOfSites([sensitive], { showOrigin, tokens: [] }))
}
