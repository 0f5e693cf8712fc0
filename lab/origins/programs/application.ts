import { setTimeout as pause } from 'node:timers/promises'
import { HOME_PAGE, send, sendHome } from '../server/response.ts'
import { openPort, plainHandler, type StreamHandler } from '../server/listeners.ts'
import { http1Handler } from '../server/http1.ts'
import { openServerThatDies } from '../server/dies-after-n.ts'
import type { Endpoint, RunningOrigin } from '../origin.ts'

/** How the application does that runs behind a server of the origin. */
export type ApplicationState = keyof typeof HANDLERS | 'refusing' | 'leaking'

export interface Application extends RunningOrigin {
  readonly endpoint: Endpoint
}

const HANDLERS = {
  up: http1Handler(sendHome),
  slow: http1Handler(async (visit) => {
    await pause(100)
    sendHome(visit)
  }),
  silent: http1Handler(() => {}),
  crashing: http1Handler(({ stream }) => {
    stream.end()
  }),
  failing: http1Handler((visit) =>
    send(visit, { status: 500, type: 'text/plain', server: '', body: 'Internal Server Error\n' }),
  ),
  babbling: http1Handler(({ stream }) => {
    stream.end('Warning: Undefined variable $cart in /srv/shop/index.php on line 3\r\n\r\n')
  }),
  // More than proxies take, and less than Cloudflare would.
  'big-headers': http1Handler((visit) =>
    send(visit, { status: 200, server: '', headers: [['X-Debug', 'x'.repeat(40_000)]], body: HOME_PAGE }),
  ),
} as const satisfies Readonly<Record<string, StreamHandler>>

/**
 * Milliseconds that a proxy waits for such an application, of an order that has `upstreamTimeout`. Only who never answers is
 * given up on: on a busy machine any other might take as long, too.
 */
export const proxyTimeout = (state: ApplicationState, upstreamTimeout: number): number =>
  state === 'silent' ? upstreamTimeout : 20_000

/** Port 1 is set aside for a service that nobody runs. A port that was free a moment ago may be taken by the next. */
const NOT_RUNNING: Application = { endpoint: { host: '127.0.0.1', port: 1 }, close: async () => {} }

/** Listens on a free port of 127.0.0.1, on any network. */
export async function startApplication(state: ApplicationState): Promise<Application> {
  if (state === 'refusing') return NOT_RUNNING
  if (state === 'leaking') return openServerThatDies((handle) => openApplication(http1Handler(handle)))
  return openApplication(HANDLERS[state])
}

async function openApplication(talk: StreamHandler): Promise<Application> {
  const { host, port, close } = await openPort({ host: '127.0.0.1', port: 0 }, plainHandler(talk))
  return { endpoint: { host, port }, close }
}
