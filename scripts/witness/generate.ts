import { mutate, seededRandom, type Random } from '../fuzz/bytes.ts'
import { RESPONSES, TOKENS } from '../fuzz/examples.ts'
import type { Case } from './case.ts'
import { oneOf, PLACE_NAMES, PLACES, type PlaceName } from './grammar.ts'
import { RECORDED } from './recorded.ts'

/** Numbers of faults in a case. One fault shows how a recipient handles it, several show which of them it notices. */
const FAULTS = [0, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3] as const

/** Of 16 cases, this many are mutations of recorded responses. */
const RECORDED_SHARE = 3

/** Larger responses exceed limits that differ between programs. */
const MAX_BYTES = 12_000

/** The same seed and number make the same case. */
export function makeCase(seed: number, number: number): Case {
  const random = seededRandom(Math.imul(seed, 0x9e3779b1) + number)
  return random(16) < RECORDED_SHARE ? mutated(number, random) : grammatical(number, random)
}

const EXAMPLES: readonly Uint8Array[] = [...RESPONSES, ...RECORDED]

function mutated(number: number, random: Random): Case {
  const method = random(8) === 0 ? 'HEAD' : 'GET'
  return { number, method, bytes: mutate(EXAMPLES, TOKENS, random).subarray(0, MAX_BYTES) }
}

function grammatical(number: number, random: Random): Case {
  const count = oneOf(FAULTS, random)
  const faulty = new Set(Array.from({ length: count }, () => PLACE_NAMES[random(PLACE_NAMES.length)]))
  /** If a faulty place occurs several times in a response, two of three have a fault. */
  const at = (place: PlaceName): string => {
    const { usual, odd }: { readonly usual: readonly string[]; readonly odd: readonly string[] } =
      PLACES[place]
    const isOdd = faulty.has(place) && random(3) > 0
    const texts = isOdd ? odd : usual
    return texts[random(texts.length)] ?? ''
  }
  const method = at('method') === 'HEAD' ? 'HEAD' : 'GET'
  const whole = Buffer.from(message(method, at, random), 'latin1')
  const bytes = at('cut') === '' ? whole : whole.subarray(0, random(whole.length + 1))
  return { number, method, bytes }
}

type At = (place: PlaceName) => string

function message(method: string, at: At, random: Random): string {
  const version = at('version')
  const code = at('code')
  const statusLine = [
    at('protocol'),
    version,
    at('separator'),
    code,
    at('afterCode'),
    at('reason'),
    at('statusEnd'),
  ]
  const framing = at('framing')
  const bodiless = method === 'HEAD' || code === '204' || code === '304'
  const kind = framing === 'chunked' && version === '1.0' ? 'length' : framing
  const content = contentOf(kind, at, random)
  const fields = Array.from({ length: random(4) }, () => at('field'))
  const announced = content.field !== '' && (code !== '204' || framing === 'announced')
  if (announced) fields.splice(random(fields.length + 1), 0, content.field)
  return [
    at('before'),
    at('interim'),
    ...statusLine,
    ...fields.map((field) => field + at('lineEnd')),
    at('end'),
    bodiless && framing !== 'with-body' ? '' : content.body,
    at('after'),
  ].join('')
}

const BODIES = [
  '',
  'hello',
  '<!DOCTYPE html>\n<title>Shop</title>\r\n\r\n<h1>Welcome</h1>',
  '0\r\n\r\n',
  'HTTP/1.1 200 OK\r\n\r\n',
  'x'.repeat(2000),
  '\0\x01\xff\x80',
] as const

function contentOf(kind: string, at: At, random: Random): { readonly field: string; readonly body: string } {
  const body = oneOf(BODIES, random)
  const length = (text: string): string => text.replaceAll('#', String(body.length))
  if (kind === 'length' || kind === 'announced' || kind === 'with-body')
    return { field: length(at('length')), body }
  if (kind === 'chunked') return { field: at('chunked'), body: chunksOf(body, at, random) }
  if (kind === 'both')
    return { field: `${length(at('length'))}\r\n${at('chunked')}`, body: chunksOf(body, at, random) }
  return { field: '', body: kind === 'none' ? '' : body }
}

function chunksOf(body: string, at: At, random: Random): string {
  const size = body.length < 20 ? 20 : 1 + random(body.length)
  const chunks = (body.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []).slice(0, 40)
  const hex = (text: string): string => (random(2) === 0 ? text : text.toUpperCase())
  return [
    ...chunks.map((chunk) =>
      [
        at('chunkSize').replaceAll('#', hex(chunk.length.toString(16))),
        at('extension'),
        at('chunkLineEnd'),
        chunk,
        at('chunkEnd'),
      ].join(''),
    ),
    `${at('lastChunk')}${at('extension')}${at('chunkLineEnd')}${at('trailer')}${at('end')}`,
  ].join('')
}
