/** Programs whose name starts a command in the texts. */
const PROGRAMS: ReadonlySet<string> = new Set([
  'angie',
  'apachectl',
  'caddy',
  'grep',
  'haproxy',
  'journalctl',
  'nginx',
  'openresty',
  'systemctl',
  'tail',
  'a2enmod',
])

/** Whether a text in backquotes is a command: a known program with arguments. */
export const isCommand = (snippet: string): boolean => PROGRAMS.has(/^\S+(?= )/.exec(snippet)?.[0] ?? '')
