import { escapeHtml, type Page } from '../../http/page.ts'
import type { EdgeError } from './errors.ts'
import { cityName, readableTime, type EdgeRequest } from '../edge-request.ts'

// The text is the lab's own. Titles, ids, classes and their nesting identify the real pages.

const pageHead = (title: string): string => `<!DOCTYPE html>
<html class="no-js" lang="en-US">
<head>
<title>${title}</title>
<meta charset="UTF-8" />
<meta name="robots" content="noindex, nofollow" />
<link rel="stylesheet" id="cf_styles-css" href="/cdn-cgi/styles/main.css" />
</head>
<body>
<div id="cf-wrapper">
  <div id="cf-error-details" class="p-0">
`

const pageFoot = ({ ray, visitor }: EdgeRequest): string => `
    <div class="cf-error-footer cf-wrapper">
      <p><span class="cf-footer-item">Cloudflare Ray ID: <strong class="font-semibold">${ray}</strong></span>
      <span class="cf-footer-item hidden">Your IP: <span class="hidden" id="cf-footer-ip">${escapeHtml(visitor)}</span></span></p>
    </div>
  </div>
</div>
</body>
</html>
`

/** Browser, Cloudflare and host, with the failing one marked: the host, except for a 500. */
function statusColumns(error: EdgeError, request: EdgeRequest): string {
  const ours = error.category === 'cloudflare'
  return `
    <div id="cf-browser-status"><span>You</span><h3>Browser</h3>${state(false)}</div>
    <div id="cf-cloudflare-status"${source(ours)}><span>${cityName(request)}</span><h3>Cloudflare</h3>${state(ours)}</div>
    <div id="cf-host-status"${source(!ours)}><span>${escapeHtml(request.host)}</span><h3>Host</h3>${state(!ours)}</div>`
}

const source = (here: boolean): string => (here ? ' class="cf-error-source"' : '')
const state = (bad: boolean): string => `<span>${bad ? 'Error' : 'Working'}</span>`

const advice = (error: EdgeError): string => `
    <h2 data-translate="what_happened">What happened?</h2>
    <p>${error.description}</p>
    <h2 data-translate="what_can_i_do">What can I do?</h2>
    <p>Please try again in a few minutes.</p>`

/** A 5xx page since 2023: the code is in a label next to the title. */
export const pageSince2023 = (error: EdgeError, request: EdgeRequest): string =>
  `${pageHead(`${escapeHtml(request.host)} | ${error.code}: ${error.title}`)}    <header>
      <h1><span class="inline-block">${error.title}</span> <span class="code-label">Error code ${error.code}</span></h1>
      <div class="mt-3">${readableTime(request.at)}</div>
    </header>${statusColumns(error, request)}${advice(error)}${pageFoot(request)}`

/** A 5xx page from 2020 to 2022: the code comes first, with the Ray ID below it. */
export const pageUntil2022 = (error: EdgeError, request: EdgeRequest): string =>
  `${pageHead(`${escapeHtml(request.host)} | ${error.code}: ${error.title}`)}    <header>
      <h1>
        <span class="cf-error-type">Error</span>
        <span class="cf-error-code">${error.code}</span>
      </h1>
      <span class="font-mono">Ray ID: ${request.ray} &bull;</span> <span class="font-mono">${readableTime(request.at)}</span>
      <h2>${error.title}</h2>
    </header>${statusColumns(error, request)}${advice(error)}${pageFoot(request)}`

/** A 1xxx page of any year: no status columns, and another order in the title. */
export function page1xxx(error: EdgeError, request: EdgeRequest): string {
  const host = escapeHtml(request.host)
  const denied = error.category === 'access_denied'
  const rest = denied ? `${host} used Cloudflare to restrict access` : `${host} | Cloudflare`
  return `${pageHead(`${error.title} | ${rest}`)}    <header>
      <h1>
        <span data-translate="error">Error</span>
        <span>${error.code}</span>
      </h1>
      <span class="heading-ray-id">Ray ID: ${request.ray} &bull;</span> <span class="heading-ray-id">${readableTime(request.at)}</span>
      <h2>${error.title}</h2>
    </header>${advice(error)}${pageFoot(request)}`
}

/**
 * A customer's page. Cloudflare's part is only the box that replaces its token. The text is whatever its author had
 * in mind, here a server that is down.
 */
export const customPage = (error: EdgeError, { ray }: EdgeRequest): string => `<!DOCTYPE html>
<html lang="en">
<head><title>Shop: we will be right back</title></head>
<body>
<h1>Web server is down</h1>
<p>Our web server is not responding at the moment. We are working on it.</p>
<div class="cf-error-details cf-error-${error.code}">
  <h1>${error.title}</h1>
  <ul>
    <li>Ray ID: ${ray}</li>
    <li>Error reference number: ${error.code}</li>
  </ul>
</div>
</body>
</html>
`

export const html = (status: number, body: string): Page => ({
  status,
  type: 'text/html; charset=UTF-8',
  body,
})
