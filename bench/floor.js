/**
 * The least that a check can cost: the same requests by bare `node:tls`. The argument is JSON, a list of connections:
 * `[{ "port": 443, "host": "www.shop.example", "paths": ["/"] }]`. All of them open at once; the paths of one follow
 * each other. Prints a line for each response: its status, and the milliseconds until its first byte.
 */
import { connect } from 'node:tls'

async function requestAll({ port, host, paths }) {
  const socket = connect({ port, host: '127.0.0.1', servername: host, noDelay: true })
  const lines = []
  for (const path of paths) lines.push(await respond(socket, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`))
  socket.destroy()
  return lines
}

/** Sends a request and reads the response to its end: as long as `Content-Length`, or until the server closes. */
function respond(socket, request) {
  return new Promise((resolve, reject) => {
    let [start, first] = [0n, 0n]
    let received = ''
    const finish = () => {
      socket.off('data', read).off('end', finish)
      resolve(`${received.slice(9, 12)} ${Number(first - start) / 1e6}`)
    }
    const read = (chunk) => {
      if (received === '') first = process.hrtime.bigint()
      received += chunk.toString('latin1')
      const end = received.indexOf('\r\n\r\n')
      const length = /\r\ncontent-length: *(\d+)/i.exec(received)?.[1]
      if (end >= 0 && length !== undefined && received.length >= end + 4 + Number(length)) finish()
    }
    socket.on('data', read).on('end', finish).on('error', reject)
    const send = () => {
      start = process.hrtime.bigint()
      socket.write(request)
    }
    if (socket.authorized) send()
    else socket.once('secureConnect', send)
  })
}

const responses = await Promise.all(JSON.parse(process.argv[2]).map(requestAll))
console.log(responses.flat().join('\n'))
