import { step, type Step } from '../../../domain/cause.ts'
import { MAX_SHOWN } from '../shown-text.ts'
import type { Sign } from '../sign.ts'
import { SUCCESS, type Platform } from './row.ts'

interface Details extends Pick<Platform, 'certificate' | 'verifies'> {
  readonly fix: Step
}

const platform = (name: string, details: Details, ...signs: readonly [Sign, ...Sign[]]): Platform => ({
  kind: 'unclaimed',
  name,
  page: `the unknown-host page of ${name}`,
  signs: [signs[0], ...signs.slice(1), ...signs.flatMap(withSuccess)],
  ...details,
})

/**
 * The same page with the status of a success, as a proxy or a Worker may send it. A page of the site may quote it, so
 * the title must be such a page's own.
 */
function withSuccess({ status, ...sign }: Sign): readonly Sign[] {
  if (status === undefined || (sign.title === undefined && sign.body === undefined)) return []
  return [{ title: MISSING, atMost: MAX_SHOWN, ...sign, status: SUCCESS }]
}

const MISSING =
  /^(?:(?:404|Error)?\W{0,3}(?:(?:(?:Page|Site|Web Site|Project|Application) )?not found)?(?: (?:·|&middot;|[|-]) [\w. ]{2,30})?|Unavailable|No such app)$/i

/**
 * One row per platform: its exact words for a host that no project has, the names in its own certificate, and where the
 * host is entered. Source of the sentences, unless a row names another: EdOverflow/can-i-take-over-xyz
 * fingerprints.json [003c6b9].
 */
export const PLATFORMS: readonly Platform[] = [
  platform(
    'GitHub Pages',
    {
      certificate: /(^|\.)github\.io$/,
      fix: step(
        'Enter the host in the repository',
        ' again: Settings → Pages → Custom domain. Keep a file `CNAME` with the host in what the deploy publishes, because a deploy without it removes the setting.',
      ),
    },
    { status: [404], body: /There isn('|&#39;|&#x27;)t a GitHub Pages site here\./ },
  ),
  platform(
    'Amazon S3',
    {
      certificate: /(^|\.)s3[\w.-]*\.amazonaws\.com$/,
      fix: step(
        'Create the bucket, or fix the record',
        ": a website bucket has the name of the host. Or let Cloudflare send the bucket's own name (Rules → Origin Rules, Host Header).",
      ),
    },
    { body: [/<Code>NoSuchBucket<\/Code>/, /<BucketName>/] },
    { body: /<li>Code: NoSuchBucket<\/li>/ },
  ),
  platform(
    'Google Cloud Storage',
    {
      fix: step('Create the bucket', ' with the name of the host, or point the record to the right place.'),
    },
    { body: /<Code>NoSuchBucket<\/Code>/ },
  ),
  platform(
    'Cloudflare R2',
    {
      verifies: true,
      fix: step(
        'Check the bucket',
        ': R2 → the bucket → Settings → Custom Domains must list the host as active, and the object must exist.',
      ),
    },
    { status: [404], body: /This object does not exist or is not publicly accessible at this URL/ },
  ),
  platform(
    // The header with DEPLOYMENT_NOT_FOUND: vercel.com/docs/errors. NOT_FOUND is a missing page.
    'Vercel',
    {
      certificate: /(^|\.)(vercel\.app|vercel\.com|vercel-infra\.com|now\.sh)$/,
      verifies: true,
      fix: step(
        'Add the host to the project',
        ': Project Settings → Domains. Assign it to the environment that this deploy publishes to.',
      ),
    },
    { headers: { 'x-vercel-error': /^DEPLOYMENT_NOT_FOUND$/ } },
    { body: /The deployment could not be found on Vercel\./ },
  ),
  platform(
    'Heroku',
    {
      certificate: /(^|\.)(herokuapp\.com|herokussl\.com)$/,
      fix: step(
        'Add the host to the app',
        ': `heroku domains:add HOST -a APP`, then point the record to the DNS target that it prints.',
      ),
    },
    { status: [404], body: /herokucdn\.com\/error-pages\/no-such-app\.html/ },
    { status: [404], title: /^No such app$/i, body: /heroku/i },
  ),
  platform(
    'Netlify',
    {
      certificate: /(^|\.)netlify\.(app|com)$/,
      fix: step('Add the host to the site', ': Domain management → Add a domain, or `netlify domains`.'),
    },
    { status: [404], body: /^\s*Not Found - Request ID: \w{10,40}\s*$/ },
    { status: [404], headers: { server: /^Netlify$/i }, body: /^\s*Not Found\s*$/ },
  ),
  platform(
    'Fastly',
    {
      certificate: /(^|\.)(fastly\.net|fastlylb\.net)$/,
      verifies: true,
      fix: step(
        'Add the host to the Fastly service',
        ': Service configuration → Domains, then activate the new version.',
      ),
    },
    { body: /Fastly error: unknown domain:? / },
  ),
  platform(
    // docs.aws.amazon.com/AmazonCloudFront, "HTTP 403 status code": no alternate domain name.
    'CloudFront',
    {
      certificate: /(^|\.)cloudfront\.net$/,
      verifies: true,
      fix: step(
        'Add the host to the distribution',
        ': CloudFront → the distribution → Alternate domain names, with a certificate that covers the host.',
      ),
    },
    {
      status: [403, 400, 421],
      body: [
        /\bBad request\.\s+We can't connect to the server for this app or website at this time\./i,
        /Generated by cloudfront/i,
      ],
    },
  ),
  platform(
    'Azure App Service',
    {
      certificate: /(^|\.)(azurewebsites\.net|azurestaticapps\.net)$/,
      fix: step(
        'Add the host to the app',
        ': App Service → Custom domains → Add custom domain. Check that the app exists and runs.',
      ),
    },
    { status: [404], body: /404 Web Site not found/i },
    { status: [404], title: /^Microsoft Azure Web App - Error 404$/i },
    { status: [404], title: /^Azure Static Web Apps - 404: Not found$/i },
  ),
  platform(
    'Azure Front Door',
    {
      certificate: /(^|\.)(azurefd\.net|azureedge\.net)$/,
      verifies: true,
      fix: step('Add the host to the profile', ': Front Door → Domains, then associate it with a route.'),
    },
    { status: [404], headers: { 'x-azure-ref': /./ }, body: /Our services aren['’]t available right now/ },
  ),
  platform(
    'Shopify',
    {
      certificate: /(^|\.)myshopify\.com$/,
      fix: step('Connect the domain to the store', ': Settings → Domains in the Shopify admin.'),
    },
    { status: [402, 403, 404], body: /Sorry, this (shop|store) is currently unavailable\./ },
    { title: /^Only one step left!?$/i, body: /shopify/i },
  ),
  platform(
    // x-render-routing: public captures of 2026. 502 and 503 with it are an application that is down.
    'Render',
    {
      certificate: /(^|\.)onrender\.com$/,
      verifies: true,
      fix: step('Add the host to the service', ': Settings → Custom Domains, then verify it.'),
    },
    { status: [404], headers: { 'x-render-routing': /^no-server$/ } },
  ),
  platform(
    // Public captures of 2026.
    'Railway',
    {
      certificate: /(^|\.)railway\.app$/,
      verifies: true,
      fix: step('Add the host to the service', ': Settings → Networking → Custom Domain.'),
    },
    { status: [404], body: /^\{"status":"error","code":404,"message":"Application not found"/ },
    { status: [404], headers: { 'x-railway-fallback': /^true$/ } },
    { status: [404], body: /The train has not arrived at the station\./ },
  ),
  platform(
    'Firebase Hosting',
    {
      certificate: /(^|\.)(firebaseapp\.com|web\.app)$/,
      verifies: true,
      fix: step(
        'Add the host to the site',
        ': Hosting → Add custom domain, then `firebase deploy --only hosting`.',
      ),
    },
    { status: [404], title: /^Site Not Found$/i, body: /firebase/i },
  ),
  platform(
    'Fly.io',
    {
      certificate: /(^|\.)fly\.dev$/,
      verifies: true,
      fix: step(
        'Add a certificate for the host',
        ': `fly certs add HOST`, and check it with `fly certs show HOST`.',
      ),
    },
    { status: [404], headers: { server: /^Fly\// }, body: /^\s*404 Not Found\s*$/ },
  ),
  platform(
    'Pantheon',
    {
      certificate: /(^|\.)pantheonsite\.io$/,
      verifies: true,
      fix: step('Add the host to the environment', ': Live → Domains / HTTPS → Connect Domain.'),
    },
    { body: /404 error unknown site!|The gods are wise, but do not know of the site which you seek/ },
  ),
  platform(
    'Kinsta',
    { fix: step('Add the host to the site', ': MyKinsta → the site → Domains.') },
    { body: /<h1>\s*No Site For Domain\s*<\/h1>|<title>No Site For Domain<\/title>/i },
  ),
  platform(
    'WP Engine',
    {
      certificate: /(^|\.)wpengine\.com$/,
      fix: step('Add the host to the environment', ': User Portal → the environment → Domains.'),
    },
    {
      body: [
        /The site you were looking for couldn(['’]|&#39;)t be found\./i,
        /(WP ?Engine|This domain is successfully pointed)/i,
      ],
    },
  ),
  platform(
    'Ghost(Pro)',
    {
      certificate: /(^|\.)ghost\.io$/,
      fix: step('Enter the host in Ghost(Pro)', ': Settings → Domain.'),
    },
    { body: /The thing you were looking for is no longer here,? or never was/ },
  ),
  platform(
    'Webflow',
    {
      certificate: /(^|\.)(webflow\.io|webflow\.com)$/,
      fix: step('Add the host to the site', ': Site settings → Publishing → Custom domains, then publish.'),
    },
    {
      status: [404],
      title: /^404 - Page not found$/i,
      body: [/The page you are looking for doesn(['’]|&#39;)t exist or has been moved/i, /webflow/i],
    },
  ),
  platform(
    'Wix',
    { fix: step('Connect the domain to the site', ': Settings → Domains in Wix.') },
    { body: /Looks Like This Domain Isn(['’]|&#39;)t Connected To A Website Yet/i },
    { title: /^ConnectYourDomain$|^Wix\.com - Connect Your Domain$/i },
  ),
  platform(
    'Squarespace',
    { fix: step('Connect the domain to the site', ': Settings → Domains in Squarespace.') },
    { title: /^(Domain Not Claimed|No Such Account|Squarespace - (Domain Not Claimed|No Such Account))$/i },
    { body: /This domain has been mapped to Squarespace, but it has not yet been claimed by a website/i },
  ),
  platform(
    'DreamHost',
    {
      fix: step(
        'Add the host to the account',
        ': Websites → Manage Websites in the panel, with hosting turned on.',
      ),
    },
    { title: /^Site not found( ?(·|&middot;|-|\|) ?DreamHost)$/i },
    { body: [/Well, this is awkward\./i, /The site you(['’]|&#39;)re looking for is not here/i] },
  ),
  platform(
    'WordPress.com',
    {
      certificate: /(^|\.)wordpress\.com$/,
      fix: step('Connect the domain to the site', ': Upgrades → Domains on WordPress.com.'),
    },
    { body: /Do you want to register [\s\S]{1,200}\.wordpress\.com/i },
  ),
  platform(
    'Acquia',
    {
      certificate: /(^|\.)acquia-sites\.com$/,
      fix: step('Add the host to the environment', ': Cloud Platform → the environment → Domains.'),
    },
    { status: [404], title: /^Web Site Not Found$/i },
  ),
  platform(
    'Tumblr',
    { fix: step('Enter the host in the blog', ': Settings → Blog settings → Username → Custom domain.') },
    {
      status: [404],
      body: /Whatever you were looking for doesn(['’]|&#39;)t currently exist at this address/,
    },
  ),
  platform(
    'Surge',
    {
      certificate: /(^|\.)surge\.sh$/,
      fix: step('Publish the project for this host', ': `surge ./dist HOST`.'),
    },
    { status: [404], title: /^project not found$/i },
    { status: [404], body: /<h1>\s*project not found\s*<\/h1>/i },
  ),
  platform(
    'Bitbucket Cloud',
    {
      certificate: /(^|\.)bitbucket\.io$/,
      fix: step('Publish the site', ' in the workspace, or point the record to the right place.'),
    },
    { status: [404], title: /^Repository not found$/i },
  ),
  platform(
    'ngrok',
    {
      certificate: /(^|\.)ngrok(-free)?\.(io|app|dev)$/,
      fix: step('Start the tunnel', ', and check that it reserves this host: `ngrok http --url=HOST PORT`.'),
    },
    { headers: { 'ngrok-error-code': /^ERR_NGROK_(3200|8012|3004)$/ } },
    { body: /\bERR_NGROK_3200\b|Tunnel [\w.-]{3,100} not found/ },
  ),
  platform(
    'ReadMe',
    { fix: step('Enter the host in the project', ': Configuration → Custom Domain.') },
    { body: /Project doesn(['’]|&#39;)?t exist\.\.\. yet!/ },
  ),
  platform(
    // kubernetes/ingress-nginx, its default backend.
    'the ingress controller',
    {
      verifies: true,
      fix: step(
        'Add the host to an Ingress',
        ': `kubectl get ingress -A` must list it, with the class of this controller. Compare `spec.rules[].host` with the Host that Cloudflare sends.',
      ),
    },
    { status: [404], body: /^\s*default backend - 404\s*$/ },
  ),
]
