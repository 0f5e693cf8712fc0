import { change, look, risk, type Remedy, type Step } from '../../../domain/cause.ts'

type Advice = Pick<Remedy, 'summary' | 'steps' | 'avoid'>

const READ_LOG = look(
  "Check the Worker's log",
  " while you reload the page: `npx wrangler tail` in the Worker's directory, or Workers & Pages → the Worker → Logs.",
)
const ROLL_BACK = change(
  'Roll back to the previous version',
  ': `npx wrangler rollback`, or Workers & Pages → the Worker → Deployments. Stored data (KV, D1, R2) stays as it is.',
  'deploy the current version again, under Deployments.',
)
const REDUCE = change(
  'Reduce CPU time and memory.',
  ' Look for loops and large bodies held in memory. On the paid plan, `limits.cpu_ms` raises the limit of CPU time.',
  'deploy the previous version.',
)
const CHANGE_PLAN = change(
  'Upgrade the Workers plan',
  ' to Workers Paid, or wait: the daily request limit of a free plan resets at 00:00 UTC.',
  'change the plan back.',
)
const FAIL_OPEN = risk(
  'Set the route to fail open',
  ' if the site works without the Worker: Settings → Domains & Routes → the route → Request limit failure mode.',
  {
    exposes: 'Requests over the limit skip the Worker, and any login or filter that it enforces.',
    limit: 'Keep it until the limit resets at 00:00 UTC.',
    undo: 'set it to fail closed.',
  },
)
const CHECK_USE = look('Check what uses up the requests', ': Workers & Pages → the Worker → Metrics.')
const NARROW_ROUTE = change(
  'Narrow the route',
  ' to the paths that need the Worker, under Settings → Domains & Routes.',
  'restore the old route.',
)
const CHECK_STATUS = look(
  'Check https://www.cloudflarestatus.com/',
  ' for Workers and for the data center in the evidence.',
)
const SUPPORT = look(
  'Open a Cloudflare support ticket',
  ' with the Ray ID and the time in UTC from the evidence.',
)
const READ_SNIPPET = look(
  'Check the Snippet and its rule',
  ' under Rules → Snippets in the Cloudflare dashboard.',
)
const EDIT_SNIPPET = change(
  'Fix the Snippet',
  ' there, or turn its rule off until it is fixed.',
  'restore the old code, or turn the rule on again.',
)

function checkRoute(host: string): Step {
  return look(
    'Check the route',
    ` of \`${host}\`, under Workers Routes in the zone: it must name a Worker that exists.`,
  )
}

const FIX_ROUTE = change(
  'Deploy the Worker, or delete its route',
  '. Without the route, requests go to the origin, without anything that the Worker enforces.',
  'add the route again.',
)

/** By the form of the cause. Without one, for all codes, as in the documentation. */
export function workerAdvice(form: string | undefined, host: string): Advice {
  const known = form === undefined ? undefined : ADVICE[form]
  if (known !== undefined) return known
  if (form === 'missing') {
    return {
      summary: 'Deploy the Worker, or delete its route.',
      steps: [checkRoute(host), READ_LOG, FIX_ROUTE],
    }
  }
  return {
    summary: "Check the Worker's log, then fix the Worker or roll it back.",
    steps: [READ_LOG, checkRoute(host), ROLL_BACK, REDUCE, CHANGE_PLAN],
  }
}

const ADVICE: Readonly<Record<string, Advice | undefined>> = {
  exception: {
    summary: "Check the Worker's log, then fix the Worker or roll it back.",
    steps: [READ_LOG, ROLL_BACK],
  },
  limits: {
    summary: 'Reduce what the Worker does for each request, or roll it back.',
    steps: [READ_LOG, REDUCE, ROLL_BACK],
  },
  quota: {
    summary: 'Raise the limits: upgrade the Workers plan.',
    steps: [CHECK_USE, CHANGE_PLAN, NARROW_ROUTE, FAIL_OPEN],
  },
  subrequest: {
    summary: 'Fix the requests that the Worker sends.',
    steps: [
      READ_LOG,
      look(
        'Check the URLs that the Worker requests',
        ": a request to its own host name calls it again (1019). It can't request a Cloudflare address (1024) or another Worker on a route of the same zone (1042).",
      ),
      change(
        'Call another Worker by a service binding',
        ', or set the compatibility flag `global_fetch_strictly_public`.',
        'deploy the previous version.',
      ),
      ROLL_BACK,
    ],
  },
  platform: {
    summary: "Wait and check again: the failure is on Cloudflare's side.",
    steps: [
      look('Run this check again', ' in a few minutes. Nothing in the zone needs to change.'),
      CHECK_STATUS,
      SUPPORT,
    ],
  },
  suspended: {
    summary: 'Contact Cloudflare Support: Cloudflare stopped this Worker.',
    steps: [look("Check the account owner's email", ' for a message from Cloudflare.'), SUPPORT],
  },
  'snippet-arriving': {
    summary: 'Wait a few seconds until the new Snippet is active everywhere.',
    steps: [
      look('Run this check again', ' in a minute, or give this step a longer `wait`.'),
      look('Check the Snippet', ' under Rules → Snippets in the Cloudflare dashboard if the error persists.'),
    ],
  },
  'snippet-limits': {
    summary: 'Reduce what the Snippet does, or move it to a Worker.',
    steps: [
      READ_SNIPPET,
      EDIT_SNIPPET,
      change(
        'Reduce its CPU time, memory and subrequests',
        ', or use a Worker, which has higher limits.',
        'restore the old code.',
      ),
    ],
  },
  'snippet-exception': {
    summary: 'Fix the Snippet.',
    steps: [
      READ_SNIPPET,
      look('Check that it requests the origin only once', ': `fetch(request)`.'),
      EDIT_SNIPPET,
    ],
  },
  container: {
    summary: 'Wait until an instance of the Container runs.',
    steps: [
      look(
        'Run this check again',
        ' in a few minutes, or give this step a longer `wait`. The first deploy of an image takes several minutes.',
      ),
      look(
        'Check the Container',
        ' in the dashboard, under Workers & Pages → Containers, or with `npx wrangler containers list`: is it provisioning, and do its instances start?',
      ),
      look('Check that the image starts', ' and listens on `defaultPort`: test it with `docker run`.'),
      change(
        'Raise `max_instances`',
        ' in the Wrangler configuration if all instances are in use, and deploy again.',
        'restore the old value, and deploy again.',
      ),
    ],
  },
  'own-response': {
    summary: 'Check the Worker or the Snippet that returns this error.',
    steps: [
      READ_LOG,
      look(
        'Check what else may respond instead of the origin',
        ': Workers Routes, Rules → Snippets, and Custom Error Rules under Rules → Overview.',
      ),
      ROLL_BACK,
    ],
  },
}
