/** The shapes in which an error is told; `problem` is `json` by its other name. */
export type Form = 'html' | 'json' | 'problem' | 'markdown'

const FORMS: Readonly<Record<string, Form>> = {
  'application/json': 'json',
  'application/problem+json': 'problem',
  'text/markdown': 'markdown',
  'text/*': 'markdown',
  'text/html': 'html',
  '*/*': 'html',
}

/** What `Accept` asks for: the highest weight wins, and among equals the first. HTML for who says nothing known. */
export function formOf(accept: string): Form {
  let best: { form: Form; weight: number } | undefined
  for (const range of accept.toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim())
    const form = Object.hasOwn(FORMS, type) ? FORMS[type] : undefined
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1)
    if (form !== undefined && weight > (best?.weight ?? 0)) best = { form, weight }
  }
  return best?.form ?? 'html'
}
