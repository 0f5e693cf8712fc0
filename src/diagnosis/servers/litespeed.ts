import type { Server } from './server.ts'

/** https://docs.openlitespeed.org/ and https://docs.litespeedtech.com/lsws/: menus of WebAdmin. */
export const LITESPEED: Server = {
  name: 'LiteSpeed',
  how: {
    errorLog: '`tail -n 50 /usr/local/lsws/logs/error.log`',
    reload: '`/usr/local/lsws/bin/lswsctrl restart`',
    restart: '`/usr/local/lsws/bin/lswsctrl restart`',
    sites: "the listener's virtual host mappings in WebAdmin",
    certificateFile: 'SSL of the listener or the virtual host in WebAdmin',
    readTimeout: 'Initial Request Timeout of the External App: 120',
    clientCa: 'SSL → Client Verification → CA Certificate File',
    clientOptional: 'SSL → Client Verification: none',
    tlsVersions: 'SSL → Protocol Version: TLS 1.2 and TLS 1.3',
    ciphers: 'SSL → Ciphers',
    tlsPort: 'a listener on port 443 with Secure: Yes',
    plainPort: 'a listener with Secure: No',
    noListing: 'Auto Index: No',
    upstream: 'External App in WebAdmin',
    fullChain: 'SSL → Chained Certificate: Yes, with the full chain as Certificate File',
    realIp:
      'Use Client IP in Header: Trusted IP Only, and each range with a T under Security → Allowed List: `173.245.48.0/20T`',
    httpOnly1: 'SSL → Enable HTTP2: none, at the listener',
    site: "the listener's virtual host mappings and certificate",
    limits: 'Max Connections of the External App, and Per Client Throttling',
    uncompressed: 'Tuning → Enable Compression: No',
  },
}
