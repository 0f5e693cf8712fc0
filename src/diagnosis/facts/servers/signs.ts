/** A name as `FINGERPRINTS`, `PLATFORMS` and `SERVERS` have it. */
type Name = string

/** Pages that name a server without being the error pages of `FINGERPRINTS`. */
export const PAGE_SIGNS: readonly (readonly [body: RegExp, server: Name])[] = [
  // `ServerSignature On`, below every page that Apache generates itself.
  [
    /<address>Apache(?:\/[\d.]+)?(?: \([^)<]{1,40}\))?[^<]{0,200} Server at [^<]{1,300} Port \d{1,5}<\/address>/,
    'Apache',
  ],
  [/<h1>400 Bad request<\/h1>\s*Your browser sent an invalid request\./, 'HAProxy'],
]

/** Common names of the certificates that servers generate for themselves. */
export const CERTIFICATE_SIGNS: readonly (readonly [name: RegExp, server: Name])[] = [
  [/\bCN=Caddy Local Authority\b/, 'Caddy'],
  [/\bCN=TRAEFIK DEFAULT CERT\b/, 'Traefik'],
  [/\bCN=Kubernetes Ingress Controller Fake Certificate\b/, 'ingress-nginx'],
]

const ANY = /^/

/**
 * Headers that name a server or a platform, without `x-powered-by`, which is the application's. Platforms and proxies
 * come first: they may pass on the `Server` header of what is behind them. Cloudflare replaces that header.
 */
export const HEADER_SIGNS: readonly (readonly [header: string, value: RegExp, server: Name])[] = [
  ['x-render-origin-server', ANY, 'Render'],
  ['x-render-routing', ANY, 'Render'],
  ['x-vercel-id', ANY, 'Vercel'],
  ['x-nf-request-id', ANY, 'Netlify'],
  ['fly-request-id', ANY, 'Fly.io'],
  ['x-railway-request-id', ANY, 'Railway'],
  ['x-github-request-id', ANY, 'GitHub Pages'],
  ['x-azure-ref', ANY, 'Azure Front Door'],
  ['x-amz-cf-id', ANY, 'CloudFront'],
  ['x-kong-proxy-latency', ANY, 'Kong'],
  ['x-served-by', /\bcache-/, 'Fastly'],
  ['server', /^Vercel$/i, 'Vercel'],
  ['server', /^Netlify\b/i, 'Netlify'],
  ['server', /^Fly\//, 'Fly.io'],
  ['server', /^railway-/i, 'Railway'],
  ['server', /^heroku-router$/i, 'Heroku'],
  ['server', /^GitHub\.com$/i, 'GitHub Pages'],
  ['server', /^awselb\//, 'AWS load balancer'],
  ['server', /^CloudFront$/i, 'CloudFront'],
  ['server', /^AmazonS3$/i, 'Amazon S3'],
  ['server', /^Google Frontend$/i, 'Google Cloud load balancer'],
  ['server', /^Microsoft-Azure-Application-Gateway\b/i, 'Azure Application Gateway'],
  ['server', /^AkamaiGHost$/i, 'Akamai'],
  ['via', /\b1\.1 (?:vegur|heroku-router)\b/i, 'Heroku'],
  ['via', /\bfly\.io\b/, 'Fly.io'],
  ['via', /\b1\.1 google\b/, 'Google Cloud load balancer'],
  ['via', /\(CloudFront\)/, 'CloudFront'],
  ['via', /\b1\.1 Caddy\b/, 'Caddy'],
  ['via', /\bvarnish\b/i, 'Varnish'],
  ['server', /^(?:istio-)?envoy$/i, 'Envoy'],
  ['server', /^kong\b/i, 'Kong'],
  ['server', /^(?:free)?nginx\b/i, 'nginx'],
  ['server', /^openresty\b/i, 'OpenResty'],
  ['server', /^tengine\b/i, 'Tengine'],
  ['server', /^angie\b/i, 'Angie'],
  // Without Apache-Coyote, which is Tomcat.
  ['server', /^Apache(?:$|[/ ])/i, 'Apache'],
  ['server', /^Caddy\b/i, 'Caddy'],
  ['server', /^Microsoft-(?:IIS|HTTPAPI)\b/i, 'IIS'],
  ['server', /^(?:Open)?LiteSpeed\b/i, 'LiteSpeed'],
  ['server', /^HAProxy\b/i, 'HAProxy'],
  ['server', /^Varnish\b/i, 'Varnish'],
]
