import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { certificateOf, makeAuthorities } from '../lab/authorities.ts'
import { ask, outcomeOf } from '../lab/ask.ts'
import { startEdge, type Edge } from '../lab/edge.ts'
import { SHORT_LIMITS } from '../lab/internet.ts'
import { nginxVersion, startNginx, type Nginx } from '../lab/nginx.ts'
import { framedPage } from '../lab/pages.ts'
import type { LabFile } from '../lab/routes.ts'

const HOST = 'www.shop.example'
const SITE = `https://${HOST}/`
const ORIGIN = '203.0.113.10'
const authorities = makeAuthorities()
const trusted = [authorities.root.certificate]
const credentials = certificateOf('valid', HOST, authorities)

const version = await nginxVersion()
// On a developer's machine it may be missing. In CI it is installed, or something is wrong.
const here = version !== undefined || process.env['CI'] === 'true' ? describe : describe.skip

here(`a real nginx behind the edge${version === undefined ? ' (nginx is not installed)' : ''}`, () => {
  let nginx: Nginx | undefined
  let edge: Edge
  let view: LabFile
  let port = 0

  beforeEach(async () => {
    edge = await startEdge({
      credentials,
      zoneOf: (host) => ({ host, ssl: 'strict', origin: { address: ORIGIN }, conduct: 'proxy' }),
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

  test('answers 200 both ways while it is up, and 521 or nothing once it is stopped', async () => {
    await start('up')
    expect(await outcomeOf(view, { url: SITE, trusted, limit: 2000 })).toBe(200)
    expect(await outcomeOf(view, { url: SITE, trusted, limit: 2000, at: ORIGIN })).toBe(200)
    await nginx?.stop()
    expect(await outcomeOf(view, { url: SITE, trusted, limit: 2000 })).toBe(521)
    expect(await outcomeOf(view, { url: SITE, trusted, limit: 2000, at: ORIGIN })).toBe('ECONNREFUSED')
  })

  test("has its own 502 shown directly and Cloudflare's to visitors while its upstream is dead", async () => {
    await start('dead-upstream')
    const [visited, direct] = await Promise.all([
      ask(view, { url: SITE, trusted, limit: 2000 }),
      ask(view, { url: SITE, trusted, limit: 2000, at: ORIGIN }),
    ])
    expect([visited.status, visited.headers['server']]).toEqual([502, 'cloudflare'])
    expect(visited.body).toContain(`<title>${HOST} | 502: Bad gateway</title>`)
    expect([direct.status, direct.headers['server']]).toEqual([502, 'nginx'])
    // The lab's stand-in for nginx says the same, byte for byte.
    expect(direct.body).toBe(framedPage(502, 'nginx').body)
  })
})
