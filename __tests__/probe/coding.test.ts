import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { decode } from '../../src/probe/http/content-encoding.ts'

const LIMIT = 64 * 1024
const TEXT = 'Welcome to the shop\n'.repeat(200)
const GZIP = gzipSync(TEXT)
const BROTLI = brotliCompressSync(TEXT)

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')
const spoilt = (bytes: Uint8Array, at: number): Uint8Array => {
  const changed = Uint8Array.from(bytes)
  changed[at] = (changed[at] ?? 0) ^ 0xff
  return changed
}

describe('a body is', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['sound: gzip', GZIP, 'gzip', 'sound'],
    ['sound: brotli', BROTLI, 'br', 'sound'],
    ['sound: deflate', deflateSync(TEXT), 'deflate', 'sound'],
    [
      'sound: deflate without the frame of zlib, as many servers send it',
      deflateRawSync(TEXT),
      'deflate',
      'sound',
    ],
    ['sound: in an old name, and capitals', GZIP, ' X-GZIP ', 'sound'],
    ['sound: with something after its end', Buffer.concat([GZIP, Buffer.from('junk')]), 'gzip', 'sound'],
    ['truncated: gzip without its checksum', GZIP.subarray(0, -8), 'gzip', 'truncated'],
    ['truncated: half of it', GZIP.subarray(0, GZIP.length / 2), 'gzip', 'truncated'],
    ['truncated: its first bytes', GZIP.subarray(0, 5), 'gzip', 'truncated'],
    ['truncated: half of brotli', BROTLI.subarray(0, BROTLI.length / 2), 'br', 'truncated'],
    ['corrupt: a wrong checksum', spoilt(GZIP, GZIP.length - 6), 'gzip', 'corrupt'],
    ['corrupt: compressed in name only', Buffer.from(TEXT), 'gzip', 'corrupt'],
    ['corrupt: gzip in the name of brotli', GZIP, 'br', 'corrupt'],
    ['none: identity', Buffer.from(TEXT), 'identity', 'none'],
    ['none: nothing at all', new Uint8Array(), 'gzip', 'none'],
    ['unchecked: a coding that nobody asked for', GZIP, 'zstd', 'unchecked'],
    ['unchecked: one on top of the other', GZIP, 'gzip, br', 'unchecked'],
    ['unchecked: a name that every object has', GZIP, 'constructor', 'unchecked'],
  ])('%s', async (_, raw, name, coding) => {
    const decoded = await decode(raw, name, true, LIMIT)
    expect(decoded.coding).toBe(coding)
    if (coding === 'sound') expect(text(decoded.bytes)).toBe(TEXT)
  })

  test('given out as far as it decodes, and as it was sent where nothing of it does', async () => {
    expect(text((await decode(GZIP.subarray(0, -8), 'gzip', true, LIMIT)).bytes)).toBe(TEXT)
    expect(text((await decode(Buffer.from('not Found'), 'gzip', true, LIMIT)).bytes)).toBe('not Found')
  })

  test('not called truncated when it was not read to its end', async () => {
    expect(await decode(GZIP.subarray(0, 40), 'gzip', false, LIMIT)).toMatchObject({
      coding: 'unchecked',
      truncated: true,
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
  ])('let go when it unfolds without end: %s', async (name, bomb) => {
    const before = process.memoryUsage().arrayBuffers
    const decoded = await decode(bomb, name, true, LIMIT)
    expect(decoded).toMatchObject({ coding: 'unchecked', truncated: true })
    expect(decoded.bytes.byteLength).toBe(LIMIT)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(16 * 1024 * 1024)
  })
})

test('whatever comes under whatever name, it comes to an end within the limit', async () => {
  const names = fc.oneof(fc.constantFrom('gzip', 'br', 'deflate'), fc.string())
  const raw = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc
      .tuple(fc.constantFrom(GZIP, BROTLI), fc.nat(200), fc.nat(200))
      .map(([whole, at, end]) => spoilt(whole, at).subarray(0, end)),
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
