export const id = 931;
export const ids = [931];
export const modules = {

/***/ 4025:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ challengeIn),
/* harmony export */   L3: () => (/* binding */ edgeErrorIn),
/* harmony export */   TV: () => (/* binding */ throughCloudflare),
/* harmony export */   ZY: () => (/* binding */ fromCache),
/* harmony export */   fC: () => (/* binding */ traceOf),
/* harmony export */   qj: () => (/* binding */ rayOf),
/* harmony export */   yJ: () => (/* binding */ blockedBy),
/* harmony export */   zP: () => (/* binding */ copyOf)
/* harmony export */ });
/* harmony import */ var _error_page_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7825);

/** Whether Cloudflare answered, or passed the answer on: only it sends these headers. */
function throughCloudflare(exchange) {
    if (exchange?.kind !== 'answered')
        return false;
    const { headers } = exchange.head;
    return headers['cf-ray'] !== undefined || headers['server']?.toLowerCase() === 'cloudflare';
}
/** The error that Cloudflare told, if it told one. Another network may use the same numbers, hence the headers. */
function edgeErrorIn(exchange) {
    return throughCloudflare(exchange) ? (0,_error_page_js__WEBPACK_IMPORTED_MODULE_0__/* .edgeErrorOf */ .P)(exchange.head, exchange.body) : undefined;
}
/** The Ray ID and the data centre that it names, from `cf-ray: <16 hex>-<IATA>`. */
function rayOf(exchange) {
    if (exchange?.kind !== 'answered')
        return;
    const match = /^([0-9a-f]{16})(?:-([A-Z]{3}))?$/.exec(exchange.head.headers['cf-ray'] ?? '');
    return match?.[1] === undefined ? undefined : { id: match[1], colo: match[2] ?? '' };
}
/** Whether the answer came out of Cloudflare's cache, without the origin being asked. */
function fromCache(exchange) {
    if (exchange?.kind !== 'answered')
        return false;
    return ['HIT', 'STALE', 'UPDATING'].includes((exchange.head.headers['cf-cache-status'] ?? '').toUpperCase());
}
/** The state of a copy out of Cloudflare's cache, and how old it is: `HIT, 86 s old`. */
function copyOf(exchange) {
    if (exchange?.kind !== 'answered' || !fromCache(exchange))
        return;
    const { headers } = exchange.head;
    const state = (headers['cf-cache-status'] ?? '').toUpperCase();
    const seconds = /^\d{1,9}$/.exec(headers['age'] ?? '')?.[0];
    return seconds === undefined ? state : `${state}, ${ageOf(Number(seconds))} old`;
}
function ageOf(seconds) {
    if (seconds < 120)
        return `${seconds} s`;
    if (seconds < 7200)
        return `${Math.round(seconds / 60)} min`;
    return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}
/** Whether `/cdn-cgi/trace` answered as only Cloudflare does; with the data centre. */
function traceOf(exchange) {
    if (exchange?.kind !== 'answered' || exchange.head.status !== 200)
        return;
    const { text } = exchange.body;
    if (!/^fl=/m.test(text) || !/^visit_scheme=/m.test(text))
        return;
    return { colo: /^colo=([A-Z]{3})$/m.exec(text)?.[1] ?? '' };
}
/** Whether an answer is the page of a block: the same title as that of the challenges before 2023, and other words. */
function blockedBy(exchange) {
    if (!throughCloudflare(exchange) || exchange.head.status !== 403)
        return false;
    const { text } = exchange.body;
    return text.includes('id="cf-error-details"') && text.includes('data-translate="block_headline"');
}
/**
 * How an answer shows that it is a challenge, which only a browser passes. The header is the sign that Cloudflare
 * documents; before 2023 there was only the page. Scripts of the challenge platform are in healthy pages too.
 */
function challengeIn(exchange) {
    if (!throughCloudflare(exchange))
        return;
    const { head, body } = exchange;
    // Anything else with that header is an application that passes on what it got from another site.
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


/***/ }),

/***/ 7825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ edgeErrorOf)
/* harmony export */ });
/**
 * Reads the error that the edge tells in an answer, in any of its forms and template generations.
 * `/cdn-cgi/` or a Ray ID in a body proves nothing: Cloudflare injects scripts into pages of the origin.
 */
function edgeErrorOf(head, body) {
    if (head.status < 400)
        return;
    const text = body.text;
    const told = fromJson(text) ?? fromMarkdown(text) ?? fromText(text) ?? fromHtml(head, text);
    return told !== undefined && goesWith(told.code, head.status) ? told : fromStatus(head);
}
/**
 * Whether Cloudflare tells a code with this status. An application that relays the error of another site relays the
 * body, mostly under a status of its own: then it is no word of Cloudflare's about this one.
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
/** RFC 9457 problem details; reports that drop members exist, so only the two that matter are asked for. */
function fromJson(text) {
    if (!text.trimStart().startsWith('{'))
        return;
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return;
    }
    if (!isRecord(value) || value['cloudflare_error'] !== true)
        return;
    const { error_code: code, error_category: category } = value;
    if (!isErrorCode(code))
        return;
    return { code, form: 'json', ...(typeof category === 'string' && { category }) };
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
/** From its first byte on: a page that shows such a page as an example begins otherwise. */
const BARE = /^\s*(<html>\s*<head><title>[^<]{0,100}<\/title>(<\/head>)?\s*<body[^>]{0,40}>\s*)?(<center>[^\n]{0,200}<\/center>\s*){1,2}<hr><center>cloudflare(-nginx)?<\/center>/;
function fromHtml(head, text) {
    // The unbranded page is nginx's frame with another footer: what Cloudflare shows when it failed by itself.
    if (BARE.test(text))
        return { code: head.status, form: 'bare' };
    // A customer's own page keeps the box and its class; its prose may speak of another error.
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
/** A zone's custom page may hide the code everywhere but in the status. */
function fromStatus(head) {
    const ours = (head.status >= 520 && head.status <= 526) || head.status === 530;
    return ours ? { code: head.status, form: 'status' } : undefined;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null;
}
function isErrorCode(code) {
    return Number.isInteger(code) && Number(code) >= 400 && Number(code) < 2000;
}


/***/ }),

/***/ 9185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cv: () => (/* binding */ rangesIn),
/* harmony export */   fC: () => (/* binding */ inCloudflareRanges)
/* harmony export */ });
/* unused harmony export CLOUDFLARE_RANGES */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

/** Cloudflare's published ranges, https://www.cloudflare.com/ips/, as of August 2026. */
const CLOUDFLARE_RANGES = [
    '173.245.48.0/20',
    '103.21.244.0/22',
    '103.22.200.0/22',
    '103.31.4.0/22',
    '141.101.64.0/18',
    '108.162.192.0/18',
    '190.93.240.0/20',
    '188.114.96.0/20',
    '197.234.240.0/22',
    '198.41.128.0/17',
    '162.158.0.0/15',
    '104.16.0.0/13',
    '104.24.0.0/14',
    '172.64.0.0/13',
    '131.0.72.0/22',
    '2400:cb00::/32',
    '2606:4700::/32',
    '2803:f800::/32',
    '2405:b500::/32',
    '2405:8100::/32',
    '2a06:98c0::/29',
    '2c0f:f248::/32',
];
/** A list that was fetched holds this many ranges at least; Cloudflare has had more for ten years. */
const FEWEST = 5;
/** Larger networks than these nobody has: who names one means to take in the whole internet. */
const SHORTEST_PREFIX = { 4: 8, 6: 16 };
const LONGEST_LIST = 10_000;
/**
 * The ranges of https://www.cloudflare.com/ips-v4 or -v6, one a line. Undefined unless every line is a range of that
 * family: the address once gave a page of HTML under 200.
 */
function rangesIn(text, family) {
    if (text.length > LONGEST_LIST)
        return undefined;
    const lines = text.trim().split(/\r?\n/);
    return lines.length >= FEWEST && lines.every((line) => isRange(line, family)) ? lines : undefined;
}
function isRange(line, family) {
    const [, network = '', prefix = ''] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(line) ?? [];
    const right = family === 4 ? (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(network) : (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(network);
    return right && Number(prefix) >= SHORTEST_PREFIX[family] && Number(prefix) <= (family === 4 ? 32 : 128);
}
const lists = new WeakMap();
function listOf(ranges) {
    const known = lists.get(ranges);
    if (known !== undefined)
        return known;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    for (const range of ranges) {
        const [network = '', prefix = ''] = range.split('/');
        list.addSubnet(network, Number(prefix), network.includes(':') ? 'ipv6' : 'ipv4');
    }
    lists.set(ranges, list);
    return list;
}
/**
 * Whether an address is one of Cloudflare's. Sufficient, not necessary: customers who bring their own
 * ranges are proxied from addresses outside this list.
 *
 * @param ranges a fresher list than the one that is built in; empty where there is none
 */
function inCloudflareRanges(address, ranges = []) {
    const list = listOf(ranges.length === 0 ? CLOUDFLARE_RANGES : ranges);
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(address))
        return list.check(address, 'ipv4');
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address) && list.check(address, 'ipv6');
}


/***/ }),

/***/ 3842:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CK: () => (/* binding */ closedWithoutAByte),
/* harmony export */   Ej: () => (/* binding */ malformation),
/* harmony export */   J5: () => (/* binding */ looseStatus),
/* harmony export */   NG: () => (/* binding */ resetBeforeAnswer),
/* harmony export */   Ui: () => (/* binding */ endsInHead),
/* harmony export */   Uo: () => (/* binding */ saysTls),
/* harmony export */   VV: () => (/* binding */ cutShort),
/* harmony export */   YV: () => (/* binding */ headersTooLarge)
/* harmony export */ });
/* unused harmony export CLOUDFLARE_HEADER_LIMIT */
/** Facts about answers that are none, or not valid ones: what came over the wire beneath HTTP. */
/** Cloudflare takes no more than this many bytes of response headers. */
const CLOUDFLARE_HEADER_LIMIT = 128 * 1024;
/** The headers are more than Cloudflare takes. */
function headersTooLarge(exchange) {
    if (exchange === undefined)
        return false;
    const overflow = exchange.kind === 'broken' && exchange.error.code === 'UND_ERR_HEADERS_OVERFLOW';
    return overflow || (exchange.wire?.headBytes ?? 0) > CLOUDFLARE_HEADER_LIMIT;
}
/** A whole head came, and the body ended before its end, or is in pieces that do not fit together. */
function cutShort(exchange) {
    if (exchange?.kind !== 'broken' || exchange.phase !== 'transfer')
        return false;
    return ['closed', 'reset', 'protocol'].includes(exchange.error.reason);
}
/** The answer ended in the middle of its head, by a close. */
function endsInHead(exchange) {
    return (exchange?.kind === 'broken' &&
        exchange.phase === 'processing' &&
        exchange.error.reason === 'closed' &&
        exchange.error.received > 0 &&
        fault(exchange) === undefined);
}
/** The connection was closed without a byte. */
function closedWithoutAByte(exchange) {
    return (exchange?.kind === 'broken' &&
        exchange.phase === 'processing' &&
        exchange.error.reason === 'closed' &&
        exchange.error.received === 0);
}
/** The connection stood, and was reset before the head of an answer was complete. */
function resetBeforeAnswer(exchange) {
    return exchange?.kind === 'broken' && exchange.phase === 'processing' && exchange.error.reason === 'reset';
}
/**
 * What makes an answer no valid HTTP, in words that complete "the origin …"; undefined when nothing does. Bytes of TLS in the
 * place of an answer are no fault of HTTP.
 */
function malformation(exchange) {
    if (exchange?.kind !== 'broken' || exchange.phase !== 'processing')
        return;
    const { reason, received } = exchange.error;
    if (headersTooLarge(exchange) || received === 0)
        return;
    if (reason === 'closed' || reason === 'other')
        return fault(exchange);
    if (reason !== 'protocol')
        return;
    if (looseStatus(exchange) !== undefined)
        return 'sends headers that only a lenient reader takes for HTTP';
    return saysTls(exchange.wire) ? undefined : (fault(exchange) ?? 'sends headers that are not valid HTTP');
}
/**
 * The status of an answer that our reader turned down for what others may put up with; undefined when it is not such a one.
 */
function looseStatus(exchange) {
    if (exchange?.kind !== 'broken' || exchange.phase !== 'processing')
        return;
    if (exchange.error.reason !== 'protocol' || exchange.wire?.loose !== true || headersTooLarge(exchange))
        return;
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(exchange.wire.opening)?.[1];
    return status === undefined ? undefined : Number(status);
}
/** What tells an answer's beginning from one of HTTP. */
function fault({ wire, error }) {
    if (wire === undefined)
        return;
    const [first = ''] = wire.opening.split(/\r?\n/);
    if (/^SSH-\d/.test(first))
        return 'greets as an SSH server';
    if (/^(220|554)[ -]/.test(first))
        return 'greets as a mail or FTP server';
    if (/^(Status|Content-type):/i.test(first))
        return 'sends headers without a status line';
    if (/^\s*<(!doctype|html|head|body|\?xml)/i.test(wire.opening))
        return 'sends its page without any headers';
    if (!'HTTP/'.startsWith(first.slice(0, 5)))
        return 'answers with what is not HTTP';
    if (/^HTTP\/1\.[01] 101\b/.test(first))
        return 'switches to a protocol that nobody asked for';
    if (/^HTTP\/1\.[01] 100\b/.test(first))
        return 'says 100 Continue to who did not ask';
    if (error.code === 'CONNECTION_GONE')
        return 'answers before it is asked';
    if (framedTwice(wire))
        return 'says more than once where its page ends';
    // One that was cut off may have been going to be valid.
    if (wire.opening.length > first.length && !/^HTTP\/1\.[01] [1-9]\d\d( |$)/.test(first))
        return 'sends a status line that is not valid';
    return;
}
/** Several lengths, or one beside chunks: two readers may disagree on where the answer ends (RFC 9112, section 6.3). */
function framedTwice({ contentLength, transferEncoding }) {
    return contentLength.length > 1 || (contentLength.length === 1 && transferEncoding.length > 0);
}
/** A record of TLS (RFC 8446, section 5.1): an alert or a handshake, in version 3. */
function saysTls(wire) {
    return wire !== undefined && ['\x15\x03', '\x16\x03'].includes(wire.opening.slice(0, 2));
}


/***/ }),

/***/ 4588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ contentOf),
/* harmony export */   g: () => (/* binding */ lacking)
/* harmony export */ });
/* harmony import */ var _trails_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9352);

/** Whether all that the user expects is in an answer, whatever its status: `unsure` when nobody could tell. */
function contentOf(moment, exchange) {
    const { expectedBody, expectedHeader } = moment.asked;
    if (expectedBody === undefined && expectedHeader === undefined)
        return 'found';
    if (exchange?.kind !== 'answered')
        return 'unsure';
    // What visitors get is at the other host, where the direct probe has no business.
    if ((0,_trails_js__WEBPACK_IMPORTED_MODULE_0__/* .followsVisitors */ .QY)(moment, exchange))
        return 'found';
    if (exchange.trail?.end === 'elsewhere')
        return 'missing';
    const { body, header } = exchange.content ?? {};
    const seen = [
        ...(expectedBody === undefined ? [] : [body]),
        ...(expectedHeader === undefined ? [] : [header]),
    ];
    if (seen.includes('missing'))
        return 'missing';
    return seen.every((presence) => presence === 'found') ? 'found' : 'unsure';
}
/** What an answer lacks, to go on after its status; empty when it lacks nothing. */
function lacking(exchange) {
    const { body, header } = (exchange?.kind === 'answered' ? exchange.content : undefined) ?? {};
    const lacks = [
        ...(body === 'missing' ? ['the expected text'] : []),
        ...(header === 'missing' ? ['the expected header'] : []),
    ];
    return lacks.length === 0 ? '' : ` without ${lacks.join(' and ')}`;
}


/***/ }),

/***/ 8150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ servedCopy),
/* harmony export */   $r: () => (/* binding */ edgeSaid),
/* harmony export */   EN: () => (/* binding */ tunnelled),
/* harmony export */   EZ: () => (/* binding */ served),
/* harmony export */   H0: () => (/* binding */ gatewayErrorOfCloudflare),
/* harmony export */   IY: () => (/* binding */ proxied),
/* harmony export */   Id: () => (/* binding */ answersWell),
/* harmony export */   JO: () => (/* binding */ givenByOrigin),
/* harmony export */   Km: () => (/* binding */ servedFresh),
/* harmony export */   LE: () => (/* binding */ cleared),
/* harmony export */   Lp: () => (/* binding */ originNotFound),
/* harmony export */   Mf: () => (/* binding */ failedWith),
/* harmony export */   PG: () => (/* binding */ edgeReachable),
/* harmony export */   QO: () => (/* binding */ broke),
/* harmony export */   ZB: () => (/* binding */ cloudflareWrote),
/* harmony export */   _L: () => (/* binding */ patience),
/* harmony export */   bh: () => (/* binding */ recordLeadsElsewhere),
/* harmony export */   cN: () => (/* binding */ certificateFault),
/* harmony export */   gI: () => (/* binding */ originSound),
/* harmony export */   gt: () => (/* binding */ failsPastCache),
/* harmony export */   iZ: () => (/* binding */ chokesOnCloudflare),
/* harmony export */   iq: () => (/* binding */ unreached),
/* harmony export */   ju: () => (/* binding */ putUpWith),
/* harmony export */   jw: () => (/* binding */ statusExpected),
/* harmony export */   lS: () => (/* binding */ visitorsSee),
/* harmony export */   np: () => (/* binding */ surelyOfCloudflare),
/* harmony export */   p2: () => (/* binding */ asExpected),
/* harmony export */   py: () => (/* binding */ edgeMayFail),
/* harmony export */   u3: () => (/* binding */ zoneSaid),
/* harmony export */   u6: () => (/* binding */ notLetIn),
/* harmony export */   vY: () => (/* binding */ beside),
/* harmony export */   vn: () => (/* binding */ withoutPool),
/* harmony export */   vr: () => (/* binding */ edgeCode),
/* harmony export */   yq: () => (/* binding */ relayedByOrigin),
/* harmony export */   z$: () => (/* binding */ undecodable)
/* harmony export */ });
/* harmony import */ var _cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4025);
/* harmony import */ var _cloudflare_error_page_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7825);
/* harmony import */ var _cloudflare_ranges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9185);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3842);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4588);
/* harmony import */ var _trails_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9352);






/** Broke in that phase, and if reasons are named, for one of them. */
function broke(exchange, phase, ...reasons) {
    if (exchange?.kind !== 'broken' || exchange.phase !== phase)
        return false;
    return reasons.length === 0 || reasons.includes(exchange.error.reason);
}
/** No connection came about, and not because somebody said no. */
function unreached(exchange) {
    if (exchange.kind === 'answered' || (exchange.phase !== 'resolve' && exchange.phase !== 'connect'))
        return false;
    return exchange.error.reason !== 'refused' && exchange.error.reason !== 'reset';
}
/** The runner has a network: the neutral address answered, or somebody else gave it a connection. */
function cleared({ neutral, edge, control, origin }) {
    if (neutral?.kind === 'answered')
        return true;
    return [edge, control, origin].some((exchange) => exchange !== undefined && !unreached(exchange));
}
/** Answered with a status that the user expects, or sent to another host as visitors are. Not where no page ever comes. */
function statusExpected(moment, exchange) {
    if (exchange?.kind !== 'answered' || (0,_trails_js__WEBPACK_IMPORTED_MODULE_1__/* .endless */ .bK)(exchange) !== undefined)
        return false;
    if ((0,_trails_js__WEBPACK_IMPORTED_MODULE_1__/* .deadEnd */ .Cy)(exchange) !== undefined)
        return false;
    if ((0,_trails_js__WEBPACK_IMPORTED_MODULE_1__/* .followsVisitors */ .QY)(moment, exchange))
        return true;
    const { status } = exchange.head;
    return moment.asked.expectedStatus.some(([from, to]) => status >= from && status <= to);
}
/** Answered with a status that the user expects, and a body that decompresses: the way there is sound, whatever it says. */
function answersWell(moment, exchange) {
    return statusExpected(moment, exchange) && !undecodable(exchange);
}
/** Answered with all that the user expects: status, body and header. */
function asExpected(moment, exchange) {
    return answersWell(moment, exchange) && (0,_content_js__WEBPACK_IMPORTED_MODULE_2__/* .contentOf */ .$)(moment, exchange) === 'found';
}
/** What is wrong with the compression of an answer's body, if it is. */
function undecodable(exchange) {
    const coding = exchange?.kind === 'answered' ? exchange.body.coding : undefined;
    return coding === 'corrupt' || coding === 'truncated' ? coding : undefined;
}
/** The answer, if it has one of these statuses and the user did not expect it. */
function failedWith(moment, exchange, ...statuses) {
    const failed = exchange?.kind === 'answered' &&
        !statusExpected(moment, exchange) &&
        statuses.includes(exchange.head.status);
    return failed ? exchange : undefined;
}
/** Visitors are answered well. */
function served(moment) {
    return answersWell(moment, moment.edge);
}
/** Visitors are answered well, and Cloudflare asked an origin for it just now: for this answer, or for one past its cache. */
function servedFresh(moment) {
    if (!served(moment))
        return false;
    // What another host says, however fresh, tells nothing of this one's origin.
    if ((0,_trails_js__WEBPACK_IMPORTED_MODULE_1__/* .ledAway */ .mE)(moment) && moment.origin !== undefined)
        return (0,_trails_js__WEBPACK_IMPORTED_MODULE_1__/* .sentAwayByOrigin */ .mV)(moment);
    if (!(0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .throughCloudflare */ .TV)(moment.edge))
        return false;
    return !(0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .fromCache */ .ZY)(moment.edge) || freshPastCache(moment);
}
/** Visitors get what is expected, out of Cloudflare's cache. */
function servedCopy(moment) {
    return served(moment) && (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .fromCache */ .ZY)(moment.edge);
}
/** Asked past its cache, Cloudflare got what is expected from an origin. */
function freshPastCache(moment) {
    const { uncached } = moment;
    return answersWell(moment, uncached) && (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .throughCloudflare */ .TV)(uncached) && !(0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .fromCache */ .ZY)(uncached);
}
/**
 * Asked past its cache, Cloudflare tells of a failure of the origin. That a page is not known by another query string, or
 * that the runner is turned away, says nothing about the copy that visitors get; no answer in the time that was left neither.
 */
function failsPastCache(moment) {
    const { uncached } = moment;
    if (!servedCopy(moment) || uncached?.kind !== 'answered' || answersWell(moment, uncached))
        return;
    return uncached.head.status >= 500 && (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .challengeIn */ .F2)(uncached) === undefined ? uncached : undefined;
}
/** The code of the error that Cloudflare told visitors, unless that is what the user expects. */
function edgeCode(moment) {
    return served(moment) ? undefined : (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .edgeErrorIn */ .L3)(moment.edge)?.code;
}
/** What visitors get was written by Cloudflare: an error of its own telling, or a challenge. */
function cloudflareWrote(moment) {
    if (relayedByOrigin(moment))
        return false;
    return edgeCode(moment) !== undefined || (!served(moment) && (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .challengeIn */ .F2)(moment.edge) !== undefined);
}
/** Cloudflare told visitors one of these codes. */
function edgeSaid(moment, ...codes) {
    const code = edgeCode(moment);
    return code !== undefined && codes.includes(code);
}
/** The 5xx that visitors get is Cloudflare's own, not one that it passed on with its branding. */
function gatewayErrorOfCloudflare(moment) {
    const error = (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .edgeErrorIn */ .L3)(moment.edge);
    if (error === undefined || served(moment) || error.code < 500 || error.code > 504)
        return false;
    return error.form === 'bare' || error.category === 'cloudflare';
}
/**
 * Cloudflare told visitors one of these codes about this zone: no application relayed the page of somebody else's, as one
 * does that passes on what an API of another zone answers. Such an origin gives the same page when asked directly.
 */
function zoneSaid(moment, ...codes) {
    return edgeSaid(moment, ...codes) && !relayed(moment);
}
/** The same, and it is no Cloudflare that was asked in the place of the origin: an application passes on what it was told. */
function relayedByOrigin(moment) {
    return relayed(moment) && !(0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .throughCloudflare */ .TV)(moment.origin);
}
/** The origin, asked directly, gives the very error that visitors see on a page of Cloudflare. */
function relayed(moment) {
    const { origin } = moment;
    const code = edgeCode(moment);
    if (code === undefined || origin?.kind !== 'answered')
        return false;
    return told(origin) && (0,_cloudflare_error_page_js__WEBPACK_IMPORTED_MODULE_4__/* .edgeErrorOf */ .P)(origin.head, origin.body)?.code === code;
}
/** By a page, not by the status alone, which is anybody's. */
function told({ head, body }) {
    return (0,_cloudflare_error_page_js__WEBPACK_IMPORTED_MODULE_4__/* .edgeErrorOf */ .P)(head, body)?.form !== 'status';
}
/** Whether there is no doubt that Cloudflare made the page: an origin was asked and does not relay it, or no cache was. */
function surelyOfCloudflare({ origin, edge }) {
    if (origin?.kind === 'answered')
        return true;
    return edge?.kind === 'answered' && edge.head.headers['cf-cache-status'] === undefined;
}
/** What visitors get may be of Cloudflare's own making: its bare page, or a failure over an origin that is fine. */
function edgeMayFail(moment) {
    if (gatewayErrorOfCloudflare(moment) || edgeSaid(moment, 500))
        return true;
    if (!originSound(moment))
        return false;
    const { edge } = moment;
    return (edge?.kind === 'broken' && edge.phase !== 'transfer') || edgeSaid(moment, 502, 504);
}
/**
 * Of the answers that visitors got with the status they get now, how many the origin had given itself, by what Cloudflare
 * counted lately. Undefined without figures.
 */
function givenByOrigin({ figures, edge, }) {
    if (figures === undefined || edge?.kind !== 'answered')
        return;
    const rows = figures.rows.filter((row) => row.edge === edge.head.status);
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    const theirs = rows.reduce((sum, row) => sum + (row.origin === 0 ? 0 : row.count), 0);
    return count === 0 ? undefined : { share: theirs / count, count };
}
/** The token has read that the host's record leads to a tunnel. */
function tunnelled({ zone }) {
    return zone?.record?.kind === 'tunnel';
}
/** The token has read that Cloudflare asks another than the origin of this moment: the record decides, and leads elsewhere. */
function recordLeadsElsewhere({ zone, dialled }) {
    const redirected = zone?.pools !== undefined || zone?.worker === true || zone?.rules?.address === true;
    const { proxied, leadsTo = [] } = zone?.record ?? {};
    return proxied === true && !redirected && leadsTo[(dialled?.position ?? 0) - 1] === false;
}
/** The token has read that the host has a load balancer without a pool that is healthy. */
function withoutPool({ zone }) {
    const pools = zone?.pools ?? [];
    return pools.length > 0 && pools.every(({ healthy }) => healthy === false);
}
/**
 * Whether the site's name leads to Cloudflare: by what answers there, else by the address ranges.
 * Undefined when neither tells.
 */
function proxied(moment) {
    if (edgeReachable(moment))
        return true;
    if (moment.dns?.kind !== 'resolved')
        return;
    return moment.dns.addresses.some(({ address }) => (0,_cloudflare_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .inCloudflareRanges */ .fC)(address, moment.ranges));
}
/** Cloudflare itself answers for the name: its data centre is up, and so is the runner's way to it. */
function edgeReachable(moment) {
    const [first] = moment.edge?.trail?.redirects ?? [];
    // The last answer may come from another host than the site's.
    const answered = first === undefined ? (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .throughCloudflare */ .TV)(moment.edge) : (0,_trails_js__WEBPACK_IMPORTED_MODULE_1__/* .authorOf */ .rM)(first.headers) !== 'unknown';
    return answered || (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .traceOf */ .fC)(moment.control) !== undefined;
}
/** The origin answers the runner well. */
function originSound(moment) {
    return answersWell(moment, moment.origin);
}
/**
 * The direct probe was not let in. While visitors are served this is how a locked origin looks: connection refused or
 * dropped, handshake turned down, a demanded client certificate, or a refusal by status.
 */
function notLetIn({ origin, recheck }) {
    if (origin === undefined)
        return false;
    if (origin.kind === 'broken') {
        if (origin.phase === 'resolve')
            return false;
        if (origin.phase === 'connect' || origin.phase === 'tls')
            return true;
        if (origin.error.alert === 116)
            return true;
        // A second look saw the handshake through, and nobody wanted a certificate: then it is no lock.
        const { finished, alert } = recheck?.greeting ?? {};
        if (finished === true && alert === undefined)
            return false;
        // Under TLS 1.3 a server that wants a client certificate says so only after the handshake, by closing.
        const cut = origin.error.reason === 'closed' || origin.error.reason === 'reset';
        return (origin.phase === 'processing' &&
            cut &&
            origin.error.received === 0 &&
            origin.tls?.protocol === 'TLSv1.3');
    }
    if (origin.head.status === 400)
        return /No required SSL certificate was sent/.test(origin.body.text);
    return origin.head.status === 401 || origin.head.status === 403;
}
/**
 * The direct answer is HTTP for a lenient reader alone, and Cloudflare, which has just been answered, is one. Its status is
 * expected; where a text is, nobody could look for it.
 */
function putUpWith(moment) {
    const { expectedStatus, expectedBody, expectedHeader } = moment.asked;
    const status = (0,_answers_js__WEBPACK_IMPORTED_MODULE_5__/* .looseStatus */ .J5)(moment.origin);
    if (status === undefined || expectedBody !== undefined || expectedHeader !== undefined)
        return false;
    return servedFresh(moment) && expectedStatus.some(([from, to]) => status >= from && status <= to);
}
/** The runner cannot resolve the name it was given for the origin, while Cloudflare has just been answered by one. */
function originNotFound(moment) {
    return broke(moment.origin, 'resolve') && servedFresh(moment);
}
/**
 * The origin fails each time it is asked as Cloudflare asks, and is fine without the fields that only Cloudflare sends. One
 * that fails now and then would have failed twice and been fine once, in that order, by chance alone.
 */
function chokesOnCloudflare(moment) {
    const { origin, recheck } = moment;
    const failed = (exchange) => exchange !== undefined && !answersWell(moment, exchange);
    return failed(origin) && failed(recheck?.again) && answersWell(moment, recheck?.bare);
}
/** Visitors are served, and another origin lets this runner in: so this one could, if it were well. */
function beside(moment) {
    return servedFresh(moment) && moment.dialled?.othersAnswer === true;
}
/** The origin's certificate has this fault, as the direct probe was shown it. */
function certificateFault({ origin }, fault) {
    return origin?.tls?.certificate.faults.includes(fault) === true;
}
/** Visitors are shown a certificate with this fault: the name leads past Cloudflare, or Cloudflare has none for it. */
function visitorsSee({ edge }, fault) {
    return broke(edge, 'tls', 'untrusted') && edge?.tls?.certificate.faults.includes(fault) === true;
}
/** `30 s`, `500 ms`: the time that one request was given. */
function patience({ asked }) {
    return asked.timeout % 1000 === 0 ? `${asked.timeout / 1000} s` : `${asked.timeout} ms`;
}


/***/ }),

/***/ 9352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ deadEnd),
/* harmony export */   QY: () => (/* binding */ followsVisitors),
/* harmony export */   Sx: () => (/* binding */ straysTo),
/* harmony export */   W5: () => (/* binding */ isLogin),
/* harmony export */   bK: () => (/* binding */ endless),
/* harmony export */   ls: () => (/* binding */ foreignHost),
/* harmony export */   mE: () => (/* binding */ ledAway),
/* harmony export */   mV: () => (/* binding */ sentAwayByOrigin),
/* harmony export */   rM: () => (/* binding */ authorOf),
/* harmony export */   t5: () => (/* binding */ journey)
/* harmony export */ });
/* unused harmony export hostOf */
/** The way of redirects that came to no end, if it did not. */
function endless(exchange) {
    const trail = exchange?.trail;
    return trail?.end === 'loop' || trail?.end === 'limit' ? trail : undefined;
}
/**
 * Where visitors are sent to and nobody gets. `nowhere`: the redirect has no URL that a browser goes to; `inside`: it has the
 * address of the visitor's own machine or network; `perhaps`: a name which this runner's resolver places there.
 */
function deadEnd(exchange) {
    const { end, next = '' } = exchange?.trail ?? {};
    if (end === 'nowhere')
        return 'nowhere';
    if (end !== 'barred' || isLogin(next))
        return;
    return /^\[|^[\d.]+$|(?:^|\.)localhost$/.test(hostOf(next)) ? 'inside' : 'perhaps';
}
/** The wall of Cloudflare Access. */
function isLogin(url = '') {
    return hostOf(url).endsWith('.cloudflareaccess.com');
}
/** Visitors are sent from the site's host to another, and get their answer there. */
function ledAway({ asked, edge }) {
    const last = edge?.trail?.redirects.at(-1);
    return last !== undefined && hostOf(last.to) !== hostOf(asked.url);
}
/** The origin, asked directly, leads away from the site's host, and visitors are sent away too. */
function followsVisitors(moment, exchange) {
    return exchange !== moment.edge && exchange?.trail?.end === 'elsewhere' && ledAway(moment);
}
/** The host to which the origin, asked directly, redirects, where that is neither the site's nor one that visitors are led to. */
function straysTo({ asked, edge, origin, }) {
    if (origin?.trail?.end !== 'elsewhere')
        return;
    const host = hostOf(origin.trail.next ?? '');
    const known = [asked.url, ...(edge?.trail?.redirects ?? []).map(({ to }) => to)].map(hostOf);
    return known.includes(host) ? undefined : host;
}
/** The host that an answer came from, when redirects led to another than the site's. */
function foreignHost({ asked, edge }) {
    const last = edge?.trail?.redirects.at(-1);
    const host = last === undefined ? undefined : hostOf(last.to);
    return host === hostOf(asked.url) ? undefined : host;
}
/** It was an origin that sent visitors away, asked by Cloudflare just now; not Cloudflare itself, or its cache. */
function sentAwayByOrigin({ asked, edge }) {
    const leaving = edge?.trail?.redirects.find(({ to }) => hostOf(to) !== hostOf(asked.url));
    return leaving !== undefined && authorOf(leaving.headers) === 'origin';
}
/** Who made a redirect. Cloudflare has no word on its cache where neither that nor an origin was asked. */
function authorOf(headers) {
    const cloudflare = headers['cf-ray'] !== undefined || headers['server']?.toLowerCase() === 'cloudflare';
    if (!cloudflare)
        return 'unknown';
    const state = headers['cf-cache-status']?.toUpperCase();
    if (state === undefined)
        return 'cloudflare';
    return ['HIT', 'STALE', 'UPDATING'].includes(state) ? 'cache' : 'origin';
}
/** A redirect may lead anywhere; what is kept of its URL begins with the host. */
function hostOf(url) {
    return URL.parse(url)?.hostname ?? '';
}
/** The redirects on the way to an answer, to go on after what it was; empty when there was none. */
function journey(exchange) {
    const { redirects = [], end, next = '' } = exchange?.trail ?? {};
    const count = redirects.length;
    const after = count === 1 ? 'after a redirect' : `after ${count} redirects`;
    const last = redirects.at(-1);
    const bare = redirects.some(({ from, to }) => from.startsWith('https:') && to.startsWith('http:'));
    const to = `${shortened(last?.to ?? '')}${bare ? ', in the clear' : ''}`;
    if (end === undefined)
        return last === undefined ? '' : `, ${after} to ${to}`;
    const where = next === '' ? 'nowhere' : `to ${shortened(next)}`;
    return `, leading ${where}${count === 0 ? '' : ` ${after}`}`;
}
function shortened(url) {
    return url.length <= 120 ? url : `${url.slice(0, 119)}…`;
}


/***/ }),

/***/ 8931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ withNames),
/* harmony export */   Dp: () => (/* binding */ shownLook),
/* harmony export */   bu: () => (/* binding */ outcome),
/* harmony export */   hf: () => (/* binding */ timelineOf)
/* harmony export */ });
/* harmony import */ var _diagnosis_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8150);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);


/** The look that the report shows: the newest one that says what the diagnosis says. */
function shownLook({ verdict, cause, looks }, history) {
    const says = (index, id) => looks[index]?.verdict === verdict && (id === undefined || looks[index].findings[0]?.cause.id === id);
    const newest = (id) => history.findLastIndex((_, index) => says(index, id));
    const exact = newest(cause?.cause.id);
    return history[exact < 0 ? newest() : exact] ?? history.at(-1) ?? history[0];
}
/** The same look, with what other DNS servers said last: a look at a site that is well need not ask them. */
function withNames(evidence, history) {
    const last = evidence.resolvers ?? history.findLast(({ resolvers }) => resolvers !== undefined)?.resolvers;
    return last === undefined ? evidence : { ...evidence, resolvers: last };
}
function timelineOf({ looks }, history) {
    return looks.flatMap((look, index) => {
        const evidence = history[index];
        return evidence === undefined ? [] : [lookReportOf(evidence, look)];
    });
}
function lookReportOf(evidence, { verdict, findings }) {
    return {
        at: new Date(evidence.at).toISOString(),
        verdict,
        cause: findings[0]?.cause.id ?? '',
        edge: outcome(evidence.edge),
        origin: (evidence.origins ?? []).map(outcome).join(', '),
        ...(evidence.skipped !== undefined && { skipped: skippedOf(evidence.skipped) }),
    };
}
function skippedOf({ healthy, unhealthy, inconclusive, alike }) {
    return { looks: healthy + unhealthy + inconclusive, failed: unhealthy, alike };
}
/** `200`, `connection refused`; empty when it was not asked. */
function outcome(exchange) {
    if (exchange === undefined)
        return '';
    if (exchange.kind === 'answered') {
        const damage = (0,_diagnosis_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .undecodable */ .z$)(exchange);
        return damage === undefined ? String(exchange.head.status) : `${exchange.head.status}, ${damage}`;
    }
    const { reason, code } = exchange.error;
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .briefly */ .m_)({ phase: exchange.phase, reason, code: /^[A-Z0-9_]{1,60}$/.test(code) ? code : '' });
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FL: () => (/* binding */ toTell),
/* harmony export */   G0: () => (/* binding */ jointWords),
/* harmony export */   H1: () => (/* binding */ OWNERS),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Nx: () => (/* binding */ capital),
/* harmony export */   S$: () => (/* binding */ jointMark),
/* harmony export */   YL: () => (/* binding */ does),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   fE: () => (/* binding */ docsOf),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   j7: () => (/* binding */ MARKS),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   m_: () => (/* binding */ briefly),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   rb: () => (/* binding */ timeOfDay),
/* harmony export */   y2: () => (/* binding */ FAULTS),
/* harmony export */   z4: () => (/* binding */ SEEN_FROM)
/* harmony export */ });
/** Read without colour, in a table and in a strip of looks. */
const MARKS = { healthy: '✓', unhealthy: '✗', inconclusive: '?' };
const JOINT_MARKS = { ok: '✓', broken: '✗', unknown: '?' };
/** Which side a clue was seen from. */
const SEEN_FROM = {
    edge: 'through Cloudflare',
    origin: 'directly',
    control: 'Cloudflare itself',
    dns: 'DNS',
    certificate: 'certificate',
    zone: 'Cloudflare’s API',
    status: 'Cloudflare’s status page',
};
/** Whose problem it is: completes "It lies …". */
const OWNERS = {
    origin: 'at the origin, not at Cloudflare',
    certificate: 'in the origin’s certificate, not at Cloudflare',
    dns: 'in the DNS records, not at the origin',
    firewall: 'in the firewall in front of the origin',
    cloudflare: 'at Cloudflare, not at the origin',
    'cloudflare-settings': 'in a setting at Cloudflare',
    deploy: 'in the deploy',
    runner: 'on this runner, not at the site',
    unknown: 'somewhere that is not known yet',
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
/** How an exchange ended, in two to five words, for tables and the path. */
function briefly({ phase, reason, code }) {
    switch (reason) {
        case 'unresolved':
            return 'name does not resolve';
        case 'refused':
            return 'connection refused';
        case 'unreachable':
            return 'no route';
        case 'timeout':
            return {
                resolve: 'DNS timed out',
                connect: 'connection timed out',
                tls: 'TLS timed out',
                processing: 'accepts, then stays silent',
                transfer: 'answer never ends',
            }[phase];
        case 'reset':
            return 'connection reset';
        case 'closed':
            return phase === 'processing' ? 'closed without an answer' : 'closed too soon';
        case 'untrusted':
            return 'certificate not trusted';
        case 'protocol':
            return phase === 'tls' ? 'TLS handshake failed' : 'not valid HTTP';
        case 'proxy':
            return 'stopped by the runner’s proxy';
        case 'other':
            return code === '' ? 'failed' : `failed: ${code}`;
        default:
            return reason;
    }
}
/** What a server does, as the verb of a sentence: "the origin …". */
function does({ phase, reason, code }, port) {
    switch (reason) {
        case 'unresolved':
            return 'cannot be found: its name does not resolve';
        case 'refused':
            return `refuses the connection on port ${port}`;
        case 'unreachable':
            return 'cannot be reached: the network knows no way there';
        case 'timeout':
            return {
                resolve: 'cannot be found: the DNS does not answer in time',
                connect: `does not answer the connection on port ${port}`,
                tls: 'accepts the connection, then stays silent in the TLS handshake',
                processing: 'takes the request, then stays silent',
                transfer: 'begins an answer and never ends it',
            }[phase];
        case 'reset':
            return `resets the connection ${WHEN[phase]}`;
        case 'closed':
            return `closes the connection ${WHEN[phase]}`;
        case 'untrusted':
            return 'shows a certificate that is not trusted';
        case 'protocol':
            return phase === 'tls' ? `does not speak proper TLS on port ${port}` : 'does not answer in valid HTTP';
        case 'proxy':
            return 'was not looked at: this runner’s own proxy does not let the check through';
        case 'other':
            return code === '' ? 'fails' : `fails with ${code}`;
        default:
            return reason;
    }
}
const WHEN = {
    resolve: 'at once',
    connect: 'at once',
    tls: 'in the TLS handshake',
    processing: 'without an answer',
    transfer: 'in the middle of its answer',
};
/** `62 ms`, `1.2 s`, `30 s`, `4 min 10 s`. */
function duration(milliseconds) {
    if (milliseconds > 0 && milliseconds < 0.5)
        return '<1 ms';
    const ms = Math.max(0, Math.round(milliseconds));
    if (ms < 1000)
        return `${ms} ms`;
    if (ms < 9950)
        return `${Math.round(ms / 100) / 10} s`;
    const seconds = Math.round(ms / 1000);
    if (seconds < 120)
        return `${seconds} s`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
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
/** What would tell two causes apart, to go on after a sentence. */
function toTell(told) {
    return told === '' ? '' : ` To tell: ${told.replace(/[.\s]+$/, '')}.`;
}
function counted(count, noun, plural = `${noun}s`) {
    return `${count} ${count === 1 ? noun : plural}`;
}
/** This product's page on a cause. */
function docsOf(cause) {
    return `https://github.com/origin-gate/origin-gate/blob/v1/docs/causes/${encodeURIComponent(cause)}.md`;
}
/** `a, b and c`. */
function listed(items) {
    if (items.length < 2)
        return items.join('');
    return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
function jointMark({ state }) {
    return JOINT_MARKS[state];
}
/** `Cloudflare SJC ✓`, `origin ✗ connection refused`. The visitor, first on the way, needs no mark. */
function jointWords({ name, state, detail }, index) {
    if (index === 0 && state === 'ok')
        return name;
    const words = state === 'ok' ? [name, detail, JOINT_MARKS.ok] : [name, JOINT_MARKS[state], detail];
    return words.filter((word) => word !== '').join(' ');
}


/***/ })

};
