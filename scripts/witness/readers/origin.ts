import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { Case } from '../case.ts'

/** Responds to the request for `/case/N` with the bytes of that case, and closes the connection. */
export interface CaseOrigin {
  readonly port: number
  readonly serve: (cases: readonly Case[]) => void
  readonly close: () => Promise<void>
}

export const pathOf = ({ number }: Case): string => `/case/${number}`

export async function caseOrigin(): Promise<CaseOrigin> {
  let served = new Map<string, Case>()
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let request = ''
    // Programs reset connections whose response they reject.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk: Buffer) => {
      if (request.includes('\r\n\r\n')) return
      request += chunk.toString('latin1')
      if (!request.includes('\r\n\r\n')) return
      const [, path = ''] = request.split(' ')
      socket.end(served.get(path)?.bytes ?? '')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    serve: (cases) => {
      served = new Map(cases.map((each) => [pathOf(each), each]))
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
