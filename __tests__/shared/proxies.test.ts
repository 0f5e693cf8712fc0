import { expect, test } from '@jest/globals'
import { proxySecretsIn } from '../../src/shared/environment/proxies.ts'

const BASIC = Buffer.from('ci:p@ss:w').toString('base64')

test.each<[string, Record<string, string>, readonly string[]]>([
  ['no proxy', {}, []],
  ['a proxy without a password', { HTTPS_PROXY: 'http://ci@proxy.example' }, []],
  ['an HTTP proxy', { https_proxy: 'http://ci:p%40ss:w@proxy.example' }, ['p%40ss%3Aw', 'p@ss:w', BASIC]],
  ['a SOCKS proxy', { ALL_PROXY: 'socks5://ci:p%40ss%3Aw@[::1]:1080' }, ['p%40ss%3Aw', 'p@ss:w', BASIC]],
  ['a proxy without a scheme', { HTTP_PROXY: 'ci:word@proxy.example:3128' }, ['word', btoa('ci:word')]],
  [
    'one proxy in two variables',
    { HTTP_PROXY: 'http://ci:word@p.example', ALL_PROXY: 'http://ci:word@p.example' },
    ['word', btoa('ci:word')],
  ],
  ['a short password', { HTTP_PROXY: 'http://ci:x@proxy.example' }, [btoa('ci:x')]],
  ['nonsense', { HTTP_PROXY: 'http://', ALL_PROXY: '::' }, []],
])('the secrets of %s', (_, env, secrets) => {
  expect(proxySecretsIn(env)).toEqual(secrets)
})
