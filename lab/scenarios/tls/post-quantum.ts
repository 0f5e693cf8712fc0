import { needsSmallClientHello } from '../../origins/scripted/large-client-hello.ts'
import { nginxPage } from '../../origins/scripted/content.ts'
import { send, sendHome } from '../../origins/server/response.ts'
import { HEALTHY, unhealthy, type Scenario } from '../scenario.ts'

const ONCE = { wait: '0s', 'consecutive-successes': '1', timeout: '6s' } as const

const resetsLarge = needsSmallClientHello(
  'a middlebox resets a ClientHello of two packets',
  (socket) => {
    socket.resetAndDestroy()
  },
  sendHome,
)
const closesLarge = needsSmallClientHello(
  'a middlebox closes on a ClientHello of two packets',
  (socket) => {
    socket.end()
  },
  sendHome,
)
const alertsOnLarge = needsSmallClientHello(
  'a load balancer answers a ClientHello of two packets with decode_error',
  (socket) => {
    socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 50]))
  },
  sendHome,
)
const brokenBehind = needsSmallClientHello(
  'a middlebox resets a ClientHello of two packets, and the application is down',
  (socket) => {
    socket.resetAndDestroy()
  },
  (request) => send(request, nginxPage(502)),
)

const NOTE = {
  ...HEALTHY,
  notes: ['tls-handshake-failed'],
  says: ['post-quantum ClientHello not accepted'],
  neverSays: ['admit only Cloudflare', 'admits only Cloudflare'],
} as const

/** Origins behind something that expects the ClientHello in one packet. Node 24 sends one of two packets. */
export const POST_QUANTUM: readonly Scenario[] = [
  {
    id: 'healthy-post-quantum-reset',
    sentence: 'a middlebox resets handshakes with post-quantum groups, and Cloudflare offers none',
    setup: { origin: resetsLarge },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: NOTE,
    not: ['origin-locked-to-cloudflare', 'origin-reset'],
  },
  {
    id: 'healthy-post-quantum-close',
    sentence: 'a middlebox closes connections with a large ClientHello, and Cloudflare sends a small one',
    setup: { origin: closesLarge },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: NOTE,
    not: ['origin-locked-to-cloudflare', 'origin-empty-response'],
  },
  {
    id: 'healthy-post-quantum-alert',
    sentence: 'a load balancer cannot decode a large ClientHello, and Cloudflare sends a small one',
    setup: { origin: alertsOnLarge },
    inputs: ONCE,
    curl: { edge: 200, direct: 200 },
    expected: NOTE,
    not: ['origin-locked-to-cloudflare'],
  },
  {
    id: 'tls-handshake-failed-post-quantum',
    sentence: "automatic key exchange makes Cloudflare's ClientHello too large for a middlebox",
    setup: { origin: resetsLarge, zone: { postQuantum: true } },
    inputs: ONCE,
    curl: { edge: 525, direct: 200 },
    expected: {
      ...unhealthy('tls-handshake-failed', 'likely'),
      says: [
        'post-quantum ClientHello not accepted',
        'automatic key exchange',
        'origin_post_quantum_encryption',
        '1%',
      ],
    },
    not: ['origin-reset', 'tls-plaintext-port'],
  },
  {
    id: 'origin-app-down-behind-a-small-client-hello',
    sentence: 'the application is down, behind a middlebox that resets handshakes with post-quantum groups',
    setup: { origin: brokenBehind },
    inputs: ONCE,
    curl: { edge: 502, direct: 502 },
    // Judged by the response after a classical handshake.
    expected: unhealthy('origin-app-down'),
    not: ['origin-locked-to-cloudflare', 'tls-handshake-failed'],
  },
]
