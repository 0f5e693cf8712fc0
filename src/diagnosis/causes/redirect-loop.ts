import { defineCause, step } from '../../domain/cause.ts'
import type { Confidence, Match, Moment, Owner, Remedy } from '../../domain/cause.ts'
import type { Exchange } from '../../domain/exchange.ts'
import {
  findCycle,
  cycleKind,
  redirectSteps,
  type CycleKind,
  type RedirectStep,
} from '../facts/redirect-cycle.ts'
import { originOrApplication } from '../facts/exchange.ts'
import { cluesOf } from '../clues/clues.ts'
import { originHealthy } from '../facts/origin.ts'
import { visitorsServed } from '../facts/visitors.ts'
import { endlessRedirects } from '../facts/redirects.ts'

type Form = CycleKind | 'flexible' | 'rule' | 'always-https'

/** Redirects without end. Each of them is a good answer, hence no error is in any log. */
export default defineCause({
  id: 'redirect-loop',
  title: 'the redirects never end',
  brief: 'redirects without end',
  hop: (context) =>
    context.match.owner === 'cloudflare-settings' ? 'Cloudflare' : originOrApplication(context),
  owner: 'deploy',
  meaning: [
    'Each answer is a redirect, and they lead in a circle, or on and on. Browsers give up after twenty and say "too many redirects".',
    'The best known loop: the SSL/TLS mode is Flexible, so Cloudflare asks the origin over plain HTTP, and the origin redirects plain HTTP to HTTPS, where the visitor already is. The second: Always Use HTTPS at Cloudflare, and an origin that redirects HTTPS back to plain HTTP. The rest are pages that lead to each other: languages, logins, trailing slashes, two names of one site.',
    'The check sends back the cookies that are set on the way, as a browser would.',
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'a long chain of redirects that ends well' },
      distinguishedBy: 'Open the page in a browser. If it comes, raise `follow-redirects`.',
      isOpen: ({ edge, origin, request }) =>
        [edge, origin].some((exchange) => isOpenEnded(exchange, request.url)),
    },
    {
      what: { other: 'a page that needs a cookie of an earlier visit, or JavaScript' },
      distinguishedBy: 'Open the page in a new private window.',
      isOpen: () => true,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const { edge, origin, request } = moment
    const clues = cluesOf(moment)
    if (edge.kind === 'completed' && endlessRedirects(edge) !== undefined) {
      const legs = redirectSteps(edge, request.url)
      const form = formOf(moment, legs)
      const because = `visitors are sent ${wayOf(legs)}: ${REASONS[form]}`
      return {
        outcome: 'unhealthy',
        confidence: confidenceOf(moment, form),
        because,
        clues,
        form,
        owner: OWNERS[form],
      }
    }
    if (origin?.kind !== 'completed' || endlessRedirects(origin) === undefined) return
    const legs = redirectSteps(origin, request.url)
    const told = `asked directly, the origin sends everybody ${wayOf(legs)}`
    const because = visitorsServed(moment)
      ? `${told}; what visitors get may come from a cache or from another origin`
      : told
    return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: cycleKind(legs) }
  },
  remedy: ({ host, form }) => ({ ...REMEDIES[isForm(form) ? form : 'pages'](host), difficulty: 'easy' }),
})

function formOf(moment: Moment, legs: readonly RedirectStep[]): Form {
  const circle = cycleKind(legs)
  const round = findCycle(legs)
  const [leg] = round
  if (circle === 'itself' && leg?.author === 'cloudflare') return 'rule'
  // The origin leads nobody round who asks it over TLS: so Cloudflare does not.
  const plain =
    leg?.to.startsWith('https:') === true && (moment.origin === undefined || originHealthy(moment))
  if (circle === 'itself' && plain) return 'flexible'
  const forced = round.some(({ from, author }) => from.startsWith('http:') && author === 'cloudflare')
  return circle === 'schemes' && forced ? 'always-https' : circle
}

/** No circle showed among the redirects that were followed. */
function isOpenEnded(exchange: Exchange | undefined, url: string): boolean {
  return (
    exchange?.kind === 'completed' &&
    endlessRedirects(exchange) !== undefined &&
    findCycle(redirectSteps(exchange, url)).length === 0
  )
}

function confidenceOf({ origin, request }: Moment, form: Form): Confidence {
  if (form === 'on' || origin === undefined) return form === 'flexible' ? 'possible' : 'likely'
  if (form === 'always-https' && origin.kind === 'completed') {
    const back = redirectSteps(origin, request.url).some(isDowngrade)
    return back ? 'certain' : 'likely'
  }
  return endlessRedirects(origin) === undefined ? 'likely' : 'certain'
}

function isDowngrade({ from, to }: RedirectStep): boolean {
  return from.startsWith('https:') && to.startsWith('http:')
}

/** Completes "visitors are sent …". */
function wayOf(legs: readonly RedirectStep[]): string {
  const places = findCycle(legs).length
  if (places === 0) return `on and on, ${legs.length} times so far`
  return places === 1 ? 'from a page to that same page' : `round in a circle of ${places} redirects`
}

const REASONS: Readonly<Record<Form, string>> = {
  flexible:
    'Cloudflare seems to ask the origin over plain HTTP (SSL/TLS mode Flexible), and the origin wants HTTPS',
  rule: "the redirect is Cloudflare's own, from a rule or a Worker",
  'always-https': 'Cloudflare sends plain HTTP to HTTPS, and the origin sends HTTPS back',
  itself: 'the page leads to itself',
  schemes: 'HTTPS leads to plain HTTP, and plain HTTP to HTTPS',
  pages: 'the pages lead to each other',
  on: 'no page comes, however far one goes',
}

const OWNERS: Readonly<Record<Form, Owner>> = {
  flexible: 'cloudflare-settings',
  rule: 'cloudflare-settings',
  'always-https': 'origin',
  itself: 'deploy',
  schemes: 'deploy',
  pages: 'deploy',
  on: 'deploy',
}

function isForm(form: string | undefined): form is Form {
  return form !== undefined && Object.hasOwn(REMEDIES, form)
}

type Words = Omit<Remedy, 'difficulty'>

const TROUBLE = 'https://developers.cloudflare.com/ssl/troubleshooting/too-many-redirects/'

const IN_THE_APPLICATION = (host: string): Words => ({
  summary: 'Find who sends the redirects, and let one of the pages answer.',
  steps: [
    step(
      '',
      `Follow them by hand: \`curl -sIL --max-redirs 10 'https://${host}/' | grep -iE '^(HTTP|location|server|cf-cache-status)'\`. One without \`cf-cache-status\` is Cloudflare's own.`,
    ),
    step(
      '',
      'Look for the rule in what was deployed last: language, login, trailing slash, base URL, "www" or not, in the application and in its web server.',
    ),
    step(
      '',
      'Look at Cloudflare under Rules → Redirect Rules, Page Rules and Bulk Redirects: two rules, or a rule and the origin, may disagree.',
    ),
    step(
      '',
      "A permanent redirect stays in caches. When it is mended, purge Cloudflare's, and try in a private window.",
    ),
  ],
  reference: TROUBLE,
})

const REMEDIES: Readonly<Record<Form, (host: string) => Words>> = {
  flexible: (host) => ({
    summary: 'Let Cloudflare ask the origin over TLS: SSL/TLS mode Full (strict).',
    steps: [
      step(
        '',
        `See that the origin answers over TLS: \`curl -sI 'https://${host}/' --connect-to "::$ORIGIN:443"\`. If it has no certificate, install one; Cloudflare's Origin CA gives one for free.`,
      ),
      step(
        '',
        'In the Cloudflare dashboard, under SSL/TLS → Overview, set the mode to Full (strict). See that no rule under Rules → Configuration Rules sets it back for this host.',
      ),
      step(
        '',
        'If the mode has to stay Flexible, let the origin believe `X-Forwarded-Proto: https`, and redirect only without it.',
      ),
      step(
        '',
        'If the mode is Full already, look for the redirect in Cloudflare: Rules → Redirect Rules, Page Rules, and the Worker on this route.',
      ),
    ],
    reference: TROUBLE,
  }),
  rule: () => ({
    summary: 'Exclude the target of the rule from the rule.',
    steps: [
      step(
        '',
        'In the Cloudflare dashboard, under Rules → Redirect Rules, Page Rules and Bulk Redirects, find the one that matches the URL and leads to it.',
      ),
      step('', 'Narrow its condition so that the target no longer matches.'),
      step('', 'If no rule fits, look at the Worker on this route: `npx wrangler tail WORKER`.'),
    ],
    reference: TROUBLE,
  }),
  'always-https': (host) => ({
    summary: 'Stop the origin from sending HTTPS back to plain HTTP.',
    steps: [
      step(
        '',
        `See it: \`curl -sI 'https://${host}/' --connect-to "::$ORIGIN:443"\` gives a \`Location\` with \`http://\`.`,
      ),
      step(
        '',
        "Look for the scheme in the application's base URL (WordPress: `siteurl` and `home`), and in its web server's redirects.",
      ),
      step(
        '',
        'Only if the site has to stay on plain HTTP: turn off Always Use HTTPS under SSL/TLS → Edge Certificates.',
      ),
      step(
        '',
        "Purge Cloudflare's cache when it is mended, and try in a private window: permanent redirects stay.",
      ),
    ],
    reference: TROUBLE,
  }),
  itself: IN_THE_APPLICATION,
  schemes: IN_THE_APPLICATION,
  pages: IN_THE_APPLICATION,
  on: (host) => ({
    ...IN_THE_APPLICATION(host),
    summary: 'See where the redirects should end; if they do, raise `follow-redirects`.',
  }),
}
