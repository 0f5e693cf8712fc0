import { change, look, risk, type Remedy, type RemedyContext, type Step } from '../../domain/cause.ts'
import { howTo } from '../servers/index.ts'
import { forwardingSteps } from './forwarding-headers.ts'
import { setInput } from './set-input.ts'

/**
 * What an unexpected response is. `head`: only HEAD fails; `redirect`: a redirect that is not expected;
 * `unusable-redirect`: a redirect that no visitor can follow; `internal-port`: a redirect to a port of the site that
 * gives nothing usable; `other-host`: the host that the site redirects to fails; `origin-redirect`: only the origin
 * redirects to another host; `forwarding-headers`: the origin rejects requests that carry a visitor's address;
 * `plain-http`: visitors end at plain HTTP; `status`: any other status.
 */
export type StatusForm =
  | 'head'
  | 'redirect'
  | 'unusable-redirect'
  | 'internal-port'
  | 'other-host'
  | 'origin-redirect'
  | 'forwarding-headers'
  | 'plain-http'
  | 'status'
  | MeaningForm

type Advice = Pick<Remedy, 'summary' | 'steps'>

/** A status that has one meaning. */
interface StatusMeaning {
  /** A sentence on what the status means. */
  readonly means: string
  readonly advice: (context: RemedyContext) => Advice
}

type MeaningForm = `status-${205 | 206 | 304 | 401 | 406 | 407 | 408 | 410 | 421 | 425 | 426 | 431 | 451}`

const EXPECT_STATUS = setInput('Expect the status', ' if it is correct here: add it to `expected-status`.')

/** Prints the headers of the site's response, and nothing of the page. */
const headersOf = (host: string): string => `\`curl -sI 'https://${host}/'\`, with the path of \`url\``

const RELOAD = 'restore the old value, then reload.'

/**
 * Statuses that say why the request was rejected, so that the deployed files are not the first suspect. Definitions:
 * RFC 9110, section 15; RFC 6585, section 5 (431); RFC 7725 (451); RFC 8470, section 5.2 (425).
 */
const MEANINGS: Readonly<Record<MeaningForm, StatusMeaning>> = {
  'status-205': {
    means: '205 means that a browser should reset a form. It has no page.',
    advice: () => ({
      summary: 'Return the page with 200.',
      steps: [
        look('Check the application', ': what returns 205 to a request that sends no form?'),
        setInput('Expect the status', ' if the URL has no page: `expected-status: 205`.'),
      ],
    }),
  },
  'status-206': {
    means: '206 means that this is a part of the page. The check did not request a part.',
    advice: () => ({
      summary: 'Return the whole page with 200.',
      steps: [
        look(
          'Check the application',
          ' and its cache: do they return 206 without `Range` in the request? `Content-Range` says which part it is.',
        ),
        look('Check `headers`', ': `Range` in them requests a part.'),
        setInput('Expect the status', ' if the check should request a part: `expected-status: 206`.'),
      ],
    }),
  },
  'status-304': {
    means:
      "304 means that the client's copy is current. This check has no copy. New visitors have none either, and get an empty page.",
    advice: () => ({
      summary: 'Find out what returns 304 to a request without conditions.',
      steps: [
        look(
          'Check the application',
          ' and its cache: do they return 304 without `If-None-Match` or `If-Modified-Since` in the request?',
        ),
        look(
          'Check `headers`',
          ': `If-None-Match` or `If-Modified-Since` in them makes the request conditional.',
        ),
        setInput('Expect the status', ' if the request is conditional: `expected-status: 304`.'),
      ],
    }),
  },
  'status-401': {
    means: '401 means that the page requires credentials.',
    advice: ({ host }) => ({
      summary: 'Send the credentials that the page requires, or expect the 401.',
      steps: [
        look(
          'Check what requires the login',
          `: ${headersOf(host)}. \`WWW-Authenticate\` says which credentials the web server or the application accepts.`,
        ),
        setInput(
          'Send credentials',
          ' in `headers`, from a secret: `Authorization: Bearer ${{ secrets.SITE_TOKEN }}`.',
        ),
        EXPECT_STATUS,
      ],
    }),
  },
  // ModSecurity's own default is 403; shared hosts configure 406 for it, often without its name on the page.
  'status-406': {
    means:
      '406 means that the server has no version of the page for the `Accept` headers. Web application firewalls, such as ModSecurity on shared hosts, also use it to block a request.',
    advice: ({ server }) => ({
      summary: 'Find out whether a web application firewall or content negotiation rejects the request.',
      steps: [
        look(
          'Check the log of the web application firewall',
          ` from the time of this check. ModSecurity writes the rule to \`modsec_audit.log\` and to the error log: ${howTo('errorLog', server)}.`,
        ),
        setInput(
          'Set the header `Accept`',
          ' in `headers` if the application negotiates the type: `Accept: application/json`.',
        ),
        risk(
          'Exempt this check from that one rule',
          ': send a secret header (`headers`), and match it together with the path. Anyone can copy a user agent.',
          {
            exposes: 'A client that learns the header passes that rule.',
            limit: 'Replace the secret regularly, and remove the exemption when the rule is corrected.',
            undo: 'remove the exemption.',
          },
        ),
      ],
    }),
  },
  'status-407': {
    means: '407 comes from a forward proxy that requires credentials. A website does not send it by itself.',
    advice: () => ({
      summary: 'Find the forward proxy that responds instead of the site.',
      steps: [
        look(
          "Compare the origin's address and port",
          ' with those of the web server: a forward proxy, such as Squid, listens there.',
        ),
        look('Check the proxy that the application uses', ' if it passes on responses of other servers.'),
        change(
          'Point the DNS record and `origin` to the web server',
          ' if they point to the proxy.',
          'restore the old values.',
        ),
      ],
    }),
  },
  'status-408': {
    means: '408 means that the server did not get the complete request in time.',
    advice: ({ server }) => ({
      summary: 'Find out what delays the request before the server has read it.',
      steps: [
        look(
          'Check the load of the server',
          ': an overloaded server reads requests late. `uptime` shows the load, `nproc` the number of CPUs.',
        ),
        change("Raise the server's request timeout", `: ${howTo('requestTimeout', server)}.`, RELOAD),
      ],
    }),
  },
  'status-410': {
    means: '410 means that the page was removed on purpose.',
    advice: () => ({
      summary: 'Request a page that still exists, or restore this one.',
      steps: [
        look('Check the rule or the application code that returns 410', ' if the page should exist.'),
        setInput('Set `url`', ' to a page that exists.'),
      ],
    }),
  },
  // Apache httpd 2.4.64 rejects a request whose TLS server name doesn't select the virtual host of its Host header
  // (CVE-2025-23048, https://httpd.apache.org/security/vulnerabilities_24.html). nginx as a proxy sends no server name
  // unless `proxy_ssl_server_name` is on (https://nginx.org/en/docs/http/ngx_http_proxy_module.html).
  'status-421': {
    means:
      '421 means that the server does not serve this host on a TLS connection that was opened for another name, or for none.',
    advice: () => ({
      summary: "Make every hop send the Host header's name as the TLS server name.",
      steps: [
        look('Compare `origin-sni` with `origin-host`', ' if only the direct request gets 421.'),
        look(
          'Check the Origin Rules',
          ' in the dashboard, under Rules → Overview. A Host override also sets the server name, and an SNI override can make the two differ.',
        ),
        change(
          'Send the server name to the upstream server',
          ' if nginx is in front of it: `proxy_ssl_server_name on;` and `proxy_ssl_name $host;`. Apache 2.4.64 and later return 421 without it.',
          RELOAD,
        ),
      ],
    }),
  },
  'status-425': {
    means: '425 means that the server rejects requests in TLS early data (0-RTT).',
    advice: () => ({
      summary: 'Turn off 0-RTT, or fix the rule that rejects early data.',
      steps: [
        look(
          'Check the rule on the header `Early-Data`',
          ' in the web server or the application. This check sends no early data, so the rule rejects too much.',
        ),
        change(
          'Turn off 0-RTT Connection Resumption',
          ' in the dashboard, under Speed → Settings → Protocol Optimization.',
          'turn it on again in the same place.',
        ),
      ],
    }),
  },
  // Envoy returns 426 to HTTP/1.0 (envoyproxy/envoy, `accept_http_10`). nginx proxies with HTTP/1.0 by default up to
  // 1.29.6.
  'status-426': {
    means: '426 means that the server requires another protocol: a newer HTTP version, TLS, or WebSocket.',
    advice: ({ host }) => ({
      summary: "Use the protocol that the response's `Upgrade` header names.",
      steps: [
        look(
          'Check the header `Upgrade`',
          ` of the response: \`curl -si 'https://${host}/' | grep -i '^upgrade:'\`, with the path of \`url\`.`,
        ),
        change(
          'Proxy with HTTP/1.1',
          ' if nginx is in front of Envoy or Istio: `proxy_http_version 1.1;`. They return 426 to HTTP/1.0.',
          RELOAD,
        ),
        setInput('Set `url` to a page', ' if this one is a WebSocket endpoint.'),
      ],
    }),
  },
  'status-431': {
    means: '431 means that the headers of the request are larger than the server accepts.',
    advice: ({ server }) => ({
      summary: 'Send smaller headers, or raise the limit of the server.',
      steps: [
        look(
          'Check `headers`',
          ' of this check, and the cookies that the site sets: large ones break the site for visitors too.',
        ),
        change(
          'Raise the limit',
          `: ${howTo('requestHeaders', server)}, and \`--max-http-header-size=32768\` for Node.`,
          RELOAD,
        ),
      ],
    }),
  },
  'status-451': {
    means: '451 means that the page is blocked for legal reasons, often only in some countries.',
    advice: ({ host }) => ({
      summary: 'Find out who blocks the page, and for which countries.',
      steps: [
        look(
          'Check the header `Link`',
          `: ${headersOf(host)}. With \`rel="blocked-by"\`, it names who blocks the page.`,
        ),
        look('Run this check from another country', ', on a runner there.'),
        look('Check geo rules', ' in the application and in Cloudflare under Security → Security rules.'),
        EXPECT_STATUS,
      ],
    }),
  },
}

function isMeaning(form: string): form is MeaningForm {
  return Object.hasOwn(MEANINGS, form)
}

/** The form of a status with one meaning. */
export function meaningOf(
  status: number,
): { readonly form: MeaningForm; readonly means: string } | undefined {
  const form = `status-${status}`
  return isMeaning(form) ? { form, means: MEANINGS[form].means } : undefined
}

const EXPECT_REDIRECT = setInput(
  'Expect the redirect itself',
  ' if you want to check only that: set `follow-redirects: 0` and expect its status.',
)

const FIND_REDIRECT = look(
  'Find the redirect',
  ' if it is wrong: in the application, in the web server, and in Cloudflare under Rules.',
)

const checkTarget = (host: string): Step =>
  look('Check the target', `: ${headersOf(host)}, shows it in the header \`Location\`.`)

const checkTargets = (host: string): Step =>
  look(
    'Check each target',
    `: \`curl -sIL 'https://${host}/'\`, with the path of \`url\`, shows them in the headers \`Location\`.`,
  )

const ADVICE: Readonly<
  Record<Exclude<StatusForm, MeaningForm>, (host: string, context: RemedyContext) => Advice>
> = {
  status: (host) => ({
    summary: 'Compare what was deployed with what is expected.',
    steps: [
      look('Request the page', `: \`curl -si 'https://${host}/' | head -n 20\`, with the path of \`url\`.`),
      look('Check that the deploy published the page', ': routes, files, base path, language redirects.'),
      setInput('Expect the status', ' if it is correct, for example: `expected-status: 200-399, 404`.'),
      setInput(
        'Set `origin-host`',
        ' to the Host header that Cloudflare sends, if only the direct request differs.',
      ),
    ],
  }),
  head: (host) => ({
    summary: 'Use GET: the site does not support HEAD.',
    steps: [
      look('Compare both methods', `: ${headersOf(host)}, sends HEAD. Without \`-I\`, curl sends GET.`),
      setInput('Set `method: GET`', ', or leave it out.'),
      change(
        'Or support HEAD in the application',
        ' like GET, without the body: crawlers and monitors use it.',
        'deploy the previous version.',
      ),
    ],
  }),
  redirect: (host) => ({
    summary: 'Check whether the site should redirect there, and expect the redirect if it should.',
    steps: [
      checkTarget(host),
      FIND_REDIRECT,
      setInput(
        'Follow the redirect if it is correct',
        ': leave `follow-redirects` out. Or expect it: `expected-status: 301`, with `follow-redirects: 0`.',
      ),
    ],
  }),
  'other-host': (host) => ({
    summary: 'Check the host that the site redirects visitors to.',
    steps: [
      checkTargets(host),
      FIND_REDIRECT,
      setInput(
        'Check that host with its own `url` and `origin`',
        ' if it is yours too. It then gets its own diagnosis.',
      ),
      EXPECT_REDIRECT,
    ],
  }),
  'origin-redirect': () => ({
    summary: 'Find out why the origin redirects this check but not visitors.',
    steps: [
      look(
        'Check the target',
        ': the `curl` command for the origin in this report, with `-i`, shows the header `Location`.',
      ),
      setInput(
        'Set `origin-host` to the name that Cloudflare uses',
        ', if it is different: the response may come from another site on the same server.',
      ),
      change(
        'Purge this URL if visitors get a copy',
        ': Caching → Configuration → Custom Purge in the dashboard. Then check whether they are redirected too.',
        'not needed, because the next request stores a new copy.',
      ),
    ],
  }),
  'unusable-redirect': (host) => ({
    summary: 'Make the redirect point to an address that visitors can reach.',
    steps: [
      checkTarget(host),
      change(
        "Fix the application's base URL",
        ': it often contains `localhost`, a port or an empty value (`APP_URL`, `BASE_URL`, `SITE_URL`). Check whether the application trusts `X-Forwarded-Host` and `X-Forwarded-Proto`.',
        'restore the old value.',
      ),
      EXPECT_REDIRECT,
    ],
  }),
  // https://nginx.org/en/docs/http/ngx_http_core_module.html#port_in_redirect, and #absolute_redirect (since 1.11.8).
  'internal-port': (host) => ({
    summary: 'Make the redirect keep the port that visitors use.',
    steps: [
      checkTarget(host),
      change(
        'Remove the port from redirects of the web server',
        ': in nginx, `port_in_redirect off;` or `absolute_redirect off;`. Otherwise nginx in a container redirects to the port that it listens on.',
        'remove the line, then reload.',
      ),
      change(
        "Fix the application's base URL",
        ': `APP_URL`, `BASE_URL` or `SITE_URL` with the scheme and without the port. Check that it trusts `X-Forwarded-Host`, `X-Forwarded-Port` and `X-Forwarded-Proto`.',
        'restore the old value.',
      ),
      setInput(
        'Set `url` to the final address',
        ' if it needs no redirect, such as one with the trailing slash.',
      ),
    ],
  }),
  'plain-http': (host) => ({
    summary:
      'Make the redirect point to https, so that no one on the network path can read or change the page.',
    steps: [
      checkTargets(host),
      change(
        "Fix the application's base URL",
        ': `APP_URL`, `BASE_URL` or `SITE_URL` with `https://`. Check that it trusts `X-Forwarded-Proto`.',
        'restore the old value.',
      ),
      change(
        'Then turn on Always Use HTTPS',
        ' in the dashboard, under SSL/TLS → Edge Certificates. With a redirect to http, that alone causes a loop.',
        'turn it off in the same place.',
      ),
      EXPECT_REDIRECT,
    ],
  }),
  'forwarding-headers': (_, context) => ({
    summary: "Trust Cloudflare's forwarding headers in the application or its web server.",
    steps: forwardingSteps(context),
  }),
}

/**
 * What to do about an unexpected response. An unknown form, such as one from an old report, gets the general advice.
 */
export function statusAdvice(context: RemedyContext): Advice {
  const { form, host } = context
  if (form !== undefined && isMeaning(form)) return MEANINGS[form].advice(context)
  return (form !== undefined && isAdvice(form) ? ADVICE[form] : ADVICE.status)(host, context)
}

function isAdvice(form: string): form is keyof typeof ADVICE {
  return Object.hasOwn(ADVICE, form)
}
