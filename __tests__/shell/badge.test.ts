/** Where the badge is written, and what it says at the end of each kind of run. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { runAction } from '../../lab/runner/run-action.ts'
import { startWorld, type World, type WorldOptions } from '../../lab/world/world.ts'
import { command, start } from '../support/program.ts'
import { NO_SIGNALS, onPosix } from '../support/platform.ts'

const posix = onPosix(NO_SIGNALS).test

const open: World[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()))
})

async function worldWith(options: WorldOptions): Promise<World> {
  const world = await startWorld(options)
  open.push(world)
  return world
}

const TIME = String.raw`[A-Z][a-z]{2} \d{1,2} \d\d:\d\d UTC`
const read = async (world: World): Promise<unknown> =>
  JSON.parse(await readFile(join(world.folder, 'public/badge.json'), 'utf8'))

test.each([
  ['healthy', 'healthy', 'brightgreen'],
  ['refused', String.raw`unhealthy \(origin-refused\)`, 'red'],
  ['challenged', String.raw`inconclusive \(cloudflare-challenged\)`, 'lightgrey'],
] as const)('the Action writes the badge: %s', async (fault, message, color) => {
  const here = await worldWith({ fault, inputs: { wait: '0s', badge: 'public/badge.json' } })
  await runAction(here)
  expect(await read(here)).toMatchObject({
    schemaVersion: 1,
    label: 'www.shop.example',
    message: expect.stringMatching(new RegExp(`^${message}, ${TIME}$`)),
    color,
  })
})

posix('the Action that is cancelled writes that it is inconclusive', async () => {
  const inputs = { timeout: '50s', wait: '5m', interval: '1m', badge: 'public/badge.json' }
  const here = await worldWith({ fault: 'refused', inputs })
  const program = start([], here.env, here.folder)
  await program.printed('next check in')
  program.signal('SIGTERM')
  await program.ended
  expect(await read(here)).toMatchObject({
    message: expect.stringMatching(new RegExp(String.raw`^inconclusive \(cancelled\), ${TIME}$`)),
    color: 'lightgrey',
  })
})

test('a badge of many sites counts them', async () => {
  const inputs = { wait: '0s', url: '', config: 'sites.yml', badge: 'public/badge.json' }
  const here = await worldWith({ fault: 'refused', inputs })
  const sites = Array.from({ length: 30 }, (_, index) => `  - url: https://www.shop.example/${index}\n`)
  await writeFile(join(here.folder, 'sites.yml'), `sites:\n${sites.join('')}`)
  await runAction(here)
  expect(await read(here)).toMatchObject({
    label: 'www.shop.example',
    message: expect.stringMatching(/^unhealthy \(origin-refused\), 30 of 30 sites, /),
  })
})

const CHECK = ['https://www.shop.example', '--origin', '203.0.113.10', '--timeout', '2s']

test('the command writes it to a file or to standard output, also of a recording', async () => {
  const here = await worldWith({ fault: 'healthy' })
  const [file, run] = ['badge.json', 'run.json'].map((name) => join(here.folder, name))
  const written = await command(here, [...CHECK, '--badge', String(file), '--record', String(run)])
  expect([written.code, written.stderr]).toEqual([0, expect.not.stringContaining('badge')])
  const badge = await readFile(String(file), 'utf8')
  expect(JSON.parse(badge)).toMatchObject({ label: 'www.shop.example', color: 'brightgreen' })

  const printed = await command(here, ['--replay', String(run), '--badge', '-'])
  expect([printed.code, printed.stdout]).toEqual([0, badge])
  expect(printed.stderr).toContain('www.shop.example is healthy')
})

test('a path that is a folder is refused before the check', async () => {
  const here = await worldWith({ fault: 'healthy' })
  const ended = await command(here, [...CHECK, '--badge', here.folder])
  expect([ended.code, ended.stderr]).toEqual([
    2,
    expect.stringContaining(
      `\`--badge\`: \`${here.folder}\` is a folder. Use the path of a file. Did you mean \`${join(here.folder, 'badge.json')}\``,
    ),
  ])
})
