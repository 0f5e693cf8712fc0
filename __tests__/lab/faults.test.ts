import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { checkSetup, runCurl } from '../../lab/runner/check-with-curl.ts'
import { FAULT_IDS, faultScenario } from '../../lab/scenarios/faults.ts'
import { DEFAULT_SETUP, SITE, startInternet, type Internet } from '../../lab/world/internet.ts'
import { completeSetup } from '../../lab/world/setup.ts'

let internet: Internet
let folder: string
let ca: string
beforeAll(async () => {
  internet = await startInternet(DEFAULT_SETUP)
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-test-'))
  ca = join(folder, 'ca.pem')
  await writeFile(ca, internet.authorities.root.certificate)
})
afterAll(async () => {
  await internet.close()
  await rm(folder, { recursive: true })
})

describe('curl gets what a fault declares', () => {
  test.each(FAULT_IDS)('%s', async (id) => {
    const fault = faultScenario(id)
    await internet.apply(completeSetup(fault.setup))
    expect(await checkSetup(fault, internet.network, ca)).toEqual([])
  })
})

test('differences from the declaration are reported', async () => {
  await internet.apply(DEFAULT_SETUP)
  const curl = { edge: 521, direct: 'refused', directContains: /absent/ } as const
  const checks = [{ run: ['openssl', 's_client', '-connect', '203.0.113.10:443'], prints: /absent/ }] as const
  expect(await checkSetup({ curl, checks }, internet.network, ca)).toEqual([
    'curl gets 200 through Cloudflare, expected 521',
    'curl gets 200 directly, expected refused',
    'what curl gets directly does not contain /absent/',
    expect.stringMatching(/^openssl does not print \/absent\/: [^]*CONNECTED/),
  ])
})

test('the default setup undoes a blocked network', async () => {
  await internet.apply({ ...DEFAULT_SETUP, edgeToOrigin: 'drop', runnerToOrigin: 'drop' })
  await internet.apply(DEFAULT_SETUP)
  expect((await runCurl(internet.network, SITE, { ca, limit: 5000 })).outcome).toBe(200)
})
