import { manySitesProgress, MAX_LINE_PER_SITE } from '../report/progress/many-sites.ts'
import { statusLineOn, type Screen } from '../report/progress/status-line.ts'
import { progressLine } from '../report/progress/line.ts'
import type { Progress } from '../run/watch.ts'

/** Tells of the looks while they are made. */
export interface ProgressPrinter {
  readonly tell: (progress: Progress) => void
  /** The last look is done. Once more does no harm. */
  readonly end: () => void
}

/** Milliseconds between two lines on many sites: one that is rewritten may change more often. */
const BETWEEN = { lines: 5000, live: 500 } as const

/**
 * A line for each look; of many sites one every few seconds that sums up. In a terminal there is one line alone, rewritten in
 * place and gone in the end.
 */
export function progressPrinter(sites: number, out: Screen & { readonly isTTY?: boolean }): ProgressPrinter {
  const live = out.isTTY === true ? statusLineOn(out) : undefined
  const say = (text: string): void => {
    if (live === undefined) out.write(`${text}\n`)
    else live.show(text)
  }
  const named = (progress: Progress): string =>
    sites === 1 ? progressLine(progress) : `${progress.site.url} ${progressLine(progress)}`
  if (sites <= MAX_LINE_PER_SITE)
    return { tell: (progress) => say(named(progress)), end: () => live?.clear() }
  const crowd = manySitesProgress(sites)
  const sum = (): void => say(crowd.line(Date.now()))
  const timer = setInterval(sum, live === undefined ? BETWEEN.lines : BETWEEN.live)
  let ended = false
  return {
    tell: (progress) => crowd.saw(progress),
    end: () => {
      if (ended) return
      ended = true
      clearInterval(timer)
      if (live === undefined) sum()
      else live.clear()
    },
  }
}
