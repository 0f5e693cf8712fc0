import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { requestThroughLab } from '../../lab/http/client.ts'
import { differences } from '../../lab/runner/expectation.ts'
import { ORIGIN_ADDRESS, SITE } from '../../lab/world/internet.ts'
import type { LabFile } from '../../lab/network/routes.ts'
import { parseOutputs, runAction } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { RENDERERS } from '../../src/report/render/index.ts'
import { storyOf } from '../report/stories.ts'

let world: World
beforeEach(async () => {
  world = await startWorld({ fault: 'refused', inputs: { wait: '0s', 'expected-status': '200, 204' } })
})
afterEach(() => world.close())

const readLabFile = async (path: string | undefined): Promise<LabFile> =>
  JSON.parse(await readFile(path ?? '', 'utf8'))

describe('a world', () => {
  test('passes inputs to the Action as the runner does', () => {
    expect(world.env).toMatchObject({
      INPUT_URL: SITE,
      INPUT_ORIGIN: ORIGIN_ADDRESS,
      INPUT_WAIT: '0s',
      'INPUT_EXPECTED-STATUS': '200, 204',
      INPUT_COMMENT: 'always',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: world.github.url,
    })
  })

  test('has a lab file for the broken setup, and for the default setup after the repair', async () => {
    const path = world.env['ORIGIN_GATE_LAB']
    expect((await requestThroughLab(await readLabFile(path), { url: SITE, limit: 1000 })).status).toBe(521)
    await world.repair()
    expect((await requestThroughLab(await readLabFile(path), { url: SITE, limit: 1000 })).status).toBe(200)
  })

  test('has an event with the pull request', async () => {
    const event: unknown = JSON.parse(await readFile(world.env['GITHUB_EVENT_PATH'] ?? '', 'utf8'))
    expect(event).toMatchObject({ number: 7, pull_request: { number: 7, head: { sha: expect.any(String) } } })
  })
})

describe('a run', () => {
  const STAND_IN = `
    import { appendFileSync, writeFileSync } from 'node:fs'
    import { join } from 'node:path'
    const { env } = process
    const report = join(env.RUNNER_TEMP, 'report.json')
    writeFileSync(report, ${JSON.stringify(RENDERERS.json(storyOf('healthy')))})
    appendFileSync(env.GITHUB_OUTPUT, 'verdict<<END\\nunhealthy\\nEND\\nreport=' + report + '\\n')
    appendFileSync(env.GITHUB_STEP_SUMMARY, '### down')
    console.log(Object.keys(env).filter((name) => /^(JEST|npm_)/.test(name)).length, env.GITHUB_RUN_ID)
    console.error('careful')
    process.exit(1)
  `

  test('gets only the environment of the world, and collects everything it wrote', async () => {
    const entry = join(world.folder, 'stand-in.mjs')
    await writeFile(entry, STAND_IN)
    const first = await runAction(world, { entry })
    const second = await runAction(world, { entry })
    expect(first).toMatchObject({
      code: 1,
      stderr: 'careful\n',
      outputs: { verdict: 'unhealthy' },
      summary: '### down',
      report: { schema: 1 },
      comments: [],
    })
    const [foreignVariables, runId] = first.stdout.trim().split(' ')
    expect(foreignVariables).toBe('0')
    expect(second.stdout.trim()).toBe(`0 ${Number(runId) + 1}`)
    expect(second.summary).toBe('### down')
    expect(differences(world.scenario.expected, first)).toEqual([
      'promote is "", expected "false"',
      'cause is "", expected "origin-refused"',
      'category is "", expected "origin"',
      'confidence is "", expected "certain"',
    ])
  })

  test('is killed if it does not end', async () => {
    const entry = join(world.folder, 'endless.mjs')
    await writeFile(entry, 'setInterval(() => {}, 1000)')
    expect((await runAction(world, { entry, limit: 300 })).code).toBeNull()
  })

  test('may write outputs in both notations; the last value wins', () => {
    expect(parseOutputs('a=1\nb<<X\none\n\ntwo=2\nX\na=3\nempty=\nc<<Y\nY\n')).toEqual({
      a: '3',
      b: 'one\n\ntwo=2',
      empty: '',
      c: '',
    })
  })
})
