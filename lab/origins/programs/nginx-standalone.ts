import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeAuthorities } from '../../tls/authorities.ts'
import type { Credentials } from '../../tls/certificates.ts'
import { freeEndpoint } from '../../network/free-port.ts'
import { startNginxOrigin } from './nginx.ts'
import { SYSTEM_PATH } from '../../network/programs.ts'

export interface StandaloneNginx {
  /** Serves HTTPS on 127.0.0.1. */
  readonly port: number
  readonly stop: () => Promise<void>
}

export interface NginxOptions {
  readonly credentials: Credentials
  /** `up` responds 200. `dead-upstream` forwards to a closed port, which makes it a 502. */
  readonly site: 'up' | 'dead-upstream'
  /** Default: a free port. */
  readonly port?: number
}

/** The version of the installed nginx, such as `1.22.1`. Undefined if there is none. */
export async function nginxVersion(): Promise<string | undefined> {
  try {
    // nginx prints its version to standard error.
    const { stderr } = await promisify(execFile)('nginx', ['-v'], { env: { PATH: SYSTEM_PATH } })
    return /nginx\/([\d.]+)/.exec(stderr)?.[1]
  } catch {
    return undefined
  }
}

/** A real nginx on loopback, for tests that need only its TLS port. */
export async function startNginx({ credentials, site, port }: NginxOptions): Promise<StandaloneNginx> {
  const [folder, free, http] = await Promise.all([
    mkdtemp(join(tmpdir(), 'origin-gate-nginx-')),
    freeEndpoint(),
    freeEndpoint(),
  ])
  const https = { ...free, ...(port !== undefined && { port }) }
  const { close } = await startNginxOrigin(
    {
      https,
      http,
      host: 'www.shop.example',
      credentials,
      authorities: makeAuthorities(),
      upstreamTimeout: 2000,
      folder,
    },
    { application: site === 'up' ? 'up' : 'refusing' },
  )
  return {
    port: https.port,
    stop: async () => {
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
