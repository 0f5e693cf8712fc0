import type { Case } from './case.ts'
import { compareVerdicts, verdictCases, type Disagreeing } from './verdicts.ts'
import { isInstalled, WITNESSES } from './witnesses.ts'

const EDGES = ['nginx', 'haproxy', 'curl'] as const

/** Disagreements to print. */
const MAX_PRINTED = 20

/**
 * Sends responses through nginx and HAProxy as the edge and through curl, and compares what they do with our judgment.
 *
 * @param print receives each line of the result
 * @returns the exit code: 1 if a disagreement isn't listed, 2 if a program is missing
 */
export async function runVerdicts(
  { count, seed }: { readonly count: number; readonly seed: number },
  print: (line: string) => void,
): Promise<number> {
  const installed = await Promise.all(EDGES.map(async (name) => ({ name, here: await isInstalled(name) })))
  const missing = installed.filter(({ here }) => !here).map(({ name }) => name)
  if (missing.length > 0) {
    print(`Not installed: ${missing.join(', ')}.`)
    return 2
  }
  const [nginx, haproxy, curl] = await Promise.all([WITNESSES.nginx(), WITNESSES.haproxy(), WITNESSES.curl()])
  try {
    const cases = verdictCases(count, seed)
    const startedAt = performance.now()
    const { served, refused, divided, listed, unlisted } = await compareVerdicts(
      { nginx, haproxy, curl },
      cases,
    )
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    print(`${cases.length} responses, seed ${seed}, in ${seconds} s`)
    print(`${nginx.version}, ${haproxy.version}, ${curl.version}`)
    print(`both proxies serve ${served}, both refuse ${refused}, they disagree on ${divided}`)
    for (const [key, times] of listed) print(`${String(times).padStart(6)}  ${key} (listed)`)
    for (const each of unlisted.slice(0, MAX_PRINTED)) for (const line of linesOf(each)) print(line)
    print(
      unlisted.length === 0
        ? 'Every disagreement is listed.'
        : `${unlisted.length} disagreements aren't listed.`,
    )
    return unlisted.length === 0 ? 0 : 1
  } finally {
    await Promise.all([nginx.close(), haproxy.close(), curl.close()])
  }
}

function linesOf({ each, kind, features, ours, curl }: Disagreeing): readonly string[] {
  const meaning = {
    alarm: 'both proxies serve it whole',
    miss: 'both proxies refuse it',
    differs: 'both proxies and curl read the same page',
  }[kind]
  const byCurl = curl.complete ? `serves ${curl.status}` : `refuses it (${curl.why})`
  return [
    `  ${kind}: case ${each.number}, ${meaning}, curl ${byCurl}, we say: ${ours}`,
    `    features: ${features.join(', ')}`,
    `    ${each.method} ${textOf(each)}`,
  ]
}

const textOf = ({ bytes }: Case): string =>
  JSON.stringify(Buffer.from(bytes).toString('latin1')).slice(0, 600)
