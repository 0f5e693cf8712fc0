import type { Setup } from '../world/setup.ts'

/** One run of the monitor's schedule. */
export interface PlannedRun {
  readonly at: Date
  /** What happens in the lab then. Empty: all is fine. */
  readonly setup: Partial<Setup>
}

/** Runs after which what they leave is read. */
const MOMENTS: Readonly<Record<string, Date>> = {
  'first-run': new Date('2026-11-26T10:00:00Z'),
  'outage-begins': new Date('2026-11-26T14:00:00Z'),
  'cause-changes': new Date('2026-11-26T14:30:00Z'),
  'outage-over': new Date('2026-11-26T15:00:00Z'),
  'runner-offline': new Date('2026-11-26T22:45:00Z'),
  'certificate-renewed': new Date('2026-11-27T03:00:00Z'),
  'after-gap': new Date('2026-11-27T08:00:00Z'),
  'second-outage': new Date('2026-11-27T17:00:00Z'),
  'last-word': new Date('2026-11-28T09:45:00Z'),
}

export const DEPLOYED_AT = new Date('2026-11-26T09:42:00Z')
/** Milliseconds between two runs. */
const INTERVAL = 15 * 60_000
/** The first run after the deploy. */
const FIRST = Date.parse('2026-11-26T10:00:00Z')
/** 48 hours of quarters. The last one is the first run at which 48 hours have passed since the deploy. */
const RUNS = 192

const OFFLINE: Partial<Setup> = {
  resolvesTo: 'server-failure',
  runnerToOrigin: 'net-unreachable',
  runnerToEdge: 'net-unreachable',
  runnerToOthers: 'net-unreachable',
}

/** What happens from one time on, until the other. */
const EVENTS: readonly (readonly [from: string, until: string, setup: Partial<Setup> | 'no-run'])[] = [
  ['2026-11-26T13:30Z', '2026-11-26T14:00Z', { origin: 'slow' }],
  // The web server is restarted before its application is.
  ['2026-11-26T14:00Z', '2026-11-26T14:30Z', { origin: 'stopped' }],
  ['2026-11-26T14:30Z', '2026-11-26T15:00Z', { origin: 'app-down' }],
  ['2026-11-26T22:00Z', '2026-11-26T23:00Z', OFFLINE],
  ['2026-11-27T03:00Z', '2026-11-29T00:00Z', { certificate: 'renewed' }],
  ['2026-11-27T06:00Z', '2026-11-27T08:00Z', 'no-run'],
  ['2026-11-27T16:30Z', '2026-11-27T17:15Z', { edgeToOrigin: 'reset' }],
]

/** The runs of 48 hours after a deploy, with two outages, a runner offline, a certificate renewed, and a gap. */
export const TWO_DAYS: readonly PlannedRun[] = Array.from(
  { length: RUNS },
  (_, index) => FIRST + index * INTERVAL,
)
  .map((at) => ({
    at,
    events: EVENTS.filter(([from, until]) => Date.parse(from) <= at && at < Date.parse(until)),
  }))
  .filter(({ events }) => !events.some(([, , setup]) => setup === 'no-run'))
  .map(({ at, events }) => ({
    at: new Date(at),
    setup: Object.assign({}, ...events.map(([, , setup]) => setup)),
  }))

/** The name of a moment at which to read what the runs have left so far; undefined at most times. */
export function momentAt(at: Date): string | undefined {
  return Object.entries(MOMENTS).find(([, time]) => time.getTime() === at.getTime())?.[0]
}
