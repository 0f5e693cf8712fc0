import { domainToASCII } from 'node:url'

/** The longest part of a value that may remain. */
const MAX_REST = 7

/**
 * A part of a value, of eight letters or more, that can be read in a text; else an empty string. It reads with the
 * decoders of the platform, step by step, and shares nothing with the engine.
 */
export function runOf(text: string, value: string): string {
  const texts = readingsOf(text)
  for (const spelling of spellingsOf(value)) {
    for (let start = 0; start + MAX_REST < spelling.length; start += 1) {
      const run = spelling.slice(start, start + MAX_REST + 1)
      if (texts.some((reading) => reading.includes(run))) return run
    }
  }
  return ''
}

function spellingsOf(value: string): readonly string[] {
  const plain = plainOf(value)
  return [plain, plainOf(unescaped(value)), domainToASCII(value)].filter((text) => text !== '')
}

/** What a reader may make of a text. */
function readingsOf(text: string, depth = 2): readonly string[] {
  const plain = unescaped(text)
  const readings = plain === text ? [plainOf(text)] : [plainOf(text), plainOf(plain)]
  return depth === 0 ? readings : readings.concat(decodedOf(plain, depth))
}

function decodedOf(text: string, depth: number): readonly string[] {
  const runs = [
    Buffer.from(text.replaceAll(/\s/g, ''), 'base64'),
    ...(text.match(/[A-Za-z0-9+/_-]{8,}/g) ?? []).flatMap((run) =>
      [0, 1, 2, 3].map((shift) => Buffer.from(run.slice(shift), 'base64')),
    ),
    ...(text.match(/[0-9a-f]{12,}/gi) ?? []).flatMap((run) =>
      [0, 1].map((shift) => Buffer.from(run.slice(shift, shift + ((run.length - shift) & ~1)), 'hex')),
    ),
    ...(text.match(/[0-9a-f]{2}(?:[ ,:-]+(?:0x)?[0-9a-f]{2}){5,}/gi) ?? []).map((run) =>
      Buffer.from(run.replaceAll(/0x|[^0-9a-f]/gi, ''), 'hex'),
    ),
  ]
  return runs
    .map((bytes) => bytes.toString())
    .filter((decoded) => /[ -~]{8}|[^\0-\x7f\ufffd]{4}/.test(decoded))
    .flatMap((decoded) => readingsOf(decoded, depth - 1))
}

function plainOf(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.replaceAll(/[[({](?:\.|dot)[\])}]/gi, '.').toLowerCase()
  return text
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll(/[。·•]/g, '.')
    .replaceAll(/[[({](?:\.|dot)[\])}]/gi, '.')
    .replaceAll(/\p{Nd}/gu, digitOf)
    .toLowerCase()
}

function digitOf(digit: string): string {
  const point = digit.codePointAt(0) ?? 0
  const zero = [0x30, 0x660, 0x966].find((first) => point >= first && point < first + 10)
  return zero === undefined ? digit : String(point - zero)
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  colon: ':',
  equals: '=',
  lowbar: '_',
  lt: '<',
  percnt: '%',
  period: '.',
  plus: '+',
  shy: '',
  sol: '/',
}

function unescaped(text: string): string {
  if (!/[%\\&]/.test(text)) return text
  for (let before = text, rounds = 0; ; rounds += 1) {
    const after = before
      .replaceAll('\\\\', '\\')
      .replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
      .replaceAll(/\\u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replaceAll(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replaceAll(/(?:\\x[0-9a-f]{2})+/gi, (run) =>
        Buffer.from(run.replaceAll(/\\x/gi, ''), 'hex').toString(),
      )
      .replaceAll(/\\([^a-z0-9])/gi, '$1')
      .replaceAll(/&#x([0-9a-f]{1,6});/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replaceAll(/&#(\d{1,6});/g, (_, digits: string) => String.fromCharCode(Number(digits)))
      .replaceAll(/&([a-z]+);/g, (entity, name: string) => NAMED[name] ?? entity)
    if (after === before || rounds === 8) return after
    before = after
  }
}
