import { escapeHtml, type Page } from '../../http/page.ts'
import { OWN_PAGE_HEADERS } from '../headers.ts'
import { html } from './html.ts'
import type { EdgeRequest } from '../edge-request.ts'

/** The managed challenge. Cloudflare documents its response header, with this one value. */
export const challengePage = ({ ray }: EdgeRequest): Page => ({
  ...html(
    403,
    `<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"></head>
<body><noscript>Enable JavaScript and cookies to continue</noscript><div class="ray-id">Ray ID: <code>${ray}</code></div>
<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=${ray}"></script></body></html>
`,
  ),
  headers: { ...OWN_PAGE_HEADERS, 'cf-mitigated': 'challenge' },
})

/**
 * The challenge before 2023 ("I'm under attack" mode): a 503 without a header that distinguishes it from an outage.
 */
export const legacyChallengePage = ({ host, ray }: EdgeRequest): Page => ({
  ...html(
    503,
    `<!DOCTYPE HTML>
<html lang="en-US">
<head><meta name="robots" content="noindex, nofollow" /><title>Just a moment...</title></head>
<body>
<div class="cf-browser-verification cf-im-under-attack">
  <noscript><h1 data-translate="turn_on_js">JavaScript has to be on.</h1></noscript>
  <h1><span data-translate="checking_browser">Checking your browser before accessing</span> ${escapeHtml(host)}.</h1>
  <form id="challenge-form" action="/cdn-cgi/l/chk_jschl" method="get">
    <input type="hidden" name="jschl_vc" value="${ray}${ray}"/>
    <input type="hidden" id="jschl-answer" name="jschl_answer"/>
  </form>
</div>
<div class="attribution">DDoS protection by <a href="https://www.cloudflare.com/5xx-error-landing/">Cloudflare</a> Ray ID: <code>${ray}</code></div>
</body>
</html>
`,
  ),
  headers: OWN_PAGE_HEADERS,
})

/** The page of a blocking rule. It has no error code. The structured formats have 1020. */
export const blockedPage = ({ host, ray }: EdgeRequest): Page => ({
  ...html(
    403,
    `<!DOCTYPE html>
<html class="no-js" lang="en-US">
<head>
<title>Attention Required! | Cloudflare</title>
<meta name="robots" content="noindex, nofollow" />
<link rel="stylesheet" id="cf_styles-css" href="/cdn-cgi/styles/cf.errors.css" />
</head>
<body>
<div id="cf-wrapper">
  <div id="cf-error-details" class="cf-error-details-wrapper">
    <h1 data-translate="block_headline">Sorry, you have been blocked</h1>
    <h2><span data-translate="unable_to_access">You are unable to access</span> ${escapeHtml(host)}</h2>
    <h2 data-translate="blocked_why_headline">Why have I been blocked?</h2>
    <p data-translate="blocked_why_detail">A rule of this site blocked your request.</p>
    <div class="cf-error-footer cf-wrapper">
      <p><span class="cf-footer-item">Cloudflare Ray ID: <strong class="font-semibold">${ray}</strong></span></p>
    </div>
  </div>
</div>
</body>
</html>
`,
  ),
  headers: OWN_PAGE_HEADERS,
})
