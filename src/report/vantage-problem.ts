import type { VantageMeasurement, VantageProblem } from '../domain/vantage/vantage.ts'
import { duration } from '../shared/text.ts'

/** Why results are missing, and what to do; undefined when all are there. */
export function problemSentence({
  problem,
  cost,
}: Pick<VantageMeasurement, 'problem' | 'cost'>): string | undefined {
  if (problem === undefined) return
  if (problem === 'limit') {
    const wait = cost === undefined ? 'Wait an hour' : `Wait ${duration(cost.resetsIn * 1000)}`
    return `Globalping has no tests left in this hour. ${wait}, or set \`globalping-token\`.`
  }
  return PROBLEMS[problem]
}

const PROBLEMS: Readonly<Record<Exclude<VantageProblem, 'limit'>, string>> = {
  'no-probes':
    'Globalping has no probes at these places. Check their spelling, or use a larger area such as `Europe`.',
  token:
    'Globalping rejects the token. Create a new one at https://dash.globalping.io, and set `globalping-token`.',
  rejected: 'Globalping rejects this measurement. Check the places in `vantage-points`.',
  unavailable:
    "Globalping can't be reached or fails, so nothing was measured from elsewhere. Run the check again later.",
  slow: "Globalping's results were not complete in time. Use fewer places, or a `timeout` of at least 20s.",
  malformed:
    "Globalping's response is not what its API describes, so results are missing. Check for a new version of Origin Gate.",
  'secret-url':
    'Nothing was sent to Globalping, because the URL contains a secret. Send the secret in `headers` instead.',
  private:
    'Nothing was sent to Globalping, because the host is not on the public internet. Remove `vantage-points` for this site.',
}
