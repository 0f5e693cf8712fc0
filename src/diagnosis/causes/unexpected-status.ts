import { defineCause } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { phrase, quote } from '../../domain/untrusted.ts'
import { cluesOf } from '../clues/clues.ts'
import { portUse } from '../../cloudflare/ports.ts'
import { madeAtEdge } from '../../cloudflare/response.ts'
import { bareMissingPage } from '../facts/cloudflare/refusals.ts'
import { edgeErrorCode, writtenByCloudflare } from '../facts/edge.ts'
import { hasExpectedStatus } from '../facts/exchange.ts'
import { isReplaced } from '../facts/pages/stand-in.ts'
import { originNameIn, respondingName } from '../facts/which-origin.ts'
import {
  anotherOriginResponds,
  failsOnCloudflareHeaders,
  originHealthy,
  probeRejected,
} from '../facts/origin.ts'
import { failsWithoutReason, unusableText } from '../facts/comparison/agreement.ts'
import { headFailsOnly, originNeedsGet, rejectsVisitorHeaders } from '../facts/comparison/request-forms.ts'
import { visitorsServed, servedFromOrigin } from '../facts/visitors.ts'
import { outdatedCopy } from '../freshness/outdated-copy.ts'
import { tlsOnPlainPort } from '../facts/tls.ts'
import {
  redirectDeadEnd,
  endlessRedirects,
  endsAtPlainHttp,
  fileAtPlainHttp,
  failingPort,
  passesPlainHttp,
  finalHost,
  unexpectedRedirectHost,
} from '../facts/redirects.ts'
import { SERVED_ELSEWHERE } from '../rules/fails-directly.ts'
import { REJECTS_FORWARDING } from '../rules/forwarding-headers.ts'
import { meaningOf, statusAdvice, type StatusForm } from '../rules/status-advice.ts'

export default defineCause({
  id: 'unexpected-status',
  title: 'the site returns an unexpected status',
  brief: { observedOr: 'unexpected status' },
  hop: 'application',
  owner: 'deploy',
  meaning: [
    'The site responds with a status outside `expected-status`: a page that this version no longer has, a login page, an unexpected redirect. No fault between the visitor and the origin explains it.',
    'A status with one meaning, such as 421, 426 or 431, is explained. A HEAD request that fails is repeated with GET. The comment also names a redirect to another port of the same host if that port does not work.',
  ],
  sources: [
    {
      claim:
        '304, 401, 406, 407, 408, 410, 421 and 426 each have one meaning. A 426 has the header `Upgrade`.',
      at: 'RFC 9110, section 15',
      read: '2026-11-30',
    },
    {
      claim: 'A server returns 425 to a request in early data, or with the header `Early-Data`.',
      at: 'RFC 8470, section 5.2',
      read: '2026-11-30',
    },
    {
      claim: '431 means that header fields of the request are too large.',
      at: 'RFC 6585, section 5',
      read: '2026-11-30',
    },
    {
      claim: '`Link` with `rel="blocked-by"` names who blocks the page of a 451.',
      at: 'RFC 7725, section 4',
      read: '2026-11-30',
    },
    {
      claim: 'A Host override in an Origin Rule also sets the TLS server name.',
      at: 'https://developers.cloudflare.com/rules/origin-rules/features/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a wrong `url` in the workflow' },
      distinguishedBy: 'Open the URL in a browser.',
      isOpen: (moment) =>
        !headFailsOnly(moment) && !rejectsVisitorHeaders(moment) && failingPort(moment) === undefined,
    },
    {
      what: { other: 'a direct request with a different host name than Cloudflare uses' },
      distinguishedBy:
        'Check the Origin Rules in the dashboard, under Rules → Overview, and set `origin-host` to the Host override.',
      isOpen: (moment) => {
        const direct = unexpectedStatusOf(moment, moment.origin)
        return direct !== undefined && direct !== unexpectedStatusOf(moment, moment.edge)
      },
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    return (
      unusableRedirect(moment) ??
      internalPort(moment) ??
      failingOtherHost(moment) ??
      headForVisitors(moment) ??
      statusForVisitors(moment) ??
      headAtOrigin(moment) ??
      rejectionByOne(moment) ??
      redirectByOne(moment) ??
      atOrigin(moment) ??
      behindUnusableResponse(moment) ??
      plainHttp(moment)
    )
  },
  remedy: (context) => ({
    ...statusAdvice(context),
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
      const because =
        'The site redirects visitors to an address that is not on the public internet, such as one of their own machine or network.'
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

/** Visitors request https, and the site redirects them to a page over plain HTTP. */
function plainHttp(moment: Moment): Match | undefined {
  if (!visitorsServed(moment)) return
  const file = fileAtPlainHttp(moment)
  if (file === undefined && !endsAtPlainHttp(moment)) return passingPlainHttp(moment)
  const because =
    file === undefined
      ? 'The site redirects visitors from https to plain HTTP. Anyone on the network path can read and change what they get.'
      : `The URL of the page's ${file} redirects from https to plain HTTP, which browsers block.`
  return withForm('plain-http', {
    outcome: 'warning',
    confidence: 'certain',
    because,
    clues: cluesOf(moment),
  })
}

/** Browsers that know the site by HSTS skip this redirect, others send it over plain HTTP. */
function passingPlainHttp(moment: Moment): Match | undefined {
  if (!passesPlainHttp(moment)) return
  const because =
    'The site redirects visitors from https to plain HTTP, and then back. Anyone on the network path can read and change that redirect.'
  return withForm('plain-http', { outcome: 'note', confidence: 'certain', because, clues: cluesOf(moment) })
}

/** The site redirects visitors to another port of its host, where Cloudflare or its address gives nothing usable. */
function internalPort(moment: Moment): Match | undefined {
  const target = failingPort(moment)
  if (target === undefined) return
  const code =
    edgeErrorCode(moment) ?? (moment.edge?.kind === 'completed' ? moment.edge.head.status : undefined)
  const result = code === undefined ? 'nothing responds there' : `visitors get ${code} there`
  const { scheme, port } = target
  const proxied = portUse(scheme === 'http' ? 'http:' : 'https:', port) === 'proxied'
  const closed = proxied ? '' : ` Cloudflare does not proxy this port for ${scheme.toUpperCase()}.`
  const because = `The site redirects visitors to port ${port} of its own host, over ${scheme === 'http' ? 'plain HTTP' : 'HTTPS'}, and ${result}.${closed}`
  return withForm('internal-port', {
    outcome: 'unhealthy',
    confidence: 'likely',
    because,
    clues: cluesOf(moment),
  })
}

/** HEAD fails for visitors, and GET does not. */
function headForVisitors(moment: Moment): Match | undefined {
  const { edge } = moment
  if (!headFailsOnly(moment) || edge?.kind !== 'completed') return
  const { status } = edge.head
  const means = status === 405 || status === 501
  const because = `HEAD gets ${status} through Cloudflare, and GET gets the expected response. The site does not support HEAD.`
  return withForm('head', {
    outcome: 'unhealthy',
    confidence: means ? 'certain' : 'likely',
    because,
    clues: cluesOf(moment),
  })
}

/** Visitors are served, and the origin responds as expected to GET but not to HEAD. */
function headAtOrigin(moment: Moment): Match | undefined {
  if (!originNeedsGet(moment)) return
  const because =
    'The origin responds as expected to GET, but not to HEAD. Cloudflare may request the page with GET, so visitors are served.'
  return withForm('head', { outcome: 'note', confidence: 'likely', because, clues: cluesOf(moment) })
}

/** The site redirects visitors to another host, which fails. */
function failingOtherHost(moment: Moment): Match | undefined {
  const host = finalHost(moment)
  if (host === undefined || moment.edge?.kind !== 'failed' || outdatedCopy(moment) !== undefined) return
  const because = phrase`The site redirects visitors to ${quote(host)}, which returns nothing usable.`
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
  const where = host === undefined ? '' : phrase` from ${quote(host)}, which the site redirects to`
  const head = form === 'head' ? ' for HEAD' : ''
  const bare = failsOnCloudflareHeaders(moment)
    ? " Without Cloudflare's request headers, the origin responds normally."
    : ''
  if (rejectsVisitorHeaders(moment)) {
    // These two are `cloudflare-blocked-by-origin`.
    if (shown === 403 || shown === 429) return
    const because = `Visitors get ${shown}. ${REJECTS_FORWARDING}`
    return withForm('forwarding-headers', {
      outcome: 'unhealthy',
      confidence: 'likely',
      because,
      clues: cluesOf(moment),
    })
  }
  const means = host === undefined ? meaningOf(shown)?.means : undefined
  // A rejection has two possible sources: a rule at Cloudflare, and an origin that admits only Cloudflare. A status
  // that is about the request may be about this check's request only.
  const rejection = shown === 401 || shown === 403 || shown === 429 || means !== undefined
  const got = both
    ? `Visitors and the direct request both get ${shown}${head}.${bare}`
    : phrase`Visitors get ${shown}${where}, and no connection fault explains it.`
  return withForm(host === undefined ? form : 'other-host', {
    outcome: 'unhealthy',
    confidence: both && !rejection ? 'certain' : 'likely',
    because: phrase`${got}${means === undefined ? '' : ` ${means}`}${both ? '' : edgeRedirectText(moment, shown)}`,
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
  const means = meaningOf(direct)?.means
  const because = `The origin returns ${direct} when requested directly.${means === undefined ? '' : ` ${means}`}${SERVED_ELSEWHERE}`
  return withForm(statusForm(moment, direct), {
    outcome: 'unhealthy',
    confidence: 'likely',
    because,
    clues,
  })
}

/** Cloudflare shows no reason for its error, and the origin returns an unexpected status to this runner. */
function behindUnusableResponse(moment: Moment): Match | undefined {
  const direct = failsWithoutReason(moment) ? directStatus(moment) : undefined
  if (direct === undefined) return
  return withForm(statusForm(moment, direct), {
    outcome: 'unhealthy',
    confidence: 'possible',
    because: `${unusableText(moment)}, and the origin returns ${direct} when requested directly.`,
    clues: cluesOf(moment),
  })
}

/** The status of the origin's redirect is expected, but visitors are not redirected there. */
function originRedirect(moment: Moment): Match | undefined {
  const host = unexpectedRedirectHost(moment)
  if (host === undefined) return
  const clues = cluesOf(moment)
  const redirects = phrase`The origin, when requested directly, redirects to ${quote(host)}. Visitors are not redirected there.`
  if (servedFromOrigin(moment)) {
    return withForm('origin-redirect', {
      outcome: 'warning',
      confidence: 'likely',
      because: redirects,
      clues,
    })
  }
  const because = phrase`${redirects} What they get may be older.`
  return withForm('origin-redirect', { outcome: 'inconclusive', confidence: 'possible', because, clues })
}

function withForm(form: StatusForm, match: Match): Match {
  const title = TITLES[form]
  return { ...match, form, ...(title !== undefined && { title }) }
}

/** What the headline says about a form that names more than a status. */
const TITLES: Readonly<Partial<Record<StatusForm, string>>> = {
  head: 'the site supports GET, but not HEAD',
  'internal-port': 'the site redirects visitors to a port that they cannot reach',
  'unusable-redirect': 'the site redirects visitors to an address that they cannot reach',
  'plain-http': 'the site redirects visitors from https to http',
  'other-host': 'the host that the site redirects to fails',
  'forwarding-headers': "the application rejects Cloudflare's forwarding headers",
}

function statusForm({ request }: Moment, status: number): StatusForm {
  if (request.method === 'HEAD' && status === 405) return 'head'
  return status >= 300 && status < 400 ? 'redirect' : (meaningOf(status)?.form ?? 'status')
}

/** This one of several origins rejects the direct request. Another responds, so it doesn't admit only Cloudflare. */
function rejectionByOne(moment: Moment): Match | undefined {
  const status = unexpectedStatusOf(moment, moment.origin)
  if (status === undefined || !probeRejected(moment) || !anotherOriginResponds(moment)) return
  const because = `This runner gets ${status} from ${originNameIn(moment)}, while ${respondingName(moment)} responds. Cloudflare may be sending visitors there.`
  return withForm(statusForm(moment, status), {
    outcome: 'warning',
    confidence: 'likely',
    because,
    clues: cluesOf(moment),
  })
}

/** Of several addresses, this one redirects, and both are good responses. */
function redirectByOne(moment: Moment): Match | undefined {
  if (moment.dialedOrigin?.redirectsAlone !== true || !originHealthy(moment)) return
  const because =
    'The origin redirects the direct request at one address, and not at another. They may serve different releases.'
  return withForm('redirect', { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) })
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
