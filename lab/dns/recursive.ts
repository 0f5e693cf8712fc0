import { dnsAnswer, MAX_CNAME_CHAIN, type DnsAnswer, type Question, type ExtendedError } from './answer.ts'
import { answerFromZones, findZone } from './authoritative.ts'
import { isReachable, answerAs } from './behavior.ts'
import type { Cache } from './cache.ts'
import { closestApex, normalizeName, parseRecords } from './records.ts'
import type { DnsSetup, NameServer } from './setup.ts'

/**
 * Resolves a question from the root, as a resolver with an empty cache does. `checkingDisabled`: signatures are not
 * validated.
 */
export function resolveFromRoot(
  setup: DnsSetup,
  question: Question,
  checkingDisabled = false,
  depth = MAX_CNAME_CHAIN,
): DnsAnswer {
  if (depth === 0) return dnsAnswer('SERVFAIL', { extendedErrors: [{ code: 0, text: 'CNAME loop' }] })
  const name = normalizeName(question.name)
  const apex = closestApex(name, Object.keys(setup.delegations))
  if (apex === undefined) return dnsAnswer('NXDOMAIN', { authorities: ROOT_SOA })

  const resolveAlias = (target: Question): DnsAnswer =>
    resolveFromRoot(setup, target, checkingDisabled, depth - 1)
  const { answer: first, server, failures } = firstAuthoritativeAnswer(setup, apex, question, resolveAlias)
  const timedOut = failures.some(({ silent }) => silent)
  if (first === undefined) {
    const extendedErrors: readonly ExtendedError[] = [
      { code: 22, text: `at delegation ${apex}.` },
      ...failures.map(({ reason }) => reason),
    ]
    return dnsAnswer('SERVFAIL', { extendedErrors, timedOut })
  }

  const signatures = server && findZone(server.zones, name)?.signatures
  if (signatures === 'bogus' && !checkingDisabled) {
    return dnsAnswer('SERVFAIL', { extendedErrors: [{ code: 6, text: `at delegation ${apex}.` }], timedOut })
  }
  const answer: DnsAnswer = { ...first, authentic: signatures === 'valid' && !checkingDisabled, timedOut }
  const last = answer.answers.at(-1)
  if (last?.type !== 'CNAME' || question.type === 'CNAME' || answer.rcode !== 'NOERROR') return answer
  const rest = resolveAlias({ ...question, name: last.data })
  const answers = rest.rcode === 'SERVFAIL' ? [] : [...answer.answers, ...rest.answers]
  return { ...rest, answers, timedOut: timedOut || rest.timedOut }
}

/** The root's SOA, for names that are not delegated. */
const ROOT_SOA = parseRecords(
  '. 900 SOA a.root-servers.example nstld.root-servers.example 2026100100 1800 900 604800 900',
)

interface Failure {
  readonly reason: ExtendedError
  readonly silent: boolean
}

interface AuthoritativeResult {
  readonly answer?: DnsAnswer
  readonly server?: NameServer
  readonly failures: readonly Failure[]
}

/** Queries the servers of a zone in order, until one knows the answer. */
function firstAuthoritativeAnswer(
  setup: DnsSetup,
  apex: string,
  question: Question,
  resolveAlias: (question: Question) => DnsAnswer,
): AuthoritativeResult {
  const failures: Failure[] = []
  for (const name of setup.delegations[apex] ?? []) {
    const server = setup.nameServers[name]
    if (server === undefined || !isReachable(server.behavior)) {
      const text = `${server?.address ?? name}:53 timed out`
      failures.push({ reason: { code: 23, text }, silent: true })
      continue
    }
    const answer = answerAs(server.behavior, question, true, () =>
      answerFromZones(server.zones, question, resolveAlias),
    )
    if (answer.rcode === 'NOERROR' || answer.rcode === 'NXDOMAIN') return { answer, server, failures }
    const text = `${server.address}:53 returned ${answer.rcode}`
    failures.push({ reason: { code: 23, text }, silent: false })
  }
  return { failures }
}

/** Answers from the cache, and resolves what isn't cached. */
export function resolveWithCache(
  cache: Cache,
  setup: DnsSetup,
  caches: boolean,
  question: Question,
  checkingDisabled: boolean,
  depth = MAX_CNAME_CHAIN,
): DnsAnswer {
  if (depth === 0) return dnsAnswer('SERVFAIL')
  const cached = cache.lookup(question)
  if (cached !== undefined) return cached

  const [alias] = cache.lookup({ ...question, type: 'CNAME' })?.answers ?? []
  if (alias !== undefined) {
    const target = { ...question, name: alias.data }
    const rest = resolveWithCache(cache, setup, caches, target, checkingDisabled, depth - 1)
    return { ...rest, answers: [alias, ...rest.answers] }
  }
  const answer = resolveFromRoot(setup, question, checkingDisabled)
  // An unvalidated answer must not be served to clients that want validation.
  if (caches && !checkingDisabled) cache.store(question, answer)
  return answer
}
