import { sendHome } from './response.ts'
import type { RequestHandler } from './http1.ts'
import type { RunningOrigin } from '../origin.ts'

/** Number of responses before the server dies. */
export const REQUESTS_UNTIL_DEATH = 4

/** Responds normally, then closes its port for good, like a process killed for lack of memory. */
export async function openServerThatDies<Server extends RunningOrigin>(
  open: (handle: RequestHandler) => Promise<Server>,
): Promise<Server> {
  let remaining = REQUESTS_UNTIL_DEATH
  const server = await open(async (request) => {
    sendHome(request)
    remaining -= 1
    if (remaining > 0) return
    // The kernel already has the last response and still delivers it.
    await server.close()
  })
  return server
}
