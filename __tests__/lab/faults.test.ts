import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { outcomeOf } from '../../lab/ask.ts'
import { FAULT_IDS, faultOf, stageOf } from '../../lab/faults.ts'
import { ALL_WELL, ORIGIN_ADDRESS, SITE, startInternet, type Internet } from '../../lab/internet.ts'

let internet: Internet
beforeAll(async () => {
  internet = await startInternet(ALL_WELL)
})
afterAll(() => internet.close())

describe('a fault shows what it claims to anybody who asks', () => {
  test.each(FAULT_IDS)('%s', async (id) => {
    const fault = faultOf(id)
    await internet.stage(stageOf(fault))
    const question = { url: SITE, trusted: [internet.authorities.root.certificate], limit: 1000 }
    const [edge, direct] = await Promise.all([
      outcomeOf(internet.view(), question),
      outcomeOf(internet.view(), { ...question, at: ORIGIN_ADDRESS }),
    ])
    expect({ edge, direct }).toEqual(fault.shows)
  })
})

test('all is well again after the worst', async () => {
  await internet.stage({ ...ALL_WELL, origin: 'blackhole' })
  await internet.stage(ALL_WELL)
  expect(await outcomeOf(internet.view(), { url: SITE, limit: 1000 })).toBe(200)
})
