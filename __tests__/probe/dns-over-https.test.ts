import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { expect, test } from '@jest/globals'
import { RESOLVERS, defaultDns } from '../../lab/dns/defaults.ts'
import { queryResolvers } from '../../src/probe/dns/resolvers.ts'
import { openDns } from '../support/dns.ts'

// In its own file, because a process loads its roots once, for its first handshake.
test('a well-known resolver is queried over HTTPS if port 53 is closed', async () => {
  const lab = await openDns(defaultDns(), [53])
  const before = getCACertificates('default')
  setDefaultCACertificates([...before, lab.root])
  try {
    const servers = [RESOLVERS.cloudflare, RESOLVERS.runner]
    const [cloudflare, other] = await queryResolvers('www.shop.example', servers, lab.context).all
    expect(cloudflare).toMatchObject({ transport: 'https', kind: 'resolved', ttl: 300 })
    expect(other).toMatchObject({ transport: 'tcp', kind: 'failed', code: 'ECONNREFUSED', reason: 'timeout' })
  } finally {
    setDefaultCACertificates(before)
    await lab.close()
  }
})
