import { defineCause, look, change } from '../../domain/cause.ts'
import {
  AFTER_RECORD,
  CHECK_DELEGATION,
  CHECK_DOMAIN,
  NAME_SERVER_DELAY,
  SET_NAME_SERVERS,
} from './advice/dns-steps.ts'
import { cluesOf } from '../clues/clues.ts'
import { bypassingAddresses } from '../facts/cloudflare/bypass.ts'
import { isProxied } from '../facts/edge.ts'
import { isUnrouted } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { standInFor } from '../facts/pages/stand-in.ts'
import { servedPastCloudflare, visitorsServed } from '../facts/visitors.ts'
import { unbracketed } from '../../shared/authority.ts'
import { isIP } from '../../shared/ip.ts'
import { dnsClues, remainingTtl, serverList } from '../clues/dns.ts'
import { foreignNameServers } from '../freshness/name-servers.ts'
import { likenessOf } from '../freshness/same-content.ts'
import type { Match, Moment, Remedy } from '../../domain/cause.ts'
import { phrase } from '../../domain/untrusted.ts'
import { lateResolvers, othersPointToCloudflare, resolverViews } from '../facts/dns.ts'
import { placesPointToCloudflare } from '../vantage/dns.ts'

/** A record that bypasses Cloudflare exposes the origin's address. By itself it breaks nothing. */
export default defineCause({
  id: 'dns-not-proxied',
  title: 'the name does not point to Cloudflare',
  brief: 'bypasses Cloudflare',
  hop: 'DNS',
  owner: 'dns',
  meaning: [
    "The name resolves to addresses outside Cloudflare's ranges, and the responses from there do not look like Cloudflare's. The record is DNS-only (gray), the zone is paused, or the domain is not delegated to Cloudflare.",
    'If a server other than the given origin responds with different content, visitors do not get the site. For example, the domain expired and is parked, or its name servers were changed.',
    "A name may resolve to Cloudflare and to other addresses as well. The check requests each of the others and one of Cloudflare's, so that a server that only some visitors reach is not missed.",
    "If the site responds, this is a warning: visitors are served, but without Cloudflare's protection, and the origin's address is in public DNS. If the site fails while the origin works, the name points to the wrong place. If a server responds there while the given origin does not, the verdict is inconclusive: the check cannot determine whether the two are the same.",
  ],
  sources: [
    {
      claim: 'Proxied records have a TTL of 300 seconds. DNS-only records return the address of the origin.',
      at: 'https://developers.cloudflare.com/dns/proxy-status/',
      read: '2026-11-30',
    },
    {
      claim:
        "`enforce_dns_only` returns the origins' addresses for all proxied records of an account. Only the API has it.",
      at: 'https://developers.cloudflare.com/dns/proxy-status/enforce-dns-only/',
      read: '2026-11-30',
    },
    {
      claim:
        'In a partial setup, a CNAME at the DNS provider points to the host name with `.cdn.cloudflare.net`.',
      at: 'https://developers.cloudflare.com/dns/zone-setups/partial-setup/setup/',
      read: '2026-11-30',
    },
    {
      claim:
        "The parent zone may take up to 24 hours. Standard zones have two name servers, advanced ones three, and a partial setup none of Cloudflare's.",
      at: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/pending-nameservers/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a zone with its own address ranges' },
      distinguishedBy:
        'If the response has `cf-ray`, or `/cdn-cgi/trace` returns a page, the site is behind Cloudflare, whatever the address.',
    },
  ],
  needs: ['edge', 'dns'],
  rule(moment) {
    const partly = partlyBypassed(moment) ?? bypassedByResolvers(moment)
    if (partly !== undefined) return partly
    // If other resolvers point to Cloudflare, the runner's resolver has an old answer.
    if (isProxied(moment) !== false || othersPointToCloudflare(moment) || placesPointToCloudflare(moment))
      return
    const isAddress = isIP(unbracketed(new URL(moment.request.url).hostname)) !== 0
    if (isAddress && visitorsServed(moment)) return addressInUrl(moment)
    // Nothing follows about the site's name. A failure of the only known server has other causes.
    if (isAddress && !originHealthy(moment)) return
    const clues =
      resolverViews(moment).length > 0
        ? dnsClues(moment)
        : [
            {
              from: 'dns',
              text: `${moment.request.host} resolves to addresses outside Cloudflare's ranges.`,
            } as const,
          ]
    const isElsewhere = moment.dialedOrigin?.atName === false
    if (visitorsServed(moment) && moment.origin !== undefined && !originHealthy(moment) && !isElsewhere) {
      return {
        outcome: 'inconclusive',
        confidence: 'likely',
        because:
          'The name points to a server outside Cloudflare that responds, but the given origin does not. The check cannot determine whether the two are the same.',
        clues: cluesOf(moment, ...clues),
      }
    }
    const grayed = moment.zone?.record?.proxied === true ? proxiedRecord(moment) : undefined
    const foreign = grayed === undefined ? foreignNameServers(moment) : undefined
    const servers = foreign === undefined ? '' : phrase` ${foreign}`
    const form = foreign === undefined ? 'other-server' : 'name-servers'
    const elsewhere = originHealthy(moment) && isElsewhere
    if (visitorsServed(moment) && isElsewhere) {
      // A parking or start page is another site, however short it is.
      const standIn = standInFor(moment, moment.edge) !== undefined
      const compared = standIn ? 'different' : likenessOf(moment.edge, moment.origin, moment.request.method)
      const likeness = elsewhere ? compared : 'origin-fails'
      if (likeness !== 'same') {
        return {
          outcome: 'unhealthy',
          confidence: likeness === 'unclear' ? 'possible' : 'likely',
          because: phrase`The name points neither to Cloudflare nor to the given origin. Visitors are sent to a server other than your origin${DIFFERENCES[likeness]}.${servers}`,
          clues: cluesOf(moment, ...clues),
          form,
        }
      }
    }
    if (visitorsServed(moment)) {
      const where = elsewhere
        ? 'The name points neither to Cloudflare nor to the given origin, but to a server with the same content.'
        : 'The name does not point to Cloudflare.'
      return {
        outcome: 'warning',
        confidence: 'certain',
        because: phrase`${where}${grayed?.text ?? ''} Visitors are served without its protection, and ${elsewhere ? "that server's" : "the origin's"} address is public.${elsewhere ? servers : ''}`,
        clues: cluesOf(moment, ...clues),
        ...(elsewhere && foreign !== undefined && { form }),
        ...(grayed !== undefined && { form: grayed.form }),
      }
    }
    if (isUnrouted(moment.edge)) return
    return {
      outcome: 'unhealthy',
      confidence: originHealthy(moment) ? 'likely' : 'possible',
      because: originHealthy(moment)
        ? phrase`The origin responds normally when requested directly, but the name points neither to it nor to Cloudflare.${grayed?.text ?? ''}${servers}`
        : phrase`The name points to a server outside Cloudflare that fails.${grayed?.text ?? ''}${servers}`,
      clues: cluesOf(moment, ...clues),
      ...((elsewhere || foreign !== undefined) && { form }),
      ...(grayed !== undefined && { form: grayed.form }),
    }
  },
  remedy: ({ host, form }) => ({
    summary:
      form === 'name-servers'
        ? "Check the domain at its registrar: its name servers aren't Cloudflare's."
        : form === 'other-server'
          ? 'Point the name to Cloudflare again.'
          : form === 'partial'
            ? "Point the record at your DNS provider to Cloudflare's name for this host."
            : form === 'dns-only'
              ? 'Find out why Cloudflare does not proxy this record.'
              : form === 'partly'
                ? 'Delete the records that bypass Cloudflare, or proxy them.'
                : form === 'late'
                  ? 'Wait until the old answers have expired, and keep the server they point to running until then.'
                  : form === 'address'
                    ? "Use the site's name as the URL, and the address as `origin`."
                    : 'Turn on the proxy, and check where the record points.',
    steps:
      form === 'name-servers'
        ? restoreDelegation(host)
        : form === 'other-server'
          ? fixRecord(host)
          : form === 'partial'
            ? fixPartial(host)
            : form === 'dns-only'
              ? UNPAUSE
              : form === 'partly'
                ? removeRecords(host)
                : form === 'late'
                  ? awaitResolvers(host)
                  : turnOn(host),
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/proxy-status/',
  }),
})

function addressInUrl(moment: Moment): Match {
  return {
    outcome: 'warning',
    confidence: 'certain',
    because: 'The URL has an address in place of a name, so the request does not go through Cloudflare.',
    clues: cluesOf(moment),
    form: 'address',
    title: 'the URL has an address in place of a name',
  }
}

/** Some visitors get an address at Cloudflare, and others one that bypasses it. */
function partlyBypassed(moment: Moment): Match | undefined {
  const { length } = bypassingAddresses(moment)
  if (length === 0 || moment.dialedOrigin?.site === true || !visitorsServed(moment)) return
  const addresses =
    length === 1 ? "an address outside Cloudflare's" : `${length} addresses outside Cloudflare's`
  return {
    outcome: 'warning',
    confidence: 'certain',
    because: `The name resolves to Cloudflare and to ${addresses} ranges. Visitors who get ${length === 1 ? 'that one' : 'those'} bypass Cloudflare and its protection.`,
    clues: cluesOf(moment, {
      from: 'dns',
      text: `Some addresses of ${moment.request.host} are outside Cloudflare's ranges.`,
    }),
    form: 'partly',
    title: 'some visitors bypass Cloudflare',
  }
}

/** Several resolvers still return addresses outside Cloudflare, and the site works there. */
function bypassedByResolvers(moment: Moment): Match | undefined {
  if (!servedPastCloudflare(moment)) return
  const late = lateResolvers(moment)
  const left = remainingTtl(late.map(({ answer }) => answer))
  const still = left === undefined ? '' : ` This may last up to ${left}.`
  const where = moment.lateAddresses?.every(({ isOrigin }) => isOrigin)
    ? 'directly to the origin'
    : 'to a server outside Cloudflare with the same content'
  return {
    outcome: 'warning',
    confidence: 'likely',
    because: phrase`${serverList(late)} ${late.length === 1 ? 'points' : 'point'} ${where}, unlike the runner's resolver. Visitors who use ${late.length === 1 ? 'it' : 'them'} bypass Cloudflare and its protection.${still}`,
    clues: cluesOf(moment, ...dnsClues(moment)),
    form: 'late',
    title: 'some visitors bypass Cloudflare',
  }
}

/** Why a name whose record is proxied does not resolve to Cloudflare. */
function proxiedRecord({ zone }: Moment): { readonly form: 'partial' | 'dns-only'; readonly text: string } {
  if (zone?.partial === true) {
    const text =
      ' The zone is a partial (CNAME) setup: another DNS provider has the record, and it does not point to Cloudflare.'
    return { form: 'partial', text }
  }
  const text =
    zone?.paused === true
      ? ' The record is proxied, but the zone is paused.'
      : " The zone's record is proxied, but resolvers don't get Cloudflare's addresses."
  return { form: 'dns-only', text }
}

/** Compare `src/cloudflare/ranges.ts`. */
const CLOUDFLARE_STARTS =
  "Most of Cloudflare's addresses begin with 104.16 to 104.27, 172.64 to 172.71 or 2606:4700. Full list: https://www.cloudflare.com/ips/"

const CHECK_PAUSE = look(
  'Check whether the zone is paused',
  ', under Overview → Advanced actions. Check also whether the account enforces DNS-only: `enforce_dns_only` in its DNS settings, which only the API shows.',
)

function turnOn(host: string): Remedy['steps'] {
  return [
    look('Check where the name points', `: \`dig +short ${host}\`. ${CLOUDFLARE_STARTS}`),
    CHECK_PAUSE,
    CHECK_DELEGATION,
    change(
      'Set the record to Proxied (orange)',
      `, under DNS → Records. First check that the origin's firewall allows Cloudflare, and that its certificate is valid for the SSL mode. ${AFTER_RECORD}`,
      'set the record back to DNS only.',
    ),
  ]
}

function fixPartial(host: string): Remedy['steps'] {
  return [
    look('Check where the name points', `: \`dig +short ${host} CNAME\`.`),
    change(
      'Set the CNAME at your DNS provider',
      ` to \`${host}.cdn.cloudflare.net\`. In a partial setup, Cloudflare has no name servers for the domain. Check again when the old TTL has expired.`,
      'restore the old record.',
    ),
  ]
}

function awaitResolvers(host: string): Remedy['steps'] {
  return [
    look(
      'Compare the answers and their remaining TTLs',
      `: \`dig @1.1.1.1 ${host}\`, and the same with \`@8.8.8.8\` and \`@9.9.9.9\`.`,
    ),
    look(
      'Keep that server running',
      ` and reachable until the old record's TTL has expired. ${NAME_SERVER_DELAY}`,
    ),
    look(
      'Check that the record is Proxied (orange)',
      " under DNS → Records, if the answers don't change. A resolver's operator may also override the record.",
    ),
  ]
}

function removeRecords(host: string): Remedy['steps'] {
  return [
    look(
      'Find the records that bypass Cloudflare',
      `: \`dig +short ${host} A\` and \`dig +short ${host} AAAA\`. ${CLOUDFLARE_STARTS}`,
    ),
    look(
      'Compare the name servers',
      ": `dig +short NS ZONE` must return only those that the Cloudflare dashboard shows. If another provider's are listed too, resolvers get either answer.",
    ),
    change(
      'Delete those records,',
      ` or set them to Proxied (orange) under DNS → Records. ${AFTER_RECORD}`,
      'create them again.',
    ),
  ]
}

/** https://developers.cloudflare.com/dns/proxy-status/enforce-dns-only/ */
const UNPAUSE: Remedy['steps'] = [
  CHECK_PAUSE,
  CHECK_DELEGATION,
  change(
    'Resume the zone',
    ` if it is paused: Overview → Advanced actions in the Cloudflare dashboard. ${AFTER_RECORD}`,
    'pause it again in the same place.',
  ),
  change(
    'Stop enforcing DNS-only',
    " if the account does: set `enforce_dns_only` to `false` through the API. Until then, Cloudflare's name servers return the origins' addresses for all its proxied records.",
    'set it to `true` again.',
  ),
]

/** What is known about the two servers, to complete "a server other than your origin". */
const DIFFERENCES = {
  different: ', and it serves different content',
  unclear: ', and whether it serves the same content is unclear',
  'origin-fails': ', and the origin does not respond as expected',
} as const

function restoreDelegation(host: string): Remedy['steps'] {
  return [
    CHECK_DOMAIN,
    CHECK_DELEGATION,
    change(
      'Renew the domain',
      ' if it has expired. Expired domains are usually parked after a few days, and can be renewed for about a month.',
      'not needed: the domain stays yours.',
    ),
    SET_NAME_SERVERS,
    change(
      'Point the record at your DNS provider to Cloudflare',
      `, with a partial (CNAME) setup: \`${host}.cdn.cloudflare.net\`.`,
      'restore the old record.',
    ),
    change(
      'Turn on registrar lock and automatic renewal.',
      " If you didn't change the name servers, someone else did: change the password of the registrar account too.",
      'turn them off again.',
    ),
  ]
}

function fixRecord(host: string): Remedy['steps'] {
  return [
    look(
      'Check where the name points',
      `: \`dig +short ${host}\` shows the address that visitors get. It belongs neither to Cloudflare nor to the given origin. \`dig +short NS ZONE\` shows who serves the zone.`,
    ),
    CHECK_DOMAIN,
    change(
      'Point the record to the origin, Proxied (orange),',
      ` in the Cloudflare dashboard, under DNS → Records. ${AFTER_RECORD}`,
      'restore the old record.',
    ),
    change('Set `origin` to that address', ' only if you moved the site there.', 'restore the old value.'),
  ]
}
