import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checked, curl } from '../../lab/runner/check-with-curl.ts'
import { FAULT_IDS, faultOf } from '../../lab/scenarios/faults.ts'
import { ALL_WELL, SITE, startInternet, type Internet } from '../../lab/world/internet.ts'
import { stageOf } from '../../lab/world/setup.ts'

let internet: Internet
let folder: string
let ca: string
beforeAll(async () => {
  internet = await startInternet(ALL_WELL)
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-test-'))
  ca = join(folder, 'ca.pem')
  await writeFile(ca, internet.authorities.root.certificate)
})
afterAll(async () => {
  await internet.close()
  await rm(folder, { recursive: true })
})

describe('a fault shows what it claims to anybody who asks', () => {
  test.each(FAULT_IDS)('%s', async (id) => {
    const fault = faultOf(id)
    await internet.stage(stageOf(fault.staged))
    expect(await checked(fault, internet.ground, ca)).toEqual([])
  })
})

test('what a fault does not show is told', async () => {
  await internet.stage(ALL_WELL)
  const shows = { edge: 521, direct: 'refused', directSays: /absent/ } as const
  const checks = [{ run: ['openssl', 's_client', '-connect', '203.0.113.10:443'], says: /nobody/ }] as const
  expect(await checked({ shows, checks }, internet.ground, ca)).toEqual([
    'curl gets 200 through Cloudflare, expected 521',
    'curl gets 200 directly, expected refused',
    'what curl gets directly does not say /absent/',
    expect.stringMatching(/^openssl does not say \/nobody\/: [^]*CONNECTED/),
  ])
})

test('all is well again after the worst', async () => {
  await internet.stage({ ...ALL_WELL, fromEdge: 'drop', fromRunner: 'drop' })
  await internet.stage(ALL_WELL)
  expect((await curl(internet.ground, SITE, { ca, limit: 5000 })).outcome).toBe(200)
})
