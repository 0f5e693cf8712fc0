import { isAccessLogin } from '../../cloudflare/access.ts'
import type { Resolution } from '../../domain/dns.ts'
import type { Exchange, Head, Redirect, RedirectChain } from '../../domain/exchange.ts'
import { rawTextOf, untrusted, type Untrusted } from '../../domain/untrusted.ts'
import { resolveHost } from '../dns/system.ts'
import type { ReusableConnection } from '../http/reuse.ts'
import type { ProbeContext, ProbeRequest } from '../types.ts'
import { isStored, MAX_COOKIES, updateJar, type Cookie } from './cookies.ts'
import { isPrivateTarget } from './private-targets.ts'
import { isRedirect, nextSteps, redirectTarget, requestKey, type RedirectRequest } from './redirect-policy.ts'

/** Headers of a redirect to keep: they show which server sent it. */
const KEPT_HEADERS: ReadonlySet<string> = new Set(['server', 'cf-ray', 'cf-cache-status', 'age'])

/**
 * Sends the request and follows redirects, all within the timeout of one request. Redirects to the same endpoint use
 * the same connection. Sends cookies back as a browser does, because some sites loop without them. Returns the last
 * response with the redirects before it.
 */
export async function followRedirects(
  connection: ReusableConnection,
  request: ProbeRequest,
  resolution: Promise<Resolution>,
  context: ProbeContext,
): Promise<Exchange> {
  const { redirects: policy } = request
  if (policy === undefined || policy.limit === 0) return connection.send(request, resolution, context)
  const start = context.clock.monotonic()
  const remaining = (): ProbeContext => ({
    ...context,
    timeout: Math.max(1, start + context.timeout - context.clock.monotonic()),
  })
  const redirects: Redirect[] = []
  const sent = new Set<string>()
  let jar: readonly Cookie[] = []
  let step: RedirectRequest = { request, url: new URL(new URL(policy.siteUrl).origin + request.path) }
  let stepResolution = resolution
  for (;;) {
    sent.add(requestKey(step.request))
    const response = await connection.send(step.request, stepResolution, remaining())
    const redirect = redirectIn(response, step.url)
    if (redirect === undefined)
      return redirects.length === 0 ? response : { ...response, redirectChain: { redirects } }
    if (redirect === 'nowhere')
      return { ...response, redirectChain: { redirects, end: 'nowhere', next: locationOf(response) } }
    const { head, target } = redirect
    const stopped = (end: NonNullable<RedirectChain['end']>): Exchange => ({
      ...response,
      redirectChain: { redirects, end, next: untrusted(target.href) },
    })
    jar = updateJar(jar, step.url, (head.setCookie ?? []).map(rawTextOf))
    const steps = nextSteps(step, request, policy, target, jar)
    if (steps === 'elsewhere') return stopped('elsewhere')
    const next = steps.find((candidate) => !sent.has(requestKey(candidate.request)))
    if (next === undefined) return stopped('loop')
    if (redirects.length >= policy.limit) return stopped('limit')
    const { host } = next.request
    if (host === request.host) {
      stepResolution = withoutElapsed(resolution)
    } else {
      const isSameHost = host === step.request.host
      stepResolution = isSameHost ? withoutElapsed(stepResolution) : resolveHost(host, remaining())
      if (
        isAccessLogin(untrusted(next.url.href)) ||
        (!isSameHost && (await isPrivateTarget(stepResolution, resolution)))
      )
        return stopped('barred')
    }
    redirects.push(followed(response, head, step.url, target))
    step = next
  }
}

/** The redirect in a response: its head and its target. */
function redirectIn(
  response: Exchange,
  from: URL,
): { readonly head: Head; readonly target: URL } | 'nowhere' | undefined {
  if (response.kind !== 'completed' || !isRedirect(response.head.status)) return
  const { head } = response
  const { location } = head.headers
  const target = redirectTarget(head.status, location && rawTextOf(location), from)
  return target === undefined ? 'nowhere' : { head, target }
}

/** The resolution for a later request. Its timings must not include the lookup again. */
async function withoutElapsed(resolution: Promise<Resolution>): Promise<Resolution> {
  return { ...(await resolution), elapsed: 0 }
}

/** As received, because it isn't a valid URL. */
function locationOf(response: Exchange): Untrusted {
  return (response.kind === 'completed' ? response.head.headers['location'] : undefined) ?? untrusted('')
}

function followed({ timings }: Exchange, { status, headers, setCookie }: Head, from: URL, to: URL): Redirect {
  return {
    status,
    from: untrusted(from.href),
    to: untrusted(to.href),
    headers: Object.fromEntries(Object.entries(headers).filter(([name]) => KEPT_HEADERS.has(name))),
    ...(setCookie !== undefined && {
      setCookie: setCookie.filter((header) => isStored(rawTextOf(header))).slice(0, MAX_COOKIES),
    }),
    elapsed: Object.values(timings).reduce((sum, ms) => sum + ms, 0),
  }
}
