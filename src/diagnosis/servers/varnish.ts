import type { Server } from './server.ts'

/** https://varnish-cache.org/docs/trunk/reference/. It supports plain HTTP only. Paths are those of Debian. */
export const VARNISH: Server = {
  name: 'Varnish',
  unit: 'varnish',
  plainHttp: true,
  how: {
    errorLog: "`varnishlog -d -g request -q 'RespStatus >= 500'`",
    // Varnish keeps the old configuration if the new one is invalid.
    reload: '`systemctl reload varnish`',
    restart: '`systemctl restart varnish`',
    upstream: '`backend` in `/etc/varnish/default.vcl`',
    readTimeout: '`.first_byte_timeout = 120s;` in `backend`',
    requestHeaders: '`-p http_req_hdr_len=64k -p http_req_size=128k` for `varnishd`',
    keepAlive: '`-p timeout_idle=905` for `varnishd`',
  },
}
