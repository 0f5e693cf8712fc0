/** The manual page, in the format and as a reader shows it. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from '@jest/globals'
import { manPage } from '../../scripts/package/man-page.ts'
import { EXAMPLES, EXIT_CODES } from '../../src/config/command/reference.ts'
import { COMMAND_ROWS } from '../../src/config/command/rows.ts'
import { NEEDS_PROGRAMS, onLinux } from '../support/platform.ts'

const PAGE = fileURLToPath(new URL('../../man/origin-gate.1', import.meta.url))

const mandoc = (...args: readonly string[]) => spawnSync('mandoc', [...args, PAGE], { encoding: 'utf8' })
/** Readers without colors print bold text twice, with a backspace in between. */
const STRUCK = new RegExp(`.${String.fromCodePoint(8)}`, 'gu')
const installed = spawnSync('mandoc', ['-T', 'lint', PAGE]).error === undefined
const describeHere = onLinux(NEEDS_PROGRAMS, installed ? undefined : 'mandoc is not installed').describe

describe('the source', () => {
  test('has a section for each thing that people search', () => {
    expect(manPage().match(/^\.SH .*/gm)).toEqual(
      [
        'NAME',
        'SYNOPSIS',
        'DESCRIPTION',
        'OPTIONS',
        'ENVIRONMENT',
        'EXIT STATUS',
        'EXAMPLES',
        'SEE ALSO',
        'BUGS',
      ].map((name) => `.SH ${name}`),
    )
  })

  test('is ASCII, because old readers know nothing else', () => {
    expect(manPage()).toMatch(/^[\n -~]*$/)
  })
})

describeHere('mandoc (needs mandoc)', () => {
  test('finds nothing wrong, except that the page has no date', () => {
    // With a date, a release would have to change the page. No one reads the lines of the source.
    const findings = mandoc('-T', 'lint', '-W', 'style').stdout.split('\n')
    expect(findings.filter((line) => line !== '' && !/missing date|line longer than/.test(line))).toEqual([])
  })

  test.each([60, 80, 200])('shows every flag, example and exit code in %d columns', (width) => {
    const shown = mandoc('-T', 'utf8', '-O', `width=${width}`).stdout.replaceAll(STRUCK, '')
    for (const { name, placeholder } of COMMAND_ROWS)
      expect(shown).toMatch(
        new RegExp(`^ {7}--${name}${placeholder === '' ? '' : ` ${placeholder.replace('|', '\\|')}`}$`, 'm'),
      )
    for (const { name } of EXAMPLES) expect(shown).toContain(`\n              ${name}\n`)
    for (const { name } of EXIT_CODES) expect(shown).toMatch(new RegExp(`^ {7}${name}(?: {3}|$)`, 'm'))
    expect(shown).not.toMatch(/\\f|`/)
  })
})
