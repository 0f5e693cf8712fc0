import { PROXIED_PORTS } from '../../cloudflare/ports.ts'
import type { Originless } from '../../domain/zone.ts'
import { defineCause } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { missingEdgeCertificate, portFault } from '../facts/cloudflare/edge-connection.ts'
import { edgeErrorCode, certainlyFromCloudflare, hasZoneError } from '../facts/edge.ts'
import { originlessFault } from '../facts/cloudflare/originless.ts'
import { lastEndpoint } from '../facts/redirects.ts'
import { alertName } from '../facts/handshake/tls-alerts.ts'
import { ADVICE, ALL_ADVICE, REFERENCES } from './advice/zone-misconfigured.ts'

/**
 * `new-host`, `zone`, `other-account`, `host-header`, `rewrite`, `restricted-address`: what a code is about. `port`:
 * not a port for this scheme. `certificate`: none covers the name.
 * `pages` …: the record points to a Cloudflare service that does not know the host.
 */
type Form =
  | 'new-host'
  | 'zone'
  | 'other-account'
  | 'host-header'
  | 'rewrite'
  | 'restricted-address'
  | 'port'
  | 'certificate'
  | Originless

interface Fault {
  /** Completes "Cloudflare returns code 1001: …". */
  readonly says: string
  readonly form: Form
}

/** https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/ */
const FAULTS: Readonly<Record<number, Fault>> = {
  1001: { says: 'it has no zone for this name, or cannot resolve it', form: 'zone' },
  1002: {
    says: 'the record points to an address that no public host can have',
    form: 'restricted-address',
  },
  1003: { says: 'the request was for an IP address instead of a host name', form: 'host-header' },
  1004: {
    says: 'the settings of this host are not active yet, or Cloudflare turned it off',
    form: 'new-host',
  },
  // https://…/error-1013/, commit 185408b of the docs.
  1013: { says: 'the Host header and the TLS server name differ', form: 'host-header' },
  1014: {
    says: 'the record points to a host of another account, which does not allow it',
    form: 'other-account',
  },
  1018: { says: 'it does not know this host, at least not yet', form: 'new-host' },
  1023: { says: 'it does not know this host, at least not yet', form: 'new-host' },
  1034: {
    says: 'the record points to a Cloudflare address that is not for web traffic',
    form: 'restricted-address',
  },
  1035: { says: 'a rule rewrites the path to an invalid one', form: 'rewrite' },
  1036: { says: 'a rule rewrites the request to one that is too long', form: 'rewrite' },
  1037: { says: 'the expression of a rewrite rule fails', form: 'rewrite' },
  1040: { says: 'a rule changes a header that no rule may change', form: 'rewrite' },
  1041: { says: 'a rule sets a header to an invalid value', form: 'rewrite' },
}

export default defineCause({
  id: 'cloudflare-zone-misconfigured',
  title: 'Cloudflare is not configured for this host',
  brief: { observedOr: 'not configured for this host' },
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'The name points to Cloudflare, and Cloudflare returns one of its own codes without requesting an origin. It has no zone for the name (1001), does not know the host yet or has turned it off (1004, 1018, 1023), or may not use the record (1002, 1014, 1034). Or a rule of the zone rewrites the request to something invalid (1035 to 1041), or the Host header differs from the TLS server name (1013).',
    "Or Cloudflare does not serve the URL at all. It proxies only a few ports, and each of them for one scheme. And without an edge certificate for the name, it ends every TLS handshake with an alert. Universal SSL covers the zone's own name and one level below it.",
    'Or the record points to a Cloudflare service that does not have the host on its list: a Pages project (`*.pages.dev`), a Worker (`*.workers.dev`), an R2 bucket. Or it points to an address without a server (`100::`, `192.0.2.1`) and no Worker route matches the page. There is no origin server then, and Cloudflare returns 522.',
    'For a host that was just added, the error clears within minutes. Otherwise, the zone needs a change.',
  ],
  sources: [
    {
      claim:
        'Code 1001 means that the name is in no zone, or that the target of a CNAME record does not resolve. A name outside Cloudflare that points to one of a zone also gets it.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1001/',
      read: '2026-11-30',
    },
    {
      claim:
        'Code 1014 means a CNAME to another account, or an R2 bucket whose zone has a zone hold or is banned.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1014/',
      read: '2026-11-30',
    },
    {
      claim:
        "A zone has two name servers, three with Foundation DNS, and another provider's in a partial setup.",
      at: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/pending-nameservers/',
      read: '2026-11-30',
    },
    {
      claim:
        'Universal SSL covers the name of the zone and one level below it, but not the host names of load balancers.',
      at: 'https://developers.cloudflare.com/ssl/edge-certificates/universal-ssl/limitations/',
      read: '2026-11-30',
    },
    {
      claim: 'A new zone gets its Universal SSL certificate within 15 minutes to 24 hours.',
      at: 'https://developers.cloudflare.com/ssl/edge-certificates/universal-ssl/enable-universal-ssl/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a host that was just added' },
      distinguishedBy: 'The error clears within minutes. The certificate of a new zone may take 24 hours.',
      isOpen: (moment) => portFault(moment) === undefined,
    },
    {
      what: { other: 'a firewall that blocks this port between the runner and Cloudflare' },
      distinguishedBy: 'Set `vantage-points`, or open the URL from another network.',
      isOpen: (moment) => portFault(moment) === 'none',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    return ofOriginless(moment) ?? ofCode(moment) ?? ofPort(moment) ?? ofCertificate(moment)
  },
  remedy: ({ host, form }) => ({
    ...(ADVICE[form ?? ''] ?? ALL_ADVICE)(host),
    difficulty: 'medium',
    reference: REFERENCES[form ?? ''] ?? REFERENCES['zone'] ?? '',
  }),
})

function ofCode(moment: Moment): Match | undefined {
  const code = edgeErrorCode(moment) ?? 0
  const fault = FAULTS[code]
  if (fault === undefined || !hasZoneError(moment, code)) return
  return {
    outcome: 'unhealthy',
    confidence: certainlyFromCloudflare(moment) ? 'certain' : 'likely',
    because: `Cloudflare returns code ${code}: ${fault.says}.`,
    clues: cluesOf(moment),
    form: fault.form,
    ...(code === 1013 && { title: 'the Host header differs from the TLS server name' }),
    ...(PERMANENT.has(fault.form) && { permanent: true }),
  }
}

/** The others may be those of a host or a record that was just added. */
const PERMANENT: ReadonlySet<Form> = new Set(['host-header', 'rewrite'])

function ofPort(moment: Moment): Match | undefined {
  const fault = portFault(moment)
  if (fault === undefined) return
  const { scheme, port } = lastEndpoint(moment)
  const name = scheme === 'https:' ? 'HTTPS' : 'HTTP'
  const other = scheme === 'https:' ? 'plain HTTP' : 'HTTPS'
  const ports = PROXIED_PORTS[scheme].join(', ')
  const because =
    fault === 'none'
      ? `Cloudflare does not proxy port ${port}. The ports for ${name} are ${ports}.`
      : `Cloudflare proxies port ${port} for ${other} only. The ports for ${name} are ${ports}.`
  return {
    outcome: 'unhealthy',
    // Only Cloudflare's own page leaves no other explanation.
    confidence: moment.edge?.kind === 'completed' ? 'certain' : 'likely',
    because,
    clues: cluesOf(moment),
    form: 'port',
    permanent: true,
    title: `Cloudflare does not proxy port ${port} for ${name}`,
  }
}

function ofCertificate(moment: Moment): Match | undefined {
  const alert = missingEdgeCertificate(moment)
  if (alert === undefined) return
  const because = `Cloudflare ends the TLS handshake with the alert ${alertName(alert)}, as it does without an edge certificate for ${new URL(moment.request.url).hostname}.`
  return {
    outcome: 'unhealthy',
    confidence: 'likely',
    because,
    clues: cluesOf(moment),
    form: 'certificate',
    title: 'Cloudflare has no certificate for this host',
  }
}

/** https://…/cloudflare-5xx-errors/error-522/, commit 0309c8b of the docs. */
function ofOriginless(moment: Moment): Match | undefined {
  const fault = originlessFault(moment)
  if (fault === undefined) return
  const { target, code } = fault
  const by = fault.by === 'zone' ? "The host's record" : 'The given origin'
  const verb = fault.by === 'zone' ? 'points to' : 'is'
  return {
    outcome: 'unhealthy',
    confidence: 'likely',
    because: `${by} ${verb} ${ORIGINLESS[target].what}, and Cloudflare returns ${code}: ${ORIGINLESS[target].fails(moment)}.`,
    clues: cluesOf(moment),
    form: target,
    title: ORIGINLESS[target].title,
  }
}

const ORIGINLESS: Readonly<
  Record<
    Originless,
    {
      readonly what: string
      readonly fails: (moment: Moment) => string
      readonly title: string
    }
  >
> = {
  pages: {
    what: 'Cloudflare Pages (`*.pages.dev`)',
    fails: () => 'the Pages project does not have this host as a custom domain',
    title: 'the Pages project does not have this host as a custom domain',
  },
  workers: {
    what: 'a Worker (`*.workers.dev`)',
    fails: () => 'a CNAME alone does not connect a host to a Worker',
    title: 'the host is not connected to the Worker',
  },
  r2: {
    what: 'an R2 bucket (`r2.dev`)',
    fails: () => 'a CNAME alone does not connect a host to a bucket',
    title: 'the R2 bucket does not have this host as a custom domain',
  },
  placeholder: {
    what: 'an address without a server',
    fails: ({ zone }) =>
      zone?.worker === true
        ? 'the Worker requests its own host, which has no origin server'
        : 'no Worker responded for this page',
    title: 'the record has no server behind it',
  },
}
