export const id = 402;
export const ids = [402];
export const modules = {

/***/ 6464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yJ: () => (/* binding */ blockedBy),
  F2: () => (/* binding */ challengeIn),
  L3: () => (/* binding */ edgeErrorIn),
  ZY: () => (/* binding */ fromCache),
  qj: () => (/* binding */ rayOf),
  TV: () => (/* binding */ throughCloudflare),
  fC: () => (/* binding */ traceOf)
});

;// CONCATENATED MODULE: ./lib/cloudflare/error-page.js
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
function fromHtml(head, text) {
    // The unbranded page is nginx's frame with another footer: what Cloudflare shows when it failed by itself.
    if (/<hr><center>cloudflare(-nginx)?<\/center>/.test(text))
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

;// CONCATENATED MODULE: ./lib/cloudflare/answer.js

/** Whether Cloudflare answered, or passed the answer on: only it sends these headers. */
function throughCloudflare(exchange) {
    if (exchange?.kind !== 'answered')
        return false;
    const { headers } = exchange.head;
    return headers['cf-ray'] !== undefined || headers['server']?.toLowerCase() === 'cloudflare';
}
/** The error that Cloudflare told, if it told one. Another network may use the same numbers, hence the headers. */
function edgeErrorIn(exchange) {
    return throughCloudflare(exchange) ? edgeErrorOf(exchange.head, exchange.body) : undefined;
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

/***/ 9185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ inCloudflareRanges)
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
const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
for (const range of CLOUDFLARE_RANGES) {
    const [network = '', prefix = ''] = range.split('/');
    list.addSubnet(network, Number(prefix), network.includes(':') ? 'ipv6' : 'ipv4');
}
/**
 * Whether an address is one of Cloudflare's. Sufficient, not necessary: customers who bring their own
 * ranges are proxied from addresses outside this list.
 */
function inCloudflareRanges(address) {
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
/* harmony export */   NG: () => (/* binding */ resetBeforeAnswer),
/* harmony export */   Ui: () => (/* binding */ endsInHead),
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
    return saysTls(exchange.wire) ? undefined : (fault(exchange) ?? 'sends headers that are not valid HTTP');
}
/** What tells an answer's beginning from one of HTTP. */
function fault({ wire }) {
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

/***/ 3763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hE: () => (/* binding */ CAUSES),
  a0: () => (/* binding */ causeById),
  EJ: () => (/* reexport */ unexplained)
});

;// CONCATENATED MODULE: ./lib/domain/cause.js
/** Makes a cause of its words and its rule. */
function defineCause(spec) {
    const { needs, match, ...words } = spec;
    const complete = (moment) => needs.every((need) => moment[need] !== undefined);
    return { ...words, explain: (moment) => (complete(moment) ? match(moment) : undefined) };
}

// EXTERNAL MODULE: ./lib/cloudflare/answer.js + 1 modules
var answer = __webpack_require__(6464);
// EXTERNAL MODULE: ./lib/diagnosis/content.js
var content = __webpack_require__(4588);
// EXTERNAL MODULE: ./lib/diagnosis/facts.js
var facts = __webpack_require__(8150);
// EXTERNAL MODULE: ./lib/diagnosis/generator.js
var diagnosis_generator = __webpack_require__(2472);
// EXTERNAL MODULE: ./lib/diagnosis/trails.js
var trails = __webpack_require__(9352);
;// CONCATENATED MODULE: ./lib/diagnosis/clues.js





/** What each side was seen to do, in the order edge, origin, Cloudflare itself: the clues of most causes. */
function cluesOf(moment, ...more) {
    const [first, ...rest] = [
        edgeClue(moment),
        ...originClue(moment),
        ...recheckClues(moment),
        ...more,
        ...controlClue(moment),
    ];
    return [first ?? { from: 'edge', text: 'Nothing was seen.' }, ...rest];
}
function edgeClue(moment) {
    if ((0,answer/* challengeIn */.F2)(moment.edge) !== undefined) {
        return { from: 'edge', text: 'This runner gets a challenge of Cloudflare instead of the page.' };
    }
    const code = (0,facts/* edgeCode */.vr)(moment) ?? 0;
    const turnedAway = (code >= 1005 && code <= 1012) || code === 1015 || code === 1020;
    const who = turnedAway || (moment.control !== undefined && !(0,facts/* edgeReachable */.PG)(moment))
        ? 'This runner gets'
        : 'Visitors get';
    return { from: 'edge', text: `${who} ${seen(moment, moment.edge)}${(0,trails/* journey */.t5)(moment.edge)}.` };
}
function originClue(moment) {
    const { origin, dialled } = moment;
    if (origin === undefined || dialled === undefined)
        return [];
    const which = dialled.of > 1 ? `Origin ${dialled.position} of ${dialled.of}` : 'The origin';
    return [
        {
            from: 'origin',
            text: `${which}, asked directly on port ${dialled.port}, gives ${seen(moment, origin)}${(0,trails/* journey */.t5)(origin)}.`,
        },
    ];
}
/** What the origin gave when it was asked in another way. */
function recheckClues(moment) {
    const { bare, http2, kept } = moment.recheck ?? {};
    const without = `Without the fields that only Cloudflare sends, it gives ${seen(moment, bare)}.`;
    const cutOff = kept?.reused === true && kept.exchange.kind === 'broken';
    const second = cutOff && `To a second request on the same connection, it gives ${seen(moment, kept.exchange)}.`;
    const over2 = http2?.agreed === true && `Over HTTP/2, it gives ${seen(moment, http2.exchange)}.`;
    return [
        ...((0,facts/* chokesOnCloudflare */.iZ)(moment) ? [{ from: 'origin', text: without }] : []),
        ...(second === false ? [] : [{ from: 'origin', text: second }]),
        ...(over2 === false ? [] : [{ from: 'origin', text: over2 }]),
    ];
}
/** Goes on after what an origin does when it is asked as Cloudflare asks. */
function unlessBare(moment) {
    return (0,facts/* chokesOnCloudflare */.iZ)(moment) ? ', and is fine without the fields that only Cloudflare sends' : '';
}
function controlClue({ control }) {
    const trace = (0,answer/* traceOf */.fC)(control);
    if (trace === undefined)
        return [];
    const where = trace.colo === '' ? '' : ` in ${trace.colo}`;
    return [
        { from: 'control', text: `Cloudflare${where} answers for the name by itself: the way there is open.` },
    ];
}
const BROKE = {
    unresolved: 'its name does not resolve',
    refused: 'the connection is refused',
    unreachable: 'the network knows no way there',
    timeout: 'no answer in time',
    reset: 'the connection is reset',
    closed: 'the connection is closed without a whole answer',
    untrusted: 'its certificate is not trusted',
    protocol: 'what comes back is not the protocol that was asked for',
    other: 'the connection fails',
};
function seen(moment, exchange) {
    if (exchange === undefined)
        return 'nothing that we looked at';
    if (exchange.kind === 'answered')
        return answerSeen(exchange);
    const { phase, error } = exchange;
    if (error.reason === 'timeout') {
        const step = {
            resolve: 'name',
            connect: 'connection',
            tls: 'TLS handshake',
            processing: 'answer',
            transfer: 'end of the answer',
        };
        return `no ${step[phase]} within ${(0,facts/* patience */._L)(moment)}`;
    }
    const empty = error.reason === 'closed' && error.received === 0
        ? 'the connection is closed without a byte'
        : BROKE[error.reason];
    return `no answer: ${empty} (${error.code})`;
}
/** Completes "a compressed body that …". */
const DAMAGE = { corrupt: 'is damaged', truncated: 'lacks its end' };
function answerSeen(exchange) {
    const status = `${exchange.head.status}${(0,content/* lacking */.g)(exchange)}`;
    const damage = (0,facts/* undecodable */.z$)(exchange);
    if (damage !== undefined)
        return `${status} with a compressed body that ${DAMAGE[damage]}`;
    const error = (0,answer/* edgeErrorIn */.L3)(exchange);
    const ray = (0,answer/* rayOf */.qj)(exchange);
    const where = ray?.colo ? `, in ${ray.colo}` : '';
    if (error !== undefined) {
        const code = error.code === exchange.head.status ? '' : ` with code ${error.code}`;
        return `${status}${code} on a page of Cloudflare${where}`;
    }
    const generator = (0,diagnosis_generator/* generatorOf */.b)(exchange);
    return generator === undefined ? `${status}${where}` : `${status} on a page of ${generator.name}${where}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-access-required.js



/** The login wall stands before the site: what is behind it was not seen. */
/* harmony default export */ const cloudflare_access_required = (defineCause({
    id: 'cloudflare-access-required',
    title: 'Cloudflare Access asks the probe to log in',
    category: 'cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare Access sends this check to its login page. The redirect is a good answer of Cloudflare and says nothing about the site behind it.',
    ],
    heals: false,
    lookalikes: [],
    needs: ['edge'],
    match(moment) {
        if (!redirectsToAccess(moment))
            return;
        return {
            outcome: 'inconclusive',
            confidence: 'certain',
            because: 'the answer is a redirect to the login page of Cloudflare Access',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check past Access.',
        steps: [
            'In Cloudflare Zero Trust, under Access → Service credentials, make a service token.',
            `Add a policy with the action Service Auth for that token to the Access application of \`${host}\`.`,
            'Send the token with every probe: `headers` with the lines `CF-Access-Client-Id: …` and `CF-Access-Client-Secret: …`, from secrets. Leave `origin` out then: `headers` are sent to the origin as well.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/cloudflare-one/identity/service-tokens/',
    }),
}));
function redirectsToAccess({ edge }) {
    if (!(0,answer/* throughCloudflare */.TV)(edge) || edge.head.status < 300 || edge.head.status > 399)
        return false;
    return /^https:\/\/[a-z0-9-]+\.cloudflareaccess\.com\//.test(edge.head.headers['location'] ?? '');
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/steps.js
/** Steps that more than one remedy takes. */
function listening({ port }) {
    return `See whether anything listens where Cloudflare dials: \`ss -ltnp 'sport = :${port}'\`. An address of \`127.0.0.1\` is not enough.`;
}
function askDirectly({ host, port, tls }) {
    const url = `${tls ? 'https' : 'http'}://${host}${port === (tls ? 443 : 80) ? '' : `:${port}`}/`;
    return `Ask the origin past Cloudflare, from a machine that it lets in: \`curl -sv -o /dev/null '${url}' --connect-to "::$ORIGIN:${port}"\`.`;
}
const ALLOW_CLOUDFLARE = 'Allow every range of https://www.cloudflare.com/ips/ in each firewall on the way: the cloud’s security group, the host’s own (`nft list ruleset`), and `fail2ban-client status`. Cloudflare sends everybody’s visits from few addresses, so exempt them from rate limits too.';
const COMPARE_RECORD = 'In the Cloudflare dashboard, under DNS → Records, compare the A and AAAA records of the name with the address of the origin. A forgotten AAAA record is enough.';
function showCertificate({ host, port }) {
    return `See what the origin shows: \`openssl s_client -connect $ORIGIN:${port} -servername ${host} </dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName\`.`;
}
const ORIGIN_CA = 'Or install a free certificate of Cloudflare’s Origin CA, valid up to 15 years: dashboard, SSL/TLS → Origin Server.';
const NOT_FULL = 'Do not answer by lowering the mode to Full: it would hide the next fault, and anybody on the way could pose as the origin.';

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-blocked-by-origin.js





/** The origin is up for us and not for Cloudflare. */
/* harmony default export */ const cloudflare_blocked_by_origin = (defineCause({
    id: 'cloudflare-blocked-by-origin',
    title: 'the origin turns Cloudflare away',
    category: 'firewall',
    owner: 'firewall',
    meaning: [
        'The origin answers this runner and turns Cloudflare away: a firewall, a WAF, a rate limiter or a geo block that does not know Cloudflare’s ranges, or knows an old list of them. Cloudflare shows 521 when it is refused, 522 when it is dropped, 520 when it is cut off, 403 when it is told so.',
        'From outside this looks the same as a record in Cloudflare that leads to another address, so it is never certain.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a record in Cloudflare that leads to an old or wrong address',
            told: 'Dashboard, DNS → Records: compare the A and AAAA records with the address that was asked directly.',
        },
        {
            what: 'an Origin Rule that changes the port or the address',
            told: 'Dashboard, Rules → Origin Rules.',
        },
        {
            what: 'an origin that closes idle connections early',
            told: 'A 520 that comes and goes: raise the origin’s keep-alive time above 900 seconds.',
        },
    ],
    needs: ['edge', 'origin'],
    match(moment) {
        if (!(0,facts/* originSound */.gI)(moment))
            return;
        const clues = cluesOf(moment);
        if ((0,facts/* edgeSaid */.$r)(moment, 521, 522)) {
            const how = (0,facts/* edgeSaid */.$r)(moment, 521) ? 'refused (521)' : 'dropped (522)';
            const because = `the origin answers this runner, while Cloudflare’s connections are ${how}`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        const forbidden = (0,facts/* failedWith */.Mf)(moment, moment.edge, 403);
        if (forbidden !== undefined && (0,answer/* throughCloudflare */.TV)(forbidden) && !(0,facts/* cloudflareWrote */.ZB)(moment)) {
            const because = 'the origin answers this runner, and Cloudflare passes on a 403 that it did not make itself';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (!(0,facts/* edgeSaid */.$r)(moment, 520, 523))
            return;
        const because = 'the origin answers this runner, while Cloudflare gets no usable answer from it';
        return { outcome: 'unhealthy', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: 'Let Cloudflare’s current ranges through, everywhere on the way.',
        steps: [
            COMPARE_RECORD,
            ALLOW_CLOUDFLARE,
            'Look for geo blocks and for lists of “bad” addresses that came with a security product.',
            "Watch the origin while you reload the site: `tcpdump -ni any 'dst port 443'` shows whether Cloudflare’s connections arrive.",
            'Keep the list current: fetch it on a schedule, since Cloudflare announces changes only some weeks ahead.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/fundamentals/concepts/cloudflare-ip-addresses/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-challenged.js




/** A challenge is for robots such as we are. It says nothing about what people get. */
/* harmony default export */ const cloudflare_challenged = (defineCause({
    id: 'cloudflare-challenged',
    title: 'Cloudflare challenged the probe',
    category: 'cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare answered this check with a challenge that only a browser passes. Runners share addresses with robots, so this is common. Visitors may be fine: the check does not know, and says so.',
        'It is recognised by the header `cf-mitigated: challenge`, never by a script in the page: Cloudflare puts such scripts into healthy pages too.',
    ],
    heals: false,
    lookalikes: [],
    needs: ['edge'],
    match(moment) {
        const sign = (0,facts/* served */.EZ)(moment) ? undefined : (0,answer/* challengeIn */.F2)(moment.edge);
        if (sign === undefined)
            return;
        return {
            outcome: 'inconclusive',
            confidence: sign === 'header' ? 'certain' : 'likely',
            because: sign === 'header'
                ? 'Cloudflare says so in the header `cf-mitigated`'
                : 'the page is the one that Cloudflare shows while it checks a browser',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check past the challenge.',
        steps: [
            'Send a secret header with every probe: `headers: "X-Gate: ${{ secrets.GATE_TOKEN }}"`.',
            `In the Cloudflare dashboard, under Security → WAF → Custom rules, add a rule that skips the challenge for it: \`http.host eq "${host}" and any(http.request.headers["x-gate"][*] eq "…")\`.`,
            'Bot Fight Mode obeys no rule: if it is on (Security → Bots), turn it off, or use Super Bot Fight Mode, whose rules can skip.',
            'Or run the step on a runner with an address of your own, and skip the challenge for that address.',
            'Do not count the challenge page as success: a site that is down behind it would pass.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-edge-error.js



/** Cloudflare fails by itself: rare, mostly over within minutes. */
/* harmony default export */ const cloudflare_edge_error = (defineCause({
    id: 'cloudflare-edge-error',
    title: 'Cloudflare itself fails',
    category: 'cloudflare',
    owner: 'cloudflare',
    meaning: [
        'The origin is fine when asked directly, and Cloudflare answers with an error of its own making: the bare page with “cloudflare” under a line, or a 500 on its own page. Such an error mostly passes within minutes, while traffic is moved elsewhere.',
        'The same bare page comes when an origin announces a wrong `Content-Length` together with compression, so it is never certain from one place.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a wrong length or a broken gzip of the origin',
            told: '`curl --compressed` at the origin: an error while it decodes. It then fails for the same page every time.',
        },
        {
            what: 'origin-app-down',
            told: 'A branded page (“Bad gateway”, with three icons) is an error that the origin gave Cloudflare.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const clues = cluesOf(moment);
        const ownError = (0,facts/* gatewayErrorOfCloudflare */.H0)(moment) || (0,facts/* edgeSaid */.$r)(moment, 500);
        if (ownError && (0,facts/* originSound */.gI)(moment)) {
            const because = 'the origin is fine when asked directly, and the error page is of Cloudflare’s own making';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (ownError && moment.origin?.kind !== 'answered') {
            const because = 'the error page is of Cloudflare’s own making, and nobody could ask the origin directly';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        if ((0,facts/* edgeSaid */.$r)(moment, 502, 504) && (0,facts/* edgeCode */.vr)(moment) !== undefined && (0,facts/* originSound */.gI)(moment)) {
            const because = 'the origin is fine when asked directly; Cloudflare passes on an error that it may have met on its own way';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        const noAnswer = (0,facts/* broke */.QO)(moment.edge, 'connect') || (0,facts/* broke */.QO)(moment.edge, 'tls') || (0,facts/* broke */.QO)(moment.edge, 'processing');
        if (noAnswer && (0,facts/* originSound */.gI)(moment) && (0,facts/* proxied */.IY)(moment) === true) {
            const because = 'the origin is fine when asked directly, and Cloudflare’s address gives no answer';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        return;
    },
    remedy: () => ({
        summary: 'Wait some minutes and look again; then ask Cloudflare, with the Ray ID.',
        steps: [
            'See https://www.cloudflarestatus.com/ for the data centre that is named in the evidence.',
            'Run this check again: an error of the edge is mostly over within minutes.',
            'If it stays and always hits the same page, see whether the origin compresses it well: `curl -sv --compressed -o /dev/null` at the origin.',
            'Then open a ticket with Cloudflare: give the Ray ID, the data centre and the time in UTC from the evidence.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-rate-limited.js



/** The runner, or somebody with its address, asked too often. */
/* harmony default export */ const cloudflare_rate_limited = (defineCause({
    id: 'cloudflare-rate-limited',
    title: 'Cloudflare limits how often the probe may ask',
    category: 'cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare answers 429 with code 1015: a rate limiting rule of the zone counts this runner’s address, which it may share with others. Visitors may be fine: the check does not know, and says so.',
    ],
    heals: true,
    lookalikes: [
        { what: 'a limit of the origin', told: 'A 429 without Cloudflare’s page comes from the origin.' },
    ],
    needs: ['edge'],
    match(moment) {
        if (!(0,facts/* edgeSaid */.$r)(moment, 1015))
            return;
        return {
            outcome: 'inconclusive',
            confidence: 'certain',
            because: 'Cloudflare says so with code 1015',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Ask less often, or exempt this check from the rule.',
        steps: [
            'Raise `interval`, and see that no other job asks the same site at the same time.',
            'Send a secret header with every probe (`headers`), and exempt it: Cloudflare dashboard, Security → WAF → Rate limiting rules.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1015/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-tunnel-down.js



/** 1033: no cloudflared is connected, so there is no way to the origin at all. */
/* harmony default export */ const cloudflare_tunnel_down = (defineCause({
    id: 'cloudflare-tunnel-down',
    title: 'the Cloudflare Tunnel is down',
    category: 'cloudflare',
    owner: 'origin',
    meaning: [
        'The name leads to a Cloudflare Tunnel, and no `cloudflared` is connected to it: Cloudflare answers 530 with code 1033. The connector has stopped, was not restarted after the deploy, or cannot reach Cloudflare.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a tunnel that runs while the service behind it does not',
            told: 'That is a 502, and the log of cloudflared says that it is “unable to reach the origin service”.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        if (!(0,facts/* edgeSaid */.$r)(moment, 1033))
            return;
        return {
            outcome: 'unhealthy',
            confidence: 'certain',
            because: 'Cloudflare says so with code 1033, which means nothing else',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Start `cloudflared` again where the origin runs.',
        steps: [
            'See whether it runs: `systemctl status cloudflared`, or `docker ps`; read its log: `journalctl -u cloudflared --since -15min`.',
            'Start it: `systemctl restart cloudflared`. It should log four registered connections within seconds.',
            'If it cannot connect, see that the host may reach Cloudflare on port 7844, TCP and UDP.',
            'In Cloudflare Zero Trust, under Networks → Tunnels, see that the tunnel of this name is the one that the connector runs.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/troubleshoot-tunnels/common-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-waf-blocked.js




/** A rule of the zone turned this runner away; others may be let in. */
/* harmony default export */ const cloudflare_waf_blocked = (defineCause({
    id: 'cloudflare-waf-blocked',
    title: 'a rule at Cloudflare blocked the probe',
    category: 'cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare turned this runner away by a rule: by its network (1005), its address (1006 to 1008), its signature (1010), its country (1009) or a rule of the firewall (1020). Visitors may be fine: the check does not know, and says so.',
    ],
    heals: false,
    lookalikes: [
        { what: 'a rule that blocks everybody', told: 'A look from elsewhere, such as a phone without Wi-Fi.' },
    ],
    needs: ['edge'],
    match(moment) {
        const page = !(0,facts/* served */.EZ)(moment) && (0,answer/* blockedBy */.yJ)(moment.edge);
        if (!page && !(0,facts/* edgeSaid */.$r)(moment, 1005, 1006, 1007, 1008, 1009, 1010, 1020))
            return;
        return {
            outcome: 'inconclusive',
            confidence: 'certain',
            because: page
                ? 'the page is the one that Cloudflare shows to whom a rule blocks'
                : `Cloudflare says so with code ${(0,facts/* edgeCode */.vr)(moment)}`,
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check past the rule.',
        steps: [
            `Find the rule: Cloudflare dashboard, Security → Events, filter by host \`${host}\` and by the Ray ID from the evidence.`,
            'Send a secret header with every probe (`headers`), and add a custom rule before the others that skips the remaining rules for requests with that header.',
            'Or run the step on a runner with an address of your own, and allow that address.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-no-such-host.js

/** NXDOMAIN: the name is not in DNS, as far as this runner's resolver knows. */
/* harmony default export */ const dns_no_such_host = (defineCause({
    id: 'dns-no-such-host',
    title: 'the name does not exist in DNS',
    category: 'dns',
    owner: 'dns',
    meaning: [
        'DNS answers that there is no such name (NXDOMAIN): the record was never made or was deleted, the domain has expired, or the zone is not delegated to the name servers that have the record.',
        'A new record may take some minutes to be seen everywhere, and a new delegation up to 24 to 48 hours.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a resolver that keeps an old “no such name”',
            told: 'Another resolver: `dig @1.1.1.1 NAME`. The old answer is kept as long as the zone’s SOA says.',
        },
        { what: 'a misspelt name in the workflow', told: 'The `url` input, letter by letter.' },
    ],
    needs: ['dns'],
    match({ dns, asked }) {
        if (dns.kind !== 'failed' || dns.reason !== 'no-such-host')
            return;
        return {
            outcome: 'unhealthy',
            confidence: 'likely',
            because: 'the runner’s resolver says that the name does not exist; no other resolver was asked',
            clues: [
                {
                    from: 'dns',
                    text: `Asked for ${asked.host}, the runner’s resolver says: no such name (NXDOMAIN).`,
                },
            ],
        };
    },
    remedy: ({ host }) => ({
        summary: 'Make the record, or repair the delegation.',
        steps: [
            `Ask another resolver: \`dig @1.1.1.1 ${host}\` and \`dig +trace ${host}\`, which shows where the name is lost.`,
            'In the Cloudflare dashboard, under DNS → Records, see that the name has an A, AAAA or CNAME record, and that it is proxied (orange).',
            'At the registrar, see that the domain has not expired and that its name servers are the two that Cloudflare names.',
            'If the deploy has just made the record, raise `wait` by some minutes. A new delegation takes up to 48 hours: run the job again later.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-not-proxied.js



/** The name leads past Cloudflare. That alone harms nobody but the origin's privacy. */
/* harmony default export */ const dns_not_proxied = (defineCause({
    id: 'dns-not-proxied',
    title: 'the name does not lead to Cloudflare',
    category: 'dns',
    owner: 'dns',
    meaning: [
        'The name resolves to addresses outside Cloudflare’s ranges, and what answers there does not look like Cloudflare: the record is DNS-only (grey), the zone is paused, or the domain is not delegated to Cloudflare.',
        'If the site answers, it is a warning: visitors are served, but without Cloudflare’s protection, and the origin’s address is in public DNS. If the site fails while the origin is fine, the name leads to the wrong place.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a zone with address ranges of its own',
            told: 'An answer with `cf-ray`, or `/cdn-cgi/trace`: then it is proxied whatever the address.',
        },
    ],
    needs: ['edge', 'dns'],
    match(moment) {
        if ((0,facts/* proxied */.IY)(moment) !== false)
            return;
        const clue = {
            from: 'dns',
            text: `${moment.asked.host} resolves to addresses outside Cloudflare’s ranges.`,
        };
        if ((0,facts/* served */.EZ)(moment) && moment.origin !== undefined && !(0,facts/* originSound */.gI)(moment)) {
            return {
                outcome: 'inconclusive',
                confidence: 'likely',
                because: 'the name leads past Cloudflare to something that answers, and the origin that was given does not: nobody knows whether they are the same',
                clues: cluesOf(moment, clue),
            };
        }
        if ((0,facts/* served */.EZ)(moment)) {
            return {
                outcome: 'warning',
                confidence: 'certain',
                because: 'the name does not lead to Cloudflare: visitors are served without its protection, and the origin’s address is public',
                clues: [clue],
            };
        }
        return {
            outcome: 'unhealthy',
            confidence: (0,facts/* originSound */.gI)(moment) ? 'likely' : 'possible',
            because: (0,facts/* originSound */.gI)(moment)
                ? 'the origin is fine when asked directly, and the name leads neither to it through Cloudflare nor to Cloudflare at all'
                : 'the name leads past Cloudflare to something that fails',
            clues: cluesOf(moment, clue),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Turn the proxy on, and see where the record leads.',
        steps: [
            `See where the name leads: \`dig +short ${host}\`. Addresses of Cloudflare begin for instance with 104.16 to 104.31, 172.64 to 172.71 or 2606:4700.`,
            'In the Cloudflare dashboard, under DNS → Records, set the record to Proxied (orange). If it was turned off to test, turn it on again now.',
            'If all records are grey: the zone may be paused (Overview → Advanced actions), or the registrar names other name servers.',
            'Allow for the old TTL, mostly five minutes, before you look again.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/proxy-status/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-origin-unresolvable.js



/** The record leads to a name, and that name leads nowhere. */
/* harmony default export */ const dns_origin_unresolvable = (defineCause({
    id: 'dns-origin-unresolvable',
    title: 'the origin’s name does not resolve',
    category: 'dns',
    owner: 'dns',
    meaning: [
        'The site’s record in Cloudflare is a CNAME, or a pool of a load balancer, whose target has no address: Cloudflare answers 530 with code 1016. The target was deleted, renamed or misspelt.',
        'While visitors are served and only this runner cannot resolve the name in `origin`, it is a warning: the origin was not looked at.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a load balancer without a pool that resolves',
            told: 'Dashboard, Traffic → Load Balancing: the state of the pools. The page is the same.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        if ((0,facts/* edgeSaid */.$r)(moment, 1016)) {
            const because = 'Cloudflare says so with code 1016, which means nothing else';
            return { outcome: 'unhealthy', confidence: 'certain', because, clues: cluesOf(moment) };
        }
        if (!(0,facts/* served */.EZ)(moment) || !(0,facts/* broke */.QO)(moment.origin, 'resolve'))
            return;
        const because = 'this runner cannot resolve the name in `origin`, so the origin was not looked at';
        if ((0,facts/* servedFresh */.Km)(moment))
            return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) };
        const unseen = `visitors get a cached copy, and ${because}`;
        return { outcome: 'inconclusive', confidence: 'likely', because: unseen, clues: cluesOf(moment) };
    },
    remedy: () => ({
        summary: 'Give the record, and the `origin` input, a target that resolves.',
        steps: [
            'In the Cloudflare dashboard, under DNS → Records, open the CNAME record of the name and copy its target.',
            'Ask for that target: `dig +short TARGET`. No line means that it has no address.',
            'Mend the target where it is hosted, or point the record to the new name.',
            'If the name is known only inside your network, give `origin` an address, or run the step on a runner there.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1016/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/expectations.js


/** Answers well, and something that the user expects is not in it. */
function lacksContent(moment, exchange) {
    return (0,facts/* answersWell */.Id)(moment, exchange) && (0,content/* contentOf */.$)(moment, exchange) === 'missing';
}
/** Why nobody could tell whether a good answer has what the user expects; undefined when it could be told. */
function unsureWhy(moment, exchange) {
    if (!(0,facts/* answersWell */.Id)(moment, exchange) || (0,content/* contentOf */.$)(moment, exchange) !== 'unsure')
        return;
    const { body, header } = (exchange?.kind === 'answered' ? exchange.content : undefined) ?? {};
    if (body === 'undecided' || header === 'undecided')
        return 'the pattern takes too long on what the site sends';
    if (body === 'unread')
        return 'it is not in the first megabyte of the page, and more was not read';
    return 'the site sends this check to where it does not follow';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/edge-stale.js






/** The deploy has reached the origin, and not the visitors. */
/* harmony default export */ const edge_stale = (defineCause({
    id: 'edge-stale',
    title: 'visitors still get the old content',
    category: 'content',
    owner: 'cloudflare-settings',
    meaning: [
        'The origin has the expected content, and what visitors get through Cloudflare lacks it. Mostly it is a copy in Cloudflare’s cache from before the deploy. It also happens when Cloudflare asks another origin than the one that was given, or a Worker answers.',
        'When the answer came from the cache, the page is asked for once more with a query string that no copy has: that tells a cache from another origin.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a record or a rule in Cloudflare that leads to another origin',
            told: 'The answer has `cf-cache-status: DYNAMIC`, `MISS` or `BYPASS`: then no cache is at work.',
        },
        {
            what: 'content that Cloudflare changes on the way',
            told: '`Server` and other headers are replaced, e-mail addresses in pages are obscured (Scrape Shield), scripts are rewritten (Rocket Loader): expect something else.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        if (!(0,facts/* served */.EZ)(moment) || !lacksContent(moment, moment.edge))
            return;
        const { edge, origin, uncached } = moment;
        const clues = cluesOf(moment);
        const atOrigin = (0,facts/* asExpected */.p2)(moment, origin);
        if ((0,facts/* originSound */.gI)(moment) && !atOrigin)
            return;
        const copy = (0,answer/* fromCache */.ZY)(edge);
        const past = (0,facts/* answersWell */.Id)(moment, uncached) && (0,answer/* throughCloudflare */.TV)(uncached) && !(0,answer/* fromCache */.ZY)(uncached);
        if (copy && past && (0,facts/* asExpected */.p2)(moment, uncached)) {
            const because = 'visitors get a copy from Cloudflare’s cache that lacks what is expected; past the cache it is there';
            return { outcome: 'unhealthy', confidence: 'certain', because, clues, form: 'cache' };
        }
        if (!atOrigin) {
            if (!copy || past)
                return;
            const because = 'visitors get a copy from Cloudflare’s cache that lacks what is expected, and nobody could look behind it';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'cache' };
        }
        const told = 'the origin has what is expected, and what visitors get lacks it';
        const because = copy && !past
            ? `${told}: it is a copy from Cloudflare’s cache`
            : `${told}, ${copy ? 'past Cloudflare’s cache too' : 'though it is no copy from the cache'}: Cloudflare seems to ask another origin`;
        const form = copy && !past ? 'cache' : 'elsewhere';
        // It may be one of the others that was asked.
        const confidence = !copy && (moment.dialled?.of ?? 1) > 1 ? 'possible' : 'likely';
        return { outcome: 'unhealthy', confidence, because, clues, form };
    },
    remedy: ({ host, form }) => ({
        summary: form === 'elsewhere'
            ? 'See which origin Cloudflare asks.'
            : 'Purge what has changed from Cloudflare’s cache, after each deploy.',
        steps: form === 'elsewhere'
            ? [
                COMPARE_RECORD,
                'See whether a rule leads elsewhere: Rules → Origin Rules, Workers Routes, Load Balancing.',
                `See whether a cache stands behind Cloudflare: \`curl -sI 'https://${host}/'\`, and the headers \`Age\`, \`X-Cache\` and \`Via\`.`,
            ]
            : [
                'Purge it: dashboard, Caching → Configuration → Purge Cache, by URL. Or in the deploy: `curl -X POST https://api.cloudflare.com/client/v4/zones/ZONE_ID/purge_cache -H "Authorization: Bearer $TOKEN" --json \'{"files":["URL"]}\'`.',
                `Look again: \`curl -sI 'https://${host}/' | grep -i cf-cache-status\` should say \`MISS\`, and then \`HIT\`.`,
                'Pages that change with each deploy: let the origin send `Cache-Control: no-cache`, or take them out of the Cache Rule. Files with a hash in their name may stay as long as they like.',
                'If it still comes back, see whether the origin itself has a cache.',
            ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/cache/how-to/purge-cache/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-down.js




/** The origin's web server is up and says so itself: what stands behind it is not. */
/* harmony default export */ const origin_app_down = (defineCause({
    id: 'origin-app-down',
    title: 'the application behind the origin’s web server is down',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The origin’s own proxy or load balancer (nginx, HAProxy, Apache, an ALB …) answers, and what it answers is 502, or 503 for want of a backend: it cannot get a valid answer from the application behind it. Cloudflare replaces the page of a 502 with its own, so visitors see Cloudflare’s name on an error of the origin.',
        'A 502 is not a 503 or a 504: the web server was refused or got nonsense. It did not wait in vain (504), and it was not told to come back later (503).',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'cloudflare-edge-error',
            told: 'Cloudflare’s own 502 is a bare page with “cloudflare” under a line; the origin, asked directly, is fine.',
        },
        {
            what: 'a tunnel whose local service is down',
            told: 'The DNS record: a tunnel is a CNAME to `cfargotunnel.com`. Then read the log of cloudflared.',
        },
        {
            what: 'a rule of the platform that answers 502 on purpose',
            told: 'The platform’s firewall log, for instance of Google Cloud Armor.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const { origin } = moment;
        const direct = appDownIn(moment, origin);
        if (direct !== undefined)
            return toldDirectly(moment, direct);
        const shown = appDownIn(moment, moment.edge);
        if ((0,facts/* proxied */.IY)(moment) === false && shown !== undefined && !(0,facts/* answersWell */.Id)(moment, origin)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the name leads straight to a web server that says so itself',
                clues: cluesOf(moment),
            };
        }
        if (shown !== undefined && (0,diagnosis_generator/* generatorOf */.b)(shown) !== undefined && origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the page that visitors get was written by the origin’s own proxy',
                clues: cluesOf(moment),
            };
        }
        const another = origin?.kind === 'answered' && !(0,facts/* originSound */.gI)(moment);
        if (!(0,facts/* edgeSaid */.$r)(moment, 502) || (0,facts/* gatewayErrorOfCloudflare */.H0)(moment) || another)
            return;
        return {
            outcome: 'unhealthy',
            confidence: 'possible',
            because: (0,facts/* originSound */.gI)(moment)
                ? 'Cloudflare passes on a 502 that the origin does not give this runner: it asked another origin, or at another moment'
                : 'Cloudflare passes on a 502 that it got from the origin, and the direct probe could not see the origin’s own page',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ port }) => ({
        summary: 'Start the application, or point the web server at where it listens.',
        steps: [
            'On the origin, read why the web server gave up: `tail -n 50 /var/log/nginx/error.log`, or the log of the proxy that you use. “Connection refused” means that the application is down.',
            'See whether the application runs and since when: `systemctl status APP`, or `docker ps`; read its log from this deploy.',
            `Compare the port it listens on (\`ss -ltnp\`) with the one that the web server on port ${port} passes requests to.`,
            'If the deploy restarts the application, start the new one before the old one stops, or raise `wait`.',
            'If the web server has logged no error at all, Cloudflare asks another origin: compare the record under DNS → Records in its dashboard with this one, and see whether a tunnel or a load balancer is in use.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));
/** The answer, if it says that there is no application behind the one who answers. */
function appDownIn(moment, exchange) {
    if (exchange === moment.edge && (0,facts/* edgeSaid */.$r)(moment, 502))
        return; // Cloudflare's page hides who wrote it
    const unavailable = (0,facts/* failedWith */.Mf)(moment, exchange, 503);
    return ((0,facts/* failedWith */.Mf)(moment, exchange, 502) ?? (unavailable && (0,diagnosis_generator/* lacksBackend */.$)(unavailable) ? unavailable : undefined));
}
function toldDirectly(moment, answer) {
    const { status } = answer.head;
    const generator = (0,diagnosis_generator/* generatorOf */.b)(answer);
    const passedOn = (0,facts/* edgeSaid */.$r)(moment, 502) && !(0,facts/* gatewayErrorOfCloudflare */.H0)(moment);
    const both = passedOn || ((0,facts/* failedWith */.Mf)(moment, moment.edge, status) !== undefined && !(0,facts/* edgeSaid */.$r)(moment, 502));
    const told = `${generator?.name ?? 'the origin'} answers ${status} when asked directly`;
    return {
        outcome: 'unhealthy',
        confidence: both && generator?.kind === 'proxy' ? 'certain' : 'likely',
        because: (0,facts/* served */.EZ)(moment)
            ? `${told}; what visitors get may come from a cache or from another origin`
            : told,
        clues: cluesOf(moment),
    };
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-error.js




/** The application itself answers, and says that it failed. Cloudflare passes every 5xx but 502 and 504 on as it is. */
/* harmony default export */ const origin_app_error = (defineCause({
    id: 'origin-app-error',
    title: 'the application answers with an error',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The application runs and answers 500, or another 5xx of its own: an exception, a missing setting, a migration that has not run, a service that it cannot reach. Cloudflare passes the page on as it is.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a Worker in front of the site that fails',
            told: 'A 500 with code 1101, or a 503 with code 1102, on a page of Cloudflare.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const direct = applicationErrorIn(moment, moment.origin);
        const shown = (0,facts/* cloudflareWrote */.ZB)(moment) ? undefined : applicationErrorIn(moment, moment.edge);
        if (direct !== undefined) {
            const told = `the origin answers ${direct.head.status} when asked directly${unlessBare(moment)}`;
            return {
                outcome: 'unhealthy',
                confidence: shown?.head.status === direct.head.status ? 'certain' : 'likely',
                because: (0,facts/* served */.EZ)(moment)
                    ? `${told}; what visitors get may come from a cache or from another origin`
                    : told,
                clues: cluesOf(moment),
            };
        }
        if (shown === undefined)
            return;
        const got = `visitors get a ${shown.head.status} that Cloudflare did not make`;
        return {
            outcome: 'unhealthy',
            confidence: (0,facts/* originSound */.gI)(moment) ? 'possible' : 'likely',
            because: (0,facts/* originSound */.gI)(moment)
                ? `${got}, while the origin is fine when asked directly: it comes and goes, or Cloudflare asks another origin`
                : got,
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Read the application’s own log: it knows why.',
        steps: [
            'Read the application’s log from the time of this check: `journalctl -u APP --since -15min`, or `docker logs --since 15m CONTAINER`.',
            'Compare with the last good deploy: settings and secrets that are missing, migrations that have not run, a dependency that changed.',
            'Roll back if visitors are hurt, then look further.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-500/',
    }),
}));
/** The answer, if it is a 5xx that neither a gateway nor Cloudflare gives. */
function applicationErrorIn(moment, exchange) {
    if (exchange?.kind !== 'answered' || (0,facts/* statusExpected */.jw)(moment, exchange))
        return;
    const { status } = exchange.head;
    return status >= 500 && status !== 502 && status !== 504 && !(0,diagnosis_generator/* lacksBackend */.$)(exchange) ? exchange : undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-timeout.js




/** The origin's web server waited for the application, and gave up before Cloudflare did. */
/* harmony default export */ const origin_app_timeout = (defineCause({
    id: 'origin-app-timeout',
    title: 'the application does not answer the origin’s web server in time',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The origin’s own proxy or load balancer answers 504: it passed the request on, waited, and gave up. nginx waits 60 seconds unless told otherwise. A 504 is not a 502: the application took the request.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'origin-response-timeout',
            told: 'A 524 of Cloudflare: then nothing at the origin gave up, and Cloudflare was the first to lose patience.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const { edge, origin } = moment;
        const direct = (0,facts/* failedWith */.Mf)(moment, origin, 504);
        if (direct !== undefined) {
            const generator = (0,diagnosis_generator/* generatorOf */.b)(direct);
            const both = (0,facts/* edgeSaid */.$r)(moment, 504) || (0,facts/* failedWith */.Mf)(moment, edge, 504) !== undefined;
            const told = `${generator?.name ?? 'the origin'} answers 504 when asked directly`;
            return {
                outcome: 'unhealthy',
                confidence: both && generator?.kind === 'proxy' ? 'certain' : 'likely',
                because: (0,facts/* served */.EZ)(moment)
                    ? `${told}; what visitors get may come from a cache or from another origin`
                    : told,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* proxied */.IY)(moment) === false &&
            (0,facts/* failedWith */.Mf)(moment, edge, 504) !== undefined &&
            origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the name leads straight to a web server that says so itself',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* edgeSaid */.$r)(moment, 504) && !(0,facts/* gatewayErrorOfCloudflare */.H0)(moment) && origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'Cloudflare passes on a 504 that it got from the origin, and the direct probe could not see the origin’s own page',
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: () => ({
        summary: 'Find what the application waits for; raise the limit only if it must take that long.',
        steps: [
            'On the origin, read which upstream timed out: `tail -n 50 /var/log/nginx/error.log`, or the log of the proxy that you use.',
            'Look at the application’s log and its workers from that moment: a lock, a slow query, a service that does not answer.',
            'If the work must take that long, raise the proxy’s limit (`proxy_read_timeout` in nginx), and stay below Cloudflare’s 125 seconds.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-504/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-connect-timeout.js




/** Cloudflare gives up a connection after this many milliseconds and says 522. */
const CLOUDFLARE_CONNECT_LIMIT = 19_000;
/** Packets to the origin vanish: the host is off, or a firewall drops them. */
/* harmony default export */ const origin_connect_timeout = (defineCause({
    id: 'origin-connect-timeout',
    title: 'the origin does not answer connections',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'Nobody gets a connection: packets to the origin vanish without a word. The host is off or overloaded, the address is wrong, or a firewall drops everybody. Cloudflare waits 19 seconds and shows 522.',
        'Silence looks the same whatever its reason, so this is never certain.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            told: 'A direct probe that is answered. If the origin admits only Cloudflare, look at the firewall’s log for Cloudflare’s ranges.',
        },
        {
            what: 'origin-locked-to-cloudflare',
            told: 'The host’s console: if the server is up and healthy there, a firewall drops both this runner and Cloudflare.',
        },
        {
            what: 'a wrong address in DNS or in the `origin` input',
            told: 'The address that the host itself has: `ip -br address` on it, or the provider’s console.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const droppedUs = (0,facts/* broke */.QO)(moment.origin, 'connect', 'timeout');
        if ((0,facts/* edgeSaid */.$r)(moment, 522) && droppedUs) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'neither Cloudflare (522) nor this runner gets a connection',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* edgeSaid */.$r)(moment, 522) && moment.origin?.kind !== 'answered') {
            const alone = moment.origin === undefined
                ? 'nobody asked the origin directly'
                : 'the direct probe failed in another way';
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: `Cloudflare says that its connection got no answer (522), and ${alone}`,
                clues: cluesOf(moment),
            };
        }
        const gaveUpEarly = moment.asked.timeout < CLOUDFLARE_CONNECT_LIMIT;
        if (droppedUs && gaveUpEarly && (0,facts/* edgeReachable */.PG)(moment) && (0,facts/* broke */.QO)(moment.edge, 'processing', 'timeout')) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `this runner gets no connection, and Cloudflare has no answer within ${(0,facts/* patience */._L)(moment)}`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* proxied */.IY)(moment) === false &&
            (0,facts/* broke */.QO)(moment.edge, 'connect', 'timeout') &&
            moment.origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'the name leads straight to a host that does not answer this runner',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* beside */.vY)(moment) && droppedUs) {
            const which = `origin ${moment.dialled?.position} of ${moment.dialled?.of}`;
            const because = `${which} does not answer this runner, while another origin answers it: Cloudflare may be sending visitors there`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return;
    },
    remedy: (place) => ({
        summary: 'Bring the host back, or let Cloudflare through to it.',
        steps: [
            'See in the provider’s console whether the host runs and has its network; look at CPU and memory.',
            askDirectly(place),
            ALLOW_CLOUDFLARE,
            COMPARE_RECORD,
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/',
    }),
}));

// EXTERNAL MODULE: ./lib/diagnosis/answers.js
var answers = __webpack_require__(3842);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-empty-response.js




/** A crash in the middle of a request looks like this: the kernel closes what the process leaves behind. */
/* harmony default export */ const origin_empty_response = (defineCause({
    id: 'origin-empty-response',
    title: 'the origin closes the connection without a byte',
    category: 'http',
    owner: 'origin',
    meaning: [
        'The origin takes the request and closes the connection without sending anything. The process crashes on the request, is killed by a timeout of its own, or something in front of it (nginx with `return 444`, a security module) hangs up on purpose. Cloudflare shows 520 or 502.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a security module that hangs up on purpose',
            told: 'The origin’s access log: a line with status 444, or none while the application’s log shows no crash.',
        },
    ],
    needs: ['edge', 'origin'],
    match(moment) {
        if (!(0,answers/* closedWithoutAByte */.CK)(moment.origin))
            return;
        if ((0,facts/* edgeSaid */.$r)(moment, 520, 502)) {
            return {
                outcome: 'unhealthy',
                // A server that hangs up on strangers on purpose looks the same, and may be broken for Cloudflare in another way.
                confidence: 'likely',
                because: `Cloudflare got no answer that it could use, and the origin gave this runner none at all${unlessBare(moment)}`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* proxied */.IY)(moment) === false && (0,facts/* broke */.QO)(moment.edge, 'processing', 'closed')) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'visitors and the direct probe are both cut off without an answer',
                clues: cluesOf(moment),
            };
        }
        // Under TLS 1.3 a demanded client certificate looks the same, so a served site is given the benefit of the doubt.
        if ((0,facts/* served */.EZ)(moment) && !(0,facts/* notLetIn */.u6)(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the origin hung up on this runner; what visitors get may come from a cache or from another origin',
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: () => ({
        summary: 'Find what ends the process, or who hangs up in its name.',
        steps: [
            'Look for a crash at the time of this check: `journalctl -u SERVICE --since -15min`, `docker ps -a` for restarts, `dmesg | grep -i oom`.',
            'Ask the application past its own web server, on the port behind it; if that works, look at the web server.',
            'Look for rules that close without an answer: `return 444` in nginx, a security module, a worker timeout that is shorter than the request.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/direct.js


/**
 * What it means that an answer of the origin is a failure in itself. `does` completes "the origin …"; `sure` is how sure that
 * is where visitors see the same: `agreed` then says what they see, and is absent where they see something else.
 */
function failsDirectly(moment, does, { agreed, sure }) {
    const told = `the origin, asked directly, ${does}${unlessBare(moment)}`;
    if (agreed !== undefined)
        return {
            outcome: 'unhealthy',
            confidence: sure,
            because: `${told}; ${agreed}`,
            clues: cluesOf(moment),
        };
    return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: (0,facts/* served */.EZ)(moment)
            ? `${told}; what visitors get may come from a cache or from another origin`
            : told,
        clues: cluesOf(moment),
    };
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-headers-too-large.js






/** The answer is good, and too much for Cloudflare before it even begins. */
/* harmony default export */ const origin_headers_too_large = (defineCause({
    id: 'origin-headers-too-large',
    title: 'the headers of the origin’s answer are more than Cloudflare takes',
    category: 'http',
    owner: 'origin',
    meaning: [
        'The headers of the answer are together more than 128 KB, which is what Cloudflare takes. It then shows 520, though the origin answers 200 to anybody else. Mostly it is cookies that are set over and over, a policy header that grew, or debug output in a header.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            told: 'The size: `curl -sD - -o /dev/null` at the origin, and `wc -c`.',
        },
    ],
    needs: ['edge', 'origin'],
    match(moment) {
        const { origin } = moment;
        if (!(0,answers/* headersTooLarge */.YV)(origin))
            return;
        const size = origin.wire?.headBytes;
        const does = `sends ${size === undefined ? 'more headers than this check reads, 256 KB' : `${Math.round(size / 1024)} KB of headers`}, and Cloudflare takes 128 KB`;
        // A whole answer is no failure in itself, and Cloudflare has just taken it, or has not been asked.
        if ((0,facts/* served */.EZ)(moment) && (0,facts/* answersWell */.Id)(moment, origin)) {
            const because = `the origin ${does}; visitors are served all the same`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return failsDirectly(moment, does, {
            sure: 'certain',
            agreed: (0,facts/* edgeSaid */.$r)(moment, 520) ? 'Cloudflare cannot use its answer (520)' : undefined,
        });
    },
    remedy: (place) => ({
        summary: 'Send fewer and shorter headers.',
        steps: [
            askDirectly(place),
            "See which headers are large: `curl -sD - -o /dev/null … | awk '{ print length, substr($0, 1, 40) }' | sort -rn | head`.",
            'Look for `Set-Cookie` in a loop, for sessions kept in cookies, for `Content-Security-Policy` and `Link` lines that a build generates, and for debug headers.',
            'Keep in the session’s store what is in cookies, and merge policies.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-http2-broken.js



/** Codes of an answer that a server may give in all honesty, and that Cloudflare may act upon. */
const POLITE = /_(NO_ERROR|REFUSED_STREAM|HTTP_1_1_REQUIRED)$/;
/** Two protocols on one port, and only one of them works. */
/* harmony default export */ const origin_http2_broken = (defineCause({
    id: 'origin-http2-broken',
    title: 'HTTP/2 fails at the origin, where HTTP/1.1 works',
    category: 'http',
    owner: 'origin',
    meaning: [
        'The origin agrees to HTTP/2 in the TLS handshake, and then resets the stream, ends the connection with GOAWAY, or sends frames that cannot be read. Cloudflare speaks HTTP/2 to every origin that offers it, and shows 520 or 502; `curl --http1.1` and many monitors are served well.',
        'The check asks over HTTP/2 only when Cloudflare could not use an answer and HTTP/1.1 is fine. An origin that does not offer HTTP/2 is no failure.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            told: 'HTTP/2 to the origin switched off in Cloudflare: if the 520 stays, it was not HTTP/2.',
        },
    ],
    needs: ['edge', 'origin'],
    match(moment) {
        const http2 = moment.recheck?.http2;
        if (http2?.agreed !== true || !(0,facts/* originSound */.gI)(moment) || (0,facts/* answersWell */.Id)(moment, http2.exchange))
            return;
        // The server's words, or their absence, once HTTP/2 was agreed upon: what came before is another matter.
        const failed = (0,facts/* broke */.QO)(http2.exchange, 'processing') || (0,facts/* broke */.QO)(http2.exchange, 'transfer');
        if (http2.exchange.kind === 'broken' && !failed)
            return;
        const code = http2.exchange.kind === 'broken' ? http2.exchange.error.code : '';
        const clear = failed && !(0,facts/* broke */.QO)(http2.exchange, 'processing', 'timeout') && !POLITE.test(code);
        return {
            outcome: 'unhealthy',
            confidence: (0,facts/* edgeSaid */.$r)(moment, 520) && clear ? 'certain' : 'likely',
            because: 'the origin is fine over HTTP/1.1 and fails over HTTP/2, which it offers and Cloudflare therefore speaks',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host, port }) => ({
        summary: 'Take HTTP/2 out of the way, then mend it.',
        steps: [
            `See it fail: \`curl -sv --http2 -o /dev/null 'https://${host}/' --connect-to "::$ORIGIN:${port}"\`, and work with \`--http1.1\`.`,
            'At once: dashboard, Speed → Settings → Protocol Optimization, switch “HTTP/2 to Origin” off. Or stop to offer it at the origin: `http2 off;` in nginx, no `h2` in `Protocols` of Apache or in `alpn` of HAProxy.',
            'If a TLS proxy offers `h2` for a backend that speaks HTTP/1.1 alone, let it offer `http/1.1` alone.',
            'Update the server that speaks HTTP/2, and read its error log: it names the frame that it did not like.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/speed/optimization/protocol/http2-to-origin/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-locked-to-cloudflare.js





/** The door is closed to us, as it should be for an origin that only Cloudflare may ask. */
/* harmony default export */ const origin_locked_to_cloudflare = (defineCause({
    id: 'origin-locked-to-cloudflare',
    title: 'the origin admits only Cloudflare',
    category: 'firewall',
    owner: 'firewall',
    meaning: [
        'The direct probe is not let in, by a firewall or for want of a client certificate, while Cloudflare is. That is good practice and no fault: the origin admits only Cloudflare. The site is judged by what Cloudflare answers.',
        'When the edge fails too, a closed door proves nothing about the origin. And when the edge answers from its cache, nobody has looked at the origin: then nothing can be said.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'an origin that is down behind a cache',
            told: 'An answer with `cf-cache-status` other than HIT: then Cloudflare has just asked the origin.',
        },
    ],
    needs: ['edge', 'origin'],
    match(moment) {
        // Where another origin lets this runner in, it is no lock that keeps us out of this one.
        if (!(0,facts/* notLetIn */.u6)(moment) || moment.dialled?.othersAnswer === true)
            return;
        if ((0,facts/* servedFresh */.Km)(moment)) {
            const noWay = (0,facts/* broke */.QO)(moment.origin, 'connect', 'unreachable');
            return {
                outcome: 'note',
                confidence: 'likely',
                because: noWay
                    ? 'this runner has no route to the origin, while Cloudflare has just been answered: the origin itself was not looked at'
                    : 'the origin does not let this runner in, while Cloudflare has just been answered: it seems to admit only Cloudflare',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* served */.EZ)(moment) && (0,answer/* fromCache */.ZY)(moment.edge)) {
            return {
                outcome: 'inconclusive',
                confidence: 'possible',
                because: 'visitors get a cached copy, and the origin does not let this runner in: nobody has seen whether it works',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* served */.EZ)(moment) && (0,trails/* ledAway */.mE)(moment)) {
            return {
                outcome: 'inconclusive',
                confidence: 'possible',
                because: 'Cloudflare itself sends visitors to another host, and the origin does not let this runner in: nobody has seen whether it works',
                clues: cluesOf(moment),
            };
        }
        // Cloudflare is turned away as well, or was not reached: then the closed door tells nothing.
        if ((0,facts/* edgeSaid */.$r)(moment, 521, 522, 523) || !(0,answer/* throughCloudflare */.TV)(moment.edge))
            return;
        return {
            outcome: 'alternative',
            confidence: 'possible',
            because: 'the direct probe was turned away, and at an origin that admits only Cloudflare that proves nothing',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Nothing to mend. To let this check look at the origin itself, let the runner in.',
        steps: [
            'Run this step on a runner whose address the origin’s firewall admits, such as a self-hosted one.',
            'Or leave `origin` out: the check then judges by what Cloudflare answers, and says so.',
            'If a cached copy hides the origin, give `url` a page that Cloudflare does not cache, such as a health endpoint.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-malformed-response.js





/** Somebody answers, and not in HTTP: or in what only a browser forgives. */
/* harmony default export */ const origin_malformed_response = (defineCause({
    id: 'origin-malformed-response',
    title: 'the origin does not answer in valid HTTP',
    category: 'http',
    owner: 'origin',
    meaning: [
        'The origin sends something, and it is no valid HTTP: no status line, a header without a colon or with a control character in it, two lengths that contradict each other, or the greeting of another protocol. The application wrote its answer by hand, a warning got among its headers, or another server holds the port. Cloudflare shows 520.',
        'Browsers and `curl` forgive much of it. Who passes answers on must not: two readers that disagree on where an answer ends can be played off against each other.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'tls-plaintext-port',
            told: 'The first bytes: 15 03 or 16 03 are TLS, on a port that was asked in plain HTTP.',
        },
        {
            what: 'a client that is stricter than Cloudflare',
            told: 'Visitors are served, and the answer is not from a cache: then Cloudflare forgives it today.',
        },
    ],
    needs: ['edge', 'origin'],
    match(moment) {
        const wrong = (0,answers/* malformation */.Ej)(moment.origin);
        if (wrong === undefined)
            return;
        const seenByVisitors = (0,facts/* proxied */.IY)(moment) === false && (0,facts/* broke */.QO)(moment.edge, 'processing', 'protocol', 'closed');
        return failsDirectly(moment, wrong, {
            sure: (0,facts/* edgeSaid */.$r)(moment, 520) ? 'certain' : 'likely',
            agreed: (0,facts/* edgeSaid */.$r)(moment, 520, 502)
                ? 'Cloudflare cannot use its answer either'
                : seenByVisitors
                    ? 'so do visitors get it'
                    : undefined,
        });
    },
    remedy: (place) => ({
        summary: 'Look at the bytes of the answer, and mend who writes them.',
        steps: [
            askDirectly(place),
            `See the first bytes as they are: ${rawBytes(place)}.`,
            'A line that is no header: look for output before the headers, such as a warning of PHP (`display_errors = Off`) or a debug print.',
            'Two lengths: let one place set `Content-Length`, the server or the application, and remove it where the body is chunked or compressed.',
            'A greeting of another protocol: see who holds the port, `ss -ltnp`.',
            'If this began with a deploy, roll it back first.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));
function rawBytes({ host, port, tls }) {
    const request = `printf 'GET / HTTP/1.1\\r\\nHost: ${host}\\r\\nConnection: close\\r\\n\\r\\n'`;
    const way = tls
        ? `openssl s_client -quiet -connect "$ORIGIN:${port}" -servername ${host}`
        : `nc "$ORIGIN" ${port}`;
    return `\`${request} | ${way} | head -c 400 | xxd\``;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-not-deployed.js





/** The origin works, and what was to be deployed is not on it. */
/* harmony default export */ const origin_not_deployed = (defineCause({
    id: 'origin-not-deployed',
    title: 'the origin lacks the expected content',
    category: 'content',
    owner: 'deploy',
    meaning: [
        'The origin answers well, and `expected-body` or `expected-header` is not in its answer: the release before this one, the web server’s own page, or an empty build. What visitors get does not matter here: a fresh answer through Cloudflare lacks it too, and a cached one may hide it.',
        'The first megabyte of a page is searched. A pattern that takes too long is given up, and then nothing is said.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'an expectation that never fitted',
            told: 'Ask the release before: does it answer `expected-body` and `expected-header`? The text is compared letter by letter, before any script runs.',
        },
        {
            what: 'an origin that was asked under another name than Cloudflare uses',
            told: 'Dashboard, Rules → Origin Rules: give the Host override to `origin-host`.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        return missing(moment) ?? unsure(moment);
    },
    remedy: ({ host }) => ({
        summary: 'See what the deploy put on the origin, and whether it runs.',
        steps: [
            `See what the origin gives: \`curl -s 'https://${host}/' --connect-to "::$ORIGIN:443" | head -n 40\`.`,
            'See whether the deploy ended well: was the build copied, did the process restart, does the web server point at the new folder?',
            'With several origins, or containers: see whether all of them run the new release; a rollout takes its time.',
            'If only the expectation is wrong, mend `expected-body` or `expected-header`.',
        ],
        difficulty: 'easy',
        reference: 'https://docs.github.com/en/actions/how-tos/deploy',
    }),
}));
function missing(moment) {
    const { edge, origin, uncached } = moment;
    const clues = cluesOf(moment);
    const shown = (0,facts/* served */.EZ)(moment) && lacksContent(moment, edge);
    const freshly = shown && (0,answer/* throughCloudflare */.TV)(edge) && !(0,answer/* fromCache */.ZY)(edge);
    const past = lacksContent(moment, uncached) && (0,answer/* throughCloudflare */.TV)(uncached) && !(0,answer/* fromCache */.ZY)(uncached);
    if (lacksContent(moment, origin)) {
        const told = 'asked directly, the origin answers without what is expected';
        if (freshly || past) {
            const because = `${told}, and so does Cloudflare, which has just asked an origin`;
            return { outcome: 'unhealthy', confidence: 'certain', because, clues };
        }
        const because = (0,facts/* asExpected */.p2)(moment, edge)
            ? `${told}; what visitors get comes from a cache or from another origin`
            : told;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues };
    }
    const unseen = origin === undefined || origin.kind === 'broken' || (0,facts/* notLetIn */.u6)(moment);
    if (!unseen || !shown)
        return;
    if (!freshly && !past) {
        // A copy tells of the time when it was made. What does not come through Cloudflare at all comes from some origin.
        const because = 'what visitors get lacks what is expected, and nobody has looked at the origin';
        return (0,answer/* fromCache */.ZY)(edge)
            ? { outcome: 'alternative', confidence: 'possible', because, clues }
            : { outcome: 'unhealthy', confidence: 'likely', because, clues };
    }
    const because = 'Cloudflare has just asked an origin, and the answer lacks what is expected';
    return { outcome: 'unhealthy', confidence: 'likely', because, clues };
}
/** Nobody could tell whether it is there: neither health nor a fault. */
function unsure(moment) {
    const why = unsureWhy(moment, moment.edge) ?? unsureWhy(moment, moment.origin);
    if (why === undefined || !(0,facts/* served */.EZ)(moment))
        return;
    const because = `nobody knows whether the expected content is there: ${why}`;
    return { outcome: 'inconclusive', confidence: 'possible', because, clues: cluesOf(moment) };
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-refused.js




/** The process is down or on another port: the kernel answers for it, with a reset. */
/* harmony default export */ const origin_refused = (defineCause({
    id: 'origin-refused',
    title: 'the origin refuses connections',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The machine is there and its kernel answers, but nothing listens on the port: the server has stopped, has not started yet, or listens on another port or address. Cloudflare shows 521.',
        'It is certain when Cloudflare says 521 and the runner is refused too. A 521 alone may also mean that only Cloudflare is turned away.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            told: 'A direct probe that is answered. Without one, look at the origin’s firewall log for Cloudflare’s ranges.',
        },
        {
            what: 'a firewall that resets everybody',
            told: '`ss -ltn` on the origin: a listener on the port means that the firewall answers in its place.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const refusedUs = (0,facts/* broke */.QO)(moment.origin, 'connect', 'refused');
        if ((0,facts/* edgeSaid */.$r)(moment, 521) && refusedUs) {
            return {
                outcome: 'unhealthy',
                // Cloudflare dials the port of the URL, unless a rule of the zone says otherwise.
                confidence: moment.dialled?.port === moment.asked.port ? 'certain' : 'likely',
                because: 'Cloudflare (521) and this runner were both refused',
                clues: cluesOf(moment),
            };
        }
        // An origin that answers us is up: then it is Cloudflare that is turned away.
        if ((0,facts/* edgeSaid */.$r)(moment, 521) && moment.origin?.kind !== 'answered') {
            const alone = moment.origin === undefined
                ? 'nobody asked the origin directly'
                : 'the direct probe got no answer either';
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `Cloudflare says that it was refused (521), and ${alone}`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* edgeSaid */.$r)(moment, 522, 523) && refusedUs) {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'this runner was refused, while Cloudflare got no connection in another way',
                clues: cluesOf(moment),
            };
        }
        // The name leads past Cloudflare: visitors dial the origin as we do.
        if ((0,facts/* proxied */.IY)(moment) === false &&
            (0,facts/* broke */.QO)(moment.edge, 'connect', 'refused') &&
            moment.origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the name leads straight to a host that refuses the connection',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* beside */.vY)(moment) && refusedUs) {
            const which = `origin ${moment.dialled?.position} of ${moment.dialled?.of}`;
            const because = `${which} refuses this runner, while another origin answers it: Cloudflare may be sending visitors there`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return;
    },
    remedy: (place) => ({
        summary: 'Start the server, or have it listen where Cloudflare dials.',
        steps: [
            'On the origin, see whether the service runs: `systemctl status SERVICE`, or `docker ps`.',
            listening(place),
            'Read why it stopped: `journalctl -u SERVICE --since -15min`, or `docker logs --since 15m CONTAINER`.',
            'If the deploy restarts it, have the deploy wait until it answers before this step runs.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-reset.js






/** Something listens, accepts, and tears the connection down: a close would have been polite. */
/* harmony default export */ const origin_reset = (defineCause({
    id: 'origin-reset',
    title: 'the origin resets the connection',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The origin accepts the connection and resets it: at once, when it has read the request, or in the middle of its headers. A process that is killed with a request unread does that, a full queue of connections, or a security product that resets what it does not like. Cloudflare shows 520, or 522.',
        'Some origins answer each fresh connection, and cut off the second request of one that is kept open without having said that they close it. Cloudflare keeps connections, so a part of its requests gets 520, while everybody else is fine.',
        'A reset is not a refusal: something listens there, and has accepted. And it is not a close without a byte, which is how a process ends that had read everything.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a security product that resets strangers on purpose',
            told: 'Its log; and `tcpdump` on the origin, which shows whether the reset comes from the host itself.',
        },
        {
            what: 'origin-refused',
            told: '`ss -ltn` on the origin: without a listener the connection is never accepted.',
        },
    ],
    needs: ['edge', 'origin'],
    match(moment) {
        const { origin } = moment;
        if ((0,facts/* edgeSaid */.$r)(moment, 520, 502) && (0,facts/* originSound */.gI)(moment) && cutOffWhenKept(moment)) {
            const because = 'the origin answers the first request of a connection and cuts the second one off, and Cloudflare keeps its connections';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        if (!(0,answers/* resetBeforeAnswer */.NG)(origin))
            return;
        const does = origin.error.received === 0
            ? 'accepts the connection and resets it without a byte'
            : 'resets the connection in the middle of its headers';
        if ((0,facts/* edgeSaid */.$r)(moment, 520, 502, 522)) {
            // A server that resets strangers on purpose looks the same, and may fail Cloudflare in another way.
            return failsDirectly(moment, does, {
                sure: 'likely',
                agreed: 'Cloudflare got no answer that it could use',
            });
        }
        // Under TLS 1.3 a demanded client certificate looks the same, so a served site is given the benefit of the doubt.
        if ((0,facts/* served */.EZ)(moment) && (0,facts/* notLetIn */.u6)(moment))
            return;
        const seenByVisitors = (0,facts/* proxied */.IY)(moment) === false && (0,facts/* broke */.QO)(moment.edge, 'processing', 'reset');
        return failsDirectly(moment, does, {
            sure: 'likely',
            agreed: seenByVisitors ? 'visitors are cut off as well' : undefined,
        });
    },
    remedy: () => ({
        summary: 'Find who sends the reset: the process, the kernel, or a box on the way.',
        steps: [
            'Look for a process that was killed or restarted at the time of this check: `journalctl -u SERVICE --since -15min`, `dmesg | grep -i oom`.',
            'See whether the queue of connections overflows: `nstat -az TcpExtListenOverflows TcpExtTCPAbortOnOverflow`, and `ss -ltn`.',
            "Watch where the reset comes from: `tcpdump -ni any 'tcp[tcpflags] & tcp-rst != 0'` on the origin. None leaves the host: a firewall or load balancer before it sends them.",
            'Only some requests fail: keep idle connections open for longer than Cloudflare does, 900 seconds (`keepalive_timeout 905s;` in nginx, `server.keepAliveTimeout` in Node), or answer with `Connection: close`.',
            ALLOW_CLOUDFLARE,
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));
/** The origin was fine on a fresh connection, and let down the next request on it. */
function cutOffWhenKept({ recheck }) {
    return recheck?.kept?.reused === true && (0,facts/* broke */.QO)(recheck.kept.exchange, 'processing', 'reset', 'closed');
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-response-timeout.js



/** The connection stands and the request is sent; then nothing, or an answer without an end. */
/* harmony default export */ const origin_response_timeout = (defineCause({
    id: 'origin-response-timeout',
    title: 'the origin takes the request and stays silent',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The origin accepts the connection and the request, and then sends nothing, or never finishes. A worker hangs, a database or another service does not answer, or all workers are taken. Cloudflare waits about 125 seconds and shows 524.',
        'A probe that gives up sooner than Cloudflare can only say that there was no answer within its own limit.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a page that is slow by design',
            told: 'Ask a page that needs no database, such as a health endpoint: if it answers at once, only this page is slow.',
        },
        {
            what: 'large packets that vanish on the way (MTU)',
            told: '`curl` from the origin’s own network: if that is answered, the network drops large packets.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const { edge, origin } = moment;
        const silentToUs = (0,facts/* broke */.QO)(origin, 'processing', 'timeout') || (0,facts/* broke */.QO)(origin, 'transfer', 'timeout');
        const silentToVisitors = (0,facts/* broke */.QO)(edge, 'processing', 'timeout') || (0,facts/* broke */.QO)(edge, 'transfer', 'timeout');
        const limit = (0,facts/* patience */._L)(moment);
        if ((0,facts/* edgeSaid */.$r)(moment, 524, 504) && silentToUs) {
            return {
                outcome: 'unhealthy',
                confidence: (0,facts/* edgeSaid */.$r)(moment, 524) ? 'certain' : 'likely',
                because: `Cloudflare waited in vain, and the origin gave this runner no whole answer within ${limit} either`,
                clues: cluesOf(moment),
            };
        }
        // Cloudflare calls it a failed handshake: its own patience ended there.
        if ((0,facts/* broke */.QO)(origin, 'tls', 'timeout') && (0,facts/* edgeSaid */.$r)(moment, 525, 522, 524)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `the origin accepts connections and says nothing within ${limit}, not even of TLS, and Cloudflare gets nothing either`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* edgeSaid */.$r)(moment, 524) && origin === undefined) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'Cloudflare says that it was connected and waited in vain (524)',
                clues: cluesOf(moment),
            };
        }
        if (silentToVisitors && silentToUs && (0,facts/* edgeReachable */.PG)(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `no whole answer within ${limit}, through Cloudflare or directly, while Cloudflare itself answers`,
                clues: cluesOf(moment),
            };
        }
        if (silentToUs && (0,facts/* served */.EZ)(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `the origin gave no whole answer within ${limit}; what visitors get may come from a cache or from another origin`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts/* edgeSaid */.$r)(moment, 524) && (0,facts/* originSound */.gI)(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'Cloudflare waited in vain (524), while the origin answered this runner: it is slow now and then, or under load, or Cloudflare asks another origin',
                clues: cluesOf(moment),
            };
        }
        const visitorsWaitAtOrigin = silentToVisitors && ((0,facts/* edgeReachable */.PG)(moment) || (0,facts/* proxied */.IY)(moment) === false);
        if (((0,facts/* edgeSaid */.$r)(moment, 524) || visitorsWaitAtOrigin) && origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: `visitors get no answer in time, and the direct probe ${origin === undefined ? 'was not asked for' : 'got none'}`,
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: () => ({
        summary: 'Find what the application waits for.',
        steps: [
            'Look at the application’s log from the time of this check, and at its workers: are all of them busy?',
            'Look at what it calls: database connections and locks, other services, DNS inside the host.',
            'See whether CPU, memory and disk are exhausted: `top`, `free -m`, `df -h`.',
            'Restart the application, or roll the deploy back, if it hangs since this version.',
            'Move work that takes minutes out of the request: answer at once and let the client ask again.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-524/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-truncated-response.js





/** The answer begins well, and its end does not come, or does not fit. */
/* harmony default export */ const origin_truncated_response = (defineCause({
    id: 'origin-truncated-response',
    title: 'the origin’s answer breaks off, or does not decompress',
    category: 'http',
    owner: 'origin',
    meaning: [
        'The answer begins as it should, and then ends before the length it announced, lacks its last chunk, has chunks that do not fit, or is compressed and does not decompress. A process that dies in the middle of its page does that, a proxy with a full disk, or two places that both compress or both set `Content-Length`.',
        'Cloudflare passes on a page that breaks off, and visitors get a part of it. A page that does not decompress becomes Cloudflare’s own bare 502, though the origin says 200.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'cloudflare-edge-error',
            told: '`curl --compressed` at the origin: an error while it decodes, for the same page every time.',
        },
        {
            what: 'large packets that vanish on the way (MTU)',
            told: 'The connection stalls rather than ends: then the cause is origin-response-timeout.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const direct = damageIn(moment.origin);
        const shown = damageIn(moment.edge);
        if (direct !== undefined) {
            // A bare 502 is how Cloudflare says that it could not decompress, or that the length was wrong.
            const unusable = (0,facts/* edgeSaid */.$r)(moment, 520) || (0,facts/* gatewayErrorOfCloudflare */.H0)(moment);
            const agreed = unusable
                ? 'Cloudflare cannot use its answer either'
                : shown === undefined
                    ? undefined
                    : 'visitors get no whole answer either';
            return failsDirectly(moment, direct, { sure: 'certain', agreed });
        }
        if (shown === undefined)
            return;
        const because = (0,facts/* originSound */.gI)(moment)
            ? 'visitors get an answer that breaks off, while the origin gives this runner a whole one: it comes and goes, or Cloudflare asks another origin'
            : 'visitors get an answer that breaks off';
        const confidence = (0,facts/* originSound */.gI)(moment) ? 'possible' : 'likely';
        return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) };
    },
    remedy: ({ host, port, tls }) => ({
        summary: 'Find what ends the answer early, or who compresses it badly.',
        steps: [
            `Ask the origin as Cloudflare does: \`curl -sv --compressed -o /dev/null '${tls ? 'https' : 'http'}://${host}/' --connect-to "::$ORIGIN:${port}"\`. “Transfer closed” is a page that breaks off, “content decoding” one that does not decompress.`,
            'Look for a crash or a limit at the time of this check: the application’s log, `dmesg | grep -i oom`, `df -h` for the proxy’s buffers, a worker timeout.',
            'Let one place alone compress: turn it off in the application or in the web server, and see that no file is compressed twice.',
            'Let nobody set `Content-Length` before compression.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));
/** How an answer is not whole: completes "the origin …". */
function damageIn(exchange) {
    const damage = (0,facts/* undecodable */.z$)(exchange);
    if (damage !== undefined)
        return `sends a compressed page that ${DAMAGE[damage]}`;
    if ((0,answers/* endsInHead */.Ui)(exchange))
        return 'closes the connection in the middle of its headers';
    return (0,answers/* cutShort */.VV)(exchange) ? HOW[ending(exchange)] : undefined;
}
const HOW = {
    closed: 'closes the connection before the end of its page',
    reset: 'resets the connection in the middle of its page',
    chunks: 'sends its page in chunks that do not fit together',
};
function ending({ error }) {
    if (error.reason === 'protocol')
        return 'chunks';
    return error.reason === 'reset' ? 'reset' : 'closed';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-unreachable.js




/** Not silence: somebody on the way says that there is no way. */
/* harmony default export */ const origin_unreachable = (defineCause({
    id: 'origin-unreachable',
    title: 'there is no route to the origin',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'A router on the way says that it cannot deliver: the address of the origin is not routed, its host does not answer its own network any more, or a router prohibits the way. The server was deleted or moved, or a record leads to an address that is no longer used. Cloudflare shows 523.',
        'Silence is another matter (origin-connect-timeout), and a refusal another (origin-refused): here a router speaks.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a route at the origin that swallows Cloudflare’s ranges',
            told: 'A direct probe that is answered. On AWS, look for a route of 172.64.0.0/13 in the VPC; on the host, `ip route get 172.64.0.1`.',
        },
        {
            what: 'a record in Cloudflare that leads to an old address',
            told: 'Dashboard, DNS → Records: compare the A and AAAA records with the address of the origin.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const clues = cluesOf(moment);
        const noWayForUs = (0,facts/* broke */.QO)(moment.origin, 'connect', 'unreachable');
        if ((0,facts/* edgeSaid */.$r)(moment, 523)) {
            if (noWayForUs) {
                const because = 'neither Cloudflare (523) nor this runner finds a route to the origin';
                return { outcome: 'unhealthy', confidence: 'certain', because, clues };
            }
            const alone = (0,facts/* originSound */.gI)(moment)
                ? 'this runner does: the way back to Cloudflare is missing, or its record leads elsewhere'
                : moment.origin === undefined
                    ? 'nobody asked the origin directly'
                    : 'this runner gets nothing that is expected either';
            const because = `Cloudflare finds no route to the origin (523); ${alone}`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if ((0,facts/* edgeSaid */.$r)(moment, 522, 521) && noWayForUs) {
            const because = 'this runner finds no route to the origin, while Cloudflare got no connection in another way';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        if ((0,facts/* proxied */.IY)(moment) === false &&
            (0,facts/* broke */.QO)(moment.edge, 'connect', 'unreachable') &&
            moment.origin?.kind !== 'answered') {
            const because = 'the name leads straight to a host that this runner finds no route to';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        if ((0,facts/* beside */.vY)(moment) && noWayForUs) {
            const which = `origin ${moment.dialled?.position} of ${moment.dialled?.of}`;
            const because = `this runner finds no route to ${which}, while another origin answers it: Cloudflare may be sending visitors there`;
            return { outcome: 'warning', confidence: 'likely', because, clues };
        }
        return;
    },
    remedy: ({ port }) => ({
        summary: 'Point Cloudflare at where the origin is now, or give it its route back.',
        steps: [
            COMPARE_RECORD,
            'See in the provider’s console whether the host still exists, runs, and has this address: `ip -br address` on it.',
            'On the host, see that the way back to Cloudflare exists: `ip route get 172.64.0.1`. On AWS, look for a route of 172.64.0.0/13 in the VPC’s route tables.',
            `Follow the way from outside, and see which router answers: \`traceroute -T -p ${port} $ORIGIN\`.`,
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-523/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/circles.js

/** Every redirect on the way of an answer, with the one that it is itself. `url` is where the way began. */
function legsOf({ trail, head }, url) {
    const { redirects = [], next } = trail ?? {};
    const followed = redirects.map(({ from, to, headers }) => ({ from, to, author: (0,trails/* authorOf */.rM)(headers) }));
    if (next === undefined)
        return followed;
    return [...followed, { from: redirects.at(-1)?.to ?? url, to: next, author: (0,trails/* authorOf */.rM)(head.headers) }];
}
/** The redirects that lead round, if any do. */
function circleIn(legs) {
    const end = legs.findLastIndex(({ to }, index) => legs.slice(0, index + 1).some(({ from }) => from === to));
    const start = legs.slice(0, end + 1).findLastIndex(({ from }) => from === legs[end]?.to);
    return end === -1 ? [] : legs.slice(start, end + 1);
}
function circleOf(legs) {
    const circle = circleIn(legs);
    if (circle.length < 2)
        return circle.length === 0 ? 'on' : 'itself';
    return new Set(circle.map(({ from }) => from.replace(/^https?:/, ''))).size === 1 ? 'schemes' : 'pages';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/redirect-loop.js





/** Redirects without end. Each of them is a good answer, hence no error is in any log. */
/* harmony default export */ const redirect_loop = (defineCause({
    id: 'redirect-loop',
    title: 'the redirects never end',
    category: 'http',
    owner: 'deploy',
    meaning: [
        'Each answer is a redirect, and the way leads back to where it came from, or on and on. Browsers give up after twenty and say “too many redirects”.',
        'The best known one: the SSL/TLS mode is Flexible, so Cloudflare asks the origin over plain HTTP, and the origin sends plain HTTP to HTTPS, where the visitor already is. The second: Always Use HTTPS at Cloudflare, and an origin that sends HTTPS back to plain HTTP. The rest are pages that lead to each other: languages, logins, trailing slashes, two names of one site.',
        'Cookies that are set on the way are sent back, as a browser would.',
    ],
    heals: false,
    lookalikes: [
        {
            what: 'a long chain of redirects that ends well',
            told: 'Open the page in a browser. If it comes, raise `follow-redirects`.',
        },
        {
            what: 'a page that needs a cookie of an earlier visit, or JavaScript',
            told: 'Open the page in a new private window.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const { edge, origin, asked } = moment;
        const clues = cluesOf(moment);
        if (edge.kind === 'answered' && (0,trails/* endless */.bK)(edge) !== undefined) {
            const legs = legsOf(edge, asked.url);
            const form = formOf(moment, legs);
            const because = `visitors are sent ${wayOf(legs)}: ${REASONS[form]}`;
            return {
                outcome: 'unhealthy',
                confidence: confidenceOf(moment, form),
                because,
                clues,
                form,
                owner: OWNERS[form],
            };
        }
        if (origin?.kind !== 'answered' || (0,trails/* endless */.bK)(origin) === undefined)
            return;
        const legs = legsOf(origin, asked.url);
        const told = `asked directly, the origin sends everybody ${wayOf(legs)}`;
        const because = (0,facts/* served */.EZ)(moment)
            ? `${told}; what visitors get may come from a cache or from another origin`
            : told;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: circleOf(legs) };
    },
    remedy: ({ host, form }) => ({ ...REMEDIES[isForm(form) ? form : 'pages'](host), difficulty: 'easy' }),
}));
function formOf(moment, legs) {
    const circle = circleOf(legs);
    const round = circleIn(legs);
    const [leg] = round;
    if (circle === 'itself' && leg?.author === 'cloudflare')
        return 'rule';
    // The origin leads nobody round who asks it over TLS: so Cloudflare does not.
    const plain = leg?.to.startsWith('https:') === true && (moment.origin === undefined || (0,facts/* originSound */.gI)(moment));
    if (circle === 'itself' && plain)
        return 'flexible';
    const forced = round.some(({ from, author }) => from.startsWith('http:') && author === 'cloudflare');
    return circle === 'schemes' && forced ? 'always-https' : circle;
}
function confidenceOf({ origin, asked }, form) {
    if (form === 'on' || origin === undefined)
        return form === 'flexible' ? 'possible' : 'likely';
    if (form === 'always-https' && origin.kind === 'answered') {
        const back = legsOf(origin, asked.url).some(isDowngrade);
        return back ? 'certain' : 'likely';
    }
    return (0,trails/* endless */.bK)(origin) === undefined ? 'likely' : 'certain';
}
function isDowngrade({ from, to }) {
    return from.startsWith('https:') && to.startsWith('http:');
}
/** Completes "visitors are sent …". */
function wayOf(legs) {
    const places = circleIn(legs).length;
    if (places === 0)
        return `on and on, ${legs.length} times so far`;
    return places === 1 ? 'from a page to that same page' : `round in a circle of ${places} redirects`;
}
const REASONS = {
    flexible: 'Cloudflare seems to ask the origin over plain HTTP (SSL/TLS mode Flexible), and the origin wants HTTPS',
    rule: 'the redirect is Cloudflare’s own, from a rule or a Worker',
    'always-https': 'Cloudflare sends plain HTTP to HTTPS, and the origin sends HTTPS back',
    itself: 'the page leads to itself',
    schemes: 'HTTPS leads to plain HTTP, and plain HTTP to HTTPS',
    pages: 'the pages lead to each other',
    on: 'no page comes, however far one goes',
};
const OWNERS = {
    flexible: 'cloudflare-settings',
    rule: 'cloudflare-settings',
    'always-https': 'origin',
    itself: 'deploy',
    schemes: 'deploy',
    pages: 'deploy',
    on: 'deploy',
};
function isForm(form) {
    return form !== undefined && Object.hasOwn(REMEDIES, form);
}
const TROUBLE = 'https://developers.cloudflare.com/ssl/troubleshooting/too-many-redirects/';
const IN_THE_APPLICATION = (host) => ({
    summary: 'Find who sends the redirects, and let one of the pages answer.',
    steps: [
        `Follow them by hand: \`curl -sIL --max-redirs 10 'https://${host}/' | grep -iE '^(HTTP|location|server|cf-cache-status)'\`. One without \`cf-cache-status\` is Cloudflare’s own.`,
        'Look for the rule in what was deployed last: language, login, trailing slash, base URL, “www” or not, in the application and in its web server.',
        'Look at Cloudflare under Rules → Redirect Rules, Page Rules and Bulk Redirects: two rules, or a rule and the origin, may disagree.',
        'A permanent redirect stays in caches: purge Cloudflare’s when it is mended, and try in a private window.',
    ],
    reference: TROUBLE,
});
const REMEDIES = {
    flexible: (host) => ({
        summary: 'Let Cloudflare ask the origin over TLS: SSL/TLS mode Full (strict).',
        steps: [
            `See that the origin answers over TLS: \`curl -sI 'https://${host}/' --connect-to "::$ORIGIN:443"\`. If it has no certificate, install one; Cloudflare’s Origin CA gives one for free.`,
            'In the Cloudflare dashboard, under SSL/TLS → Overview, set the mode to Full (strict). See that no rule under Rules → Configuration Rules sets it back for this host.',
            'If the mode has to stay Flexible, let the origin believe `X-Forwarded-Proto: https`, and redirect only without it.',
            'If the mode is Full already, the origin sends the page to itself when Cloudflare asks: compare what it gets with `curl -sv`.',
        ],
        reference: TROUBLE,
    }),
    rule: () => ({
        summary: 'Exclude the target of the rule from the rule.',
        steps: [
            'In the Cloudflare dashboard, under Rules → Redirect Rules, Page Rules and Bulk Redirects, find the one that matches the URL and leads to it.',
            'Narrow its condition so that the target does not match any more.',
            'If no rule fits, look at the Worker on this route: `npx wrangler tail WORKER`.',
        ],
        reference: TROUBLE,
    }),
    'always-https': (host) => ({
        summary: 'Stop the origin from sending HTTPS back to plain HTTP.',
        steps: [
            `See it: \`curl -sI 'https://${host}/' --connect-to "::$ORIGIN:443"\` gives a \`Location\` with \`http://\`.`,
            'Look for the scheme in the application’s base URL (WordPress: `siteurl` and `home`), and in its web server’s redirects.',
            'Only if the site has to stay on plain HTTP: turn off Always Use HTTPS under SSL/TLS → Edge Certificates.',
            'Purge Cloudflare’s cache when it is mended, and try in a private window: permanent redirects stay.',
        ],
        reference: TROUBLE,
    }),
    itself: IN_THE_APPLICATION,
    schemes: IN_THE_APPLICATION,
    pages: IN_THE_APPLICATION,
    on: (host) => ({
        ...IN_THE_APPLICATION(host),
        summary: 'See where the redirects should end; if they do, raise `follow-redirects`.',
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/causes/runner-offline.js


/** We reached nothing at all, so we have nothing to say about anybody else. */
/* harmony default export */ const runner_offline = (defineCause({
    id: 'runner-offline',
    title: 'this runner reaches nothing',
    category: 'runner',
    owner: 'runner',
    meaning: [
        'Neither Cloudflare nor the origin could be reached, by connection or by name, and nothing suggests that both are down at once: the runner’s own network is the likeliest reason. The check does not know how the site is, and says so.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a name that leads straight to a host that is down',
            told: 'A run of this check on another runner or on your own machine.',
        },
    ],
    needs: ['edge', 'control', 'dns'],
    match(moment) {
        const { edge, control, origin, dns } = moment;
        if (!unreached(edge) || !unreached(control) || (origin !== undefined && !unreached(origin)))
            return;
        // The resolver did answer.
        if (dns.kind === 'failed' && (dns.reason === 'no-such-host' || dns.reason === 'no-address'))
            return;
        // An origin's name that was resolved shows that the resolver works.
        const noResolver = dns.kind === 'failed' &&
            (dns.reason === 'server-failure' || dns.reason === 'timeout') &&
            origin?.timings.resolve === undefined;
        const resolverWorks = dns.kind === 'failed' && !noResolver;
        if (resolverWorks)
            return;
        const noWay = [edge, control, origin].every((exchange) => exchange === undefined || withoutWay(exchange));
        if (!noResolver && !noWay && origin === undefined) {
            const because = 'nothing answered this runner; without a direct probe there is nothing to compare with';
            return { outcome: 'inconclusive', confidence: 'possible', because, clues: cluesOf(moment) };
        }
        const because = noResolver
            ? 'the runner’s resolver does not answer, and no probe got a connection'
            : 'no probe got a connection, neither to Cloudflare nor to the origin';
        return {
            outcome: 'inconclusive',
            confidence: noResolver || noWay ? 'likely' : 'possible',
            because,
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Give the runner a network, then run the check again.',
        steps: [
            'Run the job again: hosted runners lose their network now and then.',
            'On a self-hosted runner, see whether it reaches anything: `curl -sv https://www.cloudflare.com/cdn-cgi/trace`.',
            'See whether an outgoing firewall or a proxy stands in the way, and whether it lets this host and ports 80 and 443 pass.',
        ],
        difficulty: 'easy',
        reference: 'https://docs.github.com/actions/hosting-your-own-runners/managing-self-hosted-runners/monitoring-and-troubleshooting-self-hosted-runners',
    }),
}));
/** No connection came about, and not because somebody said no. */
function unreached(exchange) {
    if (exchange.kind === 'answered' || (exchange.phase !== 'resolve' && exchange.phase !== 'connect'))
        return false;
    return exchange.error.reason !== 'refused' && exchange.error.reason !== 'reset';
}
function withoutWay(exchange) {
    return exchange.kind === 'broken' && exchange.error.reason === 'unreachable';
}

// EXTERNAL MODULE: ./lib/diagnosis/pace.js
var pace = __webpack_require__(1138);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/slow-response.js




/** It answers well, and later than the user allows. */
/* harmony default export */ const slow_response = (defineCause({
    id: 'slow-response',
    title: 'the answer takes longer than is allowed',
    category: 'content',
    owner: 'deploy',
    meaning: [
        'The answer is as expected and took longer than `max-response-time`, from the name’s resolution to the last byte, with every redirect that was followed. The clues tell where the time went.',
        'The time is that of this runner. If Cloudflare’s own answer, for which no origin is asked, takes as long, it is the runner’s network that is slow, and nothing is said of the site. An origin that is slow when asked directly, while Cloudflare just got a quick answer, is a warning: it may simply be far from the runner.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'an application that has just started',
            told: 'Ask again after a minute: caches and connections are warm then. `wait` does that.',
        },
        {
            what: 'origin-overloaded',
            told: 'The time grows with the number of visitors: compare with a quiet hour.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const limit = moment.asked.maxResponseTime;
        if (limit === undefined || !(0,facts/* served */.EZ)(moment))
            return;
        const { edge, origin, control } = moment;
        const clues = cluesOf(moment, ...paceClues(moment));
        const slow = isSlower(edge, limit);
        const slowDirectly = (0,facts/* originSound */.gI)(moment) && isSlower(origin, limit);
        const [most, took] = [(0,pace/* inTime */.R)(limit), (0,pace/* inTime */.R)((0,pace/* tookOf */.H)(edge))];
        if (slow && isSlower(control, limit)) {
            const because = `even Cloudflare’s own answer, for which no origin is asked, took this runner longer than ${most}: its network is slow`;
            return { outcome: 'inconclusive', confidence: 'likely', because, clues };
        }
        if (slow) {
            const told = `the answer took ${took}, and may take ${most}`;
            const because = slowDirectly ? `${told}; the origin is as slow when asked directly` : told;
            return { outcome: 'unhealthy', confidence: slowDirectly ? 'certain' : 'likely', because, clues };
        }
        if (!slowDirectly || origin === undefined)
            return;
        const directly = `asked directly, the origin took ${(0,pace/* inTime */.R)((0,pace/* tookOf */.H)(origin))}, and may take ${most}`;
        return (0,facts/* servedFresh */.Km)(moment)
            ? {
                outcome: 'warning',
                confidence: 'possible',
                because: `${directly}, though Cloudflare has just got an answer in time`,
                clues,
            }
            : {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `${directly}; what visitors get comes from a cache`,
                clues,
            };
    },
    remedy: ({ host }) => ({
        summary: 'See where the time goes, and whether this release made it so.',
        steps: [
            `Measure it: \`curl -so /dev/null 'https://${host}/' -w '%{time_namelookup} %{time_connect} %{time_appconnect} %{time_starttransfer} %{time_total}\\n'\`, some times in a row.`,
            'Time until the first byte is the application’s: its log, its database, what it calls. Compare with the release before.',
            'Time after the first byte is the page’s size, or an application that sends it bit by bit.',
            'If the time is right for this page, raise `max-response-time`, or ask a page that needs less.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/speed/observatory/',
    }),
}));
function isSlower(exchange, limit) {
    return exchange?.kind === 'answered' && (0,pace/* tookOf */.H)(exchange) > limit;
}
const SPENT = {
    resolve: 'on its name',
    connect: 'on the connection',
    tls: 'on the TLS handshake',
    processing: 'until the first byte',
    transfer: 'from the first byte to the last',
};
/** What took the most of each side's time. */
function paceClues({ edge, origin }) {
    return [
        ...(edge === undefined ? [] : [{ from: 'edge', text: `Through Cloudflare: ${paceOf(edge)}.` }]),
        ...(origin?.kind === 'answered'
            ? [{ from: 'origin', text: `Directly: ${paceOf(origin)}.` }]
            : []),
    ];
}
function paceOf(exchange) {
    const phases = ['resolve', 'connect', 'tls', 'processing', 'transfer'];
    const [longest] = phases.toSorted((a, b) => (exchange.timings[b] ?? 0) - (exchange.timings[a] ?? 0));
    const before = (exchange.trail?.redirects ?? []).reduce((sum, { took }) => sum + took, 0);
    const spent = exchange.timings[longest ?? 'processing'] ?? 0;
    const redirects = before === 0 ? '' : `, ${(0,pace/* inTime */.R)(before)} of it on redirects`;
    return `${(0,pace/* inTime */.R)((0,pace/* tookOf */.H)(exchange))}${redirects}, ${(0,pace/* inTime */.R)(spent)} of it ${SPENT[longest ?? 'processing']}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/certificates.js


/**
 * The rule that the causes about certificates share. Cloudflare's 526 says that it turned the certificate down, not
 * why; the direct handshake shows why. While visitors are served, the zone does not validate: then it is a warning.
 */
function certificateMatch(moment, fault, inWords) {
    const shown = moment.origin?.tls?.certificate;
    const visitors = moment.edge?.tls?.certificate;
    if ((0,facts/* visitorsSee */.lS)(moment, fault) && visitors !== undefined) {
        // A runner behind a proxy that opens TLS sees that proxy's certificate, and a runner's clock may be wrong: only a
        // second certificate with the same fault rules that out.
        const confidence = (0,facts/* certificateFault */.cN)(moment, fault) ? 'certain' : 'likely';
        const clue = {
            from: 'certificate',
            text: `The certificate that visitors are shown ${inWords(visitors)}.`,
        };
        const because = 'the handshake under the site’s name shows it';
        return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment, clue) };
    }
    if ((0,facts/* certificateFault */.cN)(moment, fault) && shown !== undefined) {
        const clue = { from: 'certificate', text: `The origin’s certificate ${inWords(shown)}.` };
        if ((0,facts/* edgeSaid */.$r)(moment, 526)) {
            const because = 'Cloudflare turned the certificate down (526), and the direct handshake shows the fault';
            return { outcome: 'unhealthy', confidence: 'certain', because, clues: cluesOf(moment, clue) };
        }
        if ((0,facts/* served */.EZ)(moment) && !(0,facts/* servedFresh */.Km)(moment)) {
            const because = `the origin’s certificate ${inWords(shown)}; what visitors get does not tell whether Cloudflare accepts it`;
            return { outcome: 'warning', confidence: 'likely', because, clues: [clue] };
        }
        if ((0,facts/* served */.EZ)(moment)) {
            const because = `the origin’s certificate ${inWords(shown)}; Cloudflare serves the site all the same, so its mode is not Full (strict)`;
            return { outcome: 'warning', confidence: 'certain', because, clues: [clue] };
        }
        const because = 'the origin’s certificate has this fault, though it is not what Cloudflare complains about';
        return { outcome: 'alternative', confidence: 'possible', because, clues: [clue] };
    }
    // A certificate that was seen and is sound is not the one that Cloudflare turned down: nothing tells which fault that has.
    if (!(0,facts/* edgeSaid */.$r)(moment, 526) || shown !== undefined)
        return;
    const because = 'Cloudflare turned the origin’s certificate down (526), and the direct probe did not see that certificate';
    return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) };
}
/** `2026-11-23` */
function day(time) {
    return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-expired.js



/** The renewal did not happen, or the server was not reloaded after it. */
/* harmony default export */ const tls_certificate_expired = (defineCause({
    id: 'tls-certificate-expired',
    title: 'the certificate has expired',
    category: 'tls',
    owner: 'certificate',
    meaning: [
        'The certificate’s time is over. Under Full (strict) Cloudflare turns it down and shows 526. Either the renewal failed, or it worked and the server still serves the old file.',
        'Waiting does not mend it, so the check ends at once when it is certain.',
    ],
    heals: false,
    lookalikes: [
        {
            what: 'tls-certificate-untrusted',
            told: 'The dates of the certificate: `openssl x509 -noout -dates`.',
        },
        { what: 'a wrong clock', told: '`date -u` on the machine that judges, against any other.' },
    ],
    needs: ['edge'],
    match: (moment) => certificateMatch(moment, 'expired', ({ notAfter }) => `ended on ${day(notAfter)}`),
    remedy: (place) => ({
        summary: 'Renew the certificate and reload the server.',
        steps: [
            showCertificate(place),
            'Renew it: `certbot renew`, or as it was made; read the log of the renewal to see why it did not happen by itself.',
            'Reload the server, which keeps the old one in memory: `nginx -t && systemctl reload nginx`.',
            ORIGIN_CA,
            NOT_FULL,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-name-mismatch.js



/** Mostly the server's default site answers, because none is configured for this name. */
/* harmony default export */ const tls_certificate_name_mismatch = (defineCause({
    id: 'tls-certificate-name-mismatch',
    title: 'the certificate is for another name',
    category: 'tls',
    owner: 'certificate',
    meaning: [
        'The certificate does not cover the name that Cloudflare asks for. Mostly the server has no site for this name and answers with its default one; or the name was added after the certificate was made. Under Full (strict) Cloudflare shows 526.',
    ],
    heals: false,
    lookalikes: [
        {
            what: 'an Origin Rule that changes the server name',
            told: 'Dashboard, Rules → Origin Rules: a Host or SNI override. Give the same to `origin-host` and `origin-sni`.',
        },
    ],
    needs: ['edge'],
    match: (moment) => certificateMatch(moment, 'name-mismatch', ({ names, expectedName }) => {
        const covers = names.length === 0 ? 'no name at all' : names.slice(0, 3).join(', ');
        return `covers ${covers}${names.length > 3 ? ' and others' : ''}, not ${expectedName}`;
    }),
    remedy: (place) => ({
        summary: 'Serve a certificate that covers the name.',
        steps: [
            showCertificate(place),
            `See that the server has a site for the name: \`nginx -T | grep server_name\` must list \`${place.host}\`.`,
            `Make a certificate that covers it: \`certbot --nginx -d ${place.host}\`, or as the others were made.`,
            ORIGIN_CA,
            NOT_FULL,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-untrusted.js



/** Self-signed, of an unknown issuer, or sent without its intermediate. */
/* harmony default export */ const tls_certificate_untrusted = (defineCause({
    id: 'tls-certificate-untrusted',
    title: 'the certificate is not trusted',
    category: 'tls',
    owner: 'certificate',
    meaning: [
        'The certificate is self-signed, signed by an issuer that Cloudflare does not know, or served without the intermediate that links it to a known one. Under Full (strict) Cloudflare shows 526. A certificate of Cloudflare’s own Origin CA is trusted there, though by no browser.',
    ],
    heals: false,
    lookalikes: [
        {
            what: 'a chain without its intermediate',
            told: '`openssl s_client -showcerts`: a single certificate whose issuer is a public authority lacks its intermediate.',
        },
        {
            what: 'a revoked certificate',
            told: 'The issuer’s status page or its revocation list; this check does not ask for revocation.',
        },
    ],
    needs: ['edge'],
    match: (moment) => certificateMatch(moment, 'untrusted', ({ chainError, issuer }) => chainError === 'DEPTH_ZERO_SELF_SIGNED_CERT'
        ? 'is self-signed'
        : `was issued by “${issuer}”, which leads to no known authority (${chainError})`),
    remedy: (place) => ({
        summary: 'Serve a certificate that Cloudflare trusts, with its whole chain.',
        steps: [
            showCertificate(place),
            'If the issuer is a public authority, serve the full chain: `fullchain.pem`, not `cert.pem`, in `ssl_certificate`.',
            'If it is self-signed, get a public one: `certbot --nginx`.',
            ORIGIN_CA,
            NOT_FULL,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/unexpected-status.js




/** The site works, and says something else than was asked for. */
/* harmony default export */ const unexpected_status = (defineCause({
    id: 'unexpected-status',
    title: 'the site answers with a status that is not expected',
    category: 'content',
    owner: 'deploy',
    meaning: [
        'The answer is a good one in itself, with a status outside `expected-status`: a page that this version no longer has, a login that is asked for, a redirect where none should be. No fault of the way to the origin explains it.',
    ],
    heals: true,
    lookalikes: [
        { what: 'a wrong `url` in the workflow', told: 'Open it in a browser.' },
        {
            what: 'an origin that was asked under another name than Cloudflare uses',
            told: 'Dashboard, Rules → Origin Rules: give the Host override to `origin-host`.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const clues = cluesOf(moment);
        const shown = strangeStatus(moment, moment.edge);
        const direct = (0,facts/* notLetIn */.u6)(moment) && (0,facts/* served */.EZ)(moment) ? undefined : strangeStatus(moment, moment.origin);
        const host = (0,trails/* foreignHost */.ls)(moment);
        if (host !== undefined && moment.edge?.kind === 'broken') {
            const because = `the site sends visitors to ${host}, and nothing usable comes from there`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'away' };
        }
        if (shown !== undefined && !(0,facts/* cloudflareWrote */.ZB)(moment)) {
            const both = direct === shown;
            const where = host === undefined ? '' : ` from ${host}, where the site sends them`;
            const because = both
                ? `visitors and the direct probe both get ${shown}${unexpected_status_formOf(moment, shown) === 'head' ? ' to HEAD' : ''}${(0,facts/* chokesOnCloudflare */.iZ)(moment) ? '; without the fields that only Cloudflare sends, the origin is fine' : ''}`
                : `visitors get ${shown}${where}, and no fault of the connection explains it`;
            // A refusal may have two authors: a rule at Cloudflare, and an origin that admits only Cloudflare.
            const refusal = shown === 401 || shown === 403 || shown === 429;
            const confidence = both && !refusal ? 'certain' : 'likely';
            const form = host === undefined ? unexpected_status_formOf(moment, shown) : 'away';
            return { outcome: 'unhealthy', confidence, because, clues, form };
        }
        if (direct === undefined || !(0,facts/* served */.EZ)(moment))
            return;
        const because = `the origin answers ${direct} when asked directly; what visitors get may come from a cache or from another origin`;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: unexpected_status_formOf(moment, direct) };
    },
    remedy: ({ host, form }) => ({
        summary: SUMMARIES[form ?? ''] ?? 'Compare what was deployed with what is expected.',
        steps: STEPS[form ?? ''] ?? [
            `Ask for the page: \`curl -si 'https://${host}/' | head -n 20\`, with the path of \`url\`.`,
            'See whether the deploy put the page there: routes, files, base path, language redirects.',
            'If the status is right, say so: `expected-status: 200-399, 404`, for instance.',
            'If only the direct probe is off, set `origin-host` to the Host that Cloudflare sends.',
        ],
        difficulty: 'easy',
        reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes',
    }),
}));
const SUMMARIES = {
    head: 'Ask with GET: the site does not take HEAD.',
    redirect: 'See whether the site should redirect there, and say so if it should.',
    away: 'Look at the host that the site sends visitors to.',
};
const STEPS = {
    head: [
        'Set `method: GET`, or leave it out.',
        'Or let the application answer HEAD as it answers GET, without the body: crawlers and monitors use it.',
    ],
    redirect: [
        'See where it leads: `curl -sI URL`, and the header `Location`.',
        'If the redirect is right, follow it: leave `follow-redirects` out. Or expect it: `expected-status: 301`, with `follow-redirects: 0`.',
        'If it is wrong, look for it in the application, in the web server, and in Cloudflare under Rules.',
    ],
    away: [
        'See where it leads: `curl -sIL URL`, and the headers `Location`.',
        'If that host is yours too, give it to this check as a `url` of its own, with its `origin`: it then gets a diagnosis of its own.',
        'If the redirect is wrong, look for it in the application, in the web server, and in Cloudflare under Rules.',
        'To judge the redirect itself, set `follow-redirects: 0` and expect its status.',
    ],
};
function unexpected_status_formOf({ asked }, status) {
    if (asked.method === 'HEAD' && status === 405)
        return 'head';
    return status >= 300 && status < 400 ? 'redirect' : '';
}
/** The status of an answer that is neither expected nor a server's error. */
function strangeStatus(moment, exchange) {
    if (exchange?.kind !== 'answered' || (0,facts/* statusExpected */.jw)(moment, exchange))
        return;
    if ((0,trails/* endless */.bK)(exchange) !== undefined)
        return;
    return exchange.head.status < 500 ? exchange.head.status : undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/unexplained.js


/** The honest rest: broken, and no rule knows why. It speaks only when every other cause is silent. */
/* harmony default export */ const unexplained = (defineCause({
    id: 'unexplained',
    title: 'no known cause fits what was seen',
    category: '',
    owner: 'unknown',
    meaning: [
        'Something is wrong, and what was seen fits none of the causes that this check knows. The report tells what was seen.',
    ],
    heals: true,
    lookalikes: [],
    // Health is seen: where nothing was seen, this has to speak.
    needs: [],
    match(moment) {
        const clues = cluesOf(moment);
        if (moment.edge === undefined) {
            const because = 'nobody has looked at the site as visitors get it';
            return { outcome: 'inconclusive', confidence: 'possible', because, clues };
        }
        const because = 'the site or its origin fails, in a way that no rule of this check knows';
        return { outcome: 'unhealthy', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: 'Read what was seen, and tell us about it.',
        steps: [
            'Compare both sides in the table: the first difference is where to look.',
            'Look at the origin’s logs from the time of this check, and at Cloudflare’s dashboard under Analytics → Errors.',
            'Open an issue at https://github.com/origin-gate/origin-gate/issues with the JSON report, so that this case gets a name.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/index.js


































/** Every cause, specific before general: among equals in confidence the earlier one leads. */
const CAUSES = [
    cloudflare_tunnel_down,
    dns_origin_unresolvable,
    tls_certificate_expired,
    tls_certificate_untrusted,
    tls_certificate_name_mismatch,
    origin_refused,
    origin_unreachable,
    origin_connect_timeout,
    origin_headers_too_large,
    origin_http2_broken,
    origin_malformed_response,
    origin_truncated_response,
    origin_empty_response,
    origin_reset,
    origin_response_timeout,
    origin_app_down,
    origin_app_timeout,
    origin_app_error,
    cloudflare_blocked_by_origin,
    cloudflare_edge_error,
    cloudflare_challenged,
    cloudflare_waf_blocked,
    cloudflare_rate_limited,
    cloudflare_access_required,
    dns_no_such_host,
    runner_offline,
    dns_not_proxied,
    redirect_loop,
    origin_not_deployed,
    edge_stale,
    unexpected_status,
    slow_response,
    origin_locked_to_cloudflare,
    unexplained,
];
/** The cause with this id, if there is one. */
function causeById(id) {
    return CAUSES.find((cause) => cause.id === id);
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
/* harmony export */   $r: () => (/* binding */ edgeSaid),
/* harmony export */   EZ: () => (/* binding */ served),
/* harmony export */   H0: () => (/* binding */ gatewayErrorOfCloudflare),
/* harmony export */   IY: () => (/* binding */ proxied),
/* harmony export */   Id: () => (/* binding */ answersWell),
/* harmony export */   Km: () => (/* binding */ servedFresh),
/* harmony export */   Lp: () => (/* binding */ originNotFound),
/* harmony export */   Mf: () => (/* binding */ failedWith),
/* harmony export */   PG: () => (/* binding */ edgeReachable),
/* harmony export */   QO: () => (/* binding */ broke),
/* harmony export */   ZB: () => (/* binding */ cloudflareWrote),
/* harmony export */   _L: () => (/* binding */ patience),
/* harmony export */   cN: () => (/* binding */ certificateFault),
/* harmony export */   gI: () => (/* binding */ originSound),
/* harmony export */   iZ: () => (/* binding */ chokesOnCloudflare),
/* harmony export */   jw: () => (/* binding */ statusExpected),
/* harmony export */   lS: () => (/* binding */ visitorsSee),
/* harmony export */   p2: () => (/* binding */ asExpected),
/* harmony export */   u6: () => (/* binding */ notLetIn),
/* harmony export */   vY: () => (/* binding */ beside),
/* harmony export */   vr: () => (/* binding */ edgeCode),
/* harmony export */   z$: () => (/* binding */ undecodable)
/* harmony export */ });
/* harmony import */ var _cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6464);
/* harmony import */ var _cloudflare_ranges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9185);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4588);
/* harmony import */ var _trails_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9352);




/** Broke in that phase, and if reasons are named, for one of them. */
function broke(exchange, phase, ...reasons) {
    if (exchange?.kind !== 'broken' || exchange.phase !== phase)
        return false;
    return reasons.length === 0 || reasons.includes(exchange.error.reason);
}
/** Answered with a status that the user expects, or sent to another host as visitors are. Not to and fro without end. */
function statusExpected(moment, exchange) {
    if (exchange?.kind !== 'answered' || (0,_trails_js__WEBPACK_IMPORTED_MODULE_1__/* .endless */ .bK)(exchange) !== undefined)
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
/** Visitors are answered well, and Cloudflare asked an origin for it just now. */
function servedFresh(moment) {
    if (!served(moment))
        return false;
    if ((0,_trails_js__WEBPACK_IMPORTED_MODULE_1__/* .ledAway */ .mE)(moment))
        return (0,_trails_js__WEBPACK_IMPORTED_MODULE_1__/* .sentAwayByOrigin */ .mV)(moment);
    return (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .throughCloudflare */ .TV)(moment.edge) && !(0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .fromCache */ .ZY)(moment.edge);
}
/** The code of the error that Cloudflare told visitors, unless that is what the user expects. */
function edgeCode(moment) {
    return served(moment) ? undefined : (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .edgeErrorIn */ .L3)(moment.edge)?.code;
}
/** What visitors get was written by Cloudflare: an error of its own telling, or a challenge. */
function cloudflareWrote(moment) {
    return edgeCode(moment) !== undefined || (!served(moment) && (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .challengeIn */ .F2)(moment.edge) !== undefined);
}
/** Cloudflare told visitors one of these codes. */
function edgeSaid(moment, ...codes) {
    const code = edgeCode(moment);
    return code !== undefined && codes.includes(code);
}
/** What the 502 or 504 that visitors get is: Cloudflare's own, or one that it passed on with its branding. */
function gatewayErrorOfCloudflare(moment) {
    const error = (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .edgeErrorIn */ .L3)(moment.edge);
    return error !== undefined && !served(moment) && (error.form === 'bare' || error.category === 'cloudflare');
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
    return moment.dns.addresses.some(({ address }) => (0,_cloudflare_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .inCloudflareRanges */ .f)(address));
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
function notLetIn({ origin }) {
    if (origin === undefined)
        return false;
    if (origin.kind === 'broken') {
        if (origin.phase === 'resolve')
            return false;
        if (origin.phase === 'connect' || origin.phase === 'tls')
            return true;
        if (origin.error.code.includes('CERTIFICATE_REQUIRED'))
            return true;
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

/***/ 2472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ lacksBackend),
/* harmony export */   b: () => (/* binding */ generatorOf)
/* harmony export */ });
/** Each by what it alone sends. A `Server` header by itself says who carries the page, not who wrote it: hence the bodies. */
const FINGERPRINTS = [
    { name: 'nginx', kind: 'proxy', body: /<hr><center>nginx(\/[\d.]+)?<\/center>/ },
    { name: 'OpenResty', kind: 'proxy', body: /<hr><center>openresty(\/[\d.]+)?<\/center>/ },
    { name: 'Tengine', kind: 'proxy', body: /Powered by Tengine|<hr><center>tengine/i },
    {
        name: 'Azure Application Gateway',
        kind: 'front',
        body: /<center>Microsoft-Azure-Application-Gateway\/v2<\/center>/,
    },
    { name: 'AWS load balancer', kind: 'proxy', server: /^awselb\/2/ },
    {
        name: 'Apache',
        kind: 'proxy',
        body: /The proxy server received an invalid\s+response from an upstream server|did not receive a timely response\s+from the upstream server|temporarily unable to service your\s+request due to maintenance downtime or capacity/,
    },
    {
        name: 'HAProxy',
        kind: 'proxy',
        body: /<h1>50[0234] [^<]{3,40}<\/h1>\s*(The server returned an invalid or incomplete response|No server is available to handle this request|The server didn't respond in time|An internal server error occurred)\./,
    },
    { name: 'Varnish', kind: 'proxy', body: /<p>Varnish cache server<\/p>|Guru Meditation/ },
    {
        name: 'Envoy',
        kind: 'proxy',
        body: /^(upstream connect error or disconnect\/reset before headers|no healthy upstream|upstream request timeout)/,
    },
    {
        name: 'Kong',
        kind: 'proxy',
        body: /An invalid response was received from the upstream server|The upstream server is (currently unavailable|timing out)/,
    },
    { name: 'Traefik', kind: 'proxy', body: /^(no available server|Bad Gateway|Gateway Timeout)\s*$/ },
    { name: 'Caddy', kind: 'proxy', server: /^Caddy/i, empty: true },
    { name: 'Render', kind: 'front', header: 'x-render-origin-server' },
    { name: 'Railway', kind: 'front', header: 'x-railway-fallback' },
    { name: 'Vercel', kind: 'front', header: 'x-vercel-error' },
    { name: 'Fly.io', kind: 'front', server: /^Fly\//, empty: true },
    { name: 'CloudFront', kind: 'front', body: /Generated by cloudfront/i },
    {
        name: 'Google Cloud load balancer',
        kind: 'front',
        body: /<title>502 Server Error<\/title>|<title>502<\/title>502 Bad Gateway/,
    },
    { name: 'Heroku', kind: 'front', body: /herokucdn\.com\/error-pages\// },
];
/** Who wrote an error answer, if its page or headers tell. */
function generatorOf({ head, body }) {
    if (head.status < 400)
        return;
    const fits = ({ server, header, body: page, empty }) => (server === undefined || server.test(head.headers['server'] ?? '')) &&
        (header === undefined || head.headers[header] !== undefined) &&
        (page === undefined || page.test(body.text)) &&
        (empty === undefined || body.bytes === 0);
    const found = FINGERPRINTS.find(fits);
    return found && { name: found.name, kind: found.kind };
}
/** Whether a 503 says that a proxy has no application to pass the request to. */
function lacksBackend({ head, body }) {
    if (head.status !== 503)
        return false;
    if (head.headers['server']?.startsWith('awselb/2') === true)
        return true;
    return /No server is available to handle this request|no healthy upstream|no available server|Backend fetch failed|upstream connect error/.test(body.text);
}


/***/ }),

/***/ 1138:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ tookOf),
/* harmony export */   R: () => (/* binding */ inTime)
/* harmony export */ });
/** Milliseconds from dialling to the last byte, with all redirects that were followed, as far as it went. */
function tookOf({ timings, trail }) {
    const took = [...Object.values(timings), ...(trail?.redirects ?? []).map((redirect) => redirect.took)];
    return took.reduce((sum, ms) => sum + ms, 0);
}
/** `340 ms`, `1004 ms`, `12.4 s`: close to a limit, a rounded figure would look like the limit itself. */
function inTime(milliseconds) {
    return milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${Math.round(milliseconds / 100) / 10} s`;
}


/***/ }),

/***/ 9352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QY: () => (/* binding */ followsVisitors),
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
/** Visitors are sent from the site's host to another, and get their answer there. */
function ledAway({ asked, edge }) {
    const last = edge?.trail?.redirects.at(-1);
    return last !== undefined && hostOf(last.to) !== hostOf(asked.url);
}
/** The origin, asked directly, leads away from the site's host, and visitors are sent away too. */
function followsVisitors(moment, exchange) {
    return exchange !== moment.edge && exchange?.trail?.end === 'elsewhere' && ledAway(moment);
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
    return `, leading to ${shortened(next)}${count === 0 ? '' : ` ${after}`}`;
}
function shortened(url) {
    return url.length <= 120 ? url : `${url.slice(0, 119)}…`;
}


/***/ }),

/***/ 4686:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VT: () => (/* binding */ ORIGIN),
/* harmony export */   ci: () => (/* binding */ addressOf),
/* harmony export */   er: () => (/* binding */ sameBytes),
/* harmony export */   wn: () => (/* binding */ sextetsOf)
/* harmony export */ });
/* unused harmony export quadOf */
/** What stands where the origin's address stood. A shell variable, so that printed commands still run. */
const ORIGIN = '$ORIGIN';
const QUAD = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
/** IPv4 in its one canonical spelling, give or take zeros in front. */
function quadOf(text) {
    const octets = QUAD.exec(text)?.slice(1).map(Number);
    return octets?.every((octet) => octet < 256) === true ? octets : undefined;
}
function bytesOfGroups(groups) {
    const bytes = [];
    for (const [index, group] of groups.entries()) {
        const quad = index === groups.length - 1 ? quadOf(group) : undefined;
        if (quad !== undefined) {
            bytes.push(...quad);
        }
        else if (/^[0-9a-f]{1,4}$/i.test(group)) {
            const value = Number.parseInt(group, 16);
            bytes.push(value >> 8, value & 0xff);
        }
        else {
            return undefined;
        }
    }
    return bytes;
}
/** IPv6 in any spelling of RFC 4291, without brackets and zone. */
function sextetsOf(text) {
    const halves = text.split('::');
    // Most of what is asked about is no address: this keeps a long hostile run cheap.
    if (halves.length === 1 && (text.match(/:/g) ?? []).length < 6)
        return undefined;
    if (halves.length > 2)
        return undefined;
    const [head, tail] = halves.map((half) => bytesOfGroups(half === '' ? [] : half.split(':')));
    if (head === undefined)
        return undefined;
    if (halves.length === 1)
        return head.length === 16 ? head : undefined;
    if (tail === undefined || head.length + tail.length > 14)
        return undefined;
    return [...head, ...Array(16 - head.length - tail.length).fill(0), ...tail];
}
/** The bytes of an address; an IPv4 address dressed as IPv6 (`::ffff:203.0.113.10`) is the IPv4 address. */
function addressOf(text) {
    const bare = text.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '');
    const quad = quadOf(bare);
    if (quad !== undefined)
        return quad;
    const bytes = sextetsOf(bare);
    const mapped = bytes?.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 0xff)) === true;
    return mapped ? bytes?.slice(12) : bytes;
}
function sameBytes(a, b) {
    return a.length === b.length && a.every((byte, index) => byte === b[index]);
}


/***/ }),

/***/ 8651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   uH: () => (/* binding */ clean)
/* harmony export */ });
/** Nothing that is shown is longer, however much the other side sent. */
const LONGEST = 4096;
/** The text without what is invisible, turns the reading order around, or buries letters under marks. Controls become spaces. */
function visible(text) {
    return (text
        .slice(0, LONGEST)
        // Full-width, mathematical and circled forms become the plain ones: what reads like an address is one.
        .replace(/[\u{ff01}-\u{ff5e}\u{1d400}-\u{1d7ff}\u{2460}-\u{24ff}]/gu, (form) => form.normalize('NFKC'))
        .slice(0, LONGEST)
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/[\p{Cf}\p{Cs}\u{fe00}-\u{fe0f}]+/gu, '')
        .replace(/(\p{M}{2})\p{M}+/gu, '$1'));
}
/** One line of visible text, its words one space apart. Not escaped for anything yet. */
function clean(text) {
    return visible(text).replace(/\s+/gu, ' ').trim();
}
/** At most `max` code points; an ellipsis tells that something was cut. */
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

/***/ 2527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Fo: () => (/* binding */ terminal),
/* harmony export */   aC: () => (/* binding */ woven),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   iV: () => (/* binding */ spans),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   qy: () => (/* binding */ html),
/* harmony export */   vf: () => (/* binding */ shell)
/* harmony export */ });
/* harmony import */ var _clean_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8651);

/** Unseen, without width: parts what GitHub would otherwise turn into a mention, a reference or an emoji. */
const GAP = '\u200b';
/**
 * Plain text for a place where GitHub reads Markdown: it comes out as the same letters, on one line, with no effect.
 * `$ORIGIN` becomes code, since two dollars make a formula.
 *
 * GitHub looks for mentions, issues, commits and emoji after it has read the Markdown, when backslashes are gone;
 * only something between the letters stops it.
 */
function md(text) {
    return woven(text, /(\$ORIGIN(?![A-Za-z0-9_]))/, (token) => code(token));
}
/**
 * Escaped text with tokens in it that are made Markdown in a way of their own.
 *
 * @param tokens one group around the whole: every second piece of the split is a token
 */
function woven(text, tokens, token) {
    const pieces = (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .uH)(text).split(tokens);
    const last = pieces.length - 1;
    return pieces
        .map((piece, index) => {
        if (index % 2 === 1)
            return token(piece);
        // Between two tokens stands something, or their backquotes would run into one another.
        return piece === '' && index > 0 && index < last ? GAP : literal(piece);
    })
        .join('');
}
function literal(text) {
    return apart(text)
        .replace(/[\\`*_[\]<>|~&]/g, String.raw `\$&`)
        .replace(/\$/g, '<span>$</span>')
        .replace(/:(?=\/\/)/g, String.raw `\:`)
        .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
        .replace(/^(?:[#+=-]|:(?=-))/, String.raw `\$&`)
        .replace(/(?<=\s)#(?=#*$)/, String.raw `\#`)
        .replace(/^(\d+)([.)])(?=\s|$)/, String.raw `$1\$2`);
}
/** Puts gaps where GitHub would find a person, an issue, a commit or an emoji. */
function apart(text) {
    return (text
        .replace(/@(?=[\p{L}\p{N}_.-])/gu, `@${GAP}`)
        .replace(/#(?=\d)/g, `#${GAP}`)
        .replace(/GHSA-/gi, (prefix) => prefix + GAP)
        .replace(/\b([A-Z]{2,12}-)(?=\d)/gi, `$1${GAP}`)
        .replace(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/gi, (hash) => hash.replace(/.{6}(?=.)/g, `$&${GAP}`))
        // But for two digits: they are a time.
        .replace(/:(?!\d\d:)(?=[a-z0-9_+-]+:)/gi, `:${GAP}`));
}
/** The same for a place where GitHub reads HTML only, such as a `<summary>` or an attribute. */
function html(text) {
    return apart((0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .uH)(text)).replace(/[&<>"']/g, entity);
}
function entity(character) {
    return `&#${character.codePointAt(0)};`;
}
/** Code within a line. Nothing in the text can end it; GitHub looks for nothing in it. */
function code(text, where = 'cell') {
    const line = (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .uH)(text);
    if (line === '')
        return '` `';
    if (where === 'cell' && line.includes('|')) {
        return `<code>${line.replace(/[!-/:-@[-`{-~]/g, entity)}</code>`;
    }
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = /^`|`$/.test(line) ? ' ' : '';
    return fence + pad + line + pad + fence;
}
/** Code on lines of its own. The block begins a paragraph: an empty line goes before it. */
function codeBlock(text, language = 'text') {
    const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK);
    const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
    return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
/** Our own sentences put commands and values in backquotes; those become code, the rest is escaped. */
function spans(text, where = 'line') {
    return woven(text, /(`[^`]+`|\$ORIGIN(?![A-Za-z0-9_]))/, (token) => code(token.replaceAll('`', ''), where));
}
/**
 * One line for a terminal or a log: no escape sequence, and nothing that the Actions runner takes for a command.
 * It takes `::name::` at the beginning of a line, and `##[name]` anywhere.
 */
function terminal(text) {
    return (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
        .replace(/(^|\s):(?=:)/g, `$1:${GAP}`)
        .replace(/##(?=\[)/g, `#${GAP}#`);
}
/** One word of a POSIX shell. */
function shell(text) {
    return `'${(0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .uH)(text).replaceAll("'", String.raw `'\''`)}'`;
}


/***/ }),

/***/ 8931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ shownLook),
/* harmony export */   bu: () => (/* binding */ outcome),
/* harmony export */   hf: () => (/* binding */ timelineOf)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);

/** The look that the report shows: the newest one that says what the diagnosis says. */
function shownLook({ verdict, cause, looks }, history) {
    const says = (index, id) => looks[index]?.verdict === verdict && (id === undefined || looks[index].findings[0]?.cause.id === id);
    const newest = (id) => history.findLastIndex((_, index) => says(index, id));
    const exact = newest(cause?.cause.id);
    return history[exact < 0 ? newest() : exact] ?? history.at(-1) ?? history[0];
}
function timelineOf({ looks }, history) {
    return history.map((evidence, index) => ({
        at: new Date(evidence.at).toISOString(),
        verdict: looks[index]?.verdict ?? 'inconclusive',
        cause: looks[index]?.findings[0]?.cause.id ?? '',
        edge: outcome(evidence.edge),
        origin: (evidence.origins ?? []).map(outcome).join(', '),
    }));
}
/** `200`, `connection refused`; empty when it was not asked. */
function outcome(exchange) {
    if (exchange === undefined)
        return '';
    if (exchange.kind === 'answered')
        return String(exchange.head.status);
    const { reason, code } = exchange.error;
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .briefly */ .m_)({ phase: exchange.phase, reason, code: /^[A-Z0-9_]{1,60}$/.test(code) ? code : '' });
}


/***/ }),

/***/ 3319:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ redactNothing),
  y: () => (/* binding */ redactorOf)
});

// EXTERNAL MODULE: ./lib/report/address.js
var address = __webpack_require__(4686);
;// CONCATENATED MODULE: ./lib/report/redact-names.js

const NAME = /[\p{L}\p{N}_*][\p{L}\p{N}_.*-]*/gu;
/** A name in the letters of the DNS: `ürsprung.example` is searched for as `xn--…`. */
function asciiOf(name) {
    if (/^[\p{ASCII}]*$/u.test(name))
        return name.toLowerCase();
    return URL.parse(`http://${name}`)?.hostname ?? name.toLowerCase();
}
/**
 * A bare word such as `nginx` or `localhost` may be an origin's name and an ordinary word. It is one only where an
 * address would stand: after `//` or `@`, or before a port.
 */
function standsForAHost(text, start, end) {
    return (/(?:\/\/|@)$/.test(text.slice(Math.max(0, start - 2), start)) || /^:\d/.test(text.slice(end, end + 2)));
}
/** Replaces the origin's names, and every longer name that has one of them in it: it would give the origin away too. */
function redactNames(text, names, shown) {
    if (names.length === 0)
        return text;
    return withoutPieces(withoutNames(text, names, shown), names, shown);
}
/** What stands between the labels of a name, for DNS and for whoever writes it down in another way. */
const BETWEEN = String.raw `(?:\.|%(?:25)*2e|\[\.\]|\(\.\)|\\\.|[-_])`;
/** The names inside of longer words that are no names, such as `lb_origin.example.net_443`. */
function withoutPieces(text, names, shown) {
    const spelt = names
        .filter((name) => name.includes('.'))
        .map((name) => name
        .split('.')
        .map((label) => RegExp.escape(label))
        .join(BETWEEN));
    if (spelt.length === 0)
        return text;
    // The public names come first, so that a piece of one of them is not found.
    const open = shown.map((name) => RegExp.escape(name));
    const either = new RegExp(`(?<![a-z0-9])(?:${[...open, ...spelt].join('|')})(?![a-z0-9])`, 'gi');
    return text.replace(either, (found) => (shown.includes(found.toLowerCase()) ? found : address/* ORIGIN */.VT));
}
function withoutNames(text, names, shown) {
    return text.replace(NAME, (found, start) => {
        const bare = found.replace(/[.-]+$/, '');
        const name = asciiOf(bare);
        if (shown.includes(name))
            return found;
        const hidden = names.some((secret) => secret.includes('.')
            ? `.${name}.`.includes(`.${secret}.`)
            : name === secret && standsForAHost(text, start, start + found.length));
        return hidden ? `${address/* ORIGIN */.VT}${found.slice(bare.length)}` : found;
    });
}

;// CONCATENATED MODULE: ./lib/report/redact-quads.js

// Eight hexadecimal digits, as load balancers and host names have them: `0xcb00710a`, `h-cb00710a.example.net`.
const HEX = /(?<![0-9a-f])(?:0x0*)?[0-9a-f]{8}(?![0-9a-f])/gi;
const SEPARATOR = String.raw `(?:\[\.\]|\(\.\)|\\\.|%(?:25)*2e| ?\. ?|[._:/,+-])`;
const NUMBER = '(?:0x[0-9a-f]+|[0-9]+)';
const RUN = new RegExp(`${NUMBER}(?:${SEPARATOR}${NUMBER})*`, 'gi');
const SPLIT = new RegExp(`(${SEPARATOR})`, 'i');
// The same, octet by octet: `cb.00.71.0a`, `CB:00:71:0A`.
const HEX_OCTETS = /(?<![0-9a-z])[0-9a-f]{1,2}(?:([.:_-])[0-9a-f]{1,2})(?:\1[0-9a-f]{1,2}){2}(?![0-9a-z])/gi;
/** More digits than any spelling of 32 bits needs, zeros in front included. */
const MOST_DIGITS = 24;
/** Replaces IPv4 addresses: dotted, dashed, reversed, padded with zeros, octal, hexadecimal, or as one integer. */
function redactQuads(text, quads) {
    if (quads.length === 0)
        return text;
    const integers = new Set(quads.map(integerOf));
    const hexHidden = (digits) => integers.has(Number.parseInt(digits.replace(/^0x/i, ''), 16));
    return text
        .replace(HEX, (found) => (hexHidden(found) ? address/* ORIGIN */.VT : found))
        .replace(HEX_OCTETS, (found) => quads.some((quad) => (0,address/* sameBytes */.er)(hexOctetsOf(found), quad)) ? address/* ORIGIN */.VT : found)
        .replace(RUN, (run, start, whole) => {
        const named = /^\.[a-z]/i.test(whole.slice(start + run.length, start + run.length + 2));
        return redactRun(run, quads, named);
    });
}
function hexOctetsOf(text) {
    return text.split(/[.:_-]/).map((octet) => Number.parseInt(octet, 16));
}
function integerOf(bytes) {
    return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
/** What a number may mean: zeros in front are octal to some programs and padding to others. */
function meaningsOf(digits) {
    if (digits.length > MOST_DIGITS)
        return [];
    if (/^0x/i.test(digits))
        return [Number.parseInt(digits.slice(2), 16)];
    return /^0[0-7]+$/.test(digits) ? [Number(digits), Number.parseInt(digits, 8)] : [Number(digits)];
}
/** `203.0.28938` and `203.28938` are 203.0.113.10 to every program that uses `inet_aton`; so is one integer. */
function meansShort(window, quad) {
    const front = quad.slice(0, window.length - 1);
    const rest = integerOf(quad.slice(window.length - 1));
    // `10.5` is far more often a version or a duration than 10.0.0.5.
    if (rest < 256)
        return false;
    return [...front, rest].every((value, index) => meaningsOf(window[index] ?? '').includes(value));
}
function meansQuad(window, quad) {
    return quad.every((octet, index) => meaningsOf(window[index] ?? '').includes(octet));
}
/** Twelve digits, three for each octet: some providers name their customers' hosts so. */
function isPadded(digits, quad) {
    return (0,address/* sameBytes */.er)((/^\d{12}$/.exec(digits)?.[0].match(/\d{3}/g) ?? []).map(Number), quad);
}
/** @param named a name goes on after the run: `10.113.0.203.in-addr.arpa`. Without it, a reversed address is another address. */
function redactRun(run, quads, named) {
    const parts = run.split(SPLIT);
    const numbers = parts.filter((_, index) => index % 2 === 0);
    const dashed = parts.some((part) => part === '-' || part === '_');
    const reversible = named || dashed;
    const hidden = (from, count) => {
        const window = numbers.slice(from, from + count);
        if (window.length < count)
            return false;
        return quads.some((quad) => {
            if (count === 4)
                return meansQuad(window, quad) || (reversible && meansQuad(window.toReversed(), quad));
            return meansShort(window, quad) || (count === 1 && isPadded(window[0] ?? '', quad));
        });
    };
    let rest = '';
    for (let from = 0; from < numbers.length; from += 1) {
        const count = [4, 3, 2, 1].find((count) => hidden(from, count)) ?? 0;
        rest += count > 0 ? address/* ORIGIN */.VT : (numbers[from] ?? '');
        from += Math.max(0, count - 1);
        rest += parts[from * 2 + 1] ?? '';
    }
    return rest;
}

;// CONCATENATED MODULE: ./lib/report/redact-sextets.js

// An address as people write it, and as host names carry it: `2001-db8--1.example.net`.
const COLONS = /\[?(?:[0-9a-f]{0,4}(?::|%3a)){2,}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})\]?/gi;
const DASHES = /(?:[0-9a-f]{0,4}-){2,}[0-9a-f]{0,4}/gi;
const NIBBLES = /(?<![0-9a-f])[0-9a-f](?:\.[0-9a-f]){31}(?![0-9a-f])/gi;
const BARE = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/gi;
const redact_sextets_SEPARATOR = /((?::|%3a|-){1,2})/i;
/** Eight groups and seven separators; a leading or trailing `::` adds an empty group. */
const LONGEST = 19;
/** Replaces IPv6 addresses, and IPv6 spellings that carry an IPv4 address in them (mapped, NAT64, 6to4). */
function redactSextets(text, sextets, quads) {
    if (sextets.length === 0 && quads.length === 0)
        return text;
    const hidden = (bytes) => bytes !== undefined && (sextets.some((secret) => (0,address/* sameBytes */.er)(bytes, secret)) || carriesOneOf(bytes, quads));
    const hiddenText = (spelling) => hidden((0,address/* sextetsOf */.wn)(spelling));
    const hex = (digits) => (hidden(bytesOfHex(digits)) ? address/* ORIGIN */.VT : digits);
    return text
        .replace(NIBBLES, (found) => hidden(bytesOfHex(found.split('.').toReversed().join(''))) ? address/* ORIGIN */.VT : found)
        .replace(BARE, hex)
        .replace(COLONS, (found) => redact_sextets_redactRun(found, hiddenText))
        .replace(DASHES, (found) => redact_sextets_redactRun(found, hiddenText));
}
function bytesOfHex(digits) {
    return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
function carriesOneOf(bytes, quads) {
    return quads.some((quad) => quad[0] !== 0 && [2, 4, 6, 8, 10, 12].some((at) => (0,address/* sameBytes */.er)(bytes.slice(at, at + 4), quad)));
}
/** A run of groups may be more than the address: a word in front of it, a port behind it. */
function redact_sextets_redactRun(run, hidden) {
    const [, open = '', inner = '', close = ''] = /^(\[?)(.*?)(\]?)$/.exec(run) ?? [];
    const parts = inner.split(redact_sextets_SEPARATOR);
    const spelled = (from, to) => parts.slice(from, to).join('').replace(/%3a|-/gi, ':');
    if (hidden(spelled(0, parts.length)))
        return address/* ORIGIN */.VT;
    // Another whole address: it stays, unless its last group is the port of ours.
    if ((0,address/* sextetsOf */.wn)(spelled(0, parts.length)) !== undefined) {
        return hidden(spelled(0, -2)) ? `${open}${address/* ORIGIN */.VT}${parts.slice(-2).join('')}${close}` : run;
    }
    let rest = '';
    for (let from = 0; from < parts.length; from += 2) {
        let to = Math.min(parts.length, from + LONGEST);
        while (to > from && !hidden(spelled(from, to)))
            to -= 2;
        if (to > from) {
            rest += address/* ORIGIN */.VT + (parts[to] ?? '');
            from = to - 1;
        }
        else {
            rest += (parts[from] ?? '') + (parts[from + 1] ?? '');
        }
    }
    return `${open}${rest}${close}`;
}

;// CONCATENATED MODULE: ./lib/report/redact.js




/** For `show-origin: true`. */
const redactNothing = (text) => text;
/**
 * Replaces the origin's address wherever it occurs, in any spelling. Text is searched for what may be an address, and
 * that is compared byte by byte: spellings are never enumerated.
 *
 * @param targets host names of the origin and every address they resolved to
 * @param shown hosts that are public anyway, such as the site's own: never replaced, even when the origin has the same name
 */
function redactorOf(targets, shown = []) {
    const shownNames = shown.map(nameOf);
    const shownAddresses = shown.map((host) => (0,address/* addressOf */.ci)(host)).filter((bytes) => bytes !== undefined);
    const addresses = targets
        .map((target) => (0,address/* addressOf */.ci)(target))
        .filter((bytes) => bytes !== undefined)
        .filter((bytes) => !shownAddresses.some((shownBytes) => (0,address/* sameBytes */.er)(bytes, shownBytes)));
    const names = targets
        .filter((target) => (0,address/* addressOf */.ci)(target) === undefined)
        .map(nameOf)
        .filter((name) => name !== '' && !shownNames.includes(name));
    if (addresses.length === 0 && names.length === 0)
        return redactNothing;
    const quads = addresses.filter((bytes) => bytes.length === 4);
    const sextets = addresses.filter((bytes) => bytes.length === 16);
    return (text) => redactQuads(redactSextets(redactNames(text, names, shownNames), sextets, quads), quads);
}
function nameOf(host) {
    return host.toLowerCase().replace(/\.+$/, '');
}


/***/ }),

/***/ 9844:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./lib/diagnosis/causes/index.js + 41 modules
var causes = __webpack_require__(3763);
// EXTERNAL MODULE: ./lib/report/clean.js
var clean = __webpack_require__(8651);
// EXTERNAL MODULE: ./lib/report/look.js
var look = __webpack_require__(8931);
// EXTERNAL MODULE: ./lib/cloudflare/answer.js + 1 modules
var answer = __webpack_require__(6464);
// EXTERNAL MODULE: ./lib/cloudflare/ranges.js
var ranges = __webpack_require__(9185);
// EXTERNAL MODULE: ./lib/diagnosis/facts.js
var facts = __webpack_require__(8150);
// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/path.js





const STOPS = ['visitor', 'DNS', 'Cloudflare', 'tunnel', 'firewall', 'TLS', 'origin', 'application'];
const ok = (detail = '') => ({ state: 'ok', detail });
const broken = (detail = '') => ({ state: 'broken', detail });
const unknown = (detail = '') => ({ state: 'unknown', detail });
/** The way of a request, and where it breaks: by what was seen, and by the cause that explains it. */
function pathOf(diagnosis, evidence) {
    const blamed = diagnosis.verdict === 'healthy' ? undefined : blamedStop(diagnosis, evidence);
    const { origin, label } = singledOut(diagnosis, evidence);
    // What visitors get proves the origin sound, unless it is this origin that the cause speaks of: there may be others.
    const throughEdge = blamed === 'origin' || blamed === 'application' ? undefined : freshEdge(evidence);
    const seen = {
        visitor: blamed === 'visitor' ? broken() : ok(),
        DNS: dnsSeen(evidence),
        Cloudflare: cloudflareSeen(evidence),
        tunnel: blamed === 'tunnel' ? unknown() : undefined,
        firewall: firewallSeen(diagnosis, blamed),
        TLS: tlsSeen(origin),
        origin: originSeen(origin, throughEdge),
        application: applicationSeen(evidence, origin, throughEdge),
    };
    const names = {
        origin: label,
        ...(blamed === 'visitor' && { visitor: 'this runner' }),
        ...(blamed === 'Cloudflare' && { Cloudflare: `Cloudflare ${seen.Cloudflare?.detail ?? ''}`.trim() }),
    };
    return STOPS.flatMap((stop) => {
        const found = seen[stop];
        if (found === undefined && stop !== blamed)
            return [];
        const known = stop === blamed && stop === 'Cloudflare' ? edgeFailure(evidence) : found;
        return [{ name: names[stop] ?? stop, ...judged(known ?? unknown(), stop === blamed, diagnosis) }];
    });
}
/** Only the blamed stop is shown broken. What else did not work, such as a direct probe turned away, is open to doubt. */
function judged(found, blamed, { verdict, cause }) {
    if (!blamed)
        return found.state === 'broken' ? unknown(found.detail) : found;
    const seen = found.state === 'broken' ? found.detail : '';
    const detail = WORDS[cause?.cause.id ?? ''] ?? seen;
    return verdict === 'unhealthy' ? broken(detail) : unknown(detail);
}
/** What a stop did, where no exchange shows it. */
const WORDS = {
    'cloudflare-blocked-by-origin': 'turns Cloudflare away',
    'origin-http2-broken': 'fails over HTTP/2',
    'origin-headers-too-large': 'too many headers',
    'origin-truncated-response': 'answers in part',
    'redirect-loop': 'redirects without end',
    'edge-stale': 'has the old content',
    'origin-not-deployed': 'lacks what is expected',
    'slow-response': 'too slow',
    'origin-locked-to-cloudflare': 'admits only Cloudflare',
    'cloudflare-tunnel-down': 'not connected',
    'cloudflare-tunnel-origin-unreachable': 'cannot reach the service',
    'cloudflare-challenged': 'challenges this runner',
    'cloudflare-waf-blocked': 'blocks this runner',
    'cloudflare-rate-limited': 'limits this runner',
    'cloudflare-access-required': 'asks for a login',
    'runner-offline': 'offline',
};
function blamedStop({ cause }, evidence) {
    if (cause === undefined)
        return undefined;
    const { id, category } = cause.cause;
    if (id.startsWith('cloudflare-tunnel'))
        return 'tunnel';
    if (id.startsWith('origin-app'))
        return 'application';
    if (id === 'edge-stale' || cause.match.owner === 'cloudflare-settings')
        return 'Cloudflare';
    if (id === 'cache-masks-broken-origin')
        return 'origin';
    switch (category) {
        case 'runner':
            return 'visitor';
        case 'dns':
            return 'DNS';
        case 'cloudflare':
            return 'Cloudflare';
        case 'firewall':
            return 'firewall';
        case 'tls':
            return 'TLS';
        case 'content':
            return 'application';
        case 'origin':
        case 'http':
            return connected(singledOut({ cause }, evidence).origin) ? 'application' : 'origin';
        case '':
            return undefined;
        default:
            return category;
    }
}
/** The origin that the cause speaks of; without one, the first. */
function singledOut({ cause }, { origins = [] }) {
    const position = cause?.origin?.position;
    const label = position === undefined || origins.length < 2 ? 'origin' : `origin ${position} of ${origins.length}`;
    return { origin: origins[(position ?? 1) - 1], label };
}
function dnsSeen({ dns }) {
    if (dns === undefined)
        return unknown();
    if (dns.kind === 'resolved')
        return ok();
    return broken(dns.reason === 'no-such-host' ? 'no such name' : dns.reason === 'no-address' ? 'no address' : 'no answer');
}
function cloudflareSeen({ edge, control, dns }) {
    const colo = (0,answer/* rayOf */.qj)(edge)?.colo ?? (0,answer/* traceOf */.fC)(control)?.colo ?? '';
    if ((0,answer/* throughCloudflare */.TV)(edge) || (0,answer/* traceOf */.fC)(control) !== undefined)
        return ok(colo);
    const elsewhere = dns?.kind === 'resolved' && !dns.addresses.some(({ address }) => (0,ranges/* inCloudflareRanges */.f)(address));
    if (elsewhere)
        return unknown('not on the way');
    return edge?.kind === 'broken' && dns?.kind === 'resolved' ? broken((0,look/* outcome */.bu)(edge)) : unknown();
}
/** What Cloudflare answered in place of the site. */
function edgeFailure(evidence) {
    return (0,facts/* asExpected */.p2)(evidence, evidence.edge) ? unknown() : broken((0,look/* outcome */.bu)(evidence.edge));
}
function firewallSeen({ notes }, blamed) {
    if (blamed === 'firewall')
        return unknown();
    return notes.some(({ cause }) => cause.id === 'origin-locked-to-cloudflare')
        ? ok('admits only Cloudflare')
        : undefined;
}
/** The server took the request: what goes wrong from there on is not its port's. */
function connected(origin) {
    return origin !== undefined && (origin.kind === 'answered' || passed(origin, 'tls'));
}
/** How far an exchange went: whether the phase was finished. */
function passed(exchange, phase) {
    const order = ['resolve', 'connect', 'tls', 'processing', 'transfer'];
    return order.indexOf(exchange.phase) > order.indexOf(phase);
}
function tlsSeen(origin) {
    if (origin === undefined)
        return undefined;
    const [fault] = origin.tls?.certificate.faults ?? [];
    if (fault !== undefined) {
        return broken(`certificate ${report_words/* FAULTS */.y2[fault]}`);
    }
    if (origin.tls !== undefined)
        return ok();
    if (origin.kind === 'broken' && origin.phase === 'tls')
        return broken((0,look/* outcome */.bu)(origin));
    return undefined;
}
function freshEdge(evidence) {
    return (0,facts/* servedFresh */.Km)(evidence) ? evidence.edge : undefined;
}
function originSeen(origin, throughEdge) {
    const accepted = connected(origin) || (origin?.kind === 'broken' && origin.phase === 'tls');
    if (accepted || throughEdge !== undefined)
        return ok();
    return origin === undefined ? unknown() : broken((0,look/* outcome */.bu)(origin));
}
function applicationSeen(evidence, origin, throughEdge) {
    if (origin?.kind === 'answered') {
        return (0,facts/* asExpected */.p2)(evidence, origin) ? ok((0,look/* outcome */.bu)(origin)) : broken((0,look/* outcome */.bu)(origin));
    }
    if (throughEdge !== undefined)
        return ok((0,look/* outcome */.bu)(throughEdge));
    return connected(origin) ? broken((0,look/* outcome */.bu)(origin)) : unknown();
}

// EXTERNAL MODULE: ./lib/diagnosis/generator.js
var generator = __webpack_require__(2472);
// EXTERNAL MODULE: ./lib/diagnosis/pace.js
var pace = __webpack_require__(1138);
;// CONCATENATED MODULE: ./lib/report/probes.js




/** More names than this tell a reader nothing, and a certificate may have thousands. */
const MOST_NAMES = 10;
function probesOf(evidence, say) {
    const { edge, control, dns, origins = [], asked } = evidence;
    return {
        ...(edge !== undefined && { edge: probeOf(edge, say) }),
        origins: origins.map((origin, index) => Object.assign(probeOf(origin, say), { port: asked.origins[index]?.port ?? asked.port })),
        ...(control !== undefined && {
            control: { ...probeOf(control, say), ...coloOf((0,answer/* traceOf */.fC)(control)?.colo) },
        }),
        ...(dns !== undefined && { dns: dnsOf(dns, say) }),
    };
}
function probeOf(exchange, say) {
    const { timings, tls } = exchange;
    const head = 'head' in exchange ? exchange.head : undefined;
    const header = (name) => say(head?.headers[name] ?? '', 80);
    const [server, cache, contentType] = ['server', 'cf-cache-status', 'content-type'].map(header);
    const generator = pageOf(exchange);
    const ray = (0,answer/* rayOf */.qj)(exchange);
    return {
        timings,
        total: (0,pace/* tookOf */.H)(exchange),
        ...(exchange.trail !== undefined && { redirects: redirectsOf(exchange.trail, say) }),
        ...(head !== undefined && { status: head.status }),
        ...(exchange.kind === 'broken' && {
            broke: {
                phase: exchange.phase,
                reason: exchange.error.reason,
                code: say(exchange.error.code, 60),
            },
        }),
        ...(isText(server) && { server }),
        ...(isText(cache) && { cache }),
        ...(isText(contentType) && { contentType }),
        ...(isText(generator) && { generator }),
        ...(ray !== undefined && { rayId: ray.id }),
        ...coloOf(ray?.colo),
        ...(exchange.kind === 'answered' && { bytes: exchange.body.bytes }),
        ...(tls !== undefined && { tls: tlsOf(tls, say) }),
    };
}
/** Every redirect, the last too where the answer is one itself. */
function redirectsOf({ redirects, next }, say) {
    const places = [...redirects.map(({ to }) => to), ...(next === undefined ? [] : [next])];
    return places.map((to) => say(to, 200));
}
function isText(value) {
    return value !== undefined && value !== '';
}
function coloOf(colo) {
    return isText(colo) ? { colo } : {};
}
/** Who wrote an error page: Cloudflare, or what stands before the application. */
function pageOf(exchange) {
    if (exchange.kind !== 'answered')
        return undefined;
    return (0,answer/* edgeErrorIn */.L3)(exchange) === undefined ? (0,generator/* generatorOf */.b)(exchange)?.name : 'Cloudflare';
}
function tlsOf({ protocol, cipher, certificate }, say) {
    const { subject, issuer, names, notBefore, notAfter, faults } = certificate;
    const more = names.length - MOST_NAMES;
    return {
        protocol: say(protocol, 20),
        cipher: say(cipher, 60),
        subject: say(subject, 120),
        issuer: say(issuer, 120),
        names: [
            ...names.slice(0, MOST_NAMES).map((name) => say(name, 80)),
            ...(more > 0 ? [`and ${more} more`] : []),
        ],
        notBefore: isoOf(notBefore),
        notAfter: isoOf(notAfter),
        faults,
    };
}
/** A certificate may hold dates that no calendar knows. */
function isoOf(at) {
    return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : '';
}
/** Addresses outside of Cloudflare's ranges may be the origin's: they are counted, not shown. */
function dnsOf(dns, say) {
    if (dns.kind === 'failed') {
        return { took: dns.took, cloudflare: [], others: 0, failure: say(FAILURES[dns.reason], 60) };
    }
    const cloudflare = dns.addresses.map(({ address }) => address).filter(ranges/* inCloudflareRanges */.f);
    return {
        took: dns.took,
        cloudflare: cloudflare.map((address) => say(address, 45)),
        others: dns.addresses.length - cloudflare.length,
    };
}
const FAILURES = {
    'no-such-host': 'no such name',
    'no-address': 'no address',
    'server-failure': 'DNS server failure',
    timeout: 'DNS timed out',
    other: 'DNS failed',
};

// EXTERNAL MODULE: ./lib/report/address.js
var address = __webpack_require__(4686);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
;// CONCATENATED MODULE: ./lib/report/reproduce.js


/**
 * Commands that ask again what the probes asked: through Cloudflare, then at each origin. A user who sets `ORIGIN` (an
 * IPv6 address in brackets) can paste them. The values of headers are secrets: `…` stands for them.
 */
function reproduceOf(site, evidence, say) {
    const headers = site.headers.map(([name]) => `-H ${(0,report_escape/* shell */.vf)(`${say(name)}: …`)}`);
    const ask = [
        'curl -sv -o /dev/null',
        ...(site.method === 'HEAD' ? ['-I'] : []),
        `--max-time ${Math.ceil(site.timeout / 1000)}`,
    ];
    // To other hosts curl would send the headers too.
    const follows = evidence.edge?.trail !== undefined && headers.length === 0;
    const along = follows ? [`-L --max-redirs ${site.followRedirects}`] : [];
    const edge = [...ask, ...along, (0,report_escape/* shell */.vf)(say(site.url, 500)), ...headers].join(' ');
    const origins = site.origins.map((origin, index) => {
        const tls = evidence.origins?.[index]?.tls;
        // Cloudflare trusts its own Origin CA; curl does not.
        const insecure = tls?.certificate.cloudflareOriginCa === true ? ['-k'] : [];
        const host = site.originHost === site.originSni ? [] : [`-H ${(0,report_escape/* shell */.vf)(`Host: ${say(site.originHost, 255)}`)}`];
        return [
            ...ask,
            ...insecure,
            (0,report_escape/* shell */.vf)(say(directUrl(site, origin), 500)),
            connectTo(origin, say),
            ...host,
            ...headers,
        ].join(' ');
    });
    return [edge, ...origins.filter((command, index) => origins.indexOf(command) === index)];
}
/** The URL that curl has to be told so that it greets the origin as the direct probe does. */
function directUrl({ url, originSni }, { scheme }) {
    const direct = new URL(url);
    const rest = direct.pathname + direct.search;
    const port = direct.port === '' ? '' : `:${direct.port}`;
    return `${scheme}//${originSni}${port}${rest}`;
}
/** Single quotes would keep the shell from filling in `$ORIGIN`. */
function connectTo({ host, port }, say) {
    const spelled = host.includes(':') ? `[${host}]` : host;
    const place = `${spelled}:${port}`;
    const hidden = say(place, 300) !== place;
    return hidden ? `--connect-to "::${address/* ORIGIN */.VT}:${port}"` : `--connect-to ${(0,report_escape/* shell */.vf)(`::${place}`)}`;
}

// EXTERNAL MODULE: ./lib/diagnosis/content.js
var content = __webpack_require__(4588);
// EXTERNAL MODULE: ./lib/diagnosis/trails.js
var trails = __webpack_require__(9352);
;// CONCATENATED MODULE: ./lib/report/sentences.js







/** The verdict and its cause in one line. `title` completes it. */
function headlineOf(diagnosis, evidence) {
    const host = sentences_pageOf(evidence.asked.url);
    const title = titleOf(diagnosis);
    switch (diagnosis.verdict) {
        case 'healthy':
            return `${host} is healthy: ${healthyWords(evidence)}`;
        case 'inconclusive':
            return `${host} could not be judged: ${title}`;
        case 'unhealthy':
            return `${host} ${stateOf(diagnosis, evidence)} ${title}`;
        default:
            return diagnosis.verdict;
    }
}
/** `www.example.com`, and with a path `www.example.com/health`: a run may look at several pages of one host. */
function sentences_pageOf(url) {
    const { host, pathname } = new URL(url);
    return pathname === '/' ? host : host + pathname;
}
function titleOf({ cause }) {
    if (cause === undefined)
        return 'no cause fits what was seen';
    const { origin } = cause;
    const which = origin === undefined || origin.of < 2 ? '' : ` (origin ${origin.position} of ${origin.of})`;
    return cause.cause.title + which;
}
function stateOf({ trend, cause }, evidence) {
    if (trend === 'recovered')
        return 'was down and is back:';
    if (trend === 'intermittent')
        return 'fails now and then:';
    if ((0,facts/* asExpected */.p2)(evidence, evidence.edge))
        return 'still answers, but';
    return cause?.cause.category === 'content' ? 'is not healthy:' : 'is down:';
}
/** `200 through Cloudflare (SJC, 62 ms) and directly (41 ms)`. */
function healthyWords(evidence) {
    const { edge, origins = [] } = evidence;
    const colo = (0,answer/* rayOf */.qj)(edge)?.colo ?? '';
    const details = [colo, took(edge)].filter((word) => word !== '').join(', ');
    const way = (0,answer/* throughCloudflare */.TV)(edge) ? 'through Cloudflare' : 'to visitors';
    const front = `${statusOf(edge)} ${way} (${details})`;
    const sound = origins.filter((origin) => (0,facts/* asExpected */.p2)(evidence, origin));
    if (sound.length === 0)
        return front;
    const [only] = sound;
    const same = sound.every((origin) => statusOf(origin) === statusOf(edge));
    if (origins.length === 1)
        return `${front} and ${same ? '' : `${statusOf(only)} `}directly (${took(only)})`;
    return `${front} and directly at ${sound.length === origins.length ? `all ${origins.length}` : `${sound.length} of ${origins.length}`} origins`;
}
function statusOf(exchange) {
    return exchange?.kind === 'answered' ? String(exchange.head.status) : 'no answer';
}
function took(exchange) {
    if (exchange === undefined)
        return '';
    return (0,report_words/* duration */.p0)((0,pace/* tookOf */.H)(exchange));
}
/** What visitors get, what the origin says when asked directly, and how it went over time. */
function summaryOf(diagnosis, evidence) {
    return [edgeSentence(evidence, diagnosis), originSentence(evidence), trendSentence(diagnosis)]
        .filter((sentence) => sentence !== '')
        .join(' ');
}
/** Only Cloudflare itself answers with these. */
const ONLY_CLOUDFLARE = /^5(2\d|30)$/;
function edgeSentence({ edge, control }, { verdict, cause }) {
    if (edge === undefined)
        return '';
    const challenged = (0,answer/* challengeIn */.F2)(edge) !== undefined;
    // What a runner without a network, or one that is turned away, gets says nothing about visitors.
    const alone = challenged || (verdict === 'inconclusive' && cause?.cause.id !== 'origin-locked-to-cloudflare');
    const who = alone ? 'This runner gets' : 'Visitors get';
    if (edge.kind === 'broken') {
        const { phase, error } = edge;
        const reached = (0,answer/* traceOf */.fC)(control) === undefined ? '' : ', though Cloudflare itself can be reached';
        return `${who} no answer: ${(0,report_words/* briefly */.m_)({ phase, reason: error.reason, code: '' })}${reached}.`;
    }
    const status = statusOf(edge);
    if (challenged)
        return `${who} a challenge of Cloudflare instead of the site; visitors may be fine.`;
    const told = `${status}${(0,content/* lacking */.g)(edge)}`;
    if (!(0,answer/* throughCloudflare */.TV)(edge))
        return `${who} ${told}, and not from Cloudflare${(0,trails/* journey */.t5)(edge)}.`;
    return `${who} ${told} ${ONLY_CLOUDFLARE.test(status) ? 'from' : 'through'} Cloudflare${(0,trails/* journey */.t5)(edge)}.`;
}
/** What the direct probe would have told. */
const UNASKED = 'The origin was not asked: with its address as the input “origin”, this check would tell an origin that fails from one that only Cloudflare does not reach.';
function originSentence(evidence) {
    const { origins = [], asked } = evidence;
    const [first] = origins;
    if (first === undefined) {
        // What is behind a tunnel has no address to ask.
        const tunnelled = (0,answer/* edgeErrorIn */.L3)(evidence.edge)?.code === 1033;
        return asked.origins.length === 0 && !tunnelled ? UNASKED : '';
    }
    if (origins.length === 1)
        return `Asked directly, the origin ${doing(evidence, first, 0)}.`;
    const sound = origins.filter((origin) => (0,facts/* asExpected */.p2)(evidence, origin)).length;
    const rest = origins.flatMap((origin, index) => (0,facts/* asExpected */.p2)(evidence, origin) ? [] : [`origin ${index + 1} ${doing(evidence, origin, index)}`]);
    const shown = rest.length > 3 ? [...rest.slice(0, 3), `${rest.length - 3} more fail`] : rest;
    const fine = sound === 0 ? [] : [sound === 1 ? 'one answers as expected' : `${sound} answer as expected`];
    return `Of ${origins.length} origins asked directly, ${(0,report_words/* listed */.KE)([...fine, ...shown])}.`;
}
/** What an origin does, and what is wrong with the certificate it shows. */
function doing(evidence, origin, index) {
    const wrong = origin.tls === undefined ? '' : certificateWords(origin.tls.certificate);
    if (origin.kind === 'answered') {
        const status = `${origin.head.status}${(0,content/* lacking */.g)(origin)}${(0,trails/* journey */.t5)(origin)}`;
        return wrong === '' ? `answers ${status}` : `answers ${status}, with a certificate that ${wrong}`;
    }
    const { phase, error } = origin;
    if (error.reason === 'untrusted' && wrong !== '')
        return `shows a certificate that ${wrong}`;
    const port = evidence.asked.origins[index]?.port ?? evidence.asked.port;
    return (0,report_words/* does */.YL)({ phase, reason: error.reason, code: '' }, port);
}
/** Completes "a certificate that …". Names in a certificate are the server's: they are not repeated here. */
function certificateWords({ faults, notBefore, notAfter, expectedName }) {
    const words = {
        expired: `expired on ${(0,report_words/* dayOf */.kb)(isoOf(notAfter))}`,
        'not-yet-valid': `is valid only from ${(0,report_words/* dayOf */.kb)(isoOf(notBefore))} on`,
        'name-mismatch': `is not for ${expectedName}`,
        untrusted: 'no known authority signed',
    };
    return (0,report_words/* listed */.KE)(faults.map((fault) => words[fault]));
}
function trendSentence({ verdict, trend, looks }) {
    const failed = looks.filter((look) => look.verdict === 'unhealthy');
    const [first] = failed;
    if (trend === 'steady' || first === undefined)
        return '';
    const share = `It failed in ${failed.length} of ${(0,report_words/* counted */.hS)(looks.length, 'look')}`;
    if (trend === 'intermittent')
        return `${share}.`;
    const why = first.findings[0]?.cause.title;
    return `${share}${verdict === 'healthy' && why !== undefined ? ` (${why})` : ''} and has recovered.`;
}

;// CONCATENATED MODULE: ./lib/report/report.js








/** Worst first. */
const ORDER = ['unhealthy', 'inconclusive', 'healthy'];
/** Says what a run comes to. The only place that redacts: nothing that was not redacted leaves it. */
function reportOf({ sites, at, version }) {
    const [first, ...rest] = sites.map(siteReportOf).toSorted(byVerdict);
    const worst = first ?? siteReportOf(sites[0]);
    const all = [worst, ...rest];
    return {
        schema: 1,
        version,
        at: new Date(at).toISOString(),
        verdict: worst.verdict,
        promote: worst.verdict === 'healthy',
        cause: worst.cause,
        category: worst.category,
        confidence: worst.confidence,
        trend: worst.trend,
        warnings: all.flatMap((site) => site.warnings),
        notes: all.flatMap((site) => site.notes),
        sites: all,
    };
}
function byVerdict(a, b) {
    return ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict);
}
function siteReportOf({ site, history, diagnosis, redact }) {
    // What is unseen goes first: an address with an invisible letter in it is still that address.
    const say = (text, max = 300) => (0,clean/* cut */.Jj)(redact((0,clean/* clean */.uH)(text)), max);
    const evidence = (0,look/* shownLook */.Dp)(diagnosis, history);
    const { verdict, trend, cause: finding } = diagnosis;
    const cause = finding?.cause;
    const place = placeOf(site, finding);
    return {
        url: say(site.url, 500),
        host: say(evidence.asked.host, 255),
        verdict,
        cause: cause?.id ?? '',
        category: cause?.category ?? '',
        confidence: finding?.match.confidence ?? '',
        because: say(finding?.match.because ?? ''),
        trend,
        headline: say(headlineOf(diagnosis, evidence)),
        summary: say(summaryOf(diagnosis, evidence), 600),
        owner: finding?.match.owner ?? cause?.owner ?? '',
        clues: (finding?.match.clues ?? []).map(({ from, text }) => ({ from, text: say(text) })),
        alternatives: diagnosis.alternatives.map((other) => alternativeOf(other, cause, say)),
        lookalikes: furtherLookalikes(diagnosis).map(({ what, told }) => ({
            what: say((0,causes/* causeById */.a0)(what)?.title ?? what),
            told: say(told),
        })),
        remedy: cause === undefined ? null : remedyOf(cause.remedy(place), say),
        docs: cause === undefined ? '' : (0,report_words/* docsOf */.fE)(cause.id),
        warnings: diagnosis.warnings.map((warning) => warningOf(warning, placeOf(site, warning), say)),
        notes: diagnosis.notes.map((note) => noteOf(note, say)),
        path: pathOf(diagnosis, evidence).map(({ name, state, detail }) => ({
            name,
            state,
            detail: say(detail, 60),
        })),
        probes: probesOf(evidence, say),
        timeline: (0,look/* timelineOf */.hf)(diagnosis, history),
        reproduce: reproduceOf(site, evidence, say),
    };
}
function placeOf({ url, origins }, finding) {
    const { hostname, protocol, port } = new URL(url);
    const origin = origins[(finding?.origin?.position ?? 1) - 1];
    const tls = (origin?.scheme ?? protocol) === 'https:';
    const form = finding?.match.form;
    return {
        host: hostname,
        port: origin?.port ?? (port === '' ? (tls ? 443 : 80) : Number(port)),
        tls,
        ...(form !== undefined && { form }),
    };
}
function remedyOf({ summary, steps: [first, ...more], difficulty, reference }, say) {
    return {
        summary: say(summary),
        steps: [say(first, 600), ...more.map((step) => say(step, 600))],
        difficulty,
        reference: say(reference),
    };
}
/** A cause names what it is like by the other's id or title. */
function names({ what }, { id, title }) {
    const words = what.toLowerCase();
    return words === id || words.includes(title.toLowerCase()) || words.includes(`\`${id}\``);
}
function alternativeOf({ cause: other, match }, cause, say) {
    const told = cause?.lookalikes.find((lookalike) => names(lookalike, other))?.told ??
        other.lookalikes.find((lookalike) => cause !== undefined && names(lookalike, cause))?.told;
    return {
        cause: other.id,
        confidence: match.confidence,
        title: say(other.title),
        because: say(match.because),
        told: say(told ?? ''),
    };
}
/** What the cause may be mistaken for, but for what is told as an alternative already. */
function furtherLookalikes({ cause, alternatives }) {
    return (cause?.cause.lookalikes ?? []).filter((lookalike) => !alternatives.some((other) => names(lookalike, other.cause)) &&
        // What is certain is not that other cause: its rule has looked and said no.
        (cause?.match.confidence !== 'certain' || (0,causes/* causeById */.a0)(lookalike.what) === undefined));
}
/** The reason of a match is a whole statement: it needs no title in front. */
function warningOf({ cause, match }, place, say) {
    return { id: cause.id, text: say(`${(0,report_words/* capital */.Nx)(match.because)}. ${cause.remedy(place).summary}`, 600) };
}
function noteOf({ cause, match }, say) {
    return { id: cause.id, text: say(`${(0,report_words/* capital */.Nx)(match.because)}.`, 600) };
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
};
/** Completes "Whose: …". */
const OWNERS = {
    origin: 'the origin’s, not Cloudflare’s',
    certificate: 'the origin’s certificate, not Cloudflare’s',
    dns: 'that of the DNS records, not of the origin',
    firewall: 'that of the firewall in front of the origin',
    cloudflare: 'Cloudflare’s, not the origin’s',
    'cloudflare-settings': 'a setting in Cloudflare',
    deploy: 'the deploy’s',
    runner: 'this runner’s, not the site’s',
    unknown: 'not known yet',
};
/** What is wrong with a certificate: completes "certificate …". */
const FAULTS = {
    expired: 'expired',
    'not-yet-valid': 'not valid yet',
    'name-mismatch': 'for another name',
    untrusted: 'not trusted',
};
const PHASES = {
    resolve: 'resolve',
    connect: 'connect',
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
/** `Cloudflare SJC ✓`, `origin ✗ connection refused`. The visitor, first on the way, needs no mark. */
function jointWords({ name, state, detail }, index) {
    if (index === 0 && state === 'ok')
        return name;
    const words = state === 'ok' ? [name, detail, JOINT_MARKS.ok] : [name, JOINT_MARKS[state], detail];
    return words.filter((word) => word !== '').join(' ');
}


/***/ })

};
