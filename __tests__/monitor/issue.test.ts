/** The step of the monitor that writes an issue, with a report whose text a hostile site could influence. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startGithub, type LabGithub } from '../../lab/github/server.ts'
import { jobOf } from './user.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

const isHere = ['gh', 'jq', 'bash'].every((name) => spawnSync(name, ['--version']).status === 0)
const describeHere = onLinux(NEEDS_PROGRAMS, isHere ? undefined : 'gh, jq or bash is missing').describe

let github: LabGithub
let folder = ''
beforeEach(async () => {
  github = await startGithub({ permissions: { issues: 'write' } })
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-issue-'))
})
afterEach(async () => {
  await github.close()
  await rm(folder, { recursive: true, force: true })
})

/** Runs the script of the step as GitHub's runner does. */
async function runStep(report: unknown): Promise<void> {
  const { steps } = jobOf('examples/monitor.yml')
  const { run = '' } = steps.find(({ name }) => name === 'Open, update or close the issue') ?? {}
  await writeFile(join(folder, 'origin-gate.json'), JSON.stringify(report))
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      // gh uses plain HTTP for this host, here through the lab's server as its proxy.
      GH_HOST: 'github.localhost',
      http_proxy: github.url,
      GH_TOKEN: 'lab-token',
      GITHUB_REPOSITORY: 'octo/site',
      VERDICT: 'unhealthy',
      MARKER: '<!-- origin-gate monitor 0123 -->',
      COMMENT: '',
      RUN: 'https://github.test/octo/site/actions/runs/1',
    },
  })
  const closed = once(child, 'close')
  const [errors] = await Promise.all([text(child.stderr), closed])
  expect({ code: child.exitCode, errors }).toEqual({ code: 0, errors: '' })
}

const site = (headline: string, summary: string | undefined): unknown => ({
  host: 'www.shop.example',
  verdict: 'unhealthy',
  headline,
  docs: 'https://github.com/origin-gate/origin-gate/blob/v1/docs/causes/unexplained.md',
  remedy: summary === undefined ? null : { summary },
})

const report = (...sites: readonly unknown[]): unknown => ({
  at: '2026-11-29T21:34:44.123Z',
  cause: 'unexplained',
  sites,
  history: [
    { at: '2026-11-29T20:49:44.000Z', verdict: 'unhealthy' },
    { at: '2026-11-29T21:04:44.000Z', verdict: 'healthy' },
    { at: '2026-11-29T21:19:44.000Z', verdict: 'unhealthy' },
    { at: '2026-11-29T21:29:44.000Z', verdict: 'inconclusive' },
    { at: '2026-11-29T21:34:44.123Z', verdict: 'unhealthy' },
  ],
})

describeHere('the issue (needs bash, gh and jq)', () => {
  test('has the text of the report in a block that it cannot end', async () => {
    const hostile = 'down: `x`\r\n```\n@octocat ![x](https://evil.example/x) <img src=x> $(id) `id` "; id #'
    await runStep(
      report(site(hostile, hostile), site('second is down', undefined), {
        ...Object(site('third', '')),
        verdict: 'healthy',
      }),
    )
    const line = 'down: x@octocat ![x](https://evil.example/x) <img src=x> $(id) id "; id #'
    expect(github.issues).toMatchObject([
      {
        title: 'Outage: www.shop.example',
        state: 'open',
        body: [
          '<!-- origin-gate monitor 0123 -->',
          'Unhealthy since 2026-11-29 21:19 UTC. Last check: 2026-11-29 21:34 UTC, [run](https://github.test/octo/site/actions/runs/1).',
          '',
          '```text',
          line,
          `  ${line}`,
          'second is down',
          '```',
          '',
          '[About `unexplained`](https://github.com/origin-gate/origin-gate/blob/v1/docs/causes/unexplained.md). The monitor updates this text, and closes the issue after the outage.',
        ].join('\n'),
      },
    ])
  })

  test('stays within the limits of GitHub, however much the report has', async () => {
    await runStep(report(...Array.from({ length: 2000 }, () => site('x'.repeat(5000), 'y'.repeat(5000)))))
    expect(github.issues[0]?.body?.length).toBeLessThan(10_000)
  })
})
