import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { makeAuthority, makeLeaf } from '../../lab/tls/certificates.ts'
import type { FaultId } from '../../lab/scenarios/faults.ts'
import { ORIGIN_ADDRESS } from '../../lab/world/internet.ts'
import type { LabFile } from '../../lab/network/routes.ts'
import { runAction, type Run } from '../../lab/runner/run-action.ts'
import { startWorld, type World } from '../../lab/world/world.ts'
import { leadingMasks, leaksIn, ORIGIN_SPELLINGS, readableTexts } from '../support/leaks.ts'

let world: World | undefined
afterEach(async () => {
  await world?.close()
  world = undefined
})

const ONCE = { wait: '0s', 'fail-on': 'never' }

async function worldWith(fault: FaultId, inputs: Readonly<Record<string, string>>): Promise<World> {
  world = await startWorld({ fault, inputs: { ...ONCE, ...inputs } })
  return world
}

/** Adds names and routes to the lab's network. */
async function extendLab({ env }: World, more: (plan: LabFile) => Partial<LabFile>): Promise<void> {
  const path = env['ORIGIN_GATE_LAB'] ?? ''
  const plan: LabFile = JSON.parse(await readFile(path, 'utf8'))
  const { names, routes } = more(plan)
  await writeFile(
    path,
    JSON.stringify({ ...plan, names: { ...plan.names, ...names }, routes: { ...plan.routes, ...routes } }),
  )
}

describe('an origin stays hidden', () => {
  test('when its certificate has its address in every field', async () => {
    const here = await worldWith('healthy', {})
    const issuer = makeAuthority({ O: 'Hosting of 203-0-113-10', CN: `CA of ${ORIGIN_ADDRESS}` })
    const names = [ORIGIN_ADDRESS, 'ip-203-0-113-10.hosting.example', '10.113.0.203.in-addr.arpa'] as const
    here.internet.origin.setCredentials(makeLeaf({ names: [...names], issuer }))
    const run = await runAction(here)
    expect(run.outputs['cause']).toMatch(/^tls-certificate-/)
    expect(run.report?.sites[0].probes.origins[0]?.tls).toMatchObject({
      subject: 'CN=$ORIGIN',
      issuer: expect.stringContaining('CN=CA of $ORIGIN'),
      names: ['$ORIGIN', expect.stringContaining('$ORIGIN'), expect.stringContaining('$ORIGIN')],
    })
    expect(leaksIn(run, ORIGIN_SPELLINGS)).toEqual([])
  })

  test('when it is given by name, with the addresses of that name', async () => {
    const here = await worldWith('refused', { origin: 'web-1.origin.internal.example' })
    await extendLab(here, () => ({ names: { 'web-1.origin.internal.example': [ORIGIN_ADDRESS] } }))
    const run = await runAction(here)
    expect(run.outputs['cause']).toBe('origin-refused')
    expect(leaksIn(run, ['origin.internal.example', ...ORIGIN_SPELLINGS])).toEqual([])
    expect(leadingMasks(run)).toContain('web-1.origin.internal.example')
    expect(run.stdout).toContain(`::add-mask::${ORIGIN_ADDRESS}\n`)
  })

  test('when it is an IPv6 address in an unusual spelling', async () => {
    const here = await worldWith('app-down', { origin: '[2001:DB8:0:0::10]:443' })
    await extendLab(here, ({ routes }) => ({
      routes: { '[2001:db8::10]:443': routes[`${ORIGIN_ADDRESS}:443`] ?? 'ENETUNREACH' },
    }))
    const run = await runAction(here)
    expect(run.outputs['cause']).toBe('origin-app-down')
    expect(leaksIn(run, [/2001:0?db8:[0:]*0*10\b/i])).toEqual([])
    expect(leadingMasks(run)).toContain('2001:db8::10')
  })

  test('in an error about an input', async () => {
    const run = await runAction(
      await worldWith('healthy', { origin: `${ORIGIN_ADDRESS}:99999\nhttps://${ORIGIN_ADDRESS}/x` }),
    )
    expect(run.outputs['verdict']).toBe('error')
    expect(leaksIn(run, ORIGIN_SPELLINGS)).toEqual([])
  })

  test('unless show-origin is true', async () => {
    const run = await runAction(await worldWith('refused', { 'show-origin': 'true' }))
    const { log, summary, comments, report } = readableTexts(run)
    for (const text of [log, summary, comments, report]) expect(text).toContain(ORIGIN_ADDRESS)
    expect(run.stdout).not.toContain(`::add-mask::${ORIGIN_ADDRESS}`)
  })
})

test('a header that looks like a workflow command stays text', async () => {
  const run: Run = await runAction(await worldWith('healthy', { headers: 'X-Gate: ::error::no' }))
  expect(run.outputs['verdict']).toBe('healthy')
  expect(leaksIn(run, ['::error::no'])).toEqual([])
})

test.each([
  ['the commit', 'deploy'],
  ['the commit, named like a secret', 'deploy_key'],
])('%s in the URL is not masked: the runner would drop job outputs that contain it', async (_, name) => {
  const sha = '3f2a9c81d7e64b05a1c3f2a9c81d7e64b05a1c3f'
  const head = '77c81d7e64b05a1c3f2a9c81d7e64b05a1c3f000'
  const here = await worldWith('healthy', {
    url: `https://www.shop.example/?${name}=${sha}&head_key=${head}&short_key=${sha.slice(0, 7)}&token=a1-b2c`,
  })
  const event = join(here.folder, 'pull-request.json')
  await writeFile(event, JSON.stringify({ pull_request: { number: 7, head: { sha: head } } }))
  const run = await runAction({
    ...here,
    env: { ...here.env, GITHUB_SHA: sha, GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: event },
  })
  expect(leadingMasks(run)).toContain('a1-b2c')
  expect(leadingMasks(run).filter((masked) => /3f2a9c8|77c81d7/.test(masked))).toEqual([])
  expect(run.report?.sites[0].url).toBe(
    `https://www.shop.example/?${name}=${sha}&head_key=${head}&short_key=3f2a9c8&token=***`,
  )
})

test("the password of the runner's proxy is masked", async () => {
  world = await startWorld({
    fault: 'refused',
    env: { ALL_PROXY: 'socks5://ci:hunter2%2FHorse@127.0.0.1:9' },
  })
  const run = await runAction(world)
  expect(run.outputs['cause']).toBe('runner-offline')
  expect(leadingMasks(run)).toEqual(expect.arrayContaining(['hunter2/Horse', btoa('ci:hunter2/Horse')]))
  expect(leaksIn(run, ['hunter2'])).toEqual([])
})
