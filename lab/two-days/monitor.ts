import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runAction, type Run } from '../runner/run-action.ts'
import { HEAD_SHA, REPOSITORY, startWorld, type World } from '../world/world.ts'
import { HEALTHY, type Scenario } from '../scenarios/scenario.ts'
import { completeSetup } from '../world/setup.ts'
import { DEPLOYED_AT, type PlannedRun } from './plan.ts'

/** The commit of the default branch on which the schedule runs. It is newer than the one that was deployed. */
const SCHEDULED_SHA = '9a7c1e5d3b2f4a6c8e0d1f3b5a7c9e2d4f6b8a0c'

/** What each run writes into the folder of the world. */
const [STATE, PAGE, BADGE] = ['report.json', 'report.html', 'badge.json'] as const
export const FILES = [STATE, PAGE, BADGE] as const

/** What `examples/monitor.yml` sets, without the waits that a second check needs. */
const INPUTS = {
  wait: '0s',
  'comment-target': 'commit',
  'commit-sha': HEAD_SHA,
  'deployed-at': DEPLOYED_AT.toISOString(),
  'monitor-for': '48h',
  'comment-key': 'monitor',
  report: STATE,
  html: PAGE,
  badge: BADGE,
}

/** Nothing in these days depends on a timeout, so a busy machine may take its time. */
const LIMITS = { connect: 20_000, read: 2000 }

const SCENARIO: Scenario = {
  id: 'two-days',
  sentence: 'a schedule checks a site for 48 hours',
  setup: { limits: LIMITS },
  inputs: { timeout: '20s' },
  curl: { edge: 200, direct: 200 },
  expected: HEALTHY,
}

export interface Monitor {
  readonly world: World
  /** Applies the setup, and runs the Action at that time. */
  readonly run: (planned: PlannedRun) => Promise<Run>
}

/**
 * A world whose site a schedule checks.
 *
 * @param options.baseline whether the report of each run is the baseline of the next; if not, only the comment remains
 */
export async function startMonitor({ baseline }: { readonly baseline: boolean }): Promise<Monitor> {
  const world = await startWorld({
    scenario: SCENARIO,
    inputs: { ...INPUTS, ...(baseline && { baseline: STATE }) },
    env: {
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_HEAD_REF: '',
      GITHUB_BASE_REF: '',
      GITHUB_SHA: SCHEDULED_SHA,
      GITHUB_WORKFLOW: 'monitor',
    },
    github: { permissions: { contents: 'write' } },
    // Fixed, so that the report is the same on every day, and wide, because TLS itself goes by the real time.
    dates: { notBefore: Date.UTC(2020, 0, 1), notAfter: Date.UTC(2049, 5, 1) },
  })
  const [owner, name] = REPOSITORY.split('/')
  const event = {
    schedule: '*/15 * * * *',
    workflow: '.github/workflows/monitor.yml',
    repository: { id: 42, full_name: REPOSITORY, name, default_branch: 'main', owner: { login: owner } },
  }
  await writeFile(join(world.folder, 'event.json'), JSON.stringify(event))
  let applied = '{}'
  let number = 0
  return {
    world,
    run: async ({ at, setup }) => {
      const next = JSON.stringify(setup)
      if (next !== applied) await world.internet.apply(completeSetup({ limits: LIMITS, ...setup }))
      applied = next
      number += 1
      return runAction(world, {
        now: at,
        env: { GITHUB_RUN_ID: String(5000 + number), GITHUB_RUN_NUMBER: String(number) },
      })
    },
  }
}
