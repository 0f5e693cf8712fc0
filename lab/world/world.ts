import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GITHUB } from '../network/addresses.ts'
import { makeClientCertificate, makeAuthorities, type Authorities, type Dates } from '../tls/authorities.ts'
import { makeLeaf } from '../tls/certificates.ts'
import { faultScenario, type FaultId } from '../scenarios/faults.ts'
import { startGithub, type LabGithub, type LabGithubOptions } from '../github/server.ts'
import { inputDefaults } from './input-defaults.ts'
import type { LabNetwork } from '../network/network.ts'
import { DEFAULT_SETUP, ORIGIN_ADDRESS, SITE, startInternet, type Internet } from './internet.ts'
import { listen, type Listening } from '../network/listen.ts'
import { openLoopback } from '../network/loopback.ts'
import type { LabProxy } from '../network/proxy.ts'
import { once } from '../../src/probe/cache.ts'
import type { Scenario } from '../scenarios/scenario.ts'
import { completeSetup } from './setup.ts'

export interface WorldOptions {
  /** Give either `fault` or `scenario`. */
  readonly fault?: FaultId
  readonly scenario?: Scenario
  /** Loopback by default. Closed with the world. */
  readonly network?: LabNetwork
  /** Workflow inputs. They override those of the lab and of the scenario. */
  readonly inputs?: Readonly<Record<string, string>>
  /** Also overrides variables of the runner, such as GITHUB_EVENT_NAME. */
  readonly env?: Readonly<Record<string, string>>
  readonly github?: LabGithubOptions
  /** GitHub's API has its real name, uses TLS, and is reached through this proxy only. */
  readonly proxy?: LabProxy
  /** When certificates are valid, for runs at a simulated time. */
  readonly dates?: Dates
  /** The Action also records its run, for a test of the recording. */
  readonly records?: boolean
}

/** Everything around one job: the site, the network, GitHub, and the runner's files. */
export interface World {
  readonly scenario: Scenario
  readonly internet: Internet
  readonly github: LabGithub
  readonly folder: string
  /** The environment that the Actions runner gives to the Action. */
  readonly env: Readonly<Record<string, string>>
  /** Starts the timers of `later`. The returned function cancels those that have not fired yet. */
  readonly startChanges: () => () => Promise<void>
  /** Applies the default setup. */
  readonly repair: () => Promise<void>
  readonly close: () => Promise<void>
}

export const REPOSITORY = 'acme/shop'
export const PULL_REQUEST = 7
const GITHUB_TOKEN = 'ghs_Vq3tZ8mW2xLr6nYc9kBs4hJd7pFg1uEa5oTi'
/** The head commit of the pull request. */
export const HEAD_SHA = '5f1c0a9b8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a'
/** The merge commit that GitHub creates for a pull request. */
const MERGE_SHA = 'c0ffee00d15ea5e0c0ffee00d15ea5e0c0ffee00'

/** Short waits, so that a failing scenario ends within seconds. */
const LAB_INPUTS = {
  url: SITE,
  origin: ORIGIN_ADDRESS,
  timeout: '2s',
  wait: '1s',
  interval: '500ms',
  'github-token': GITHUB_TOKEN,
}

/** The same for every world of a process, because making them takes longer than some checks. */
const AUTHORITIES = once(makeAuthorities)

export async function startWorld(options: WorldOptions): Promise<World> {
  const scenario = options.scenario ?? faultScenario(options.fault ?? 'healthy')
  const setup = completeSetup(scenario.setup)
  const pull = {
    number: PULL_REQUEST,
    state: 'open',
    merged_at: null,
    head: { sha: HEAD_SHA },
    base: { repo: { full_name: REPOSITORY } },
  } as const
  const repo = { id: 42, full_name: REPOSITORY }
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-lab-'))
  const authorities = options.dates === undefined ? AUTHORITIES.start() : makeAuthorities(options.dates)
  const client = makeClientCertificate(authorities.originPull)
  const network = options.network ?? openLoopback({ folder, authorities })
  const [internet, github, defaults] = await Promise.all([
    startInternet(setup, { network, authorities, folder }),
    startGithub({
      repository: REPOSITORY,
      token: GITHUB_TOKEN,
      pulls: { [HEAD_SHA]: [pull] },
      // What the README's examples grant.
      permissions: {
        contents: 'read',
        'pull-requests': 'write',
        checks: 'write',
        deployments: 'write',
      },
      ...(network.kind === 'namespace' && {
        at: githubServer((server) => network.listen(server, GITHUB.address, 443), authorities),
      }),
      ...(options.proxy && { at: githubServer(behindProxy(options.proxy), authorities) }),
      ...options.github,
    }),
    inputDefaults.start(),
  ])
  const [owner, name] = REPOSITORY.split('/')
  const file = (path: string, content: string): Promise<void> => writeFile(join(folder, path), content)
  await Promise.all([
    file('ca.pem', authorities.root.certificate),
    // Files that inputs may name. The Action runs in this folder, so relative paths work.
    file('company-ca.pem', authorities.untrusted.certificate),
    file('client.pem', client.cert),
    file('client-key.pem', client.key),
    file(
      'event.json',
      JSON.stringify({
        action: 'synchronize',
        number: pull.number,
        // The pull request comes from a branch of the same repository, so head and base are equal.
        pull_request: { ...pull, head: { ...pull.head, repo }, base: { ...pull.base, repo } },
        repository: { ...repo, name, owner: { login: owner } },
      }),
    ),
    file('output', ''),
    file('summary.md', ''),
  ])

  return {
    scenario,
    internet,
    github,
    folder,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      CI: 'true',
      ...network.env,
      NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
      ...runnerEnv(folder, github.url),
      ...(options.proxy && { HTTPS_PROXY: options.proxy.url }),
      ...(internet.socksUrl !== undefined && { ALL_PROXY: internet.socksUrl }),
      ...(options.records === true && { ORIGIN_GATE_RECORD: join(folder, 'recording.json') }),
      ...inputEnv({ ...defaults, ...LAB_INPUTS, ...scenario.inputs, ...options.inputs }),
      ...options.env,
    },
    startChanges: () => {
      // Each change builds on the one before it.
      let current = setup
      let applied = Promise.resolve()
      const timers = setup.later.map(({ after, setup: next }) =>
        setTimeout(() => {
          current = { ...current, ...next }
          const snapshot = current
          applied = applied.then(() => internet.apply(snapshot))
        }, after),
      )
      return () => {
        for (const timer of timers) clearTimeout(timer)
        return applied
      }
    },
    repair: () => internet.apply(DEFAULT_SETUP),
    close: async () => {
      await Promise.all([internet.close(), github.close()])
      // On Windows, a process that was just ended can still hold a file open.
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** GitHub's API under its real name, with a certificate that the runner trusts. */
const githubServer = (
  listenThere: NonNullable<LabGithubOptions['at']>['listen'],
  { intermediate }: Authorities,
): NonNullable<LabGithubOptions['at']> => ({
  url: `https://${GITHUB.name}`,
  credentials: makeLeaf({ names: [GITHUB.name], issuer: intermediate }),
  listen: listenThere,
})

const behindProxy =
  (proxy: LabProxy) =>
  async (server: Server): Promise<Listening> => {
    const listening = await listen(server)
    proxy.tunnel(`${GITHUB.name}:443`, listening.port)
    return listening
  }

/** https://docs.github.com/actions/reference/workflows-and-actions/variables, for a pull request. */
const runnerEnv = (folder: string, api: string): Readonly<Record<string, string>> => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTION: 'origin-gate',
  GITHUB_ACTOR: 'octocat',
  GITHUB_API_URL: api,
  GITHUB_GRAPHQL_URL: `${api}/graphql`,
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_REPOSITORY: REPOSITORY,
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_EVENT_PATH: join(folder, 'event.json'),
  GITHUB_REF: `refs/pull/${PULL_REQUEST}/merge`,
  GITHUB_REF_NAME: `${PULL_REQUEST}/merge`,
  GITHUB_HEAD_REF: 'new-cart',
  GITHUB_BASE_REF: 'main',
  GITHUB_SHA: MERGE_SHA,
  GITHUB_WORKFLOW: 'deploy',
  GITHUB_JOB: 'check',
  GITHUB_RUN_ID: '1000',
  GITHUB_RUN_NUMBER: '81',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_WORKSPACE: folder,
  GITHUB_OUTPUT: join(folder, 'output'),
  GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  RUNNER_TEMP: folder,
  RUNNER_OS: 'Linux',
  RUNNER_ARCH: 'X64',
  RUNNER_NAME: 'lab',
})

/** An input becomes a variable with its name in upper case. Spaces become underscores, dashes stay. */
export const inputEnv = (inputs: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  )
