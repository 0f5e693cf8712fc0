import { describe, expect, test } from '@jest/globals'
import { resolveWithSystem } from '../../src/probe/dns/system.ts'
import { systemClock } from '../../src/probe/network/clock.ts'
import type { Network } from '../../src/probe/types.ts'
import { errorWithCode } from '../../lab/network/routes.ts'
import { network } from '../support/wire.ts'

const rejects = (code: string) => (): Promise<never> => Promise.reject(errorWithCode(code))

const resolveFailing = (changes: Partial<Network>): Promise<object> =>
  resolveWithSystem('www.shop.example', network(changes), systemClock, AbortSignal.timeout(100))

describe('a name fails to resolve if', () => {
  test.each<[string, Partial<Network>, string, string]>([
    [
      'DNS returns NXDOMAIN',
      { lookup: rejects('ENOTFOUND'), query: rejects('ENOTFOUND') },
      'no-such-host',
      'ENOTFOUND',
    ],
    [
      'DNS has the name without an address',
      { lookup: rejects('ENOTFOUND'), query: rejects('ENODATA') },
      'no-address',
      'ENODATA',
    ],
    [
      'DNS has an address that the system cannot use',
      { lookup: rejects('ENOTFOUND'), query: () => Promise.resolve(['203.0.113.10']) },
      'no-address',
      'ENODATA',
    ],
    [
      'DNS fails',
      { lookup: rejects('ENOTFOUND'), query: rejects('ESERVFAIL') },
      'server-failure',
      'EAI_AGAIN',
    ],
    [
      'DNS refuses the query',
      { lookup: rejects('ENOTFOUND'), query: rejects('EREFUSED') },
      'server-failure',
      'EAI_AGAIN',
    ],
    ['the resolver fails temporarily', { lookup: rejects('EAI_AGAIN') }, 'server-failure', 'EAI_AGAIN'],
    ['the resolver does not respond', { lookup: () => new Promise(() => undefined) }, 'timeout', 'ABORT_ERR'],
    ['the resolver returns an empty list', { lookup: () => Promise.resolve([]) }, 'no-address', 'ENODATA'],
    ['the error is unexpected', { lookup: rejects('EMFILE') }, 'other', 'EMFILE'],
  ])('%s', async (_, changes, reason, code) => {
    expect(await resolveFailing(changes)).toEqual({
      host: 'www.shop.example',
      elapsed: expect.any(Number),
      kind: 'failed',
      reason,
      code,
    })
  })
})
