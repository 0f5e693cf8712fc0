import type { Config, PublishConfig, Schedule, Site } from '../../src/domain/config.ts'

// Defaults for a test to change.

export const SITE: Site = {
  url: 'https://www.shop.example/',
  origins: [],
  originHost: 'www.shop.example',
  originSni: 'www.shop.example',
  headers: [],
  expectedStatus: [[200, 399]],
  timeout: 10_000,
  method: 'GET',
  sslMode: 'auto',
  originCa: [],
  followRedirects: 5,
  certificateDays: 14,
  resolvers: [],
}

export const SCHEDULE: Schedule = { wait: 0, interval: 1000, consecutiveSuccesses: 1, watch: 0 }

export const PUBLISH: PublishConfig = {
  comment: 'always',
  commentTarget: 'auto',
  commentKey: 'deploy / check',
  prNumber: undefined,
  commitSha: undefined,
  jobSummary: true,
  checkRun: false,
  deploymentStatus: false,
  githubToken: 'lab-token',
}

export const CONFIG: Config = {
  sites: [SITE],
  schedule: SCHEDULE,
  failOn: new Set(['unhealthy']),
  showOrigin: false,
  report: '',
  junit: '',
  html: '',
  badge: '',
  baseline: '',
  publish: PUBLISH,
}
