import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, hasZoneError, cloudflareGatewayError, originShare, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { missingEdgeCertificate, portFault } from '../facts/cloudflare/edge-connection.ts'
import { originHealthy } from '../facts/origin.ts'
import { withoutDirect } from '../rules/fails-directly.ts'
import { usesTunnel } from '../facts/zone.ts'
import { howTo } from '../servers/index.ts'
import { originUrl } from './shared-steps.ts'

export default defineCause({
  id: 'cloudflare-edge-error',
  title: 'Cloudflare itself returns an error',
  brief: { observedOr: 'internal error' },
  hop: 'Cloudflare',
  owner: 'cloudflare',
  meaning: [
    'The origin responds normally when requested directly, but Cloudflare returns an error of its own. That is the bare page with "cloudflare" under a line, or a 500 on its own page. With code 1022, Cloudflare failed to route the request to a Worker. Such an error usually clears within minutes, because Cloudflare moves the traffic elsewhere.',
    'The same bare page appears when an origin sends broken compression or a wrong `Content-Length`. From one place, this cause is therefore never certain.',
    'With `vantage-points`, the check sees where else it occurs: everywhere, in some data centers, or only here. If some places get no response at all, that is only a note, because their own networks may be at fault.',
  ],
  sources: [
    {
      claim:
        'A branded 502 or 504 page passes on the error of the origin. The unbranded page comes from Cloudflare: for seconds while traffic is moved to another data center, or because the origin sends broken gzip or a wrong `Content-Length`.',
      at: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502-504/',
      read: '2026-11-30',
    },
    {
      claim: 'Code 1022 means that Cloudflare failed to route the request to the Worker.',
      at: 'https://developers.cloudflare.com/workers/observability/errors/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a wrong length or broken gzip from the origin' },
      distinguishedBy:
        'A direct request to the origin with `curl --compressed` and `-k` reports a decoding error, and only that page fails, every time.',
      isOpen: cloudflareGatewayError,
    },
    {
      what: 'origin-app-down',
      distinguishedBy:
        'A branded page ("Bad gateway", with three icons) is an error that Cloudflare got from the origin.',
      isOpen: (moment) => hasEdgeError(moment, 502, 504) && !cloudflareGatewayError(moment),
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const clues = cluesOf(moment)
    // https://developers.cloudflare.com/workers/observability/errors/ (commit 010af5d of the docs)
    if (hasZoneError(moment, 1022)) {
      const because = 'Cloudflare returns code 1022: it failed to route the request to a Worker.'
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    const ownError = cloudflareGatewayError(moment) || hasEdgeError(moment, 500)
    if (ownError && originHealthy(moment)) {
      const because =
        "The origin responds normally when requested directly, and the error page is Cloudflare's own."
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (ownError && moment.origin?.kind !== 'completed') {
      const direct = withoutDirect(moment, 'The direct request got no response.')
      const because = `The error page is Cloudflare's own.${direct}`
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    const passedOn = hasEdgeError(moment, 502, 504) && !usesTunnel(moment)
    const counted = originShare(moment)
    const healthy = originHealthy(moment)
    // Cloudflare's analytics are delayed and sampled, but they do not report errors that did not happen.
    if (
      passedOn &&
      counted !== undefined &&
      counted.share < 0.5 &&
      (healthy || moment.origin?.kind !== 'completed')
    ) {
      const fine = healthy ? 'The origin responds normally when requested directly. ' : ''
      const because = `${fine}According to Cloudflare's own analytics, this error did not come from the origin.`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (passedOn && counted === undefined && healthy) {
      const because =
        'The origin responds normally when requested directly. Cloudflare passes on an error that may have occurred inside its own network.'
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    // No bad minute: Cloudflare doesn't serve this port or name.
    if (portFault(moment) !== undefined || missingEdgeCertificate(moment) !== undefined) return
    const noAnswer =
      failedAt(moment.edge, 'connect') || failedAt(moment.edge, 'tls') || failedAt(moment.edge, 'processing')
    if (noAnswer && originHealthy(moment) && isProxied(moment) === true) {
      const because =
        "The origin responds normally when requested directly, but Cloudflare's address does not respond."
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    return
  },
  remedy: (context) => ({
    summary: 'Wait a few minutes and check again, then contact Cloudflare with the Ray ID.',
    steps: [
      look(
        'Run this check again.',
        " An error inside Cloudflare usually clears within minutes. Don't change the zone's settings in the meantime.",
      ),
      look('Check https://www.cloudflarestatus.com/', ' for the data center in the evidence.'),
      look(
        "Check the origin's compression",
        ` if the error persists and affects only one page: \`curl -ksSv --compressed -o /dev/null '${originUrl(context)}' --connect-to "::$ORIGIN:${context.port}"\` reports a decoding error if it is broken.`,
      ),
      look(
        'Open a Cloudflare support ticket',
        ' with the URL, the Ray ID, the data center and the time in UTC from the evidence.',
      ),
      change(
        'Turn off compression at the origin',
        ` for a test, if that request reports an error: ${howTo('uncompressed', context.server)}.`,
        'restore the old configuration, then reload.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502-504/',
  }),
})
