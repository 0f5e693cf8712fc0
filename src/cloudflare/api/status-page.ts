import type { StatusPage } from '../../domain/zone.ts'
import { beginning, untrusted } from '../../domain/untrusted.ts'
import { flagIn, listIn, member, textIn } from '../../shared/json.ts'

/** The second is the same page at its hosting provider, in case the first blocks scripts. */
export const STATUS_PAGES = [
  'https://www.cloudflarestatus.com/api/v2/summary.json',
  'https://yh6f0r4529hb.statuspage.io/api/v2/summary.json',
] as const

/** The page lists about four hundred data centers. */
export const STATUS_PAGE_LIMIT = 1024 * 1024

/** The most incidents to report, and characters of each. */
const MAX_INCIDENTS = 3
const MAX_NAME_LENGTH = 120

/** The status of a data center, and the incidents that concern it or many data centers. */
export function statusIn(body: unknown, colo: string): StatusPage | undefined {
  if (member(body, 'page') === undefined) return
  const component = listIn(body, 'components', 2000).find((each) => isOf(each, colo))
  const status = textIn(component, 'status') ?? ''
  const incidents = listIn(body, 'incidents').filter((incident) => {
    const grave = ['major', 'critical'].includes(textIn(incident, 'impact') ?? '')
    const here = listIn(incident, 'components').some((each) => isOf(each, colo))
    return here || (grave && listIn(incident, 'components').every((each) => coloOf(each) === undefined))
  })
  return {
    ...(/^[a-z_]{1,40}$/.test(status) && { colo: untrusted(status) }),
    incidents: incidents
      .slice(0, MAX_INCIDENTS)
      .map((incident) => beginning(untrusted(textIn(incident, 'name') ?? ''), MAX_NAME_LENGTH)),
  }
}

function isOf(component: unknown, colo: string): boolean {
  return colo !== '' && coloOf(component) === colo
}

/** `Amsterdam, Netherlands - (AMS)` */
function coloOf(component: unknown): string | undefined {
  if (flagIn(component, 'group') === true) return
  return /\(([A-Z]{3})\)\s*$/.exec((textIn(component, 'name') ?? '').slice(0, 200))?.[1]
}
