/**
 * The examples as users copy them, under an independent runner: act runs them, with what a runner downloads of the
 * Action, on the lab's GitHub and internet. The token has what the workflow grants, and nothing else. Waits are
 * simulated. The monitor's workflows have tests of their own.
 */
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals'
import { ORIGIN_ADDRESS } from '../../lab/world/internet.ts'
import { HEAD_SHA, PULL_REQUEST, REPOSITORY } from '../../lab/world/world.ts'
import { ORIGIN_SPELLINGS } from '../support/leaks.ts'
import type { ActRun } from './act.ts'
import { describeWith } from './describe-with.ts'
import { CHECKOUT } from './repository.ts'
import { example, pullRequestFrom, pushOf, startShop, type Shop, type ShopRun } from './shop.ts'
import { programs, tool } from './tools.ts'

/** Each run of act takes seconds, and other tests run in parallel. */
jest.setTimeout(120_000)

/** With a port, so that the address alone is not the secret. */
const SECRETS = { ORIGIN: `${ORIGIN_ADDRESS}:443`, STAGING_ORIGIN: `${ORIGIN_ADDRESS}:443` } as const
/** Of a commit that no pull request contains. */
const PUSHED = 'd'.repeat(40)
const DOWN = { origin: 'stopped' } as const
/** Cloudflare challenges the runner, so the check can't reach the site. */
const CHALLENGED = { edgeBehavior: 'challenge' } as const
const FORK_TOKEN = { contents: 'read', 'pull-requests': 'read' } as const

const act = await tool('act')
const describeHere = describeWith(act, CHECKOUT, await programs('git', 'tar'))

describeHere('the examples (needs Go)', () => {
  let shop: Shop
  let smallest: string
  let onPullRequests: string
  let promote: string
  let logs: readonly string[] = []
  beforeAll(async () => {
    shop = await startShop(act.path)
    ;[smallest, promote] = await Promise.all([example('smallest'), example('promote')])
    onPullRequests = smallest.replace('push:\n    branches: [main]', 'pull_request:')
  })
  afterAll(() => shop.close())

  afterEach(() => {
    const ids = shop.world.github.comments.map(({ id }) => id)
    for (const id of ids) shop.world.github.remove(id)
    // Whatever happens, no log has a secret or the origin's address.
    const hidden = [shop.world.env['INPUT_GITHUB-TOKEN'] ?? '', ...ORIGIN_SPELLINGS]
    for (const log of logs)
      expect(
        hidden.filter((each) => (typeof each === 'string' ? log.includes(each) : each.test(log))),
      ).toEqual([])
    logs = []
  })

  const ended = async (options: ShopRun): Promise<ActRun> => {
    const run = await shop.run(options)
    logs = [...logs, run.log]
    return run
  }

  /** The threads of the comments, and what they say first. */
  const comments = (): readonly unknown[] =>
    shop.world.github.comments.map(({ thread, body }) => [thread, body.split('\n')[1]])

  const healthy = expect.stringMatching(/^### ✅ www\\\.shop\.example is healthy/)
  const down = '### ❌ www\\.shop.example is down: the origin refuses connections'

  test('smallest: a push comments on the pull request that contains the commit, and updates the comment', async () => {
    const options = { workflow: smallest, event: pushOf(HEAD_SHA), secrets: SECRETS }
    const { code, log } = await ended(options)
    expect({ code, log: code === 0 ? '' : log }).toEqual({ code: 0, log: '' })
    expect(comments()).toEqual([[PULL_REQUEST, healthy]])

    const failed = await ended({ ...options, setup: DOWN })
    expect(failed.code).toBe(1)
    expect(failed.log).toContain('::error title=www.shop.example is down%3A the origin refuses connections::')
    expect(comments()).toEqual([[PULL_REQUEST, down]])
  })

  test('smallest: an event of a pull request comments on it', async () => {
    const event = pullRequestFrom(REPOSITORY)
    expect(await ended({ workflow: onPullRequests, event, secrets: SECRETS })).toMatchObject({ code: 0 })
    expect(comments()).toEqual([[PULL_REQUEST, healthy]])
  })

  test('smallest: a push without a pull request passes, and says what the comment on the commit needs', async () => {
    const { code, log } = await ended({ workflow: smallest, event: pushOf(PUSHED), secrets: SECRETS })
    expect(code).toBe(0)
    expect(comments()).toEqual([])
    expect(log).toMatch(
      /::warning title=origin-gate::.*comment on commit ddddddd.*permissions:%0A {2}contents: read # or write/,
    )
    expect(log).toMatch(/Summary - ### ✅ www\\\.shop\.example is healthy/)
  })

  test('commit-comment: comments on the commit', async () => {
    const workflow = await example('commit-comment')
    const options = { workflow, event: pushOf(PUSHED), secrets: SECRETS }
    expect(await ended(options)).toMatchObject({ code: 0 })
    expect(await ended({ ...options, setup: DOWN })).toMatchObject({ code: 1 })
    expect(comments()).toEqual([[PUSHED, down]])
  })

  test('a pull request from a fork, without secrets and with a read-only token, is reported in the summary', async () => {
    const { code, log } = await ended({
      workflow: onPullRequests,
      event: pullRequestFrom('mallory/shop'),
      secrets: {},
      permissions: FORK_TOKEN,
    })
    expect(code).toBe(0)
    expect(comments()).toEqual([])
    expect(log).toMatch(/::warning title=origin-gate::.*from a fork, so the token of this run is read-only/)
    expect(log).toMatch(/Summary - ### ✅ www\\\.shop\.example is healthy/)
  })

  test('promote: healthy staging lets production run, in a job that reads the output', async () => {
    const { code, log } = await ended({ workflow: promote, event: pushOf(HEAD_SHA), secrets: SECRETS })
    expect(code).toBe(0)
    expect(log).toMatch(/\[promote\/production\s*\]\s+\| deploy to production/)
    expect(comments()).toEqual([[PULL_REQUEST, healthy]])
  })

  test.each([
    ['broken', DOWN, down],
    ['inconclusive', CHALLENGED, expect.stringMatching(/^### ⚠️ .*inconclusive/)],
  ] as const)('promote: after %s staging, production never runs', async (_, setup, comment) => {
    const { code, log } = await ended({ workflow: promote, event: pushOf(HEAD_SHA), secrets: SECRETS, setup })
    expect(code).toBe(1)
    expect(log).not.toContain('deploy to production')
    expect(comments()).toEqual([[PULL_REQUEST, comment]])
  })

  test('promote: a cancelled check leaves promote=false for jobs that run nevertheless', async () => {
    // act kills the step, and runs what has `always()`.
    const workflow = `${promote}
  later:
    needs: staging
    if: always()
    runs-on: ubuntu-latest
    steps:
      - if: always()
        env:
          PROMOTE: \${{ needs.staging.outputs.promote }}
        run: echo "promote is '$PROMOTE'"
`
    const options = { workflow, event: pushOf(HEAD_SHA), secrets: SECRETS, setup: DOWN, waits: true }
    const { cancel, ended: cancelled } = await shop.start(options)
    await cancel('next check in')
    const { code, log } = await cancelled
    logs = [log]
    expect(code).toBe(1)
    expect(log).toContain('this step has been cancelled')
    expect(log).toMatch(/\[promote\/later\s*\]\s+\| promote is 'false'/)
    expect(log).not.toContain('deploy to production')
  })

  test('the masks of the Action hold in later steps', async () => {
    // The address alone is not a secret of the repository.
    const workflow = `${smallest}
      - run: echo 'The origin is ${ORIGIN_ADDRESS}.'
`
    const { log } = await ended({ workflow, event: pushOf(HEAD_SHA), secrets: SECRETS })
    expect(log).toContain('| The origin is ***.')
  })
})
