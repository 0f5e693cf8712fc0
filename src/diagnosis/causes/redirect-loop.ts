import { defineCause, look, change } from '../../domain/cause.ts'
import type { Confidence, Match, Moment, Owner, Remedy } from '../../domain/cause.ts'
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
import { cluesOf } from '../clues/clues.ts'
import { whileServed } from '../rules/fails-directly.ts'
import { originHealthy } from '../facts/origin.ts'
import { endlessRedirects } from '../facts/redirects.ts'

type Form = CycleKind | 'flexible' | 'rule' | 'always-https'

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
    'A common loop comes from the SSL/TLS mode Flexible. Cloudflare requests the origin over plain HTTP, and the origin redirects to HTTPS, which the visitor already uses. Another comes from Always Use HTTPS at Cloudflare with an origin that redirects HTTPS back to plain HTTP. Behind a tunnel, the service URL decides, not the mode: `http://` loops with an origin that redirects to HTTPS. The others are pages that redirect to each other: languages, logins, trailing slashes, two names of one site.',
    'The check sends back the cookies that the redirects set, as a browser would.',
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
  remedy: ({ host, form }) => ({ ...REMEDIES[isForm(form) ? form : 'pages'](host), difficulty: 'easy' }),
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
  if (kind === 'itself' && plain) return 'flexible'
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
    'Cloudflare seems to request the origin over plain HTTP (SSL/TLS mode Flexible), and the origin requires HTTPS.',
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

type Advice = Omit<Remedy, 'difficulty'>

const REFERENCE = 'https://developers.cloudflare.com/ssl/troubleshooting/too-many-redirects/'

const fixApplication = (host: string): Advice => ({
  summary: 'Find out what sends the redirects, and make one of the pages respond without a redirect.',
  steps: [
    look(
      'Follow the redirects yourself',
      `: \`curl -sIL --max-redirs 10 'https://${host}/' | grep -iE '^(HTTP|location|server|cf-cache-status)'\`. A redirect without \`cf-cache-status\` comes from Cloudflare itself.`,
    ),
    look(
      'Find the redirect rule in the latest deploy',
      ', in the application and in its web server: language, login, trailing slash, base URL, "www" or not.',
    ),
    look(
      "Check Cloudflare's redirects",
      ' under Rules → Redirect Rules, Page Rules and Bulk Redirects: two rules, or a rule and the origin, may contradict each other.',
    ),
    change(
      "Purge Cloudflare's cache after the fix",
      ', because caches keep permanent redirects. Then try again in a private window.',
      '',
    ),
  ],
  reference: REFERENCE,
})

const REMEDIES: Readonly<Record<Form, (host: string) => Advice>> = {
  flexible: (host) => ({
    summary: 'Make Cloudflare connect to the origin with TLS: SSL/TLS mode Full (strict).',
    steps: [
      look(
        'Check that the origin supports TLS',
        `: \`curl -sI 'https://${host}/' --connect-to "::$ORIGIN:443"\`. If it has no certificate, install one. Cloudflare's Origin CA issues one for free.`,
      ),
      change(
        'Set the mode to Full (strict)',
        ' in the Cloudflare dashboard, under SSL/TLS → Overview. Check that no rule under Rules → Configuration Rules overrides it for this host.',
        '',
      ),
      change(
        'Trust `X-Forwarded-Proto: https` at the origin',
        ' if the mode has to stay Flexible, and redirect only without it.',
        '',
      ),
      look(
        'Find the redirect in Cloudflare',
        ' if the mode is already Full: Rules → Redirect Rules, Page Rules, and the Worker on this route.',
      ),
    ],
    reference: REFERENCE,
  }),
  rule: () => ({
    summary: "Exclude the redirect's target from the rule.",
    steps: [
      look(
        'Find the rule that matches the URL and redirects to it',
        ' in the Cloudflare dashboard, under Rules → Redirect Rules, Page Rules and Bulk Redirects.',
      ),
      change('Narrow its condition', ' so that the target no longer matches.', ''),
      look('Check the Worker on this route', ' if no rule matches: `npx wrangler tail WORKER`.'),
    ],
    reference: REFERENCE,
  }),
  'always-https': (host) => ({
    summary: 'Stop the origin from redirecting HTTPS to plain HTTP.',
    steps: [
      change(
        'Fix the scheme at the origin',
        ": the application's base URL (WordPress: `siteurl` and `home`), and its web server's redirects.",
        '',
      ),
      look(
        'Reproduce it',
        `: \`curl -sI 'https://${host}/' --connect-to "::$ORIGIN:443"\` returns a \`Location\` with \`http://\`.`,
      ),
      change(
        'Turn off Always Use HTTPS',
        ' under SSL/TLS → Edge Certificates, only if the site has to stay on plain HTTP.',
        '',
      ),
      change(
        "Purge Cloudflare's cache after the fix",
        ', because caches keep permanent redirects. Then try again in a private window.',
        '',
      ),
    ],
    reference: REFERENCE,
  }),
  itself: fixApplication,
  schemes: fixApplication,
  pages: fixApplication,
  endless: (host) => ({
    ...fixApplication(host),
    summary: 'Check where the redirects should end. If they do end, raise `follow-redirects`.',
  }),
}
