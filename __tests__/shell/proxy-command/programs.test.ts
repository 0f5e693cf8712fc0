/** The programs that people use as a proxy command, for an origin on 127.0.0.1 that the lab's network doesn't have. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from '@jest/globals'
import { missingSshd, startSshd } from '../../../lab/bastion/sshd.ts'
import { freeEndpoint, freePort } from '../../../lab/network/free-port.ts'
import { namespaceProblem } from '../../../lab/network/namespace-support.ts'
import type { RunningOrigin } from '../../../lab/origins/origin.ts'
import { runAction, type Run } from '../../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { missingPrograms, startCountingOrigin, type CountingOrigin } from '../../support/proxied.ts'
import { NEEDS_PROGRAMS, onLinux } from '../../support/platform.ts'

const noSshd = (await missingSshd()) ?? (await namespaceProblem())

/** By name: what it needs, and the command. `KEYS` is the folder of ssh's files. */
const COMMANDS = [
  ['nc', await missingPrograms('nc'), 'nc -v %h %p'],
  ['socat', await missingPrograms('socat'), 'socat - TCP:%h:%p'],
  ['ssh -W', noSshd, 'ssh -F KEYS/ssh_config -W %h:%p jump.acme.internal'],
  ['ssh -W with brackets', noSshd, 'ssh -F KEYS/ssh_config -W [%h]:%p jump.acme.internal'],
  [
    'ssh with nc',
    noSshd ?? (await missingPrograms('nc')),
    'ssh -F KEYS/ssh_config jump.acme.internal nc -v %h %p',
  ],
  // No cluster and no container engine is here: scripts of these names check their arguments and run nc as they would.
  ['kubectl', await missingPrograms('nc'), 'kubectl exec -i deploy/web -- nc -v %h %p'],
  ['docker', await missingPrograms('nc'), 'docker exec -i web nc -v %h %p'],
] as const

const KUBECTL = `#!/bin/sh
[ "$1 $2 $3 $4" = 'exec -i deploy/web --' ] || exit 64
shift 4
"$@"
code=$?
[ $code -eq 0 ] || echo "command terminated with exit code $code" >&2
exit $code
`
const DOCKER = `#!/bin/sh
[ "$1 $2 $3" = 'exec -i web' ] || exit 64
shift 3
exec "$@"
`

let world: World
let origin: CountingOrigin
let sshd: RunningOrigin | undefined
let keys: string
beforeAll(async () => {
  world = await startWorld({ fault: 'healthy', inputs: { wait: '0s', timeout: '10s' } })
  origin = await startCountingOrigin(world)
  const folder = join(world.folder, 'bin')
  await mkdir(folder)
  await Promise.all([writeFile(join(folder, 'kubectl'), KUBECTL), writeFile(join(folder, 'docker'), DOCKER)])
  await Promise.all(['kubectl', 'docker'].map((name) => chmod(join(folder, name), 0o755)))
  keys = await mkdtemp(join(tmpdir(), 'origin-gate-keys-'))
  if (noSshd === undefined)
    sshd = await startSshd({ folder: keys, endpoint: await freeEndpoint(), state: 'up' })
})
afterAll(async () => {
  await sshd?.close()
  await origin.close()
  await world.close()
  await rm(keys, { recursive: true, force: true })
})

const runThrough = (command: string, port: number): Promise<Run> =>
  runAction({
    ...world,
    env: {
      ...world.env,
      PATH: `${join(world.folder, 'bin')}:${world.env['PATH'] ?? ''}`,
      INPUT_ORIGIN: `127.0.0.1:${port}`,
      'INPUT_ORIGIN-PROXY-COMMAND': command.replace('KEYS', keys),
    },
  })

describe('a bastion', () => {
  const here = onLinux(NEEDS_PROGRAMS, noSshd)

  here.test(`serves many sites${here.because}`, async () => {
    const url = Array.from({ length: 30 }, (_, index) => `https://www.shop.example/?site=${index}`).join('\n')
    const run = await runAction({
      ...world,
      env: {
        ...world.env,
        INPUT_URL: url,
        INPUT_TIMEOUT: '30s',
        INPUT_ORIGIN: `127.0.0.1:${origin.port}`,
        'INPUT_ORIGIN-PROXY-COMMAND': `ssh -F ${keys}/ssh_config -W %h:%p jump.acme.internal`,
      },
    })
    // sshd drops connections when too many of them arrive at once.
    expect(run.report?.warnings).toEqual([])
    expect(run.report?.sites.map(({ probes }) => probes.origins[0]?.status)).toEqual(Array(30).fill(200))
  })
})

describe.each(COMMANDS)('%s', (_, missing, command) => {
  const here = onLinux(NEEDS_PROGRAMS, missing)

  here.test(`carries the direct probe${here.because}`, async () => {
    const before = origin.connections()
    const run = await runThrough(command, origin.port)
    expect(run.outputs).toMatchObject({ verdict: 'healthy', warnings: '0' })
    expect(run.report?.sites[0].probes.origins).toMatchObject([{ status: 200 }])
    expect(origin.connections()).toBeGreaterThan(before)
  })

  here.test(`reports that the origin refuses connections${here.because}`, async () => {
    await world.internet.origin.setMode('stopped')
    try {
      const run = await runThrough(command, await freePort())
      expect(run.outputs).toMatchObject({ verdict: 'unhealthy', cause: 'origin-refused' })
      expect(run.report?.sites[0].probes.origins).toMatchObject([
        { broke: { phase: 'connect', reason: 'refused', code: 'ECONNREFUSED' } },
      ])
    } finally {
      await world.internet.origin.setMode('up')
    }
  })
})
