export const id = 402;
export const ids = [402];
export const modules = {

/***/ 6464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
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
    return fromJson(text) ?? fromMarkdown(text) ?? fromText(text) ?? fromHtml(head, text) ?? fromStatus(head);
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
    return ['HIT', 'STALE', 'UPDATING'].includes(exchange.head.headers['cf-cache-status'] ?? '');
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
/**
 * How an answer shows that it is a challenge, which only a browser passes. The header is the sign that Cloudflare
 * documents; before 2023 there was only the page. Scripts of the challenge platform are in healthy pages too.
 */
function challengeIn(exchange) {
    if (!throughCloudflare(exchange))
        return;
    const { head, body } = exchange;
    if (head.headers['cf-mitigated'] === 'challenge')
        return 'header';
    const titled = /<title>(Just a moment\.\.\.|Attention Required! \| Cloudflare)<\/title>/.test(body.text);
    return titled && (head.status === 403 || head.status === 503) ? 'page' : undefined;
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
/* harmony export */   J: () => (/* binding */ cut),
/* harmony export */   u: () => (/* binding */ clean)
/* harmony export */ });
/** Nothing that is shown is longer, however much the other side sent. */
const LONGEST = 4096;
/**
 * One line of harmless text: controls and line breaks become spaces; what is invisible or turns the reading
 * order around goes, and so do letters buried under combining marks. Not escaped for anything yet.
 */
function clean(text) {
    return text
        .slice(0, LONGEST)
        .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
        .replace(/[\p{Cf}\p{Cs}]+/gu, '')
        .replace(/(\p{M}{2})\p{M}+/gu, '$1')
        .replace(/\s+/gu, ' ')
        .trim();
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
    return inline((0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .u)(text));
}
function inline(line) {
    return alternating(line.split(/(\$ORIGIN(?![A-Za-z0-9_]))/));
}
/** Every second piece is code. Between two of them stands something, or their backquotes would run into one another. */
function alternating(pieces) {
    const last = pieces.length - 1;
    return pieces
        .map((piece, index) => {
        if (index % 2 === 1)
            return code(piece.replaceAll('`', ''));
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
        .replace(/^(\d+)([.)])/, String.raw `$1\$2`);
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
    return apart((0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .u)(text)).replace(/[&<>"']/g, entity);
}
function entity(character) {
    return `&#${character.codePointAt(0)};`;
}
/** Code within a line. Nothing in the text can end it, in a table neither; GitHub looks for nothing in it. */
function code(text) {
    const line = (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .u)(text);
    if (line === '')
        return '` `';
    // A bar would end a table's cell even within backquotes, and its escape would be seen outside of a table.
    if (line.includes('|'))
        return `<code>${line.replace(/[!-/:-@[-`{-~]/g, entity)}</code>`;
    const fence = '`'.repeat(longestRun(line) + 1);
    const pad = /^`|`$/.test(line) ? ' ' : '';
    return fence + pad + line + pad + fence;
}
/** Code on lines of its own. The block begins a paragraph: an empty line goes before it. */
function codeBlock(text, language = 'text') {
    const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map(_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .u);
    const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
    return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
/** Our own sentences put commands and values in backquotes; those become code, the rest is escaped. */
function spans(text) {
    return alternating((0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .u)(text).split(/(`[^`]+`|\$ORIGIN(?![A-Za-z0-9_]))/));
}
/**
 * One line for a terminal or a log: no escape sequence, and nothing that the Actions runner takes for a command.
 * It takes `::name::` at the beginning of a line, and `##[name]` anywhere.
 */
function terminal(text) {
    return (0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .u)(text)
        .replace(/(^|\s):(?=:)/g, `$1:${GAP}`)
        .replace(/##(?=\[)/g, `#${GAP}#`);
}
/** One word of a POSIX shell. */
function shell(text) {
    return `'${(0,_clean_js__WEBPACK_IMPORTED_MODULE_0__/* .clean */ .u)(text).replaceAll("'", String.raw `'\''`)}'`;
}


/***/ }),

/***/ 8931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dp: () => (/* binding */ shownLook),
/* harmony export */   Km: () => (/* binding */ servedFresh),
/* harmony export */   bu: () => (/* binding */ outcome),
/* harmony export */   hf: () => (/* binding */ timelineOf),
/* harmony export */   p2: () => (/* binding */ asExpected)
/* harmony export */ });
/* harmony import */ var _cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6464);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);


/** The look that the report shows: the newest one that says what the diagnosis says. */
function shownLook({ verdict, cause, looks }, history) {
    const says = (index, id) => looks[index]?.verdict === verdict && (id === undefined || looks[index].findings[0]?.cause.id === id);
    const newest = (id) => history.findLastIndex((_, index) => says(index, id));
    const exact = newest(cause?.cause.id);
    return history[exact < 0 ? newest() : exact] ?? history.at(-1) ?? history[0];
}
/** Answered with a status that the user expects. */
function asExpected({ asked }, exchange) {
    if (exchange?.kind !== 'answered')
        return false;
    return asked.expectedStatus.some(([from, to]) => exchange.head.status >= from && exchange.head.status <= to);
}
/** Visitors get what is expected, and it was asked of an origin just now. */
function servedFresh(evidence) {
    return asExpected(evidence, evidence.edge) && (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .throughCloudflare */ .TV)(evidence.edge) && !(0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_1__/* .fromCache */ .ZY)(evidence.edge);
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
const SEPARATOR = String.raw `(?:[._-]|\[\.\]|%2e)`;
const NUMBER = '(?:0x[0-9a-f]+|[0-9]+)';
const RUN = new RegExp(`${NUMBER}(?:${SEPARATOR}${NUMBER})*`, 'gi');
const SPLIT = new RegExp(`(${SEPARATOR})`, 'i');
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
        .replace(RUN, (run, start, whole) => {
        const named = /^\.[a-z]/i.test(whole.slice(start + run.length, start + run.length + 2));
        return redactRun(run, quads, named);
    });
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

// EXTERNAL MODULE: ./lib/report/clean.js
var clean = __webpack_require__(8651);
// EXTERNAL MODULE: ./lib/report/look.js
var look = __webpack_require__(8931);
// EXTERNAL MODULE: ./lib/cloudflare/answer.js + 1 modules
var answer = __webpack_require__(6464);
// EXTERNAL MODULE: ./lib/cloudflare/ranges.js
var ranges = __webpack_require__(9185);
;// CONCATENATED MODULE: ./lib/report/path.js



const STOPS = ['visitor', 'DNS', 'Cloudflare', 'tunnel', 'firewall', 'TLS', 'origin', 'application'];
const ok = (detail = '') => ({ state: 'ok', detail });
const broken = (detail = '') => ({ state: 'broken', detail });
const unknown = (detail = '') => ({ state: 'unknown', detail });
/** The way of a request, and where it breaks: by what was seen, and by the cause that explains it. */
function pathOf(diagnosis, evidence) {
    const blamed = diagnosis.verdict === 'healthy' ? undefined : blamedStop(diagnosis, evidence);
    const { origin, label } = singledOut(diagnosis, evidence);
    const seen = {
        visitor: blamed === 'visitor' ? broken() : ok(),
        DNS: dnsSeen(evidence),
        Cloudflare: cloudflareSeen(evidence),
        tunnel: blamed === 'tunnel' ? unknown() : undefined,
        firewall: firewallSeen(diagnosis, blamed),
        TLS: tlsSeen(origin),
        origin: originSeen(evidence, origin),
        application: applicationSeen(evidence, origin),
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
        return [{ name: names[stop] ?? stop, ...judged(found ?? unknown(), stop === blamed, diagnosis) }];
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
    if (id === 'edge-stale')
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
            return singledOut({ cause }, evidence).origin?.kind === 'answered' ? 'application' : 'origin';
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
function firewallSeen({ notes }, blamed) {
    if (blamed === 'firewall')
        return unknown();
    return notes.some(({ cause }) => cause.id === 'origin-locked-to-cloudflare')
        ? ok('admits only Cloudflare')
        : undefined;
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
        const words = {
            expired: 'expired',
            'not-yet-valid': 'not valid yet',
            'name-mismatch': 'for another name',
            untrusted: 'not trusted',
        };
        return broken(`certificate ${words[fault]}`);
    }
    if (origin.tls !== undefined)
        return ok();
    if (origin.kind === 'broken' && origin.phase === 'tls')
        return broken((0,look/* outcome */.bu)(origin));
    return undefined;
}
function originSeen(evidence, origin) {
    if (origin === undefined)
        return (0,look/* servedFresh */.Km)(evidence) ? ok() : unknown();
    if (origin.kind === 'answered' || passed(origin, 'tls') || origin.phase === 'tls')
        return ok();
    return (0,look/* servedFresh */.Km)(evidence) ? ok() : broken((0,look/* outcome */.bu)(origin));
}
function applicationSeen(evidence, origin) {
    if (origin?.kind === 'answered') {
        return (0,look/* asExpected */.p2)(evidence, origin) ? ok((0,look/* outcome */.bu)(origin)) : broken((0,look/* outcome */.bu)(origin));
    }
    if ((0,look/* servedFresh */.Km)(evidence))
        return ok((0,look/* outcome */.bu)(evidence.edge));
    return origin?.kind === 'broken' && passed(origin, 'tls') ? broken((0,look/* outcome */.bu)(origin)) : unknown();
}

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
    const generator = generatorOf(exchange);
    const ray = (0,answer/* rayOf */.qj)(exchange);
    return {
        timings,
        total: Object.values(timings).reduce((sum, took) => sum + took, 0),
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
function isText(value) {
    return value !== undefined && value !== '';
}
function coloOf(colo) {
    return isText(colo) ? { colo } : {};
}
/** Who wrote an error page: Cloudflare, or the server whose name stands under it. */
function generatorOf(exchange) {
    if (exchange.kind !== 'answered' || exchange.head.status < 400)
        return undefined;
    if ((0,answer/* edgeErrorIn */.L3)(exchange) !== undefined)
        return 'Cloudflare';
    const footer = /<hr><center>(nginx|openresty|tengine)\b/i.exec(exchange.body.text)?.[1];
    return footer?.toLowerCase();
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
    const headers = site.headers.map(([name]) => `-H ${(0,report_escape/* shell */.vf)(`${name}: …`)}`);
    const ask = ['curl -sv -o /dev/null', `--max-time ${Math.ceil(site.timeout / 1000)}`];
    const edge = [...ask, (0,report_escape/* shell */.vf)(say(site.url, 500)), ...headers].join(' ');
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

// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/sentences.js




/** The verdict and its cause in one line. `title` completes it. */
function headlineOf(diagnosis, evidence) {
    const { host } = evidence.asked;
    const title = diagnosis.cause?.cause.title ?? 'no cause fits what was seen';
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
function stateOf({ trend, cause }, evidence) {
    if (trend === 'recovered')
        return 'was down and is back:';
    if (trend === 'intermittent')
        return 'fails now and then:';
    if ((0,look/* asExpected */.p2)(evidence, evidence.edge))
        return 'still answers, but';
    return cause?.cause.category === 'content' ? 'is not as expected:' : 'is down:';
}
/** `200 through Cloudflare (SJC, 62 ms) and directly (41 ms)`. */
function healthyWords(evidence) {
    const { edge, origins = [] } = evidence;
    const colo = (0,answer/* rayOf */.qj)(edge)?.colo ?? '';
    const details = [colo, took(edge)].filter((word) => word !== '').join(', ');
    const way = (0,answer/* throughCloudflare */.TV)(edge) ? 'through Cloudflare' : 'as visitors ask';
    const front = `${statusOf(edge)} ${way} (${details})`;
    const sound = origins.filter((origin) => (0,look/* asExpected */.p2)(evidence, origin));
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
    return (0,report_words/* duration */.p0)(Object.values(exchange.timings).reduce((sum, ms) => sum + ms, 0));
}
/** What visitors get, what the origin says when asked directly, and how it went over time. */
function summaryOf(diagnosis, evidence) {
    return [edgeSentence(evidence), originSentence(evidence), trendSentence(diagnosis)]
        .filter((sentence) => sentence !== '')
        .join(' ');
}
/** Only Cloudflare itself answers with these. */
const ONLY_CLOUDFLARE = /^5(2\d|30)$/;
function edgeSentence({ edge, control }) {
    if (edge === undefined)
        return '';
    const challenged = edge.kind === 'answered' && edge.head.headers['cf-mitigated'] === 'challenge';
    const who = challenged ? 'This runner gets' : 'Visitors get';
    if (edge.kind === 'broken') {
        const { phase, error } = edge;
        const reached = (0,answer/* traceOf */.fC)(control) === undefined ? '' : ', though Cloudflare itself can be reached';
        return `${who} no answer: ${(0,report_words/* briefly */.m_)({ phase, reason: error.reason, code: '' })}${reached}.`;
    }
    const status = statusOf(edge);
    if (challenged)
        return `${who} a challenge of Cloudflare instead of the site; visitors may be fine.`;
    if (!(0,answer/* throughCloudflare */.TV)(edge))
        return `${who} ${status}, and not from Cloudflare.`;
    return `${who} ${status} ${ONLY_CLOUDFLARE.test(status) ? 'from' : 'through'} Cloudflare.`;
}
function originSentence(evidence) {
    const { origins = [], asked } = evidence;
    const [first] = origins;
    if (first === undefined) {
        return asked.origins.length === 0 ? 'The origin was not asked: its address was not given.' : '';
    }
    if (origins.length === 1)
        return `Asked directly, the origin ${doing(evidence, first, 0)}.`;
    const sound = origins.filter((origin) => (0,look/* asExpected */.p2)(evidence, origin)).length;
    const rest = origins.flatMap((origin, index) => (0,look/* asExpected */.p2)(evidence, origin) ? [] : [`origin ${index + 1} ${doing(evidence, origin, index)}`]);
    const shown = rest.length > 3 ? [...rest.slice(0, 3), `${rest.length - 3} more fail`] : rest;
    const fine = sound === 0 ? [] : [sound === 1 ? 'one answers as expected' : `${sound} answer as expected`];
    return `Of ${origins.length} origins asked directly, ${(0,report_words/* listed */.KE)([...fine, ...shown])}.`;
}
/** What an origin does, and what is wrong with the certificate it shows. */
function doing(evidence, origin, index) {
    const wrong = origin.tls === undefined ? '' : certificateWords(origin.tls.certificate);
    if (origin.kind === 'answered') {
        const status = origin.head.status;
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
    const failed = looks.filter((look) => look.verdict === 'unhealthy').length;
    if (trend === 'intermittent')
        return `It failed in ${failed} of ${(0,report_words/* counted */.hS)(looks.length, 'look')}.`;
    if (trend !== 'recovered' || failed === 0)
        return '';
    return verdict === 'healthy'
        ? `It failed in the first ${failed === 1 ? 'look' : `${failed} looks`} and has recovered.`
        : `It failed in ${failed} of ${(0,report_words/* counted */.hS)(looks.length, 'look')} and has recovered since.`;
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
    const say = (text, max = 300) => (0,clean/* cut */.J)(redact((0,clean/* clean */.u)(text)), max);
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
        owner: cause?.owner ?? '',
        clues: (finding?.match.clues ?? []).map(({ from, text }) => ({ from, text: say(text) })),
        alternatives: diagnosis.alternatives.map((other) => alternativeOf(other, cause, say)),
        lookalikes: furtherLookalikes(diagnosis).map(({ what, told }) => ({ what: say(what), told: say(told) })),
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
    return { host: hostname, port: origin?.port ?? (port === '' ? (tls ? 443 : 80) : Number(port)), tls };
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
    return (cause?.cause.lookalikes ?? []).filter((lookalike) => !alternatives.some((other) => names(lookalike, other.cause)));
}
function warningOf({ cause, match }, place, say) {
    return {
        id: cause.id,
        text: say(`${(0,report_words/* capital */.Nx)(cause.title)}: ${match.because}. ${cause.remedy(place).summary}`, 600),
    };
}
function noteOf({ cause, match }, say) {
    return { id: cause.id, text: say(`${(0,report_words/* capital */.Nx)(cause.title)}: ${match.because}.`, 600) };
}


/***/ }),

/***/ 8191:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
/* harmony export */   yl: () => (/* binding */ JOINT_MARKS)
/* harmony export */ });
/** Read without colour, in a table and in a strip of looks. */
const MARKS = { healthy: '✓', unhealthy: '✗', inconclusive: '?' };
const JOINT_MARKS = { ok: '✓', broken: '✗', unknown: '?' };
/** Completes "Whose: …". */
const OWNERS = {
    origin: "the origin's, not Cloudflare's",
    certificate: "the origin's certificate, not Cloudflare's",
    dns: "the DNS records'",
    firewall: "the firewall's in front of the origin",
    cloudflare: "Cloudflare's, not the origin's",
    'cloudflare-settings': 'a setting in Cloudflare',
    deploy: "the deploy's",
    runner: "this runner's, not the site's",
    unknown: 'not known yet',
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


/***/ })

};
