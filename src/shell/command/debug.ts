import { redactEveryAddress } from '../../redact/every-address.ts'
import { framesOf } from '../../shared/errors.ts'
import { detailLines } from '../../report/progress/details.ts'
import type { Progress } from '../../run/watch.ts'
import { hiding } from '../../config/parser/hide.ts'
import { PROXY_VARIABLES, proxyUrl, proxyVariable } from '../../shared/environment/proxies.ts'
import { shownUrl } from '../../shared/secrets-in-url.ts'
import { VERSION } from '../../version.ts'

type Env = Readonly<Record<string, string | undefined>>

/** The program, its platform and the proxy, each without a secret. */
export function environmentLines(env: Env): readonly string[] {
  const proxies = ([...PROXY_VARIABLES, 'NO_PROXY'] as const).flatMap((name) => {
    const value = proxyVariable(env, name)
    if (value === '') return []
    return [`${name} ${name === 'NO_PROXY' ? 'is set' : (proxyUrl(value)?.host ?? 'is not a valid URL')}`]
  })
  return [
    `origin-gate ${VERSION}, Node ${process.version}, ${process.platform} ${process.arch}`,
    proxies.length === 0 ? 'no proxy' : proxies.join(', '),
  ]
}

/** The details of a finished round. */
export function roundLines(progress: Progress): readonly string[] {
  return [shownUrl(progress.site.url), ...detailLines(progress).map((line) => `  ${line}`)]
}

/** Errors in a chain of causes. */
const MAX_CAUSES = 5
/** Characters of a message. */
const MAX_MESSAGE = 500

/** The stacks of an error and of its causes. Their messages can contain addresses and secrets, which are hidden. */
export function stackLines(error: unknown, secrets: readonly string[]): readonly string[] {
  const hide = hiding(secrets)
  const lines: string[] = []
  let current = error
  for (let depth = 0; depth < MAX_CAUSES && Error.isError(current); depth++) {
    const message = hide(redactEveryAddress(current.message), MAX_MESSAGE).slice(0, MAX_MESSAGE)
    lines.push(`${depth === 0 ? '' : 'caused by '}${current.name}: ${message}`, ...framesOf(current))
    current = current.cause
  }
  return lines
}
