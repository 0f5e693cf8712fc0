import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { connect } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { decode, encode, streamDecode, type DecodedPacket } from 'dns-packet'
import * as fc from 'fast-check'
import { makeAuthorities } from '../../../lab/tls/authorities.ts'
import { makeLeaf } from '../../../lab/tls/certificates.ts'
import { dnsAnswer } from '../../../lab/dns/answer.ts'
import { startDns, type Dns } from '../../../lab/dns/start.ts'
import { withDelegation, withResolver, withSite } from '../../../lab/dns/changes.ts'
import { RESOLVERS, defaultDns } from '../../../lab/dns/defaults.ts'
import { encodeResponse, formatError, parseQuery } from '../../../lab/dns/wire/message.ts'
import { loopback } from './network.ts'

const HOST = 'www.shop.example'
const DEFAULT = defaultDns()
const authorities = makeAuthorities()
const network = loopback()

let dns: Dns
beforeAll(async () => {
  dns = await startDns({
    setup: DEFAULT,
    upstreamTimeout: 20,
    credentialsFor: (names) =>
      makeLeaf({ names: [names[0], ...names.slice(1)], issuer: authorities.intermediate }),
    ...network,
  })
})
beforeEach(() => dns.apply(DEFAULT))
afterAll(() => dns.close())

interface QueryOptions {
  readonly name?: string
  readonly flags?: number
  readonly extended?: boolean
}

const query = ({ name = HOST, flags = 0x0100, extended = false }: QueryOptions = {}): Buffer =>
  encode({
    type: 'query',
    id: 77,
    flags,
    questions: [{ name, type: 'A' }],
    ...(extended && {
      additionals: [
        {
          type: 'OPT',
          name: '.',
          udpPayloadSize: 4096,
          extendedRcode: 0,
          ednsVersion: 0,
          flags: 0,
          flag_do: false,
          options: [],
        },
      ],
    }),
  })

const portAt = (address: string, port?: number): number => Number(network.at(address, port).split(':')[1])

/** The first packet that comes back over UDP; undefined when none comes. */
async function sendUdp(packet: Buffer, address: string = RESOLVERS.cloudflare): Promise<Buffer | undefined> {
  const socket = createSocket('udp4')
  try {
    socket.send(packet, portAt(address), '127.0.0.1')
    const signal = AbortSignal.timeout(200)
    const [answer]: unknown[] = await once(socket, 'message', { signal })
    return Buffer.isBuffer(answer) ? answer : undefined
  } catch {
    return undefined
  } finally {
    socket.close()
  }
}

const rcodeOf = ({ flags = 0 }: DecodedPacket): number => flags & 0xf

test('any bytes parse as a query or not, and never throw', () => {
  const start = query().subarray(0, 12)
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.boolean(), (bytes, framed) => {
      const packet = framed ? Buffer.concat([start, bytes]) : Buffer.from(bytes)
      const read = parseQuery(packet)
      if (read !== undefined) {
        const answer = encodeResponse(read, dnsAnswer('REFUSED'), { authoritative: true, truncated: false })
        expect(answer.subarray(12, 12 + read.questionBytes.length)).toEqual(read.questionBytes)
      }
      formatError(packet)
    }),
  )
})

describe('a packet', () => {
  test('is answered with its own case and flags', async () => {
    const answer = await sendUdp(query({ name: 'wWw.shop.EXAMPLE', flags: 0x0110 }))
    const packet = decode(answer ?? Buffer.alloc(12))
    expect(packet).toMatchObject({ id: 77, type: 'response', flag_rd: true, flag_ra: true, flag_cd: true })
    expect(packet.questions).toEqual([{ name: 'wWw.shop.EXAMPLE', type: 'A', class: 'IN' }])
    expect(packet.answers).toHaveLength(2)
  })

  test('is answered authoritatively only by name servers', async () => {
    const own = decode((await sendUdp(query(), '198.51.100.101')) ?? Buffer.alloc(12))
    expect(own).toMatchObject({ flag_aa: true, flag_ra: false })
    const resolved = decode((await sendUdp(query())) ?? Buffer.alloc(12))
    expect(resolved).toMatchObject({ flag_aa: false, flag_ra: true })
  })

  test('with invalid content gets FORMERR, and a response gets no answer', async () => {
    const nonsense = Buffer.from('004d01000001000000000000ff', 'hex')
    expect((await sendUdp(nonsense))?.toString('hex')).toBe('004d80010000000000000000')
    expect(await sendUdp(Buffer.from('GET'))).toBeUndefined()
    expect(await sendUdp(Buffer.from('004d81800001000000000000', 'hex'))).toBeUndefined()
    const looping = Buffer.concat([nonsense.subarray(0, 12), Buffer.from('c00c00010001', 'hex')])
    expect(rcodeOf(decode((await sendUdp(looping)) ?? Buffer.alloc(12)))).toBe(1)
  })

  test('that disables checking ignores bogus signatures', async () => {
    for (const setup of [
      withSite(DEFAULT, { signatures: 'bogus' }),
      withResolver(DEFAULT, 'cloudflare', { behavior: { answer: 'bogus' } }),
    ]) {
      await dns.apply(setup)
      const checked = await sendUdp(query({ extended: true }))
      expect(rcodeOf(decode(checked ?? Buffer.alloc(12)))).toBe(2)
      // Extended error (option 15) number 6: DNSSEC bogus.
      expect(checked?.toString('hex')).toMatch(/000f00..0006/)
      const unchecked = decode((await sendUdp(query({ flags: 0x0110 }))) ?? Buffer.alloc(12))
      expect([rcodeOf(unchecked), unchecked.answers?.length]).toEqual([0, 2])
    }
  })

  test('for a signed zone has the AD flag', async () => {
    await dns.apply(withSite(DEFAULT, { signatures: 'valid' }))
    expect(decode((await sendUdp(query(), RESOLVERS.quad9)) ?? Buffer.alloc(12)).flag_ad).toBe(true)
  })

  test('over TCP may be split or batched, up to a limit', async () => {
    const socket = connect(portAt(RESOLVERS.google), '127.0.0.1')
    const framed = Buffer.concat([Buffer.from([0, query().length]), query()])
    socket.write(framed.subarray(0, 7))
    await new Promise((resolve) => setTimeout(resolve, 20))
    socket.write(Buffer.concat([framed.subarray(7), framed]))
    let got = Buffer.alloc(0)
    const length = 2 + (await sendUdp(query(), RESOLVERS.google).then((answer) => answer?.length ?? 0))
    for await (const chunk of socket) {
      got = Buffer.concat([got, Buffer.from(chunk)])
      if (got.length >= 2 * length) break
    }
    expect(got).toHaveLength(2 * length)
    expect(streamDecode(got.subarray(0, length))?.answers).toHaveLength(2)

    const greedy = connect(portAt(RESOLVERS.google), '127.0.0.1')
    greedy.on('error', () => {})
    greedy.write(Buffer.alloc(8000, 0xff))
    await once(greedy, 'close')
  })
})

interface Reply {
  readonly status: number | undefined
  readonly type: string | undefined
  readonly body: Buffer
}

/** Sends a request over HTTPS and validates the certificate. */
async function fetchDoh(
  url: string,
  headers: Readonly<Record<string, string>> = {},
  body?: Buffer,
  address: string = RESOLVERS.cloudflare,
): Promise<Reply> {
  const { hostname, pathname, search } = new URL(url)
  const outgoing = request({
    host: '127.0.0.1',
    port: portAt(address, 443),
    servername: hostname,
    path: pathname + search,
    method: body === undefined ? 'GET' : 'POST',
    ca: authorities.root.certificate,
    headers: { host: hostname, ...headers },
    agent: false,
    signal: AbortSignal.timeout(1000),
  })
  outgoing.end(body)
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve)
    outgoing.once('error', reject)
  })
  return {
    status: response.statusCode,
    type: response.headers['content-type'],
    body: await buffer(response),
  }
}

const jsonOf = ({ body }: Reply): unknown => JSON.parse(body.toString())
const QUERY_URL = `https://cloudflare-dns.com/dns-query?name=${HOST}`
const ACCEPT_JSON = { accept: 'application/dns-json' }
const MESSAGE = { 'content-type': 'application/dns-message' }

describe('DNS over HTTPS', () => {
  test('accepts packets by GET and POST', async () => {
    const url = 'https://cloudflare-dns.com/dns-query'
    const posted = await fetchDoh(url, MESSAGE, query())
    const gotten = await fetchDoh(`${url}?dns=${query().toString('base64url')}`)
    for (const { status, type, body } of [posted, gotten]) {
      expect([status, type]).toEqual([200, 'application/dns-message'])
      expect(decode(body).answers).toHaveLength(2)
    }
  })

  test("returns Cloudflare's JSON", async () => {
    const reply = await fetchDoh(QUERY_URL, ACCEPT_JSON)
    expect([reply.status, reply.type]).toEqual([200, 'application/dns-json'])
    expect(jsonOf(reply)).toEqual({
      Status: 0,
      TC: false,
      RD: true,
      RA: true,
      AD: false,
      CD: false,
      Question: [{ name: HOST, type: 1 }],
      Answer: [
        { name: HOST, type: 1, TTL: expect.any(Number), data: '104.16.10.10' },
        { name: HOST, type: 1, TTL: expect.any(Number), data: '104.16.20.20' },
      ],
    })
  })

  test("returns Google's JSON, where every name ends with a dot", async () => {
    const url = 'https://dns.google/resolve?name=shop.example&type=NS'
    const reply = await fetchDoh(url, {}, undefined, RESOLVERS.google)
    expect(reply.type).toBe('application/json; charset=UTF-8')
    expect(jsonOf(reply)).toMatchObject({
      Question: [{ name: 'shop.example.', type: 2 }],
      Answer: [
        { name: 'shop.example.', data: 'ns1.lab-dns.example.' },
        { name: 'shop.example.', data: 'ns2.lab-dns.example.' },
      ],
    })
  })

  test('reports a nonexistent name and the reason for a failure with 200', async () => {
    const missing = await fetchDoh(QUERY_URL.replace('www', 'nowhere'), ACCEPT_JSON)
    expect(jsonOf(missing)).toMatchObject({ Status: 3, Authority: [{ type: 6, TTL: expect.any(Number) }] })
    await dns.apply(withDelegation(DEFAULT, ['ns.lab-root.example']))
    const lame = await fetchDoh(QUERY_URL, ACCEPT_JSON)
    expect([lame.status, jsonOf(lame)]).toMatchObject([
      200,
      {
        Status: 2,
        Comment: [
          'EDE(22): No Reachable Authority at delegation shop.example.',
          'EDE(23): Network Error 198.51.100.103:53 returned REFUSED',
        ],
      },
    ])
  })

  test.each([
    [400, QUERY_URL, {}],
    [400, 'https://1.1.1.1/dns-query?name=a b', ACCEPT_JSON],
    [400, `${QUERY_URL}&type=WHAT`, ACCEPT_JSON],
    [400, 'https://1.1.1.1/dns-query?dns=xx', {}],
    [404, 'https://1.1.1.1/', {}],
    [200, `${QUERY_URL}&type=HTTPS`, ACCEPT_JSON],
  ])('returns %d for %s', async (status, url, headers) => {
    const named = url.replace('1.1.1.1', 'one.one.one.one')
    expect((await fetchDoh(named, headers)).status).toBe(status)
  })

  test('requires the media type of a packet', async () => {
    expect((await fetchDoh('https://cloudflare-dns.com/dns-query', {}, query())).status).toBe(415)
    const long = Buffer.alloc(70_000)
    expect((await fetchDoh('https://cloudflare-dns.com/dns-query', MESSAGE, long)).status).toBe(413)
  })

  test('may be closed while UDP is open', async () => {
    await dns.apply(withResolver(DEFAULT, 'cloudflare', { behavior: { https: 'closed' } }))
    await expect(fetchDoh(QUERY_URL, ACCEPT_JSON)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(await sendUdp(query())).toBeDefined()
  })
})
