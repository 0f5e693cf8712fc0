// The parts of undici that the client for JSON APIs uses. The package's entry point also loads fetch, WebSocket, caches
// and cookies. The version is pinned because these paths are internal.

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
