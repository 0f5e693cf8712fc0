import { defineCause, step } from '../../domain/cause.ts'
import type { Moment } from '../../domain/cause.ts'
import { isAccessLogin, throughCloudflare } from '../../cloudflare/response.ts'
import { cluesOf } from '../clues/clues.ts'

export default defineCause({
  id: 'cloudflare-access-required',
  title: 'Cloudflare Access requires this check to log in',
  brief: 'requires a login',
  hop: 'Cloudflare',
  owner: 'cloudflare-settings',
  meaning: [
    'Cloudflare Access redirects this check to its login page. That redirect works as intended and says nothing about the site behind it. Visitors who log in may be served normally, so the verdict is inconclusive.',
  ],
  recoversByItself: false,
  lookalikes: [],
  needs: ['edge'],
  rule(moment) {
    if (!redirectsToAccess(moment)) return
    return {
      outcome: 'inconclusive',
      confidence: 'certain',
      because: 'The response is a redirect to the Cloudflare Access login page.',
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Let this check through Cloudflare Access with a service token.',
    steps: [
      step(
        'Create a service token',
        ' in the Cloudflare dashboard, under Zero Trust → Access controls → Service credentials (formerly Access → Service Auth).',
      ),
      step(
        'Add a policy for that token',
        ` with the action Service Auth to the Access application of \`${host}\`.`,
      ),
      step(
        'Pass the token to this step',
        ' from secrets: `access-client-id` and `access-client-secret`. They are sent to Cloudflare only, never to the origin.',
      ),
      step(
        'If both are already set, check the token.',
        ' Has it expired? Does a policy of the application include it?',
      ),
    ],
    difficulty: 'medium',
    reference: 'https://developers.cloudflare.com/cloudflare-one/identity/service-tokens/',
  }),
})

function redirectsToAccess({ edge }: Moment): boolean {
  // The site's own redirect may point there, even without Cloudflare in between.
  if (edge?.redirectChain?.end === 'barred' && isAccessLogin(edge.redirectChain.next)) return true
  if (!throughCloudflare(edge) || edge.head.status < 300 || edge.head.status > 399) return false
  return isAccessLogin(edge.head.headers['location'])
}
