import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { howTo } from '../../src/diagnosis/servers/index.ts'
import type { Task } from '../../src/diagnosis/servers/server.ts'
import { missingPackages } from '../../lab/origins/programs/program.ts'
import { makeAuthorities, makeClientCertificate } from '../../lab/tls/authorities.ts'
import { runProgram } from '../../lab/network/programs.ts'
import { CHECKERS, makeFolder, versionOf, type Checked } from './checkers.ts'
import { apache, caddyWith, haproxyWith, nginxWith } from './places.ts'
import { curl, run, type Running } from './running.ts'
import { snippetsOf } from './snippets.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

/** The directives of a task, from the table. */
const code = (server: Checked, task: Task): readonly string[] => snippetsOf(howTo(task, server))
const first = (server: Checked, task: Task): string => code(server, task)[0] ?? ''

const APACHE_PROXY = 'RequestHeader set X-Seen "expr=%{REMOTE_ADDR}"\nProxyPass / http://127.0.0.1:9000/'
const NGINX_PROXY = 'proxy_pass http://127.0.0.1:9000; proxy_set_header X-Seen $remote_addr;'
const TLS_ON = 'SSLEngine on\n'

/** The visitor's address and scheme, restored as the table says, on a plain port. */
const RESTORED: Readonly<Record<Checked, string>> = {
  nginx: nginxWith({
    http: code('nginx', 'forwardedProto').slice(0, 2).join('\n'),
    listen: '127.0.0.1:8443',
    server: code('nginx', 'realIp').join('\n'),
    location: `${NGINX_PROXY} ${code('nginx', 'forwardedProto')[2] ?? ''}`,
  }),
  Apache: apache(
    [...code('Apache', 'realIp').slice(0, 2), first('Apache', 'forwardedProto'), APACHE_PROXY].join('\n  '),
  ),
  HAProxy: haproxyWith({
    bind: '127.0.0.1:8443',
    frontend: [
      first('HAProxy', 'forwardedProto'),
      first('HAProxy', 'realIp'),
      'http-request set-header X-Seen %[src]',
    ].join('\n  '),
  }),
  Caddy: caddyWith({
    options: `servers {\n${code('Caddy', 'realIp').slice(0, 2).join('\n')}\n}`,
    address: 'http://:8443',
    tls: 'bind 127.0.0.1',
    site: `reverse_proxy 127.0.0.1:9000 {\nheader_up X-Seen {client_ip}\n${first('Caddy', 'forwardedProto')}\n}`,
  }),
}

/** The same without the visitor's address: Caddy before 2.7 has no such option. */
const OLD_CADDY = caddyWith({
  address: 'http://:8443',
  tls: 'bind 127.0.0.1',
  site: `reverse_proxy 127.0.0.1:9000 {\n${first('Caddy', 'forwardedProto')}\n}`,
})

/** Requires a certificate of this CA, with the directives of the table. */
const withClientCertificates = (server: Checked, verify: string): string => {
  const ca = first(server, 'clientCa')
  switch (server) {
    case 'nginx':
      return nginxWith({ server: `${ca} ${verify}` })
    case 'Apache':
      return apache(`${TLS_ON}${ca}\n${verify}\nProxyPass / http://127.0.0.1:9000/`)
    case 'HAProxy':
      return haproxyWith({ bind: `127.0.0.1:8443 ssl crt /etc/ssl/site.pem ${verify}` })
    case 'Caddy':
      return caddyWith({
        address: 'https://www.shop.example:8443',
        tls: `tls /etc/ssl/fullchain.pem /etc/ssl/key.pem {\nclient_auth {\n${ca}\n${verify}\n}\n}\nbind 127.0.0.1`,
        site: 'respond 204',
      })
  }
}
const REQUIRED: Readonly<Record<Checked, string>> = {
  nginx: 'ssl_verify_client on;',
  Apache: 'SSLVerifyClient require',
  HAProxy: first('HAProxy', 'clientCa'),
  Caddy: 'mode require_and_verify',
}

/** A TLS port that offers these protocols. */
const withProtocols = (server: Checked, task: 'httpOnly1' | 'alpn'): string => {
  const setting = first(server, task)
  switch (server) {
    case 'nginx':
      // In every version: by the word in `listen`.
      return nginxWith({ listen: `127.0.0.1:8443 ssl${task === 'alpn' ? ' http2' : ''}` })
    case 'Apache':
      return apache(`${TLS_ON}${setting}\nProxyPass / http://127.0.0.1:9000/`)
    case 'HAProxy':
      return haproxyWith({ bind: `127.0.0.1:8443 ssl crt /etc/ssl/site.pem ${setting}` })
    case 'Caddy':
      return caddyWith({
        options: `servers {\n${setting}\n}`,
        address: 'https://www.shop.example:8443',
        site: 'bind 127.0.0.1\nrespond 204',
      })
  }
}

let made: Awaited<ReturnType<typeof makeFolder>>
beforeAll(async () => {
  made = await makeFolder()
  // Neither Cloudflare's nor from the CA that the server trusts.
  const { cert, key } = makeClientCertificate(makeAuthorities().untrusted)
  await writeFile(join(made.folder, 'untrusted.pem'), cert + key, { mode: 0o600 })
})
afterAll(() => made.remove())

const during = async <Result>(
  starting: Promise<Running>,
  use: (running: Running) => Promise<Result>,
): Promise<Result> => {
  const running = await starting
  try {
    return await use(running)
  } finally {
    await running.close()
  }
}

/** curl prints the status, and further values. */
const statusOnly = (more = ''): readonly string[] => ['-o', '/dev/null', '-w', `%{http_code}${more}`]

/** The site's URL, on this port of loopback. */
const site = (port: number): readonly string[] => [
  `https://www.shop.example:${port}/`,
  '--connect-to',
  `::127.0.0.1:${port}`,
]

/** The headers that the application gets from a client with this address, which claims to be a visitor on HTTPS. */
const seenFrom = async (address: string, { port }: Running): Promise<unknown> => {
  const forged = ['-H', 'CF-Connecting-IP: 198.51.100.7', '-H', 'X-Forwarded-Proto: https']
  const { stdout } = await curl('--interface', address, ...forged, `http://127.0.0.1:${port}/`)
  return JSON.parse(stdout)
}

/** The status and the version of HTTP that curl gets when it offers HTTP/2. */
const protocolOf = (server: Checked, task: 'httpOnly1' | 'alpn'): Promise<string> =>
  during(run(server, made.folder, withProtocols(server, task)), async ({ port }) => {
    const { stdout } = await curl('--http2', ...statusOnly(' %{http_version}'), ...site(port))
    return stdout
  })

for (const name of ['nginx', 'Apache', 'HAProxy', 'Caddy'] as const) {
  const missing = await missingPackages([CHECKERS[name].package])
  const here = onLinux(NEEDS_PROGRAMS, missing.length === 0 ? undefined : `${name} is not installed`).describe
  const oldCaddy = name === 'Caddy' && missing.length === 0 && (await versionOf(name)) < 2_007_000

  here(name, () => {
    test.concurrent('believes the address and scheme of a visitor from a listed address only', async () => {
      const configuration = oldCaddy ? OLD_CADDY : RESTORED[name]
      await during(run(name, made.folder, configuration), async (running) => {
        const listed = await seenFrom('127.0.0.1', running)
        expect(listed).toMatchObject({ 'x-forwarded-proto': 'https' })
        const other = await seenFrom('127.0.0.2', running)
        expect(other).not.toMatchObject({ 'x-forwarded-proto': 'https' })
        if (oldCaddy) return
        expect(listed).toMatchObject({ 'x-seen': '198.51.100.7' })
        expect(other).toMatchObject({ 'x-seen': '127.0.0.2' })
      })
    })

    test.concurrent('admits an untrusted client certificate once none is required', async () => {
      const status = async (verify: string): Promise<string> =>
        during(run(name, made.folder, withClientCertificates(name, verify)), async ({ port }) => {
          const certificate = ['--cert', join(made.folder, 'untrusted.pem')]
          const { stdout } = await curl(...certificate, ...statusOnly(), ...site(port))
          return stdout
        })
      expect(await status(first(name, 'clientOptional'))).toMatch(/^20[04]$/)
      expect(await status(REQUIRED[name])).toMatch(/^(000|400)$/)
    })

    test.concurrent('stops offering HTTP/2', async () => {
      expect(await protocolOf(name, 'alpn')).toMatch(/^20[04] 2$/)
      expect(await protocolOf(name, 'httpOnly1')).toMatch(/^20[04] 1\.1$/)
    })

    test.concurrent('serves the intermediate too', async () => {
      const configuration =
        name === 'Caddy'
          ? caddyWith({
              address: 'https://www.shop.example:8443',
              tls: first(name, 'fullChain'),
              site: 'bind 127.0.0.1',
            })
          : withProtocols(name, 'httpOnly1')
      await during(run(name, made.folder, configuration), async ({ port }) => {
        const { stdout } = await runProgram([
          'openssl',
          's_client',
          '-showcerts',
          '-connect',
          `127.0.0.1:${port}`,
          '-servername',
          'www.shop.example',
        ])
        expect(stdout.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
      })
    })
  })
}

test('nginx still rejects an untrusted client certificate with `optional`', async () => {
  // Therefore the table says `optional_no_ca`.
  expect(first('nginx', 'clientOptional')).toBe('ssl_verify_client optional_no_ca;')
  const missing = await missingPackages(['nginx-light'])
  if (missing.length > 0) return
  const configuration = withClientCertificates('nginx', 'ssl_verify_client optional;')
  await during(run('nginx', made.folder, configuration), async ({ port }) => {
    const { stdout } = await curl('--cert', join(made.folder, 'untrusted.pem'), ...site(port))
    expect(stdout).toContain('The SSL certificate error')
  })
})
