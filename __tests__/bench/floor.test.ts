import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { floorOf } from '../../bench/subjects/one-site.ts'
import { ended, metered } from '../../bench/process.ts'
import { openQuickSite, type QuickSite } from '../../bench/site/quick-site.ts'
import { makeAuthorities } from '../../lab/tls/authorities.ts'
import { HOST } from '../../lab/world/internet.ts'

let folder = ''
let site: QuickSite
const authorities = makeAuthorities()
const envWith = (file: string): Readonly<Record<string, string>> => ({
  PATH: process.env['PATH'] ?? '',
  NODE_EXTRA_CA_CERTS: join(folder, file),
})

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-bench-'))
  await writeFile(join(folder, 'ca.pem'), authorities.root.certificate)
  await writeFile(join(folder, 'other.pem'), authorities.untrusted.certificate)
  site = await openQuickSite(authorities)
})
afterEach(async () => {
  await site.close()
  await rm(folder, { recursive: true })
})

test('the floor reads every response to its end, over one connection for each list of paths', async () => {
  const redirects = { port: site.edge, host: HOST, paths: ['/redirect/1', '/redirect/0'] }
  const trace = { port: site.edge, host: HOST, paths: ['/cdn-cgi/trace'] }
  const { stdout } = await ended(floorOf([redirects, trace], envWith('ca.pem')))
  expect(stdout).toMatch(/^302 [\d.]+\n200 [\d.]+\n200 [\d.]+\n$/)
})

test('the floor validates the certificate', async () => {
  const page = { port: site.origin, host: HOST, paths: ['/'] }
  const { stdout } = await ended({ ...floorOf([page], envWith('other.pem')), code: 1 })
  expect(stdout).toBe('')
})

test('the meter reports processor time and memory of a process', async () => {
  const page = { port: site.origin, host: HOST, paths: ['/'] }
  const { elapsed, cpu, peak } = await metered(floorOf([page], envWith('ca.pem')))
  for (const value of [elapsed, cpu, peak]) expect(value).toBeGreaterThan(0)
})
