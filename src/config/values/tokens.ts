import { type Parser, refuse, textThat } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

/** Empty, or one word that fits into a header. */
export function tokenSuchAs(accepted: string): Parser<string> {
  return textThat((text) => /^[\x21-\x7e]*$/u.test(text), {
    fault: 'has a space, a line break or a character beyond ASCII',
    accepted,
  })
}

/** Half of an Access service token. Cloudflare's dashboard shows it behind the name of its header, to be copied. */
function accessToken(header: string): Parser<string | undefined> {
  const parse = textThat((text) => /^[\x21-\x39\x3b-\x7e]*$/u.test(text), {
    fault: 'has a space, a colon, a line break or a character beyond ASCII',
    accepted: `Give the value alone, without \`${header}:\` before it`,
  })
  return (text) => (text === '' ? succeed(undefined) : parse(text))
}

export const parseAccessId = accessToken('CF-Access-Client-Id')

const accessSecret = accessToken('CF-Access-Client-Secret')

/** The other half. An id in its place would be refused at the edge, an hour later and with fewer words. */
export const parseAccessSecret: Parser<string | undefined> = (text) => {
  if (!text.endsWith('.access')) return accessSecret(text)
  return refuse({
    given: text,
    fault: 'ends in `.access`, as ids do',
    accepted: 'Give the secret here, and the id in `access-client-id`',
  })
}

/** Empty, or the id of a zone as the API spells it. */
export const parseZoneId: Parser<string | undefined> = (text) => {
  if (text === '') return succeed(undefined)
  if (/^[\da-f]{32}$/iu.test(text)) return succeed(text.toLowerCase())
  const ids = text.match(/\b[\da-f]{32}\b/giu) ?? []
  return refuse({
    given: text,
    fault: 'is no zone id',
    accepted: 'Give the 32 hexadecimal digits that the overview of the zone shows',
    meant: ids.length === 1 ? ids[0] : undefined,
  })
}
