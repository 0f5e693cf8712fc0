import { routes } from '../../origins/scripted/routes.ts'
import { unhealthy, type Scenario } from '../scenario.ts'
import {
  appPage,
  cachedPaths,
  css,
  document,
  javascript,
  NEW_SCRIPT,
  OLD_SCRIPT,
  pageWith,
  STYLE,
} from './pages.ts'

/** The new release. The old script is gone. */
const RELEASE = routes('the new release is deployed, and the old script is deleted', {
  '/': document(appPage(NEW_SCRIPT)),
  [NEW_SCRIPT]: javascript(),
  [STYLE]: css(),
})

/** The same, with a single-page application's fallback for every other path. */
const WITH_FALLBACK = routes(
  'the new release is deployed, and every other path gets its page',
  { '/': document(appPage(NEW_SCRIPT)), [NEW_SCRIPT]: javascript(), [STYLE]: css() },
  document(appPage(NEW_SCRIPT)),
)

const ONCE = { wait: '0s', timeout: '8s' } as const

/** Pages that return 200, whose script or stylesheet is gone. */
export const PAGE_ASSETS: readonly Scenario[] = [
  {
    id: 'edge-stale-page-names-deleted-script',
    sentence: 'the cache has the old page, whose script the deploy deleted',
    setup: {
      origin: RELEASE,
      zone: { cache: 'fresh', cachedCopy: { body: appPage(OLD_SCRIPT), age: 1860, paths: ['/'] } },
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200, edgeContains: /index-A1f9/, directContains: /index-B7c2/ },
    expected: {
      ...unhealthy('edge-stale', 'certain'),
      says: [OLD_SCRIPT, NEW_SCRIPT, '404', 'purge the page'],
      neverSays: ['is healthy'],
    },
    not: ['origin-not-deployed', 'unexpected-status', 'cache-masks-broken-origin'],
  },
  {
    id: 'edge-stale-page-names-fallback-as-script',
    sentence: "the cache has the old page, and the old script's name gets the application's page",
    setup: {
      origin: WITH_FALLBACK,
      zone: { cache: 'fresh', cachedCopy: { body: appPage(OLD_SCRIPT), age: 1860, paths: ['/'] } },
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: {
      ...unhealthy('edge-stale', 'certain'),
      says: [OLD_SCRIPT, 'HTML page in its place'],
    },
    not: ['origin-not-deployed'],
  },
  {
    id: 'edge-stale-page-without-an-origin',
    sentence: 'the cache has the old page, its script is gone, and the check has no `origin`',
    setup: {
      origin: RELEASE,
      zone: { cache: 'fresh', cachedCopy: { body: appPage(OLD_SCRIPT), age: 1860, paths: ['/'] } },
    },
    inputs: { ...ONCE, origin: '' },
    curl: { edge: 200, direct: 200 },
    // The page that bypasses the cache names the new script.
    expected: { ...unhealthy('edge-stale', 'certain'), says: ['bypasses the cache', NEW_SCRIPT] },
    not: ['origin-not-deployed'],
  },
  {
    id: 'edge-stale-copied-page',
    sentence: 'another server, which Cloudflare uses, has a copied old page whose script is gone',
    setup: {
      origin: RELEASE,
      record: 'second',
      second: routes('only the old page is there', { '/': document(appPage(OLD_SCRIPT)), [STYLE]: css() }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: {
      ...unhealthy('edge-stale', 'likely'),
      says: [OLD_SCRIPT, NEW_SCRIPT],
      neverSays: ['purge the page'],
    },
    not: ['origin-not-deployed'],
  },
  {
    id: 'edge-stale-html-cached-as-script',
    sentence: "HTML is cached under the script's name, from before the script was uploaded",
    setup: {
      origin: WITH_FALLBACK,
      edgeBehavior: cachedPaths({ [NEW_SCRIPT]: { body: appPage(NEW_SCRIPT) } }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: {
      ...unhealthy('edge-stale', 'certain'),
      says: ['HTML page in its place', 'purge the file', NEW_SCRIPT],
    },
    not: ['origin-not-deployed'],
  },
  {
    id: 'edge-stale-html-cached-as-script-with-its-type',
    sentence: "HTML is cached under the script's name, and its Content-Type follows from the name",
    setup: {
      origin: WITH_FALLBACK,
      edgeBehavior: cachedPaths({ [NEW_SCRIPT]: { body: appPage(NEW_SCRIPT), type: 'text/javascript' } }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('edge-stale', 'certain'), says: ['HTML page in its place'] },
    not: ['origin-not-deployed'],
  },
  {
    id: 'edge-stale-missing-script-cached',
    sentence: "the script's 404 is cached, from before the script was uploaded",
    setup: { origin: RELEASE, edgeBehavior: cachedPaths({ [NEW_SCRIPT]: { status: 404, body: 'no' } }) },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: {
      ...unhealthy('edge-stale', 'certain'),
      says: ['404', NEW_SCRIPT, 'bypasses the cache gets the file'],
    },
    not: ['origin-not-deployed', 'unexpected-status'],
  },
  {
    id: 'origin-not-deployed-missing-script',
    sentence: 'the page was deployed without its script',
    setup: {
      origin: routes('the script is missing', { '/': document(appPage(NEW_SCRIPT)), [STYLE]: css() }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: {
      ...unhealthy('origin-not-deployed', 'likely'),
      says: [NEW_SCRIPT, '404', "the origin's page names the same file", 'uploaded the file'],
    },
    not: ['edge-stale', 'unexpected-status'],
  },
  {
    id: 'origin-not-deployed-missing-stylesheet',
    sentence: 'the page was deployed without its stylesheet, and the server says 410',
    setup: {
      origin: routes('the stylesheet is gone', {
        '/': document(appPage(NEW_SCRIPT)),
        [NEW_SCRIPT]: javascript(),
        [STYLE]: { status: 410, body: 'gone' },
      }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('origin-not-deployed', 'likely'), says: [STYLE, '410', 'stylesheet'] },
    not: ['edge-stale', 'unexpected-status'],
  },
  {
    id: 'origin-not-deployed-fallback-as-script',
    sentence: "the script is missing, and the fallback returns the application's page under its name",
    setup: { origin: routes('every path gets the page', {}, document(appPage(NEW_SCRIPT))) },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('origin-not-deployed', 'likely'), says: [NEW_SCRIPT, 'HTML page in its place'] },
    not: ['edge-stale'],
  },
  {
    id: 'origin-not-deployed-script-redirects-home',
    sentence: 'the script is missing, and the server redirects its URL to the home page',
    setup: {
      origin: routes(
        'every other path redirects home',
        { '/': document(appPage(NEW_SCRIPT)) },
        { status: 301, headers: [['Location', '/']] },
      ),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('origin-not-deployed', 'likely'), says: [NEW_SCRIPT, '301'] },
    not: ['edge-stale', 'redirect-loop'],
  },
  {
    id: 'origin-not-deployed-missing-classic-script-behind-base',
    sentence: 'the page has a base URL, and its script is missing there',
    setup: {
      origin: routes('the script is at another path', {
        '/': document(pageWith('<base href="/shop/">', '<script defer src="app.js?v=2&amp;x=1"></script>')),
        '/app.js': javascript(),
      }),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('origin-not-deployed', 'likely'), says: ['/shop/app.js', '404'] },
    not: ['edge-stale'],
  },
  {
    id: 'origin-not-deployed-missing-script-without-an-origin',
    sentence: 'the script is missing, and the check has no `origin`',
    setup: {
      origin: routes('the script is missing', { '/': document(appPage(NEW_SCRIPT)), [STYLE]: css() }),
    },
    inputs: { ...ONCE, origin: '' },
    curl: { edge: 200, direct: 200 },
    expected: { ...unhealthy('origin-not-deployed', 'likely'), says: [NEW_SCRIPT, 'not a cached copy'] },
    not: ['edge-stale'],
  },
  {
    id: 'healthy-assets-uploaded-meanwhile',
    sentence: 'the script is uploaded while the check waits',
    network: 'namespace',
    setup: {
      origin: routes('the script is missing', { '/': document(appPage(NEW_SCRIPT)), [STYLE]: css() }),
      later: [{ after: 5000, setup: { origin: RELEASE } }],
    },
    inputs: { wait: '30s', interval: '500ms', 'consecutive-successes': '1' },
    curl: { edge: 200, direct: 200 },
    expected: { verdict: 'healthy', cause: '', trend: 'recovered' },
    not: ['edge-stale'],
  },
]
