import { setTimeout as pause } from 'node:timers/promises'
import { found, type Found, type Question } from './answer.ts'
import { answerFrom } from './authoritative.ts'
import { openCache, type Cache } from './cache.ts'
import { saidBy } from './behavior.ts'
import { resolveWith } from './resolve.ts'
import { truthOf } from './recursive.ts'
import type { Conduct, DnsStage } from './setup.ts'

export type Transport = 'udp' | 'tcp' | 'https'

/** A question as it arrived, for tests to look at. */
export interface Heard {
  /** The server's address. */
  readonly at: string
  readonly over: Transport
  readonly name: string
  readonly type: string
}

/** One machine that answers questions. */
export interface Host {
  readonly conduct: Conduct
  /** A name server, that speaks of its own zones. A resolver is none. */
  readonly authoritative: boolean
  /** Takes the time that it is told to take. */
  readonly answer: (question: Question, checkingDisabled: boolean) => Promise<Found>
}

export interface HostsOptions {
  readonly stage: () => DnsStage
  /** Milliseconds that a resolver waits for name servers that do not answer, before it says SERVFAIL. */
  readonly patience: number
  readonly now: () => number
}

/** Whoever lives at an address at present. Its memory lasts from one call to the next. */
export function hostsOf({ stage, patience, now }: HostsOptions): (address: string) => Host | undefined {
  const caches = new Map<string, Cache>()
  const cacheOf = (identity: string): Cache => {
    const cache = caches.get(identity) ?? openCache(now)
    caches.set(identity, cache)
    return cache
  }

  const follow = (target: Question): Found => truthOf(stage(), target)

  return (address) => {
    const resolver = stage().resolvers.find(({ addresses }) => addresses.includes(address))
    if (resolver !== undefined) {
      const cache = cacheOf(resolver.addresses[0])
      cache.prime(resolver)
      return {
        conduct: resolver.conduct,
        authoritative: false,
        answer: async (question, checkingDisabled) => {
          const said = saidBy(resolver.conduct, question, checkingDisabled, () =>
            resolveWith(cache, stage(), resolver.learns, question, checkingDisabled),
          )
          await pause(resolver.conduct.delay + (said.waited ? patience : 0))
          return said
        },
      }
    }
    const server = Object.values(stage().nameServers).find((each) => each.address === address)
    if (server === undefined) return undefined
    return {
      conduct: server.conduct,
      authoritative: true,
      answer: async (question) => {
        await pause(server.conduct.delay)
        return saidBy(server.conduct, question, false, () => answerFrom(server.zones, question, follow))
      },
    }
  }
}

/** What a forger would like to be believed. */
export const forgery = (question: Question): Found =>
  found('NOERROR', { answers: [{ name: question.name, ttl: 300, type: 'A', data: '192.0.2.66' }] })
