/** A user's repository whose workflow monitors the lab's site, and the runner and the GitHub around it. */
import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { LabActivity } from '../../lab/github/branches.ts'
import type { LabDeployment } from '../../lab/github/deployments.ts'
import type { LabPermissions } from '../../lab/github/permissions.ts'
import { clockEnv } from '../../lab/runner/run-action.ts'
import { ORIGIN_ADDRESS, SITE } from '../../lab/world/internet.ts'
import { completeSetup, type Setup } from '../../lab/world/setup.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { reportIn } from '../../lab/runner/read-report.ts'
import type { Report } from '../../src/report/schema-1/report.ts'
import { readWorkflow, type Job } from '../support/workflow.ts'
import { startAct, type ActRun } from '../workflows/act.ts'
import { ROOT, standIns, writeArchive, writeFiles, writeRepository } from '../workflows/repository.ts'

/** The workflow that users write to call ours, and the one that has all steps itself. */
export type Kind = 'monitor-short' | 'monitor'

/** The only job of a workflow. */
export function jobOf(path: string): Job {
  const job = readWorkflow(path).jobs['monitor']
  if (job === undefined) throw new Error(`${path} has no job named monitor.`)
  return job
}

export interface User {
  readonly world: World
  /** Runs the scheduled workflow, at a time in hours from the start of the test. */
  readonly runAt: (hours: number, setup?: Partial<Setup>) => Promise<ActRun>
  /** The same, as a process. */
  readonly startAt: (hours: number) => Promise<ReturnType<typeof startAct>>
  /** The verdicts of the checks so far, as the newest saved report has them. */
  readonly history: () => Promise<readonly string[]>
  /** When the deploy was that the newest saved report is about. */
  readonly deployedAt: () => Promise<string>
  /** The keys of what the workflow saved, oldest first. */
  readonly saved: () => readonly string[]
  /** Deletes what the workflow saved, as GitHub may do. */
  readonly forget: () => Promise<void>
  /** Cuts it off in the middle. */
  readonly tear: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface UserOptions {
  readonly act: string
  /** The folder that `writeGate` wrote. */
  readonly gate: string
  readonly kind: Kind
  /** Replaces text of the user's workflow. */
  readonly edit?: (workflow: string) => string
  readonly activity?: readonly LabActivity[]
  readonly deployments?: readonly LabDeployment[]
  /** Of the token. Absent: those of the workflow. */
  readonly permissions?: LabPermissions
}

/** Whole seconds, as GitHub's times. */
const START = Math.floor(Date.now() / 1000) * 1000

export const time = (hours: number): string =>
  new Date(START + hours * 3_600_000).toISOString().replace(/\.\d+/, '')

/** A push to the default branch. */
export const push = (hours: number, sha: string): LabActivity => ({
  ref: 'refs/heads/main',
  after: sha,
  timestamp: time(hours),
})

/** In place of https://github.com/actions/cache, with a folder: restores by a prefix, and never saves a key twice. */
const CACHE = {
  restore: `
name: restore
inputs: { path: { required: true }, key: { required: true }, restore-keys: { default: '' } }
runs:
  using: composite
  steps:
    - shell: bash
      env: { FILE: '\${{ inputs.path }}', KEY: '\${{ inputs.key }}', PREFIX: '\${{ inputs.restore-keys }}' }
      run: |
        found=$(cd "$LAB_CACHE" && ls -t "$KEY" 2>/dev/null || ls -t | grep "^$PREFIX" | head -n 1 || true)
        if [ -n "$found" ]; then cp "$LAB_CACHE/$found" "$FILE"; fi
`,
  save: `
name: save
inputs: { path: { required: true }, key: { required: true } }
runs:
  using: composite
  steps:
    - shell: bash
      env: { FILE: '\${{ inputs.path }}', KEY: '\${{ inputs.key }}' }
      run: |
        [ ! -e "$LAB_CACHE/$KEY" ]
        cp "$FILE" "$LAB_CACHE/$KEY"
`,
} as const

/** Each run has a higher id than the ones before it. */
let lastRun = 5000

const CALLED = '.github/workflows/monitor.yml'

/** Writes what `uses: origin-gate/origin-gate` names: the Action, and the workflow, which GitHub reads elsewhere. */
export async function writeGate(folder: string): Promise<void> {
  await writeArchive(folder)
  await writeFiles(folder, { [CALLED]: await readFile(join(ROOT, CALLED), 'utf8') })
}

export async function startUser({
  act,
  gate,
  kind,
  edit = (same) => same,
  ...github
}: UserOptions): Promise<User> {
  const { permissions = {} } = jobOf(`examples/${kind}.yml`)
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-monitor-'))
  const inside = (...names: readonly string[]): string => join(folder, ...names)
  let now = START
  // A run takes some time until it opens an issue, and the clock of the Action stands still meanwhile.
  const world = await startWorld({
    fault: 'healthy',
    github: { permissions, now: () => new Date(now + 120_000), ...github },
  })
  const [called, example] = await Promise.all([
    readFile(join(gate, CALLED), 'utf8'),
    readFile(join(ROOT, 'examples', `${kind}.yml`), 'utf8'),
  ])
  const workflow = edit(example.replaceAll('https://www.example.com/', SITE))
  await Promise.all([
    writeRepository(inside('user'), { '.github/workflows/monitor.yml': workflow }),
    mkdir(inside('saved'), { recursive: true }),
    mkdir(inside('home'), { recursive: true }),
    writeFiles(folder, {
      'cache/restore/action.yml': CACHE.restore,
      'cache/save/action.yml': CACHE.save,
      // For the host github.localhost, gh uses plain HTTP, here through the lab's server as its proxy.
      'bin/gh': script(
        `export GH_HOST=github.localhost http_proxy=${world.github.url}\nexec ${which('gh')} "$@"`,
      ),
      'bin/date': script(`exec ${which('date')} --date "$LAB_NOW" "$@"`),
    }),
  ])
  await Promise.all(['bin/gh', 'bin/date'].map((name) => chmod(inside(name), 0o755)))

  const startAt = async (hours: number): Promise<ReturnType<typeof startAct>> => {
    now = START + hours * 3_600_000
    lastRun += 1
    return startAct({
      act,
      repository: inside('user'),
      event: 'schedule',
      instead: standIns([workflow, called], {
        'origin-gate/origin-gate': gate,
        'actions/cache': inside('cache'),
      }),
      env: {
        ...(await clockEnv(world, new Date(now))),
        NODE_EXTRA_CA_CERTS: world.env['NODE_EXTRA_CA_CERTS'] ?? '',
        GITHUB_API_URL: world.github.url,
        GITHUB_GRAPHQL_URL: `${world.github.url}/graphql`,
        GITHUB_RUN_ID: String(lastRun),
        GITHUB_RUN_ATTEMPT: '1',
        LAB_NOW: new Date(now).toISOString(),
        LAB_CACHE: inside('saved'),
      },
      secrets: { ORIGIN: ORIGIN_ADDRESS, GITHUB_TOKEN: world.env['INPUT_GITHUB-TOKEN'] ?? '' },
      programs: [inside('bin'), dirname(process.execPath)],
      home: inside('home'),
    })
  }
  const saved = (): readonly string[] =>
    spawnSync('ls', ['-tr', inside('saved')], { encoding: 'utf8' })
      .stdout.split('\n')
      .filter(Boolean)
  const newest = async (): Promise<Report> =>
    reportIn(await readFile(inside('saved', saved().at(-1) ?? ''), 'utf8'))
  return {
    world,
    startAt,
    history: async () => ((await newest()).history ?? []).map(({ verdict }) => verdict),
    deployedAt: async () => (await newest()).monitoring?.deployedAt ?? '',
    runAt: async (hours, setup = {}) => {
      await world.internet.apply(completeSetup(setup))
      return (await startAt(hours)).ended
    },
    saved,
    forget: async () => {
      await Promise.all(saved().map((key) => rm(inside('saved', key))))
    },
    tear: async () => {
      await Promise.all(saved().map((key) => truncate(inside('saved', key), 500)))
    },
    close: async () => {
      await world.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const script = (text: string): string => `#!/bin/sh\n${text}\n`

/** The full path of a program, which a script of the same name replaces. */
const which = (name: string): string =>
  spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()
