import { step } from '../../src/domain/cause.ts'
import { cause } from './fixtures.ts'

/** Causes with the words that a reader would meet; their rules are not asked here. */

export const refused = cause({
  id: 'origin-refused',
  title: 'nothing listens at the origin',
  owner: 'origin',
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-blocked-by-origin',
      distinguishedBy: 'A direct probe that is answered.',
    },
    {
      what: { other: 'a firewall that answers with a reset' },
      distinguishedBy: '`ss -ltnp` on the origin: a process holds the port.',
      isOpen: () => true,
    },
    {
      what: 'origin-connect-timeout',
      distinguishedBy: 'A second look.',
    },
  ],
  remedy: ({ port }) => ({
    summary: 'Start the service, or have it listen where Cloudflare dials.',
    steps: [
      step('', 'On the origin, see whether the service runs: `systemctl status SERVICE`, or `docker ps`.'),
      step('', `See whether it listens where Cloudflare dials: \`ss -ltnp 'sport = :${port}'\`.`),
      step('', 'Have the deploy wait for it before this step; the new version may still have been starting.'),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/',
  }),
})

export const appDown = cause({
  id: 'origin-app-down',
  title: "the application behind the origin's proxy is down",
  owner: 'origin',
  recoversByItself: true,
  lookalikes: [],
  remedy: () => ({
    summary: 'Bring the application back; the proxy in front of it is fine.',
    steps: [
      step('', "Read the application's log around the time of the deploy: `journalctl -u SERVICE -n 100`."),
      step(
        '',
        'See whether it listens where the proxy expects it: the `proxy_pass` or `upstream` line names the place.',
      ),
      step('', 'If the new version does not start, roll the deploy back.'),
    ],
    difficulty: 'easy',
    reference: 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html',
  }),
})

export const blocked = cause({
  id: 'cloudflare-blocked-by-origin',
  title: 'the origin turns Cloudflare away',
  owner: 'firewall',
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'a DNS record in Cloudflare that leads to another address' },
      distinguishedBy: 'compare the A and AAAA records of the zone with the origin',
    },
  ],
  remedy: () => ({
    summary: "Admit Cloudflare's ranges at the origin.",
    steps: [
      step('', "Allow every range of Cloudflare's list in the origin's firewall and in its provider's."),
      step('', 'Look for rate limiters that see few, busy addresses: `fail2ban-client status`, `limit_req`.'),
    ],
    difficulty: 'medium',
    reference: 'https://www.cloudflare.com/ips/',
  }),
})

export const expired = cause({
  id: 'tls-certificate-expired',
  title: "the origin's certificate has expired",
  owner: 'certificate',
  recoversByItself: false,
  lookalikes: [],
  remedy: ({ host }) => ({
    summary: 'Renew the certificate that the origin shows.',
    steps: [
      step(
        '',
        'Renew it: `certbot renew`, or take an Origin CA certificate from Cloudflare, which lasts 15 years.',
      ),
      step('', 'Reload the server, which goes on with the old one: `nginx -s reload`.'),
      step(
        '',
        `See that the new one is shown: \`openssl s_client -servername ${host} -connect $ORIGIN:443\`.`,
      ),
    ],
    difficulty: 'hard',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
  }),
})

export const notProxied = cause({
  id: 'dns-not-proxied',
  title: 'the name does not lead to Cloudflare',
  owner: 'dns',
  recoversByItself: true,
  lookalikes: [],
  remedy: () => ({
    summary: 'Turn the proxy on for this record if it is meant to be behind Cloudflare.',
    steps: [step('', 'In the DNS settings of the zone, switch the record to `Proxied`.')],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/dns/proxy-status/',
  }),
})

export const locked = cause({
  id: 'origin-locked-to-cloudflare',
  title: 'the origin admits only Cloudflare',
  owner: 'firewall',
  recoversByItself: false,
  lookalikes: [],
  remedy: () => ({
    summary: 'Nothing to mend.',
    steps: [step('', 'To let the direct probe in, allow the runner at the origin.')],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/',
  }),
})

export const challenged = cause({
  id: 'cloudflare-challenged',
  title: 'Cloudflare challenges this runner',
  owner: 'cloudflare-settings',
  recoversByItself: false,
  lookalikes: [],
  remedy: () => ({
    summary: 'Let the probe past the challenge.',
    steps: [
      step('', 'Send a secret header with every probe: `headers: "X-Probe: ${{ secrets.PROBE }}"`.'),
      step('', 'In Cloudflare, add a WAF rule that skips the challenge for requests with that header.'),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/waf/custom-rules/skip/',
  }),
})

export const edgeError = cause({
  id: 'cloudflare-edge-error',
  title: 'Cloudflare itself fails, the origin is fine',
  owner: 'cloudflare',
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'an origin that sends broken compression or a wrong length' },
      distinguishedBy: 'ask it with `Accept-Encoding: gzip` and count the bytes',
    },
  ],
  remedy: () => ({
    summary: 'Wait, and tell Cloudflare.',
    steps: [
      step('', "See whether Cloudflare's status page knows: https://www.cloudflarestatus.com/."),
      step('', 'If it lasts longer than five minutes, open a ticket with the lines below.'),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
  }),
})
