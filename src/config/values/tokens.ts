import { type Parser, refuse, textThat, succeed } from '../parser/parser.ts'

/** Empty, or one word that is valid in a header. */
export function tokenSuchAs(accepted: string): Parser<string> {
  return textThat((text) => /^[\x21-\x7e]*$/u.test(text), {
    fault: 'contains a space, a line break or a non-ASCII character',
    accepted,
  })
}

/** Half of an Access service token. Cloudflare's dashboard shows it after its header's name, ready to copy. */
function accessToken(header: string): Parser<string | undefined> {
  const parse = textThat((text) => /^[\x21-\x39\x3b-\x7e]*$/u.test(text), {
    fault: 'contains a space, a colon, a line break or a non-ASCII character',
    accepted: `Use the value alone, without \`${header}:\` before it`,
  })
  return (text) => (text === '' ? succeed(undefined) : parse(text))
}

export const parseAccessId = accessToken('CF-Access-Client-Id')

const accessSecret = accessToken('CF-Access-Client-Secret')

/** The other half. An id in its place is reported here, before the edge rejects it without an explanation. */
export const parseAccessSecret: Parser<string | undefined> = (text) => {
  if (!text.endsWith('.access')) return accessSecret(text)
  return refuse({
    given: text,
    fault: 'ends in `.access`, like a client id',
    accepted: 'Use the secret here, and the id in `access-client-id`',
  })
}

/** Empty, or a zone id, in lowercase as the API returns it. */
export const parseZoneId: Parser<string | undefined> = (text) => {
  if (text === '') return succeed(undefined)
  if (/^[\da-f]{32}$/iu.test(text)) return succeed(text.toLowerCase())
  const ids = text.match(/\b[\da-f]{32}\b/giu) ?? []
  return refuse({
    given: text,
    fault: 'is not a valid zone id',
    accepted: "Use the 32 hexadecimal digits on the zone's overview page",
    meant: ids.length === 1 ? ids[0] : undefined,
  })
}
