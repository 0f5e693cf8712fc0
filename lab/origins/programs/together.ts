import type { RunningOrigin } from '../origin.ts'

/** A server with what it leans on: both are closed at once, and also when the server does not come up. */
export async function closeTogether(
  support: RunningOrigin,
  starting: Promise<RunningOrigin>,
): Promise<RunningOrigin> {
  try {
    const server = await starting
    return {
      close: async () => {
        await Promise.all([server.close(), support.close()])
      },
    }
  } catch (error) {
    await support.close()
    throw error
  }
}
