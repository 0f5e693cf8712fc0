import { dnsAnswer, type DnsAnswer, type Question } from './answer.ts'
import { isWithin, normalizeName } from './records.ts'
import type { ServerBehavior } from './setup.ts'

/** The answer of a server with this behavior. `truth` computes the correct one. */
export function answerAs(
  behavior: ServerBehavior,
  question: Question,
  checkingDisabled: boolean,
  truth: () => DnsAnswer,
): DnsAnswer {
  const { answer, names } = behavior
  const concerned =
    names.length === 0 || names.some((name) => isWithin(normalizeName(question.name), normalizeName(name)))
  if (!concerned) return truth()
  switch (answer) {
    case 'truth':
      return truth()
    case 'nxdomain':
      return dnsAnswer('NXDOMAIN')
    case 'nodata':
      return dnsAnswer('NOERROR')
    case 'servfail':
      return dnsAnswer('SERVFAIL')
    case 'refused':
      return dnsAnswer('REFUSED')
    case 'bogus':
      return checkingDisabled ? truth() : dnsAnswer('SERVFAIL', { extendedErrors: [{ code: 6, text: '' }] })
    default:
      return answer satisfies never
  }
}

/** Whether the server answers at all, even if wrongly. */
export const isReachable = ({ udp, tcp }: ServerBehavior): boolean => udp === 'open' || tcp === 'open'
