import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { migrateEvidence } from '../../src/recording/migrate.ts'
import { recordingIn } from '../../src/recording/read.ts'
import { readCase, reportOf } from '../support/cases.ts'

const FOLDER = join(import.meta.dirname, 'version-1')

describe('a version 1 recording', () => {
  const files = readdirSync(FOLDER)

  test('exists for several causes', () => {
    expect(files.length).toBeGreaterThan(5)
  })

  test.each(files)('%s makes the same report as its version 2 twin', (file) => {
    const {
      recording,
      expected,
    }: { readonly recording: unknown; readonly expected: { readonly cause: string } } = JSON.parse(
      readFileSync(join(FOLDER, file), 'utf8'),
    )
    const migrated = recordingIn(JSON.stringify(recording))
    if (typeof migrated === 'string') throw new Error(migrated)
    const twin = readCase(`${expected.cause}/${basename(file, '.json')}`)
    expect(migrated).toEqual(twin.recording)
    expect(reportOf({ recording: migrated })).toEqual(reportOf(twin))
  })

  test('has its Set-Cookie headers split into a list, but not at the comma of a date', () => {
    const setCookie = 'id=***; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Path=***, b=***; Secure'
    expect(
      migrateEvidence({ head: { status: 200, headers: { age: '7', 'set-cookie': setCookie } } }),
    ).toEqual({
      head: {
        status: 200,
        headers: { age: '7' },
        setCookie: ['id=***; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Path=***', 'b=***; Secure'],
      },
    })
  })
})
