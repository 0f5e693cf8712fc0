import { ABSENT, type Files, isPem } from '../files/pem-files.ts'
import { type Parsed, type Parser, refuse, succeed } from '../parser/parser.ts'

/** Loaded only for inputs with PEM text: rejected inputs are reported sooner without it. */
const crypto = () => process.getBuiltinModule('node:crypto')

interface Block {
  /** `CERTIFICATE`, `EC PRIVATE KEY` … */
  readonly label: string
  /** The block with its first and last line, each line trimmed. Ends with a line break. */
  readonly pem: string
}

const CERTIFICATES = 'Use the PEM text of one or more certificates, or the path of a file that contains it'
const KEY = 'Use the PEM text of a private key, or the path of a file that contains it'

/** The certificates in a PEM text or file, one block each. Other blocks are ignored. */
export function certificatesIn(files: Files): Parser<readonly [string, ...string[]]> {
  return (given) =>
    pemOf(given, files, CERTIFICATES, (blocks, refused) => {
      const [first, ...rest] = blocks.filter(isCertificate).map(({ pem }) => pem)
      if (first === undefined) {
        return refused(blocks.some(isKey) ? 'contains a key, but no certificate' : 'contains no certificate')
      }
      const all = [first, ...rest] as const
      return all.every(isX509) ? succeed(all) : refused('contains a damaged certificate')
    })
}

/** The private key in a PEM text or file. Other blocks are ignored. */
export function keyIn(files: Files): Parser<string> {
  return (given) =>
    pemOf(given, files, KEY, (blocks, refused) => {
      const key = blocks.find(isKey)
      if (key === undefined) {
        const certificate = blocks.some(isCertificate)
        return refused(certificate ? 'contains a certificate, but no key' : 'contains no private key')
      }
      if (isEncrypted(key)) {
        return refused(
          'contains a key that is protected by a passphrase',
          'Remove the passphrase with `openssl pkey -in locked.pem -out open.pem`',
        )
      }
      return isPrivateKey(key.pem) ? succeed(key.pem) : refused('contains a damaged key')
    })
}

/** Whether a private key matches a certificate. Both are valid. */
export function matches(key: string, certificate: string): boolean {
  const { createPrivateKey, X509Certificate } = crypto()
  return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))
}

/** The lines of the private keys in a text that are long enough to be secret. */
export function keyLinesOf(text: string): readonly string[] {
  return blocksOf(text)
    .filter(isKey)
    .flatMap(({ pem }) => pem.split('\n'))
    .filter((line) => line.length >= 16 && !line.startsWith('-----'))
}

type Refused = (fault: string, accepted?: string) => Parsed<never>

function pemOf<T>(
  given: string,
  files: Files,
  accepted: string,
  parse: (blocks: readonly Block[], refused: Refused) => Parsed<T>,
): Parsed<T> {
  const inline = isPem(given)
  // A path helps to find the problem. PEM text is long, and may be a key in the wrong input.
  const refused: Refused = (fault, other = accepted) =>
    refuse({ given: inline ? '' : given, fault, accepted: other })
  const file = inline ? { ok: true as const, text: given } : files.get(given)
  if (file?.ok !== true) return refused(file?.fault ?? ABSENT)
  const { text } = file
  const flat = text.trim()
  if (isPem(flat) && !flat.includes('\n')) {
    return refused(
      flat.includes('\\n') ? 'contains `\\n` instead of line breaks' : 'has lost its line breaks',
    )
  }
  return parse(blocksOf(text), refused)
}

/** Not by regex: for each block without an end, it would search the whole rest of the text. */
function blocksOf(text: string): readonly Block[] {
  return text
    .split('-----BEGIN ')
    .slice(1)
    .flatMap((piece) => {
      const [, label] = /^([A-Z0-9 ]+)-----/u.exec(piece) ?? []
      const last = `-----END ${label}-----`
      const end = piece.indexOf(last)
      if (label === undefined || end === -1) return []
      const lines = `-----BEGIN ${piece.slice(0, end)}${last}`.split('\n').map((line) => line.trim())
      return [{ label, pem: `${lines.join('\n')}\n` }]
    })
}

const isCertificate = ({ label }: Block): boolean => label === 'CERTIFICATE'
const isKey = ({ label }: Block): boolean => label.endsWith('PRIVATE KEY')

/** Encrypted, as its PKCS #8 label or its RFC 1421 header says. */
const isEncrypted = ({ label, pem }: Block): boolean =>
  label === 'ENCRYPTED PRIVATE KEY' || pem.includes('\nProc-Type: 4,ENCRYPTED\n')

function isX509(pem: string): boolean {
  const { X509Certificate } = crypto()
  return succeeds(() => new X509Certificate(pem))
}

function isPrivateKey(pem: string): boolean {
  return succeeds(() => crypto().createPrivateKey(pem))
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}
