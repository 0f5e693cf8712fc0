import type { TlsInspection } from '../../src/domain/recheck.ts'
import type { CertificateFault } from '../../src/domain/certificate.ts'
import {
  answer,
  broken,
  distrusted,
  elsewhere,
  fromCache,
  plain,
  seen,
  session,
  showing,
  silent,
  through,
  told,
  wire,
  type Case,
} from '../support/evidence.ts'

const tlsInspection = (more: Partial<TlsInspection>): { readonly tlsInspection: TlsInspection } => ({
  tlsInspection: { protocol: 'tls', handshakeCompleted: false, requestsCertificate: false, ...more },
})
const alerted = (alert: number): ReturnType<typeof broken> => broken('tls', 'protocol', { alert })
const cut = broken('tls', 'reset')
const mute = broken('processing', 'closed', { tls: session() })
const past = { dns: elsewhere, trace: answer(404) } as const
const PLAIN_PORT = { origins: [{ tls: false, port: 80 }] } as const

const NGINX_NO_CERTIFICATE =
  '<center><h1>400 Bad Request</h1></center>\r\n<center>No required SSL certificate was sent</center>\r\n<hr><center>nginx</center>'
const NGINX_PLAIN =
  '<center><h1>400 Bad Request</h1></center>\r\n<center>The plain HTTP request was sent to HTTPS port</center>\r\n<hr><center>nginx</center>'

export const TLS_CASES: Readonly<Record<string, readonly Case[]>> = {
  'tls-handshake-failed': [
    [
      'Cloudflare fails, and we get an alert',
      { edge: told(525), origin: alerted(40) },
      'unhealthy tls-handshake-failed certain',
    ],
    [
      'Cloudflare fails, and we are cut off',
      { edge: told(525), origin: cut },
      'unhealthy tls-handshake-failed likely',
    ],
    [
      'Cloudflare fails, and we hear noise',
      { edge: told(525), origin: broken('tls', 'protocol'), recheck: tlsInspection({ protocol: 'other' }) },
      'unhealthy tls-handshake-failed likely',
    ],
    [
      'Cloudflare fails, and we did not ask',
      { edge: told(525), origin: undefined },
      'unhealthy tls-handshake-failed likely',
    ],
    ['Cloudflare fails, and we do not', { edge: told(525) }, 'unhealthy tls-handshake-failed likely'],
    [
      'past Cloudflare, nobody shakes hands',
      { ...past, edge: cut, origin: cut },
      'unhealthy tls-handshake-failed likely',
    ],
    [
      'the server is of another age, and Cloudflare takes it',
      {
        origin: alerted(70),
        recheck: tlsInspection({ alert: 70, legacy: { protocol: 'TLSv1', cipher: 'AES128-SHA' } }),
      },
      'healthy ~ tls-handshake-failed',
    ],
    [
      'one of two origins fails, while the other answers',
      { origin: [alerted(80), answer(200)] },
      'healthy + tls-handshake-failed',
    ],
    ['but not when visitors are served', { origin: alerted(40) }, 'healthy ~ origin-locked-to-cloudflare'],
    [
      'but not when nobody says a word',
      { edge: told(525), origin: broken('tls', 'timeout') },
      'unhealthy origin-response-timeout likely',
    ],
    [
      'but not when nobody has asked the origin just now',
      { edge: fromCache(), origin: alerted(40) },
      'inconclusive origin-locked-to-cloudflare possible',
    ],
  ],
  'tls-plaintext-port': [
    [
      'a TLS hello is answered in plain HTTP',
      { edge: told(525), origin: broken('tls', 'protocol'), recheck: tlsInspection({ protocol: 'http' }) },
      'unhealthy tls-plaintext-port certain',
    ],
    [
      'it hangs up on a TLS hello, and serves plain HTTP',
      {
        edge: told(525),
        origin: cut,
        recheck: { ...tlsInspection({ protocol: 'nothing' }), otherScheme: answer(200) },
      },
      'unhealthy tls-plaintext-port certain',
    ],
    [
      'of a port that Cloudflare may not dial',
      {
        edge: told(525),
        origin: cut,
        recheck: tlsInspection({ protocol: 'http' }),
        asked: { origins: [{ tls: true, port: 8443 }] },
      },
      'unhealthy tls-plaintext-port likely',
    ],
    [
      'visitors are served all the same: the zone asks otherwise',
      { origin: broken('tls', 'protocol'), recheck: tlsInspection({ protocol: 'http' }) },
      'healthy ~ tls-plaintext-port',
    ],
    [
      'the server says so to everybody',
      { edge: through(400, NGINX_PLAIN), origin: answer(400, NGINX_PLAIN), asked: PLAIN_PORT },
      'unhealthy tls-plaintext-port certain',
    ],
    [
      'the server says so to visitors, and we did not ask',
      { edge: through(400, NGINX_PLAIN), origin: undefined },
      'unhealthy tls-plaintext-port likely',
    ],
    [
      'a port that hangs up on plain HTTP shakes hands, under Flexible',
      {
        edge: told(520),
        origin: broken('processing', 'closed'),
        recheck: { otherScheme: showing() },
        asked: { ...PLAIN_PORT, sslMode: 'flexible' },
      },
      'unhealthy tls-plaintext-port certain',
    ],
    [
      'and in a mode that nobody knows',
      {
        edge: told(520),
        origin: broken('processing', 'protocol', { received: 7, wire: wire('\u0015\u0003\u0001') }),
        recheck: { otherScheme: showing() },
        asked: PLAIN_PORT,
      },
      'unhealthy tls-plaintext-port likely',
    ],
    [
      'only we ask in the wrong one',
      { origin: answer(400, NGINX_PLAIN), recheck: { otherScheme: showing() }, asked: PLAIN_PORT },
      'inconclusive tls-plaintext-port likely',
    ],
    [
      'but not on an alert: that is TLS',
      { edge: told(525), origin: alerted(112), recheck: { otherScheme: answer(404) } },
      'unhealthy tls-handshake-failed certain',
    ],
    [
      'but not on the 400 that a TLS port has for plain HTTP',
      {
        edge: told(525),
        origin: cut,
        recheck: { ...tlsInspection({ protocol: 'nothing' }), otherScheme: answer(400, NGINX_PLAIN) },
      },
      'unhealthy tls-handshake-failed likely',
    ],
    [
      'but not on a redirect to TLS',
      {
        edge: told(525),
        origin: cut,
        recheck: { ...tlsInspection({ protocol: 'nothing' }), otherScheme: answer(301) },
      },
      'unhealthy tls-handshake-failed likely',
    ],
    [
      'but not on the page of Cloudflare itself',
      { edge: through(400, NGINX_PLAIN.replace('>nginx<', '>cloudflare<')), origin: plain(400) },
      'unhealthy unexplained possible',
    ],
  ],
  'tls-client-certificate-required': [
    [
      'it demands one, and Cloudflare is served',
      { origin: mute, recheck: tlsInspection({ handshakeCompleted: true, alert: 116 }) },
      'healthy ~ tls-client-certificate-required',
    ],
    [
      'it demands one in TLS 1.2, and Cloudflare is served',
      { origin: alerted(40), recheck: tlsInspection({ requestsCertificate: true, alert: 40 }) },
      'healthy ~ tls-client-certificate-required',
    ],
    [
      'it says so in HTTP, and Cloudflare is served',
      { origin: answer(400, NGINX_NO_CERTIFICATE) },
      'healthy ~ tls-client-certificate-required',
    ],
    [
      'it demands one, and Cloudflare gets no handshake',
      { edge: told(525), origin: mute, recheck: tlsInspection({ handshakeCompleted: true, alert: 116 }) },
      'unhealthy tls-client-certificate-required likely',
    ],
    [
      'it demands one, and Cloudflare gets no answer',
      { edge: told(520), origin: mute, recheck: tlsInspection({ handshakeCompleted: true, alert: 116 }) },
      'unhealthy tls-client-certificate-required likely',
    ],
    [
      'it demands one in TLS 1.2, and Cloudflare has none',
      {
        edge: told(525),
        origin: alerted(42),
        recheck: tlsInspection({ requestsCertificate: true, alert: 42 }),
      },
      'unhealthy tls-client-certificate-required likely',
    ],
    [
      'it says so to everybody',
      { edge: through(400, NGINX_NO_CERTIFICATE), origin: answer(400, NGINX_NO_CERTIFICATE) },
      'unhealthy tls-client-certificate-required certain',
    ],
    [
      'it says so to visitors, and we did not ask',
      { edge: through(400, NGINX_NO_CERTIFICATE), origin: undefined },
      'unhealthy tls-client-certificate-required likely',
    ],
    [
      'but not on a handshake that fails before anybody asked for one',
      { edge: told(525), origin: alerted(40), recheck: tlsInspection({ alert: 40 }) },
      'unhealthy tls-handshake-failed certain',
    ],
    [
      'but not when it asks, and something else is wrong',
      {
        edge: told(525),
        origin: alerted(80),
        recheck: tlsInspection({ requestsCertificate: true, alert: 80 }),
      },
      'unhealthy tls-handshake-failed certain',
    ],
    [
      'but not when it hangs up on everybody without a demand',
      { edge: told(520), origin: mute, recheck: tlsInspection({ handshakeCompleted: true }) },
      'unhealthy origin-empty-response likely',
    ],
    [
      'and then it is no lock either, though visitors are served',
      { origin: mute, recheck: tlsInspection({ handshakeCompleted: true }) },
      'unhealthy origin-empty-response likely',
    ],
  ],
  'tls-certificate-expired': [
    ...certificateCases('tls-certificate-expired', 'expired'),
    ['it ends before long', { origin: ending(5) }, 'healthy + tls-certificate-expired'],
    [
      'that of the edge ends before long',
      { edge: { ...through(200), tls: endingSession(5) } },
      'healthy + tls-certificate-expired',
    ],
    [
      'it ends before long, and something else is wrong',
      { edge: through(404), origin: { ...plain(404), tls: endingSession(5) } },
      'unhealthy unexpected-status certain + tls-certificate-expired',
    ],
    ['but not when there is time', { origin: ending(15) }, 'healthy'],
    ['but not when nobody wants to know', { origin: ending(5), asked: { certificateDays: 0 } }, 'healthy'],
    [
      'but not when Cloudflare does not judge it',
      { origin: ending(5), asked: { sslMode: 'full' } },
      'healthy',
    ],
    ['but not when it never lives longer', { origin: ending(5, 7) }, 'healthy'],
    ['until that life is nearly over', { origin: ending(1, 7) }, 'healthy + tls-certificate-expired'],
  ],
  'tls-certificate-not-yet-valid': certificateCases('tls-certificate-not-yet-valid', 'not-yet-valid'),
  'tls-certificate-name-mismatch': certificateCases('tls-certificate-name-mismatch', 'name-mismatch'),
  'tls-certificate-untrusted': [
    ...certificateCases('tls-certificate-untrusted', 'untrusted'),
    [
      'visitors are shown it: by a proxy before us, perhaps',
      { edge: distrusted('untrusted') },
      'unhealthy tls-certificate-untrusted likely',
    ],
  ],
  'tls-chain-incomplete': [
    ...certificateCases('tls-chain-incomplete', 'chain-incomplete', 'likely'),
    ['out of order is a warning', { origin: disordered() }, 'healthy + tls-chain-incomplete'],
    [
      'out of order may be why Cloudflare turns it down',
      { edge: told(526), origin: disordered() },
      'unhealthy tls-chain-incomplete possible',
    ],
    [
      'but not when Cloudflare does not judge it',
      { origin: disordered(), asked: { sslMode: 'full' } },
      'healthy',
    ],
    [
      'but not when the server answers nothing at all',
      { edge: silent, origin: silent },
      'unhealthy origin-response-timeout likely',
    ],
  ],
}

function certificateCases(
  id: string,
  fault: CertificateFault,
  surest: 'certain' | 'likely' = 'certain',
): readonly Case[] {
  const other: CertificateFault = fault === 'expired' ? 'name-mismatch' : 'expired'
  return [
    [
      'Cloudflare turns it down, and we see it',
      { edge: told(526), origin: showing(fault) },
      `unhealthy ${id} ${surest}`,
    ],
    ['visitors are served all the same', { origin: showing(fault) }, `healthy + ${id}`],
    ['it is said to be judged', { origin: showing(fault), asked: { sslMode: 'strict' } }, `healthy + ${id}`],
    [
      'visitors are shown it, and so are we',
      { ...past, edge: distrusted(fault), origin: showing(fault) },
      `unhealthy ${id} ${surest}`,
    ],
    ...(fault === 'untrusted'
      ? []
      : ([['visitors are shown it', { edge: distrusted(fault) }, `unhealthy ${id} likely`]] as const)),
    [
      'but not when Cloudflare complains of something else',
      { edge: told(525), origin: showing(fault) },
      'unhealthy tls-handshake-failed likely',
    ],
    [
      'but not when it has another fault',
      { edge: told(526), origin: showing(other) },
      `unhealthy tls-certificate-${other} certain`,
    ],
    ['but not where it is not judged', { origin: showing(fault), asked: { sslMode: 'full' } }, 'healthy'],
    ['but not when it has none', {}, 'healthy'],
  ]
}

/** An origin whose certificate has so many days left, of so many that it lives. */
function ending(days: number, life = 90): ReturnType<typeof answer> {
  return answer(200, 'shop', {}, endingSession(days, life))
}

function endingSession(days: number, life = 90): ReturnType<typeof session> {
  const { certificate, ...rest } = session()
  const notAfter = seen().at + days * 86_400_000
  return { ...rest, certificate: { ...certificate, notAfter, notBefore: notAfter - life * 86_400_000 } }
}

function disordered(): ReturnType<typeof answer> {
  const { certificate, ...rest } = session()
  return answer(200, 'shop', {}, { ...rest, certificate: { ...certificate, disordered: true } })
}
