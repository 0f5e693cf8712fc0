import { expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { untrusted } from '../../src/domain/untrusted.ts'
import { quotableOutput } from '../../src/shared/route/quotable-output.ts'
import { asRecorded } from '../support/recorded.ts'

const recorded = (output: string): unknown =>
  asRecorded({
    timings: { connect: 9 },
    kind: 'failed',
    phase: 'connect',
    error: { reason: 'route', code: 'ROUTE_PERMISSION_DENIED', received: 0 },
    commandOutput: untrusted(output),
  })

test('a recording has no host, user, address, key or file of a command’s output', () => {
  const output =
    'Warning: Identity file /home/ci/.ssh/id_shop not accessible.\r\nroot@10.1.2.3: Permission denied (publickey).\r\n'
  expect(recorded(output)).toMatchObject({ commandOutput: '…: Permission denied (publickey).' })
})

const MESSAGES: readonly ((name: string) => string)[] = [
  (name) => `ssh: connect to host ${name} port 22: Connection refused`,
  (name) => `ssh: Could not resolve hostname ${name}: Name or service not known`,
  (name) => `${name}@${name}: Permission denied (publickey).`,
  (name) => `Load key "${name}": invalid format`,
  (name) => `nc: connect to ${name} port 443 (tcp) failed: Connection refused`,
  (name) => `nc: getaddrinfo for host "${name}" port 80: Name or service not known`,
  (name) => `(UNKNOWN) [${name}] 443 (https) : Connection refused`,
  (name) => `2026/11/30 17:16:41 socat[1] E connect(5, AF=2 ${name}:9, 16): Connection refused`,
  (name) => `dial tcp ${name}:6443: connect: connection refused`,
  (name) => `Error from server (NotFound): deployments.apps "${name}" not found`,
  (name) => `Error response from daemon: No such container: ${name}`,
  (name) => name,
]

const names = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.domain(),
  fc.uuid(),
  fc.tuple(fc.domain(), fc.nat(65_535)).map(([host, port]) => `${host}:${port}`),
  fc.constantFrom('proxy-server', 'api-server', 'ssh_host', 'user/host', 'remote.host', 'web'),
  fc.stringMatching(/^[A-Za-z0-9_-]{6,40}$/).filter((name) => !/^[a-z]+$/i.test(name)),
)

test('whatever a message names, no quotation has it, and a recording quotes the same', () => {
  fc.assert(
    fc.property(names, fc.constantFrom(...MESSAGES), fc.boolean(), (name, message, isLast) => {
      const output = isLast ? message(name) : `${message(name)}\n***`
      const quoted = quotableOutput(output)
      expect(quoted).not.toContain(name)
      expect(quotableOutput(quoted)).toBe(quoted)
      expect(quoted.length).toBeLessThanOrEqual(120)
    }),
    { numRuns: 5000 },
  )
})

test('a quotation of a quotation is the same', () => {
  const text = fc.array(
    fc.constantFrom(
      'connect',
      'to',
      'host',
      '…',
      'x.example',
      ':',
      'failed:',
      '"',
      '(',
      ')',
      '\n',
      'a'.repeat(130),
      'refused',
    ),
  )
  fc.assert(
    fc.property(text, (words) => {
      const quoted = quotableOutput(words.join(' '))
      expect(quotableOutput(quoted)).toBe(quoted)
    }),
    { numRuns: 5000 },
  )
})
