import { Duplex } from 'node:stream'

/** One end of an in-memory connection. The other end ignores the request, sends these pieces and closes. */
export function memorySocket(pieces: readonly Uint8Array[]): Duplex {
  let requested = false
  const left = [...pieces, null]
  return new Duplex({
    allowHalfOpen: true,
    read() {
      if (requested) this.push(left.shift() ?? null)
    },
    write(_chunk, _encoding, done) {
      if (!requested) {
        requested = true
        this.push(left.shift() ?? null)
      }
      done()
    },
  })
}
