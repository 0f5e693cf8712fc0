import type { Config } from '../../domain/config.ts'
import { announcement, startText, whatFollows } from '../../report/progress/announcement.ts'
import { progressLine } from '../../report/progress/line.ts'
import { manySitesProgress, MAX_LINE_PER_SITE } from '../../report/progress/many-sites.ts'
import { roomOn, statusLineOn, type Screen, type StatusLine } from '../../report/progress/status-line.ts'
import { escapeTerminal, INDENT } from '../../report/render/text/terminal.ts'
import { MARKS, timeOfDay } from '../../report/words.ts'
import type { Progress } from '../../run/watch.ts'
import { shownUrl } from '../../shared/secrets-in-url.ts'
import { duration, wrap } from '../../shared/text.ts'
import { heartbeatOf, newsOfWatch, type ProgressOutput, type ProgressPrinter } from '../progress-printer.ts'

/** Milliseconds between two states of a status line. */
const TICK = 500
/** Milliseconds between two summaries of many sites in a log. */
const SUMMARY_INTERVAL = 5000
/** With many sites, at most this many that fail are named before the report. */
const MAX_NAMED = 10

/**
 * Prints what is checked, then the result of each site's first check and what follows, then each change of a result.
 * A check that is both the first and the last prints nothing, because the report follows.
 *
 * @param now milliseconds since the epoch
 */
export function commandProgress(
  { sites }: Pick<Config, 'sites'>,
  output: ProgressOutput,
  now: () => number,
): ProgressPrinter {
  const start = startText(sites)
  const changes = changesOf(sites.length)
  const { addRound, line } = manySitesProgress(sites.length)
  const summary = { addRound, line: () => line(now()) }
  return 'screen' in output
    ? onScreen(sites.length, start, changes, output.screen, summary)
    : inLog(sites.length, start, changes, output.print, summary)
}

/** All sites on one line. */
interface Summary {
  readonly addRound: (progress: Progress) => void
  readonly line: () => string
}

/** The lines that stay after a round, because it shows something new. */
type Changes = (progress: Progress, width: number, interactive: boolean) => readonly string[]

function changesOf(sites: number): Changes {
  const known = new Map<string, string>()
  let announced = false
  let named = 0
  const afterFirst: Changes = (progress, width, interactive) => {
    if (announced) return []
    announced = true
    const stop = interactive ? ' Press Ctrl-C to stop and get the report so far.' : ''
    return wrap(whatFollows(progress) + stop, width, INDENT)
  }
  return (progress, width, interactive) => {
    const { site, judgment, pause } = progress
    const result = `${judgment.verdict} ${judgment.findings[0]?.cause.id ?? ''}`
    const isNew = known.get(site.url) !== result
    known.set(site.url, result)
    if (!isNew) return []
    if (sites > MAX_LINE_PER_SITE) {
      if (judgment.verdict !== 'unhealthy' || named > MAX_NAMED) return []
      named += 1
      if (named > MAX_NAMED) return ['More sites fail. The report names them all.']
      return [briefLine(progress), ...(pause === undefined ? [] : afterFirst(progress, width, interactive))]
    }
    if (pause === undefined) return []
    const [headline = '', ...details] = announcement(progress, progress.soFar())
    const lines = [
      ...wrap(escapeTerminal(headline), width, '', INDENT),
      ...details.flatMap((line) => wrap(escapeTerminal(line), width, INDENT)),
    ]
    return [...lines, ...afterFirst(progress, width, interactive)]
  }
}

/** One of many sites that fails: `14:03:07 ✗ https://b.shop.example/ · origin-refused, certain`. */
function briefLine({ site, judgment, evidence }: Progress): string {
  const [lead] = judgment.findings
  const cause = lead === undefined ? '' : ` · ${lead.cause.id}, ${lead.match.confidence}`
  return `${timeOfDay(new Date(evidence.at).toISOString())} ${MARKS[judgment.verdict]} ${shownUrl(site.url)}${cause}`
}

function inLog(
  sites: number,
  start: string,
  changes: Changes,
  print: (line: string) => void,
  summary: Summary,
): ProgressPrinter {
  print(`${start} …`)
  const heartbeat = sites > MAX_LINE_PER_SITE ? undefined : heartbeatOf(print)
  const summarize = (): void => print(summary.line())
  const timer = heartbeat === undefined ? setInterval(summarize, SUMMARY_INTERVAL) : undefined
  const isNews = newsOfWatch()
  let rounds = 0
  let ended = false
  return {
    print: (progress) => {
      summary.addRound(progress)
      rounds += 1
      for (const line of changes(progress, LOG_WIDTH, false)) print(line)
      heartbeat?.restart(progress.pause ?? 0)
      if (heartbeat === undefined || !isNews(progress)) return
      const line = progressLine(progress)
      if (sites > 1) print(`${shownUrl(progress.site.url)} ${line}`)
      else if (rounds > 1 || progress.pause !== undefined) print(line)
    },
    end: () => {
      if (ended) return
      ended = true
      clearInterval(timer)
      heartbeat?.end()
      if (heartbeat === undefined) summarize()
    },
  }
}

const LOG_WIDTH = 100

function onScreen(
  sites: number,
  start: string,
  changes: Changes,
  screen: Screen,
  summary: Summary,
): ProgressPrinter {
  const line: StatusLine = statusLineOn(screen)
  const began = performance.now()
  let last: { readonly progress: Progress; readonly at: number } | undefined
  const status = (): string => {
    const width = roomOn(screen)
    if (last === undefined) return startLine(start, performance.now() - began, width)
    if (sites > 1) return summary.line()
    return progressLine(last.progress, { width, since: performance.now() - last.at })
  }
  const refresh = (): void => line.show(status())
  const timer = setInterval(refresh, TICK)
  refresh()
  return {
    print: (progress) => {
      summary.addRound(progress)
      line.stay(changes(progress, roomOn(screen), true))
      last = { progress, at: performance.now() }
      refresh()
    },
    end: () => {
      clearInterval(timer)
      line.clear()
    },
  }
}

/** `Checking https://www.shop.example/ through Cloudflare … 12 s`, without its end if there is no room for it. */
function startLine(start: string, elapsed: number, width: number): string {
  const time = elapsed < 1000 ? ' …' : ` … ${duration(Math.floor(elapsed / 1000) * 1000)}`
  const short = start.replace(/ through Cloudflare.*/, '')
  const room = width - time.length
  const text = [start, start.replace(/ and directly.*/, ''), short].find(({ length }) => length <= room)
  return (text ?? short.slice(0, Math.max(0, room))) + time
}
