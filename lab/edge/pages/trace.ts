import type { Page } from '../../http/page.ts'
import type { EdgeRequest } from '../edge-request.ts'

/** `/cdn-cgi/trace`: facts about the edge and the visitor, independent of the origin. */
export const tracePage = ({ visitor, scheme, host, at, colo, headers }: EdgeRequest): Page => ({
  status: 200,
  type: 'text/plain',
  headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' },
  body: [
    'fl=1f1',
    `h=${host}`,
    `ip=${visitor}`,
    `ts=${(at / 1000).toFixed(3)}`,
    `visit_scheme=${scheme}`,
    `uag=${headers['user-agent'] ?? ''}`,
    `colo=${colo}`,
    'sliver=none',
    'http=http/1.1',
    'loc=US',
    `tls=${scheme === 'https' ? 'TLSv1.3' : 'off'}`,
    `sni=${scheme === 'https' ? 'plaintext' : 'off'}`,
    'warp=off',
    'gateway=off',
    'rbi=off',
    `kex=${scheme === 'https' ? 'X25519' : 'none'}`,
    '',
  ].join('\n'),
})
