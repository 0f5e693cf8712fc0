export const id = 646;
export const ids = [646];
export const modules = {

/***/ 7825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ edgeErrorOf)
/* harmony export */ });
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6039);

/**
 * Finds the edge's error in a response, in any of its formats and template generations. `/cdn-cgi/` or a Ray ID in a
 * body proves nothing, because Cloudflare injects scripts into the origin's pages.
 */
function edgeErrorOf(head, body) {
    if (head.status < 400)
        return;
    const text = body.text;
    const inBody = fromJson(text) ?? fromMarkdown(text) ?? fromText(text) ?? fromHtml(head, text);
    return inBody !== undefined && goesWith(inBody.code, head.status) ? inBody : fromStatus(head);
}
/**
 * Whether Cloudflare uses this code with this status. An application that relays another site's error relays the body,
 * mostly with its own status. Then it is not Cloudflare's error about this site.
 */
function goesWith(code, status) {
    if (code < 1000)
        return code === status;
    if (code === 1016 || code === 1033)
        return status === 530;
    if (code === 1015)
        return status === 429;
    const blocked = (code >= 1005 && code <= 1012) || code === 1020;
    return blocked ? status === 403 : true;
}
/** RFC 9457 problem details. Some responses omit members, so only two are required. */
function fromJson(text) {
    if (!text.trimStart().startsWith('{'))
        return;
    const value = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
    if ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flagIn */ .kx)(value, 'cloudflare_error') !== true)
        return;
    const code = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(value, 'error_code');
    const category = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(value, 'error_category');
    if (!isErrorCode(code))
        return;
    return { code, form: 'json', ...(category !== undefined && { category }) };
}
/** The same members as YAML front matter. */
function fromMarkdown(text) {
    const front = /^---\r?\n([\s\S]{0,4000}?)\r?\n---/.exec(text)?.[1];
    if (front === undefined || !/^cloudflare_error: *true *$/m.test(front))
        return;
    const code = Number(/^error_code: *(\d{3,4}) *$/m.exec(front)?.[1]);
    const category = /^error_category: *"?([a-z_]{1,40})"? *$/m.exec(front)?.[1];
    return isErrorCode(code)
        ? { code, form: 'markdown', ...(category !== undefined && { category }) }
        : undefined;
}
function fromText(text) {
    const code = Number(/^error code: (\d{3,4})\s*$/.exec(text)?.[1]);
    return isErrorCode(code) ? { code, form: 'text' } : undefined;
}
/** Matches from the first byte, because a page that quotes such a page starts differently. */
const BARE = /^\s*(<html>\s*<head><title>[^<]{0,100}<\/title>(<\/head>)?\s*<body[^>]{0,40}>\s*)?(<center>[^\n]{0,200}<\/center>\s*){1,2}<hr><center>cloudflare(-nginx)?<\/center>/;
function fromHtml(head, text) {
    // The unbranded page is nginx's with another footer. Cloudflare serves it when it fails itself.
    if (BARE.test(text))
        return { code: head.status, form: 'bare' };
    // A customer's own page keeps the box and its class. Its text may mention another error.
    const boxed = /class="cf-error-details cf-error-(\d{3,4})"/.exec(text)?.[1];
    if (boxed !== undefined)
        return { code: Number(boxed), form: 'html' };
    if (!text.includes('id="cf-error-details"'))
        return;
    const code = /class="cf-error-code">(\d{3,4})</.exec(text)?.[1] ?? // 2020 to 2022
        /class="code-label">Error code (\d{3,4})</.exec(text)?.[1] ?? // since 2023
        /data-translate="error">Error<\/span>\s*<span>(\d{3,4})</.exec(text)?.[1] ?? // the 1xxx pages
        /<title>[^<]{0,300}\| (5\d\d): /.exec(text)?.[1];
    return { code: code === undefined ? head.status : Number(code), form: 'html' };
}
/** A zone's custom page may have the code in its status only. */
function fromStatus(head) {
    const onlyCloudflare = (head.status >= 520 && head.status <= 526) || head.status === 530;
    return onlyCloudflare ? { code: head.status, form: 'status' } : undefined;
}
function isErrorCode(code) {
    return Number.isInteger(code) && Number(code) >= 400 && Number(code) < 2000;
}


/***/ }),

/***/ 936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DO: () => (/* binding */ cacheStatus),
/* harmony export */   F2: () => (/* binding */ challengeIn),
/* harmony export */   J_: () => (/* binding */ sentByCloudflare),
/* harmony export */   Jl: () => (/* binding */ sentFromCache),
/* harmony export */   L3: () => (/* binding */ edgeErrorIn),
/* harmony export */   TV: () => (/* binding */ throughCloudflare),
/* harmony export */   ZY: () => (/* binding */ fromCache),
/* harmony export */   _M: () => (/* binding */ isAccessLogin),
/* harmony export */   fC: () => (/* binding */ traceOf),
/* harmony export */   qj: () => (/* binding */ rayOf),
/* harmony export */   yJ: () => (/* binding */ blockedBy),
/* harmony export */   zP: () => (/* binding */ copyOf)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6422);
/* harmony import */ var _error_page_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7825);


/** Whether the response came from or through Cloudflare: only Cloudflare sends these headers. */
function throughCloudflare(exchange) {
    return exchange?.kind === 'completed' && sentByCloudflare(exchange.head.headers);
}
function sentByCloudflare(headers) {
    return headers['cf-ray'] !== undefined || headers['server']?.toLowerCase() === 'cloudflare';
}
/** Cloudflare's error, if there is one. Other networks use the same numbers, so the headers must match too. */
function edgeErrorIn(exchange) {
    return throughCloudflare(exchange) ? (0,_error_page_js__WEBPACK_IMPORTED_MODULE_1__/* .edgeErrorOf */ .P)(exchange.head, exchange.body) : undefined;
}
/** The Ray ID and the data center in it, from `cf-ray: <16 hex>-<IATA>`. */
function rayOf(exchange) {
    if (exchange?.kind !== 'completed')
        return;
    const match = /^([0-9a-f]{16})(?:-([A-Z]{3}))?$/.exec(exchange.head.headers['cf-ray'] ?? '');
    return match?.[1] === undefined ? undefined : { id: match[1], colo: match[2] ?? '' };
}
/** Whether the response came from Cloudflare's cache, without a request to the origin. */
function fromCache(exchange) {
    return exchange?.kind === 'completed' && sentFromCache(exchange.head.headers);
}
/** The states of `cf-cache-status` in which Cloudflare serves a copy without a request to the origin. */
const COPIES = new Set(['HIT', 'STALE', 'UPDATING']);
function sentFromCache(headers) {
    return COPIES.has(cacheStatus(headers));
}
/** `HIT`, `STALE`, `DYNAMIC` …; empty without the header. */
function cacheStatus(headers) {
    return (headers['cf-cache-status'] ?? '').toUpperCase();
}
/** The cache state of a copy, and its age: `HIT, 86 s old`. */
function copyOf(exchange) {
    if (exchange?.kind !== 'completed' || !fromCache(exchange))
        return;
    const { headers } = exchange.head;
    const state = cacheStatus(headers);
    const seconds = /^\d{1,9}$/.exec(headers['age'] ?? '')?.[0];
    return seconds === undefined ? state : `${state}, ${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .roughDuration */ .Um)(Number(seconds) * 1000)} old`;
}
/** The data center, if `/cdn-cgi/trace` returned what only Cloudflare returns. */
function traceOf(exchange) {
    if (exchange?.kind !== 'completed' || exchange.head.status !== 200)
        return;
    const { text } = exchange.body;
    if (!/^fl=/m.test(text) || !/^visit_scheme=/m.test(text))
        return;
    return { colo: /^colo=([A-Z]{3})$/m.exec(text)?.[1] ?? '' };
}
/** Whether a response is a block page. It has the title of the challenges before 2023, but another text. */
function blockedBy(exchange) {
    if (!throughCloudflare(exchange) || exchange.head.status !== 403)
        return false;
    const { text } = exchange.body;
    return text.includes('id="cf-error-details"') && text.includes('data-translate="block_headline"');
}
/**
 * Where a response shows that it is a challenge, which only a browser passes. Cloudflare documents the header; before
 * 2023 there was only the page. Healthy pages also contain challenge-platform scripts.
 */
function challengeIn(exchange) {
    if (!throughCloudflare(exchange))
        return;
    const { head, body } = exchange;
    // Otherwise the header comes from an application that passes on another site's response.
    if (head.status !== 403 && head.status !== 503)
        return;
    if (head.headers['cf-mitigated'] === 'challenge')
        return 'header';
    if (blockedBy(exchange))
        return;
    return /<title>(Just a moment\.\.\.|Attention Required! \| Cloudflare)<\/title>/.test(body.text)
        ? 'page'
        : undefined;
}
/** Whether a URL is a Cloudflare Access login page. False for text that is not an absolute URL. */
function isAccessLogin(url = '') {
    return URL.parse(url)?.hostname.endsWith('.cloudflareaccess.com') === true;
}


/***/ }),

/***/ 2828:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ runnerIsOnline),
/* harmony export */   JG: () => (/* binding */ failedAt),
/* harmony export */   Lf: () => (/* binding */ unexpectedResponse),
/* harmony export */   _E: () => (/* binding */ elapsedIn),
/* harmony export */   bY: () => (/* binding */ timeoutText),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   hk: () => (/* binding */ encodingDamage),
/* harmony export */   i_: () => (/* binding */ neverConnected),
/* harmony export */   n3: () => (/* binding */ hasExpectedStatus),
/* harmony export */   nm: () => (/* binding */ isGoodResponse),
/* harmony export */   q2: () => (/* binding */ originOrApplication),
/* harmony export */   wt: () => (/* binding */ acceptedConnection)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6422);
/* harmony import */ var _redirects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1200);


/** The exchange failed in that phase and, if reasons are given, for one of them. */
function failedAt(exchange, phase, ...reasons) {
    if (exchange?.kind !== 'failed' || exchange.phase !== phase)
        return false;
    return reasons.length === 0 || reasons.includes(exchange.error.reason);
}
/** The server accepted the connection, and TLS if it uses it: a later failure is not a matter of its port. */
function acceptedConnection(exchange) {
    if (exchange?.kind !== 'failed')
        return exchange !== undefined;
    return exchange.phase === 'processing' || exchange.phase === 'transfer';
}
/** The failing hop of a cause that breaks the connection to the origin, or the response on it. */
function originOrApplication({ origin }) {
    return acceptedConnection(origin) ? 'application' : 'origin';
}
/** No host responded, not even with a refusal or a reset. */
function neverConnected(exchange) {
    if (exchange.kind === 'completed' || (exchange.phase !== 'resolve' && exchange.phase !== 'connect'))
        return false;
    return exchange.error.reason !== 'refused' && exchange.error.reason !== 'reset';
}
/** The runner has a network: the unrelated address or any of the probes got a connection. */
function runnerIsOnline({ connectivity, edge, trace, origin }) {
    if (connectivity?.kind === 'completed')
        return true;
    return [edge, trace, origin].some((exchange) => exchange !== undefined && !neverConnected(exchange));
}
/**
 * The status is expected, or the origin redirects to another host as visitors are. False when redirects never reach a
 * page.
 */
function hasExpectedStatus(moment, exchange) {
    if (exchange?.kind !== 'completed' || (0,_redirects_js__WEBPACK_IMPORTED_MODULE_1__/* .endlessRedirects */ .Yf)(exchange) !== undefined)
        return false;
    if ((0,_redirects_js__WEBPACK_IMPORTED_MODULE_1__/* .redirectDeadEnd */ .GK)(exchange) !== undefined)
        return false;
    if ((0,_redirects_js__WEBPACK_IMPORTED_MODULE_1__/* .redirectsLikeEdge */ .G6)(moment, exchange))
        return true;
    const { status } = exchange.head;
    return moment.request.expectedStatus.some(([from, to]) => status >= from && status <= to);
}
/** The status is expected and the body decompresses. The content may still be wrong: see `meetsExpectations`. */
function isGoodResponse(moment, exchange) {
    return hasExpectedStatus(moment, exchange) && !encodingDamage(exchange);
}
/** What is wrong with the compression of the body, if anything. */
function encodingDamage(exchange) {
    const coding = exchange?.kind === 'completed' ? exchange.body.coding : undefined;
    return coding === 'corrupt' || coding === 'truncated' ? coding : undefined;
}
/** The response, if it has one of these statuses and the user didn't expect it. */
function unexpectedResponse(moment, exchange, ...statuses) {
    const unexpected = exchange?.kind === 'completed' &&
        !hasExpectedStatus(moment, exchange) &&
        statuses.includes(exchange.head.status);
    return unexpected ? exchange : undefined;
}
/** The timeout of one request: `30 s`, `500 ms`. */
function timeoutText({ request }) {
    return (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .exactDuration */ .gf)(request.timeout);
}
/** Milliseconds from the start of the connection to the last byte, with all redirects that were followed. */
function elapsedIn({ timings, redirectChain }) {
    const redirects = redirectChain?.redirects ?? [];
    return redirects.reduce((sum, { elapsed }) => sum + elapsed, totalOf(timings));
}
/** Milliseconds of all phases of one request. */
function totalOf(timings) {
    return Object.values(timings).reduce((sum, ms) => sum + ms, 0);
}


/***/ }),

/***/ 1200:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ redirectedToOtherHost),
/* harmony export */   G6: () => (/* binding */ redirectsLikeEdge),
/* harmony export */   GK: () => (/* binding */ redirectDeadEnd),
/* harmony export */   Yf: () => (/* binding */ endlessRedirects),
/* harmony export */   Yy: () => (/* binding */ originRedirectsAway),
/* harmony export */   e$: () => (/* binding */ redirectAuthor),
/* harmony export */   eG: () => (/* binding */ unexpectedRedirectHost),
/* harmony export */   xc: () => (/* binding */ finalHost)
/* harmony export */ });
/* unused harmony export hostOf */
/* harmony import */ var _cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);

/** The redirects, if they loop or exceed the limit. */
function endlessRedirects(exchange) {
    const chain = exchange?.redirectChain;
    return chain?.end === 'loop' || chain?.end === 'limit' ? chain : undefined;
}
/**
 * Why visitors can't follow the last redirect. `invalid`: it has no URL that a browser can open; `private`: it names an
 * address of the visitor's own machine or network; `maybe-private`: it names a host that this runner's resolver places
 * there.
 */
function redirectDeadEnd(exchange) {
    const { end, next = '' } = exchange?.redirectChain ?? {};
    if (end === 'nowhere')
        return 'invalid';
    if (end !== 'barred' || (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccessLogin */ ._M)(next))
        return;
    return /^\[|^[\d.]+$|(?:^|\.)localhost$/.test(hostOf(next)) ? 'private' : 'maybe-private';
}
/** Visitors are redirected to another host, which sends the final response. */
function redirectedToOtherHost({ request, edge }) {
    const last = edge?.redirectChain?.redirects.at(-1);
    return last !== undefined && hostOf(last.to) !== hostOf(request.url);
}
/** The origin redirects the direct probe to another host, and visitors are redirected to another host too. */
function redirectsLikeEdge(moment, exchange) {
    return (exchange !== moment.edge && exchange?.redirectChain?.end === 'elsewhere' && redirectedToOtherHost(moment));
}
/** The host to which only the origin redirects: neither the site's own nor one to which visitors are redirected. */
function unexpectedRedirectHost({ request, edge, origin, }) {
    if (origin?.redirectChain?.end !== 'elsewhere')
        return;
    const host = hostOf(origin.redirectChain.next ?? '');
    const known = [request.url, ...(edge?.redirectChain?.redirects ?? []).map(({ to }) => to)].map(hostOf);
    return known.includes(host) ? undefined : host;
}
/** The host that sent the final response, if redirects went to another host than the site's. */
function finalHost({ request, edge }) {
    const last = edge?.redirectChain?.redirects.at(-1);
    const host = last === undefined ? undefined : hostOf(last.to);
    return host === hostOf(request.url) ? undefined : host;
}
/** An origin sent the redirect to another host just now; not Cloudflare itself, nor its cache. */
function originRedirectsAway({ request, edge }) {
    const leaving = edge?.redirectChain?.redirects.find(({ to }) => hostOf(to) !== hostOf(request.url));
    return leaving !== undefined && redirectAuthor(leaving.headers) === 'origin';
}
/** Who sent a redirect. Without a `cf-cache-status`, neither the cache nor an origin was involved. */
function redirectAuthor(headers) {
    if (!(0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .sentByCloudflare */ .J_)(headers))
        return 'unknown';
    if (headers['cf-cache-status'] === undefined)
        return 'cloudflare';
    return (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .sentFromCache */ .Jl)(headers) ? 'cache' : 'origin';
}
/** The host of a URL; empty for text that isn't one, as a redirect may contain. */
function hostOf(url) {
    return URL.parse(url)?.hostname ?? '';
}


/***/ }),

/***/ 3971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ failureWords)
/* harmony export */ });
/** The only place that puts a failure into words. */
function failureWords(failure) {
    const { phase, reason, code, received, port } = failure;
    const onPort = port === undefined ? '' : ` on port ${port}`;
    const noResponse = (why) => `no response: ${why}${code === '' ? '' : ` (${code})`}`;
    switch (reason) {
        case 'unresolved':
            return {
                brief: 'name does not resolve',
                does: 'cannot be resolved',
                gets: noResponse('the name does not resolve'),
            };
        case 'refused':
            return {
                brief: 'connection refused',
                does: `refuses the connection${onPort}`,
                gets: noResponse('the connection is refused'),
            };
        case 'unreachable':
            return {
                brief: 'no route to host',
                does: 'cannot be reached: no route to host',
                gets: noResponse('no route to host'),
            };
        case 'timeout':
            return timeoutWords(failure, onPort);
        case 'reset':
            return {
                brief: 'connection reset',
                does: `resets the connection ${WHEN[phase]}`,
                gets: noResponse('the connection is reset'),
            };
        case 'closed':
            return {
                brief: phase === 'processing' ? 'closed without a response' : 'connection closed early',
                does: `closes the connection ${WHEN[phase]}`,
                gets: noResponse(received === 0
                    ? 'the connection is closed before the first byte'
                    : 'the connection is closed before the response is complete'),
            };
        case 'untrusted':
            return {
                brief: 'untrusted certificate',
                does: 'presents an untrusted certificate',
                gets: noResponse('the certificate is not trusted'),
            };
        case 'protocol':
            return phase === 'tls'
                ? {
                    brief: 'TLS handshake failed',
                    does: `does not complete a TLS handshake${onPort}`,
                    gets: noResponse('the TLS handshake fails'),
                }
                : {
                    brief: 'invalid HTTP',
                    does: 'does not send valid HTTP',
                    gets: noResponse('what the server sends is not valid HTTP'),
                };
        case 'proxy':
            return {
                brief: "blocked by the runner's proxy",
                does: "was not checked: the runner's proxy blocked the request",
                gets: noResponse("the runner's proxy blocked the request"),
            };
        case 'other':
            return {
                brief: code === '' ? 'failed' : `failed: ${code}`,
                does: code === '' ? 'fails' : `fails with ${code}`,
                gets: noResponse('the connection fails'),
            };
        default:
            return reason;
    }
}
function timeoutWords({ phase, limit }, onPort) {
    const within = limit === undefined ? ' in time' : ` within ${limit}`;
    return {
        resolve: {
            brief: 'DNS timed out',
            does: 'cannot be resolved: DNS timed out',
            gets: `no DNS answer${within}`,
        },
        connect: {
            brief: 'connection timed out',
            does: `does not accept connections${onPort}: they time out`,
            gets: `no connection${within}`,
        },
        tls: {
            brief: 'TLS timed out',
            does: 'accepts the connection, then the TLS handshake times out',
            gets: `no TLS handshake${within}`,
        },
        processing: {
            brief: 'no response',
            does: 'accepts the request and never responds',
            gets: `no response${within}`,
        },
        transfer: {
            brief: 'response never finishes',
            does: 'starts a response and never finishes it',
            gets: `no complete response${within}`,
        },
    }[phase];
}
const WHEN = {
    resolve: 'immediately',
    connect: 'immediately',
    tls: 'during the TLS handshake',
    processing: 'without a response',
    transfer: 'in the middle of the response',
};


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cx: () => (/* binding */ visibleAtAnyLength),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   uH: () => (/* binding */ clean)
/* harmony export */ });
/** Maximum length of a printed text, however much the server sent. */
const MAX_LENGTH = 4096;
/**
 * The text without invisible characters, bidirectional overrides and stacked combining marks. Control characters become
 * spaces. Cut to the maximum length.
 */
function visible(text) {
    return visibleAtAnyLength(text.slice(0, MAX_LENGTH)).slice(0, MAX_LENGTH);
}
/** The same, of any length. */
function visibleAtAnyLength(text) {
    return (text
        // Full-width, mathematical, circled and superscript forms become plain: what reads like an address is one.
        .replace(COMPATIBILITY_FORMS, (form) => form.normalize('NFKC'))
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{2800}]+/gu, ' ')
        .replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu, '')
        .replace(/(\p{M}{2})\p{M}+/gu, '$1'));
}
const COMPATIBILITY_FORMS = /[\u{ff01}-\u{ff5e}\u{1d400}-\u{1d7ff}\u{2460}-\u{24ff}\u{2070}-\u{2089}\u{b2}\u{b3}\u{b9}\u{1f100}-\u{1f10a}]/gu;
/** One line of visible text with single spaces. Not escaped yet. */
function clean(text) {
    return visible(text).replace(/\s+/gu, ' ').trim();
}
/** At most `max` code points, with an ellipsis if it was cut. */
function cut(text, max) {
    if (text.length <= max)
        return text;
    const points = Array.from(text);
    return points.length <= max
        ? text
        : `${points
            .slice(0, max - 1)
            .join('')
            .trimEnd()}…`;
}


/***/ }),

/***/ 8774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _j: () => (/* binding */ shownRound),
/* harmony export */   bu: () => (/* binding */ outcome),
/* harmony export */   fY: () => (/* binding */ withLatestDnsServers),
/* harmony export */   hf: () => (/* binding */ timelineOf)
/* harmony export */ });
/* harmony import */ var _diagnosis_facts_exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2828);
/* harmony import */ var _diagnosis_failure_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3971);


/** The round that the report shows: the newest one with the verdict and cause of the diagnosis. */
function shownRound({ verdict, cause, judgments }, history) {
    const matches = (index, id) => judgments[index]?.verdict === verdict &&
        (id === undefined || judgments[index].findings[0]?.cause.id === id);
    const newest = (id) => history.findLastIndex((_, index) => matches(index, id));
    const exact = newest(cause?.cause.id);
    return history[exact < 0 ? newest() : exact] ?? history.at(-1) ?? history[0];
}
/** Adds the latest answers of other DNS servers: rounds of a healthy site don't query them. */
function withLatestDnsServers(evidence, history) {
    const last = evidence.resolvers ?? history.findLast(({ resolvers }) => resolvers !== undefined)?.resolvers;
    return last === undefined ? evidence : { ...evidence, resolvers: last };
}
function timelineOf({ judgments }, history) {
    return judgments.flatMap((judgment, index) => {
        const evidence = history[index];
        return evidence === undefined ? [] : [entryOf(evidence, judgment)];
    });
}
function entryOf(evidence, { verdict, findings }) {
    return {
        at: new Date(evidence.at).toISOString(),
        verdict,
        cause: findings[0]?.cause.id ?? '',
        edge: outcome(evidence.edge),
        origin: (evidence.origins ?? []).map(outcome).join(', '),
        ...(evidence.skipped !== undefined && { skipped: skippedOf(evidence.skipped) }),
    };
}
function skippedOf({ healthy, unhealthy, inconclusive, identical, }) {
    return { rounds: healthy + unhealthy + inconclusive, failed: unhealthy, identical };
}
/** `200`, `connection refused`; empty when nothing was requested. */
function outcome(exchange) {
    if (exchange === undefined)
        return '';
    if (exchange.kind === 'completed') {
        const damage = (0,_diagnosis_facts_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .encodingDamage */ .hk)(exchange);
        return damage === undefined ? String(exchange.head.status) : `${exchange.head.status}, ${damage}`;
    }
    const { reason, code } = exchange.error;
    // The code may come from the server.
    const printable = /^[A-Z0-9_]{1,60}$/.test(code) ? code : '';
    return (0,_diagnosis_failure_words_js__WEBPACK_IMPORTED_MODULE_1__/* .failureWords */ .A)({ phase: exchange.phase, reason, code: printable }).brief;
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ hopMark),
/* harmony export */   $w: () => (/* binding */ distinguishWords),
/* harmony export */   H1: () => (/* binding */ OWNERS),
/* harmony export */   Ln: () => (/* binding */ hopWords),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   fE: () => (/* binding */ docsOf),
/* harmony export */   j7: () => (/* binding */ MARKS),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   rb: () => (/* binding */ timeOfDay),
/* harmony export */   u9: () => (/* binding */ tlsVersion),
/* harmony export */   uw: () => (/* binding */ stepText),
/* harmony export */   y2: () => (/* binding */ FAULTS),
/* harmony export */   z4: () => (/* binding */ SEEN_FROM)
/* harmony export */ });
/** Readable without color, in a table and in a strip of rounds. */
const MARKS = { healthy: '✓', unhealthy: '✗', inconclusive: '?' };
const HOP_MARKS = { ok: '✓', broken: '✗', unknown: '?' };
/** Where a clue was observed. */
const SEEN_FROM = {
    edge: 'Through Cloudflare',
    origin: 'Direct',
    trace: 'Cloudflare',
    dns: 'DNS',
    certificate: 'Certificate',
    zone: 'Cloudflare API',
    status: 'Cloudflare status page',
};
/** Where the problem is, by who has to act. */
const OWNERS = {
    origin: 'at the origin, not at Cloudflare',
    certificate: "in the origin's certificate, not at Cloudflare",
    dns: 'in the DNS records, not at the origin',
    firewall: 'in the firewall in front of the origin',
    cloudflare: 'at Cloudflare, not at the origin',
    'cloudflare-settings': 'in a Cloudflare setting',
    deploy: 'in the deployment',
    runner: 'on this runner, not at the site',
    unknown: 'unknown',
};
/** What is wrong with a certificate: completes "certificate …". */
const FAULTS = {
    expired: 'expired',
    'not-yet-valid': 'not valid yet',
    'name-mismatch': 'for another name',
    untrusted: 'not trusted',
    'chain-incomplete': 'without its intermediate',
};
const PHASES = {
    resolve: 'DNS',
    connect: 'TCP',
    tls: 'TLS',
    processing: 'first byte',
    transfer: 'transfer',
};
/** `14:03:07`, from ISO 8601 in UTC. */
function timeOfDay(iso) {
    return iso.slice(11, 19);
}
/** `2026-11-23`. */
function dayOf(iso) {
    return iso.slice(0, 10);
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
/** How to confirm that another cause fits, with a space in front; empty when unknown. */
function distinguishWords(distinguishedBy) {
    return distinguishedBy === '' ? '' : ` To confirm: ${distinguishedBy}`;
}
/** The page of a cause in our docs. */
function docsOf(cause) {
    return `https://github.com/origin-gate/origin-gate/blob/v1/docs/causes/${encodeURIComponent(cause)}.md`;
}
/** `TLS 1.3`, from OpenSSL's name of the version. */
function tlsVersion(protocol) {
    return protocol.replace(/^TLSv/, 'TLS ');
}
function hopMark({ state }) {
    return HOP_MARKS[state];
}
/** `Cloudflare SJC ✓`, `origin ✗ connection refused`. The visitor, first on the path, has no mark. */
function hopWords({ name, state, detail }, index) {
    if (index === 0 && state === 'ok')
        return name;
    const words = state === 'ok' ? [name, detail, HOP_MARKS.ok] : [name, HOP_MARKS[state], detail];
    return words.filter((word) => word !== '').join(' ');
}
function stepText({ action, details }) {
    return action + details;
}


/***/ })

};
