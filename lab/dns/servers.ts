import { setTimeout as pause } from 'node:timers/promises'
import { dnsAnswer, type DnsAnswer, type Question } from './answer.ts'
import { answerFromZones } from './authoritative.ts'
import { openCache, type Cache } from './cache.ts'
import { answerAs } from './behavior.ts'
import { resolveFromRoot, resolveWithCache } from './recursive.ts'
import type { ServerBehavior, DnsSetup } from './setup.ts'

export type Transport = 'udp' | 'tcp' | 'https'

/** A received query, for tests. */
export interface ReceivedQuery {
  /** The server's address. */
  readonly server: string
  readonly transport: Transport
  readonly name: string
  readonly type: string
}

/** A DNS server. */
export interface DnsServer {
  readonly behavior: ServerBehavior
  /** A name server rather than a resolver. */
  readonly authoritative: boolean
  /** Resolves after the configured delay. */
  readonly answer: (question: Question, checkingDisabled: boolean) => Promise<DnsAnswer>
}

export interface DnsServersOptions {
  readonly setup: () => DnsSetup
  /** Milliseconds that a resolver waits for dead name servers before it answers SERVFAIL. */
  readonly upstreamTimeout: number
  readonly now: () => number
}

/** Finds the server that is at an address now. Caches outlast a change of the setup. */
export function dnsServers({
  setup,
  upstreamTimeout,
  now,
}: DnsServersOptions): (address: string) => DnsServer | undefined {
  const caches = new Map<string, Cache>()
  const cacheOf = (identity: string): Cache => {
    const cache = caches.get(identity) ?? openCache(now)
    caches.set(identity, cache)
    return cache
  }

  const follow = (target: Question): DnsAnswer => resolveFromRoot(setup(), target)

  return (address) => {
    const resolver = setup().resolvers.find(({ addresses }) => addresses.includes(address))
    if (resolver !== undefined) {
      const cache = cacheOf(resolver.addresses[0])
      cache.preload(resolver)
      return {
        behavior: resolver.behavior,
        authoritative: false,
        answer: async (question, checkingDisabled) => {
          const answer = answerAs(resolver.behavior, question, checkingDisabled, () =>
            resolveWithCache(cache, setup(), resolver.caches, question, checkingDisabled),
          )
          await pause(resolver.behavior.delay + (answer.timedOut ? upstreamTimeout : 0))
          return answer
        },
      }
    }
    const server = Object.values(setup().nameServers).find((each) => each.address === address)
    if (server === undefined) return undefined
    return {
      behavior: server.behavior,
      authoritative: true,
      answer: async (question) => {
        await pause(server.behavior.delay)
        return answerAs(server.behavior, question, false, () =>
          answerFromZones(server.zones, question, follow),
        )
      },
    }
  }
}

/** The content of a forged answer. */
export const forgedAnswer = (question: Question): DnsAnswer =>
  dnsAnswer('NOERROR', { answers: [{ name: question.name, ttl: 300, type: 'A', data: '192.0.2.66' }] })
