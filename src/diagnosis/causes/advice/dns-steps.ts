import { change, look, type Remedy } from '../../../domain/cause.ts'

/** Steps that the remedies for DNS share. */

/**
 * https://developers.cloudflare.com/dns/zone-setups/troubleshooting/pending-nameservers/: up to 24 hours. The NS
 * records of many TLDs have a TTL of two days.
 */
export const NAME_SERVER_DELAY =
  'The registry may take up to 24 hours to change name servers, and resolvers may use the old ones for two days.'

/** Cloudflare's default for the last field of the SOA record: 1800. */
const NEGATIVE_ANSWERS =
  "Resolvers keep the negative answer for as long as the zone's SOA record says, usually 30 minutes at Cloudflare."

/** https://developers.cloudflare.com/dns/manage-dns-records/reference/ttl/ */
export const AFTER_RECORD = 'Resolvers use the old answer until its TTL has expired, usually five minutes.'

const PURGE = 'https://one.one.one.one/purge-cache/ and https://dns.google/cache clear it immediately.'

/** For a name without an answer. */
export const CREATE_RECORD = change(
  'Create the A, AAAA or CNAME record',
  ` for the name in the Cloudflare dashboard, under DNS → Records, proxied (orange). ${NEGATIVE_ANSWERS} ${PURGE}`,
  'delete the record.',
)

export const AUDIT_LOGS = look(
  'Check who changed the record, and when',
  ', under Manage Account → Audit Logs in the dashboard.',
)

/** https://developers.cloudflare.com/dns/zone-setups/troubleshooting/pending-nameservers/ */
export const CHECK_DELEGATION = look(
  'Check which name servers the parent zone publishes',
  ': `dig +trace ZONE NS` must list exactly those on the Overview page of the zone twice: from the parent zone, and last from the zone itself. The registrar shows only what was requested. A partial (CNAME) setup uses those of another provider.',
)

export const CHECK_DOMAIN = look(
  'Check the domain at the registrar',
  ', or at https://lookup.icann.org/: it must not be expired, locked, in redemption or in transfer.',
)

export const SET_NAME_SERVERS = change(
  "Set the name servers to those on the zone's Overview page",
  `, at the registrar: two, or three with Foundation DNS. Skip this with a partial (CNAME) setup. If the zone is pending, request a check on that page. ${NAME_SERVER_DELAY}`,
  'restore the old name servers.',
)

export const RAISE_WAIT = change(
  'Raise `wait` by a few minutes',
  ' if the deploy just created the record.',
  'restore the old value.',
)

/** For a CNAME whose target doesn't resolve. */
export function aliasSteps(host: string): Remedy['steps'] {
  return [
    look(
      'Check the CNAME record',
      ` in the Cloudflare dashboard, under DNS → Records: its target, which this report names, does not resolve. \`dig ${host} CNAME\` shows it.`,
    ),
    change(
      'Restore the target, or point the record to the new one.',
      " The app, bucket or load balancer with that name was probably deleted or renamed, or its domain has expired. Resolvers keep the old answer for as long as the SOA record of the target's zone says.",
      'point the record to the old target again.',
    ),
    change(
      'Delete the record if nothing replaces the target.',
      ' Otherwise, the next owner of that name could serve content under your host (subdomain takeover).',
      'add it again with the old target.',
    ),
  ]
}
