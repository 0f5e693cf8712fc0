import { BOT_PROTECTIONS } from '../../diagnosis/fingerprints/bot-protection/index.ts'

/** Where most remedies refer to. On none of these hosts, others can publish pages. */
const HOSTS =
  /^https:\/\/(?:developers\.cloudflare\.com|www\.rfc-editor\.org|docs\.github\.com|developer\.mozilla\.org|owasp\.org|www\.php\.net)\/[\w/.#%-]*$/

const OTHERS: ReadonlySet<string> = new Set([
  'https://github.com/EnableSecurity/wafw00f',
  'https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script',
  'https://man.openbsd.org/ssh_config#ProxyCommand',
  'https://vite.dev/guide/build#load-error-handling',
  ...BOT_PROTECTIONS.map(({ reference }) => reference),
])

/** Whether a remedy of ours refers to this address. A report from outside must not add a link of its own. */
export function isKnownReference(address: string): boolean {
  return HOSTS.test(address) || OTHERS.has(address)
}
