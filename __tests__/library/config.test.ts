/** What the library accepts as its configuration, and what it says about the rest. */
import { describe, expect, test } from '@jest/globals'
import { anything, assert, constantFrom, dictionary, property } from 'fast-check'
import { type Input, INPUTS } from '../../src/config/inputs/inputs.ts'
import { check, ConfigError, replay, type Config } from '../../src/library.ts'
import { inputsOf } from '../../src/shell/library/inputs-of.ts'
import { camelCase, isSetting, SETTINGS } from '../../src/shell/library/names.ts'

const URL = 'https://www.example.com/'

/** Callers that don't check types. */
const calledWith = (config: unknown): Promise<readonly string[]> =>
  Reflect.apply(check, undefined, [config]).then(
    () => [],
    (error: unknown) => (error instanceof ConfigError ? error.problems : [String(error)]),
  )

describe('a setting', () => {
  const settings: readonly Input[] = INPUTS.filter(isSetting)

  test('is an input that is not about a shell', () => {
    const names = settings.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['url', 'origin', 'wait', 'baseline', 'show-origin']))
    for (const name of ['comment', 'comment-key', 'github-token', 'report', 'junit', 'config', 'fail-on'])
      expect(names).not.toContain(name)
  })

  test.each(settings.map(({ name }) => [name]))('has two spellings: %s', (name) => {
    for (const key of [name, camelCase(name)]) {
      expect(SETTINGS.get(key)?.name).toBe(name)
      const { problems } = inputsOf({ [key]: 'x' })
      expect(problems).toEqual([])
    }
  })

  test.each<[string, Config, string, string]>([
    ['text', { url: URL, expectedBody: 'Welcome' }, 'expected-body', 'Welcome'],
    ['a number', { url: URL, timeout: 5 }, 'timeout', '5'],
    ['a fraction', { url: URL, timeout: 0.5 }, 'timeout', '0.5'],
    ['a boolean', { url: URL, checkAssets: false }, 'check-assets', 'false'],
    ['an array', { url: [URL, 'https://example.com'] }, 'url', `${URL}\nhttps://example.com`],
    ['an array of numbers', { url: URL, 'expected-status': [200, '3xx'] }, 'expected-status', '200\n3xx'],
    ['undefined', { url: URL, origin: undefined }, 'origin', ''],
  ])('may be %s', (_, config, name, text) => {
    const { input, problems } = inputsOf(config)
    expect(problems).toEqual([])
    expect(INPUTS.filter((row) => row.name === name).map((row) => input(row.name))).toEqual([text])
  })
})

test('changes that the caller makes after the call have no effect', async () => {
  const headers = ['no colon']
  const sites = [{ url: 'https://' }]
  const config: Record<string, unknown> = { url: 'https://', headers, sites }
  const before = await calledWith({ url: 'https://', headers: [...headers], sites: [{ url: 'https://' }] })
  const called = calledWith(config)
  config['url'] = 'https://user:password@www.example.com'
  headers[0] = ' : '
  for (const site of sites) site.url = ''
  expect(before).toHaveLength(3)
  expect(await called).toEqual(before)
})

describe('is rejected before anything is requested', () => {
  test.each<[string, unknown, readonly unknown[]]>([
    [
      'nothing',
      undefined,
      ["The configuration is undefined. Use an object, such as `{ url: 'https://www.example.com' }`."],
    ],
    [
      'text',
      'x',
      ["The configuration is a string. Use an object, such as `{ url: 'https://www.example.com' }`."],
    ],
    ['an empty object', {}, ['`url` is empty. Use one or more http or https URLs, one per line.']],
    [
      'an unknown key in camel case',
      { url: URL, expectedStats: 1 },
      [
        '`expectedStats` is not a known key. The keys have the names of the inputs. Did you mean `expectedStatus`?',
      ],
    ],
    [
      'an unknown key in kebab case',
      { url: URL, 'expected-stats': 1 },
      [
        '`expected-stats` is not a known key. The keys have the names of the inputs. Did you mean `expected-status`?',
      ],
    ],
    [
      'a key with other capitals',
      { url: URL, originSNI: 'x' },
      ['`originSNI` is not a known key. The keys have the names of the inputs. Did you mean `originSni`?'],
    ],
    [
      'a key of a prototype',
      JSON.parse(`{"url":"${URL}","__proto__":{},"constructor":1}`),
      [
        '`__proto__` is not a known key. The keys have the names of the inputs.',
        '`constructor` is not a known key. The keys have the names of the inputs.',
      ],
    ],
    [
      'an input of the Action',
      { url: URL, commentTarget: 'pr', failOn: 'never' },
      [
        '`commentTarget` is an input of the Action and the command only. Remove it.',
        '`failOn` is an input of the Action and the command only. Remove it.',
      ],
    ],
    [
      'a key in both spellings',
      { url: URL, originHost: 'a.example.com', 'origin-host': 'b.example.com' },
      ['`origin-host` is given in both spellings. Remove one.'],
    ],
    ['null', { url: URL, origin: null }, ['`origin` is null. Use a string, or an array of strings.']],
    [
      'an object',
      { url: URL, headers: { a: 'b' } },
      ['`headers` is an object. Use a string, or an array of strings.'],
    ],
    ['NaN', { url: URL, timeout: NaN }, ['`timeout` is NaN. Use a string, a number or a boolean.']],
    ['an array for one value', { url: URL, method: ['GET'] }, ['`method` is an array. Use one value.']],
    [
      'an array in an array',
      { url: [[URL]] },
      ['`url` has an array in it. Use a string, or an array of strings.'],
    ],
    [
      'an item with several lines',
      { url: URL, headers: ['A: b\nC: d'] },
      ['`headers` has an item with several lines. Make each line an item of its own.'],
    ],
    [
      'all problems at once',
      { url: 'https://', timeout: '20x', 'expected-status': 999 },
      [
        expect.stringMatching(/^`url`: /),
        expect.stringMatching(/^`expected-status`: `999`/),
        expect.stringMatching(/^`timeout`: `20x`/),
      ],
    ],
  ])('%s', async (_, config, problems) => {
    expect(await calledWith(config)).toEqual(problems)
  })

  test.each<[string, unknown, readonly unknown[]]>([
    ['no array', 'x', ['`sites`: This is a string. Use an array of objects with a `url`.']],
    ['an empty array', [], ['`sites`: The array is empty. Add an object with a `url`, or remove the key.']],
    [
      'too many',
      Array.from({ length: 10_001 }, () => ({ url: URL })),
      ['`sites`: The array has more than 10,000 items. Check the others in another call.'],
    ],
    [
      'something else in the array',
      [URL, null],
      [
        "`sites[0]`: This site is a string. Use an object, such as `{ url: 'https://www.example.com' }`.",
        "`sites[1]`: This site is null. Use an object, such as `{ url: 'https://www.example.com' }`.",
      ],
    ],
    [
      'a hole in the array',
      Object.assign([], { 1: { url: URL } }),
      ["`sites[0]`: This site is undefined. Use an object, such as `{ url: 'https://www.example.com' }`."],
    ],
    ['no URL', [{ timeout: 5 }], ['`sites[0]`: This site has no `url`. Add one http or https URL.']],
    [
      'several URLs',
      [{ url: [URL] }, { url: `${URL}\n${URL}` }],
      [
        '`sites[0]`: `url` is an array. Use one URL, and list each further one as a site.',
        '`sites[1]`: `url` has several lines. Use one URL, and list each further one as a site.',
      ],
    ],
    [
      'the same URL',
      [{ url: URL }, { url: 'https://www.EXAMPLE.com' }],
      ['`sites[1]`: `url` is the same as in `sites[0]`. List each site once.'],
    ],
    [
      'a setting of the run',
      [{ url: URL, showOrigin: true }],
      ['`sites[0]`: `showOrigin` applies to all sites. Move it out of `sites`.'],
    ],
    [
      'an unknown key',
      [{ url: URL, 'time-out': 3 }],
      [
        '`sites[0]`: `time-out` is not a known key of a site. The keys have the names of the inputs. Did you mean `timeout`?',
      ],
    ],
    [
      'a wrong value',
      [{ url: URL }, { url: 'https://example.com', wait: '1y' }],
      [expect.stringMatching(/^`sites\[1\]`: `wait`: `1y` is not/)],
    ],
  ])('in `sites`: %s', async (_, sites, problems) => {
    expect(await calledWith({ sites })).toEqual(problems)
  })

  test('without the value of a secret', async () => {
    const token = 'ghp_0123456789abcdefghij0123456789'
    const problems = await calledWith({
      url: `${URL}?token=s3cr3tvalue&x=%`,
      origin: '203.0.113.9:99999',
      cloudflareApiToken: `${token} x`,
      expectedStatus: token,
      sites: [
        { url: 'https://example.com', origin: '203.0.113.9 x', headers: `X-Key ${token}`, timeout: token },
      ],
    })
    expect(problems.length).toBeGreaterThan(4)
    expect(problems.join('\n')).not.toMatch(/s3cr3t|ghp_|203\.0\.113\.9/)
  })
})

test('values of any type are either text of an input or a problem', () => {
  const key = constantFrom(...SETTINGS.keys(), 'sites', 'other')
  assert(
    property(dictionary(key, anything(), { noNullPrototype: true }), (config) => {
      const { input, problems } = inputsOf(config)
      for (const { name } of INPUTS) expect(typeof input(name)).toBe('string')
      for (const { text } of problems) expect(text).toMatch(/^`.*\.(?: Did you mean `.*`\?)?$/)
    }),
    { seed: 11, numRuns: 300 },
  )
})

test.each<[string, readonly unknown[], readonly string[]]>([
  ['null', [null], ['The second argument of `check` is not an object.']],
  ['a signal that is a boolean', [{ signal: true }], ['`signal` is not an AbortSignal.']],
  ['a callback that is a text', [{ onProgress: 'log' }], ['`onProgress` is not a function.']],
  [
    'several',
    [{ signal: null, env: null }],
    ['`signal` is not an AbortSignal.', '`env` is not an object of strings.'],
  ],
])('wrong options are rejected: %s', async (_, options, problems) => {
  await expect(Reflect.apply(check, undefined, [{ url: URL }, ...options])).rejects.toMatchObject({
    problems,
  })
})

test('anything but a recording is rejected', async () => {
  const cycle: { self?: unknown } = {}
  cycle.self = cycle
  await expect(replay(cycle)).rejects.toMatchObject({
    problems: ['The recording is not plain JSON. Use what `--record` wrote, as text or parsed.'],
  })
  await expect(Reflect.apply(replay, undefined, ['{}', null])).rejects.toBeInstanceOf(ConfigError)
})

test('a ConfigError lists its problems in its message', () => {
  const error = new ConfigError(['First.', 'Second.'])
  expect(error).toMatchObject({ name: 'ConfigError', message: '2 problems:\nFirst.\nSecond.' })
  expect(new ConfigError(['Only.']).message).toBe('Only.')
})
