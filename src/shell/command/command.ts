import type { GivenFlags } from '../../config/command/flags.ts'
import { type Given, givenBy, secretNotes, unknownVariables, withSource } from '../../config/command/given.ts'
import { hasHtml, outputOf, type ParsedOutput } from '../../config/command/output.ts'
import { needsStandardInput, type TypedUrls, withLine, withStandardInput } from '../../config/command/urls.ts'
import { problemsOfReportPaths } from '../../config/files/output-paths.ts'
import { problemsOfTrustedCertificates } from '../../config/files/trusted-certificates.ts'
import { STANDARD_INPUT } from '../../files/read.ts'
import { NO_FILES } from '../../config/files/pem-files.ts'
import { referencedFiles } from '../../config/files/referenced.ts'
import type { InputReader } from '../../config/inputs/inputs.ts'
import { parseConfig } from '../../config/parse.ts'
import { unbracketed } from '../../shared/authority.ts'
import { proxySecretsIn } from '../../shared/environment/proxies.ts'
import { isIP } from '../../shared/ip.ts'
import { secretsOf } from '../../config/secrets.ts'
import { declarePublic, publicValuesIn } from '../../shared/public-values.ts'
import { firstProblems, printable, type Problem } from '../../config/parser/problems.ts'
import type { Config } from '../../domain/config.ts'
import type { Report } from '../../domain/report.ts'
import { failureBy } from '../../run/outcome.ts'
import { END_RENDERING, END_REPORT, unwritten } from '../files.ts'
import { runIdIn } from '../run-id.ts'
import { crashText } from '../process/crash.ts'
import type { Lifecycle } from '../process/lifecycle.ts'
import { shortageAtStart } from '../process/shortage.ts'
import { printError, printSentences, publishReport } from './publish-report.ts'
import { readStandardInput } from './standard-input.ts'
import { canRewrite } from './terminal.ts'

// Loaded late: bad flags need neither.
const loadChecking = () => import('../checking.ts')
const loadReplaying = () => import('./replaying.ts')
type Debugging = Awaited<ReturnType<Awaited<ReturnType<typeof loadChecking>>['loadDebug']>>

/** Of a run that checked the sites and got no signal. */
const EXIT_CODES = { healthy: 0, unhealthy: 1, warning: 1, inconclusive: 3 } as const

const COMMAND = { shell: 'command', defaultCommentKey: '', defaultReport: '' } as const

/** Checks the sites, or replays a recording. `flagProblems` are reported together with all others. */
export async function runWith(
  flags: GivenFlags,
  flagProblems: readonly Problem[],
  life: Lifecycle,
): Promise<number> {
  const given = givenBy(flags, process.env)
  const state: RunState = {}
  try {
    return await Promise.race([runCommand(given, flagProblems, life, state), life.crash])
  } catch (error) {
    state.crashed = true
    const debug = await loadDebugging()
    const hint = debug === undefined ? DEBUG_HINT : undefined
    printError(crashText(error, 'Nothing is known about the site.', hint))
    if (debug !== undefined) printDebug(debug.stackLines(error, state.secrets?.() ?? secretsOf(given.read)))
    return 2
  }
}

/** State that a crash shares with the run that it interrupts. */
interface RunState {
  /** After a crash, the run goes on for a moment. It must not print a report then. */
  crashed?: true
  /** What a stack must not show. Absent until the files that the inputs name are read. */
  secrets?: () => readonly string[]
}

const DEBUG_HINT = 'For the full stack trace, run it again with `ORIGIN_GATE_DEBUG=1`.'

/** Undefined unless `ORIGIN_GATE_DEBUG` is set, or if a file is missing. */
async function loadDebugging(): Promise<Debugging | undefined> {
  if (/^(?:|0|false)$/i.test(process.env['ORIGIN_GATE_DEBUG'] ?? '')) return undefined
  try {
    return await (await loadChecking()).loadDebug()
  } catch {
    return undefined
  }
}

function printDebug(lines: readonly string[]): void {
  for (const line of lines) printError(`debug: ${line}`)
}

async function runCommand(
  given: Given,
  flagProblems: readonly Problem[],
  life: Lifecycle,
  state: RunState,
): Promise<number> {
  declarePublic(publicValuesIn(process.env))
  const output = outputOf(given)
  const problems = withOthers(flagProblems, output.ok ? [] : output.problems)
  const recording = given.read('replay').trim()
  if (recording !== '') return replay(given, recording, output, problems)
  const urls = await typedUrls(given, problems)
  if (!urls.ok) return reject(urls.problems, given)
  return check(given, urls, output, problems, life, state)
}

/** Judges a recording again and prints the report. */
async function replay(
  given: Given,
  path: string,
  output: ParsedOutput,
  outputProblems: readonly Problem[],
): Promise<number> {
  const { readBaseline, readRecording, replayed, ...rendering } = await loadReplaying()
  const recording = readRecording(path === '-' ? STANDARD_INPUT : path)
  const isRecording = given.sourceOf('record')?.kind === 'flag'
  const known = [
    ...outputProblems,
    ...(isRecording ? [problem('record', 'needs a check, and `--replay` makes none')] : []),
  ]
  if (typeof recording === 'string')
    return reject(withOthers(known, [recordingProblem(path, recording)]), given)
  const [{ site }] = recording.sites
  // A replay makes no request, so it needs no credentials of other tools.
  const ours = { ...given, read: (name: string) => (isForeign(given, name) ? '' : given.read(name)) }
  const input = inputOf(ours, { text: site.url }, output)
  const parsed = parseConfig(input, { ...COMMAND, files: NO_FILES })
  const problems = withOthers(known, parsed.ok ? [] : parsed.problems)
  if (!parsed.ok || !output.ok || problems.length > 0) return reject(problems, given)
  const { config } = parsed
  const earlier = await readBaseline(config.baseline)
  const report = replayed(recording, {
    ...config,
    responses: hasHtml(output.output),
    ...(earlier !== undefined && { earlier }),
  })
  await publishReport(report, output.output, rendering)
  return exitCodeOf(report, config)
}

function isForeign({ sourceOf }: Given, name: string): boolean {
  return sourceOf(name)?.kind === 'well-known'
}

function problem(flag: string, fault: string): Problem {
  return { input: flag, text: `\`--${flag}\` ${fault}.` }
}

/** @param fault a predicate, such as "does not exist" */
function recordingProblem(path: string, fault: string): Problem {
  return {
    input: 'replay',
    text: `\`--replay\`: \`${printable(path)}\` ${fault}. Use the path of a file that \`--record\` wrote.`,
  }
}

/** Without those of a flag that is wrong already: they are about the value that it lacks. */
function withOthers(known: readonly Problem[], others: readonly Problem[]): readonly Problem[] {
  const wrong = new Set(known.map(({ input }) => input))
  return [...known, ...others.filter(({ input }) => !wrong.has(input))]
}

type ReadUrls =
  | ({ readonly ok: true } & TypedUrls)
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** The URLs of the command line, and those of standard input if it names that. */
async function typedUrls(given: Given, problems: readonly Problem[]): Promise<ReadUrls> {
  const text = given.read('url')
  if (!needsStandardInput(text)) return { ok: true, text, lines: [] }
  // A person may have to type them, so all other errors are reported first.
  if (problems.length > 0) return { ok: false, problems }
  const read = await readStandardInput(process.stdin, printSentences)
  if (!read.ok) return { ok: false, problems: [{ input: 'url', text: read.problem }] }
  const urls = withStandardInput(text, read.text)
  return urls.text === ''
    ? { ok: false, problems: [{ input: 'url', text: 'Standard input has no URL. Use one per line.' }] }
    : { ok: true, ...urls }
}

/** The inputs, without those that name standard output. */
function inputOf(given: Given, urls: Pick<TypedUrls, 'text'>, output: ParsedOutput): InputReader {
  return (name) => {
    if (name === 'url') return urls.text
    if (output.ok && (name === 'report' || name === 'junit' || name === 'html' || name === 'badge'))
      return output.output[name]
    return given.read(name)
  }
}

async function check(
  given: Given,
  urls: TypedUrls,
  parsedOutput: ParsedOutput,
  knownProblems: readonly Problem[],
  life: Lifecycle,
  state: RunState,
): Promise<number> {
  const shortage = shortageAtStart(process.env)
  if (shortage !== undefined) throw shortage
  const input = inputOf(given, urls, parsedOutput)
  const files = await referencedFiles(input)
  state.secrets = () => [...secretsOf(input, files), ...proxySecretsIn(process.env)]
  const parsed = parseConfig(input, { ...COMMAND, ...files })
  const record = given.read('record').trim()
  const paths = parsedOutput.ok ? problemsOfReportPaths(parsedOutput.output) : []
  const problems = withOthers(knownProblems, [
    ...(parsed.ok ? [] : parsed.problems.map((found) => (isMissing(urls, found) ? NO_URL : found))),
    ...paths,
    ...problemsOfTrustedCertificates(process.env),
  ])
  if (!parsed.ok || !parsedOutput.ok || problems.length > 0) return reject(problems, given, urls)
  const { output } = parsedOutput
  const { config } = parsed

  const { clockOf, labWarning, loadRecorder, loadRendering, networkOf, ...checking } = await loadChecking()
  const writeRecording =
    record === '' ? undefined : (await loadRecorder()).recorder(record, config, printUnwritten)
  const signal = life.catchSignals(() => undefined)
  const warning = labWarning(process.env)
  if (warning !== undefined) printSentences(warning)
  const notes = output.quiet ? [] : [...unknownVariables(process.env), ...secretNotes(given)]
  for (const note of notes) printSentences(`Note: ${note}`)
  const debug = await loadDebugging()
  if (debug !== undefined) printDebug(debug.environmentLines(process.env))
  const isLate = (): boolean => state.crashed === true || life.endsIn(END_RENDERING)
  const { stderr } = process
  const print = output.quiet ? () => undefined : printError
  const clock = clockOf(process.env)
  const progress = checking.commandProgress(
    config,
    canRewrite(stderr, process.env) && !output.quiet && debug === undefined ? { screen: stderr } : { print },
    clock.now,
  )
  let recorded: (() => Promise<void>) | undefined
  try {
    const report = await checking.runChecks(config, {
      network: networkOf(process.env),
      clock,
      ownsProcess: true,
      signal,
      isLate: () => life.endsIn(END_REPORT),
      onAddresses: () => undefined,
      onProgress: (round) => {
        progress.print(round)
        if (debug !== undefined) printDebug(debug.roundLines(round))
      },
      readBaseline: () => checking.readBaseline(config.baseline),
      responses: hasHtml(output),
      run: runIdIn(process.env),
      ...(writeRecording !== undefined && {
        keepPages: true,
        // Written last: if the run is cancelled, the report matters more than the recording.
        onFinished: async (finished) => {
          recorded = () => writeRecording(finished, isLate)
        },
      }),
    })
    progress.end()
    const rendering = await loadRendering()
    if (state.crashed === true) return await life.crash
    await publishReport(report, output, rendering, isLate)
    await recorded?.()
    const addressNote = output.quiet ? undefined : noteOnAddress(report)
    if (addressNote !== undefined) printSentences(`Note: ${addressNote}`)
    await life.settled()
    return exitCodeOf(report, config)
  } finally {
    progress.end()
  }
}

function printUnwritten(fault: string): void {
  printError(unwritten('recording', fault))
}

/** A note for a site that fails: the report of one that works has a warning instead. */
function noteOnAddress({ sites }: Report): string | undefined {
  const site = sites.find(
    ({ url, warnings }) =>
      isIP(unbracketed(new URL(url).hostname)) !== 0 && !warnings.some(({ id }) => id === 'dns-not-proxied'),
  )
  return site === undefined
    ? undefined
    : `\`${new URL(site.url).hostname}\` is an address. Visitors reach a site behind Cloudflare by its name: use the name as the URL, and the address as \`--origin\`.`
}

const NO_URL: Problem = {
  input: 'url',
  text: 'There is no URL. Add the site to check, such as `origin-gate www.example.com`.',
}

function isMissing({ text }: Pick<TypedUrls, 'text'>, { input }: Problem): boolean {
  return input === 'url' && text.trim() === ''
}

export function exitCodeOf(report: Report, { failOn }: Pick<Config, 'failOn'>): number {
  return EXIT_CODES[failureBy(failOn, report) ?? 'healthy']
}

function reject(
  problems: readonly Problem[],
  given: Given,
  urls: Pick<TypedUrls, 'lines'> = { lines: [] },
): number {
  for (const problem of firstProblems(problems))
    printSentences(withLine(withSource(problem, given), urls).text)
  for (const note of unknownVariables(process.env)) printSentences(`Note: ${note}`)
  printError('Nothing was checked. See `origin-gate --help`.')
  return 2
}
