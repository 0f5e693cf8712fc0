/**
 * Records what a process can observe of the library while it checks sites, rejects a configuration, is aborted and
 * replays a recording. Prints the records as JSON at its end.
 */
import { getEventListeners } from 'node:events'
import { readFileSync } from 'node:fs'

/** What the environment variables, streams and functions of the process were used for. */
const records: string[] = []

/** Whether the caller of a trap is Node itself, such as its TLS module. */
function isByNode(): boolean {
  const [, , , , caller = ''] = (new Error('here').stack ?? '').split('\n')
  return /\((?:node|internal):|at (?:node|internal):/.test(caller)
}

const [lab = '', recording = '', url = '', origin = ''] = process.argv.slice(2)

const record = (what: string): void => {
  if (!isByNode()) records.push(what)
}
process.env = new Proxy(process.env, {
  get: (env, name) => {
    record(`reads ${String(name)}`)
    return Reflect.get(env, name)
  },
  has: (env, name) => {
    record(`looks for ${String(name)}`)
    return Reflect.has(env, name)
  },
  ownKeys: (env) => {
    record('lists the environment')
    return Reflect.ownKeys(env)
  },
  set: (env, name, value) => {
    record(`sets ${String(name)}`)
    return Reflect.set(env, name, value)
  },
})

/** Records each call of a method, and leaves the call out. */
function trap(object: object, method: string, what: string): void {
  Reflect.set(object, method, (...args: readonly unknown[]) => {
    records.push(`${what}(${args.map(String).join(', ')})`)
    return true
  })
}
const print = process.stdout.write.bind(process.stdout)
for (const name of [
  'exit',
  'reallyExit',
  'abort',
  'kill',
  'chdir',
  'emitWarning',
  'setUncaughtExceptionCaptureCallback',
])
  trap(process, name, `process.${name}`)
for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace']) trap(console, name, `console.${name}`)
trap(process.stdout, 'write', 'stdout.write')
trap(process.stderr, 'write', 'stderr.write')
trap(process.getBuiltinModule('node:v8'), 'setFlagsFromString', 'v8.setFlagsFromString')

const controller = new AbortController()

const stateOf = (): readonly string[] => [
  `${getEventListeners(controller.signal, 'abort').length} listeners of the signal`,
  ...Reflect.ownKeys(globalThis).map((key) => `global ${String(key)}`),
  ...process.eventNames().map((name) => `${process.listenerCount(name)} listeners of ${String(name)}`),
  `exit code ${process.exitCode}`,
  `umask ${process.umask()}`,
]

const before = new Set(stateOf())
const { check, replay } = await import('origin-gate')
const env = { ORIGIN_GATE_LAB: lab }
const verdicts: string[] = []
const site = { url, origin }
verdicts.push((await check(site, { env })).verdict)
// So many that the command would save memory.
const sites = Array.from({ length: 25 }, (_, index) => ({ url: `${url}?page=${index}` }))
verdicts.push((await check({ origin, sites }, { env })).verdict)
verdicts.push(
  await check({ url: 'x' }).then(
    () => 'accepted',
    () => 'rejected',
  ),
)
const onProgress = (): void => controller.abort()
verdicts.push((await check({ ...site, wait: '1h' }, { env, signal: controller.signal, onProgress })).verdict)
verdicts.push((await replay(readFileSync(recording, 'utf8'))).verdict)
const left = stateOf().filter((line) => !before.has(line))

// The trap works.
process.stdout.write('x')
process.getBuiltinModule('node:v8').setFlagsFromString('--no-lazy')
void process.env['HOME']
print(JSON.stringify({ verdicts, records, left }))
