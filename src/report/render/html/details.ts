import { capital, list, plural } from '../../../shared/text.ts'
import type {
  ChainCertificateReport,
  ProbeReport,
  Remark,
  ResponseReport,
  SiteReport,
} from '../../../domain/report.ts'
import { ORIGIN } from '../../../redact/address.ts'
import { dayOf, distinguishWords, docsOf, FAULTS, issuerFault, seenFrom } from '../../words.ts'
import { commandLines } from '../commands.ts'
import { allChanges, baselineTime } from '../diff-words.ts'
import { otherUnread } from '../key-points.ts'
import { type Cell, sideBySide, sidesOf, type Side } from '../side-by-side.ts'
import { ticketLines } from '../ticket.ts'
import { bullets, code, fold, link, sentence, table, withDays } from './inline.ts'
import { measurementNotes, placesTable, placesTitle } from '../elsewhere.ts'
import { lines, type Markup, markup, NOTHING, when } from './markup.ts'

/** The measurements of both sides as a table; empty without one. */
export function measurements(site: SiteReport): Markup {
  const { columns, rows, others } = sideBySide(site)
  if (columns.length === 0) return NOTHING
  const cells = rows.map(({ label, cells }) => [sentence(label)].concat(cells.map(cellOf)))
  return markup`${table({ caption: 'measurements', columns: ['', ...columns], rows: cells })}${when(
    others !== '',
    () => markup`<p class="small">And ${others}.</p>\n`,
  )}`
}

function cellOf({ text, verbatim }: Cell): Markup {
  return verbatim === true ? code(text) : withDays(text.replace('TLS ', 'TLS\u00a0'))
}

/** What was observed, one item each. */
export function evidence({ clues, probes }: SiteReport): Markup {
  const { edge } = probes
  const items = clues.map(({ from, text }) => markup`<b>${seenFrom(from, probes)}:</b> ${sentence(text)}`)
  const colo = edge?.colo === undefined ? '' : `, in ${edge.colo}`
  const ray = edge?.rayId === undefined ? [] : [markup`<b>Ray ID:</b> ${code(edge.rayId)}${colo}`]
  return items.length === 0 ? NOTHING : bullets([...items, ...ray])
}

export function otherCauses({ alternatives, lookalikes = [] }: SiteReport): Markup {
  const items = [
    ...alternatives.map(
      ({ title, confidence, because, distinguishedBy }) =>
        markup`<b>${sentence(capital(title))}</b> (${confidence}). ${sentence(because + distinguishWords(distinguishedBy))}`,
    ),
    ...lookalikes.map(
      ({ title, distinguishedBy }) =>
        markup`<b>${sentence(capital(title))}.</b>${sentence(distinguishWords(distinguishedBy))}`,
    ),
  ]
  return items.length === 0 ? NOTHING : bullets(items)
}

/** Warnings and notes, each with a link to its page, and what could not be read. */
export function remarks(site: SiteReport): Markup {
  const { warnings, notes } = site
  const items = [
    ...warnings.map((warning) => remark('Warning', warning)),
    ...notes.map((note) => remark('Note', note)),
    ...otherUnread(site).map((text) => markup`<p class="remark">${sentence(text)}</p>\n`),
  ]
  return markup`${items}`
}

function remark(label: 'Warning' | 'Note', { id, text }: Remark): Markup {
  return markup`<p class="remark ${label.toLowerCase()}"><b>${label}:</b> ${sentence(text)} ${link('More', docsOf(id))}</p>\n`
}

type Tls = NonNullable<ProbeReport['tls']>

/** The certificate that each side presented, and the chain that it sent. */
export function certificates({ probes }: SiteReport): Markup {
  const { edge, origins } = sidesOf(probes)
  const sides = distinct([...(edge === undefined ? [] : [edge]), ...origins].flatMap(withTls))
  if (sides.length === 0) return NOTHING
  const row = (label: string, cell: (tls: Tls) => Markup): readonly (string | Markup)[] => [
    label,
    ...sides.map(({ tls }) => cell(tls)),
  ]
  const rows = [
    row('subject', ({ subject }) => code(subject)),
    row('issuer', ({ issuer }) => code(issuer)),
    row('names', ({ names }) => namesIn(names)),
    row('key', ({ chain }) => markup`${chain[0]?.key ?? '–'}`),
    row(
      'valid',
      ({ notBefore, notAfter, daysLeft }) =>
        markup`${withDays(`${dayOf(notBefore)} to ${dayOf(notAfter)}`)}${
          daysLeft < 0 ? '' : `, ${plural(daysLeft, 'day')} left`
        }`,
    ),
    row('faults', faultsOf),
    row('chain', ({ chain }) => chainOf(chain.slice(1))),
    row('cipher', ({ cipher }) => code(cipher)),
  ]
  const columns = ['', ...sides.map(({ name }) => name)]
  return fold('Certificates', table({ caption: 'certificates', columns, rows }))
}

interface TlsSide {
  readonly name: string
  readonly tls: Tls
}

function withTls({ name, probe: { tls } }: Side): readonly TlsSide[] {
  return tls === undefined ? [] : [{ name, tls }]
}

/** More names than this are counted. */
const MAX_NAMES = 3

/** Sides with the same certificate and session have one column. */
function distinct(sides: readonly TlsSide[]): readonly TlsSide[] {
  const groups = Map.groupBy(sides, ({ tls }) => JSON.stringify(tls))
  return [...groups.values()].flatMap((group) => {
    const names = group.map(({ name }) => name)
    const shown = names.slice(0, names.length > MAX_NAMES ? MAX_NAMES - 1 : MAX_NAMES)
    const more = names.length - shown.length
    const name = list(more === 0 ? shown : [...shown, `${more} more`])
    return group.slice(0, 1).map(({ tls }) => ({ name, tls }))
  })
}

/** Hidden names are counted. */
function namesIn(names: readonly string[]): Markup {
  const shown = names.filter((name) => name !== ORIGIN)
  const hidden = names.length - shown.length
  const items = [...shown.map(code), ...(hidden === 0 ? [] : [markup`${plural(hidden, 'hidden name')}`])]
  return joined(items, markup`, `)
}

function faultsOf({ faults, outdatedIssuer }: Tls): Markup {
  const words = faults.map((fault) =>
    outdatedIssuer?.fault === fault ? issuerFault(outdatedIssuer) : FAULTS[fault],
  )
  return words.length === 0 ? markup`none` : markup`<b class="unhealthy">✗ ${words.join(', ')}</b>`
}

function chainOf(issuers: readonly ChainCertificateReport[]): Markup {
  const items = issuers.map(
    ({ subject, notAfter, linked }) =>
      markup`${code(subject)}, until ${withDays(dayOf(notAfter))}${linked ? '' : ', not needed'}`,
  )
  return items.length === 0 ? markup`leaf only` : joined(items, markup`<br/>`)
}

function joined(items: readonly Markup[], separator: Markup): Markup {
  return markup`${items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]))}`
}

/** What each vantage point got. */
export function elsewhere({ vantage }: SiteReport): Markup {
  if (vantage === undefined || vantage.places.length === 0) return NOTHING
  const { columns, rows } = placesTable(vantage)
  const places = table({ caption: 'vantage points', columns, rows })
  return fold(
    placesTitle(vantage),
    markup`${places}<p class="small">${sentence(measurementNotes(vantage))}</p>\n`,
  )
}

/** What the DNS servers answered. */
export function dnsServers({ probes: { dns } }: SiteReport): Markup {
  if (dns === undefined) return NOTHING
  const { cloudflare, others, failure, servers = [] } = dns
  const own = [
    ...cloudflare.map((address) => markup`${code(address)} (Cloudflare)`),
    ...(others === 0 ? [] : [markup`${plural(others, 'address', 'addresses')} outside Cloudflare`]),
    ...(failure === undefined ? [] : [markup`${failure}`]),
  ]
  const rows = servers.map(({ server, answer, ttl }) => [
    server === 'own' ? "the runner's own" : code(server),
    answer,
    ttl === undefined ? '–' : `${ttl} s`,
  ])
  const compared =
    rows.length === 0
      ? NOTHING
      : table({ caption: 'DNS servers', columns: ['server', 'answer', 'TTL'], rows })
  const first = own.length === 0 ? NOTHING : markup`<p>The name resolves to ${joined(own, markup`, `)}.</p>\n`
  return own.length + rows.length === 0 ? NOTHING : fold('DNS', markup`${first}${compared}`)
}

export function changesSince({ changes }: SiteReport): Markup {
  const all = changes === undefined ? [] : allChanges(changes)
  if (changes === undefined || all.length === 0) return NOTHING
  const rows = all.map(({ where, what, before, now }) => [
    `${what}${where === '' ? '' : ` (${where})`}`,
    code(before),
    code(now),
  ])
  return fold(
    `Changes since ${baselineTime(changes)}`,
    table({ caption: 'changes', columns: ['what', 'then', 'now'], rows }),
  )
}

/** What each side sent, as text. */
export function responses({ responses = [] }: SiteReport): readonly Markup[] {
  return responses.map(({ name, opening, headers, moreHeaders = 0, body }) => {
    const head = [
      opening,
      ...headers.map(({ name, value }) => `${name}: ${value}`),
      ...(moreHeaders === 0 ? [] : [`… ${plural(moreHeaders, 'more header')}`]),
    ]
    if (opening === '' && headers.length === 0)
      return fold(`${titleOf(name)}: none`, markup`<p>Nothing arrived.</p>\n`)
    const title = markup`${titleOf(name)}${when(opening !== '', () => markup`: ${code(opening)}`)}`
    return fold(
      title,
      markup`<pre><code>${lines(head.join('\n'))}</code></pre>\n${hiddenNote(head)}${bodyOf(body)}`,
    )
  })
}

/** `Response through Cloudflare`, `Direct response`, `Response from origin 2`. */
function titleOf(name: string): string {
  if (name === 'directly') return 'Direct response'
  return /^(?:through|by|from)\b/.test(name) ? `Response ${name}` : `Response from ${name}`
}

function hiddenNote(head: readonly string[]): Markup {
  const isHidden = head.some((line) => line.includes('***'))
  return when(
    isHidden,
    () => markup`<p class="small"><code>***</code>: hidden, because it may be a secret.</p>\n`,
  )
}

function bodyOf(body: ResponseReport['body']): Markup {
  if (body === undefined) return NOTHING
  const { text, bytes, complete } = body
  const size = plural(bytes, 'byte')
  const note = complete ? size : text === '' ? `${size}, which were not kept` : `the beginning of ${size}`
  return markup`${when(text !== '', () => markup`<pre><code>${lines(text)}</code></pre>\n`)}<p class="small">Body: ${note}.</p>\n`
}

/** The probes as curl commands. */
export function commands(site: SiteReport): Markup {
  return foldedText('Reproduce it with curl', commandLines(site))
}

export function ticket(site: SiteReport): Markup {
  return foldedText('For a Cloudflare support ticket', ticketLines(site))
}

function foldedText(title: string, text: readonly string[]): Markup {
  return when(text.length > 0, () => fold(title, markup`<pre><code>${lines(text.join('\n'))}</code></pre>\n`))
}
