import { defineCause, step } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError, cloudflareGatewayError } from '../facts/edge.ts'
import { usesTunnel } from '../facts/zone.ts'

/** cloudflared returns a bare 502 when it cannot reach the service, and Cloudflare shows its branded page. */
export default defineCause({
  id: 'cloudflare-tunnel-origin-unreachable',
  title: 'the tunnel is up but cannot reach the service behind it',
  brief: 'cannot reach the service',
  hop: 'tunnel',
  owner: 'origin',
  meaning: [
    'The record of the host points to a Cloudflare Tunnel. A connector is online, otherwise Cloudflare would return 1033. The connector returns 502: the service behind it is stopped, listens elsewhere, uses another protocol, or presents a certificate that `cloudflared` does not accept.',
    'From outside, the page is the same as for any origin that returns 502. Only the DNS record distinguishes them, so this cause requires `cloudflare-api-token`. A service that returns 502 itself looks the same, so this cause is never certain.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'origin-app-down',
      distinguishedBy:
        'Check the log of `cloudflared`. It has an error when the service cannot be reached, and none when the service itself returns 502.',
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    if (!usesTunnel(moment) || !hasEdgeError(moment, 502) || cloudflareGatewayError(moment)) return
    return {
      outcome: 'unhealthy',
      confidence: 'likely',
      because:
        'The record points to a tunnel whose connector returns 502, as it does when it cannot reach the service.',
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary:
      "Start the service where `cloudflared` expects it, or fix the address in the tunnel's configuration.",
    steps: [
      step(
        'Check the log of `cloudflared`',
        ': `journalctl -u cloudflared --since -15min`, or `docker logs --since 15m CONTAINER`. The line "Unable to reach the origin service" includes the reason.',
      ),
      step(
        'Start the service',
        ' if the log says "connection refused", or fix its port: `ss -ltnp`. In a container, `localhost` is the container itself: use the service\'s name.',
      ),
      step(
        'Switch between `http://` and `https://`',
        ' if the log says "malformed HTTP response": the tunnel and the service use different protocols.',
      ),
      step(
        'Fix the certificate name',
        ' if the log says "x509": set `originServerName`, or pass the root certificate with `caPool`.',
      ),
      step(
        'Check the service of each host',
        ' in `config.yml`, or under Zero Trust → Networks → Connectors (formerly Tunnels), the tunnel, Published application routes (formerly Public hostnames). Every replica must be able to reach it.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/troubleshoot-tunnels/common-errors/',
  }),
})
