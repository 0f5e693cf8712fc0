import { connect } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { DEFAULT_APIS } from '../../lab/apis/defaults.ts'
import type { RangesBehavior } from '../../lab/apis/ip-ranges.ts'
import { startApis, type Apis } from '../../lab/apis/start.ts'
import { listen } from '../../lab/network/listen.ts'
import { makeAuthorities } from '../../lab/tls/authorities.ts'
import { makeLeaf } from '../../lab/tls/certificates.ts'
import { CLOUDFLARE_RANGES } from '../../src/cloudflare/ranges.ts'
import { currentRanges } from '../../src/probe/cloudflare/ranges.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import type { ProbeContext } from '../../src/probe/types.ts'
import { address, network } from '../support/wire.ts'

const { root, intermediate } = makeAuthorities()
const trusted = getCACertificates('default')
beforeAll(() => setDefaultCACertificates([...trusted, root.certificate]))
afterAll(() => setDefaultCACertificates(trusted))

let apis: Apis | undefined
afterEach(() => apis?.close())

async function contextFor(behavior: RangesBehavior): Promise<ProbeContext> {
  const ports = new Map<string, number>()
  apis = await startApis({
    setup: { ...DEFAULT_APIS, ranges: behavior },
    credentialsFor: (names) => makeLeaf({ names: [...names], issuer: intermediate }),
    listen: async (server, address) => {
      const listening = await listen(server)
      ports.set(address, listening.port)
      return listening
    },
  })
  return {
    network: network({
      lookup: () => Promise.resolve([address('104.16.30.31')]),
      dial: (address) => connect(ports.get(address) ?? 1, '127.0.0.1'),
    }),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 2000,
    onAddresses: () => undefined,
  }
}

describe("Cloudflare's ranges", () => {
  test('are the published ones, requested once per run', async () => {
    const context = await contextFor('lists')
    expect(await currentRanges(context)).toEqual(CLOUDFLARE_RANGES)
    expect(await currentRanges(context)).toEqual(CLOUDFLARE_RANGES)
    expect(apis?.requests.map(({ path }) => path).toSorted()).toEqual(['/ips-v4', '/ips-v6'])
  })

  test.each(['page', 'error', 'garbage', 'empty'] as const)('are not read from %s', async (behavior) => {
    expect(await currentRanges(await contextFor(behavior))).toEqual([])
  })

  test('are empty if the lists cannot be requested', async () => {
    const context = await contextFor('lists')
    await apis?.close()
    expect(await currentRanges(context)).toEqual([])
  })
})
