import type { HowTo, Server } from './server.ts'

const platform = (name: string, how: HowTo): Server => ({ name, platform: true, how })

/** Runs applications, and gives no shell on their host. */
const hosting = (name: string, { errorLog, ...how }: HowTo & { readonly errorLog: string }): Server =>
  platform(name, { errorLog, appLog: errorLog, ...how })

const SCALES = 'the platform scales by itself, up to the limits of the plan'

const ALWAYS_FULL =
  'the platform serves the full chain of certificates that it issues; an uploaded one needs its chain'

/** Their own documentation: the commands of their programs, and otherwise the path through their dashboard. */
export const PLATFORMS: readonly Server[] = [
  // https://devcenter.heroku.com/articles/heroku-cli-commands
  hosting('Heroku', {
    appStatus: '`heroku ps -a APP`',
    appRestart: '`heroku ps:restart -a APP`',
    scale: '`heroku ps:scale web=2 -a APP`',
    errorLog: '`heroku logs --tail -a APP`',
    restart: '`heroku ps:restart -a APP`',
    rollback: '`heroku rollback -a APP`',
    certificate: '`heroku certs:auto -a APP`',
    customDomain: '`heroku domains:add HOST -a APP`',
    fullChain: ALWAYS_FULL,
  }),
  // https://fly.io/docs/blueprints/rollback-guide/
  hosting('Fly.io', {
    appStatus: '`fly status -a APP`',
    appRestart: '`fly apps restart APP`',
    scale: '`fly scale count 2 -a APP`',
    errorLog: '`fly logs -a APP`',
    restart: '`fly apps restart APP`',
    rollback: '`fly releases -a APP --image`, then `fly deploy -a APP --image IMAGE` with the previous one',
    certificate: '`fly certs check HOST -a APP`',
    customDomain: '`fly certs add HOST -a APP`',
    fullChain: ALWAYS_FULL,
  }),
  // https://vercel.com/docs/cli
  hosting('Vercel', {
    appStatus: 'Deployments in the dashboard',
    appRestart: 'Deployments → ⋯ → Redeploy',
    scale: SCALES,
    errorLog: '`vercel logs`',
    rollback: '`vercel rollback`',
    certificate: '`vercel certs ls`',
    customDomain: 'Settings → Domains of the project',
    fullChain: ALWAYS_FULL,
  }),
  // https://docs.netlify.com/deploy/manage-deploys/manage-deploys-overview/
  hosting('Netlify', {
    appStatus: 'Deploys in the dashboard',
    appRestart: 'Deploys → Trigger deploy',
    scale: SCALES,
    errorLog: 'Logs in the dashboard',
    rollback: 'Deploys → an earlier deploy → Publish deploy',
    certificate: 'Domain management → HTTPS',
    customDomain: 'Domain management → Production domains',
    fullChain: ALWAYS_FULL,
  }),
  // https://render.com/docs/rollbacks
  hosting('Render', {
    appStatus: 'Events of the service in the dashboard',
    appRestart: 'Manual Deploy → Restart service',
    scale: 'Scaling of the service in the dashboard',
    errorLog: 'Logs of the service in the dashboard',
    restart: 'Manual Deploy → Restart service',
    rollback: 'Events → Rollback',
    certificate: 'Settings → Custom Domains',
    customDomain: 'Settings → Custom Domains',
    fullChain: ALWAYS_FULL,
  }),
  // https://docs.railway.com/deployments/deployment-actions
  hosting('Railway', {
    appStatus: 'Deployments in the dashboard',
    appRestart: '`railway redeploy`',
    scale: 'the replicas in Settings of the service',
    errorLog: '`railway logs --latest`',
    restart: '`railway redeploy`',
    rollback: 'Deployments → an earlier deployment → ⋮ → Rollback',
    customDomain: 'Settings → Networking → Custom Domain',
    fullChain: ALWAYS_FULL,
  }),
  // https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
  platform('AWS load balancer', {
    errorLog: 'the access log in S3, with `elb_status_code` and `target_status_code`',
    upstream: 'the target group, whose targets must be healthy',
    readTimeout: 'the attribute `idle_timeout.timeout_seconds` of 120',
    certificate: 'the HTTPS listener → Certificates',
    fullChain: "the certificate's chain, imported into ACM with it",
    httpOnly1: 'the attribute `routing.http2.enabled` = false',
    // `client_keep_alive.seconds` is 3600 by default.
    keepAlive: 'the attribute `idle_timeout.timeout_seconds` of 905',
    site: 'the certificates of the HTTPS listener',
  }),
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/
  platform('CloudFront', {
    errorLog: 'the access log of the distribution, with `x-edge-detailed-result-type`',
    upstream: 'Origins of the distribution',
    readTimeout: 'the response timeout of the origin',
    customDomain: 'Alternate domain names of the distribution',
    certificate: 'the custom SSL certificate of the distribution, in us-east-1',
  }),
  // https://cloud.google.com/load-balancing/docs/https
  platform('Google Cloud load balancer', {
    errorLog: 'Logs Explorer, with `statusDetails` of `resource.type="http_load_balancer"`',
    upstream: 'the backend service, whose backends must be healthy',
    readTimeout: 'the timeout of the backend service, 120 s',
    certificate: 'the certificates of the target HTTPS proxy',
    fullChain: "the certificate's chain, uploaded with it",
    // The default is 610, the maximum 1200.
    keepAlive: '`gcloud compute target-https-proxies update PROXY --http-keep-alive-timeout-sec=905`',
  }),
  // https://learn.microsoft.com/azure/application-gateway/
  platform('Azure Application Gateway', {
    errorLog: '`ApplicationGatewayAccessLog` in Azure Monitor',
    upstream: 'Backend health',
    readTimeout: 'the request time-out of the backend settings, 120 s',
    certificate: 'the certificate of the HTTPS listener',
    fullChain: 'a PFX of the listener that contains the intermediates',
  }),
]
