// `--import`: sends its own process signals when its event loop enters a callback or a promise for the n-th time.
//
// KILL_AT: n, `exit` for the last moment, or empty for never. KILL_WITH: the signals, separated by commas; each further
// one follows an event later. KILL_LOG: a file that gets a JSON object once a signal is sent, and at the end.
import { createHook } from 'node:async_hooks'
import { writeFileSync } from 'node:fs'

const { KILL_AT = '', KILL_WITH = '', KILL_LOG = '' } = process.env
const signals = KILL_WITH.split(',').filter((name) => name !== '')
const first = KILL_AT === '' || KILL_AT === 'exit' ? Infinity : Number(KILL_AT)
let events = 0
let sent = 0

const send = () => {
  const next = signals[sent]
  if (next === undefined) return
  sent += 1
  // Before the signal, which may be the end.
  writeFileSync(KILL_LOG, JSON.stringify({ events, sent }))
  process.kill(process.pid, next)
}
const enter = () => {
  events += 1
  if (events >= first) send()
}

createHook({ before: enter }).enable()
process.on('exit', () => {
  if (KILL_AT === 'exit') send()
  writeFileSync(KILL_LOG, JSON.stringify({ events, sent }))
})
// The moment before the first line of the program.
if (first === 0) send()
