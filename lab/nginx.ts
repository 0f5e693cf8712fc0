import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Credentials } from './certificates.ts'
import { listen } from './listen.ts'

export interface Nginx {
  /** Speaks HTTPS on 127.0.0.1. */
  readonly port: number
  readonly stop: () => Promise<void>
}

export interface NginxOptions {
  readonly credentials: Credentials
  /** `up` answers 200 by itself; `dead-upstream` passes everything on to a port that nobody holds, hence 502. */
  readonly site: 'up' | 'dead-upstream'
  /** Where to listen; a free port unless told. */
  readonly port?: number
}

/** Debian puts it where ordinary users do not look. */
const ENV = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin` }

/** The version of the nginx on this machine, such as `1.22.1`; undefined when there is none. */
export async function nginxVersion(): Promise<string | undefined> {
  try {
    // It tells its version on stderr.
    const { stderr } = await promisify(execFile)('nginx', ['-v'], { env: ENV })
    return /nginx\/([\d.]+)/.exec(stderr)?.[1]
  } catch {
    return undefined
  }
}

/** A real nginx with a configuration of its own, in the foreground and without any privilege. */
export async function startNginx({ credentials, site, port: given }: NginxOptions): Promise<Nginx> {
  const [folder, port, deadPort] = await Promise.all([
    mkdtemp(join(tmpdir(), 'origin-gate-nginx-')),
    given ?? freePort(),
    freePort(),
  ])
  await Promise.all([
    writeFile(join(folder, 'cert.pem'), credentials.cert),
    writeFile(join(folder, 'key.pem'), credentials.key, { mode: 0o600 }),
    writeFile(join(folder, 'nginx.conf'), configuration(folder, port, site, deadPort)),
  ])
  const child = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
    env: ENV,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  const ended = once(child, 'close')

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  for (const until = Date.now() + 5000; !(await accepts(port)); await pause(20)) {
    if (child.exitCode === null && Date.now() < until) continue
    await stop()
    throw new Error(`nginx does not listen: ${complaints}`)
  }
  return { port, stop }
}

const configuration = (
  folder: string,
  port: number,
  site: NginxOptions['site'],
  deadPort: number,
): string => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 64; }
http {
  access_log off;
  server_tokens off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port} ssl;
    ssl_certificate ${folder}/cert.pem;
    ssl_certificate_key ${folder}/key.pem;
    default_type text/plain;
    location / {
      ${site === 'up' ? 'return 200 "Welcome to the shop\\n";' : `proxy_pass http://127.0.0.1:${deadPort};`}
    }
  }
}
`

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const { port, close } = await listen(createServer())
  await close()
  return port
}

async function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
