/** Words in the usual messages of ssh, nc, socat, kubectl, docker and cloudflared. None can be a host or a user. */
const KNOWN: ReadonlySet<string> = new Set(
  `a access address administratively algorithm allowed api argument authentication authenticity authorized auth back bad bind by can
  cannot cause certificate change changed channel check client closed command configuration connect connecting connection container
  context could credentials daemon denied deny directory disabled disconnected does enough error errno established exceeded exchange exec executable exist expired
  fail failed failures fatal file fingerprint for forbidden format forward forwarding found from got has have host hostname
  identification identity in inside gssapi-with-mic keyboard-interactive kex_exchange_identification ssh_exchange_identification client_loop interactive internal invalid is it kex key keyboard keys known limit load login logged lookup lost many
  matching maximum message method methods mismatch must name names negotiate network no not null object of offer offending
  on open operation or packet panic password path peer permission permissions permitted policy pod pods port presented process
  prohibited protocol proxy publickey range read received reached received refused rejected remote requested required reset resolution
  resolve resource response returned revoked route running server service session sh shell signature signed socket ssh started
  stdio stdin stdout such syntax system temporary temporarily terminated there this time timed out timeout tls to too trust try tunnel type unable
  unauthorized unavailable unexpected unix unknown unprotected unreachable unsupported up usage user valid verification
  verify version was while with write wrong you your
  accessible allocated are bash be because broken disconnect libcrypto line oci owner pipe private pseudo-terminal runtime send
  specification start terminal their upgrade warning will`.split(/\s+/),
)

/** Characters of a quotation. */
const MAX_OUTPUT = 120

/**
 * The last line of a command's standard error, with `…` for everything that may name a host, a user, a path or a key.
 * Empty when nothing is left.
 */
export function quotableOutput(text: string): string {
  const lines = text.split(/[\r\n]+/).map((line) => shortened(knownWords(line)))
  return lines.findLast((line) => /[a-z]{2}/i.test(line)) ?? ''
}

/** Cut between words, so that a quotation of it is the same. */
function shortened(line: string): string {
  if (line.length <= MAX_OUTPUT) return line
  return `${line.slice(0, MAX_OUTPUT - 2).replace(/[\s…]*\S*$/, '')} …`
}

function knownWords(line: string): string {
  return (
    line
      .slice(0, 1000)
      .trim()
      // A host or a user may have the name of a thing.
      .replaceAll(/\b(host|hostname|user)\s+(?!key\b)[^\s:,.]+/gi, '$1 …')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\S+/g, knownWord)
      .replaceAll(/…(?::? ?…)+/g, '…')
  )
}

/** `denied`, `(publickey,password).`, `…:` */
function knownWord(word: string): string {
  const [, open = '', inner = '', close = ''] = /^(["'(]*)(.*?)([.,:;!?)"']*)$/u.exec(word) ?? []
  const parts = inner.split(',')
  return parts.every((part) => KNOWN.has(part.toLowerCase())) && inner !== ''
    ? `${open}${inner}${close}`.replaceAll(/["'`]/g, '')
    : `…${/[:.]$/.exec(close)?.[0] ?? ''}`
}
