import type { Credentials } from '../tls/certificates.ts'
import type { Listening } from '../network/listen.ts'
import { openHttps, openTcp, openUdp, type Ground } from './wire/listeners.ts'
import { hostsOf, type Heard, type Transport } from './servers.ts'
import { responder } from './wire/responder.ts'
import type { Conduct, DnsStage } from './setup.ts'

export interface DnsOptions extends Ground {
  readonly staged: DnsStage
  /** Certificates for DNS over HTTPS, for these names and addresses. Absent: nobody speaks it. */
  readonly credentialsFor?: (names: readonly [string, ...string[]]) => Credentials
  /** Milliseconds that a resolver waits for dead name servers; 1500 unless told. */
  readonly patience?: number
  /** Milliseconds since the epoch. Counts down what resolvers remember. */
  readonly now?: () => number
}

export interface Dns {
  /** In the order the questions came, answered or not. */
  readonly heard: readonly Heard[]
  /** From now on. What a resolver that learns has learned stays with it until its time is over. */
  readonly stage: (next: DnsStage) => Promise<void>
  readonly close: () => Promise<void>
}

/** The name servers and resolvers of the lab, at their addresses on UDP, TCP and HTTPS. */
export async function startDns(options: DnsOptions): Promise<Dns> {
  let staged = options.staged
  const heard: Heard[] = []
  const hostAt = hostsOf({
    stage: () => staged,
    patience: options.patience ?? 1500,
    now: options.now ?? Date.now,
  })
  const open = new Map<string, Listening>()

  const openDoor = ({ address, over, names }: Door): Promise<Listening> => {
    const respond = responder(address, hostAt, (question) => heard.push(question))
    if (over === 'udp') return openUdp(options, address, respond)
    if (over === 'tcp') return openTcp(options, address, respond)
    const [first = address, ...rest] = names
    const credentials = options.credentialsFor?.([first, ...rest])
    if (credentials === undefined) throw new TypeError('DNS over HTTPS needs credentials')
    return openHttps(options, address, credentials, {
      host: () => hostAt(address),
      respond,
      hear: (question) => heard.push({ at: address, over, ...question }),
    })
  }

  const stage = async (next: DnsStage): Promise<void> => {
    staged = next
    const wanted = new Map(
      doorsOf(next, options.credentialsFor !== undefined).map((door) => [keyOf(door), door]),
    )
    for (const [key, listening] of open) {
      if (wanted.has(key)) continue
      open.delete(key)
      await listening.close()
    }
    for (const [key, door] of wanted) {
      if (!open.has(key)) open.set(key, await openDoor(door))
    }
    // What is to be remembered counts from now, not from the first question.
    for (const { addresses } of next.resolvers) hostAt(addresses[0])
  }

  await stage(staged)
  return {
    heard,
    stage,
    close: async () => {
      await Promise.all(open.values().map((listening) => listening.close()))
      open.clear()
    },
  }
}

interface Door {
  readonly address: string
  readonly over: Transport
  /** For the certificate. */
  readonly names: readonly string[]
}

const keyOf = ({ address, over }: Door): string => `${over} ${address}`

/** Where somebody listens, be it in silence. */
function doorsOf(stage: DnsStage, secure: boolean): readonly Door[] {
  const servers = Object.values(stage.nameServers).map(({ address, conduct }) => ({
    addresses: [address],
    names: [],
    conduct,
  }))
  return [...servers, ...stage.resolvers].flatMap(({ addresses, names, conduct }) =>
    addresses.flatMap((address) =>
      transportsOf(conduct, secure && names.length > 0).map((over) => ({ address, over, names })),
    ),
  )
}

function transportsOf(conduct: Conduct, https: boolean): readonly Transport[] {
  const all = ['udp', 'tcp', ...(https ? (['https'] as const) : [])] as const
  return all.filter((over) => conduct[over] !== 'closed')
}
