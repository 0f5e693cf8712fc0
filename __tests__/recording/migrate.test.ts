import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import type { Evidence } from '../../src/domain/evidence.ts'
import { judge } from '../../src/diagnosis/judge.ts'
import { migrateResponses } from '../../src/recording/migrate-responses.ts'
import { migrateEvidence } from '../../src/recording/migrate.ts'
import { recordingIn } from '../../src/recording/read.ts'
import { caseNames, readCase, reportOf } from '../support/cases.ts'
import { edgeError, edgeResponse, evidenceWith, failedExchange } from '../support/evidence.ts'
import { healthy, resultOf, unhealthy } from '../support/judgments.ts'

const twinOf = (name: string): string => caseNames().find((each) => basename(each) === name) ?? ''

describe.each(['version-1', 'version-2'])('a %s recording', (version) => {
  const folder = join(import.meta.dirname, version)
  const files = readdirSync(folder)

  test('exists for several causes', () => {
    expect(files.length).toBeGreaterThan(4)
  })

  test.each(files)('%s makes the same report as its current twin', (file) => {
    const {
      recording,
      expected,
    }: { readonly recording: unknown; readonly expected: { readonly cause: string } } = JSON.parse(
      readFileSync(join(folder, file), 'utf8'),
    )
    const migrated = recordingIn(JSON.stringify(recording))
    if (typeof migrated === 'string') throw new Error(migrated)
    const twin = readCase(twinOf(basename(file, '.json')))
    expect(migrated).toEqual(twin.recording)
    expect(reportOf({ recording: migrated })).toEqual(reportOf(twin))
    expect(reportOf({ recording: migrated }).cause).toBe(expected.cause)
  })
})

test('the Set-Cookie headers of version 1 become a list, but not at the comma of a date', () => {
  const setCookie = 'id=***; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Path=***, b=***; Secure'
  expect(migrateEvidence({ head: { status: 200, headers: { age: '7', 'set-cookie': setCookie } } })).toEqual({
    head: {
      status: 200,
      headers: { age: '7' },
      setCookie: ['id=***; Expires=Wed, 21 Oct 2099 07:28:00 GMT; Path=***', 'b=***; Secure'],
    },
  })
})

const OK = 'HTTP/1.1 200 OK\r\n'

/** A failure as version 2 recorded it. */
function old(
  opening: string,
  error: { readonly reason?: string; readonly code?: string; readonly received?: number } = {},
  wire: object = {},
): unknown {
  const { reason = 'protocol', code = 'HTTPParserError', received = opening.length } = error
  return {
    timings: { connect: 1 },
    kind: 'failed',
    phase: 'processing',
    error: { reason, code, received },
    wire: { opening, contentLength: [], transferEncoding: [], ...wire },
  }
}

const loose = (opening: string, wire: object = {}): unknown => old(opening, {}, { loose: true, ...wire })

/** What version 2 concluded from these, and today's version concludes from their migration. */
describe('a failure of version 2 keeps its verdict', () => {
  const served = edgeResponse(200)
  const expectedBody = { expectedBody: { kind: 'text', text: 'shop' } } as const
  test.each([
    [
      'LF-only, while served',
      loose('HTTP/1.1 200 OK\n\n'),
      served,
      healthy.withWarning('origin-malformed-response'),
    ],
    [
      'folded, while served',
      loose(`${OK}A: b\r\n c\r\n\r\n`),
      served,
      healthy.withWarning('origin-malformed-response'),
    ],
    [
      'a repeated length, while served',
      loose(OK, { contentLength: ['65', '65 '] }),
      served,
      healthy.withWarning('origin-malformed-response'),
    ],
    [
      'LF-only, behind a 520',
      loose('HTTP/1.1 200 OK\n\n'),
      edgeError(520),
      unhealthy('origin-malformed-response', 'likely'),
    ],
    [
      'an LF-only error',
      loose('HTTP/1.1 500 Oh\n\n'),
      served,
      unhealthy('origin-malformed-response', 'likely'),
    ],
    ['not HTTP', old('SSH-2.0-x\r\n'), edgeError(520), unhealthy('origin-malformed-response', 'certain')],
    [
      'a greeting, and a close',
      old('220 mail ESMTP', { reason: 'closed', code: 'UND_ERR_SOCKET' }),
      edgeError(520),
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'an upgrade',
      old('HTTP/1.1 101 Switching Protocols\r\n\r\n', { reason: 'other', code: 'UND_ERR_X' }),
      edgeError(520),
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'a Continue, and a close',
      old('HTTP/1.1 100 Continue\r\n\r\n', { reason: 'closed', code: 'UND_ERR_SOCKET' }),
      edgeError(520),
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'a response before the request',
      old('HTTP/1.1 200 OK\r\n', { reason: 'closed', code: 'CONNECTION_GONE' }),
      edgeError(520),
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'two lengths',
      old(OK, {}, { contentLength: ['1', '2'] }),
      edgeError(520),
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'a length and chunks',
      old(OK, {}, { contentLength: ['1'], transferEncoding: ['chunked'] }),
      edgeError(520),
      unhealthy('origin-malformed-response', 'certain'),
    ],
    [
      'an invalid status',
      old('HTTP/1.1 OK\r\n\r\n'),
      edgeError(520),
      unhealthy('origin-malformed-response', 'certain'),
    ],
    ['an unknown fault', old(OK), edgeError(520), unhealthy('origin-malformed-response', 'certain')],
    [
      'a head that is cut off',
      old(`${OK}Server: ngi`, { reason: 'closed', code: 'UND_ERR_SOCKET' }),
      edgeError(520),
      unhealthy('origin-truncated-response', 'certain'),
    ],
    [
      'headers that are too large',
      old(OK, { code: 'UND_ERR_HEADERS_OVERFLOW', received: 300_000 }),
      edgeError(520),
      unhealthy('origin-headers-too-large', 'certain'),
    ],
    [
      'nothing',
      {
        ...failedExchange('processing', 'closed'),
        error: { reason: 'closed', code: 'UND_ERR_SOCKET', received: 0 },
      },
      edgeError(520),
      unhealthy('origin-empty-response', 'likely'),
    ],
  ] as const)('%s', (_, origin, edge, expected) => {
    const evidence: Evidence = JSON.parse(
      JSON.stringify(migrateResponses({ ...evidenceWith({ edge }), origins: [origin] })),
    )
    const { request } = evidenceWith({ edge, origin: failedExchange('connect', 'refused') })
    expect(resultOf(judge({ ...evidence, request }))).toEqual(expected)
    expect(JSON.stringify(evidence)).not.toMatch(/UND_ERR_(?!X)|HTTPParserError|loose/)
  })

  test('LF-only, when its content could not be searched', () => {
    const round = evidenceWith({ request: expectedBody, origin: failedExchange('connect', 'refused') })
    const evidence: Evidence = JSON.parse(
      JSON.stringify(migrateResponses({ ...round, origins: [loose('HTTP/1.1 200 OK\n\n')] })),
    )
    expect(resultOf(judge(evidence))).toEqual(unhealthy('origin-malformed-response', 'likely'))
  })

  test('a body whose length does not match was closed', () => {
    const error = { reason: 'protocol', code: 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', received: 9 }
    const exchange = {
      timings: {},
      kind: 'failed',
      phase: 'transfer',
      error,
      head: { status: 200, headers: {} },
    }
    expect(migrateResponses({ edge: exchange })).toEqual({
      edge: { ...exchange, error: { reason: 'closed', code: 'CLOSED', received: 9 } },
    })
  })
})

test('the deviation, the version and the lengths of a line without a colon are named', () => {
  const opening = `${OK}Server: nginx\r\nWarning  Undefined\r\nContent-Length: 65 \r\n\r\n`
  expect(migrateResponses(old(opening, {}, { contentLength: ['65 '], headBytes: 90 }))).toMatchObject({
    kind: 'failed',
    error: { reason: 'protocol', code: 'LINE_WITHOUT_COLON' },
    wire: {
      version: '1.1',
      headBytes: 90,
      contentLength: ['65'],
      deviations: [{ kind: 'line-without-colon', offset: 0 }],
    },
  })
})
