import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from '@jest/globals'
import * as fc from 'fast-check'
import { annotationsOf } from '../../src/github/publish/annotations.ts'
import { checkResult } from '../../src/github/publish/check-run.ts'
import { statusOf } from '../../src/github/publish/deployment.ts'
import { hostileText } from '../support/hostile-text.ts'
import { report, siteReport } from '../support/github-report.ts'

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

/** A report in which every text comes from a site. */
const hostileReport = fc
  .tuple(hostileText, hostileText, fc.string({ maxLength: 3000, unit: 'binary' }), fc.nat({ max: 2 }))
  .map(([headline, summary, long, more]) => {
    const warning = { id: 'origin-refused', text: long } as const
    const site = siteReport({ headline: headline + long, summary: [{ text: summary }], warnings: [warning] })
    return report({
      warnings: [warning],
      sites: [site, ...Array.from({ length: more }, () => site)],
    })
  })

describe('whatever a site sends', () => {
  test('an annotation is one line, bounded, and nothing in it is hidden', () => {
    fc.assert(
      fc.property(hostileReport, (hostile) => {
        for (const { title, text } of annotationsOf(hostile)) {
          expect(title + text).not.toMatch(INVISIBLE)
          expect(Array.from(title).length).toBeLessThanOrEqual(200)
          expect(text.length).toBeLessThanOrEqual(4096)
        }
      }),
    )
  })

  test("the title and the summary of a check run fit GitHub's limits", () => {
    fc.assert(
      fc.property(hostileReport, fc.string({ unit: 'binary', maxLength: 200 }), (hostile, piece) => {
        const { title, summary } = checkResult(hostile, `### x ${piece}\n`.repeat(2000), true)
        expect(title).not.toMatch(INVISIBLE)
        expect(Array.from(title).length).toBeLessThanOrEqual(250)
        expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_535)
        expect(summary).not.toBe('')
      }),
      { numRuns: 30 },
    )
  })

  test("the description of a deployment status is one line within GitHub's limit", () => {
    fc.assert(
      fc.property(hostileReport, (hostile) => {
        const { description } = statusOf(hostile, true)
        expect(description).toMatch(/^Origin Gate: /)
        expect(description).not.toMatch(INVISIBLE)
        expect(Array.from(description).length).toBeLessThanOrEqual(140)
      }),
    )
  })

  test('the log contains no workflow command', async () => {
    const space = fc.constantFrom(
      '',
      ' ',
      '\t',
      '\u00a0',
      '\u0085',
      '\u2028',
      '\u3000',
      '\v',
      '\f',
      '\r',
      '\n',
    )
    const command = fc.constantFrom(
      '::error::x',
      '::add-mask::a',
      '##[error]x',
      '::stop-commands::k',
      ':::',
      'x ::y::',
    )
    const line = fc.oneof(
      hostileText,
      fc.tuple(space, space, command).map((parts) => parts.join('')),
    )
    const texts = fc.sample(line, 2000)
    const script = join(import.meta.dirname, '../support/github-log.ts')
    const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdin.end(JSON.stringify(texts))
    // The runner ends a line at each of these, and trims all .NET white space.
    const lines = (await text(child.stdout)).split(/\r\n|\r|\n/)
    const trimmed = lines.map((each) => each.replace(/^[\s\u0085]+/, ''))
    expect(lines.length).toBeGreaterThan(2000)
    expect(trimmed.filter((each) => each.startsWith('::') || each.includes('##['))).toEqual([])
  })
})
