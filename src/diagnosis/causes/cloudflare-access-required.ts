import { defineCause, step } from '../../domain/cause.ts'
import type { Moment } from '../../domain/cause.ts'
import { isAccessLogin, throughCloudflare } from '../../cloudflare/response.ts'
import { cluesOf } from '../clues/clues.ts'

/** The login wall stands before the site: what is behind it was not seen. */
export default defineCause({
  id: 'cloudflare-access-required',
  title: 'Cloudflare Access asks the probe to log in',
  brief: 'requires a login',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'Cloudflare Access sends this check to its login page. The redirect is a good answer from Cloudflare and says nothing about the site behind it. Visitors who log in may be fine: the check does not know, and says so.',
  ],
  recoversByItself: false,
  lookalikes: [],
  needs: ['edge'],
  rule(moment) {
    if (!redirectsToAccess(moment)) return
    return {
      outcome: 'inconclusive',
      confidence: 'certain',
      because: 'the answer is a redirect to the login page of Cloudflare Access',
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Let this check past Access.',
    steps: [
      step(
        '',
        'In the Cloudflare dashboard, under Zero Trust → Access controls → Service credentials (formerly Access → Service Auth), create a service token.',
      ),
      step(
        '',
        `Add a policy with the action Service Auth for that token to the Access application of \`${host}\`.`,
      ),
      step(
        '',
        'Give the token to this step, from secrets: `access-client-id` and `access-client-secret`. They are sent to Cloudflare alone, never to the origin.',
      ),
      step(
        '',
        'If they are given already, see there whether the token has expired, and whether a policy of the application includes it.',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/cloudflare-one/identity/service-tokens/',
  }),
})

function redirectsToAccess({ edge }: Moment): boolean {
  // The site's own redirect may lead there, past Cloudflare too.
  if (edge?.redirectChain?.end === 'barred' && isAccessLogin(edge.redirectChain.next)) return true
  if (!throughCloudflare(edge) || edge.head.status < 300 || edge.head.status > 399) return false
  return isAccessLogin(edge.head.headers['location'])
}
