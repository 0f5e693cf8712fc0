import { setTimeout as pause } from 'node:timers/promises'
import { HOME, send, sendHome } from '../server/response.ts'
import { openDoor, plainDoor, type Talk } from '../server/listeners.ts'
import { http1 } from '../server/http1.ts'
import { openMortal } from '../server/dies-after-n.ts'
import type { Place, RunningOrigin } from '../origin.ts'

/** How the application does that runs behind a server of the origin. */
export type ApplicationState = keyof typeof TALKS | 'refusing' | 'leaking'

export interface Application extends RunningOrigin {
  readonly place: Place
}

const TALKS = {
  up: http1(sendHome),
  slow: http1(async (visit) => {
    await pause(100)
    sendHome(visit)
  }),
  silent: http1(() => {}),
  crashing: http1(({ stream }) => {
    stream.end()
  }),
  failing: http1((visit) =>
    send(visit, { status: 500, type: 'text/plain', server: '', body: 'Internal Server Error\n' }),
  ),
  babbling: http1(({ stream }) => {
    stream.end('Warning: Undefined variable $cart in /srv/shop/index.php on line 3\r\n\r\n')
  }),
  // More than proxies take, and less than Cloudflare would.
  'big-headers': http1((visit) =>
    send(visit, { status: 200, server: '', headers: [['X-Debug', 'x'.repeat(40_000)]], body: HOME }),
  ),
} as const satisfies Readonly<Record<string, Talk>>

/**
 * Milliseconds that a proxy waits for such an application, of an order that has `patience`. Only who never answers is
 * given up on: on a busy machine any other might take as long, too.
 */
export const patienceWith = (state: ApplicationState, patience: number): number =>
  state === 'silent' ? patience : 20_000

/** Port 1 is set aside for a service that nobody runs. A port that was free a moment ago may be taken by the next. */
const NOBODY: Application = { place: { host: '127.0.0.1', port: 1 }, close: async () => {} }

/** Listens on a free port of 127.0.0.1, on any ground. */
export async function startApplication(state: ApplicationState): Promise<Application> {
  if (state === 'refusing') return NOBODY
  if (state === 'leaking') return openMortal((conduct) => opened(http1(conduct)))
  return opened(TALKS[state])
}

async function opened(talk: Talk): Promise<Application> {
  const { host, port, close } = await openDoor({ host: '127.0.0.1', port: 0 }, plainDoor(talk))
  return { place: { host, port }, close }
}
