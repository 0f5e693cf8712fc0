export const id = 117;
export const ids = [117,684];
export const modules = {

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

/***/ 5281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AS: () => (/* binding */ addressBytes),
/* harmony export */   VT: () => (/* binding */ ORIGIN),
/* harmony export */   ph: () => (/* binding */ ipv6Bytes)
/* harmony export */ });
/* harmony import */ var _shared_authority_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4084);

/** Replaces the origin's address. A shell variable, so that printed commands still run. */
const ORIGIN = '$ORIGIN';
const DOTTED_QUAD = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
/** Dotted IPv4, leading zeros allowed. */
function ipv4Bytes(text) {
    const octets = DOTTED_QUAD.exec(text)?.slice(1).map(Number);
    return octets?.every((octet) => octet < 256) === true ? octets : undefined;
}
function bytesOfGroups(groups) {
    const bytes = [];
    for (const [index, group] of groups.entries()) {
        const ipv4 = index === groups.length - 1 ? ipv4Bytes(group) : undefined;
        if (ipv4 !== undefined) {
            bytes.push(...ipv4);
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
/** IPv6 in any notation of RFC 4291, without brackets and zone. */
function ipv6Bytes(text) {
    const halves = text.split('::');
    // Rejects long hostile input cheaply.
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
/** The bytes of an address. An IPv4-mapped IPv6 address (`::ffff:203.0.113.10`) yields the IPv4 address. */
function addressBytes(text) {
    const address = (0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .unbracketed */ .jG)(text).replace(/%.*$/, '');
    const ipv4 = ipv4Bytes(address);
    if (ipv4 !== undefined)
        return ipv4;
    const bytes = ipv6Bytes(address);
    const mapped = bytes?.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 0xff)) === true;
    return mapped ? bytes?.slice(12) : bytes;
}


/***/ }),

/***/ 3117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sitesByUrl),
/* harmony export */   baselineIn: () => (/* binding */ baselineIn)
/* harmony export */ });
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6039);
/* harmony import */ var _comparable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7274);


/** A run cannot have more sites. */
const MAX_SITES = 100_000;
/** Reads an earlier JSON report. On an error, returns a text that completes "the `baseline` file …". */
function baselineIn(text) {
    const report = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    if (report === undefined)
        return 'is not valid JSON';
    const schema = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(report, 'schema');
    if (typeof schema !== 'number')
        return 'is not an Origin Gate report';
    if (schema !== 1)
        return 'has a schema that this version does not support';
    const at = Date.parse((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(report, 'at') ?? '');
    if (Number.isNaN(at))
        return 'has no valid `at` timestamp';
    const found = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)(report, 'sites', MAX_SITES).map(_comparable_js__WEBPACK_IMPORTED_MODULE_0__/* .comparableOf */ .i);
    const sites = sitesByUrl(found.filter((site) => site !== undefined));
    return sites.size === 0 ? 'contains no site' : { at: new Date(at).toISOString(), sites };
}
function sitesByUrl(all) {
    const sites = new Map();
    for (const site of all)
        sites.set(site.url, sites.has(site.url) ? undefined : site);
    return sites;
}


/***/ }),

/***/ 7274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ comparableOf)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6422);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6039);
/* harmony import */ var _redact_address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5281);
/* harmony import */ var _diagnosis_failure_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3971);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8191);





/** Further origins and names are not compared. */
const MAX_ORIGINS = 100;
const MAX_NAMES = 100;
/** Longer than any text of a report. */
const MAX_TEXT = 500;
const VERDICTS = ['healthy', 'unhealthy', 'inconclusive'];
/** Reads a site of a JSON report (schema 1); undefined when it is not one. */
function comparableOf(site) {
    const url = shortText(site, 'url');
    const verdict = VERDICTS.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(site, 'verdict'));
    const probes = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(site, 'probes');
    if (url === undefined || verdict === undefined || typeof probes !== 'object')
        return undefined;
    const sslMode = shortText(site, 'sslMode');
    return {
        url,
        verdict,
        cause: shortText(site, 'cause') ?? '',
        edge: comparableProbe((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(probes, 'edge')),
        origins: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(probes, 'origins', MAX_ORIGINS).map(comparableProbe),
        ...dnsOf((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(probes, 'dns')),
        ...(sslMode !== undefined && { sslMode }),
    };
}
function comparableProbe(probe) {
    const status = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(probe, 'status');
    const response = responseOf(probe, status);
    const [port, elapsed] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(probe, 'port'), (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(probe, 'typical') || (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(probe, 'total')];
    const [server, http] = [shortText(probe, 'server'), shortText(probe, 'http')];
    const tls = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(probe, 'tls');
    const protocol = shortText(tls, 'protocol');
    return {
        ...(response !== undefined && { response }),
        ...(status !== 0 && { status }),
        ...(port !== 0 && { port }),
        ...(server !== undefined && { server }),
        ...(http !== undefined && { http }),
        ...(protocol !== undefined && {
            tls: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .tlsVersion */ .u9)(protocol),
            certificate: certificateOf(tls),
        }),
        ...(elapsed > 0 && (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(probe, 'broke') === undefined && { elapsed }),
    };
}
function responseOf(probe, status) {
    const failure = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(probe, 'broke');
    const received = status === 0 ? 'none' : String(status);
    if (failure === undefined)
        return status === 0 ? undefined : received;
    return `${received}: ${failureText(failure) ?? 'failed'}`;
}
function failureText(failure) {
    const phase = PHASE_NAMES.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(failure, 'phase'));
    const reason = REASONS.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(failure, 'reason'));
    return phase === undefined || reason === undefined
        ? undefined
        : (0,_diagnosis_failure_words_js__WEBPACK_IMPORTED_MODULE_1__/* .failureWords */ .A)({ phase, reason, code: '' }).brief;
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
        subject: shortText(tls, 'subject') ?? '',
        issuer: shortText(tls, 'issuer') ?? '',
        names: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(tls, 'names', MAX_NAMES).filter(isText).map(nameOf).toSorted(),
        from: dayIn(tls, 'notBefore'),
        until: dayIn(tls, 'notAfter'),
        faults: FAULT_NAMES.filter((fault) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(tls, 'faults').includes(fault)),
    };
}
/** An address in a certificate may be an earlier address of the origin, which the redactor doesn't know. */
function nameOf(name) {
    return (0,_redact_address_js__WEBPACK_IMPORTED_MODULE_4__/* .addressBytes */ .AS)(name) === undefined ? name.slice(0, MAX_TEXT) : 'an address';
}
function dnsOf(dns) {
    if (typeof dns !== 'object' || dns === null)
        return {};
    const failure = shortText(dns, 'failure');
    if (failure !== undefined)
        return { dns: failure };
    const [cloudflare, others] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(dns, 'cloudflare').length, (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(dns, 'others')];
    const parts = [
        ...(cloudflare === 0 ? [] : [`Cloudflare (${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(cloudflare, 'address', 'addresses')})`]),
        ...(others === 0 ? [] : [`elsewhere (${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(others, 'address', 'addresses')})`]),
    ];
    return parts.length === 0 ? {} : { dns: (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(parts) };
}
function dayIn(value, name) {
    return /^\d{4}-\d\d-\d\d(?=T)/.exec((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(value, name) ?? '')?.[0] ?? '';
}
function isText(value) {
    return typeof value === 'string';
}
function shortText(value, name) {
    const text = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(value, name)?.slice(0, MAX_TEXT);
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


/***/ })

};
