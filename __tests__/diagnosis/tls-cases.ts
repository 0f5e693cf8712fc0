import type { CauseId } from '../../src/domain/cause-id.ts'
import type { TlsInspection } from '../../src/domain/recheck.ts'
import type { CertificateFault, ChainLink } from '../../src/domain/certificate.ts'
import { untrusted } from '../../src/domain/untrusted.ts'
import {
  response,
  failedExchange,
  rejectedCertificate,
  dnsElsewhere,
  cachedResponse,
  plainError,
  evidenceWith,
  tlsSession,
  responseWithCertificate,
  noResponse,
  edgeResponse,
  edgeError,
  wireDetails,
  type Case,
} from '../support/evidence.ts'
import { healthy, inconclusive, unhealthy } from '../support/judgments.ts'

const tlsInspection = (more: Partial<TlsInspection>): { readonly tlsInspection: TlsInspection } => ({
  tlsInspection: { protocol: 'tls', handshakeCompleted: false, requestsCertificate: false, ...more },
})
const alerted = (alert: number): ReturnType<typeof failedExchange> =>
  failedExchange('tls', 'protocol', { alert })
const cut = failedExchange('tls', 'reset')
const mute = failedExchange('processing', 'closed', { tls: tlsSession() })
const past = { dns: dnsElsewhere, trace: response(404) } as const
const PLAIN_PORT = { origins: [{ tls: false, port: 80 }] } as const

const NGINX_NO_CERTIFICATE =
  '<center><h1>400 Bad Request</h1></center>\r\n<center>No required SSL certificate was sent</center>\r\n<hr><center>nginx</center>'
const NGINX_PLAIN =
  '<center><h1>400 Bad Request</h1></center>\r\n<center>The plain HTTP request was sent to HTTPS port</center>\r\n<hr><center>nginx</center>'

export const TLS_CASES: Readonly<Record<string, readonly Case[]>> = {
  'tls-handshake-failed': [
    [
      'Cloudflare fails, and we get an alert',
      { edge: edgeError(525), origin: alerted(40) },
      unhealthy('tls-handshake-failed', 'certain'),
    ],
    [
      'Cloudflare fails, and we are cut off',
      { edge: edgeError(525), origin: cut },
      unhealthy('tls-handshake-failed', 'likely'),
    ],
    [
      'Cloudflare fails, and we hear noise',
      {
        edge: edgeError(525),
        origin: failedExchange('tls', 'protocol'),
        recheck: tlsInspection({ protocol: 'other' }),
      },
      unhealthy('tls-handshake-failed', 'likely'),
    ],
    [
      'Cloudflare fails, and the origin was not probed',
      { edge: edgeError(525), origin: undefined },
      unhealthy('tls-handshake-failed', 'likely'),
    ],
    [
      'Cloudflare fails, and we do not',
      { edge: edgeError(525) },
      unhealthy('tls-handshake-failed', 'likely'),
    ],
    [
      'without Cloudflare, no client completes a handshake',
      { ...past, edge: cut, origin: cut },
      unhealthy('tls-handshake-failed', 'likely'),
    ],
    [
      'the server is of another age, and Cloudflare takes it',
      {
        origin: alerted(70),
        recheck: tlsInspection({ alert: 70, legacy: { protocol: 'TLSv1', cipher: 'AES128-SHA' } }),
      },
      healthy.withNote('tls-handshake-failed'),
    ],
    [
      'one of two origins fails, while the other answers',
      { origin: [alerted(80), response(200)] },
      healthy.withWarning('tls-handshake-failed'),
    ],
    [
      'but not when visitors are served',
      { origin: alerted(40) },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
    [
      'but not when neither side gets a response',
      { edge: edgeError(525), origin: failedExchange('tls', 'timeout') },
      unhealthy('origin-response-timeout', 'likely'),
    ],
    [
      'but not when visitors get a cached copy',
      { edge: cachedResponse(), origin: alerted(40) },
      inconclusive('origin-locked-to-cloudflare', 'possible'),
    ],
  ],
  'tls-plaintext-port': [
    [
      'a TLS hello is answered in plain HTTP',
      {
        edge: edgeError(525),
        origin: failedExchange('tls', 'protocol'),
        recheck: tlsInspection({ protocol: 'http' }),
      },
      unhealthy('tls-plaintext-port', 'certain'),
    ],
    [
      'it hangs up on a TLS hello, and serves plain HTTP',
      {
        edge: edgeError(525),
        origin: cut,
        recheck: { ...tlsInspection({ protocol: 'nothing' }), otherScheme: response(200) },
      },
      unhealthy('tls-plaintext-port', 'certain'),
    ],
    [
      'of a port that Cloudflare may not dial',
      {
        edge: edgeError(525),
        origin: cut,
        recheck: tlsInspection({ protocol: 'http' }),
        request: { origins: [{ tls: true, port: 8443 }] },
      },
      unhealthy('tls-plaintext-port', 'likely'),
    ],
    [
      'visitors are still served: the zone uses the other scheme',
      { origin: failedExchange('tls', 'protocol'), recheck: tlsInspection({ protocol: 'http' }) },
      healthy.withNote('tls-plaintext-port'),
    ],
    [
      'the server reports it to every client',
      { edge: edgeResponse(400, NGINX_PLAIN), origin: response(400, NGINX_PLAIN), request: PLAIN_PORT },
      unhealthy('tls-plaintext-port', 'certain'),
    ],
    [
      'the server reports it to visitors, and the origin was not probed',
      { edge: edgeResponse(400, NGINX_PLAIN), origin: undefined },
      unhealthy('tls-plaintext-port', 'likely'),
    ],
    [
      'a port that hangs up on plain HTTP shakes hands, under Flexible',
      {
        edge: edgeError(520),
        origin: failedExchange('processing', 'closed'),
        recheck: { otherScheme: responseWithCertificate() },
        request: { ...PLAIN_PORT, sslMode: 'flexible' },
      },
      unhealthy('tls-plaintext-port', 'certain'),
    ],
    [
      'and in an unknown mode',
      {
        edge: edgeError(520),
        origin: failedExchange('processing', 'protocol', {
          received: 7,
          wire: wireDetails('\u0015\u0003\u0001'),
        }),
        recheck: { otherScheme: responseWithCertificate() },
        request: PLAIN_PORT,
      },
      unhealthy('tls-plaintext-port', 'likely'),
    ],
    [
      'only we ask in the wrong one',
      {
        origin: response(400, NGINX_PLAIN),
        recheck: { otherScheme: responseWithCertificate() },
        request: PLAIN_PORT,
      },
      inconclusive('tls-plaintext-port', 'likely'),
    ],
    [
      'but not on an alert: that is TLS',
      { edge: edgeError(525), origin: alerted(112), recheck: { otherScheme: response(404) } },
      unhealthy('tls-handshake-failed', 'certain'),
    ],
    [
      'but not on the 400 that a TLS port has for plain HTTP',
      {
        edge: edgeError(525),
        origin: cut,
        recheck: { ...tlsInspection({ protocol: 'nothing' }), otherScheme: response(400, NGINX_PLAIN) },
      },
      unhealthy('tls-handshake-failed', 'likely'),
    ],
    [
      'but not on a redirect to TLS',
      {
        edge: edgeError(525),
        origin: cut,
        recheck: { ...tlsInspection({ protocol: 'nothing' }), otherScheme: response(301) },
      },
      unhealthy('tls-handshake-failed', 'likely'),
    ],
    [
      "but not on Cloudflare's own page",
      { edge: edgeResponse(400, NGINX_PLAIN.replace('>nginx<', '>cloudflare<')), origin: plainError(400) },
      inconclusive('cloudflare-waf-blocked', 'likely'),
    ],
  ],
  'tls-client-certificate-required': [
    [
      'it demands one, and Cloudflare is served',
      { origin: mute, recheck: tlsInspection({ handshakeCompleted: true, alert: 116 }) },
      healthy.withNote('tls-client-certificate-required'),
    ],
    [
      'it demands one in TLS 1.2, and Cloudflare is served',
      { origin: alerted(40), recheck: tlsInspection({ requestsCertificate: true, alert: 40 }) },
      healthy.withNote('tls-client-certificate-required'),
    ],
    [
      'an HTTP response reports it, and Cloudflare is served',
      { origin: response(400, NGINX_NO_CERTIFICATE) },
      healthy.withNote('tls-client-certificate-required'),
    ],
    [
      'it demands one, and Cloudflare gets no handshake',
      {
        edge: edgeError(525),
        origin: mute,
        recheck: tlsInspection({ handshakeCompleted: true, alert: 116 }),
      },
      unhealthy('tls-client-certificate-required', 'likely'),
    ],
    [
      'it demands one, and Cloudflare gets no answer',
      {
        edge: edgeError(520),
        origin: mute,
        recheck: tlsInspection({ handshakeCompleted: true, alert: 116 }),
      },
      unhealthy('tls-client-certificate-required', 'likely'),
    ],
    [
      'it demands one in TLS 1.2, and Cloudflare has none',
      {
        edge: edgeError(525),
        origin: alerted(42),
        recheck: tlsInspection({ requestsCertificate: true, alert: 42 }),
      },
      unhealthy('tls-client-certificate-required', 'likely'),
    ],
    [
      'it reports it to every client',
      { edge: edgeResponse(400, NGINX_NO_CERTIFICATE), origin: response(400, NGINX_NO_CERTIFICATE) },
      unhealthy('tls-client-certificate-required', 'certain'),
    ],
    [
      'it reports it to visitors, and the origin was not probed',
      { edge: edgeResponse(400, NGINX_NO_CERTIFICATE), origin: undefined },
      unhealthy('tls-client-certificate-required', 'likely'),
    ],
    [
      'but not on a handshake that fails before the request for a certificate',
      { edge: edgeError(525), origin: alerted(40), recheck: tlsInspection({ alert: 40 }) },
      unhealthy('tls-handshake-failed', 'certain'),
    ],
    [
      'but not when it asks, and something else is wrong',
      {
        edge: edgeError(525),
        origin: alerted(80),
        recheck: tlsInspection({ requestsCertificate: true, alert: 80 }),
      },
      unhealthy('tls-handshake-failed', 'certain'),
    ],
    [
      'but not when it closes every connection without requesting a certificate',
      { edge: edgeError(520), origin: mute, recheck: tlsInspection({ handshakeCompleted: true }) },
      unhealthy('origin-empty-response', 'likely'),
    ],
    [
      'and then the origin is locked in another way when visitors are served',
      { origin: mute, recheck: tlsInspection({ handshakeCompleted: true }) },
      healthy.withNote('origin-locked-to-cloudflare'),
    ],
  ],
  'tls-certificate-expired': [
    ...certificateCases('tls-certificate-expired', 'expired'),
    ['it ends before long', { origin: ending(5) }, healthy.withWarning('tls-certificate-expired')],
    [
      'that of the edge ends before long',
      { edge: { ...edgeResponse(200), tls: endingSession(5) } },
      healthy.withWarning('tls-certificate-expired'),
    ],
    [
      'it ends before long, and something else is wrong',
      { edge: edgeResponse(404), origin: { ...plainError(404), tls: endingSession(5) } },
      unhealthy('unexpected-status', 'certain').withWarning('tls-certificate-expired'),
    ],
    [
      'an intermediate of a valid certificate has expired',
      { edge: edgeError(526), origin: withChain(['expired'], issuerLink(-2)) },
      unhealthy('tls-certificate-expired', 'certain'),
    ],
    [
      'the root of a private authority has expired',
      { edge: edgeError(526), origin: withChain(['expired'], issuerLink(300), rootLink(-2)) },
      unhealthy('tls-certificate-expired', 'certain'),
    ],
    [
      'a superfluous certificate has expired, and Cloudflare rejects the chain',
      { edge: edgeError(526), origin: withChain([], { ...issuerLink(-2), linked: false }) },
      unhealthy('tls-certificate-expired', 'possible'),
    ],
    [
      'but not when Cloudflare accepts the chain',
      { origin: withChain([], { ...issuerLink(-2), linked: false }) },
      healthy,
    ],
    [
      'an intermediate ends before long',
      { origin: withChain([], issuerLink(5)) },
      healthy.withWarning('tls-certificate-expired'),
    ],
    [
      'but not when the chain needs none that ends before long',
      { origin: withChain([], { ...issuerLink(5), linked: false }) },
      healthy,
    ],
    ['but not when there is time', { origin: ending(15) }, healthy],
    ['but not when the limit is 0 days', { origin: ending(5), request: { certificateDays: 0 } }, healthy],
    [
      'but not when Cloudflare does not judge it',
      { origin: ending(5), request: { sslMode: 'full' } },
      healthy,
    ],
    ['but not when it never lives longer', { origin: ending(5, 7) }, healthy],
    [
      'until that life is nearly over',
      { origin: ending(1, 7) },
      healthy.withWarning('tls-certificate-expired'),
    ],
  ],
  'tls-certificate-not-yet-valid': [
    ...certificateCases('tls-certificate-not-yet-valid', 'not-yet-valid'),
    [
      'an intermediate is not valid yet',
      {
        edge: edgeError(526),
        origin: withChain(['not-yet-valid'], { ...issuerLink(300), notBefore: dayFrom(2) }),
      },
      unhealthy('tls-certificate-not-yet-valid', 'certain'),
    ],
  ],
  'tls-certificate-name-mismatch': certificateCases('tls-certificate-name-mismatch', 'name-mismatch'),
  'tls-certificate-untrusted': [
    ...certificateCases('tls-certificate-untrusted', 'untrusted'),
    [
      'an intermediate has a weak key, which Cloudflare may accept',
      { edge: edgeError(526), origin: weakChain() },
      unhealthy('tls-certificate-untrusted', 'likely'),
    ],
    [
      'an intermediate has a weak key, and visitors are served',
      { origin: weakChain() },
      healthy.withWarning('tls-certificate-untrusted'),
    ],
    [
      'visitors are shown it: by a proxy before us, perhaps',
      { edge: rejectedCertificate('untrusted') },
      unhealthy('tls-certificate-untrusted', 'likely'),
    ],
  ],
  'tls-chain-incomplete': [
    ...certificateCases('tls-chain-incomplete', 'chain-incomplete', 'likely'),
    ['out of order is a warning', { origin: disordered() }, healthy.withWarning('tls-chain-incomplete')],
    [
      'out of order may be why Cloudflare turns it down',
      { edge: edgeError(526), origin: disordered() },
      unhealthy('tls-chain-incomplete', 'possible'),
    ],
    [
      'but not when Cloudflare does not judge it',
      { origin: disordered(), request: { sslMode: 'full' } },
      healthy,
    ],
    [
      'but not when the server sends nothing at all',
      { edge: noResponse, origin: noResponse },
      unhealthy('origin-response-timeout', 'likely'),
    ],
  ],
}

function certificateCases(
  id: CauseId,
  fault: CertificateFault,
  maxConfidence: 'certain' | 'likely' = 'certain',
): readonly Case[] {
  const other = fault === 'expired' ? 'name-mismatch' : 'expired'
  return [
    [
      'Cloudflare turns it down, and we see it',
      { edge: edgeError(526), origin: responseWithCertificate(fault) },
      unhealthy(id, maxConfidence),
    ],
    ['visitors are still served', { origin: responseWithCertificate(fault) }, healthy.withWarning(id)],
    [
      'the SSL mode validates it',
      { origin: responseWithCertificate(fault), request: { sslMode: 'strict' } },
      healthy.withWarning(id),
    ],
    [
      'visitors are shown it, and so are we',
      { ...past, edge: rejectedCertificate(fault), origin: responseWithCertificate(fault) },
      unhealthy(id, fault === 'name-mismatch' ? 'certain' : 'likely'),
    ],
    ...(fault === 'expired' || fault === 'not-yet-valid'
      ? ([
          [
            "visitors are shown it, and so are we, and the server's clock agrees with ours",
            {
              ...past,
              edge: rejectedCertificate(fault),
              origin: response(200, 'shop', { date: dateIn(0) }, tlsSession([fault])),
            },
            unhealthy(id, 'certain'),
          ],
          [
            "visitors are shown it, and so are we, and the server's clock differs from ours",
            {
              ...past,
              edge: rejectedCertificate(fault),
              origin: response(200, 'shop', { date: dateIn(-100) }, tlsSession([fault])),
            },
            unhealthy(id, 'likely'),
          ],
        ] as const)
      : []),
    ...(fault === 'untrusted'
      ? []
      : ([
          ['visitors are shown it', { edge: rejectedCertificate(fault) }, unhealthy(id, 'likely')],
        ] as const)),
    [
      'but not when Cloudflare complains of something else',
      { edge: edgeError(525), origin: responseWithCertificate(fault) },
      unhealthy('tls-handshake-failed', 'likely'),
    ],
    [
      'but not when it has another fault',
      { edge: edgeError(526), origin: responseWithCertificate(other) },
      unhealthy(`tls-certificate-${other}`, 'certain'),
    ],
    [
      'but not where it is not judged',
      { origin: responseWithCertificate(fault), request: { sslMode: 'full' } },
      healthy,
    ],
    ['but not when it has none', {}, healthy],
  ]
}

/** An origin whose certificate expires in this many days, out of its lifetime in days. */
function ending(days: number, life = 90): ReturnType<typeof response> {
  return response(200, 'shop', {}, endingSession(days, life))
}

function endingSession(days: number, life = 90): ReturnType<typeof tlsSession> {
  const { certificate, ...rest } = tlsSession()
  const notAfter = evidenceWith().at + days * 86_400_000
  return { ...rest, certificate: { ...certificate, notAfter, notBefore: notAfter - life * 86_400_000 } }
}

/** An HTTP date. */
function dateIn(days: number): string {
  return new Date(dayFrom(days)).toUTCString()
}

function dayFrom(days: number): number {
  return evidenceWith().at + days * 86_400_000
}

/** An intermediate that ends in this many days. */
function issuerLink(days: number): ChainLink {
  return {
    subject: untrusted('O=Some Authority, CN=Some CA'),
    issuer: untrusted('CN=Some Root'),
    notBefore: dayFrom(-1000),
    notAfter: dayFrom(days),
    key: 'RSA 2048',
    signature: 'sha256WithRSAEncryption',
    linked: true,
  }
}

function rootLink(days: number): ChainLink {
  return { ...issuerLink(days), subject: untrusted('CN=Some Root') }
}

/** An origin whose own certificate has no fault, and these certificates after it. */
function withChain(
  faults: readonly CertificateFault[],
  issuer: ChainLink,
  root?: ChainLink,
  chainError = '',
): ReturnType<typeof response> {
  const { certificate, ...rest } = tlsSession()
  const { subject, issuer: by, notBefore, notAfter } = certificate
  const leaf = { ...issuerLink(0), subject, issuer: by, notBefore, notAfter }
  const chain = [leaf, issuer]
  const changed = { ...certificate, faults, chain, chainError, ...(root !== undefined && { root }) }
  return response(200, 'shop', {}, { ...rest, certificate: changed })
}

function weakChain(): ReturnType<typeof response> {
  return withChain(['untrusted'], { ...issuerLink(300), key: 'RSA 1024' }, undefined, 'UNSPECIFIED')
}

function disordered(): ReturnType<typeof response> {
  const { certificate, ...rest } = tlsSession()
  return response(200, 'shop', {}, { ...rest, certificate: { ...certificate, disordered: true } })
}
