import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, cloudflareGatewayError } from '../facts/edge.ts'
import { usesTunnel } from '../facts/zone.ts'

/** cloudflared answers 502 without a word when it cannot reach the service; Cloudflare shows its branded page. */
export default defineCause({
  id: 'cloudflare-tunnel-origin-unreachable',
  title: 'the tunnel is up, and cannot reach the service behind it',
  brief: 'cannot reach the service',
  hop: 'tunnel',
  owner: 'origin',
  meaning: [
    'The record of the host leads to a Cloudflare Tunnel. A connector is online, or this would be 1033. It answers 502: the service behind it is stopped, listens elsewhere, speaks another protocol, or shows a certificate that `cloudflared` does not accept.',
    'From outside this is the page of any origin that says 502. Only the record tells them apart, so it takes `cloudflare-api-token`. A service that answers 502 by itself looks the same, so it is never certain.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'origin-app-down',
      distinguishedBy:
        'The log of `cloudflared`: it names the error when it cannot reach the service, and is silent when the service itself says 502.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    if (!usesTunnel(moment) || !hasEdgeError(moment, 502) || cloudflareGatewayError(moment)) return
    return {
      outcome: 'unhealthy',
      confidence: 'likely',
      because:
        'the record leads to a tunnel, and its connector answers 502, as it does when it cannot reach the service',
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary: 'Start the service where `cloudflared` expects it, or correct where it looks.',
    steps: [
      step(
        '',
        'Read what `cloudflared` says: `journalctl -u cloudflared --since -15min`, or `docker logs --since 15m CONTAINER`. "Unable to reach the origin service" comes with the reason.',
      ),
      step(
        '',
        '"Connection refused": the service is stopped, or listens on another port: `ss -ltnp`. In a container, `localhost` is the container itself: use the service\'s name.',
      ),
      step(
        '',
        '"malformed HTTP response": the tunnel says `http://` to a service that speaks HTTPS, or the other way round.',
      ),
      step(
        '',
        '"x509": the service\'s certificate is not for the name: set `originServerName`, or give its root with `caPool`.',
      ),
      step(
        '',
        'The service of each host is in the dashboard, under Zero Trust → Networks → Connectors (formerly Tunnels), the tunnel, Published application routes (formerly Public hostnames), or in `config.yml`. Each replica needs a service that it can reach.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/troubleshoot-tunnels/common-errors/',
  }),
})
