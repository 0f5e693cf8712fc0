import { readFile, writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, test } from '@jest/globals'
import { ORIGIN_ADDRESS } from '../../lab/world/internet.ts'
import type { LabFile } from '../../lab/network/routes.ts'
import { runAction } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { command } from '../support/program.ts'
import { leaksIn, ORIGIN_SPELLINGS, SECRET } from '../support/leaks.ts'

// A site that puts its own address and everything that it received into every part of its responses.

let world: World | undefined
let server: Server | undefined
afterEach(async () => {
  server?.closeAllConnections()
  server?.close()
  await world?.close()
  world = undefined
})

const HOST = 'www.shop.example'
const SPELLINGS = [
  ORIGIN_ADDRESS,
  '203-0-113-10',
  '203%2E0%2E113%2E10',
  '10.113.0.203.in-addr.arpa',
  '[::ffff:cb00:710a]',
  '0xcb00710a',
  '3405803786',
  '203.0.28938',
  '２０３.0.113.10',
  '203\u200b.0.113.10',
]

interface SiteResponse {
  readonly status: number
  readonly location?: string
}

/** Starts the site. The runner reaches it through the edge and directly. */
async function worldWith(sent: SiteResponse, inputs: Readonly<Record<string, string>>): Promise<World> {
  const all = encodeURI(SPELLINGS.join(' '))
  server = createServer(({ headers, url }, response) => {
    const gate = String(headers['x-gate'] ?? '')
    if (url === '/cdn-cgi/trace') return void response.writeHead(404).end()
    response
      .writeHead(sent.status, {
        server: `nginx/${ORIGIN_ADDRESS} ${gate}`,
        'content-type': `text/html; host=${all}; ${gate}`,
        'cf-cache-status': ORIGIN_ADDRESS,
        'cf-ray': `8f2a1c0d9e7b6543-${ORIGIN_ADDRESS}`,
        'retry-after': ORIGIN_ADDRESS,
        'set-cookie': `at=${ORIGIN_ADDRESS}`,
        ...(sent.location !== undefined && {
          location: `${sent.location}?at=${all}&gate=${encodeURIComponent(gate)}`,
        }),
      })
      .end(
        `<title>${SPELLINGS.join(' ')} ${gate}</title><address>Apache at ${ORIGIN_ADDRESS} Port 80</address>`,
      )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const listening = server.address()
  const port = typeof listening === 'object' && listening !== null ? listening.port : 0
  world = await startWorld({
    fault: 'healthy',
    inputs: {
      url: `http://${HOST}/`,
      origin: `http://${ORIGIN_ADDRESS}`,
      headers: `X-Gate: ${SECRET}`,
      wait: '0s',
      'fail-on': 'never',
      'check-run': 'true',
      ...inputs,
    },
  })
  const path = world.env['ORIGIN_GATE_LAB'] ?? ''
  const plan: LabFile = JSON.parse(await readFile(path, 'utf8'))
  const routes = { '104.16.10.10:80': port, [`${ORIGIN_ADDRESS}:80`]: port, '[2001:db8::10]:80': port }
  const names = { [HOST]: ['104.16.10.10'], 'web-1.hosting.example': [ORIGIN_ADDRESS] }
  await writeFile(path, JSON.stringify({ ...plan, names, routes: { ...plan.routes, ...routes } }))
  return world
}

const RESPONSES: readonly (readonly [string, SiteResponse, Readonly<Record<string, string>>])[] = [
  ['in an error', { status: 500 }, {}],
  ['in a bad gateway', { status: 502 }, {}],
  ['in a page', { status: 200 }, {}],
  ['in a redirect to the origin', { status: 301, location: `http://${ORIGIN_ADDRESS}/` }, {}],
  ['in a redirect to itself', { status: 302, location: '/a' }, { 'follow-redirects': '1' }],
  ['in a redirect that is not a web address', { status: 302, location: `javascript:${ORIGIN_ADDRESS}` }, {}],
  ['in an unexpected status', { status: 404 }, {}],
  ['in an expected header', { status: 200 }, { 'expected-header': `x-at: ${ORIGIN_ADDRESS}` }],
  ['in an expected body', { status: 200 }, { 'expected-body': `/at ${ORIGIN_ADDRESS}!/` }],
  ['of an origin given by name', { status: 500 }, { origin: 'http://web-1.hosting.example' }],
  ['of one of two origins', { status: 503 }, { origin: `http://${ORIGIN_ADDRESS}\nhttp://[2001:db8::10]` }],
]

describe('what a site echoes of its own address and of secret headers', () => {
  test.each(RESPONSES)('does not appear in the report: %s', async (_, sent, inputs) => {
    const here = await worldWith(sent, { html: 'page.html', ...inputs })
    const run = await runAction(here)
    expect(run.outputs['verdict']).not.toBe('error')
    const secrets = [...ORIGIN_SPELLINGS, /2001:0?db8:[0:]*0*10\b/i, 'web-1.hosting', SECRET]
    expect(leaksIn(run, secrets)).toEqual([])
    const requests = JSON.stringify([here.github.checkRuns, here.github.requests.map(({ body }) => body)])
    const page = await readFile(`${here.folder}/page.html`, 'utf8')
    expect(page).toMatch(/<summary>(?:Direct response|Response from origin 1)/)
    for (const secret of secrets) for (const text of [requests, page]) expect(text).not.toMatch(secret)
  })

  test('nor in the output, the reports and the recording of the command', async () => {
    const here = await worldWith({ status: 500 }, {})
    const files = { report: 'r.json', junit: 'j.xml', html: 'p.html', record: 'seen.json' }
    const paths = Object.entries(files).map(([flag, name]) => [`--${flag}`, `${here.folder}/${name}`])
    const flags = [
      `http://${HOST}/`,
      '--origin',
      `http://${ORIGIN_ADDRESS}`,
      '--headers',
      `X-Gate: ${SECRET}`,
    ]
    const ended = await command(here, [...flags, '--wait', '0s', ...paths.flat()])
    expect(ended.code).toBe(1)
    const written = await Promise.all(paths.map(([, path = '']) => readFile(path, 'utf8')))
    for (const text of [ended.stdout, ended.stderr, ...written])
      for (const secret of [...ORIGIN_SPELLINGS, SECRET]) expect(text).not.toMatch(secret)
  })
})
