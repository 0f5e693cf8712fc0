import { type Parser, refuse } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

export type Header = readonly [name: string, value: string]

/** RFC 9110, section 5.6.2. */
export const isFieldName = (text: string): boolean => /^[!#$%&'*+.^_`|~0-9a-z-]+$/iu.test(text)

/** They speak of one connection or of the message's framing, which are the probe's to decide. */
const OF_THE_CONNECTION: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'http2-settings',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const ACCEPTED = 'Give `Name: value`, one a line'

/** One line of `headers`. A refusal never names more than the header's well-known name: the rest is secret. */
export const parseHeader: Parser<Header> = (line) => {
  const refused = (fault: string, accepted = ACCEPTED) => refuse({ given: line, fault, accepted })
  const colon = line.indexOf(':')
  if (colon === -1) return refused('has no colon')
  const name = line.slice(0, colon)
  if (!isFieldName(name)) return refused('has a name that no header can have')
  const known = name.toLowerCase()
  if (known === 'host') return refused('sets `Host`', 'Give the name of the direct probe in `origin-host`')
  if (OF_THE_CONNECTION.has(known)) {
    return refused(`sets \`${known}\``, 'Leave it out: the probe sets what belongs to its connection')
  }
  const value = line.slice(colon + 1).trim()
  if (value === '')
    return refused('has no value', `${ACCEPTED}, and see that the secret it comes from is set`)
  if (!/^[\t\x20-\x7e]+$/u.test(value)) {
    return refused(
      'has a control character or one beyond ASCII in its value',
      `${ACCEPTED}, in printable ASCII`,
    )
  }
  return succeed([name, value])
}
