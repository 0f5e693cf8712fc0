import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match } from '../../domain/cause.ts'
import { isAnyOf } from '../../domain/untrusted.ts'
import { cluesOf } from '../clues/clues.ts'
import { hasEdgeError } from '../facts/edge.ts'
import { usesTunnel } from '../facts/zone.ts'
import { WITHOUT_CODE } from './shared-steps.ts'

/** The states of a tunnel without a connector. */
const OFFLINE = ['down', 'inactive'] as const

export default defineCause({
  id: 'cloudflare-tunnel-down',
  title: 'the Cloudflare Tunnel is down',
  brief: 'not connected',
  hop: 'tunnel',
  owner: 'origin',
  meaning: [
    'The name points to a Cloudflare Tunnel, and no `cloudflared` is connected to it, so Cloudflare returns 530 with code 1033. The connector has stopped, was not restarted after the deploy, or cannot reach Cloudflare.',
    'For a record that points to a tunnel, Cloudflare may return 1016 instead: its documentation names both codes for a stopped tunnel. A custom error page can hide the code. A 530 without a code means 1016 or 1033.',
  ],
  sources: [
    {
      claim: 'Code 1033 means that Cloudflare finds no healthy `cloudflared` for the tunnel.',
      at: 'https://developers.cloudflare.com/tunnel/troubleshooting/',
      read: '2026-11-30',
    },
    {
      claim:
        '`cloudflared` finds Cloudflare by the SRV records of `_v2-origintunneld._tcp.argotunnel.com`, and connects to port 7844 over UDP, or over TCP with `--protocol http2`.',
      at: 'https://developers.cloudflare.com/tunnel/troubleshooting/',
      read: '2026-11-30',
    },
    {
      claim: 'If a tunnel stops, its record remains, and visitors get code 1016.',
      at: 'https://developers.cloudflare.com/tunnel/troubleshooting/https-origins/',
      read: '2026-11-30',
    },
    {
      claim: 'A tunnel has four connections to Cloudflare.',
      at: 'https://developers.cloudflare.com/tunnel/configuration/',
      read: '2026-11-30',
    },
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
  rule(moment): Match | undefined {
    const clues = cluesOf(moment)
    if (hasEdgeError(moment, 1033)) {
      const because = 'Cloudflare returns code 1033, which has no other meaning.'
      return { outcome: 'unhealthy', confidence: 'certain', because, clues }
    }
    const { tunnel, record } = moment.zone ?? {}
    const offline = OFFLINE.find((state) => isAnyOf(tunnel, state))
    if (usesTunnel(moment) && hasEdgeError(moment, 1016, 530)) {
      const code = hasEdgeError(moment, 1016) ? 'code 1016' : '530'
      const because = `The record points to a tunnel (\`cfargotunnel.com\`), and Cloudflare returns ${code}${offline !== undefined ? `. Its API reports the tunnel as ${offline}` : ', as it does when no connector is online'}.`
      return {
        outcome: 'unhealthy',
        confidence: offline !== undefined ? 'certain' : 'likely',
        because,
        clues,
      }
    }
    // The record points to something else.
    if (!hasEdgeError(moment, 530) || record !== undefined) return
    const because = `Cloudflare returns ${WITHOUT_CODE}`
    const title = 'Cloudflare finds no origin'
    return { outcome: 'unhealthy', confidence: 'possible', because, clues, form: 'no-code', title }
  },
  remedy: ({ form }) => ({
    summary:
      form === 'no-code'
        ? 'Find out what the record points to: a tunnel, or another name.'
        : 'Start `cloudflared` again where the origin runs.',
    steps: [
      ...(form === 'no-code' ? ([CHECK_RECORD, CHECK_STATUS] as const) : ([CHECK_STATUS] as const)),
      look(
        'Check that this host reaches Cloudflare',
        ': `dig SRV _v2-origintunneld._tcp.argotunnel.com` must return two names, and `nc -vz -w 3 region1.v2.argotunnel.com 7844` must succeed. "Failed to dial a quic connection" in the log means that UDP is blocked.',
      ),
      look(
        'Compare the tunnel IDs',
        ': the record must point to the tunnel that the connector runs. They are under Networking → Tunnels, or Zero Trust → Networks → Connectors.',
      ),
      RESTART,
      change(
        'Allow outgoing connections to Cloudflare',
        ' on port 7844, TCP and UDP. Where UDP must stay blocked, run `cloudflared` with `--protocol http2`.',
        'remove the firewall rule, or the option.',
      ),
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/tunnel/troubleshooting/',
  }),
})

/** A 530 without a code doesn't show whether there is a tunnel. */
const CHECK_RECORD = look(
  'Check what the record points to',
  ' in the Cloudflare dashboard, under DNS → Records. Another name must resolve. For a tunnel (`cfargotunnel.com`), continue below. With `cloudflare-api-token`, this check reads the record itself.',
)

const CHECK_STATUS = look(
  'Check the status and the log of `cloudflared`',
  ' where the origin runs: `systemctl status cloudflared` and `journalctl -u cloudflared --since -15min`, or `docker logs --since 15m cloudflared`.',
)

const RESTART = change(
  'Start `cloudflared` again',
  ': `systemctl restart cloudflared`. It should log four registered connections within seconds. Then run this check again.',
  '`systemctl stop cloudflared`.',
)
