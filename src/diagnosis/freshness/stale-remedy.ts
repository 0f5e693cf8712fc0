import { look, change, type Remedy, type RemedyContext, type Step } from '../../domain/cause.ts'
import { setInput } from '../rules/set-input.ts'
import { COMPARE_RECORDS } from '../causes/shared-steps.ts'

type Advice = Pick<Remedy, 'summary' | 'steps' | 'reference'>

const PURGE = 'https://developers.cloudflare.com/cache/how-to/purge-cache/'
const BY_STATUS = 'https://developers.cloudflare.com/cache/how-to/configure-cache-status-code/'

/** The remedy of `edge-stale`, by its form. */
export function staleRemedy({ host, form = '' }: RemedyContext): Remedy {
  const advice = Object.hasOwn(ADVICE, form) ? ADVICE[form] : undefined
  return { difficulty: 'easy', ...(advice ?? cachedContent)(host) }
}

/** How old the copy is. */
const checkAge = (host: string): Step =>
  look(
    'Check how old the copy is',
    `: \`curl -sI 'https://${host}/' | grep -iE '^(age|cf-cache-status|cache-control):'\`, with the path of the URL. \`Age\` is in seconds: compare it with the time of the deploy.`,
  )

/** @param what completes "Purge …": "this URL" */
export const purgeUrl = (what: string): Step =>
  change(
    `Purge ${what}`,
    ": Caching → Configuration → Custom Purge in the dashboard, by URL. Or call the API's `purge_cache` in the deploy. The next response has `cf-cache-status: MISS`. Copies in browsers remain, and those that a Worker stored may too.",
    'not needed, because the next request stores a new copy.',
  )

const KEEP_OLD_FILES = change(
  'Keep the files of earlier releases',
  ' for at least a day, and upload new files before the page that names them.',
  'delete them after a later deploy.',
)

const NO_CACHE_FOR_PAGES = change(
  'Send `Cache-Control: no-cache` with pages that change with each deploy.',
  ' Cloudflare then revalidates each copy at the origin before it uses it. With `no-store`, it keeps no copy. A Cache Rule that ignores this header has priority. Files with a hash in their name can stay cached.',
  'restore the old header.',
)

export const NOT_FOUND = change(
  'Return 404 for a missing file',
  ", not the application's page: limit the single-page fallback to paths without an extension, and send `Cache-Control: no-store` with the 404.",
  'restore the old configuration, then reload.',
)

const cachedContent = (host: string): Advice => ({
  summary: "Purge changed content from Cloudflare's cache, now and after every deploy.",
  steps: [
    checkAge(host),
    look('Check whether the origin itself has a cache', ' if the old content comes back after a purge.'),
    purgeUrl('this URL'),
    NO_CACHE_FOR_PAGES,
  ],
  reference: PURGE,
})

const elsewhere = (host: string): Advice => ({
  summary: 'Check which origin Cloudflare uses.',
  steps: [
    COMPARE_RECORDS,
    look(
      'Check whether a rule points elsewhere',
      ': an Origin Rule (Rules → Overview), a Workers route or a load balancer.',
    ),
    look(
      'Check for a cache behind Cloudflare',
      `: \`curl -sI 'https://${host}/' | grep -iE '^(age|x-cache|via):'\`, with the path of the URL.`,
    ),
    change(
      'Point the record or the rule to the origin that was deployed to',
      ', if it is another one.',
      'restore the old value.',
    ),
  ],
  reference: PURGE,
})

const HEADERS = 'https://developers.cloudflare.com/fundamentals/reference/http-headers/'

const OWN_HEADER = setInput(
  'Expect a header of your own',
  ', such as `X-Release: v42`, or a text in the page with `expected-body`. Cloudflare leaves both unchanged.',
)

const compareSides = (host: string): Step =>
  look(
    'Compare both sides',
    `: \`curl -sI 'https://${host}/'\`, and the \`curl\` command for the origin in this report.`,
  )

const ADVICE: Readonly<Record<string, (host: string) => Advice>> = {
  elsewhere,
  'cached-error': (host) => ({
    summary: 'Purge this URL, and keep Cloudflare from caching errors.',
    steps: [
      checkAge(host),
      purgeUrl('this URL'),
      change(
        'Keep errors out of the cache',
        ': send `Cache-Control: no-store` with every error from the origin. Or add a Cache Rule with a status code TTL: "No store" for 400 to 599.',
        'remove the header or the rule.',
      ),
      KEEP_OLD_FILES,
    ],
    reference: BY_STATUS,
  }),
  'cached-redirect': (host) => ({
    summary: 'Purge this URL, and limit how long Cloudflare caches redirects.',
    steps: [
      checkAge(host),
      purgeUrl('this URL'),
      change(
        'Limit how long redirects are cached',
        ': send `Cache-Control: no-store` or a short `max-age` with them, or add a Cache Rule with a status code TTL for 301 to 308.',
        'remove the header or the rule.',
      ),
      change(
        'Keep the old target working.',
        ' Browsers cache a 301 or 308 too, and a purge does not reach them. Redirecting the old target back would create a loop there.',
        'remove the target when it gets no more requests.',
      ),
    ],
    reference: BY_STATUS,
  }),
  'cached-file': (host) => ({
    summary:
      "Purge the file from Cloudflare's cache, and keep errors and pages from being cached in its place.",
    steps: [checkAge(host), purgeUrl('the file that this report names'), NOT_FOUND, KEEP_OLD_FILES],
    reference: BY_STATUS,
  }),
  'changed-header': (host) => ({
    summary: 'Expect a header that Cloudflare leaves unchanged.',
    steps: [compareSides(host), OWN_HEADER],
    reference: HEADERS,
  }),
  'changed-cookie': (host) => ({
    summary: 'Keep the response out of the cache if visitors need the cookie.',
    steps: [
      compareSides(host),
      change(
        'Send `Cache-Control: private` or `no-store` with the cookie',
        ', and remove the Edge TTL that ignores it from the Cache Rule. Cloudflare then does not cache the response and leaves the cookie in it.',
        'restore the header and the rule.',
      ),
      OWN_HEADER,
    ],
    reference: 'https://developers.cloudflare.com/cache/concepts/cache-behavior/',
  }),
  'cached-page': (host) => ({
    summary: "Purge the page from Cloudflare's cache, now and after every deploy.",
    steps: [checkAge(host), purgeUrl('the page'), NO_CACHE_FOR_PAGES, KEEP_OLD_FILES],
    reference: PURGE,
  }),
  'old-page': (host) => ({
    summary: 'Find out where the old page comes from.',
    steps: [...elsewhere(host).steps, KEEP_OLD_FILES],
    reference: PURGE,
  }),
}
