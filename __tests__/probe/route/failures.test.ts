/** How commands fail, with real processes. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import { freeEndpoint } from '../../../lab/network/free-port.ts'
import { makeAuthorities, makeCertificate } from '../../../lab/tls/authorities.ts'
import { watchShortage } from '../../../src/probe/network/shortage.ts'
import { rawTextOf } from '../../../src/domain/untrusted.ts'
import { commandNetwork, contextWith, fetchThrough } from '../../support/command-route.ts'
import { HOST, network, serve, serveSecurely, type Respond, type Server } from '../../support/wire.ts'
import { NEEDS_PROGRAMS, onLinux } from '../../support/platform.ts'

const { describe, test } = onLinux(NEEDS_PROGRAMS)

const authorities = makeAuthorities()
const credentials = makeCertificate('valid', HOST, authorities)
const publicRoots = getCACertificates('default')
beforeAll(() => setDefaultCACertificates([authorities.root.certificate]))
afterAll(() => setDefaultCACertificates(publicRoots))

let server: Server | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const TLS = { tls: { servername: HOST, trust: 'cloudflare' } } as const
const SOCAT = 'socat - TCP:%h:%p'
const OK = 'HTTP/1.1 200 OK\r\n'
const PRINT_OK = String.raw`printf 'HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nabc'`

async function served(respond: Respond, atOnce?: Respond): Promise<number> {
  server = await serve(respond, atOnce)
  return server.port
}

const timeout = (milliseconds: number) => contextWith(commandNetwork(), { timeout: milliseconds })

describe.each([
  ['plain HTTP', {}],
  ['TLS', TLS],
])('over %s', (_, changes) => {
  test.each([
    ['socat - TCP:%h:%p', /^\S+ \S+ socat\[\d+\] E connect\(.*: Connection refused$/],
    ['nc -v %h %p', /^nc: connect to 127\.0\.0\.1 port \d+ \(tcp\) failed: Connection refused$/],
  ])('a refused connection is evidence about the origin: %s', async (command, output) => {
    const { port } = await freeEndpoint()
    const exchange = await fetchThrough(command, port, changes)
    expect(exchange).toEqual({
      kind: 'failed',
      phase: 'connect',
      error: { reason: 'refused', code: 'ECONNREFUSED', received: 0 },
      timings: { connect: expect.any(Number) },
      commandOutput: expect.stringMatching(output),
    })
  })

  test('a name that does not resolve at the other end is evidence too', async () => {
    expect(await fetchThrough('nc %h %p', 80, { ...changes, host: 'no-such-host.invalid' })).toMatchObject({
      phase: 'resolve',
      error: { reason: 'unresolved' },
    })
  })

  test.each([
    ['no-such-program-anywhere %h', 'ROUTE_NO_COMMAND'],
    ['/etc/passwd %h', 'ROUTE_NO_COMMAND'],
    ['exit 1', 'ROUTE_ENDED'],
    ['kill -9 $$', 'ROUTE_ENDED'],
    ["echo 'x@y: Permission denied (publickey).' >&2; exit 255", 'ROUTE_PERMISSION_DENIED'],
    ['cat >&2; exit 3', 'ROUTE_SILENT'],
    ['exec sleep 1000', 'ROUTE_SILENT'],
    ['printf "Welcome to bastion\\n"; exec sleep 1000', 'ROUTE_GARBAGE'],
    ['printf "SSH-2.0-OpenSSH_9.2\\r\\n"; exit 1', 'ROUTE_GARBAGE'],
    [
      'echo \'OCI runtime exec failed: exec failed: "nc": executable file not found\'; exit 127',
      'ROUTE_NO_COMMAND',
    ],
  ])('`%s` is a failure of the route', async (command, code) => {
    const exchange = await fetchThrough(command, 80, changes, timeout(code === 'ROUTE_SILENT' ? 700 : 20_000))
    expect(exchange).toMatchObject({ kind: 'failed', phase: 'connect', error: { reason: 'route', code } })
    expect(exchange).not.toHaveProperty('wire')
  })

  test('what a command printed until the deadline explains why nothing arrived', async () => {
    const command = "echo 'ssh: connect to host b port 22: Connection timed out' >&2; exec sleep 1000"
    const exchange = await fetchThrough(command, 80, changes, timeout(500))
    expect(exchange).toMatchObject({ error: { reason: 'route', code: 'ROUTE_TIMED_OUT' } })
  })

  test('an origin that closes without a byte is seen as without a command', async () => {
    const port = await served(
      () => undefined,
      (socket) => socket.end(),
    )
    expect(await fetchThrough(SOCAT, port, changes)).toMatchObject({
      phase: changes === TLS ? 'tls' : 'processing',
      error: { reason: 'closed', received: 0 },
    })
  })
})

describe('after the first bytes', () => {
  test('an origin that stops in the middle is seen as without a command', async () => {
    const port = await served((socket) => socket.end(`${OK}Content-Length: 50\r\n\r\nabc`))
    expect(await fetchThrough(SOCAT, port)).toMatchObject({
      phase: 'transfer',
      error: { reason: 'closed', code: 'CLOSED' },
    })
  })

  test('an origin that never finishes is seen as without a command', async () => {
    const port = await served((socket) => socket.write(`${OK}Content-Length: 50\r\n\r\nabc`))
    expect(await fetchThrough(SOCAT, port, {}, timeout(500))).toMatchObject({
      phase: 'transfer',
      error: { reason: 'timeout' },
    })
  })

  test.each([`${PRINT_OK}; exit 255`, `${PRINT_OK}; kill -9 $$`])(
    'a command that fails then: %s',
    async (command) => {
      expect(await fetchThrough(command, 80)).toMatchObject({
        kind: 'failed',
        phase: 'transfer',
        error: { reason: 'route', code: 'ROUTE_BROKEN' },
        head: { status: 200 },
      })
    },
  )

  test('a body that only the end delimits is not complete if the command fails', async () => {
    const broken = String.raw`printf 'HTTP/1.1 200 OK\r\n\r\nabc'; exit 255`
    expect(await fetchThrough(broken, 80)).toMatchObject({
      phase: 'transfer',
      error: { reason: 'route', code: 'ROUTE_BROKEN' },
    })
  })

  test('a complete response counts, however the command ends', async () => {
    const whole = String.raw`printf 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc'; exit 255`
    expect(await fetchThrough(whole, 80)).toMatchObject({ kind: 'completed', body: { text: 'abc' } })
  })

  test('nc at the other end reports that the origin reset the connection', async () => {
    const reset = `${PRINT_OK}; echo 'Ncat: Connection reset by peer.' >&2; exit 1`
    expect(await fetchThrough(reset, 80)).toMatchObject({
      phase: 'transfer',
      error: { reason: 'reset', code: 'ECONNRESET' },
    })
  })

  test('a handshake without an end is the origin’s', async () => {
    server = await serveSecurely(credentials, () => undefined)
    expect(await fetchThrough(SOCAT, server.port, TLS, timeout(1000))).toMatchObject({
      phase: 'processing',
      error: { reason: 'timeout' },
    })
  })

  test('plain HTTP on a port for TLS is not garbage', async () => {
    const port = await served(
      () => undefined,
      (socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    )
    expect(await fetchThrough(SOCAT, port, TLS)).toMatchObject({
      phase: 'tls',
      error: { reason: 'protocol' },
    })
  })

  test('an invalid head is the origin’s', async () => {
    const port = await served((socket) =>
      socket.end(`${OK}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`),
    )
    expect(await fetchThrough(SOCAT, port)).toMatchObject({ error: { reason: 'protocol' } })
  })
})

test('only the end of a flood on standard error is kept, and it delays nothing', async () => {
  const port = await served((socket) => socket.write(`${OK}Content-Length: 9\r\n\r\nhallo`))
  const flood = `yes ${'x'.repeat(1000)} | head -c 20000000 >&2; echo 'the last line' >&2; ${SOCAT}`
  const exchange = await fetchThrough(flood, port, {}, timeout(5000))
  expect(exchange).toMatchObject({ phase: 'transfer', error: { reason: 'timeout' } })
  const output = exchange.commandOutput === undefined ? '' : rawTextOf(exchange.commandOutput)
  expect(output.endsWith('the last line')).toBe(true)
  expect(output.length).toBeLessThanOrEqual(4096)
})

test('too many processes are a shortage of this machine', async () => {
  const watched = watchShortage({
    ...network(),
    openThroughCommand: () =>
      Promise.resolve({
        ok: false,
        error: { reason: 'route', code: 'ROUTE_NO_COMMAND', received: 0 },
        systemCode: 'EAGAIN',
      }),
  })
  await fetchThrough('nc %h %p', 80, {}, contextWith(watched))
  expect(watched.shortage?.()).toEqual({ code: 'EAGAIN' })
})
