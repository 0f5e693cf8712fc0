// The parts of undici that a probe needs. The whole of it also brings fetch, WebSocket, caches and cookies, which take
// as long to load as everything else together. Its version is pinned, so that its files stay where they are.

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
