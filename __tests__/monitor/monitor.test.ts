/**
 * The workflows of docs/monitoring.md under an independent runner: act runs them, with the built Action, GitHub's own
 * `gh`, and the lab's GitHub and internet. Time is simulated, so 48 hours pass between two runs. The lab's GitHub
 * grants what the workflow names. What act ignores, such as `concurrency`, is not tested.
 */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import type { LabDeployment } from '../../lab/github/deployments.ts'
import { ORIGIN_ADDRESS, SITE } from '../../lab/world/internet.ts'
import { completeSetup } from '../../lab/world/setup.ts'
import { describeWith } from '../workflows/describe-with.ts'
import { programs, tool } from '../workflows/tools.ts'
import { CHECKOUT } from '../workflows/repository.ts'
import { push, startUser, writeGate, time, type User, type UserOptions } from './user.ts'

const PUSHED = 'a'.repeat(40)
const DEPLOYED = 'd'.repeat(40)
const OTHER = 'e'.repeat(40)

const DOWN = { origin: 'stopped' } as const
/** Cloudflare challenges the runner, so the check can't reach the site. */
const CHALLENGED = { edgeBehavior: 'challenge' } as const

/** Each run of act takes seconds, and other tests run in parallel. */
jest.setTimeout(120_000)

const act = await tool('act')
const describeHere = describeWith(act, CHECKOUT, await programs('gh', 'jq', 'git'))

let gate = ''
let users: readonly User[] = []
beforeAll(async () => {
  gate = await mkdtemp(join(tmpdir(), 'origin-gate-action-'))
  await writeGate(gate)
})
afterAll(() => rm(gate, { recursive: true, force: true }))
afterEach(async () => {
  await Promise.all(users.map(({ close }) => close()))
  users = []
})

async function start(options: Omit<UserOptions, 'act' | 'gate'>): Promise<User> {
  const user = await startUser({ act: act.path, gate, ...options })
  users = [...users, user]
  return user
}

/** A deployment whose statuses have these states, at these times in hours. Oldest first. */
const deployment = (
  id: number,
  sha: string,
  statuses: readonly (readonly [state: string, hours: number])[],
  environment = 'production',
): LabDeployment => ({
  id,
  sha,
  environment,
  statuses: statuses.map(([state, hours]) => ({
    state,
    description: '',
    log_url: '',
    environment_url: '',
    created_at: time(hours),
  })),
})

const badgeOnMain = (text: string): string =>
  text.replace('BADGE_BRANCH: origin-gate-badge', 'BADGE_BRANCH: main')

/** The commits that have a comment, and what it says first. */
const comments = ({ world }: User): readonly (readonly [unknown, string])[] =>
  world.github.comments
    .filter(({ thread }) => typeof thread === 'string')
    .map(({ thread, body }) => [thread, body.split('\n')[1] ?? ''])

const issues = ({ world }: User): readonly string[] =>
  world.github.issues.map(({ number, title, state }) => `${number} ${state}: ${title}`)

describeHere('the monitor (needs Go and what its workflow runs)', () => {
  test('checks a young push every time, and keeps one comment on its commit current', async () => {
    const here = await start({ kind: 'monitor-short', activity: [push(-10, OTHER), push(-1, PUSHED)] })
    const { code, log } = await here.runAt(0)
    expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' })
    expect(comments(here)).toEqual([
      [PUSHED, expect.stringMatching(/^### ✅ www\\.shop\.example is healthy/)],
    ])
    expect(await here.runAt(0.25)).toMatchObject({ code: 0 })
    expect(comments(here)).toHaveLength(1)
    expect(here.saved()).toHaveLength(2)
    expect(await here.history()).toEqual(['healthy', 'healthy'])
    expect(issues(here)).toEqual([])
    expect(here.world.github.git.refs.size).toBe(0)
    // The comment has the history too, for when GitHub deletes the cache.
    await here.forget()
    await here.runAt(0.5)
    expect(await here.history()).toEqual(['healthy', 'healthy', 'healthy'])
  })

  test('follows the newest deployment that succeeded, also one of an older commit', async () => {
    const here = await start({
      kind: 'monitor',
      activity: [push(-3, PUSHED)],
      deployments: [
        deployment(1, OTHER, [['success', -50]]),
        // The status of a check, or of a later deployment, doesn't change when it was deployed.
        deployment(2, DEPLOYED, [
          ['in_progress', -2.1],
          ['success', -2],
          ['failure', -1.9],
          ['inactive', -1],
        ]),
        deployment(3, PUSHED, [
          ['in_progress', -1],
          ['failure', -0.9],
        ]),
        deployment(4, OTHER, [['success', -0.5]], 'preview'),
        deployment(5, OTHER, [['queued', -0.1]]),
      ],
    })
    expect(await here.runAt(0)).toMatchObject({ code: 0 })
    expect(comments(here).map(([commit]) => commit)).toEqual([DEPLOYED])
    expect(await here.deployedAt()).toBe(new Date(time(-2)).toISOString())
  })

  test('without deployments and without pushes, nothing is checked', async () => {
    const here = await start({
      kind: 'monitor',
      edit: (text) => text.replace('PUSHES: true', 'PUSHES: false'),
      activity: [push(-1, PUSHED)],
    })
    const { code, log } = await here.runAt(0)
    expect(code).toBe(0)
    expect(log).toContain('Nothing was deployed yet.')
    expect(comments(here)).toEqual([])
    // A repository without deployments needs no permission to read them.
    const pushes = await start({
      kind: 'monitor',
      edit: (text) => text.replace('ENVIRONMENT: production', "ENVIRONMENT: ''"),
      activity: [push(-1, PUSHED)],
      deployments: [deployment(1, DEPLOYED, [['success', -0.5]])],
    })
    await pushes.runAt(0)
    expect(comments(pushes).map(([commit]) => commit)).toEqual([PUSHED])
    expect(pushes.world.github.requests.filter(({ path }) => path.endsWith('/deployments'))).toEqual([])
  })

  test('ends by itself: the first check after 48 hours is the last one', async () => {
    const here = await start({ kind: 'monitor-short', activity: [push(0, PUSHED)] })
    await here.runAt(24)
    await here.runAt(47.9)
    expect(here.world.github.comments[0]?.body).toContain('**Since the deploy, 48 h ago:** ')
    await here.runAt(48.2)
    expect(here.saved()).toHaveLength(3)
    expect(comments(here)).toHaveLength(1)
    expect(here.world.github.comments[0]?.body).toContain('**48 h are over:** 100% healthy (3 checks)')
    const { code, log } = await here.runAt(48.4)
    expect(code).toBe(0)
    expect(log).toContain('Hours since the newest deploy: 48. Check due: false')
    expect(here.saved()).toHaveLength(3)
  })

  test('checks nothing if the deploy is older and was never checked', async () => {
    const here = await start({ kind: 'monitor-short', activity: [push(-48, PUSHED)] })
    const { code, log } = await here.runAt(0)
    expect(code).toBe(0)
    expect(log).toContain('Hours since the newest deploy: 48. Check due: false')
    expect(comments(here)).toEqual([])
  })

  test('a torn state does not fail a run, and after 48 hours it ends the monitoring', async () => {
    const here = await start({ kind: 'monitor', activity: [push(0, PUSHED)] })
    await here.runAt(24)
    await here.tear()
    expect((await here.runAt(25)).code).toBe(0)
    expect(comments(here)).toHaveLength(1)
    await here.tear()
    const { code, log } = await here.runAt(49)
    expect(code).toBe(0)
    expect(log).toContain('Check due: false')
  })

  test('opens one issue for an outage, updates it, and closes it', async () => {
    const here = await start({ kind: 'monitor', activity: [push(-1, PUSHED)] })
    await here.runAt(0)
    const down = await here.runAt(0.25, DOWN)
    // The issue reports it, and the run doesn't.
    expect(down.code).toBe(0)
    expect(issues(here)).toEqual(['100 open: Outage: www.shop.example'])
    const [issue] = here.world.github.issues
    const first = issue?.body ?? ''
    expect(first).toContain('www.shop.example is down: the origin refuses connections')
    expect(first).toContain('  Start the service, or make it listen on the port Cloudflare connects to.')
    expect(first).toMatch(
      /, \[run\]\(https:\/\/github\.com\/acme\/shop\/actions\/runs\/\d+\), \[comment\]\(https/,
    )
    await here.runAt(0.5, { ...DOWN, certificate: 'expired' })
    expect(issues(here)).toEqual(['100 open: Outage: www.shop.example'])
    const [, began] = /Unhealthy since (\S+ \S+) UTC/.exec(first) ?? []
    expect(issue?.body).not.toBe(first)
    expect(issue?.body).toContain(`Unhealthy since ${began} UTC. Last check: `)
    await here.runAt(0.75, CHALLENGED)
    expect(await here.history()).toEqual(['healthy', 'unhealthy', 'unhealthy', 'inconclusive'])
    expect(issues(here)).toEqual(['100 open: Outage: www.shop.example'])
    await here.runAt(1)
    expect(issues(here)).toEqual(['100 closed: Outage: www.shop.example'])
    expect(here.world.github.comments.filter(({ thread }) => thread === 100)).toMatchObject([
      { body: expect.stringMatching(/^Healthy again: \[run\]\(https:\S+\)\.$/) },
    ])
    // The next outage has an issue of its own.
    await here.runAt(1.25, DOWN)
    expect(issues(here)).toEqual([
      '100 closed: Outage: www.shop.example',
      '101 open: Outage: www.shop.example',
    ])
    for (const text of [...here.world.github.issues, ...here.world.github.comments].map(({ body }) => body))
      expect(text).not.toContain(ORIGIN_ADDRESS)
  })

  test('an issue that someone closed during the outage stays closed, and the next outage has another one', async () => {
    const here = await start({ kind: 'monitor-short', activity: [push(-1, PUSHED)] })
    // Anyone can copy the first line of an issue.
    const site = createHash('sha256').update(SITE).digest('hex').slice(0, 12)
    const body = `<!-- origin-gate monitor ${site} -->\nFree money`
    here.world.github.open({ author: 'mallory', title: 'Outage: www.shop.example', body })
    await here.runAt(0, DOWN)
    expect(issues(here)).toEqual(['100 open: Outage: www.shop.example', '101 open: Outage: www.shop.example'])
    here.world.github.closeIssue(101)
    await here.runAt(0.25, DOWN)
    expect(issues(here)).toHaveLength(2)
    expect(here.world.github.issues[1]?.state).toBe('closed')
    await here.runAt(0.5)
    await here.runAt(0.75, DOWN)
    expect(issues(here)).toEqual([
      '100 open: Outage: www.shop.example',
      '101 closed: Outage: www.shop.example',
      '102 open: Outage: www.shop.example',
    ])
    expect(here.world.github.issues[0]?.body).toBe(body)
  })

  test('a deploy that ends an outage closes its issue, and has a comment of its own', async () => {
    const activity = [push(-1, PUSHED)]
    const here = await start({ kind: 'monitor-short', activity })
    await here.runAt(0, DOWN)
    activity.push(push(0.1, OTHER))
    await here.runAt(0.25)
    expect(issues(here)).toEqual(['100 closed: Outage: www.shop.example'])
    expect(comments(here)).toEqual([
      [PUSHED, expect.stringContaining('is down')],
      [OTHER, expect.stringContaining('is healthy')],
    ])
    expect(await here.history()).toEqual(['healthy'])
  })

  test('checks on after 48 hours while the site is down, for a day at most', async () => {
    const here = await start({ kind: 'monitor-short', activity: [push(0, PUSHED)] })
    await here.runAt(47.9, DOWN)
    await here.runAt(48.2, DOWN)
    await here.runAt(48.5, CHALLENGED)
    await here.runAt(71.9, DOWN)
    expect(here.saved()).toHaveLength(4)
    const { log } = await here.runAt(72)
    expect(log).toContain('Hours since the newest deploy: 72. Check due: false')
    expect(issues(here)).toEqual(['100 open: Outage: www.shop.example'])

    const recovers = await start({ kind: 'monitor-short', activity: [push(0, PUSHED)] })
    await recovers.runAt(47.9, DOWN)
    await recovers.runAt(49)
    expect(issues(recovers)).toEqual(['100 closed: Outage: www.shop.example'])
    expect((await recovers.runAt(49.2)).log).toContain('Check due: false')
  })

  test('a cancelled run leaves everything as it was, and the next one continues', async () => {
    const here = await start({ kind: 'monitor-short', activity: [push(-1, PUSHED)] })
    await here.runAt(0)
    const before = comments(here)
    await here.world.internet.apply(completeSetup({ origin: 'silent' }))
    const { cancel, ended } = await here.startAt(0.25)
    await cancel('Checking https')
    expect((await ended).code).not.toBe(0)
    expect(here.saved()).toHaveLength(1)
    expect(comments(here)).toEqual(before)
    expect(issues(here)).toEqual([])
    await here.runAt(0.5)
    expect(await here.history()).toEqual(['healthy', 'healthy'])
  })

  test('a token without a permission fails the run, and says which request was rejected', async () => {
    const here = await start({
      kind: 'monitor',
      activity: [push(-1, PUSHED)],
      permissions: { contents: 'write' },
    })
    const { code, log } = await here.runAt(0)
    expect(code).toBe(1)
    expect(log).toContain('Resource not accessible by integration')
    expect(comments(here)).toEqual([])
  })

  test('publishes the badge on a branch of one commit', async () => {
    const here = await start({ kind: 'monitor', activity: [push(-1, PUSHED)] })
    const { git } = here.world.github
    const badge = (): unknown => {
      const { tree = '', parents } = git.commits.get(git.refs.get('heads/origin-gate-badge') ?? '') ?? {}
      const { path, content = '' } = git.trees.get(tree) ?? {}
      return { path, parents, badge: JSON.parse(content) }
    }
    await here.runAt(0)
    const message = expect.stringContaining('healthy')
    const healthy = { schemaVersion: 1, label: expect.any(String), message, color: expect.any(String) }
    expect(badge()).toMatchObject({ path: 'badge.json', parents: [], badge: healthy })
    await here.runAt(0.25, DOWN)
    const down = { message: expect.stringMatching(/down|unhealthy/) }
    expect(badge()).toMatchObject({ path: 'badge.json', parents: [], badge: down })
    expect([...git.refs.keys()]).toEqual(['heads/origin-gate-badge'])
  })

  test('never overwrites another branch', async () => {
    const here = await start({ kind: 'monitor', activity: [push(-1, PUSHED)], edit: badgeOnMain })
    const { code, log } = await here.runAt(0)
    expect(code).toBe(1)
    expect(log).toContain('must have a name that starts with origin-gate-badge')
    expect(here.world.github.git.refs.size).toBe(0)
  })
})
