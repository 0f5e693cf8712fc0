import { describe, expect, test } from '@jest/globals'
import { valueOf } from '../../../src/config/parser/parser.ts'
import { parseVantagePoints } from '../../../src/config/values/vantage-points.ts'
import { type Given, parsed, problems } from '../support.ts'
import type { Site } from '../../../src/domain/config.ts'

const SITE = { url: 'https://www.example.com' }

describe('places', () => {
  test.each([
    ['', []],
    ['world', [['world', 3]]],
    ['World+5', [['World', 5]]],
    ['Europe', [['Europe', 1]]],
    ['US+3', [['US', 3]]],
    ['AS13335', [['AS13335', 1]]],
    ['Germany + AS24940+2', [['Germany+AS24940', 2]]],
    [
      'São Paulo\nKöln,',
      [
        ['São Paulo', 1],
        ['Köln', 1],
      ],
    ],
    [
      'Tokyo, tokyo, North America',
      [
        ['tokyo', 1],
        ['North America', 1],
      ],
    ],
    [
      'Essen, Asti, Rome, Euclid, aws-eu-west-1',
      ['Essen', 'Asti', 'Rome', 'Euclid', 'aws-eu-west-1'].map((city) => [city, 1]),
    ],
  ])('%j', (text, expected) => {
    const found = valueOf(parseVantagePoints(text))?.map(({ location, probes }) => [location, probes])
    expect(found).toEqual(expected)
  })
})

describe('what Globalping cannot know is one problem', () => {
  test.each([
    [
      'Eurpoe',
      'is not a place that Globalping knows. Use a place such as `world`, `Europe`, `Germany`, `Tokyo`, `AS13335` or `US+3`. Did you mean `Europe`?',
    ],
    ['Eurpoe+3', 'Did you mean `Europe+3`?'],
    ['XX', 'is not a place that Globalping knows'],
    ['AS0', 'is not a place that Globalping knows'],
    ['AS4294967296', 'is not a place that Globalping knows'],
    ['https://example.com', 'is not a place that Globalping knows'],
    ['203.0.113.10', 'is not a place that Globalping knows'],
    ['Europe; id', 'is not a place that Globalping knows'],
    ['3', 'is not a place'],
    ['US++3', 'is not a place'],
    ['US+3+4', 'is not a place'],
    ['US+0', '`US+0` sets 0 probes. Use 1 to 50, such as `US+3`.'],
    ['US+51', '`US+51` sets 51 probes. Use 1 to 50'],
    ['US+30, Europe+21', 'needs 51 probes. Use at most 50 in all.'],
  ])('%s', (text, words) => {
    expect(problems({ ...SITE, 'vantage-points': text })).toEqual([expect.stringContaining(words)])
  })

  test('the origin from nowhere', () => {
    expect(problems({ ...SITE, 'vantage-origin': 'true' })).toEqual([
      '`vantage-origin` is `true`, but `vantage-points` is empty. Set `vantage-points`, such as `world`, or remove `vantage-origin`.',
    ])
  })
})

test('the inputs of one site', () => {
  const inputs = { 'vantage-points': 'Europe, US+3', 'vantage-origin': 'true', 'globalping-token': 'abc' }
  expect(siteFrom({ ...SITE, ...inputs })?.vantage).toEqual({
    points: [
      { location: 'Europe', probes: 1 },
      { location: 'US', probes: 3 },
    ],
    origin: true,
    token: 'abc',
  })
  expect(siteFrom({ ...SITE, 'globalping-token': 'abc' })?.vantage).toBeUndefined()
})

function siteFrom(given: Given): Site | undefined {
  const result = parsed(given)
  return result.ok ? result.config.sites[0] : undefined
}
