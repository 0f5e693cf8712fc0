import { plural } from '../../../shared/text.ts'
import type { SiteReport } from '../../../domain/report.ts'
import { allChanges, momentOf } from '../diff-words.ts'
import { code, codeBlock, md, spans } from './escape.ts'
import { certificates } from './certificates.ts'
import { bullets, fold, table, verbatim } from './parts.ts'
import { comparison, pathLine } from './site.ts'
import { aligned, stretchesOf, timelineLines } from '../timeline.ts'
import { capital, dayOf, timeOfDay, SEEN_FROM, distinguishWords } from '../../words.ts'

/** A fold: its title, and Markdown. An empty one is left out. */
type Fold = readonly [title: string, content: string]

/**
 * The folds of a site, the most useful first. Each ends with an empty line.
 *
 * @param brief whether what is usually told above the folds is told in them
 */
export function detailsOf(site: SiteReport, brief = false): readonly string[] {
  if (site.verdict === 'healthy') {
    const changed = changes(site)
    const folds = changed === '' ? [] : [fold(changesTitle(site), changed)]
    return [...folds, fold('How it was asked', howAsked(site))]
  }
  const folds: readonly Fold[] = [
    ['What was measured', brief ? comparison(site) : ''],
    [changesTitle(site), changes(site)],
    [evidenceTitle(site), evidence(site)],
    [`Timeline of ${plural(site.course.looks, 'look')}`, timeline(site)],
    ['Certificates', site.category === 'tls' ? certificates(site) : ''],
    ['Ask again by hand', commands(site)],
    ["For Cloudflare's support", ticket(site)],
  ]
  return folds.filter(([, content]) => content !== '').map(([title, content]) => fold(title, content))
}

function howAsked(site: SiteReport): string {
  const parts = [
    // A site that recovered has told this above the fold.
    site.trend === 'steady' ? md(site.summary) : '',
    `> ${pathLine(site.path)}`,
    comparison(site),
    servers(site.probes),
    certificates(site),
    timeline(site),
    commands(site),
    bullets((site.unread ?? []).map((sentence) => spans(sentence))),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function changesTitle({ changes }: SiteReport): string {
  return changes === undefined ? '' : `What changed since ${momentOf(changes)}`
}

function changes({ changes }: SiteReport): string {
  const all = changes === undefined ? [] : allChanges(changes)
  if (all.length === 0) return ''
  return table(
    ['', '', 'then', 'now'],
    all.map(({ where, what, before, now }) => [md(where), md(what), code(before), code(now)]),
  )
}

function evidenceTitle({ alternatives, lookalikes = [] }: SiteReport): string {
  return alternatives.length + lookalikes.length > 0
    ? 'How we know, and what else it could be'
    : 'How we know'
}

function evidence({ clues, alternatives, lookalikes = [], unread = [], probes }: SiteReport): string {
  const seen = [
    ...clues.map(({ from, text }) => `**${SEEN_FROM[from]}:** ${spans(text)}`),
    ...addresses(probes),
    ...unread.map((sentence) => spans(sentence)),
    ...ray(probes),
  ]
  const others = [
    ...alternatives.map(
      ({ title, confidence, because, told }) =>
        `**${md(capital(title))}** (${confidence}). ${spans(`${because}${distinguishWords(told)}`)}`,
    ),
    ...lookalikes.map(({ what, told }) =>
      `**${spans(capital(what))}**. ${spans(distinguishWords(told))}`.trim(),
    ),
  ]
  if (clues.length === 0 && others.length === 0) return ''
  return [bullets(seen), ...(others.length === 0 ? [] : ['What else it could be:', bullets(others)])].join(
    '\n\n',
  )
}

/** `1.1.1.1`: Cloudflare, 300 s · … */
function servers({ dns }: SiteReport['probes']): string {
  const told = (dns?.servers ?? []).map(({ server, says, ttl }) => {
    const name = server === 'own' ? "the runner's own" : code(server)
    return `${name}: ${md(says)}${ttl === undefined ? '' : ` (${ttl} s)`}`
  })
  return told.length === 0 ? '' : `**DNS servers:** ${told.join(' · ')}`
}

function addresses(probes: SiteReport['probes']): readonly string[] {
  const asked = servers(probes)
  return [...leadsTo(probes), ...(asked === '' ? [] : [asked])]
}

function leadsTo({ dns }: SiteReport['probes']): readonly string[] {
  if (dns === undefined || dns.failure !== undefined) return []
  const others = dns.others === 0 ? '' : plural(dns.others, 'address', 'addresses') + ' outside of Cloudflare'
  const known = dns.cloudflare.length === 0 ? '' : `${verbatim(dns.cloudflare)} of Cloudflare`
  return [`**DNS:** ${[known, others].filter((part) => part !== '').join(', and ')}`]
}

function ray({ edge }: SiteReport['probes']): readonly string[] {
  if (edge?.rayId === undefined) return []
  return [`**Ray ID:** ${code(edge.rayId)}${edge.colo === undefined ? '' : `, in ${md(edge.colo)}`}`]
}

function commands({ reproduce }: SiteReport): string {
  if (reproduce.length === 0) return ''
  const hint = reproduce.some((command) => command.includes('$ORIGIN'))
    ? ['# First: ORIGIN=…, the address of the origin (IPv6 in brackets)']
    : []
  return codeBlock([...hint, ...reproduce].join('\n'), 'sh')
}

/** What Cloudflare's support asks for first. Of use wherever Cloudflare may have something to answer for. */
function ticket({ verdict, owner, confidence, probes, url, timeline }: SiteReport): string {
  const { edge } = probes
  const involved = owner === 'cloudflare' || owner === 'cloudflare-settings' || owner === 'unknown'
  const doubtful = verdict === 'unhealthy' && confidence !== 'certain'
  if (verdict === 'healthy' || !(involved || doubtful) || edge?.rayId === undefined) return ''
  const last = timeline.findLast((look) => look.verdict !== 'healthy')?.at ?? ''
  const rows = [
    ['URL', url],
    ['Ray ID', edge.rayId],
    ['Data center', edge.colo ?? 'unknown'],
    ['Status', String(edge.status ?? 'none')],
    ['Time', `${dayOf(last)} ${timeOfDay(last)} UTC`],
  ]
  return codeBlock(aligned(rows).join('\n'))
}

/** Looks that all saw the same have been told in a line already. */
function timeline({ timeline }: SiteReport): string {
  return stretchesOf(timeline).length > 1 ? codeBlock(timelineLines(timeline).join('\n')) : ''
}
