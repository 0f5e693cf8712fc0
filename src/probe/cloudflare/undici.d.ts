// The parts of undici that the probes use. Importing the package's entry point also loads fetch, WebSocket, caches and
// cookies, which doubles the start-up time. The version is pinned because these paths are internal.

declare module 'undici/lib/dispatcher/client.js' {
  export { Client as default } from 'undici'
}

declare module 'undici/lib/api/api-request.js' {
  import type { Dispatcher } from 'undici'
  export default function request(
    this: Dispatcher,
    options: Dispatcher.RequestOptions,
  ): Promise<Dispatcher.ResponseData>
}
