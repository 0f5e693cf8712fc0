import { stripVTControlCharacters } from 'node:util'
import { afterEach, describe, expect, test } from '@jest/globals'
import { ORIGIN_ADDRESS, SITE } from '../../../lab/world/internet.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { LAB_WARNING, startCommand, startInTerminal, type Ended } from '../../support/program.ts'
import { NEEDS_TERMINAL, NO_SIGNALS, onLinux, onPosix } from '../../support/platform.ts'

const posix = onPosix(NO_SIGNALS).test

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

const REFUSED = [SITE, '--origin', ORIGIN_ADDRESS, '--timeout', '5s']
/** The second check is five minutes away. */
const LONG_PAUSE = ['--wait', '1h', '--interval', '5m']

const HEADLINE = 'www.shop.example is down: the origin refuses connections'
const START = `Checking ${SITE} through Cloudflare and directly at the origin`

/** Without the lab's warning, the time of day and durations. */
function linesOf(stderr: string): readonly string[] {
  return stderr
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(LAB_WARNING))
    .map((line) => line.replace(/^\d\d:\d\d:\d\d/, 'TIME').replaceAll(/[\d.]+ ms/g, 'N ms'))
}

async function stopped(
  args: readonly string[],
  words: string,
  here: World,
): Promise<Ended & { seen: string }> {
  const program = startCommand(here, args)
  const seen = await program.printed(words)
  program.signal('SIGINT')
  return { ...(await program.ended), seen }
}

describe('in a log', () => {
  posix('the verdict of the first check is printed while the second one is minutes away', async () => {
    world = await startWorld({ fault: 'refused' })
    const { stderr, code } = await stopped([...REFUSED, ...LONG_PAUSE], 'next check in', world)
    expect(linesOf(stderr)).toEqual([
      `${START} …`,
      `TIME ✗ ${HEADLINE}`,
      '  Confidence: certain. Cloudflare (521) and this runner were both refused.',
      '  Checking again every 5 min for up to 60 min.',
      'TIME ✗ through Cloudflare 521 (SJC, N ms) · direct connection refused (N ms) · origin-refused, certain · next check in 5 min, 60 min left',
    ])
    expect(code).toBe(130)
  })

  test('nothing is printed twice when the first check is the last one', async () => {
    world = await startWorld({ fault: 'refused' })
    const { stdout, stderr } = await startCommand(world, REFUSED).ended
    expect(linesOf(stderr)).toEqual([`${START} …`])
    expect(stdout.split(HEADLINE)).toHaveLength(2)
  })

  test('a healthy check says what the site still needs', async () => {
    world = await startWorld({ fault: 'healthy' })
    const { stderr } = await startCommand(world, [...REFUSED, '--wait', '1m']).ended
    expect(linesOf(stderr)).toEqual([
      `${START} …`,
      'TIME ✓ www.shop.example is healthy so far (1 of 2 checks in a row): 200 through Cloudflare',
      '  (SJC, N ms) and directly (N ms)',
      '  Checking again until 2 checks in a row are healthy.',
      'TIME ✓ through Cloudflare 200 (SJC, N ms) · direct 200 (N ms) · 1 of 2 in a row · next check in 1 s',
      'TIME ✓ through Cloudflare 200 (SJC, N ms) · direct 200 (N ms) · 2 of 2 in a row',
    ])
  })

  test('a site that recovers has a new headline', async () => {
    const here = (world = await startWorld({ fault: 'refused' }))
    const program = startCommand(here, [...REFUSED, '--wait', '1h', '--interval', '500ms'])
    await program.printed('next check in', 2)
    await here.repair()
    const { stderr, code } = await program.ended
    const lines = linesOf(stderr)
    expect(lines.filter((line) => line.includes(HEADLINE))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('healthy so far'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('Checking again'))).toHaveLength(1)
    expect(code).toBe(0)
  })

  posix('each of several sites has its headline', async () => {
    world = await startWorld({ fault: 'refused' })
    const args = [`${SITE}\n${SITE}health`, '--origin', ORIGIN_ADDRESS, ...LONG_PAUSE]
    const program = startCommand(world, args)
    await program.printed('next check in', 2)
    program.signal('SIGTERM')
    const { stderr, code } = await program.ended
    const lines = linesOf(stderr)
    expect(lines[0]).toBe('Checking 2 sites through Cloudflare and directly at the origin …')
    expect(lines).toContain(`TIME ✗ ${HEADLINE}`)
    expect(lines).toContain('TIME ✗ www.shop.example/health is down: the origin refuses connections')
    expect(lines.filter((line) => line.includes('Checking again'))).toHaveLength(1)
    expect(code).toBe(143)
  })

  posix('of many sites, those that fail are named at once', async () => {
    world = await startWorld({ fault: 'refused' })
    const urls = Array.from({ length: 14 }, (_, index) => `${SITE}page-${index}`).join('\n')
    const { stderr } = await stopped([urls, '--origin', ORIGIN_ADDRESS, ...LONG_PAUSE], 'More sites', world)
    const lines = linesOf(stderr)
    expect(lines[0]).toBe('Checking 14 sites through Cloudflare and directly at the origin …')
    const named = lines.filter((line) => /^TIME ✗ https:\S+ · origin-refused, certain$/.test(line))
    expect(named).toHaveLength(10)
    // On a busy machine, the checks take a second.
    expect(lines[2]).toMatch(/^ {2}Checking again every 5 min for up to (?:60 min|59 min \d+ s)\.$/)
    expect(lines.filter((line) => line.startsWith('More sites fail.'))).toHaveLength(1)
  })
})

const linux = onLinux(NEEDS_TERMINAL).describe

const ERASE = '\r\u001b[K'

/** The status lines, in the order in which each replaced the last one. Lines that stay end with a line break. */
const statusesIn = (output: string): readonly string[] =>
  output
    .split(ERASE)
    .slice(1)
    .filter((text) => text !== '' && !text.includes('\n'))

linux('on a terminal (only where util-linux is)', () => {
  test.each([40, 60, 80, 120])('the headline stays above a status line, at %d columns', async (columns) => {
    world = await startWorld({ fault: 'refused' })
    const program = startInTerminal(world, [...REFUSED, ...LONG_PAUSE], columns)
    await program.printed('origin-refused, certain')
    program.type('\u0003')
    const { stdout, code } = await program.ended
    expect(code).toBe(130)
    const statuses = statusesIn(stdout)
    expect(statuses[0]).toContain(`Checking ${SITE}`.slice(0, columns - 10))
    expect(statuses.at(-1)).toContain('✗ ')
    expect(statuses.at(-1)).toContain('origin-refused, certain')
    // With the `^C` that the terminal prints.
    expect(statuses.filter((text) => text.length >= columns)).toEqual([])
    const words = stripVTControlCharacters(stdout).replaceAll(/\s+/g, ' ')
    expect(words).toContain(`✗ ${HEADLINE} Confidence: certain.`)
    expect(words).toContain('Press Ctrl-C to stop and get the report so far.')
    expect(words).toContain(`Stopped after 1 check. So far: ${HEADLINE}`)
  })

  test('a slow first check shows how long it has taken', async () => {
    world = await startWorld({ fault: 'silent' })
    const program = startInTerminal(world, [SITE, '--origin', ORIGIN_ADDRESS], 60)
    await program.printed('… 2 s')
    program.type('\u0003')
    const { code } = await program.ended
    expect(code).toBe(130)
  })
})
