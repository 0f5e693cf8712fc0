import { connect, Socket } from 'node:net'
import { expect, test } from '@jest/globals'
import { probeAddressFamilies } from '../../src/probe/network/address-families.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import type { ProbeRequest } from '../../src/probe/types.ts'
import { errorWithCode } from '../../lab/network/routes.ts'
import { network, resolvedTo, serve } from '../support/wire.ts'

const REQUEST: ProbeRequest = { host: 'origin.example', port: 443, method: 'GET', path: '/', headers: {} }

async function probe(...addresses: readonly [string, ...string[]]) {
  const server = await serve((socket) => socket.end())
  const dialed: string[] = []
  const dial = (address: string): Socket => {
    dialed.push(address)
    if (!address.includes(':')) return connect(server.port, '127.0.0.1')
    const socket = new Socket()
    process.nextTick(() => socket.destroy(errorWithCode('ECONNREFUSED')))
    return socket
  }
  const families = await probeAddressFamilies(REQUEST, Promise.resolve(resolvedTo(...addresses)), {
    network: network({ dial }),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 2000,
    onAddresses: () => undefined,
  })
  await server.allClosed()
  await server.close()
  return { families, dialed }
}

test('a name with both families is probed with one connection for each', async () => {
  const { families, dialed } = await probe('203.0.113.10', '2001:db8::10')
  expect(families).toEqual({
    v4: { ok: true },
    v6: { ok: false, error: { reason: 'refused', code: 'ECONNREFUSED', received: 0 } },
  })
  expect(dialed.toSorted()).toEqual(['2001:db8::10', '203.0.113.10'])
})

test('a name with one family is not probed', async () => {
  expect(await probe('203.0.113.10', '203.0.113.11')).toEqual({ families: {}, dialed: [] })
})
