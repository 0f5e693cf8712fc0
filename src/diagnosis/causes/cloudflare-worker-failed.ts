import { defineCause } from '../../domain/cause.ts'
import type { Match, Owner } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { missingWorkerAdvice, missingWorkerMatch } from '../rules/worker-page.ts'
import { edgeErrorCode, certainlyFromCloudflare, hasZoneError } from '../facts/edge.ts'
import {
  workerFailureOf,
  workerResponseOf,
  type WorkerFailureKind,
} from '../facts/cloudflare/worker-errors.ts'
import { workerAdvice } from './advice/worker-failed.ts'

/** `container`: its instances are starting. `own-response`: it runs, and returns an error of its own. */
type Form = WorkerFailureKind | 'container' | 'own-response'

/** The code of the site itself runs at Cloudflare and fails there. The origin may not have been requested at all. */
export default defineCause({
  id: 'cloudflare-worker-failed',
  title: 'the Cloudflare Worker in front of the site fails',
  brief: { observedOr: 'Worker fails' },
  hop: 'Cloudflare',
  owner: 'deploy',
  meaning: [
    'A Cloudflare Worker handles this page and fails. It throws an exception (1101), exceeds its CPU or memory limit (1102), or seems to be missing (1104). Or it calls itself (1019), requests a host that it is not allowed to request (1021, 1024, 1042), or has reached a limit of its plan (1025, 1027). Snippets have codes of their own (1201 to 1206). With most other codes from 1100 to 1199, Cloudflare itself failed to run the Worker.',
    'Until a new Worker reaches the data center, Cloudflare shows a placeholder with status 404 or 200, or the text "Worker not found." A workers.dev name whose route is turned off returns 1042. Neither is a fault of the release.',
    'The status is one that any origin may return: 500, 503, 429, or 404 with 1042. The code on the page distinguishes them. A direct response from the origin proves nothing about the Worker.',
    "A Worker can also return an error of its own. Such a response has no `cf-cache-status`, because neither an origin nor the cache sent it. While a Container's instances start, its Worker returns an error that names the reason.",
  ],
  sources: [
    {
      claim:
        '1101 is an exception, 1102 a limit of CPU time, 1019 a loop, 1021, 1024 and 1042 a request that is not allowed, 1027 the daily limit.',
      at: 'https://developers.cloudflare.com/workers/observability/errors/',
      read: '2026-11-30',
    },
    {
      claim: 'Code 1102 also means that the memory limit is exceeded.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1102/',
      read: '2026-11-30',
    },
    {
      claim: 'Code 1025 means that the limits of the plan for Workers are reached.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1025/',
      read: '2026-11-30',
    },
    {
      claim:
        'The daily limit resets at midnight UTC. A route that fails open skips the Worker. Fail closed is recommended for Workers with security tasks.',
      at: 'https://developers.cloudflare.com/workers/platform/limits/',
      read: '2026-11-30',
    },
    {
      claim: 'Snippets have the codes 1201 to 1206.',
      at: 'https://developers.cloudflare.com/rules/snippets/errors/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: "an application that passes on the failure of another site's Worker" },
      distinguishedBy:
        'The title of the page names another host, and the origin returns the same page when requested directly.',
    },
    {
      what: { other: 'a custom error rule that replaces a response of the origin' },
      distinguishedBy: 'Check Rules → Overview in the Cloudflare dashboard for Custom Error Rules.',
      isOpen: (moment) => workerResponseOf(moment) === 'own-response',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const missing = missingWorkerMatch(moment)
    if (missing !== undefined) return missing
    const clues = cluesOf(moment)
    const code = edgeErrorCode(moment) ?? 0
    const failure = workerFailureOf(code)
    if (failure !== undefined && hasZoneError(moment, code)) {
      return {
        outcome: 'unhealthy',
        confidence: certainlyFromCloudflare(moment) ? 'certain' : 'likely',
        because: `Cloudflare returns code ${code}: ${failure.says}.`,
        clues,
        ...withForm(failure.kind),
      }
    }
    const form = workerResponseOf(moment)
    if (form === undefined || moment.edge?.kind !== 'completed') return
    const because =
      form === 'container'
        ? 'The response reports that no instance of the Container is available yet.'
        : `The ${moment.edge.head.status} has no \`cf-cache-status\`, so a Worker or a Snippet at Cloudflare generated it, not the origin. The origin responds normally when requested directly.`
    return { outcome: 'unhealthy', confidence: 'likely', because, clues, ...withForm(form) }
  },
  remedy: (context) =>
    missingWorkerAdvice(context) ?? {
      ...workerAdvice(context.form, context.host),
      difficulty: 'easy',
      reference:
        context.form?.startsWith('snippet') === true
          ? 'https://developers.cloudflare.com/rules/snippets/errors/'
          : 'https://developers.cloudflare.com/workers/observability/errors/',
    },
})

const OWNERS: Readonly<Partial<Record<Form, Owner>>> = {
  platform: 'cloudflare',
  suspended: 'cloudflare-settings',
  quota: 'cloudflare-settings',
}

const TITLES: Readonly<Partial<Record<Form, string>>> = {
  platform: 'Cloudflare failed to run the Worker in front of the site',
  suspended: 'Cloudflare stopped the Worker in front of the site',
  container: "the site's Container has no running instance yet",
  'own-response': 'a Worker or a Snippet in front of the site returns an error',
  'snippet-arriving': 'a new Snippet is not active everywhere yet',
  'snippet-limits': 'a Cloudflare Snippet in front of the site fails',
  'snippet-exception': 'a Cloudflare Snippet in front of the site fails',
}

function withForm(form: Form): Pick<Match, 'form' | 'owner' | 'title'> {
  const [owner, title] = [OWNERS[form], TITLES[form]]
  return { form, ...(owner !== undefined && { owner }), ...(title !== undefined && { title }) }
}
