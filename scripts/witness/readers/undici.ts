import { createRequire } from 'node:module'
import { Client } from 'undici'
import { seededRandom, splitRandomly } from '../../fuzz/bytes.ts'
import type { Case, Outcome, Witness } from '../case.ts'
import { joinFields } from './fields.ts'
import { memorySocket } from './memory-socket.ts'

const { version }: { readonly version: string } = createRequire(import.meta.url)('undici/package.json')

export const undici = (): Witness => ({
  name: 'undici',
  column: 'strict',
  version: `undici ${version}`,
  read: (cases) => Promise.all(cases.map(readOne)),
  close: () => Promise.resolve(),
})

async function readOne({ bytes, method, number }: Case): Promise<Outcome> {
  const socket = memorySocket(splitRandomly(bytes, seededRandom(number)))
  const client = new Client('http://www.shop.example', {
    // The types require a socket of node:net. undici needs no more than a stream.
    connect: (_options, callback) => setImmediate(() => Reflect.apply(callback, undefined, [null, socket])),
    bodyTimeout: 0,
    headersTimeout: 0,
  })
  try {
    const { statusCode, body, headers } = await client.request({ method, path: '/', reset: true })
    const bytesOfBody = Buffer.from(await body.arrayBuffer())
    return {
      complete: true,
      status: statusCode,
      body: bytesOfBody.toString('latin1'),
      fields: joinFields(headers),
    }
  } catch (error) {
    return { complete: false, why: Error.isError(error) ? error.message : String(error) }
  } finally {
    void client.destroy()
  }
}
