export const id = 117;
export const ids = [117,422,41,684];
export const modules = {

/***/ 5281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VT: () => (/* binding */ ORIGIN),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   ci: () => (/* binding */ addressOf)
/* harmony export */ });
/* harmony import */ var _shared_authority_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4084);

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
function groupsOf(text) {
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
    const bare = (0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .unbracketed */ .jG)(text).replace(/%.*$/, '');
    const quad = quadOf(bare);
    if (quad !== undefined)
        return quad;
    const bytes = groupsOf(bare);
    const mapped = bytes?.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 0xff)) === true;
    return mapped ? bytes?.slice(12) : bytes;
}


/***/ }),

/***/ 3117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baselineIn: () => (/* binding */ baselineIn),
/* harmony export */   j: () => (/* binding */ viewsByUrl)
/* harmony export */ });
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6039);
/* harmony import */ var _comparable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7274);


/** More sites than a run can have. */
const MOST_SITES = 100_000;
/** Reads an earlier report. Returns what is wrong with it where it is none: it completes "the file that `baseline` names …". */
function baselineIn(text) {
    const report = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    if (report === undefined)
        return 'is no JSON';
    const schema = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(report, 'schema');
    if (typeof schema !== 'number')
        return 'is no report of Origin Gate';
    if (schema !== 1)
        return 'is a report of a kind that this version does not know';
    const at = Date.parse((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(report, 'at') ?? '');
    if (Number.isNaN(at))
        return 'does not say when it was made';
    const views = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)(report, 'sites', MOST_SITES).map(_comparable_js__WEBPACK_IMPORTED_MODULE_0__/* .comparableOf */ .i);
    const sites = viewsByUrl(views.filter((view) => view !== undefined));
    return sites.size === 0 ? 'speaks of no site' : { at: new Date(at).toISOString(), sites };
}
function viewsByUrl(views) {
    const sites = new Map();
    for (const view of views)
        sites.set(view.url, sites.has(view.url) ? undefined : view);
    return sites;
}


/***/ }),

/***/ 7274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ comparableOf)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6422);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6039);
/* harmony import */ var _redact_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5281);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);




/** More origins or names than these are not compared. */
const MOST_ORIGINS = 100;
const MOST_NAMES = 100;
/** No text of a report is longer. */
const LONGEST = 500;
const VERDICTS = ['healthy', 'unhealthy', 'inconclusive'];
/** Reads a site of a report, of this run or out of a file; undefined where it is none. */
function comparableOf(site) {
    const url = wordIn(site, 'url');
    const verdict = VERDICTS.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(site, 'verdict'));
    const probes = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(site, 'probes');
    if (url === undefined || verdict === undefined || typeof probes !== 'object')
        return undefined;
    const sslMode = wordIn(site, 'sslMode');
    return {
        url,
        verdict,
        cause: wordIn(site, 'cause') ?? '',
        edge: sideOf((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(probes, 'edge')),
        origins: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(probes, 'origins', MOST_ORIGINS).map(sideOf),
        ...dnsOf((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(probes, 'dns')),
        ...(sslMode !== undefined && { sslMode }),
    };
}
function sideOf(probe) {
    const status = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(probe, 'status');
    const answer = answerOf(probe, status);
    const [port, took] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(probe, 'port'), (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(probe, 'typical') || (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(probe, 'total')];
    const [server, http] = [wordIn(probe, 'server'), wordIn(probe, 'http')];
    const tls = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(probe, 'tls');
    const protocol = wordIn(tls, 'protocol');
    return {
        ...(answer !== undefined && { answer }),
        ...(status !== 0 && { status }),
        ...(port !== 0 && { port }),
        ...(server !== undefined && { server }),
        ...(http !== undefined && { http }),
        ...(protocol !== undefined && {
            tls: protocol.replace(/^TLSv/, 'TLS '),
            certificate: certificateOf(tls),
        }),
        ...(took > 0 && (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(probe, 'broke') === undefined && { took }),
    };
}
function answerOf(probe, status) {
    const broke = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(probe, 'broke');
    const begun = status === 0 ? 'none' : String(status);
    if (broke === undefined)
        return status === 0 ? undefined : begun;
    return `${begun}: ${breakOf(broke) ?? 'broke off'}`;
}
function breakOf(broke) {
    const phase = PHASE_NAMES.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(broke, 'phase'));
    const reason = REASONS.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(broke, 'reason'));
    return phase === undefined || reason === undefined ? undefined : (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .briefly */ .m_)({ phase, reason, code: '' });
}
const PHASE_NAMES = [
    'resolve',
    'connect',
    'tls',
    'processing',
    'transfer',
];
const REASONS = [
    'unresolved',
    'refused',
    'unreachable',
    'timeout',
    'reset',
    'closed',
    'untrusted',
    'protocol',
    'proxy',
    'other',
];
const FAULT_NAMES = [
    'expired',
    'not-yet-valid',
    'name-mismatch',
    'untrusted',
    'chain-incomplete',
];
function certificateOf(tls) {
    return {
        subject: wordIn(tls, 'subject') ?? '',
        issuer: wordIn(tls, 'issuer') ?? '',
        names: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(tls, 'names', MOST_NAMES).filter(isText).map(nameOf).toSorted(),
        from: dayIn(tls, 'notBefore'),
        until: dayIn(tls, 'notAfter'),
        faults: FAULT_NAMES.filter((fault) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(tls, 'faults').includes(fault)),
    };
}
/** An address in a certificate may be where the origin was, and nobody hides that from an old report. */
function nameOf(name) {
    return (0,_redact_address_js__WEBPACK_IMPORTED_MODULE_3__/* .addressOf */ .ci)(name) === undefined ? name.slice(0, LONGEST) : 'an address';
}
function dnsOf(dns) {
    if (typeof dns !== 'object' || dns === null)
        return {};
    const failure = wordIn(dns, 'failure');
    if (failure !== undefined)
        return { dns: failure };
    const [inside, others] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(dns, 'cloudflare').length, (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(dns, 'others')];
    const parts = [
        ...(inside === 0 ? [] : [`Cloudflare (${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(inside, 'address', 'addresses')})`]),
        ...(others === 0 ? [] : [`elsewhere (${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(others, 'address', 'addresses')})`]),
    ];
    return parts.length === 0 ? {} : { dns: parts.join(' and ') };
}
function dayIn(value, name) {
    return /^\d{4}-\d\d-\d\d(?=T)/.exec((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(value, name) ?? '')?.[0] ?? '';
}
function isText(value) {
    return typeof value === 'string';
}
function wordIn(value, name) {
    const text = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(value, name)?.slice(0, LONGEST);
    return text === '' ? undefined : text;
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
/* harmony export */   YL: () => (/* binding */ does),
/* harmony export */   ZG: () => (/* binding */ PHASES),
/* harmony export */   fE: () => (/* binding */ docsOf),
/* harmony export */   j7: () => (/* binding */ MARKS),
/* harmony export */   kb: () => (/* binding */ dayOf),
/* harmony export */   m_: () => (/* binding */ briefly),
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
/** This product's page on a cause. */
function docsOf(cause) {
    return `https://github.com/origin-gate/origin-gate/blob/v1/docs/causes/${encodeURIComponent(cause)}.md`;
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


/***/ }),

/***/ 4084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ bracketed),
/* harmony export */   HM: () => (/* binding */ portOf),
/* harmony export */   L5: () => (/* binding */ defaultPort),
/* harmony export */   PG: () => (/* binding */ hostAndPort),
/* harmony export */   jG: () => (/* binding */ unbracketed)
/* harmony export */ });
/** Hosts and ports as URLs write them (RFC 3986, section 3.2). */
/** An IPv6 address in brackets; any other host as it is. */
function bracketed(host) {
    return host.includes(':') ? `[${host}]` : host;
}
function unbracketed(host) {
    return host.replace(/^\[(.*)\]$/, '$1');
}
/** `203.0.113.10:443`, `[2001:db8::1]:443`. */
function hostAndPort(host, port) {
    return `${bracketed(host)}:${port}`;
}
/** 443 for https, 80 for http. */
function defaultPort(tls) {
    return tls ? 443 : 80;
}
/** The port of an http or https URL, written or not. */
function portOf({ port, protocol }) {
    return port === '' ? defaultPort(protocol === 'https:') : Number(port);
}


/***/ }),

/***/ 6039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Of: () => (/* binding */ listIn),
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   kx: () => (/* binding */ flagIn),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   r7: () => (/* binding */ textIn),
/* harmony export */   ry: () => (/* binding */ countIn)
/* harmony export */ });
/** Readers of untrusted JSON. A value that doesn't have the expected shape reads as absent; none of them throws. */
/** The member at a path of own properties; undefined when any step of it is missing. */
function member(value, ...path) {
    return path.reduce((found, key) => typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? Object.getOwnPropertyDescriptor(found, key)?.value
        : undefined, value);
}
function textIn(value, ...path) {
    const found = member(value, ...path);
    return typeof found === 'string' ? found : undefined;
}
function flagIn(value, ...path) {
    const found = member(value, ...path);
    return typeof found === 'boolean' ? found : undefined;
}
/** A finite number; 0 when there is none. */
function numberIn(value, ...path) {
    const found = member(value, ...path);
    return typeof found === 'number' && Number.isFinite(found) ? found : 0;
}
/** A positive whole number, such as an id. */
function countIn(value, ...path) {
    const found = member(value, ...path);
    return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}
/** The elements of a list, at most `most` of them; empty when there is none. */
function listIn(value, path, most = 1000) {
    const found = member(value, ...[path].flat());
    return Array.isArray(found) ? found.slice(0, most) : [];
}
/** Undefined when the text is not valid JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   Um: () => (/* binding */ roughDuration),
/* harmony export */   gf: () => (/* binding */ exactDuration),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/** `a, b and c`. */
function list(items) {
    if (items.length < 2)
        return items.join('');
    return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
/** `1 site`, `3 sites`. */
function plural(count, noun, nouns = `${noun}s`) {
    return `${count} ${count === 1 ? noun : nouns}`;
}
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Milliseconds for people: `<1 ms`, `62 ms`, `1.2 s`, `30 s`, `4 min 10 s`. */
function duration(milliseconds) {
    if (milliseconds > 0 && milliseconds < 0.5)
        return '<1 ms';
    const ms = Math.max(0, Math.round(milliseconds));
    if (ms < SECOND)
        return `${ms} ms`;
    if (ms < 9950)
        return `${Math.round(ms / 100) / 10} s`;
    const seconds = Math.round(ms / SECOND);
    if (seconds < 120)
        return `${seconds} s`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** Milliseconds next to a limit: `30 s`, `340 ms`, `1004 ms`, `12.4 s`. Rounded more, they could equal the limit. */
function exactDuration(milliseconds) {
    if (milliseconds > 0 && milliseconds % SECOND === 0)
        return `${milliseconds / SECOND} s`;
    return milliseconds < 10 * SECOND
        ? `${Math.round(milliseconds)} ms`
        : `${Math.round(milliseconds / 100) / 10} s`;
}
/** Milliseconds as an age or a remainder, in one unit: `300 ms`, `86 s`, `5 min`, `3 h`, `2 days`. */
function roughDuration(milliseconds, round = Math.round) {
    if (milliseconds > 0 && milliseconds < 0.95 * SECOND)
        return `${milliseconds} ms`;
    if (milliseconds < 2 * MINUTE)
        return `${Math.round(milliseconds / SECOND)} s`;
    if (milliseconds < 2 * HOUR)
        return `${round(milliseconds / MINUTE)} min`;
    return milliseconds <= 2 * DAY ? `${round(milliseconds / HOUR)} h` : `${round(milliseconds / DAY)} days`;
}
/** Breaks a text between words. The first line begins with `indent`, the others with `further`, as wide by default. */
function wrap(text, width, indent, further = ' '.repeat(indent.length)) {
    const lines = [];
    let line = '';
    for (const word of wordsOf(text, width - further.length)) {
        if (line !== '' && further.length + line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line].map((line, index) => (index === 0 ? indent : further) + line);
}
/** Text in backquotes is one word, so that it can be copied, unless no line has room for it. */
function wordsOf(text, room) {
    const words = text.match(/(?:`[^`]*`|[^ `]|`)+/g) ?? [];
    return words.flatMap((word) => (word.length > room ? word.split(' ') : word)).filter((word) => word !== '');
}


/***/ })

};
