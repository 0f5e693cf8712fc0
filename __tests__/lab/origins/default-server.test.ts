import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { makeCertificate, makeAuthorities } from '../../../lab/tls/authorities.ts'
import { requestThroughLab, requestOutcome, type ClientRequest } from '../../../lab/http/client.ts'
import { openBlackhole } from '../../../lab/network/blackhole.ts'
import { startDefaultServer, type DefaultServer } from '../../../lab/origins/default-server.ts'
import type { LabFile } from '../../../lab/network/routes.ts'
import { LINUX } from '../../support/platform.ts'

const HOST = 'shop.example'
const authorities = makeAuthorities()
const request: ClientRequest = {
  url: `https://${HOST}/`,
  limit: 400,
  trusted: [authorities.root.certificate],
}

let origin: DefaultServer
let labFile: LabFile
beforeEach(async () => {
  origin = await startDefaultServer({
    credentials: makeCertificate('valid', HOST, authorities),
    mode: 'up',
    upstreamTimeout: 150,
  })
  labFile = {
    names: { [HOST]: ['203.0.113.10'] },
    routes: { '203.0.113.10:443': origin.ports.https, '203.0.113.10:80': origin.ports.http },
  }
})
afterEach(() => origin.close())

test("an error page has nginx's headers and body", async () => {
  await origin.setMode('app-timeout')
  const { status, headers, body } = await requestThroughLab(labFile, request)
  expect(status).toBe(504)
  expect(Object.keys(headers)).toEqual(['server', 'date', 'content-type', 'content-length', 'connection'])
  expect(headers).toMatchObject({ server: 'nginx', 'content-type': 'text/html' })
  expect(body).toBe(
    '<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n' +
      '<center><h1>504 Gateway Time-out</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
  )
})

test('it keeps its port after a restart', async () => {
  await origin.setMode('stopped')
  expect(await requestOutcome(labFile, request)).toBe('ECONNREFUSED')
  await origin.setMode('up')
  expect(await requestOutcome(labFile, request)).toBe(200)
})

test('stopping it closes open connections', async () => {
  await origin.setMode('silent')
  const waiting = requestOutcome(labFile, request)
  while (origin.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await origin.setMode('stopped')
  expect(await waiting).toBe('ECONNRESET')
})

test('it serves plain HTTP on its other port', async () => {
  expect(await requestOutcome(labFile, { ...request, url: `http://${HOST}/` })).toBe(200)
})

test('it has only one page', async () => {
  expect(await requestOutcome(labFile, { ...request, url: `https://${HOST}/cdn-cgi/trace` })).toBe(404)
})

test('an address without a route is unreachable', async () => {
  expect(await requestOutcome(labFile, { ...request, address: '192.0.2.1' })).toBe('ENETUNREACH')
})

test('a blackhole never answers any number of connections', async () => {
  const blackhole = await openBlackhole()
  const lab = { names: { [HOST]: ['203.0.113.12'] }, routes: { '203.0.113.12:443': blackhole.route } }
  const outcomes = await Promise.all([requestOutcome(lab, request), requestOutcome(lab, request)])
  expect(outcomes).toEqual(['ETIMEDOUT', 'ETIMEDOUT'])
  if (LINUX) expect(typeof blackhole.route).toBe('number')
  blackhole.close()
})
