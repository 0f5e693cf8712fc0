/** A registry of npm on loopback: what `npm view` reads and `npm publish` writes. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import { json } from 'node:stream/consumers'
import { member, textIn } from '../../src/shared/json.ts'

export interface Registry {
  readonly url: string
  /** The version of each tag. */
  readonly tags: ReadonlyMap<string, string>
  /** What was published, in order. */
  readonly published: readonly string[]
  /** As `npm dist-tag add`. */
  readonly tag: (tag: string, version: string) => void
  /** Every request is an internal error from now on. */
  readonly fail: () => void
  readonly close: () => Promise<void>
}

/** @param name of the only package, which has no version yet */
export async function startRegistry(name: string): Promise<Registry> {
  const versions = new Map<string, unknown>()
  const tags = new Map<string, string>()
  const published: string[] = []
  let failing = false
  const server = createServer((request, response) => {
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    const publish = async (): Promise<void> => {
      const body: unknown = await json(request)
      for (const [version, manifest] of Object.entries(member(body, 'versions') ?? {})) {
        versions.set(version, manifest)
        published.push(version)
      }
      const [tag = ''] = Object.keys(member(body, 'dist-tags') ?? {})
      tags.set(tag, textIn(body, 'dist-tags', tag) ?? '')
      send(201, {})
    }
    if (failing) send(400, { error: 'broken' })
    else if (request.url !== `/${name}`) send(404, { error: 'Not found' })
    else if (request.method === 'PUT') void publish()
    else if (versions.size === 0) send(404, { error: 'Not found' })
    else send(200, { name, 'dist-tags': Object.fromEntries(tags), versions: Object.fromEntries(versions) })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}/`,
    tags,
    published,
    tag: (tag, version) => void tags.set(tag, version),
    fail: () => {
      failing = true
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
