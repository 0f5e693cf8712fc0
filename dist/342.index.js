export const id = 342;
export const ids = [342,535];
export const modules = {

/***/ 535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ inputsOf),
/* harmony export */   Y: () => (/* binding */ sitesOf),
/* harmony export */   referencedFiles: () => (/* binding */ referencedFiles)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _pem_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6178);


/** Bytes of the sites file: enough for ten thousand sites with every input. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Reads every file that the inputs or the sites of `config` name. */
async function referencedFiles(input) {
    const path = input('config').trim();
    const listed = path === '' ? undefined : await listedIn(path);
    const reads = [input, ...sitesOf(listed).map(inputsOf)];
    return { files: await (0,_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .filesOf */ .R8)(reads), ...(listed !== undefined && { listed }) };
}
function sitesOf(listed) {
    return listed === undefined || typeof listed === 'string' ? [] : listed.sites;
}
/** Reads the values of a listed site like inputs. */
function inputsOf({ values }) {
    return (name) => values.get(name)?.text ?? '';
}
async function listedIn(path) {
    const file = await (0,_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(path, MAX_BYTES);
    if (!file.ok)
        return file.fault;
    const damage = damageIn(file.bytes);
    if (damage !== undefined)
        return {
            sites: [],
            faults: [{ place: damage, text: 'This is not valid UTF-8. Save the file in that encoding.' }],
        };
    // The YAML parser is loaded only by runs that have such a file.
    const { sitesIn } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(959)]).then(__webpack_require__.bind(__webpack_require__, 3959));
    return sitesIn(new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder().decode(file.bytes));
}
/** The position of the first bytes that are not valid UTF-8. */
function damageIn(bytes) {
    // The decoder replaces invalid bytes, so the text encodes to other bytes. It must keep a byte order mark for that.
    const text = new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const again = Buffer.from(text);
    if (again.equals(bytes))
        return undefined;
    const offset = again.findIndex((byte, index) => byte !== bytes[index]);
    const before = bytes.subarray(0, offset).toString().split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}


/***/ }),

/***/ 2342:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./lib/config/inputs/inputs.js
var inputs = __webpack_require__(8257);
// EXTERNAL MODULE: ./lib/config/parser/parser.js
var parser = __webpack_require__(7881);
// EXTERNAL MODULE: ./lib/config/parser/lists.js
var lists = __webpack_require__(5389);
// EXTERNAL MODULE: ./lib/config/parser/problems.js
var problems = __webpack_require__(9770);
;// CONCATENATED MODULE: ./lib/config/parser/checker.js



function checkerOf(input, { shell, showOrigin, secrets }, { numbered } = { numbered: true }) {
    return (name, parse) => {
        const row = ROWS.get(name);
        const given = row?.shells === 'action' && shell === 'cli' ? '' : input(name).trim();
        const text = given === '' ? literal(row?.default ?? '') : given;
        const parsed = parse(text);
        if (parsed.ok)
            return parsed;
        const secret = row?.secret === true && !(name === 'origin' && showOrigin);
        const showing = { secret, several: (0,lists/* itemsOf */.S3)(text).length > 1, numbered, secrets };
        return { ok: false, faults: parsed.faults.map((refusal) => (0,problems/* problemOf */.Zw)(name, refusal, showing)) };
    };
}
const ROWS = new Map(inputs/* INPUTS */.m.map((row) => [row.name, row]));
/** An expression such as `${{ github.token }}` has a value only on a runner. */
function literal(value) {
    return value.startsWith('${{') ? '' : value;
}

// EXTERNAL MODULE: ./lib/config/files/referenced.js
var referenced = __webpack_require__(535);
// EXTERNAL MODULE: ./lib/config/values/urls.js
var values_urls = __webpack_require__(4047);
;// CONCATENATED MODULE: ./lib/config/listed-sites.js





/** Problems of the file that are printed. More would fill the log. */
const MAX_PROBLEMS = 100;
const SCHEDULE = [
    'wait',
    'interval',
    'consecutive-successes',
    'watch',
];
/** The sites that `config` lists, or all problems of that file in its order. */
function listedSettings({ listed }, path, context) {
    const { checking, known } = context;
    if (typeof listed === 'string') {
        const text = `\`config\`: \`${(0,problems/* printable */.g$)(path, checking.secrets)}\` ${listed}. Use the path of a YAML file with a list \`sites:\`.`;
        return { ok: false, faults: [{ input: 'config', text }] };
    }
    const reported = new Set(known.map(({ text }) => text));
    const first = new Map();
    const settings = [];
    const faults = [...(listed?.faults ?? [])];
    for (const site of (0,referenced/* sitesOf */.Y)(listed)) {
        const found = settingsOf(site, context);
        if (found.ok) {
            const place = site.values.get('url')?.place ?? site.place;
            const before = first.get(found.value.url);
            if (before === undefined) {
                first.set(found.value.url, place);
                settings.push(found.value);
            }
            else {
                const text = `\`url\` is the same as on line ${before.line}. List each site once.`;
                faults.push({ place, text });
            }
        }
        else
            faults.push(...found.faults.filter(({ text }) => !reported.has(text)));
    }
    if (faults.length === 0)
        return { ok: true, value: settings };
    const sorted = faults.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
    return { ok: false, faults: problemsOf(sorted) };
}
function problemsOf(faults) {
    const problems = faults.slice(0, MAX_PROBLEMS).map(({ place, text }) => ({
        input: 'config',
        text: `\`config\`, line ${place.line}, column ${place.column}: ${text}`,
    }));
    const rest = faults.length - problems.length;
    return rest === 0
        ? problems
        : [...problems, { input: 'config', text: `\`config\` has ${rest} more problems. Fix these first.` }];
}
function settingsOf(site, { checking, base, read }) {
    const own = checkerOf((0,referenced/* inputsOf */.V)(site), checking);
    const ofList = checkerOf((0,referenced/* inputsOf */.V)(site), checking, { numbered: false });
    const checked = (name, parse) => {
        const value = site.values.get(name);
        if (value === undefined)
            return base(name, parse);
        return value.items === undefined ? own(name, parse) : ofList(name, parse);
    };
    const url = site.values.has('url')
        ? checked('url', values_urls/* parseUrl */.D)
        : { ok: false, faults: [] };
    const parsed = (0,parser/* combined */.yX)({ url, ...read(checked) });
    if (!parsed.ok)
        return { ok: false, faults: parsed.faults.map((fault) => placed(fault, site)) };
    return {
        ok: true,
        value: {
            url: parsed.value.url,
            settings: parsed.value,
            ownSchedule: SCHEDULE.some((name) => site.values.has(name)),
        },
    };
}
/** Positions a problem in the file: at its item, else at its value, else at its site. */
function placed({ input, text, line }, site) {
    const value = valueNamed(input, site);
    if (value === undefined)
        return { place: site.place, text };
    return { place: (line === undefined ? undefined : value.items?.[line - 1]) ?? value.place, text };
}
function valueNamed(input, { values }) {
    for (const [name, value] of values)
        if (name === input)
            return value;
    return undefined;
}

// EXTERNAL MODULE: ./lib/config/secrets.js
var secrets = __webpack_require__(2999);
// EXTERNAL MODULE: ./lib/config/values/hosts.js
var hosts = __webpack_require__(7438);
// EXTERNAL MODULE: ./lib/shared/authority.js
var shared_authority = __webpack_require__(4084);
;// CONCATENATED MODULE: ./lib/config/values/origins.js



// Without an example address: it could be the origin's real one.
const ACCEPTED = 'Use an address or a name, one per line, with `http://` or `https://` before it and `:port` after it if needed';
/** `203.0.113.10`, `[2001:db8::1]:8443`, `2001:db8::1`, `origin.example.net:8080`, `http://203.0.113.10:8080`. */
const parseOrigin = (given) => {
    const refused = (fault, meant) => (0,parser/* refuse */.TR)({ given, fault, accepted: ACCEPTED, meant });
    const [, scheme, rest = ''] = /^(?:([^:/?#[\]]*):\/\/)?(.*)$/su.exec(given) ?? [];
    const [, authority = '', path = ''] = /^([^/?#]*)(.*)$/su.exec(rest) ?? [];
    const [first = '', ...more] = given.split(/\s+/u);
    if (more.length > 0)
        return refused('has text after the address', suggestionFor(first));
    if (scheme !== undefined && !/^https?$/iu.test(scheme)) {
        return refused('has a scheme other than http or https');
    }
    // The host follows the last `@` of an authority.
    if (authority.includes('@'))
        return refused('contains credentials', suggestionFor(authority.replace(/^.*@/su, '')));
    const bare = scheme === undefined ? authority : `${scheme}://${authority}`;
    if (path !== '' && path !== '/')
        return refused('has a path', suggestionFor(bare));
    const [name, port] = (0,hosts/* splitPort */.yY)(authority);
    const host = (0,hosts/* canonicalHost */.rQ)(name);
    if (host === undefined)
        return refused('is neither an address nor a name');
    const number = port === undefined ? undefined : (0,hosts/* parsePort */.pz)(port);
    if (port !== undefined && number === undefined) {
        return refused('has a port that is not a number from 1 to 65535', (0,shared_authority/* bracketed */.Em)(host));
    }
    return (0,parser/* succeed */.Py)({ host, scheme: schemeOf(scheme), port: number });
};
/**
 * Where to connect for a site. Without a scheme, a well-known port implies it; otherwise the SSL mode does. Without a
 * scheme and a port, it is the site's port if the scheme is the same, because Cloudflare connects to the origin on
 * the port of the visitor's request.
 */
function targetOf(origin, site, mode) {
    const scheme = origin.scheme ?? schemeOfPort(origin.port) ?? schemeUnder(mode, site);
    const inherits = origin.scheme === undefined && scheme === site.protocol && site.port !== '';
    const usual = (0,shared_authority/* defaultPort */.L5)(scheme === 'https:');
    return { scheme, host: origin.host, port: origin.port ?? (inherits ? Number(site.port) : usual) };
}
/** Flexible uses plain HTTP for requests to port 443 only. A URL object has no port when it is 443. */
function schemeUnder(mode, { protocol, port }) {
    const plain = protocol === 'http:' || mode === 'off' || (mode === 'flexible' && port === '');
    return plain ? 'http:' : 'https:';
}
function schemeOfPort(port) {
    if (port === (0,shared_authority/* defaultPort */.L5)(false))
        return 'http:';
    return port === (0,shared_authority/* defaultPort */.L5)(true) ? 'https:' : undefined;
}
function schemeOf(text) {
    if (text === undefined)
        return undefined;
    return text.toLowerCase() === 'http' ? 'http:' : 'https:';
}
function suggestionFor(text) {
    return (0,parser/* valueOf */.RP)(parseOrigin(text)) === undefined ? undefined : text;
}

;// CONCATENATED MODULE: ./lib/config/settings.js


/** Every URL becomes one site, with the settings of the sites file or of the inputs. There is at least one. */
function configOf(settings) {
    const [first, ...rest] = sitesOf(settings);
    if (first === undefined)
        throw new RangeError('There is no site');
    return {
        sites: [first, ...rest],
        schedule: settings.site.schedule,
        ...settings.run,
        publish: settings.publish,
    };
}
function sitesOf({ urls, site, listed }) {
    const inFile = new Set(listed.map(({ url }) => url));
    return [
        ...[...new Set(urls)].filter((url) => !inFile.has(url)).map((url) => siteOf(url, site, false)),
        ...listed.map(({ url, settings, ownSchedule }) => siteOf(url, settings, ownSchedule)),
    ];
}
function siteOf(url, { schedule, ...settings }, ownSchedule) {
    const parsed = new URL(url);
    const originHost = settings.originHost ?? parsed.host;
    return {
        ...settings,
        url,
        origins: settings.origins.map((origin) => targetOf(origin, parsed, settings.sslMode)),
        originHost,
        originSni: settings.originSni ?? (0,hosts/* hostWithoutPort */.ko)(originHost),
        ...(ownSchedule && { schedule }),
    };
}

// EXTERNAL MODULE: ./lib/shared/text.js
var shared_text = __webpack_require__(6422);
// EXTERNAL MODULE: ./lib/config/values/scalars.js
var scalars = __webpack_require__(9344);
;// CONCATENATED MODULE: ./lib/config/values/durations.js

const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** Other common spellings of units. Any other unit counts as seconds in a suggestion. */
const SPELLINGS = [
    [/^(?:ms|msecs?|millis|milliseconds?)$/u, UNITS.ms],
    [/^(?:m|mins?|minutes?)$/u, UNITS.m],
    [/^(?:h|hrs?|hours?)$/u, UNITS.h],
    [/^(?:d|days?)$/u, 24 * UNITS.h],
];
/**
 * Milliseconds of `500ms`, `10s`, `2m`, `1h` or a whole number of seconds. Fractions and compounds are rejected with an
 * equivalent spelling as the suggestion. The bounds are in milliseconds, inclusive.
 */
function durationBetween(least, most) {
    return (text) => {
        const [, digits, unit] = /^(\d+)(ms|s|m|h)?$/u.exec(text) ?? [];
        if (digits === undefined) {
            return (0,parser/* refuse */.TR)({
                given: text,
                fault: 'is not a valid duration',
                accepted: 'Use `500ms`, `10s`, `2m`, `1h` or a whole number of seconds',
                meant: durations_suggestionFor(text, least, most),
            });
        }
        const milliseconds = Number(digits) * (isUnit(unit) ? UNITS[unit] : UNITS.s);
        if (milliseconds >= least && milliseconds <= most)
            return (0,parser/* succeed */.Py)(milliseconds);
        const inMilliseconds = unit === undefined && milliseconds > most && Number(digits) <= most;
        return (0,parser/* refuse */.TR)({
            given: text,
            fault: milliseconds < least ? 'is too short' : 'is too long',
            accepted: `Use a duration from \`${durationText(least)}\` to \`${durationText(most)}\`, or a whole number of seconds`,
            meant: inMilliseconds && Number(digits) >= least ? `${digits}ms` : undefined,
        });
    };
}
/** The shortest spelling of a whole number of milliseconds that `durationBetween` accepts. */
function durationText(milliseconds) {
    const unit = ['h', 'm', 's'].find((unit) => milliseconds % UNITS[unit] === 0);
    if (milliseconds === 0 || unit === undefined)
        return milliseconds === 0 ? '0s' : `${milliseconds}ms`;
    return `${milliseconds / UNITS[unit]}${unit}`;
}
/** Understands `20x`, `1.5s`, `10 seconds`, `1m30s` and `PT30S`. */
function durations_suggestionFor(text, least, most) {
    const plain = text
        .toLowerCase()
        .replaceAll(/\s+/gu, '')
        .replace(/^(?:p?t|[+-])/u, '')
        .replaceAll(',', '.');
    const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)([a-z]*)/gu)];
    if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== plain)
        return undefined;
    const milliseconds = parts.reduce((sum, [, count, unit]) => sum + Number(count) * factorOf(unit ?? ''), 0);
    // Rounding errors are far below a millisecond.
    const whole = Math.round(milliseconds);
    if (Math.abs(whole - milliseconds) > 1e-6 || whole < least || whole > most)
        return undefined;
    return durationText(whole);
}
function factorOf(unit) {
    return SPELLINGS.find(([spelling]) => spelling.test(unit))?.[1] ?? UNITS.s;
}
function isUnit(text) {
    return text !== undefined && text in UNITS;
}

;// CONCATENATED MODULE: ./lib/config/values/headers.js

/** RFC 9110, section 5.6.2. */
const isFieldName = (text) => /^[!#$%&'*+.^_`|~0-9a-z-]+$/iu.test(text);
/** Headers of the connection or of message framing, which the probe sets itself. */
const CONNECTION_HEADERS = new Set([
    'connection',
    'content-length',
    'expect',
    'http2-settings',
    'keep-alive',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
]);
const headers_ACCEPTED = 'Use `Name: value`, one per line';
/** One line of `headers`. Errors never quote more than a well-known name, because values are secret. */
const parseHeader = (line) => {
    const refused = (fault, accepted = headers_ACCEPTED) => (0,parser/* refuse */.TR)({ given: line, fault, accepted });
    const colon = line.indexOf(':');
    if (colon === -1)
        return refused('has no colon');
    const name = line.slice(0, colon);
    if (!isFieldName(name))
        return refused('has an invalid header name');
    const known = name.toLowerCase();
    if (known === 'host')
        return refused('sets `Host`', 'Set the Host header of the direct probe with `origin-host`');
    if (CONNECTION_HEADERS.has(known)) {
        return refused(`sets \`${known}\``, 'Remove it: the probe sets the headers of its connection itself');
    }
    const value = line.slice(colon + 1).trim();
    if (value === '')
        return refused('has no value', `${headers_ACCEPTED}, and check that the secret it comes from is set`);
    if (!/^[\t\x20-\x7e]+$/u.test(value)) {
        return refused('has a control or non-ASCII character in its value', `${headers_ACCEPTED}, in printable ASCII`);
    }
    return (0,parser/* succeed */.Py)([name, value]);
};

;// CONCATENATED MODULE: ./lib/config/values/expected.js


/** Characters of an expected text or pattern. */
const MAX_LENGTH = 10_000;
/** Flags that change what a pattern matches. `g` is common, has no effect here, and is dropped. */
const FLAGS = /^[imsuvg]*$/u;
const expected_ACCEPTED = 'Use the text that must occur, or `/regex/` with the flags `i`, `m`, `s`, `u` or `v`';
/** Plain text, or `/regex/flags`. */
const parseExpected = (given) => expectedOf(given, given, expected_ACCEPTED);
/** `Name: value` or `Name: /regex/flags`. The name in lower case. */
const parseExpectedHeader = (given) => {
    const accepted = 'Use `Name: value` or `Name: /regex/`';
    const refused = (fault, meant) => (0,parser/* refuse */.TR)({ given, fault, accepted, meant });
    if (/[\r\n]/u.test(given))
        return refused('has several lines');
    const colon = given.indexOf(':');
    if (colon === -1)
        return refused('has no colon', isFieldName(given) ? `${given}: /./` : undefined);
    const name = given.slice(0, colon).trimEnd();
    if (!isFieldName(name))
        return refused('has an invalid header name');
    const text = given.slice(colon + 1).trim();
    // The suggested pattern matches any value.
    if (text === '')
        return refused('has no value', `${name}: /./`);
    const value = expectedOf(text, given, accepted);
    return value.ok ? (0,parser/* succeed */.Py)({ name: name.toLowerCase(), value: value.value }) : value;
};
function expectedOf(text, given, accepted) {
    const refused = (fault, meant) => (0,parser/* refuse */.TR)({ given, fault, accepted, meant });
    if (text.length > MAX_LENGTH)
        return refused(`is longer than ${MAX_LENGTH} characters`);
    const end = text.lastIndexOf('/');
    const flags = text.slice(end + 1);
    // `/static/app.js` is plain text: flags have no period.
    if (!text.startsWith('/') || end < 2 || !/^[a-z]*$/iu.test(flags))
        return (0,parser/* succeed */.Py)({ kind: 'text', text });
    if (!FLAGS.test(flags) || regexFault('', flags) !== undefined) {
        const meant = text.length > parser/* MAX_SUGGESTION_LENGTH */.Ls ? undefined : given.replace(text, () => escaped(text));
        return refused('has invalid regular expression flags', meant);
    }
    const source = text.slice(1, end);
    const kept = flags.replaceAll('g', '');
    const fault = regexFault(source, kept);
    return fault === undefined ? (0,parser/* succeed */.Py)({ kind: 'regex', source, flags: kept }) : refused(fault);
}
/** A pattern that matches the text literally. */
function escaped(text) {
    return `/${text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw `\$&`)}/`;
}
function regexFault(source, flags) {
    try {
        RegExp(source, flags);
        return undefined;
    }
    catch (error) {
        // `Invalid regular expression: /(/: Unterminated group`: only the last part doesn't quote the value.
        const [, reason] = /: ([A-Z][\w ()-]*)$/u.exec(Error.isError(error) ? error.message : '') ?? [];
        return `is not a valid regular expression${reason === undefined ? '' : ` (${reason.toLowerCase()})`}`;
    }
}

;// CONCATENATED MODULE: ./lib/config/values/pairs.js

/** Two inputs that need each other: both values, undefined for neither, or the problems of both. */
function pairOf([firstName, first], [secondName, second]) {
    if (isEmpty(first) && isEmpty(second))
        return (0,parser/* succeed */.Py)(undefined);
    const both = (0,parser/* combined */.yX)({
        first: present(firstName, first, secondName),
        second: present(secondName, second, firstName),
    });
    return both.ok ? (0,parser/* succeed */.Py)([both.value.first, both.value.second]) : both;
}
const isEmpty = (parsed) => parsed.ok && parsed.value === undefined;
/** A half whose other half is set, validly or not. */
function present(name, parsed, other) {
    if (!parsed.ok)
        return parsed;
    if (parsed.value !== undefined)
        return (0,parser/* succeed */.Py)(parsed.value);
    return problem(name, `is empty, but \`${other}\` is set. Set both or neither, and check that the secret it comes from exists.`);
}
/** A problem that involves more than one input. */
function problem(input, text) {
    return { ok: false, faults: [{ input, text: `\`${input}\` ${text}` }] };
}

// EXTERNAL MODULE: ./lib/config/values/pem.js
var pem = __webpack_require__(819);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/config/parser/did-you-mean.js
var did_you_mean = __webpack_require__(8369);
;// CONCATENATED MODULE: ./lib/config/values/resolvers.js





const resolvers_ACCEPTED = 'Use IP addresses of DNS servers, or `none`';
const NONE = 'none';
/** One IP address in canonical form, or `none`. */
const parseResolver = (text) => {
    const address = text === NONE ? NONE : addressOf(text);
    if (address !== undefined)
        return (0,parser/* succeed */.Py)(address);
    return (0,parser/* refuse */.TR)({
        given: text,
        fault: 'is not a valid IP address',
        accepted: resolvers_ACCEPTED,
        meant: resolvers_suggestionFor(text),
    });
};
const list = (0,lists/* listOf */.c3)(parseResolver, lists/* commaItemsOf */.ZM);
/** The addresses without duplicates; empty for `none`. */
const parseResolvers = (text) => {
    const parsed = list(text);
    if (!parsed.ok)
        return parsed;
    const addresses = [...new Set(parsed.value)].filter((address) => address !== NONE);
    if (!parsed.value.includes(NONE) || addresses.length === 0)
        return (0,parser/* succeed */.Py)(addresses);
    return (0,parser/* refuse */.TR)({
        given: text,
        fault: 'combines `none` with addresses',
        accepted: 'Use `none` alone, or the IP addresses of DNS servers',
    });
};
function addressOf(text) {
    return (0,external_node_net_.isIP)(text) === 0 ? undefined : (0,hosts/* canonicalHost */.rQ)(text);
}
/** The address without port, brackets and scheme. */
function resolvers_suggestionFor(text) {
    if (text.length > parser/* MAX_SUGGESTION_LENGTH */.Ls)
        return undefined;
    const [authority = ''] = text.replace(/^[a-z]+:\/\//iu, '').split(/[/?#\s]/u);
    const host = (0,hosts/* canonicalHost */.rQ)((0,hosts/* splitPort */.yY)(authority)[0]);
    return host === undefined || (0,external_node_net_.isIP)(host) === 0 ? (0,did_you_mean/* didYouMean */.a)(text, [NONE]) : host;
}

;// CONCATENATED MODULE: ./lib/config/values/statuses.js


const statuses_ACCEPTED = 'Use codes from 100 to 599, classes and ranges, such as `200`, `2xx` or `200-299, 304`';
/** `200`, `2xx` or `200-299`, as inclusive ranges. */
const parseRange = (text) => {
    const range = rangeOf(text);
    if (range === undefined) {
        return (0,parser/* refuse */.TR)({
            given: text,
            fault: 'is not a valid status code',
            accepted: statuses_ACCEPTED,
            meant: statuses_suggestionFor(text),
        });
    }
    if (range[0] > range[1]) {
        return (0,parser/* refuse */.TR)({
            given: text,
            fault: 'ends before it starts',
            accepted: statuses_ACCEPTED,
            meant: `${range[1]}-${range[0]}`,
        });
    }
    return (0,parser/* succeed */.Py)(range);
};
/** A list of codes, classes and ranges, separated by commas or lines. */
const parseStatuses = (0,lists/* listOf */.c3)(parseRange, lists/* commaItemsOf */.ZM);
function rangeOf(text) {
    const [, first] = /^([1-5])xx$/iu.exec(text) ?? [];
    if (first !== undefined)
        return [Number(first) * 100, Number(first) * 100 + 99];
    const [, from, to = from] = /^([1-5]\d\d)(?:\s*-\s*([1-5]\d\d))?$/u.exec(text) ?? [];
    return from === undefined ? undefined : [Number(from), Number(to)];
}
/** Understands other dashes, other wildcards, and spaces instead of commas. */
function statuses_suggestionFor(text) {
    if (text.length > parser/* MAX_SUGGESTION_LENGTH */.Ls)
        return undefined;
    const plain = text
        .replaceAll(/\s*(?:[‐-―−~:]|\.{2,3}|\bto\b)\s*/giu, '-')
        .replaceAll(/\b([1-5])(?:[x*?.]{1,2}|\d[x*?])(?![\w*?])/giu, '$1xx');
    const parts = plain.split(/[\s;|/]+/u).filter((part) => part !== '');
    if (parts.length === 0 || parts.some((part) => rangeOf(part) === undefined))
        return undefined;
    return parts.join(', ');
}

;// CONCATENATED MODULE: ./lib/config/values/tokens.js

/** Empty, or one word that is valid in a header. */
function tokenSuchAs(accepted) {
    return (0,parser/* textThat */.jk)((text) => /^[\x21-\x7e]*$/u.test(text), {
        fault: 'contains a space, a line break or a non-ASCII character',
        accepted,
    });
}
/** Half of an Access service token. Cloudflare's dashboard shows it after its header's name, ready to copy. */
function accessToken(header) {
    const parse = (0,parser/* textThat */.jk)((text) => /^[\x21-\x39\x3b-\x7e]*$/u.test(text), {
        fault: 'contains a space, a colon, a line break or a non-ASCII character',
        accepted: `Use the value alone, without \`${header}:\` before it`,
    });
    return (text) => (text === '' ? (0,parser/* succeed */.Py)(undefined) : parse(text));
}
const parseAccessId = accessToken('CF-Access-Client-Id');
const accessSecret = accessToken('CF-Access-Client-Secret');
/** The other half. An id in its place is reported here, before the edge rejects it without an explanation. */
const parseAccessSecret = (text) => {
    if (!text.endsWith('.access'))
        return accessSecret(text);
    return (0,parser/* refuse */.TR)({
        given: text,
        fault: 'ends in `.access`, like a client id',
        accepted: 'Use the secret here, and the id in `access-client-id`',
    });
};
/** Empty, or a zone id, in lowercase as the API returns it. */
const parseZoneId = (text) => {
    if (text === '')
        return (0,parser/* succeed */.Py)(undefined);
    if (/^[\da-f]{32}$/iu.test(text))
        return (0,parser/* succeed */.Py)(text.toLowerCase());
    const ids = text.match(/\b[\da-f]{32}\b/giu) ?? [];
    return (0,parser/* refuse */.TR)({
        given: text,
        fault: 'is not a valid zone id',
        accepted: "Use the 32 hexadecimal digits on the zone's overview page",
        meant: ids.length === 1 ? ids[0] : undefined,
    });
};

;// CONCATENATED MODULE: ./lib/config/site-settings.js














/** As many as browsers follow. */
const MAX_REDIRECTS = 20;
/**
 * Parses the settings of a site with a checker, in the order of `INPUTS`. Equal values of several sites are parsed once
 * and are the same object.
 */
function siteReader(files) {
    const origins = memo((0,lists/* listOf */.c3)(parseOrigin));
    const originCa = memo((0,parser/* optional */.lq)((0,pem/* certificatesIn */.Yc)(files)));
    const cert = memo((0,parser/* optional */.lq)((0,pem/* certificatesIn */.Yc)(files)));
    const key = memo((0,parser/* optional */.lq)((0,pem/* keyIn */.xB)(files)));
    const headers = memo((0,lists/* listOf */.c3)(parseHeader));
    const statuses = memo((0,lists/* someOf */.yU)(parseStatuses, 'Use codes, classes and ranges, such as `200-399`'));
    const expectedBody = memo((0,parser/* optional */.lq)(parseExpected));
    const expectedHeader = memo((0,parser/* optional */.lq)(parseExpectedHeader));
    const resolvers = memo(parseResolvers);
    return (checked) => {
        const method = checked('method', (0,scalars/* oneOf */.yL)(['GET', 'HEAD']));
        return {
            origins: checked('origin', origins),
            originHost: checked('origin-host', (0,parser/* optional */.lq)(hosts/* parseHostHeader */.vK)),
            originSni: checked('origin-sni', (0,parser/* optional */.lq)(hosts/* parseServerName */.ey)),
            originCa: orElse(checked('origin-ca', originCa), []),
            clientCertificate: clientCertificateOf(checked, cert, key),
            sslMode: checked('ssl-mode', scalars/* parseSslMode */.tm),
            method,
            headers: checked('headers', headers),
            access: accessOf(checked),
            expectedStatus: checked('expected-status', statuses),
            expectedBody: bodyOf(checked('expected-body', expectedBody), method),
            expectedHeader: checked('expected-header', expectedHeader),
            maxResponseTime: checked('max-response-time', (0,parser/* optional */.lq)(durationBetween(1, shared_text/* HOUR */.dp))),
            followRedirects: checked('follow-redirects', (0,scalars/* integerBetween */.f8)(0, MAX_REDIRECTS)),
            timeout: checked('timeout', durationBetween(1, shared_text/* HOUR */.dp)),
            schedule: (0,parser/* combined */.yX)({
                wait: checked('wait', durationBetween(0, 24 * shared_text/* HOUR */.dp)),
                // Without a pause, the checks would overload a site that already fails.
                interval: checked('interval', durationBetween(100, shared_text/* HOUR */.dp)),
                consecutiveSuccesses: checked('consecutive-successes', (0,scalars/* integerBetween */.f8)(1, 100)),
                watch: checked('watch', durationBetween(0, 24 * shared_text/* HOUR */.dp)),
            }),
            certificateDays: checked('certificate-days', (0,scalars/* integerBetween */.f8)(0, 10 * 365)),
            resolvers: checked('resolvers', resolvers),
            zone: zoneOf(checked),
        };
    };
}
/** Most of a thousand sites have equal values. */
function memo(parse) {
    const known = new Map();
    return (text) => {
        const parsed = known.get(text) ?? parse(text);
        known.set(text, parsed);
        return parsed;
    };
}
function clientCertificateOf(checked, cert, key) {
    const pair = pairOf(['origin-client-cert', checked('origin-client-cert', cert)], ['origin-client-key', checked('origin-client-key', key)]);
    if (!pair.ok || pair.value === undefined)
        return pair.ok ? (0,parser/* succeed */.Py)(undefined) : pair;
    const [certificates, secret] = pair.value;
    return (0,pem/* matches */.cK)(secret, certificates[0])
        ? (0,parser/* succeed */.Py)({ cert: certificates.join(''), key: secret })
        : problem('origin-client-key', 'does not match the first certificate in `origin-client-cert`. Use the two that were issued together, and put CA certificates last.');
}
function accessOf(checked) {
    const pair = pairOf(['access-client-id', checked('access-client-id', parseAccessId)], ['access-client-secret', checked('access-client-secret', parseAccessSecret)]);
    if (!pair.ok || pair.value === undefined)
        return pair.ok ? (0,parser/* succeed */.Py)(undefined) : pair;
    const [id, secret] = pair.value;
    return (0,parser/* succeed */.Py)({ id, secret });
}
/** Undefined without a token: pull requests from forks get no secrets, but the zone's id is still set there. */
function zoneOf(checked) {
    const zone = (0,parser/* combined */.yX)({
        token: checked('cloudflare-api-token', tokenSuchAs('Use the API token alone, without `Bearer` before it')),
        id: checked('cloudflare-zone-id', parseZoneId),
    });
    return zone.ok && zone.value.token === '' ? (0,parser/* succeed */.Py)(undefined) : zone;
}
function orElse(parsed, fallback) {
    return parsed.ok ? (0,parser/* succeed */.Py)(parsed.value ?? fallback) : parsed;
}
function bodyOf(expected, method) {
    return method.ok && method.value === 'HEAD' && expected.ok && expected.value !== undefined
        ? problem('expected-body', 'is set, but `method` is `HEAD`, whose responses have no body. Remove one of them.')
        : expected;
}

;// CONCATENATED MODULE: ./lib/config/parse.js











/**
 * The configuration, or all problems: those of the inputs in the order of `INPUTS`, then those of the sites file. Reads
 * nothing but `input` and `context`.
 */
function parseConfig(input, context) {
    const { shell, files, listed } = context;
    const checking = { shell, showOrigin: (0,secrets/* showsOrigin */.p)(input), secrets: (0,secrets/* secretsOf */.F)(input, context) };
    const checked = checkerOf(input, checking);
    const read = siteReader(files);
    const urls = (0,lists/* listOf */.c3)(values_urls/* parseUrl */.D);
    const own = {
        urls: checked('url', listed === undefined ? (0,lists/* someOf */.yU)(urls, 'Use one or more http or https URLs, one per line') : urls),
        site: (0,parser/* combined */.yX)(read(checked)),
        run: (0,parser/* combined */.yX)({
            failOn: checked('fail-on', scalars/* parseFailOn */.XV),
            report: withDefault(checked('report', parser/* succeed */.Py), shell === 'action' ? context.defaultReport : ''),
            junit: checked('junit', parser/* succeed */.Py),
            baseline: checked('baseline', parser/* succeed */.Py),
            showOrigin: checked('show-origin', scalars/* parseBoolean */.yG),
        }),
        publish: (0,parser/* combined */.yX)({
            comment: checked('comment', (0,scalars/* oneOf */.yL)(['always', 'on-failure', 'never'])),
            commentTarget: checked('comment-target', (0,scalars/* oneOf */.yL)(['auto', 'pr', 'commit'])),
            commentKey: withDefault(checked('comment-key', parseKey), context.defaultCommentKey),
            prNumber: checked('pr-number', (0,parser/* optional */.lq)((0,scalars/* integerBetween */.f8)(1, 2 ** 31 - 1))),
            jobSummary: checked('job-summary', scalars/* parseBoolean */.yG),
            checkRun: checked('check-run', scalars/* parseBoolean */.yG),
            deploymentStatus: checked('deployment-status', scalars/* parseBoolean */.yG),
            githubToken: checked('github-token', tokenSuchAs('Use one token, such as `${{ github.token }}`')),
        }),
    };
    const known = problemsIn(own).toSorted((a, b) => positionOf(a) - positionOf(b));
    const sites = listedSettings(context, input('config').trim(), { checking, base: checked, read, known });
    const parsed = (0,parser/* combined */.yX)({ ...own, listed: sites });
    if (parsed.ok)
        return { ok: true, config: configOf(parsed.value) };
    return { ok: false, problems: [...known, ...(sites.ok ? [] : sites.faults)] };
}
function problemsIn(parts) {
    return Object.values(parts).flatMap((part) => (part.ok ? [] : part.faults));
}
function positionOf({ input }) {
    return inputs/* INPUTS */.m.findIndex(({ name }) => name === input);
}
function withDefault(parsed, fallback) {
    return parsed.ok && parsed.value === '' ? (0,parser/* succeed */.Py)(fallback) : parsed;
}
const parseKey = (0,parser/* textThat */.jk)((text) => text.length <= 200 && !/\p{Cc}/u.test(text), {
    fault: 'is not a valid key',
    accepted: 'Use up to 200 characters on one line',
});


/***/ }),

/***/ 5389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   ZM: () => (/* binding */ commaItemsOf),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   yU: () => (/* binding */ someOf)
/* harmony export */ });
/* harmony import */ var _parser_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7881);

/** The items of a list, one per line. Blank lines and trailing commas are ignored. */
function itemsOf(text) {
    return text
        .split(/\r?\n/u)
        .map((line, index) => ({ text: withoutTrailingCommas(line), line: index + 1 }))
        .filter((item) => item.text !== '');
}
/** The items of a list that are separated by line breaks or commas. */
function commaItemsOf(text) {
    return itemsOf(text).flatMap(({ text, line }) => text
        .split(',')
        .map((part) => ({ text: part.trim(), line }))
        .filter((item) => item.text !== ''));
}
/** Parses each item, and reports the faults of all of them. */
function listOf(parse, split = itemsOf) {
    return (text) => {
        const values = [];
        const faults = [];
        for (const item of split(text)) {
            const parsed = parse(item.text);
            if (parsed.ok)
                values.push(parsed.value);
            else
                for (const fault of parsed.faults)
                    faults.push({ ...fault, line: item.line });
        }
        return faults.length === 0 ? (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .succeed */ .Py)(values) : { ok: false, faults };
    };
}
/** A list with at least one item. */
function someOf(parse, accepted) {
    return (text) => {
        const parsed = parse(text);
        if (!parsed.ok)
            return parsed;
        const [first, ...rest] = parsed.value;
        if (first === undefined)
            return { ok: false, faults: [{ given: '', fault: 'is empty', accepted }] };
        return (0,_parser_js__WEBPACK_IMPORTED_MODULE_0__/* .succeed */ .Py)([first, ...rest]);
    };
}
function withoutTrailingCommas(line) {
    let text = line.trim();
    while (text.endsWith(','))
        text = text.slice(0, -1).trimEnd();
    return text;
}


/***/ }),

/***/ 7881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ls: () => (/* binding */ MAX_SUGGESTION_LENGTH),
/* harmony export */   Py: () => (/* binding */ succeed),
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   Vo: () => (/* binding */ alternatives),
/* harmony export */   jk: () => (/* binding */ textThat),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   yX: () => (/* binding */ combined)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6422);

const succeed = (value) => ({ ok: true, value });
/**
 * One value of many parts, without those that are undefined; or the faults of all parts, in the order of the keys.
 */
function combined(parts) {
    const value = {};
    const faults = [];
    let valid = true;
    const complete = (candidate) => valid && candidate === value;
    for (const key in parts) {
        const part = parts[key];
        valid &&= part.ok;
        if (!part.ok)
            faults.push(...part.faults);
        else if (part.value !== undefined)
            value[key] = part.value;
    }
    return complete(value) ? succeed(value) : { ok: false, faults };
}
const refuse = (refusal) => ({ ok: false, faults: [refusal] });
/** Characters of the longest text for which a suggestion is made. Its cost grows faster than its length. */
const MAX_SUGGESTION_LENGTH = 200;
/** The value, if there is one: to check a suggestion. */
function valueOf(parsed) {
    return parsed.ok ? parsed.value : undefined;
}
function optional(parse) {
    return (text) => (text === '' ? succeed(undefined) : parse(text));
}
/** `a`, `b` or `c`, each in backquotes. */
function alternatives(names) {
    return (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(names.map((name) => `\`${name}\``), 'or');
}
/** Refuses what `predicate` does not accept. */
function textThat(predicate, refusal) {
    return (text) => (predicate(text) ? succeed(text) : refuse({ given: text, ...refusal }));
}


/***/ }),

/***/ 2999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf),
/* harmony export */   p: () => (/* binding */ showsOrigin)
/* harmony export */ });
/* harmony import */ var _values_scalars_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9344);
/* harmony import */ var _files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6178);
/* harmony import */ var _files_referenced_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(535);
/* harmony import */ var _shared_authority_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4084);
/* harmony import */ var _values_hosts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7438);
/* harmony import */ var _parser_lists_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5389);
/* harmony import */ var _parser_parser_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7881);
/* harmony import */ var _values_pem_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(819);
/* harmony import */ var _values_urls_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4047);









/** Shorter values are not masked: every `1` in the log would become `***`. */
const MIN_LENGTH = 3;
/**
 * Words and numbers in our outputs, which are not masked. The runner drops a job output that contains a masked word, so
 * `X-Debug: true` would remove `promote`.
 */
const PUBLIC_WORDS = /^(?:\d{3}|true|false|healthy|unhealthy|inconclusive|error|certain|likely|possible|steady|intermittent|recovered|origin|http|https|tls|dns|firewall|cloudflare|content|runner)$/u;
/**
 * The values that must never be printed, longest first, so that no part of one is masked before the whole. Invalid
 * inputs count too, because errors about them are printed. The caller masks the values before it prints anything.
 */
function secretsOf(input, given = { files: _files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__.NO_FILES }) {
    const reads = [input, ...(0,_files_referenced_js__WEBPACK_IMPORTED_MODULE_2__/* .sitesOf */ .Y)(given.listed).map(_files_referenced_js__WEBPACK_IMPORTED_MODULE_2__/* .inputsOf */ .V)];
    const shown = showsOrigin(input);
    const open = new Set(reads.flatMap((read) => publicHosts(read('url'))));
    const found = [
        ...(shown ? [] : reads.flatMap((read) => originSecrets(read, open))),
        ...reads.flatMap((read) => keySecrets(read, given.files)),
        ...reads.flatMap((read) => headerSecrets(read('headers'))),
        ...reads.flatMap((read) => TOKENS.map((name) => read(name).trim())),
    ];
    return [...new Set(found)]
        .filter((secret) => secret.length >= MIN_LENGTH && !PUBLIC_WORDS.test(secret))
        .toSorted((a, b) => b.length - a.length);
}
const TOKENS = [
    'access-client-id',
    'access-client-secret',
    'cloudflare-api-token',
    'github-token',
];
function showsOrigin(input) {
    return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_5__/* .valueOf */ .RP)((0,_values_scalars_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .yG)(input('show-origin').trim())) === true;
}
/**
 * @param open the sites' own hosts: an origin with one of these names is not secret, and masking it would hide the
 * site
 */
function originSecrets(input, open) {
    const lines = (0,_parser_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .itemsOf */ .S3)(input('origin')).map(({ text }) => text);
    const hosts = lines.flatMap((line) => line.split(/[\s,;()<>"']+/u)).flatMap(hostsIn);
    return [...lines, ...hosts].filter((origin) => !open.has(origin));
}
/** The spellings of a host in one word of an origin's line, with and without port and brackets. */
function hostsIn(word) {
    // Other words of a line with a comment after the address are not secret.
    if (!/[.:]/u.test(word))
        return [];
    const authority = word
        .replace(/^[^/]*:\/\//u, '')
        .replace(/[/?#].*$/su, '')
        .replace(/^.*@/su, '');
    const [name] = (0,_values_hosts_js__WEBPACK_IMPORTED_MODULE_3__/* .splitPort */ .yY)(authority);
    const host = (0,_values_hosts_js__WEBPACK_IMPORTED_MODULE_3__/* .canonicalHost */ .rQ)(name);
    const spellings = [authority, name, (0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_8__/* .unbracketed */ .jG)(name)];
    return host === undefined ? spellings : [...spellings, host, (0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_8__/* .bracketed */ .Em)(host)];
}
/** Line by line, as OpenSSL and our messages quote keys. A key in the wrong input counts too. */
function keySecrets(input, files) {
    const key = input('origin-client-key').trim();
    // A key without its first line or its line breaks is still secret.
    const whole = files.get(key)?.ok === true || (0,_values_pem_js__WEBPACK_IMPORTED_MODULE_6__/* .keyLinesOf */ .W1)(key).length > 0;
    const damaged = whole ? [] : (key.match(/[A-Za-z0-9+/=]{16,}/gu) ?? []);
    const texts = _files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .PEM_INPUTS */ .Z3.map((name) => input(name).trim()).flatMap((text) => {
        const file = files.get(text);
        return file?.ok === true ? [text, file.text] : [text];
    });
    return [...texts.flatMap(_values_pem_js__WEBPACK_IMPORTED_MODULE_6__/* .keyLinesOf */ .W1), ...damaged];
}
function publicHosts(urls) {
    const parsed = (0,_parser_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .itemsOf */ .S3)(urls).map(({ text }) => (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_5__/* .valueOf */ .RP)((0,_values_urls_js__WEBPACK_IMPORTED_MODULE_7__/* .parseUrl */ .D)(text)));
    return parsed.flatMap((url) => (url === undefined ? [] : [new URL(url).hostname]));
}
function headerSecrets(headers) {
    const written = headers.split(/\r?\n/u).map((line) => line.trim());
    // Trailing commas are removed before the header is sent.
    const lines = [...written, ...(0,_parser_lists_js__WEBPACK_IMPORTED_MODULE_4__/* .itemsOf */ .S3)(headers).map(({ text }) => text)];
    return lines.flatMap((line) => [line.slice(line.indexOf(':') + 1).trim(), credentialIn(line)]);
}
/** The `x` of `Authorization: Bearer x` and similar: a server may echo it without the scheme. */
function credentialIn(line) {
    const scheme = /^(?:(?:proxy-)?authorization\s*:\s*\S+|[^:]*:\s*(?:basic|bearer|token))\s+(?=\S)/iu;
    const [before] = scheme.exec(line) ?? [];
    return before === undefined ? '' : line.slice(before.length);
}


/***/ }),

/***/ 7438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ey: () => (/* binding */ parseServerName),
/* harmony export */   ko: () => (/* binding */ hostWithoutPort),
/* harmony export */   pz: () => (/* binding */ parsePort),
/* harmony export */   rQ: () => (/* binding */ canonicalHost),
/* harmony export */   vK: () => (/* binding */ parseHostHeader),
/* harmony export */   yY: () => (/* binding */ splitPort)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
/* harmony import */ var _shared_authority_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4084);
/* harmony import */ var _parser_parser_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7881);




/** RFC 952 allows no underscore in host names, but container networks and some zones use it. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/u;
/** A host in canonical form: lowercase ASCII, an IPv6 address compressed and without brackets. */
function canonicalHost(text) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(text))
        return text;
    const address = (0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_3__/* .unbracketed */ .jG)(text);
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address))
        return canonicalIPv6(address);
    // The converter decodes percent signs and reads `0x7f.1` as an address. Neither is a valid name.
    if (/[^\p{L}\p{M}\p{N}_.-]/u.test(text))
        return undefined;
    const name = (0,node_url__WEBPACK_IMPORTED_MODULE_1__.domainToASCII)(text).replace(/\.$/u, '');
    const labels = name.split('.');
    const named = name.length <= 253 && labels.every((label) => LABEL.test(label));
    return named && !/^(?:\d+|0x[\da-f]*)$/u.test(labels.at(-1) ?? '') ? name : undefined;
}
/** A host, and the text after its port's colon if there is one. IPv6 without brackets has no port. */
function splitPort(authority) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(authority))
        return [authority, undefined];
    const [, host, port] = /^(\[[^\]]*\]|[^:[]*):(.*)$/su.exec(authority) ?? [];
    return host === undefined ? [authority, undefined] : [host, port];
}
/** The number of a valid port. */
function parsePort(text) {
    const port = /^\d{1,5}$/u.test(text) ? Number(text) : 0;
    return port >= 1 && port <= 65_535 ? port : undefined;
}
function canonicalIPv6(address) {
    // A zone such as `%eth0` has a meaning on one machine only.
    return address.includes('%') ? undefined : (0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_3__/* .unbracketed */ .jG)(new URL(`http://[${address}]`).hostname);
}
/** A Host header: a name or an address, optionally with a port. */
const parseHostHeader = (text) => {
    const found = hostHeaderOf(text);
    if (found !== undefined)
        return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .succeed */ .Py)(found);
    return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)({
        given: text,
        fault: 'is not a valid host',
        accepted: 'Use a name such as `www.example.com`, with `:port` if needed',
        meant: hostHeaderOf(hostPart(text)),
    });
};
/** A TLS server name: a DNS name, never an address (RFC 6066, section 3). */
const parseServerName = (text) => {
    const found = serverNameOf(text);
    if (found !== undefined)
        return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .succeed */ .Py)(found);
    return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)({
        given: text,
        fault: 'is not a valid server name',
        accepted: 'Use a DNS name such as `www.example.com`, without a port',
        meant: serverNameOf(splitPort(hostPart(text))[0]),
    });
};
/** The host of a Host header, without port and brackets. */
function hostWithoutPort(header) {
    const [host] = splitPort(header);
    return canonicalHost(host) ?? host;
}
function hostHeaderOf(text) {
    const [name, port] = splitPort(text);
    const host = canonicalHost(name);
    if (host === undefined)
        return undefined;
    if (port === undefined)
        return (0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_3__/* .bracketed */ .Em)(host);
    const number = parsePort(port);
    return number === undefined ? undefined : `${(0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_3__/* .bracketed */ .Em)(host)}:${number}`;
}
function serverNameOf(text) {
    const host = canonicalHost(text);
    return host === undefined || (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0 ? undefined : host;
}
/** Removes the scheme, credentials and path of a pasted URL. */
function hostPart(text) {
    return text
        .replace(/^[a-z+.-]*:\/\//iu, '')
        .replace(/[/?#\s].*$/su, '')
        .replace(/^.*@/su, '');
}


/***/ }),

/***/ 819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W1: () => (/* binding */ keyLinesOf),
/* harmony export */   Yc: () => (/* binding */ certificatesIn),
/* harmony export */   cK: () => (/* binding */ matches),
/* harmony export */   xB: () => (/* binding */ keyIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6178);
/* harmony import */ var _parser_parser_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7881);



const CERTIFICATES = 'Use the PEM text of one or more certificates, or the path of a file that contains it';
const KEY = 'Use the PEM text of a private key, or the path of a file that contains it';
/** The certificates in a PEM text or file, one block each. Other blocks are ignored. */
function certificatesIn(files) {
    return (given) => pemOf(given, files, CERTIFICATES, (blocks, refused) => {
        const [first, ...rest] = blocks.filter(isCertificate).map(({ pem }) => pem);
        if (first === undefined) {
            return refused(blocks.some(isKey) ? 'contains a key, but no certificate' : 'contains no certificate');
        }
        const all = [first, ...rest];
        return all.every(isX509) ? (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .succeed */ .Py)(all) : refused('contains a damaged certificate');
    });
}
/** The private key in a PEM text or file. Other blocks are ignored. */
function keyIn(files) {
    return (given) => pemOf(given, files, KEY, (blocks, refused) => {
        const key = blocks.find(isKey);
        if (key === undefined) {
            const certificate = blocks.some(isCertificate);
            return refused(certificate ? 'contains a certificate, but no key' : 'contains no private key');
        }
        if (isEncrypted(key)) {
            return refused('contains a key that is protected by a passphrase', 'Remove the passphrase with `openssl pkey -in locked.pem -out open.pem`');
        }
        return isPrivateKey(key.pem) ? (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .succeed */ .Py)(key.pem) : refused('contains a damaged key');
    });
}
/** Whether a private key matches a certificate. Both are valid. */
function matches(key, certificate) {
    return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(certificate).checkPrivateKey((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(key));
}
/** The lines of the private keys in a text that are long enough to be secret. */
function keyLinesOf(text) {
    return blocksOf(text)
        .filter(isKey)
        .flatMap(({ pem }) => pem.split('\n'))
        .filter((line) => line.length >= 16 && !line.startsWith('-----'));
}
function pemOf(given, files, accepted, parse) {
    const inline = (0,_files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isPem */ .X3)(given);
    // A path helps to find the problem. PEM text is long, and may be a key in the wrong input.
    const refused = (fault, other = accepted) => (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_2__/* .refuse */ .TR)({ given: inline ? '' : given, fault, accepted: other });
    const file = inline ? { ok: true, text: given } : files.get(given);
    if (file?.ok !== true)
        return refused(file?.fault ?? _files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .ABSENT */ .sj);
    const { text } = file;
    const flat = text.trim();
    if ((0,_files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isPem */ .X3)(flat) && !flat.includes('\n')) {
        return refused(flat.includes('\\n') ? 'contains `\\n` instead of line breaks' : 'has lost its line breaks');
    }
    return parse(blocksOf(text), refused);
}
/** Not by regex: for each block without an end, it would search the whole rest of the text. */
function blocksOf(text) {
    return text
        .split('-----BEGIN ')
        .slice(1)
        .flatMap((piece) => {
        const [, label] = /^([A-Z0-9 ]+)-----/u.exec(piece) ?? [];
        const last = `-----END ${label}-----`;
        const end = piece.indexOf(last);
        if (label === undefined || end === -1)
            return [];
        const lines = `-----BEGIN ${piece.slice(0, end)}${last}`.split('\n').map((line) => line.trim());
        return [{ label, pem: `${lines.join('\n')}\n` }];
    });
}
const isCertificate = ({ label }) => label === 'CERTIFICATE';
const isKey = ({ label }) => label.endsWith('PRIVATE KEY');
/** Encrypted, as its PKCS #8 label or its RFC 1421 header says. */
const isEncrypted = ({ label, pem }) => label === 'ENCRYPTED PRIVATE KEY' || pem.includes('\nProc-Type: 4,ENCRYPTED\n');
function isX509(pem) {
    return succeeds(() => new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(pem));
}
function isPrivateKey(pem) {
    return succeeds(() => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(pem));
}
function succeeds(attempt) {
    try {
        attempt();
        return true;
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 9344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XV: () => (/* binding */ parseFailOn),
/* harmony export */   f8: () => (/* binding */ integerBetween),
/* harmony export */   tm: () => (/* binding */ parseSslMode),
/* harmony export */   yG: () => (/* binding */ parseBoolean),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/* harmony import */ var _parser_lists_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5389);
/* harmony import */ var _parser_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8369);
/* harmony import */ var _parser_parser_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7881);



const BOOLEANS = new Map([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
]);
/** Other spellings, from YAML 1.1 and shells. */
const YES = new Set(['yes', 'y', 'on', '1', 't']);
const NO = new Set(['no', 'n', 'off', '0', 'f', 'never', 'none']);
/** The booleans of YAML 1.2's core schema, which all Actions accept. */
const parseBoolean = (text) => {
    const value = BOOLEANS.get(text);
    if (value !== undefined)
        return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .succeed */ .Py)(value);
    return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)({
        given: text,
        fault: 'is not a valid boolean',
        accepted: 'Use `true` or `false`',
        meant: booleanSuggestion(text.toLowerCase()),
    });
};
function booleanSuggestion(text) {
    if (YES.has(text))
        return 'true';
    if (NO.has(text))
        return 'false';
    return (0,_parser_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(text, ['true', 'false']);
}
/** A whole number in decimal digits; the bounds are inclusive. */
function integerBetween(least, most) {
    const within = (text) => {
        const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
        return value >= least && value <= most ? value : undefined;
    };
    return (text) => {
        const value = within(text);
        if (value !== undefined)
            return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .succeed */ .Py)(value);
        // The only number in `#12`, `3x` or `…/pull/12`.
        const numbers = text.match(/\d+/gu) ?? [];
        const only = numbers.length === 1 && !/-\d|\d\.|\.\d/u.test(text) ? numbers[0] : undefined;
        const meant = only === undefined ? undefined : within(only);
        return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)({
            given: text,
            fault: /^-?\d+$/u.test(text) ? 'is out of range' : 'is not a whole number',
            accepted: `Use a whole number from ${least} to ${most}`,
            meant: meant?.toString(),
        });
    };
}
/** One of a few words, spelled exactly. */
function oneOf(names) {
    return (text) => {
        const found = names.find((name) => name === text);
        if (found !== undefined)
            return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .succeed */ .Py)(found);
        return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)({
            given: text,
            fault: 'is not a valid value',
            accepted: `Use ${(0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .alternatives */ .Vo)(names)}`,
            meant: (0,_parser_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(text, names),
        });
    };
}
const outcomes = (0,_parser_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .listOf */ .c3)(oneOf(['unhealthy', 'inconclusive', 'warning', 'never']), _parser_lists_js__WEBPACK_IMPORTED_MODULE_0__/* .commaItemsOf */ .ZM);
/** Which outcomes fail the step; the empty set for `never`. */
const parseFailOn = (text) => {
    const parsed = outcomes(text);
    if (!parsed.ok)
        return parsed;
    const named = new Set(parsed.value.filter((outcome) => outcome !== 'never'));
    if (!parsed.value.includes('never') || named.size === 0)
        return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .succeed */ .Py)(named);
    return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)({
        given: text,
        fault: 'combines `never` with other outcomes',
        accepted: 'Use `never` alone, or any of `unhealthy`, `inconclusive` and `warning`',
    });
};
const MODES = ['auto', 'off', 'flexible', 'full', 'strict'];
/** Names of the modes in Cloudflare's dashboard and API, letters only. */
const MODE_NAMES = new Map([
    ['automatic', 'auto'],
    ['fullstrict', 'strict'],
    ['strictsslonlyoriginpull', 'strict'],
    ['originpull', 'strict'],
]);
const mode = oneOf(MODES);
const parseSslMode = (text) => {
    const parsed = mode(text);
    const [fault] = parsed.ok ? [] : parsed.faults;
    const meant = MODE_NAMES.get(text.toLowerCase().replaceAll(/[^a-z]/gu, ''));
    return fault === undefined || meant === undefined ? parsed : (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)({ ...fault, meant });
};


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseUrl)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7438);
/* harmony import */ var _parser_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8369);
/* harmony import */ var _parser_parser_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7881);



const ACCEPTED = 'Use an http or https URL as visitors type it, one per line';
/** A site's URL, normalized, without its fragment: browsers don't send it. */
const parseUrl = (text) => {
    const refused = (fault, meant) => (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)({ given: withoutCredentials(text), fault, accepted: ACCEPTED, meant });
    const spaced = /[\s\p{Cc}]/u.test(text);
    const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(text) ?? [];
    if (scheme === undefined) {
        return refused(spaced ? 'has no scheme and has text after the URL' : 'has no scheme', suggestionFor(text));
    }
    if (spaced)
        return refused('has text after the URL', suggestionFor(text));
    if (!/^https?$/iu.test(scheme)) {
        const meant = (0,_parser_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(scheme, ['https', 'http']);
        const corrected = meant === undefined ? undefined : suggestionFor(text.replace(scheme, meant));
        return refused('has a scheme other than http or https', corrected);
    }
    const url = URL.parse(text);
    if (url === null || (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalHost */ .rQ)(url.hostname) === undefined)
        return refused('is not a valid URL');
    if (url.username !== '' || url.password !== '') {
        return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)({
            given: withoutCredentials(text),
            fault: 'contains credentials',
            accepted: 'Use the URL without them, and send them with `headers`',
            meant: suggestionFor(text),
        });
    }
    url.hash = '';
    return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .succeed */ .Py)(url.href);
};
/** The URL that a text probably contains. */
function suggestionFor(text) {
    if (text.length > _parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SUGGESTION_LENGTH */ .Ls)
        return undefined;
    const [first = '', ...rest] = text.split(/\s+/u);
    // Words before an `@` are parts of credentials.
    if (rest.some((word) => word.includes('@')))
        return undefined;
    const bare = first.replace(/^[<("'`]+/u, '').replace(/[>)"'`,;]+$/u, '');
    const address = bare.replace(/^(?:(https?):?\/*|\/+)(?=[^/:])/iu, (_, scheme) => scheme === undefined ? '' : `${scheme}://`);
    const url = URL.parse(/^https?:\/\//iu.test(address) ? address : `https://${address}`);
    if (url === null || (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .canonicalHost */ .rQ)(url.hostname) === undefined)
        return undefined;
    url.username = '';
    url.password = '';
    url.hash = '';
    // Without the slash that people don't type after a bare host.
    return url.pathname === '/' && url.search === '' ? url.origin : url.href;
}
function withoutCredentials(text) {
    return text.replace(/^([a-z][a-z0-9+.-]*:\/\/)?.*@/isu, '$1…@');
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
