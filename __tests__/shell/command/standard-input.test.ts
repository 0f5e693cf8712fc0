import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { reportIn } from '../../../lab/runner/read-report.ts'
import { SITE } from '../../../lab/world/internet.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { readStandardInput } from '../../../src/shell/command/standard-input.ts'
import { run, shell } from './support.ts'
import { NEEDS_TERMINAL, onLinux } from '../../support/platform.ts'

const linux = onLinux(NEEDS_TERMINAL).test

let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'refused' })
})
afterAll(() => world.close())

function urlsIn(json: string): readonly string[] {
  return reportIn(json)
    .sites.map(({ url }) => url)
    .toSorted()
}

describe('`-` reads URLs from standard input', () => {
  test('one per line, without blank lines and comments, together with other URLs', async () => {
    const { code, stdout } = await run(world, ['https://www.shop.example/a', '-', '--format', 'json'], {
      input: '\n# staging\nhttps://www.shop.example/b\r\n\r\n  www.shop.example/c  \n',
    })
    expect(code).toBe(1)
    expect(urlsIn(stdout)).toEqual([`${SITE}a`, `${SITE}b`, `${SITE}c`])
  })

  test('and a wrong one is named by its line', async () => {
    const { code, stdout, stderr } = await run(world, ['www.shop.example', '-'], {
      input: 'www.shop.example/a\n\nhtp://www.shop.example\nlocalhost:3000\n',
    })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(
      'Standard input, line 3: `htp://www.shop.example` has a scheme other than http or https.',
    )
    expect(stderr).toContain('Did you mean `http://www.shop.example`?')
    expect(stderr).toContain('Standard input, line 4: `localhost:3000` has no public host name.')
  })

  test.each<[string, string]>([
    ['', 'Standard input has no URL. Use one per line.'],
    ['# nothing\n\n', 'Standard input has no URL.'],
    [`${'x'.repeat(1023)}\n`.repeat(2049), 'Standard input is larger than 2 MiB.'],
    ['www.shop.example/x\n'.repeat(10_001), '`url` has more than 10,000 lines.'],
  ])('%.20j is an error', async (input, words) => {
    const { code, stdout, stderr } = await run(world, ['-'], { input })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
  })

  test('only once all other errors are fixed', async () => {
    const { code, stderr } = await run(world, ['-', '--nonsense'], { input: 'nonsense' })
    expect(code).toBe(2)
    expect(stderr).not.toContain('Standard input')
  })

  linux('of a terminal, after a note', async () => {
    const { code, stdout } = await shell(world, '$GATE - --format json', {
      terminal: true,
      input: 'www.shop.example\n\u0004',
    })
    expect(code).toBe(1)
    expect(stdout).toContain('Type the URLs, one per line, then press Ctrl-D.')
    expect(stdout).toContain('"cause": "origin-refused"')
  })
})

describe('standard input that never ends', () => {
  test('is a note, then an error', async () => {
    const input = new PassThrough()
    input.write('https://www.shop.example\n')
    const notes: string[] = []
    const read = await readStandardInput(input, (line) => notes.push(line), { note: 5, limit: 20 })
    expect(notes).toEqual(['Waiting for the end of standard input, because `-` reads the URLs from there.'])
    expect(read).toEqual({
      ok: false,
      problem: expect.stringMatching(/^Standard input has sent nothing for 20 ms/),
    })
  })

  test('waits for a person as long as it takes', async () => {
    const input = Object.assign(new PassThrough(), { isTTY: true })
    const read = readStandardInput(input, () => undefined, { note: 0, limit: 0 })
    setTimeout(() => input.end('https://www.shop.example\n'), 5)
    expect(await read).toEqual({ ok: true, text: 'https://www.shop.example\n' })
  })
})
