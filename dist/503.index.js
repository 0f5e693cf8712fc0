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
 * What stands in a recording where the origins' own addresses and names stood: of the same kind, so that what is judged by
 * them is judged the same. Addresses are set aside for tests (RFC 2544, RFC 3849), but for those of Cloudflare, which
 * another address of Cloudflare stands for. A name that is the site's own is public and stays.
 *
 * @returns the stand-in for a text that is an address or a name of an origin as a whole, else undefined
 */
function pseudonymsOf(sites) {
    const shown = new Set(sites.map(({ site }) => new URL(site.url).hostname));
    const hosts = sites.flatMap(({ site, addresses }) => [
        ...site.origins.map(({ host }) => host),
        ...addresses,
    ]);
    const secret = [...new Set(hosts.map(keyOf))].filter((key) => !shown.has(key));
    const places = new Map(secret.map((key, index) => [key, standIn(key, index + 1)]));
    return (text) => places.get(keyOf(text));
}
/** The same for every spelling of an address. */
function keyOf(host) {
    return (0,address/* addressOf */.ci)(host)?.join('.') ?? host.toLowerCase().replace(/\.+$/, '');
}
function standIn(key, number) {
    const bytes = key.split('.');
    if (!/^[\d.]+$/.test(key))
        return `origin-${number}.example.net`;
    const ofCloudflare = (0,cloudflare_ranges/* inCloudflareRanges */.fC)(bytes.length === 4 ? key : groupsOf(bytes));
    if (bytes.length === 4)
        return `${ofCloudflare ? '104.16' : '198.18'}.${number >> 8}.${number & 0xff}`;
    return `${ofCloudflare ? '2606:4700' : '2001:db8'}::${number.toString(16)}`;
}
/** Sixteen bytes as an IPv6 address. */
function groupsOf(bytes) {
    const hex = bytes.map((byte) => Number(byte).toString(16).padStart(2, '0')).join('');
    return (hex.match(/.{4}/g) ?? []).join(':');
}

;// CONCATENATED MODULE: ./lib/recording/write.js





/** Which parts of a site's configuration a recording has. Credentials are in none. */
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
const KEPT = new Set(Object.entries(RECORDED).flatMap(([key, kept]) => (kept ? [key] : [])));
/** Our own words in evidence. A secret that is one of them is told by none of them. */
const OURS = new Set([
    'kind',
    'phase',
    'reason',
    'coding',
    'method',
    'sslMode',
    'scheme',
]);
/**
 * The recording of a run. No secret is in it, and no cookie; nor is an origin's address, unless it may be shown: something
 * of the same kind stands in for it. What pages say is in it as they said it.
 */
function recordingOf(seen, told) {
    const guarded = seen.sites.map(({ site, history, addresses }) => ({
        site,
        addresses: [...addresses, ...history.flatMap(placesIn)],
    }));
    const { origin, secrets } = (0,redactors/* redactorsOf */.V)(guarded, told);
    const standIn = told.showOrigin ? () => undefined : pseudonymsOf(guarded);
    const hide = (text) => origin(secrets(text));
    const rewritten = new Map();
    // One look sees what the other saw, and a page may be long.
    const rewrite = (text) => {
        const known = rewritten.get(text) ?? standIn(text) ?? write_hidden(text, hide);
        rewritten.set(text, known);
        return known;
    };
    const sites = seen.sites.map(({ site, ...rest }) => ({ site: write_open(site), ...rest }));
    return JSON.parse(JSON.stringify({ recording: 2, ...seen, sites }, (key, value) => {
        if (typeof value === 'string')
            return OURS.has(key) ? value : rewrite(value);
        if (key === 'setCookie' && Array.isArray(value))
            return value.map((cookie) => withoutValues(String(cookie)));
        return key === 'headers' && isFields(value) ? fields(value, rewrite) : value;
    }));
}
/** What a name led to beside Cloudflare may be an origin, whether or not that was given: addresses, and names on the way. */
function placesIn(evidence) {
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
    return (0,address/* addressOf */.ci)(text) !== undefined && !(0,cloudflare_ranges/* inCloudflareRanges */.fC)(text, ranges);
}
/** An address may be hidden between invisible letters: text is changed only where it has something to hide. */
function write_hidden(text, hide) {
    const plain = (0,redact_visible/* shown */.SP)(text);
    const raw = hide(text);
    if (plain === text)
        return raw;
    const visible = (0,redact_visible/* shown */.SP)(raw);
    return hide(visible) === visible ? raw : hide(plain);
}
/** A site without its credentials; of its headers the names are left. */
function write_open(site) {
    const parts = Object.entries(site).filter(([key]) => KEPT.has(key));
    return { ...Object.fromEntries(parts), headers: site.headers.map(([name]) => [name, '***']) };
}
function isFields(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Header fields of an answer. Their names are the server's too. */
function fields(headers, rewrite) {
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
/**
 * Replaces the origin's names, and every longer name that has one of them in it: it would give the origin away too. What a text
 * may have of thousands of names is found by its words, and only that is looked at closely.
 */
function nameRedactorOf(names, shown) {
    if (names.length === 0)
        return (text) => text;
    const secret = indexOf(names);
    const open = indexOf([...shown]);
    return (text) => {
        const words = wordsIn(text);
        const near = secret(words);
        if (near.length === 0)
            return text;
        return withoutPieces(withoutNames(text, near, shown), near, open(words), shown);
    };
}
/** Finds those of the names all words of which a text has. */
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
/** The words of a text as they would stand in a name, `%2e` apart. Of a name in other letters, as DNS has it. */
function wordsIn(text) {
    const plain = text.toLowerCase().replaceAll(/%(?:25)*2e/g, '.');
    const foreign = /[^\p{ASCII}]/u.test(plain)
        ? (plain.match(NAME) ?? []).map((name) => asciiOf(name.replace(/[.-]+$/, '')))
        : [];
    return new Set([plain, ...foreign].flatMap((part) => part.match(/[a-z0-9]+/g) ?? []));
}
/** What stands between the labels of a name, for DNS and for whoever writes it down in another way. */
const BETWEEN = String.raw `(?:\.|%(?:25)*2e|\[\.\]|\(\.\)|\\\.|[-_])`;
/** The names inside of longer words that are no names, such as `lb_origin.example.net_443`. */
function withoutPieces(text, names, shown, all) {
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
    return text.replace(either, (found) => (all.has(found.toLowerCase()) ? found : address/* ORIGIN */.VT));
}
function withoutNames(text, names, shown) {
    return text.replace(NAME, (found, start) => {
        const bare = found.replace(/[.-]+$/, '');
        const name = asciiOf(bare);
        if (shown.has(name))
            return found;
        const hidden = names.some((secret) => secret.includes('.')
            ? `.${name}.`.includes(`.${secret}.`)
            : name === secret && standsForAHost(text, start, start + found.length));
        return hidden ? `${address/* ORIGIN */.VT}${found.slice(bare.length)}` : found;
    });
}

;// CONCATENATED MODULE: ./lib/redact/ipv4.js

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
function quadsOf(addresses) {
    return new Set(addresses.map(integerOf));
}
/** Replaces IPv4 addresses: dotted, dashed, reversed, padded with zeros, octal, hexadecimal, or as one integer. */
function redactIPv4(text, quads) {
    if (quads.size === 0)
        return text;
    const hexHidden = (digits) => quads.has(Number.parseInt(digits.replace(/^0x/i, ''), 16));
    return text
        .replace(HEX, (found) => (hexHidden(found) ? address/* ORIGIN */.VT : found))
        .replace(HEX_OCTETS, (found) => (quads.has(integerOf(hexOctetsOf(found))) ? address/* ORIGIN */.VT : found))
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
/** Every number of 32 bits that octets may mean together; the last number stands for all octets that are left. */
function togetherOf(window) {
    const last = window.length - 1;
    const room = 256 ** (4 - last);
    return window.reduce((sums, digits, index) => {
        const most = index === last ? room : 256;
        const values = meaningsOf(digits).filter((value) => value < most);
        return sums.flatMap((sum) => values.map((value) => sum * most + value));
    }, [0]);
}
/** `203.0.28938` and `203.28938` are 203.0.113.10 to every program that uses `inet_aton`; so is one integer. */
function meansShort(window, quads) {
    const room = 256 ** (5 - window.length);
    // `10.5` is far more often a version or a duration than 10.0.0.5.
    return togetherOf(window).some((sum) => sum % room >= 256 && quads.has(sum));
}
function meansQuad(window, quads) {
    return togetherOf(window).some((sum) => quads.has(sum));
}
/** Twelve digits, three for each octet: some providers name their customers' hosts so. */
function isPadded(digits, quads) {
    const octets = (/^\d{12}$/.exec(digits)?.[0].match(/\d{3}/g) ?? []).map(Number);
    return octets.length === 4 && octets.every((octet) => octet < 256) && quads.has(integerOf(octets));
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
        if (count === 4)
            return meansQuad(window, quads) || (reversible && meansQuad(window.toReversed(), quads));
        return meansShort(window, quads) || (count === 1 && isPadded(window[0] ?? '', quads));
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


// An address as people write it, and as host names carry it: `2001-db8--1.example.net`.
const COLONS = /\[?(?:[0-9a-f]{0,4}(?::|%3a)){2,}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})\]?/gi;
const DASHES = /(?:[0-9a-f]{0,4}-){2,}[0-9a-f]{0,4}/gi;
const NIBBLES = /(?<![0-9a-f])[0-9a-f](?:\.[0-9a-f]){31}(?![0-9a-f])/gi;
const BARE = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/gi;
const ipv6_SEPARATOR = /((?::|%3a|-){1,2})/i;
/** Eight groups and seven separators; a leading or trailing `::` adds an empty group. */
const LONGEST = 19;
function ipv6Addresses(addresses) {
    return new Set(addresses.map((bytes) => bytes.join('.')));
}
/** Replaces IPv6 addresses, and IPv6 spellings that carry an IPv4 address in them (mapped, NAT64, 6to4). */
function redactIPv6(text, sextets, quads) {
    if (sextets.size === 0 && quads.size === 0)
        return text;
    const hidden = (bytes) => bytes !== undefined && (sextets.has(bytes.join('.')) || carriesOneOf(bytes, quads));
    const hiddenText = (spelling) => hidden((0,address/* groupsOf */.c1)(spelling));
    const hex = (digits) => (hidden(bytesOfHex(digits)) ? address/* ORIGIN */.VT : digits);
    return text
        .replace(NIBBLES, (found) => hidden(bytesOfHex(found.split('.').toReversed().join(''))) ? address/* ORIGIN */.VT : found)
        .replace(BARE, hex)
        .replace(COLONS, (found) => ipv6_redactRun(found, hiddenText))
        .replace(DASHES, (found) => ipv6_redactRun(found, hiddenText));
}
function bytesOfHex(digits) {
    return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
function carriesOneOf(bytes, quads) {
    return [2, 4, 6, 8, 10, 12].some((at) => {
        const quad = bytes.slice(at, at + 4);
        return quad.length === 4 && quad[0] !== 0 && quads.has(integerOf(quad));
    });
}
/** A run of groups may be more than the address: a word in front of it, a port behind it. */
function ipv6_redactRun(run, hidden) {
    const [, open = '', inner = '', close = ''] = /^(\[?)(.*?)(\]?)$/.exec(run) ?? [];
    const parts = inner.split(ipv6_SEPARATOR);
    const spelled = (from, to) => parts.slice(from, to).join('').replace(/%3a|-/gi, ':');
    if (hidden(spelled(0, parts.length)))
        return address/* ORIGIN */.VT;
    // Another whole address: it stays, unless its last group is the port of ours.
    if ((0,address/* groupsOf */.c1)(spelled(0, parts.length)) !== undefined) {
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

;// CONCATENATED MODULE: ./lib/redact/redact.js




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
    const shownNames = new Set(shown.map(nameOf));
    const shownAddresses = new Set(shown.map((host) => (0,address/* addressOf */.ci)(host)?.join('.')));
    const all = [...new Set(targets)];
    const addresses = all
        .map((target) => (0,address/* addressOf */.ci)(target))
        .filter((bytes) => bytes !== undefined)
        .filter((bytes) => !shownAddresses.has(bytes.join('.')));
    const others = all.filter((target) => (0,address/* addressOf */.ci)(target) === undefined).map(nameOf);
    const names = [...new Set(others)].filter((name) => name !== '' && !shownNames.has(name));
    if (addresses.length === 0 && names.length === 0)
        return redactNothing;
    const quads = quadsOf(addresses.filter((bytes) => bytes.length === 4));
    const sextets = ipv6Addresses(addresses.filter((bytes) => bytes.length === 16));
    const named = nameRedactorOf(names, shownNames);
    const redact = (text) => redactIPv4(redactIPv6(named(text), sextets, quads), quads);
    return (text) => {
        const open = redact(text);
        return open.includes('%') ? open.split(ESCAPE).map(redact).join('') : open;
    };
}
/**
 * What a URL escapes, once or more often, but for dots and colons, which may be an address's own. Its digits are none of the
 * address that follows: `user%40203.0.113.10`.
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
/** Shorter values occur by chance, and hiding them would tell what they are. */
const SHORTEST = 4;
/**
 * Replaces the values of secret headers, and the token, wherever a site sends them back: as they are, in any case, as
 * part of a URL, however that escapes, or in base64. The runner masks its log by itself; a comment has nobody else to do it.
 *
 * @param shown what is public anyway, such as the site's URL: a value that is part of it is no secret
 */
function secretRedactorOf(secrets, shown = []) {
    const words = secrets.flatMap((secret) => secret.split(/\s+/));
    const spellings = [...new Set([...secrets, ...words])].flatMap((secret) => {
        const open = secret.length < SHORTEST || shown.some((text) => text.includes(secret));
        const base64 = base64Of(secret);
        return open ? [] : [secret, base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
    });
    const longestFirst = [...new Set(spellings)].toSorted((a, b) => b.length - a.length);
    if (longestFirst.length === 0)
        return (text) => text;
    const any = new RegExp(longestFirst.map(patternOf).join('|'), 'giu');
    return (text) => text.replaceAll(any, '***');
}
/** Each letter as it is or escaped as in a URL, once or more often: every place in a URL escapes others. */
function patternOf(text) {
    return Array.from(text, (letter) => {
        const bytes = [...new TextEncoder().encode(letter)].map((byte) => byte.toString(16).padStart(2, '0'));
        const escaped = bytes.map((byte) => `%(?:25){0,2}${byte}`).join('');
        return `(?:${RegExp.escape(letter)}|${escaped}${letter === ' ' ? '|\\+' : ''})`;
    }).join('');
}
/** Without the padding, and without the last digit, which depends on what follows. */
function base64Of(secret) {
    const bytes = new TextEncoder().encode(secret);
    const digits = btoa(String.fromCodePoint(...bytes)).replace(/=+$/, '');
    return bytes.length % 3 === 0 ? digits : digits.slice(0, -1);
}

;// CONCATENATED MODULE: ./lib/redact/redactors.js


/** One site's origin or secret may be named in another site's answer: so each hides those of all. */
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
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   uH: () => (/* binding */ clean)
/* harmony export */ });
/** Nothing that is shown is longer, however much the other side sent. */
const LONGEST = 4096;
/**
 * The text without what is invisible, turns the reading order around, or buries letters under marks. Controls become
 * spaces. No longer than anything that is shown.
 */
function visible(text) {
    return shown(text.slice(0, LONGEST)).slice(0, LONGEST);
}
/** The same, of any length. */
function shown(text) {
    return (text
        // Full-width, mathematical, circled and raised forms become the plain ones: what reads like an address is one.
        .replace(PLAINER, (form) => form.normalize('NFKC'))
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{2800}]+/gu, ' ')
        .replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu, '')
        .replace(/(\p{M}{2})\p{M}+/gu, '$1'));
}
const PLAINER = /[\u{ff01}-\u{ff5e}\u{1d400}-\u{1d7ff}\u{2460}-\u{24ff}\u{2070}-\u{2089}\u{b2}\u{b3}\u{b9}\u{1f100}-\u{1f10a}]/gu;
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
