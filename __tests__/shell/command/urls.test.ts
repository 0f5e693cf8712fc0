import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { reportIn } from '../../../lab/runner/read-report.ts'
import { startWorld, type World } from '../../../lab/world/world.ts'
import { run } from './support.ts'

let world: World
beforeAll(async () => {
  world = await startWorld({ fault: 'healthy' })
})
afterAll(() => world.close())

describe('a URL without a scheme', () => {
  test.each([
    ['www.shop.example', 'https://www.shop.example/'],
    ['www.shop.example/?b=c#d', 'https://www.shop.example/?b=c'],
    ['www.shop.example:443', 'https://www.shop.example/'],
    ['WWW.Shop.Example', 'https://www.shop.example/'],
  ])('is https: %s', async (text, url) => {
    const { code, stdout } = await run(world, [text, '--format', 'json', '-q'])
    expect(code).toBe(0)
    expect(reportIn(stdout)).toMatchObject({ sites: [{ url }] })
  })

  test.each<[string, readonly string[]]>([
    ['http//www.shop.example', ['has no scheme', 'Did you mean `http://www.shop.example`?']],
    ['https:/www.shop.example', ['has no scheme', 'Did you mean `https://www.shop.example`?']],
    ['//www.shop.example', ['has no scheme', 'Did you mean `https://www.shop.example`?']],
    ['user:pw@www.shop.example', ['`url`: `…@www.shop.example`', 'Did you mean `https://www.shop.example`?']],
    ['localhost', ['`localhost` has no public host name.']],
    ['localhost:3000/x', ['`localhost:3000/x` has no public host name.']],
    ['shop', ['`shop` has no public host name.']],
    ['none', ['is what a script prints for a missing value']],
    ['www.shop.example;www.other.example', ['is more than one URL', '`https://www.shop.example` and']],
  ])('is still rejected if something else is wrong: %s', async (text, words) => {
    const { code, stdout, stderr } = await run(world, [text])
    expect([code, stdout]).toEqual([2, ''])
    for (const each of words) expect(stderr).toContain(each)
    expect(stderr).not.toContain('pw')
  })
})

describe('an address as the URL', () => {
  test('of a site that works is one warning in the report', async () => {
    const { code, stdout, stderr } = await run(world, ['http://203.0.113.10/'])
    expect(code).toBe(0)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      "Warning: The URL has an address in place of a name, so the request does not go through Cloudflare. Use the site's name as the URL, and the address as `--origin`.",
    )
    expect(stdout).not.toContain('does not point to Cloudflare')
    expect(stderr).not.toContain('Note:')
  })

  test('of a site that fails is one note after the report', async () => {
    const { code, stdout, stderr } = await run(world, ['203.0.113.10:8443'])
    expect(code).toBe(1)
    expect(stdout).not.toContain('does not point to Cloudflare')
    expect(stderr.match(/Note:.*/g)).toEqual([
      'Note: `203.0.113.10` is an address. Visitors reach a site behind Cloudflare by its name: use the name as the URL, and the address as `--origin`.',
    ])
  })
})
