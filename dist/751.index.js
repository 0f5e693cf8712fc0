export const id = 751;
export const ids = [751];
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

/***/ 8931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B1: () => (/* binding */ withNames),
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
    if (exchange.kind === 'answered')
        return String(exchange.head.status);
    const { reason, code } = exchange.error;
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .briefly */ .m_)({ phase: exchange.phase, reason, code: /^[A-Z0-9_]{1,60}$/.test(code) ? code : '' });
}


/***/ }),

/***/ 7751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   progressLine: () => (/* binding */ progressLine)
/* harmony export */ });
/* harmony import */ var _cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6464);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8931);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);



/** `14:03:07 ✗ through Cloudflare 521 (SJC, 48 ms) · directly connection refused (31 ms) · origin-refused, certain · again in 5 s, 48 s left` */
function progressLine(line) {
    const { evidence, judgement, streak, needed, watching } = line;
    const time = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOfDay */ .rb)(new Date(evidence.at).toISOString());
    const [lead] = judgement.findings;
    const told = lead === undefined ? [] : [`${lead.cause.id}, ${lead.match.confidence}`];
    const counts = judgement.verdict === 'healthy' && needed > 1 && !watching;
    const row = counts ? [`${streak} of ${needed} in a row`] : [];
    const origins = evidence.origins ?? [];
    const direct = origins.map((origin, index) => {
        const which = origins.length > 1 ? ` (${index + 1} of ${origins.length})` : '';
        return `directly${which} ${side(origin)}`;
    });
    const parts = [`through Cloudflare ${side(evidence.edge)}`, ...direct, ...told, ...row, ...afterwards(line)];
    return `${time} ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKS */ .j7[judgement.verdict]} ${parts.join(' · ')}`;
}
/** What comes after this look, and for how long. */
function afterwards({ judgement, watching, next, pause, left }) {
    if (next.kind === 'hopeless')
        return ['waiting cannot mend this'];
    if (pause === undefined)
        return [];
    const again = `again in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(pause)}`;
    if (next.kind === 'reached')
        return ['healthy, and watched from now on', again];
    if (watching)
        return [`${again}, watched for ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(left)} more`];
    return [judgement.verdict === 'healthy' ? again : `${again}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(left)} left`];
}
function side(exchange) {
    if (exchange === undefined)
        return 'not asked';
    const total = Object.values(exchange.timings).reduce((sum, ms) => sum + ms, 0);
    const colo = (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .rayOf */ .qj)(exchange)?.colo ?? '';
    return `${(0,_look_js__WEBPACK_IMPORTED_MODULE_0__/* .outcome */ .bu)(exchange)} (${colo === '' ? '' : `${colo}, `}${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(total)})`;
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
