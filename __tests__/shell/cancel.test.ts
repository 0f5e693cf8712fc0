import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from '@jest/globals'
import { reportIn } from '../../lab/runner/read-report.ts'
import type { Report } from '../../src/report/schema-1/report.ts'
import { parseOutputs } from '../../lab/runner/run-action.ts'
import { HEAD_SHA, startWorld, type World } from '../../lab/world/world.ts'
import { ENTRY, start, type Ended, type Program } from '../support/program.ts'
import { NO_SIGNALS, onPosix } from '../support/platform.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

/** Sends the signal once the program has printed these words, and measures how long it takes to exit. */
async function interrupted(
  program: Program,
  words: string,
  signal: 'SIGTERM' | 'SIGINT',
): Promise<Ended & { readonly exitDelay: number }> {
  await program.printed(words)
  const sent = performance.now()
  program.signal(signal)
  const ended = await program.ended
  return { ...ended, exitDelay: performance.now() - sent }
}

const outputsOf = async ({ env }: World): Promise<Readonly<Record<string, string>>> =>
  parseOutputs(await readFile(env['GITHUB_OUTPUT'] ?? '', 'utf8'))

const reportOf = async ({ folder }: World): Promise<Report> =>
  reportIn(await readFile(join(folder, 'origin-gate', 'report.json'), 'utf8'))

/** Milliseconds. Three seconds are promised; a busy machine takes longer. What runs would go on for minutes. */
const MAX_EXIT_DELAY = 15_000

const LONG_WAIT = { timeout: '50s', wait: '5m' }

const posix = onPosix(NO_SIGNALS)

posix.describe('a cancelled job ends within three seconds and promotes nothing', () => {
  test.each([
    ['SIGTERM', 'healthy', 'before the first check', 'origin-gate '],
    ['SIGTERM', 'silent', 'while the origin sends no response', '::group::'],
    ['SIGINT', 'silent', 'while the origin sends no response', '::group::'],
    ['SIGTERM', 'refused', 'between two checks', 'next check in'],
    ['SIGTERM', 'healthy', 'within a streak', 'next check in'],
  ] as const)('%s on %s, %s', async (signal, fault, _, words) => {
    const here = (world = await startWorld({
      fault,
      inputs: { ...LONG_WAIT, interval: '1m', 'consecutive-successes': '100' },
    }))
    const { code, exitDelay } = await interrupted(start([], here.env), words, signal)
    const outputs = await outputsOf(here)
    expect(exitDelay).toBeLessThan(MAX_EXIT_DELAY)
    expect(outputs).toMatchObject({ promote: 'false', verdict: 'inconclusive', cause: '' })
    expect(code).toBe(1)
    expect(here.github.comments).toEqual([])
  })

  test.each([
    [
      'refused',
      'between two checks',
      'next check in',
      { verdict: 'unhealthy', cause: 'origin-refused', confidence: 'certain' },
      'Stopped after 1 check. So far: www.shop.example is down: the origin refuses connections',
      1,
    ],
    [
      'silent',
      'during the first check',
      '::group::',
      { verdict: 'inconclusive', cause: '', confidence: '' },
      'Stopped before the first check of www.shop.example finished',
      0,
    ],
  ] as const)('and reports what it knows: %s, %s', async (fault, _, words, known, title, checks) => {
    const here = (world = await startWorld({ fault, inputs: { ...LONG_WAIT, interval: '1m' } }))
    const { stdout } = await interrupted(start([], here.env), words, 'SIGTERM')
    const report = await reportOf(here)
    expect(report).toMatchObject({ verdict: 'inconclusive', promote: false, cause: '' })
    const [site] = report.sites
    expect(site).toMatchObject({ ...known, course: { ended: 'cancelled', looks: checks } })
    expect(report.notes).toEqual([{ id: 'cancelled', text: title }])
    expect(stdout).toContain(title)
    const summary = await readFile(here.env['GITHUB_STEP_SUMMARY'] ?? '', 'utf8')
    expect(summary.replaceAll('\\', '')).toContain(title)
    // With a cause, its steps follow.
    expect([summary, stdout].map((text) => /^ *1\. /m.test(text))).toEqual([checks > 0, checks > 0])
    expect(stdout).toMatch(/^::warning title=The run was cancelled before it was complete::Stopped /m)
    expect(await outputsOf(here)).toMatchObject({ report: join(here.folder, 'origin-gate', 'report.json') })
  })

  test('while a healthy site is watched', async () => {
    const here = (world = await startWorld({
      fault: 'healthy',
      inputs: { wait: '0s', watch: '5m', interval: '1m' },
    }))
    const { exitDelay } = await interrupted(start([], here.env), 'watching from now on', 'SIGTERM')
    expect(exitDelay).toBeLessThan(MAX_EXIT_DELAY)
    expect(await outputsOf(here)).toMatchObject({ promote: 'false', verdict: 'inconclusive' })
    expect((await reportOf(here)).sites[0]).toMatchObject({
      course: { ended: 'cancelled', looks: 1, failed: 0 },
    })
  })

  test('and leaves no check run and no deployment in progress', async () => {
    const deployments = [{ id: 3, sha: HEAD_SHA, environment: 'production', statuses: [] }]
    const here = (world = await startWorld({
      fault: 'refused',
      inputs: { ...LONG_WAIT, interval: '1m', 'check-run': 'true', 'deployment-status': 'true' },
      github: { deployments },
    }))
    const { exitDelay } = await interrupted(start([], here.env), 'next check in', 'SIGTERM')
    expect(exitDelay).toBeLessThan(MAX_EXIT_DELAY)
    expect(await outputsOf(here)).toMatchObject({ promote: 'false' })
    expect(here.github.checkRuns).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }])
    expect(here.github.deployments[0]?.statuses.map(({ state }) => state)).toEqual(['in_progress', 'error'])
  })

  test.each([
    ['no response', 'silence'],
    ['a response without an end', 'endless'],
  ] as const)('while GitHub sends %s', async (_, answer) => {
    const here = (world = await startWorld({
      fault: 'healthy',
      inputs: { wait: '0s', 'check-run': 'true', 'deployment-status': 'true' },
      github: { fault: () => answer },
    }))
    const { exitDelay } = await interrupted(start([], here.env), 'is healthy', 'SIGTERM')
    expect(exitDelay).toBeLessThan(MAX_EXIT_DELAY)
    expect(await outputsOf(here)).toMatchObject({ promote: 'false', verdict: 'inconclusive' })
    // The site was judged before the run was cancelled, so the report has both.
    const report = await reportOf(here)
    expect(report).toMatchObject({ promote: false, verdict: 'inconclusive', sites: [{ verdict: 'healthy' }] })
  })

  posix.test('while its output is not read (not on Windows: it has no mkfifo)', async () => {
    const here = (world = await startWorld({
      fault: 'healthy',
      inputs: { ...LONG_WAIT, 'check-run': 'true', 'consecutive-successes': '100' },
    }))
    const full = 'mkfifo full; exec 3<>full; head -c 65536 /dev/zero >&3; exec "$@" >&3'
    const child = spawn('bash', ['-c', full, 'bash', process.execPath, ENTRY], {
      cwd: here.folder,
      env: here.env,
      stdio: 'ignore',
      timeout: 60_000,
      killSignal: 'SIGKILL',
    })
    const closed = once(child, 'close')
    while (here.github.requests.length === 0 && child.exitCode === null) await pause(10)
    child.kill('SIGTERM')
    await closed
    expect([child.exitCode, await outputsOf(here)]).toMatchObject([1, { promote: 'false' }])
  })

  test('as a command', async () => {
    const here = (world = await startWorld({ fault: 'silent' }))
    const { ORIGIN_GATE_LAB = '', PATH = '', NODE_EXTRA_CA_CERTS = '' } = here.env
    const args = ['https://www.shop.example', '--origin', '203.0.113.10', '--timeout', '2s', '--wait', '5m']
    const program = start(args, { ORIGIN_GATE_LAB, PATH, NODE_EXTRA_CA_CERTS })
    const { code, stdout, exitDelay } = await interrupted(program, 'next check in', 'SIGTERM')
    expect(code).toBe(143)
    expect(stdout).toMatch(/Stopped after 1 check\. So far: .*\n(.*\n)* +Next steps/)
    expect(exitDelay).toBeLessThan(MAX_EXIT_DELAY)
  })
})
