// `--import`: records in which order a process loads modules, connects and prints, in the file that
// RECORDED_EVENTS names.
import { subscribe } from 'node:diagnostics_channel'
import { writeFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const events = []
let seen = process.moduleLoadList.length
const note = (event) => {
  for (const loaded of process.moduleLoadList.slice(seen))
    events.push(`load ${loaded.replace(/^NativeModule /, '')}`)
  seen = process.moduleLoadList.length
  if (event !== undefined) events.push(event)
}

registerHooks({
  load: (url, context, next) => {
    if (url.startsWith('file:')) note(`load ${url.split('/').at(-1)}`)
    return next(url, context)
  },
})
subscribe('net.client.socket', ({ socket }) => {
  socket.once('connect', () => note(`connect ${socket.remotePort}`))
})
const { stdout } = process
const write = stdout.write.bind(stdout)
stdout.write = (text, ...rest) => {
  note(`print ${String(text)}`)
  return write(text, ...rest)
}
process.on('exit', () => {
  note()
  writeFileSync(process.env.RECORDED_EVENTS, JSON.stringify(events))
})
