import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Fault } from '../../lab/github/server.ts'
import type { LabRequest } from '../../lab/github/request.ts'
import { runAction, type Run } from '../../lab/runner/run-action.ts'
import { HEAD_SHA, PULL_REQUEST, startWorld, type World, type WorldOptions } from '../../lab/world/world.ts'
import { start } from '../support/program.ts'
import { blockOf, statesIn, withState } from '../support/state.ts'
import { NO_SIGNALS, onPosix } from '../support/platform.ts'

const posix = onPosix(NO_SIGNALS).test

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

async function worldWith(options: WorldOptions): Promise<World> {
  world = await startWorld({ ...options, inputs: { wait: '0s', ...options.inputs } })
  return world
}

const verdictsOf = ({ report }: Run): readonly string[] | undefined =>
  report?.history?.map(({ verdict, cause }) => (cause === '' ? verdict : cause))

const notesOf = ({ report }: Run): readonly string[] =>
  report?.notes.flatMap(({ id, text }) => (id === 'baseline' ? [text] : [])) ?? []

/** The world as another job sees it. */
const withEnv = (here: World, env: Readonly<Record<string, string>>): World => ({
  ...here,
  env: { ...here.env, ...env },
})

const isList = ({ method, path }: LabRequest): boolean => method === 'GET' && path.endsWith('/comments')

/** Changes our comment, as anyone can who may edit it. */
function edit(here: World, change: (body: string) => string): void {
  const [comment] = here.github.comments
  if (comment === undefined) throw new Error('There is no comment')
  Object.assign(comment, { body: change(comment.body) })
}

const replaced = (block: string) => (body: string) => body.replace(/<!-- origin-gate state=.*$/, () => block)
/** Breaks the first list after the first run, which is the one that reads the history. */
const brokenOnce = (fault: Fault, times = 1): WorldOptions => {
  let lists = 0
  return {
    fault: 'refused',
    github: {
      fault: (request) => {
        if (!isList(request)) return undefined
        lists += 1
        // The first run lists three times: to read, to write, and to find a second comment.
        return lists > 3 && lists <= 3 + times ? fault : undefined
      },
    },
  }
}

describe('without a baseline file', () => {
  test('the history of a commit grows in its comment', async () => {
    const here = await worldWith({ fault: 'refused' })
    const first = await runAction(here)
    await here.repair()
    const second = await runAction(here)
    const third = await runAction(here)
    expect([first, second, third].map(verdictsOf)).toEqual([
      ['origin-refused'],
      ['origin-refused', 'healthy'],
      ['origin-refused', 'healthy', 'healthy'],
    ])
    const runs = third.report?.history?.map(({ run }) => run) ?? []
    expect(new Set(runs).size).toBe(3)
    expect([first, second, third].flatMap(notesOf)).toEqual([])
    expect(third.comments).toHaveLength(1)
  })

  test('the block is one short line at the end, which HTML hides', async () => {
    const here = await worldWith({ fault: 'refused' })
    const { comments } = await runAction(here)
    const lines = comments[0]?.body.split('\n') ?? []
    expect(lines.at(-1)).toMatch(/^<!-- (?!.*(?:--|[@<>]).* -->)[^<>@]{100,2000} -->$/)
    expect(lines.at(-2)).toBe('')
    expect(lines.filter((line) => line.includes('state='))).toHaveLength(1)
    expect(statesIn(comments[0]?.body ?? '')).toHaveLength(1)
  })

  test('what changed since the run before is reported, and nothing if nothing changed', async () => {
    const here = await worldWith({ fault: 'app-down' })
    await runAction(here)
    const same = await runAction(here)
    expect(same.report?.sites[0].changes).toBeUndefined()
    edit(here, (body) => withState(body, (state) => state.replaceAll('"TLSv1.3"', '"TLSv1.2"')))
    const changed = await runAction(here)
    expect(changed.report?.sites[0].changes?.changes).toContainEqual(
      expect.objectContaining({ what: 'TLS version', before: 'TLS 1.2', now: 'TLS 1.3' }),
    )
  })

  test('with another commit it starts over, without a note', async () => {
    const here = await worldWith({ fault: 'refused' })
    await runAction(here)
    const file = join(here.folder, 'event.json')
    const event = await readFile(file, 'utf8')
    await writeFile(file, event.replaceAll(HEAD_SHA, 'b'.repeat(40)))
    const fixed = await runAction(here)
    expect([verdictsOf(fixed), notesOf(fixed), fixed.comments.length]).toEqual([['origin-refused'], [], 1])
    await writeFile(file, event)
    expect(verdictsOf(await runAction(here))).toEqual(['origin-refused'])
  })

  test('a comment on the pull request does not name its commit, so there is no history', async () => {
    const issue = { number: PULL_REQUEST, pull_request: { url: '' } }
    const here = await worldWith({ fault: 'refused', env: { GITHUB_EVENT_NAME: 'issue_comment' } })
    await writeFile(join(here.folder, 'event.json'), JSON.stringify({ action: 'created', issue }))
    const { comments } = await runAction(here)
    expect(comments.flatMap(({ body }) => statesIn(body))).toEqual([])
    expect(verdictsOf(await runAction(here))).toHaveLength(1)
    const located = withEnv(here, { 'INPUT_CHECK-RUN': 'true' })
    await runAction(located)
    expect(verdictsOf(await runAction(located))).toHaveLength(2)
  })

  test('another key has a history of its own', async () => {
    const here = await worldWith({ fault: 'refused' })
    await runAction(here)
    const other = await runAction(withEnv(here, { 'INPUT_COMMENT-KEY': 'other' }))
    expect([verdictsOf(other), other.comments.length]).toEqual([['origin-refused'], 2])
    expect(verdictsOf(await runAction(here))).toHaveLength(2)
  })

  test('our comment is found behind pages of others', async () => {
    const here = await worldWith({ fault: 'refused' })
    for (let each = 0; each < 230; each += 1)
      here.github.seed({ thread: PULL_REQUEST, author: 'octocat', body: `${each}` })
    await runAction(here)
    expect(verdictsOf(await runAction(here))).toHaveLength(2)
  })

  test('a commit whose comments the token may not update keeps what its newest comment has', async () => {
    const here = await worldWith({
      fault: 'refused',
      inputs: { 'comment-target': 'commit' },
      github: { permissions: { contents: 'read' } },
    })
    await runAction(here)
    const kept = await runAction(here)
    await here.repair()
    const repaired = await runAction(here)
    expect([kept, repaired].map(verdictsOf)).toEqual([
      ['origin-refused', 'origin-refused'],
      ['origin-refused', 'healthy'],
    ])
    expect(repaired.comments).toHaveLength(2)
    expect(verdictsOf(await runAction(here))).toEqual(['origin-refused', 'healthy', 'healthy'])
  })

  test.each(['3s', '0s'])('several sites have a history too, with wait: %s', async (wait) => {
    const sites = 'sites:\n  - url: https://www.shop.example/\n  - url: https://www.shop.example/en\n'
    const here = await worldWith({ fault: 'refused', inputs: { url: '', config: 'sites.yml', wait } })
    await writeFile(join(here.folder, 'sites.yml'), sites)
    await runAction(here)
    expect(verdictsOf(await runAction(here))).toHaveLength(2)
  })
})

describe('the comment is not read', () => {
  test('if there is a baseline file, whose history counts', async () => {
    const here = await worldWith({ fault: 'refused', inputs: { report: 'last.json', baseline: 'last.json' } })
    const first = await runAction(here)
    expect([verdictsOf(first), notesOf(first)]).toEqual([
      ['origin-refused'],
      [expect.stringContaining('does not exist yet')],
    ])
    edit(here, () => '')
    const before = here.github.requests.length
    const second = await runAction(here)
    expect(verdictsOf(second)).toEqual(['origin-refused', 'origin-refused'])
    // Only to write it.
    const methods = here.github.requests.slice(before).filter(({ path }) => path.endsWith('/comments'))
    expect(methods.map(({ method }) => method)).toEqual(['GET', 'POST', 'GET'])
  })

  test('but if the file is missing, it replaces it', async () => {
    const here = await worldWith({ fault: 'refused' })
    await runAction(here)
    const second = await runAction(withEnv(here, { INPUT_BASELINE: 'never-cached.json' }))
    expect([verdictsOf(second), notesOf(second)]).toEqual([['origin-refused', 'origin-refused'], []])
  })
})

describe('a block is not believed', () => {
  test("in someone else's comment, even if it is a copy of ours", async () => {
    const here = await worldWith({ fault: 'refused' })
    const { comments } = await runAction(here)
    const [{ id, body }] = [...comments, { id: 0, body: '' }]
    here.github.remove(id)
    here.github.seed({ thread: PULL_REQUEST, author: 'mallory', body })
    const second = await runAction(here)
    expect([verdictsOf(second), notesOf(second)]).toEqual([
      ['origin-refused'],
      ['The history starts over, because another account wrote the comment that carries it.'],
    ])
    // Next to our own, it has no effect either.
    const third = await runAction(here)
    expect([verdictsOf(third), notesOf(third)]).toEqual([['origin-refused', 'origin-refused'], []])
  })

  const bomb = blockOf(Buffer.alloc(5_000_000, ' '), HEAD_SHA)
  test.each<readonly [string, (body: string) => string]>([
    ['whose end is missing', (body) => body.slice(0, -40)],
    ['of which a letter was changed', (body) => body.replace(/.{9} -->$/, 'x$&')],
    ['that inflates to megabytes', replaced(bomb)],
  ])('%s', async (_, change) => {
    const here = await worldWith({ fault: 'healthy' })
    await runAction(here)
    edit(here, change)
    const { code, outputs, report, ...run } = await runAction(here)
    expect([code, outputs['verdict'], outputs['promote']]).toEqual([0, 'healthy', 'true'])
    expect(report?.history).toHaveLength(1)
    expect(notesOf({ code, outputs, report, ...run })).toEqual([
      expect.stringContaining('The history starts over'),
    ])
    // The next run reads what this one wrote.
    expect(verdictsOf(await runAction(here))).toHaveLength(2)
  })
})

test('what another run writes meanwhile is continued by the next one', async () => {
  let [lists, stale, current] = [0, '', '']
  const here = await worldWith({
    fault: 'healthy',
    github: {
      fault: (request) => {
        if (isList(request)) {
          lists += 1
          // The third run reads what the first one wrote, and writes after the second one.
          if (lists === 7) edit(here, () => stale)
          if (lists === 8) edit(here, () => current)
        }
        return undefined
      },
    },
  })
  stale = (await runAction(here)).comments[0]?.body ?? ''
  expect(lists).toBe(3)
  current = (await runAction(here)).comments[0]?.body ?? ''
  expect(lists).toBe(5)
  lists = 6
  const third = await runAction(here)
  const fourth = await runAction(here)
  expect([third, fourth].map((run) => verdictsOf(run)?.length)).toEqual([2, 4])
  const runs = fourth.report?.history?.map(({ run }) => run) ?? []
  expect(new Set(runs).size).toBe(4)
})

describe('when the comment cannot be read in time', () => {
  test.each<readonly [string, WorldOptions]>([
    ['status 500, twice', brokenOnce({ status: 500 }, 2)],
    ['status 403', brokenOnce({ status: 403, body: { message: 'Resource not accessible by integration' } })],
    ['no response', brokenOnce('silence')],
    ['a response without an end', brokenOnce('endless')],
  ])('(%s) the verdict stands, and the next run has all of it', async (_, options) => {
    const here = await worldWith(options)
    await runAction(here)
    const second = await runAction(here)
    expect([second.outputs['verdict'], verdictsOf(second), notesOf(second)]).toEqual([
      'unhealthy',
      ['origin-refused'],
      [],
    ])
    expect(verdictsOf(await runAction(here))).toHaveLength(3)
  })

  test('a note says it to those who watch over a deploy', async () => {
    const here = await worldWith(brokenOnce({ status: 403 }))
    await runAction(here)
    const second = await runAction(withEnv(here, { 'INPUT_DEPLOYED-AT': new Date().toISOString() }))
    expect(notesOf(second)).toEqual([expect.stringContaining('could not be read in time')])
  })

  posix('a cancelled run does not wait for it', async () => {
    const here = await worldWith({
      fault: 'refused',
      github: { fault: (request) => (isList(request) ? 'silence' : undefined) },
    })
    const program = start([], here.env)
    await program.printed(' through Cloudflare 521')
    program.signal('SIGTERM')
    const { code, stdout } = await program.ended
    expect(code).toBe(1)
    expect(stdout).toContain('The run was cancelled, so nothing is promoted.')
    expect(stdout).toContain('::endgroup::')
  })
})
