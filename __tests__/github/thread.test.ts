import { afterEach, describe, expect, test } from '@jest/globals'
import {
  NOT_ACCESSIBLE,
  startGithub,
  type LabGithub,
  type LabGithubOptions,
} from '../../lab/github/server.ts'
import type { LabPull } from '../../lab/github/comments.ts'
import { createApi } from '../../src/github/api/api.ts'
import type { Event } from '../../src/github/event/event.ts'
import { chooseThread, type ThreadChoice } from '../../src/github/publish/thread.ts'
import { eventAt, HEAD } from '../support/github-event.ts'

let server: LabGithub | undefined

afterEach(async () => {
  await server?.close()
})

const PUSH: Partial<Event> = { name: 'push', prNumber: undefined }
const COMMIT: ThreadChoice = { thread: { kind: 'commit', sha: HEAD } }

async function choice(
  target: Parameters<typeof chooseThread>[2],
  event: Partial<Event> = {},
  options: LabGithubOptions = {},
): Promise<ThreadChoice> {
  server = await startGithub(options)
  const at = eventAt(server, event)
  return chooseThread(await createApi(at, 'lab-token', AbortSignal.timeout(10_000)), at, target)
}

function pull(number: number, changes: Partial<LabPull> = {}): LabPull {
  const base = { repo: { full_name: 'Octo/Site' } }
  return { number, state: 'open', merged_at: null, head: { sha: 'd'.repeat(40) }, base, ...changes }
}

const merged = (number: number, day: number): LabPull =>
  pull(number, { state: 'closed', merged_at: `2030-01-0${day}T00:00:00Z` })

test('the input overrides the event', async () => {
  expect(await choice({ commentTarget: 'auto', prNumber: 3 })).toEqual({
    thread: { kind: 'pull', number: 3 },
  })
})

test("the event's pull request comes first", async () => {
  expect(await choice({ commentTarget: 'auto', prNumber: undefined })).toEqual({
    thread: { kind: 'pull', number: 7 },
  })
  expect(server?.requests).toEqual([])
})

test('comment-target: commit overrides even pr-number', async () => {
  expect(await choice({ commentTarget: 'commit', prNumber: 3 })).toEqual(COMMIT)
})

describe('the pull requests of the commit', () => {
  test.each<[string, readonly LabPull[], number]>([
    ['an open one before a merged one', [merged(1, 1), pull(2)], 2],
    ['the one with this commit as its head', [pull(2), pull(3, { head: { sha: HEAD } })], 3],
    ['the one that was merged last', [merged(1, 1), merged(2, 3), merged(3, 2)], 2],
    [
      'not one of another repository',
      [pull(1, { base: { repo: { full_name: 'other/site' } } }), merged(2, 1)],
      2,
    ],
    ['not a closed one', [pull(1, { state: 'closed' }), merged(2, 1)], 2],
  ])('%s', async (_, found, number) => {
    const options = { pulls: { [HEAD]: found } }
    expect(await choice({ commentTarget: 'auto', prNumber: undefined }, PUSH, options)).toEqual({
      thread: { kind: 'pull', number },
    })
  })

  test('none: the commit', async () => {
    expect(await choice({ commentTarget: 'auto', prNumber: undefined }, PUSH)).toEqual(COMMIT)
  })

  test('none, with comment-target: pr: a warning', async () => {
    expect(await choice({ commentTarget: 'pr', prNumber: undefined }, PUSH)).toEqual({
      warning: expect.stringContaining('Set pr-number'),
    })
  })

  test('lookup rejected: the commit', async () => {
    const options = { fault: () => NOT_ACCESSIBLE }
    expect(await choice({ commentTarget: 'auto', prNumber: undefined }, PUSH, options)).toEqual(COMMIT)
  })

  test('lookup failed in an outage: an error, not the commit', async () => {
    const options = { fault: () => ({ status: 502 }) }
    await expect(choice({ commentTarget: 'auto', prNumber: undefined }, PUSH, options)).rejects.toMatchObject(
      {
        status: 502,
      },
    )
  })
})
