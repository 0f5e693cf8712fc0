/** The formats of an error. `problem` is `json` under another media type. */
export type ErrorFormat = 'html' | 'json' | 'problem' | 'markdown'

const FORMATS: Readonly<Record<string, ErrorFormat>> = {
  'application/json': 'json',
  'application/problem+json': 'problem',
  'text/markdown': 'markdown',
  'text/*': 'markdown',
  'text/html': 'html',
  '*/*': 'html',
}

/** The format that `Accept` requests: the highest weight wins, then the first. HTML if none is known. */
export function errorFormat(accept: string): ErrorFormat {
  let best: { form: ErrorFormat; weight: number } | undefined
  for (const range of accept.toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim())
    const form = Object.hasOwn(FORMATS, type) ? FORMATS[type] : undefined
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
    if (form !== undefined && weight > (best?.weight ?? 0)) best = { form, weight }
  }
  return best?.form ?? 'html'
}
