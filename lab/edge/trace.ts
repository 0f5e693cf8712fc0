import { COLO, type Scheme } from './headers.ts'
import type { Occasion, Page } from '../pages.ts'

/** `/cdn-cgi/trace`: the edge's word about itself and the visitor, whatever the origin does. */
export const tracePage = (visitor: string, scheme: Scheme, { host, at }: Occasion): Page => ({
  status: 200,
  type: 'text/plain',
  body: [
    'fl=1f1',
    `h=${host}`,
    `ip=${visitor}`,
    `ts=${(at / 1000).toFixed(3)}`,
    `visit_scheme=${scheme}`,
    'uag=',
    `colo=${COLO}`,
    'sliver=none',
    'http=http/1.1',
    'loc=US',
    `tls=${scheme === 'https' ? 'TLSv1.3' : 'off'}`,
    'sni=plaintext',
    'warp=off',
    'gateway=off',
    'rbi=off',
    'kex=X25519',
    '',
  ].join('\n'),
})
