import { Ajv, type ValidateFunction } from 'ajv'

// The shape of Globalping's API as far as we use it, written from the names, types and limits in its OpenAPI
// description: https://github.com/jsdelivr/globalping, public/v1/components/schemas.yaml as of commit 6a037058 and
// responses.yaml as of f41a718e. It has none of the description's text, which is under the Open Software License 3.0.

const text = { type: 'string' } as const
const whole = { type: 'integer' } as const
const textOrNull = { type: ['string', 'null'] } as const
const wholeOrNull = { type: ['integer', 'null'] } as const

/** An object that has all of these. */
const all = (properties: Readonly<Record<string, object>>): object => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
})

/** An object that may have these and nothing else. */
const only = (properties: Readonly<Record<string, object>>, ...required: readonly string[]): object => ({
  type: 'object',
  properties,
  required: [...required],
  additionalProperties: false,
})

const CONTINENTS = ['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA']

const REGIONS = [
  ...['Northern', 'Eastern', 'Middle', 'Southern', 'Western'].map((part) => `${part} Africa`),
  ...['Central', 'South', 'Northern'].map((part) => `${part} America`),
  ...['Central', 'Eastern', 'South-eastern', 'Southern', 'Western'].map((part) => `${part} Asia`),
  ...['Eastern', 'Northern', 'Southern', 'Western'].map((part) => `${part} Europe`),
  'Caribbean',
  'Australia and New Zealand',
  'Melanesia',
  'Micronesia',
  'Polynesia',
]

const LOCATION = only({
  continent: { enum: CONTINENTS },
  region: { enum: REGIONS },
  country: text,
  state: textOrNull,
  city: text,
  asn: whole,
  network: text,
  tags: { type: 'array', items: text },
  magic: text,
  limit: { ...whole, minimum: 1, maximum: 200 },
})

const HTTP_OPTIONS = only({
  request: only({
    host: text,
    path: text,
    query: text,
    method: { enum: ['HEAD', 'GET', 'OPTIONS'] },
    headers: { type: 'object', additionalProperties: text },
  }),
  resolver: text,
  port: { ...whole, minimum: 0, maximum: 65_535 },
  protocol: { enum: ['HTTP', 'HTTPS', 'HTTP2'] },
  ipVersion: { enum: [4, 6] },
})

const REQUEST = only(
  {
    type: { const: 'http' },
    target: text,
    inProgressUpdates: { type: 'boolean' },
    locations: { oneOf: [{ type: 'array', items: LOCATION }, text] },
    limit: { ...whole, minimum: 1, maximum: 500 },
    measurementOptions: HTTP_OPTIONS,
  },
  'type',
  'target',
)

const CREATED = all({ id: text, probesCount: whole })

const PROBE = all({
  continent: { enum: CONTINENTS },
  region: { enum: REGIONS },
  country: text,
  state: textOrNull,
  city: text,
  asn: whole,
  network: text,
  latitude: { type: 'number' },
  longitude: { type: 'number' },
  tags: { type: 'array', items: text },
  resolvers: { type: 'array', items: text },
})

const CERTIFICATE = all({
  authorized: { type: 'boolean' },
  protocol: text,
  cipherName: text,
  createdAt: text,
  expiresAt: text,
  subject: all({ CN: text, alt: textOrNull }),
  issuer: all({ C: textOrNull, O: textOrNull, CN: textOrNull }),
  keyType: { enum: ['RSA', 'EC', null] },
  keyBits: { type: ['number', 'null'] },
  serialNumber: text,
  fingerprint256: text,
  publicKey: textOrNull,
})

const FINISHED = all({
  status: { const: 'finished' },
  rawOutput: text,
  rawHeaders: text,
  rawBody: textOrNull,
  truncated: { type: 'boolean' },
  headers: {
    type: 'object',
    additionalProperties: { oneOf: [text, { type: 'array', items: text }] },
  },
  resolvedAddress: textOrNull,
  statusCode: whole,
  statusCodeName: text,
  timings: all({
    total: wholeOrNull,
    dns: wholeOrNull,
    tcp: wholeOrNull,
    tls: wholeOrNull,
    firstByte: wholeOrNull,
    download: wholeOrNull,
  }),
  tls: { oneOf: [CERTIFICATE, { type: 'null' }] },
})

const UNFINISHED = all({ status: { enum: ['in-progress', 'failed', 'offline'] }, rawOutput: text })

const MEASUREMENT = all({
  id: text,
  type: { const: 'http' },
  status: { enum: ['in-progress', 'finished'] },
  createdAt: text,
  updatedAt: text,
  target: text,
  probesCount: whole,
  results: {
    type: 'array',
    items: all({ probe: PROBE, result: { anyOf: [UNFINISHED, FINISHED] } }),
  },
  measurementOptions: HTTP_OPTIONS,
})

const ERROR = all({ error: all({ type: text, message: text }) })

const SCHEMAS = { request: REQUEST, created: CREATED, measurement: MEASUREMENT, error: ERROR } as const

const compiled = new Map<object, ValidateFunction>()

/** What is wrong with a body; empty if it is as described. */
export function deviations(kind: keyof typeof SCHEMAS, body: unknown): readonly string[] {
  const schema = SCHEMAS[kind]
  const validate = compiled.get(schema) ?? new Ajv({ strict: false, allErrors: true }).compile(schema)
  compiled.set(schema, validate)
  validate(body)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
