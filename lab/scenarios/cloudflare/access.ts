import type { Page } from '../../http/page.ts'
import { html, routes } from '../../origins/scripted/routes.ts'
import { inconclusive, unhealthy, type Scenario } from '../scenario.ts'

const TOKEN = { 'access-client-id': 'old.access', 'access-client-secret': 'old-secret' } as const
const ONE_ROUND = { wait: '0s' } as const
const AUD = 'a1b2c3d4'.repeat(8)

/** Access's error page. The text is the lab's own; title, hidden field and headers identify the real one. */
const accessPage = (status: number, headers: Readonly<Record<string, string>> = {}): Page => ({
  status,
  type: 'text/html',
  body: `<!doctype html><html><head><title>Error ・ Cloudflare Access</title></head><body><h1>Forbidden</h1><input id="json_data" type="hidden" value="..."></body></html>`,
  headers: { 'cf-access-aud': AUD, 'cf-access-domain': 'www.shop.example', ...headers },
})
const plain = (status: number, body = ''): Page => ({ status, type: 'text/plain', body })

/** Cloudflare Access without its redirect. */
export const CLOUDFLARE_ACCESS: readonly Scenario[] = [
  {
    id: 'cloudflare-access-required-rejected-403',
    sentence: "Cloudflare Access rejects the workflow's service token with its own page",
    setup: { edgeBehavior: () => accessPage(403) },
    inputs: { ...ONE_ROUND, ...TOKEN },
    curl: { edge: 403, direct: 200 },
    expected: {
      ...inconclusive('cloudflare-access-required'),
      confidence: 'certain',
      says: ['the service token was rejected', 'Check the service token', 'Service Auth'],
      neverSays: ['Create a service token', "Allow Cloudflare's IP ranges"],
    },
    not: ['cloudflare-blocked-by-origin', 'cloudflare-waf-blocked', 'unexpected-status'],
  },
  {
    id: 'cloudflare-access-required-rejected-401',
    sentence: 'Cloudflare Access cannot authenticate the service token and sends a challenge',
    setup: {
      edgeBehavior: () => ({
        ...plain(401),
        headers: {
          'www-authenticate':
            'Cloudflare-Access resource_metadata="https://www.shop.example/.well-known/cloudflare-access-protected-resource/"',
        },
      }),
    },
    inputs: { ...ONE_ROUND, ...TOKEN },
    curl: { edge: 401, direct: 200 },
    expected: {
      ...inconclusive('cloudflare-access-required'),
      confidence: 'certain',
      says: ['the service token was rejected', '401'],
    },
    not: ['unexpected-status', 'cloudflare-waf-blocked'],
  },
  {
    id: 'cloudflare-access-required-rejected-without-a-sign',
    sentence: 'Cloudflare returns 401 to a request with a service token, without a word of why',
    setup: { edgeBehavior: () => plain(401, 'Unauthorized') },
    inputs: { ...ONE_ROUND, ...TOKEN },
    curl: { edge: 401, direct: 200 },
    expected: {
      ...inconclusive('cloudflare-access-required'),
      confidence: 'likely',
      says: ['the service token was rejected'],
    },
    not: ['unexpected-status', 'cloudflare-waf-blocked'],
  },
  {
    id: 'cloudflare-access-required-rejected-without-origin',
    sentence: 'Cloudflare Access rejects the service token, and no origin is known',
    setup: { edgeBehavior: () => plain(403, '{"message":"Forbidden"}') },
    inputs: { ...ONE_ROUND, ...TOKEN, origin: '' },
    curl: { edge: 403, direct: 200 },
    expected: inconclusive('cloudflare-access-required'),
    not: ['unexpected-status', 'cloudflare-waf-blocked'],
  },
  {
    id: 'cloudflare-access-required-without-token',
    sentence: 'an Access application that only service tokens may enter rejects a check without one',
    setup: { edgeBehavior: () => accessPage(403) },
    inputs: ONE_ROUND,
    curl: { edge: 403, direct: 200 },
    expected: {
      ...inconclusive('cloudflare-access-required'),
      says: ['No service token was sent', 'Create a service token'],
      neverSays: ['was rejected'],
    },
    not: ['cloudflare-blocked-by-origin', 'cloudflare-waf-blocked'],
  },
  {
    id: 'unexpected-status-401-behind-access',
    sentence: 'Access admits the service token, and the application itself requires a login',
    setup: { origin: routes('the application requires a login', { '/': html('Login', 'Sign in', 401) }) },
    inputs: { ...ONE_ROUND, ...TOKEN },
    curl: { edge: 401, direct: 401 },
    expected: { ...unhealthy('unexpected-status'), neverSays: ['service token'] },
    not: ['cloudflare-access-required', 'cloudflare-waf-blocked'],
  },
  {
    id: 'cloudflare-blocked-by-origin-403-with-token',
    sentence: 'a service token was sent, and the origin itself rejects Cloudflare with 403',
    setup: {
      origin: routes('it rejects every request that came through Cloudflare', {
        '/': ({ headers }) =>
          headers['cf-connecting-ip'] === undefined ? html('Shop', 'Welcome') : html('No', 'No', 403),
      }),
    },
    inputs: { ...ONE_ROUND, ...TOKEN },
    curl: { edge: 403, direct: 200 },
    expected: unhealthy('cloudflare-blocked-by-origin'),
    not: ['cloudflare-access-required', 'cloudflare-waf-blocked'],
  },
]
