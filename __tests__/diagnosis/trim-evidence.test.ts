import { describe, expect, test } from '@jest/globals'
import { judge } from '../../src/diagnosis/judge.ts'
import { serverIn } from '../../src/diagnosis/facts/servers/origin-server.ts'
import { trimEvidence } from '../../src/diagnosis/trim-evidence.ts'
import type { Evidence, History } from '../../src/domain/evidence.ts'
import { compressor } from '../../src/run/memory.ts'
import { caseNames, readCase, reportOf } from '../support/cases.ts'
import { response, evidenceWith } from '../support/evidence.ts'

const light = (evidence: Evidence): Evidence => trimEvidence(evidence, judge(evidence))

describe('evidence with its bodies cut', () => {
  test.each(caseNames())('has the same report: %s', (name) => {
    const { recording } = readCase(name)
    const sites = recording.sites.map((site) => {
      const [first, ...rest] = site.history
      const history: History = [light(first), ...rest.map(light)]
      return { ...site, history: compressor()(history).open() }
    })
    const [one, ...more] = sites
    if (one === undefined) throw new Error('The case has no site')
    expect(reportOf({ recording: { ...recording, sites: [one, ...more] } })).toEqual(reportOf({ recording }))
  })

  test('has no body when the judgment does not depend on it', () => {
    const page = 'Welcome to the shop. '.repeat(3000)
    const whole = evidenceWith({ edge: response(200, page), origin: response(200, page) })
    const { edge, origins = [] } = light(whole)
    for (const exchange of [edge, ...origins]) expect(exchange).toMatchObject({ body: { text: '' } })
  })

  test('keeps the page that names the server', () => {
    const page = response(404, `${' '.repeat(1000)}<hr><center>nginx</center>`)
    const whole = evidenceWith({ edge: response(200, 'shop'), origin: page })
    expect(serverIn([light(whole)], undefined)).toBe('nginx')
  })
})
