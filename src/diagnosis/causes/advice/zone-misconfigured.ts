import { PROXIED_PORTS } from '../../../cloudflare/ports.ts'
import { look, change, type Remedy, type Step } from '../../../domain/cause.ts'

/** By the form of the cause. */
export type ZoneAdvice = (host: string) => Pick<Remedy, 'summary' | 'steps'>

const CHECK_ZONE = (host: string): Step =>
  look(
    'Check the zone and the record',
    ` in the Cloudflare dashboard: the zone of \`${host}\` must be active, and in the account that you expect. DNS → Records must list the host as proxied (orange).`,
  )
const CHECK_NAME_SERVERS = look(
  'Check the name servers',
  ": `dig +short NS ZONE` must return the two or three that the dashboard shows. A partial (CNAME) setup doesn't use them. A change takes 24 to 48 hours to propagate.",
)
const ADD_CUSTOM_HOSTNAME = change(
  'Add a custom hostname.',
  " The CNAME's target belongs to another account: its owner must add this host under SSL/TLS → Custom Hostnames. Or point the record elsewhere.",
  '',
)
const CHECK_REWRITES = look(
  'Check the rewrite rules',
  ': Rules → Transform Rules in the Cloudflare dashboard.',
)
const WAIT = change('If the host is new, wait a few minutes', ', and give this step a longer `wait`.', '')
const LIST_PORTS = `HTTPS: ${PROXIED_PORTS['https:'].join(', ')}. HTTP: ${PROXIED_PORTS['http:'].join(', ')}.`

/** For all codes, as in the documentation. */
export const ALL_ADVICE: ZoneAdvice = (host) => ({
  summary: 'Configure the host in the zone that should serve it.',
  steps: [CHECK_ZONE(host), CHECK_NAME_SERVERS, ADD_CUSTOM_HOSTNAME, CHECK_REWRITES, WAIT],
})

export const ADVICE: Readonly<Record<string, ZoneAdvice | undefined>> = {
  zone: (host) => ({
    summary: 'Configure the host in the zone that should serve it.',
    steps: [CHECK_ZONE(host), CHECK_NAME_SERVERS, WAIT],
  }),
  'new-host': (host) => ({
    summary: 'Wait a few minutes if the host is new. Otherwise add it to the zone.',
    steps: [WAIT, CHECK_ZONE(host), CHECK_NAME_SERVERS],
  }),
  'other-account': () => ({
    summary: 'Have the owner of the target add this host, or point the record elsewhere.',
    steps: [
      ADD_CUSTOM_HOSTNAME,
      change(
        'Connect the domain in the settings of the target',
        ' if the target is yours: R2 buckets, Pages projects and Workers each have a list of custom domains. A CNAME alone is not enough.',
        '',
      ),
    ],
  }),
  'restricted-address': (host) => ({
    summary: "Point the record to the origin's public address.",
    steps: [
      look(
        'Check the A and AAAA records',
        ` of \`${host}\` under DNS → Records in the Cloudflare dashboard: private, loopback and some of Cloudflare's own addresses are not allowed.`,
      ),
      CHECK_ZONE(host),
    ],
  }),
  'host-header': (host) => ({
    summary: 'Send the host of the URL as the Host header.',
    steps: [
      change(
        'Remove `Host` from the `headers` input',
        '. For the direct request only, use `origin-host`.',
        '',
      ),
      look('Check for a proxy on the runner', ' that changes the Host header or the TLS server name.'),
      look('Check `url`', `: it must contain a host name such as \`${host}\`, not an IP address.`),
    ],
  }),
  rewrite: () => ({
    summary: 'Fix the rule that rewrites the request.',
    steps: [CHECK_REWRITES, look('Check the rules that set headers', ": rules can't change some headers.")],
  }),
  port: (host) => ({
    summary: 'Use a port that Cloudflare proxies for this scheme.',
    steps: [
      change('Use one of the proxied ports in `url`', `. ${LIST_PORTS}`, ''),
      change(
        "Keep the origin's port",
        `: add an Origin Rule (Rules → Origin Rules) that sends requests for \`${host}\` to it. A Cloudflare Tunnel can do that too.`,
        '',
      ),
      change(
        'Or set the record to DNS-only (gray)',
        " if visitors must use this port. They then reach the origin directly, without Cloudflare's protection. Spectrum, a paid product, can proxy any port.",
        '',
      ),
    ],
  }),
  pages: (host) => ({
    summary: 'Add this host to the Pages project.',
    steps: [
      change(
        'Add the custom domain to the Pages project',
        ` in the Cloudflare dashboard: Workers & Pages → the project → Custom domains → Set up a custom domain → \`${host}\`. The record alone is not enough.`,
        '',
      ),
      look(
        'Wait until its status is Active',
        '. Pages creates the record itself if the zone is in the same account.',
      ),
      look('Compare the record', ` of \`${host}\` under DNS → Records with the name of the project.`),
    ],
  }),
  workers: (host) => ({
    summary: 'Connect the host to the Worker.',
    steps: [
      change(
        'Add a Custom Domain or a route to the Worker',
        ` for \`${host}\`: Workers & Pages → the Worker → Settings → Domains & Routes. Or \`routes\` in the configuration of Wrangler.`,
        '',
      ),
      change(
        'Delete the CNAME to `*.workers.dev` before you add a Custom Domain',
        ', which creates its own record. A route needs a proxied record.',
        '',
      ),
    ],
  }),
  r2: (host) => ({
    summary: 'Connect the host to the bucket.',
    steps: [
      change(
        'Add the custom domain to the bucket',
        `: R2 → the bucket → Settings → Custom Domains → \`${host}\`. A CNAME to \`r2.dev\` does not work.`,
        '',
      ),
      change('Delete the CNAME before you add the domain', ': R2 creates its own record.', ''),
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
      change('Or point the record to a server', ' under DNS → Records, if the site has one.', ''),
    ],
  }),
  certificate: (host) => ({
    summary: 'Give the host an edge certificate.',
    steps: [
      look(
        'Check the edge certificates',
        ` in the Cloudflare dashboard, under SSL/TLS → Edge Certificates: an active one must cover \`${host}\`.`,
      ),
      change(
        'Order an advanced certificate, or turn on Total TLS',
        ", if the host is two or more levels below the zone. Universal SSL covers the zone's name and one level (`*.ZONE`). Or use a host name on that level.",
        '',
      ),
      change(
        'Turn on Universal SSL',
        ', at the end of the same page, if there is no certificate at all.',
        '',
      ),
      look(
        'Wait up to 24 hours if the zone or the host is new',
        ': a certificate that is being validated has the status Pending Validation.',
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
