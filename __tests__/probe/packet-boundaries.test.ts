import { connect, type Socket } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, test } from '@jest/globals'
import { isOriginKind, type OriginSetup } from '../../lab/origins/index.ts'
import { CONTENT } from '../../lab/origins/scripted/content.ts'
import { ERROR_RESPONSES } from '../../lab/origins/scripted/error-responses.ts'
import { MALFORMED } from '../../lab/origins/scripted/malformed.ts'
import { REJECTED } from '../../lab/origins/scripted/rejected.ts'
import { TOLERATED } from '../../lab/origins/scripted/tolerated.ts'
import { TRUNCATED } from '../../lab/origins/scripted/truncated.ts'
import { RAW_RESPONSES } from '../../lab/scenarios/http/raw.ts'
import { RESPONSES } from '../../scripts/fuzz/examples.ts'
import { exchangeOf } from '../../scripts/witness/direct-probe.ts'
import { RECORDED } from '../../scripts/witness/recorded.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { visit } from '../lab/origins/visit.ts'
import { cachedResponse, edgeError, edgeResponse, evidenceWith, unbrandedError } from '../support/evidence.ts'
import { resultOf } from '../support/judgments.ts'
import { readAll } from '../support/reading.ts'
import { requestAt, serve } from '../support/wire.ts'
import { repetitions } from '../support/effort.ts'

/** The places at which a response is split for the whole probe. The reader alone splits it at every byte. */
const PROBED_SPLITS = repetitions(20)
/** A longer response is split at every byte of its first and last ones only, where its head and its end are. */
const LONG = 20_000
const EDGES = 40
/** Bytes of a response that is also delivered one by one. */
const SHORT = 2000

/** These take seconds. */
const SLOW: ReadonlySet<string> = new Set(['slow', 'partly-down'])

const KEPT_OPEN: ReadonlySet<string> = new Set([...Object.keys(CONTENT), ...Object.keys(ERROR_RESPONSES)])

const KINDS = [MALFORMED, TOLERATED, REJECTED, TRUNCATED, CONTENT, ERROR_RESPONSES]
  .flatMap((origins) => Object.keys(origins))
  .filter(isOriginKind)
  .filter((kind) => !SLOW.has(kind))

interface RawResponse {
  readonly bytes: Buffer
  /** The connection ends with a reset. */
  readonly reset: boolean
}

/** What an origin of the lab sends over plain HTTP. */
const responseOf = (origin: OriginSetup, keepsOpen = false): Promise<RawResponse> =>
  visit(
    origin,
    ({ options: { http } }) =>
      new Promise((resolve) => {
        const parts: Buffer[] = []
        let reset = false
        const socket = connect(http.port, http.host)
        socket.on('data', (part: Buffer) => {
          parts.push(part)
          // Some origins keep the connection open.
          if (keepsOpen && readAll(parts, { open: true }).state === 'complete') socket.end()
        })
        socket.on('error', () => {
          reset = true
        })
        socket.once('close', () => resolve({ bytes: Buffer.concat(parts), reset }))
        socket.write('GET / HTTP/1.1\r\nHost: www.shop.example\r\nAccept-Encoding: gzip, br\r\n\r\n')
      }),
  )

const EDGE_RESPONSES = [edgeResponse(200), cachedResponse(), edgeError(520), unbrandedError(502)]

/** What is concluded from each exchange, by its JSON: most splits make the same one. */
const known = new Map<string, unknown>()

function conclusionsOf(exchange: Exchange): unknown {
  const origin = { ...exchange, timings: {} }
  const key = JSON.stringify(origin)
  const before = known.get(key)
  if (before !== undefined) return before
  const conclusions = EDGE_RESPONSES.map((edge) => {
    const judgment = judge(evidenceWith({ edge, origin }))
    const sentences = [...judgment.findings, ...judgment.warnings].map(({ match }) => match.because)
    return { result: resultOf(judgment), sentences }
  })
  known.set(key, conclusions)
  return conclusions
}

/** The places at which a response of this length is split in two: all of those, or about `count` of them. */
function placesIn(length: number, count = Infinity): readonly number[] {
  const all = Array.from({ length: Math.max(0, length - 1) }, (_, index) => index + 1)
  const stride = Math.ceil(length / PROBED_SPLITS)
  const near = all.filter((at) => length <= LONG || at <= EDGES || at >= length - EDGES || at % stride === 0)
  const step = Math.max(1, Math.floor(near.length / count))
  return near.filter((_, index) => index % step === 0)
}

const splitAt = (bytes: Buffer, at: number): readonly Buffer[] => [bytes.subarray(0, at), bytes.subarray(at)]

async function expectNoDifference({ bytes, reset }: RawResponse): Promise<void> {
  const singles = bytes.length > SHORT ? [] : [[...bytes].map((byte) => Buffer.from([byte]))]
  const read = JSON.stringify(readAll([bytes], { open: reset }))
  for (const parts of [...placesIn(bytes.length).map((at) => splitAt(bytes, at)), ...singles])
    // `expect` would take longer than the reader.
    if (JSON.stringify(readAll(parts, { open: reset })) !== read)
      expect(readAll(parts, { open: reset })).toEqual(JSON.parse(read))
  const whole = conclusionsOf(await exchangeOf([bytes], { reset }))
  const probed = placesIn(bytes.length, bytes.length > LONG ? 3 : PROBED_SPLITS)
  for (const parts of [...probed.map((at) => splitAt(bytes, at)), ...singles])
    expect(conclusionsOf(await exchangeOf(parts, { reset }))).toEqual(whole)
}

describe('where the packets of a response end makes no difference to verdict, cause, confidence and reason:', () => {
  test.each(KINDS)('%s', async (kind) => {
    const response = await responseOf(kind, KEPT_OPEN.has(kind))
    expect(response.bytes.length).toBeGreaterThan(0)
    await expectNoDifference(response)
  })

  test.each(
    RAW_RESPONSES.flatMap(({ id, setup: { origin } }) =>
      origin === undefined ? [] : [[id, origin] as const],
    ),
  )('%s', async (_, origin) => {
    await expectNoDifference(await responseOf(origin))
  })

  test.each([...RECORDED, ...RESPONSES].map((bytes, index) => [index, Buffer.from(bytes)] as const))(
    'recorded response %i',
    async (_, bytes) => {
      await expectNoDifference({ bytes, reset: false })
      await expectNoDifference({ bytes, reset: true })
    },
  )
})

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

/** Real sockets add little to the streams in memory, so each response is split once. */
test.each(KINDS)('nor does it over a real connection: %s', async (kind) => {
  const { bytes, reset } = await responseOf(kind, KEPT_OPEN.has(kind))
  const at = 1 + ((KINDS.indexOf(kind) * 17) % Math.max(1, bytes.length - 1))
  const parts = [bytes.subarray(0, at), bytes.subarray(at)]
  const server = await serve((socket) => void deliver(socket, parts, reset))
  try {
    const exchange = await requestAt(server.port, { timeout: 10_000 })
    const { family: _, ...rest } = exchange
    expect(conclusionsOf(rest)).toEqual(conclusionsOf(await exchangeOf([bytes], { reset })))
  } finally {
    await server.close()
  }
})
