import { expect, test } from '@jest/globals'
import type { Step } from '../../src/domain/cause.ts'
import { COMMON } from '../../src/diagnosis/servers/index.ts'
import { CAUSES } from '../../src/diagnosis/causes/index.ts'
import { failureWords } from '../../src/diagnosis/failure-words.ts'
import { alertForm, alertText } from '../../src/diagnosis/facts/handshake/tls-alerts.ts'

/** RFC 8446, section 6; RFC 5246, section 7.2; RFC 7301; RFC 7507; RFC 9849. */
const NUMBERS = [
  0, 10, 20, 21, 22, 30, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 60, 70, 71, 80, 86, 90, 100, 109,
  110, 111, 112, 113, 114, 115, 116, 117, 120, 121,
] as const

test.each(NUMBERS)('alert %i has its own name and words', (number) => {
  expect(alertText(number)).toMatch(/^(it|its|no|the|a) .+ \(alert [a-z_]+\)$/)
  const { does, gets } = failureWords({
    phase: 'tls',
    reason: 'protocol',
    code: 'ERR_SSL_X',
    alert: number,
    port: 443,
  })
  expect(does).toBe(`rejects the TLS handshake on port 443: ${alertText(number)}`)
  expect(gets).not.toMatch(/ERR_/)
})

test('an alert after the handshake is not a fault of HTTP', () => {
  const failure = { reason: 'protocol', code: 'ERR_SSL_X', alert: 116, port: 443 } as const
  expect(failureWords({ ...failure, phase: 'processing' })).toEqual({
    brief: 'TLS connection rejected',
    does: 'rejects the TLS connection on port 443: it requires a client certificate (alert certificate_required)',
    gets: 'no response: the TLS connection is rejected: it requires a client certificate (alert certificate_required)',
  })
  expect(failureWords({ ...failure, phase: 'transfer' }).gets).toMatch(/^no complete response: /)
})

test('an unknown alert has its number', () => {
  expect(alertText(200)).toBe('for a reason that the standard does not name (alert 200)')
})

test('alerts about certificates are about those of the client', () => {
  for (const number of [42, 43, 44, 45, 46, 48, 114]) expect(alertText(number)).toMatch(/client certificate/)
})

const FORMS = [...new Set(NUMBERS.map(alertForm))]
const stepsFor = (more: { readonly form: string; readonly server?: string }): readonly Step[] => {
  const cause = CAUSES.find(({ id }) => id === 'tls-handshake-failed')
  return cause?.remedy({ host: 'www.shop.example', port: 443, tls: true, ...more }).steps ?? []
}
const textOf = (steps: readonly Step[]): string =>
  steps.map(({ action, details }) => action + details).join('\n')

test.each(FORMS)('the remedy for the form %s names several servers if it is unknown', (form) => {
  for (const { name } of COMMON) expect(textOf(stepsFor({ form }))).toContain(name)
})

test.each(FORMS)('the remedy for the form %s names no other server than a known one', (form) => {
  const text = textOf(stepsFor({ form, server: 'HAProxy' }))
  for (const { name } of COMMON.filter(({ name }) => name !== 'HAProxy')) expect(text).not.toContain(name)
})
