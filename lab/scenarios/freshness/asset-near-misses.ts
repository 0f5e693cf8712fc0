import { challengePage } from '../../edge/pages/challenge.ts'
import { routes } from '../../origins/scripted/routes.ts'
import { HEALTHY, type Scenario } from '../scenario.ts'
import {
  appPage,
  css,
  document,
  javascript,
  moduleScript,
  NEW_SCRIPT,
  OLD_SCRIPT,
  ownResponse,
  pageWith,
  STYLE,
  stylesheet,
} from './pages.ts'

const ONCE = { wait: '0s', timeout: '8s' } as const
const CURL = { edge: 200, direct: 200 } as const
const NOT = ['edge-stale', 'origin-not-deployed'] as const

/** The page, its stylesheet, and this response for its script. */
const withScript = (
  sentence: string,
  response: Parameters<typeof routes>[1][string],
): ReturnType<typeof routes> =>
  routes(sentence, { '/': document(appPage(NEW_SCRIPT)), [NEW_SCRIPT]: response, [STYLE]: css() })

const only = (sentence: string, ...head: readonly string[]): ReturnType<typeof routes> =>
  routes(sentence, { '/': document(pageWith(...head)), '/ok.js': javascript(), '/ok.css': css() })

const nearMiss = (
  id: string,
  sentence: string,
  origin: ReturnType<typeof routes>,
  inputs: Scenario['inputs'] = {},
): Scenario => ({
  id: `healthy-assets-${id}`,
  sentence,
  setup: { origin },
  inputs: { ...ONCE, ...inputs },
  curl: CURL,
  expected: HEALTHY,
  not: NOT,
})

/** Pages whose script or stylesheet looks missing and isn't, or doesn't matter. */
export const ASSET_NEAR_MISSES: readonly Scenario[] = [
  {
    ...nearMiss(
      'old-files-kept',
      'the cache has the old page, and the old script was kept',
      routes('both releases are there', {
        '/': document(appPage(NEW_SCRIPT)),
        [NEW_SCRIPT]: javascript(),
        [OLD_SCRIPT]: javascript(),
        [STYLE]: css(),
      }),
    ),
    setup: {
      origin: routes('both releases are there', {
        '/': document(appPage(NEW_SCRIPT)),
        [NEW_SCRIPT]: javascript(),
        [OLD_SCRIPT]: javascript(),
        [STYLE]: css(),
      }),
      zone: { cache: 'fresh', cachedCopy: { body: appPage(OLD_SCRIPT), age: 1860, paths: ['/'] } },
    },
  },
  nearMiss(
    'of-other-hosts',
    'the page names only scripts and stylesheets of other hosts and ports, and links of its own',
    only(
      'the files are elsewhere',
      '<script src="https://cdn.example.net/gone.js"></script>',
      '<script src="//static.shop.example/gone.js"></script>',
      '<script src="http://www.shop.example/plain.js"></script>',
      '<script src="https://www.shop.example:8443/port.js"></script>',
      '<link rel="stylesheet" href="https://fonts.example.net/gone.css">',
      '<link rel="modulepreload" href="/gone.js"><link rel="preload" as="style" href="/gone.css">',
    ),
  ),
  nearMiss(
    'behind-a-foreign-base',
    "the page's base URL is another host",
    only(
      'the base is elsewhere',
      '<base href="https://cdn.example.net/shop/">',
      moduleScript('gone.js'),
      stylesheet('gone.css'),
    ),
  ),
  nearMiss(
    'in-comments',
    'missing files are named in comments, scripts and elements that browsers ignore',
    only(
      'only ignored markup names missing files',
      `<!-- ${moduleScript('/gone.js')} -->`,
      '<!--[if lt IE 9]><script src="/html5shiv.js"></script><![endif]-->',
      '<noscript><link rel="stylesheet" href="/gone.css"></noscript>',
      '<template><script src="/gone.js"></script></template>',
      '<script nomodule src="/legacy.js"></script>',
      '<script type="text/template" src="/gone.html"></script>',
      '<script type="text/plain" data-consent src="/tracker.js"></script>',
      '<script>document.write("<script src=/gone.js><\\/script>")</script>',
      '<link rel="alternate stylesheet" href="/dark.css"><link rel="stylesheet" media="print" href="/print.css">',
      moduleScript('/ok.js'),
      stylesheet('/ok.css'),
    ),
  ),
  nearMiss(
    'placeholders',
    'the page has placeholders that a theme switcher fills, before its own files',
    only(
      'the first URLs name no file',
      '<link rel="stylesheet" id="theme" href="#"><link rel="stylesheet" href="/"><script src="#"></script>',
      moduleScript('/ok.js'),
      stylesheet('/ok.css'),
    ),
  ),
  nearMiss(
    'script-forbidden',
    'the script is forbidden to this check',
    withScript('the script returns 403', { status: 403, body: '<h1>Forbidden</h1>' }),
  ),
  nearMiss(
    'script-rate-limited',
    'the script is rate-limited',
    withScript('the script returns 429', { status: 429, body: '<!DOCTYPE html><title>Too many</title>' }),
  ),
  {
    ...nearMiss(
      'script-challenged',
      'Cloudflare challenges the request for the script',
      withScript('everything is there', javascript()),
    ),
    setup: {
      origin: withScript('everything is there', javascript()),
      edgeBehavior: (request) =>
        request.path === NEW_SCRIPT
          ? { ...challengePage(request), headers: { 'cf-mitigated': 'challenge' } }
          : undefined,
    },
  },
  {
    ...nearMiss(
      'script-fails',
      'the server fails for the script, which says nothing about whether it exists',
      withScript('the script returns 503', { status: 503, body: 'busy' }),
    ),
    expected: { ...HEALTHY, notes: ['origin-not-deployed'] },
    not: ['edge-stale'],
  },
  {
    ...nearMiss(
      'module-with-a-wrong-type',
      'the module is there, with a type that browsers refuse',
      withScript('the module has a wrong type', javascript('application/octet-stream')),
    ),
    expected: { ...HEALTHY, warnings: ['origin-not-deployed'], says: ['application/octet-stream'] },
    not: ['edge-stale'],
  },
  {
    ...nearMiss(
      'stylesheet-with-a-wrong-type',
      'the stylesheet is there, as plain text',
      routes('the stylesheet has a wrong type', {
        '/': document(appPage(NEW_SCRIPT)),
        [NEW_SCRIPT]: javascript(),
        [STYLE]: css('text/plain'),
      }),
    ),
    expected: { ...HEALTHY, warnings: ['origin-not-deployed'], says: ['text/plain', STYLE] },
    not: ['edge-stale'],
  },
  nearMiss(
    'switched-off',
    'the script is missing, and `check-assets` is off',
    routes('the script is missing', { '/': document(appPage(NEW_SCRIPT)) }),
    { 'check-assets': 'false' },
  ),
  nearMiss(
    'cloudflares-own-scripts',
    "the page names only Cloudflare's own scripts",
    only(
      'only scripts under /cdn-cgi/',
      '<script src="/cdn-cgi/scripts/7d0fa10a/cloudflare-static/rocket-loader.min.js" defer></script>',
      '<script data-cfasync="false" src="/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js"></script>',
    ),
  ),
  {
    ...nearMiss(
      'rewritten-by-rocket-loader',
      'Rocket Loader changes the types of scripts, and they are there',
      only('the script is there', '<script src="/ok.js"></script>'),
    ),
    setup: {
      origin: only('the script is there', '<script src="/ok.js"></script>'),
      edgeBehavior: ownResponse('/', {
        status: 200,
        type: 'text/html',
        body: pageWith('<script type="1f2e3d4c5b6a798812345678-text/javascript" src="/ok.js"></script>'),
        headers: { 'cf-cache-status': 'DYNAMIC' },
      }),
    },
  },
  nearMiss(
    'page-by-head',
    'the check uses HEAD, whose responses have no page',
    routes('the script is missing', { '/': document(appPage(NEW_SCRIPT)) }),
    { method: 'HEAD' },
  ),
]
