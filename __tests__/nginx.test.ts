import { writeFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { makeCertificate, makeAuthorities } from '../lab/tls/authorities.ts'
import { requestThroughLab, requestOutcome } from '../lab/http/client.ts'
import { startEdge, type Edge } from '../lab/edge/edge.ts'
import { SHORT_LIMITS } from '../lab/world/internet.ts'
import { nginxVersion, startNginx, type StandaloneNginx } from '../lab/origins/programs/nginx-standalone.ts'
import { nginxStylePage } from '../lab/http/page.ts'
import type { LabFile } from '../lab/network/routes.ts'
import { runAction } from '../lab/runner/run-action.ts'
import { startWorld, type World } from '../lab/world/world.ts'
import { NEEDS_PROGRAMS, onLinux } from './support/platform.ts'

const HOST = 'www.shop.example'
const SITE = `https://${HOST}/`
const ORIGIN = '203.0.113.10'
const authorities = makeAuthorities()
const trusted = [authorities.root.certificate]
const credentials = makeCertificate('valid', HOST, authorities)

const version = await nginxVersion()
const here = onLinux(NEEDS_PROGRAMS, version === undefined ? 'nginx is not installed' : undefined)

here.describe(`a real nginx behind the edge${here.because}`, () => {
  let nginx: StandaloneNginx | undefined
  let edge: Edge
  let view: LabFile
  let port = 0

  beforeEach(async () => {
    edge = await startEdge({
      credentials,
      zoneFor: (host) => ({ host, ssl: 'strict', origin: { address: ORIGIN }, behavior: 'proxy' }),
      routes: () => ({ [`${ORIGIN}:443`]: port }),
      trusted,
      limits: SHORT_LIMITS,
      visitor: '198.51.100.7',
    })
  })
  afterEach(async () => {
    await nginx?.stop()
    nginx = undefined
    await edge.close()
  })

  async function start(site: 'up' | 'dead-upstream'): Promise<void> {
    nginx = await startNginx({ credentials, site })
    port = nginx.port
    view = {
      names: { [HOST]: ['104.16.10.10'] },
      routes: { '104.16.10.10:443': edge.ports.https, [`${ORIGIN}:443`]: port },
    }
  }

  test('responds 200 on both paths while it is up; after a stop the edge responds 521 and the origin refuses', async () => {
    await start('up')
    expect(await requestOutcome(view, { url: SITE, trusted, limit: 2000 })).toBe(200)
    expect(await requestOutcome(view, { url: SITE, trusted, limit: 2000, address: ORIGIN })).toBe(200)
    await nginx?.stop()
    expect(await requestOutcome(view, { url: SITE, trusted, limit: 2000 })).toBe(521)
    expect(await requestOutcome(view, { url: SITE, trusted, limit: 2000, address: ORIGIN })).toBe(
      'ECONNREFUSED',
    )
  })

  test("serves its own 502 directly while its upstream is down, and visitors get Cloudflare's", async () => {
    await start('dead-upstream')
    const [visited, direct] = await Promise.all([
      requestThroughLab(view, { url: SITE, trusted, limit: 2000 }),
      requestThroughLab(view, { url: SITE, trusted, limit: 2000, address: ORIGIN }),
    ])
    expect([visited.status, visited.headers['server']]).toEqual([502, 'cloudflare'])
    expect(visited.body).toContain(`<title>${HOST} | 502: Bad gateway</title>`)
    expect([direct.status, direct.headers['server']]).toEqual([502, 'nginx'])
    // The lab's imitation of nginx sends the same bytes.
    expect(direct.body).toBe(nginxStylePage(502, 'nginx').body)
  })
})

here.describe('dist, with a real nginx behind the edge', () => {
  let world: World
  let edge: Edge
  let nginx: StandaloneNginx | undefined
  let port = 0

  beforeEach(async () => {
    world = await startWorld({ fault: 'healthy', inputs: { wait: '1s' } })
    const { authorities } = world.internet
    edge = await startEdge({
      credentials: makeCertificate('valid', HOST, authorities),
      zoneFor: (host) => ({ host, ssl: 'strict', origin: { address: ORIGIN }, behavior: 'proxy' }),
      routes: () => ({ [`${ORIGIN}:443`]: port }),
      trusted: [authorities.root.certificate],
      limits: SHORT_LIMITS,
      visitor: '198.51.100.7',
    })
  })
  afterEach(async () => {
    await nginx?.stop()
    nginx = undefined
    await Promise.all([edge.close(), world.close()])
  })

  /** Replaces the lab's origin with nginx, on the same port. */
  async function start(site: 'up' | 'dead-upstream'): Promise<void> {
    const credentials = makeCertificate('valid', HOST, world.internet.authorities)
    nginx = await startNginx({ credentials, site, ...(port !== 0 && { port }) })
    port = nginx.port
    const plan: LabFile = {
      names: { [HOST]: ['104.16.10.10'] },
      routes: { '104.16.10.10:443': edge.ports.https, [`${ORIGIN}:443`]: port },
    }
    await writeFile(world.env['ORIGIN_GATE_LAB'] ?? '', JSON.stringify(plan))
  }

  async function stop(): Promise<void> {
    await nginx?.stop()
    nginx = undefined
  }

  test.each([
    ['stopped', 'origin-refused', '521', ''],
    ['dead-upstream', 'origin-app-down', '502', '502'],
  ] as const)(
    '%s: the step fails with %s, and the comment turns green once nginx is up',
    async (how, cause, edgeStatus, originStatus) => {
      await start(how === 'stopped' ? 'up' : how)
      if (how === 'stopped') await stop()
      const broken = await runAction(world)
      expect(broken.code).toBe(1)
      expect(broken.outputs).toMatchObject({
        verdict: 'unhealthy',
        promote: 'false',
        cause,
        confidence: 'certain',
        'edge-status': edgeStatus,
        'origin-status': originStatus,
      })

      await stop()
      await start('up')
      const fixed = await runAction(world)
      expect(fixed.code).toBe(0)
      expect(fixed.outputs).toMatchObject({
        verdict: 'healthy',
        promote: 'true',
        cause: '',
        'comment-id': broken.outputs['comment-id'],
      })
      expect(fixed.comments).toMatchObject([{ body: expect.stringContaining('### ✅') }])
      expect(broken.comments).toMatchObject([{ body: expect.stringContaining('### ❌') }])
    },
  )
})
