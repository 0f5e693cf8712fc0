import type { Server } from './server.ts'

/** https://docs.openlitespeed.org/ and https://docs.litespeedtech.com/lsws/: menus of WebAdmin. */
export const LITESPEED: Server = {
  name: 'LiteSpeed',
  how: {
    errorLog: '`tail -n 50 /usr/local/lsws/logs/error.log`',
    reload: '`/usr/local/lsws/bin/lswsctrl restart`',
    restart: '`/usr/local/lsws/bin/lswsctrl restart`',
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
