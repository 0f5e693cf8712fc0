import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { listen } from '../lab/network/listen.ts'

// The whole command against servers that never finish, or that send too much: it ends by itself, in bounded memory.

const ENTRY = join(import.meta.dirname, '..', 'dist', 'index.js')

/** Milliseconds. A run takes about two seconds; a busy machine may take several times that. */
const WATCHDOG = 25_000
/** Kilobytes of the whole process. Node itself needs a quarter of that. */
const MAX_MEMORY = 250_000

const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n'

/** Writes a piece again and again, as fast as the client reads or once per interval. */
function repeat(socket: Socket, piece: string, interval?: number): void {
  if (interval !== undefined) {
    const timer = setInterval(() => socket.write(piece), interval)
    socket.once('close', () => clearInterval(timer))
    return
  }
  const write = (): void => {
    while (!socket.destroyed && socket.write(piece));
  }
  socket.on('drain', write)
  write()
}

const many = (line: (index: number) => string, count: number): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('')

const respond = (socket: Socket, head: string, body: string | Uint8Array = ''): void => {
  socket.write(head)
  socket.end(body)
}

/** What each server does with a connection that sent a request. */
const SERVERS: Readonly<Record<string, (socket: Socket, path: string) => void>> = {
  'sends nothing': () => undefined,
  'sends its head byte by byte': (socket) => repeat(socket, 'H', 20),
  'sends a header without an end': (socket) => {
    socket.write(`${OK}X-Long: `)
    repeat(socket, 'x'.repeat(16_384))
  },
  'sends interim responses without an end': (socket) => repeat(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n'),
  'sends a body without an end': (socket) => {
    socket.write(`${OK}\r\n`)
    repeat(socket, '<p>x'.repeat(4096))
  },
  'sends a body byte by byte': (socket) => {
    socket.write(`${OK}\r\n`)
    repeat(socket, 'x', 20)
  },
  'stalls after 100 KB': (socket) => {
    socket.write(`${OK}Content-Length: 9000000\r\n\r\n${'x'.repeat(100_000)}`)
  },
  'sends chunks of one byte': (socket) => {
    socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n`)
    repeat(socket, '1;a=b\r\nx\r\n'.repeat(1000))
  },
  'sends a chunk extension without an end': (socket) => {
    socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n1;`)
    repeat(socket, 'x'.repeat(16_384))
  },
  'sends a decompression bomb': (socket) => respond(socket, `${OK}Content-Encoding: gzip\r\n\r\n`, BOMB),
  'sends a bomb in a bomb': (socket) =>
    respond(socket, `${OK}Content-Encoding: gzip, gzip\r\n\r\n`, gzipSync(BOMB)),
  'sets 3,000 cookies': (socket) =>
    respond(
      socket,
      `${OK}${many((index) => `Set-Cookie: c${index}=${index}abcdefghijklmnop${index}\r\n`, 3000)}\r\n`,
    ),
  'sends values of 100 KB': (socket) =>
    respond(socket, `${OK}Server: ${'%41'.repeat(33_000)}\r\nX: ${'QUJD'.repeat(25_000)}\r\n\r\nx`),
  'redirects without an end': (socket, path) =>
    respond(
      socket,
      `HTTP/1.1 302 Found\r\nLocation: ${path}${'a'.repeat(1000)}\r\nContent-Length: 0\r\n\r\n`,
    ),
  'sends only tags': (socket) => respond(socket, `HTTP/1.1 500 Oops\r\n\r\n`, '<title><b '.repeat(6500)),
}

const BOMB = gzipSync(Buffer.alloc(100 * 1024 * 1024))

interface Outcome {
  readonly name: string
  /** Null: the watchdog killed it. */
  readonly code: number | null
  readonly output: string
  /** Kilobytes. */
  readonly memory: number
}

/** Prints the peak of the memory when the process ends. */
const MEASURE =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nmaxRSS="+process.resourceUsage().maxRSS))'

async function runAgainst(
  name: string,
  handle: (socket: Socket, path: string) => void,
  folder: string,
): Promise<Outcome> {
  const server = createServer({ noDelay: true }, (socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (request: Buffer) => handle(socket, /^\w+ (\S+)/.exec(String(request))?.[1] ?? '/'))
  })
  const { port, close } = await listen(server)
  const plan = join(folder, `${port}.json`)
  const addresses = ['104.16.10.10', '203.0.113.10']
  await writeFile(
    plan,
    JSON.stringify({
      names: { 'www.shop.example': ['104.16.10.10'] },
      routes: Object.fromEntries(addresses.map((address) => [`${address}:80`, port])),
    }),
  )
  const flags = [
    '--origin=203.0.113.10',
    '--timeout=1s',
    '--wait=0s',
    '--record',
    join(folder, `${port}.record`),
  ]
  const child = spawn(
    process.execPath,
    ['--import', MEASURE, ENTRY, '--url=http://www.shop.example/', ...flags],
    {
      env: { PATH: process.env['PATH'], ORIGIN_GATE_LAB: plan },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: WATCHDOG,
      killSignal: 'SIGKILL',
    },
  )
  const [output] = await Promise.all([text(child.stderr), once(child, 'close')])
  await close()
  return { name, code: child.exitCode, output, memory: Number(/maxRSS=(\d+)/.exec(output)?.[1] ?? NaN) }
}

let folder = ''
let outcomes: readonly Outcome[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'origin-gate-budget-'))
  const waiting = Object.entries(SERVERS)
  const results: Outcome[] = []
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      results.push(await runAgainst(...next, folder))
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  outcomes = results
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(Object.keys(SERVERS))(
  'the command ends by itself, in bounded memory, when the server %s',
  (name) => {
    const { code, output = '', memory = NaN } = outcomes.find((each) => each.name === name) ?? {}
    expect({ code, output }).toMatchObject({ code: expect.any(Number) })
    expect([0, 1, 2]).toContain(code)
    expect(output).not.toMatch(/\n {4}at /)
    expect(memory).toBeLessThan(MAX_MEMORY)
  },
)
