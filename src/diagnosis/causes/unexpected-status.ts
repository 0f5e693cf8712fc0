import { defineCause } from '../../domain/cause.ts'
import type { Match, Moment } from '../../domain/cause.ts'
import { cluesOf } from '../clues.ts'
import { chokesOnCloudflare, cloudflareWrote, notLetIn, served, statusExpected } from '../facts.ts'

/** The site works, and says something else than was asked for. */
export default defineCause({
  id: 'unexpected-status',
  title: 'the site answers with a status that is not expected',
  category: 'content',
  owner: 'deploy',
  meaning: [
    'The answer is a good one in itself, with a status outside `expected-status`: a page that this version no longer has, a login that is asked for, a redirect where none should be. No fault of the way to the origin explains it.',
  ],
  heals: true,
  lookalikes: [
    { what: 'a wrong `url` in the workflow', told: 'Open it in a browser.' },
    {
      what: 'an origin that was asked under another name than Cloudflare uses',
      told: 'Dashboard, Rules → Origin Rules: give the Host override to `origin-host`.',
    },
  ],
  needs: ['edge'],
  match(moment): Match | undefined {
    const clues = cluesOf(moment)
    const shown = strangeStatus(moment, moment.edge)
    const direct = notLetIn(moment) && served(moment) ? undefined : strangeStatus(moment, moment.origin)
    if (shown !== undefined && !cloudflareWrote(moment)) {
      const both = direct === shown
      const because = both
        ? `visitors and the direct probe both get ${shown}${chokesOnCloudflare(moment) ? '; without the fields that only Cloudflare sends, the origin is fine' : ''}`
        : `visitors get ${shown}, and no fault of the connection explains it`
      // A refusal may have two authors: a rule at Cloudflare, and an origin that admits only Cloudflare.
      const refusal = shown === 401 || shown === 403 || shown === 429
      return { outcome: 'unhealthy', confidence: both && !refusal ? 'certain' : 'likely', because, clues }
    }
    if (direct === undefined || !served(moment)) return
    const because = `the origin answers ${direct} when asked directly; what visitors get may come from a cache or from another origin`
    return { outcome: 'unhealthy', confidence: 'likely', because, clues }
  },
  remedy: ({ host }) => ({
    summary: 'Compare what was deployed with what is expected.',
    steps: [
      `Ask for the page: \`curl -si 'https://${host}/' | head -n 20\`, with the path of \`url\`.`,
      'See whether the deploy put the page there: routes, files, base path, language redirects.',
      'If the status is right, say so: `expected-status: 200-399, 404`, for instance.',
      'If only the direct probe is off, set `origin-host` to the Host that Cloudflare sends.',
    ],
    difficulty: 'easy',
    reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes',
  }),
})

/** The status of an answer that is neither expected nor a server's error. */
function strangeStatus(moment: Moment, exchange: Moment['edge']): number | undefined {
  if (exchange?.kind !== 'answered' || statusExpected(moment, exchange)) return
  return exchange.head.status < 500 ? exchange.head.status : undefined
}
