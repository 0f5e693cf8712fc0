import type { Body, Head } from '../../domain/exchange.ts'
import { rawTextOf, read, untrusted } from '../../domain/untrusted.ts'
import { isStreamType } from '../../shared/html.ts'
import { bodyText } from './body-text.ts'
import { bodyDecoder } from './content-encoding.ts'
import { endingOf } from './ending.ts'

/** Bytes of a body to keep, after decompression. Only a search for expected text keeps more. */
export const BODY_LIMIT = 64 * 1024

/** Bytes of a response to read, so that a truncated or corrupt end is noticed. */
export const READ_LIMIT = 4 * 1024 * 1024

/** Milliseconds to keep reading once enough of the body is kept. */
export const READ_ON_TIME = 1000

/** Keeps the beginning of a body while all of it is read. */
export interface BodyCollector {
  readonly take: (bytes: Uint8Array) => void
  /** Bytes so far, still compressed. */
  readonly received: () => number
  /** No more is needed: it is longer than what is kept, a stream, or that of a redirect. What follows is read on. */
  readonly isFull: () => boolean
  /**
   * @param finished the end of the body was reached
   * @param signal stops a decompression that takes too long
   */
  readonly finish: (finished: boolean, signal: AbortSignal) => Promise<Body>
  /** Releases the decoder. Call it if the body is not needed. */
  readonly discard: () => void
}

/**
 * @param limit bytes after which the collector is full
 * @param keep bytes to keep
 */
export function bodyCollector({ status, headers }: Head, limit = BODY_LIMIT, keep = limit): BodyCollector {
  const decoder = bodyDecoder(rawTextOf(headers['content-encoding'] ?? NONE), keep)
  const needless = isFollowed({ status, headers }) || read(headers['content-type'], isStreamType)
  let received = 0
  return {
    take: (bytes) => {
      received += bytes.byteLength
      decoder.take(bytes)
    },
    received: () => received,
    isFull: () => needless || received > limit,
    finish: async (finished, signal) => {
      const { bytes, end, coding, truncated } = await decoder.finish(finished, signal)
      const type = rawTextOf(headers['content-type'] ?? NONE)
      const { text, encoding } = bodyText(bytes, type)
      const readable = finished && (coding === 'none' || coding === 'sound')
      const ending = readable && status >= 200 && status < 300 ? endingOf(end, type) : undefined
      return {
        text: untrusted(text),
        ...(encoding !== undefined && { encoding }),
        bytes: received,
        complete: finished && !truncated,
        coding,
        ...(ending !== undefined && { ending }),
        ...(!finished && { unfinished: true }),
      }
    },
    discard: decoder.discard,
  }
}

/** Whether clients follow a redirect as soon as they have its head. */
export function isFollowed({ status, headers }: Head): boolean {
  return [301, 302, 303, 307, 308].includes(status) && headers['location'] !== undefined
}

const NONE = untrusted('')
