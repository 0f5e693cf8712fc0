import { fixedResponse } from '../../origins/scripted/content.ts'
import { html } from '../../origins/scripted/routes.ts'
import type { HttpResponse } from '../../origins/server/response.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'

const ONCE = { wait: '0s' } as const
const likely = unhealthy('origin-not-deployed', 'likely')

const NGINX = html(
  'Welcome to nginx!',
  '<h1>Welcome to nginx!</h1>\n<p>If you see this page, the nginx web server is successfully installed and\nworking. Further configuration is required.</p>',
)
const SUSPENDED = html(
  'Account Suspended',
  '<h1>Account Suspended</h1><p>This Account has been suspended. Contact your hosting provider for more information.</p>',
)

const bothServe = (
  id: string,
  sentence: string,
  page: HttpResponse,
  says: readonly (string | RegExp)[],
): Scenario => ({
  id: `origin-not-deployed-${id}`,
  sentence,
  setup: { origin: fixedResponse(sentence, page) },
  inputs: ONCE,
  curl: { edge: page.status, direct: page.status },
  expected: { ...likely, says, neverSays: ['roll back'] },
  not: ['edge-stale', 'unexpected-status'],
})

/** Pages that servers and hosting companies serve in place of a site, without any expectation in the workflow. */
export const START_PAGES: readonly Scenario[] = [
  bothServe('nginx-start-page', "the origin serves nginx's start page", NGINX, [
    'start page of nginx',
    'nginx -T | grep server_name',
  ]),
  bothServe(
    'apache-start-page',
    "the origin serves Ubuntu's start page of Apache",
    html('Apache2 Ubuntu Default Page: It works', '<p>It works!</p>'),
    ['start page of Apache'],
  ),
  bothServe(
    'it-works',
    "the origin serves Apache's shortest start page",
    { status: 200, body: '<html><body><h1>It works!</h1></body></html>\n' },
    ['start page of Apache'],
  ),
  bothServe('suspended-account', 'the hosting company has suspended the account', SUSPENDED, [
    'suspended',
    'hosting company',
  ]),
  bothServe(
    'parking-page',
    'the domain is parked at its registrar, and the record points there',
    {
      status: 200,
      body: '<!DOCTYPE html><html><head><script>window.onload=function(){window.location.href="/lander"}</script></head></html>',
    },
    ['parking page', 'GoDaddy'],
  ),
  {
    id: 'edge-stale-start-page',
    sentence: "the cache has kept nginx's start page from before the first deploy",
    setup: {
      edgeBehavior: 'cached',
      zone: { cachedCopy: { status: 200, type: 'text/html', body: String(NGINX.body), age: 86_400 } },
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200, edgeContains: /Welcome to nginx/ },
    expected: { ...unhealthy('edge-stale'), says: ['start page of nginx', 'purge'] },
    not: ['origin-not-deployed'],
  },
  {
    id: 'healthy-tutorial-about-nginx',
    sentence: "the page is a tutorial that quotes nginx's start page",
    setup: {
      origin: fixedResponse(
        'the page is a tutorial',
        html(
          'How to install nginx',
          '<h1>Install nginx</h1><p>Open the address. You should see <b>Welcome to nginx!</b>, "the nginx web server is successfully installed and working". With Apache you see "It works!".</p>',
        ),
      ),
    },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['origin-not-deployed'],
  },
  {
    id: 'healthy-start-page-that-is-expected',
    sentence: "the site is a demo of nginx's start page, and its text is expected",
    setup: { origin: fixedResponse("the site is nginx's start page", NGINX) },
    inputs: { ...ONCE, 'expected-body': 'Further configuration is required' },
    curl: { edge: 200, direct: 200 },
    expected: HEALTHY,
    not: ['origin-not-deployed'],
  },
]
