import { expect, test } from '@jest/globals'
import type { Resolution } from '../../../src/domain/dns.ts'
import { isPrivateTarget } from '../../../src/probe/page/private-targets.ts'
import { unbracketed } from '../../../src/shared/authority.ts'
import { isIP } from '../../../src/shared/ip.ts'
import { address } from '../../support/wire.ts'

const resolved = async (text: string): Promise<Resolution> => {
  const [first = address(text), ...rest] = text.split(' ').map(address)
  return { host: 'x.example', elapsed: 0, kind: 'resolved', addresses: [first, ...rest] }
}

test.each([
  ['8.8.8.8', '104.16.1.1', false],
  ['10.0.0.1', '104.16.1.1', true],
  ['8.8.8.8 10.0.0.1', '104.16.1.1', true],
  ['10.0.0.2', '10.0.0.1', false],
  ['fd12::1', '10.0.0.1', false],
  ['127.0.0.1', '10.0.0.1', true],
  ['127.0.0.1', '127.0.0.1', false],
  ['10.0.0.1', '127.0.0.1', false],
  ['198.18.0.2', '198.18.0.1', false],
  ['169.254.169.254', '10.0.0.1', true],
  ['169.254.169.254', '169.254.0.1', true],
  ['240.0.0.1', '10.0.0.1', true],
  ['64:ff9b::a00:1', '104.16.1.1', true],
  ['64:ff9b::808:808', '104.16.1.1', false],
])('a redirect to %s of a site at %s is barred: %s', async (target, site, barred) => {
  expect(await isPrivateTarget(resolved(target), resolved(site))).toBe(barred)
})

/** A runner behind a proxy, whose own resolver doesn't know the name. */
const unresolved = async (host: string): Promise<Resolution> => ({
  host,
  elapsed: 0,
  kind: 'failed',
  reason: 'no-such-host',
  code: 'ENOTFOUND',
})

const at = async (host: string, text: string): Promise<Resolution> => ({ ...(await resolved(text)), host })

/** Names that only mean something inside a network, as servers may write them. */
const INSIDE = `
  metadata.google.internal metadata.goog Metadata.Azure.Internal metadata instance-data
  localhost app.localhost localhost.localdomain ip6-localhost ip6-loopback
  internal-api ai db.internal ip-10-0-0-1.ec2.internal host.docker.internal printer.local
  kubernetes.default.svc.cluster.local kubernetes.default api.shop.svc coredns.kube-system
  router.lan nas.home.arpa dc1.corp wiki.intranet git.private nas.home mx.mail a.test
  1.0.0.10.in-addr.arpa vault.service.consul x.invalid node-1.pool-2 a_b x.localnet`
  .trim()
  .split(/\s+/)

const NOTATIONS: readonly (readonly [string, (name: string) => string])[] = [
  ['as it is', (name) => name],
  ["with the root's dot", (name) => `${name}.`],
  ['with two dots', (name) => `${name}..`],
  ['in upper case', (name) => name.toUpperCase()],
  ['percent-encoded', (name) => name.replaceAll(/\w/g, (c) => `%${c.charCodeAt(0).toString(16)}`)],
  ['full-width', (name) => name.replaceAll(/[a-z]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0))],
  ['with ideographic full stops', (name) => name.replaceAll('.', '。')],
  ['with soft hyphens', (name) => name.replace(/(?<=\w)(?=\w)/, '\u00ad')],
  ['with a user and a port', (name) => `www.shop.example@${name}:8080`],
]

test.each(NOTATIONS)(
  'names of a network are barred, whether or not the runner resolves them: %s',
  async (_, write) => {
    for (const name of INSIDE) {
      const { hostname } = new URL(`http://${write(name)}/`)
      for (const target of [unresolved(hostname), at(hostname, '8.8.8.8')])
        expect([hostname, await isPrivateTarget(target, resolved('104.16.1.1'))]).toEqual([hostname, true])
    }
  },
)

test.each(
  `127.0.0.1 127.1 2130706433 0x7f000001 0x7f.1 0177.0.0.1 127.0.0.1. 127.0.0.1.. 10.0.0.1 0xa.1
  ①⑥⑨.254.169.254 169.254.43518 [::1] [::ffff:10.0.0.1] [64:ff9b::7f00:1] [::127.0.0.1] [fe80::1]
  [2002:7f00:1::] 0 0.0.0.0 %31%32%37.0.0.1 127。0。0。1`.split(/\s+/),
)('an address is barred in every notation: %s', async (text) => {
  const host = unbracketed(new URL(`http://${text}/`).hostname)
  const found = isIP(host) === 0 ? unresolved(host) : at(host, host)
  expect(await isPrivateTarget(found, resolved('104.16.1.1'))).toBe(true)
})

test.each([
  ['www.shop.example', 'www.shop.example', false],
  ['shop.com.', 'www.shop.example', false],
  ['xn--bcher-kva.xn--p1ai', 'www.shop.example', false],
  ['internal.shop.com', 'www.shop.example', false],
  ['localhost.shop.com', 'www.shop.example', false],
  ['10.0.0.1.nip.io', 'www.shop.example', true],
  ['app.localtest.me', 'www.shop.example', true],
  ['sso.corp.internal', 'app.corp.internal', false],
  ['sso.corp.internal', 'app', false],
  ['localhost', 'app.corp.internal', true],
  ['app.localhost', 'localhost', false],
  ['metadata.google.internal', 'localhost', true],
])('behind a proxy, a redirect to %s of the site %s is barred: %s', async (target, site, barred) => {
  expect(await isPrivateTarget(unresolved(target), unresolved(site))).toBe(barred)
})
