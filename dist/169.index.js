export const id = 169;
export const ids = [169];
export const modules = {

/***/ 9185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cv: () => (/* binding */ rangesIn),
/* harmony export */   fC: () => (/* binding */ inCloudflareRanges)
/* harmony export */ });
/* unused harmony export CLOUDFLARE_RANGES */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var _shared_ip_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8492);


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
const MIN_RANGES = 5;
/** The shortest valid prefixes. A larger network would cover much of the internet. */
const SHORTEST_PREFIX = { 4: 8, 6: 16 };
const MAX_LIST_LENGTH = 10_000;
/**
 * The ranges of https://www.cloudflare.com/ips-v4 or -v6, one per line. Undefined unless every line is a range of that
 * family: the URL has returned an HTML page with status 200 before.
 */
function rangesIn(text, family) {
    if (text.length > MAX_LIST_LENGTH)
        return undefined;
    const lines = text.trim().split(/\r?\n/);
    return lines.length >= MIN_RANGES && lines.every((line) => isRange(line, family)) ? lines : undefined;
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
        list.addSubnet(network, Number(prefix), (0,_shared_ip_js__WEBPACK_IMPORTED_MODULE_1__/* .typeOf */ .QP)(network));
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
    return (0,_shared_ip_js__WEBPACK_IMPORTED_MODULE_1__/* .includes */ .mK)(list, address);
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
function isShortForm(window, addresses) {
    const lastLimit = 256 ** (5 - window.length);
    // `10.5` is usually a version or a duration, not 10.0.0.5.
    return integersOf(window).some((sum) => sum % lastLimit >= 256 && addresses.has(sum));
}
function isWholeAddress(window, addresses) {
    return integersOf(window).some((sum) => addresses.has(sum));
}
/** Twelve digits, three per octet, as in some providers' host names. */
function isPadded(digits, addresses) {
    const octets = (/^\d{12}$/.exec(digits)?.[0].match(/\d{3}/g) ?? []).map(Number);
    return octets.length === 4 && octets.every((octet) => octet < 256) && addresses.has(asInteger(octets));
}
/** @param named whether a name follows the run, as in `10.113.0.203.in-addr.arpa`: only then it may be reversed */
function redactRun(run, addresses, named) {
    const parts = run.split(SPLIT);
    const numbers = parts.filter((_, index) => index % 2 === 0);
    const dashed = parts.some((part) => part === '-' || part === '_');
    const reversible = named || dashed;
    const hidden = (from, count) => {
        const window = numbers.slice(from, from + count);
        if (window.length < count)
            return false;
        if (count === 4)
            return (isWholeAddress(window, addresses) || (reversible && isWholeAddress(window.toReversed(), addresses)));
        return isShortForm(window, addresses) || (count === 1 && isPadded(window[0] ?? '', addresses));
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

/***/ 8492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ familyOf),
/* harmony export */   Gw: () => (/* binding */ isPrivate),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   VJ: () => (/* binding */ isCloudMetadata),
/* harmony export */   Vp: () => (/* binding */ isRunnerNetwork),
/* harmony export */   mK: () => (/* binding */ includes),
/* harmony export */   xU: () => (/* binding */ sameAddress)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

/** Address ranges that are not part of the public internet (RFC 6890). */
const RANGES = {
    unspecified: [
        ['0.0.0.0', 8],
        ['::', 128],
    ],
    loopback: [
        ['127.0.0.0', 8],
        ['::1', 128],
    ],
    /** RFC 1918, and RFC 4193 for IPv6. */
    private: [
        ['10.0.0.0', 8],
        ['172.16.0.0', 12],
        ['192.168.0.0', 16],
        ['fc00::', 7],
    ],
    /** Carrier-grade NAT (RFC 6598). */
    shared: [['100.64.0.0', 10]],
    linkLocal: [
        ['169.254.0.0', 16],
        ['fe80::', 10],
    ],
    /** Metadata services outside the link-local range: Azure (GitHub's runners), Oracle, Alibaba and AWS over IPv6. */
    cloudMetadata: [
        ['168.63.129.16', 32],
        ['192.0.0.192', 32],
        ['100.100.100.200', 32],
        ['fd00:ec2::254', 128],
    ],
};
function listOf(...groups) {
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    for (const [address, bits] of groups.flatMap((group) => RANGES[group])) {
        list.addSubnet(address, bits, typeOf(address));
    }
    return list;
}
const PRIVATE = listOf('loopback', 'private', 'shared', 'linkLocal');
const RUNNER_NETWORK = listOf('unspecified', 'loopback', 'private', 'shared');
const CLOUD_METADATA = listOf('linkLocal', 'cloudMetadata');
/** Whether an address means different machines in different networks. */
function isPrivate(address) {
    return includes(PRIVATE, address);
}
/** Whether an address is the runner itself or may be in its network. */
function isRunnerNetwork(address) {
    return includes(RUNNER_NETWORK, address);
}
/** Whether a cloud may serve a machine's own metadata, with its credentials, at an address. */
function isCloudMetadata(address) {
    return includes(CLOUD_METADATA, address);
}
/** Whether a list has an address. Text that is not an address is in no list. */
function includes(list, address) {
    const type = typeOf(address);
    return (type === 'ipv6' ? (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address) : (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(address)) && list.check(address, type);
}
/** Whether two addresses are the same one, however they are written. */
function sameAddress(a, b) {
    if (familyOf(a) !== familyOf(b))
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addAddress(b, typeOf(b));
    return list.check(a, typeOf(a));
}
/** The family of an address. By its colon: `net.isIPv6` takes 5 ms on its first call. */
function familyOf(address) {
    return address.includes(':') ? 6 : 4;
}
function typeOf(address) {
    return familyOf(address) === 6 ? 'ipv6' : 'ipv4';
}


/***/ })

};
