/** The lab's site and GitHub, and a user whose workflow is one of our examples. One world serves many runs. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import type { Workflow } from '../support/workflow.ts'
import type { LabPermissions } from '../../lab/github/permissions.ts'
import { clockEnv } from '../../lab/runner/run-action.ts'
import { SITE } from '../../lab/world/internet.ts'
import { completeSetup, type Setup } from '../../lab/world/setup.ts'
import { HEAD_SHA, PULL_REQUEST, REPOSITORY, startWorld, type World } from '../../lab/world/world.ts'
import { startAct, type ActRun, type StartedAct } from './act.ts'
import { ROOT, standIns, writeArchive, writeRepository } from './repository.ts'

export interface Shop {
  readonly world: World
  readonly run: (options: ShopRun) => Promise<ActRun>
  /** The same, as a process. */
  readonly start: (options: ShopRun) => Promise<StartedAct>
  readonly close: () => Promise<void>
}

export interface ShopRun {
  readonly workflow: string
  readonly event: ShopEvent
  readonly secrets: Readonly<Record<string, string>>
  readonly setup?: Partial<Setup>
  /** Of the token. Absent: those that the workflow gives the job with the Action. */
  readonly permissions?: LabPermissions
  /** Waits take as long as they say. */
  readonly waits?: boolean
}

export interface ShopEvent {
  readonly name: 'push' | 'pull_request'
  readonly payload: unknown
}

const PAYLOAD = {
  repository: {
    id: 42,
    full_name: REPOSITORY,
    name: REPOSITORY.split('/')[1],
    owner: { login: REPOSITORY.split('/')[0] },
    default_branch: 'main',
  },
} as const

/** A push of this commit to the default branch. */
export const pushOf = (sha: string): ShopEvent => ({
  name: 'push',
  payload: { ...PAYLOAD, ref: 'refs/heads/main', after: sha, deleted: false },
})

/** A pull request from a branch of this repository. */
export const pullRequestFrom = (repository: string): ShopEvent => ({
  name: 'pull_request',
  payload: {
    ...PAYLOAD,
    action: 'synchronize',
    number: PULL_REQUEST,
    pull_request: {
      number: PULL_REQUEST,
      head: {
        sha: HEAD_SHA,
        ref: 'new-cart',
        label: `${repository.split('/')[0]}:new-cart`,
        repo: { id: repository === REPOSITORY ? 42 : 43, full_name: repository },
      },
      base: { ref: 'main', repo: PAYLOAD.repository },
    },
  },
})

/** A file of examples/, with the lab's site in place of the one to replace. */
export async function example(name: string): Promise<string> {
  const text = await readFile(join(ROOT, 'examples', `${name}.yml`), 'utf8')
  return text.replaceAll(/https:\/\/(?:www|staging)\.example\.com\/(?:health)?/g, SITE)
}

/** What the workflow grants the job that runs the Action. A job's own `permissions` replace those of the workflow. */
function permissionsIn(workflow: string): LabPermissions {
  const { permissions, jobs }: Workflow = parse(workflow)
  const job = Object.values(jobs).find(({ steps }) =>
    steps.some(({ uses = '' }) => uses.startsWith('origin-gate/')),
  )
  return job?.permissions ?? permissions ?? {}
}

/** Each run has a higher id than the ones before it. */
let lastRun = 7000

export async function startShop(act: string): Promise<Shop> {
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-shop-'))
  const gate = join(folder, 'gate')
  const [world] = await Promise.all([
    startWorld({ fault: 'healthy' }),
    writeArchive(gate),
    mkdir(join(folder, 'home')),
  ])

  const start = async ({
    workflow,
    event,
    secrets,
    setup = {},
    permissions = permissionsIn(workflow),
    waits = false,
  }: ShopRun): Promise<StartedAct> => {
    lastRun += 1
    const repository = join(folder, `run-${lastRun}`)
    const payload = join(folder, `event-${lastRun}.json`)
    world.github.grant(permissions)
    await Promise.all([
      writeRepository(repository, { '.github/workflows/deploy.yml': workflow }),
      writeFile(payload, JSON.stringify(event.payload)),
      world.internet.apply(completeSetup(setup)),
    ])
    return startAct({
      act,
      repository,
      event: event.name,
      payload,
      instead: standIns([workflow], { 'origin-gate/origin-gate': gate }),
      env: {
        ORIGIN_GATE_LAB: world.env['ORIGIN_GATE_LAB'] ?? '',
        ...(!waits && (await clockEnv(world, new Date()))),
        NODE_EXTRA_CA_CERTS: world.env['NODE_EXTRA_CA_CERTS'] ?? '',
        GITHUB_API_URL: world.github.url,
        GITHUB_GRAPHQL_URL: `${world.github.url}/graphql`,
        GITHUB_RUN_ID: String(lastRun),
        GITHUB_RUN_ATTEMPT: '1',
      },
      secrets: { ...secrets, GITHUB_TOKEN: world.env['INPUT_GITHUB-TOKEN'] ?? '' },
      programs: [dirname(process.execPath)],
      home: join(folder, 'home'),
    })
  }
  return {
    world,
    start,
    run: async (options) => (await start(options)).ended,
    close: async () => {
      await world.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
