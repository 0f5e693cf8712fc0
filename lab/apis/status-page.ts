import { createHash } from 'node:crypto'
import type { ApiResponse, ApiRequest } from './api.ts'

export type ComponentStatus =
  | 'operational'
  | 'degraded_performance'
  | 'partial_outage'
  | 'major_outage'
  | 'under_maintenance'

export interface Incident {
  readonly name: string
  readonly status: 'investigating' | 'identified' | 'monitoring' | 'resolved'
  readonly impact: 'none' | 'minor' | 'major' | 'critical'
  /** Names of the affected components, as displayed. */
  readonly components: readonly string[]
  readonly text: string
}

export interface StatusSetup {
  /** Components with another status: a data center by its IATA code, a service by its name. */
  readonly degraded: Readonly<Record<string, ComponentStatus>>
  readonly incidents: readonly Incident[]
  readonly maintenances: readonly Incident[]
}

export const DEFAULT_STATUS: StatusSetup = { degraded: {}, incidents: [], maintenances: [] }

const PAGE = 'yh6f0r4529hb'
const CHANGED = '2026-10-01T12:00:00.000Z'

/** Services, and data centers in each notation that the real page uses. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Cloudflare Sites and Services': ['API', 'Authoritative DNS', 'CDN/Cache', 'Dashboard', 'Workers'],
  'North America': ['San Jose, CA, United States - (SJC)', 'Ashburn, VA, United States - (IAD)'],
  Europe: ['Amsterdam, Netherlands - (AMS)', 'Frankfurt, Germany - (FRA)', 'Cork, Ireland -  (ORK)'],
  Asia: ['Taipei - (TPE)', 'Tokyo, Japan - (NRT)'],
}

/** www.cloudflarestatus.com, and the same page at statuspage.io, https://www.cloudflarestatus.com/api/v2/. */
export function statusResponse({ path }: ApiRequest, setup: StatusSetup): ApiResponse {
  const components = allComponents(setup)
  const incidents = setup.incidents.map((incident, at) => incidentObject(incident, at, components))
  const maintenances = setup.maintenances.map((incident, at) => incidentObject(incident, at, components))
  const parts: Readonly<Record<string, unknown>> = {
    components,
    incidents,
    scheduled_maintenances: maintenances,
    status: overallStatus(setup),
  }
  const names = FILE_PARTS[/^\/api\/v2\/(.+)\.json$/.exec(path)?.[1] ?? '']
  if (names === undefined) return { status: 404, body: { error: 'Not found' } }
  const page = {
    id: PAGE,
    name: 'Cloudflare',
    url: 'https://www.cloudflarestatus.com',
    time_zone: 'Etc/UTC',
    updated_at: CHANGED,
  }
  return { status: 200, body: { page, ...Object.fromEntries(names.map((part) => [part, parts[part]])) } }
}

const FILE_PARTS: Readonly<Record<string, readonly string[]>> = {
  summary: ['components', 'incidents', 'scheduled_maintenances', 'status'],
  components: ['components'],
  status: ['status'],
  'incidents/unresolved': ['incidents'],
  'scheduled-maintenances/active': ['scheduled_maintenances'],
}

interface Component {
  readonly id: string
  readonly name: string
  readonly status: ComponentStatus
}

const allComponents = ({ degraded }: StatusSetup): readonly Component[] =>
  Object.entries(GROUPS).flatMap(([group, names]) => {
    const head = { ...componentObject(group, 'operational', null), group: true }
    const members = names.map((name) => {
      const colo = /\(([A-Z]{3})\)$/.exec(name)?.[1] ?? name
      return componentObject(name, degraded[colo] ?? 'operational', idOf(group))
    })
    return [head].concat(members)
  })

const componentObject = (name: string, status: ComponentStatus, group: string | null) => ({
  id: idOf(name),
  name,
  status,
  created_at: CHANGED,
  updated_at: CHANGED,
  position: 1,
  description: null,
  showcase: false,
  start_date: null,
  group_id: group,
  page_id: PAGE,
  group: false,
  only_show_if_degraded: false,
})

/** Twelve characters, as Statuspage uses. */
const idOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 12)

const incidentObject = (incident: Incident, at: number, components: readonly Component[]): unknown => ({
  id: `incident${String(at).padStart(4, '0')}`,
  name: incident.name,
  status: incident.status,
  impact: incident.impact,
  created_at: CHANGED,
  updated_at: CHANGED,
  monitoring_at: null,
  resolved_at: null,
  started_at: CHANGED,
  shortlink: `https://stspg.io/incident${at}`,
  page_id: PAGE,
  incident_updates: [
    {
      id: `update${at}`,
      status: incident.status,
      body: incident.text,
      created_at: CHANGED,
      display_at: CHANGED,
      updated_at: CHANGED,
    },
  ],
  components: components.filter(({ name }) => incident.components.includes(name)),
})

function overallStatus({ incidents }: StatusSetup): unknown {
  const impacts = new Set(incidents.map(({ impact }) => impact))
  for (const [indicator, description] of [
    ['critical', 'Critical System Outage'],
    ['major', 'Major Service Outage'],
    ['minor', 'Minor Service Outage'],
  ] as const) {
    if (impacts.has(indicator)) return { indicator, description }
  }
  return { indicator: 'none', description: 'All Systems Operational' }
}
