import { describe, expect, test } from '@jest/globals'
import { valueOf } from '../../../src/config/parser/parser.ts'
import { parseProxyCommand } from '../../../src/config/values/origin/proxy-command.ts'
import { type Given, parsed, problems } from '../support.ts'
import type { Site } from '../../../src/domain/config.ts'

const ORIGIN = { url: 'https://www.example.com', origin: '203.0.113.10' }

describe('a command is kept as it is typed', () => {
  test.each([
    'ssh -W %h:%p deploy@bastion.example.com',
    'ssh -W [%h]:%p bastion',
    'kubectl exec -i deploy/web -- nc %h %p',
    'ssh -o "ProxyCommand=nc %%h %%p" -W %h:%p bastion',
    String.raw`sh -c 'printf "it'\''s 100%% done"'`,
    String.raw`nc %h \"`,
    'socat - TCP:%h:%p',
    'nc 127.0.0.1 8080',
  ])('%s', (command) => {
    expect(valueOf(parseProxyCommand(command))).toBe(command)
  })
})

test('`none` means that there is none, as in OpenSSH', () => {
  expect(parseProxyCommand('none')).toEqual({ ok: true, value: undefined })
})

describe('a wrong command is one problem, which does not quote it', () => {
  test.each([
    ['ssh -W "%h:%p bastion', 'has a quote that is not closed'],
    ["ssh -W '%h:%p bastion", 'has a quote that is not closed'],
    ['ssh -W %h:%p bastion \\', 'has a quote that is not closed'],
    ['ssh -l %r -W %h:%p bastion', 'has a `%` that is not part of `%h`, `%p` or `%%`'],
    ['ssh -W %h:%p bastion 100%', 'has a `%` that is not part of `%h`, `%p` or `%%`'],
    ['ssh -W %h:%%%q bastion', 'has a `%` that is not part of `%h`, `%p` or `%%`'],
    ['ProxyCommand ssh -W %h:%p bastion', 'starts with the name of the option'],
    ['ssh -W %h:%p bastion\nrm', 'has a line break or another control character'],
  ])('%s', (command, fault) => {
    const found = problems({ ...ORIGIN, 'origin-proxy-command': command })
    expect(found).toEqual([expect.stringContaining(`\`origin-proxy-command\` ${fault}`)])
    expect(found.join('')).not.toContain('bastion')
  })
})

test('a command needs an origin', () => {
  const command = { 'origin-proxy-command': 'ssh -W %h:%p bastion' }
  expect(problems({ url: ORIGIN.url, ...command })).toEqual([
    '`origin-proxy-command` is set, but `origin` is empty. Set `origin` to the address that the command connects to, as seen from there.',
  ])
  // What the zone's records say never gets into a command.
  expect(problems({ url: ORIGIN.url, 'cloudflare-api-token': 'token', ...command })).toHaveLength(1)
  expect(siteFrom({ ...ORIGIN, ...command })?.originProxyCommand).toBe('ssh -W %h:%p bastion')
})

function siteFrom(given: Given): Site | undefined {
  const result = parsed(given)
  return result.ok ? result.config.sites[0] : undefined
}
