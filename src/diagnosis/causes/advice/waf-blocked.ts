import { change, look, risk, type Remedy, type RemedyContext, type Step } from '../../../domain/cause.ts'
import type { RequestFault } from '../../facts/cloudflare/refusals.ts'
import { admitAddress, admitSecret, checkElsewhere, matchesCheck, SEND_SECRET } from '../../rules/admit.ts'

type Advice = Pick<Remedy, 'summary' | 'steps'>

const FIND_EVENT = (host: string): Step =>
  look(
    'Find the rule',
    ` in the Cloudflare dashboard, under Security → Analytics → Events (formerly Security → Events): filter by host \`${host}\` and by the Ray ID. The field Service names the product.`,
  )
const CHECK_WORKERS = look(
  'Check Workers and Snippets',
  ' if no event has that Ray ID: Workers Routes of the zone, and Rules → Snippets.',
)
const CHECK_HOTLINKS = look(
  'Check hotlink protection',
  ' under Security → Settings (formerly Scrape Shield): it blocks images that another site embeds, by `Referer`.',
)
const NO_REFERER = change(
  'Remove `Referer` from the `headers` input',
  ". Hotlink protection allows requests without it, or with the site's own name in it.",
  'restore the header.',
)
const ALLOW_ADDRESS = admitAddress(
  'Allow the address of a self-hosted runner',
  ', or remove the rule that blocks it. Both are under Security → Security rules, as IP access rules or Zone lockdown rules (formerly Security → WAF → Tools).',
)

/** What a rule with the action Skip skips, by form. No rule skips IP Access rules. */
const SKIPS: Readonly<Record<string, string | undefined>> = {
  signature: 'Skip only the product Browser Integrity Check, or User Agent Blocking if the event names it.',
  hotlink: 'Skip only the product Hotlink Protection.',
  address:
    'Skip only the product Zone Lockdown. It helps with nothing else here: no rule skips IP Access rules.',
}
const SKIP_WHAT_BLOCKS =
  'Skip only what the event names: custom rules, managed rules, rate limiting rules, Super Bot Fight Mode rules, or a product.'

/** By the form of the cause. */
export function letThrough({ host, form, elsewhere }: RemedyContext): Advice {
  const skip = admitSecret(
    'Add a custom rule with the action Skip',
    ` before the others, under Security → Security rules (formerly Security → WAF), for ${matchesCheck(host)}. ${SKIPS[form ?? ''] ?? SKIP_WHAT_BLOCKS}`,
  )
  const find = FIND_EVENT(host)
  const others = checkElsewhere(elsewhere)
  if (form === 'hotlink') {
    return {
      summary: 'Let this check skip hotlink protection.',
      steps: [CHECK_HOTLINKS, find, NO_REFERER, ...others, SEND_SECRET, skip],
    }
  }
  if (form === 'address') {
    return {
      summary: "Allow the runner's address, or check from another network.",
      steps: [find, ...others, SEND_SECRET, ALLOW_ADDRESS, skip],
    }
  }
  return {
    summary:
      form === 'rule'
        ? 'Find out what generated the response, and let this check skip it.'
        : 'Let this check skip the rule.',
    steps: [find, ...(form === 'rule' ? [CHECK_WORKERS] : []), ...others, SEND_SECRET, skip, ALLOW_ADDRESS],
  }
}

const CHECK_WITH_CURL = look(
  'Send the same request yourself',
  ': the `curl` command in this report. Remove one header at a time until Cloudflare accepts it.',
)

/** By what Cloudflare did not accept. */
export const REQUEST_ADVICE: Readonly<Record<string, Advice | undefined>> = {
  headers: {
    summary: 'Send smaller headers with this check.',
    steps: [
      CHECK_WITH_CURL,
      change(
        'Shorten the `headers` input',
        ', especially cookies and tokens.',
        'restore the old value of `headers`.',
      ),
    ],
  },
  url: {
    summary: 'Check a shorter URL.',
    steps: [
      change(
        'Shorten `url`',
        ': its query string is too long for Cloudflare.',
        'restore the old value of `url`.',
      ),
    ],
  },
  method: {
    summary: 'Use a method that Cloudflare forwards.',
    steps: [
      CHECK_WITH_CURL,
      change('Set `method: GET`', ', or leave it out.', 'restore the old value of `method`.'),
    ],
  },
  'client-certificate': {
    summary: 'Let this check through without a client certificate.',
    steps: [
      look(
        'Find the rule that requires a certificate',
        ' in the Cloudflare dashboard, under Security → Security rules and SSL/TLS → Client Certificates.',
      ),
      change(
        'Check a host that requires no client certificate',
        ', if the same application has one.',
        'restore the old value of `url`.',
      ),
      SEND_SECRET,
      risk(
        'Or exempt this check in that rule',
        ', with the secret header, the methods GET and HEAD and the path of `url` in its expression.',
        {
          exposes: 'A client that learns the secret needs no certificate for this page.',
          limit: 'Replace the secret every 90 days.',
          undo: 'restore the old expression.',
        },
      ),
    ],
  },
  request: {
    summary: 'Fix the request that this check sends.',
    steps: [
      CHECK_WITH_CURL,
      look('Check `url`', ' for characters that are not encoded.'),
      change(
        'Fix the `headers` input',
        ': `Host`, `Content-Length`, `Transfer-Encoding` and control characters make Cloudflare reject a request.',
        'restore the old value of `headers`.',
      ),
    ],
  },
} satisfies Readonly<Record<RequestFault['form'], Advice>>
