import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { ChosenAddress, WhichOrigin } from '../../src/domain/address.ts'
import type { Certificate } from '../../src/domain/certificate.ts'
import type { AssetResult } from '../../src/domain/evidence.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { rawTextOf, untrusted } from '../../src/domain/untrusted.ts'
import { workerFailureOf } from '../../src/diagnosis/facts/cloudflare/worker-errors.ts'
import {
  commonName,
  isoDate,
  isWeak,
  trustFaultText,
} from '../../src/diagnosis/facts/handshake/certificate-chain.ts'
import { alertForm, alertName, alertText } from '../../src/diagnosis/facts/handshake/tls-alerts.ts'
import { malformation } from '../../src/diagnosis/facts/malformed.ts'
import { endsAtPlainHttp, fileAtPlainHttp, redirectDeadEnd } from '../../src/diagnosis/facts/redirects.ts'
import { entryName, originName, shortOriginName } from '../../src/diagnosis/facts/which-origin.ts'
import { shownText } from '../../src/diagnosis/fingerprints/shown-text.ts'
import { momentsOf } from '../../src/diagnosis/moments.ts'
import { changedHeader } from '../../src/diagnosis/freshness/changed-header.ts'
import { differenceOf } from '../../src/diagnosis/freshness/differing-address.ts'
import { foreignNameServers } from '../../src/diagnosis/freshness/name-servers.ts'
import { brokenFile, filesThatAre } from '../../src/diagnosis/freshness/page-files.ts'
import { likenessOf } from '../../src/diagnosis/freshness/same-content.ts'
import {
  dnsAnswers,
  edgeResponse,
  evidenceWith,
  failedExchange,
  REQUEST,
  response,
  tlsSession,
} from '../support/evidence.ts'
import { agrees } from '../support/golden.ts'
import { wholeText } from '../support/texts.ts'
import { ASSET_RESPONSES, HTML, PAIRS, REDIRECT_TARGETS } from './direct-inputs.ts'

// Facts of one input each. Each line is an input and what is made of it.

const golden = (name: string, lines: readonly string[]): void => {
  expect(new Set(lines).size).toBe(lines.length)
  agrees(
    join(import.meta.dirname, '..', 'golden', 'tables', `${name}.md`),
    `# ${name}\n\n${lines.join('\n')}\n`,
  )
}

test('TLS alerts', () => {
  const alerts = Array.from({ length: 130 }, (_, alert) => alert)
  golden(
    'TLS alerts',
    alerts.map((alert) => `- ${alert}: ${alertName(alert)}, ${alertForm(alert)}: ${alertText(alert)}`),
  )
})

test('failures of Workers', () => {
  const codes = Array.from({ length: 300 }, (_, index) => 1000 + index)
  golden(
    'failures of Workers',
    codes
      .filter((code) => workerFailureOf(code))
      .map((code) => `- ${code}: ${JSON.stringify(workerFailureOf(code))}`),
  )
})

test('names of origins', () => {
  const addresses: readonly (ChosenAddress | undefined)[] = [
    undefined,
    { position: 1, of: 2, family: 4 },
    { position: 2, of: 4, family: 6, ofFamily: 1 },
    { position: 4, of: 4, family: 4, ofFamily: 4, shown: '203.0.113.10' },
    { position: 2, of: 3, family: 4, outside: true },
    { position: 2, of: 3, family: 6, outside: true, shown: '2001:db8::1' },
  ]
  const which = addresses.flatMap((address) =>
    [
      [1, 1],
      [2, 3],
    ].flatMap(([position = 1, of = 1]) =>
      [undefined, 2].flatMap((alike) =>
        [undefined, true].map((site): WhichOrigin =>
          Object.assign({ position, of }, address && { address }, alike && { alike }, site && { site }),
        ),
      ),
    ),
  )
  golden(
    'names of origins',
    which.map(
      (each) =>
        `- ${JSON.stringify(each)}: ${originName(each)}; ${shortOriginName(each)}; ${entryName(each, false)}; ${entryName(each, true)}`,
    ),
  )
})

test('shown texts', () => {
  golden(
    'shown texts',
    HTML.map((html) => `- \`${html}\`: \`${shownText(html)}\``),
  )
})

const link = (name: string, key: string, signature: string) => ({
  subject: untrusted(`C=US, CN=${name}`),
  issuer: untrusted(`O=Root, CN=${name} Authority`),
  notBefore: 0,
  notAfter: 1,
  key,
  signature,
  linked: true,
})

test('certificates', () => {
  const base = tlsSession([]).certificate
  const errors =
    'DEPTH_ZERO_SELF_SIGNED_CERT SELF_SIGNED_CERT_IN_CHAIN UNABLE_TO_VERIFY_LEAF_SIGNATURE UNABLE_TO_GET_ISSUER_CERT UNABLE_TO_GET_ISSUER_CERT_LOCALLY CERT_SIGNATURE_FAILURE INVALID_PURPOSE INVALID_CA PATH_LENGTH_EXCEEDED CERT_CHAIN_TOO_LONG EE_KEY_TOO_SMALL OTHER'.split(
      ' ',
    )
  const chains = [
    [],
    [link('www.shop.example', 'RSA 2048', 'sha256WithRSAEncryption')],
    [link('www.shop.example', 'RSA 1024', 'sha256WithRSAEncryption')],
    [link('www.shop.example', 'RSA-PSS 2047', 'sha256'), link('R3', 'RSA 4096', 'sha1WithRSAEncryption')],
    [link('www.shop.example', 'EC 256', 'ecdsa-with-SHA256'), link('R3', 'DSA 1024', 'md5WithRSAEncryption')],
    [link('www.shop.example', 'EC 256', 'ecdsa-with-SHA1')],
    [link('www.shop.example', 'EC 256', 'sha256'), { ...link('R3', 'RSA 1024', 'sha1'), linked: false }],
  ]
  const certificates: readonly Certificate[] = errors.flatMap((chainError) =>
    chains.map((chain) => Object.assign({}, base, { chainError, chain })),
  )
  golden('certificates', [
    ...certificates.map(
      (each, index) =>
        `- ${each.chainError}, chain ${index % chains.length}: ${wholeText(trustFaultText(each))}; ${isWeak(each) ? 'weak' : 'not weak'}`,
    ),
    ...['CN=a', 'C=US, CN=a b', 'C=US, CN=a, b, O=c', 'O=no name', 'XCN=a', 'C=US, CN=a, O2=b'].map(
      (name) => `- ${name}: ${commonName(name)}`,
    ),
    ...[0, 1e12, Number.NaN, Infinity].map((time) => `- ${time}: ${isoDate(time)}`),
  ])
})

const changed = (
  name: string,
  state: string,
  content: object | undefined,
  server: string,
  cookie: boolean,
): string => {
  const edge = edgeResponse(200, 'shop', { 'cf-cache-status': state, server })
  const head = edge.kind === 'completed' ? edge.head : undefined
  const withContent = Object.assign(
    {},
    edge,
    content && { content },
    cookie && head && { head: Object.assign({}, head, { setCookie: [untrusted('a=b')] }) },
  )
  const request = Object.assign({}, REQUEST, { expectedHeader: { name } })
  return JSON.stringify(changedHeader({ request, edge: withContent })) ?? 'nothing'
}

test('headers that Cloudflare changes', () => {
  const names =
    'server content-length content-encoding transfer-encoding connection keep-alive alt-svc nel report-to date age etag last-modified cache-control expires accept-ranges vary strict-transport-security x-powered-by set-cookie x-release toString'.split(
      ' ',
    )
  const states = ['DYNAMIC', 'MISS', 'EXPIRED', 'HIT', 'STALE', 'UPDATING', 'REVALIDATED', 'BYPASS', '']
  const contents: readonly (object | undefined)[] = [
    undefined,
    { header: 'missing' },
    { header: 'found' },
    { header: 'missing', body: 'found' },
    { header: 'missing', body: 'missing' },
  ]
  const servers = ['cloudflare', 'Cloudflare', 'cloudflare-nginx', 'nginx']
  golden('headers that Cloudflare changes', [
    ...names.map((name) => `- ${name}: ${changed(name, 'DYNAMIC', contents[1], 'cloudflare', false)}`),
    ...states.flatMap((state) =>
      [true, false].map(
        (cookie) =>
          `- set-cookie, ${state}, ${cookie}: ${changed('set-cookie', state, contents[1], 'cloudflare', cookie)}`,
      ),
    ),
    ...contents.map(
      (content) =>
        `- etag, ${JSON.stringify(content)}: ${changed('etag', 'DYNAMIC', content, 'cloudflare', false)}`,
    ),
    ...servers.map(
      (server) => `- server: ${server}: ${changed('server', 'DYNAMIC', contents[1], server, false)}`,
    ),
    `- not through Cloudflare: ${JSON.stringify(changedHeader({ request: REQUEST, edge: response(200, 'shop') }))}`,
  ])
})

const redirected = (to: string, end: 'barred' | 'nowhere' | 'elsewhere' | undefined): Exchange =>
  Object.assign({}, edgeResponse(302, ''), {
    redirectChain: Object.assign(
      {
        redirects: [
          { status: 302, from: untrusted('https://www.shop.example/'), to: untrusted(to), headers: {} },
        ],
        next: untrusted(to),
      },
      end && { end },
    ),
  })

test('ends of redirects', () => {
  golden('ends of redirects', [
    ...REDIRECT_TARGETS.flatMap((to) =>
      (['barred', 'nowhere', 'elsewhere', undefined] as const).map((end) => {
        const edge = redirected(to, end)
        const facts = ['https:', 'http:'].map((scheme) =>
          endsAtPlainHttp({
            request: Object.assign({}, REQUEST, { url: `${scheme}//www.shop.example/` }),
            edge,
          }),
        )
        return `- ${to}, ${end}: ${redirectDeadEnd(edge)} ${facts.join(' ')}`
      }),
    ),
    ...HTML.map(
      (html) => `- \`${html}\`: ${endsAtPlainHttp({ request: REQUEST, edge: edgeResponse(200, html) })}`,
    ),
    ...[
      '0; url=http://a.example/',
      '0;http://a.example/',
      '5, URL="http://a.example/"',
      '0; url=https://a.example/',
      'url=http://a.example/',
      '0',
    ].map(
      (refresh) =>
        `- Refresh: ${refresh}: ${endsAtPlainHttp({ request: REQUEST, edge: edgeResponse(200, 'x', { refresh }) })}`,
    ),
  ])
})

test('files of a page', () => {
  const kinds = [{ kind: 'stylesheet' }, { kind: 'script' }, { kind: 'script', module: true }] as const
  const { request } = evidenceWith()
  const edge = edgeResponse(200, '<h1>Shop</h1>')
  golden(
    'files of a page',
    Object.entries(ASSET_RESPONSES).flatMap(([name, exchange]) =>
      kinds.map((kind) => {
        const asset: AssetResult = {
          ...kind,
          url: untrusted('https://www.shop.example/a.js'),
          edge: exchange,
        }
        const moment = { at: 0, request, edge, assets: [asset] }
        const broken = brokenFile(moment)
        const states = [
          broken?.state,
          broken?.reason,
          ...(['refused', 'error'] as const).filter((state) => filesThatAre(moment, state).length > 0),
          fileAtPlainHttp(moment),
        ]
        return `- ${name}, ${JSON.stringify(kind)}: ${states.filter((state) => state !== undefined).join(' ')}`
      }),
    ),
  )
})

test('two responses compared', () => {
  const { request } = evidenceWith()
  golden(
    'two responses compared',
    PAIRS.map(([name, one, other]) => {
      const moment = { at: 0, request, edge: other }
      const difference = differenceOf(moment, one, other)
      return `- ${name}: ${likenessOf(one, other)}, ${likenessOf(other, one)}, ${likenessOf(one, other, 'HEAD')}; ${difference === undefined ? 'no difference' : wholeText(difference)}`
    }),
  )
})

test('what is not HTTP', () => {
  const openings = [
    '',
    ' ',
    '\n',
    'SSH-2.0-OpenSSH_9.6',
    'XSSH-2.0',
    '<!DOCTYPE html>',
    ' <html>',
    '<HEAD>',
    '<body',
    '<?xml',
    'x<html>',
    '220 mail ESMTP',
    '421 no',
    '+OK ready',
    '* OK IMAP',
    'HTTP/1.1 100 Continue',
    'HTTP/1.0 103 Early',
    'XHTTP/1.1 100 Continue',
    'HTTP/1.1 200 OK',
    'HTTP/2 200',
    'HTTP/1.1 abc',
    'ICY 200 OK',
    '\u0016\u0003\u0001',
    'x\u0016\u0003',
    '\u0015\u0003',
    'a\r\nb',
    'a\nb',
    '{"error":1}',
    'RFB 003.008',
    '\u0000\u0000\u0012\u0004',
  ]
  golden(
    'what is not HTTP',
    openings.flatMap((opening) =>
      ['NOT_HTTP', 'TOO_LARGE', 'HPE_INVALID_HEADER_TOKEN', 'ECONNRESET'].map((code) => {
        const failed = failedExchange('processing', 'protocol', { code, received: 9 })
        const exchange = Object.assign({}, failed, {
          wire: { opening: untrusted(opening), contentLength: [], transferEncoding: [] },
        })
        return `- ${JSON.stringify(opening)}, ${code}: ${malformation(exchange)}`
      }),
    ),
  )
  expect(rawTextOf(untrusted('a'))).toBe('a')
})

test('operators of name servers', () => {
  const domains =
    'sedoparking.com bodis.com parkingcrew.net above.com parklogic.com voodoo.com cashparking.com ztomy.com parkingspa.com afternic.com dan.com uniregistrymarket.link hugedomains.com namebrightdns.com undeveloped.com dns-parking.com expiredns.com expirenotification.com pendingrenewaldeletion.com renewyourname.net expired-domain.com domaincontrol.com registrar-servers.com name-services.com worldnic.com ui-dns.com ui-dns.de ui-dns.org ui-dns.biz dnsowl.com ns.porkbun.com porkbun.com gandi.net googledomains.com squarespacedns.com ovh.net ovh.ca ns.cloudflare.com foundationdns.com shop.example'
  const lists = domains
    .split(' ')
    .flatMap((domain) => [
      [`a.${domain}`],
      [`B.${domain.toUpperCase()}`, `a.${domain}`, 'c.shop.example'],
      [`a.${domain}.example`],
      [`x${domain}`],
    ])
  golden(
    'operators of name servers',
    lists.map((names) => {
      const nameServers = names.map((server) => Object.assign({}, SERVER, { server: untrusted(server) }))
      const [moment] = momentsOf(evidenceWith({ edge: edgeResponse(200), followUps: { nameServers } }))
      const sentence = moment && foreignNameServers(moment)
      return `- ${names.join(', ')}: ${sentence === undefined ? 'nothing' : wholeText(sentence)}`
    }),
  )
})

const [SERVER] = dnsAnswers('cloudflare')
