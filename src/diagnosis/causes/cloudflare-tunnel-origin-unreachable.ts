import { change, defineCause, look } from '../../domain/cause.ts'
import type { Match, Moment, Remedy } from '../../domain/cause.ts'
import { isAnyOf } from '../../domain/untrusted.ts'
import { cluesOf } from '../clues/clues.ts'
import { madeAtEdge } from '../../cloudflare/response.ts'
import { hasEdgeError, cloudflareGatewayError, passedThroughCloudflare } from '../facts/edge.ts'
import { unexpectedResponse } from '../facts/exchange.ts'
import { generatorOf } from '../facts/generator.ts'
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
    'A connector that has no rule for the host name responds itself, without a body: 404 from its last rule, or 503 if it has no rules at all.',
  ],
  sources: [
    {
      claim:
        'A 502 of a tunnel with "Unable to reach the origin service" in the log means that `cloudflared` cannot reach the service: it is stopped, or the protocol, the port or the certificate is wrong.',
      at: 'https://developers.cloudflare.com/tunnel/troubleshooting/',
      read: '2026-11-30',
    },
    {
      claim:
        'The status Healthy does not test the service. The Service URL of a route is under Networking → Tunnels → Routes.',
      at: 'https://developers.cloudflare.com/tunnel/troubleshooting/https-origins/',
      read: '2026-11-30',
    },
    {
      claim: 'The first ingress rule that matches applies, and the last one must match everything.',
      at: 'https://developers.cloudflare.com/tunnel/advanced/local-management/configuration-file/',
      read: '2026-11-30',
    },
  ],
  recoversByItself: true,
  lookalikes: [
    {
      what: { other: 'a service that itself returns this status without a body' },
      distinguishedBy:
        "Check the service's own log. It contains the request if the service sent this response.",
      isOpen: (moment) => statusWithoutRule(moment) !== undefined,
    },
    {
      what: 'origin-app-down',
      distinguishedBy:
        'Check the log of `cloudflared`. It has an error when the service cannot be reached, and none when the service itself returns 502.',
      isOpen: (moment) => statusWithoutRule(moment) === undefined,
    },
  ],
  needs: ['edge'],
  rule(moment): Match | undefined {
    const status = statusWithoutRule(moment)
    if (status !== undefined) {
      return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: `The record points to a tunnel, and the ${status} has no body. The connector responds like that when it has no rule for this host name.`,
        clues: cluesOf(moment),
        form: 'no-rule',
        title: 'the tunnel has no rule for this host name',
      }
    }
    if (!usesTunnel(moment) || !hasEdgeError(moment, 502) || cloudflareGatewayError(moment)) return
    return {
      outcome: 'unhealthy',
      confidence: 'likely',
      because:
        'The record points to a tunnel whose connector returns 502, as it does when it cannot reach the service.',
      clues: cluesOf(moment),
    }
  },
  remedy: ({ host, form }) => ({
    ...(form === 'no-rule' ? addRule(host) : REACH_SERVICE),
    difficulty: 'easy',
    reference:
      form === 'no-rule'
        ? 'https://developers.cloudflare.com/tunnel/advanced/local-management/configuration-file/'
        : 'https://developers.cloudflare.com/tunnel/troubleshooting/',
    ...(form !== 'no-rule' && { avoid: NEVER_UNVERIFIED }),
  }),
})

/**
 * The status of the empty response of a connector that has no rule for the host: 404 from the catch-all rule
 * `http_status:404`, or 503 without any ingress rules. A rule may have another status, but these are usual. A response
 * to HEAD is always empty.
 */
function statusWithoutRule(moment: Moment): number | undefined {
  const { edge, origin, request, zone } = moment
  if (!usesTunnel(moment) || isAnyOf(zone?.tunnel, 'down', 'inactive')) return
  if (request.method === 'HEAD' || madeAtEdge(edge) || !passedThroughCloudflare(moment)) return
  const response = unexpectedResponse(moment, edge, 404, 503)
  if (response === undefined || response.body.bytes > 0) return
  if (generatorOf(response) !== undefined) return
  const { status } = response.head
  // The service itself responds so.
  return origin?.kind === 'completed' && origin.head.status === status ? undefined : status
}

type Advice = Pick<Remedy, 'summary' | 'steps'>

const NEVER_UNVERIFIED =
  "Don't set `noTLSVerify`: `cloudflared` would then accept any certificate. Don't change the SSL mode: it does not decide how `cloudflared` connects."

/** The new dashboard first. */
const ROUTES =
  'Networking → Tunnels → the tunnel → Routes (in Zero Trust: Networks → Connectors, Published application routes)'

function addRule(host: string): Advice {
  return {
    summary: 'Add a rule for this host name to the tunnel.',
    steps: [
      look(
        'Check which rule matches',
        `: \`cloudflared tunnel ingress rule https://${host}/\`. The first rule that matches applies. The last one usually returns 404 for everything else.`,
      ),
      look(
        'Check every replica',
        ': each connector must have the same rules. Without rules, it returns 503 for every request.',
      ),
      change(
        'Add the host name to the tunnel',
        ` under ${ROUTES}: \`${host}\` with the URL of its service.`,
        'delete the route.',
      ),
      change(
        'Or add it under `ingress` in `config.yml`',
        ', before the last rule. Run `cloudflared tunnel ingress validate`, then `systemctl restart cloudflared`.',
        'restore the old file, then restart it.',
      ),
    ],
  }
}

const REACH_SERVICE: Advice = {
  summary:
    "Start the service where `cloudflared` expects it, or fix the address in the tunnel's configuration.",
  steps: [
    look(
      'Check the log of `cloudflared`',
      ': `journalctl -u cloudflared --since -15min`, or `docker logs --since 15m cloudflared`. The line "Unable to reach the origin service" includes the reason.',
    ),
    look(
      'Request the service yourself',
      ', where `cloudflared` runs: `ss -ltnp` lists the ports, and `curl -ksv -o /dev/null http://127.0.0.1:APP_PORT/` requests one. In a container, `localhost` is the container itself: use the name of the service.',
    ),
    change(
      'Start the service',
      ' if the log says "connection refused" and nothing listens: `systemctl start APP`.',
      '`systemctl stop APP`.',
    ),
    change(
      'Fix the Service URL',
      ` under ${ROUTES}. Or in \`config.yml\`: run \`cloudflared tunnel ingress validate\`, then \`systemctl restart cloudflared\`. With \`dial tcp [::1]\` in the log, write \`127.0.0.1\` instead of \`localhost\`. With "malformed HTTP response", switch between \`http://\` and \`https://\`.`,
      'restore the old URL in the same way.',
    ),
    change(
      'Set `originServerName`',
      ' to a name in the service\'s certificate if the log says "x509". For a private CA, set `caPool` to its root certificate.',
      'remove the setting.',
    ),
    change(
      'Raise the limit of open files',
      ' if the log says "too many open files": `LimitNOFILE=65536` under `systemctl edit cloudflared`, then restart it.',
      '`systemctl revert cloudflared`, then restart it.',
    ),
  ],
}
