import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect } from '@jest/globals'
import { reportIn } from '../../../lab/runner/read-report.ts'
import { ORIGIN_ADDRESS, SITE } from '../../../lab/world/internet.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { ORIGIN_SPELLINGS } from '../../support/leaks.ts'
import { command, startCommand, startInTerminal, type Ended } from '../../support/program.ts'
import { NEEDS_TERMINAL, NO_SIGNALS, onLinux, onPosix } from '../../support/platform.ts'

const posix = onPosix(NO_SIGNALS).test

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

const CHECK = [SITE, '--origin', ORIGIN_ADDRESS]
const LONG_PAUSE = ['--wait', '1h', '--interval', '5m']
const SHORT_PAUSE = ['--wait', '1h', '--interval', '500ms']

const HEADLINE = 'www.shop.example is down: the origin refuses connections'

interface Stop {
  readonly args: readonly string[]
  /** The signal is sent once this is printed so often. */
  readonly after: string
  readonly times?: number
  readonly signal?: 'SIGINT' | 'SIGTERM'
}

async function stop(here: World, { args, after, times = 1, signal = 'SIGINT' }: Stop): Promise<Ended> {
  const program = startCommand(here, [...CHECK, ...args])
  await program.printed(after, times)
  program.signal(signal)
  const ended = await program.ended
  for (const spelling of ORIGIN_SPELLINGS) expect(ended.stdout + ended.stderr).not.toMatch(spelling)
  return ended
}

const anyTime = (text: string): string =>
  text.replaceAll(/\d\d:\d\d:\d\d/g, 'TIME').replaceAll(/[\d.]+ (?:ms|s)\b/g, 'N')

describe('after a signal, the command prints what it knows', () => {
  posix.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s after the first check', async (signal, expected) => {
    world = await startWorld({ fault: 'refused' })
    const { code, stdout } = await stop(world, { args: LONG_PAUSE, after: 'next check in', signal })
    expect(anyTime(stdout).split('\n').slice(0, 10)).toEqual([
      `✗ Stopped after 1 check. So far: ${HEADLINE}`,
      '  Visitors get 521 from Cloudflare. A direct request fails because the origin refuses the connection',
      '  on port 443. The run was stopped before its verdict was final.',
      '  visitor → DNS ✓ → Cloudflare SJC ✓ → origin ✗ connection refused → application ?',
      '',
      '  Confidence  certain. Cloudflare (521) and this runner were both refused.',
      '  Failed at   TIME UTC, one check',
      '',
      '  Next steps (easy):',
      expect.stringMatching(/^ {2}1\. /),
    ])
    expect(code).toBe(expected)
  })

  posix('after the third check', async () => {
    world = await startWorld({ fault: 'refused' })
    const { code, stdout } = await stop(world, { args: SHORT_PAUSE, after: 'next check in', times: 3 })
    const [, checks] = /^✗ Stopped after (\d+) checks\. So far: /.exec(stdout) ?? []
    expect(Number(checks)).toBeGreaterThanOrEqual(3)
    expect(stdout).toMatch(/ {2}Failing since +\S+ UTC or earlier, (\d+) of \1 checks over .* ✗✗✗/)
    expect(code).toBe(130)
  })

  posix('of a site that is not healthy for long enough yet', async () => {
    world = await startWorld({ fault: 'healthy' })
    const args = ['--wait', '1m', '--consecutive-successes', '100']
    const { code, stdout } = await stop(world, { args, after: '1 of 100 in a row' })
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(
      /^\? Stopped after \d+ checks?\. www\.shop\.example is healthy so far \(\d+ of 100 checks in a row\): 200 through /,
    )
    expect(code).toBe(130)
  })

  posix('during the first check, with what that had seen', async () => {
    world = await startWorld({ fault: 'silent' })
    const { code, stdout } = await stop(world, { args: [], after: 'still waiting for a response' })
    expect(anyTime(stdout)).toBe(
      [
        '? Stopped before the first check of www.shop.example finished',
        '  At that time, Cloudflare had returned 524 and the origin had sent no complete response for N.',
        '',
        '',
      ].join('\n'),
    )
    expect(code).toBe(130)
  })

  posix('of several sites', async () => {
    world = await startWorld({ fault: 'refused' })
    const program = startCommand(world, [
      `${SITE}\n${SITE}a\n${SITE}b`,
      '--origin',
      ORIGIN_ADDRESS,
      ...LONG_PAUSE,
    ])
    await program.printed('next check in', 3)
    program.signal('SIGINT')
    const { code, stdout } = await program.ended
    expect(stdout).toMatch(
      /^\? Stopped after 3 checks of 3 sites\. So far: 3 unhealthy\n\n✗ www\.shop\.example/,
    )
    expect(code).toBe(130)
  })
})

describe('after a signal, the command writes every report', () => {
  posix('`--format json` prints one complete document', async () => {
    world = await startWorld({ fault: 'refused' })
    const args = [...LONG_PAUSE, '--format', 'json']
    const { code, stdout } = await stop(world, { args, after: 'next check in' })
    expect(reportIn(stdout)).toMatchObject({
      verdict: 'inconclusive',
      promote: false,
      cause: '',
      notes: [{ id: 'cancelled', text: `Stopped after 1 check. So far: ${HEADLINE}` }],
      sites: [{ verdict: 'unhealthy', cause: 'origin-refused', confidence: 'certain', headline: HEADLINE }],
    })
    expect(code).toBe(130)
  })

  posix.each([
    ['after a check', 'refused', LONG_PAUSE, 'next check in', 1],
    ['after several checks', 'refused', SHORT_PAUSE, 'next check in', 3],
    ['within a streak', 'healthy', ['--wait', '1m', '--consecutive-successes', '100'], 'in a row · next', 1],
    ['while it is watched', 'healthy', ['--watch', '1h', '--interval', '5m'], 'watching from now on', 1],
    ['during the first check', 'silent', [], 'Checking https', 1],
  ] as const)('a recording that replays to the same report, %s', async (_, fault, args, after, times) => {
    const here = (world = await startWorld({ fault }))
    const [report, junit, record] = (['report', 'junit', 'record'] as const).map((name) =>
      join(here.folder, `stopped-${name}`),
    )
    const paths = ['--report', report ?? '', '--junit', junit ?? '', '--record', record ?? '']
    const { code } = await stop(here, { args: [...args, ...paths], after, times })
    expect(code).toBe(130)
    const written = reportIn(await readFile(report ?? '', 'utf8'))
    expect(written).toMatchObject({ verdict: 'inconclusive', promote: false })
    expect(await readFile(junit ?? '', 'utf8')).toMatch(/<skipped message="Stopped (?:after|before) /)
    const again = await command(here, ['--replay', record ?? '', '--format', 'json'])
    expect(reportIn(again.stdout)).toEqual(written)
    expect(again.code).toBe(3)
    const recording = await readFile(record ?? '', 'utf8')
    for (const spelling of ORIGIN_SPELLINGS) expect(recording).not.toMatch(spelling)
  })
})

const linux = onLinux(NEEDS_TERMINAL).test

linux('a second Ctrl-C ends the command at once (only where util-linux is)', async () => {
  world = await startWorld({ fault: 'refused' })
  const program = startInTerminal(world, [...CHECK, ...LONG_PAUSE], 80)
  await program.printed('Press Ctrl-C')
  program.type('\u0003\u0003')
  // Whether the report is printed before the second one arrives is a matter of milliseconds.
  expect((await program.ended).code).toBe(130)
})
