import { Duplex } from 'node:stream'
import { errorWithCode } from '../../../lab/network/routes.ts'

/**
 * One end of an in-memory connection. The other end ignores the request, sends these pieces and closes, or with `reset`
 * resets the connection.
 */
export function memorySocket(
  pieces: readonly Uint8Array[],
  { reset = false }: { readonly reset?: boolean } = {},
): Duplex {
  let requested = false
  const left = [...pieces]
  const next = (stream: Duplex): void => {
    const piece = left.shift()
    if (piece === undefined && reset) stream.destroy(errorWithCode('ECONNRESET'))
    else stream.push(piece ?? null)
  }
  return new Duplex({
    allowHalfOpen: true,
    read() {
      if (requested) next(this)
    },
    write(_chunk, _encoding, done) {
      if (!requested) {
        requested = true
        next(this)
      }
      done()
    },
  })
}
