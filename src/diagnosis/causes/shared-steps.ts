import type { RemedyContext } from '../../domain/cause.ts'

/** Steps that more than one remedy takes. */

export function listening({ port }: RemedyContext): string {
  return `See whether anything listens where Cloudflare dials: \`ss -ltnp 'sport = :${port}'\`. An address of \`127.0.0.1\` is not enough.`
}

export function askDirectly({ host, port, tls }: RemedyContext): string {
  const url = `${tls ? 'https' : 'http'}://${host}${port === (tls ? 443 : 80) ? '' : `:${port}`}/`
  return `Ask the origin past Cloudflare, from a machine that it lets in: \`curl -sv -o /dev/null '${url}' --connect-to "::$ORIGIN:${port}"\`.`
}

export const ALLOW_CLOUDFLARE =
  "Allow every range of https://www.cloudflare.com/ips/ (for scripts: https://www.cloudflare.com/ips-v4 and https://www.cloudflare.com/ips-v6) in each firewall on the way: the cloud's security group, the host's own (`nft list ruleset`), and fail2ban (`fail2ban-client status`). Exempt them from rate limits and geo blocks too: Cloudflare sends everybody's visits from few addresses."

export const COMPARE_RECORD =
  'In the Cloudflare dashboard, under DNS → Records, compare the A and AAAA records of the name with the address of the origin. One forgotten AAAA record is enough to lead visitors astray. Cloudflare uses a changed record within seconds.'

export function showCertificate({ host, port }: RemedyContext): string {
  return `See what the origin shows: \`openssl s_client -connect $ORIGIN:${port} -servername ${host} </dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName\`.`
}

export const ORIGIN_CA =
  "Or install a free certificate of Cloudflare's Origin CA, valid up to 15 years: dashboard, SSL/TLS → Origin Server."

export const NOT_FULL =
  'Do not lower the mode to Full instead: that would hide the next fault, and anybody on the way could pose as the origin.'

export function shakeHandsByHand({ host, port }: RemedyContext): string {
  return `See how the handshake ends: \`openssl s_client -connect $ORIGIN:${port} -servername ${host} </dev/null\`. The line with "alert" says why the server refuses.`
}
