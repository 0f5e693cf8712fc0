import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'

/** 1033: no cloudflared is connected, so there is no way to the origin at all. */
export default defineCause({
  id: 'cloudflare-tunnel-down',
  title: 'the Cloudflare Tunnel is down',
  brief: 'not connected',
  hop: 'tunnel',
  owner: 'origin',
  meaning: [
    'The name leads to a Cloudflare Tunnel, and no `cloudflared` is connected to it: Cloudflare answers 530 with code 1033. The connector has stopped, was not restarted after the deploy, or cannot reach Cloudflare.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-tunnel-origin-unreachable',
      distinguishedBy:
        'That is a 502, and the log of `cloudflared` says "Unable to reach the origin service".',
    },
  ],
  needs: ['edge'],
  rule(moment) {
    if (!hasEdgeError(moment, 1033)) return
    return {
      outcome: 'unhealthy',
      confidence: 'certain',
      because: 'Cloudflare says so with code 1033, which means nothing else',
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary: 'Start `cloudflared` again where the origin runs.',
    steps: [
      step(
        '',
        'See whether it runs: `systemctl status cloudflared`, or `docker ps`; read its log: `journalctl -u cloudflared --since -15min`.',
      ),
      step(
        '',
        'Start it: `systemctl restart cloudflared`. It should log four registered connections within seconds.',
      ),
      step('', 'If it cannot connect, let the host reach Cloudflare on port 7844, TCP and UDP.'),
      step(
        '',
        'In the Cloudflare dashboard, under Zero Trust → Networks → Connectors (formerly Tunnels), see that the tunnel of this name is the one that the connector runs.',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/troubleshoot-tunnels/common-errors/',
  }),
})
