/** Start, install and parking pages with the sizes of the real ones. Only their marks are as in the original. */
import { page } from './product-samples.ts'

/** The page, what `standInFor` calls it, and the bytes of the real page. */
export type FullPage = readonly [by: string, body: string]

const rules = (bytes: number): string =>
  '    .section_header {\n        padding: 3px 6px;\n        color: #333;\n    }\n'.repeat(
    Math.ceil(bytes / 75),
  )

const paragraphs = (bytes: number): string =>
  '<p class="text">Each file has a section of its own, which says what to change and where it is.</p>\n'.repeat(
    Math.ceil(bytes / 97),
  )

/** @param styles bytes of styles before the marks, and `rest` bytes of text after them */
const full = (title: string, styles: number, marks: string, rest: number): string =>
  `<!DOCTYPE html>\n<html lang="en">\n  <head>\n    <meta charset="utf-8">\n    <title>${title}</title>\n    <link rel="stylesheet" href="/s.css">\n    <style>\n${rules(styles)}    </style>\n  </head>\n  <body>\n${marks}\n${paragraphs(rest)}  </body>\n</html>\n`

const test = (system: string, server: string): string =>
  `<h1>${system} <strong>Test Page</strong></h1>\n<p class="summary">This page is used to test the proper operation of\n            the ${server} server after it has been installed. If you can read this page, it works.</p><img src="/poweredby.png">`
const apache = (system: string, logo: string): string =>
  `<div class="main_page">\n<div class="page_header floating_element">\n<img src="/icons/${logo}" alt="${system} Logo"/></div>\n<div>It works!</div>`
const languages = '<option value="af" lang="af" data-continue="Gaan voort">Afrikaans</option>\n'.repeat(190)

export const FULL_PAGES: readonly FullPage[] = [
  [
    'AWS Elastic Beanstalk',
    full(
      'Elastic Beanstalk',
      3000,
      '<h1>Congratulations!</h1><p>Your first AWS Elastic Beanstalk Python Application is now running on your own dedicated environment in the AWS Cloud</p>',
      9000,
    ),
  ],
  [
    'Azure',
    full(
      'Azure Static Web Apps - Welcome',
      3000,
      '<h1>Congratulations on your new site!</h1><p>Your Azure Static Web App is live and waiting for your content.</p>',
      9000,
    ),
  ],
  [
    'AWS Amplify',
    full(
      'Welcome',
      1000,
      '<h1>Welcome</h1><p>Your app will appear here once you complete your first deployment.</p>',
      300,
    ),
  ],
  [
    'Laravel',
    page(
      'Laravel',
      '<div class="links"><a href="https://laravel.com/docs">Docs</a><a href="https://laracasts.com">Laracasts</a></div>',
    ),
  ],
  ['Cloud Run', full('Congratulations | Cloud Run', 500, "<h1>It's running!</h1>", 1000)],
  [
    'Bitnami',
    full(
      'Bitnami: Open Source. Simplified',
      500,
      '<p>You are now running <strong>Bitnami LAMP</strong></p>',
      9000,
    ),
  ],
  ['Synology', page('Hello! Welcome to Synology Web Station!', '<p>Web Station has been enabled.</p>')],
  [
    'lighttpd',
    full(
      'Welcome page',
      500,
      '<h1>Placeholder page</h1><p>The owner of this web site has not put up any web pages yet.</p>',
      2000,
    ),
  ],
  [
    'Drupal',
    full(
      'Choose language | Drupal',
      500,
      '<form class="install-select-language-form" action="/core/install.php"></form>',
      9000,
    ),
  ],
  ['Joomla', full('Joomla! Web Installer', 500, '<form id="languageForm" action="index.php"></form>', 9000)],
  ['HestiaCP', page('Success! Your new web server is ready to use.', '<h1>Success!</h1>')],
  ['the control panel', page('Apache is functioning normally', 'Apache is functioning normally')],
  [
    'WildFly',
    full(
      'Welcome to JBoss EAP 7',
      500,
      '<h1>Your Red Hat JBoss Enterprise Application Platform is running.</h1>',
      500,
    ),
  ],
  ['GlassFish', full('GlassFish Server - Server Running', 500, '<h1>Your server is now running</h1>', 2000)],
  [
    'MediaWiki',
    page(
      'MediaWiki 1.41.1',
      '<img src="/resources/assets/mediawiki.png"><p>LocalSettings.php not found.</p>',
    ),
  ],
  ['Nuxt', page('Welcome to Nuxt!', '<h1>Welcome to Nuxt!</h1>')],
  ['parking page', page('Domain expired', 'This domain has expired. Is it yours?')],
  ['registrar', page('Suspended Domain', 'This domain has been suspended.')],
  [
    'registrar',
    full(
      'Email Verification Required',
      2000,
      '<p>ICANN requires each registrant to confirm the address.</p>',
      0,
    ),
  ],
  [
    'Plesk',
    full(
      'Domain Default page',
      500,
      '<p>You see this page because there is no Web site at this address.</p>',
      0,
    ),
  ],
  ['Azure', full('Azure Functions 4.0', 500, '<h1>Your Functions 4.0 app is up and running</h1>', 9000)],
  ['Azure', page('Your Functions 4.0 App is up and running')],
  [
    'Azure',
    full(
      'Microsoft Azure App Service - Welcome',
      500,
      '<nav></nav><h1>Your web app is running and waiting for your content</h1>',
      9000,
    ),
  ],
  [
    'Nuxt',
    full('Welcome to Nuxt!', 500, '<p>Remove this welcome page by replacing <a>NuxtWelcome</a></p>', 30_000),
  ],
  [
    'Phoenix',
    full('Demo · Phoenix Framework', 0, '<section class="phx-hero"><h1>Welcome to Phoenix!</h1>', 90),
  ],
  [
    'Laravel',
    `${full('Laravel', 26_000, '<main>Laravel has wonderful documentation</main>', 500)
      .replace('<link rel="stylesheet" href="/s.css">', '')
      .replace(
        /\s*<\/body>\s*<\/html>\s*$/,
        '',
      )}<footer>\n Laravel v11.9.2 (PHP v8.3.6)\n </footer></div>\n </body>\n</html>\n`,
  ],
  ['Apache', full('Apache2 Debian Default Page: It works', 3300, apache('Debian', 'openlogo-75.png'), 6800)],
  ['Apache', full('Apache2 Ubuntu Default Page: It works', 3300, apache('Ubuntu', 'ubuntu-logo.png'), 6800)],
  [
    'Apache',
    full('Apache HTTP Server Test Page powered by CentOS', 2500, test('CentOS', 'Apache HTTP'), 2500),
  ],
  [
    'Apache',
    full('Test Page for the Apache HTTP Server on Fedora', 1500, test('Fedora', 'Apache HTTP'), 3000),
  ],
  [
    'nginx',
    full('Test Page for the Nginx HTTP Server on Fedora', 1500, test('Fedora', '<b>nginx</b> HTTP'), 2000),
  ],
  ...['powered by: Rocky Linux', 'powered by CentOS'].map((by): FullPage => [
    "a Linux distribution's web server",
    full(`HTTP Server Test Page ${by}`, 3700, test('', 'HTTP'), 4000),
  ]),
  ...['AlmaLinux', 'Red Hat Enterprise Linux', 'Amazon Linux', 'Fedora', 'Oracle Linux'].map(
    (system): FullPage => [
      "a Linux distribution's web server",
      full(`Test Page for the HTTP Server on ${system}`, 2000, test(system, 'HTTP'), 3500),
    ],
  ),
  [
    'Tomcat',
    full(
      'Apache Tomcat/9.0.65',
      0,
      `<div id="nav">${'<a href="https://tomcat.apache.org/">Home</a>'.repeat(20)}</div><div id="asf-box"><h1>Apache Tomcat/9.0.65</h1></div><h2>If you're seeing this, you've successfully installed Tomcat. Congratulations!</h2><img src="tomcat.svg">`,
      11_000,
    ),
  ],
  [
    'Caddy',
    full('Caddy works!', 2600, '<a href="https://caddyserver.com/" title="Caddy Web Server"><svg>', 15_000),
  ],
  [
    'XAMPP',
    full(
      'Welcome to XAMPP',
      0,
      '<nav class="top-bar"><a href="/phpmyadmin/">phpMyAdmin</a></nav><h2>Welcome to XAMPP for <span>Linux 8.2.4</span></h2>',
      7000,
    ),
  ],
  [
    'Plesk',
    `<!doctype html><html><head><title>Web Server's Default Page</title><script src="https://assets.plesk.com/static/default-website-content/public/default-server-index.js"></script></head><body></body></html>`,
  ],
  [
    'cPanel',
    full('Default Web Site Page', 4000, '<img src="/img-sys/server_misconfigured.png"><h1>SORRY!</h1>', 6000),
  ],
  [
    'Django',
    full(
      'The install worked successfully! Congratulations!',
      5200,
      '<header><a class="logo" href="https://www.djangoproject.com/" target="_blank"><h2>django</h2></a></header><main><svg></svg>',
      5500,
    ),
  ],
  [
    'Ruby on Rails',
    full(
      'Ruby on Rails',
      4000,
      '<nav>\n<a href="https://rubyonrails.org" target="_new">\n<img alt="" src="data:,">',
      6000,
    ),
  ],
  [
    'Ruby on Rails',
    full('Ruby on Rails', 1000, '<h1>Yay! You&rsquo;re on Rails!</h1><img src="data:,">', 60_000),
  ],
  [
    'WordPress',
    `<!DOCTYPE html>\n<html>\n<head>\n<title>WordPress &rsaquo; Installation</title>\n<link rel='stylesheet' href='/wp-admin/css/install.min.css?ver=6.5' />\n</head>\n<body class="wp-core-ui language-chooser">\n<form id="setup" method="post"><select name="language">\n${languages}</select></form><script src="/wp-includes/js/jquery.js"></script></body></html>`,
  ],
  [
    'IIS',
    full(
      'IIS Windows Server',
      500,
      '<a href="http://go.microsoft.com/fwlink/?linkid=66138"><img src="iisstart.png"></a>',
      0,
    ),
  ],
  [
    'Azure App Service',
    full(
      'Microsoft Azure App Service - Welcome',
      3000,
      '<nav class="navbar"><img src="https://appservice.azureedge.net/images/app-service/v4/azurelogo.svg"></nav>',
      6000,
    ),
  ],
  [
    'Firebase Hosting',
    full(
      'Welcome to Firebase Hosting',
      2000,
      '<h1>Firebase Hosting Setup Complete</h1><script src="/__/firebase/init.js"></script>',
      3000,
    ),
  ],
  [
    'Hostinger',
    full(
      'Default page',
      4000,
      '<img src="https://hostinger.com/a.png"><h1>You Are All Set to Go!</h1>',
      9000,
    ),
  ],
  [
    'Next.js',
    full(
      'Create Next App',
      500,
      '<main><h1 class="text-3xl">To get started, edit the page.tsx file.</h1></main><script src="/_next/static/chunks/a.js"></script>',
      9000,
    ),
  ],
  [
    'Next.js',
    full(
      'Create Next App',
      500,
      '<main><ol><li class="mb-2">Get started by editing<!-- --> <code>src/app/page.tsx</code>.</li></ol></main>',
      9000,
    ),
  ],
  [
    'Nuxt',
    full(
      'Welcome to Nuxt!',
      3000,
      '<div id="__nuxt"><a class="logo" href="https://nuxt.com/docs">Docs</a></div>',
      9000,
    ),
  ],
  [
    'Phoenix',
    full('Demo · Phoenix Framework', 500, '<nav></nav><svg viewBox="0 0 1480 957" fill="none"></svg>', 9000),
  ],
  [
    'Symfony',
    full(
      'Welcome to Symfony!',
      3000,
      '<div id="welcome"><h1><small>Welcome to</small> Symfony 7</h1></div>',
      30_000,
    ),
  ],
  [
    'HestiaCP',
    full(
      'Coming Soon',
      1800,
      `<h1 class="animate__animated">We're working on it!</h1><section class="footer"><strong>Domain:</strong> www.shop.example</section>`,
      0,
    ),
  ],
  [
    'aaPanel',
    full(
      'Congratulations, the site is created successfully!',
      600,
      '<h1>Congratulations, the site is created successfully!</h1>',
      300,
    ).replace('<link rel="stylesheet" href="/s.css">', ''),
  ],
  ['aaPanel', page('没有找到站点', '<h3>没有找到站点</h3><p>您的请求在Web服务器中没有找到对应的站点！</p>')],
  ['the control panel', '<html>Webserver is functioning normally</html>'],
  [
    'suspended account (cPanel)',
    full(
      'Account Suspended',
      4000,
      '<h1>Account Suspended</h1><p>This Account has been suspended.</p><img src="/img-sys/powered_by_cpanel.svg">',
      5000,
    ),
  ],
  [
    'registrar',
    full('Contact Verification Suspension Page', 9000, '<h1>This domain has been suspended</h1>', 0),
  ],
  [
    '(Sedo)',
    full('shop.example', 9000, '', 3000).replace(
      '<link',
      '<script src="https://img.sedoparking.com/a.js"></script><link',
    ),
  ],
  [
    '(HugeDomains)',
    full(
      'Shop.example is for sale | HugeDomains',
      0,
      '<header><nav><a href="https://www.hugedomains.com/index.cfm">Home</a></nav></header><form action="/s"></form>',
      60_000,
    ),
  ],
  [
    '(Hostinger)',
    full('Parked Domain name on Hostinger DNS system', 20_000, '<nav class="navbar"></nav>', 13_000),
  ],
  ['(Namecheap)', full('Namecheap Parking Page', 9000, '<form></form>', 2000)],
]

/** Applications that began as such a page: they kept its title, and nothing else. */
export const LEFT_TITLES: readonly string[] = [
  ...new Set(FULL_PAGES.map(([, body]) => /<title>(.*?)<\/title>/.exec(body)?.[1] ?? '')),
].filter((title) => title !== '' && !/park|suspen|expired|hugedomains/i.test(title))

export const application = (title: string, rest: number): string =>
  full(
    title,
    200,
    '<h1>Bookings of the tennis club</h1><p>Log in to book a court.</p><form action="/login" method="post"><input name="user"><button>Log in</button></form><script src="/app.js"></script>',
    rest,
  )
