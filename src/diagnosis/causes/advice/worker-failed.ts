import { look, change, type Remedy, type Step } from '../../../domain/cause.ts'

type Advice = Pick<Remedy, 'summary' | 'steps'>

const READ_LOG = look(
  "Check the Worker's log",
  ' while you reload the page: `npx wrangler tail WORKER`. In the dashboard: Workers & Pages → the Worker → Logs.',
)
const ROLL_BACK = change(
  'Roll back to the previous version',
  ': `npx wrangler rollback`, or Workers & Pages → the Worker → Deployments.',
  '',
)
const REDUCE = change(
  'Reduce CPU time and memory.',
  ' Look for loops and large bodies held in memory, or raise `limits.cpu_ms` if the plan allows it.',
  '',
)
const CHANGE_PLAN = change(
  'Upgrade the Workers plan',
  ', or wait: the daily request limit resets at 00:00 UTC. Setting the route to fail open keeps the site up, but skips the Worker and any login that it enforces.',
  '',
)
const CHECK_STATUS = look(
  'Check https://www.cloudflarestatus.com/',
  ' for Workers and for the data center in the evidence.',
)
const SUPPORT = look(
  'Open a Cloudflare support ticket',
  ' with the Ray ID and the time in UTC from the evidence.',
)
const EDIT_SNIPPET = change(
  'Fix the Snippet',
  ' under Rules → Snippets in the Cloudflare dashboard, or turn its rule off until it is fixed.',
  '',
)

function fixRoute(host: string): Step {
  return change(
    'Fix the route',
    ` of \`${host}\`, under Workers Routes in the zone. Delete the route, or deploy the Worker.`,
    '',
  )
}

/** By the form of the cause. Without one, for all codes, as in the documentation. */
export function workerAdvice(form: string | undefined, host: string): Advice {
  const known = form === undefined ? undefined : ADVICE[form]
  if (known !== undefined) return known
  if (form === 'missing')
    return { summary: 'Deploy the Worker, or delete its route.', steps: [fixRoute(host), READ_LOG] }
  return {
    summary: "Check the Worker's log, then fix the Worker or roll it back.",
    steps: [READ_LOG, ROLL_BACK, fixRoute(host), REDUCE, CHANGE_PLAN],
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
    steps: [
      CHANGE_PLAN,
      look('Check what uses up the requests', ': Workers & Pages → the Worker → Metrics. Narrow its route.'),
    ],
  },
  subrequest: {
    summary: 'Fix the requests that the Worker sends.',
    steps: [
      look(
        'Check the URLs that the Worker requests',
        ": a request to its own host name calls it again. It can't request a Cloudflare address or another Worker's public address. Use a service binding to call another Worker.",
      ),
      READ_LOG,
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
    steps: [SUPPORT, look("Check the account owner's email", ' for a message from Cloudflare.')],
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
      EDIT_SNIPPET,
      change(
        'Reduce its CPU time, memory and subrequests',
        ', or use a Worker, which has higher limits.',
        '',
      ),
    ],
  },
  'snippet-exception': {
    summary: 'Fix the Snippet.',
    steps: [EDIT_SNIPPET, look('Request the origin only once', ' in the Snippet: `fetch(request)`.')],
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
      change('Raise `max_instances`', ' in the Wrangler configuration if all instances are in use.', ''),
      look('Check that the image starts', ' and listens on `defaultPort`: test it with `docker run`.'),
    ],
  },
  'own-response': {
    summary: 'Check the Worker or the Snippet that returns this error.',
    steps: [
      READ_LOG,
      look(
        'Check what else may respond instead of the origin',
        ' in the Cloudflare dashboard: Workers Routes, Rules → Snippets, Rules → Custom Errors.',
      ),
      ROLL_BACK,
    ],
  },
}
