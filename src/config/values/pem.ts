import { createPrivateKey, X509Certificate } from 'node:crypto'
import { ABSENT, type Files, isPem } from '../files/pem-files.ts'
import { type Parsed, type Parser, refuse } from '../parser/parser.ts'
import { succeed } from '../parser/result.ts'

interface Block {
  /** `CERTIFICATE`, `EC PRIVATE KEY` … */
  readonly label: string
  /** The block with its first and last line, no white space around any line. Ends with a line break. */
  readonly pem: string
}

const CERTIFICATES = 'Give the PEM text of one or more certificates, or the path of a file that holds it'
const KEY = 'Give the PEM text of a private key, or the path of a file that holds it'

/** The certificates of a PEM text or file, a block each; what else is in it is left out. */
export function certificatesIn(files: Files): Parser<readonly [string, ...string[]]> {
  return (given) =>
    pemOf(given, files, CERTIFICATES, (blocks, refused) => {
      const [first, ...rest] = blocks.filter(isCertificate).map(({ pem }) => pem)
      if (first === undefined) {
        return refused(
          blocks.some(isKey) ? 'has a key in it, and no certificate' : 'has no certificate in it',
        )
      }
      const all = [first, ...rest] as const
      return all.every(isX509) ? succeed(all) : refused('has a damaged certificate in it')
    })
}

/** The private key of a PEM text or file; what else is in it is left out. */
export function keyIn(files: Files): Parser<string> {
  return (given) =>
    pemOf(given, files, KEY, (blocks, refused) => {
      const key = blocks.find(isKey)
      if (key === undefined) {
        const certificate = blocks.some(isCertificate)
        return refused(certificate ? 'has a certificate in it, and no key' : 'has no private key in it')
      }
      if (isLocked(key)) {
        return refused(
          'has a key that a passphrase locks',
          'Give the key without one, as `openssl pkey -in locked.pem -out open.pem` writes it',
        )
      }
      return isPrivateKey(key.pem) ? succeed(key.pem) : refused('has a damaged key in it')
    })
}

/** Whether a key belongs to a certificate. Both have been parsed. */
export function belongsTo(key: string, certificate: string): boolean {
  return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key))
}

/** The lines of the private keys in a text, as far as they are long enough to tell anything. */
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
  // A path helps to find what is wrong. PEM text would only fill the screen, and could be a key in the wrong place.
  const refused: Refused = (fault, other = accepted) =>
    refuse({ given: inline ? '' : given, fault, accepted: other })
  const file = inline ? { ok: true as const, text: given } : files.get(given)
  if (file?.ok !== true) return refused(file?.fault ?? ABSENT)
  const { text } = file
  const flat = text.trim()
  if (isPem(flat) && !flat.includes('\n')) {
    return refused(flat.includes('\\n') ? 'has `\\n` in it for its line breaks' : 'has lost its line breaks')
  }
  return parse(blocksOf(text), refused)
}

/** Cut by hand: a pattern would search the whole text anew for the end of each block that has none. */
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

/** By its label in PKCS #8, by a field of RFC 1421 in what OpenSSL wrote before. */
const isLocked = ({ label, pem }: Block): boolean =>
  label === 'ENCRYPTED PRIVATE KEY' || pem.includes('\nProc-Type: 4,ENCRYPTED\n')

function isX509(pem: string): boolean {
  return succeeds(() => new X509Certificate(pem))
}

function isPrivateKey(pem: string): boolean {
  return succeeds(() => createPrivateKey(pem))
}

function succeeds(attempt: () => unknown): boolean {
  try {
    attempt()
    return true
  } catch {
    return false
  }
}
