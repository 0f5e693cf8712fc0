import { capital, plural } from '../../../shared/text.ts'
import type { SiteReport } from '../../../domain/report.ts'
import { allChanges, baselineTime } from '../diff-words.ts'
import { otherUnread } from '../key-points.ts'
import { measurementNotes, placesTable, placesTitle } from '../elsewhere.ts'
import { code, codeBlock, escapeMarkdown, withCode } from './escape.ts'
import { certificates } from './certificates.ts'
import { bullets, fold, proseMarkdown, table, verbatim } from './parts.ts'
import { directName } from '../side-by-side.ts'
import { responseTimes } from './mermaid/response-times.ts'
import { waterfall } from './mermaid/waterfall.ts'
import { measurements, pathLine, routeLine } from './site.ts'
import { ticketLines } from '../ticket.ts'
import { stretchesOf, timelineLines } from '../timeline.ts'
import { OWNERS, seenFrom, distinguishWords } from '../../words.ts'
import { commandLines } from '../commands.ts'

/** A section: its title, and Markdown. Without content it is left out. */
type Fold = readonly [title: string, content: string, picture?: string]

/**
 * The collapsed sections of a site, most useful first. Each ends with an empty line.
 *
 * @param pictures whether they have diagrams. A section with one is open, because Mermaid measures nothing in a closed
 * one and then places every text wrongly
 */
export function detailsOf(site: SiteReport, pictures = false): readonly string[] {
  const folds: readonly Fold[] =
    site.verdict === 'healthy'
      ? [
          ...(pictures && site.timeline.length >= LONG_WATCH
            ? [
                [
                  `Response times of ${plural(site.availability.rounds, 'check')}`,
                  '',
                  responseTimes(site),
                ] as const,
              ]
            : []),
          [changesTitle(site), changes(site)],
          ['Details', healthyDetails(site)],
        ]
      : [
          [
            `Measurements: through Cloudflare vs. ${directName(site.probes.origins[0]?.route)}`,
            measurements(site),
            pictures ? waterfall(site) : '',
          ],
          [site.vantage === undefined ? '' : placesTitle(site.vantage), elsewhere(site)],
          [evidenceTitle(site), evidence(site)],
          ['Certificates', site.category === 'tls' ? certificates(site) : ''],
          ['Reproduce it with curl', commands(site)],
          ['For a Cloudflare support ticket', ticket(site)],
          [
            `Timeline of ${plural(site.availability.rounds, 'check')}`,
            timeline(site),
            pictures ? responseTimes(site) : '',
          ],
          [changesTitle(site), changes(site)],
        ]
  return folds.flatMap(([title, content, picture = '']) => {
    const parts = [picture, content].filter((part) => part !== '')
    return parts.length === 0 ? [] : [fold(title, parts.join('\n\n'), picture !== '')]
  })
}

/** A healthy site with fewer checks was only checked quickly: its summary stays short. */
const LONG_WATCH = 6

function healthyDetails(site: SiteReport): string {
  const parts = [
    // The summary of a site that recovered is visible already.
    site.trend === 'steady' ? proseMarkdown(site.summary) : '',
    `> ${pathLine(site.path)}${routeLine(site)}`,
    measurements(site),
    summarized(site),
    elsewhere(site),
    servers(site.probes),
    certificates(site),
    timeline(site),
    commands(site),
    bullets((site.unread ?? []).map((sentence) => withCode(sentence))),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** The line that an unhealthy site has above its folds. */
function summarized({ vantage }: SiteReport): string {
  return vantage === undefined || vantage.summary === ''
    ? ''
    : `**From elsewhere:** ${withCode(vantage.summary)}`
}

/** What each vantage point got. */
function elsewhere({ vantage }: SiteReport): string {
  if (vantage === undefined || vantage.places.length === 0) return ''
  const { columns, rows } = placesTable(vantage)
  const cells = rows.map((row) => row.map((cell) => escapeMarkdown(cell)))
  return `${table(columns, cells)}\n\n${withCode(measurementNotes(vantage))}`
}

function changesTitle({ changes }: SiteReport): string {
  return changes === undefined ? '' : `Changes since ${baselineTime(changes)}`
}

function changes({ changes }: SiteReport): string {
  const all = changes === undefined ? [] : allChanges(changes)
  if (all.length === 0) return ''
  return table(
    ['', '', 'then', 'now'],
    all.map(({ where, what, before, now }) => [
      escapeMarkdown(where),
      escapeMarkdown(what),
      code(before),
      code(now),
    ]),
  )
}

function evidenceTitle({ alternatives, lookalikes = [] }: SiteReport): string {
  return alternatives.length + lookalikes.length > 0 ? 'Evidence, and what else it could be' : 'Evidence'
}

function evidence(site: SiteReport): string {
  const { owner, clues, alternatives, lookalikes = [], probes } = site
  const observed = [
    ...(owner === '' ? [] : [`**Where the problem is:** ${OWNERS[owner]}`]),
    ...clues.map(({ from, text }) => `**${seenFrom(from, probes)}:** ${withCode(text)}`),
    ...addresses(probes),
    ...otherUnread(site).map((sentence) => withCode(sentence)),
    ...ray(probes),
  ]
  const others = [
    ...alternatives.map(
      ({ title, confidence, because, distinguishedBy }) =>
        `**${escapeMarkdown(capital(title))}** (${confidence}). ${withCode(`${because}${distinguishWords(distinguishedBy)}`)}`,
    ),
    ...lookalikes.map(({ title, distinguishedBy }) =>
      `**${withCode(capital(title))}.** ${withCode(distinguishWords(distinguishedBy))}`.trim(),
    ),
  ]
  if (clues.length === 0 && others.length === 0) return ''
  return [
    bullets(observed),
    ...(others.length === 0 ? [] : ['What else it could be:', bullets(others)]),
  ].join('\n\n')
}

/** `1.1.1.1`: Cloudflare (300 s) · … */
function servers({ dns }: SiteReport['probes']): string {
  const items = (dns?.servers ?? []).map(({ server, answer, ttl }) => {
    const name = server === 'own' ? "the runner's own" : code(server)
    return `${name}: ${escapeMarkdown(answer)}${ttl === undefined ? '' : ` (${ttl} s)`}`
  })
  return items.length === 0 ? '' : `**DNS servers:** ${items.join(' · ')}`
}

function addresses(probes: SiteReport['probes']): readonly string[] {
  const others = servers(probes)
  return [...ownAnswer(probes), ...(others === '' ? [] : [others])]
}

/** What the runner's resolver answered. */
function ownAnswer({ dns }: SiteReport['probes']): readonly string[] {
  if (dns === undefined || dns.failure !== undefined) return []
  const others = dns.others === 0 ? '' : `${plural(dns.others, 'address', 'addresses')} outside Cloudflare`
  const known = dns.cloudflare.length === 0 ? '' : `${verbatim(dns.cloudflare)} (Cloudflare)`
  return [`**DNS:** ${[known, others].filter((part) => part !== '').join(', and ')}`]
}

function ray({ edge }: SiteReport['probes']): readonly string[] {
  if (edge?.rayId === undefined) return []
  return [
    `**Ray ID:** ${code(edge.rayId)}${edge.colo === undefined ? '' : `, in ${escapeMarkdown(edge.colo)}`}`,
  ]
}

function commands(site: SiteReport): string {
  const lines = commandLines(site)
  return lines.length === 0 ? '' : codeBlock(lines.join('\n'), 'sh')
}

function ticket(site: SiteReport): string {
  const lines = ticketLines(site)
  return lines.length === 0 ? '' : codeBlock(lines.join('\n'))
}

/** Empty when every round had the same outcome: the key points say that. */
function timeline({ timeline }: SiteReport): string {
  return stretchesOf(timeline).length > 1 ? codeBlock(timelineLines(timeline).join('\n')) : ''
}
