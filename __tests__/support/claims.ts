import { edgeErrorIn } from '../../src/cloudflare/response.ts'
import type { Moment } from '../../src/domain/cause.ts'
import type { Certificate } from '../../src/domain/certificate.ts'
import type { Exchange } from '../../src/domain/exchange.ts'

/** What a sentence says that was measured, and where that must be in the evidence. */
export interface Claim {
  readonly kind: 'status' | 'date' | 'port' | 'host' | 'direct request'
  readonly value: string
  readonly side: Side
}

/** What a sentence is about: `either` when it is about both. */
type Side = 'edge' | 'origin' | 'either'

/** The claims of a text. A number with a unit is not a status, and code in backquotes is advice. */
export function claimsIn(text: string): readonly Claim[] {
  const plain = text.replaceAll(/`[^`]*`|https?:\/\/\S+|RFC \d+/g, '')
  return plain.split(/(?<=[.?!])\s+(?=[A-Z"])/).flatMap(claimsOfSentence)
}

function claimsOfSentence(sentence: string): readonly Claim[] {
  const side = sideOf(sentence)
  const all = (kind: Claim['kind'], pattern: RegExp): readonly Claim[] =>
    [...sentence.matchAll(pattern)].map(([, value = '']) => ({ kind, value, side }))
  const directly = /direct(?:ly)? (?:request|probe)|requested directly/i.test(sentence)
  return [
    ...all(
      'status',
      /(?<![\d.,:/-]|[Pp]ort |[A-Z]{2} |alert \w{1,40}(?: \(|, ))\b([1-5]\d\d)\b(?![\d.,]*\d|[-–:/]\d| ?(?:KB|kB|MB|GB|ms|s|bytes|seconds|minutes|min|h|days|%|°)\b)/g,
    ),
    ...all('date', /\b(\d{4}-\d{2}-\d{2})\b/g),
    ...all('port', /\b[Pp]ort (\d{1,5})\b/g),
    ...all('host', /\b((?:[a-z0-9-]+\.)+[a-z]{2,})\b/g),
    ...(directly && !NEGATED.test(sentence) ? [{ kind: 'direct request', value: '', side } as const] : []),
  ]
}

/** The sentence says that there was no direct request. */
const NEGATED =
  /not requested directly|was not probed|not checked|[Ww]ithout a direct request|could not be requested/

function sideOf(sentence: string): Side {
  const edge =
    /visitor|through Cloudflare|this runner gets|Cloudflare(?:'s)? (?!cannot|accepts)|\(52\d\)/i.test(
      sentence,
    )
  const origin = /direct|\borigin|\bport \d/i.test(sentence)
  return edge === origin ? 'either' : edge ? 'edge' : 'origin'
}

/** Whether the evidence has what a sentence claims. */
export function isMeasured({ kind, value, side }: Claim, moment: Moment): boolean {
  const exchanges = exchangesOf(moment, side)
  switch (kind) {
    case 'direct request':
      return moment.origin !== undefined
    case 'status':
      return exchanges.some((exchange) => statusesOf(exchange).includes(Number(value)))
    case 'date':
      return [moment.at, ...exchanges.flatMap(datesOf)].some((time) => dayOf(time) === value)
    case 'port':
      return portsOf(moment, side).includes(Number(value))
    case 'host':
      return JSON.stringify(moment).includes(value)
    default:
      return kind satisfies never
  }
}

function exchangesOf(moment: Moment, side: Side): readonly Exchange[] {
  const { edge, uncached, trace, origin, recheck } = moment
  const direct = [origin, ...Object.values(recheck ?? {}).flatMap(exchangesIn)]
  const proxied = [edge, uncached, trace]
  const found = side === 'edge' ? proxied : side === 'origin' ? direct : [...proxied, ...direct]
  return found.filter((exchange) => exchange !== undefined)
}

/** The exchanges of one recheck, whatever its shape. */
function exchangesIn(recheck: unknown): readonly Exchange[] {
  if (typeof recheck !== 'object' || recheck === null) return []
  if (isExchange(recheck)) return [recheck]
  return Object.values(recheck).filter(isExchange)
}

function isExchange(value: unknown): value is Exchange {
  return typeof value === 'object' && value !== null && 'kind' in value && 'timings' in value
}

function statusesOf(exchange: Exchange): readonly number[] {
  const redirects = exchange.redirectChain?.redirects ?? []
  const own = 'head' in exchange ? [exchange.head.status] : []
  const code = edgeErrorIn(exchange)?.code
  return [...own, ...redirects.map(({ status }) => status), ...(code === undefined ? [] : [code])]
}

function datesOf({ tls }: Exchange): readonly number[] {
  if (tls === undefined) return []
  const certificates: readonly Pick<Certificate, 'notBefore' | 'notAfter'>[] = [
    tls.certificate,
    ...tls.certificate.chain,
    ...(tls.certificate.root === undefined ? [] : [tls.certificate.root]),
  ]
  return certificates.flatMap(({ notBefore, notAfter }) => [notBefore, notAfter])
}

function dayOf(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : ''
}

function portsOf({ request, dialedOrigin, recheck }: Moment, side: Side): readonly number[] {
  const direct = dialedOrigin === undefined ? [] : [dialedOrigin.port]
  // The follow-up to the other scheme uses its default port.
  const other = recheck?.otherPort === undefined ? [] : [80, 443]
  if (side === 'origin') return [...direct, ...other]
  return side === 'edge' ? [request.port] : [request.port, ...direct, ...other]
}
