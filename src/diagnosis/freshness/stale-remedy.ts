import { look, change, type Remedy, type RemedyContext } from '../../domain/cause.ts'
import { COMPARE_RECORDS } from '../causes/shared-steps.ts'

type Advice = Pick<Remedy, 'summary' | 'steps' | 'reference'>

const PURGE = 'https://developers.cloudflare.com/cache/how-to/purge-cache/'
const BY_STATUS = 'https://developers.cloudflare.com/cache/how-to/configure-cache-status-code/'

/** The remedy of `edge-stale`, by its form. */
export function staleRemedy({ host, form = '' }: RemedyContext): Remedy {
  const advice = Object.hasOwn(ADVICE, form) ? ADVICE[form] : undefined
  return { difficulty: 'easy', ...(advice ?? cachedContent)(host) }
}

const purgeUrl = (what: string): Remedy['steps'][0] =>
  change(
    `Purge ${what} now`,
    ': Caching → Configuration → Custom Purge in the dashboard, by URL. Or in the deploy: `curl -X POST https://api.cloudflare.com/client/v4/zones/ZONE_ID/purge_cache -H "Authorization: Bearer $TOKEN" --json \'{"files":["URL"]}\'`.',
    '',
  )

const checkResult = (host: string): Remedy['steps'][0] =>
  look(
    'Check the result',
    `: \`curl -sI 'https://${host}/' | grep -i cf-cache-status\`, with the path of the URL, should return \`MISS\`, and then \`HIT\`.`,
  )

const KEEP_OLD_FILES = change(
  'Keep the files of earlier releases',
  ' for at least a day, and upload new files before the page that names them.',
  '',
)

const NO_CACHE_FOR_PAGES = change(
  'Exclude pages that change with each deploy',
  ': send `Cache-Control: no-cache` from the origin, or remove them from the Cache Rule. Files with a hash in their name can stay cached.',
  '',
)

const cachedContent = (host: string): Advice => ({
  summary: "Purge what has changed from Cloudflare's cache, after this and every deploy.",
  steps: [
    purgeUrl('the cache'),
    checkResult(host),
    NO_CACHE_FOR_PAGES,
    look('Check whether the origin itself has a cache', ' if the old content comes back.'),
  ],
  reference: PURGE,
})

const elsewhere = (host: string): Advice => ({
  summary: 'Check which origin Cloudflare uses.',
  steps: [
    COMPARE_RECORDS,
    look('Check whether a rule points elsewhere', ': Rules → Origin Rules, Workers Routes, Load Balancing.'),
    look(
      'Check for a cache behind Cloudflare',
      `: \`curl -sI 'https://${host}/'\`, and look for the headers \`Age\`, \`X-Cache\` and \`Via\`.`,
    ),
  ],
  reference: PURGE,
})

const HEADERS = 'https://developers.cloudflare.com/fundamentals/reference/http-headers/'

const OWN_HEADER = change(
  'Expect a header of your own',
  ', such as `X-Release: v42`, or a text in the page with `expected-body`. Cloudflare leaves both unchanged.',
  '',
)

const compareSides = (host: string): Remedy['steps'][0] =>
  look(
    'Compare both sides',
    `: \`curl -sI 'https://${host}/'\`, and the \`curl\` command for the origin in this report.`,
  )

const ADVICE: Readonly<Record<string, (host: string) => Advice>> = {
  elsewhere,
  'cached-error': (host) => ({
    summary: 'Purge this URL, and keep Cloudflare from caching errors.',
    steps: [
      purgeUrl('this URL'),
      checkResult(host),
      look(
        "Don't let errors be cached",
        ': send `Cache-Control: no-store` with every error from the origin. Or add a Cache Rule with a status code TTL: "No store" for 400 to 599.',
      ),
      KEEP_OLD_FILES,
    ],
    reference: BY_STATUS,
  }),
  'cached-redirect': (host) => ({
    summary: 'Purge this URL, and limit how long Cloudflare caches redirects.',
    steps: [
      purgeUrl('this URL'),
      checkResult(host),
      change(
        'Limit how long redirects are cached',
        ': send `Cache-Control: no-store` or a short `max-age` with them, or add a Cache Rule with a status code TTL for 301 to 308.',
        '',
      ),
      change(
        'Keep the old target working.',
        ' Browsers cache a 301 or 308 too, and a purge does not reach them. Redirecting the old target back would create a loop there.',
        '',
      ),
    ],
    reference: BY_STATUS,
  }),
  'cached-file': (host) => ({
    summary:
      "Purge the file from Cloudflare's cache, and keep errors and pages from being cached in its place.",
    steps: [
      purgeUrl('the file that this report names'),
      checkResult(host),
      change(
        'Return 404 for a missing file',
        ", not the application's page: limit the single-page fallback to paths without an extension, and send `Cache-Control: no-store` with the 404.",
        '',
      ),
      KEEP_OLD_FILES,
    ],
    reference: BY_STATUS,
  }),
  'changed-header': (host) => ({
    summary: 'Expect a header that Cloudflare leaves unchanged.',
    steps: [OWN_HEADER, compareSides(host)],
    reference: HEADERS,
  }),
  'changed-cookie': (host) => ({
    summary: 'Keep the response out of the cache if visitors need the cookie.',
    steps: [
      change(
        'Send `Cache-Control: private` or `no-store` with the cookie',
        ', so that Cloudflare does not cache the response and leaves the cookie in it.',
        '',
      ),
      OWN_HEADER,
      compareSides(host),
    ],
    reference: 'https://developers.cloudflare.com/cache/concepts/cache-behavior/',
  }),
  'cached-page': (host) => ({
    summary: "Purge the page from Cloudflare's cache, after this and every deploy.",
    steps: [purgeUrl('the page'), checkResult(host), NO_CACHE_FOR_PAGES, KEEP_OLD_FILES],
    reference: PURGE,
  }),
  'old-page': (host) => ({
    summary: 'Find out where the old page comes from.',
    steps: [...elsewhere(host).steps, KEEP_OLD_FILES],
    reference: PURGE,
  }),
}
