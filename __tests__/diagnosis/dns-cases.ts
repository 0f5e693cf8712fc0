import {
  answer,
  dropped,
  elsewhere,
  failing,
  plain,
  refused,
  tell,
  through,
  told,
  toCloudflare,
  trace,
  unreachable,
  unresolved,
  type Case,
} from '../support/evidence.ts'

const nowhere = { trace: unresolved, origin: unreachable } as const
const gone = { dns: failing('no-such-host'), edge: unresolved, trace: unresolved } as const
const unsaid = { dns: failing('server-failure'), edge: unresolved, trace: unresolved } as const
const inside = { ...toCloudflare, addresses: [{ address: '10.0.0.7', family: 4 }] } as const
const past = { dns: elsewhere, trace: answer(404) } as const

/** The causes that lie in the names. */
export const DNS_CASES: Readonly<Record<string, readonly Case[]>> = {
  'dns-no-such-host': [
    [
      'the name is gone',
      { dns: failing('no-such-host'), edge: unresolved, trace: unresolved },
      'unhealthy dns-no-such-host likely',
    ],
    [
      'the name is gone, and so is the origin',
      { dns: failing('no-such-host'), edge: unresolved, ...nowhere },
      'unhealthy dns-no-such-host likely',
    ],
    [
      'others say so too',
      { ...gone, further: { resolvers: tell('no-such-host', 'timeout', 'no-such-host') } },
      'unhealthy dns-no-such-host certain',
    ],
    [
      'others say so, and the resolver of the runner fails',
      { ...unsaid, further: { resolvers: tell('no-such-host', 'no-such-host') } },
      'unhealthy dns-no-such-host likely',
    ],
    [
      'one says so by a rule of its own: that is no witness',
      { ...gone, further: { resolvers: tell('blocked') } },
      'unhealthy dns-no-such-host likely',
    ],
    [
      'but not when others know the name',
      { ...gone, further: { resolvers: tell('cloudflare', 'no-such-host') } },
      'unhealthy dns-resolvers-disagree likely',
    ],
    [
      'but not when the zone itself knows the name: its record is new',
      {
        ...gone,
        further: { resolvers: tell('no-such-host', 'no-such-host'), nameServers: tell('cloudflare') },
      },
      'unhealthy dns-resolvers-disagree likely',
    ],
    [
      'but not when the resolver fails',
      { dns: failing('server-failure'), edge: unresolved, ...nowhere },
      'inconclusive runner-offline likely',
    ],
  ],
  'dns-no-address': [
    [
      'the name has none',
      { dns: failing('no-address'), edge: unresolved, trace: unresolved },
      'unhealthy dns-no-address likely',
    ],
    [
      'others say so too',
      {
        dns: failing('no-address'),
        edge: unresolved,
        trace: unresolved,
        further: { resolvers: tell('no-address', 'server-failure') },
      },
      'unhealthy dns-no-address certain',
    ],
    ['but not when there is no such name', gone, 'unhealthy dns-no-such-host likely'],
    [
      'but not when others know an address',
      {
        dns: failing('no-address'),
        edge: unresolved,
        trace: unresolved,
        further: { resolvers: tell('cloudflare') },
      },
      'unhealthy dns-resolvers-disagree likely',
    ],
  ],
  'dns-server-failure': [
    ['the resolver fails, and the origin answers the runner', unsaid, 'unhealthy dns-server-failure likely'],
    [
      'no resolver finds out',
      { ...unsaid, ...nowhere, further: { resolvers: tell('server-failure', 'timeout') } },
      'unhealthy dns-server-failure certain',
    ],
    [
      'the resolver of the runner is silent, and one other fails',
      { ...unsaid, dns: failing('timeout'), further: { resolvers: tell('bogus') } },
      'unhealthy dns-server-failure likely',
    ],
    [
      'whoever checks signatures turns it down, and the runner does not check',
      { further: { resolvers: tell('bogus', 'bogus', 'bogus') } },
      'unhealthy dns-server-failure certain',
    ],
    [
      'only the runner is served by what it remembers',
      { further: { resolvers: tell('server-failure', 'server-failure') } },
      'unhealthy dns-server-failure likely',
    ],
    [
      'some fail, and others do not',
      { further: { resolvers: tell('server-failure', 'cloudflare', 'bogus') } },
      'healthy + dns-server-failure',
    ],
    [
      'the resolver of the runner fails alone: nobody looked as visitors do',
      { ...unsaid, further: { resolvers: tell('cloudflare', 'cloudflare') } },
      'inconclusive dns-server-failure likely',
    ],
    [
      'the resolver of the runner is silent, and 1.1.1.1 answers',
      { ...unsaid, dns: failing('timeout'), ...nowhere, further: { connectivity: answer(404) } },
      'inconclusive dns-server-failure likely',
    ],
    [
      'but not when one public resolver fails',
      { further: { resolvers: tell('bogus', 'cloudflare') } },
      'healthy',
    ],
    [
      'but not when nothing is reached at all',
      { ...unsaid, ...nowhere, further: { resolvers: tell('timeout'), connectivity: unreachable } },
      'inconclusive runner-offline likely',
    ],
    [
      'but never what makes an outage of the origin',
      { edge: told(521), origin: refused, further: { resolvers: tell('bogus', 'bogus') } },
      'unhealthy origin-refused certain',
    ],
  ],
  'dns-resolvers-disagree': [
    [
      'the runner is led to what is switched off, others to Cloudflare',
      { dns: elsewhere, edge: refused, trace: refused, further: { resolvers: tell('cloudflare') } },
      'unhealthy dns-resolvers-disagree likely',
    ],
    [
      'the runner is led to what still answers: nobody looked at Cloudflare',
      { ...past, edge: answer(200), further: { resolvers: tell('cloudflare', 'cloudflare') } },
      'inconclusive dns-resolvers-disagree likely',
    ],
    [
      'the runner is led into its own network',
      { ...past, dns: inside, edge: refused, further: { resolvers: tell('cloudflare') } },
      'inconclusive dns-resolvers-disagree likely',
    ],
    [
      'the runner is served, and several others are led elsewhere',
      { further: { resolvers: tell('cloudflare', 'elsewhere', 'elsewhere') } },
      'unhealthy dns-resolvers-disagree likely',
    ],
    [
      'the runner is served, and the only one that was heard does not know the name',
      { further: { resolvers: tell('no-such-host', 'timeout') } },
      'unhealthy dns-resolvers-disagree likely',
    ],
    [
      'one of several is late',
      { further: { resolvers: tell('cloudflare', 'elsewhere', 'cloudflare') } },
      'healthy + dns-resolvers-disagree',
    ],
    [
      'some are late, and visitors are not served anyway',
      { edge: told(521), origin: refused, further: { resolvers: tell('elsewhere', 'elsewhere') } },
      'unhealthy origin-refused certain + dns-resolvers-disagree',
    ],
    ['but not when all lead to Cloudflare', { further: { resolvers: tell('cloudflare') } }, 'healthy'],
    [
      'but not when one blocks the name',
      { further: { resolvers: tell('cloudflare', 'cloudflare', 'blocked') } },
      'healthy',
    ],
    ['but not when nobody else was heard', { further: { resolvers: tell('timeout', 'other') } }, 'healthy'],
    [
      'but not when all lead past Cloudflare, each to another place',
      { ...past, edge: answer(200), further: { resolvers: tell('elsewhere', 'elsewhere') } },
      'healthy + dns-not-proxied',
    ],
  ],
  'dns-points-to-cloudflare': [
    ['Cloudflare would ask itself', { edge: told(1000) }, 'unhealthy dns-points-to-cloudflare likely'],
    [
      'the origin that was given is Cloudflare too',
      { edge: told(1000), origin: told(1000) },
      'unhealthy dns-points-to-cloudflare certain',
    ],
    [
      'the direct probe looked at the edge once more',
      { origin: through(200) },
      'healthy ~ dns-points-to-cloudflare',
    ],
    [
      'but not when Cloudflare blocks the runner',
      { edge: told(1020) },
      'inconclusive cloudflare-waf-blocked certain',
    ],
  ],
  'dns-not-proxied': [
    [
      'the name leads past Cloudflare, and all is well',
      { ...past, edge: answer(200) },
      'healthy + dns-not-proxied',
    ],
    [
      'the name leads to something else that fails',
      { ...past, edge: plain(503) },
      'unhealthy dns-not-proxied likely',
    ],
    ['but not when Cloudflare answers from addresses of the customer', { dns: elsewhere }, 'healthy'],
    [
      'but not when the address is in a range that is new',
      { ...past, edge: dropped, further: { ranges: ['198.51.100.0/24'] } },
      'unhealthy cloudflare-edge-error possible',
    ],
    [
      'but not when only the trace is answered',
      { dns: elsewhere, edge: answer(200), trace: trace },
      'healthy',
    ],
    [
      'but not when the name does not resolve',
      { dns: failing('timeout'), edge: unresolved, ...nowhere },
      'inconclusive runner-offline likely',
    ],
  ],
}
