import { MAX_SHOWN } from '../shown-text.ts'
import type { Sign } from '../sign.ts'
import type { StandIn } from './row.ts'

const start = (name: string, first: Sign, ...rest: readonly Sign[]): StandIn => ({
  kind: 'start',
  page: `the start page of ${name}`,
  signs: [withFiles(first), ...rest.map(withFiles)],
})

/** Bytes of the longest start page, with its styles, pictures and lists of languages. */
const MAX_PAGE = 64 * 1024

/** Start pages have logos and styles of the host. A title alone may be left over in a site that began as one. */
function withFiles(sign: Sign): Sign {
  if (sign.title === undefined) return sign
  return { ...(sign.body !== undefined && { interactive: true }), atMost: MAX_PAGE, ...sign }
}

/**
 * An exact title, and markup of the real page: a sentence, or elements that only it has in this order. A link or a
 * picture alone isn't enough, because a page about the product has them too.
 */
const template = (title: RegExp, ...body: readonly RegExp[]): Sign => ({
  title,
  body,
  template: true,
  atMost: MAX_PAGE,
})

/** What the test pages of Linux distributions say. */
const TEST_PAGE = /<p\b[^>]{0,100}>\s{0,40}This page is used to test the proper\s{1,40}operation of\s/

/**
 * Pages that servers, control panels and frameworks serve until a site is installed. Sources: the files in each
 * package (nginx html/index.html; Debian's and Ubuntu's apache2 index.html; Fedora's, Rocky Linux' and RHEL's test
 * pages; Microsoft's iisstart.htm; caddyserver/dist welcome/index.html; Tomcat's ROOT/index.jsp; XAMPP's dashboard;
 * HestiaCP's skel/public_html; Django's default_urlconf.html; Rails' welcome/index.html.erb; WordPress' install.php;
 * firebase-tools' init; create-next-app's and Phoenix' templates), and nmap's and whatweb's fingerprints of cPanel,
 * Plesk and ISPConfig. Where no stored source has the text, two marks are required. Most pages are longer than what is
 * kept of them, so a mark is near their beginning.
 */
export const START_PAGES: readonly StandIn[] = [
  start(
    'nginx',
    {
      title: /^Welcome to nginx( on \w{3,20})?!$/,
      body: /the nginx web server is successfully installed and\s+working|Further configuration is required|Thank you for using nginx/,
    },
    template(/^Test Page for the Nginx HTTP Server\b[\w .-]{0,80}$/i, TEST_PAGE),
    { title: /^Test Page for the Nginx HTTP Server on [\w .]{3,60}$/i },
  ),
  start('OpenResty', { title: /^Welcome to OpenResty!$/, body: /successfully installed/ }),
  start('Angie', { title: /^Welcome to Angie!$/, body: /successfully installed/ }),
  start('Tengine', { title: /^Welcome to tengine!$/i }),
  start(
    'Apache',
    template(
      /^Apache2 (?:Debian|Ubuntu|Default) (?:Default )?Page(?:: It works!?)?$/i,
      /<div class="main_page">\s{0,40}<div class="page_header floating_element">|<p>\s{0,40}This is the default welcome page used to test/,
    ),
    { title: /^Apache2 (Debian|Ubuntu|Default) (Default )?Page(: It works!?)?$/i },
    { body: /^\s*<html>\s*<body>\s*<h1>It works!<\/h1>\s*<\/body>\s*<\/html>\s*$/i },
    {
      body: /^\s*(<!DOCTYPE[^>]{0,200}>\s*)?<html[^>]{0,100}>\s*<head>\s*<title>It works! Apache httpd<\/title>\s*<\/head>\s*<body>\s*<p>It works!<\/p>/i,
    },
    template(
      /^(?:Test Page for the Apache HTTP Server|Apache HTTP Server Test Page)(?: (?:on|powered by:?) [\w .-]{3,60})?$/i,
      TEST_PAGE,
    ),
    {
      title:
        /^(Test Page for the Apache HTTP Server|Apache HTTP Server Test Page)( (on|powered by:?) [\w .]{3,60})?$/i,
    },
    { title: /^(Test Page for the )?Apache HTTP Server (on|powered by) [\w .]{3,60}$/i },
  ),
  start(
    "a Linux distribution's web server",
    template(
      /^(?:Test Page for the )?HTTP Server (?:Test Page )?(?:on|powered by:?) [\w .-]{3,60}$/i,
      TEST_PAGE,
    ),
    { title: /^(?:Test Page for the )?HTTP Server (?:Test Page )?(?:on|powered by:?) [\w .]{3,60}$/i },
  ),
  start('IIS', {
    title: /^(IIS Windows( Server)?|IIS ?[78](\.\d)?|Microsoft Internet Information Services 8)$/i,
    body: /iis-?(85|start|8|7)?\.png|welcome\.png|go\.microsoft\.com\/fwlink/i,
  }),
  start(
    'Caddy',
    { title: /^Caddy works!$/ },
    template(
      /^Caddy works!$/,
      /<a href="https:\/\/caddyserver\.com\/" title="Caddy Web Server">\s{0,40}<svg\b/,
    ),
  ),
  start('LiteSpeed', {
    title: /^(?:Congratulations?!?|(?:Open)?LiteSpeed(?: Web Server)?)\W{0,3}$/i,
    body: [/successfully installed/i, /LiteSpeed/i],
  }),
  start(
    'Tomcat',
    template(
      /^Apache Tomcat(?:\/[\d.]{3,20}(?:-M\d{1,2})?)?$/,
      /<h2>If you're seeing this, you've successfully installed Tomcat/,
    ),
    { title: /^Apache Tomcat\/[\d.]{3,20}(-M\d{1,2})?$/ },
    {
      title: /^Apache Tomcat$/,
      body: /you've successfully installed Tomcat|you have setup Tomcat successfully/i,
    },
    { body: [/<h1>It works !<\/h1>/i, /you've successfully installed Tomcat/i] },
  ),
  start('WildFly', {
    title: /^Welcome to (?:WildFly|JBoss.{0,40})$/i,
    body: /Your [\w ]{0,40}(?:WildFly|JBoss)[^<]{0,60} is running/i,
  }),
  start('GlassFish', {
    title: /^(?:GlassFish|Payara) Server - Server Running$/i,
    body: /Your server is now running/i,
  }),
  start('XAMPP', template(/^Welcome to XAMPP$/, /<h[12][^>]{0,60}>\s{0,20}Welcome to XAMPP for\b/)),
  start(
    'WampServer',
    { title: /^WAMPSERVER Homepage$/i },
    template(/^WAMPSERVER Homepage$/i, /<dt>Apache Version\s?:|<h2>Server Configuration<\/h2>/i),
  ),
  start(
    'Plesk',
    { title: /^(Web Server's Default Page|Domain Default page|Default Parallels Plesk( Panel)? Page)$/i },
    template(
      /^(?:Web Server's Default Page|Domain Default page)$/i,
      />\s{0,40}You see this page because there is no Web site at this address\.|<script[^>]{0,60}\bsrc="https:\/\/assets\.plesk\.com\/static\/default-/i,
    ),
  ),
  start(
    'cPanel',
    { body: /<META HTTP-EQUIV="refresh" CONTENT="0; ?URL=\/cgi-sys\/defaultwebpage\.cgi">/i },
    { title: /^Default Web Site Page$/i },
    template(/^Default Web Site Page$/i, /<(?:img|link|script)\b[^>]{0,200}="\/(?:img-sys|cgi-sys)\//i),
    {
      body: [
        /<h1>SORRY!<\/h1>/i,
        /If you are the owner of this website, please contact your hosting provider/i,
      ],
    },
  ),
  start(
    'the control panel',
    // The whole page of DirectAdmin. As text, or with other elements, it is what a health endpoint says.
    {
      body: /^\s*<html>\s*(?:Apache|nginx|(?:Open)?LiteSpeed|Webserver) is functioning normally\s*<\/html>\s*$/i,
    },
    { title: /^Apache is functioning normally$/, text: /^Apache is functioning normally$/ },
  ),
  start('ISPConfig', { title: /^Welcome!?$/, body: /This is the default index page of your website\./ }),
  start('CyberPanel', {
    title: /^(?:Welcome to )?CyberPanel(?: Installed)?\W{0,3}$/i,
    body: /successfully installed|Congratulations/i,
  }),
  start(
    'aaPanel',
    {
      title: /^(?:(?:Congratulations, )?(?:the )?site is created successfully!?|恭喜，?站点创建成功！?)$/i,
    },
    {
      title: /^(?:没有找到站点|Site not found)$/,
      body: /您的请求在Web服务器中没有找到对应的站点|Your request did not find the corresponding site/i,
    },
    { title: /^(?:网站已停止|Site stopped|Sorry, the website has been stopped)$/i },
  ),
  start(
    'HestiaCP',
    { title: /^Success! Your new web server is ready to use\.$/ },
    {
      title: /^(?:Coming Soon|[\w.-]{1,253} (?:—|&mdash;) Coming Soon)$/i,
      body: [
        /<h1[^>]{0,100}>We're working on it!<\/h1>/,
        /<section class="footer"><strong>Domain:<\/strong>/,
      ],
    },
  ),
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
    template(
      /^Microsoft Azure (?:App Service|Web App) - Welcome$/i,
      /<nav class="navbar[^>]{0,60}>\s{0,40}(?:<div\b[^>]{0,60}>\s{0,40}){0,3}<img [^>]{0,60}src="https:\/\/appservice\.azureedge\.net\//i,
    ),
    template(
      /^(?:Microsoft )?Azure (?:App Service|Web App|Functions) (?:- Welcome|\d[\d.]{0,8})$/i,
      /<(?:h[1-6]|div|span)\b[^>]{0,200}>\s{0,40}Your (?:(?:(?:Azure )?App Service|Azure Function|Functions \d[\d.]{0,8}) app is up and running|web app is running and waiting for your content)\.?\s{0,40}</i,
    ),
    {
      title: /^Microsoft Azure (?:App Service|Web App)(?: - Welcome)?$/i,
      body: /waiting for your content|Your web app is running/i,
    },
    { title: /^Your (?:Azure Function|Functions \d[\d.]{0,8}) App is up and running\.?$/i },
    { title: /^Azure Static Web Apps - Welcome$/i, body: /waiting for your content/i },
  ),
  start(
    'Firebase Hosting',
    { title: /^Welcome to Firebase Hosting$/ },
    template(/^Welcome to Firebase Hosting$/, /<h1>Firebase Hosting Setup Complete<\/h1>/),
  ),
  start('Cloudflare Pages', {
    title: /^Nothing is here yet$/i,
    body: /If you expect something to be here|pages\.dev/i,
  }),
  start('AWS Elastic Beanstalk', {
    title: /^(?:Welcome|(?:AWS )?Elastic Beanstalk)\W{0,3}$/i,
    body: /Your first AWS Elastic Beanstalk [\w.]{2,20} Application is now running/i,
  }),
  start(
    'Django',
    { title: /^The install worked successfully! Congratulations!$/ },
    template(
      /^The install worked successfully! Congratulations!$/,
      /<header[^>]{0,60}>\s{0,40}(?:<div class="logo">\s{0,40})?<a [^>]{0,60}href="https:\/\/www\.djangoproject\.com\//,
    ),
    template(/^Welcome to Django$/, /<h1>It worked!<\/h1>/),
  ),
  start(
    'Ruby on Rails',
    template(
      /^Ruby on Rails(?: \d[\d.]{1,20})?$/,
      /<body>\s{0,40}<nav>\s{0,40}<a href="https:\/\/rubyonrails\.org\/?"[^>]{0,40}>\s{0,40}<img\b[^>]{0,40} src="data:|<h1>Yay! You(?:['’]|&rsquo;)re on Rails!/i,
    ),
    { title: /^Ruby on Rails \d[\d.]{1,20}$/ },
    { title: /^Ruby on Rails$/, body: /yay! you(['’]|&rsquo;)re on rails|Rails version/i },
  ),
  start(
    'WordPress',
    { title: /^WordPress (›|&rsaquo;|>|&gt;) (Installation|Setup Configuration File)$/i },
    template(
      /^WordPress (?:›|&rsaquo;|&#8250;|>|&gt;) (?:Installation|Setup Configuration File)$/i,
      /<body class="wp-core-ui\b|<link\b[^>]{0,200}\bhref='[^']{0,200}\/wp-admin\/css\/install/,
    ),
  ),
  start('MediaWiki', { title: /^MediaWiki [\d.]{3,12}$/, body: /LocalSettings\.php not found\./ }),
  start(
    'Next.js',
    template(
      /^Create Next App$/,
      /<h1[^>]{0,200}>To get started, edit the (?:<!-- -->)?page\.[jt]sx file|<(?:p|li)\b[^>]{0,200}>Get started by editing(?:<!-- -->|\s|&nbsp;){0,3}<code|<h1[^>]{0,100}>Welcome to (?:<!-- -->)?<a href="https:\/\/nextjs\.org/,
    ),
  ),
  start(
    'Nuxt',
    { title: /^Welcome to Nuxt!$/ },
    template(
      /^Welcome to Nuxt!$/,
      /<a [^>]{0,300}href="https:\/\/nuxt\.com[^"]{0,60}[?;&]utm_source=nuxt-welcome"|>\s{0,40}Remove this welcome page by replacing\b|<div id="__nuxt">(?:<!--\[-->|<div\b[^>]{0,300}>|\s){0,8}<a [^>]{0,300}href="https:\/\/nuxt(?:js)?\.(?:com|org)\//,
    ),
  ),
  start(
    'Symfony',
    template(
      /^Welcome(?: to Symfony)?!?$/,
      /<h1>\s{0,40}<small>Welcome to<\/small>\s{0,40}(?:<span[^>]{0,60}>)?Symfony/,
    ),
  ),
  start(
    'Phoenix',
    template(
      /^(?:\w{1,60} · )?Phoenix Framework$/,
      /<svg viewBox="0 0 1480 957"|<section class="phx-hero">\s{0,40}<h1>Welcome to Phoenix\b|<p[^>]{0,200}>\s{0,40}Peace of mind from prototype to production\b/,
    ),
  ),
  start('Laravel', { title: /^Laravel$/, ending: 'laravel-start', atMost: Infinity }),
  start('Laravel', {
    title: /^Laravel$/,
    body: [
      /<div class="links">\s{0,40}<a href="https:\/\/laravel\.com\/docs/,
      /<a href="https:\/\/laracasts\.com">/,
    ],
    atMost: MAX_SHOWN,
  }),
  start('AWS Amplify', {
    title: /^(?:Welcome|(?:AWS )?Amplify(?: Hosting)?)\W{0,3}$/i,
    body: /Your app will appear here once you complete your first deployment/i,
  }),
  start('Cloud Run', { title: /^Congratulations \| Cloud Run$/, body: /It's running!/ }),
  start('Bitnami', {
    title: /^Bitnami(?:: Open Source\. Simplified\.?)?$/,
    body: /You are now running\s+(?:<[^>]{1,60}>)?Bitnami/,
  }),
  start('Synology Web Station', { title: /^Hello! Welcome to Synology Web Station!$/ }),
  start('lighttpd', {
    title: /^Welcome page$/,
    body: [/Placeholder page/, /The owner of this web site has not put up any web pages yet/],
  }),
  start('Drupal', template(/^Choose language \| Drupal$/, /<form [^>]{0,300}install/)),
  start(
    'Joomla',
    template(
      /^Joomla[!:]? Web Installer$/i,
      /<(?:link|script) [^>]{0,200}\/installation\/|<form [^>]{0,200}id="languageForm"/,
    ),
  ),
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
      atMost: MAX_PAGE,
    },
    template(
      /^(?:Account|Website|Site) Suspended$/i,
      /<(?:img|link|script)\b[^>]{0,200}="[^"]{0,200}\/(?:img-sys|cgi-sys)\//i,
    ),
    { body: /<META HTTP-EQUIV="refresh" CONTENT="0; ?URL=[^"]{0,200}\/cgi-sys\/suspendedpage\.cgi/i },
  ),
  suspended('', {
    title: /^(This )?(account|website|site|domain|service) (has been|is( temporarily)?) suspended\W{0,3}$/i,
  }),
  suspended(
    "the domain's registrar",
    {
      title:
        /^(?:Contact Verification Suspension Page|Registrant WHOIS contact information verification)\W{0,3}$/i,
      interactive: true,
      atMost: MAX_PAGE,
    },
    {
      // An application has pages of this title too.
      title:
        /^(?:Domain (?:Name )?Suspended|Suspended Domain|E-?mail Verification (?:Required|Pending|Suspension))\W{0,3}$/i,
      body: /\bICANN\b|\bregistra(?:nt|r)\b/i,
      interactive: true,
      atMost: MAX_PAGE,
    },
    {
      title: /^(?:Domain (?:Name )?Suspended|Suspended Domain)\W{0,3}$/i,
      body: /\bThis domain (?:name )?(?:has been|is) suspended\b/i,
    },
  ),
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
  atMost: MAX_PAGE,
})

/** An exact title, and a link to the company. */
const titledBy = (title: RegExp, hosts: string): Sign => ({
  title,
  body: new RegExp(`\\b(?:src|href|action)=["']?(?:https?:)?//(?:[\\w-]{1,60}\\.){0,3}(?:${hosts})`, 'i'),
  branded: true,
  atMost: MAX_PAGE,
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
  parked('HugeDomains', titledBy(/^[\w.-]{1,253} is for sale \| HugeDomains$/i, 'hugedomains\\.com')),
  parked(
    'Afternic',
    titledBy(/^[\w-]{1,63}(?:\.[\w-]{1,63}){1,4} (?:is )?for sale$/i, 'afternic\\.com/forsale'),
    {
      ...titledBy(/^(?:[\w.-]{1,200} )?(?:is )?parked\W{0,3}$|^$/i, 'afternic\\.com/forsale'),
      atMost: MAX_SHOWN,
    },
  ),
  parked('Dan.com', titledBy(/^[\w-]{1,63}(?:\.[\w-]{1,63}){1,4} is for sale/i, 'dan\\.com')),
  parked('Bodis', {
    body: /<script[^>]{0,40}>\s{0,20}window\.park\s*=\s*"[\w+/=]{50}/,
    branded: true,
    atMost: MAX_PAGE,
  }),
  parked('ParkingCrew', loadedFrom('parkingcrew\\.net|d38psrni17bvxu\\.cloudfront\\.net')),
  parked('Namecheap', {
    title: /^(Namecheap Parking Page|.{1,100} - Registered at Namecheap\.com)$/i,
    interactive: true,
    atMost: MAX_PAGE,
  }),
  parked(
    'Namecheap',
    { body: /This domain is registered at Namecheap/i },
    loadedFrom('parkingpage\\.namecheap\\.com'),
  ),
  parked('Gandi', { body: /This domain name has been registered with Gandi\.net/i }),
  parked('IONOS', loadedFrom('parking\\.ionos\\.|frontend-services\\.ionos\\.com/t/functional/parking')),
  parked(
    'Porkbun',
    titledBy(/^(?:[\w.-]{1,253} ?(?:[|-] ?)?)?Parked (?:Domain name )?on Porkbun\W{0,3}$/i, 'porkbun\\.com'),
  ),
  parked('Hostinger', {
    title: /^Parked Domain name on Hostinger DNS system$/i,
    interactive: true,
    atMost: MAX_PAGE,
  }),
  parked('', { title: /^(this )?domain (name )?(is parked|parked|has expired|expired)\W{0,3}$/i }),
  parked(
    '',
    titledBy(
      /^[\w-]{1,63}(\.[\w-]{1,63}){1,4} (is for sale|- This website is for sale!.{0,200})$/i,
      MARKETPLACES,
    ),
  ),
]
