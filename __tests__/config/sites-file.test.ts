import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { referencedFiles } from '../../src/config/files/referenced.ts'
import { secretsOf } from '../../src/config/secrets.ts'
import { sitesIn } from '../../src/config/files/sites-file.ts'
import { fromFile, type Given, read } from './support.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sites-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(text: string): Promise<string> {
  const path = join(folder, 'sites.yml')
  await writeFile(path, text)
  return path
}

async function sites(text: string, given: Given = {}): Promise<unknown> {
  const result = await fromFile(await file(text), given)
  return result.ok ? result.config.sites : result.problems
}

describe('a sites file', () => {
  test('has the inputs as defaults, and the values of a site for that site alone', async () => {
    const text = `sites:
  - url: https://a.example
  - url: https://b.example/x
    origin: origin.b.example:8443
    timeout: 5
    method: HEAD
    headers: []
  - { url: "https://c.example", expected-status: 204, headers: "X-C: 3" }
`
    const given = { origin: '203.0.113.10', timeout: '10s', headers: 'X-All: 1' }
    expect(await sites(text, given)).toMatchObject([
      { url: 'https://a.example/', origins: [{ host: '203.0.113.10' }], timeout: 10_000, method: 'GET' },
      {
        url: 'https://b.example/x',
        origins: [{ host: 'origin.b.example', port: 8443 }],
        originHost: 'b.example',
        timeout: 5000,
        method: 'HEAD',
        headers: [],
      },
      { url: 'https://c.example/', expectedStatus: [[204, 204]], headers: [['X-C', '3']] },
    ])
  })

  test('accepts lists as YAML or as text, and values as typed', async () => {
    const text = `sites:
  - url: https://a.example/
    origin: [203.0.113.10, "[2001:db8::1]:8443"]
    headers:
      - "X-One: 010"
      - 'X-Two: "two"'
    expected-body: 010
  - url: https://b.example/
    origin: |
      203.0.113.10
      203.0.113.20
    expected-body: true
`
    expect(await sites(text)).toMatchObject([
      {
        origins: [{ host: '203.0.113.10' }, { host: '2001:db8::1', port: 8443 }],
        headers: [
          ['X-One', '010'],
          ['X-Two', '"two"'],
        ],
        expectedBody: { text: '010' },
      },
      { origins: [{ host: '203.0.113.10' }, { host: '203.0.113.20' }], expectedBody: { text: 'true' } },
    ])
  })

  test('can have a limited size of anchors and aliases', async () => {
    const text = `sites:
  - url: https://a.example/
    origin: &origins [203.0.113.10, &second 203.0.113.20]
  - url: https://b.example/
    origin: *origins
  - { url: https://c.example/, origin: *second }
`
    expect(await sites(text)).toMatchObject([
      { origins: [{ host: '203.0.113.10' }, { host: '203.0.113.20' }] },
      { origins: [{ host: '203.0.113.10' }, { host: '203.0.113.20' }] },
      { origins: [{ host: '203.0.113.20' }] },
    ])
  })

  test('adds sites to the URLs of the inputs, and settings to a URL in both', async () => {
    const found = await sites('sites:\n  - { url: https://a.example/, timeout: 5s }\n', {
      url: 'https://b.example/\nhttps://a.example/',
    })
    expect(found).toMatchObject([
      { url: 'https://b.example/', timeout: 30_000 },
      { url: 'https://a.example/', timeout: 5000 },
    ])
    expect(found).toHaveLength(2)
  })

  test('can set a schedule for one site', async () => {
    const text = 'sites:\n  - { url: https://a.example/, wait: 0s }\n  - url: https://b.example/\n'
    const found = await sites(text, { interval: '2s' })
    expect(found).toMatchObject([
      { schedule: { wait: 0, interval: 2000, consecutiveSuccesses: 2, watch: 0 } },
      { url: 'https://b.example/' },
    ])
    expect(found).not.toHaveProperty('1.schedule')
  })

  test('has its secrets masked like inputs, also when it is rejected', async () => {
    const text = `sites:
  - url: https://a.example/
    origin: origin-7.internal.example
    headers: ["Authorization: Bearer t0ken-abc"]
    cloudflare-api-token: cf-token-xyz
    wait: never
`
    const input = read({ config: await file(text) })
    const secrets = secretsOf(input, await referencedFiles(input))
    expect(secrets).toEqual(
      expect.arrayContaining(['origin-7.internal.example', 't0ken-abc', 'cf-token-xyz']),
    )
    const shown = read({ config: await file(text), 'show-origin': 'true' })
    expect(secretsOf(shown, await referencedFiles(shown))).not.toContain('origin-7.internal.example')
  })

  test('shares equal values between sites', async () => {
    const result = await fromFile(
      await file(
        'sites:\n  - { url: https://a.example/, headers: "X: 1" }\n  - { url: https://b.example/, headers: "X: 1" }\n',
      ),
    )
    if (!result.ok) throw new Error('It is refused')
    const [a, b] = result.config.sites
    expect(a.headers).toBe(b?.headers)
    expect(a.resolvers).toBe(b?.resolvers)
  })

  test('with many problems reports the first hundred', async () => {
    const result = await fromFile(await file(`sites:\n${'  - url: x\n'.repeat(150)}`))
    const texts = result.ok ? [] : result.problems.map(({ text }) => text)
    expect(texts).toHaveLength(101)
    expect(texts.at(-1)).toBe('`config` has 50 more problems. Fix these first.')
  })
})

describe('the path of the file', () => {
  const listed = 'Use the path of a YAML file with a list `sites:`.'
  test.each([
    ['nowhere.yml', 'does not exist'],
    ['', 'is a folder'],
    ['large.yml', 'is larger than 2 MiB'],
  ])('%j', async (name, fault) => {
    const path = join(folder, name)
    if (name === 'large.yml') await writeFile(path, Buffer.alloc(4 * 1024 * 1024 + 1, 0x20))
    expect(await fromFile(path)).toMatchObject({
      ok: false,
      problems: [{ input: 'config', text: `\`config\`: \`${path}\` ${fault}. ${listed}` }],
    })
  })
})

test('any text yields sites or problems', () => {
  const words = fc.constantFrom(
    'sites',
    ':',
    ' ',
    '\n',
    '- ',
    'url',
    'https://a.example',
    '&a ',
    '*a',
    '!t ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|',
    '#',
    '---',
    '? ',
    '~',
    '\t',
    '<<',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 40 }), (parts) => {
      const { sites, faults } = sitesIn(parts.join(''))
      expect(sites.length + faults.length).toBeGreaterThan(0)
      for (const { place } of faults) expect(Math.min(place.line, place.column)).toBeGreaterThan(0)
    }),
    { numRuns: 500 },
  )
})
