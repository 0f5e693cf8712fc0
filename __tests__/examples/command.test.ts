/** The examples with the command, run as their machines do: against the lab, with the built program. */
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { ORIGIN_ADDRESS, SITE } from '../../lab/world/internet.ts'
import { completeSetup } from '../../lab/world/setup.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { ENTRY } from '../support/program.ts'
import { describeWith } from '../workflows/describe-with.ts'
import { programs } from '../workflows/tools.ts'
import { emptyShell, SHELL, type ShellRun } from './shell.ts'
import { ROOT, STRICT } from '../support/workflow.ts'

/** `--wait` of the examples is minutes. Nothing repairs this by itself, so the check ends at once. */
const DOWN = { certificate: 'expired' } as const

const HEALTHY = /^✓ www\.shop\.example is healthy/m
const EXPIRED = /^✗ www\.shop\.example is down: the certificate has expired$/m

interface GitlabJob {
  readonly script: readonly string[]
  readonly allow_failure?: { readonly exit_codes: number }
  readonly artifacts?: { readonly paths: readonly string[]; readonly reports: { readonly junit: string } }
}

const shell = emptyShell()
let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'healthy' })
})
afterAll(() => world.close())
afterEach(() => world.repair())

/** Runs a script in the lab's network. */
const run = (args: readonly string[], own: Readonly<Record<string, string>>): Promise<ShellRun> =>
  shell.run(
    ['sh', ...args],
    {
      PATH: world.env['PATH'],
      ORIGIN_GATE_LAB: world.env['ORIGIN_GATE_LAB'],
      NODE_EXTRA_CA_CERTS: world.env['NODE_EXTRA_CA_CERTS'],
      ORIGIN_GATE_ORIGIN: ORIGIN_ADDRESS,
      ORIGIN_GATE_TIMEOUT: '2s',
    },
    own,
  )

const PROGRAM = `exec '${process.execPath}' '${ENTRY}' "$@"`
const REAL = { 'origin-gate': PROGRAM }
/** In place of the command: prints something, and ends with a code. */
const ending = (code: number) => ({ 'origin-gate': `echo "code ${code}"\nexit ${code}` })

const example = (name: string): Promise<string> => readFile(join(ROOT, 'examples', name), 'utf8')

async function gitlabJob(): Promise<GitlabJob | undefined> {
  const jobs: Readonly<Record<string, GitlabJob>> = parse(await example('gitlab-ci.yml'), STRICT)
  return jobs['origin-gate']
}

/** Runs the job's own lines for the lab's site. `npx` starts the built program. */
async function runJob(): Promise<ShellRun> {
  const { script = [] } = (await gitlabJob()) ?? {}
  const npx = `[ "$1 $2" = '--yes origin-gate@1' ] || exit 99\nshift 2\n${PROGRAM}`
  return run(['-e', '-c', script.join('\n').replaceAll('https://www.example.com/', SITE)], { npx })
}

const CRON = join(ROOT, 'examples', 'cron.sh')
const STATE = '.local/state/origin-gate'

describeWith(SHELL, await programs('flock'))('the script for cron', () => {
  test('prints a report when an outage begins and when it is over, and nothing in between', async () => {
    const silent = { code: 0, stdout: '', stderr: '' }
    expect(await run([CRON, SITE], REAL)).toEqual(silent)
    await world.internet.apply(completeSetup(DOWN))
    expect(await run([CRON, SITE], REAL)).toEqual({
      code: 0,
      stdout: expect.stringMatching(EXPIRED),
      stderr: '',
    })
    expect(await run([CRON, SITE], REAL)).toEqual(silent)
    await world.repair()
    const over = { code: 0, stdout: expect.stringMatching(HEALTHY), stderr: '' }
    expect(await run([CRON, SITE], REAL)).toEqual(over)
    const report: { readonly history: readonly { readonly verdict: string }[] } = JSON.parse(
      await readFile(shell.path(STATE, 'last.json'), 'utf8'),
    )
    expect(report.history.map(({ verdict }) => verdict)).toEqual([
      'healthy',
      'unhealthy',
      'unhealthy',
      'healthy',
    ])
  })

  test('an inconclusive check changes nothing, and a wrong flag is reported each time', async () => {
    expect(await run([CRON, SITE], ending(1))).toEqual({ code: 0, stdout: 'code 1\n', stderr: '' })
    expect(await run([CRON, SITE], ending(3))).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await run([CRON, SITE], ending(1))).toEqual({ code: 0, stdout: '', stderr: '' })
    for (const _ of [1, 2])
      expect(await run([CRON, SITE], ending(2))).toEqual({ code: 2, stdout: 'code 2\n', stderr: '' })
    expect(await run([CRON, SITE], ending(0))).toEqual({ code: 0, stdout: 'code 0\n', stderr: '' })
  })

  test('checks nothing while another check runs', async () => {
    await mkdir(shell.path(STATE), { recursive: true })
    const held = `flock "$HOME/${STATE}/lock" sh '${CRON}' '${SITE}'`
    expect(await run(['-c', held], ending(1))).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(await readdir(shell.path(STATE))).toEqual(['lock'])
  })
})

describeWith(SHELL)('the job for GitLab', () => {
  test('passes for a healthy site, and fails for a broken one with the reports that GitLab shows', async () => {
    const healthy = await runJob()
    expect(healthy).toMatchObject({ code: 0, stdout: expect.stringMatching(HEALTHY) })
    await world.internet.apply(completeSetup(DOWN))
    const { code, stdout, stderr } = await runJob()
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(EXPIRED) })
    const junit = await readFile(shell.path('junit.xml'), 'utf8')
    const html = await readFile(shell.path('report.html'), 'utf8')
    expect(junit).toContain('<failure')
    for (const written of [stdout, stderr, junit, html]) expect(written).not.toContain(ORIGIN_ADDRESS)
  })

  test('keeps the files that its script writes, and lets only an inconclusive check pass', async () => {
    const { artifacts, allow_failure: allowed } = (await gitlabJob()) ?? {}
    expect([artifacts?.paths, artifacts?.reports.junit]).toEqual([['report.html'], 'junit.xml'])
    expect(allowed).toEqual({ exit_codes: 3 })
  })
})

test('the service runs the script where docs/recipes.md puts it, and the timer as often as cron', async () => {
  expect(await example('origin-gate.service')).toContain('ExecStart=/usr/local/bin/check-site https://')
  expect(await example('cron.sh')).toContain('/usr/local/bin/check-site https://')
  expect(await readFile(join(ROOT, 'docs', 'recipes.md'), 'utf8')).toContain('`/usr/local/bin/check-site`')
  expect([await example('origin-gate.timer'), await example('cron.sh')]).toEqual([
    expect.stringContaining('OnCalendar=*:0/15\n'),
    expect.stringContaining('*/15 * * * *'),
  ])
})
