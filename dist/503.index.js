export const id = 503;
export const ids = [503];
export const modules = {

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
/** The fewest ranges of a valid fetched list. Cloudflare has had more for ten years. */
const FEWEST = 5;
/** The shortest valid prefixes. A larger network would cover much of the internet. */
const SHORTEST_PREFIX = { 4: 8, 6: 16 };
const LONGEST_LIST = 10_000;
/**
 * The ranges of https://www.cloudflare.com/ips-v4 or -v6, one per line. Undefined unless every line is a range of that
 * family: the URL has returned an HTML page with status 200 before.
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
 * Whether an address is one of Cloudflare's. Customers who bring their own ranges are proxied from addresses outside
 * this list, so `false` doesn't prove the opposite.
 *
 * @param ranges a newer list than the built-in one; empty without one
 */
function inCloudflareRanges(address, ranges = []) {
    const list = listOf(ranges.length === 0 ? CLOUDFLARE_RANGES : ranges);
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(address))
        return list.check(address, 'ipv4');
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address) && list.check(address, 'ipv6');
}


/***/ }),

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
    const secret = [...new Set(hosts.map(keyOf))].filter((key) => !shown.has(key));
    const pseudonyms = new Map(secret.map((key, index) => [key, pseudonym(key, index + 1)]));
    return (text) => pseudonyms.get(keyOf(text));
}
/** The same key for every notation of an address. */
function keyOf(host) {
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

/***/ 4561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ redactNothing),
  y: () => (/* binding */ redactorOf)
});

// EXTERNAL MODULE: ./lib/redact/address.js
var address = __webpack_require__(5281);
;// CONCATENATED MODULE: ./lib/redact/names.js

const NAME = /[\p{L}\p{N}_*][\p{L}\p{N}_.*-]*/gu;
/** A name as DNS has it: `ürsprung.example` becomes `xn--…`. */
function asciiOf(name) {
    if (/^[\p{ASCII}]*$/u.test(name))
        return name.toLowerCase();
    return URL.parse(`http://${name}`)?.hostname ?? name.toLowerCase();
}
/**
 * A word such as `nginx` or `localhost` may be an origin's name or an ordinary word. It counts as a name only in the
 * position of a host: after `//` or `@`, or before a port.
 */
function isHostPosition(text, start, end) {
    return (/(?:\/\/|@)$/.test(text.slice(Math.max(0, start - 2), start)) || /^:\d/.test(text.slice(end, end + 2)));
}
/**
 * Replaces the origin's names, and longer names that contain one of them, because they reveal it too. With thousands of
 * names, an index of words finds the few that a text may contain.
 */
function nameRedactorOf(names, shown) {
    if (names.length === 0)
        return (text) => text;
    const secret = indexOf(names);
    const publicNames = indexOf([...shown]);
    return (text) => {
        const words = wordsIn(text);
        const candidates = secret(words);
        if (candidates.length === 0)
            return text;
        return withoutEmbeddedNames(withoutNames(text, candidates, shown), candidates, publicNames(words), shown);
    };
}
/** Finds the names whose rarest word occurs in a text. */
function indexOf(names) {
    const frequency = new Map();
    for (const name of names)
        for (const word of wordsIn(name))
            frequency.set(word, (frequency.get(word) ?? 0) + 1);
    const byRarest = new Map();
    for (const name of names) {
        const [rarest = ''] = [...wordsIn(name)].toSorted((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0));
        byRarest.set(rarest, [...(byRarest.get(rarest) ?? []), name]);
    }
    return (words) => ['', ...words].flatMap((word) => byRarest.get(word) ?? []);
}
/** The words of a text, split as labels of a name are. International names are also split in their DNS form. */
function wordsIn(text) {
    const decoded = text.toLowerCase().replaceAll(/%(?:25)*2e/g, '.');
    const international = /[^\p{ASCII}]/u.test(decoded)
        ? (decoded.match(NAME) ?? []).map((name) => asciiOf(name.replace(/[.-]+$/, '')))
        : [];
    return new Set([decoded, ...international].flatMap((part) => part.match(/[a-z0-9]+/g) ?? []));
}
/** Separators between labels: a dot, its escaped or defanged forms, a hyphen or an underscore. */
const LABEL_SEPARATOR = String.raw `(?:\.|%(?:25)*2e|\[\.\]|\(\.\)|\\\.|[-_])`;
/** Replaces names inside longer words, such as `lb_origin.example.net_443`. */
function withoutEmbeddedNames(text, names, shown, all) {
    const patterns = names
        .filter((name) => name.includes('.'))
        .map((name) => name
        .split('.')
        .map((label) => RegExp.escape(label))
        .join(LABEL_SEPARATOR));
    if (patterns.length === 0)
        return text;
    // Public names come first, so that no part of one is replaced.
    const publicPatterns = shown.map((name) => RegExp.escape(name));
    const either = new RegExp(`(?<![a-z0-9])(?:${[...publicPatterns, ...patterns].join('|')})(?![a-z0-9])`, 'gi');
    return text.replace(either, (found) => (all.has(found.toLowerCase()) ? found : address/* ORIGIN */.VT));
}
function withoutNames(text, names, shown) {
    return text.replace(NAME, (found, start) => {
        const trimmed = found.replace(/[.-]+$/, '');
        const name = asciiOf(trimmed);
        if (shown.has(name))
            return found;
        const hidden = names.some((secret) => secret.includes('.')
            ? `.${name}.`.includes(`.${secret}.`)
            : name === secret && isHostPosition(text, start, start + found.length));
        return hidden ? `${address/* ORIGIN */.VT}${found.slice(trimmed.length)}` : found;
    });
}

;// CONCATENATED MODULE: ./lib/redact/ipv4.js

// Eight hexadecimal digits, as in load balancer cookies and host names: `0xcb00710a`, `h-cb00710a.example.net`.
const HEX = /(?<![0-9a-f])(?:0x0*)?[0-9a-f]{8}(?![0-9a-f])/gi;
const SEPARATOR = String.raw `(?:\[\.\]|\(\.\)|\\\.|%(?:25)*2e| ?\. ?|[._:/,+-])`;
const NUMBER = '(?:0x[0-9a-f]+|[0-9]+)';
const RUN = new RegExp(`${NUMBER}(?:${SEPARATOR}${NUMBER})*`, 'gi');
const SPLIT = new RegExp(`(${SEPARATOR})`, 'i');
// The same with separators: `cb.00.71.0a`, `CB:00:71:0A`.
const HEX_OCTETS = /(?<![0-9a-z])[0-9a-f]{1,2}(?:([.:_-])[0-9a-f]{1,2})(?:\1[0-9a-f]{1,2}){2}(?![0-9a-z])/gi;
/** More digits than any notation of 32 bits needs, leading zeros included. */
const MAX_DIGITS = 24;
function ipv4Addresses(addresses) {
    return new Set(addresses.map(asInteger));
}
/** Replaces IPv4 addresses: dotted, dashed, reversed, padded with zeros, octal, hexadecimal, or as one integer. */
function redactIPv4(text, hiddenAddresses) {
    if (hiddenAddresses.size === 0)
        return text;
    const hexHidden = (digits) => hiddenAddresses.has(Number.parseInt(digits.replace(/^0x/i, ''), 16));
    return text
        .replace(HEX, (found) => (hexHidden(found) ? address/* ORIGIN */.VT : found))
        .replace(HEX_OCTETS, (found) => (hiddenAddresses.has(asInteger(hexOctets(found))) ? address/* ORIGIN */.VT : found))
        .replace(RUN, (run, start, whole) => {
        const named = /^\.[a-z]/i.test(whole.slice(start + run.length, start + run.length + 2));
        return redactRun(run, hiddenAddresses, named);
    });
}
function hexOctets(text) {
    return text.split(/[.:_-]/).map((octet) => Number.parseInt(octet, 16));
}
function asInteger(bytes) {
    return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
/** All values that a number may have: leading zeros mean octal to some programs and padding to others. */
function valuesOf(digits) {
    if (digits.length > MAX_DIGITS)
        return [];
    if (/^0x/i.test(digits))
        return [Number.parseInt(digits.slice(2), 16)];
    return /^0[0-7]+$/.test(digits) ? [Number(digits), Number.parseInt(digits, 8)] : [Number(digits)];
}
/** All 32-bit integers that a window of numbers may mean. The last number fills the remaining octets (`inet_aton`). */
function integersOf(window) {
    const last = window.length - 1;
    const lastLimit = 256 ** (4 - last);
    return window.reduce((sums, digits, index) => {
        const limit = index === last ? lastLimit : 256;
        const values = valuesOf(digits).filter((value) => value < limit);
        return sums.flatMap((sum) => values.map((value) => sum * limit + value));
    }, [0]);
}
/** `inet_aton` reads `203.0.28938`, `203.28938` and one integer as 203.0.113.10 too. */
function isShortForm(window, quads) {
    const lastLimit = 256 ** (5 - window.length);
    // `10.5` is usually a version or a duration, not 10.0.0.5.
    return integersOf(window).some((sum) => sum % lastLimit >= 256 && quads.has(sum));
}
function isWholeAddress(window, quads) {
    return integersOf(window).some((sum) => quads.has(sum));
}
/** Twelve digits, three per octet, as in some providers' host names. */
function isPadded(digits, quads) {
    const octets = (/^\d{12}$/.exec(digits)?.[0].match(/\d{3}/g) ?? []).map(Number);
    return octets.length === 4 && octets.every((octet) => octet < 256) && quads.has(asInteger(octets));
}
/** @param named whether a name follows the run, as in `10.113.0.203.in-addr.arpa`: only then it may be reversed */
function redactRun(run, quads, named) {
    const parts = run.split(SPLIT);
    const numbers = parts.filter((_, index) => index % 2 === 0);
    const dashed = parts.some((part) => part === '-' || part === '_');
    const reversible = named || dashed;
    const hidden = (from, count) => {
        const window = numbers.slice(from, from + count);
        if (window.length < count)
            return false;
        if (count === 4)
            return isWholeAddress(window, quads) || (reversible && isWholeAddress(window.toReversed(), quads));
        return isShortForm(window, quads) || (count === 1 && isPadded(window[0] ?? '', quads));
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

;// CONCATENATED MODULE: ./lib/redact/ipv6.js


// The usual notation, and that of host names: `2001-db8--1.example.net`.
const COLONS = /\[?(?:[0-9a-f]{0,4}(?::|%3a)){2,}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})\]?/gi;
const DASHES = /(?:[0-9a-f]{0,4}-){2,}[0-9a-f]{0,4}/gi;
const NIBBLES = /(?<![0-9a-f])[0-9a-f](?:\.[0-9a-f]){31}(?![0-9a-f])/gi;
const HEX_DIGITS = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/gi;
const ipv6_SEPARATOR = /((?::|%3a|-){1,2})/i;
/** Eight groups and seven separators; a leading or trailing `::` adds an empty group. */
const MAX_PARTS = 19;
function ipv6Addresses(addresses) {
    return new Set(addresses.map((bytes) => bytes.join('.')));
}
/** Replaces IPv6 addresses, and those that embed a hidden IPv4 address (mapped, NAT64, 6to4). */
function redactIPv6(text, ipv6, ipv4) {
    if (ipv6.size === 0 && ipv4.size === 0)
        return text;
    const hidden = (bytes) => bytes !== undefined && (ipv6.has(bytes.join('.')) || embedsIPv4(bytes, ipv4));
    const hiddenText = (spelling) => hidden((0,address/* ipv6Bytes */.ph)(spelling));
    const hex = (digits) => (hidden(bytesOfHex(digits)) ? address/* ORIGIN */.VT : digits);
    return text
        .replace(NIBBLES, (found) => hidden(bytesOfHex(found.split('.').toReversed().join(''))) ? address/* ORIGIN */.VT : found)
        .replace(HEX_DIGITS, hex)
        .replace(COLONS, (found) => ipv6_redactRun(found, hiddenText))
        .replace(DASHES, (found) => ipv6_redactRun(found, hiddenText));
}
function bytesOfHex(digits) {
    return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
function embedsIPv4(bytes, ipv4) {
    return [2, 4, 6, 8, 10, 12].some((at) => {
        const ipv4Part = bytes.slice(at, at + 4);
        return ipv4Part.length === 4 && ipv4Part[0] !== 0 && ipv4.has(asInteger(ipv4Part));
    });
}
/** A run of groups may have a word before the address or a port after it. */
function ipv6_redactRun(run, hidden) {
    const [, open = '', inner = '', close = ''] = /^(\[?)(.*?)(\]?)$/.exec(run) ?? [];
    const parts = inner.split(ipv6_SEPARATOR);
    const textOf = (from, to) => parts.slice(from, to).join('').replace(/%3a|-/gi, ':');
    if (hidden(textOf(0, parts.length)))
        return address/* ORIGIN */.VT;
    // A complete other address stays, unless its last group is the port of a hidden one.
    if ((0,address/* ipv6Bytes */.ph)(textOf(0, parts.length)) !== undefined) {
        return hidden(textOf(0, -2)) ? `${open}${address/* ORIGIN */.VT}${parts.slice(-2).join('')}${close}` : run;
    }
    let rest = '';
    for (let from = 0; from < parts.length; from += 2) {
        let to = Math.min(parts.length, from + MAX_PARTS);
        while (to > from && !hidden(textOf(from, to)))
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

;// CONCATENATED MODULE: ./lib/redact/redact.js




/** For `show-origin: true`. */
const redactNothing = (text) => text;
/**
 * Replaces the origin's address in any notation. Candidates in the text are parsed and compared by their bytes;
 * notations are never enumerated.
 *
 * @param targets host names of the origin and all addresses that they resolved to
 * @param shown public hosts, such as the site's own: never replaced, even if an origin has that name
 */
function redactorOf(targets, shown = []) {
    const shownNames = new Set(shown.map(nameOf));
    const shownAddresses = new Set(shown.map((host) => (0,address/* addressBytes */.AS)(host)?.join('.')));
    const all = [...new Set(targets)];
    const addresses = all
        .map((target) => (0,address/* addressBytes */.AS)(target))
        .filter((bytes) => bytes !== undefined)
        .filter((bytes) => !shownAddresses.has(bytes.join('.')));
    const others = all.filter((target) => (0,address/* addressBytes */.AS)(target) === undefined).map(nameOf);
    const names = [...new Set(others)].filter((name) => name !== '' && !shownNames.has(name));
    if (addresses.length === 0 && names.length === 0)
        return redactNothing;
    const ipv4 = ipv4Addresses(addresses.filter((bytes) => bytes.length === 4));
    const ipv6 = ipv6Addresses(addresses.filter((bytes) => bytes.length === 16));
    const redactNames = nameRedactorOf(names, shownNames);
    const redact = (text) => redactIPv4(redactIPv6(redactNames(text), ipv6, ipv4), ipv4);
    return (text) => {
        const redacted = redact(text);
        return redacted.includes('%') ? redacted.split(ESCAPE).map(redact).join('') : redacted;
    };
}
/**
 * A percent escape, possibly escaped again. Its digits are not part of an address that follows: `user%40203.0.113.10`.
 * Dots and colons are excluded, because they may be part of the address.
 */
const ESCAPE = /(%(?:25)*(?!2e|3a|25)[0-9a-f]{2})/i;
function nameOf(host) {
    return host.toLowerCase().replace(/\.+$/, '');
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
