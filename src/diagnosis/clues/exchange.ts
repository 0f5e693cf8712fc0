import { copyOf, edgeErrorIn, rayOf } from '../../cloudflare/response.ts'
import type { CompletedExchange, Exchange } from '../../domain/exchange.ts'
import { isEmpty, phrase, quote, type Sentence } from '../../domain/untrusted.ts'
import { failureWords } from '../failure-words.ts'
import { encodingDamage } from '../facts/exchange.ts'
import { isDowngrade } from '../facts/redirect-cycle.ts'
import { generatorOf } from '../facts/generator.ts'
import { replacementText } from '../facts/pages/page-text.ts'
import { shortened } from '../freshness/urls.ts'
import { list } from '../../shared/text.ts'

/**
 * What an exchange gave, to complete "visitors get …".
 *
 * @param limit the time that the request had, in words
 */
export function outcomeText(exchange: Exchange | undefined, limit: string): string {
  if (exchange === undefined) return 'an unknown response'
  if (exchange.kind === 'completed') return responseText(exchange)
  const { phase, error } = exchange
  return failureWords({ phase, ...error, limit }).gets
}

function responseText(exchange: CompletedExchange): string {
  const { status } = exchange.head
  const missing = missingContentText(exchange)
  const lacking = missing === '' ? '' : `,${missing}`
  const damage = encodingDamage(exchange)
  if (damage !== undefined) return `${status} with a compressed body that ${DAMAGE[damage]}${lacking}`
  const ray = rayOf(exchange)
  const colo = ray?.colo ? ` (${ray.colo})` : ''
  const error = edgeErrorIn(exchange)
  if (error !== undefined) {
    const code = error.code === status ? '' : `, code ${error.code},`
    return `${status}${code} on a Cloudflare error page${colo}${lacking}`
  }
  const copy = copyOf(exchange)
  if (copy !== undefined)
    return `${status} from Cloudflare's cache (${[copy, ray?.colo ?? ''].filter((part) => part !== '').join(', ')})${lacking}`
  return `${status}${pageText(exchange)}${colo}${lacking}`
}

/** Who made the page, to follow its status: ` with a challenge from Vercel`; empty when that is unknown. */
function pageText(exchange: CompletedExchange): string {
  const replacement = replacementText(exchange)
  if (replacement !== '') return replacement
  const generator = generatorOf(exchange)
  return generator === undefined ? '' : ` on a page from ${generator.name}`
}

/** Completes "a compressed body that …". */
export const DAMAGE = { corrupt: 'is corrupt', truncated: 'is truncated' } as const

/** The expected content that a response lacks, to follow its status; empty when it lacks none. */
export function missingContentText(exchange: Exchange | undefined): string {
  const { body, header } = (exchange?.kind === 'completed' ? exchange.content : undefined) ?? {}
  const missing = [
    ...(body === 'missing' ? ['the expected text'] : []),
    ...(header === 'missing' ? ['the expected header'] : []),
  ]
  return missing.length === 0 ? '' : ` without ${list(missing)}`
}

/** The redirects before a response, to follow the text about it; empty when there were none. */
export function redirectText(exchange: Exchange | undefined): Sentence {
  const { redirects = [], end, next } = exchange?.redirectChain ?? {}
  const count = redirects.length
  const after = count === 1 ? 'after one redirect' : `after ${count} redirects`
  const last = redirects.at(-1)
  if (end === undefined) {
    const plaintext = redirects.some(isDowngrade) ? ', over plain HTTP' : ''
    return last === undefined ? '' : phrase`, ${after} to ${quote(last.to, shortened)}${plaintext}`
  }
  const nowhere = next === undefined || isEmpty(next)
  const target = nowhere ? 'without a valid URL' : phrase`to ${quote(next, shortened)}`
  return phrase`, redirecting ${target}${count === 0 ? '' : ` ${after}`}`
}
