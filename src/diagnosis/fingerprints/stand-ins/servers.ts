import type { Sign } from '../sign.ts'
import type { StandIn } from './row.ts'

const start = (name: string, first: Sign, ...rest: readonly Sign[]): StandIn => ({
  kind: 'start',
  page: `the start page of ${name}`,
  signs: [withFiles(first), ...rest.map(withFiles)],
})

/** Start pages have logos and styles of the host. Their titles name the product. */
function withFiles(sign: Sign): Sign {
  return sign.title === undefined ? sign : { interactive: true, ...sign }
}

/**
 * Pages that servers, control panels and frameworks serve until a site is installed. Sources: the files in each
 * package (nginx html/index.html; Debian's and Ubuntu's apache2 index.html; Fedora's and RHEL's testpage; Microsoft's
 * iisstart.htm; Caddy's dist/welcome; Tomcat's ROOT/index.jsp; XAMPP's dashboard), and nmap's and whatweb's
 * fingerprints of cPanel, Plesk and ISPConfig. Where no stored source has the text, two marks are required.
 */
export const START_PAGES: readonly StandIn[] = [
  start(
    'nginx',
    {
      title: /^Welcome to nginx( on \w{3,20})?!$/,
      body: /the nginx web server is successfully installed and\s+working|Further configuration is required|Thank you for using nginx/,
    },
    {
      title:
        /^(Test Page for the )?(Nginx HTTP Server|HTTP Server) (Test Page )?(on|powered by) [\w .]{3,60}$/i,
      body: /nginx/i,
    },
    { title: /^Test Page for the Nginx HTTP Server on [\w .]{3,60}$/i },
  ),
  start('OpenResty', { title: /^Welcome to OpenResty!$/, body: /successfully installed/ }),
  start('Angie', { title: /^Welcome to Angie!$/, body: /successfully installed/ }),
  start('Tengine', { title: /^Welcome to tengine!$/i }),
  start(
    'Apache',
    { title: /^Apache2 (Debian|Ubuntu|Default) (Default )?Page(: It works!?)?$/i },
    { body: /^\s*<html>\s*<body>\s*<h1>It works!<\/h1>\s*<\/body>\s*<\/html>\s*$/i },
    {
      body: /^\s*(<!DOCTYPE[^>]{0,200}>\s*)?<html[^>]{0,100}>\s*<head>\s*<title>It works! Apache httpd<\/title>\s*<\/head>\s*<body>\s*<p>It works!<\/p>/i,
    },
    {
      title:
        /^(Test Page for the Apache HTTP Server|Apache HTTP Server Test Page|HTTP Server Test Page)( (on|powered by:?) [\w .]{3,60})?$/i,
    },
    { title: /^(Test Page for the )?Apache HTTP Server (on|powered by) [\w .]{3,60}$/i },
  ),
  start('IIS', {
    title: /^(IIS Windows( Server)?|IIS ?[78](\.\d)?|Microsoft Internet Information Services 8)$/i,
    body: /iis-?(85|start|8|7)?\.png|welcome\.png|go\.microsoft\.com\/fwlink/i,
  }),
  start('Caddy', { title: /^Caddy works!$/ }),
  start('LiteSpeed', {
    title: /^(Congratulations?!?|(Open)?LiteSpeed.{0,40})$/i,
    body: [/successfully installed/i, /LiteSpeed/i],
  }),
  start(
    'Tomcat',
    { title: /^Apache Tomcat\/[\d.]{3,20}(-M\d{1,2})?$/ },
    {
      title: /^Apache Tomcat$/,
      body: /you've successfully installed Tomcat|you have setup Tomcat successfully/i,
    },
    { body: [/<h1>It works !<\/h1>/i, /you've successfully installed Tomcat/i] },
  ),
  start('XAMPP', { title: /^Welcome to XAMPP$/, body: /="\/dashboard\//, branded: true }),
  start('WampServer', { title: /^WAMPSERVER Homepage$/i }),
  start('Plesk', {
    title: /^(Web Server's Default Page|Domain Default page|Default Parallels Plesk( Panel)? Page)$/i,
  }),
  start(
    'cPanel',
    { body: /<META HTTP-EQUIV="refresh" CONTENT="0; ?URL=\/cgi-sys\/defaultwebpage\.cgi">/i },
    { title: /^Default Web Site Page$/i },
    {
      body: [
        /<h1>SORRY!<\/h1>/i,
        /If you are the owner of this website, please contact your hosting provider/i,
      ],
    },
  ),
  start('DirectAdmin', { body: /^\s*(<html>\s*)?Apache is functioning normally\s*(<\/html>\s*)?$/i }),
  start('ISPConfig', { title: /^Welcome!?$/, body: /This is the default index page of your website\./ }),
  start('CyberPanel', { title: /CyberPanel/i, body: /successfully installed|Congratulations/i }),
  start(
    'Hostinger',
    { body: [/You Are All Set to Go!/i, /All you have to do now is (to )?upload your website files/i] },
    { title: /^Default page$/i, body: /hostinger/i },
  ),
  start('GoDaddy hosting', { body: /Future home of something quite cool\./ }),
  start('OVHcloud', { title: /^Site en construction$/i, body: /\bovh(cloud)?\b/i }),
  start('Heroku', { title: /^Heroku \| Welcome to your new app!$/ }),
  start(
    'Azure App Service',
    { title: /^(Microsoft )?Azure App Service - Welcome$/i },
    {
      title: /^Microsoft Azure (App Service|Web App)\b/i,
      body: /waiting for your content|Your web app is running/i,
    },
  ),
  start('Firebase Hosting', { title: /^Welcome to Firebase Hosting$/ }),
  start('Cloudflare Pages', {
    title: /^Nothing is here yet$/i,
    body: /If you expect something to be here|pages\.dev|Cloudflare/i,
  }),
  start('AWS Elastic Beanstalk', {
    title: /^$|^Welcome\W{0,3}$|\bElastic Beanstalk\b/i,
    body: /Your first AWS Elastic Beanstalk [\w.]{2,20} Application is now running/i,
  }),
  start('Django', { title: /^The install worked successfully! Congratulations!$/ }),
  start(
    'Ruby on Rails',
    { title: /^Ruby on Rails \d[\d.]{1,20}$/ },
    { title: /^Ruby on Rails$/, body: /yay! you(['’]|&rsquo;)re on rails|Rails version/i },
  ),
  start('WordPress', { title: /^WordPress (›|&rsaquo;|>|&gt;) (Installation|Setup Configuration File)$/i }),
]

const suspended = (provider: string, ...signs: StandIn['signs']): StandIn => ({
  kind: 'suspended',
  page: `the page of a suspended account${provider === '' ? '' : ` (${provider})`}`,
  signs,
})

/** Pages of hosting companies for accounts that are locked. Sources: cPanel's suspendedpage.cgi; the platforms' own. */
export const SUSPENDED_PAGES: readonly StandIn[] = [
  suspended(
    'cPanel',
    {
      title: /^(Account|Website|Site) Suspended$/i,
      body: /This (account|website|site) has been suspended|contact your hosting provider/i,
    },
    { body: /<META HTTP-EQUIV="refresh" CONTENT="0; ?URL=[^"]{0,200}\/cgi-sys\/suspendedpage\.cgi/i },
  ),
  suspended('', {
    title: /^(This )?(account|website|site|domain|service) (has been|is( temporarily)?) suspended\W{0,3}$/i,
  }),
  suspended('Azure', { body: /<h\d[^>]{0,200}>Error 403 - This web app is stopped\.<\/h\d>/i }),
  suspended('Vercel', { headers: { 'x-vercel-error': /^DEPLOYMENT_(DISABLED|PAUSED)$/ } }),
  suspended('Squarespace', { title: /^Website Expired$/i, body: /squarespace/i }),
  suspended('Tilda', { body: /Please renew your subscription/, title: /tilda|^$/i }),
]

const parked = (by: string, ...signs: StandIn['signs']): StandIn => ({
  kind: 'parked',
  page: `a parking page${by === '' ? '' : ` (${by})`}`,
  signs,
})

/** A script, a frame, or a style that the page has from a host, or a redirect to it: what parking companies serve. */
const loadedFrom = (hosts: string): Sign => ({
  body: new RegExp(
    `<(?:script|i?frame|link)\\b[^>]{0,200}\\b(?:src|href)=["']?(?:https?:)?//(?:[\\w-]{1,60}\\.){0,3}(?:${hosts})|http-equiv=["']?refresh["'][^>]{0,100}//(?:[\\w-]{1,60}\\.){0,3}(?:${hosts})`,
    'i',
  ),
  branded: true,
})

/** An exact title, and a link to the company. */
const titledBy = (title: RegExp, hosts: string): Sign => ({
  title,
  body: new RegExp(`\\b(?:src|href|action)=["']?(?:https?:)?//(?:[\\w-]{1,60}\\.){0,3}(?:${hosts})`, 'i'),
  branded: true,
})

const MARKETPLACES =
  '(?:sedo|dan|afternic|godaddy|hugedomains|namecheap|atom|squadhelp|undeveloped|brandbucket|buydomains|efty|porkbun|dynadot|spaceship)\\.com|parkingcrew\\.net|above\\.com'

/**
 * Pages for domains without a site. Each needs the parking company's own host or script in its markup, because "for
 * sale" alone is what a shop says, and an article names the company.
 */
export const PARKING_PAGES: readonly StandIn[] = [
  parked('GoDaddy', {
    body: /^\s*<!DOCTYPE html>\s*<html[^>]{0,40}>\s*<head>\s*<script>window\.onload=function\(\)\{window\.location\.href="\/lander[^"]{0,200}"\}<\/script>/i,
  }),
  parked('GoDaddy', loadedFrom('img1\\.wsimg\\.com/parking-lander/')),
  parked('Sedo', loadedFrom('sedoparking\\.com')),
  parked('HugeDomains', titledBy(/is for sale \| HugeDomains/i, 'hugedomains\\.com')),
  parked('Afternic', titledBy(/.{1,100} (is )?for sale$|^$|parked/i, 'afternic\\.com/forsale')),
  parked('Dan.com', titledBy(/^[\w.-]{1,200} is for sale/i, 'dan\\.com')),
  parked('Bodis', { body: /<script[^>]{0,40}>\s{0,20}window\.park\s*=\s*"[\w+/=]{50}/, branded: true }),
  parked('ParkingCrew', loadedFrom('parkingcrew\\.net|d38psrni17bvxu\\.cloudfront\\.net')),
  parked('Namecheap', {
    title: /^(Registrant WHOIS contact information verification|.{1,100} - Registered at Namecheap\.com)$/i,
    interactive: true,
  }),
  parked(
    'Namecheap',
    { body: /This domain is registered at Namecheap/i },
    loadedFrom('parkingpage\\.namecheap\\.com'),
  ),
  parked('Gandi', { body: /This domain name has been registered with Gandi\.net/i }),
  parked('IONOS', loadedFrom('parking\\.ionos\\.|frontend-services\\.ionos\\.com/t/functional/parking')),
  parked('Porkbun', titledBy(/Parked on Porkbun|Parked Domain name on Porkbun/i, 'porkbun\\.com')),
  parked('Hostinger', {
    title: /^Parked Domain name on Hostinger DNS system$/i,
    interactive: true,
  }),
  parked('', { title: /^(this )?domain (name )?(is )?parked\W{0,3}$/i }),
  parked(
    '',
    titledBy(
      /^[\w-]{1,63}(\.[\w-]{1,63}){1,4} (is for sale|- This website is for sale!.{0,200})$/i,
      MARKETPLACES,
    ),
  ),
]
