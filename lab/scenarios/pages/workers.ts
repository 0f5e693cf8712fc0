import { html } from '../../origins/scripted/routes.ts'
import type { EdgeRule } from '../../world/zone.ts'
import { unhealthy, type Scenario } from '../scenario.ts'

const ONCE = { wait: '0s' } as const

const placeholder =
  (status: number): EdgeRule =>
  () => ({
    status,
    type: 'text/html',
    body: '<!DOCTYPE html><html><head><title>Page not found</title><meta http-equiv="refresh" content="30"><link rel="icon" href="https://workers.cloudflare.com/favicon.ico"></head><body><h1>There is nothing here yet</h1></body></html>',
  })

const ARRIVING = {
  ...unhealthy('cloudflare-worker-failed', 'likely'),
  says: ['has not reached this data center', '`wait`', 'Keep the release'],
  neverSays: [/roll ?back/i, 'exception'],
} as const

/** A Worker that has not reached the data center. */
export const WORKERS: readonly Scenario[] = [
  {
    id: 'cloudflare-worker-failed-placeholder-200',
    sentence: 'Cloudflare shows its placeholder for a new Worker with 200',
    setup: { edgeBehavior: placeholder(200) },
    inputs: { ...ONCE, origin: '' },
    curl: { edge: 200, direct: 200, edgeContains: /nothing here yet/ },
    expected: ARRIVING,
    not: ['unexpected-status', 'origin-not-deployed'],
  },
  {
    id: 'cloudflare-worker-failed-placeholder-404',
    sentence: 'Cloudflare shows its placeholder for a new Worker with 404',
    setup: { edgeBehavior: placeholder(404) },
    inputs: ONCE,
    curl: { edge: 404, direct: 200 },
    expected: ARRIVING,
    not: ['unexpected-status', 'edge-stale'],
  },
  {
    id: 'cloudflare-worker-failed-not-found-500',
    sentence: 'Cloudflare responds 500 with "Worker not found."',
    setup: { edgeBehavior: () => ({ status: 500, type: 'text/plain', body: 'Worker not found.' }) },
    inputs: { ...ONCE, origin: '' },
    curl: { edge: 500, direct: 200 },
    expected: ARRIVING,
    not: ['origin-app-error'],
  },
  {
    id: 'unexpected-status-own-page-not-found',
    sentence: 'the site itself has a 404 page with the title "Page not found"',
    setup: {
      edgeBehavior: () => ({
        status: 404,
        type: 'text/html',
        body: String(html('Page not found', '<p>There is nothing here yet.</p>').body),
        headers: { 'cf-cache-status': 'DYNAMIC' },
      }),
    },
    inputs: { ...ONCE, origin: '' },
    curl: { edge: 404, direct: 200 },
    expected: unhealthy('unexpected-status'),
    not: ['cloudflare-worker-failed'],
  },
]
