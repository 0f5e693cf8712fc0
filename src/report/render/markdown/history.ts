import type { HistoryStatistics } from '../../history/statistics.ts'
import { plural } from '../../../shared/text.ts'
import { docsOf } from '../../words.ts'
import {
  eventMark,
  type HistoryEvent,
  historyEvents,
  historyFacts,
  historyPoint,
  historyTitle,
} from '../history.ts'
import { httpsAddress, CODE_TOKENS } from '../links.ts'
import { code, escapeExcept, escapeMarkdown, withCode } from './escape.ts'
import { historyTimes } from './mermaid/history-times.ts'
import { outages } from './mermaid/outages.ts'
import { bullets, fold, link, table, unbroken } from './parts.ts'

/** The run whose address shows where the others are. */
interface Links {
  readonly runUrl?: string
}

/** Marks that have room at the end of the sentence. */
const MAX_INLINE = 20

/** The history in one line, with its strip. */
export function historyLine(history: HistoryStatistics): string {
  const { label, text, strip = '' } = historyPoint(history)
  // A long strip has a line of its own, so that it isn't broken on a wide screen.
  const space = strip.length > MAX_INLINE ? '  \n' : ' '
  return `**${escapeMarkdown(label)}:** ${unbroken(withCauses(text))}${space}${code(strip)}`
}

/**
 * The collapsed section of the history; empty after one run.
 *
 * @param diagram whether it has diagrams, with which it is open: `detailsOf` has the reason
 */
export function historyFold(history: HistoryStatistics, links: Links, diagram: boolean): string {
  if (history.entries.length === 1) return ''
  const { events, others } = historyEvents(history)
  const facts = historyFacts(history).map(
    ({ label, text }) => `**${label}:** ${unbroken(escapeMarkdown(text))}`,
  )
  const rows = events.map((event) => [
    unbroken(escapeMarkdown(event.when)),
    `${eventMark(event)}\u00a0${event.what}`.trim(),
    event.length.replaceAll(' ', '\u00a0'),
    detailsOf(event, links),
  ])
  const pictures = diagram
    ? [outages(history), historyTimes(history)].filter((picture) => picture !== '')
    : []
  const parts = [
    ...pictures,
    ...(events.length === 0 ? [] : [table(['UTC', 'what', 'length', 'details'], rows)]),
    ...(others === 0 ? [] : [`${plural(others, 'more event')} not shown.`]),
    bullets(facts),
  ]
  return fold(historyTitle(history), parts.join('\n\n'), pictures.length > 0)
}

function detailsOf(event: HistoryEvent, { runUrl = '' }: Links): string {
  const { details, run } = event
  if (eventMark(event) === '') return withCode(details, 'cell')
  const address = runAddress(runUrl, run)
  return withCauses(details) + (address === '' ? '' : `, ${link('first run', address)}`)
}

/** The address of another run of the same repository; empty if it is unknown. */
function runAddress(runUrl: string, run: string): string {
  const base = /^https:\/\/[^?#]+\/actions\/runs\/(?=\d+)/.exec(runUrl)?.[0]
  return base === undefined || run === '' ? '' : (httpsAddress(base + run) ?? '')
}

/** Text in backquotes is the id of a cause. */
function withCauses(text: string): string {
  return escapeExcept(text, CODE_TOKENS, (token) => {
    const cause = token.replaceAll('`', '')
    return `[${code(cause)}](${docsOf(cause)})`
  })
}
