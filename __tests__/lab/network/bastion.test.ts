import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openBastion } from '../../../lab/bastion/bastion.ts'
import { missingSshd, startSshd } from '../../../lab/bastion/sshd.ts'
import { INTERNAL_NAME } from '../../../lab/network/addresses.ts'
import { freeEndpoint, freePort } from '../../../lab/network/free-port.ts'
import { listen, type Listening } from '../../../lab/network/listen.ts'
import { openLoopback } from '../../../lab/network/loopback.ts'
import { namespaceCommand } from '../../../lab/network/namespace.ts'
import { namespaceProblem } from '../../../lab/network/namespace-support.ts'
import type { LabNetwork, PathState } from '../../../lab/network/network.ts'
import { runProgram, type ProgramResult } from '../../../lab/network/programs.ts'
import { makeAuthorities } from '../../../lab/tls/authorities.ts'
import { NO_SHELL, onLinux, onPosix } from '../../support/platform.ts'

const noSshd = await missingSshd()
const noNamespace = (await namespaceProblem()) ?? noSshd
const inNamespace = onLinux('it has network namespaces', noNamespace)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-bastion-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const FORWARDING_FAILED = 'stdio forwarding failed'
const failed = (reason: string): string =>
  `channel 0: open failed: connect failed: ${reason}; ${FORWARDING_FAILED}`

inNamespace.describe(`a bastion in a namespace${inNamespace.because}`, () => {
  let seen: unknown
  beforeAll(async () => {
    const [namespace, world] = await Promise.all([
      mkdtemp(join(tmpdir(), 'origin-gate-test-')),
      mkdtemp(join(tmpdir(), 'origin-gate-bastion-')),
    ])
    const script = fileURLToPath(new URL('../../support/bastion-probe.ts', import.meta.url))
    const command = await namespaceCommand(namespace, [process.execPath, script, world])
    const { stdout, stderr } = await runProgram(command, {
      env: { ORIGIN_GATE_NAMESPACE: namespace },
      limit: 60_000,
    })
    await Promise.all([namespace, world].map((each) => rm(each, { recursive: true, force: true })))
    expect(stderr).toBe('')
    seen = JSON.parse(stdout)
  }, 60_000)

  test('reaches an origin that drops the runner, from its own address and with its own names', () => {
    expect(seen).toHaveProperty('reached', {
      runner: 'ETIMEDOUT',
      ssh: 'hello 198.51.100.20',
      nc: 'hello 198.51.100.20',
      ipv6: 'hello 2001:db8:20::20',
      internalName: 'hello 198.51.100.20',
      unknownName: expect.stringMatching(/connect failed: (?:Temporary failure|Name or service not known)/),
      closedPort: failed('Connection refused'),
    })
  })

  test('reports what the firewall does to its connections', () => {
    expect(seen).toHaveProperty('blocked', {
      drop: failed('Connection timed out'),
      reset: failed('Connection refused'),
      'host-unreachable': failed('No route to host'),
      'net-unreachable': failed('Network is unreachable'),
      prohibited: failed('No route to host'),
    })
  })

  test('fails in every way that the route itself can', () => {
    expect(seen).toHaveProperty('states', {
      closed: 'ssh: connect to host 198.51.100.20 port 22: Connection refused',
      'rejects-key': 'deploy@198.51.100.20: Permission denied (publickey).',
      'new-host-key': expect.stringMatching(/IDENTIFICATION HAS CHANGED.*Host key verification failed\.$/),
      'no-forwarding': `channel 0: open failed: administratively prohibited: open failed; ${FORWARDING_FAILED}`,
      up: 'hello 198.51.100.20',
    })
  })
})

inNamespace.describe(`a real sshd on 127.0.0.1${inNamespace.because}`, () => {
  let origin: Listening
  beforeAll(async () => {
    origin = await listen(createServer((socket) => socket.end('hello\n')))
  })
  afterAll(() => origin.close())

  test('connects an ordinary user to a port of its machine', async () => {
    const sshd = await startSshd({ folder, endpoint: await freeEndpoint(), state: 'up' })
    try {
      const target = `127.0.0.1:${origin.port}`
      const args = ['-F', join(folder, 'ssh_config'), '-W', target, 'jump.acme.internal'] as const
      expect(await runProgram(['ssh', ...args])).toEqual({ code: 0, stdout: 'hello\n', stderr: '' })
    } finally {
      await sshd.close()
    }
  })

  test('restricts a user to the origin, with the lines of the documentation', async () => {
    const page = await readFile(new URL('../../../docs/locked-origins.md', import.meta.url), 'utf8')
    const line = /`(restrict,\S+)` before the public key/.exec(page)?.[1] ?? ''
    expect(line).toContain('permitopen="203.0.113.10:443"')
    const [, match = ''] = /```text\n( *Match User deploy\n[^`]+)```/.exec(page) ?? []
    expect(match).toContain('AllowTcpForwarding local')
    const sshd = await startSshd({
      folder,
      endpoint: await freeEndpoint(),
      state: 'up',
      keyOptions: line.replace('203.0.113.10:443', `127.0.0.1:${origin.port}`),
      lastLines: match,
    })
    const run = (...args: readonly string[]): Promise<ProgramResult> =>
      runProgram(['ssh', '-F', join(folder, 'ssh_config'), ...args])
    try {
      expect(await run('-W', `127.0.0.1:${origin.port}`, 'jump.acme.internal')).toMatchObject({
        code: 0,
        stdout: 'hello\n',
      })
      const elsewhere = await run('-W', `127.0.0.1:${await freePort()}`, 'jump.acme.internal')
      expect(elsewhere.stderr).toContain('administratively prohibited')
      expect(await run('jump.acme.internal', 'echo', 'ran')).toMatchObject({ code: 1, stdout: '' })
      const port = await freePort()
      const back = ['-N', '-o', 'ExitOnForwardFailure=yes', '-R', `${port}:127.0.0.1:${origin.port}`]
      const listening = await run(...back, 'jump.acme.internal')
      expect(listening.stderr).toContain('remote port forwarding failed')
    } finally {
      await sshd.close()
    }
  })
})

onPosix(NO_SHELL).describe('the relay on loopback', () => {
  let network: LabNetwork
  let listening: Listening
  beforeEach(async () => {
    await mkdir(folder, { recursive: true })
    network = openLoopback({ folder, authorities: makeAuthorities() })
    const server = createServer((socket) => socket.on('data', (data) => socket.end(`got ${String(data)}`)))
    listening = await network.listen(server, '203.0.113.10', 443)
  })
  afterEach(async () => {
    await listening.close()
    await network.close()
  })

  const relayed = async (state: PathState, host: string): Promise<string> => {
    const rules =
      state === 'open' ? [] : ([{ from: 'bastion', to: ['203.0.113.10'], action: state }] as const)
    await network.configure({ rules, names: {} })
    const bastion = openBastion(network, folder)
    await bastion.replace('up')
    await writeFile(join(folder, 'request'), 'hello')
    const line = `bastion/relay ${host} 443 <request`
    const { stdout, stderr } = await runProgram(['sh', '-c', line], { cwd: folder })
    await bastion.close()
    return stdout + stderr
  }

  test.each([
    ['open', '203.0.113.10', 'got hello'],
    ['open', INTERNAL_NAME, 'got hello'],
    [
      'open',
      'nowhere.internal',
      'nc: getaddrinfo for host "nowhere.internal" port 443: Name or service not known\n',
    ],
    ['reset', '203.0.113.10', 'nc: connect to 203.0.113.10 port 443 (tcp) failed: Connection refused\n'],
    ['drop', '203.0.113.10', 'nc: connect to 203.0.113.10 port 443 (tcp) failed: Connection timed out\n'],
    [
      'host-unreachable',
      '203.0.113.10',
      'nc: connect to 203.0.113.10 port 443 (tcp) failed: No route to host\n',
    ],
  ] as const)('speaks as nc would where the path is %s to %s', async (state, host, output) => {
    expect(await relayed(state, host)).toBe(output)
  })
})
