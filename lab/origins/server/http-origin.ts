import { openPorts, plainHandler, tlsHandler } from './listeners.ts'
import { http1Handler, type RequestHandler } from './http1.ts'
import type { OriginDefinition, OriginOptions, RunningOrigin } from '../origin.ts'

/** Opens both ports with the same request handler. */
export const openHttpOrigin = (options: OriginOptions, handle: RequestHandler): Promise<RunningOrigin> =>
  openPorts(options, {
    https: tlsHandler(options.credentials, http1Handler(handle)),
    http: plainHandler(http1Handler(handle)),
  })

/** An origin that handles every request with `handle`. */
export const httpOrigin = (
  sentence: string,
  handle: (options: OriginOptions) => RequestHandler,
): OriginDefinition => ({
  sentence,
  start: (options) => openHttpOrigin(options, handle(options)),
})
