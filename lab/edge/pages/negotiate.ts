/** The shapes in which an error is told; `problem` is `json` by its other name. */
export type ErrorFormat = 'html' | 'json' | 'problem' | 'markdown'

const FORMATS: Readonly<Record<string, ErrorFormat>> = {
  'application/json': 'json',
  'application/problem+json': 'problem',
  'text/markdown': 'markdown',
  'text/*': 'markdown',
  'text/html': 'html',
  '*/*': 'html',
}

/** What `Accept` asks for: the highest weight wins, and among equals the first. HTML for who says nothing known. */
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
