import { found, LONGEST_CHAIN, type Found, type Question, type Reason } from './answer.ts'
import { answerFrom, zoneOf } from './authoritative.ts'
import { isReachable, saidBy } from './behavior.ts'
import { nearestAbove, plain, recordsIn } from './records.ts'
import type { DnsStage, NameServer } from './setup.ts'

/**
 * What the name servers say, all the way from the root: what a resolver finds that remembers nothing.
 * `checkingDisabled`: signatures are not looked at.
 */
export function truthOf(
  stage: DnsStage,
  question: Question,
  checkingDisabled = false,
  depth = LONGEST_CHAIN,
): Found {
  if (depth === 0) return found('SERVFAIL', { reasons: [{ code: 0, text: 'CNAME loop' }] })
  const name = plain(question.name)
  const apex = nearestAbove(name, Object.keys(stage.delegations))
  if (apex === undefined) return found('NXDOMAIN', { authorities: ROOT })

  const follow = (target: Question): Found => truthOf(stage, target, checkingDisabled, depth - 1)
  const { said, server, failures } = firstAnswer(stage, apex, question, follow)
  const waited = failures.some(({ silent }) => silent)
  if (said === undefined) {
    const reasons: readonly Reason[] = [
      { code: 22, text: `at delegation ${apex}.` },
      ...failures.map(({ reason }) => reason),
    ]
    return found('SERVFAIL', { reasons, waited })
  }

  const signatures = server && zoneOf(server.zones, name)?.signatures
  if (signatures === 'bogus' && !checkingDisabled) {
    return found('SERVFAIL', { reasons: [{ code: 6, text: `at delegation ${apex}.` }], waited })
  }
  const answer: Found = { ...said, authentic: signatures === 'valid' && !checkingDisabled, waited }
  const last = answer.answers.at(-1)
  if (last?.type !== 'CNAME' || question.type === 'CNAME' || answer.rcode !== 'NOERROR') return answer
  const rest = follow({ ...question, name: last.data })
  const answers = rest.rcode === 'SERVFAIL' ? [] : [...answer.answers, ...rest.answers]
  return { ...rest, answers, waited: waited || rest.waited }
}

/** As the root answers for a name under no delegation. */
const ROOT = recordsIn(
  '. 900 SOA a.root-servers.example nstld.root-servers.example 2026100100 1800 900 604800 900',
)

interface Failure {
  readonly reason: Reason
  readonly silent: boolean
}

interface Asked {
  readonly said?: Found
  readonly server?: NameServer
  readonly failures: readonly Failure[]
}

/** Asks the servers of a zone one after the other, until one knows. */
function firstAnswer(
  stage: DnsStage,
  apex: string,
  question: Question,
  follow: (question: Question) => Found,
): Asked {
  const failures: Failure[] = []
  for (const name of stage.delegations[apex] ?? []) {
    const server = stage.nameServers[name]
    if (server === undefined || !isReachable(server.conduct)) {
      const text = `${server?.address ?? name}:53 timed out`
      failures.push({ reason: { code: 23, text }, silent: true })
      continue
    }
    const said = saidBy(server.conduct, question, true, () => answerFrom(server.zones, question, follow))
    if (said.rcode === 'NOERROR' || said.rcode === 'NXDOMAIN') return { said, server, failures }
    const text = `${server.address}:53 returned ${said.rcode}`
    failures.push({ reason: { code: 23, text }, silent: false })
  }
  return { failures }
}
