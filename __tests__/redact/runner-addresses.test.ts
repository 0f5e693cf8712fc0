import { expect, test } from '@jest/globals'
import { runnerAddresses } from '../../src/redact/runner-addresses.ts'
import { edgeResponse, evidenceWith, failedExchange, response } from '../support/evidence.ts'

const MINE = '198.51.100.7'

test.each<readonly [page: string, ...addresses: readonly string[]]>([
  [`fl=1f1\nip=${MINE}\nts=1`, MINE],
  ['ip=2001:db8::7\n', '2001:db8::7'],
  [`zip=${MINE}`],
  [`IP=${MINE}`, MINE],
  [`ip=${MINE} and more`],
  [`Your IP: ${MINE}`, MINE],
  [`Your IP address is ${MINE}.`, MINE],
  [`<p>your ip: <b class="x">${MINE}</b>`, MINE],
  [`"client_ip":"${MINE}"`, MINE],
  [`REMOTE_ADDR => ${MINE}`, MINE],
  [`visitor-ip=[2001:db8::7]`, '2001:db8::7'],
  [`source ip &nbsp; (${MINE})`, MINE],
  [`X-Forwarded-For: ${MINE}`, MINE],
  [`x_real_ip: ${MINE}`, MINE],
  [`CF-Connecting-IP: ${MINE}:`, MINE],
  [`<span id="cf-footer-ip">${MINE}</span>`, MINE],
  [`<span id=cf-footer-ip class="hidden"> ${MINE}</span>`, MINE],
  [`<span id="cf-footer-item">${MINE}</span>`],
  [`Our IP: ${MINE}`],
  [`Your ship: ${MINE}`],
  ['Your IP: 10.0.0.7'],
  ['Your IP: 104.16.10.10'],
  ['Your IP: 999.1.1.1'],
  ['Your IP: unknown'],
  [`Your IP: ${MINE}. Client IP: 192.0.2.200, remote addr ${MINE}`, MINE, '192.0.2.200'],
  [
    Array.from({ length: 30 }, (_, index) => `Your IP: 203.0.114.${index}`).join('\n'),
    ...Array.from({ length: 20 }, (_, index) => `203.0.114.${index}`),
  ],
])('the addresses of the runner in %j', (page, ...addresses) => {
  for (const evidence of [
    evidenceWith({ edge: edgeResponse(403, page) }),
    evidenceWith({ trace: response(200, page) }),
    evidenceWith({ edge: failedExchange('connect', 'refused'), recheck: { repeated: response(500, page) } }),
  ])
    expect(runnerAddresses(evidence)).toEqual(addresses)
})
