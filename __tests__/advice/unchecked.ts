/** Servers whose own check of a configuration doesn't run here: why, and where the settings are documented. */
export const UNCHECKED: Readonly<Record<string, readonly [reason: string, source: string]>> = {
  OpenResty: [
    'has no Debian package; the directives are those of nginx',
    'https://openresty.org/en/linux-packages.html',
  ],
  Angie: [
    'has no Debian package; the directives are those of nginx',
    'https://en.angie.software/angie/docs/installation/',
  ],
  Tengine: [
    'has no Debian package; the directives are those of nginx',
    'https://tengine.taobao.org/download.html',
  ],
  Traefik: [
    'has no Debian package',
    'https://doc.traefik.io/traefik/reference/install-configuration/entrypoints/',
  ],
  'ingress-nginx': [
    'needs a Kubernetes cluster',
    'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/',
  ],
  IIS: ['needs Windows', 'https://learn.microsoft.com/en-us/iis/configuration/'],
  LiteSpeed: ['has no Debian package', 'https://docs.openlitespeed.org/config/'],
  Heroku: ['is a platform', 'https://devcenter.heroku.com/articles/heroku-cli-commands'],
  'Fly.io': ['is a platform', 'https://fly.io/docs/flyctl/'],
  Vercel: ['is a platform', 'https://vercel.com/docs/cli'],
  Netlify: ['is a platform', 'https://docs.netlify.com/deploy/manage-deploys/manage-deploys-overview/'],
  Render: ['is a platform', 'https://render.com/docs/rollbacks'],
  Railway: ['is a platform', 'https://docs.railway.com/deployments/deployment-actions'],
  'AWS load balancer': [
    'is a service',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
  ],
  CloudFront: ['is a service', 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/'],
  'Google Cloud load balancer': ['is a service', 'https://cloud.google.com/load-balancing/docs/https'],
  'Azure Application Gateway': [
    'is a service',
    'https://learn.microsoft.com/en-us/azure/application-gateway/',
  ],
}
