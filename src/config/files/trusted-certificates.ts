import { readdirSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { readBounded } from '../../files/read.ts'
import { printable, type Problem } from '../parser/problems.ts'
import { isPem } from './pem-files.ts'

// Node reads these files itself, at the first TLS connection. It waits for a pipe for ever, so that neither a time
// limit nor a signal ends the run. It ignores a file that it can't read, and the site's certificate seems untrusted.

/** Bytes. A bundle of all roots that browsers trust has a twentieth of it. */
const MAX_BYTES = 4 * 1024 * 1024

/** Loaded only with such a variable. */
const crypto = () => process.getBuiltinModule('node:crypto')

/**
 * What is wrong with the files of trusted certificates that the environment names.
 *
 * @param options the options that Node was started with
 */
export function problemsOfTrustedCertificates(
  env: NodeJS.ProcessEnv,
  options: readonly string[] = process.execArgv,
): readonly Problem[] {
  const extra = env['NODE_EXTRA_CA_CERTS'] ?? ''
  const file = env['SSL_CERT_FILE'] ?? ''
  const folders = env['SSL_CERT_DIR'] ?? ''
  const openSsl = readsOpenSslStore(env, options)
  const problems = [
    extra === '' ? undefined : problemOf('NODE_EXTRA_CA_CERTS', extra, faultOfFile(extra)),
    openSsl && file !== '' ? problemOf('SSL_CERT_FILE', file, faultOfFile(file)) : undefined,
    openSsl && folders !== '' ? problemOf('SSL_CERT_DIR', folders, faultOfFolders(folders)) : undefined,
  ]
  return problems.filter((problem) => problem !== undefined)
}

function problemOf(variable: string, value: string, fault: string | undefined): Problem | undefined {
  if (fault === undefined) return undefined
  // The value may be a private key in the wrong place.
  const subject = isPem(value) ? '' : `\`${printable(value)}\` `
  const accepted =
    variable === 'SSL_CERT_DIR'
      ? 'Use the path of a folder of PEM files'
      : 'Use the path of a PEM file that contains certificates'
  return {
    input: variable,
    text: `The environment variable \`${variable}\`: ${subject}${fault}. ${accepted}, or unset the variable.`,
  }
}

function faultOfFile(path: string): string | undefined {
  if (isPem(path)) return 'it contains PEM text instead of a path'
  const file = readBounded(path, MAX_BYTES)
  if (!file.ok) return file.fault
  const blocks = certificatesIn(file.bytes.toString('latin1'))
  if (blocks.length === 0) return 'contains no certificate in PEM format'
  // OpenSSL takes 0.1 ms for each, and a bundle of all public roots has 150: of most, only the frame is checked.
  const isValid = blocks.every(isWhole) && blocks.slice(0, MAX_PARSED).every(isCertificate)
  return isValid ? undefined : 'contains a damaged certificate'
}

/** A file of private CAs has a few certificates. */
const MAX_PARSED = 20

/** Like OpenSSL, which finds a block only at the start of a line. */
function certificatesIn(text: string): readonly string[] {
  return text
    .split(/^(?=-----BEGIN )/mu)
    .filter((block) => /^-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/u.test(block))
}

const BLOCK =
  /^-----BEGIN ((?:X509 |TRUSTED )?CERTIFICATE)-----[ \t]*\r?\n([A-Za-z0-9+/=\s]+)\n-----END \1-----/u

/** Whether a block ends, and its bytes are as many as their first ones say (DER, X.690, section 8.1.3). */
function isWhole(pem: string): boolean {
  const [, label = '', base64 = ''] = BLOCK.exec(pem) ?? []
  const bytes = Buffer.from(base64, 'base64')
  const [tag, first = 0] = bytes
  const digits = first < 0x80 ? 0 : first & 0x7f
  if (tag !== 0x30 || digits > 4 || bytes.length < 2 + digits) return false
  const length = digits === 0 ? first : bytes.readUIntBE(2, digits)
  // OpenSSL's own format has more after the certificate.
  return label.startsWith('TRUSTED')
    ? bytes.length >= 2 + digits + length
    : bytes.length === 2 + digits + length
}

function isCertificate(pem: string): boolean {
  const { X509Certificate } = crypto()
  try {
    return new X509Certificate(pem).subject !== undefined
  } catch {
    return false
  }
}

/** OpenSSL skips the folders of the list that don't exist, so one is enough. */
function faultOfFolders(list: string): string | undefined {
  const faults = list.split(delimiter).map(faultOfFolder)
  if (faults.includes(WAITS)) return WAITS
  return faults.includes(undefined) ? undefined : faults[0]
}

const WAITS = 'contains a file that is not a regular file'

function faultOfFolder(folder: string): string | undefined {
  try {
    // The names that OpenSSL opens: the hash of a subject and a number.
    const names = readdirSync(folder).filter((name) => /^[0-9a-f]{8}\.r?\d+$/u.test(name))
    return names.every((name) => isHarmless(join(folder, name))) ? undefined : WAITS
  } catch {
    return 'is not a folder that can be read'
  }
}

function isHarmless(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found === undefined || found.isFile() || found.isDirectory()
}

/** Whether Node reads the files of OpenSSL's variables. On macOS and Windows, the system's store is another one. */
function readsOpenSslStore(env: NodeJS.ProcessEnv, options: readonly string[]): boolean {
  const all = [...(env['NODE_OPTIONS'] ?? '').split(/\s+/u), ...options]
  const has = (name: string): boolean => all.some((option) => option.replaceAll('_', '-') === name)
  const system = has('--use-system-ca') || env['NODE_USE_SYSTEM_CA'] === '1'
  return has('--use-openssl-ca') || (system && process.platform === 'linux')
}
