import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { CLOUDFLARE_RANGES } from '../../src/cloudflare/ranges.ts'
import { makeAuthorities } from '../../lab/tls/authorities.ts'
import { makeLeaf } from '../../lab/tls/certificates.ts'
import { startApis, type Apis } from '../../lab/apis/start.ts'
import { DEFAULT_APIS } from '../../lab/apis/defaults.ts'
import type { RangesBehavior } from '../../lab/apis/ip-ranges.ts'
import { listen } from '../../lab/network/listen.ts'
import { connect } from 'node:net'
import type { ProbeContext } from '../../src/probe/http/exchange.ts'
import { currentRanges } from '../../src/probe/cloudflare/ranges.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import { network, resolved } from '../support/wire.ts'

const { root, intermediate } = makeAuthorities()
const trusted = getCACertificates('default')
beforeAll(() => setDefaultCACertificates([...trusted, root.certificate]))
afterAll(() => setDefaultCACertificates(trusted))

let apis: Apis | undefined
afterEach(() => apis?.close())

async function way(conduct: RangesBehavior): Promise<ProbeContext> {
  const ports = new Map<string, number>()
  apis = await startApis({
    setup: { ...DEFAULT_APIS, ranges: conduct },
    credentialsFor: (names) => makeLeaf({ names: [...names], issuer: intermediate }),
    listen: async (server, address) => {
      const listening = await listen(server)
      ports.set(address, listening.port)
      return listening
    },
  })
  return {
    network: network({ dial: (address) => connect(ports.get(address) ?? 1, '127.0.0.1') }),
    clock: systemClock,
    signal: new AbortController().signal,
    timeout: 2000,
    onAddresses: () => undefined,
  }
}

const name = (): Promise<ReturnType<typeof resolved>> => Promise.resolve(resolved('104.16.30.31'))

describe("Cloudflare's ranges", () => {
  test('are those that it tells, asked for once a run', async () => {
    const here = await way('lists')
    expect(await currentRanges(name, here)).toEqual(CLOUDFLARE_RANGES)
    expect(await currentRanges(name, here)).toEqual(CLOUDFLARE_RANGES)
    expect(apis?.requests.map(({ path }) => path).toSorted()).toEqual(['/ips-v4', '/ips-v6'])
  })

  test.each(['page', 'error', 'garbage', 'empty'] as const)('are not taken from %s', async (conduct) => {
    expect(await currentRanges(name, await way(conduct))).toEqual([])
  })

  test('are those that are built in where nobody can be asked', async () => {
    const here = await way('lists')
    await apis?.close()
    expect(await currentRanges(name, here)).toEqual([])
  })
})
