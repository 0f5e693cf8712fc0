import type { Evidence } from '../../src/domain/evidence.ts'
import type { Exchange } from '../../src/domain/exchange.ts'
import { recordingOf } from '../../src/recording/write.ts'
import { SCHEDULE, SITE } from './config.ts'
import { evidenceWith } from './evidence.ts'

/** What a recording keeps of an exchange. */
export function asRecorded(exchange: Exchange): Exchange {
  return evidenceAsRecorded(evidenceWith({ edge: exchange })).edge ?? exchange
}

export function evidenceAsRecorded(evidence: Evidence): Evidence {
  const sites = [{ site: SITE, history: [evidence], addresses: [] }] as const
  const run = { version: '1.0.0', at: evidence.at, schedule: SCHEDULE, sites }
  return recordingOf(run, { showOrigin: true, tokens: [] }).sites[0].history[0]
}
