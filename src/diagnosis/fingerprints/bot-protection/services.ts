import { risk } from '../../../domain/cause.ts'
import { byAddress, bySecret } from '../../rules/admit.ts'
import { ERRORS, type BotProtection } from './row.ts'

/** The page of an Application Load Balancer: nginx's, without its footer. */
const ALB_FORBIDDEN =
  /^<html>\s*<head><title>403 Forbidden<\/title><\/head>\s*<body[^>]{0,20}>\s*<center><h1>403 Forbidden<\/h1><\/center>\s*<\/body>\s*<\/html>\s*$/

/**
 * Services in front of an origin: CDNs, clouds, hosting platforms. Each row names its source, with the stored commit.
 */
export const SERVICES: readonly BotProtection[] = [
  /**
   * `x-amzn-waf-action` with 202 or 405: docs.aws.amazon.com/waf, "CAPTCHA and Challenge action behavior". "Request
   * blocked." is CloudFront's page for AWS WAF. 403 of a load balancer: docs.aws.amazon.com/elasticloadbalancing,
   * "Troubleshoot your Application Load Balancers".
   */
  {
    name: 'AWS WAF',
    signs: [
      {
        kind: 'challenge',
        headers: { 'x-amzn-waf-action': /^(challenge|captcha)$/i },
        shows: 'the header `x-amzn-waf-action`, which AWS WAF sends with a challenge',
        sure: true,
      },
      {
        kind: 'block',
        headers: { 'x-amzn-waf-action': /^block/i },
        shows: 'the header `x-amzn-waf-action`',
        sure: true,
      },
      {
        kind: 'block',
        headers: { 'x-blocked-by-waf': /^Blocked_by_custom_response_for_AWSManagedRules/ },
        shows: 'the header `x-blocked-by-waf` of the AWS managed rules',
        sure: true,
      },
      {
        kind: 'block',
        status: [403],
        body: [
          /<H1>403 ERROR<\/H1>/i,
          /\bRequest blocked\.\s+We can't connect to the server for this app or website/i,
        ],
        shows: 'CloudFront\'s page "Request blocked."',
      },
      {
        kind: 'block',
        status: [403],
        headers: { server: /^awselb\// },
        body: ALB_FORBIDDEN,
        shows: "the load balancer's own 403 page, which it sends for AWS WAF",
        sure: true,
      },
      {
        kind: 'block',
        status: [403],
        body: ALB_FORBIDDEN,
        shows: 'the 403 page of an AWS load balancer, which it sends for AWS WAF',
      },
      {
        kind: 'challenge',
        body: /window\.gokuProps\s*=|<script[^>]{0,100}\.token\.awswaf\.com\/[^>]{0,200}challenge\.js/,
        atMost: 6000,
        shows: "the script of AWS WAF's challenge and nothing else",
      },
    ],
    admit: bySecret(
      'Allow the header in AWS WAF',
      ', with a rule with the action Allow before the others in the web ACL. It matches the header, the method and the path.',
    ),
    reference: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html',
  },
  /**
   * vercel.com/docs/vercel-firewall; microlinkhq/is-antibot test/index.js [c971d70]. Status 403 or 429. The bypass:
   * vercel.com/docs/deployment-protection, "Protection Bypass for Automation", 2026-09-16.
   */
  {
    name: 'Vercel',
    signs: [
      {
        kind: 'challenge',
        headers: { 'x-vercel-mitigated': /^challenge$/i },
        shows: 'the header `x-vercel-mitigated: challenge`',
        sure: true,
      },
      {
        kind: 'block',
        headers: { 'x-vercel-mitigated': /^(deny|block|rate_?limit)/i },
        shows: 'the header `x-vercel-mitigated`, with which the Vercel Firewall blocks a request',
        sure: true,
      },
      {
        kind: 'challenge',
        headers: { 'x-vercel-challenge-token': /./ },
        shows: 'the header `x-vercel-challenge-token`',
        sure: true,
      },
      {
        kind: 'challenge',
        title: /^Vercel Security Checkpoint$/,
        shows: 'the title "Vercel Security Checkpoint"',
      },
      {
        kind: 'block',
        redirectedTo: /^https:\/\/vercel\.com\/(sso-api|login)\b/,
        shows: "a redirect to Vercel's login, as Deployment Protection sends it",
        sure: true,
      },
      {
        kind: 'block',
        status: [401, 302],
        cookie: /^_vercel_sso_nonce=/,
        shows: "the cookie of Vercel's Deployment Protection, which requires a login",
        sure: true,
      },
      {
        kind: 'block',
        status: [401],
        headers: { server: /^Vercel$/i },
        title: /^Authentication Required$/,
        shows: 'the login page of Vercel\'s Deployment Protection ("Authentication Required")',
      },
    ],
    admit: {
      risk: risk(
        "Send Vercel's bypass header",
        ': create a secret under Project Settings → Deployment Protection → Protection Bypass for Automation. Then set `headers: "x-vercel-protection-bypass: ${{ secrets.VERCEL_AUTOMATION_BYPASS_SECRET }}"`.',
        {
          exposes: 'A client that learns the secret passes too, on every path.',
          limit: 'Replace the secret every 90 days.',
          undo: 'delete the secret in Vercel.',
        },
      ),
    },
    reference:
      'https://vercel.com/docs/deployment-protection/methods-to-bypass-deployment-protection/protection-bypass-automation',
  },
  /** woocommerce/woocommerce#52896, 2024-11-18 (202); EnableSecurity/wafw00f plugins/siteground.py [329160c]. */
  {
    name: 'SiteGround',
    signs: [
      {
        kind: 'challenge',
        headers: { 'sg-captcha': /^challenge$/i },
        shows: 'the header `sg-captcha: challenge`',
        sure: true,
      },
      {
        kind: 'challenge',
        body: /<meta http-equiv="refresh" content="\d+; ?(?:url=)?\/\.well-known\/sgcaptcha\//i,
        shows: 'a redirect to `/.well-known/sgcaptcha/`',
        sure: true,
      },
      {
        kind: 'challenge',
        redirectedTo: /\/\.well-known\/(sg)?captcha\/\?r=/,
        shows: 'a redirect to `/.well-known/sgcaptcha/`',
        sure: true,
      },
      { kind: 'challenge', title: /^Robot Challenge Screen$/, shows: 'the title "Robot Challenge Screen"' },
      {
        kind: 'challenge',
        body: /Our system thinks you might be a robot!/,
        atMost: 20_000,
        shows: 'the sentence "Our system thinks you might be a robot!"',
      },
    ],
    admit: byAddress(
      "Have SiteGround allow the runner's address",
      ': open a ticket with its support, because Site Tools has no rule for it.',
    ),
    reference: 'https://github.com/woocommerce/woocommerce/issues/52896',
  },
  /** wafw00f plugins/sucuri.py [132b41a]. `x-sucuri-id` and the server's name are on every response. */
  {
    name: 'Sucuri',
    signs: [
      {
        kind: 'block',
        headers: { 'x-sucuri-block': /./ },
        shows: 'the header `x-sucuri-block`',
        sure: true,
      },
      {
        kind: 'block',
        title: /^Sucuri Web[Ss]ite Firewall\b.{0,30}Access Denied$/i,
        shows: 'the title "Sucuri WebSite Firewall - Access Denied"',
        sure: true,
      },
      {
        kind: 'block',
        status: ERRORS,
        body: /cdn\.sucuri\.net\/sucuri[-_]firewall[-_]block\.css|Access Denied - Sucuri Website Firewall/i,
        shows: "Sucuri's block page",
        sure: true,
      },
      {
        kind: 'challenge',
        title: /^You are being redirected\.\.\.$/,
        body: /sucuri_cloudproxy_js/,
        shows: 'the title "You are being redirected..." and the script `sucuri_cloudproxy_js`',
        sure: true,
      },
      {
        kind: 'challenge',
        body: /<script>[^<]{0,100}sucuri_cloudproxy_js/,
        atMost: 8000,
        status: [200, 307, ...ERRORS],
        title: /^$/,
        shows: 'the script `sucuri_cloudproxy_js` and nothing else',
      },
    ],
    admit: byAddress(
      "Allow the runner's address in the Sucuri dashboard",
      ': Access Control → Allowlist IP.',
    ),
    reference: 'https://docs.sucuri.net/website-firewall/allowlist-and-blocklist/allowlist-ip-address/',
  },
  /**
   * is-antibot providers/imperva [d192a16], with 200; wafw00f plugins/incapsula.py and distil.py [329160c]. `x-iinfo`
   * and the cookies are on every response, and pages of the site may load the same script.
   */
  {
    name: 'Imperva',
    signs: [
      {
        kind: 'block',
        body: /Request unsuccessful\. Incapsula incident ID: ?\d/,
        atMost: 8000,
        shows: 'the sentence "Request unsuccessful. Incapsula incident ID: …"',
        sure: true,
      },
      {
        kind: 'challenge',
        body: /<iframe id="main-iframe" src="\/_Incapsula_Resource\?/,
        shows: 'a frame of `/_Incapsula_Resource` in place of the page',
        sure: true,
      },
      {
        kind: 'challenge',
        body: /<script[^>]{0,100}src="\/_Incapsula_Resource\?[^>]{0,500}>\s*<\/script>\s*(<\/head>\s*)?<body[^>]{0,100}>\s*(<\/body>|$)/i,
        atMost: 3000,
        shows: 'the script `/_Incapsula_Resource` and an empty body',
        sure: true,
      },
      {
        kind: 'challenge',
        title: /^Pardon Our Interruption$/i,
        shows: 'the title "Pardon Our Interruption"',
      },
      {
        kind: 'challenge',
        body: /distilCaptchaForm|cdn\.distilnetworks\.com\/images\/anomaly\.detected\.png/,
        shows: "the captcha form of Imperva's bot protection",
        sure: true,
      },
    ],
    admit: bySecret(
      'Allow the header in Imperva',
      ', with an exception or a bot policy rule in the Cloud Security Console.',
    ),
    reference:
      'https://docs.imperva.com/bundle/cloud-application-security/page/settings/bot-access-control.htm',
  },
  /** is-antibot providers/datadome [1222e51]. `x-datadome: protected` and the cookie are on every response. */
  {
    name: 'DataDome',
    signs: [
      {
        kind: 'challenge',
        status: [200, 401, 403, 405, 429],
        headers: { 'x-dd-b': /^\d/ },
        shows: 'the header `x-dd-b`, which DataDome sends with a challenge',
        sure: true,
      },
      {
        kind: 'challenge',
        body: /<p id="cmsg">Please enable JS and disable any ad blocker<\/p>/,
        shows: 'the sentence "Please enable JS and disable any ad blocker"',
        sure: true,
      },
      {
        kind: 'challenge',
        body: /^\s*\{\s*"url"\s*:\s*"https:\/\/geo\.captcha-delivery\.com\/(captcha|interstitial)\//,
        shows: 'the address of a captcha at `captcha-delivery.com`',
        sure: true,
      },
      {
        kind: 'challenge',
        status: [401, 403, 405, 429],
        body: /\bcaptcha-delivery\.com\b/,
        shows: 'a captcha of `captcha-delivery.com`',
        sure: true,
      },
    ],
    admit: bySecret(
      'Allow the header in DataDome',
      ', with a custom rule in its dashboard, under Protection → Custom rules.',
    ),
    reference: 'https://docs.datadome.co/docs/custom-rules',
  },
  /** is-antibot providers/perimeterx [16b77ae], with 200. Pages of the site load its sensor too. */
  {
    name: 'HUMAN (PerimeterX)',
    signs: [
      {
        kind: 'challenge',
        title:
          /^(Access to this page has been denied\.?|Robot or human\?|Human verification|Pardon the interruption)$/i,
        body: /px-captcha|_pxAppId|perimeterx/i,
        shows: "the page of HUMAN's challenge",
        sure: true,
      },
      {
        kind: 'challenge',
        body: /<div id="px-captcha"/,
        status: [200, ...ERRORS],
        atMost: 20_000,
        shows: 'the element `px-captcha`',
      },
      {
        kind: 'challenge',
        status: [403, 429],
        body: /window\._pxAppId\s*=|"appId"\s*:\s*"PX\w{4,20}"/,
        shows: "the application id of HUMAN's challenge",
        sure: true,
      },
      {
        kind: 'challenge',
        body: /^\s*\{\s*"appId"\s*:\s*"PX\w{4,20}"/,
        shows: "the application id of HUMAN's challenge in place of the response",
        sure: true,
      },
      {
        kind: 'block',
        body: /Access to this page has been denied because we believe you are using automation tools/,
        atMost: 12_000,
        shows:
          'the sentence "Access to this page has been denied because we believe you are using automation tools"',
        sure: true,
      },
    ],
    admit: bySecret('Allow the header in HUMAN', ', on the allowlist of the policy in its console.'),
    reference: 'https://docs.humansecurity.com/',
  },
  /** Public captures of 2026 (429, `ips.js?x-kpsdk-…`); is-antibot test/index.js [c971d70]. */
  {
    name: 'Kasada',
    signs: [
      {
        kind: 'challenge',
        status: [403, 429],
        headers: { 'x-kpsdk-ct': /./ },
        shows: 'the header `x-kpsdk-ct`',
        sure: true,
      },
      {
        kind: 'challenge',
        body: [/\/ips\.js\?/, /window\.KPSDK\s*=|x-kpsdk-/],
        atMost: 8000,
        shows: "the script of Kasada's challenge and nothing else",
        sure: true,
      },
    ],
    admit: bySecret('Have Kasada allow the header', ': ask its support for a rule.'),
    reference: 'https://www.kasada.io/',
  },
  /** wafw00f plugins/ddosguard.py [0a94302]; public captures of 2026. The server's name is on every response. */
  {
    name: 'DDoS-Guard',
    signs: [
      { kind: 'challenge', title: /^DDOS-GUARD$/i, shows: 'the title "DDOS-GUARD"', sure: true },
      {
        kind: 'challenge',
        body: /\/\.well-known\/ddos-guard\/(js-challenge|ddg-captcha-page|h-captcha)\//,
        shows: 'the scripts below `/.well-known/ddos-guard/`',
        sure: true,
      },
      {
        kind: 'block',
        status: [403, 429],
        headers: { server: /^ddos-guard$/i },
        cookie: /^__ddg\d/,
        shows: 'an error from the server `ddos-guard`, with its cookie',
      },
    ],
    admit: byAddress(
      "Allow the runner's address in the DDoS-Guard dashboard",
      ', under the rules of the domain.',
    ),
    reference: 'https://ddos-guard.net/',
  },
  /**
   * fastly.com/documentation/guides/security/bot-management, "client challenges"; pypi.org's challenge, 2025. 406 and
   * 449: its Next-Gen WAF.
   */
  {
    name: 'Fastly',
    signs: [
      {
        // Sites may load the same script in their own pages, so the path alone proves nothing.
        kind: 'challenge',
        title: /^Client Challenge$/,
        body: /\/_fs-ch-\w{4,40}\//,
        shows: 'the title "Client Challenge" and a script below `/_fs-ch-…/`',
        sure: true,
      },
      {
        kind: 'challenge',
        status: ERRORS,
        body: /\/_fs-ch-\w{4,40}\//,
        shows: "an error status and the script of Fastly's client challenge",
      },
      { kind: 'challenge', title: /^Client Challenge$/, shows: 'the title "Client Challenge"' },
      {
        kind: 'block',
        status: [406, 449],
        headers: { 'x-served-by': /\bcache-/ },
        body: /Not Acceptable|^\s*$/,
        shows: 'a 406 or 449 from Fastly, as its Next-Gen WAF sends it',
      },
      {
        kind: 'block',
        headers: { 'x-sigsci-agentresponse': /^(406|403|429)$/ },
        shows: 'the header `x-sigsci-agentresponse`',
      },
    ],
    admit: bySecret("Allow the header in Fastly's Next-Gen WAF", ', with a request rule.'),
    reference: 'https://www.fastly.com/documentation/guides/security/bot-management/',
  },
  /**
   * wafw00f plugins/applicationgateway.py [329160c]; learn.microsoft.com/azure/web-application-firewall.
   * `x-azure-ref` is on every response of Front Door.
   */
  {
    name: 'Azure WAF',
    signs: [
      {
        kind: 'block',
        status: [403],
        body: /<center><h1>403 Forbidden<\/h1><\/center>\s*<hr><center>Microsoft-Azure-Application-Gateway\/v2<\/center>/,
        shows: "Application Gateway's own 403 page",
        sure: true,
      },
      {
        kind: 'block',
        status: [...ERRORS],
        headers: { 'x-azure-ref': /./ },
        body: /The request is blocked\./,
        shows: 'the sentence "The request is blocked." and the header `x-azure-ref`',
        sure: true,
      },
      {
        kind: 'challenge',
        headers: { 'x-azure-ref': /./ },
        title: /^Azure WAF( JS Challenge| JavaScript Challenge| CAPTCHA)?$/i,
        shows: 'the title "Azure WAF" and the header `x-azure-ref`',
      },
    ],
    admit: bySecret(
      'Allow the header in the Azure WAF policy',
      ", with a custom rule with the action Allow. The policy's log names the rule that blocked the request.",
    ),
    reference: 'https://learn.microsoft.com/azure/web-application-firewall/ag/custom-waf-rules-overview',
  },
  /** A stored capture of a denial with 403: 134 bytes and `via: 1.1 google`, which is on every response. */
  {
    name: 'Google Cloud Armor',
    signs: [
      {
        // Not with 502: the load balancer may send the same form when a backend fails.
        kind: 'block',
        status: [403, 404, 429],
        headers: { via: /\b1\.1 google\b/ },
        body: /^<!doctype html><meta charset="utf-8"><meta name=viewport content="width=device-width, initial-scale=1"><title>(\d{3})<\/title>\1 /,
        shows: "the short error page of Google's load balancer, as Cloud Armor sends it",
        sure: true,
      },
      {
        // Cloudflare does not pass on every `via`.
        kind: 'block',
        status: [403, 429],
        body: /^<!doctype html><meta charset="utf-8"><meta name=viewport content="width=device-width, initial-scale=1"><title>(\d{3})<\/title>\1 [A-Z][A-Za-z ]{3,30}\s*$/,
        shows: "the short error page of Google's load balancer, as Cloud Armor sends it",
      },
    ],
    admit: bySecret(
      'Allow the header in Cloud Armor',
      ", with a rule with the action allow and a lower priority number: `request.headers['x-gate'] == 'SECRET' && request.method == 'GET' && request.path == '/'`.",
    ),
    reference: 'https://cloud.google.com/armor/docs/configure-security-policies',
  },
  /**
   * wafw00f plugins/kona.py [329160c]; stamparm/identYwaf (`kona`); public captures of 428. `AkamaiGHost`,
   * `akamai-grn`, `_abck` and the sensor are on every response.
   */
  {
    name: 'Akamai',
    signs: [
      {
        kind: 'block',
        status: [403],
        body: [/You don't have permission to access/, /Reference(&#32;|\s)(&#35;|#)\d+(&#46;|\.)[0-9a-f]/],
        shows: 'the page "Access Denied" with a reference number of Akamai',
        sure: true,
      },
      {
        kind: 'block',
        status: [403],
        body: /errors(\.|&#46;)edgesuite(\.|&#46;)net/,
        shows: 'the page "Access Denied" with a link to `errors.edgesuite.net`',
        sure: true,
      },
      {
        kind: 'challenge',
        body: /"sec-cp-challenge"\s*:\s*"true"/,
        shows: "Akamai's crypto challenge (`sec-cp-challenge`)",
        sure: true,
      },
      {
        kind: 'challenge',
        status: [200, 428, 429],
        body: /\/_sec\/cp_challenge\/|id="sec-if-cpt-container"/,
        atMost: 12_000,
        shows: "Akamai's challenge page (`sec-if-cpt-container`)",
        sure: true,
      },
    ],
    admit: bySecret(
      'Allow the header in Akamai',
      ', with a custom bot category or a bypass list in the security configuration. Look up the rule that blocked the request by the reference number.',
    ),
    reference: 'https://techdocs.akamai.com/bot-manager/docs/welcome-bot-mgr',
  },
  /** wafw00f plugins/stackpath.py [2193e7b]. */
  {
    name: 'StackPath',
    signs: [
      {
        kind: 'block',
        body: [
          /is using a security service for protection against online attacks/,
          /An action has triggered the service and blocked your request/,
        ],
        shows: 'the sentence "An action has triggered the service and blocked your request"',
        sure: true,
      },
      {
        kind: 'challenge',
        body: /Protected by <a href="https?:\/\/(www\.)?stackpath\.com\/"/,
        atMost: 20_000,
        shows: 'the text "Protected by StackPath"',
      },
    ],
    admit: byAddress("Allow the runner's address", " in the service's WAF settings."),
    reference: 'https://github.com/EnableSecurity/wafw00f',
  },
  /** wafw00f plugins/qrator.py [2193e7b]; public captures of 2026 (401). */
  {
    name: 'Qrator',
    signs: [
      {
        kind: 'challenge',
        status: [401, 403, 429],
        body: /\/__qrator\/\w/,
        shows: 'an error status and a script below `/__qrator/`',
        sure: true,
      },
      {
        kind: 'challenge',
        title: /^$/,
        body: /\/__qrator\/\w/,
        atMost: 4000,
        shows: 'a script below `/__qrator/` in a page without a title',
      },
      {
        kind: 'block',
        status: [401, 403, 429],
        headers: { server: /^QRATOR$/i },
        shows: 'an error from the server `QRATOR`',
        sure: true,
      },
    ],
    admit: byAddress("Allow the runner's address in Qrator", ', on the whitelist of the domain.'),
    reference: 'https://docs.qrator.net/',
  },
  /** Public captures of 2026 (`shield-challenge.js`, `verify-pow`). */
  {
    name: 'bunny.net Shield',
    signs: [
      {
        kind: 'challenge',
        body: /\/\.bunny-shield\/(assets\/[\w-]{0,40}challenge|verify-pow)/,
        atMost: 20_000,
        shows: 'the scripts below `/.bunny-shield/`',
        sure: true,
      },
      {
        kind: 'challenge',
        title: /^Establishing a secure connection ?(\.\.\.|…)$/,
        shows: 'the title "Establishing a secure connection ..."',
      },
    ],
    admit: bySecret('Allow the header in Bunny Shield', ', with a custom WAF rule.'),
    reference: 'https://docs.bunny.net/docs/shield-overview',
  },
  /** sqlmap waf/radware.py. Its Bot Manager: not in a stored source, so two marks are required. */
  {
    name: 'Radware',
    signs: [
      {
        kind: 'block',
        body: [/Unauthorized Activity Has Been Detected/i, /Case Number:/i],
        shows: 'the sentence "Unauthorized Activity Has Been Detected" with a case number',
        sure: true,
      },
      {
        kind: 'challenge',
        redirectedTo: /^https?:\/\/(validate|captcha)\.perfdrive\.com\//,
        shows: "a redirect to Radware's Bot Manager (`perfdrive.com`)",
        sure: true,
      },
      {
        kind: 'challenge',
        body: /(validate|captcha)\.perfdrive\.com\//,
        atMost: 20_000,
        title: /captcha|radware|bot|^$/i,
        shows: "a captcha of Radware's Bot Manager (`perfdrive.com`)",
      },
    ],
    admit: bySecret(
      'Allow the header in Radware',
      ', in the policy that blocked the request. Look it up by the case number.',
    ),
    reference: 'https://www.radware.com/',
  },
  /** wafw00f plugins/aliyundun.py [078f908]. The script: not in a stored source, so two marks are required. */
  {
    name: 'Alibaba Cloud WAF',
    signs: [
      {
        kind: 'block',
        status: [405],
        body: /errors?\.aliyun(dun)?\.(com|net)/,
        shows: 'a 405 page with a link to `errors.aliyun.com`',
        sure: true,
      },
      {
        kind: 'challenge',
        title: /^$/,
        body: /acw_sc__v[23]|\/_____tmd_____\/punish/,
        atMost: 20_000,
        shows: "the script of Alibaba Cloud's challenge and nothing else",
      },
    ],
    admit: bySecret('Allow the header in Alibaba Cloud WAF', ', with a whitelist rule.'),
    reference: 'https://www.alibabacloud.com/help/en/waf/',
  },
  /** wafw00f plugins/reblaze.py [2d19d07]; is-antibot test/index.js [c971d70]. */
  {
    name: 'Reblaze',
    signs: [
      {
        kind: 'challenge',
        cookie: /^rbzid=/,
        title: /^$/,
        body: /\brbzns\b/,
        atMost: 20_000,
        shows: 'the cookie `rbzid` and the script `rbzns`',
        sure: true,
      },
      {
        kind: 'block',
        status: ERRORS,
        body: [/Access denied \(403\)/, /Current session has been terminated/],
        shows: 'the sentence "Current session has been terminated"',
        sure: true,
      },
    ],
    admit: bySecret('Allow the header in Reblaze', ', with an ACL profile that bypasses the checks.'),
    reference: 'https://docs.reblaze.com/',
  },
  /** Its public documentation: visitors are redirected to `*.queue-it.net`. Pages of the site load its script too. */
  {
    name: 'Queue-it',
    signs: [
      {
        kind: 'challenge',
        redirectedTo: /^https?:\/\/[\w.-]{1,200}\.queue-it\.net\//,
        shows: 'a redirect to its waiting room (`queue-it.net`)',
        sure: true,
      },
    ],
    admit: bySecret(
      'Let the header bypass the waiting room',
      ", in the connector's triggers. Or check a path without a queue.",
    ),
    reference: 'https://queue-it.com/',
  },
]
