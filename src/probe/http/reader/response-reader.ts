import { DEVIATIONS, type Deviation, type DeviationKind } from '../../../domain/deviation.ts'
import type { Head, WireDetails } from '../../../domain/exchange.ts'
import { untrusted, type Untrusted } from '../../../domain/untrusted.ts'
import { headOf } from '../head.ts'
import { bodyReader } from './body-reader.ts'
import { fieldsNamed, type Field } from './field-lines.ts'
import { headReader } from './head-reader.ts'
import { latin1 } from './lines.ts'
import type { Note, SectionEnd, SectionReader } from './section.ts'

/** Bytes of the first line to keep, and more than the empty lines before it may have. */
const MAX_FIRST_LINE = 2048
const MAX_EMPTY = 256
/** Values to keep of each header that delimits the body. */
const MAX_FRAMING_VALUES = 8
/**
 * The most characters of such a value, and of a version. A longer text is dropped, not cut: redaction wouldn't
 * recognize a secret that is cut.
 */
const MAX_FRAMING_VALUE = 300
const MAX_VERSION = 8

/** `head` and `body`: more bytes are needed. */
export type ReaderState = 'head' | 'body' | SectionEnd

/** Reads one response, and the interim responses before it. The result never depends on how the bytes arrive. */
export interface ResponseReader {
  /** Takes the next bytes from the connection. Returns how many of them belong to this response. */
  readonly take: (bytes: Uint8Array) => number
  /** The server closed the connection. */
  readonly close: () => void
  readonly state: () => ReaderState
  /** Bytes of the response so far. */
  readonly received: () => number
  /** The final head as a lenient client reads it; undefined until it is complete. */
  readonly head: () => Head | undefined
  /** The first deviation that makes proxies, or Cloudflare's at least, reject the response. */
  readonly rejection: () => Rejection | undefined
  /** Proxies reject the response for what has been read so far, even if the current line is incomplete. */
  readonly isRejected: () => boolean
  /** Undefined before the first byte. */
  readonly wire: () => WireDetails | undefined
}

export interface Rejection {
  readonly kind: DeviationKind
  readonly inHead: boolean
}

/** Called by `take`. `onBody` gets the body without chunk lines, still with its content coding. */
export interface ReaderEvents {
  readonly onHead?: (head: Head) => void
  readonly onBody: (bytes: Uint8Array) => void
}

/**
 * Reads an HTTP/1.1 response (RFC 9112). Continues wherever a lenient client could, and notes every deviation.
 *
 * @param method of the request
 */
export function responseReader(method: string, { onHead, onBody }: ReaderEvents): ResponseReader {
  let received = 0
  let opening = ''
  let openingEnded = false
  let rejection: Rejection | undefined
  const deviations = new Map<DeviationKind, number>()
  const note: Note = (kind, offset) => {
    if (!deviations.has(kind)) deviations.set(kind, offset)
    const { proxy } = DEVIATIONS[kind]
    if (proxy === 'rejects' || proxy === 'disputes') rejection ??= { kind, inHead: body === undefined }
  }
  const top = headReader(method, note)
  let head: Head | undefined
  let body: SectionReader | undefined

  const endHead = (): void => {
    const read = top.head()
    if (read === undefined) return
    const { status, fields, framing } = read
    head = headOf(
      status,
      fields.map(({ name, value }) => [name, value] as const),
    )
    if (top.ended() !== 'complete') return
    body = bodyReader(framing, note, onBody)
    onHead?.(head)
  }

  const addToOpening = (bytes: Uint8Array): void => {
    if (openingEnded) return
    const text = (opening + latin1(bytes.subarray(0, MAX_FIRST_LINE + MAX_EMPTY))).replace(/^[\r\n]+/, '')
    opening = firstLineOf(text).slice(0, MAX_FIRST_LINE)
    openingEnded = opening.length < text.length
  }

  const take = (bytes: Uint8Array): number => {
    let taken = 0
    if (body === undefined && top.ended() === undefined) {
      taken = top.take(bytes, received)
      endHead()
    }
    if (body !== undefined && body.ended() === undefined && taken < bytes.length)
      taken += body.take(bytes.subarray(taken), received + taken)
    addToOpening(bytes.subarray(0, taken))
    received += taken
    return taken
  }

  return {
    take,
    close: () => {
      const section = body ?? top
      if (section.ended() === undefined) section.close(received)
    },
    state: () => (body === undefined ? (top.ended() ?? 'head') : (body.ended() ?? 'body')),
    received: () => received,
    head: () => head,
    rejection: () => rejection,
    isRejected: () => rejection !== undefined || top.cannotBeHttp(),
    wire: () => {
      if (received === 0) return undefined
      const [version, headBytes] = [top.version(), top.head()?.bytes]
      const found = [...deviations].map(([kind, offset]): Deviation => ({ kind, offset }))
      return {
        opening: untrusted(opening),
        ...(version !== undefined && version.length <= MAX_VERSION && { version }),
        ...(headBytes !== undefined && { headBytes }),
        contentLength: valuesOf(top.fields(), 'content-length'),
        transferEncoding: valuesOf(top.fields(), 'transfer-encoding'),
        ...(found.length > 0 && { deviations: found.toSorted((a, b) => a.offset - b.offset) }),
      }
    },
  }
}

/** Without its line end. The lines after it may hold cookies. */
function firstLineOf(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? ''
}

function valuesOf(fields: readonly Field[], wanted: string): readonly Untrusted[] {
  return fieldsNamed(fields, wanted)
    .slice(0, MAX_FRAMING_VALUES)
    .map(({ value }) => untrusted(value.length <= MAX_FRAMING_VALUE ? value : '…'))
}
