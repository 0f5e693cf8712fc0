import { routes } from '../../origins/scripted/routes.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'
import { appPage, cachedPaths, document, javascript, NEW_SCRIPT } from './pages.ts'

const URL = `https://www.shop.example${NEW_SCRIPT}`
const PAGE = appPage(NEW_SCRIPT)
const FALLBACK = routes('every path gets the page', {}, document(PAGE))
const WITH_FILE = routes(
  'the file is there',
  { '/': document(PAGE), [NEW_SCRIPT]: javascript() },
  document(PAGE),
)

/** URLs of files that return an HTML page. */
export const FILES: readonly Scenario[] = [
  {
    id: 'edge-stale-html-for-file',
    sentence: "the URL is a script's, HTML is cached under it, and the origin has the file",
    setup: { origin: WITH_FILE, edgeBehavior: cachedPaths({ [NEW_SCRIPT]: { body: PAGE } }) },
    inputs: { wait: '0s', timeout: '8s', url: URL },
    curl: { edge: 200, direct: 200, edgeContains: /<div id="root">/, directContains: /export/ },
    expected: { ...unhealthy('edge-stale', 'certain'), says: ['HTML page in its place', 'purge'] },
    not: ['origin-not-deployed'],
  },
  {
    id: 'edge-stale-html-for-file-cache-ignores-query',
    sentence: 'the same, behind a cache that ignores query strings',
    setup: {
      origin: WITH_FILE,
      zone: {
        cache: 'fresh',
        cacheIgnoresQuery: true,
        cachedCopy: { body: PAGE, age: 1860, paths: [NEW_SCRIPT] },
      },
    },
    inputs: { wait: '0s', timeout: '8s', url: URL },
    curl: { edge: 200, direct: 200 },
    expected: unhealthy('edge-stale', 'certain'),
    not: ['origin-not-deployed'],
  },
  {
    id: 'edge-stale-html-for-file-without-an-origin',
    sentence: 'the same, and the check has no `origin`',
    setup: { origin: WITH_FILE, edgeBehavior: cachedPaths({ [NEW_SCRIPT]: { body: PAGE } }) },
    inputs: { wait: '0s', timeout: '8s', url: URL, origin: '' },
    curl: { edge: 200, direct: 200 },
    expected: unhealthy('edge-stale', 'certain'),
    not: ['origin-not-deployed', 'cache-masks-broken-origin'],
  },
  {
    id: 'origin-not-deployed-html-for-file',
    sentence: "the URL is a script's, and both sides return the application's page",
    setup: { origin: FALLBACK },
    inputs: { wait: '0s', timeout: '8s', url: URL },
    curl: { edge: 200, direct: 200, directContains: /<div id="root">/ },
    expected: { ...unhealthy('origin-not-deployed', 'likely'), says: ['HTML page in its place'] },
    not: ['edge-stale'],
  },
  {
    id: 'origin-not-deployed-html-for-json',
    sentence: "the URL is a JSON file's, and both sides return the application's page",
    setup: { origin: FALLBACK },
    inputs: { wait: '0s', timeout: '8s', url: 'https://www.shop.example/version.json' },
    curl: { edge: 200, direct: 200 },
    expected: unhealthy('origin-not-deployed', 'likely'),
    not: ['edge-stale'],
  },
  {
    id: 'origin-not-deployed-html-for-image',
    sentence: "the URL is an image's, and both sides return the application's page",
    setup: { origin: FALLBACK },
    inputs: { wait: '0s', timeout: '8s', url: 'https://www.shop.example/img/logo.webp' },
    curl: { edge: 200, direct: 200 },
    expected: unhealthy('origin-not-deployed', 'likely'),
    not: ['edge-stale'],
  },
  {
    id: 'healthy-file',
    sentence: "the URL is a script's, and it is there",
    setup: { origin: WITH_FILE },
    inputs: { wait: '0s', timeout: '8s', url: URL },
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['edge-stale', 'origin-not-deployed'],
  },
  {
    id: 'healthy-page-about-a-file',
    sentence: 'the URL ends in .png, and it is a page about the image',
    setup: { origin: routes('a wiki', {}, document('<!DOCTYPE html>\n<title>Logo.png</title>\n')) },
    inputs: { wait: '0s', timeout: '8s', url: 'https://www.shop.example/wiki/File:Logo.png' },
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['edge-stale', 'origin-not-deployed'],
  },
  {
    id: 'healthy-html-for-file-that-is-expected',
    sentence: 'the URL ends in .json, and the workflow expects the text of an HTML page',
    setup: { origin: routes('an explorer', {}, document('<!DOCTYPE html>\n<title>Explorer</title>\n')) },
    inputs: {
      wait: '0s',
      timeout: '8s',
      url: 'https://www.shop.example/api.json',
      'expected-body': 'Explorer',
    },
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['edge-stale', 'origin-not-deployed'],
  },
]
