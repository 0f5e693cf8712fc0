import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { startWorld, type World } from '../lab/world/world.ts'
import { type Kill, killedRun, type KilledRun, moments, violationsOf } from './kill-matrix/matrix.ts'

// `npm run kill-matrix -- --moments 500`: sends each signal at so many moments of a run, and reports what is wrong.
// `--github silence`: GitHub sends no response. `--github endless`: its responses never end.
const { values } = parseArgs({
  options: { moments: { type: 'string', default: '200' }, github: { type: 'string', default: '' } },
})
const count = Number(values.moments)
const fault = (['silence', 'endless'] as const).find((each) => each === values.github)
if (fault === undefined && values.github !== '')
  throw new RangeError(`--github is ${values.github}. Use silence or endless.`)

const jobs: { readonly shell: KilledRun['shell']; readonly kill: Kill }[] = []
const open = (): Promise<World> =>
  startWorld({
    fault: 'healthy',
    inputs: { wait: '0s', 'check-run': 'true' },
    ...(fault !== undefined && { github: { fault: () => fault } }),
  })
const world = await open()
for (const shell of ['action', 'command'] as const) {
  // Its first run creates the comment, and the others find it.
  await killedRun(world, shell, { at: undefined, signals: [] })
  const { events } = await killedRun(world, shell, { at: undefined, signals: [] })
  console.log(`${shell}: ${events} events`)
  for (const at of [...moments(events, count), 'exit'] as const)
    for (const signals of [['SIGTERM'], ['SIGINT'], ['SIGKILL'], ['SIGINT', 'SIGTERM']] as const)
      jobs.push({ shell, kill: { at, signals } })
}
await world.close()

let failed = 0
let done = 0
const total = jobs.length
const work = async (): Promise<void> => {
  const own = await open()
  for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
    for (const violation of violationsOf(await killedRun(own, job.shell, job.kill))) {
      failed += 1
      console.log(violation)
    }
    done += 1
    if (done % 100 === 0) console.log(`${done} of ${total}`)
  }
  await own.close()
}
await Promise.all(Array.from({ length: availableParallelism() }, work))
console.log(`${total} runs, ${failed} violations`)
process.exit(failed === 0 ? 0 : 1)
