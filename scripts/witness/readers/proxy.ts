import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readAll } from '../../../__tests__/support/reading.ts'
import { freeEndpoint } from '../../../lab/network/free-port.ts'
import { runProgram } from '../../../lab/network/programs.ts'
import { hostPort, startProgram } from '../../../lab/origins/programs/program.ts'
import type { Case, Outcome, Witness } from '../case.ts'
import { caseOrigin, pathOf } from './origin.ts'

interface ProxyProgram {
  readonly name: 'nginx' | 'haproxy'
  readonly args: readonly string[]
  readonly file: string
  readonly configuration: (listen: string, origin: string) => string
}

/** A header that the proxy adds to each response that it could read. */
const MARK = 'x-witness'

const NGINX: ProxyProgram = {
  name: 'nginx',
  args: ['-p', '.', '-c', 'nginx.conf', '-e', 'stderr'],
  file: 'nginx.conf',
  configuration: (listen, origin) => `
daemon off;
master_process off;
pid nginx.pid;
error_log stderr emerg;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  proxy_http_version 1.1;
  proxy_set_header Connection "";
  proxy_buffer_size 32k;
  proxy_buffers 8 32k;
  proxy_next_upstream off;
  proxy_redirect off;
  server {
    listen ${listen};
    error_page 502 504 @own;
    location / { proxy_pass http://${origin}; add_header ${MARK} forwarded always; }
    location @own { return 502; }
  }
}
`,
}

const HAPROXY: ProxyProgram = {
  name: 'haproxy',
  args: ['-db', '-f', 'haproxy.cfg'],
  file: 'haproxy.cfg',
  configuration: (listen, origin) => `
defaults
  mode http
  retries 0
  http-reuse never
  timeout client 20s
  timeout connect 20s
  timeout server 20s
frontend site
  bind ${listen}
  default_backend app
backend app
  http-response set-header ${MARK} forwarded
  server app1 ${origin}
`,
}

/** Connections at the same time. */
const PARALLEL = 32

async function proxy(program: ProxyProgram): Promise<Witness> {
  const origin = await caseOrigin()
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-witness-'))
  const endpoint = await freeEndpoint()
  const running = await startProgram({
    command: program.name,
    args: program.args,
    folder,
    files: { [program.file]: program.configuration(hostPort(endpoint), `127.0.0.1:${origin.port}`) },
    endpoints: [endpoint],
  })
  return {
    name: program.name,
    column: 'proxy',
    version: await versionOf(program.name),
    read: async (cases) => {
      origin.serve(cases)
      const outcomes: Outcome[] = []
      const queue = cases.entries()
      // One iterator for all workers: each takes the next case.
      const worker = async (): Promise<void> => {
        for (const [index, each] of queue) outcomes[index] = await throughProxy(endpoint.port, each)
      }
      await Promise.all(Array.from({ length: PARALLEL }, worker))
      return outcomes
    },
    close: async () => {
      await running.close()
      await origin.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export const nginx = (): Promise<Witness> => proxy(NGINX)
export const haproxy = (): Promise<Witness> => proxy(HAPROXY)

/** What a client of the proxy gets. */
function throughProxy(port: number, each: Case): Promise<Outcome> {
  const chunks: Buffer[] = []
  const socket = connect({ port, host: '127.0.0.1' })
  socket.write(
    `${each.method} ${pathOf(each)} HTTP/1.1\r\nHost: www.shop.example\r\nConnection: close\r\n\r\n`,
  )
  socket.on('data', (chunk) => chunks.push(chunk))
  return new Promise((resolve) => {
    let why = ''
    socket.on('error', ({ message }) => (why = message))
    socket.on('close', () => {
      const { state, status, body, headers } = readAll(chunks, { method: each.method })
      if (why !== '') resolve({ complete: false, why })
      else if (state !== 'complete' || status === undefined) resolve({ complete: false, why: state })
      // The proxy's own error. Or HTTP/0.9: nginx forwards a response that it can't read without a header.
      else if (headers[MARK] === undefined) resolve({ complete: false, why: `not forwarded: ${status}` })
      else resolve({ complete: true, status, body })
    })
  })
}

async function versionOf(name: 'nginx' | 'haproxy'): Promise<string> {
  const { stdout, stderr } = await runProgram([name, '-v'])
  return /(?:nginx|HAProxy)\D*[\d.]+/.exec(stdout + stderr)?.[0] ?? name
}
