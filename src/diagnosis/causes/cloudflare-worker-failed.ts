import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeErrorCode, certainlyFromCloudflare, hasZoneError } from '../facts/edge.ts'

/** https://developers.cloudflare.com/workers/observability/errors/ */
const FAILURES: Readonly<Record<number, string>> = {
  1019: 'a Worker called itself too many times',
  1021: 'a Worker requested a host that it is not allowed to request',
  1022: 'a Worker failed',
  1024: 'a Worker requested a Cloudflare host that it is not allowed to request',
  1027: 'the daily request limit is reached',
  1042: 'a Worker requested another Worker of the same zone at its public address',
  1101: 'a Worker threw an exception',
  1102: 'a Worker exceeded its CPU or memory limit',
  1104: 'the route points to a Worker that does not exist',
}

/** The code of the site itself runs at Cloudflare and fails there. The origin may not have been requested at all. */
export default defineCause({
  id: 'cloudflare-worker-failed',
  title: 'the Cloudflare Worker in front of the site fails',
  brief: { observedOr: 'Worker fails' },
  hop: 'Cloudflare',
  owner: 'deploy',
  meaning: [
    'A Cloudflare Worker handles this page and fails. It throws an exception (1101), exceeds its CPU or memory limit (1102), or no longer exists (1104). Or it calls itself (1019), requests a host that it is not allowed to request (1021, 1024, 1042), or has reached its daily request limit (1027).',
    'The status is one that any origin may return: 500, 503 or 429. The code on the page distinguishes them. A direct response from the origin proves nothing about the Worker.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: "an application that passes on the failure of another site's Worker" },
      distinguishedBy:
        'The title of the page names another host, and the origin returns the same page when requested directly.',
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
      because: `Cloudflare returns code ${code}: ${what}.`,
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host }) => ({
    summary: "Check the Worker's log, then fix the Worker or roll it back.",
    steps: [
      step(
        "Check the Worker's log",
        ' while you reload the page: `npx wrangler tail WORKER`. In the dashboard: Workers & Pages → the Worker → Logs.',
      ),
      step(
        'Roll back to the previous version',
        ': `npx wrangler rollback`, or Workers & Pages → the Worker → Deployments.',
      ),
      step(
        'With code 1104, fix the route',
        ` of \`${host}\`, under Workers Routes in the zone. Delete the route, or deploy the Worker.`,
      ),
      step(
        'With code 1102, reduce CPU time and memory.',
        ' Look for loops and large bodies held in memory, or raise `limits.cpu_ms` if the plan allows it.',
      ),
      step(
        'With code 1027, change the plan',
        ' or set the route to fail open: the daily request limit resets at 00:00 UTC.',
      ),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/workers/observability/errors/',
  }),
})
