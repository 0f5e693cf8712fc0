import type { X509Certificate } from 'node:crypto'
import { isIP } from '../../shared/ip.ts'
import type { TlsOptions } from '../types.ts'

/** A wildcard stands for exactly one whole label (RFC 9525, section 6.3). Browsers accept no other. */
const WILDCARDS = {
  wildcards: true,
  partialWildcards: false,
  multiLabelWildcards: false,
  singleLabelSubdomains: false,
} as const

/** Cloudflare accepts a common name if there is no alternative name. Browsers ignore it (RFC 9525, section 2). */
const OPTIONS = {
  visitors: { ...WILDCARDS, subject: 'never' },
  cloudflare: { ...WILDCARDS, subject: 'default' },
} as const

/** A label that only a wildcard matches. */
const ANY_LABEL = 'origin-gate-wildcard'

/** Whether a certificate is for this name or address, by the rules of this client. */
export function isFor(certificate: X509Certificate, name: string, trust: TlsOptions['trust']): boolean {
  if (isIP(name) !== 0) return certificate.checkIP(name) !== undefined
  const host = name.replace(/\.$/, '')
  // For OpenSSL, a leading dot means any subdomain. Node throws for a NUL.
  if (!/^[^.\0][^\0]*$/.test(host)) return false
  const options = OPTIONS[trust]
  if (certificate.checkHost(host, options) !== undefined) return true
  // In OpenSSL, a wildcard doesn't match an underscore. In browsers and at Cloudflare it does.
  const [label = '', ...parent] = host.split('.')
  return label.includes('_') && certificate.checkHost([ANY_LABEL, ...parent].join('.'), options) !== undefined
}
