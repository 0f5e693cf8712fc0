/** The programs that docs/library.md quotes. `npm run types` checks their types. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { FaultId } from '../../lab/scenarios/faults.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { quotedExamples } from '../../scripts/docs.ts'
import { readCase } from '../support/cases.ts'

const ROOT = join(import.meta.dirname, '../..')
const EXAMPLES = join(ROOT, 'examples/library')

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

async function worldWith(fault: FaultId): Promise<World> {
  world = await startWorld({ fault })
  return world
}

/** Runs Node in the lab's network, which the environment names. */
async function node(
  { env, folder }: World,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: folder,
    env: {
      PATH: env['PATH'],
      ORIGIN_GATE_LAB: env['ORIGIN_GATE_LAB'],
      NODE_EXTRA_CA_CERTS: env['NODE_EXTRA_CA_CERTS'],
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { code: child.exitCode, stdout, stderr }
}

const example = (name: string): string => join(EXAMPLES, `${name}.ts`)

test('every example is in docs/library.md, and every program there is an example', () => {
  const files = readdirSync(EXAMPLES).map((file) => `library/${file.replace(/\.ts$/, '')}`)
  expect(files.toSorted()).toEqual(quotedExamples('library/').toSorted())
  const blocks = readFileSync(join(ROOT, 'docs/library.md'), 'utf8').match(/^```ts$/gm)
  expect(blocks).toHaveLength(files.length)
})

describe('the deploy script', () => {
  test('names the cause and the steps of a broken site, and fails', async () => {
    const { code, stdout, stderr } = await node(await worldWith('expired'), [example('promote')])
    expect(code).toBe(1)
    expect(stdout).toMatch(/^www\.shop\.example is down: the certificate has expired\n- Check \S/)
    expect(stderr).toMatch(/^\d\d:\d\d:\d\d ✗ through Cloudflare 526 .*tls-certificate-expired, certain/)
  })

  test('passes for a healthy site', async () => {
    const { code, stdout } = await node(await worldWith('healthy'), [example('promote')])
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^www\.shop\.example is healthy: .*\n$/)])
  })
})

test('the check of several sites prints what is broken', async () => {
  const { code, stdout } = await node(await worldWith('refused'), [example('many-sites')])
  const fault = 'is down: the origin refuses connections'
  expect([code, stdout]).toEqual([0, `www.shop.example ${fault}\nwww.shop.example/cart ${fault}\n`])
})

test('the replay prints the headline of the recording', async () => {
  const here = await worldWith('healthy')
  const { recording } = readCase('origin-refused/origin-refused-stopped')
  await writeFile(join(here.folder, 'run.json'), JSON.stringify(recording))
  const { code, stdout } = await node(here, [example('replay')])
  expect([code, stdout]).toEqual([0, 'www.shop.example is down: the origin refuses connections\n'])
})

const JEST = [
  '--experimental-vm-modules',
  join(ROOT, 'node_modules/jest/bin/jest.js'),
  '--config',
  JSON.stringify({
    rootDir: EXAMPLES,
    testMatch: ['**/expect.ts'],
    transform: {},
    extensionsToTreatAsEsm: ['.ts'],
  }),
]

describe.each([
  ["Node's test runner", ['--test', '--test-reporter=spec', example('node-test')]],
  ['Jest', JEST],
])('the test of a site, with %s', (_, args) => {
  test('passes if the site is healthy', async () => {
    const { code } = await node(await worldWith('healthy'), args)
    expect(code).toBe(0)
  })

  test('fails with the cause and the steps if it is not', async () => {
    const { code, stdout, stderr } = await node(await worldWith('refused'), args)
    expect(code).toBe(1)
    expect(stdout + stderr).toContain('www.shop.example is down: the origin refuses connections')
    expect(stdout + stderr).toContain('systemctl')
  })
})
