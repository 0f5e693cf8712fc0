import type { Report, SiteReport } from '../../src/domain/report.ts'

const SITE: SiteReport = {
  url: 'https://www.example.test/',
  host: 'www.example.test',
  verdict: 'unhealthy',
  cause: 'origin-refused',
  category: 'origin',
  confidence: 'certain',
  because: 'Cloudflare and this runner were both refused',
  trend: 'steady',
  headline: 'www.example.test is down: nothing listens at the origin',
  summary: [{ text: 'Visitors get 521 from Cloudflare.' }],
  owner: 'origin',
  clues: [],
  alternatives: [],
  remedy: {
    summary: 'Start it.',
    steps: [
      { type: 'look', action: 'Check that the service is running', details: ' on the origin.' },
      { type: 'look', action: 'Check that it listens.', details: '' },
    ],
    difficulty: 'easy',
    reference: 'https://developers.cloudflare.com/',
  },
  docs: '',
  warnings: [],
  notes: [],
  path: [],
  probes: {
    edge: { timings: {}, total: 60, status: 521, rayId: '8f2a1c0d9e7b6543', colo: 'SJC' },
    origins: [
      {
        timings: {},
        total: 31,
        port: 443,
        failure: { phase: 'connect', reason: 'refused', code: 'ECONNREFUSED' },
      },
    ],
  },
  timeline: [],
  availability: {
    ended: 'over',
    rounds: 1,
    failed: 1,
    inconclusive: 0,
    transitions: 0,
    secondsDown: 0,
    firstFailure: '2030-01-02T14:03:07.000Z',
    lastFailure: '2030-01-02T14:03:07.000Z',
    secondsToRecover: null,
    pattern: '',
  },
  reproduce: [],
}

const REPORT: Report = {
  schema: 1,
  version: '1.0.0',
  at: '2030-01-02T14:04:07.000Z',
  verdict: 'unhealthy',
  promote: false,
  cause: 'origin-refused',
  category: 'origin',
  confidence: 'certain',
  trend: 'steady',
  warnings: [],
  notes: [],
  sites: [SITE],
  history: [{ at: '2030-01-02T14:04:07.000Z', verdict: 'unhealthy', cause: 'origin-refused', run: '' }],
}

/** A site whose origin refuses connections, with changes. */
export function siteReport(changes: Partial<SiteReport> = {}): SiteReport {
  return { ...SITE, ...changes }
}

export function report(changes: Partial<Report> = {}): Report {
  return { ...REPORT, ...changes }
}

export function healthyReport(): Report {
  const words = { verdict: 'healthy', cause: '', category: '', confidence: '' } as const
  const site = siteReport({ ...words, remedy: null, headline: 'www.example.test is healthy' })
  return report({ ...words, promote: true, sites: [site] })
}
