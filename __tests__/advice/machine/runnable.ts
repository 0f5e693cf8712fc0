import { EDGE_SOURCES } from '../../../lab/network/addresses.ts'
import { BROKEN_ORIGINS, SERVICES } from './files.ts'
import type { Job } from './job.ts'

type Text = string | ((command: string) => string)

interface Prints {
  /** What it prints. A function makes it from the command. */
  readonly prints: RegExp | ((command: string) => RegExp)
  /** Exit codes. Default: 0. */
  readonly codes?: readonly number[]
}

/** A kind of command, and what it prints if what its sentence says about it is true. */
export interface Runnable extends Prints, Pick<Job, 'alone'> {
  /** Matches the whole command, with its placeholders. */
  readonly command: RegExp
  /** The line that it is a part of. */
  readonly whole?: (command: string) => string
  readonly setUp?: string
  readonly after?: Text
  /** A line that makes it print that, for one that runs until it is stopped. */
  readonly during?: string
  /** What it prints at further origins, by address. */
  readonly at?: Readonly<Record<string, Prints>>
}

/** Response headers, as curl prints them with `-v` and with `-i` or `-I`. */
const VERBOSE_HEAD = /^< HTTP\/[12](\.1)? [234]\d\d/m
const HEAD = /^HTTP\/[12](\.1)? [234]\d\d/m

/** Starts it, once. */
const FAIL2BAN = "flock /run/lock sh -c '[ -S /run/fail2ban/fail2ban.sock ] || fail2ban-client start'"

/** In the order in which they are tried. */
export const RUNNABLE: readonly Runnable[] = [
  // TLS.
  {
    command: /^openssl s_client .*-showcerts .*\| grep -E ' \[siv\]:'$/,
    prints: /^ *\d? s:.*CN ?= ?www\.shop\.example\n +i:.*(\n.*)*\n +v:NotBefore/m,
  },
  {
    command: /^(\(sleep \d\) \| )?openssl s_client .*\| openssl x509 -noout .*-subject.*-dates/,
    prints: /subject=.*www\.shop\.example\n(.*\n)*notBefore=.*\nnotAfter=/,
  },
  { command: /^openssl s_client .*-status .*<\/dev\/null$/, prints: /OCSP response: no response sent/ },
  // The origin sends no status, and no alert.
  {
    command: /^(sleep 2 \| )?openssl s_client .*\| grep (alert|'Cert Status')$/,
    prints: /^(?![^]*(alert|Cert Status))/,
    codes: [1],
    at: {
      [BROKEN_ORIGINS['client-certificate']]: {
        prints: (command) =>
          command.endsWith('grep alert') ? /alert.*certificate required/ : /^(?![^]*Cert Status)/,
        codes: [0, 1],
      },
    },
  },
  {
    command: /^curl -s "\$\(openssl s_client .*\| openssl x509 -inform der -out intermediate\.pem$/,
    alone: true,
    after: 'openssl x509 -noout -subject -in intermediate.pem',
    prints: /^subject=.*Lab Issuing CA$/m,
  },
  {
    command: /^openssl x509 -noout -enddate -in \/etc\/ssl\/(fullchain|site)\.pem$/,
    prints: /^notAfter=.* GMT$/m,
  },
  {
    command: /^((\(sleep \d\)|sleep \d) \| )?openssl s_client (?!.*\|).*-connect/,
    prints: /CONNECTED[\s\S]*BEGIN CERTIFICATE/,
  },
  {
    command: /^printf .* \| (openssl s_client -quiet|nc) .*\| head -c 400 \| xxd$/,
    prints: /^00000000: 4854 5450 2f31 2e31 +2\d\d/m,
  },

  { command: /^openssl rand -hex 32$/, prints: /^[0-9a-f]{64}$/m },

  // HTTP.
  { command: /^curl .*\| grep -iE '\^\(age\|cf-cache-status/, prints: /^cf-cache-status: HIT/m },
  // The lab's site has no such header, so grep finds nothing.
  { command: /^curl .*\| grep -iE? '\^(\(age\|x-cache\|via\)|upgrade):'$/, prints: /^$/, codes: [1] },
  {
    command: /^printf .*\| (openssl s_client -quiet|nc) .*\| sed '\/\^\\r\$\/q' \| wc -c$/,
    prints: /^[1-9]\d\d$/m,
    at: { [BROKEN_ORIGINS['large-headers']]: { prints: /^150\d{3}$/m } },
  },
  {
    command: /^awk .*\| sort -rn \| head$/,
    whole: (command) =>
      `printf 'GET / HTTP/1.1\\r\\nHost: www.shop.example\\r\\nConnection: close\\r\\n\\r\\n' | openssl s_client -quiet -connect ${BROKEN_ORIGINS['large-headers']}:443 | sed '/^\\r$/q' | ${command}`,
    prints: /^150\d{3} Set-Cookie: x/m,
  },
  {
    command: /^curl -kSs (--http1\.1 )?--compressed -o \/dev\/null /,
    prints: /^$/,
    at: {
      [BROKEN_ORIGINS.truncated]: { prints: /transfer closed/, codes: [18] },
      [BROKEN_ORIGINS['not-gzip']]: { prints: /content/, codes: [61] },
    },
  },
  { command: /^curl .*\| grep -i cf-cache-status$/, prints: /^cf-cache-status: HIT/m },
  { command: /^curl .*\| grep -iE '\^\(HTTP\|location/, prints: /^HTTP.*\n(.*\n)*cf-cache-status: HIT/m },
  { command: /^curl .*\| wc -c$/, prints: /^\s*[1-9]\d+$/m },
  { command: /^curl .*\| awk .*\| sort -rn \| head/, prints: /^[1-9]\d* \S+/m },
  { command: /^curl .*-w '%\{time_/, prints: /^(0\.\d+ ){4}0\.\d+$/m },
  { command: /^curl .*\| file -$/, prints: /HTML|ASCII/ },
  { command: /^curl .*cdn-cgi\/trace$/, prints: /^colo=FRA$/m },
  { command: /^curl -4 https:\/\/ifconfig\.co$/, prints: /198\.51\.100\.7/ },
  { command: /^curl -\w*v\w* /, prints: VERBOSE_HEAD },
  { command: /^curl -\w*[iI]\w* /, prints: HEAD },

  // DNS.
  { command: /^dig \+short (?:NS ZONE|ZONE NS)$/, prints: /^ns1\.lab-dns\.example\.$/m },
  { command: /^dig \+short \S+ CNAME$/, prints: /^$/ },
  { command: /^dig \+short \S+ AAAA$/, prints: /^2606:4700:/m },
  { command: /^dig \+short \S+( A)?$/, prints: /^104\.16\.10\.10$/m },
  { command: /^dig NS \S+$/, prints: /status: NOERROR[\s\S]*NS\s+ns1\.lab-dns/ },
  { command: /^dig (?!.*(SRV|DS)).*(?<= )(NAME|www\.shop\.example)\b/, prints: /status: NOERROR/ },

  // The network of the host.
  {
    command: /^ss -ltnp 'sport = :\d+'$/,
    prints: (command) => new RegExp(String.raw`LISTEN.*:${/\d+/.exec(command)?.[0]}\b.*users:\(\("\w+"`),
  },
  { command: /^ss -ltnp?$/, prints: /LISTEN.*127\.0\.0\.1:443\b/ },
  { command: /^ss -s$/, prints: /^TCP: +\d+/m },
  {
    command: /^nstat -az /,
    prints: (command) =>
      new RegExp(
        command
          .split(' ')
          .slice(2)
          .map((counter) => `(?=[\\s\\S]*^${counter} )`)
          .join(''),
        'm',
      ),
  },
  { command: /^ip -br address$/, prints: /^lo .*127\.0\.0\.1/m },
  { command: /^ip route show default$/, prints: /^default dev \w+/m },
  { command: /^sysctl net\.ipv4\.\w+$/, prints: /^net\.ipv4\.\w+ = \d+$/m },
  { command: /^traceroute -n 172\.64\.0\.1$/, prints: /^ 1  172\.64\.0\.1 /m },
  { command: /^ip route get 172\.64\.0\.1$/, prints: /172\.64\.0\.1 dev \w+/m },
  { command: /^traceroute -T -p \d+ /, prints: /^ 1 .*127\.0\.0\.1|^ 1 .*::1/m },
  {
    command: /^tcpdump .*rst/,
    // A port that is closed.
    during: 'curl -s http://127.0.0.1:9/; curl -s "http://[::1]:9/"; true',
    prints: /127\.0\.0\.1\.9 > .*Flags \[R/,
  },
  {
    command: /^tcpdump /,
    during: `curl -sk --interface ${EDGE_SOURCES[4]} https://127.0.0.1/ http://127.0.0.1/ http://127.0.0.1:8080/`,
    prints: /> 127\.0\.0\.1\.(443|80|8080)\b.*Flags \[S\]/,
  },
  {
    command: /^nft list ruleset$/,
    setUp:
      "nft add table inet shop '{ chain input { type filter hook input priority 0; tcp dport 8443 drop; }; }'",
    prints: /tcp dport 8443 drop/,
  },
  {
    command: /^fail2ban-client (status|banned)\b/,
    setUp: `${FAIL2BAN}; fail2ban-client set nginx-limit-req banip 173.245.48.9`,
    prints: (command) =>
      / (banned|status JAIL)$/.test(command) ? /173\.245\.48\.9/ : /Jail list:\s+nginx-limit-req/,
  },

  { command: /^fail2ban-client reload JAIL$/, setUp: FAIL2BAN, prints: /^OK$/m },
  {
    command: /^fail2ban-client set JAIL addignoreip /,
    setUp: FAIL2BAN,
    // From both lists.
    prints: /- 172\.64\.0\.0\/13\n[\s\S]*- 2606:4700::\/32\n/,
  },
  // How many addresses it changed. The two run at the same time here.
  { command: /^fail2ban-client set JAIL (un)?banip ADDRESS$/, setUp: FAIL2BAN, prints: /^[01]$/m },

  // The host itself.
  { command: /^openssl rand -hex 32$/, prints: /^[0-9a-f]{64}$/m },
  { command: /^free -m$/, prints: /^Mem:/m },
  { command: /^df -h( \/)?$/, prints: /Use%/ },
  { command: /^date -u$/, prints: /\bUTC\b/ },

  // Servers.
  {
    command: /^tail -n 50 \/var\/log\/nginx\/error\.log$/,
    prints: /connect\(\) failed \(111: Connection refused\) while connecting to upstream/,
  },
  { command: /^tail -n 50 \/var\/log\/apache2\/error\.log$/, prints: /Connection refused: AH00957/ },
  {
    command: /^grep -rn SSLCertificateFile \/etc\/apache2\/sites-enabled$/,
    prints: /shop\.conf:\d+: +SSLCertificateFile \/etc\/nginx\/cert\.pem/,
  },
  { command: /^apachectl -S$/, prints: /127\.0\.0\.1:8446 +www\.shop\.example/ },
  { command: /^systemctl status (nginx|apache2|haproxy|caddy)$/, prints: /Active: active \(running\)/ },
  {
    // First while the configuration has a mistake: the server must keep running with what it had.
    command: /^(.* && )?systemctl (start|reload|restart) (nginx|apache2|haproxy|caddy)$/,
    alone: true,
    whole: (command) => {
      const unit = / (\w+)$/.exec(command)?.[1] ?? ''
      const { configuration, port } = SERVICES.find(({ name }) => name === unit) ?? SERVICES[0]
      const request = `curl -sk -o /dev/null -w '%{http_code}\\n' https://www.shop.example:${port}/ --connect-to ::127.0.0.1:${port}`
      return `cp ${configuration} /run/kept; echo '}}} typo' >>${configuration}
        (${command}) 2>&1 || echo "refused with $?"; ${request}
        cp /run/kept ${configuration}
        ${command} && until ${request}; do sleep 0.05; done`
    },
    prints: (command) =>
      / start /.test(command)
        ? /^200\n(.*\n)*start of \w+ done\n(000\n)*200$/m
        : /^refused with [1-9]\d*\n200\n(.*\n)*re(load|start) of \w+ done\n(000\n)*200$/m,
  },
  { command: /^nginx -T \| grep server_name$/, prints: /server_name www\.shop\.example;/ },
  {
    command: /^grep -nE .*\/etc\/haproxy\/haproxy\.cfg$/,
    prints: /^\d+: +bind .*\n.*hdr\(host\) www\.shop\.example/m,
  },
  { command: /^caddy adapt .*\| grep -A 3 host$/, prints: /"www\.shop\.example"/ },
  { command: /^haproxy -c -f \/etc\/haproxy\/haproxy\.cfg$/, prints: /Configuration file is valid/ },
  { command: /^nginx -T \| grep ssl_certificate$/, prints: /ssl_certificate \/etc\/nginx\/cert\.pem;/ },
  {
    command: /^grep -nw crt \/etc\/haproxy\/haproxy\.cfg$/,
    prints: /^\d+: +bind .* crt \/etc\/haproxy\/site\.pem$/m,
  },
  { command: /^grep -nw tls \/etc\/caddy\/Caddyfile$/, prints: /^\d+: +tls \/etc\/caddy\/cert\.pem/m },
  {
    command: /^cat site\.pem intermediate\.pem > fullchain\.pem$/,
    alone: true,
    setUp: 'cp site.crt site.pem; cp intermediate.crt intermediate.pem',
    after: 'openssl verify -CAfile root.pem -untrusted fullchain.pem site.crt; grep -c BEGIN fullchain.pem',
    prints: /^site\.crt: OK\n2$/m,
  },
  // HAProxy accepts the file, in which the intermediate may follow the key.
  {
    command: /^(cat|cp -p) .*\/etc\/ssl\/(site|fullchain)\.pem( .*)?$/,
    alone: true,
    setUp: `
      mkdir -p live; cp /etc/nginx/cert.pem live/fullchain.pem; cp /etc/nginx/key.pem live/privkey.pem
      cp intermediate.crt intermediate.pem; cat live/*.pem > ~/site.pem.old`,
    after: `
      printf 'frontend f\\n mode http\\n timeout client 1s\\n bind 127.0.0.1:8446 ssl crt /etc/ssl/site.pem\\n' > chain.cfg
      haproxy -c -f chain.cfg; grep -c 'BEGIN CERT' /etc/ssl/site.pem /etc/ssl/fullchain.pem ~/site.pem.old`,
    prints: /is valid\n.*site\.pem:[1-9]\n.*fullchain\.pem:[12]\n.*old:[1-9]$/m,
  },
]

/** What stands for the placeholders when a command runs. */
export const VALUES: Readonly<Record<string, string>> = {
  NAME: 'www.shop.example',
  TARGET: 'www.shop.example',
  ZONE: 'shop.example',
  CERT: 'live',
  DOMAIN: 'shop.example',
  JAIL: 'nginx-limit-req',
  ADDRESS: '173.245.48.10',
  APP_PORT: '3000',
  PORT: '443',
  PATH: '',
  URL: 'https://www.shop.example/',
}
