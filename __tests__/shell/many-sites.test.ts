import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from '@jest/globals'
import { HEALTHY } from '../../lab/scenarios/scenario.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { reportIn } from '../../lab/runner/read-report.ts'
import { command, start } from '../support/program.ts'
import { repetitions } from '../support/effort.ts'
import { ORIGIN_SPELLINGS } from '../support/leaks.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

const SITES = Math.max(250, repetitions(1000))
/** Their indexes, with the last one. */
const BROKEN = [3, 42, 89, 122, 155, 191, SITES - 1]
/** Milliseconds. A busy machine is slow with this many sites. */
const TIMEOUT = 300_000

/** The origin responds 502 on seven of its pages. */
async function worldWith(inputs: Readonly<Record<string, string>> = {}): Promise<World> {
  world = await startWorld({
    scenario: {
      id: 'partly-down',
      sentence: 'seven of the pages of the origin are broken',
      // On a busy machine the edge may wait longer for its origin.
      setup: { origin: 'partly-down', limits: { connect: 20_000, read: 20_000 } },
      inputs: {},
      curl: { edge: 200, direct: 200 },
      expected: HEALTHY,
    },
    // On a busy machine, many handshakes at once are slow.
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
  'of many sites, failing ones are reported in full and healthy ones in one line',
  async () => {
    const here = await worldWith({ html: 'page.html' })
    const { code, stdout } = await start([], here.env, here.folder, TIMEOUT).ended
    expect(code).toBe(1)
    const report = reportIn(await readFile(join(here.folder, 'report.json'), 'utf8'))
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
    expect(comment).toContain(`7 of ${SITES} sites are unhealthy`)
    for (const index of BROKEN) expect(comment).toContain(`/broken/${index}`)
    expect(comment).toContain(`${SITES - 7} healthy sites`)
    expect(comment.length).toBeLessThan(65_536)
    // Summaries, not one line per check.
    expect(stdout).toContain(
      `${SITES} of ${SITES} sites done: ${SITES - 7} healthy, 7 unhealthy · ${SITES} checks`,
    )
    expect(stdout).not.toMatch(/through Cloudflare 200 .* · direct/)
    for (const spelling of ORIGIN_SPELLINGS) expect(comment).not.toMatch(spelling)
    // The page has all sites, and the raw responses of those that fail.
    const page = await readFile(join(here.folder, 'page.html'), 'utf8')
    expect(page).toContain(`${SITES} sites`)
    expect(page.match(/<summary>Direct response/g)?.length).toBe(BROKEN.length)
    expect(page.match(/<summary>Response through Cloudflare/g)?.length).toBe(BROKEN.length)
    for (const spelling of ORIGIN_SPELLINGS) expect(page).not.toMatch(spelling)
  },
  TIMEOUT,
)

test('the command also reads the file, and reports what is wrong with it', async () => {
  const here = await worldWith()
  const path = join(here.folder, 'sites.yml')
  await writeFile(path, 'sites:\n  - url: https://www.shop.example/\n    orgin: 203.0.113.10\n')
  const ended = await command(here, ['--config', path])
  expect([ended.code, ended.stderr]).toEqual([
    2,
    '`--config`, line 3, column 5: `orgin` is not a known key of a site. The keys have the names of the inputs. Did you mean `origin`?\n' +
      'Nothing was checked. See `origin-gate --help`.\n',
  ])
})
