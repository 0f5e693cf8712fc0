import { shortageOfFiles } from '../../files/read.ts'

/** Megabytes of Node's heap below which a check doesn't start. Node ends in the middle of one that runs out of it. */
const MIN_HEAP = 32

/** An error if this process lacks what any check needs, before it starts. */
export function shortageAtStart(env: NodeJS.ProcessEnv): unknown {
  const options = [env['NODE_OPTIONS'] ?? '', ...process.execArgv].join(' ')
  const limit = [...options.matchAll(/--max[-_]old[-_]space[-_]size[= ](\d+)/g)].at(-1)?.[1]
  const small = limit !== undefined && Number(limit) > 0 && Number(limit) < MIN_HEAP
  return small ? Object.assign(new Error('too little memory'), { code: 'ERR_SMALL_HEAP' }) : shortageOfFiles()
}
