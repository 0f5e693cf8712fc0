export const id = 316;
export const ids = [316];
export const modules = {

/***/ 1316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_LINE_PER_SITE: () => (/* binding */ MAX_LINE_PER_SITE),
/* harmony export */   manySitesProgress: () => (/* binding */ manySitesProgress)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);

/** More sites than this are told in sums: a line for each look would tell nobody anything. */
const MAX_LINE_PER_SITE = 10;
function manySitesProgress(total) {
    const done = { healthy: 0, unhealthy: 0, inconclusive: 0 };
    const ailing = new Set();
    let looks = 0;
    return {
        saw: ({ site: { url }, judgment: { verdict }, pause }) => {
            looks += 1;
            if (pause === undefined)
                done[verdict] += 1;
            if (pause === undefined || verdict === 'healthy')
                ailing.delete(url);
            else
                ailing.add(url);
        },
        line: (now) => {
            const { healthy, unhealthy, inconclusive } = done;
            const ended = healthy + unhealthy + inconclusive;
            const kinds = [
                ...(ended === 0 ? [] : [`${healthy} healthy`]),
                ...(unhealthy === 0 ? [] : [`${unhealthy} not`]),
                ...(inconclusive === 0 ? [] : [`${inconclusive} not seen`]),
            ];
            const sites = `${ended} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(total, 'site')} done`;
            const parts = [
                kinds.length === 0 ? sites : `${sites}: ${kinds.join(', ')}`,
                ...(ailing.size === 0 ? [] : [`${ailing.size} not healthy so far, and waited for`]),
                (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(looks, 'look'),
            ];
            return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOfDay */ .rb)(new Date(now).toISOString())} ${parts.join(' · ')}`;
        },
    };
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $j: () => (/* binding */ hopMark),
/* harmony export */   $w: () => (/* binding */ distinguishWords),
/* harmony export */   H1: () => (/* binding */ OWNERS),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   Ln: () => (/* binding */ hopWords),
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
/* harmony export */   uw: () => (/* binding */ stepText),
/* harmony export */   y2: () => (/* binding */ FAULTS),
/* harmony export */   z4: () => (/* binding */ SEEN_FROM)
/* harmony export */ });
/** Read without color, in a table and in a strip of looks. */
const MARKS = { healthy: '✓', unhealthy: '✗', inconclusive: '?' };
const JOINT_MARKS = { ok: '✓', broken: '✗', unknown: '?' };
/** Which side a clue was seen from. */
const SEEN_FROM = {
    edge: 'through Cloudflare',
    origin: 'directly',
    trace: 'Cloudflare itself',
    dns: 'DNS',
    certificate: 'certificate',
    zone: "Cloudflare's API",
    status: "Cloudflare's status page",
};
/** Whose problem it is: completes "It lies …". */
const OWNERS = {
    origin: 'at the origin, not at Cloudflare',
    certificate: "in the origin's certificate, not at Cloudflare",
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
            return "stopped by the runner's proxy";
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
            return "was not looked at: this runner's own proxy does not let the check through";
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
function distinguishWords(told) {
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
function hopMark({ state }) {
    return JOINT_MARKS[state];
}
/** `Cloudflare SJC ✓`, `origin ✗ connection refused`. The visitor, first on the way, needs no mark. */
function hopWords({ name, state, detail }, index) {
    if (index === 0 && state === 'ok')
        return name;
    const words = state === 'ok' ? [name, detail, JOINT_MARKS.ok] : [name, JOINT_MARKS[state], detail];
    return words.filter((word) => word !== '').join(' ');
}
function stepText({ action, details }) {
    return action + details;
}


/***/ })

};
