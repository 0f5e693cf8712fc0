import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeErrorCode, certainlyFromCloudflare, hasZoneError } from '../facts/edge.ts'

/** https://developers.cloudflare.com/workers/observability/errors/ */
const FAILURES: Readonly<Record<number, string>> = {
  1019: 'a Worker called itself too often',
  1021: 'a Worker asked for a host that it may not ask for',
  1022: 'a Worker has failed',
  1024: 'a Worker asked for a host of Cloudflare that it may not ask for',
  1027: 'the daily requests are used up',
  1042: 'a Worker asked a Worker of the same zone at its public address',
  1101: 'a Worker threw an exception',
  1102: 'a Worker used more time or memory than it may',
  1104: 'the route leads to a Worker that does not exist',
}

/** The origin may not even have been asked: the code of the site itself runs at Cloudflare, and fails there. */
export default defineCause({
  id: 'cloudflare-worker-failed',
  title: 'the Worker in front of the site fails',
  brief: { observedOr: 'Worker fails' },
  hop: 'Cloudflare',
  owner: 'deploy',
  meaning: [
    'A Cloudflare Worker answers for this page, and fails: it throws (1101), uses more time or memory than it may (1102), no longer exists (1104), calls itself (1019), asks where it may not ask (1021, 1024, 1042), or has used up its daily requests (1027).',
    'The status is that of any origin: 500, 503 or 429. The code on the page tells them apart. What the origin says when asked directly proves nothing about the Worker.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: "an application that passes on the failure of somebody else's Worker" },
      distinguishedBy:
        'The title of the page names another host, and the origin gives the same page when asked directly.',
    },
  ],
  needs: ['edge'],
  rule(moment) {
    const code = edgeErrorCode(moment) ?? 0
    const what = FAILURES[code]
    if (what === undefined || !hasZoneError(moment, code)) return
    return {
      outcome: 'unhealthy',
      confidence: certainlyFromCloudflare(moment) ? 'certain' : 'likely',
      because: `Cloudflare says so with code ${code}: ${what}`,
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host }) => ({
    summary: 'Read what the Worker logs, and mend it or roll it back.',
    steps: [
      step(
        '',
        'Watch it fail: `npx wrangler tail WORKER`, and reload the page. In the dashboard: Workers & Pages, the Worker, Logs.',
      ),
      step(
        '',
        'Roll back to the version before: `npx wrangler rollback`, or Workers & Pages, the Worker, Deployments.',
      ),
      step(
        '',
        `With code 1104, see which route of \`${host}\` leads to a Worker that is gone: dashboard, the zone, Workers Routes. Delete the route, or deploy the Worker.`,
      ),
      step(
        '',
        'With code 1102, look for loops and large bodies that are held in memory; raise `limits.cpu_ms` where the plan allows it.',
      ),
      step(
        '',
        'With code 1027, the daily requests are used up until 00:00 UTC: change the plan, or set the route to fail open.',
      ),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/workers/observability/errors/',
  }),
})
