import { type Parser, refuse, succeed } from '../../parser/parser.ts'

/** `none` turns a ProxyCommand off in OpenSSH, too. */
const NONE = 'none'

/**
 * A command as in OpenSSH's ProxyCommand, with `%h`, `%p` and `%%`. Undefined for `none`. Messages never quote it,
 * because it names hosts and users.
 */
export const parseProxyCommand: Parser<string | undefined> = (given) => {
  const refused = (fault: string, accepted: string) => refuse({ given, fault, accepted })
  if (given.toLowerCase() === NONE) return succeed(undefined)
  if (/^(?:-o\s*)?["']?ProxyCommand[\s=]/iu.test(given)) {
    return refused(
      'starts with the name of the option',
      'Use the command alone, without `ProxyCommand` before it',
    )
  }
  if (/\p{Cc}/u.test(given)) {
    return refused(
      'has a line break or another control character',
      'Use one line, or join lines with `>-` in YAML',
    )
  }
  if (hasOpenQuote(given)) {
    return refused('has a quote that is not closed', 'Close it, or write a backslash before it')
  }
  if (/%(?![hp%])/u.test(given.replaceAll('%%', ''))) {
    return refused(
      'has a `%` that is not part of `%h`, `%p` or `%%`',
      'Use `%h` and `%p` for the host and port of the origin, and `%%` for a percent sign',
    )
  }
  return succeed(given)
}

/** Whether a quote is open at the end, or a backslash is the last character (POSIX shell, section 2.2). */
function hasOpenQuote(text: string): boolean {
  return /^(?:[^"'\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")*$/su.exec(text) === null
}
