import { sendHome } from './response.ts'
import type { RequestHandler } from './http1.ts'
import type { RunningOrigin } from '../origin.ts'

/** Number of responses before the server dies. */
export const REQUESTS_UNTIL_DEATH = 4

/** Responds normally, then closes its port for good, like a process killed for lack of memory. */
export async function openServerThatDies<Opened extends RunningOrigin>(
  open: (handle: RequestHandler) => Promise<Opened>,
): Promise<Opened> {
  let lives = REQUESTS_UNTIL_DEATH
  const opened = await open(async (visit) => {
    sendHome(visit)
    lives -= 1
    if (lives > 0) return
    // The kernel already has the last response and still delivers it.
    await opened.close()
  })
  return opened
}
