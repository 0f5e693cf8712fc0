import {
  response,
  timedOutConnection,
  dnsElsewhere,
  dnsFailure,
  plainError,
  refusedConnection,
  dnsAnswers,
  edgeResponse,
  edgeError,
  dnsToCloudflare,
  traceResponse,
  noRoute,
  unresolvedName,
  type Case,
} from '../support/evidence.ts'
import { healthy, inconclusive, unhealthy } from '../support/judgments.ts'

const nowhere = { trace: unresolvedName, origin: noRoute } as const
const gone = { dns: dnsFailure('no-such-host'), edge: unresolvedName, trace: unresolvedName } as const
const empty = { dns: dnsFailure('no-address'), edge: unresolvedName, trace: unresolvedName } as const
const unsaid = { dns: dnsFailure('server-failure'), edge: unresolvedName, trace: unresolvedName } as const
const inside = { ...dnsToCloudflare, addresses: [{ address: '10.0.0.7', family: 4 }] } as const
const past = { dns: dnsElsewhere, trace: response(404) } as const

/** Cases of the DNS causes. */
export const DNS_CASES: Readonly<Record<string, readonly Case[]>> = {
  'dns-no-such-host': [
    [
      'the name is gone',
      { dns: dnsFailure('no-such-host'), edge: unresolvedName, trace: unresolvedName },
      unhealthy('dns-no-such-host', 'likely'),
    ],
    [
      'the name is gone, and so is the origin',
      { dns: dnsFailure('no-such-host'), edge: unresolvedName, ...nowhere },
      unhealthy('dns-no-such-host', 'likely'),
    ],
    [
      'other resolvers agree',
      { ...gone, followUps: { resolvers: dnsAnswers('no-such-host', 'timeout', 'no-such-host') } },
      unhealthy('dns-no-such-host', 'certain'),
    ],
    [
      "other resolvers agree, and the runner's resolver fails",
      { ...unsaid, followUps: { resolvers: dnsAnswers('no-such-host', 'no-such-host') } },
      unhealthy('dns-no-such-host', 'likely'),
    ],
    [
      'one resolver filters the name, which does not count',
      { ...gone, followUps: { resolvers: dnsAnswers('blocked') } },
      unhealthy('dns-no-such-host', 'likely'),
    ],
    [
      'others have an empty answer, as a signed zone gives',
      { ...gone, followUps: { resolvers: dnsAnswers('no-address', 'no-address') } },
      unhealthy('dns-no-such-host', 'certain'),
    ],
    [
      "the runner's resolver has that empty answer, and others say that the name does not exist",
      { ...empty, followUps: { resolvers: dnsAnswers('no-address', 'no-such-host') } },
      unhealthy('dns-no-such-host', 'likely'),
    ],
    [
      'only the name servers say that it does not exist',
      {
        ...empty,
        followUps: { resolvers: dnsAnswers('no-address'), nameServers: dnsAnswers('no-such-host') },
      },
      unhealthy('dns-no-such-host', 'likely'),
    ],
    [
      "the runner's resolver fails, and others say either",
      { ...unsaid, followUps: { resolvers: dnsAnswers('no-such-host', 'no-address') } },
      unhealthy('dns-no-such-host', 'likely'),
    ],
    [
      'but not when others know the name',
      { ...gone, followUps: { resolvers: dnsAnswers('cloudflare', 'no-such-host') } },
      unhealthy('dns-resolvers-disagree', 'likely'),
    ],
    [
      'but not when the zone itself knows the name: its record is new',
      {
        ...gone,
        followUps: {
          resolvers: dnsAnswers('no-such-host', 'no-such-host'),
          nameServers: dnsAnswers('cloudflare'),
        },
      },
      unhealthy('dns-resolvers-disagree', 'likely'),
    ],
    [
      'but not when the resolver fails',
      { dns: dnsFailure('server-failure'), edge: unresolvedName, ...nowhere },
      inconclusive('runner-offline', 'likely'),
    ],
  ],
  'dns-no-address': [
    [
      'the name has none',
      { dns: dnsFailure('no-address'), edge: unresolvedName, trace: unresolvedName },
      unhealthy('dns-no-address', 'likely'),
    ],
    [
      'other resolvers agree',
      {
        dns: dnsFailure('no-address'),
        edge: unresolvedName,
        trace: unresolvedName,
        followUps: { resolvers: dnsAnswers('no-address', 'server-failure') },
      },
      unhealthy('dns-no-address', 'certain'),
    ],
    ['but not when there is no such name', gone, unhealthy('dns-no-such-host', 'likely')],
    [
      'but not when others know an address',
      {
        dns: dnsFailure('no-address'),
        edge: unresolvedName,
        trace: unresolvedName,
        followUps: { resolvers: dnsAnswers('cloudflare') },
      },
      unhealthy('dns-resolvers-disagree', 'likely'),
    ],
  ],
  'dns-server-failure': [
    [
      'the resolver fails, and the origin responds to the runner',
      unsaid,
      unhealthy('dns-server-failure', 'likely'),
    ],
    [
      'no resolver finds out',
      { ...unsaid, ...nowhere, followUps: { resolvers: dnsAnswers('server-failure', 'timeout') } },
      unhealthy('dns-server-failure', 'certain'),
    ],
    [
      "the runner's resolver does not respond, and another one fails",
      { ...unsaid, dns: dnsFailure('timeout'), followUps: { resolvers: dnsAnswers('bogus') } },
      unhealthy('dns-server-failure', 'likely'),
    ],
    [
      "validating resolvers reject it, and the runner's does not validate",
      { followUps: { resolvers: dnsAnswers('bogus', 'bogus', 'bogus') } },
      unhealthy('dns-server-failure', 'certain'),
    ],
    [
      'only the runner is served by what it remembers',
      { followUps: { resolvers: dnsAnswers('server-failure', 'server-failure') } },
      unhealthy('dns-server-failure', 'likely'),
    ],
    [
      'some fail, and others do not',
      { followUps: { resolvers: dnsAnswers('server-failure', 'cloudflare', 'bogus') } },
      healthy.withWarning('dns-server-failure'),
    ],
    [
      "only the runner's resolver fails, and no probe used the path of visitors",
      { ...unsaid, followUps: { resolvers: dnsAnswers('cloudflare', 'cloudflare') } },
      inconclusive('dns-server-failure', 'likely'),
    ],
    [
      "the runner's resolver does not respond, and 1.1.1.1 does",
      { ...unsaid, dns: dnsFailure('timeout'), ...nowhere, followUps: { connectivity: response(404) } },
      inconclusive('dns-server-failure', 'likely'),
    ],
    [
      'but not when one public resolver fails',
      { followUps: { resolvers: dnsAnswers('bogus', 'cloudflare') } },
      healthy,
    ],
    [
      'but not when nothing is reached at all',
      { ...unsaid, ...nowhere, followUps: { resolvers: dnsAnswers('timeout'), connectivity: noRoute } },
      inconclusive('runner-offline', 'likely'),
    ],
    [
      'but never what makes an outage of the origin',
      {
        edge: edgeError(521),
        origin: refusedConnection,
        followUps: { resolvers: dnsAnswers('bogus', 'bogus') },
      },
      unhealthy('origin-refused', 'certain'),
    ],
  ],
  'dns-resolvers-disagree': [
    [
      "the runner's resolver points to a host that is off, others to Cloudflare",
      {
        dns: dnsElsewhere,
        edge: refusedConnection,
        trace: refusedConnection,
        followUps: { resolvers: dnsAnswers('cloudflare') },
      },
      unhealthy('dns-resolvers-disagree', 'likely'),
    ],
    [
      "the runner's resolver points to a host that still responds",
      { ...past, edge: response(200), followUps: { resolvers: dnsAnswers('cloudflare', 'cloudflare') } },
      inconclusive('dns-resolvers-disagree', 'likely'),
    ],
    [
      "the runner's resolver points into its own network",
      { ...past, dns: inside, edge: refusedConnection, followUps: { resolvers: dnsAnswers('cloudflare') } },
      inconclusive('dns-resolvers-disagree', 'likely'),
    ],
    [
      'the runner is served, and several others are led elsewhere',
      { followUps: { resolvers: dnsAnswers('cloudflare', 'elsewhere', 'elsewhere') } },
      unhealthy('dns-resolvers-disagree', 'likely'),
    ],
    [
      'and these serve an error there',
      {
        followUps: {
          resolvers: dnsAnswers('cloudflare', 'elsewhere', 'elsewhere'),
          lateAddresses: [
            { exchange: response(200, 'shop'), isOrigin: false },
            { exchange: plainError(500), isOrigin: false },
          ],
        },
      },
      unhealthy('dns-resolvers-disagree', 'likely'),
    ],
    [
      'and these serve another site there',
      {
        followUps: {
          resolvers: dnsAnswers('cloudflare', 'elsewhere', 'elsewhere'),
          lateAddresses: [{ exchange: response(200, '<title>Parked</title>'), isOrigin: false }],
        },
      },
      unhealthy('dns-resolvers-disagree', 'likely'),
    ],
    [
      'and only some point to a server with the same content',
      {
        followUps: {
          resolvers: dnsAnswers('no-such-host', 'elsewhere', 'elsewhere'),
          lateAddresses: [{ exchange: response(200, 'shop'), isOrigin: false }],
        },
      },
      unhealthy('dns-resolvers-disagree', 'likely'),
    ],
    [
      'but not when all of these point to a server with the same content',
      {
        followUps: {
          resolvers: dnsAnswers('cloudflare', 'elsewhere', 'elsewhere'),
          lateAddresses: [{ exchange: response(200, 'shop'), isOrigin: false }],
        },
      },
      healthy.withWarning('dns-not-proxied'),
    ],
    [
      'nor when they point to the origin, whose page may differ',
      {
        followUps: {
          resolvers: dnsAnswers('elsewhere', 'elsewhere'),
          lateAddresses: [{ exchange: response(200, 'basket of the day'), isOrigin: true }],
        },
      },
      healthy.withWarning('dns-not-proxied'),
    ],
    [
      'the runner is served, and the only other resolver has no record',
      { followUps: { resolvers: dnsAnswers('no-such-host', 'timeout') } },
      unhealthy('dns-resolvers-disagree', 'likely'),
    ],
    [
      'one of several is late',
      { followUps: { resolvers: dnsAnswers('cloudflare', 'elsewhere', 'cloudflare') } },
      healthy.withWarning('dns-resolvers-disagree'),
    ],
    [
      'some are late, and visitors are not served anyway',
      {
        edge: edgeError(521),
        origin: refusedConnection,
        followUps: { resolvers: dnsAnswers('elsewhere', 'elsewhere') },
      },
      unhealthy('origin-refused', 'certain').withWarning('dns-resolvers-disagree'),
    ],
    ['but not when all point to Cloudflare', { followUps: { resolvers: dnsAnswers('cloudflare') } }, healthy],
    [
      'but not when one blocks the name',
      { followUps: { resolvers: dnsAnswers('cloudflare', 'cloudflare', 'blocked') } },
      healthy,
    ],
    [
      'but not without other resolvers',
      { followUps: { resolvers: dnsAnswers('timeout', 'other') } },
      healthy,
    ],
    [
      'but not when all point to other hosts, each to a different one',
      { ...past, edge: response(200), followUps: { resolvers: dnsAnswers('elsewhere', 'elsewhere') } },
      healthy.withWarning('dns-not-proxied'),
    ],
  ],
  'dns-points-to-cloudflare': [
    [
      'Cloudflare would ask itself',
      { edge: edgeError(1000) },
      unhealthy('dns-points-to-cloudflare', 'likely'),
    ],
    [
      'the origin that was given is Cloudflare too',
      { edge: edgeError(1000), origin: edgeError(1000) },
      unhealthy('dns-points-to-cloudflare', 'certain'),
    ],
    [
      'the direct probe looked at the edge once more',
      { origin: edgeResponse(200) },
      healthy.withNote('dns-points-to-cloudflare'),
    ],
    [
      'but not when Cloudflare blocks the runner',
      { edge: edgeError(1020) },
      inconclusive('cloudflare-waf-blocked', 'certain'),
    ],
  ],
  'dns-not-proxied': [
    [
      'the name points to another host than Cloudflare, and the site is healthy',
      { ...past, edge: response(200) },
      healthy.withWarning('dns-not-proxied'),
    ],
    [
      'the URL has an address, and the site is healthy',
      { ...past, edge: response(200), request: { url: 'https://198.51.100.7/', host: '198.51.100.7' } },
      healthy.withWarning('dns-not-proxied'),
    ],
    [
      'but not when the URL has an address that fails',
      {
        ...past,
        edge: refusedConnection,
        origin: refusedConnection,
        request: { url: 'https://198.51.100.7/', host: '198.51.100.7' },
      },
      unhealthy('origin-refused', 'likely'),
    ],
    [
      'the name points to another host that fails',
      { ...past, edge: plainError(503) },
      unhealthy('dns-not-proxied', 'likely'),
    ],
    ["but not when Cloudflare responds from the customer's own addresses", { dns: dnsElsewhere }, healthy],
    [
      'but not when the address is in a range that is new',
      { ...past, edge: timedOutConnection, followUps: { ranges: ['198.51.100.0/24'] } },
      unhealthy('cloudflare-edge-error', 'possible'),
    ],
    [
      'but not when only the trace is answered',
      { dns: dnsElsewhere, edge: response(200), trace: traceResponse },
      healthy,
    ],
    [
      'but not when the name does not resolve',
      { dns: dnsFailure('timeout'), edge: unresolvedName, ...nowhere },
      inconclusive('runner-offline', 'likely'),
    ],
  ],
}
