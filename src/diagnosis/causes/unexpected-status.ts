import { defineCause, step } from '../../domain/cause.ts'
import type { Match, Moment, Remedy } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { writtenByCloudflare } from '../facts/edge.ts'
import { hasExpectedStatus } from '../facts/exchange.ts'
import { failsOnCloudflareHeaders, probeRejected } from '../facts/origin.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { tlsOnPlainPort } from '../facts/tls.ts'
import { redirectDeadEnd, endlessRedirects, finalHost, unexpectedRedirectHost } from '../facts/redirects.ts'

/** The site works, and says something else than was asked for. */
export default defineCause({
  id: 'unexpected-status',
  title: 'the site answers with a status that is not expected',
  brief: { observedOr: 'unexpected status' },
  hop: 'application',
  owner: 'deploy',
  meaning: [
    'The site answers, with a status outside `expected-status`: a page that this version no longer has, a login page, a redirect where none should be. No fault on the way to the origin explains it.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a wrong `url` in the workflow' },
      distinguishedBy: 'Open it in a browser.',
      isOpen: () => true,
    },
    {
      what: { other: 'an origin that was asked under another name than Cloudflare uses' },
      distinguishedBy: 'Dashboard, Rules → Origin Rules: give the Host override to `origin-host`.',
      isOpen: (moment) => {
        const direct = strangeStatus(moment, moment.origin)
        return direct !== undefined && direct !== strangeStatus(moment, moment.edge)
      },
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const clues = cluesOf(moment)
    const shown = strangeStatus(moment, moment.edge)
    const explained = (probeRejected(moment) && visitorsServed(moment)) || tlsOnPlainPort(moment)
    const direct = explained ? undefined : strangeStatus(moment, moment.origin)
    const lost = lostAt(moment, clues)
    if (lost !== undefined) return lost
    const host = finalHost(moment)
    if (host !== undefined && moment.edge?.kind === 'failed') {
      const because = `the site sends visitors to ${host}, and nothing usable comes from there`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'away' }
    }
    if (shown !== undefined && !writtenByCloudflare(moment)) {
      const both = direct === shown
      const where = host === undefined ? '' : ` from ${host}, where the site sends them`
      const because = both
        ? `visitors and the direct probe both get ${shown}${formOf(moment, shown) === 'head' ? ' to HEAD' : ''}${failsOnCloudflareHeaders(moment) ? "; without Cloudflare's request headers, the origin is fine" : ''}`
        : `visitors get ${shown}${where}, and no fault of the connection explains it`
      // A refusal may have two authors: a rule at Cloudflare, and an origin that admits only Cloudflare.
      const refusal = shown === 401 || shown === 403 || shown === 429
      const confidence = both && !refusal ? 'certain' : 'likely'
      const form = host === undefined ? formOf(moment, shown) : 'away'
      return { outcome: 'unhealthy', confidence, because, clues, form }
    }
    if (!visitorsServed(moment)) return
    if (direct === undefined) return strayMatch(moment, clues)
    const because = `the origin answers ${direct} when asked directly; what visitors get may come from a cache or from another origin`
    return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: formOf(moment, direct) }
  },
  remedy: ({ host, form }) => ({
    summary: SUMMARIES[form ?? ''] ?? 'Compare what was deployed with what is expected.',
    steps: STEPS[form ?? ''] ?? [
      step('', `Ask for the page: \`curl -si 'https://${host}/' | head -n 20\`, with the path of \`url\`.`),
      step('', 'See whether the deploy put the page there: routes, files, base path, language redirects.'),
      step('', 'If the status is right, say so: `expected-status: 200-399, 404`, for instance.'),
      step('', 'If only the direct probe is off, set `origin-host` to the Host that Cloudflare sends.'),
    ],
    difficulty: 'easy',
    reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes',
  }),
})

const SUMMARIES: Readonly<Record<string, string>> = {
  head: 'Ask with GET: the site does not take HEAD.',
  redirect: 'See whether the site should redirect there, and say so if it should.',
  away: 'Look at the host that the site sends visitors to.',
  stray: 'See why the origin sends this check elsewhere, and not the visitors.',
  nowhere: 'Let the redirect lead to an address that visitors can reach.',
}

const STEPS: Readonly<Record<string, Remedy['steps']>> = {
  head: [
    step('', 'Set `method: GET`, or leave it out.'),
    step(
      '',
      'Or let the application answer HEAD as it answers GET, without the body: crawlers and monitors use it.',
    ),
  ],
  redirect: [
    step('', 'See where it leads: `curl -sI URL`, and the header `Location`.'),
    step(
      '',
      'If the redirect is right, follow it: leave `follow-redirects` out. Or expect it: `expected-status: 301`, with `follow-redirects: 0`.',
    ),
    step(
      '',
      'If it is wrong, look for it in the application, in the web server, and in Cloudflare under Rules.',
    ),
  ],
  away: [
    step('', 'See where it leads: `curl -sIL URL`, and the headers `Location`.'),
    step(
      '',
      'If that host is yours too, give it to this check as a `url` of its own, with its `origin`: it then gets a diagnosis of its own.',
    ),
    step(
      '',
      'If the redirect is wrong, look for it in the application, in the web server, and in Cloudflare under Rules.',
    ),
    step('', 'To judge the redirect itself, set `follow-redirects: 0` and expect its status.'),
  ],
  stray: [
    step(
      '',
      'See where it leads: the `curl` command for the origin in this report, with `-i`, and the header `Location`.',
    ),
    step(
      '',
      'If Cloudflare asks under another name, give that name as `origin-host`: the answer may be that of another site on the same server.',
    ),
    step(
      '',
      'If visitors get a copy, purge it: Dashboard, Caching → Configuration. Then see whether they are sent there too.',
    ),
  ],
  nowhere: [
    step('', 'See where it leads: `curl -sI URL`, and the header `Location`.'),
    step(
      '',
      'An application often makes it of an address of its own: look for `localhost`, a port or an empty value in its base URL (`APP_URL`, `BASE_URL`, `SITE_URL`), and whether it believes `X-Forwarded-Host` and `X-Forwarded-Proto`.',
    ),
    step('', 'To judge the redirect itself, set `follow-redirects: 0` and expect its status.'),
  ],
}

/** The origin's redirect is a good one by its status, and leads where no visitor is led. */
function strayMatch(moment: Moment, clues: Match['clues']): Match | undefined {
  const host = unexpectedRedirectHost(moment)
  if (host === undefined) return
  const told = `asked directly, the origin redirects to ${host}, where visitors are not sent`
  return servedFromOrigin(moment)
    ? { outcome: 'warning', confidence: 'likely', because: told, clues, form: 'stray' }
    : {
        outcome: 'inconclusive',
        confidence: 'possible',
        because: `${told}; what they get may be older than that`,
        clues,
        form: 'stray',
      }
}

/** Visitors are sent where no page can come from. */
function lostAt(moment: Moment, clues: Match['clues']): Match | undefined {
  switch (redirectDeadEnd(moment.edge)) {
    case 'nowhere': {
      const because = 'the site redirects visitors, and says nowhere that a browser could go to'
      return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'nowhere' }
    }
    case 'inside': {
      const because = 'the site redirects visitors to an address inside their own machine or network'
      return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'nowhere' }
    }
    case 'perhaps': {
      const because =
        "the site redirects visitors to a host that this runner's resolver places inside its own network, where this check does not go"
      return { outcome: 'inconclusive', confidence: 'possible', because, clues, form: 'away' }
    }
    case undefined:
      return
  }
}

function formOf({ request }: Moment, status: number): string {
  if (request.method === 'HEAD' && status === 405) return 'head'
  return status >= 300 && status < 400 ? 'redirect' : ''
}

/** The status of an answer that is neither expected nor a server's error. */
function strangeStatus(moment: Moment, exchange: Moment['edge']): number | undefined {
  if (exchange?.kind !== 'completed' || hasExpectedStatus(moment, exchange)) return
  if (endlessRedirects(exchange) !== undefined) return
  return exchange.head.status < 500 ? exchange.head.status : undefined
}
