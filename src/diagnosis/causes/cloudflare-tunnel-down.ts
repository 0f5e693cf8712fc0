import { defineCause, step } from '../../domain/cause.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'

export default defineCause({
  id: 'cloudflare-tunnel-down',
  title: 'the Cloudflare Tunnel is down',
  brief: 'not connected',
  hop: 'tunnel',
  owner: 'origin',
  meaning: [
    'The name points to a Cloudflare Tunnel, and no `cloudflared` is connected to it, so Cloudflare returns 530 with code 1033. The connector has stopped, was not restarted after the deploy, or cannot reach Cloudflare.',
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: 'cloudflare-tunnel-origin-unreachable',
      distinguishedBy:
        'It returns a 502 instead, and the log of `cloudflared` says "Unable to reach the origin service".',
    },
  ],
  needs: ['edge'],
  rule(moment) {
    if (!hasEdgeError(moment, 1033)) return
    return {
      outcome: 'unhealthy',
      confidence: 'certain',
      because: 'Cloudflare returns code 1033, which has no other meaning.',
      clues: cluesOf(moment),
    }
  },
  remedy: () => ({
    summary: 'Start `cloudflared` again where the origin runs.',
    steps: [
      step(
        'Restart `cloudflared`',
        ': `systemctl restart cloudflared`. It should log four registered connections within seconds.',
      ),
      step(
        'Check its status and log',
        ': `systemctl status cloudflared` or `docker ps`, then `journalctl -u cloudflared --since -15min`.',
      ),
      step('Allow outgoing connections to Cloudflare', ' on port 7844, TCP and UDP, if it cannot connect.'),
      step(
        'Compare the tunnel IDs.',
        ' The tunnel that the name points to must be the one that the connector runs: Zero Trust → Networks → Connectors (formerly Tunnels).',
      ),
    ],
    difficulty: 'easy',
    reference:
      'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/troubleshoot-tunnels/common-errors/',
  }),
})
