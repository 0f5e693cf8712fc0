import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { certificateOf, makeAuthorities } from '../../../lab/tls/authorities.ts'
import { ask, outcomeOf, type Question } from '../../../lab/http/client.ts'
import { openBlackhole } from '../../../lab/network/blackhole.ts'
import { startOrigin, type Origin } from '../../../lab/origins/default-server.ts'
import type { LabFile } from '../../../lab/network/routes.ts'

const HOST = 'shop.example'
const authorities = makeAuthorities()
const question: Question = { url: `https://${HOST}/`, limit: 400, trusted: [authorities.root.certificate] }

let origin: Origin
let view: LabFile
beforeEach(async () => {
  origin = await startOrigin({
    credentials: certificateOf('valid', HOST, authorities),
    mode: 'up',
    patience: 150,
  })
  view = {
    names: { [HOST]: ['203.0.113.10'] },
    routes: { '203.0.113.10:443': origin.ports.https, '203.0.113.10:80': origin.ports.http },
  }
})
afterEach(() => origin.close())

test('the error page is that of nginx, headers and all', async () => {
  await origin.turn('app-timeout')
  const { status, headers, body } = await ask(view, question)
  expect(status).toBe(504)
  expect(Object.keys(headers)).toEqual(['server', 'date', 'content-type', 'content-length', 'connection'])
  expect(headers).toMatchObject({ server: 'nginx', 'content-type': 'text/html' })
  expect(body).toBe(
    '<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n' +
      '<center><h1>504 Gateway Time-out</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n',
  )
})

test('it keeps its port when it is stopped and started again', async () => {
  await origin.turn('stopped')
  expect(await outcomeOf(view, question)).toBe('ECONNREFUSED')
  await origin.turn('up')
  expect(await outcomeOf(view, question)).toBe(200)
})

test('stopping it cuts those who wait', async () => {
  await origin.turn('silent')
  const waiting = outcomeOf(view, question)
  while (origin.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await origin.turn('stopped')
  expect(await waiting).toBe('ECONNRESET')
})

test('it speaks plain HTTP on its other port', async () => {
  expect(await outcomeOf(view, { ...question, url: `http://${HOST}/` })).toBe(200)
})

test('it has one page only', async () => {
  expect(await outcomeOf(view, { ...question, url: `https://${HOST}/cdn-cgi/trace` })).toBe(404)
})

test('an address without a route cannot be reached', async () => {
  expect(await outcomeOf(view, { ...question, at: '192.0.2.1' })).toBe('ENETUNREACH')
})

test('a black hole never answers, for as many as come', async () => {
  const hole = await openBlackhole()
  const lab = { names: { [HOST]: ['203.0.113.12'] }, routes: { '203.0.113.12:443': hole.route } }
  const outcomes = await Promise.all([outcomeOf(lab, question), outcomeOf(lab, question)])
  expect(outcomes).toEqual(['ETIMEDOUT', 'ETIMEDOUT'])
  if (process.platform === 'linux') expect(typeof hole.route).toBe('number')
  hole.close()
})
