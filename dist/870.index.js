export const id = 870;
export const ids = [870];
export const modules = {

/***/ 9503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordingOf: () => (/* binding */ recordingOf)
});

// EXTERNAL MODULE: ./lib/cloudflare/ranges.js
var cloudflare_ranges = __webpack_require__(9185);
// EXTERNAL MODULE: ./lib/redact/address.js
var address = __webpack_require__(5281);
// EXTERNAL MODULE: ./lib/redact/visible.js
var redact_visible = __webpack_require__(6847);
// EXTERNAL MODULE: ./lib/redact/redactors.js + 1 modules
var redactors = __webpack_require__(9949);
;// CONCATENATED MODULE: ./lib/recording/pseudonyms.js


/**
 * Pseudonyms for the origins' addresses and names in a recording. Each is of the same kind, so that a replay gives the
 * same diagnosis: a test address (RFC 2544, RFC 3849), or a Cloudflare address for a Cloudflare address. The site's own
 * name is public and stays.
 *
 * @returns the pseudonym of a text that is exactly an origin's address or name, else undefined
 */
function pseudonymsOf(sites) {
    const shown = new Set(sites.map(({ site }) => new URL(site.url).hostname));
    const hosts = sites.flatMap(({ site, addresses }) => [
        ...site.origins.map(({ host }) => host),
        ...addresses,
    ]);
    const secret = [...new Set(hosts.map(hostKey))].filter((key) => !shown.has(key));
    const pseudonyms = new Map(secret.map((key, index) => [key, pseudonym(key, index + 1)]));
    return (text) => pseudonyms.get(hostKey(text));
}
/** The same key for every notation of an address. */
function hostKey(host) {
    return (0,address/* addressBytes */.AS)(host)?.join('.') ?? host.toLowerCase().replace(/\.+$/, '');
}
function pseudonym(key, number) {
    const bytes = key.split('.');
    if (!/^[\d.]+$/.test(key))
        return `origin-${number}.example.net`;
    const isCloudflare = (0,cloudflare_ranges/* inCloudflareRanges */.fC)(bytes.length === 4 ? key : groupsOf(bytes));
    if (bytes.length === 4)
        return `${isCloudflare ? '104.16' : '198.18'}.${number >> 8}.${number & 0xff}`;
    return `${isCloudflare ? '2606:4700' : '2001:db8'}::${number.toString(16)}`;
}
/** Sixteen bytes as an IPv6 address. */
function groupsOf(bytes) {
    const hex = bytes.map((byte) => Number(byte).toString(16).padStart(2, '0')).join('');
    return (hex.match(/.{4}/g) ?? []).join(':');
}

;// CONCATENATED MODULE: ./lib/recording/write.js





/** The parts of a site's configuration that are recorded. Credentials never are. */
const RECORDED = {
    url: true,
    origins: true,
    originHost: true,
    originSni: true,
    headers: true,
    expectedStatus: true,
    timeout: true,
    method: true,
    sslMode: true,
    originCa: true,
    clientCertificate: false,
    access: false,
    expectedBody: true,
    expectedHeader: true,
    maxResponseTime: true,
    followRedirects: true,
    certificateDays: true,
    resolvers: true,
    zone: false,
    schedule: true,
};
const RECORDED_KEYS = new Set(Object.entries(RECORDED).flatMap(([key, kept]) => (kept ? [key] : [])));
/** Keys whose values are words of ours. They reveal no secret, even if a secret is one of these words. */
const OWN_VOCABULARY = new Set([
    'kind',
    'phase',
    'reason',
    'coding',
    'method',
    'sslMode',
    'scheme',
]);
/**
 * The recording of a run, without secrets and cookies. A pseudonym replaces each origin address, unless `showOrigin` is
 * set. Page text stays as it is.
 */
function recordingOf(run, options) {
    const sensitive = run.sites.map(({ site, history, addresses }) => ({
        site,
        addresses: [...addresses, ...history.flatMap(hostsIn)],
    }));
    const { origin, secrets } = (0,redactors/* redactorsOf */.V)(sensitive, options);
    const pseudonym = options.showOrigin ? () => undefined : pseudonymsOf(sensitive);
    const hide = (text) => origin(secrets(text));
    const rewritten = new Map();
    // Rounds repeat the same texts, and a page may be long.
    const rewrite = (text) => {
        const known = rewritten.get(text) ?? pseudonym(text) ?? redacted(text, hide);
        rewritten.set(text, known);
        return known;
    };
    const sites = run.sites.map(({ site, ...rest }) => ({ site: withoutCredentials(site), ...rest }));
    return JSON.parse(JSON.stringify({ recording: 2, ...run, sites }, (key, value) => {
        if (typeof value === 'string')
            return OWN_VOCABULARY.has(key) ? value : rewrite(value);
        if (key === 'setCookie' && Array.isArray(value))
            return value.map((cookie) => withoutValues(String(cookie)));
        return key === 'headers' && isFields(value) ? rewrittenFields(value, rewrite) : value;
    }));
}
/** Addresses outside Cloudflare and CNAME targets in the evidence: they may be an origin that is not configured. */
function hostsIn(evidence) {
    const found = [];
    JSON.stringify(evidence, (key, value) => {
        if (typeof value === 'string' && key !== 'server' && isElsewhere(value, evidence.ranges))
            found.push(value);
        if (key === 'aliases' && Array.isArray(value))
            found.push(...value.map(String));
        return value;
    });
    return found;
}
function isElsewhere(text, ranges) {
    return (0,address/* addressBytes */.AS)(text) !== undefined && !(0,cloudflare_ranges/* inCloudflareRanges */.fC)(text, ranges);
}
/** Hides also what invisible characters split. Otherwise the text is unchanged. */
function redacted(text, hide) {
    const plain = (0,redact_visible/* visibleAtAnyLength */.Cx)(text);
    const raw = hide(text);
    if (plain === text)
        return raw;
    const visible = (0,redact_visible/* visibleAtAnyLength */.Cx)(raw);
    return hide(visible) === visible ? raw : hide(plain);
}
/** A site without its credentials. Of its headers only the names remain. */
function withoutCredentials(site) {
    const parts = Object.entries(site).filter(([key]) => RECORDED_KEYS.has(key));
    return { ...Object.fromEntries(parts), headers: site.headers.map(([name]) => [name, '***']) };
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Header fields of a response. Their names come from the server, so they are rewritten too. */
function rewrittenFields(headers, rewrite) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [
        rewrite(name),
        name === 'set-cookie' ? withoutValues(value) : value,
    ]));
}
/** `id=7; Path=/` → `id=***; Path=***`. */
function withoutValues(setCookie) {
    return setCookie.replaceAll(/=[^;]*/g, '=***');
}


/***/ }),

/***/ 9949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ redactorsOf)
});

// EXTERNAL MODULE: ./lib/redact/redact.js + 3 modules
var redact = __webpack_require__(4561);
;// CONCATENATED MODULE: ./lib/redact/secrets.js
/** Shorter values occur by chance, and hiding them would reveal them. */
const MIN_SECRET_LENGTH = 4;
/**
 * Replaces secret header values and tokens that a site sends back: in any case, percent-encoded or in base64. The
 * runner masks only its log, not the comment.
 *
 * @param shown public texts, such as the site's URL: a value that is part of one is not secret
 */
function secretRedactorOf(secrets, shown = []) {
    const words = secrets.flatMap((secret) => secret.split(/\s+/));
    const spellings = [...new Set([...secrets, ...words])].flatMap((secret) => {
        const ignored = secret.length < MIN_SECRET_LENGTH || shown.some((text) => text.includes(secret));
        const base64 = base64Of(secret);
        return ignored ? [] : [secret, base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
    });
    const longestFirst = [...new Set(spellings)].toSorted((a, b) => b.length - a.length);
    if (longestFirst.length === 0)
        return (text) => text;
    const any = new RegExp(longestFirst.map(patternOf).join('|'), 'giu');
    return (text) => text.replaceAll(any, '***');
}
/** Each letter as it is or percent-encoded, up to three times, because nested URLs are encoded again. */
function patternOf(text) {
    return Array.from(text, (letter) => {
        const bytes = [...new TextEncoder().encode(letter)].map((byte) => byte.toString(16).padStart(2, '0'));
        const escaped = bytes.map((byte) => `%(?:25){0,2}${byte}`).join('');
        return `(?:${RegExp.escape(letter)}|${escaped}${letter === ' ' ? '|\\+' : ''})`;
    }).join('');
}
/** Without padding, and without the last digit, which depends on what follows. */
function base64Of(secret) {
    const bytes = new TextEncoder().encode(secret);
    const digits = btoa(String.fromCodePoint(...bytes)).replace(/=+$/, '');
    return bytes.length % 3 === 0 ? digits : digits.slice(0, -1);
}

;// CONCATENATED MODULE: ./lib/redact/redactors.js


/** Covers all sites together, because one site's response may name another's origin or secret. */
function redactorsOf(sites, { showOrigin, tokens }) {
    const urls = sites.map(({ site }) => site.url);
    return {
        origin: showOrigin
            ? redact/* redactNothing */.x
            : (0,redact/* redactorOf */.y)(sites.flatMap(({ site, addresses }) => [...site.origins.map(({ host }) => host), ...addresses]), urls.map((url) => new URL(url).hostname)),
        secrets: secretRedactorOf([...sites.flatMap(({ site }) => secretsOf(site)), ...tokens], urls),
    };
}
function secretsOf({ headers, access, zone }) {
    return [
        ...headers.map(([, value]) => value),
        ...(access === undefined ? [] : [access.id, access.secret]),
        ...(zone === undefined ? [] : [zone.token]),
    ];
}


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


/***/ })

};
