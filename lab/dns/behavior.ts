import { found, type Found, type Question } from './answer.ts'
import { isWithin, plain } from './records.ts'
import type { Conduct } from './setup.ts'

/** What a server says that knows `truth`. */
export function saidBy(
  conduct: Conduct,
  question: Question,
  checkingDisabled: boolean,
  truth: () => Found,
): Found {
  const { says, about } = conduct
  const concerned = about.length === 0 || about.some((name) => isWithin(plain(question.name), plain(name)))
  if (!concerned) return truth()
  switch (says) {
    case 'truth':
      return truth()
    case 'nxdomain':
      return found('NXDOMAIN')
    case 'nodata':
      return found('NOERROR')
    case 'servfail':
      return found('SERVFAIL')
    case 'refused':
      return found('REFUSED')
    case 'bogus':
      return checkingDisabled ? truth() : found('SERVFAIL', { reasons: [{ code: 6, text: '' }] })
    default:
      return says satisfies never
  }
}

/** Whether anybody who asks gets an answer, be it a bad one. */
export const isReachable = ({ udp, tcp }: Conduct): boolean => udp === 'open' || tcp === 'open'
