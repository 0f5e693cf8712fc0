import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match, Moment, Remedy, Step } from '../../domain/cause.ts'
import { isAccessLogin, isAccessRefusal } from '../../cloudflare/access.ts'
import { throughCloudflare } from '../../cloudflare/response.ts'
import { cluesOf } from '../clues/clues.ts'
import { refusalOf } from '../facts/cloudflare/refusals.ts'

/** `no-token`: the check sent no service token. `rejected`: it sent one. */
type Form = 'no-token' | 'rejected'

export default defineCause({
  id: 'cloudflare-access-required',
  title: 'Cloudflare Access blocks this check',
  brief: 'requires a login',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'Cloudflare Access redirects this check to its login page, or rejects it with 401 or 403. That works as intended and says nothing about the site behind it. Visitors who log in may be served normally, so the verdict is inconclusive.',
    'Organizations created since 2026-10-05, and those with strict service token authentication, never redirect a request with a service token. A token that cannot authenticate gets 401, and one that no policy includes gets 403.',
    'The check recognizes a rejection by its headers (`www-authenticate: Cloudflare-Access`, `cf-access-domain`) or its page. When a service token was sent, a 401 or 403 without `cf-cache-status` is probably from Access too, because the application did not send it.',
  ],
  sources: [
    {
      claim:
        'With strict service token authentication, a token that cannot authenticate gets 401, and one that is not authorized gets 403. Organizations created on or after October 5, 2026 use it by default. Unused tokens can be disabled or deleted automatically.',
      at: 'https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/',
      read: '2026-11-30',
    },
    {
      claim:
        'Login events without an identity, such as those of service tokens, are available through GraphQL.',
      at: 'https://developers.cloudflare.com/cloudflare-one/insights/logs/dashboard-logs/access-authentication-logs/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: 'cloudflare-waf-blocked',
      distinguishedBy:
        'Security → Analytics → Events in the Cloudflare dashboard lists the Ray ID when a rule blocked the request. The login events of Access list a token that Access knows.',
      isOpen: (moment) => refusalOf(moment) === 'access' && !isAccessRefusal(moment.edge),
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const sent = moment.request.serviceToken === true
    const form: Form = sent ? 'rejected' : 'no-token'
    const clues = cluesOf(moment)
    if (redirectsToAccess(moment)) {
      const because = sent
        ? 'Cloudflare Access redirects this check to its login page: the service token was rejected.'
        : 'The response is a redirect to the Cloudflare Access login page. No service token was sent.'
      return { outcome: 'inconclusive', confidence: 'certain', because, clues, form }
    }
    if (refusalOf(moment) !== 'access' || moment.edge?.kind !== 'completed') return
    const { status } = moment.edge.head
    if (!isAccessRefusal(moment.edge)) {
      const because = `Cloudflare itself returns ${status} to a request with a service token. Access responds like this when the service token was rejected: ${reasonFor(status)}.`
      return { outcome: 'inconclusive', confidence: 'likely', because, clues, form }
    }
    const because = sent
      ? `Cloudflare Access returns ${status}: the service token was rejected. ${capitalized(reasonFor(status))}.`
      : `Cloudflare Access returns ${status} instead of the page. No service token was sent.`
    return { outcome: 'inconclusive', confidence: 'certain', because, clues, form }
  },
  remedy: ({ host, form }) => ({
    ...(form === 'rejected' ? REJECTED(host) : NO_TOKEN(host)),
    difficulty: 'medium',
    reference:
      'https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/',
  }),
})

/** Without strict authentication, a 403 is also what an unknown token gets. */
function reasonFor(status: number): string {
  return status === 401
    ? 'it is wrong, expired, disabled or incomplete'
    : 'no policy of the application includes it, or it is wrong, expired or disabled'
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

type Advice = (host: string) => Pick<Remedy, 'summary' | 'steps'>

const includeToken = (host: string): Step =>
  change(
    'Add a policy for that token',
    ` with the action Service Auth to the Access application of \`${host}\`. The action Allow does not accept service tokens.`,
    'remove the policy from the application.',
  )

const NO_TOKEN: Advice = (host) => ({
  summary: 'Let this check through Cloudflare Access with a service token.',
  steps: [
    look(
      'Check which application protects the page',
      ` in the Cloudflare dashboard, under Zero Trust → Access controls → Applications: look for the one whose domain and path cover \`${host}\`.`,
    ),
    change(
      'Create a service token',
      ' under Zero Trust → Access controls → Service credentials → Service Tokens. The secret is shown only once.',
      'delete the token.',
    ),
    includeToken(host),
    change(
      'Pass the token to this step',
      ' from secrets: `access-client-id` and `access-client-secret`. They are sent to Cloudflare only, never to the origin.',
      'remove both inputs.',
    ),
  ],
})

const REJECTED: Advice = (host) => ({
  summary: 'Renew the service token, or include it in a policy of the application.',
  steps: [
    look(
      'Check the service token',
      ' in the Cloudflare dashboard, under Zero Trust → Access controls → Service credentials: it must exist, be turned on and not be expired. Access settings can disable or delete unused tokens automatically.',
    ),
    look(
      'Check the login events of Access',
      ' by the Ray ID, with `accessLoginRequestsAdaptiveGroups` in the GraphQL Analytics API. They list a token that is expired, disabled or not included, and a wrong secret. They do not list an unknown Client ID.',
    ),
    change(
      'Renew the token',
      ': select Refresh if it is expired, or Enable token if it is disabled. Create a new one if it was deleted.',
      'disable the token.',
    ),
    includeToken(host),
    change(
      'Set both secrets of the workflow again',
      ' from the token: `access-client-id` ends in `.access`. After a rotation, the old secret stops working when its grace period ends. A missing secret arrives as an empty string.',
      'restore the old values.',
    ),
    change(
      'Create the notification "Expiring Access Service Token"',
      ' under Notifications. It warns a week before the next expiry.',
      'delete the notification.',
    ),
  ],
})

function redirectsToAccess({ edge }: Moment): boolean {
  // The site's own redirect may point there, even without Cloudflare in between.
  if (edge?.redirectChain?.end === 'barred' && isAccessLogin(edge.redirectChain.next)) return true
  if (!throughCloudflare(edge) || edge.head.status < 300 || edge.head.status > 399) return false
  return isAccessLogin(edge.head.headers['location'])
}
