import { progressLine } from '../report/progress/line.ts'
import { manySitesProgress, MAX_LINE_PER_SITE } from '../report/progress/many-sites.ts'
import { shownUrl } from '../shared/secrets-in-url.ts'
import { statusLineOn, type Screen } from '../report/progress/status-line.ts'
import type { Progress } from '../run/watch.ts'

/** Prints progress while the checks run. */
export interface ProgressPrinter {
  readonly print: (progress: Progress) => void
  /** Call after the last check. Further calls do nothing. */
  readonly end: () => void
}

/** Where progress goes. */
export type ProgressOutput =
  /** A log: lines stay. With `heartbeat`, a line follows when nothing has happened for ten seconds. */
  | { readonly print: (line: string) => void; readonly heartbeat?: boolean }
  /** A terminal: one line, rewritten in place and erased at the end. */
  | { readonly screen: Screen }

/** Milliseconds between two summaries of many sites. A line that is rewritten may change more often. */
const SUMMARY_INTERVAL = { log: 5000, terminal: 500 } as const

/** Milliseconds. One round can take as long as its slowest request. */
const HEARTBEAT_INTERVAL = 10_000

/**
 * Prints one line per check; for many sites, one summary every few seconds.
 *
 * @param now milliseconds since the epoch
 */
export function progressPrinter(sites: number, output: ProgressOutput, now: () => number): ProgressPrinter {
  return sites > MAX_LINE_PER_SITE ? summaries(sites, output, now) : lines(sites, output)
}

function lines(sites: number, output: ProgressOutput): ProgressPrinter {
  const { print, clear } = writerTo(output)
  const heartbeat = 'heartbeat' in output && output.heartbeat ? heartbeatOf(print) : undefined
  const isNews = newsOfWatch()
  return {
    print: (progress) => {
      heartbeat?.restart(progress.pause ?? 0)
      if (!isNews(progress)) return
      const line = progressLine(progress)
      print(sites === 1 ? line : `${shownUrl(progress.site.url)} ${line}`)
    },
    end: () => {
      heartbeat?.end()
      clear()
    },
  }
}

/** Milliseconds between two lines on a site that stays as it is. An hour of `watch` has 720 checks. */
const STEADY_INTERVAL = 60_000

/**
 * Whether a round deserves a line in a log. While `watch` lasts, that is one whose result differs from the site's last
 * line, and otherwise one per minute.
 */
export function newsOfWatch(): (progress: Progress) => boolean {
  const lines = new Map<string, { readonly result: string; readonly at: number }>()
  return ({ site, judgment: { verdict, findings }, evidence: { at }, watching, pause }) => {
    const result = `${verdict} ${findings[0]?.cause.id ?? ''}`
    const last = lines.get(site.url)
    const isSteady = last?.result === result && Math.abs(at - last.at) < STEADY_INTERVAL
    if (watching && pause !== undefined && isSteady) return false
    lines.set(site.url, { result, at })
    return true
  }
}

/** Prints a line whenever nothing has happened for ten seconds of a check. */
export function heartbeatOf(print: (line: string) => void): {
  /** After `pause` milliseconds, the next check begins. */
  readonly restart: (pause: number) => void
  readonly end: () => void
} {
  let timer: NodeJS.Timeout
  const beatAfter = (delay: number): void => {
    timer = setTimeout(() => {
      print('… still waiting for a response')
      beatAfter(HEARTBEAT_INTERVAL)
    }, delay)
  }
  beatAfter(HEARTBEAT_INTERVAL)
  return {
    restart: (pause) => {
      clearTimeout(timer)
      beatAfter(pause + HEARTBEAT_INTERVAL)
    },
    end: () => clearTimeout(timer),
  }
}

function summaries(sites: number, output: ProgressOutput, now: () => number): ProgressPrinter {
  const { print, clear, stays } = writerTo(output)
  const progress = manySitesProgress(sites)
  const summarize = (): void => print(progress.line(now()))
  const timer = setInterval(summarize, stays ? SUMMARY_INTERVAL.log : SUMMARY_INTERVAL.terminal)
  let ended = false
  return {
    print: progress.addRound,
    end: () => {
      if (ended) return
      ended = true
      clearInterval(timer)
      if (stays) summarize()
      clear()
    },
  }
}

function writerTo(output: ProgressOutput): {
  readonly print: (line: string) => void
  readonly clear: () => void
  readonly stays: boolean
} {
  if ('print' in output) return { print: output.print, clear: () => undefined, stays: true }
  const line = statusLineOn(output.screen)
  return { print: line.show, clear: line.clear, stays: false }
}
