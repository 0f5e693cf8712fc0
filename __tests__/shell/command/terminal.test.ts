import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { hasColors } from '../../../src/shell/command/terminal.ts'
import { CHECK, run, shell } from './support.ts'
import { NEEDS_TERMINAL, onLinux } from '../../support/platform.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'refused' })
})
afterAll(() => world.close())

const ESCAPE = '\u001b['
const REWRITES = '\r\u001b[K'

async function inTerminal(env: Readonly<Record<string, string>>, flags = ''): Promise<string> {
  const { code, stdout } = await shell(world, `$GATE ${CHECK.join(' ')} ${flags}`, { terminal: true, env })
  expect(code).toBe(1)
  return stdout
}

onLinux(NEEDS_TERMINAL).describe('on a terminal', () => {
  test('the report has colors, and the progress is one line that is rewritten', async () => {
    const shown = await inTerminal({ TERM: 'xterm' })
    expect(shown).toContain(`${ESCAPE}1;31m✗ www.shop.example is down`)
    expect(shown).toContain(REWRITES)
  })

  test('NO_COLOR removes the colors only', async () => {
    const shown = await inTerminal({ TERM: 'xterm', NO_COLOR: '1' })
    expect(shown.replaceAll(REWRITES, '')).not.toContain(ESCAPE)
    expect(shown).toContain(REWRITES)
  })

  test('an empty NO_COLOR is not set', async () => {
    expect(await inTerminal({ TERM: 'xterm', NO_COLOR: '' })).toContain(`${ESCAPE}1;31m`)
  })

  test('TERM=dumb removes every escape sequence', async () => {
    const shown = await inTerminal({ TERM: 'dumb' })
    expect(shown).not.toContain('\u001b')
    expect(shown).toMatch(/^Checking https:/m)
  })

  test('without a size, lines have the usual width', async () => {
    const env = { TERM: 'xterm', NO_COLOR: '1' }
    const { stdout } = await shell(world, `stty cols 0; $GATE ${CHECK.join(' ')}`, { terminal: true, env })
    expect(stdout).toContain('Visitors get 521 from Cloudflare. A direct request fails because the origin')
    const help = await shell(world, 'stty cols 0; $GATE --help', { terminal: true })
    expect(help.stdout).toContain('directly from its origin. If visitors get\r\n')
  })

  test('errors break between words', async () => {
    const { stdout } = await shell(world, 'stty cols 40; $GATE www.shop.example --wait soon', {
      terminal: true,
    })
    const lines = stdout.split('\r\n')
    expect(lines[0]).toBe('`--wait`: `soon` is not a valid')
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(46)
  })

  test('the colors go to the stream that has the text', async () => {
    const shown = await inTerminal({ TERM: 'xterm' }, '--report - > r.json')
    expect(shown).toContain(`${ESCAPE}1;31m✗ www.shop.example is down`)
    expect(await inTerminal({ TERM: 'xterm' }, '--report - 2> text; cat text >&2; exit 1')).not.toContain(
      `${ESCAPE}1;31m`,
    )
  })
})

test('FORCE_COLOR makes colors without a terminal, also against NO_COLOR', async () => {
  const plain = await run(world, [...CHECK])
  expect(plain.stdout).not.toContain(ESCAPE)
  const forced = await run(world, [...CHECK], { env: { FORCE_COLOR: '1', NO_COLOR: '1', TERM: 'dumb' } })
  expect(forced.stdout).toContain(`${ESCAPE}1;31m`)
  expect(forced.stderr).not.toContain(ESCAPE)
})

test.each([
  ['', true],
  ['true', true],
  ['1', true],
  ['2', true],
  ['3', true],
  ['0', false],
  ['false', false],
  ['no', false],
])('FORCE_COLOR=%j means what it means to Node', (value, expected) => {
  const env = { FORCE_COLOR: value }
  expect(hasColors({ isTTY: true }, env)).toBe(expected)
  expect(hasColors({ isTTY: false }, env)).toBe(expected)
})
