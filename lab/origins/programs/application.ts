import { setTimeout as pause } from 'node:timers/promises'
import { HOME_PAGE, send, sendHome } from '../server/response.ts'
import { openPort, plainHandler, type StreamHandler } from '../server/listeners.ts'
import { http1Handler } from '../server/http1.ts'
import { openServerThatDies } from '../server/dies-after-n.ts'
import type { Endpoint } from '../../network/network.ts'
import type { RunningOrigin } from '../origin.ts'

/** The state of the application behind an origin's server. */
export type ApplicationState = keyof typeof HANDLERS | 'refusing' | 'dies'

export interface Application extends RunningOrigin {
  readonly endpoint: Endpoint
}

const HANDLERS = {
  up: http1Handler(sendHome),
  slow: http1Handler(async (request) => {
    await pause(100)
    sendHome(request)
  }),
  silent: http1Handler(() => {}),
  crashing: http1Handler(({ stream }) => {
    stream.end()
  }),
  failing: http1Handler((request) =>
    send(request, { status: 500, type: 'text/plain', server: '', body: 'Internal Server Error\n' }),
  ),
  'prints-warning': http1Handler(({ stream }) => {
    stream.end('Warning: Undefined variable $cart in /srv/shop/index.php on line 3\r\n\r\n')
  }),
  // More than proxies accept, and less than Cloudflare does.
  'big-headers': http1Handler((request) =>
    send(request, { status: 200, server: '', headers: [['X-Debug', 'x'.repeat(40_000)]], body: HOME_PAGE }),
  ),
} as const satisfies Readonly<Record<string, StreamHandler>>

/**
 * Milliseconds that a proxy waits for this application. Only one that never responds runs into the short timeout,
 * because on a busy machine any other might too.
 */
export const proxyTimeout = (state: ApplicationState, upstreamTimeout: number): number =>
  state === 'silent' ? upstreamTimeout : 20_000

/** Port 1 is reserved and never used. A port that was free a moment ago might be taken again. */
const NOT_RUNNING: Application = { endpoint: { host: '127.0.0.1', port: 1 }, close: async () => {} }

/** Listens on a free port of 127.0.0.1. */
export async function startApplication(state: ApplicationState): Promise<Application> {
  if (state === 'refusing') return NOT_RUNNING
  if (state === 'dies') return openServerThatDies((handle) => openApplication(http1Handler(handle)))
  return openApplication(HANDLERS[state])
}

async function openApplication(handler: StreamHandler): Promise<Application> {
  const { host, port, close } = await openPort({ host: '127.0.0.1', port: 0 }, plainHandler(handler))
  return { endpoint: { host, port }, close }
}
