import { change, look, type Change, type Look, type RemedyContext } from '../../../domain/cause.ts'
import { howTo } from '../../servers/index.ts'
import type { Task } from '../../servers/server.ts'

/** Steps that the remedies for certificates and handshakes share. */

export const KEEP_STRICT =
  "Don't switch the SSL mode to Full instead: that hides the next fault, and anyone on the network path could impersonate the origin."

/** Caddy and Traefik issue and renew certificates without another program. */
export function issuesItself({ server }: RemedyContext): boolean {
  return server === 'Caddy' || server === 'Traefik'
}

/** The text of the server's table, with the host filled in. */
export function atServer(task: Task, context: RemedyContext): string {
  return howTo(task, context.server).replace(/\bHOST\b/g, () => context.host)
}

export function checkCertificate({ host, port }: RemedyContext): Look {
  return look(
    'Check the certificate that the origin serves',
    `: \`openssl s_client -connect "$ORIGIN:${port}" -servername ${host} </dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName\`.`,
  )
}

/** Shows every certificate that the server sends, with its dates. `s_client` prints the dates since OpenSSL 3.0. */
export function checkChain({ host, port }: RemedyContext): Look {
  return look(
    'Check every certificate that the origin sends',
    `: \`openssl s_client -showcerts -connect "$ORIGIN:${port}" -servername ${host} </dev/null | grep -E ' [siv]:'\`. Each issuer (\`i:\`) must be the next subject (\`s:\`), and \`v:\` shows the dates (OpenSSL 3).`,
  )
}

/**
 * A certificate names the address of its issuer's certificate (RFC 5280, section 4.2.2.1), which is in DER.
 */
export function downloadIssuer({ host, port }: RemedyContext): Look {
  return look(
    'Download the missing intermediate certificate',
    `, whose address is in the certificate: \`curl -s "$(openssl s_client -connect "$ORIGIN:${port}" -servername ${host} </dev/null | openssl x509 -noout -ext authorityInfoAccess | sed -n 's/.*CA Issuers - URI://p')" | openssl x509 -inform der -out intermediate.pem\`. If that fails, use the authority's download page.`,
  )
}

/** A TLS 1.3 server rejects a client certificate after the client's last message, so the command stays connected. */
export function tryHandshake({ host, port }: RemedyContext): Look {
  return look(
    'Check how the handshake ends',
    `: \`sleep 2 | openssl s_client -connect "$ORIGIN:${port}" -servername ${host} 2>&1 | grep alert\` prints why the server rejects it. Without such a line, the server sent no alert.`,
  )
}

export function checkErrorLog(context: RemedyContext, shows: string): Look {
  return look(
    "Check the server's log",
    ` from the time of this check: ${atServer('errorLog', context)}. It shows ${shows}.`,
  )
}

/** @param undo completes "Undo: …" */
export function reload(context: RemedyContext, undo = 'restore the old file, then reload.'): Change {
  return change(
    'Reload the server',
    `, which keeps the old certificate in memory: ${atServer('reload', context)}. In a container, use its own reload command or restart it. Then repeat step 1.`,
    undo,
  )
}

export function serveChain(context: RemedyContext): Change {
  return change(
    'Point the server to the full chain',
    `: ${atServer('fullChain', context)}. The server's certificate comes first, and the root is not needed.`,
    'restore the old file, then reload.',
  )
}

/** https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/. */
export const ORIGIN_CA = change(
  'Or install a free Cloudflare Origin CA certificate',
  ', valid for up to 15 years, under SSL/TLS → Origin Server. Use it only while all clients come through Cloudflare: without the proxy, browsers reject it.',
  'restore the old certificate, then reload.',
)
