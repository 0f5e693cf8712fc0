import { request } from 'node:http'
import { seededRandom, splitRandomly } from '../../fuzz/bytes.ts'
import type { Case, Outcome, Witness } from '../case.ts'
import { joinFields } from './fields.ts'
import { memorySocket } from './memory-socket.ts'

/** Node's own client, which reads with llhttp. */
export const nodeHttp = (lenient: boolean): Witness => ({
  name: lenient ? 'node-lenient' : 'node',
  column: lenient ? 'lenient' : 'strict',
  version: `Node ${process.versions.node}, llhttp ${process.versions['llhttp'] ?? ''}${lenient ? ', insecureHTTPParser' : ''}`,
  read: (cases) => Promise.all(cases.map((each) => readOne(each, lenient))),
  close: () => Promise.resolve(),
})

function readOne({ bytes, method, number }: Case, insecureHTTPParser: boolean): Promise<Outcome> {
  const socket = memorySocket(splitRandomly(bytes, seededRandom(number)))
  const client = request({
    method,
    host: 'www.shop.example',
    insecureHTTPParser,
    createConnection: () => socket,
  })
  return new Promise((resolve) => {
    let why = 'closed'
    client.on('error', (error) => (why = error.message))
    const rejected = (): void => resolve({ complete: false, why })
    client.on('close', rejected)
    client.on('response', (response) => {
      client.off('close', rejected)
      const body: Buffer[] = []
      response.on('data', (chunk: Buffer) => body.push(chunk))
      response.on('error', (error) => (why = error.message))
      response.on('close', () =>
        resolve(
          response.complete
            ? {
                complete: true,
                status: response.statusCode ?? 0,
                body: Buffer.concat(body).toString('latin1'),
                fields: joinFields(response.headersDistinct),
              }
            : { complete: false, why },
        ),
      )
    })
    client.end()
  })
}
