import { expect, test } from '@jest/globals'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { COMMON, SERVERS } from '../../src/diagnosis/servers/index.ts'
import { stepText } from '../../src/report/steps.ts'

/** Causes whose advice depends on the origin's server. */
const IDS: ReadonlySet<string> = new Set([
  'origin-app-down',
  'origin-app-error',
  'origin-app-timeout',
  'origin-connect-timeout',
  'origin-empty-response',
  'origin-http2-broken',
  'origin-overloaded',
  'origin-refused',
  'origin-reset',
  'origin-response-timeout',
  'origin-truncated-response',
  'origin-unreachable',
])

const adviceFor = (server: string): string =>
  CAUSES.filter(({ id }) => IDS.has(id))
    .flatMap(({ remedy }) => remedy({ host: 'www.shop.example', port: 443, tls: true, server }).steps)
    .map(stepText)
    .join('\n')

test.each(COMMON)('names no other server to users of $name', ({ name }) => {
  const others = COMMON.filter((server) => server.name !== name)
  for (const other of others) expect(adviceFor(name)).not.toMatch(new RegExp(`\\b${other.name}\\b`))
})

const platforms = SERVERS.filter(({ platform }) => platform === true)
test.each(platforms)('$name: no directives and commands of a web server', ({ name }) => {
  const context = { host: 'www.shop.example', port: 443, tls: true, server: name }
  const texts = CAUSES.filter(({ id }) => /^(?:tls-|origin-(?:http2|not-)|cloudflare-edge)/.test(id))
    .flatMap(({ remedy }) => remedy(context).steps)
    .map(stepText)
  expect(texts.join('\n')).not.toMatch(/\bnginx\b|\bApache\b|certbot|systemctl reload|\bSERVICE\b/)
})

const withoutShell = SERVERS.filter(({ how }) => how.appStatus !== undefined)
test.each(withoutShell)('$name: no commands for a shell on the host', ({ name }) => {
  expect(adviceFor(name)).not.toMatch(/systemctl|journalctl|docker|`ss |`ip |nft |free -m/)
})
