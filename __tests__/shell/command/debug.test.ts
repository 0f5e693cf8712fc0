import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { reportIn } from '../../../lab/runner/read-report.ts'
import { ORIGIN_ADDRESS } from '../../../lab/world/internet.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { ORIGIN_SPELLINGS } from '../../support/leaks.ts'
import { CHECK, run, shell } from './support.ts'
import { NEEDS_TERMINAL, onLinux } from '../../support/platform.ts'

const linux = onLinux(NEEDS_TERMINAL).test

let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'refused' })
})
afterAll(() => world.close())

const DEBUG = { ORIGIN_GATE_DEBUG: '1' }
const SECRET = 'hunter2-Correct-Horse'

describe('ORIGIN_GATE_DEBUG', () => {
  test('prints the platform, the proxy without its credentials, and the phases of each request', async () => {
    const { code, stdout, stderr } = await run(world, [...CHECK, '--quiet', '--format', 'json'], {
      env: {
        ...DEBUG,
        HTTPS_PROXY: `http://user:${SECRET}@proxy.example:3128`,
        ALL_PROXY: `socks5://user:${SECRET}@[2001:db8::1]:1080`,
      },
    })
    expect(code).toBe(1)
    expect(reportIn(stdout)).toMatchObject({ schema: 1 })
    const lines = stderr.split('\n')
    expect(lines[0]).toMatch(/^debug: origin-gate \d+\.\d+\.\d+, Node v24\.\S+, \w+ \w+$/)
    expect(lines[1]).toBe('debug: HTTPS_PROXY proxy.example:3128, ALL_PROXY [2001:db8::1]:1080')
    expect(lines[2]).toBe('debug: https://www.shop.example/')
    expect(stderr).toMatch(
      /^debug: {3}edge +521: resolve \d+ ms, connect \d+ ms, tls \d+ ms, processing \d+ ms, transfer \d+ ms, IPv4$/m,
    )
    expect(stderr).toMatch(/^debug: {3}origin 1 +connection refused: .*failed in connect$/m)
    expect(stderr).toMatch(/^debug: {3}unhealthy: origin-refused \(certain\)/m)
    expect(stderr).toMatch(/^debug: {3}decision: the time is up$/m)
    for (const secret of [...ORIGIN_SPELLINGS, SECRET]) expect(stderr).not.toMatch(secret)
  })

  linux('rewrites no line of a terminal', async () => {
    const { stdout } = await shell(world, `$GATE ${CHECK.join(' ')}`, {
      terminal: true,
      env: { ...DEBUG, TERM: 'xterm' },
    })
    expect(stdout).toContain('debug: ')
    expect(stdout).not.toContain('\r\u001b[K')
  })

  test.each(['', '0', 'false'])('%j does nothing', async (value) => {
    const { stderr } = await run(world, [...CHECK], { env: { ORIGIN_GATE_DEBUG: value } })
    expect(stderr).not.toContain('debug')
  })
})

describe('a crash', () => {
  // While the checks run.
  const script = `import { Socket } from 'node:net'
    const { connect } = Socket.prototype
    Socket.prototype.connect = function (...args) {
      setImmediate(() => {
        const cause = new RangeError('origin.example.net fails')
        throw new TypeError('no ${ORIGIN_ADDRESS} with ${SECRET}', { cause })
      })
      return connect.apply(this, args)
    }`

  async function crash(env: Readonly<Record<string, string>>): Promise<string> {
    const path = join(world.folder, 'late.mjs')
    await writeFile(path, script)
    const { code, stdout, stderr } = await run(
      world,
      ['www.shop.example', '--origin', 'origin.example.net', '--headers', `X: ${SECRET}`, '--format', 'json'],
      { env: { ...env, NODE_OPTIONS: `--import ${pathToFileURL(path).href}` } },
    )
    expect([code, stdout]).toEqual([2, ''])
    for (const secret of [...ORIGIN_SPELLINGS, SECRET, 'origin.example.net'])
      expect(stderr).not.toMatch(secret)
    return stderr
  }

  test('names the variable that prints more', async () => {
    const printed = await crash({})
    expect(printed).toContain('For the full stack trace, run it again with `ORIGIN_GATE_DEBUG=1`.')
    expect(printed).not.toContain('with ***')
  })

  test('prints the stack and the causes with the variable', async () => {
    const printed = await crash(DEBUG)
    expect(printed).toContain('debug: TypeError: no $ORIGIN with ***\n')
    expect(printed).toContain('debug: caused by RangeError: *** fails\n')
    expect(printed.match(/^debug: +at /gm)?.length).toBeGreaterThan(2)
    expect(printed).not.toContain('run it again')
  })
})
