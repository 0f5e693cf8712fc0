import { RCODES, EXTENDED_ERROR_NAMES, type DnsAnswer, type Question, type ExtendedError } from '../answer.ts'
import type { LabRecord } from '../records.ts'
import { TYPE_NUMBERS } from './records.ts'

/** Google's JSON ends every name with a dot, Cloudflare's only names within data. */
export type Dialect = 'cloudflare' | 'google'

export interface JsonQuery {
  readonly question: Question
  readonly typeNumber: number
  readonly checkingDisabled: boolean
}

/** The query in `?name=…&type=…&cd=…`, or an error message. */
export function parseJsonQuery(parameters: URLSearchParams): JsonQuery | string {
  const name = (parameters.get('name') ?? '').replace(/(?<=.)\.$/, '')
  if (!/^[\w.*-]{1,253}$/.test(name)) return 'Invalid query name.'
  const value = (parameters.get('type') ?? 'A').toUpperCase()
  const [type, typeNumber] =
    Object.entries(TYPE_NUMBERS).find(([known, number]) => known === value || String(number) === value) ?? []
  const other = /^\d{1,5}$/.test(value) ? Number(value) : OTHER_TYPES[value]
  if (typeNumber === undefined && other === undefined) return 'Invalid query type.'
  return {
    question: { name, type: type ?? `UNKNOWN_${other}` },
    typeNumber: typeNumber ?? other ?? 0,
    checkingDisabled: ['1', 'true'].includes(parameters.get('cd') ?? ''),
  }
}

/** Types that are valid in a query but exist in no zone of the lab. */
const OTHER_TYPES: Readonly<Record<string, number>> = { MX: 15, PTR: 12, DS: 43, DNSKEY: 48, HTTPS: 65 }

/**
 * https://developers.cloudflare.com/1.1.1.1/encryption/dns-over-https/make-api-requests/dns-json/, and Google's
 * version of it.
 */
export function encodeJsonAnswer(query: JsonQuery, answer: DnsAnswer, dialect: Dialect): unknown {
  const jsonRecord = (record: LabRecord): readonly unknown[] => {
    const { name, ttl, type } = record
    return type === 'ALIAS'
      ? []
      : [{ name: withDot(name, dialect), type: TYPE_NUMBERS[type], TTL: ttl, data: recordData(record) }]
  }
  const answers = answer.answers.flatMap(jsonRecord)
  const authorities = answer.authorities.flatMap(jsonRecord)
  return {
    Status: RCODES[answer.rcode],
    TC: false,
    RD: true,
    RA: true,
    AD: answer.authentic,
    CD: query.checkingDisabled,
    Question: [{ name: withDot(query.question.name, dialect), type: query.typeNumber }],
    ...(answers.length > 0 && { Answer: answers }),
    ...(authorities.length > 0 && { Authority: authorities }),
    ...(answer.extendedErrors.length > 0 && { Comment: errorComment(answer.extendedErrors, dialect) }),
  }
}

const withDot = (name: string, dialect: Dialect): string =>
  dialect === 'google' || name === '' ? `${name}.` : name

function recordData({ type, data }: LabRecord): string {
  if (type === 'CNAME' || type === 'NS') return `${data}.`
  if (type === 'TXT') return JSON.stringify(data)
  if (type !== 'SOA') return data
  const [mname = '', rname = '', ...numbers] = data.split(' ')
  return [`${mname}.`, `${rname}.`, ...numbers].join(' ')
}

/** Cloudflare returns a list such as `EDE(22): No Reachable Authority`, Google a sentence. */
function errorComment(errors: readonly ExtendedError[], dialect: Dialect): string | readonly string[] {
  const comments = errors.map(({ code, text }) => `${EXTENDED_ERROR_NAMES[code]} ${text}`.trimEnd())
  return dialect === 'google'
    ? comments.join('; ')
    : comments.map((comment, at) => `EDE(${errors[at]?.code}): ${comment}`)
}
