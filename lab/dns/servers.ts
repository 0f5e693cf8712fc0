import { setTimeout as pause } from 'node:timers/promises'
import { dnsAnswer, type DnsAnswer, type Question } from './answer.ts'
import { answerFromZones } from './authoritative.ts'
import { openCache, type Cache } from './cache.ts'
import { answerAs } from './behavior.ts'
import { resolveWithCache } from './resolve.ts'
import { resolveFromRoot } from './recursive.ts'
import type { ServerBehavior, DnsSetup } from './setup.ts'

export type Transport = 'udp' | 'tcp' | 'https'

/** A question as it arrived, for tests to look at. */
export interface ReceivedQuery {
  /** The server's address. */
  readonly server: string
  readonly transport: Transport
  readonly name: string
  readonly type: string
}

/** One machine that answers questions. */
export interface DnsServer {
  readonly behavior: ServerBehavior
  /** A name server, that speaks of its own zones. A resolver is none. */
  readonly authoritative: boolean
  /** Takes the time that it is told to take. */
  readonly answer: (question: Question, checkingDisabled: boolean) => Promise<DnsAnswer>
}

export interface DnsServersOptions {
  readonly setup: () => DnsSetup
  /** Milliseconds that a resolver waits for name servers that do not answer, before it says SERVFAIL. */
  readonly upstreamTimeout: number
  readonly now: () => number
}

/** Whoever lives at an address at present. Its memory lasts from one call to the next. */
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
          const said = answerAs(resolver.behavior, question, checkingDisabled, () =>
            resolveWithCache(cache, setup(), resolver.caches, question, checkingDisabled),
          )
          await pause(resolver.behavior.delay + (said.timedOut ? upstreamTimeout : 0))
          return said
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

/** What a forger would like to be believed. */
export const forgedAnswer = (question: Question): DnsAnswer =>
  dnsAnswer('NOERROR', { answers: [{ name: question.name, ttl: 300, type: 'A', data: '192.0.2.66' }] })
