import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { makeAuthorities } from '../../../lab/tls/authorities.ts'
import { nftScript } from '../../../lab/network/firewall.ts'
import type { LabNetwork, Source, FirewallRule, FirewallAction } from '../../../lab/network/network.ts'
import type { Listening } from '../../../lab/network/listen.ts'
import { openLoopback } from '../../../lab/network/loopback.ts'
import { curlOutcome } from '../../../lab/http/curl-outcome.ts'
import { errorCode } from '../../../lab/network/routes.ts'

const ORIGIN = '203.0.113.10'
const HOST = 'www.shop.example'

describe('on loopback', () => {
  let folder: string
  let network: LabNetwork
  let listening: Listening
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'origin-gate-test-'))
    network = openLoopback({ folder, authorities: makeAuthorities() })
    listening = await network.listen(createServer(), ORIGIN, 443)
    await network.configure({ rules: [], names: { [HOST]: [ORIGIN] } })
  })
  afterEach(async () => {
    await listening.close()
    await network.close()
    await rm(folder, { recursive: true })
  })

  const configure = (...rules: readonly FirewallRule[]): Promise<void> =>
    network.configure({ rules, names: { [HOST]: [ORIGIN] } })

  const dialResult = (from: Source, port = 443): Promise<string> =>
    network.dial(from, ORIGIN, port, 300).then((socket) => {
      socket.destroy()
      return 'open'
    }, errorCode)

  test('an address keeps its port when another server starts there', async () => {
    await listening.close()
    const next = await network.listen(createServer(), ORIGIN, 443)
    expect(next.port).toBe(listening.port)
    expect(await network.listenEndpoint(ORIGIN, 443)).toEqual({ host: '127.0.0.1', port: next.port })
    await next.close()
    listening = await network.listen(createServer(), ORIGIN, 443)
  })

  test('an endpoint without a server refuses connections', async () => {
    await network.listenEndpoint(ORIGIN, 80)
    expect(await dialResult('runner', 80)).toBe('ECONNREFUSED')
  })

  test('an address outside the lab is unreachable', async () => {
    expect(await network.dial('runner', '192.0.2.200', 443, 300).then(() => 'open', errorCode)).toBe(
      'ENETUNREACH',
    )
  })

  test.each([
    ['drop', 'ETIMEDOUT', 'timeout'],
    ['reset', 'ECONNREFUSED', 'refused'],
    ['host-unreachable', 'EHOSTUNREACH', 'unreachable'],
    ['net-unreachable', 'ENETUNREACH', 'unreachable'],
    ['prohibited', 'EHOSTUNREACH', 'unreachable'],
  ] as const)('%s affects only the blocked source', async (action, code, word) => {
    await configure({ from: 'runner', to: [ORIGIN], action })
    expect([await dialResult('edge'), await dialResult('runner')]).toEqual(['open', code])
    const curl = network.curlArguments(HOST, 443)
    // curl runs into the blackhole port too.
    expect(typeof curl === 'string' ? curl : 'timeout').toBe(word)
    await configure({ from: 'edge', to: [ORIGIN], action })
    expect([await dialResult('edge'), await dialResult('runner')]).toEqual([code, 'open'])
  })

  test('the lab file has names and routes', async () => {
    await configure({ from: 'runner', to: [ORIGIN], action: 'reset' })
    const labFile: unknown = JSON.parse(await readFile(network.env['ORIGIN_GATE_LAB'] ?? '', 'utf8'))
    expect(labFile).toEqual({
      names: { [HOST]: [ORIGIN] },
      routes: { [`${ORIGIN}:443`]: 'ECONNREFUSED' },
      cloudflareOriginCa: expect.stringContaining('BEGIN CERTIFICATE'),
    })
  })
})

const line = (action: FirewallAction, to: string): string =>
  nftScript([{ from: 'edge', to: [to], action }])
    .split('\n')
    .find((each) => each.includes('saddr'))
    ?.trim() ?? ''

describe('a firewall', () => {
  test('matches the source by its address, in both families', () => {
    expect(line('drop', ORIGIN)).toBe(`ip saddr 172.64.10.1 ip daddr ${ORIGIN} drop`)
    expect(line('prohibited', '2001:db8:10::10')).toBe(
      'ip6 saddr 2606:4700:10::1 ip6 daddr 2001:db8:10::10 reject with icmpv6 type admin-prohibited',
    )
    expect(line('reset', ORIGIN)).toBe(
      `ip saddr 172.64.10.1 ip daddr ${ORIGIN} meta l4proto tcp reject with tcp reset`,
    )
  })

  test('replaces the previous rules', () => {
    expect(nftScript([])).toMatch(/^add table inet lab\ndelete table inet lab\ntable inet lab \{/)
  })
})

test.each([
  [0, 'whatever', 521],
  [6, '', 'unresolved'],
  [7, '* connect to 203.0.113.10 port 443 failed: Connection refused', 'refused'],
  [7, '* connect to 203.0.113.10 port 443 failed: No route to host', 'unreachable'],
  [7, '* connect to 203.0.113.10 port 443 failed: Network is unreachable', 'unreachable'],
  [7, '* connect to 2001:db8:10::10 port 443 failed: Permission denied', 'prohibited'],
  [28, '', 'timeout'],
  [35, '', 'tls'],
  [52, '', 'empty'],
  [
    56,
    '* TLSv1.3 (OUT), TLS alert, close notify\ncurl: (56) Recv failure: Connection reset by peer',
    'reset',
  ],
  [56, 'curl: (56) OpenSSL SSL_read: tlsv13 alert certificate required', 'tls'],
  [60, '', 'untrusted'],
  [8, '', 'protocol'],
] as const)('curl exit code %d (%s) is %s', (exit, stderr, outcome) => {
  expect(curlOutcome(exit, 521, stderr)).toBe(outcome)
})
