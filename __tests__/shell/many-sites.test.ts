import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { HEALTHY } from '../../lab/scenarios/scenario.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import type { Report } from '../../src/domain/report.ts'
import { command, start } from '../support/program.ts'
import { ORIGIN_SPELLINGS } from '../support/traces.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

const SITES = 1000
const BROKEN = [3, 170, 356, 491, 620, 766, 999]
/** Milliseconds. A machine that does other work takes more than one for each of them. */
const PATIENCE = 300_000

/** The origin answers 502 for seven of its pages. */
async function staged(inputs: Readonly<Record<string, string>> = {}): Promise<World> {
  world = await startWorld({
    scenario: {
      id: 'partly-down',
      sentence: 'seven of the pages of the origin are broken',
      // On a busy machine the edge may wait long for its origin, too.
      setup: { origin: 'partly-down', limits: { connect: 20_000, read: 20_000 } },
      inputs: {},
      curl: { edge: 200, direct: 200 },
      expected: HEALTHY,
    },
    // On a busy machine many handshakes take their time.
    inputs: { url: '', config: 'sites.yml', wait: '0s', timeout: '20s', report: 'report.json', ...inputs },
  })
  const urls = Array.from(
    { length: SITES },
    (_, index) => `https://www.shop.example/${BROKEN.includes(index) ? 'broken' : 'p'}/${index}`,
  )
  await writeFile(
    join(world.folder, 'sites.yml'),
    `sites:\n${urls.map((url) => `  - url: ${url}\n`).join('')}`,
  )
  return world
}

test(
  'of many sites the broken ones are told in full, and the healthy ones in a line',
  async () => {
    const here = await staged()
    const { code, stdout } = await start([], here.env, here.folder, PATIENCE).ended
    expect(code).toBe(1)
    const report: Report = JSON.parse(await readFile(join(here.folder, 'report.json'), 'utf8'))
    expect([report.verdict, report.promote, report.cause, report.sites.length]).toEqual([
      'unhealthy',
      false,
      'origin-app-down',
      SITES,
    ])
    const failing = report.sites.filter(({ verdict }) => verdict === 'unhealthy')
    expect(new Set(failing.map(({ url }) => url))).toEqual(
      new Set(BROKEN.map((index) => `https://www.shop.example/broken/${index}`)),
    )
    const [comment = ''] = here.github.comments.map(({ body }) => body)
    expect(comment).toContain('7 of 1000 sites are not healthy')
    for (const index of BROKEN) expect(comment).toContain(`/broken/${index}`)
    expect(comment).toContain('993 healthy sites')
    expect(comment.length).toBeLessThan(65_536)
    // Sums, and no line for each look.
    expect(stdout).toContain('1000 of 1000 sites done: 993 healthy, 7 not · 1000 looks')
    expect(stdout).not.toMatch(/through Cloudflare 200 .* · directly/)
    for (const spelling of ORIGIN_SPELLINGS) expect(comment).not.toMatch(spelling)
  },
  PATIENCE,
)

test('the command takes the file too, and tells what is wrong with it', async () => {
  const here = await staged()
  const path = join(here.folder, 'sites.yml')
  await writeFile(path, 'sites:\n  - url: https://www.shop.example/\n    orgin: 203.0.113.10\n')
  const ended = await command(here, ['--config', path])
  expect([ended.code, ended.stderr]).toEqual([
    2,
    '`config`, line 3, column 5: `orgin` is no key of a site. The keys are named as the inputs; `origin` was probably meant.\n' +
      'Nothing was checked. See `origin-gate --help`.\n',
  ])
})
