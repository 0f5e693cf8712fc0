import { rawReset, raw, head } from '../../origins/scripted/raw.ts'
import { openPorts, plainHandler } from '../../origins/server/listeners.ts'
import { HOME_PAGE } from '../../origins/server/response.ts'
import type { OriginDefinition } from '../../origins/origin.ts'
import { unhealthy, type Scenario } from '../scenario.ts'

const ONCE = { wait: '0s', 'consecutive-successes': '1' } as const
const PLAIN = { ...ONCE, origin: 'http://203.0.113.10', 'ssl-mode': 'flexible' } as const

/** Resets as soon as the connection is accepted: the kernel may report it to any system call. */
const resetsAtOnce: OriginDefinition = {
  sentence: 'the origin resets connections in the moment in which it accepts them',
  start: (options) => {
    const handler = plainHandler((_, socket) => {
      socket.resetAndDestroy()
    })
    return openPorts(options, { https: handler, http: handler })
  },
}

/** Closes as soon as the connection is accepted, before or after the request arrives. */
const closesAtOnce: OriginDefinition = {
  sentence: 'the origin closes connections in the moment in which it accepts them',
  start: (options) => {
    const handler = plainHandler((_, socket) => {
      socket.destroy()
    })
    return openPorts(options, { https: handler, http: handler })
  },
}

/** Waits for the end of a line, which a ClientHello doesn't have, so that it never responds to one. */
const breaksItsHead = raw(
  'the origin sends a header without a colon over plain HTTP',
  `${head(['not a header'])}${HOME_PAGE}`,
)

/** Connection faults: one cause, whatever reports them and whatever page Cloudflare shows. */
export const CONNECTION_FAULTS: readonly Scenario[] = [
  {
    id: 'origin-reset-on-accept',
    sentence: 'the origin resets connections on accept, and Cloudflare returns 520',
    setup: { origin: resetsAtOnce, edgeBehavior: 'error-520' },
    inputs: ONCE,
    curl: { edge: 520, direct: 'tls' },
    expected: unhealthy('origin-reset', 'likely'),
    not: ['unexplained', 'tls-handshake-failed', 'origin-refused', 'origin-empty-response'],
  },
  {
    id: 'origin-reset-on-accept-plain',
    sentence: 'under Flexible, the origin resets connections on accept, and Cloudflare returns 520',
    setup: { ssl: 'flexible', origin: resetsAtOnce, edgeBehavior: 'error-520' },
    inputs: PLAIN,
    curl: { edge: 520, direct: 'reset' },
    expected: unhealthy('origin-reset', 'likely'),
    not: ['unexplained', 'origin-refused', 'origin-empty-response'],
  },
  {
    id: 'origin-empty-response-on-accept',
    sentence: 'the origin closes connections on accept, and Cloudflare returns 520',
    setup: { origin: closesAtOnce, edgeBehavior: 'error-520' },
    inputs: ONCE,
    curl: { edge: 520, direct: 'tls' },
    expected: unhealthy('origin-empty-response', 'likely'),
    not: ['unexplained', 'tls-handshake-failed', 'origin-reset'],
  },
  {
    id: 'origin-response-timeout-under-520',
    sentence: 'the origin accepts requests and sends nothing, and Cloudflare returns 520',
    setup: { origin: 'silent', edgeBehavior: 'error-520' },
    inputs: ONCE,
    curl: { edge: 520, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'likely'),
    not: ['unexplained', 'cloudflare-blocked-by-origin'],
  },
  {
    id: 'origin-response-timeout-stalls-in-the-body',
    sentence:
      'the origin stops in the middle of its page, and Cloudflare cuts the response off before the check does',
    setup: { origin: 'silent-in-body' },
    inputs: ONCE,
    curl: { edge: 'partial', direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'likely'),
    not: ['origin-truncated-response'],
  },
  ...(
    [
      ['refused', 'stopped', 'refused', 'origin-refused'],
      ['closed', 'empty', 'empty', 'origin-empty-response'],
      ['reset', 'reset', 'reset', 'origin-reset'],
    ] as const
  ).flatMap(([name, origin, direct, cause]): readonly Scenario[] => [
    {
      id: `${cause}-under-a-bare-502-${name}`,
      sentence: `Cloudflare returns its own bare 502, and the direct connection is ${name}`,
      setup: { origin, edgeBehavior: 'bare-502' },
      inputs: ONCE,
      curl: { edge: 502, direct },
      expected: { ...unhealthy(cause), neverSays: ['could not be requested directly'] },
      not: ['cloudflare-edge-error', 'unexplained'],
    },
    {
      id: `${cause}-under-an-empty-502-${name}`,
      sentence: `Cloudflare returns a 502 without a page, and the direct connection is ${name}`,
      setup: { origin, edgeBehavior: () => ({ status: 502, type: 'text/html', body: '' }) },
      inputs: ONCE,
      curl: { edge: 502, direct },
      expected: unhealthy(cause),
      not: ['cloudflare-edge-error', 'unexplained', 'origin-app-down'],
    },
  ]),
  {
    id: 'origin-connect-timeout-under-an-empty-502',
    sentence: 'Cloudflare returns a 502 without a page, and packets to the origin are dropped',
    setup: {
      runnerToOrigin: 'drop',
      edgeBehavior: () => ({ status: 502, type: 'text/html', body: '' }),
    },
    inputs: ONCE,
    curl: { edge: 502, direct: 'timeout' },
    expected: unhealthy('origin-connect-timeout'),
    not: ['unexplained', 'origin-app-down'],
  },
  {
    id: 'origin-response-timeout-under-a-502-to-head',
    sentence: 'the check uses HEAD, Cloudflare returns 502, and the origin sends nothing',
    setup: { origin: 'silent', edgeBehavior: 'bare-502' },
    inputs: { ...ONCE, method: 'HEAD' },
    curl: { edge: 502, direct: 'timeout' },
    expected: unhealthy('origin-response-timeout', 'likely'),
    not: ['unexplained', 'cloudflare-edge-error'],
  },
  {
    id: 'origin-empty-response-to-head',
    sentence:
      'the check uses HEAD, Cloudflare returns 502 without a page, and the origin closes the connection',
    setup: { origin: 'empty', edgeBehavior: 'bare-502' },
    inputs: { ...ONCE, method: 'HEAD' },
    curl: { edge: 502, direct: 'empty' },
    expected: unhealthy('origin-empty-response', 'likely'),
    not: ['unexplained', 'cloudflare-edge-error'],
  },
  {
    id: 'origin-truncated-response-reset-mid-page',
    sentence: 'the origin resets in the middle of its page, and so does Cloudflare',
    setup: {
      origin: rawReset(
        'the origin resets in the middle of its page',
        `${head(['Content-Length: 9000'])}<h1>Shop</h1>`,
      ),
    },
    inputs: ONCE,
    curl: { edge: 'partial', direct: 'reset' },
    expected: unhealthy('origin-truncated-response', 'certain'),
    not: ['origin-response-timeout', 'origin-reset'],
  },
  {
    id: 'origin-malformed-response-over-plain-http',
    sentence: 'under Flexible, the head of the response has a line that is not a header',
    setup: { ssl: 'flexible', origin: breaksItsHead },
    inputs: PLAIN,
    curl: { edge: 520, direct: 'protocol' },
    expected: unhealthy('origin-malformed-response', 'certain'),
    not: ['tls-plaintext-port', 'cloudflare-blocked-by-origin'],
  },
]
