import { connect } from 'node:net'
import { expect, test } from '@jest/globals'
import type { DnsAnswer } from '../../../src/domain/dns.ts'
import { untrusted } from '../../../src/domain/untrusted.ts'
import { requestLateAddresses } from '../../../src/probe/addresses/late.ts'
import { systemClock } from '../../../src/probe/network/clock.ts'
import { planOf } from '../../../src/probe/plan/plan.ts'
import type { Network } from '../../../src/probe/types.ts'
import { SITE } from '../../support/config.ts'
import { address, HOST, network, resolvedTo, serve } from '../../support/wire.ts'

const OLD = '192.0.2.66'
const ORIGIN = '203.0.113.10'

const answer = (first: string, ...rest: readonly string[]): DnsAnswer => ({
  server: untrusted('8.8.8.8'),
  elapsed: 1,
  transport: 'udp',
  kind: 'resolved',
  addresses: [address(first), ...rest.map(address)],
  aliases: [],
  ttl: 300,
})

const edgeOf = (path: string) =>
  planOf({
    ...SITE,
    url: `http://${HOST}${path}`,
    headers: [['x-key', 'secret-of-the-site']],
    access: { id: 'id', secret: 'secret-of-access' },
  }).edge

async function request(answers: readonly DnsAnswer[], changes: Partial<Network> = {}, path = '/cart?page=2') {
  const server = await serve((socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'))
  const dialed: string[] = []
  const hidden: string[] = []
  const results = await requestLateAddresses(edgeOf(path), answers, [Promise.resolve(resolvedTo(ORIGIN))], {
    network: network({
      dial: (to) => {
        dialed.push(to)
        return connect(server.port, '127.0.0.1')
      },
      ...changes,
    }),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 5000,
    onAddresses: (found) => hidden.push(...found),
  })
  await server.close()
  return { results, dialed, hidden, received: server.received() }
}

test('each address that resolvers return outside Cloudflare is requested once, without secrets', async () => {
  const { results, dialed, hidden, received } = await request([
    answer('104.16.10.10'),
    answer(OLD, ORIGIN),
    answer(OLD),
  ])
  expect(dialed.toSorted()).toEqual([OLD, ORIGIN])
  expect(hidden.toSorted()).toEqual([OLD, ORIGIN])
  expect(results.map(({ exchange, isOrigin }) => [exchange.kind, isOrigin])).toEqual([
    ['completed', false],
    ['completed', true],
  ])
  expect(received).toContain(`host: ${HOST}`)
  expect(received).not.toMatch(/secret|access/i)
})

test.each<[string, readonly DnsAnswer[], Partial<Network>]>([
  ['all resolvers point to Cloudflare', [answer('104.16.10.10')], {}],
  ['an address is private', [answer(OLD), answer('10.0.0.7')], {}],
  ['an address is that of a metadata service', [answer(OLD, '169.254.169.254')], {}],
  ['an address is where no site can be', [answer('0.0.0.0')], {}],
  ['there are too many', [answer('192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5')], {}],
  [
    'a proxy chooses the address',
    [answer(OLD)],
    { openThroughProxy: () => () => Promise.reject(new Error('unused')) },
  ],
])('none is requested if %s', async (_, answers, changes) => {
  const { results, dialed } = await request(answers, changes)
  expect([results, dialed]).toEqual([[], []])
})

test.each(['/cart?token=a1-b2c', '/cart;jsessionid=AB12CD34'])(
  'none is requested if the URL has a secret: %s',
  async (path) => {
    const { results, dialed } = await request([answer(OLD)], {}, path)
    expect([results, dialed]).toEqual([[], []])
  },
)
