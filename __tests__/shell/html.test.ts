/** Where the HTML report is written, and that it has the raw responses. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { runAction } from '../../lab/runner/run-action.ts'
import { startWorld, type World, type WorldOptions } from '../../lab/world/world.ts'
import { ORIGIN_SPELLINGS } from '../support/leaks.ts'
import { command, start } from '../support/program.ts'
import { NO_SIGNALS, onLinux, onPosix } from '../support/platform.ts'

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

const CHECK = ['https://www.shop.example', '--origin', '203.0.113.10', '--timeout', '2s']

function expectHidden(page: string): void {
  for (const spelling of ORIGIN_SPELLINGS) expect(page).not.toMatch(spelling)
}

test('the Action writes the page of a failing site, with the raw responses', async () => {
  const inputs = { wait: '1s', html: 'reports/gate.html' }
  const here = await worldWith({ fault: 'app-down', inputs })
  const { code } = await runAction(here)
  expect(code).toBe(1)
  const page = await readFile(join(here.folder, 'reports/gate.html'), 'utf8')
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">[^]*<\/html>\n$/)
  expect(page).toContain('HTTP/1.1 502')
  // The body of the origin's page, which no other report has.
  expect(page).toContain('&#60;center&#62;&#60;h1&#62;502 Bad Gateway&#60;/h1&#62;&#60;/center&#62;')
  expectHidden(page)
})

posix('the Action that is cancelled writes what it knows', async () => {
  const inputs = { timeout: '50s', wait: '5m', interval: '1m', html: 'gate.html' }
  const here = await worldWith({ fault: 'refused', inputs })
  const program = start([], here.env, here.folder)
  await program.printed('next check in')
  program.signal('SIGTERM')
  await program.ended
  const page = await readFile(join(here.folder, 'gate.html'), 'utf8')
  expect(page).toContain('Stopped after 1 check.')
  expect(page).toMatch(/<\/html>\n$/)
})

// Only Linux has a file that can be opened but not written.
const linux = onLinux('it has /dev/full').test
linux('a page that cannot be written is a warning (Linux only: it has /dev/full)', async () => {
  const here = await worldWith({ fault: 'healthy', inputs: { wait: '0s', html: '/dev/full' } })
  const { code, stdout } = await runAction(here)
  expect(code).toBe(0)
  expect(stdout).toContain('The HTML report could not be written, because the disk is full (ENOSPC).')
  const folder = await command(here, [...CHECK, '--html', here.folder])
  expect([folder.code, folder.stderr]).toEqual([
    2,
    expect.stringContaining(
      `is a folder. Use the path of a file. Did you mean \`${join(here.folder, 'origin-gate.html')}\``,
    ),
  ])
})

test('the command writes or prints it, and standard output gets nothing else', async () => {
  const here = await worldWith({ fault: 'refused' })
  const path = join(here.folder, 'page.html')
  expect(await command(here, [...CHECK, '--html', path])).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/^✗ www\.shop\.example is down/),
  })
  const page = /^<!doctype html>[^]*<\/html>\n$/
  expect(await readFile(path, 'utf8')).toMatch(page)
  for (const args of [
    ['--format', 'html'],
    ['--html', '-'],
  ]) {
    const { code, stdout } = await command(here, [...CHECK, ...args])
    expect([code, stdout]).toEqual([1, expect.stringMatching(page)])
    expect(stdout).toContain('Response through Cloudflare')
    expectHidden(stdout)
  }
})

test('a replay makes the page that the run made', async () => {
  const here = await worldWith({ fault: 'app-down' })
  const [run, page, again] = ['run.json', 'page.html', 'again.html'].map((name) => join(here.folder, name))
  await command(here, [...CHECK, '--record', String(run), '--html', String(page)])
  await command(here, ['--replay', String(run), '--html', String(again)])
  const [made, remade] = [await readFile(String(page), 'utf8'), await readFile(String(again), 'utf8')]
  expect(made).toContain('502 Bad Gateway')
  expect(asRecorded(made)).toBe(withoutNotes(remade))
  const printed = await command(here, ['--replay', String(run), '--format', 'html'])
  expect([printed.code, printed.stdout]).toEqual([1, remade])
})

/** A recording has only the values of headers that rules read. */
function asRecorded(page: string): string {
  const unread =
    /^(content-length|cache-control|expires|x-frame-options|referrer-policy|connection|keep-alive): [^<\n]*/gm
  return withoutNotes(page.replaceAll(unread, '$1: ***'))
}

/** Without the sentences that say what is hidden. */
function withoutNotes(page: string): string {
  return page.replaceAll(/<p class="small"><code>\*\*\*<\/code>: hidden,[^\n]*\n/g, '')
}
