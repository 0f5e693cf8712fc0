/** Programs whose name starts a command in the texts. */
const PROGRAMS: ReadonlySet<string> = new Set(
  `a2enmod angie apachectl aws awk caddy cat certbot cloudflared conntrack cp cscli curl date df dig dmesg docker
  fail2ban-client file fly free gcloud gh git grep haproxy heroku host imunify360-agent ip iptables journalctl
  kamal-proxy kill kubectl nc netlify netstat nft nginx node nohup npm npx nslookup nstat openresty openssl php ping
  printf ps railway redis-cli resolvectl sed ss ssh sudo sysctl systemctl tail tcpdump timedatectl timeout
  traceroute ufw uptime varnishadm varnishlog vercel vmstat whois wp xxd Get-Content Restart-WebAppPool
  /usr/local/lsws/bin/lswsctrl (sleep sleep`.split(/\s+/),
)
/** Commands without arguments. */
const ALONE: ReadonlySet<string> = new Set(['iisreset', 'Get-WebBinding'])

/** Whether a text in backquotes is a command: a known program with arguments. */
export const isCommand = (snippet: string): boolean =>
  ALONE.has(snippet) || (PROGRAMS.has(/^\S+(?= )/.exec(snippet)?.[0] ?? '') && !DIRECTIVE.test(snippet))

/** Directives that start like a command. */
const DIRECTIVE = /^timeout (server|queue|client|http-request|http-keep-alive|connect)\b/
