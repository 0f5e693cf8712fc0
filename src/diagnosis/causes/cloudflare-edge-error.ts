import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, cloudflareGatewayError, originShare, isProxied } from '../facts/edge.ts'
import { failedAt } from '../facts/exchange.ts'
import { originHealthy } from '../facts/origin.ts'
import { usesTunnel } from '../facts/zone.ts'

/** Cloudflare fails by itself: rare, mostly over within minutes. */
export default defineCause({
  id: 'cloudflare-edge-error',
  title: 'Cloudflare itself fails',
  brief: { observedOr: 'internal error' },
  hop: 'Cloudflare',
  owner: 'cloudflare',
  meaning: [
    'The origin is fine when asked directly, and Cloudflare answers with an error of its own: the bare page with "cloudflare" under a line, or a 500 on its own page. Such an error usually passes within minutes, as Cloudflare moves the traffic elsewhere.',
    'The same bare page appears when an origin compresses badly or announces a wrong `Content-Length`. So it is never certain from one place.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a wrong length or a broken gzip of the origin' },
      distinguishedBy:
        '`curl --compressed` at the origin shows an error while it decodes, and the same page fails every time.',
    },
    {
      what: 'origin-app-down',
      distinguishedBy:
        'A branded page ("Bad gateway", with three icons) is an error that the origin gave Cloudflare.',
      isOpen: (moment) => !cloudflareGatewayError(moment),
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const clues = cluesOf(moment)
    const ownError = cloudflareGatewayError(moment) || hasEdgeError(moment, 500)
    if (ownError && originHealthy(moment)) {
      const because = "the origin is fine when asked directly, and the error page is Cloudflare's own"
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (ownError && moment.origin?.kind !== 'completed') {
      const because = "the error page is Cloudflare's own, and nobody could ask the origin directly"
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    const passedOn = hasEdgeError(moment, 502, 504) && !usesTunnel(moment)
    const counted = originShare(moment)
    const sound = originHealthy(moment)
    // What Cloudflare counted is late and sampled, but not invented.
    if (
      passedOn &&
      counted !== undefined &&
      counted.share < 0.5 &&
      (sound || moment.origin?.kind !== 'completed')
    ) {
      const fine = sound ? 'the origin is fine when asked directly, and ' : ''
      const because = `${fine}by Cloudflare's own figures it is not the origin that gave this error`
      return { outcome: 'unhealthy', confidence: 'likely', because, clues }
    }
    if (passedOn && counted === undefined && sound) {
      const because =
        'the origin is fine when asked directly; Cloudflare passes on an error that it may have met on its own way'
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    const noAnswer =
      failedAt(moment.edge, 'connect') || failedAt(moment.edge, 'tls') || failedAt(moment.edge, 'processing')
    if (noAnswer && originHealthy(moment) && isProxied(moment) === true) {
      const because = "the origin is fine when asked directly, and Cloudflare's address gives no answer"
      return { outcome: 'unhealthy', confidence: 'possible', because, clues }
    }
    return
  },
  remedy: () => ({
    summary: 'Wait a few minutes and look again. Then ask Cloudflare, with the Ray ID.',
    steps: [
      step('', 'See whether https://www.cloudflarestatus.com/ names the data center in the evidence.'),
      step(
        '',
        "Run this check again: an error at the edge is usually over within minutes. Leave the zone's settings alone meanwhile.",
      ),
      step(
        '',
        'If it stays and always hits the same page, see whether the origin compresses it well: `curl -sv --compressed -o /dev/null URL` on the origin.',
      ),
      step(
        '',
        'Then open a ticket with Cloudflare. Give the Ray ID, the data center and the time in UTC from the evidence.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
  }),
})
