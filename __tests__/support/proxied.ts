import { createServer } from 'node:https'
import { listen } from '../../lab/network/listen.ts'
import { runProgram } from '../../lab/network/programs.ts'
import { HOME_PAGE } from '../../lab/origins/server/response.ts'
import { makeLeaf } from '../../lab/tls/certificates.ts'
import { HOST } from '../../lab/world/internet.ts'
import type { World } from '../../lab/world/world.ts'

/** The site's server on 127.0.0.1, for a command to connect to. Cloudflare connects to the lab's own. */
export interface CountingOrigin {
  readonly port: number
  readonly connections: () => number
  readonly close: () => Promise<void>
}

export async function startCountingOrigin({ internet }: World): Promise<CountingOrigin> {
  let connections = 0
  const server = createServer(
    makeLeaf({ names: [HOST], issuer: internet.authorities.intermediate }),
    (_, response) => {
      response.writeHead(200, { server: 'nginx', 'content-type': 'text/html' }).end(HOME_PAGE)
    },
  )
  server.on('connection', () => {
    connections += 1
  })
  const { port, close } = await listen(server)
  return { port, connections: () => connections, close }
}

/** The programs that this machine doesn't have, as a reason. Undefined: all are here. */
export async function missingPrograms(...names: readonly string[]): Promise<string | undefined> {
  const found = await Promise.all(names.map((name) => runProgram(['sh', '-c', `command -v ${name}`])))
  const missing = names.filter((_, index) => found[index]?.code !== 0)
  return missing.length === 0 ? undefined : `${missing.join(' and ')} not found`
}
