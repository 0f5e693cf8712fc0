import { connect, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from '@jest/globals'
import type { OriginKind } from '../../lab/origins/index.ts'
import { MALFORMED } from '../../lab/origins/scripted/malformed.ts'
import { REJECTED } from '../../lab/origins/scripted/rejected.ts'
import { TOLERATED } from '../../lab/origins/scripted/tolerated.ts'
import { TRUNCATED } from '../../lab/origins/scripted/truncated.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { visit } from '../lab/origins/visit.ts'
import { edgeError, edgeResponse, evidenceWith } from '../support/evidence.ts'
import { resultOf } from '../support/judgments.ts'
import { requestAt, serve } from '../support/wire.ts'

/** Bytes of a response that is also delivered one by one. */
const SHORT = 1000
/** Places at which each response is cut in two. */
const CUTS = 6

const isKind = (kind: string): kind is OriginKind =>
  [MALFORMED, TOLERATED, REJECTED, TRUNCATED].some((origins) => Object.hasOwn(origins, kind))

const KINDS = [MALFORMED, TOLERATED, REJECTED, TRUNCATED]
  .flatMap((origins) => Object.keys(origins))
  .filter(isKind)

interface RawResponse {
  readonly bytes: Buffer
  /** The connection ends with a reset. */
  readonly reset: boolean
}

/** What an origin of the lab sends over plain HTTP. */
const responseOf = (kind: OriginKind): Promise<RawResponse> =>
  visit(
    kind,
    ({ options: { http } }) =>
      new Promise((resolve) => {
        const parts: Buffer[] = []
        let reset = false
        const socket = connect(http.port, http.host)
        socket.on('data', (part: Buffer) => parts.push(part))
        socket.on('error', () => {
          reset = true
        })
        socket.once('close', () => resolve({ bytes: Buffer.concat(parts), reset }))
        socket.write('GET / HTTP/1.1\r\nHost: www.shop.example\r\nAccept-Encoding: gzip, br\r\n\r\n')
      }),
  )

/** Sends the response in these parts. */
async function deliver(socket: Socket, parts: readonly Buffer[], reset: boolean): Promise<void> {
  socket.setNoDelay(true)
  for (const part of parts) {
    await new Promise((sent) => socket.write(part, sent))
    await nextTurn()
  }
  if (reset) socket.resetAndDestroy()
  else socket.end()
}

async function exchangeWith({ reset }: RawResponse, parts: readonly Buffer[]): Promise<Exchange> {
  const server = await serve((socket) => void deliver(socket, parts, reset))
  try {
    return await requestAt(server.port, { timeout: 10_000 })
  } finally {
    await server.close()
  }
}

const conclusionsOf = (origin: Exchange): unknown =>
  [edgeResponse(200), edgeError(520)].map((edge) => {
    const judgment = judge(evidenceWith({ edge, origin }))
    const sentences = [...judgment.findings, ...judgment.warnings].map(({ match }) => match.because)
    return { result: resultOf(judgment), sentences }
  })

test.each(KINDS)('packet boundaries in the response of %s make no difference', async (kind) => {
  const response = await responseOf(kind)
  const { bytes } = response
  const whole = conclusionsOf(await exchangeWith(response, [bytes]))
  const offset = KINDS.indexOf(kind)
  const cuts = Array.from({ length: CUTS }, (_, index) => {
    const at =
      bytes.length < 2
        ? 1
        : 1 + ((offset * 17 + Math.floor((index * bytes.length) / CUTS)) % (bytes.length - 1))
    return [bytes.subarray(0, at), bytes.subarray(at)]
  })
  const singles = bytes.length > SHORT ? [] : [[...bytes].map((byte) => Buffer.from([byte]))]
  for (const parts of [...cuts, ...singles]) {
    const [first] = parts
    expect({ first: first?.length, is: conclusionsOf(await exchangeWith(response, parts)) }).toEqual({
      first: first?.length,
      is: whole,
    })
  }
})
