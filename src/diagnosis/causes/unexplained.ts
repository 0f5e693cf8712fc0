import { defineCause, look } from '../../domain/cause.ts'
import type { Match, Step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { edgeErrorCode } from '../facts/edge.ts'
import { howTo } from '../servers/index.ts'

/** The fallback: it leads only when no other cause matches. */
export default defineCause({
  id: 'unexplained',
  title: 'the failure matches no known cause',
  brief: { observedOr: 'unknown failure' },
  hop: 'unknown',
  owner: 'unknown',
  meaning: [
    'The site or its origin fails in a way that matches none of the causes that this check knows. The report shows what was observed.',
  ],
  sources: [
    {
      claim: 'The code between 1000 and 1999 is in the body of the page, not in its status.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [],
  // It must match even without any observation: a site is healthy only if that was observed.
  needs: [],
  rule(moment): Match {
    const clues = cluesOf(moment)
    if (moment.edge === undefined) {
      const because = 'The site was not requested the way visitors request it.'
      return { outcome: 'inconclusive', confidence: 'possible', because, clues }
    }
    const code = edgeErrorCode(moment) ?? 0
    if (code >= 1000) {
      const because = `Cloudflare returns code ${code}, which this check does not know.`
      return { outcome: 'unhealthy', confidence: 'possible', because, clues, form: String(code) }
    }
    const because = 'The site or its origin fails, and no known cause matches.'
    return { outcome: 'unhealthy', confidence: 'possible', because, clues }
  },
  remedy: ({ form, server }) => ({
    summary:
      form === undefined
        ? 'Compare the measurements, and report the case.'
        : `Read what Cloudflare's code ${form} means, and report the case.`,
    steps: [
      ...(form === undefined ? ([COMPARE_SIDES] as const) : ([readAbout(form)] as const)),
      look(
        "Check the origin's logs",
        ` from the time of this check: ${howTo('errorLog', server)}. Cloudflare's side is in the dashboard, under Analytics & Logs.`,
      ),
      look(
        'Open an issue',
        ' at https://github.com/origin-gate/origin-gate/issues with the JSON report, so that we can add this cause.',
      ),
    ],
    difficulty: 'medium',
    reference: form === undefined ? CODES_5XX : CODES_1XXX,
  }),
})

const COMPARE_SIDES = look(
  'Compare both sides in the measurements',
  ': start with the first difference. If the origin was not requested, set `origin`: most causes require both sides.',
)

const CODES_5XX =
  'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/'

/** It lists the codes. A code that this check doesn't know may have no page of its own. */
const CODES_1XXX =
  'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/'

function readAbout(code: string): Step {
  return look(`Read what code ${code} means`, `: ${CODES_1XXX}`)
}
