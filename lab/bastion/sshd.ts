import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { ADDRESSES, BASTION, INTERNAL_NAME } from '../network/addresses.ts'
import type { Endpoint } from '../network/network.ts'
import { bastionUserCommand } from '../network/namespace.ts'
import { runProgram } from '../network/programs.ts'
import type { RunningOrigin } from '../origins/origin.ts'
import { startProgram } from '../origins/programs/program.ts'

/**
 * What clients find. `closed`: nothing listens on port 22. `rejects-key`: another key than theirs is authorized.
 * `new-host-key`: they know an older key of the host. `no-forwarding`: it opens no connections for them.
 */
export type SshdState = 'up' | 'closed' | 'rejects-key' | 'new-host-key' | 'no-forwarding'

export interface SshdOptions {
  /** An empty folder for keys and configuration, also those of the client. */
  readonly folder: string
  /** Where clients expect it. */
  readonly endpoint: Endpoint
  readonly state: SshdState
  /** Options before the user's key in `authorized_keys`. Absent: it may do everything. */
  readonly keyOptions?: string
  /** Lines at the end of `sshd_config`, such as a `Match` block. */
  readonly lastLines?: string
  /** Runs a command on a machine of its own, with `passwd` and `hosts` of this folder. Absent: on this machine. */
  readonly onMachine?: (folder: string, command: readonly string[]) => readonly [string, ...string[]]
}

/** The client's configuration in the folder: `ssh -F FOLDER/ssh_config -W %h:%p jump.acme.internal`. */
export const SSH_CONFIG = 'ssh_config'

/** The user on a machine of its own. */
const USER = 'deploy'

/** A real sshd of an ordinary user, with keys made for it. Fails with its output if it doesn't start. */
export async function startSshd({
  folder,
  endpoint,
  state,
  keyOptions = '',
  lastLines = '',
  onMachine,
}: SshdOptions): Promise<RunningOrigin> {
  await mkdir(folder, { recursive: true })
  const path = (name: string): string => join(folder, name)
  const key = async (name: string): Promise<string> => {
    await runKeygen(path(name))
    return readFile(path(`${name}.pub`), 'utf8')
  }
  const [host, user, other] = await Promise.all([key('host-key'), key('user-key'), key('other-key')])
  // As root, sshd needs a system that is prepared for it, and it rejects users without a shell.
  const runOn = onMachine ?? (process.platform === 'linux' ? bastionUserCommand : undefined)
  const listens = { ...endpoint, port: endpoint.port + (state === 'closed' ? 1 : 0) }
  const login = runOn === undefined ? userInfo().username : USER
  const known = state === 'new-host-key' ? other : host
  const knownAs = endpoint.port === 22 ? endpoint.host : `[${endpoint.host}]:${endpoint.port}`
  await Promise.all([
    writeFile(path('authorized_keys'), `${keyOptions} ${state === 'rejects-key' ? other : user}`.trimStart()),
    writeFile(path('known_hosts'), `${knownAs} ${known}`),
    writeFile(path('passwd'), passwd(folder)),
    writeFile(path('hosts'), `127.0.0.1 localhost\n${ADDRESSES.origin} ${INTERNAL_NAME}\n`),
    writeFile(path('sshd_config'), `${serverConfig(path, listens, state)}${lastLines}`),
    writeFile(path(SSH_CONFIG), clientConfig(path, endpoint, login)),
  ])
  const command = [SSHD, '-D', '-e', '-f', path('sshd_config')] as const
  const [program, ...args] = runOn === undefined ? command : runOn(folder, command)
  return startProgram({ command: program, args, folder, files: {}, endpoints: [listens] })
}

/** Debian puts it outside an ordinary user's PATH, and it only starts by its full path. */
const SSHD = '/usr/sbin/sshd'

/** What is missing for a real bastion, with the package. Undefined: nothing. */
export async function missingSshd(): Promise<string | undefined> {
  // Both print their versions to standard error. An sshd before 9.2 has no option for it, but is there.
  const [server, client] = await Promise.all([runProgram([SSHD, '-V']), runProgram(['ssh', '-V'])])
  if (server.code === 127) return 'sshd is missing (Debian: openssh-server)'
  return client.code === 127 ? 'ssh is missing (Debian: openssh-client)' : undefined
}

/** Debian's `ssh-keygen` makes the only format of ed25519 keys that every OpenSSH reads. */
async function runKeygen(path: string): Promise<void> {
  const { code, stdout, stderr } = await runProgram([
    'ssh-keygen',
    '-q',
    '-t',
    'ed25519',
    // No passphrase and no comment, which would name the machine.
    '-N',
    '',
    '-C',
    '',
    '-f',
    path,
  ])
  if (code !== 0) throw new Error(`ssh-keygen failed (Debian: openssh-client): ${stdout}${stderr}`)
  await chmod(path, 0o600)
}

/** `mount --bind` shows this file as /etc/passwd. The client's machine keeps its own. */
const passwd = (home: string): string =>
  ['root:x:0:0::/:/bin/sh', `${USER}:x:1000:1000::${home}:/bin/sh`, ''].join('\n')

const serverConfig = (path: (name: string) => string, { host, port }: Endpoint, state: SshdState): string => `
ListenAddress ${host}
Port ${port}
HostKey ${path('host-key')}
AuthorizedKeysFile ${path('authorized_keys')}
PidFile none
UsePAM no
# Temporary folders belong to others too.
StrictModes no
PasswordAuthentication no
KbdInteractiveAuthentication no
AllowTcpForwarding ${state === 'no-forwarding' ? 'no' : 'yes'}
`

const clientConfig = (path: (name: string) => string, { host, port }: Endpoint, user: string): string => `
Host ${BASTION}
  HostName ${host}
  Port ${port}
  User ${user}
  IdentityFile ${path('user-key')}
  IdentitiesOnly yes
  UserKnownHostsFile ${path('known_hosts')}
  GlobalKnownHostsFile /dev/null
  StrictHostKeyChecking yes
  BatchMode yes
`
