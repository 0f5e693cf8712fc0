import { defineCause, look, change, risk } from '../../domain/cause.ts'
import type { Confidence, Look, Match, Moment, Owner, Remedy, RemedyContext } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import { matches } from '../../domain/untrusted.ts'
import {
  findCycle,
  cycleKind,
  isDowngrade,
  redirectSteps,
  type CycleKind,
  type RedirectStep,
} from '../facts/redirect-cycle.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { atServer } from './advice/certificate-steps.ts'
import { usesTunnel } from '../facts/zone.ts'
import { cluesOf } from '../clues/clues.ts'
import { whileServed } from '../rules/fails-directly.ts'
import { originHealthy } from '../facts/origin.ts'
import { endlessRedirects } from '../facts/redirects.ts'

type Form = CycleKind | 'flexible' | 'tunnel' | 'rule' | 'always-https'

/** Each redirect is a valid response, so no log shows an error. */
export default defineCause({
  id: 'redirect-loop',
  title: 'the redirects never end',
  brief: 'endless redirects',
  hop: (context) =>
    context.match.owner === 'cloudflare-settings' ? 'Cloudflare' : originOrApplication(context),
  owner: 'deploy',
  meaning: [
    'Each response is a redirect, and the redirects form a loop or never end. Browsers stop after 20 redirects and report "too many redirects".',
    'A common loop comes from the SSL mode Flexible. Cloudflare requests the origin over plain HTTP, and the origin redirects to HTTPS, which the visitor already uses. Another comes from Always Use HTTPS at Cloudflare with an origin that redirects HTTPS back to plain HTTP. Behind a tunnel, the service URL decides, not the mode: `http://` loops with an origin that redirects to HTTPS. The others are pages that redirect to each other: languages, logins, trailing slashes, two names of one site.',
    'The check sends back the cookies that the redirects set, as a browser would.',
  ],
  sources: [
    {
      claim:
        'With Flexible, an origin that redirects to HTTPS causes a loop. With Full or Always Use HTTPS, one that redirects to plain HTTP does.',
      at: 'https://developers.cloudflare.com/ssl/troubleshooting/too-many-redirects/',
      read: '2026-11-30',
    },
    {
      claim:
        'The mode of the zone does not change the service URL of a tunnel. For a service that redirects to HTTPS, use `https://localhost:443`.',
      at: 'https://developers.cloudflare.com/tunnel/troubleshooting/https-origins/',
      read: '2026-11-30',
    },
    {
      claim:
        'Redirect rules, Always Use HTTPS and Workers respond before the cache, so they have no cache status.',
      at: 'https://developers.cloudflare.com/cache/concepts/cache-responses/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'a long chain of redirects that ends on a page' },
      distinguishedBy: 'Open the page in a browser. If it loads, raise `follow-redirects`.',
      isOpen: ({ edge, origin, request }) =>
        [edge, origin].some((exchange) => isOpenEnded(exchange, request.url)),
    },
    {
      what: { other: 'a page that requires a cookie from an earlier visit, or JavaScript' },
      distinguishedBy: 'Open the page in a new private window.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const { edge, origin, request } = moment
    const clues = cluesOf(moment)
    if (edge.kind === 'completed' && endlessRedirects(edge) !== undefined) {
      const hops = redirectSteps(edge, request.url)
      const form = formOf(moment, hops)
      return {
        outcome: 'unhealthy',
        confidence: confidenceOf(moment, form),
        because: `Visitors are redirected ${routeOf(hops)}. ${REASONS[form]}`,
        clues,
        form,
        owner: OWNERS[form],
      }
    }
    if (origin?.kind !== 'completed' || endlessRedirects(origin) === undefined) return
    const hops = redirectSteps(origin, request.url)
    const because = `The origin, when requested directly, redirects ${routeOf(hops)}.${whileServed(moment)}`
    return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: cycleKind(hops) }
  },
  remedy: (context) => ({
    ...REMEDIES[isForm(context.form) ? context.form : 'pages'](context),
    difficulty: 'easy',
    reference: REFERENCE,
  }),
})

function formOf(moment: Moment, hops: readonly RedirectStep[]): Form {
  const kind = cycleKind(hops)
  const cycle = findCycle(hops)
  const [first] = cycle
  if (kind === 'itself' && first?.author === 'cloudflare') return 'rule'
  // If the origin does not redirect direct HTTPS requests, Cloudflare must be using plain HTTP.
  const plain =
    first !== undefined &&
    matches(first.to, /^https:/) &&
    (moment.origin === undefined || originHealthy(moment))
  if (kind === 'itself' && plain) return usesTunnel(moment) ? 'tunnel' : 'flexible'
  const forced = cycle.some(({ from, author }) => matches(from, /^http:/) && author === 'cloudflare')
  return kind === 'schemes' && forced ? 'always-https' : kind
}

/** The followed redirects contain no loop. */
function isOpenEnded(exchange: Exchange | undefined, url: string): boolean {
  return (
    exchange?.kind === 'completed' &&
    endlessRedirects(exchange) !== undefined &&
    findCycle(redirectSteps(exchange, url)).length === 0
  )
}

function confidenceOf({ origin, request }: Moment, form: Form): Confidence {
  if (form === 'tunnel') return 'likely'
  if (form === 'endless' || origin === undefined) return form === 'flexible' ? 'possible' : 'likely'
  if (form === 'always-https' && origin.kind === 'completed') {
    return redirectSteps(origin, request.url).some(isDowngrade) ? 'certain' : 'likely'
  }
  return endlessRedirects(origin) === undefined ? 'likely' : 'certain'
}

/** Completes "Visitors are redirected …". */
function routeOf(hops: readonly RedirectStep[]): string {
  const length = findCycle(hops).length
  if (length === 0) return `again and again, ${hops.length} times so far`
  return length === 1 ? 'from a page to the same page' : `in a loop of ${length} redirects`
}

const REASONS: Readonly<Record<Form, string>> = {
  flexible:
    'Cloudflare seems to request the origin over plain HTTP (SSL mode Flexible), and the origin requires HTTPS.',
  tunnel:
    'The connector of the tunnel seems to request the service over plain HTTP, and the service requires HTTPS.',
  rule: "The redirect is Cloudflare's own, from a rule or a Worker.",
  'always-https':
    'A rule, Always Use HTTPS or a Worker at Cloudflare redirects plain HTTP to HTTPS, and the origin redirects HTTPS back.',
  itself: 'The page redirects to itself.',
  schemes: 'HTTPS redirects to plain HTTP, and plain HTTP to HTTPS.',
  pages: 'The pages redirect to each other.',
  endless: 'The redirects never reached a page.',
}

const OWNERS: Readonly<Record<Form, Owner>> = {
  flexible: 'cloudflare-settings',
  tunnel: 'cloudflare-settings',
  rule: 'cloudflare-settings',
  'always-https': 'origin',
  itself: 'deploy',
  schemes: 'deploy',
  pages: 'deploy',
  endless: 'deploy',
}

function isForm(form: string | undefined): form is Form {
  return form !== undefined && Object.hasOwn(REMEDIES, form)
}

type Advice = Pick<Remedy, 'summary' | 'steps'>

const REFERENCE = 'https://developers.cloudflare.com/ssl/troubleshooting/too-many-redirects/'

/** https://developers.cloudflare.com/cache/concepts/cache-responses/ */
const follow = (host: string): Look =>
  look(
    'Follow the redirects yourself',
    `: \`curl -sIL --max-redirs 10 'https://${host}/' | grep -iE '^(HTTP|location|server|cf-cache-status)'\`. A redirect without \`cf-cache-status\` comes from a rule or a Worker at Cloudflare.`,
  )

/** `-k` accepts a certificate of the Origin CA, or a self-signed one. */
const requestOrigin = ({ host }: RemedyContext): string =>
  `\`curl -ksSI 'https://${host}/' --connect-to "::$ORIGIN:443"\``

/** Browsers and Cloudflare keep permanent redirects. */
const AFTER_FIX =
  " Then purge the loop's URLs (Caching → Configuration → Custom Purge), and try a private window: caches keep permanent redirects."

const CHECK_RULES = look(
  "Check Cloudflare's redirects",
  ' under Rules → Overview (Redirect Rules), Rules → Page Rules, and Bulk Redirects of the account: two rules, or a rule and the origin, may contradict each other.',
)

const fixApplication = (context: RemedyContext): Advice => ({
  summary: 'Find out what sends the redirects, and make one of the pages respond without a redirect.',
  steps: [
    follow(context.host),
    look(
      'Find the redirect rule in the latest deploy',
      ', in the application and in its web server: language, login, trailing slash, base URL, "www" or not.',
    ),
    CHECK_RULES,
    change('Remove one of the redirects', ` that form the loop.${AFTER_FIX}`, 'restore the redirect.'),
  ],
})

const REMEDIES: Readonly<Record<Form, (context: RemedyContext) => Advice>> = {
  flexible: (context) => ({
    summary: 'Make Cloudflare connect to the origin with TLS: SSL mode Full (strict).',
    steps: [
      look(
        'Check that the origin supports TLS',
        `: ${requestOrigin(context)} prints a response, other than a redirect to the same page. If it prints an error, enable TLS on the origin first. Cloudflare's Origin CA issues a certificate for free.`,
      ),
      look(
        'Check that no tunnel, rule or Worker is the reason',
        ': behind a tunnel, the service URL decides, not the SSL mode. Check Rules → Overview (Configuration and Redirect Rules), Rules → Page Rules, and the Worker on this route.',
      ),
      change(
        'Set the mode to Full (strict)',
        `, under SSL/TLS → Overview. All hosts of the zone then need a valid certificate. If they don't have one, set it for this host alone in a Configuration Rule.${AFTER_FIX}`,
        'restore the old mode.',
      ),
      change(
        'Trust `X-Forwarded-Proto` only from Cloudflare',
        ` if the SSL mode has to stay Flexible, and redirect only if it is not \`https\`: ${atServer('forwardedProto', context)}. Requests stay unencrypted, so allow only Cloudflare to connect to the plain port.`,
        'restore the old lines, then reload.',
      ),
    ],
  }),
  tunnel: ({ host }) => ({
    summary: "Change the tunnel's service URL to HTTPS, or remove the redirect from the service.",
    steps: [
      look(
        'Check the service on the machine of `cloudflared`',
        `: \`curl -ksSI 'https://${host}/' --connect-to "::127.0.0.1:443"\` prints a response without a redirect. The SSL mode of the zone does not matter.`,
      ),
      change(
        "Change the tunnel's service URL to `https://localhost:443`",
        `: Networking → Tunnels, the tunnel, Routes → Edit route → Service URL, or \`service:\` in \`config.yml\` and a restart of \`cloudflared\`. Set \`originServerName\` to \`${host}\`.${AFTER_FIX}`,
        'restore the old URL.',
      ),
      change(
        'Or stop redirecting plain HTTP in the service',
        ', if it has no HTTPS port. Visitors use HTTPS up to Cloudflare, and the tunnel is encrypted.',
        'restore the redirect.',
      ),
    ],
  }),
  rule: ({ host }) => ({
    summary: "Exclude the redirect's target from the rule.",
    steps: [
      follow(host),
      look(
        'Find the rule that matches the URL and redirects to it',
        ' in the Cloudflare dashboard, under Rules → Overview (Redirect Rules), Rules → Page Rules, and Bulk Redirects of the account.',
      ),
      look(
        'Check the Worker on this route',
        ' if no rule matches, under Workers & Pages → the Worker → Observability.',
      ),
      change(
        'Narrow its condition',
        ` so that the target no longer matches.${AFTER_FIX}`,
        'restore the old condition.',
      ),
    ],
  }),
  'always-https': (context) => ({
    summary: 'Stop the origin from redirecting HTTPS to plain HTTP.',
    steps: [
      look('Reproduce it', `: ${requestOrigin(context)} returns a \`Location\` with \`http://\`.`),
      change(
        'Fix the scheme at the origin',
        `: the application's base URL (WordPress: \`siteurl\` and \`home\`), and its web server's redirects.${AFTER_FIX}`,
        'restore the old values.',
      ),
      risk(
        'Turn off Always Use HTTPS',
        ', under SSL/TLS → Edge Certificates, if the origin cannot use HTTPS links yet.',
        {
          exposes: "Visitors' requests and cookies may travel unencrypted, for all hosts of the zone.",
          limit: 'Turn it on again as soon as the origin is fixed.',
          undo: 'turn it on again.',
        },
      ),
    ],
  }),
  itself: fixApplication,
  schemes: fixApplication,
  pages: fixApplication,
  endless: (context) => ({
    ...fixApplication(context),
    summary: 'Check where the redirects should end. If they do end, raise `follow-redirects`.',
  }),
}
