import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { expect } from '@jest/globals'
import { makeClientCertificate } from '../../../lab/tls/authorities.ts'
import { makeLeaf, type Credentials } from '../../../lab/tls/certificates.ts'
import type { OriginKind } from '../../../lab/origins/index.ts'
import { missingPackages } from '../../../lab/origins/programs/program.ts'
import { authorities, HOST, visit, type Site } from './visit.ts'
import { NEEDS_PROGRAMS, onLinux } from '../../support/platform.ts'

const { describe, test } = onLinux(NEEDS_PROGRAMS)

const missing = await missingPackages(['nginx-light', 'haproxy'])
const servers = onLinux(
  NEEDS_PROGRAMS,
  missing.length === 0 ? undefined : `${missing.join(' and ')} not installed`,
).test
const unless = missing.length === 0 ? '' : ` (not installed: ${missing.join(', ')})`

/** Outcomes of sequential requests. */
const sequence = (kind: OriginKind, length: number): Promise<readonly (number | string)[]> =>
  visit(kind, async ({ curl }) => {
    const outcomes: (number | string)[] = []
    while (outcomes.length < length) outcomes.push((await curl('http')).outcome)
    return outcomes
  })

/** Outcomes of parallel requests. */
const parallel = (kind: OriginKind, size: number): Promise<readonly (number | string)[]> =>
  visit(kind, async ({ curl }) => {
    const curled = await Promise.all(Array.from({ length: size }, () => curl('http')))
    return curled.map(({ outcome }) => outcome)
  })

/** Statuses of requests that are all sent in one turn: processes that start in parallel might not overlap. */
const atOnce = (kind: OriginKind, size: number): Promise<readonly string[]> =>
  visit(kind, async ({ options }) => {
    const sockets = Array.from({ length: size }, () => connect(options.http.port, options.http.host))
    await Promise.all(sockets.map((socket) => once(socket, 'connect')))
    const beginnings = sockets.map((socket) => once(socket, 'data'))
    for (const socket of sockets) socket.write(`GET / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`)
    const statuses = (await Promise.all(beginnings)).flatMap(([bytes]) => statusesIn(String(bytes)))
    for (const socket of sockets) socket.destroy()
    return statuses
  })

const statusesIn = (response: string): readonly string[] =>
  [...response.matchAll(/HTTP\/1.1 (\d+)/g)].map(([, status = '']) => status)

/** Sends two requests on one connection, `rest` ms apart. curl would retry by itself. */
const twice = (kind: OriginKind, rest: number): Promise<string> =>
  visit(kind, async ({ options }) => {
    const socket = connect(options.http.port, options.http.host)
    let received = ''
    let end = ''
    socket.on('data', (chunk: Buffer) => (received += chunk.toString('latin1')))
    socket.on('end', () => (end ||= 'closed'))
    socket.on('error', (error) => (end ||= 'code' in error ? String(error.code) : 'failed'))
    const sendRequest = (): boolean =>
      socket.writable && socket.write(`GET / HTTP/1.1\r\nHost: ${HOST}\r\n\r\n`)
    sendRequest()
    await pause(rest)
    sendRequest()
    for (const until = Date.now() + 2000; Date.now() < until; await pause(10)) {
      if (end !== '' || statusesIn(received).length === 2) break
    }
    socket.destroy()
    return statusesIn(received).join(' ') + end
  })

const withClientCertificate = async (
  { curl, options }: Site,
  { cert, key }: Credentials,
): Promise<number | string> => {
  const file = join(options.folder, 'client.pem')
  await writeFile(file, cert + key)
  return (await curl('https', '--cert', file)).outcome
}

const headersOf = async (kind: OriginKind): Promise<number> => {
  const { output } = await visit(kind, ({ curl }) =>
    curl('http', '-o', '/dev/null', '-D', '-', '--no-verbose'),
  )
  return output.indexOf('\r\n\r\n')
}

const bodyOf = async (kind: OriginKind): Promise<Buffer> => {
  const { output } = await visit(kind, ({ curl }) => curl('http', '--raw', '--no-verbose', '--no-include'))
  return Buffer.from(output, 'latin1')
}

describe('an intermittent origin', () => {
  test.each([
    ['every-third-502', [200, 200, 502, 200, 200, 502]],
    ['every-third-reset', [200, 200, 'reset', 200]],
    ['every-second-503', [200, 503, 200, 503]],
    ['fails-first-two', [502, 502, 200, 200]],
    ['dies-after-requests', [200, 200, 200, 200, 'refused', 'refused']],
  ] as const)('%s, sequential requests', async (kind, outcomes) => {
    expect(await sequence(kind, outcomes.length)).toEqual(outcomes)
  })

  servers.each([
    ['nginx-app-dies', [200, 200, 200, 200, 502, 502]],
    ['haproxy-app-dies', [200, 200, 200, 200, 503, 503]],
    ['nginx-limits-503', [200, 200, 503, 503]],
    ['nginx-limits-429', [200, 200, 429, 429]],
    ['haproxy-limits-429', [200, 200, 429, 429]],
  ] as const)(`%s, sequential requests${unless}`, async (kind, outcomes) => {
    expect(await sequence(kind, outcomes.length)).toEqual(outcomes)
  })

  test('sheds-load accepts two requests at once', async () => {
    expect((await atOnce('sheds-load', 5)).toSorted()).toEqual(['200', '200', '503', '503', '503'])
  })

  servers(`haproxy-queue-full accepts a few requests at once${unless}`, async () => {
    expect(await parallel('haproxy-queue-full', 12)).toEqual(expect.arrayContaining([200, 503]))
  })
})

describe('a reused connection', () => {
  test.each([
    ['up', 50, '200 200'],
    ['one-request-a-connection', 50, '200ECONNRESET'],
    ['closes-unannounced', 50, '200closed'],
    ['closes-idle-early', 50, '200 200'],
    ['closes-idle-early', 400, '200closed'],
  ] as const)('%s after %d ms', async (kind, rest, expected) => {
    expect(await twice(kind, rest)).toBe(expected)
  })

  servers(`nginx-keepalive-short after 400 ms${unless}`, async () => {
    expect(await twice('nginx-keepalive-short', 400)).toBe('200closed')
  })
})

describe('requests through Cloudflare', () => {
  test.each([
    ['blocks-cloudflare-403', 403],
    ['blocks-cloudflare-429', 429],
    ['blocks-cloudflare-empty', 'empty'],
    ['blocks-cloudflare-reset', 'reset'],
    ['blocks-cloudflare-silent', 'timeout'],
    ['only-cloudflare', 200],
  ] as const)('%s: %s', async (kind, outcome) => {
    const proxied = await visit(kind, ({ curl }) =>
      curl('https', '-H', 'CF-IPCountry: US', '--max-time', '1'),
    )
    expect(proxied.outcome).toBe(outcome)
  })
})

describe('the handshake', () => {
  test.each([
    ['alert-handshake-failure', 40],
    ['alert-protocol-version', 70],
    ['alert-internal-error', 80],
    ['alert-unrecognized-name', 112],
    ['alert-no-application-protocol', 120],
    ['no-common-cipher', 40],
    ['client-certificate-tls-1.2', 40],
  ] as const)('%s ends with alert %d', async (kind, alert) => {
    expect(await visit(kind, ({ openssl }) => openssl())).toContain(`SSL alert number ${alert}`)
  })

  test('a missing client certificate is reported after the handshake in TLS 1.3', async () => {
    const output = await visit('client-certificate-tls-1.3', ({ openssl }) => openssl('-ign_eof'))
    expect(output).toContain('SSL alert number 116')
  })

  test.each([
    ['tls-1.0-only', '-tls1', 'TLSv1'],
    ['tls-1.1-only', '-tls1_1', 'TLSv1.1'],
  ] as const)('%s accepts legacy clients', async (kind, flag, version) => {
    const output = await visit(kind, ({ openssl }) => openssl(flag, '-cipher', 'ALL:@SECLEVEL=0'))
    expect(output).toMatch(new RegExp(`Protocol\\s*: ${version}\\n`))
    expect(await visit(kind, ({ openssl }) => openssl('-tls1_2'))).toContain('unsupported protocol')
  })
})

describe('a client certificate', () => {
  const untrusted = makeLeaf({ names: ['client.example'], issuer: authorities.untrusted, purpose: 'client' })
  const cloudflare = makeClientCertificate(authorities.originPull)
  test.each(['client-certificate-tls-1.2', 'client-certificate-tls-1.3'] as const)('%s', async (kind) => {
    expect(await visit(kind, (site) => withClientCertificate(site, cloudflare))).toBe(200)
    expect(await visit(kind, (site) => withClientCertificate(site, untrusted))).not.toBe(200)
  })

  servers(`nginx and HAProxy${unless}`, async () => {
    expect(await visit('nginx-client-certificate', (site) => withClientCertificate(site, cloudflare))).toBe(
      200,
    )
    expect(await visit('nginx-client-certificate', (site) => withClientCertificate(site, untrusted))).toBe(
      400,
    )
    expect(await visit('haproxy-client-certificate', (site) => withClientCertificate(site, cloudflare))).toBe(
      200,
    )
    expect(
      await visit('haproxy-client-certificate', (site) => withClientCertificate(site, untrusted)),
    ).not.toBe(200)
  })
})

describe('what curl does not check', () => {
  const CLOUDFLARE_LIMIT = 128 * 1024
  test("header sizes are on both sides of Cloudflare's limit", async () => {
    expect(await headersOf('headers-129k')).toBeGreaterThan(CLOUDFLARE_LIMIT)
    const large = await headersOf('headers-100k')
    expect(large).toBeGreaterThan(100 * 1024)
    expect(large).toBeLessThan(CLOUDFLARE_LIMIT)
  })

  test.each(['gzip-truncated', 'gzip-without-trailer'] as const)('%s is incomplete', async (kind) => {
    const body = await bodyOf(kind)
    expect(() => gunzipSync(body)).toThrow('unexpected end of file')
  })

  test('gzip-bomb expands from 64 KB to 64 MB', async () => {
    const body = await bodyOf('gzip-bomb')
    expect(body.length).toBeLessThan(70_000)
    expect(gunzipSync(body)).toHaveLength(64 * 1024 * 1024)
  })
})
