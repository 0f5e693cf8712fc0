import { makeLeaf } from '../../../lab/tls/certificates.ts'
import { HOST } from '../../../lab/network/addresses.ts'
import { openMachine, type Diagnosed, type Machine } from './machine.ts'

/** What someone did who followed the steps of a report. */
export interface Followed {
  readonly before: Diagnosed
  /** Each command of a step that changes nothing, and its output. */
  readonly inspected: Readonly<Record<string, string>>
  readonly after: Diagnosed
  readonly undone: Diagnosed
}

/** Runs the commands of all steps that change nothing. */
async function runInspections({ type }: Machine, { steps }: Diagnosed): Promise<Followed['inspected']> {
  const inspected: Record<string, string> = {}
  for (const step of steps.filter(({ type }) => type === 'look'))
    for (const command of commandsIn(step.details)) {
      const { stdout, stderr } = await type(command)
      inspected[command] = stdout + stderr
    }
  return inspected
}

/**
 * Runs the commands of a step that changes something, or those for one of the servers that it names. Fails if the
 * report has no such step, or a command fails.
 */
async function takeChange(
  { type }: Machine,
  { steps }: Diagnosed,
  action: RegExp,
  server = '',
): Promise<void> {
  const commands = commandsIn(stepFor(steps, action).details)
  await runAll(
    type,
    commands.filter((command) => command.includes(server)),
  )
}

/** Runs the commands that undo a step. */
async function undo({ type }: Machine, { steps }: Diagnosed, action: RegExp): Promise<void> {
  const step = stepFor(steps, action)
  await runAll(type, 'undo' in step ? commandsIn(step.undo) : [])
}

function stepFor(steps: Diagnosed['steps'], action: RegExp): Diagnosed['steps'][number] {
  const step = steps.find((each) => each.type !== 'look' && action.test(each.action))
  if (step === undefined) throw new Error(`No step matches ${action.source}: ${JSON.stringify(steps)}`)
  return step
}

async function runAll(type: Machine['type'], commands: readonly string[]): Promise<void> {
  for (const command of commands) {
    const { code, stdout, stderr } = await type(command)
    if (code !== 0) throw new Error(`${command} failed: ${stdout}${stderr}`)
  }
}

/** What a machine here can run. `tcpdump` waits for packets, and containers are elsewhere. */
const COMMAND =
  /^(?:systemctl|journalctl|ss|openssl|tail|nft|fail2ban-client|cp|cat|haproxy|nginx|grep|free|df|sleep)\b/

const commandsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/`([^`]+)`/g), ([, command = '']) => command).filter((text) => COMMAND.test(text))

const APP = `require('node:http').createServer((request, response) => response.end('<title>Shop</title>Hello')).listen(3000, '127.0.0.1')`

/** The unit of an application. */
const unitOf = (code: string): string =>
  `[Service]\nExecStart=${process.execPath} -e "${code.replaceAll('"', '\\"')}"\n`

interface SiteFiles {
  readonly leaf: string
  readonly intermediate: string
  readonly key: string
}

function filesOf({ world }: Machine): SiteFiles {
  const { intermediate } = world.internet.authorities
  const { cert, key } = makeLeaf({ names: [HOST], issuer: intermediate, chain: '' })
  return { leaf: cert, intermediate: intermediate.certificate, key }
}

const LISTENS = "ss -ltn 'sport = :443' | grep -q 203.0.113.10"
const APP_LISTENS = "ss -ltn 'sport = :3000' | grep -q 127.0.0.1"

/** The application behind Caddy is stopped. */
async function appDownOnCaddy(): Promise<Followed> {
  const machine = await openMachine({ APP: 'shop' }, ['/etc/caddy'])
  const { write, type, until, diagnose } = machine
  const { leaf, intermediate, key } = filesOf(machine)
  await write('/etc/caddy/fullchain.pem', leaf + intermediate)
  await write('/etc/caddy/key.pem', key)
  await write('units/shop.service', unitOf(APP))
  await write(
    '/etc/caddy/Caddyfile',
    `https://${HOST} {
  bind 203.0.113.10
  tls /etc/caddy/fullchain.pem /etc/caddy/key.pem
  reverse_proxy 127.0.0.1:3000
}
`,
  )
  await type('systemctl start caddy')
  await until(LISTENS)
  const before = await diagnose()
  const inspected = await runInspections(machine, before)
  await takeChange(machine, before, /^Start the application/)
  await until(APP_LISTENS)
  const after = await diagnose()
  // "Undo: stop it again."
  await type('systemctl stop APP')
  return { before, inspected, after, undone: await diagnose() }
}

/** The configuration of HAProxy with a certificate file. */
const haproxyWith = (certificate: string): string => `defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend www
  bind 203.0.113.10:443 ssl crt ${certificate}
  default_backend shop
backend shop
  server shop 127.0.0.1:3000
`

/** HAProxy serves its certificate without the intermediate. */
async function chainIncompleteOnHaproxy(): Promise<Followed> {
  const machine = await openMachine({}, ['/etc/haproxy', '/etc/ssl', '/run', '/root'])
  const { write, type, until, diagnose } = machine
  const { leaf, intermediate, key } = filesOf(machine)
  await write('/etc/ssl/site.pem', leaf + key)
  await write('units/shop.service', unitOf(APP))
  await write('/etc/haproxy/haproxy.cfg', haproxyWith('/etc/ssl/site.pem'))
  await type('systemctl start shop')
  await type('systemctl start haproxy')
  await until(LISTENS)
  await until(APP_LISTENS)
  const before = await diagnose()
  const inspected = await runInspections(machine, before)
  // The lab's certificates don't say where their issuer's is, so this is the one of "the authority's download page".
  await write('intermediate.pem', intermediate)
  await takeChange(machine, before, /^Build the full chain/)
  await write('/etc/haproxy/haproxy.cfg', haproxyWith('/etc/ssl/fullchain.pem'))
  await takeChange(machine, before, /^Reload/, 'haproxy')
  await until(chainHas(2))
  const after = await diagnose()
  // "Undo: restore the old file, then reload."
  await write('/etc/haproxy/haproxy.cfg', haproxyWith('/etc/ssl/site.pem'))
  await takeChange(machine, before, /^Reload/, 'haproxy')
  await until(chainHas(1))
  return { before, inspected, after, undone: await diagnose() }
}

/** Succeeds when new connections get that many certificates. */
const chainHas = (count: number): string =>
  `[ $(openssl s_client -showcerts -connect 203.0.113.10:443 -servername ${HOST} </dev/null | grep -c BEGIN) -eq ${count} ]`

/** The configuration of nginx, which limits requests per address. */
const nginxWith = (realIp: string): string => `user root root;
error_log /var/log/nginx/error.log;
events {}
http {
  limit_req_zone $binary_remote_addr zone=visitors:1m rate=1r/m;
  access_log off;
  server {
    listen 203.0.113.10:80;
    listen 203.0.113.10:443 ssl;
    server_name ${HOST};
    ssl_certificate /etc/ssl/fullchain.pem;
    ssl_certificate_key /etc/ssl/key.pem;
    root /etc/nginx/html;
    limit_req zone=visitors burst=40 nodelay;
    ${realIp}
  }
}
`

/** nginx limits requests per address, and fail2ban bans Cloudflare's after it exceeds the limit. */
async function blockedByFail2ban(): Promise<Followed> {
  const machine = await openMachine({ JAIL: 'nginx-limit-req', ADDRESS: '172.64.10.1' }, [
    '/etc/nginx',
    '/etc/ssl',
    '/etc/fail2ban/jail.d',
    '/run',
    '/var/log',
    '/var/lib/fail2ban',
    '/var/lib/nginx',
  ])
  const { write, type, until, diagnose } = machine
  const { leaf, intermediate, key } = filesOf(machine)
  await write('/etc/ssl/fullchain.pem', leaf + intermediate)
  await write('/etc/ssl/key.pem', key)
  await write('/etc/nginx/html/index.html', '<title>Shop</title>Hello')
  await write('/var/log/nginx/error.log', '')
  await write('/run/fail2ban/empty', '')
  await write('/etc/nginx/nginx.conf', nginxWith(''))
  await write(
    'units/nginx.service',
    `[Service]\nExecStart=/usr/sbin/nginx -g 'daemon off;'\nExecReload=/bin/kill -HUP $MAINPID\n`,
  )
  await write(
    '/etc/fail2ban/jail.d/site.local',
    `[DEFAULT]
banaction = nftables
[nginx-limit-req]
enabled = true
backend = polling
logpath = /var/log/nginx/error.log
maxretry = 3
`,
  )
  await type('systemctl start nginx')
  await until(LISTENS)
  await type('systemctl start fail2ban')
  await until('fail2ban-client status JAIL')
  await type(`curl -ks -o /dev/null 'https://${HOST}/?visitor=[1-80]'`)
  await until('fail2ban-client banned | grep -q ADDRESS')
  await until('nft list ruleset | grep -q ADDRESS')
  const before = await diagnose()
  const inspected = await runInspections(machine, before)
  await takeChange(machine, before, /^Unban/)
  await write(
    '/etc/nginx/nginx.conf',
    nginxWith('set_real_ip_from 172.64.0.0/13; real_ip_header CF-Connecting-IP;'),
  )
  await type('nginx -t && systemctl reload nginx')
  const after = await diagnose()
  await undo(machine, before, /^Unban/)
  await until('nft list ruleset | grep -q ADDRESS')
  return { before, inspected, after, undone: await diagnose() }
}

const STORIES: ReadonlyMap<string, () => Promise<Followed>> = new Map([
  ['app-down-on-caddy', appDownOnCaddy],
  ['chain-incomplete-on-haproxy', chainIncompleteOnHaproxy],
  ['blocked-by-fail2ban', blockedByFail2ban],
])

const follow = STORIES.get(process.argv[2] ?? '')
if (follow === undefined) throw new Error(`Choose one of ${[...STORIES.keys()].join(', ')}`)
console.log(JSON.stringify(await follow()))
process.exit(0)
