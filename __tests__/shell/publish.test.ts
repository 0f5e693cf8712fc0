import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { NOT_ACCESSIBLE, type Fault } from '../../lab/github/server.ts'
import { startProxy } from '../../lab/network/proxy.ts'
import { NO_LOGIN, scriptedSocks, sends } from '../support/socks-server.ts'
import { runAction } from '../../lab/runner/run-action.ts'
import { HEAD_SHA, startWorld, type World, type WorldOptions } from '../../lab/world/world.ts'
import { complaintsIn } from '../support/program.ts'
import { readXml } from '../support/xml.ts'
import { onLinux } from '../support/platform.ts'

const open: World[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((world) => world.close()))
})

async function worldWith(options: WorldOptions): Promise<World> {
  const world = await startWorld({ ...options, inputs: { wait: '0s', ...options.inputs } })
  open.push(world)
  return world
}

const EVERYWHERE = { 'check-run': 'true', 'deployment-status': 'true' }
const deployments = () => [{ id: 3, sha: HEAD_SHA, environment: 'production', statuses: [] }]

describe('check run and deployment status', () => {
  test('start before the checks and end with the verdict', async () => {
    const here = await worldWith({
      fault: 'refused',
      inputs: EVERYWHERE,
      github: { deployments: deployments() },
    })
    const { comments, code } = await runAction(here)
    const run = 'https://github.com/acme/shop/actions/runs/'
    expect(here.github.checkRuns).toMatchObject([
      {
        head_sha: HEAD_SHA,
        name: 'Origin Gate (deploy / check)',
        details_url: expect.stringContaining(run),
        conclusion: 'failure',
        summary: expect.stringContaining('### ❌'),
      },
    ])
    expect(here.github.deployments[0]?.statuses).toMatchObject([
      { state: 'in_progress' },
      {
        state: 'failure',
        environment_url: 'https://www.shop.example/',
        log_url: expect.stringContaining(run),
      },
    ])
    expect([code, comments.length]).toEqual([1, 1])
    // The comment waits for the verdict. Check run and deployment status don't.
    const order = here.github.requests.map(({ method, path }) => `${method} ${path}`)
    const list = order.findIndex((line) => line.endsWith('/issues/7/comments'))
    expect(order.indexOf('POST /repos/acme/shop/check-runs')).toBeLessThan(list)
  })

  test('of a healthy site succeed', async () => {
    const here = await worldWith({
      fault: 'healthy',
      inputs: EVERYWHERE,
      github: { deployments: deployments() },
    })
    const { outputs } = await runAction(here)
    expect(outputs).toMatchObject({ verdict: 'healthy', promote: 'true' })
    expect(here.github.checkRuns).toMatchObject([{ conclusion: 'success' }])
    expect(here.github.deployments[0]?.statuses).toMatchObject([
      { state: 'in_progress' },
      { state: 'success' },
    ])
  })

  test.each<[string, Fault]>([
    ['rejects them', NOT_ACCESSIBLE],
    ['is down', { status: 503 }],
    ['breaks connections', 'reset'],
    ['asks to wait for an hour', { status: 429, headers: { 'retry-after': '3600' } }],
    ['deprecates them', { status: 403, headers: { deprecation: 'true', sunset: 'never ever', link: '<x>' } }],
  ])('do not change the verdict when GitHub %s', async (_, fault) => {
    const here = await worldWith({ fault: 'healthy', inputs: EVERYWHERE, github: { fault: () => fault } })
    const { outputs, code, stdout, stderr, summary } = await runAction(here)
    expect(outputs).toMatchObject({ verdict: 'healthy', promote: 'true', 'comment-id': '' })
    expect([code, complaintsIn(stdout).length, stderr]).toEqual([0, 3, ''])
    expect(summary).toContain('### ✅')
  })

  test('need the event, whose problems are reported before anything is probed', async () => {
    const here = await worldWith({
      fault: 'healthy',
      inputs: { comment: 'never', 'check-run': 'true' },
      env: { GITHUB_EVENT_PATH: '/nonexistent/event.json' },
    })
    const { outputs, stdout } = await runAction(here)
    expect(outputs).toMatchObject({ verdict: 'error', promote: 'false' })
    expect(complaintsIn(stdout).join('\n')).toContain('GITHUB_EVENT_PATH')
  })
})

describe('behind a proxy', () => {
  test.each([undefined, 'ci:p@ss'])(
    'everything is published over HTTPS, with the credentials %s',
    async (credentials) => {
      const proxy = await startProxy(credentials)
      const here = await worldWith({
        fault: 'healthy',
        inputs: { ...EVERYWHERE, comment: 'always' },
        github: { deployments: deployments() },
        proxy,
      })
      try {
        const { comments, outputs, stdout } = await runAction(here)
        expect(complaintsIn(stdout)).toEqual([])
        expect([outputs['promote'], comments.length]).toEqual(['true', 1])
        expect(here.github.checkRuns).toMatchObject([{ conclusion: 'success' }])
        expect(here.github.deployments[0]?.statuses).toHaveLength(2)
        expect(new Set(proxy.requested)).toEqual(new Set(['api.github.com:443']))
      } finally {
        await proxy.close()
      }
    },
  )

  test('that rejects the connection, the verdict stands and a sentence says why', async () => {
    const proxy = await startProxy('ci:password')
    const here = await worldWith({
      fault: 'healthy',
      inputs: { comment: 'always' },
      env: { HTTPS_PROXY: proxy.url.replace('word', '') },
      proxy,
    })
    try {
      const { outputs, stdout } = await runAction(here)
      expect(outputs['promote']).toBe('true')
      expect(complaintsIn(stdout)).toEqual([
        expect.stringContaining(
          'the proxy of HTTPS_PROXY rejected the connection to GitHub with status 407.',
        ),
      ])
    } finally {
      await proxy.close()
    }
  })
})

describe('behind a SOCKS proxy', () => {
  test.each(['socks5', 'socks5h'])('of HTTPS_PROXY, %s, GitHub is reached through it', async (scheme) => {
    const socks = await scriptedSocks(sends(...NO_LOGIN), sends(5, 5, 0, 1, 0, 0, 0, 0, 0, 0))
    const here = await worldWith({
      fault: 'healthy',
      inputs: { comment: 'always' },
      env: { HTTPS_PROXY: `${scheme}://127.0.0.1:${socks.port}`, GITHUB_API_URL: 'https://api.github.com' },
    })
    try {
      const { outputs, stdout } = await runAction(here)
      expect(outputs).toMatchObject({ verdict: 'healthy', promote: 'true' })
      expect(complaintsIn(stdout)).toEqual([expect.stringContaining('UND_ERR_SOCKS5_REPLY_5')])
      expect(Buffer.from(socks.received()).toString('latin1')).toContain('api.github.com')
    } finally {
      await socks.close()
    }
  })

  test('of another kind, GitHub is reached without it', async () => {
    const here = await worldWith({
      fault: 'healthy',
      inputs: { comment: 'always' },
      env: { HTTP_PROXY: 'socks4://127.0.0.1:9', HTTPS_PROXY: 'socks4://127.0.0.1:9' },
    })
    // Octokit never uses a proxy for 127.0.0.1.
    const api = here.github.url.replace('127.0.0.1', '0.0.0.0')
    const env = { ...here.env, GITHUB_API_URL: api, GITHUB_GRAPHQL_URL: `${api}/graphql` }
    const { comments, outputs, stdout } = await runAction({ ...here, env })
    expect(complaintsIn(stdout)).toEqual([])
    expect([outputs['promote'], comments.length]).toEqual(['true', 1])
  })
})

test('two jobs at the same time leave one comment', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  let arrived = 0
  const here = await worldWith({
    fault: 'refused',
    github: {
      fault: ({ method, path }) => {
        if (method !== 'POST' || !path.endsWith('/comments')) return undefined
        arrived += 1
        if (arrived === 2) resolve()
        return { after: promise }
      },
    },
  })
  const other = await worldWith({
    fault: 'refused',
    env: { GITHUB_API_URL: here.github.url, GITHUB_GRAPHQL_URL: `${here.github.url}/graphql` },
  })
  const runs = await Promise.all([runAction(here), runAction(other)])
  expect(here.github.comments).toHaveLength(1)
  const id = String(here.github.comments[0]?.id)
  expect(runs.map(({ outputs }) => outputs['comment-id'])).toEqual([id, id])
})

test.each(['3s', '0s'])(
  "the comment's thread, author and history are known when the checks end, with wait: %s",
  async (wait) => {
    const push = {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_SHA: HEAD_SHA,
      GITHUB_REF: 'refs/heads/new-cart',
    }
    const here = await worldWith({ fault: 'healthy', inputs: { wait }, env: push })
    await runAction(here)
    const order = here.github.requests.map(
      ({ method, path }) => `${method} ${path.replace('/repos/acme/shop', '')}`,
    )
    expect(order.slice(0, 2).toSorted()).toEqual([`GET /commits/${HEAD_SHA}/pulls`, 'POST /graphql'])
    expect(order.slice(2)).toEqual([
      'GET /issues/7/comments',
      'GET /issues/7/comments',
      'POST /issues/7/comments',
      'GET /issues/7/comments',
    ])
  },
)

describe('junit', () => {
  test('is written to its path', async () => {
    const here = await worldWith({ fault: 'refused', inputs: { junit: 'reports/gate.xml' } })
    await runAction(here)
    const xml = readXml(await readFile(join(here.folder, 'reports/gate.xml'), 'utf8'))
    expect(xml.attributes).toMatchObject({ tests: '1', failures: '1' })
  })

  // Only Linux has a file that can be opened but not written.
  const linux = onLinux('it has /dev/full').test
  linux('that cannot be written is a warning (Linux only: it has /dev/full)', async () => {
    const here = await worldWith({ fault: 'healthy', inputs: { junit: '/dev/full' } })
    const { code, stdout } = await runAction(here)
    expect(code).toBe(0)
    expect(stdout).toContain('The JUnit report could not be written, because the disk is full (ENOSPC).')
  })
})
