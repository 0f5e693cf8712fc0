import { listOf } from '../parser/lists.ts'
import { type Parser, refuse, succeed } from '../parser/parser.ts'
import { unsetFault } from './unset-values.ts'

export type Header = readonly [name: string, value: string]

/** RFC 9110, section 5.6.2. */
export const isFieldName = (text: string): boolean => /^[!#$%&'*+.^_`|~0-9a-z-]+$/iu.test(text)

/** Headers of the connection or of message framing, which the probe sets itself. */
const CONNECTION_HEADERS: ReadonlySet<string> = new Set([
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

const ACCEPTED = 'Use `Name: value`, one per line'

/** One line of `headers`. Errors never quote more than a well-known name, because values are secret. */
export const parseHeader: Parser<Header> = (line) => {
  const refused = (fault: string, accepted = ACCEPTED) => refuse({ given: line, fault, accepted })
  if (/^(["'`]).*\1$/su.test(line))
    return refused('is wrapped in quotes', 'Remove the quotes around the whole line')
  if (/^(?:-H|--header)\b/u.test(line)) {
    return refused('starts with a curl option', `${ACCEPTED}, without the option and the quotes`)
  }
  const colon = line.indexOf(':')
  if (colon === -1) return refused('has no colon')
  const name = line.slice(0, colon)
  if (!isFieldName(name)) return refused('has an invalid header name')
  const known = name.toLowerCase()
  if (known === 'host')
    return refused('sets `Host`', 'Set the Host header of the direct probe with `origin-host`')
  if (CONNECTION_HEADERS.has(known)) {
    return refused(`sets \`${known}\``, 'Remove it: the probe sets the headers of its connection itself')
  }
  const value = line.slice(colon + 1).trim()
  const unset = unsetFault(value.replace(/^(?:Bearer|Basic|Token)\s+/iu, ''))
  if (unset !== undefined) return refused(`has a value that ${unset.fault}`, unset.accepted)
  if (known === 'authorization' && /^(?:Bearer|Basic|Token)$/iu.test(value)) {
    return refused('has a scheme without credentials', 'Check that the secret they come from is set')
  }
  if (value === '')
    return refused('has no value', `${ACCEPTED}, and check that the secret it comes from is set`)
  if (!/^[\t\x20-\x7e]+$/u.test(value)) {
    return refused('has a control or non-ASCII character in its value', `${ACCEPTED}, in printable ASCII`)
  }
  return succeed([name, value])
}

/** Cloudflare accepts 128 KB of headers in a request. The check has a few of its own. */
const MAX_SIZE = 127 * 1024

const parseLines = listOf(parseHeader)

/** The lines of `headers`. */
export const parseHeaders: Parser<readonly Header[]> = (text) => {
  const parsed = parseLines(text)
  if (!parsed.ok) return parsed
  const size = parsed.value.reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)
  return size <= MAX_SIZE
    ? parsed
    : refuse({
        given: '',
        fault: 'is larger than 127 KB, and Cloudflare accepts 128 KB of headers in a request',
        accepted: 'Send fewer or shorter headers',
      })
}
