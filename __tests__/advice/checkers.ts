import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '../../lab/network/programs.ts'
import { makeAuthorities, makeCertificate } from '../../lab/tls/authorities.ts'
import type { ServerPackage } from '../../lab/origins/origin.ts'

/** The servers whose own check of a configuration runs here. */
export type Checked = 'nginx' | 'Apache' | 'HAProxy' | 'Caddy'

export interface Checker {
  readonly package: ServerPackage
  readonly file: string
  /** In a folder with the files of `makeFolder`. */
  readonly check: (folder: string) => readonly [string, ...string[]]
  /** Prints the version. */
  readonly version: readonly [string, ...string[]]
}

const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000', '--keep-caps', '-n'] as const

export const CHECKERS: Readonly<Record<Checked, Checker>> = {
  nginx: {
    package: 'nginx-light',
    file: 'nginx.conf',
    // nginx opens the ports, which below 1024 takes a right that an ordinary user has in a namespace.
    check: (folder) => [...NAMESPACE, 'nginx', '-t', '-p', folder, '-c', 'nginx.conf', '-e', 'stderr'],
    version: ['nginx', '-v'],
  },
  Apache: {
    package: 'apache2-bin',
    file: 'apache.conf',
    check: (folder) => ['apache2', '-t', '-f', `${folder}/apache.conf`],
    version: ['apache2', '-v'],
  },
  HAProxy: {
    package: 'haproxy',
    file: 'haproxy.cfg',
    check: (folder) => ['haproxy', '-c', '-f', `${folder}/haproxy.cfg`],
    version: ['haproxy', '-v'],
  },
  Caddy: {
    package: 'caddy',
    file: 'Caddyfile',
    check: (folder) => ['caddy', 'validate', '--config', `${folder}/Caddyfile`],
    version: ['caddy', 'version'],
  },
}

/** The version as a number that can be compared: 1.22.1 becomes 1_022_001. */
export async function versionOf(server: Checked): Promise<number> {
  const { stdout, stderr } = await runProgram(CHECKERS[server].version)
  const [, major, minor, patch] = /(\d+)\.(\d+)\.(\d+)/.exec(stdout + stderr) ?? []
  return Number(major) * 1_000_000 + Number(minor) * 1000 + Number(patch)
}

/** The files that the table's texts name, in a new folder instead of `/etc/ssl` and `/etc/haproxy`. */
export async function makeFolder(): Promise<{
  readonly folder: string
  readonly remove: () => Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'origin-gate-advice-'))
  const authorities = makeAuthorities()
  const { cert, key } = makeCertificate('valid', 'www.shop.example', authorities)
  const files = {
    // HAProxy's file also has the key, which other servers ignore.
    'fullchain.pem': cert + key,
    'key.pem': key,
    'site.pem': cert + key,
    'origin-pull-ca.pem': authorities.originPull.certificate,
    'cloudflare.lst': '173.245.48.0/20\n127.0.0.1\n',
  }
  await Promise.all(
    Object.entries(files).map(([name, content]) => writeFile(join(folder, name), content, { mode: 0o600 })),
  )
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** What the server's own check says about a configuration. Paths in it become those of the folder. */
export async function check(
  server: Checked,
  folder: string,
  configuration: string,
): Promise<{ readonly valid: boolean; readonly output: string }> {
  const { file, check: command } = CHECKERS[server]
  const own = await mkdtemp(join(folder, 'check-'))
  await writeFile(
    join(own, file),
    configuration.replaceAll(/\/etc\/(ssl|haproxy)\//g, `${folder}/`).replaceAll('FOLDER', own),
  )
  const { code, stdout, stderr } = await runProgram(command(own), { env: { HOME: own, XDG_DATA_HOME: own } })
  return { valid: code === 0, output: (stdout + stderr).slice(-2000) }
}
