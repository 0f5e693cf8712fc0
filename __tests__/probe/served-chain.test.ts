import { once } from 'node:events'
import { connect } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { makeAuthorities } from '../../lab/tls/authorities.ts'
import { makeLeaf } from '../../lab/tls/certificates.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { startTls } from '../../src/probe/tls/handshake.ts'
import { HOST, serveSecurely } from '../support/wire.ts'

const authorities = makeAuthorities()
const { intermediate, untrusted } = authorities
const publicRoots = getCACertificates('default')
// The lab's root replaces the public ones in this file.
beforeAll(() => setDefaultCACertificates([authorities.root.certificate]))
afterAll(() => setDefaultCACertificates(publicRoots))

const START = Date.now()
const leaf = makeLeaf({ names: [HOST], issuer: intermediate, chain: '' })
const complete = { key: leaf.key, cert: leaf.cert + intermediate.certificate }
/** The same leaf, with a certificate that changes nothing. */
const withUnneeded = { key: leaf.key, cert: complete.cert + untrusted.certificate }

/** How many certificates a handshake at a certain time reports, and with which faults. */
async function readAt(
  time: number,
  credentials: { readonly key: string; readonly cert: string },
): Promise<readonly unknown[]> {
  const server = await serveSecurely(credentials, () => undefined)
  const socket = connect(server.port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    const handshake = await startTls(
      socket,
      { tls: { servername: HOST, trust: 'visitors' }, alpn: [] },
      { ...systemClock, now: () => time },
      AbortSignal.timeout(10_000),
    )
    if (!handshake.ok) throw new Error(handshake.error.code)
    const { chain, faults } = handshake.session.certificate
    return [chain.length, ...faults]
  } finally {
    socket.destroy()
    await server.close()
  }
}

// Node leaks memory with each chain that is read.
test('an unchanged leaf keeps its chain for a minute, and a changed verdict of OpenSSL or leaf does not', async () => {
  const other = makeLeaf({ names: [HOST], issuer: intermediate })
  expect(await readAt(START, complete)).toEqual([2])
  expect(await readAt(START + 59_000, withUnneeded)).toEqual([2])
  expect(await readAt(START + 59_000, other)).toEqual([2])
  expect(await readAt(START + 59_000, leaf)).toEqual([1, 'chain-incomplete'])
  expect(await readAt(START + 59_000, complete)).toEqual([2])
  expect(await readAt(START + 60_000, withUnneeded)).toEqual([3])
  expect(await readAt(START + 61_000, complete)).toEqual([3])
})

test('a clock that was set back makes the chain be read again', async () => {
  expect(await readAt(START + 500_000, complete)).toEqual([2])
  expect(await readAt(START + 300_000, withUnneeded)).toEqual([3])
})
