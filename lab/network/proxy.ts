import { createServer } from 'node:http'
import { connect } from 'node:net'
import { listen } from './listen.ts'

/** An HTTP proxy of a company's network. It opens tunnels to the hosts it knows, and to no other. */
export interface LabProxy {
  /** For HTTPS_PROXY. */
  readonly url: string
  /** The destinations of all CONNECT requests, with their ports, in order of arrival. */
  readonly requested: readonly string[]
  /** Connects a destination, such as `api.github.com:443`, to a port of loopback. */
  readonly tunnel: (destination: string, port: number) => void
  readonly close: () => Promise<void>
}

/** @param credentials `user:password` that it requires, unescaped */
export async function startProxy(credentials?: string): Promise<LabProxy> {
  const ports = new Map<string, number>()
  const requested: string[] = []
  const expected = credentials === undefined ? undefined : `Basic ${btoa(credentials)}`
  const server = createServer((_, response) => {
    response.writeHead(403).end()
  })
  server.on('connect', ({ url = '', headers }, client) => {
    requested.push(url)
    // The client may close the connection at any time, also while it is rejected.
    client.on('error', () => undefined)
    const port = ports.get(url)
    const allowed = expected === undefined || headers['proxy-authorization'] === expected
    if (!allowed || port === undefined) {
      client.end(`HTTP/1.1 ${allowed ? '403 Forbidden' : '407 Proxy Authentication Required'}\r\n\r\n`)
      return
    }
    const tunnel = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      tunnel.pipe(client).pipe(tunnel)
    })
    tunnel.on('error', () => undefined)
    for (const socket of [client, tunnel]) {
      socket.once('close', () => (socket === client ? tunnel : client).destroy())
    }
  })
  const { port, close } = await listen(server)
  const [user = '', password = ''] = credentials?.split(':') ?? []
  const login =
    credentials === undefined ? '' : `${encodeURIComponent(user)}:${encodeURIComponent(password)}@`
  return {
    url: `http://${login}127.0.0.1:${port}`,
    requested,
    tunnel: (destination, to) => ports.set(destination, to),
    close,
  }
}
