import { randomBytes } from 'node:crypto'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { matches, untrusted } from '../../src/domain/untrusted.ts'
import { bodyCollector } from '../../src/probe/http/body.ts'
import { bodyDecoder, type DecodedBody } from '../../src/probe/http/content-encoding.ts'

const NEVER = new AbortController().signal
const LIMIT = 64 * 1024
const TEXT = 'Welcome to the shop\n'.repeat(200)
const GZIP = gzipSync(TEXT)
const BROTLI = brotliCompressSync(TEXT)

const ZSTD = zstdCompressSync(TEXT)

/** Hardly compresses. */
const NOISE = randomBytes(150_000)

/** The result is the same in one piece and in many. */
async function decode(raw: Uint8Array, name: string, complete: boolean, limit: number): Promise<DecodedBody> {
  const [whole, pieces] = [bodyDecoder(name, limit), bodyDecoder(name, limit)]
  whole.take(raw)
  for (let at = 0; at < raw.byteLength; at += 1000) pieces.take(raw.subarray(at, at + 1000))
  const decoded = await whole.finish(complete, NEVER)
  expect(await pieces.finish(complete, NEVER)).toEqual(decoded)
  return decoded
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
const flipByte = (bytes: Uint8Array, at: number): Uint8Array => {
  const changed = Uint8Array.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ 0xff
  return changed
}

describe('a body is', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['sound: gzip', GZIP, 'gzip', 'sound'],
    ['sound: brotli', BROTLI, 'br', 'sound'],
    ['sound: deflate', deflateSync(TEXT), 'deflate', 'sound'],
    ['sound: raw deflate, as many servers send it', deflateRawSync(TEXT), 'deflate', 'sound'],
    ['sound: gzip under its old name, in capitals', GZIP, ' X-GZIP ', 'sound'],
    ['sound: with trailing garbage', Buffer.concat([GZIP, Buffer.from('junk')]), 'gzip', 'sound'],
    ['truncated: gzip without its checksum', GZIP.subarray(0, -8), 'gzip', 'truncated'],
    ['truncated: half of it', GZIP.subarray(0, GZIP.length / 2), 'gzip', 'truncated'],
    ['truncated: its first bytes', GZIP.subarray(0, 5), 'gzip', 'truncated'],
    ['truncated: half of brotli', BROTLI.subarray(0, BROTLI.length / 2), 'br', 'truncated'],
    ['corrupt: a wrong checksum', flipByte(GZIP, GZIP.length - 6), 'gzip', 'corrupt'],
    ['corrupt: not compressed', Buffer.from(TEXT), 'gzip', 'corrupt'],
    ['corrupt: gzip labeled as brotli', GZIP, 'br', 'corrupt'],
    ['none: identity', Buffer.from(TEXT), 'identity', 'none'],
    ['none: an empty body', new Uint8Array(), 'gzip', 'none'],
    ['sound: zstd', ZSTD, 'zstd', 'sound'],
    ['truncated: zstd without its end', ZSTD.subarray(0, -6), 'zstd', 'truncated'],
    ['corrupt: gzip labeled as zstd', GZIP, 'zstd', 'corrupt'],
    ['unchecked: a coding that was not requested', GZIP, 'compress', 'unchecked'],
    ['sound: two codings', brotliCompressSync(GZIP), 'gzip, br', 'sound'],
    ['sound: compressed twice', gzipSync(GZIP), 'gzip, x-gzip', 'sound'],
    ['sound: three codings', zstdCompressSync(gzipSync(BROTLI)), 'br, gzip,zstd', 'sound'],
    ['sound: identity among them', GZIP, 'identity, gzip, ', 'sound'],
    [
      'sound: compressed twice, with trailing garbage',
      Buffer.concat([gzipSync(GZIP), Buffer.from('junk')]),
      'gzip, gzip',
      'sound',
    ],
    ['truncated: the inner coding', gzipSync(GZIP.subarray(0, -8)), 'gzip, gzip', 'truncated'],
    ['truncated: the outer coding', gzipSync(GZIP).subarray(0, -8), 'gzip, gzip', 'truncated'],
    ['corrupt: the inner coding', gzipSync(flipByte(GZIP, GZIP.length - 6)), 'gzip, gzip', 'corrupt'],
    ['corrupt: compressed once, labeled twice', GZIP, 'gzip, gzip', 'corrupt'],
    ['unchecked: one of two is unknown', gzipSync(GZIP), 'compress, gzip', 'unchecked'],
    [
      'unchecked: an inner deflate, which may be raw',
      gzipSync(deflateRawSync(TEXT)),
      'deflate, gzip',
      'unchecked',
    ],
    ['unchecked: too many codings', GZIP, 'gzip, gzip, gzip, gzip', 'unchecked'],
    ['unchecked: the name of an object property', GZIP, 'constructor', 'unchecked'],
  ])('%s', async (_, raw, name, coding) => {
    const decoded = await decode(raw, name, true, LIMIT)
    expect(decoded.coding).toBe(coding)
    if (coding === 'sound') expect(text(decoded.bytes)).toBe(TEXT)
  })

  test('returned as far as it decodes, and as received if nothing does', async () => {
    expect(text((await decode(GZIP.subarray(0, -8), 'gzip', true, LIMIT)).bytes)).toBe(TEXT)
    expect(text((await decode(Buffer.from('not Found'), 'gzip', true, LIMIT)).bytes)).toBe('not Found')
  })

  test('not truncated if its end was not read', async () => {
    expect(await decode(GZIP.subarray(0, 40), 'gzip', false, LIMIT)).toMatchObject({
      coding: 'unchecked',
    })
    expect(await decode(Buffer.from('no gzip at all'), 'gzip', false, LIMIT)).toMatchObject({
      coding: 'corrupt',
    })
  })

  test('checked beyond what is kept of it', async () => {
    const page = gzipSync('x'.repeat(5 * LIMIT))
    expect(await decode(page, 'gzip', true, LIMIT)).toMatchObject({ coding: 'sound', truncated: true })
    expect(await decode(page.subarray(0, -4), 'gzip', true, LIMIT)).toMatchObject({ coding: 'truncated' })
  })

  test.each([
    ['gzip', gzipSync(Buffer.alloc(64 * 1024 * 1024))],
    ['br', brotliCompressSync(Buffer.alloc(64 * 1024 * 1024))],
    ['zstd', zstdCompressSync(Buffer.alloc(64 * 1024 * 1024))],
    ['gzip, gzip', gzipSync(gzipSync(Buffer.alloc(64 * 1024 * 1024)))],
  ])('not decompressed without limit: %s', async (name, bomb) => {
    const before = process.memoryUsage().arrayBuffers
    const decoded = await decode(bomb, name, true, LIMIT)
    expect(decoded).toMatchObject({ coding: 'unchecked', truncated: true })
    expect(decoded.bytes.byteLength).toBe(LIMIT)
    // Two decoders, each up to the limit, before anything is collected. The bomb has 64 MiB.
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(48 * 1024 * 1024)
  })
})

describe('a hostile body', () => {
  // A write for each piece would take longer than a test may.
  test.each([
    ['gzip', gzipSync(NOISE)],
    ['br', brotliCompressSync(NOISE)],
    ['zstd', zstdCompressSync(NOISE)],
  ])('is decoded at once although it comes in single bytes: %s', async (name, raw) => {
    const decoder = bodyDecoder(name, LIMIT)
    for (const byte of raw) decoder.take(Uint8Array.of(byte))
    const { coding, bytes } = await decoder.finish(true, NEVER)
    expect(coding).toBe('sound')
    expect(Buffer.compare(bytes, NOISE.subarray(0, LIMIT))).toBe(0)
  })

  test.each(['identity', 'gzip'])('does not keep the packets of its pieces in memory: %s', async (name) => {
    const decoder = bodyDecoder(name, LIMIT)
    decoder.take(Buffer.alloc(1024 * 1024).subarray(0, 1))
    const { bytes } = await decoder.finish(false, NEVER)
    expect(bytes).toHaveLength(1)
    expect(bytes.buffer.byteLength).toBe(1)
  })

  test('is not decoded after its signal aborts', async () => {
    const decoder = bodyDecoder('gzip', LIMIT)
    decoder.take(gzipSync(NOISE))
    expect(await decoder.finish(true, AbortSignal.abort())).toMatchObject({ coding: 'unchecked' })
  })

  test('is not decoded after it is discarded', async () => {
    const decoder = bodyDecoder('gzip', LIMIT)
    decoder.take(gzipSync(NOISE))
    decoder.discard()
    decoder.take(Buffer.from('more'))
    expect(await decoder.finish(true, NEVER)).toMatchObject({ coding: 'unchecked' })
  })
})

test('any bytes with any coding are decoded within the limit', async () => {
  const names = fc.oneof(fc.constantFrom('gzip', 'br', 'deflate'), fc.string())
  const raw = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(fc.constantFrom(GZIP, BROTLI), fc.nat(200), fc.nat(200))
      .map(([whole, at, end]) => flipByte(whole, at).subarray(0, end)),
  )
  await fc.assert(
    fc.asyncProperty(raw, names, fc.boolean(), async (raw, name, complete) => {
      const { bytes, coding } = await decode(raw, name, complete, 100)
      expect(bytes.byteLength).toBeLessThanOrEqual(100)
      if (!complete) expect(coding).not.toBe('truncated')
    }),
    { numRuns: 500 },
  )
})

const FATAL = `${TEXT}<br />\n<b>Fatal error</b>:  x in <b>/a.php</b> on line <b>1</b><br />\n`
const endingAfter = async (
  body: Uint8Array,
  coding: string,
  status = 200,
  finished = true,
): Promise<unknown> => {
  const headers = { 'content-type': untrusted('text/html'), 'content-encoding': untrusted(coding) }
  const collector = bodyCollector({ status, headers }, LIMIT, 1000)
  for (let at = 0; at < body.byteLength; at += 777) collector.take(body.subarray(at, at + 777))
  const { text, ending } = await collector.finish(finished, NEVER)
  expect(matches(text, /^[^]{1,1000}$/)).toBe(true)
  return ending
}

describe('the end of a body is looked at, and not kept', () => {
  test.each([
    ['none', '', (body: Buffer): Buffer => body],
    ['gzip', 'gzip', gzipSync],
    ['brotli', 'br', brotliCompressSync],
  ])('%s', async (_, coding, encode) => {
    const whole = encode(Buffer.from(FATAL))
    expect(await endingAfter(whole, coding)).toBe('php-error')
    expect(await endingAfter(whole, coding, 500)).toBe(undefined)
    expect(await endingAfter(whole, coding, 200, false)).toBe(undefined)
    expect(await endingAfter(encode(Buffer.from(`${FATAL}<footer></footer>`)), coding)).toBe(undefined)
  })
})
