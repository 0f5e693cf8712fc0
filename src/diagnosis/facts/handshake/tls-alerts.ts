/** What kind of fault an alert stands for. Remedies depend on it. */
export type AlertForm = 'name' | 'version' | 'parameters' | 'protocol' | 'client-certificate' | 'other'

interface Alert {
  readonly name: string
  /** Completes "the server rejects the TLS handshake: …". What a server means by it. */
  readonly says: string
  readonly form: AlertForm
}

/**
 * TLS alerts by number (RFC 8446, section 6; RFC 5246, section 7.2; RFC 7301; RFC 7507; RFC 9849). Go's servers, hence
 * Caddy, Traefik and kamal-proxy, send `internal_error` if they get no certificate for the name, and
 * `unrecognized_name` if they have none at all (`pickCertificate` in crypto/tls/handshake_server_tls13.go). nginx with
 * `ssl_reject_handshake` and HAProxy with `strict-sni` send `unrecognized_name`.
 */
const ALERTS: Readonly<Record<number, Alert>> = {
  0: { name: 'close_notify', says: 'it ends the connection', form: 'other' },
  10: { name: 'unexpected_message', says: 'it did not expect this message', form: 'parameters' },
  20: { name: 'bad_record_mac', says: 'it cannot decrypt what it received', form: 'parameters' },
  21: { name: 'decryption_failed', says: 'it cannot decrypt what it received', form: 'parameters' },
  22: { name: 'record_overflow', says: 'it received a record that is too long', form: 'parameters' },
  30: { name: 'decompression_failure', says: 'it cannot decompress what it received', form: 'parameters' },
  40: {
    name: 'handshake_failure',
    says: 'no version, cipher or key exchange in common, or no site for this name',
    form: 'parameters',
  },
  41: { name: 'no_certificate', says: 'it got no client certificate', form: 'client-certificate' },
  42: { name: 'bad_certificate', says: 'no valid client certificate', form: 'client-certificate' },
  43: {
    name: 'unsupported_certificate',
    says: 'the client certificate is of a type that it does not support',
    form: 'client-certificate',
  },
  44: { name: 'certificate_revoked', says: 'the client certificate is revoked', form: 'client-certificate' },
  45: { name: 'certificate_expired', says: 'the client certificate has expired', form: 'client-certificate' },
  46: {
    name: 'certificate_unknown',
    says: 'it does not accept the client certificate',
    form: 'client-certificate',
  },
  47: { name: 'illegal_parameter', says: 'it finds a value in the handshake invalid', form: 'parameters' },
  48: {
    name: 'unknown_ca',
    says: 'it does not know the authority of the client certificate',
    form: 'client-certificate',
  },
  49: { name: 'access_denied', says: 'its rules deny this client access', form: 'client-certificate' },
  50: { name: 'decode_error', says: 'it cannot parse the handshake', form: 'parameters' },
  51: {
    name: 'decrypt_error',
    says: 'a signature or a key exchange in the handshake failed',
    form: 'parameters',
  },
  60: { name: 'export_restriction', says: 'it restricts key lengths', form: 'parameters' },
  70: { name: 'protocol_version', says: 'it supports no TLS version that was offered', form: 'version' },
  71: {
    name: 'insufficient_security',
    says: 'it requires stronger ciphers than those that were offered',
    form: 'parameters',
  },
  80: {
    name: 'internal_error',
    says: 'no certificate for this name, or an internal error',
    form: 'name',
  },
  86: {
    name: 'inappropriate_fallback',
    says: 'it takes the connection for a downgraded retry',
    form: 'version',
  },
  90: { name: 'user_canceled', says: 'it canceled the handshake', form: 'other' },
  100: { name: 'no_renegotiation', says: 'it does not renegotiate', form: 'other' },
  109: { name: 'missing_extension', says: 'it requires an extension that was not sent', form: 'parameters' },
  110: {
    name: 'unsupported_extension',
    says: 'it does not support an extension of the handshake',
    form: 'parameters',
  },
  111: {
    name: 'certificate_unobtainable',
    says: 'it cannot fetch the client certificate',
    form: 'client-certificate',
  },
  112: { name: 'unrecognized_name', says: 'no site or certificate for this name', form: 'name' },
  113: {
    name: 'bad_certificate_status_response',
    says: 'it rejects the revocation status of the certificate',
    form: 'other',
  },
  114: {
    name: 'bad_certificate_hash_value',
    says: 'the client certificate does not have the announced hash',
    form: 'client-certificate',
  },
  115: { name: 'unknown_psk_identity', says: 'it does not know the pre-shared key', form: 'other' },
  116: { name: 'certificate_required', says: 'it requires a client certificate', form: 'client-certificate' },
  117: { name: 'general_error', says: 'it has an error that no other alert describes', form: 'other' },
  120: {
    name: 'no_application_protocol',
    says: 'it supports no application protocol that was offered (ALPN)',
    form: 'protocol',
  },
  121: { name: 'ech_required', says: 'it requires Encrypted Client Hello', form: 'other' },
}

/** `handshake_failure (40)`. */
export function alertName(alert: number): string {
  const name = ALERTS[alert]?.name
  return name === undefined ? `number ${alert}` : `${name} (${alert})`
}

/** `no certificate for this name, or an internal error (alert internal_error)`: completes "…: …". */
export function alertText(alert: number): string {
  const known = ALERTS[alert]
  return known === undefined
    ? `for a reason that the standard does not name (alert ${alert})`
    : `${known.says} (alert ${known.name})`
}

export function alertForm(alert: number): AlertForm {
  return ALERTS[alert]?.form ?? 'other'
}

/** The alerts with which a server rejects a client certificate, or the lack of one. */
export const CLIENT_CERTIFICATE_ALERTS: ReadonlySet<number> = new Set([
  40, 41, 42, 43, 44, 45, 46, 48, 49, 116,
])
