/**
 * The messages are those of OpenSSH 9.2, OpenBSD's nc (Debian 1.219), the traditional nc 1.10, ncat 7.93, busybox 1.35,
 * socat 1.7.4, dash, bash, kubectl 1.32 and docker, unless a source is named.
 */
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { readCommandOutput } from '../../../src/probe/route/read-output.ts'

const failed = (code: number) => ({ code })

const REFUSED = { phase: 'connect', reason: 'refused', code: 'ECONNREFUSED' }
const TIMED_OUT = { phase: 'connect', reason: 'timeout', code: 'ETIMEDOUT' }
const NO_HOST = { phase: 'connect', reason: 'unreachable', code: 'EHOSTUNREACH' }
const NO_NETWORK = { phase: 'connect', reason: 'unreachable', code: 'ENETUNREACH' }
const UNRESOLVED = { phase: 'resolve', reason: 'unresolved', code: 'ENOTFOUND' }
const NO_RESOLVER = { phase: 'resolve', reason: 'unresolved', code: 'EAI_AGAIN' }
const RESET = { phase: 'established', reason: 'reset', code: 'ECONNRESET' }

const channel = (why: string): string =>
  `channel 0: open failed: connect failed: ${why}\r\nstdio forwarding failed\r\n`

describe('what the other end says about the origin is evidence', () => {
  test.each([
    ['ssh -W', channel('Connection refused'), 255, REFUSED],
    ['ssh -W, after a banner', `Authorized use only\n\n${channel('Connection refused')}`, 255, REFUSED],
    ['ssh -W', channel('Connection timed out'), 255, TIMED_OUT],
    ['ssh -W', channel('No route to host'), 255, NO_HOST],
    ['ssh -W', channel('Network is unreachable'), 255, NO_NETWORK],
    ['ssh -W', channel('Connection reset by peer'), 255, RESET],
    ['ssh -W', channel('Name or service not known'), 255, UNRESOLVED],
    ['ssh -W', channel('Temporary failure in name resolution'), 255, NO_RESOLVER],
    ['nc -v', 'nc: connect to 127.0.0.1 port 9 (tcp) failed: Connection refused\n', 1, REFUSED],
    ['nc.openbsd -v', 'nc.openbsd: connect to app port 9 (tcp) failed: Connection refused\n', 1, REFUSED],
    ['nc -v -w 1', 'nc: connect to app port 443 (tcp) timed out: Operation now in progress\n', 1, TIMED_OUT],
    ['nc -v', 'nc: connect to app port 443 (tcp) failed: No route to host\n', 1, NO_HOST],
    ['nc', 'nc: getaddrinfo for host "app" port 80: Name or service not known\n', 1, UNRESOLVED],
    ['nc', 'nc: getaddrinfo for host "app" port 80: Temporary failure in name resolution\n', 1, NO_RESOLVER],
    ['nc.traditional', '(UNKNOWN) [127.0.0.1] 9 (discard) : Connection refused\n', 1, REFUSED],
    ['nc.traditional -v', 'localhost [127.0.0.1] 9 (discard) : Connection refused\n', 1, REFUSED],
    ['nc.traditional', 'app.internal: forward host lookup failed: Unknown host\n', 1, UNRESOLVED],
    ['ncat', 'Ncat: Connection refused.\n', 1, REFUSED],
    ['ncat -v', 'Ncat: Version 7.93 ( https://nmap.org/ncat )\nNcat: Connection refused.\n', 1, REFUSED],
    ['ncat', 'Ncat: Connection timed out.\n', 1, TIMED_OUT],
    ['ncat -w', 'Ncat: TIMEOUT.\n', 1, TIMED_OUT],
    ['ncat', 'Ncat: No route to host.\n', 1, NO_HOST],
    ['ncat', 'Ncat: Network is unreachable.\n', 1, NO_NETWORK],
    ['ncat', 'Ncat: Connection reset by peer.\n', 1, RESET],
    [
      'ncat',
      'Ncat: Could not resolve hostname "app.internal": Name or service not known. QUITTING.\n',
      2,
      UNRESOLVED,
    ],
    ['busybox nc', "nc: can't connect to remote host (127.0.0.1): Connection refused\n", 1, REFUSED],
    ['busybox nc', "nc: can't connect to remote host (10.0.0.9): Host is unreachable\n", 1, NO_HOST],
    ['busybox nc -w', 'nc: timed out\n', 1, TIMED_OUT],
    ['busybox nc', "nc: bad address 'app.internal'\n", 1, UNRESOLVED],
    [
      'socat',
      '2026/11/30 17:16:41 socat[13147] E connect(5, AF=2 127.0.0.1:9, 16): Connection refused\n',
      1,
      REFUSED,
    ],
    [
      'socat',
      '2026/11/30 17:16:44 socat[13233] E connect(5, AF=10 [2001:0db8:0000:0000:0000:0000:0000:0001]:80, 28): No route to host\n',
      1,
      NO_HOST,
    ],
    [
      'socat',
      '2026/11/30 17:16:43 socat[13227] E getaddrinfo("app", "NULL", {1,0,1,6}, {}): Name or service not known\n',
      1,
      UNRESOLVED,
    ],
    [
      '/dev/tcp',
      'bash: connect: Connection refused\nbash: line 1: /dev/tcp/127.0.0.1/9: Connection refused\n',
      1,
      REFUSED,
    ],
    [
      'kubectl exec … nc -v',
      'nc: connect to 10.0.0.9 port 80 (tcp) failed: Connection refused\ncommand terminated with exit code 1\n',
      1,
      REFUSED,
    ],
    // https://github.com/kubernetes/kubernetes/issues/78446 and others
    [
      'kubectl port-forward',
      'an error occurred forwarding 8080 -> 80: error forwarding port 80 to pod 1f, uid : failed to execute portforward in network namespace "/var/run/netns/cni-1": failed to connect to localhost:80 inside namespace "1f", IPv4: dial tcp4 127.0.0.1:80: connect: connection refused IPv6: dial tcp6: address localhost: no suitable address found\n',
      1,
      REFUSED,
    ],
  ] as const)('%s: %j', (_, output, code, expected) => {
    expect(readCommandOutput(output, failed(code))).toEqual(expected)
  })
})

describe('what is about the route says nothing about the origin', () => {
  test.each([
    ['root@127.0.0.1: Permission denied (publickey).\r\n', 255, 'PERMISSION_DENIED'],
    [
      'deploy@bastion: Permission denied (publickey,password,keyboard-interactive).\r\n',
      255,
      'PERMISSION_DENIED',
    ],
    [
      'Received disconnect from 127.0.0.1 port 22:2: Too many authentication failures\r\n',
      255,
      'PERMISSION_DENIED',
    ],
    ['sudo: a password is required\n', 1, 'PERMISSION_DENIED'],
    ['Host key verification failed.\r\n', 255, 'HOST_KEY'],
    [
      '@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\r\nHost key verification failed.\r\n',
      255,
      'HOST_KEY',
    ],
    ['No ED25519 host key is known for bastion and you have requested strict checking.\r\n', 255, 'HOST_KEY'],
    [
      'Unable to negotiate with 127.0.0.1 port 22: no matching host key type found. Their offer: ssh-rsa\r\n',
      255,
      'HOST_KEY',
    ],
    ['ssh: connect to host 127.0.0.1 port 9: Connection refused\r\n', 255, 'REFUSED'],
    ['ssh: connect to host bastion port 22: Connection timed out\r\n', 255, 'TIMED_OUT'],
    ['ssh: connect to host bastion port 22: Operation timed out\r\n', 255, 'TIMED_OUT'],
    ['ssh: connect to host bastion port 22: No route to host\r\n', 255, 'UNREACHABLE'],
    ['ssh: connect to host bastion port 22: Network is unreachable\r\n', 255, 'UNREACHABLE'],
    ['ssh: Could not resolve hostname bastion: Name or service not known\r\n', 255, 'UNRESOLVED'],
    [
      'Connection timed out during banner exchange\r\nConnection to 127.0.0.1 port 7101 timed out\r\n',
      255,
      'TIMED_OUT',
    ],
    [
      'kex_exchange_identification: Connection closed by remote host\r\nConnection closed by 127.0.0.1 port 22\r\n',
      255,
      'ENDED',
    ],
    [
      'kex_exchange_identification: read: Connection reset by peer\r\nConnection reset by 127.0.0.1 port 22\r\n',
      255,
      'ENDED',
    ],
    ['Connection to 127.0.0.1 closed by remote host.\r\n', 255, 'ENDED'],
    [
      'channel 0: open failed: administratively prohibited: open failed\r\nstdio forwarding failed\r\n',
      255,
      'PROHIBITED',
    ],
    ["Bad stdio forwarding specification '2001:db8::1:7104'\n", 255, 'ENDED'],
    ['sh: 1: nosuchcmd: not found\n', 127, 'NO_COMMAND'],
    ['bash: line 1: exec: nosuchcmd: not found\n', 127, 'NO_COMMAND'],
    ['bash: line 1: nosuchnc: command not found\n', 127, 'NO_COMMAND'],
    ['sh: 1: /etc/passwd: Permission denied\n', 126, 'NO_COMMAND'],
    [
      "'nc' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n",
      1,
      'NO_COMMAND',
    ],
    ['sh: 1: Syntax error: Unterminated quoted string\n', 2, 'ENDED'],
    ['', 1, 'ENDED'],
    [
      'The connection to the server localhost:8080 was refused - did you specify the right host or port?\n',
      1,
      'REFUSED',
    ],
    ['Unable to connect to the server: dial tcp 10.0.0.1:6443: i/o timeout\n', 1, 'TIMED_OUT'],
    ['Unable to connect to the server: dial tcp: lookup api.cluster: no such host\n', 1, 'UNRESOLVED'],
    [
      'Unable to connect to the server: dial tcp 10.0.0.1:6443: connect: no route to host\n',
      1,
      'UNREACHABLE',
    ],
    [
      'Error from server (Forbidden): pods "web" is forbidden: User "ci" cannot create resource "pods/exec"\n',
      1,
      'PERMISSION_DENIED',
    ],
    ['error: You must be logged in to the server (Unauthorized)\n', 1, 'PERMISSION_DENIED'],
    ['Error from server (NotFound): deployments.apps "web" not found\n', 1, 'ENDED'],
    // https://github.com/kubernetes/website/issues/40775
    ['error: unable to upgrade connection: container not found ("nginx")\n', 1, 'ENDED'],
    // https://github.com/docker/cli/issues/3518
    ['Error response from daemon: No such container: web\n', 1, 'ENDED'],
    [
      'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
      1,
      'REFUSED',
    ],
    // https://github.com/aws/session-manager-plugin/issues/5
    [
      '\nAn error occurred (TargetNotConnected) when calling the StartSession operation: i-1 is not connected.\n',
      254,
      'UNREACHABLE',
    ],
    // https://github.com/cloudflare/cloudflared/issues/324
    [
      '2021-03-02T12:02:17Z ERR failed to connect to origin error="websocket: bad handshake" originURL=https://test.example\nwebsocket: bad handshake\n',
      1,
      'ENDED',
    ],
  ] as const)('%j', (output, code, expected) => {
    expect(readCommandOutput(output, failed(code))).toEqual({
      phase: 'connect',
      reason: 'route',
      code: `ROUTE_${expected}`,
    })
  })

  test('after a signal', () => {
    expect(readCommandOutput('', { code: null })?.code).toBe('ROUTE_ENDED')
  })

  // `ssh -J one two` runs `ssh -W two:22 one`, which says about the second bastion what it says about an origin.
  test.each([
    ['Connection refused', 'ROUTE_REFUSED'],
    ['Connection timed out', 'ROUTE_TIMED_OUT'],
    ['Name or service not known', 'ROUTE_UNRESOLVED'],
  ])('a second bastion that is not reached is not the origin: %s', (why, expected) => {
    const output = `${channel(why)}kex_exchange_identification: Connection closed by remote host\r\nConnection closed by UNKNOWN port 65535\r\n`
    expect(readCommandOutput(output, failed(255))).toEqual({
      phase: 'connect',
      reason: 'route',
      code: expected,
    })
  })

  test('a first bastion that is not reached', () => {
    const output =
      'ssh: connect to host 127.0.0.1 port 9: Connection refused\r\nkex_exchange_identification: Connection closed by remote host\r\nConnection closed by UNKNOWN port 65535\r\n'
    expect(readCommandOutput(output, failed(255))?.code).toBe('ROUTE_REFUSED')
  })
})

describe('what is not a failure', () => {
  test.each([
    ['nothing yet', ''],
    [
      'a warning about a key',
      'Warning: Identity file /nonexistent not accessible: No such file or directory.\n',
    ],
    ['a new host', "Warning: Permanently added '[127.0.0.1]:7122' (ED25519) to the list of known hosts.\r\n"],
    [
      'a banner',
      'Debian GNU/Linux 12 \\n \\l\n\nConnection refused? Call the desk. Permission denied is final.\n',
    ],
    ['no terminal', 'Pseudo-terminal will not be allocated because stdin is not a terminal.\r\n'],
    [
      'another address of the name',
      'nc: connect to localhost (::1) port 80 (tcp) failed: Connection refused\nConnection to localhost (127.0.0.1) 80 port [tcp/http] succeeded!\n',
    ],
  ])('%s', (_, output) => {
    expect(readCommandOutput(output, undefined)).toBeUndefined()
    expect(readCommandOutput(output, failed(0))).toBeUndefined()
  })

  test('a noisy login shell doesn’t hide what nc prints', () => {
    const output =
      '/home/deploy/.bashrc: line 3: nvm: command not found\nnc: connect to app port 80 (tcp) failed: Connection refused\n'
    expect(readCommandOutput(output, failed(1))).toEqual(REFUSED)
  })
})

test('of several addresses, the clearest failure counts', () => {
  const output =
    'nc: connect to app (2001:db8::1) port 80 (tcp) failed: Network is unreachable\nnc: connect to app (10.0.0.9) port 80 (tcp) failed: Connection refused\n'
  expect(readCommandOutput(output, failed(1))).toEqual(REFUSED)
})

test('any text is read in time, and as one of the known failures', () => {
  const word = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'ssh: ',
      'connect to host ',
      ' port 1',
      'failed: ',
      '\n',
      'nc: ',
      'channel 0: open ',
      '[',
      '(',
      ' ',
    ),
  )
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), fc.option(fc.integer(), { nil: null }), (words, code) => {
      const found = readCommandOutput(words.join('').slice(-4096), { code })
      expect(found === undefined ? code : found.code).toEqual(
        found === undefined ? 0 : expect.stringMatching(/^E[A-Z]+|^ROUTE_/),
      )
    }),
  )
})
