import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { COMMON, SERVERS, howTo, isPlatform, serverByName } from '../../src/diagnosis/servers/index.ts'
import { snippetsOf } from './snippets.ts'

test('finds a server by its name', () => {
  expect(serverByName('HAProxy')?.name).toBe('HAProxy')
  expect(serverByName('haproxy')).toBeUndefined()
})

test("gives the server's own text", () => {
  expect(howTo('reload', 'nginx')).toBe('`nginx -t && systemctl reload nginx`')
})

test('names the common servers if the server is unknown', () => {
  expect(howTo('silentClose')).toBe(
    '`return 444;` in nginx, mod_security with `drop` in Apache, `http-request silent-drop` or `http-request reject` in HAProxy, `abort` in Caddy',
  )
  expect(howTo('reload')).toMatch(/^`nginx -t && systemctl reload nginx` for nginx, `apachectl/)
})

test('gives the general text for a server without a row', () => {
  expect(howTo('reload', 'lighttpd')).toBe(howTo('reload'))
})

test('knows platforms', () => {
  expect(['Heroku', 'nginx', 'lighttpd', undefined].map(isPlatform)).toEqual([true, false, false, false])
})

test('gives no text of another server where the server has none of its own', () => {
  expect(howTo('limits', 'Caddy')).toBe('the settings of Caddy')
  expect(howTo('tlsVersions', 'Fly.io')).toBe('the settings of Fly.io')
  expect(howTo('renew', 'nginx')).toBe(howTo('renew'))
})

test('names the servers that a load balancer may have behind it', () => {
  expect(howTo('realIp', 'AWS load balancer')).toBe(howTo('realIp'))
})

test('names the servers that may handle TLS in front of one that supports none', () => {
  expect(howTo('fullChain', 'Varnish')).toBe(howTo('fullChain'))
})

const SETTINGS = [
  'alpn',
  'certificateFile',
  'clientCa',
  'clientOptional',
  'fullChain',
  'httpOnly1',
  'keepAlive',
  'limits',
  'reload',
  'requestTimeout',
  'silentClose',
  'sites',
  'tlsPort',
  'uncompressed',
  'upstream',
] as const

test.each(SERVERS.filter(({ plainHttp }) => !plainHttp))(
  '$name: no task names several other servers',
  ({ name }) => {
    for (const task of SETTINGS) expect(howTo(task, name)).not.toMatch(/ (?:in|for|of) (?:Apache|Caddy),? /)
  },
)

const texts = SERVERS.flatMap(({ name, how }) =>
  Object.entries(how).map(([task, text]) => ({ name, task, text })),
)

test.each(texts)('$name, $task: a noun phrase with copyable code', ({ text }) => {
  expect(text).not.toMatch(/[.:]$|…|\n/)
  expect(text.split('`').length % 2).toBe(1)
  for (const snippet of snippetsOf(text)) expect(snippet).toBe(snippet.trim())
})

test.each(COMMON)('$name has the tasks that keep a site safe', ({ how }) => {
  const tasks = ['errorLog', 'reload', 'fullChain', 'clientOptional', 'realIp', 'forwardedProto'] as const
  for (const task of tasks) expect(how[task]).toBeDefined()
})

test('every task is used by the advice of a cause', () => {
  const folder = join(import.meta.dirname, '..', '..', 'src', 'diagnosis')
  const code = globSync('{causes,rules,freshness,fingerprints}/**/*.ts', { cwd: folder })
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
  const tasks = new Set(SERVERS.flatMap(({ how }) => Object.keys(how)))
  expect([...tasks].filter((task) => !code.includes(`'${task}'`))).toEqual([])
})
