/** `npm run ranges`. No test depends on the day on which it runs. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { ageFault, CURRENT, type Options, PATH, refreshed } from '../../scripts/ranges.ts'
import { intervalOf, overlap, sizeOf } from '../../scripts/ranges/intervals.ts'
import { listsIn } from '../../scripts/ranges/lists.ts'
import { LIMITS, readList } from '../../scripts/ranges/read-list.ts'
import { sourceOf } from '../../scripts/ranges/source-file.ts'

const { v4, v6 } = CURRENT
const JSON_TEXT = JSON.stringify({ result: { ipv4_cidrs: v4, ipv6_cidrs: v6, etag: '38f7' }, success: true })

const lines = (...ranges: readonly string[]): string => ranges.join('\n')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-ranges-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const file = async (name: string, text: string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

describe('the lists', () => {
  test.each([
    ['the JSON of the API', [JSON_TEXT]],
    ['two texts', [lines(...v4), lines(...v6)]],
    ['two texts in the other order, with final line breaks', [`${v6.join('\r\n')}\r\n`, `${lines(...v4)}\n`]],
    ['one text', [lines(...v4, ...v6)]],
    [
      'another notation of IPv6',
      [
        lines(...v4),
        lines(...v6)
          .toUpperCase()
          .replace('2400:CB00::', '2400:cb00:0::0'),
      ],
    ],
  ])('are read from %s', (_, texts) => {
    expect(listsIn(texts)).toEqual({ v4, v6 })
  })

  test.each([
    ['a page', ['<!DOCTYPE html><title>Worker threw exception</title>'], 'is not a range. Use'],
    ['nothing', [''], '"" is not a range. Use'],
    ['other JSON', ['{"result":{"ipv4_cidrs":[]}}'], 'The JSON has no lists'],
    [
      'JSON with something else in a list',
      ['{"result":{"ipv4_cidrs":[4],"ipv6_cidrs":[]}}'],
      'The JSON has no lists',
    ],
    ['cut JSON', [JSON_TEXT.slice(0, 200)], 'The JSON has no lists'],
    ['an address', [lines(...v4, '104.28.0.1')], '"104.28.0.1" is not a range'],
    ['bits after the prefix', [lines(...v4, '104.28.0.1/24')], '"104.28.0.1/24" has bits after its prefix'],
    [
      'bits after the prefix in IPv6',
      [lines('2400:cb00::1/32')],
      '"2400:cb00::1/32" has bits after its prefix',
    ],
    ['a prefix that is too long', [lines('104.28.0.0/33')], '"104.28.0.0/33" has an implausible length'],
    ['the whole internet', [lines('0.0.0.0/0')], '"0.0.0.0/0" has an implausible length'],
    ['a fourth of the internet', [lines('::/2')], '"::/2" has an implausible length'],
    ['a prefix with a zero before it', [lines('104.28.0.0/016')], 'is not a range'],
    ['a private network', [lines(...v4, '10.1.0.0/16')], '"10.1.0.0/16" overlaps 10.0.0.0/8'],
    [
      'a network around a reserved one',
      [lines(...v4, '198.16.0.0/12')],
      '"198.16.0.0/12" overlaps 198.18.0.0/15',
    ],
    ['a private network of IPv6', [lines('fd00:1::/32')], '"fd00:1::/32" overlaps fc00::/7'],
    ['mapped IPv4 addresses', [lines(...v4, ...v6, '::ffff:104.16.0.0/109')], 'is outside 2000::/3'],
    [
      'ranges that overlap',
      [lines(...v4, ...v6, '104.16.0.0/14')],
      '104.16.0.0/14 and 104.16.0.0/13 overlap',
    ],
    ['a range twice', [lines(...v4, ...v6, '104.16.0.0/13')], '104.16.0.0/13 is in the lists twice'],
    ['one family', [lines(...v4)], 'There are no IPv6 ranges. Pass both lists (--from FILE_OR_URL --v6'],
    ['the other family', [lines(...v6)], 'There are no IPv4 ranges. Pass both lists'],
    ['too few ranges', [lines(...v4), lines(...v6.slice(0, 4))], '4 IPv6 ranges are implausible'],
    [
      'too many ranges',
      [lines(...v4), lines(...v6), lines(...Array.from({ length: 200 }, (_, at) => `104.28.${at}.0/24`))],
      '215 IPv4 ranges are implausible',
    ],
    [
      'small ranges',
      [
        lines('104.16.1.0/24', '104.16.2.0/24', '104.16.3.0/24', '104.16.4.0/24', '104.16.5.0/24'),
        lines(...v6),
      ],
      '1280 addresses in the IPv4 ranges are implausible',
    ],
    [
      'huge ranges',
      [lines(...v4, '20.0.0.0/10', '21.0.0.0/10', '22.0.0.0/10', '23.0.0.0/10'), lines(...v6)],
      'addresses in the IPv4 ranges are implausible',
    ],
  ])('are rejected with %s', (_, texts, message) => {
    expect(() => listsIn(texts)).toThrow(message)
  })

  test('are counted without overlaps', () => {
    const block = fc
      .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }))
      .map(([address, prefix]) => `203.0.113.${address - (address % 2 ** (32 - prefix))}/${prefix}`)
    fc.assert(
      fc.property(fc.array(block), fc.array(block), (some, others) => {
        const [a, b] = [addressesOf(some), addressesOf(others)]
        expect(sizeOf(some.map(intervalOf))).toBe(BigInt(a.size))
        expect(overlap(some.map(intervalOf), others.map(intervalOf))).toBe(
          BigInt([...a].filter((each) => b.has(each)).length),
        )
      }),
    )
    expect(overlap([intervalOf('::/96')], [intervalOf('104.16.0.0/13')])).toBe(0n)
  })
})

/** The last bytes of the addresses in ranges of 203.0.113.0/24. */
function addressesOf(ranges: readonly string[]): Set<number> {
  const all = new Set<number>()
  for (const range of ranges) {
    const [first = 0, prefix = 32] = range.split('.').at(-1)?.split('/').map(Number) ?? []
    for (let at = first; at < first + 2 ** (32 - prefix); at += 1) all.add(at)
  }
  return all
}

const options = (from: readonly string[], more: Partial<Options> = {}): Options =>
  Object.assign({ from, date: '2026-11-30', force: false }, more)

describe('a refresh', () => {
  const current = { ...CURRENT, date: '2026-09-05' }
  test('reports what was added and removed, and keeps the date and the source', async () => {
    const four = await file(
      'four.txt',
      lines(...v4.filter((range) => range !== '131.0.72.0/22'), '104.28.0.0/16'),
    )
    const six = await file("o'six.txt", lines(...v6))
    expect(await refreshed(current, options([four, six]))).toEqual({
      ranges: {
        date: '2026-11-30',
        source: 'the file four.txt and the file o_six.txt',
        v4: [...v4.filter((range) => range !== '131.0.72.0/22'), '104.28.0.0/16'],
        v6,
      },
      changes: ['+ 104.28.0.0/16', '- 131.0.72.0/22'],
    })
  })

  test('reports no change for the same lists', async () => {
    const { changes } = await refreshed(current, options([await file('same.json', JSON_TEXT)]))
    expect(changes).toEqual([])
  })

  test('accepts lists without half of the addresses only by force', async () => {
    const large = ['104.16.0.0/13', '172.64.0.0/13']
    const half = await file('half.txt', lines(...v4.filter((range) => !large.includes(range)), ...v6))
    const message =
      /^The new lists have \d+% of the current IPv4 addresses\. If https:\S+ shows the same, add --force\.$/
    await expect(refreshed(current, options([half]))).rejects.toThrow(message)
    const { changes } = await refreshed(current, options([half], { force: true }))
    expect(changes).toEqual(large.map((range) => `- ${range}`))
  })

  test('accepts more than twice as many addresses only by force', async () => {
    const from = [await file('large.txt', lines(...v4, '8.0.0.0/10', ...v6))]
    await expect(refreshed(current, options(from))).rejects.toThrow('more than twice as many IPv4 addresses')
    const { changes } = await refreshed(current, options(from, { force: true }))
    expect(changes).toEqual(['+ 8.0.0.0/10'])
  })

  test('accepts older lists only by force', async () => {
    const from = [await file('old.json', JSON_TEXT)]
    await expect(refreshed(current, options(from, { date: '2026-09-04' }))).rejects.toThrow('add --force')
    const { ranges } = await refreshed(current, options(from, { date: '2026-09-04', force: true }))
    expect(ranges.date).toBe('2026-09-04')
  })

  test('writes the source as it is, and as the formatter does', async () => {
    expect(sourceOf(CURRENT)).toBe(await readFile(PATH, 'utf8'))
    const root = fileURLToPath(new URL('../../', import.meta.url))
    const short = await file('short.ts', sourceOf({ ...CURRENT, source: 'x'.repeat(75) }))
    const long = await file('long.ts', sourceOf({ ...CURRENT, source: 'x'.repeat(76) }))
    execFileSync(
      process.execPath,
      [join(root, 'node_modules/oxfmt/bin/oxfmt'), '--check', '-c', join(root, '.oxfmtrc.json'), short, long],
      { cwd: folder },
    )
  })
})

describe('a file or URL', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
    server = undefined
  })

  const serve = async (listener: RequestListener): Promise<string> => {
    server = createServer(listener).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
  }

  test('is read, after redirects too', async () => {
    const url = await serve(({ url: path }, response) => {
      if (path === '/ips-v4') response.writeHead(308, { location: '/ips-v4/' }).end()
      else response.end(JSON_TEXT)
    })
    expect(await readList(`${url}/ips-v4`)).toBe(JSON_TEXT)
    const { ranges } = await refreshed(CURRENT, {
      from: [`${url}/ips-v4?key=secret`],
      date: '2026-11-30',
      force: false,
    })
    expect(ranges).toEqual({ date: '2026-11-30', source: `${url}/ips-v4`, v4, v6 })
  })

  test.each<[string, RequestListener, string]>([
    ['an error', (_, response) => response.writeHead(500).end(), 'the response has status 500'],
    [
      'a redirect without a place',
      (_, response) => response.writeHead(302).end(),
      'the response has status 302',
    ],
    ['too much', (_, response) => response.end('1'.repeat(1024 * 1024 + 1)), 'longer than 1048576 bytes'],
    ['circles', (_, response) => response.writeHead(302, { location: '/' }).end(), 'more than 3 redirects'],
    [
      'an unencrypted place',
      (_, response) => response.writeHead(302, { location: 'http://www.cloudflare.com/ips-v4' }).end(),
      'http://www.cloudflare.com/ips-v4 is not encrypted',
    ],
    ['nothing in time', () => undefined, 'due to timeout'],
    ['the rest too late', (_, response) => void response.write('104.16.0.0/13\n'), 'due to timeout'],
  ])('that returns %s is rejected', async (_, listener, reason) => {
    const url = await serve(listener)
    const time = reason.includes('timeout') ? 50 : LIMITS.time
    const reading = readList(url, { ...LIMITS, time })
    await expect(reading).rejects.toThrow(reason)
    await expect(reading).rejects.toThrow('Download it another way, and pass the path of the file.')
  })

  test('that does not exist is rejected', async () => {
    await expect(readList(join(folder, 'no-file'))).rejects.toThrow('does not exist. Pass the path of')
    await expect(readList(folder)).rejects.toThrow('Pass the path of a downloaded list, or its URL.')
    await expect(readList('http://www.cloudflare.com/ips-v4')).rejects.toThrow('is not encrypted')
    await expect(readList('https://')).rejects.toThrow('https:// cannot be read: Invalid URL')
  })
})

describe('the age', () => {
  test.each([
    ['2026-09-05', '90d', '2026-12-04', undefined],
    [
      '2026-09-05',
      '90d',
      '2026-12-05',
      'are 91 days old (2026-09-05), more than 90d. Run `npm run ranges -- --from',
    ],
    ['2026-09-05', '1y', '2027-09-06', 'are 366 days old'],
    ['2026-09-05', '90d', '2026-09-04', 'are from 2026-09-05, which is after 2026-09-04. Run'],
  ])('of %s is compared with %s on %s', (date, age, day, fault) => {
    const found = ageFault(date, age, day)
    if (fault === undefined) expect(found).toBeUndefined()
    else expect(found).toContain(fault)
  })

  test('decides the exit code', () => {
    const script = fileURLToPath(new URL('../../scripts/ranges.ts', import.meta.url))
    const run = (day: string): string =>
      execFileSync(process.execPath, [script, '--max-age', '90d', '--date', day], {
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(run(CURRENT.date)).toContain(`are from ${CURRENT.date}, 0 days before`)
    expect(() => run('2099-01-01')).toThrow(
      'Run `npm run ranges -- --from https://api.cloudflare.com/client/v4/ips`',
    )
  })
})
