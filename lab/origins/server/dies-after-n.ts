import { sendHome } from './response.ts'
import type { RequestHandler } from './http1.ts'
import type { RunningOrigin } from '../origin.ts'

/** Requests that it lives to answer. */
export const REQUESTS_UNTIL_DEATH = 4

/** Answers well, then closes its port for good, as a process does that the kernel kills for want of memory. */
export async function openServerThatDies<Opened extends RunningOrigin>(
  open: (handle: RequestHandler) => Promise<Opened>,
): Promise<Opened> {
  let lives = REQUESTS_UNTIL_DEATH
  const opened = await open(async (visit) => {
    sendHome(visit)
    lives -= 1
    if (lives > 0) return
    // The kernel has the last answer already, and still delivers it.
    await opened.close()
  })
  return opened
}
