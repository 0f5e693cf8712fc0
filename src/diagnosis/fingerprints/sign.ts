import type { CompletedExchange } from '../../domain/exchange.ts'
import { matches, read } from '../../domain/untrusted.ts'
import { scriptSource } from './script-source.ts'
import { MAX_SHOWN, shownTextOf, titleOf } from './shown-text.ts'
import type { Sign } from './sign-parts.ts'
import { isWholePage } from './whole-page.ts'

export type { Sign } from './sign-parts.ts'

export function hasSign(response: CompletedExchange, sign: Sign): boolean {
  const { head, body, redirectChain } = response
  const { status, headers = {}, cookie, redirectedTo, title, atMost = Infinity } = sign
  const target = redirectChain?.next ?? redirectChain?.redirects.at(-1)?.to ?? head.headers['location']
  return (
    (status === undefined || status.includes(head.status)) &&
    body.bytes <= atMost &&
    (sign.ending === undefined || body.ending === sign.ending) &&
    Object.entries(headers).every(([name, pattern]) => matches(head.headers[name], pattern)) &&
    (cookie === undefined || head.setCookie?.some((each) => matches(each, cookie)) === true) &&
    (redirectedTo === undefined || matches(target, redirectedTo)) &&
    (title === undefined || matches(titleOf(response), title)) &&
    [sign.body ?? []].flat().every((pattern) => matches(body.text, pattern)) &&
    (sign.source === undefined || read(body.text, scriptSource) === sign.source) &&
    (sign.text === undefined || (body.bytes <= MAX_SHOWN && matches(shownTextOf(response), sign.text))) &&
    (head.status < 200 || head.status > 299 || isWholePage(response, sign))
  )
}
