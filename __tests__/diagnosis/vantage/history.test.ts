import { expect, test } from '@jest/globals'
import { diagnose } from '../../../src/diagnosis/diagnose.ts'
import type { Evidence } from '../../../src/domain/evidence.ts'
import { challenge, edgeError, edgeResponse, evidenceWith } from '../../support/evidence.ts'
import { everywhere, from, measured } from '../../support/vantage.ts'

const GOOD = edgeResponse(200, 'shop')
const fine = evidenceWith()
const fineEverywhere = evidenceWith({ followUps: measured(everywhere(GOOD)) })
const challenged = evidenceWith({ edge: challenge('header') })
const challengedHere = evidenceWith({ edge: challenge('header'), followUps: measured(everywhere(GOOD)) })
const failsElsewhere = evidenceWith({
  followUps: measured([
    from('dallas', GOOD),
    from('frankfurt', edgeError(521)),
    from('singapore', edgeError(521)),
  ]),
})

const conclusionOf = (first: Evidence, ...rest: readonly Evidence[]): unknown => {
  const { verdict, trend, cause, judgments } = diagnose([first, ...rest], 2)
  return [verdict, trend, cause?.cause.id, judgments.map((judgment) => judgment.verdict)]
}

test('a round that was not measured elsewhere is not healthy if the next one fails there', () => {
  expect(conclusionOf(fine, failsElsewhere, failsElsewhere)).toEqual([
    'unhealthy',
    'steady',
    'cloudflare-blocked-by-origin',
    ['inconclusive', 'unhealthy', 'unhealthy'],
  ])
})

test('a round that was measured stays healthy', () => {
  expect(conclusionOf(fineEverywhere, failsElsewhere)).toEqual([
    'unhealthy',
    'intermittent',
    'cloudflare-blocked-by-origin',
    ['healthy', 'unhealthy'],
  ])
})

test('the site recovers elsewhere', () => {
  expect(conclusionOf(fine, failsElsewhere, fineEverywhere, fineEverywhere)).toEqual([
    'healthy',
    'recovered',
    undefined,
    ['inconclusive', 'unhealthy', 'healthy', 'healthy'],
  ])
})

test('two rounds in which this runner alone is challenged make the site healthy', () => {
  expect(conclusionOf(challengedHere, challengedHere)).toEqual([
    'healthy',
    'steady',
    undefined,
    ['healthy', 'healthy'],
  ])
})

test('a challenged round without a measurement ends the streak', () => {
  expect(conclusionOf(challengedHere, challenged)).toEqual([
    'inconclusive',
    'steady',
    'cloudflare-challenged',
    ['healthy', 'inconclusive'],
  ])
})
