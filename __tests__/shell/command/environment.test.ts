import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { reportIn } from '../../../lab/runner/read-report.ts'
import { ORIGIN_ADDRESS, SITE } from '../../../lab/world/internet.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { COMMAND_ROWS, environmentName } from '../../../src/config/command/rows.ts'
import { ORIGIN_SPELLINGS } from '../../support/leaks.ts'
import { CHECK, run } from './support.ts'

const BELOW_A_FILE = join(import.meta.filename, 'x')

let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'refused' })
})
afterAll(() => world.close())

const SECRET = 'hunter2-Correct-Horse'

describe('an environment variable', () => {
  test('sets any flag: the URL, the origin, lists, switches and what is printed', async () => {
    const { code, stdout, stderr } = await run(world, [], {
      env: {
        ORIGIN_GATE_URL: 'www.shop.example',
        ORIGIN_GATE_ORIGIN: ORIGIN_ADDRESS,
        ORIGIN_GATE_TIMEOUT: '2s',
        ORIGIN_GATE_FAIL_ON: 'never',
        ORIGIN_GATE_FORMAT: 'json',
        ORIGIN_GATE_QUIET: '1',
      },
    })
    expect([code, stderr]).toEqual([0, ''])
    expect(reportIn(stdout)).toMatchObject({ cause: 'origin-refused' })
    for (const spelling of ORIGIN_SPELLINGS) expect(stdout).not.toMatch(spelling)
  })

  test('can show the origin', async () => {
    const env = { ORIGIN_GATE_SHOW_ORIGIN: 'true', ORIGIN_GATE_ORIGIN: ORIGIN_ADDRESS }
    const { stdout } = await run(world, [SITE, '--format', 'json'], { env })
    expect(stdout).toContain(ORIGIN_ADDRESS)
  })

  test('gives way to a flag, and an empty flag unsets it', async () => {
    const env = {
      ORIGIN_GATE_FAIL_ON: 'never',
      ORIGIN_GATE_WAIT: 'soon',
      ORIGIN_GATE_URL: 'https://other.example',
    }
    const flags = [SITE, '--wait', '0s', '--origin', ORIGIN_ADDRESS]
    const one = await run(world, [...flags, '--fail-on', 'unhealthy'], { env })
    expect([one.code, one.stdout.split(' ', 2)[1]]).toEqual([1, 'www.shop.example'])
    const other = await run(world, [...flags, '--fail-on='], { env })
    expect(other.code).toBe(1)
  })

  test('that is empty is not set', async () => {
    const { code } = await run(world, [SITE, '--origin', ORIGIN_ADDRESS], {
      env: { ORIGIN_GATE_WAIT: '', ORIGIN_GATE_FAIL_ON: ' ', CLOUDFLARE_API_TOKEN: '' },
    })
    expect(code).toBe(1)
  })

  // Two of them need another one to be valid, or name files.
  test('is named by the problem of its value, for every flag', async () => {
    const values: Readonly<Record<string, string>> = {
      url: 'http//x',
      origin: 'a b',
      'origin-host': 'a b',
      'origin-sni': 'a b',
      'origin-proxy-command': 'ssh "',
      'origin-ca': '/nowhere.pem',
      'origin-client-cert': '/nowhere.pem',
      'origin-client-key': '/nowhere.pem',
      'ssl-mode': 'x',
      method: 'PUT',
      headers: 'x',
      'access-client-id': 'a b',
      'access-client-secret': 'a b',
      'expected-status': 'x',
      'expected-body': '/(/',
      'expected-header': 'x',
      resolvers: 'x',
      'vantage-points': '3',
      'globalping-token': 'a b',
      'cloudflare-api-token': 'a b',
      'cloudflare-zone-id': 'x',
      report: BELOW_A_FILE,
      junit: BELOW_A_FILE,
      html: BELOW_A_FILE,
      badge: BELOW_A_FILE,
      record: BELOW_A_FILE,
      config: '/nowhere.yml',
    }
    const rows = COMMAND_ROWS.map(({ name }) => name).filter((name) => !['baseline', 'replay'].includes(name))
    const env = Object.fromEntries(rows.map((name) => [environmentName(name), values[name] ?? 'x'] as const))
    const { code, stdout, stderr } = await run(world, [], { env })
    expect([code, stdout]).toEqual([2, ''])
    const lines = stderr.split('\n')
    // Paths are checked once the output is known.
    const without = ['report', 'junit', 'html', 'badge', 'record']
    for (const name of rows.filter((name) => !without.includes(name)))
      expect(lines).toContainEqual(expect.stringContaining(`\`${environmentName(name)}\``))
    const paths = Object.fromEntries(without.map((name) => [environmentName(name), BELOW_A_FILE] as const))
    const second = await run(world, [SITE], { env: paths })
    expect(second.code).toBe(2)
    for (const name of ['REPORT', 'JUNIT', 'BADGE', 'RECORD'])
      expect(second.stderr).toContain(`\`ORIGIN_GATE_${name}\`: `)
  })

  test('that no flag has is a note with the nearest name, without its value', async () => {
    const { code, stderr } = await run(world, [SITE, '--origin', ORIGIN_ADDRESS], {
      env: {
        ORIGIN_GATE_ORGIN: SECRET,
        ORIGIN_GATE_COMMENT: 'never',
        ORIGIN_GATE_DEBUG: '',
        ORIGIN_GATE_TEST_EFFORT: '1',
      },
    })
    expect(code).toBe(1)
    expect(stderr.split('\n').filter((line) => line.startsWith('Note: '))).toEqual([
      'Note: `ORIGIN_GATE_COMMENT` has no effect, because its input works only in the Action.',
      'Note: `ORIGIN_GATE_ORGIN` has no effect, because no flag has this name. Did you mean `ORIGIN_GATE_ORIGIN`?',
    ])
    expect(stderr).not.toContain(SECRET)
  })
})

describe('a variable of another tool', () => {
  test('is used, and a note names it', async () => {
    const { code, stdout, stderr } = await run(world, [SITE], {
      env: {
        CLOUDFLARE_API_TOKEN: SECRET,
        CF_ACCESS_CLIENT_ID: 'abc.access',
        CF_ACCESS_CLIENT_SECRET: `${SECRET}2`,
      },
    })
    expect(code).toBe(1)
    expect(stderr).toContain(
      "Note: Reading the zone with `CLOUDFLARE_API_TOKEN`. To check without it, add `--cloudflare-api-token ''`.",
    )
    expect(stderr).toContain(
      'Note: Sending the Access credentials in `CF_ACCESS_CLIENT_ID` and `CF_ACCESS_CLIENT_SECRET` to Cloudflare.',
    )
    expect(stdout + stderr).not.toContain(SECRET)
    // What the token doesn't give is a line, never a failure.
    expect(stdout).toContain('The zone could not be read:')
  })

  test('gives way to ORIGIN_GATE_… and a flag, and an empty flag unsets it', async () => {
    const bad = { CLOUDFLARE_API_TOKEN: 'not one token', ORIGIN_GATE_CLOUDFLARE_API_TOKEN: 'Bearer x' }
    const ours = await run(world, [SITE], { env: bad })
    expect([ours.code, ours.stdout]).toEqual([2, ''])
    expect(ours.stderr).toContain('`ORIGIN_GATE_CLOUDFLARE_API_TOKEN` ')
    expect(ours.stderr).not.toContain('`CLOUDFLARE_API_TOKEN`')
    const theirs = await run(world, [SITE], { env: { CLOUDFLARE_API_TOKEN: 'not one token' } })
    expect(theirs.stderr).toContain('`CLOUDFLARE_API_TOKEN` ')
    expect(theirs.stderr).not.toContain('not one token')
    const unset = await run(world, [SITE, '--cloudflare-api-token', ''], { env: bad })
    expect(unset.code).toBe(1)
    expect(unset.stderr).not.toContain('Note: ')
  })

  test('has no effect on a replay', async () => {
    await run(world, [SITE, '--record', 'run.json'])
    const env = { CLOUDFLARE_API_TOKEN: 'not one token' }
    const { code, stderr } = await run(world, ['--replay', 'run.json'], { env })
    expect([code, stderr]).toEqual([1, ''])
  })

  test('has no effect without its other half', async () => {
    const { code, stderr } = await run(world, [SITE], { env: { CF_ACCESS_CLIENT_ID: 'abc.access' } })
    expect(code).toBe(1)
    expect(stderr).not.toContain('CF_ACCESS')
  })
})

describe('a secret on the command line', () => {
  test.each<[readonly string[], string]>([
    [
      ['--cloudflare-api-token', SECRET],
      'can see `--cloudflare-api-token` in the process list. Use the environment variable `CLOUDFLARE_API_TOKEN` instead.',
    ],
    [
      ['--headers', `Authorization: Bearer ${SECRET}`],
      'can see `--headers` in the process list. Use the environment variable `ORIGIN_GATE_HEADERS` instead.',
    ],
    [
      ['--access-client-id', 'abc.access', '--access-client-secret', SECRET],
      'can see `--access-client-id` and `--access-client-secret` in the process list. Use the environment variables `CF_ACCESS_CLIENT_ID` and `CF_ACCESS_CLIENT_SECRET` instead.',
    ],
  ])('is a note that names the variable to use: %j', async (args, words) => {
    const { code, stdout, stderr } = await run(world, [SITE, ...args])
    expect(code).toBe(1)
    expect(stderr).toContain(`Note: Other users of this machine ${words}\n`)
    expect(stdout + stderr).not.toContain(SECRET)
    const quiet = await run(world, [SITE, ...args, '--quiet'])
    expect([quiet.code, quiet.stderr]).toEqual([1, ''])
  })

  test('is not an origin, a harmless header or the path of a key', async () => {
    const { stderr } = await run(world, [...CHECK, '--headers', 'X-Debug: yes'])
    expect(stderr).not.toContain('Note: ')
  })
})
