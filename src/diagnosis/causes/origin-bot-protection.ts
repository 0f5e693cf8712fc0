import { fromCache, throughCloudflare } from '../../cloudflare/response.ts'
import { change, defineCause, look } from '../../domain/cause.ts'
import type { Confidence, Match, Moment } from '../../domain/cause.ts'
import { BOT_PROTECTIONS } from '../fingerprints/bot-protection/index.ts'
import { list } from '../../shared/text.ts'
import { cluesOf } from '../clues/clues.ts'
import { bySecret } from '../rules/admit.ts'
import { originHealthy } from '../facts/origin.ts'
import { wallIn, wallWords, type Wall } from '../facts/pages/intercepted.ts'
import { servedEverywhereElse } from '../vantage/places.ts'
import { servedFromOrigin, visitorsServed } from '../facts/visitors.ts'

export default defineCause({
  id: 'origin-bot-protection',
  title: 'bot protection responded to this check instead of the site',
  brief: 'stops this check',
  hop: 'firewall',
  owner: 'firewall',
  meaning: [
    "Bot protection or a WAF other than Cloudflare's challenged or blocked this check. Runners share their addresses with bots, so this is common. Real visitors may be served, so the verdict is inconclusive. With `vantage-points`, the site is healthy with a note if all of these places get it and the direct request succeeds.",
    `The check knows ${list(BOT_PROTECTIONS.map(({ name }) => name))}.`,
    'The check recognizes it by a header, a cookie, the title or the text of the page, whatever the status: some products challenge with 200 or 202. A page of the site that loads the script of such a product is judged as usual, and so is a page that has the text of `expected-body`.',
    'When only the direct request is challenged, and Cloudflare just got the page from the origin, the site is healthy. When only the request through Cloudflare is blocked, the origin blocks Cloudflare: see `cloudflare-blocked-by-origin`.',
  ],
  sources: [
    {
      claim:
        'Vercel accepts requests with the header `x-vercel-protection-bypass`, whose secret also passes its security blocks.',
      at: 'https://vercel.com/docs/deployment-protection/methods-to-bypass-deployment-protection/protection-bypass-automation',
      read: '2026-11-30',
    },
    {
      claim:
        'Entries of a CrowdSec allowlist are added with `cscli allowlists add`, after the list was created.',
      at: 'https://docs.crowdsec.net/docs/local_api/centralized_allowlists/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: false,
  lookalikes: [
    {
      what: { other: 'a rule that stops real visitors too' },
      distinguishedBy: 'Set `vantage-points`, or open the site in a browser, from another network.',
      isOpen: (moment) => !visitorsServed(moment) && !servedEverywhereElse(moment),
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const wall = wallIn(moment, moment.edge)
    return wall === undefined ? behindFineEdge(moment) : atEdge(moment, wall)
  },
  remedy: ({ form }) => {
    const provider = BOT_PROTECTIONS.find(({ name }) => name === form)
    const { before, risk } = provider?.admit ?? ADMIT
    return {
      summary: 'Let this check through the bot protection in front of the origin.',
      steps: [
        look(
          'Check what visitors get',
          ': open the site in a browser, from another network. If they get the same page, the site has a problem.',
        ),
        ...(before === undefined ? [] : [before]),
        change(
          'Set `expected-body`',
          ' to text that appears only on the site. A challenge with status 200 then never counts as the site.',
          'remove the input.',
        ),
        risk,
      ],
      difficulty: 'medium',
      reference: provider?.reference ?? 'https://github.com/EnableSecurity/wafw00f',
    }
  },
})

const ADMIT = bySecret(
  'Allow the header in the product that this report names',
  ', for the methods GET and HEAD and the path of `url`. On Vercel, send its own header instead: `x-vercel-protection-bypass`.',
)

/** The request that visitors make was stopped. */
function atEdge(moment: Moment, wall: Wall): Match | undefined {
  const { name } = wall.provider
  const direct = wallIn(moment, moment.origin)
  const clues = cluesOf(moment)
  const page = wall.sign.kind === 'block' ? 'a block page' : 'a challenge'
  const title = `${name} responded with ${page} instead of the site`
  const found = { outcome: 'inconclusive', clues, form: name, title } as const
  if (direct !== undefined) {
    const same = direct.provider === wall.provider
    const sides = throughCloudflare(moment.edge)
      ? 'Through Cloudflare and directly'
      : "At the site's URL and directly"
    const because = same
      ? `${sides}, the response is ${wallWords(wall)}. It has ${wall.sign.shows}.`
      : `At the site's URL, the response is ${wallWords(wall)}: it has ${wall.sign.shows}. The direct response is ${wallWords(direct)}.`
    return { ...found, confidence: sureness(wall), because }
  }
  if (originHealthy(moment)) {
    // A block that only Cloudflare gets is a firewall that doesn't know its addresses.
    if (wall.sign.kind === 'block') return
    const because = `Through Cloudflare, the response is ${wallWords(wall)}. It has ${wall.sign.shows}. The origin responds normally to the direct request.${copied(moment)}`
    return { ...found, confidence: 'likely', because }
  }
  const because = `The response is ${wallWords(wall)}, not the site. It has ${wall.sign.shows}.`
  return { ...found, confidence: sureness(wall), because }
}

/** Only the direct request was stopped, or only one that bypasses the cache. */
function behindFineEdge(moment: Moment): Match | undefined {
  const direct = wallIn(moment, moment.origin)
  const past = wallIn(moment, moment.uncached)
  const wall = direct ?? past
  if (wall === undefined) return
  const form = wall.provider.name
  const clues = cluesOf(moment)
  const got =
    direct === undefined
      ? `A request that bypasses the cache gets ${wallWords(wall)}.`
      : `The direct request gets ${wallWords(wall)}. It has ${wall.sign.shows}.`
  if (servedFromOrigin(moment)) {
    if (direct === undefined) return
    const because = `${got} Cloudflare just got the page from an origin, so visitors are served.`
    return { outcome: 'note', confidence: 'likely', because, clues, form }
  }
  if (!visitorsServed(moment)) {
    const because = `${got} That proves nothing about the origin.`
    return { outcome: 'alternative', confidence: 'possible', because, clues, form }
  }
  // The direct response is the better evidence.
  if (direct === undefined && originHealthy(moment)) return
  const shown = fromCache(moment.edge)
    ? 'Visitors get a copy from the cache.'
    : 'What visitors get does not come from the origin.'
  const because = `${got} ${shown} Whether the origin works is unknown.`
  return { outcome: 'inconclusive', confidence: 'possible', because, clues, form }
}

/** A copy in the cache is what every visitor gets, whether a browser could pass it or not. */
function copied({ edge }: Moment): string {
  return fromCache(edge) ? " It is a copy from Cloudflare's cache, which visitors get too: purge it." : ''
}

function sureness({ sign }: Wall): Confidence {
  return sign.sure === true ? 'certain' : 'likely'
}
