import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { parseOrigin } from '../../../src/config/values/origin/origins.ts'
import { commandLine } from '../../../src/probe/route/command-line.ts'
import { commandEnvironment } from '../../../src/probe/route/environment.ts'
import { routeKindOf } from '../../../src/probe/route/kind.ts'
import { NO_SHELL, onPosix } from '../../support/platform.ts'

const run = promisify(execFile)

test.each([
  ['ssh -W %h:%p bastion', 'origin.example', 443, 'ssh -W origin.example:443 bastion'],
  ['nc %h %p', '2001:db8::1', 8443, 'nc 2001:db8::1 8443'],
  ["date +'%%s' %%h %h", '10.0.0.1', 80, "date +'%s' %h 10.0.0.1"],
  ['nc %h %h', '$&', 80, undefined],
])('%s with %s and %i', (command, host, port, expected) => {
  expect(commandLine(command, host, port)).toBe(expected)
})

test.each([
  '',
  '-oProxyCommand=x',
  'a b',
  'a;b',
  '$(id)',
  '`id`',
  'a\nb',
  'a|b',
  '%h',
  '*',
  '~',
  '169.254.169.254',
  'é',
])('no command is started for the host %j', (host) => {
  expect(commandLine('nc %h %p', host, 80)).toBeUndefined()
})

test.each([0, 65_536, 1.5, NaN])('no command is started for the port %d', (port) => {
  expect(commandLine('nc %h %p', 'a', port)).toBeUndefined()
})

describe('an origin that is accepted changes no word of the command', () => {
  const character = fc.oneof(
    fc.constantFrom(
      ...'a Z 0 9 . - _ : [ ] $ ` " \' \\ ; | & < > ( ) { } * ? ! # ~ % = @ /'.split(' '),
      ' ',
      '\t',
      '\n',
    ),
    fc.string({ unit: 'grapheme', maxLength: 1 }),
  )
  const text = fc.array(character, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
  const origin = fc.oneof(
    text,
    fc.ipV4(),
    fc.ipV6(),
    fc.domain(),
    fc.tuple(fc.domain(), fc.nat(70_000)).map(([host, port]) => `${host}:${port}`),
  )

  test('its characters mean nothing to a shell', () => {
    fc.assert(
      fc.property(origin, (given) => {
        const parsed = parseOrigin(given)
        if (!parsed.ok) return
        const { host, port = 443 } = parsed.value
        const line = commandLine('nc %h %p', host, port)
        if (line !== undefined) expect(line).toMatch(/^nc [A-Za-z0-9._:][A-Za-z0-9._:-]* \d{1,5}$/)
      }),
      { numRuns: 20_000 },
    )
  })

  onPosix(NO_SHELL).test('a real shell splits it into the same words', async () => {
    const hosts = fc.sample(origin, 1000).flatMap((given) => {
      const parsed = parseOrigin(given)
      return parsed.ok ? [parsed.value.host] : []
    })
    const started = hosts.flatMap((host) => {
      const line = commandLine('[%h] "%h" %h %p', host, 80)
      return line === undefined ? [] : [{ host, line }]
    })
    expect(started.length).toBeGreaterThan(100)
    const script = started.map(({ line }) => `printf '%s\\n' ${line}`).join('\n')
    const { stdout } = await run('/bin/sh', ['-c', `set -f; ${script}`], { maxBuffer: 10_000_000 })
    expect(stdout.split('\n').slice(0, -1)).toEqual(
      started.flatMap(({ host }) => [`[${host}]`, host, host, '80']),
    )
  })
})

test('a command gets the environment of a step, without inputs and tokens of ours', () => {
  const kept = {
    PATH: '/usr/bin',
    HOME: '/home/runner',
    SSH_AUTH_SOCK: '/tmp/agent',
    KUBECONFIG: '/tmp/kubeconfig',
    AWS_SECRET_ACCESS_KEY: 'aws',
    TUNNEL_SERVICE_TOKEN_ID: 'tunnel',
    GITHUB_SHA: 'abc',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example',
    EMPTY: '',
  }
  const withheld = {
    'INPUT_GITHUB-TOKEN': 'ghs_1',
    INPUT_ORIGIN: '203.0.113.10',
    'input_access-client-secret': 's',
    ORIGIN_GATE_HEADERS: 'x: y',
    ORIGIN_GATE_LAB: '/tmp/lab',
    CLOUDFLARE_API_TOKEN: 'cf',
    CF_ACCESS_CLIENT_ID: 'id',
    CF_ACCESS_CLIENT_SECRET: 'secret',
    GLOBALPING_TOKEN: 'gp',
    ACTIONS_RUNTIME_TOKEN: 'rt',
    GITHUB_OUTPUT: '/tmp/out',
    GITHUB_STATE: '/tmp/state',
    GITHUB_ENV: '/tmp/env',
    GITHUB_PATH: '/tmp/path',
    GITHUB_STEP_SUMMARY: '/tmp/summary',
    GITHUB_TOKEN: 'ghs_1',
    CF_API_TOKEN: 'cf',
  }
  expect(commandEnvironment({ ...kept, ...withheld, UNSET: undefined })).toEqual(kept)
})

test.each([
  ['ssh -W %h:%p deploy@bastion', 'bastion'],
  ['/usr/bin/ssh bastion docker exec -i web nc %h %p', 'bastion'],
  ['"C:\\Windows\\ssh.exe" -W %h:%p x', 'bastion'],
  ['sshpass -e ssh -W %h:%p x', 'bastion'],
  ['exec env A=1 ssh -W %h:%p x', 'bastion'],
  ['KUBECONFIG=/tmp/x kubectl exec -i deploy/web -- nc %h %p', 'cluster'],
  ['oc exec -i web -- nc %h %p', 'cluster'],
  ['sudo docker exec -i web nc %h %p', 'container'],
  ['podman exec -i web nc %h %p', 'container'],
  ['cloudflared access ssh --hostname x', 'command'],
  ['socat - TCP:%h:%p', 'command'],
  ['nc -x ssh %h %p', 'command'],
  ['', 'command'],
] as const)('`%s` is a %s', (command, kind) => {
  expect(routeKindOf(command)).toBe(kind)
})
