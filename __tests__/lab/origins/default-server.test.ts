import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { makeCertificate, makeAuthorities } from '../../../lab/tls/authorities.ts'
import { requestThroughLab, requestOutcome, type ClientRequest } from '../../../lab/http/client.ts'
import { openBlackhole } from '../../../lab/network/blackhole.ts'
import { startDefaultServer, type DefaultServer } from '../../../lab/origins/default-server.ts'
import type { LabFile } from '../../../lab/network/routes.ts'

const HOST = 'shop.example'
const authorities = makeAuthorities()
const question: ClientRequest = {
  url: `https://${HOST}/`,
  limit: 400,
  trusted: [authorities.root.certificate],
}

let origin: DefaultServer
let view: LabFile
beforeEach(async () => {
  origin = await startDefaultServer({
    credentials: makeCertificate('valid', HOST, authorities),
    mode: 'up',
    upstreamTimeout: 150,
  })
  view = {
    names: { [HOST]: ['203.0.113.10'] },
    routes: { '203.0.113.10:443': origin.ports.https, '203.0.113.10:80': origin.ports.http },
  }
})
afterEach(() => origin.close())

test('the error page is that of nginx, headers and all', async () => {
  await origin.setMode('app-timeout')
  const { status, headers, body } = await requestThroughLab(view, question)
  expect(status).toBe(504)
  expect(Object.keys(headers)).toEqual(['server', 'date', 'content-type', 'content-length', 'connection'])
  expect(headers).toMatchObject({ server: 'nginx', 'content-type': 'text/html' })
  expect(body).toBe(
    '<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n' +
      '<center><h1>504 Gateway Time-out</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
  )
})

test('it keeps its port when it is stopped and started again', async () => {
  await origin.setMode('stopped')
  expect(await requestOutcome(view, question)).toBe('ECONNREFUSED')
  await origin.setMode('up')
  expect(await requestOutcome(view, question)).toBe(200)
})

test('stopping it cuts those who wait', async () => {
  await origin.setMode('silent')
  const waiting = requestOutcome(view, question)
  while (origin.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await origin.setMode('stopped')
  expect(await waiting).toBe('ECONNRESET')
})

test('it speaks plain HTTP on its other port', async () => {
  expect(await requestOutcome(view, { ...question, url: `http://${HOST}/` })).toBe(200)
})

test('it has one page only', async () => {
  expect(await requestOutcome(view, { ...question, url: `https://${HOST}/cdn-cgi/trace` })).toBe(404)
})

test('an address without a route cannot be reached', async () => {
  expect(await requestOutcome(view, { ...question, address: '192.0.2.1' })).toBe('ENETUNREACH')
})

test('a black hole never answers, for as many as come', async () => {
  const hole = await openBlackhole()
  const lab = { names: { [HOST]: ['203.0.113.12'] }, routes: { '203.0.113.12:443': hole.route } }
  const outcomes = await Promise.all([requestOutcome(lab, question), requestOutcome(lab, question)])
  expect(outcomes).toEqual(['ETIMEDOUT', 'ETIMEDOUT'])
  if (process.platform === 'linux') expect(typeof hole.route).toBe('number')
  hole.close()
})
