import { fixedResponse } from '../../origins/scripted/content.ts'
import { html } from '../../origins/scripted/routes.ts'
import type { HttpResponse } from '../../origins/server/response.ts'
import { unhealthy, type Scenario } from '../scenario.ts'

const ONCE = { wait: '0s' } as const

const GITHUB = html(
  'Site not found &middot; GitHub Pages',
  "<h1>404</h1><p><strong>There isn't a GitHub Pages site here.</strong></p>",
  404,
)

const unknownHost = (
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
  expected: {
    ...unhealthy('origin-not-deployed', 'likely'),
    says: ['does not know', ...says],
    neverSays: [/roll ?back/i, 'routes, files'],
  },
  not: ['unexpected-status', 'origin-app-error'],
})

/** Hosting platforms that don't know the site's host. */
export const HOSTING_PLATFORMS: readonly Scenario[] = [
  unknownHost(
    'github-pages-without-cname',
    'a deploy without a CNAME file has removed the host from GitHub Pages',
    GITHUB,
    ['GitHub Pages', 'CNAME', 'takeover'],
  ),
  unknownHost(
    's3-without-bucket',
    'the S3 bucket of the host does not exist',
    {
      status: 404,
      type: 'application/xml',
      server: 'AmazonS3',
      body: '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>NoSuchBucket</Code><Message>The specified bucket does not exist</Message><BucketName>www.shop.example</BucketName></Error>',
    },
    ['Amazon S3', 'takeover'],
  ),
  unknownHost(
    'vercel-deployment-not-found',
    'no project on Vercel has the host',
    {
      status: 404,
      type: 'text/plain',
      server: 'Vercel',
      headers: [['X-Vercel-Error', 'DEPLOYMENT_NOT_FOUND']],
      body: 'The deployment could not be found on Vercel.\n\nDEPLOYMENT_NOT_FOUND\n',
    },
    ['Vercel', 'Domains'],
  ),
  unknownHost(
    'fastly-unknown-domain',
    'no Fastly service has the host',
    {
      status: 500,
      body: '<html><head><title>Fastly error: unknown domain www.shop.example</title></head><body><p>Fastly error: unknown domain: www.shop.example. Please check that this domain has been added to a service.</p></body></html>',
    },
    ['Fastly'],
  ),
  {
    id: 'origin-not-deployed-github-pages-own-certificate',
    sentence: "GitHub Pages doesn't know the host and presents its own certificate, which Cloudflare rejects",
    setup: {
      origin: fixedResponse("GitHub Pages doesn't know the host", GITHUB),
      certificate: 'github-pages',
    },
    inputs: ONCE,
    curl: { edge: 526, direct: 'untrusted' },
    expected: {
      ...unhealthy('origin-not-deployed', 'likely'),
      says: ['GitHub Pages does not know this host', 'own certificate', '526', 'takeover'],
      neverSays: ['certbot', /roll ?back/i],
    },
    not: ['tls-certificate-name-mismatch', 'unexpected-status'],
  },
  {
    id: 'tls-certificate-name-mismatch-github-pages-serves-the-site',
    sentence:
      'GitHub Pages serves the site under its own certificate, because it could not get one for the host',
    setup: { certificate: 'github-pages' },
    inputs: ONCE,
    curl: { edge: 526, direct: 'untrusted' },
    expected: {
      ...unhealthy('tls-certificate-name-mismatch', 'certain'),
      says: ['has issued a certificate', 'DNS only'],
      neverSays: ['certbot'],
    },
    not: ['origin-not-deployed'],
  },
  {
    id: 'unexpected-status-github-pages-missing-file',
    sentence: 'GitHub Pages knows the host, and the site has no such file',
    setup: {
      origin: fixedResponse(
        'GitHub Pages has no such file',
        html(
          'Page not found &middot; GitHub Pages',
          '<h1>404</h1><p><strong>File not found</strong></p><p>The site configured at this address does not contain the requested file.</p>',
          404,
        ),
      ),
    },
    inputs: ONCE,
    curl: { edge: 404, direct: 404 },
    expected: unhealthy('unexpected-status', 'certain'),
    not: ['origin-not-deployed'],
  },
]
