import { PROXIED_PORTS } from '../../../cloudflare/ports.ts'
import { change, look, risk, type Remedy, type Step } from '../../../domain/cause.ts'

/** By the form of the cause. */
export type ZoneAdvice = (host: string) => Pick<Remedy, 'summary' | 'steps'>

const CHECK_ZONE = (host: string): Step =>
  look(
    'Check the zone and the record',
    ` in the Cloudflare dashboard: the zone of \`${host}\` must be active, and in the account that you expect. DNS → Records must list the host as proxied (orange).`,
  )
const CHECK_NAME_SERVERS = look(
  'Check the name servers',
  ": `dig +trace ZONE NS` must list exactly those on the zone's Overview page, from the parent zone and last from the zone itself: two, or three with Foundation DNS. A partial (CNAME) setup doesn't use them. A change may take 24 hours.",
)
const ADD_RECORD = (host: string): Step =>
  change(
    'Add the host to the zone',
    `: a proxied record for \`${host}\` under DNS → Records.`,
    'delete the record.',
  )
const ADD_CUSTOM_HOSTNAME = change(
  'Add a custom hostname.',
  " The CNAME's target belongs to another account: its owner must add this host under SSL/TLS → Custom Hostnames. Or point the record elsewhere.",
  'delete the custom hostname, or restore the old record.',
)
const CHECK_REWRITES = look(
  'Check the rewrite rules',
  ', such as Transform Rules, under Rules → Overview in the Cloudflare dashboard.',
)
const WAIT = look('If the host is new, wait a few minutes', ', and give this step a longer `wait`.')
const LIST_PORTS = `HTTPS: ${PROXIED_PORTS['https:'].join(', ')}. HTTP: ${PROXIED_PORTS['http:'].join(', ')}.`

/** For all codes, as in the documentation. */
export const ALL_ADVICE: ZoneAdvice = (host) => ({
  summary: 'Configure the host in the zone that should serve it.',
  steps: [CHECK_ZONE(host), CHECK_NAME_SERVERS, CHECK_REWRITES, WAIT, ADD_RECORD(host), ADD_CUSTOM_HOSTNAME],
})

export const ADVICE: Readonly<Record<string, ZoneAdvice | undefined>> = {
  zone: (host) => ({
    summary: 'Configure the host in the zone that should serve it.',
    steps: [CHECK_ZONE(host), CHECK_NAME_SERVERS, WAIT, ADD_RECORD(host)],
  }),
  'new-host': (host) => ({
    summary: 'Wait a few minutes if the host is new. Otherwise add it to the zone.',
    steps: [WAIT, CHECK_ZONE(host), CHECK_NAME_SERVERS, ADD_RECORD(host)],
  }),
  'other-account': () => ({
    summary: 'Have the owner of the target add this host, or point the record elsewhere.',
    steps: [
      look(
        'Check what the target is',
        ', under DNS → Records. An R2 bucket also fails while its zone has a zone hold or is banned.',
      ),
      ADD_CUSTOM_HOSTNAME,
      change(
        'Connect the domain in the settings of the target',
        ', if it is yours. R2 buckets, Pages projects and Workers each have a list of custom domains. A CNAME alone is not enough.',
        'remove the domain from that list.',
      ),
    ],
  }),
  'restricted-address': (host) => ({
    summary: "Point the record to the origin's public address.",
    steps: [
      look(
        'Check the A and AAAA records',
        ` of \`${host}\` under DNS → Records in the Cloudflare dashboard. Private, loopback and some of Cloudflare's own addresses are not allowed.`,
      ),
      CHECK_ZONE(host),
      change(
        "Point the record to the origin's public address",
        ', and keep it proxied.',
        'restore the old record.',
      ),
    ],
  }),
  'host-header': (host) => ({
    summary: 'Send the host of the URL as the Host header.',
    steps: [
      look('Check `url`', `: it must contain a host name such as \`${host}\`, not an IP address.`),
      look('Check for a proxy on the runner', ' that changes the Host header or the TLS server name.'),
      change(
        'Remove `Host` from the `headers` input',
        '. For the direct request only, use `origin-host`.',
        'restore the old value of `headers`.',
      ),
    ],
  }),
  rewrite: () => ({
    summary: 'Fix the rule that rewrites the request.',
    steps: [
      CHECK_REWRITES,
      look('Check the rules that set headers', ": rules can't change some headers."),
      change('Fix the rule', ', or turn it off until it is fixed.', 'restore it, or turn it on again.'),
    ],
  }),
  port: (host) => ({
    summary: 'Use a port that Cloudflare proxies for this scheme.',
    steps: [
      change('Use one of the proxied ports in `url`', `. ${LIST_PORTS}`, 'restore the old value of `url`.'),
      change(
        "Keep the origin's port",
        ` with an Origin Rule that sends requests for \`${host}\` to it: Rules → Overview → Create rule → Origin Rule. A Cloudflare Tunnel can do that too.`,
        'delete the rule.',
      ),
      risk(
        'Or set the record to DNS-only (gray)',
        ' if visitors must use this port. Spectrum, a paid product, can proxy any port.',
        {
          exposes: "Visitors then connect to the origin directly, without Cloudflare's protection.",
          limit:
            "Keep it only for a host that needs no protection, because the origin's address becomes public.",
          undo: 'set the record to proxied.',
        },
      ),
    ],
  }),
  pages: (host) => ({
    summary: 'Add this host to the Pages project.',
    steps: [
      look('Compare the record', ` of \`${host}\` under DNS → Records with the name of the project.`),
      change(
        'Add the custom domain to the Pages project',
        ` under Workers & Pages → the project → Custom domains: \`${host}\`. The record alone is not enough. Wait until its status is Active.`,
        'remove the domain from the project.',
      ),
    ],
  }),
  workers: (host) => ({
    summary: 'Connect the host to the Worker.',
    steps: [
      look(
        'Check the hosts of the Worker',
        `: Workers & Pages → the Worker → Settings → Domains & Routes must list \`${host}\`.`,
      ),
      change(
        'Delete the CNAME to `*.workers.dev`',
        ', because a Custom Domain creates its own record.',
        'add the record again.',
      ),
      change(
        'Add a Custom Domain to the Worker',
        ` for \`${host}\`, there or under \`routes\` in the configuration of Wrangler. A route works too, with a proxied record.`,
        'remove the Custom Domain.',
      ),
    ],
  }),
  r2: (host) => ({
    summary: 'Connect the host to the bucket.',
    steps: [
      look(
        'Check the domains of the bucket',
        `: R2 → the bucket → Settings → Custom Domains must list \`${host}\` as active.`,
      ),
      change(
        'Delete the CNAME to `r2.dev`',
        ', because it does not work, and R2 creates its own record.',
        'add the record again.',
      ),
      change('Add the custom domain to the bucket', ` there: \`${host}\`.`, 'remove the domain.'),
    ],
  }),
  placeholder: (host) => ({
    summary: 'Route this page to a Worker, or point the record to a server.',
    steps: [
      look(
        'Check the Workers Routes',
        ` of the zone: one must match \`${host}\` and the path of \`url\`, and name a Worker.`,
      ),
      look(
        'Check what the Worker requests',
        ': `fetch(request)` goes to this address, which has no server. The Worker must respond itself, or request another host.',
      ),
      change('Add the route', ' for this page, under Workers Routes.', 'delete the route.'),
      change(
        'Or point the record to a server',
        ' under DNS → Records, if the site has one.',
        'restore the old record.',
      ),
    ],
  }),
  certificate: (host) => ({
    summary: 'Give the host an edge certificate.',
    steps: [
      look(
        'Check the edge certificates',
        ` in the Cloudflare dashboard, under SSL/TLS → Edge Certificates: an active one must cover \`${host}\`.`,
      ),
      look(
        'Wait up to 24 hours if the zone is new',
        ': a certificate that is being validated has the status Pending Validation.',
      ),
      change(
        'Turn on Universal SSL',
        ", at the end of the same page, if there is no certificate at all. It covers the zone's name and one level (`*.ZONE`), but not the host name of a load balancer.",
        'turn it off.',
      ),
      change(
        'Or order an advanced certificate, or turn on Total TLS',
        ', for a host two or more levels below the zone. Both belong to Advanced Certificate Manager, a paid product.',
        'delete the certificate, or turn off Total TLS.',
      ),
    ],
  }),
}

const CODES =
  'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/'
export const REFERENCES: Readonly<Record<string, string>> = {
  zone: CODES,
  'host-header': `${CODES}error-1013/`,
  pages: 'https://developers.cloudflare.com/pages/configuration/custom-domains/',
  workers: 'https://developers.cloudflare.com/workers/configuration/routing/custom-domains/',
  r2: 'https://developers.cloudflare.com/r2/buckets/public-buckets/',
  placeholder:
    'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/',
  'other-account': `${CODES}error-1014/`,
  port: 'https://developers.cloudflare.com/fundamentals/reference/network-ports/',
  certificate: 'https://developers.cloudflare.com/ssl/edge-certificates/universal-ssl/limitations/',
}
