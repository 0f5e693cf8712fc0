import { defineCause } from '../../domain/cause.ts'

/** NXDOMAIN: the name is not in DNS, as far as this runner's resolver knows. */
export default defineCause({
  id: 'dns-no-such-host',
  title: 'the name does not exist in DNS',
  category: 'dns',
  owner: 'dns',
  meaning: [
    'DNS answers that there is no such name (NXDOMAIN): the record was never made or was deleted, the domain has expired, or the zone is not delegated to the name servers that have the record.',
    'A new record may take some minutes to be seen everywhere, and a new delegation up to 24 to 48 hours.',
  ],
  heals: true,
  lookalikes: [
    {
      what: 'a resolver that keeps an old “no such name”',
      told: 'Another resolver: `dig @1.1.1.1 NAME`. The old answer is kept as long as the zone’s SOA says.',
    },
    { what: 'a misspelt name in the workflow', told: 'The `url` input, letter by letter.' },
  ],
  needs: ['dns'],
  match({ dns, asked }) {
    if (dns.kind !== 'failed' || dns.reason !== 'no-such-host') return
    return {
      outcome: 'unhealthy',
      confidence: 'likely',
      because: 'the runner’s resolver says that the name does not exist; no other resolver was asked',
      clues: [
        {
          from: 'dns',
          text: `Asked for ${asked.host}, the runner’s resolver says: no such name (NXDOMAIN).`,
        },
      ],
    }
  },
  remedy: ({ host }) => ({
    summary: 'Make the record, or repair the delegation.',
    steps: [
      `Ask another resolver: \`dig @1.1.1.1 ${host}\` and \`dig +trace ${host}\`, which shows where the name is lost.`,
      'In the Cloudflare dashboard, under DNS → Records, see that the name has an A, AAAA or CNAME record, and that it is proxied (orange).',
      'At the registrar, see that the domain has not expired and that its name servers are the two that Cloudflare names.',
      'If the deploy has just made the record, raise `wait` by some minutes. A new delegation takes up to 48 hours: run the job again later.',
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/',
  }),
})
