import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment, Remedy } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { madeAtEdge } from '../../cloudflare/response.ts'
import { bareMissingPage } from '../facts/cloudflare/refusals.ts'
import { writtenByCloudflare } from '../facts/edge.ts'
import { hasExpectedStatus } from '../facts/exchange.ts'
import { isReplaced } from '../facts/pages/stand-in.ts'
import { failsOnCloudflareHeaders, probeRejected } from '../facts/origin.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { outdatedCopy } from '../freshness/outdated-copy.ts'
import { tlsOnPlainPort } from '../facts/tls.ts'
import { redirectDeadEnd, endlessRedirects, finalHost, unexpectedRedirectHost } from '../facts/redirects.ts'
import { SERVED_ELSEWHERE } from '../rules/fails-directly.ts'

/**
 * What the unexpected response is. `head`: HEAD is not supported; `redirect`: a redirect that is not expected;
 * `unusable-redirect`: a redirect that no visitor can follow; `other-host`: the host that the site redirects to fails;
 * `origin-redirect`: only the origin redirects to another host; `status`: any other status.
 */
type Form = 'head' | 'redirect' | 'unusable-redirect' | 'other-host' | 'origin-redirect' | 'status'

export default defineCause({
  id: 'unexpected-status',
  title: 'the site returns an unexpected status',
  brief: { observedOr: 'unexpected status' },
  hop: 'application',
  owner: 'deploy',
  meaning: [
    'The site responds with a status outside `expected-status`: a page that this version no longer has, a login page, an unexpected redirect. No fault between the visitor and the origin explains it.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a wrong `url` in the workflow' },
      distinguishedBy: 'Open the URL in a browser.',
      isOpen: () => true,
    },
    {
      what: { other: 'a direct request with a different host name than Cloudflare uses' },
      distinguishedBy:
        'Check Rules → Origin Rules in the dashboard, and set `origin-host` to the Host override.',
      isOpen: (moment) => {
        const direct = unexpectedStatusOf(moment, moment.origin)
        return direct !== undefined && direct !== unexpectedStatusOf(moment, moment.edge)
      },
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    return (
      unusableRedirect(moment) ?? failingOtherHost(moment) ?? statusForVisitors(moment) ?? atOrigin(moment)
    )
  },
  remedy: ({ host, form }) => ({
    ...(isForm(form) ? ADVICE[form] : ADVICE.status)(host),
    difficulty: 'easy',
    reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes',
  }),
})

/** The site redirects visitors to where no page can come from. */
function unusableRedirect(moment: Moment): Match | undefined {
  const clues = cluesOf(moment)
  switch (redirectDeadEnd(moment.edge)) {
    case 'invalid': {
      const because = 'The site redirects visitors to something that is not a valid web address.'
      return withForm('unusable-redirect', { outcome: 'unhealthy', confidence: 'likely', because, clues })
    }
    case 'private': {
      const because = 'The site redirects visitors to an address inside their own machine or network.'
      return withForm('unusable-redirect', { outcome: 'unhealthy', confidence: 'likely', because, clues })
    }
    case 'maybe-private': {
      const because =
        "The site redirects visitors to a host that resolves to an address inside this runner's own network. This check does not follow redirects there."
      return withForm('other-host', { outcome: 'inconclusive', confidence: 'possible', because, clues })
    }
    case undefined:
      return
  }
}

/** The site redirects visitors to another host, which fails. */
function failingOtherHost(moment: Moment): Match | undefined {
  const host = finalHost(moment)
  if (host === undefined || moment.edge?.kind !== 'failed') return
  const because = `The site redirects visitors to ${host}, which returns nothing usable.`
  return withForm('other-host', {
    outcome: 'unhealthy',
    confidence: 'likely',
    because,
    clues: cluesOf(moment),
  })
}

function statusForVisitors(moment: Moment): Match | undefined {
  const shown = unexpectedStatusOf(moment, moment.edge)
  if (shown !== undefined && bareMissingPage(moment)) {
    const because = `Cloudflare itself returns ${shown} on its unbranded page. It serves paths under \`/cdn-cgi/\` without an origin.`
    return withForm('status', { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) })
  }
  if (shown === undefined || writtenByCloudflare(moment) || outdatedCopy(moment) !== undefined) return
  const host = finalHost(moment)
  const both = directStatus(moment) === shown
  const form = statusForm(moment, shown)
  const where = host === undefined ? '' : ` from ${host}, which the site redirects to`
  const head = form === 'head' ? ' for HEAD' : ''
  const bare = failsOnCloudflareHeaders(moment)
    ? " Without Cloudflare's request headers, the origin responds normally."
    : ''
  // A rejection has two possible sources: a rule at Cloudflare, and an origin that admits only Cloudflare.
  const rejection = shown === 401 || shown === 403 || shown === 429
  return withForm(host === undefined ? form : 'other-host', {
    outcome: 'unhealthy',
    confidence: both && !rejection ? 'certain' : 'likely',
    because: both
      ? `Visitors and the direct request both get ${shown}${head}.${bare}`
      : `Visitors get ${shown}${where}, and no connection fault explains it.${edgeRedirectText(moment, shown)}`,
    clues: cluesOf(moment),
  })
}

/** A sentence that follows a redirect that Cloudflare made. */
function edgeRedirectText({ edge }: Moment, status: number): string {
  if (status < 300 || status > 399 || !madeAtEdge(edge)) return ''
  return ' It has no `cf-cache-status`, so Cloudflare made it: a redirect rule, Always Use HTTPS or a Worker.'
}

/** Visitors are served, but the origin itself returns an unexpected status or redirect. */
function atOrigin(moment: Moment): Match | undefined {
  if (!visitorsServed(moment)) return
  const clues = cluesOf(moment)
  const direct = directStatus(moment)
  if (direct === undefined) return originRedirect(moment)
  const because = `The origin returns ${direct} when requested directly.${SERVED_ELSEWHERE}`
  return withForm(statusForm(moment, direct), {
    outcome: 'unhealthy',
    confidence: 'likely',
    because,
    clues,
  })
}

/** The status of the origin's redirect is expected, but visitors are not redirected there. */
function originRedirect(moment: Moment): Match | undefined {
  const host = unexpectedRedirectHost(moment)
  if (host === undefined) return
  const clues = cluesOf(moment)
  const redirects = `The origin, when requested directly, redirects to ${host}. Visitors are not redirected there.`
  if (servedFromOrigin(moment)) {
    return withForm('origin-redirect', {
      outcome: 'warning',
      confidence: 'likely',
      because: redirects,
      clues,
    })
  }
  const because = `${redirects} What they get may be older.`
  return withForm('origin-redirect', { outcome: 'inconclusive', confidence: 'possible', because, clues })
}

function withForm(form: Form, match: Match): Match {
  return { ...match, form }
}

function statusForm({ request }: Moment, status: number): Form {
  if (request.method === 'HEAD' && status === 405) return 'head'
  return status >= 300 && status < 400 ? 'redirect' : 'status'
}

/** The unexpected status of the direct response. Undefined when another cause explains it. */
function directStatus(moment: Moment): number | undefined {
  const explained = (probeRejected(moment) && visitorsServed(moment)) || tlsOnPlainPort(moment)
  return explained ? undefined : unexpectedStatusOf(moment, moment.origin)
}

/** The status of a response, if it is neither expected nor a server error. */
function unexpectedStatusOf(moment: Moment, exchange: Moment['edge']): number | undefined {
  if (exchange?.kind !== 'completed' || hasExpectedStatus(moment, exchange)) return
  if (endlessRedirects(exchange) !== undefined || isReplaced(moment, exchange)) return
  return exchange.head.status < 500 ? exchange.head.status : undefined
}

type Advice = Pick<Remedy, 'summary' | 'steps'>

function isForm(form: string | undefined): form is Form {
  return form !== undefined && Object.hasOwn(ADVICE, form)
}

const EXPECT_REDIRECT = step(
  'Expect the redirect itself',
  ' if you want to check only that: set `follow-redirects: 0` and expect its status.',
)

const FIND_REDIRECT = step(
  'Find the redirect',
  ' if it is wrong: in the application, in the web server, and in Cloudflare under Rules.',
)

const ADVICE: Readonly<Record<Form, (host: string) => Advice>> = {
  status: (host) => ({
    summary: 'Compare what was deployed with what is expected.',
    steps: [
      step('Check that the deploy published the page', ': routes, files, base path, language redirects.'),
      step('Request the page', `: \`curl -si 'https://${host}/' | head -n 20\`, with the path of \`url\`.`),
      step('Expect the status', ' if it is correct, for example: `expected-status: 200-399, 404`.'),
      step('Set `origin-host`', ' to the Host that Cloudflare sends, if only the direct request differs.'),
    ],
  }),
  head: () => ({
    summary: 'Use GET: the site does not support HEAD.',
    steps: [
      step('Set `method: GET`', ', or leave it out.'),
      step(
        'Or support HEAD in the application',
        ' like GET, without the body: crawlers and monitors use it.',
      ),
    ],
  }),
  redirect: () => ({
    summary: 'Check whether the site should redirect there, and expect the redirect if it should.',
    steps: [
      step('Check the target', ': run `curl -sI URL`, and look at the header `Location`.'),
      step(
        'Follow the redirect if it is correct',
        ': leave `follow-redirects` out. Or expect it: `expected-status: 301`, with `follow-redirects: 0`.',
      ),
      FIND_REDIRECT,
    ],
  }),
  'other-host': () => ({
    summary: 'Check the host that the site redirects visitors to.',
    steps: [
      step('Check the target', ': run `curl -sIL URL`, and look at each `Location` header.'),
      step(
        'Check that host with its own `url` and `origin`',
        ' if it is yours too. It then gets its own diagnosis.',
      ),
      FIND_REDIRECT,
      EXPECT_REDIRECT,
    ],
  }),
  'origin-redirect': () => ({
    summary: 'Find out why the origin redirects this check but not visitors.',
    steps: [
      step(
        'Check the target',
        ': the `curl` command for the origin in this report, with `-i`, shows the header `Location`.',
      ),
      step(
        'Set `origin-host` to the name that Cloudflare uses',
        ', if it is different: the response may come from another site on the same server.',
      ),
      step(
        'Purge the cache if visitors get a copy',
        ': Caching → Configuration in the dashboard. Then check whether they are redirected too.',
      ),
    ],
  }),
  'unusable-redirect': () => ({
    summary: 'Make the redirect point to an address that visitors can reach.',
    steps: [
      step(
        "Fix the application's base URL",
        ': it often contains `localhost`, a port or an empty value (`APP_URL`, `BASE_URL`, `SITE_URL`). Check whether the application trusts `X-Forwarded-Host` and `X-Forwarded-Proto`.',
      ),
      step('Check the target', ': run `curl -sI URL`, and look at the header `Location`.'),
      EXPECT_REDIRECT,
    ],
  }),
}
