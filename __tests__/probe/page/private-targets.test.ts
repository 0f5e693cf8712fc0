import { expect, test } from '@jest/globals'
import type { Resolution } from '../../../src/domain/dns.ts'
import { isPrivateTarget } from '../../../src/probe/page/private-targets.ts'
import { address } from '../../support/wire.ts'

const resolved = async (text: string): Promise<Resolution> => {
  const [first = address(text), ...rest] = text.split(' ').map(address)
  return { host: 'x.example', elapsed: 0, kind: 'resolved', addresses: [first, ...rest] }
}

test.each([
  ['8.8.8.8', '104.16.1.1', false],
  ['10.0.0.1', '104.16.1.1', true],
  ['8.8.8.8 10.0.0.1', '104.16.1.1', true],
  ['10.0.0.2', '10.0.0.1', false],
  ['fd12::1', '10.0.0.1', false],
  ['127.0.0.1', '10.0.0.1', true],
  ['127.0.0.1', '127.0.0.1', false],
  ['10.0.0.1', '127.0.0.1', false],
  ['198.18.0.2', '198.18.0.1', false],
  ['169.254.169.254', '10.0.0.1', true],
  ['169.254.169.254', '169.254.0.1', true],
  ['240.0.0.1', '10.0.0.1', true],
  ['64:ff9b::a00:1', '104.16.1.1', true],
  ['64:ff9b::808:808', '104.16.1.1', false],
])('a redirect to %s of a site at %s is barred: %s', async (target, site, barred) => {
  expect(await isPrivateTarget(resolved(target), resolved(site))).toBe(barred)
})

test.each(['metadata.google.internal', 'metadata.goog.', 'Metadata.Azure.Internal'])(
  'a redirect to %s is barred although only a proxy knows its address',
  async (host) => {
    const unresolved: Resolution = {
      host,
      elapsed: 0,
      kind: 'failed',
      reason: 'no-such-host',
      code: 'ENOTFOUND',
    }
    expect(await isPrivateTarget(Promise.resolve(unresolved), resolved('104.16.1.1'))).toBe(true)
  },
)
