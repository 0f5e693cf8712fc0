import { spawn } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { connect, createServer as createTcpServer, type Server } from 'node:net'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { createServer as createTlsServer } from 'node:tls'
import { setTimeout as pause } from 'node:timers/promises'
import { defaultDns } from '../../../lab/dns/defaults.ts'
import { startDns } from '../../../lab/dns/start.ts'
import { ADDRESSES, API_ADDRESSES } from '../../../lab/network/addresses.ts'
import { openNamespace } from '../../../lab/network/namespace.ts'
import { runProgram, SYSTEM_PATH } from '../../../lab/network/programs.ts'
import { makeAuthorities } from '../../../lab/tls/authorities.ts'
import { makeLeaf } from '../../../lab/tls/certificates.ts'
import { readJobs, type Job, type Outcome } from './job.ts'
import { APP_PORT, BROKEN_ORIGINS, OTHER_PORT, SERVICES } from './files.ts'

/** Runs inside the namespace: starts servers, runs the jobs of `jobs.json`, and writes `outcomes.json`. */
const folder = process.argv[2] ?? ''

const authorities = makeAuthorities()
const NAMES = ['www.shop.example', 'www.cloudflare.com', 'ifconfig.co'] as const
const trusted = makeLeaf({ names: [...NAMES], issuer: authorities.intermediate })
await writeFile(join(folder, 'root.pem'), authorities.root.certificate)
const intermediate = authorities.intermediate.certificate
await writeFile(join(folder, 'site.crt'), trusted.cert.replace(intermediate, ''))
await writeFile(join(folder, 'intermediate.crt'), intermediate)

const env = {
  PATH: `${join(folder, 'programs')}:${SYSTEM_PATH}`,
  HOME: folder,
  CURL_CA_BUNDLE: join(folder, 'root.pem'),
  TERM: 'dumb',
}
const shell = (line: string, more: NodeJS.ProcessEnv = {}): ReturnType<typeof runProgram> =>
  runProgram(['timeout', '15', 'sh', '-c', `cd ${folder}; ${line}`], {
    env: { ...env, ...more },
    limit: 20_000,
  })

const listen = (server: Server, port: number, address: string): Promise<void> =>
  new Promise((resolve) => server.listen(port, address, resolve))

// The application, and on the other port whatever the first byte calls for: TLS starts with 0x16.
await listen(
  createServer(({ url }, response) =>
    response.end(url === '/issuer.der' ? new X509Certificate(intermediate).raw : '<title>Shop</title>'),
  ),
  APP_PORT,
  '127.0.0.1',
)
for (const address of ['127.0.0.1', '::1'])
  await listen(
    createTcpServer((client) => {
      client.on('error', () => {})
      client.once('data', (hello: Buffer) => {
        const server = connect(hello[0] === 0x16 ? 443 : 80, '127.0.0.1')
        server.on('error', () => client.destroy())
        server.write(hello)
        client.pipe(server).pipe(client)
      })
    }),
    OTHER_PORT,
    address,
  )

// What visitors reach: Cloudflare, with a certificate that everyone trusts.
const LISTS: ReadonlyMap<string | undefined, string> = new Map([
  ['/ips-v4', '173.245.48.0/20\n172.64.0.0/13'],
  ['/ips-v6', '2606:4700::/32\n2c0f:f248::/32'],
])
const edge = createSecureServer(trusted, ({ headers, url }, response) => {
  response
    .setHeader('server', 'cloudflare')
    .setHeader('cf-cache-status', 'HIT')
    .setHeader('cf-ray', '8f00-FRA')
  const list = headers.host === 'www.cloudflare.com' ? LISTS.get(url) : undefined
  if (list !== undefined) return response.end(list)
  return response.end(
    headers.host === 'www.shop.example' ? '<title>Shop</title>' : 'ip=198.51.100.7\ncolo=FRA\n',
  )
})
const EDGES = [
  ADDRESSES.edge,
  ADDRESSES['second-edge'],
  ADDRESSES['edge-v6'],
  API_ADDRESSES['www.cloudflare.com'],
]
for (const address of EDGES) {
  const server = createTcpServer((socket) => edge.emit('connection', socket))
  await listen(server, 443, address)
}
const hosts = { 'www.cloudflare.com': [API_ADDRESSES['www.cloudflare.com']], 'ifconfig.co': [ADDRESSES.edge] }
const { listen: listenAt, bindUdp } = openNamespace(folder)
await startDns({ setup: defaultDns(hosts), listen: listenAt, bindUdp })

// Servers whose page is broken in one way each.
const BROKEN: readonly (readonly [address: string, response: string])[] = [
  [BROKEN_ORIGINS.truncated, 'Content-Length: 1000\r\n\r\n<title>Shop'],
  [BROKEN_ORIGINS['not-gzip'], 'Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nShop'],
  [BROKEN_ORIGINS['large-headers'], `Set-Cookie: ${'x'.repeat(150_000)}\r\nContent-Length: 4\r\n\r\nShop`],
]
for (const [address, rest] of BROKEN) {
  const respond = (stream: Duplex): void => {
    stream.on('error', () => {})
    stream.once('data', () => stream.end(`HTTP/1.1 200 OK\r\n${rest}`))
  }
  await listen(createTlsServer(trusted, respond), 443, address)
  await listen(createTcpServer(respond), OTHER_PORT, address)
}
for (const port of [443, OTHER_PORT]) {
  const server = createTlsServer({ ...trusted, requestCert: true, ca: intermediate }, () => {})
  await listen(server, port, BROKEN_ORIGINS['client-certificate'])
}

// An error for each log.
await Promise.all(
  SERVICES.map(({ name, port }) =>
    shell(
      `systemctl start ${name}; until curl -sk -o /dev/null https://127.0.0.1:${port}/down; do sleep 0.05; done`,
    ),
  ),
)

/** Stops a program that never ends once it has printed what it should, or after `TRIES`. */
async function whileRunning(job: Job, { line, until }: NonNullable<Job['during']>): Promise<Outcome> {
  // On a terminal, programs print each line at once.
  const child = spawn('script', ['-qec', job.line, '/dev/null'], {
    cwd: folder,
    env: { ...env, ...originOf(job) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += String(chunk)))
  const printed = async (pattern: RegExp): Promise<void> => {
    for (let tries = 0; tries < TRIES && !pattern.test(output) && child.exitCode === null; tries += 1)
      await pause(20)
  }
  await printed(/listening on/)
  await shell(line, originOf(job))
  await printed(new RegExp(until, 'm'))
  child.kill()
  return { code: null, output }
}

const TRIES = 250

const originOf = ({ origin }: Job): NodeJS.ProcessEnv => (origin === undefined ? {} : { ORIGIN: origin })

async function runJob(job: Job): Promise<Outcome> {
  if (job.setUp !== undefined) await shell(job.setUp, originOf(job))
  if (job.during !== undefined) return whileRunning(job, job.during)
  const { code, stdout, stderr } = await shell(
    `${job.line}${job.after === undefined ? '' : `\n${job.after}`}`,
    originOf(job),
  )
  return { code, output: stdout + stderr }
}

const jobs = readJobs(await readFile(join(folder, 'jobs.json'), 'utf8'))
const outcomes: Outcome[] = []
const together = [...jobs.keys()].filter((index) => jobs[index]?.alone !== true)
const alone = [...jobs.keys()].filter((index) => jobs[index]?.alone === true)

/** Takes jobs from a queue until it is empty. */
async function work(queue: number[]): Promise<void> {
  for (let index = queue.shift(); index !== undefined; index = queue.shift()) {
    const job = jobs[index]
    if (job !== undefined) outcomes[index] = await runJob(job)
  }
}

await Promise.all(Array.from({ length: 4 }, () => work(together)))
await work(alone)
await writeFile(join(folder, 'outcomes.json'), JSON.stringify(outcomes))
process.exit(0)
