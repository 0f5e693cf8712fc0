import { originNameIn, respondingName } from '../facts/which-origin.ts'
import { defineCause } from '../../domain/cause.ts'
import type { Confidence, Match, Moment } from '../../domain/cause.ts'
import { alertForm, alertText } from '../facts/handshake/tls-alerts.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { anotherOriginResponds } from '../facts/origin.ts'
import { servedFromOrigin } from '../facts/visitors.ts'
import {
  tlsAlert,
  originRequiresClientCertificate,
  handshakeFailed,
  plainHttpOnTlsPort,
} from '../facts/tls.ts'
import { handshakeAdvice } from './handshake-advice.ts'
import { failsWithoutReason, unusableText } from '../facts/comparison/agreement.ts'
import { rejectsPostQuantum } from '../facts/comparison/request-forms.ts'
import { handshakeClues } from '../clues/tls.ts'

export default defineCause({
  id: 'tls-handshake-failed',
  title: "the origin's TLS handshake fails",
  brief: 'handshake failed',
  hop: 'TLS',
  owner: 'origin',
  meaning: [
    'The origin accepts the connection, but the TLS handshake fails. The two sides share no TLS version or cipher, the server has no site for the name, or it ends the handshake early. Cloudflare shows 525. No certificate has been validated yet; a rejected certificate is a 526.',
    'Cloudflare offers TLS 1.0 to 1.3 to origins, with few ciphers below 1.2: those with an RSA key. This check offers 1.2 and 1.3. If that fails, it tries again with legacy settings to find out what the server would accept.',
    "The server's alert gives the reason, and the steps depend on it: no site for the name (`unrecognized_name`, `internal_error` in Caddy, Traefik and kamal-proxy), no common TLS version (`protocol_version`), cipher (`handshake_failure`) or application protocol (`no_application_protocol`).",
    'A ClientHello with post-quantum groups needs two packets, which some network devices reject. After a failed handshake, the check tries one without these groups. If only that one succeeds, the origin is judged by its response. If Cloudflare returns 525, this is the likely cause.',
    "The cause is certain when Cloudflare returns 525 and the server ends this runner's handshake with an alert of its own.",
  ],
  sources: [
    {
      claim:
        '525 has these causes: no valid certificate, port 443 closed, no SNI support, no common cipher suite.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-525/',
      read: '2026-11-30',
    },
    {
      claim: 'Cloudflare offers TLS 1.0 to 1.3 to origins. Below 1.2, all ciphers need an RSA key.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/cipher-suites/',
      read: '2026-11-30',
    },
    {
      claim:
        'Automatic key exchange is on by default, does not apply to tunnels, and is rolled out from 1% to 100% of traffic.',
      at: 'https://developers.cloudflare.com/ssl/origin-configuration/automatic-key-exchange/',
      read: '2026-11-30',
    },
    {
      claim:
        'With X25519MLKEM768, the ClientHello is typically split across two packets. Requests to the older API are no-ops.',
      at: 'https://developers.cloudflare.com/ssl/post-quantum-cryptography/pqc-to-origin/',
      read: '2026-11-30',
    },
    {
      claim: '`certificate_required` is sent when a client certificate is desired but none was provided.',
      at: 'RFC 8446, section 6.2',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'tls-client-certificate-required',
      distinguishedBy:
        "The alert is `certificate_required` (116), or the server's configuration has `ssl_verify_client on`.",
      isOpen: isUnexplained,
    },
    {
      what: 'tls-plaintext-port',
      distinguishedBy:
        '`curl -sv http://$ORIGIN:443/` returns a page over plain HTTP, other than a 400 about TLS.',
      isOpen: isUnexplained,
    },
    {
      what: { other: 'a firewall that reads the server name and cuts the handshake' },
      distinguishedBy:
        'Repeat the handshake on the origin itself, with `ORIGIN=127.0.0.1`. If that works, something on the network path cuts it.',
      isOpen: isUnexplained,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    if (plainHttpOnTlsPort(moment) || originRequiresClientCertificate(moment)) return
    const clues = cluesOf(moment, ...handshakeClues(moment))
    const failed = handshakeFailed(moment)
    if (rejectsPostQuantum(moment)) {
      const both = `${POST_QUANTUM} Without post-quantum groups, the handshake succeeds.`
      return hasEdgeError(moment, 525)
        ? {
            outcome: 'unhealthy',
            confidence: 'likely',
            because: `Cloudflare's handshake fails (525). ${both}`,
            clues,
            form: 'post-quantum',
            title: 'something in front of the origin rejects the post-quantum ClientHello',
          }
        : { outcome: 'note', confidence: 'likely', because: both, clues, form: 'post-quantum' }
    }
    if (hasEdgeError(moment, 525)) {
      const found = directHandshakeFinding(moment)
      return found && { outcome: 'unhealthy', ...found, ...formIn(moment), clues }
    }
    const visitorsFail = failedAt(moment.edge, 'tls', 'protocol', 'reset', 'closed')
    if (visitorsFail && isProxied(moment) === false && (failed || moment.origin === undefined)) {
      const because = 'The name resolves directly to a host whose TLS handshake fails.'
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (!failed) return
    // A reset or a close is `origin-reset` or `origin-empty-response`: the kernel may report it in any phase.
    if (failsWithoutReason(moment) && failedAt(moment.origin, 'tls', 'protocol')) {
      const because = `${unusableText(moment)}, and the handshake with this runner fails.`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (anotherOriginResponds(moment)) {
      const because = `The TLS handshake with ${originNameIn(moment)} fails, while ${respondingName(moment)} responds. Cloudflare may be sending visitors there.`
      return { outcome: 'warning', confidence: 'likely', because, clues }
    }
    const outdated = moment.recheck?.tlsInspection?.legacy
    if (!servedFromOrigin(moment) || outdated === undefined) return
    const because = `The origin accepts nothing newer than ${outdated.protocol} with ${outdated.cipher}, which this check does not offer. Cloudflare is served.`
    return { outcome: 'note', confidence: 'likely', because, clues }
  },
  remedy: (context) => ({
    ...handshakeAdvice(context),
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-525/',
  }),
})

/** No alert and no second handshake says what else it could be. */
function isUnexplained(moment: Moment): boolean {
  const alert = tlsAlert(moment)
  const isAmbiguous = alert === undefined || alertForm(alert) === 'client-certificate'
  return isAmbiguous && !rejectsPostQuantum(moment)
}

/** The alert decides what to change. Without one, the handshake may have failed for any reason. */
function formIn(moment: Moment): Pick<Match, 'form'> {
  const alert = handshakeFailed(moment) ? tlsAlert(moment) : undefined
  const legacy = moment.recheck?.tlsInspection?.legacy
  if (legacy !== undefined)
    return { form: /^TLSv1(?:\.1)?$/.test(legacy.protocol) ? 'version' : 'parameters' }
  return alert === undefined ? {} : { form: alertForm(alert) }
}

/**
 * With X25519MLKEM768, a ClientHello is split across two packets. Middleboxes that expect all of it in the first one
 * reset the connection (https://tldr.fail/). Automatic key exchange decides whether Cloudflare sends it, and requests
 * to the older API are no-ops (https://developers.cloudflare.com/ssl/post-quantum-cryptography/pqc-to-origin/,
 * 2026-08-03).
 */
const POST_QUANTUM =
  'Post-quantum ClientHello not accepted: two handshakes that offer X25519MLKEM768 fail. Their ClientHello needs two packets.'

/** What the direct handshake adds to Cloudflare's 525. */
function directHandshakeFinding(
  moment: Moment,
): { readonly confidence: Confidence; readonly because: string } | undefined {
  const { origin } = moment
  const alert = tlsAlert(moment)
  if (handshakeFailed(moment)) {
    return alert === undefined
      ? {
          confidence: 'likely',
          because: 'The handshake fails for both Cloudflare (525) and this runner.',
        }
      : {
          // The rejection may be about a client certificate that Cloudflare presents and this runner doesn't.
          confidence: alertForm(alert) === 'client-certificate' ? 'likely' : 'certain',
          because: `Cloudflare's handshake fails (525), and the origin rejects this runner's: ${alertText(alert)}.`,
        }
  }
  // A server that sends nothing has not started the handshake.
  if (failedAt(origin, 'tls')) return
  if (origin?.tls !== undefined) {
    return {
      confidence: 'likely',
      because:
        "Cloudflare's handshake fails (525), while this runner's succeeds. Cloudflare requests a different name, is blocked, or connects to a different origin.",
    }
  }
  return {
    confidence: 'likely',
    because: "Cloudflare's handshake failed (525). There is no direct handshake to compare.",
  }
}
