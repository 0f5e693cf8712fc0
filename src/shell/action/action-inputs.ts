import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problemsOfReportPaths } from '../../config/files/output-paths.ts'
import { referencedFiles } from '../../config/files/referenced.ts'
import { problemsOfTrustedCertificates } from '../../config/files/trusted-certificates.ts'
import { INPUTS, type InputName } from '../../config/inputs/inputs.ts'
import { parseConfig } from '../../config/parse.ts'
import { didYouMean } from '../../config/parser/did-you-mean.ts'
import { didYouMeanText, printable, type Problem } from '../../config/parser/problems.ts'
import { secretsOf } from '../../config/secrets.ts'
import type { Config } from '../../domain/config.ts'
import { eventOfCommit, readEvent, type Event } from '../../github/event/event.ts'
import { inputIn, mask } from '../../github/runner/workflow-commands.ts'
import { proxySecretsIn } from '../../shared/environment/proxies.ts'
import { declarePublic, publicValuesIn } from '../../shared/public-values.ts'
import { plural } from '../../shared/text.ts'

export type ActionInputs =
  | {
      readonly ok: true
      readonly config: Config
      /** Undefined when the event can't be read and nothing needs it. */
      readonly event: Event | undefined
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads the inputs and the event from the environment. Masks the secrets in the log first. */
export async function readActionInputs(env: NodeJS.ProcessEnv): Promise<ActionInputs> {
  const input = (name: InputName): string => inputIn(env, name)
  const files = await referencedFiles(input)
  const event = readEvent(env)
  declarePublic([...publicValuesIn(env), ...('text' in event ? [] : [event.headSha])])
  mask([...secretsOf(input, files), ...proxySecretsIn(env)])
  const temporary = (env['RUNNER_TEMP'] ?? '').trim()
  const defaultReport = join(temporary === '' ? tmpdir() : temporary, 'origin-gate', 'report.json')
  const parsed = parseConfig(input, {
    shell: 'action',
    defaultCommentKey: `${env['GITHUB_WORKFLOW'] ?? 'workflow'} / ${env['GITHUB_JOB'] ?? 'job'}`,
    defaultReport,
    ...files,
  })
  // Checked now, so that no one waits an hour for a report that can't be written.
  // The runner's folder is not the user's mistake: then only the report is missing.
  const pathProblems = problemsOfReportPaths({
    report: input('report'),
    defaultReport,
    junit: input('junit'),
    html: input('html'),
    badge: input('badge'),
  })
  const eventNeeded = parsed.ok ? needsEvent(parsed.config) : input('comment') !== 'never'
  const problems: readonly Problem[] = [
    ...(parsed.ok ? [] : parsed.problems),
    ...pathProblems,
    ...problemsOfTrustedCertificates(env),
    ...('text' in event && eventNeeded ? [event] : []),
  ]
  if (!parsed.ok || problems.length > 0) return { ok: false, problems }
  const { config } = parsed
  if ('text' in event) return { ok: true, config, event: undefined }
  const subject = eventOfCommit(event, config.publish.commitSha)
  declarePublic([subject.headSha])
  return { ok: true, config, event: subject }
}

/**
 * Whether a comment, a check run or a deployment status is wanted: each belongs to the event's commit or pull
 * request.
 */
export function needsEvent({ publish: { comment, checkRun, deploymentStatus } }: Config): boolean {
  return comment !== 'never' || checkRun || deploymentStatus
}

const KNOWN_NAMES = INPUTS.map(({ name }) => name)

/**
 * What is wrong with the names of the inputs; undefined: nothing. The runner passes inputs that don't exist, and they
 * have no effect. Values are not printed.
 */
export function unknownInputsWarning(env: NodeJS.ProcessEnv): string | undefined {
  const given = Object.keys(env).flatMap((name) =>
    name.startsWith('INPUT_') ? [name.slice(6).toLowerCase()] : [],
  )
  const unknown = given.filter((name) => !KNOWN_NAMES.some((known) => known === name)).toSorted()
  if (unknown.length === 0) return undefined
  const sentences = unknown.slice(0, MAX_UNKNOWN_INPUTS).map((name) => {
    const meant = didYouMeanText(didYouMean(name.replaceAll('_', '-'), KNOWN_NAMES))
    return `The input \`${printable(name)}\` does not exist, so it has no effect.${meant}`
  })
  const rest = unknown.length - sentences.length
  return [
    ...sentences,
    ...(rest === 0 ? [] : [`${plural(rest, 'more input does', 'more inputs do')} not exist.`]),
  ].join('\n')
}

const MAX_UNKNOWN_INPUTS = 10
