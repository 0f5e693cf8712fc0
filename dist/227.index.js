export const id = 227;
export const ids = [227,535];
export const modules = {

/***/ 535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readOf),
/* harmony export */   Y: () => (/* binding */ sitesOf),
/* harmony export */   referencedFiles: () => (/* binding */ referencedFiles)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _pem_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6178);


/** Ten thousand sites with all that there is to say of each. */
const MOST_BYTES = 4 * 1024 * 1024;
/** Reads every file that the inputs, or the sites of `config`, name. */
async function referencedFiles(input) {
    const path = input('config').trim();
    const listed = path === '' ? undefined : await listedIn(path);
    const reads = [input, ...sitesOf(listed).map(readOf)];
    return { files: await (0,_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .filesOf */ .R8)(reads), ...(listed !== undefined && { listed }) };
}
function sitesOf(listed) {
    return listed === undefined || typeof listed === 'string' ? [] : listed.sites;
}
/** What a site says itself, read as the inputs are. */
function readOf({ values }) {
    return (name) => values.get(name)?.text ?? '';
}
async function listedIn(path) {
    const file = await (0,_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(path, MOST_BYTES);
    if (!file.ok)
        return file.fault;
    const damage = damageIn(file.bytes);
    if (damage !== undefined)
        return {
            sites: [],
            faults: [{ place: damage, text: 'This is no UTF-8. Save the file in that encoding.' }],
        };
    // Most runs have no such file, and need no YAML.
    const { sitesIn } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(959)]).then(__webpack_require__.bind(__webpack_require__, 3959));
    return sitesIn(new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder().decode(file.bytes));
}
/** Where the first bytes are that are no UTF-8. */
function damageIn(bytes) {
    // What the decoder cannot read it replaces, and then the bytes are others. It leaves a byte order mark in its place.
    const text = new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const again = Buffer.from(text);
    if (again.equals(bytes))
        return undefined;
    const offset = again.findIndex((byte, index) => byte !== bytes[index]);
    const before = bytes.subarray(0, offset).toString().split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}


/***/ }),

/***/ 9227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./lib/config/values/booleans.js
var booleans = __webpack_require__(5568);
// EXTERNAL MODULE: ./lib/config/inputs/inputs.js
var inputs = __webpack_require__(8257);
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
        return { ok: false, faults: parsed.faults.map((refusal) => (0,problems/* problemOf */.Z)(name, refusal, showing)) };
    };
}
const ROWS = new Map(inputs/* INPUTS */.m.map((row) => [row.name, row]));
/** The runner fills in an expression. Where there is no runner, nothing does. */
function literal(value) {
    return value.startsWith('${{') ? '' : value;
}

// EXTERNAL MODULE: ./lib/config/parser/did-you-mean.js
var did_you_mean = __webpack_require__(8369);
// EXTERNAL MODULE: ./lib/config/parser/parser.js
var parser = __webpack_require__(7881);
// EXTERNAL MODULE: ./lib/config/parser/result.js
var result = __webpack_require__(1799);
;// CONCATENATED MODULE: ./lib/config/values/choices.js




/** One of a few words, spelled exactly so. */
function oneOf(names) {
    return (text) => {
        const found = names.find((name) => name === text);
        if (found !== undefined)
            return (0,result/* succeed */.P)(found);
        return (0,parser/* refuse */.TR)({
            given: text,
            fault: 'is not known',
            accepted: `Give ${(0,parser/* alternatives */.Vo)(names)}`,
            meant: (0,did_you_mean/* didYouMean */.a)(text, names),
        });
    };
}
const outcomes = (0,lists/* listOf */.c3)(oneOf(['unhealthy', 'inconclusive', 'warning', 'never']), lists/* commaItemsOf */.ZM);
/** Which outcomes fail the step; the empty set for `never`. */
const parseFailOn = (text) => {
    const parsed = outcomes(text);
    if (!parsed.ok)
        return parsed;
    const named = new Set(parsed.value.filter((outcome) => outcome !== 'never'));
    if (!parsed.value.includes('never') || named.size === 0)
        return (0,result/* succeed */.P)(named);
    return (0,parser/* refuse */.TR)({
        given: text,
        fault: 'has `never` beside other outcomes',
        accepted: 'Give `never` alone, or any of `unhealthy`, `inconclusive` and `warning`',
    });
};
const MODES = ['auto', 'off', 'flexible', 'full', 'strict'];
/** How Cloudflare's dashboard and its API call the modes, in letters alone. */
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
    return fault === undefined || meant === undefined ? parsed : (0,parser/* refuse */.TR)({ ...fault, meant });
};

;// CONCATENATED MODULE: ./lib/config/values/integers.js


/** A whole number in decimal digits; the bounds are inclusive. */
function integerBetween(least, most) {
    const within = (text) => {
        const value = /^\d+$/u.test(text) ? Number(text) : Number.NaN;
        return value >= least && value <= most ? value : undefined;
    };
    return (text) => {
        const value = within(text);
        if (value !== undefined)
            return (0,result/* succeed */.P)(value);
        // `#12`, `3x`, `…/pull/12`: the only number in it.
        const numbers = text.match(/\d+/gu) ?? [];
        const only = numbers.length === 1 && !/-\d|\d\.|\.\d/u.test(text) ? numbers[0] : undefined;
        const meant = only === undefined ? undefined : within(only);
        return (0,parser/* refuse */.TR)({
            given: text,
            fault: /^-?\d+$/u.test(text) ? 'is out of range' : 'is no whole number',
            accepted: `Give a whole number from ${least} to ${most}`,
            meant: meant?.toString(),
        });
    };
}

// EXTERNAL MODULE: ./lib/config/files/referenced.js
var referenced = __webpack_require__(535);
// EXTERNAL MODULE: ./lib/config/values/urls.js
var values_urls = __webpack_require__(4047);
;// CONCATENATED MODULE: ./lib/config/listed-sites.js





/** More would fill the log, and the first ones tell what is wrong with all. */
const MOST_TOLD = 100;
const SCHEDULE = [
    'wait',
    'interval',
    'consecutive-successes',
    'watch',
];
/** The sites that `config` lists, or everything that is wrong with that file, in its order. */
function listedSettings({ listed }, path, reading) {
    const { checking, known } = reading;
    if (typeof listed === 'string') {
        const text = `\`config\` is \`${(0,problems/* printable */.g)(path, checking.secrets)}\`, which ${listed}. Give the path of a YAML file with a list \`sites:\`.`;
        return { ok: false, faults: [{ input: 'config', text }] };
    }
    const toldAbove = new Set(known.map(({ text }) => text));
    const first = new Map();
    const settings = [];
    const faults = [...(listed?.faults ?? [])];
    for (const site of (0,referenced/* sitesOf */.Y)(listed)) {
        const found = settingsOf(site, reading);
        if (found.ok) {
            const place = site.values.get('url')?.place ?? site.place;
            const before = first.get(found.value.url);
            if (before === undefined) {
                first.set(found.value.url, place);
                settings.push(found.value);
            }
            else {
                const text = `\`url\` is that of line ${before.line} too. Give each site once.`;
                faults.push({ place, text });
            }
        }
        else
            faults.push(...found.faults.filter(({ text }) => !toldAbove.has(text)));
    }
    if (faults.length === 0)
        return { ok: true, value: settings };
    const sorted = faults.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
    return { ok: false, faults: told(sorted) };
}
function told(faults) {
    const problems = faults.slice(0, MOST_TOLD).map(({ place, text }) => ({
        input: 'config',
        text: `\`config\`, line ${place.line}, column ${place.column}: ${text}`,
    }));
    const rest = faults.length - problems.length;
    return rest === 0
        ? problems
        : [...problems, { input: 'config', text: `\`config\` has ${rest} more problems. Mend these first.` }];
}
function settingsOf(site, { checking, base, read }) {
    const own = checkerOf((0,referenced/* readOf */.C)(site), checking);
    const ofList = checkerOf((0,referenced/* readOf */.C)(site), checking, { numbered: false });
    const checked = (name, parse) => {
        const value = site.values.get(name);
        if (value === undefined)
            return base(name, parse);
        return value.items === undefined ? own(name, parse) : ofList(name, parse);
    };
    const url = site.values.has('url')
        ? checked('url', values_urls/* parseUrl */.D)
        : { ok: false, faults: [] };
    const parsed = (0,result/* combined */.y)({ url, ...read(checked) });
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
/** Where in the file a problem lies: at its item, else at its value, else at the site. */
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
// EXTERNAL MODULE: ./lib/shared/authority.js
var shared_authority = __webpack_require__(4084);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/config/values/hosts.js
var hosts = __webpack_require__(7438);
;// CONCATENATED MODULE: ./lib/config/values/names.js





/** A Host header: a name or an address, with a port where it is not the scheme's own. */
const parseHostHeader = (text) => {
    const found = hostHeaderOf(text);
    if (found !== undefined)
        return (0,result/* succeed */.P)(found);
    return (0,parser/* refuse */.TR)({
        given: text,
        fault: 'is no host',
        accepted: 'Give a name such as `www.example.com`, with `:port` where needed',
        meant: hostHeaderOf(hostPart(text)),
    });
};
/** A TLS server name: a DNS name, never an address (RFC 6066, section 3). */
const parseServerName = (text) => {
    const found = serverNameOf(text);
    if (found !== undefined)
        return (0,result/* succeed */.P)(found);
    return (0,parser/* refuse */.TR)({
        given: text,
        fault: 'is no server name',
        accepted: 'Give a DNS name such as `www.example.com`, without a port',
        meant: serverNameOf((0,hosts/* splitPort */.yY)(hostPart(text))[0]),
    });
};
/** The host of a Host header, without port and brackets. */
function hostWithoutPort(header) {
    const [host] = (0,hosts/* splitPort */.yY)(header);
    return (0,hosts/* hostOf */.w4)(host) ?? host;
}
function hostHeaderOf(text) {
    const [name, port] = (0,hosts/* splitPort */.yY)(text);
    const host = (0,hosts/* hostOf */.w4)(name);
    if (host === undefined)
        return undefined;
    if (port === undefined)
        return (0,shared_authority/* bracketed */.Em)(host);
    const number = (0,hosts/* portOf */.HM)(port);
    return number === undefined ? undefined : `${(0,shared_authority/* bracketed */.Em)(host)}:${number}`;
}
function serverNameOf(text) {
    const host = (0,hosts/* hostOf */.w4)(text);
    return host === undefined || (0,external_node_net_.isIP)(host) !== 0 ? undefined : host;
}
/** Drops a scheme, credentials and a path, as of a URL that was pasted. */
function hostPart(text) {
    return text
        .replace(/^[a-z+.-]*:\/\//iu, '')
        .replace(/[/?#\s].*$/su, '')
        .replace(/^.*@/su, '');
}

;// CONCATENATED MODULE: ./lib/config/values/origins.js




// No example address: the real one could be the same, and would stand in the text.
const ACCEPTED = 'Give an address or a name, one a line, with `http://` or `https://` before it and `:port` after it where needed';
/** `203.0.113.10`, `[2001:db8::1]:8443`, `2001:db8::1`, `origin.example.net:8080`, `http://203.0.113.10:8080`. */
const parseOrigin = (given) => {
    const refused = (fault, meant) => (0,parser/* refuse */.TR)({ given, fault, accepted: ACCEPTED, meant });
    const [, scheme, rest = ''] = /^(?:([^:/?#[\]]*):\/\/)?(.*)$/su.exec(given) ?? [];
    const [, authority = '', path = ''] = /^([^/?#]*)(.*)$/su.exec(rest) ?? [];
    const [first = '', ...more] = given.split(/\s+/u);
    if (more.length > 0)
        return refused('has text after the address', meantBy(first));
    if (scheme !== undefined && !/^https?$/iu.test(scheme)) {
        return refused('has a scheme that is neither http nor https');
    }
    // After the last `@` of an authority stands the host.
    if (authority.includes('@'))
        return refused('has credentials', meantBy(authority.replace(/^.*@/su, '')));
    const bare = scheme === undefined ? authority : `${scheme}://${authority}`;
    if (path !== '' && path !== '/')
        return refused('has a path', meantBy(bare));
    const [name, port] = (0,hosts/* splitPort */.yY)(authority);
    const host = (0,hosts/* hostOf */.w4)(name);
    if (host === undefined)
        return refused('is no address and no name');
    const number = port === undefined ? undefined : (0,hosts/* portOf */.HM)(port);
    if (port !== undefined && number === undefined) {
        return refused('has a port that is no number from 1 to 65535', (0,shared_authority/* bracketed */.Em)(host));
    }
    return (0,result/* succeed */.P)({ host, scheme: schemeOf(scheme), port: number });
};
/**
 * What to dial for a site. Without a scheme the well-known ports speak for themselves, otherwise it is the one in which
 * Cloudflare dials under this mode. Without a scheme and a port it is the site's port too where the scheme is the same, since
 * Cloudflare dials the origin at the port it was asked at.
 */
function targetOf(origin, site, mode) {
    const scheme = origin.scheme ?? wellKnown(origin.port) ?? schemeUnder(mode, site);
    const inherits = origin.scheme === undefined && scheme === site.protocol && site.port !== '';
    const usual = (0,shared_authority/* defaultPort */.L5)(scheme === 'https:');
    return { scheme, host: origin.host, port: origin.port ?? (inherits ? Number(site.port) : usual) };
}
/** Under Flexible only visitors of port 443 are let down to plain HTTP; a URL has no port when it is that one. */
function schemeUnder(mode, { protocol, port }) {
    const plain = protocol === 'http:' || mode === 'off' || (mode === 'flexible' && port === '');
    return plain ? 'http:' : 'https:';
}
function wellKnown(port) {
    if (port === (0,shared_authority/* defaultPort */.L5)(false))
        return 'http:';
    return port === (0,shared_authority/* defaultPort */.L5)(true) ? 'https:' : undefined;
}
function schemeOf(text) {
    if (text === undefined)
        return undefined;
    return text.toLowerCase() === 'http' ? 'http:' : 'https:';
}
function meantBy(text) {
    return (0,parser/* valueOf */.RP)(parseOrigin(text)) === undefined ? undefined : text;
}

;// CONCATENATED MODULE: ./lib/config/settings.js


/** Every URL is a site, once: as the file lists it, else as the inputs have it. There has to be one. */
function configOf(settings) {
    const { wait, interval, consecutiveSuccesses, watch } = settings;
    const { failOn, showOrigin, report, junit, baseline } = settings;
    const { comment, commentTarget, commentKey, prNumber, jobSummary, checkRun, deploymentStatus } = settings;
    const { githubToken } = settings;
    const [first, ...rest] = sitesOf(settings);
    if (first === undefined)
        throw new RangeError('There is no site');
    return {
        sites: [first, ...rest],
        schedule: { wait, interval, consecutiveSuccesses, watch },
        failOn,
        showOrigin,
        report,
        junit,
        baseline,
        publish: {
            comment,
            commentTarget,
            commentKey,
            prNumber,
            jobSummary,
            checkRun,
            deploymentStatus,
            githubToken,
        },
    };
}
function sitesOf(settings) {
    const listed = new Set(settings.listed.map(({ url }) => url));
    return [
        ...[...new Set(settings.urls)].filter((url) => !listed.has(url)).map((url) => siteOf(url, settings)),
        ...settings.listed.map(({ url, settings: own, ownSchedule }) => {
            const { wait, interval, consecutiveSuccesses, watch } = own;
            const schedule = { wait, interval, consecutiveSuccesses, watch };
            return { ...siteOf(url, own), ...(ownSchedule && { schedule }) };
        }),
    ];
}
function siteOf(url, settings) {
    const { headers, expectedStatus, timeout, method, sslMode, originCa = [] } = settings;
    const { clientCertificate, access, expectedBody, expectedHeader, maxResponseTime } = settings;
    const { followRedirects, certificateDays, resolvers, apiToken, zoneId } = settings;
    const parsed = new URL(url);
    const originHost = settings.originHost ?? parsed.host;
    return {
        url,
        origins: settings.origins.map((origin) => targetOf(origin, parsed, sslMode)),
        originHost,
        originSni: settings.originSni ?? hostWithoutPort(originHost),
        headers,
        expectedStatus,
        timeout,
        method,
        sslMode,
        originCa,
        ...(clientCertificate !== undefined && { clientCertificate }),
        ...(access !== undefined && { access }),
        ...(expectedBody !== undefined && { expectedBody }),
        ...(expectedHeader !== undefined && { expectedHeader }),
        ...(maxResponseTime !== undefined && { maxResponseTime }),
        followRedirects,
        certificateDays,
        resolvers,
        // Of a fork's pull request the token stays away while the id is still there: then nothing is read.
        ...(apiToken !== '' && { zone: { token: apiToken, ...(zoneId !== undefined && { id: zoneId }) } }),
    };
}

;// CONCATENATED MODULE: ./lib/config/values/durations.js


const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** How people write units elsewhere, by their first letters. Anything else is taken for seconds. */
const SPELLINGS = [
    [/^(?:ms|msecs?|millis|milliseconds?)$/u, UNITS.ms],
    [/^(?:m|mins?|minutes?)$/u, UNITS.m],
    [/^(?:h|hrs?|hours?)$/u, UNITS.h],
    [/^(?:d|days?)$/u, 24 * UNITS.h],
];
/**
 * Milliseconds of `500ms`, `10s`, `2m`, `1h` or a whole number of seconds. Fractions and compounds are refused with the
 * spelling that says the same. The bounds are milliseconds, inclusive.
 */
function durationBetween(least, most) {
    return (text) => {
        const [, digits, unit] = /^(\d+)(ms|s|m|h)?$/u.exec(text) ?? [];
        if (digits === undefined) {
            return (0,parser/* refuse */.TR)({
                given: text,
                fault: 'is no duration',
                accepted: 'Give `500ms`, `10s`, `2m`, `1h` or a whole number of seconds',
                meant: durations_meantBy(text, least, most),
            });
        }
        const milliseconds = Number(digits) * (isUnit(unit) ? UNITS[unit] : UNITS.s);
        if (milliseconds >= least && milliseconds <= most)
            return (0,result/* succeed */.P)(milliseconds);
        const inMilliseconds = unit === undefined && milliseconds > most && Number(digits) <= most;
        return (0,parser/* refuse */.TR)({
            given: text,
            fault: milliseconds < least ? 'is too short' : 'is too long',
            accepted: `Give a duration from \`${durationText(least)}\` to \`${durationText(most)}\`; a bare number counts seconds`,
            meant: inMilliseconds && Number(digits) >= least ? `${digits}ms` : undefined,
        });
    };
}
/** The shortest spelling of a whole number of milliseconds; `durationBetween` reads it back. */
function durationText(milliseconds) {
    const unit = ['h', 'm', 's'].find((unit) => milliseconds % UNITS[unit] === 0);
    if (milliseconds === 0 || unit === undefined)
        return milliseconds === 0 ? '0s' : `${milliseconds}ms`;
    return `${milliseconds / UNITS[unit]}${unit}`;
}
/** Reads `20x`, `1.5s`, `10 seconds`, `1m30s`, `PT30S` as a person would. */
function durations_meantBy(text, least, most) {
    const plain = text
        .toLowerCase()
        .replaceAll(/\s+/gu, '')
        .replace(/^(?:p?t|[+-])/u, '')
        .replaceAll(',', '.');
    const parts = [...plain.matchAll(/(\d+(?:\.\d+)?)([a-z]*)/gu)];
    if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== plain)
        return undefined;
    const milliseconds = parts.reduce((sum, [, count, unit]) => sum + Number(count) * factorOf(unit ?? ''), 0);
    // A float's rounding error is far below a millisecond.
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
/** They speak of one connection or of the message's framing, which are the probe's to decide. */
const OF_THE_CONNECTION = new Set([
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
const headers_ACCEPTED = 'Give `Name: value`, one a line';
/** One line of `headers`. A refusal never names more than the header's well-known name: the rest is secret. */
const parseHeader = (line) => {
    const refused = (fault, accepted = headers_ACCEPTED) => (0,parser/* refuse */.TR)({ given: line, fault, accepted });
    const colon = line.indexOf(':');
    if (colon === -1)
        return refused('has no colon');
    const name = line.slice(0, colon);
    if (!isFieldName(name))
        return refused('has a name that no header can have');
    const known = name.toLowerCase();
    if (known === 'host')
        return refused('sets `Host`', 'Give the name of the direct probe in `origin-host`');
    if (OF_THE_CONNECTION.has(known)) {
        return refused(`sets \`${known}\``, 'Leave it out: the probe sets what belongs to its connection');
    }
    const value = line.slice(colon + 1).trim();
    if (value === '')
        return refused('has no value', `${headers_ACCEPTED}, and see that the secret it comes from is set`);
    if (!/^[\t\x20-\x7e]+$/u.test(value)) {
        return refused('has a control character or one beyond ASCII in its value', `${headers_ACCEPTED}, in printable ASCII`);
    }
    return (0,result/* succeed */.P)([name, value]);
};

;// CONCATENATED MODULE: ./lib/config/values/expected.js



/** Far less of a body is read than a longer text would need to be worth its while. */
const LONGEST = 10_000;
/** What changes what a pattern matches. `g` is a habit without a meaning here, and is dropped. */
const FLAGS = /^[imsuvg]*$/u;
const expected_ACCEPTED = 'Give the text that must occur, or `/regex/` with the flags `i`, `m`, `s`, `u` or `v`';
/** A text, or `/regex/flags`. */
const parseExpected = (given) => expectedOf(given, given, expected_ACCEPTED);
/** `Name: value` or `Name: /regex/flags`. The name in lower case. */
const parseExpectedHeader = (given) => {
    const accepted = 'Give `Name: value` or `Name: /regex/`';
    const refused = (fault, meant) => (0,parser/* refuse */.TR)({ given, fault, accepted, meant });
    if (/[\r\n]/u.test(given))
        return refused('has several lines');
    const colon = given.indexOf(':');
    if (colon === -1)
        return refused('has no colon', isFieldName(given) ? `${given}: /./` : undefined);
    const name = given.slice(0, colon).trimEnd();
    if (!isFieldName(name))
        return refused('has a name that no header can have');
    const text = given.slice(colon + 1).trim();
    // Any value will do.
    if (text === '')
        return refused('has no value', `${name}: /./`);
    const value = expectedOf(text, given, accepted);
    return value.ok ? (0,result/* succeed */.P)({ name: name.toLowerCase(), value: value.value }) : value;
};
function expectedOf(text, given, accepted) {
    const refused = (fault, meant) => (0,parser/* refuse */.TR)({ given, fault, accepted, meant });
    if (text.length > LONGEST)
        return refused(`is longer than ${LONGEST} characters`);
    const end = text.lastIndexOf('/');
    const flags = text.slice(end + 1);
    // `/static/app.js` is a text as it stands, since no flags have a full stop in them.
    if (!text.startsWith('/') || end < 2 || !/^[a-z]*$/iu.test(flags))
        return (0,result/* succeed */.P)({ kind: 'text', text });
    if (!FLAGS.test(flags) || faultOf('', flags) !== undefined) {
        const meant = text.length > parser/* LONGEST_GUESS */.pt ? undefined : given.replace(text, () => escaped(text));
        return refused('has flags behind its last slash that no pattern has', meant);
    }
    const source = text.slice(1, end);
    const kept = flags.replaceAll('g', '');
    const fault = faultOf(source, kept);
    return fault === undefined ? (0,result/* succeed */.P)({ kind: 'regex', source, flags: kept }) : refused(fault);
}
/** A pattern that matches just the text. */
function escaped(text) {
    return `/${text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw `\$&`)}/`;
}
function faultOf(source, flags) {
    try {
        RegExp(source, flags);
        return undefined;
    }
    catch (error) {
        // `Invalid regular expression: /(/: Unterminated group`: the words behind what was given.
        const [, reason] = /: ([A-Z][\w ()-]*)$/u.exec(Error.isError(error) ? error.message : '') ?? [];
        return `is no pattern${reason === undefined ? '' : ` (${reason.toLowerCase()})`}`;
    }
}

;// CONCATENATED MODULE: ./lib/config/values/pairs.js

/** Two inputs that mean something only together: both, or neither, or all that is wrong with them. */
function pairOf([firstName, first], [secondName, second]) {
    if (isEmpty(first) && isEmpty(second))
        return (0,result/* succeed */.P)(undefined);
    const both = (0,result/* combined */.y)({
        first: present(firstName, first, secondName),
        second: present(secondName, second, firstName),
    });
    return both.ok ? (0,result/* succeed */.P)([both.value.first, both.value.second]) : both;
}
const isEmpty = (parsed) => parsed.ok && parsed.value === undefined;
/** A half whose other half is given, though it may be bad. */
function present(name, parsed, other) {
    if (!parsed.ok)
        return parsed;
    if (parsed.value !== undefined)
        return (0,result/* succeed */.P)(parsed.value);
    return problem(name, `is empty, but \`${other}\` is given. Give both or neither, and see that the secret it comes from is set.`);
}
/** One problem that no parser of a single input could see. */
function problem(input, text) {
    return { ok: false, faults: [{ input, text: `\`${input}\` ${text}` }] };
}

// EXTERNAL MODULE: ./lib/config/values/pem.js
var pem = __webpack_require__(819);
;// CONCATENATED MODULE: ./lib/config/values/resolvers.js






const resolvers_ACCEPTED = 'Give IP addresses of DNS servers, or `none`';
const NONE = 'none';
/** One IP address in its canonical spelling, or `none`. */
const parseResolver = (text) => {
    const address = text === NONE ? NONE : addressOf(text);
    if (address !== undefined)
        return (0,result/* succeed */.P)(address);
    return (0,parser/* refuse */.TR)({ given: text, fault: 'is no IP address', accepted: resolvers_ACCEPTED, meant: resolvers_meantBy(text) });
};
const list = (0,lists/* listOf */.c3)(parseResolver, lists/* commaItemsOf */.ZM);
/** The addresses, each once; none for `none`. */
const parseResolvers = (text) => {
    const parsed = list(text);
    if (!parsed.ok)
        return parsed;
    const addresses = [...new Set(parsed.value)].filter((address) => address !== NONE);
    if (!parsed.value.includes(NONE) || addresses.length === 0)
        return (0,result/* succeed */.P)(addresses);
    return (0,parser/* refuse */.TR)({
        given: text,
        fault: 'has `none` beside addresses',
        accepted: 'Give `none` alone, or the IP addresses of DNS servers',
    });
};
function addressOf(text) {
    return (0,external_node_net_.isIP)(text) === 0 ? undefined : (0,hosts/* hostOf */.w4)(text);
}
/** The address without a port, brackets or a scheme. */
function resolvers_meantBy(text) {
    if (text.length > parser/* LONGEST_GUESS */.pt)
        return undefined;
    const [authority = ''] = text.replace(/^[a-z]+:\/\//iu, '').split(/[/?#\s]/u);
    const host = (0,hosts/* hostOf */.w4)((0,hosts/* splitPort */.yY)(authority)[0]);
    return host === undefined || (0,external_node_net_.isIP)(host) === 0 ? (0,did_you_mean/* didYouMean */.a)(text, [NONE]) : host;
}

;// CONCATENATED MODULE: ./lib/config/values/statuses.js



const statuses_ACCEPTED = 'Give codes from 100 to 599, classes and ranges, such as `200`, `2xx` or `200-299, 304`';
/** `200`, `2xx` or `200-299`, as inclusive ranges. */
const parseRange = (text) => {
    const range = rangeOf(text);
    if (range === undefined) {
        return (0,parser/* refuse */.TR)({ given: text, fault: 'is no status code', accepted: statuses_ACCEPTED, meant: statuses_meantBy(text) });
    }
    if (range[0] > range[1]) {
        return (0,parser/* refuse */.TR)({
            given: text,
            fault: 'ends before it begins',
            accepted: statuses_ACCEPTED,
            meant: `${range[1]}-${range[0]}`,
        });
    }
    return (0,result/* succeed */.P)(range);
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
/** Other dashes, other wildcards, spaces for commas. */
function statuses_meantBy(text) {
    if (text.length > parser/* LONGEST_GUESS */.pt)
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


/** Empty, or one word that fits into a header. */
function tokenSuchAs(accepted) {
    return (0,parser/* textThat */.jk)((text) => /^[\x21-\x7e]*$/u.test(text), {
        fault: 'has a space, a line break or a character beyond ASCII',
        accepted,
    });
}
/** Half of an Access service token. Cloudflare's dashboard shows it behind the name of its header, to be copied. */
function accessToken(header) {
    const parse = (0,parser/* textThat */.jk)((text) => /^[\x21-\x39\x3b-\x7e]*$/u.test(text), {
        fault: 'has a space, a colon, a line break or a character beyond ASCII',
        accepted: `Give the value alone, without \`${header}:\` before it`,
    });
    return (text) => (text === '' ? (0,result/* succeed */.P)(undefined) : parse(text));
}
const parseAccessId = accessToken('CF-Access-Client-Id');
const accessSecret = accessToken('CF-Access-Client-Secret');
/** The other half. An id in its place would be refused at the edge, an hour later and with fewer words. */
const parseAccessSecret = (text) => {
    if (!text.endsWith('.access'))
        return accessSecret(text);
    return (0,parser/* refuse */.TR)({
        given: text,
        fault: 'ends in `.access`, as ids do',
        accepted: 'Give the secret here, and the id in `access-client-id`',
    });
};
/** Empty, or the id of a zone as the API spells it. */
const parseZoneId = (text) => {
    if (text === '')
        return (0,result/* succeed */.P)(undefined);
    if (/^[\da-f]{32}$/iu.test(text))
        return (0,result/* succeed */.P)(text.toLowerCase());
    const ids = text.match(/\b[\da-f]{32}\b/giu) ?? [];
    return (0,parser/* refuse */.TR)({
        given: text,
        fault: 'is no zone id',
        accepted: 'Give the 32 hexadecimal digits that the overview of the zone shows',
        meant: ids.length === 1 ? ids[0] : undefined,
    });
};

;// CONCATENATED MODULE: ./lib/config/site-settings.js















const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** As many as browsers follow. */
const MOST_REDIRECTS = 20;
/**
 * Reads the settings of a site by means of a checker, in the order of `INPUTS`. For one site or many: what they have in common is
 * parsed once, and is the same object.
 */
function siteReader(files) {
    const origins = memo((0,lists/* listOf */.c3)(parseOrigin));
    const originCa = memo((0,parser/* optional */.lq)((0,pem/* certificatesIn */.Yc)(files)));
    const cert = memo((0,parser/* optional */.lq)((0,pem/* certificatesIn */.Yc)(files)));
    const key = memo((0,parser/* optional */.lq)((0,pem/* keyIn */.xB)(files)));
    const headers = memo((0,lists/* listOf */.c3)(parseHeader));
    const statuses = memo((0,lists/* someOf */.yU)(parseStatuses, 'Give codes, classes and ranges, such as `200-399`'));
    const expectedBody = memo((0,parser/* optional */.lq)(parseExpected));
    const expectedHeader = memo((0,parser/* optional */.lq)(parseExpectedHeader));
    const resolvers = memo(parseResolvers);
    return (checked) => {
        const method = checked('method', oneOf(['GET', 'HEAD']));
        return {
            origins: checked('origin', origins),
            originHost: checked('origin-host', (0,parser/* optional */.lq)(parseHostHeader)),
            originSni: checked('origin-sni', (0,parser/* optional */.lq)(parseServerName)),
            originCa: checked('origin-ca', originCa),
            clientCertificate: clientCertificateOf(checked, cert, key),
            sslMode: checked('ssl-mode', parseSslMode),
            method,
            headers: checked('headers', headers),
            access: accessOf(checked),
            expectedStatus: checked('expected-status', statuses),
            expectedBody: bodyOf(checked('expected-body', expectedBody), method),
            expectedHeader: checked('expected-header', expectedHeader),
            maxResponseTime: checked('max-response-time', (0,parser/* optional */.lq)(durationBetween(1, HOUR))),
            followRedirects: checked('follow-redirects', integerBetween(0, MOST_REDIRECTS)),
            timeout: checked('timeout', durationBetween(1, HOUR)),
            wait: checked('wait', durationBetween(0, 24 * HOUR)),
            // No pause at all would hammer a site that is already ill.
            interval: checked('interval', durationBetween(100, HOUR)),
            consecutiveSuccesses: checked('consecutive-successes', integerBetween(1, 100)),
            watch: checked('watch', durationBetween(0, 24 * HOUR)),
            certificateDays: checked('certificate-days', integerBetween(0, 10 * 365)),
            resolvers: checked('resolvers', resolvers),
            apiToken: checked('cloudflare-api-token', tokenSuchAs('Give one API token alone, without `Bearer` before it')),
            zoneId: checked('cloudflare-zone-id', parseZoneId),
        };
    };
}
/** Of thousands of sites most say the same. */
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
        return pair.ok ? (0,result/* succeed */.P)(undefined) : pair;
    const [certificates, secret] = pair.value;
    return (0,pem/* belongsTo */.g4)(secret, certificates[0])
        ? (0,result/* succeed */.P)({ cert: certificates.join(''), key: secret })
        : problem('origin-client-key', 'does not belong to the first certificate in `origin-client-cert`. Give the two that were made together, and the certificates of authorities last.');
}
function accessOf(checked) {
    const pair = pairOf(['access-client-id', checked('access-client-id', parseAccessId)], ['access-client-secret', checked('access-client-secret', parseAccessSecret)]);
    if (!pair.ok || pair.value === undefined)
        return pair.ok ? (0,result/* succeed */.P)(undefined) : pair;
    const [id, secret] = pair.value;
    return (0,result/* succeed */.P)({ id, secret });
}
function bodyOf(expected, method) {
    return method.ok && method.value === 'HEAD' && expected.ok && expected.value !== undefined
        ? problem('expected-body', 'is given, but `method` is `HEAD`, and its answers have no body. Leave one of them out.')
        : expected;
}

;// CONCATENATED MODULE: ./lib/config/parse.js













/**
 * The configuration, or every problem of the inputs at once in the order of `INPUTS`, and then those of the file `config`. Reads nothing
 * but `input` and what the context has of files.
 */
function parseConfig(input, context) {
    const { shell, files, listed } = context;
    const checking = { shell, showOrigin: (0,secrets/* showsOrigin */.p)(input), secrets: (0,secrets/* secretsOf */.F)(input, context) };
    const checked = checkerOf(input, checking);
    const urls = (0,lists/* listOf */.c3)(values_urls/* parseUrl */.D);
    const read = siteReader(files);
    const own = {
        urls: checked('url', listed === undefined ? (0,lists/* someOf */.yU)(urls, 'Give one or more http or https URLs, one a line') : urls),
        ...read(checked),
        failOn: checked('fail-on', parseFailOn),
        comment: checked('comment', oneOf(['always', 'on-failure', 'never'])),
        commentTarget: checked('comment-target', oneOf(['auto', 'pr', 'commit'])),
        commentKey: withDefault(checked('comment-key', parseKey), context.defaultCommentKey),
        prNumber: checked('pr-number', (0,parser/* optional */.lq)(integerBetween(1, 2 ** 31 - 1))),
        jobSummary: checked('job-summary', booleans/* parseBoolean */.y),
        checkRun: checked('check-run', booleans/* parseBoolean */.y),
        deploymentStatus: checked('deployment-status', booleans/* parseBoolean */.y),
        report: withDefault(checked('report', result/* succeed */.P), shell === 'action' ? context.defaultReport : ''),
        junit: checked('junit', result/* succeed */.P),
        baseline: checked('baseline', result/* succeed */.P),
        showOrigin: checked('show-origin', booleans/* parseBoolean */.y),
        githubToken: checked('github-token', tokenSuchAs('Give one token, such as `${{ github.token }}`')),
    };
    const known = Object.values(own).flatMap((part) => (part.ok ? [] : part.faults));
    const parsed = (0,result/* combined */.y)({
        ...own,
        listed: listedSettings(context, input('config').trim(), { checking, base: checked, read, known }),
    });
    return parsed.ok ? { ok: true, config: configOf(parsed.value) } : { ok: false, problems: parsed.faults };
}
function withDefault(parsed, usual) {
    return parsed.ok && parsed.value === '' ? (0,result/* succeed */.P)(usual) : parsed;
}
const parseKey = (0,parser/* textThat */.jk)((text) => text.length <= 200 && !/\p{Cc}/u.test(text), {
    fault: 'is no key',
    accepted: 'Give up to 200 characters in one line',
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
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1799);

/** The items of a list, one a line. Blank lines and commas at a line's end are harmless. */
function itemsOf(text) {
    return text
        .split(/\r?\n/u)
        .map((line, index) => ({ text: withoutTrailingCommas(line), line: index + 1 }))
        .filter((item) => item.text !== '');
}
/** The same where a comma separates too. */
function commaItemsOf(text) {
    return itemsOf(text).flatMap(({ text, line }) => text
        .split(',')
        .map((part) => ({ text: part.trim(), line }))
        .filter((item) => item.text !== ''));
}
/** Parses each item; the refusals of all bad ones together. */
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
        return faults.length === 0 ? (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .succeed */ .P)(values) : { ok: false, faults };
    };
}
/** A list that has to have something in it. */
function someOf(parse, accepted) {
    return (text) => {
        const parsed = parse(text);
        if (!parsed.ok)
            return parsed;
        const [first, ...rest] = parsed.value;
        if (first === undefined)
            return { ok: false, faults: [{ given: '', fault: 'is empty', accepted }] };
        return (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .succeed */ .P)([first, ...rest]);
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
/* harmony export */   RP: () => (/* binding */ valueOf),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   Vo: () => (/* binding */ alternatives),
/* harmony export */   jk: () => (/* binding */ textThat),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   pt: () => (/* binding */ LONGEST_GUESS)
/* harmony export */ });
/* harmony import */ var _result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1799);

const refuse = (refusal) => ({ ok: false, faults: [refusal] });
/** No slip of the hand is longer, and a guess costs more than the length of the text. */
const LONGEST_GUESS = 200;
/** The value of a parser that has one, for a guess at what was meant. */
function valueOf(parsed) {
    return parsed.ok ? parsed.value : undefined;
}
function optional(parse) {
    return (text) => (text === '' ? (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .succeed */ .P)(undefined) : parse(text));
}
/** `a`, `b` or `c`, in code quotes. */
function alternatives(names) {
    const quoted = names.map((name) => `\`${name}\``);
    return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
/** Refuses what `predicate` does not accept. */
function textThat(predicate, refusal) {
    return (text) => (predicate(text) ? (0,_result_js__WEBPACK_IMPORTED_MODULE_0__/* .succeed */ .P)(text) : refuse({ given: text, ...refusal }));
}


/***/ }),

/***/ 1799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ succeed),
/* harmony export */   y: () => (/* binding */ combined)
/* harmony export */ });
const succeed = (value) => ({ ok: true, value });
/** One value of many; when some are missing, the faults of all of them in the order of the keys. */
function combined(parts) {
    const value = {};
    const faults = [];
    const complete = (value) => Object.keys(parts).every((key) => key in value);
    for (const key in parts) {
        const part = parts[key];
        if (part.ok)
            value[key] = part.value;
        else
            faults.push(...part.faults);
    }
    return complete(value) ? succeed(value) : { ok: false, faults };
}


/***/ }),

/***/ 2999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ secretsOf),
/* harmony export */   p: () => (/* binding */ showsOrigin)
/* harmony export */ });
/* harmony import */ var _values_booleans_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5568);
/* harmony import */ var _files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6178);
/* harmony import */ var _files_referenced_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(535);
/* harmony import */ var _shared_authority_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4084);
/* harmony import */ var _values_hosts_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7438);
/* harmony import */ var _parser_lists_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5389);
/* harmony import */ var _parser_parser_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7881);
/* harmony import */ var _values_pem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(819);
/* harmony import */ var _values_urls_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4047);









/** Masking less would ruin the log: every `1` in it would become `***`. */
const SHORTEST = 3;
/**
 * Words and numbers that our outputs consist of. A job output with a masked word in it is dropped by the runner, so a
 * harmless `X-Debug: true` would cost the caller `promote`.
 */
const OURS = /^(?:\d{3}|true|false|healthy|unhealthy|inconclusive|error|certain|likely|possible|steady|intermittent|recovered|origin|http|https|tls|dns|firewall|cloudflare|content|runner)$/u;
/**
 * The values that must never be printed, longest first, so that no piece of one is masked before the whole. They are
 * found in bad inputs too, since these are reported. The caller masks them before it prints anything.
 */
function secretsOf(input, given = { files: _files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__.NO_FILES }) {
    const reads = [input, ...(0,_files_referenced_js__WEBPACK_IMPORTED_MODULE_2__/* .sitesOf */ .Y)(given.listed).map(_files_referenced_js__WEBPACK_IMPORTED_MODULE_2__/* .readOf */ .C)];
    const shown = showsOrigin(input);
    const open = new Set(reads.flatMap((read) => publicHosts(read('url'))));
    const found = [
        ...(shown ? [] : reads.flatMap((read) => originSecrets(read, open))),
        ...reads.flatMap((read) => keySecrets(read, given.files)),
        ...reads.flatMap((read) => headerSecrets(read('headers'))),
        ...reads.flatMap((read) => TOKENS.map((name) => read(name).trim())),
    ];
    return [...new Set(found)]
        .filter((secret) => secret.length >= SHORTEST && !OURS.test(secret))
        .toSorted((a, b) => b.length - a.length);
}
const TOKENS = [
    'access-client-id',
    'access-client-secret',
    'cloudflare-api-token',
    'github-token',
];
function showsOrigin(input) {
    return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_6__/* .valueOf */ .RP)((0,_values_booleans_js__WEBPACK_IMPORTED_MODULE_0__/* .parseBoolean */ .y)(input('show-origin').trim())) === true;
}
/** @param open the sites' own names: an origin under one of them hides nothing, and masking it would hide the site */
function originSecrets(input, open) {
    const lines = (0,_parser_lists_js__WEBPACK_IMPORTED_MODULE_7__/* .itemsOf */ .S3)(input('origin')).map(({ text }) => text);
    const hosts = lines.flatMap((line) => line.split(/[\s,;()<>"']+/u)).flatMap(hostsIn);
    return [...lines, ...hosts].filter((origin) => !open.has(origin));
}
/** The spellings of a host in one word of an origin's line, with and without its port and brackets. */
function hostsIn(word) {
    // In a line with a remark after the address, only what looks like an address is one.
    if (!/[.:]/u.test(word))
        return [];
    const authority = word
        .replace(/^[^/]*:\/\//u, '')
        .replace(/[/?#].*$/su, '')
        .replace(/^.*@/su, '');
    const [name] = (0,_values_hosts_js__WEBPACK_IMPORTED_MODULE_3__/* .splitPort */ .yY)(authority);
    const host = (0,_values_hosts_js__WEBPACK_IMPORTED_MODULE_3__/* .hostOf */ .w4)(name);
    const spellings = [authority, name, name.replaceAll(/^\[|\]$/gu, '')];
    return host === undefined ? spellings : [...spellings, host, (0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_8__/* .bracketed */ .Em)(host)];
}
/** Line by line, as OpenSSL and our own messages would quote it. A key in the place of a certificate is one too. */
function keySecrets(input, files) {
    const key = input('origin-client-key').trim();
    // What has lost its first line, or its line breaks, is a key all the same.
    const whole = files.get(key)?.ok === true || (0,_values_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .keyLinesOf */ .W1)(key).length > 0;
    const damaged = whole ? [] : (key.match(/[A-Za-z0-9+/=]{16,}/gu) ?? []);
    const texts = _files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .PEM_INPUTS */ .Z3.map((name) => input(name).trim()).flatMap((text) => {
        const file = files.get(text);
        return file?.ok === true ? [text, file.text] : [text];
    });
    return [...texts.flatMap(_values_pem_js__WEBPACK_IMPORTED_MODULE_4__/* .keyLinesOf */ .W1), ...damaged];
}
function publicHosts(urls) {
    const parsed = (0,_parser_lists_js__WEBPACK_IMPORTED_MODULE_7__/* .itemsOf */ .S3)(urls).map(({ text }) => (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_6__/* .valueOf */ .RP)((0,_values_urls_js__WEBPACK_IMPORTED_MODULE_5__/* .parseUrl */ .D)(text)));
    return parsed.flatMap((url) => (url === undefined ? [] : [new URL(url).hostname]));
}
function headerSecrets(headers) {
    const written = headers.split(/\r?\n/u).map((line) => line.trim());
    // The comma at a line's end is dropped before the header is sent.
    const lines = [...written, ...(0,_parser_lists_js__WEBPACK_IMPORTED_MODULE_7__/* .itemsOf */ .S3)(headers).map(({ text }) => text)];
    return lines.flatMap((line) => [line.slice(line.indexOf(':') + 1).trim(), credentialIn(line)]);
}
/** The `x` of `Authorization: Bearer x` and its like: a server that echoes it may leave out the scheme. */
function credentialIn(line) {
    const scheme = /^(?:(?:proxy-)?authorization\s*:\s*\S+|[^:]*:\s*(?:basic|bearer|token))\s+(?=\S)/iu;
    const [before] = scheme.exec(line) ?? [];
    return before === undefined ? '' : line.slice(before.length);
}


/***/ }),

/***/ 5568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ parseBoolean)
/* harmony export */ });
/* harmony import */ var _parser_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8369);
/* harmony import */ var _parser_parser_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7881);
/* harmony import */ var _parser_result_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1799);



const VALUES = new Map([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false],
]);
/** Other ways to say it: YAML 1.1 and the habits of shells. */
const YES = new Set(['yes', 'y', 'on', '1', 't']);
const NO = new Set(['no', 'n', 'off', '0', 'f', 'never', 'none']);
/** The booleans of YAML 1.2's core schema, as every Action takes them. */
const parseBoolean = (text) => {
    const value = VALUES.get(text);
    if (value !== undefined)
        return (0,_parser_result_js__WEBPACK_IMPORTED_MODULE_0__/* .succeed */ .P)(value);
    return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)({
        given: text,
        fault: 'is neither true nor false',
        accepted: 'Give `true` or `false`',
        meant: meantBy(text.toLowerCase()),
    });
};
function meantBy(text) {
    if (YES.has(text))
        return 'true';
    if (NO.has(text))
        return 'false';
    return (0,_parser_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(text, ['true', 'false']);
}


/***/ }),

/***/ 7438:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HM: () => (/* binding */ portOf),
/* harmony export */   w4: () => (/* binding */ hostOf),
/* harmony export */   yY: () => (/* binding */ splitPort)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);


/** Underscores are not for host names by RFC 952, but container networks and some zones have them. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/u;
/** A host's canonical spelling: lower case, ASCII, an IPv6 address compressed and without brackets. */
function hostOf(text) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(text))
        return text;
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(text))
        return canonicalIPv6(text);
    if (text.startsWith('[') && text.endsWith(']') && (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(text.slice(1, -1))) {
        return canonicalIPv6(text.slice(1, -1));
    }
    // The converter decodes percent signs and reads `0x7f.1` as an address; neither is a name that was typed.
    if (/[^\p{L}\p{M}\p{N}_.-]/u.test(text))
        return undefined;
    const name = (0,node_url__WEBPACK_IMPORTED_MODULE_1__.domainToASCII)(text).replace(/\.$/u, '');
    const labels = name.split('.');
    const named = name.length <= 253 && labels.every((label) => LABEL.test(label));
    return named && !/^(?:\d+|0x[\da-f]*)$/u.test(labels.at(-1) ?? '') ? name : undefined;
}
/** A host and the text after its last colon, when there is one. Unbracketed IPv6 has no port. */
function splitPort(authority) {
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(authority))
        return [authority, undefined];
    const [, host, port] = /^(\[[^\]]*\]|[^:[]*):(.*)$/su.exec(authority) ?? [];
    return host === undefined ? [authority, undefined] : [host, port];
}
/** The port's number, or undefined where it is none. */
function portOf(text) {
    const port = /^\d{1,5}$/u.test(text) ? Number(text) : 0;
    return port >= 1 && port <= 65_535 ? port : undefined;
}
function canonicalIPv6(address) {
    // A zone such as `%eth0` means something on one machine only.
    return address.includes('%') ? undefined : new URL(`http://[${address}]`).hostname.slice(1, -1);
}


/***/ }),

/***/ 819:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W1: () => (/* binding */ keyLinesOf),
/* harmony export */   Yc: () => (/* binding */ certificatesIn),
/* harmony export */   g4: () => (/* binding */ belongsTo),
/* harmony export */   xB: () => (/* binding */ keyIn)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6178);
/* harmony import */ var _parser_parser_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7881);
/* harmony import */ var _parser_result_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1799);




const CERTIFICATES = 'Give the PEM text of one or more certificates, or the path of a file that holds it';
const KEY = 'Give the PEM text of a private key, or the path of a file that holds it';
/** The certificates of a PEM text or file, a block each; what else is in it is left out. */
function certificatesIn(files) {
    return (given) => pemOf(given, files, CERTIFICATES, (blocks, refused) => {
        const [first, ...rest] = blocks.filter(isCertificate).map(({ pem }) => pem);
        if (first === undefined) {
            return refused(blocks.some(isKey) ? 'has a key in it, and no certificate' : 'has no certificate in it');
        }
        const all = [first, ...rest];
        return all.every(isX509) ? (0,_parser_result_js__WEBPACK_IMPORTED_MODULE_2__/* .succeed */ .P)(all) : refused('has a damaged certificate in it');
    });
}
/** The private key of a PEM text or file; what else is in it is left out. */
function keyIn(files) {
    return (given) => pemOf(given, files, KEY, (blocks, refused) => {
        const key = blocks.find(isKey);
        if (key === undefined) {
            const certificate = blocks.some(isCertificate);
            return refused(certificate ? 'has a certificate in it, and no key' : 'has no private key in it');
        }
        if (isLocked(key)) {
            return refused('has a key that a passphrase locks', 'Give the key without one, as `openssl pkey -in locked.pem -out open.pem` writes it');
        }
        return isPrivateKey(key.pem) ? (0,_parser_result_js__WEBPACK_IMPORTED_MODULE_2__/* .succeed */ .P)(key.pem) : refused('has a damaged key in it');
    });
}
/** Whether a key belongs to a certificate. Both have been parsed. */
function belongsTo(key, certificate) {
    return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(certificate).checkPrivateKey((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(key));
}
/** The lines of the private keys in a text, as far as they are long enough to tell anything. */
function keyLinesOf(text) {
    return blocksOf(text)
        .filter(isKey)
        .flatMap(({ pem }) => pem.split('\n'))
        .filter((line) => line.length >= 16 && !line.startsWith('-----'));
}
function pemOf(given, files, accepted, parse) {
    const inline = (0,_files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isPem */ .X3)(given);
    // A path helps to find what is wrong. PEM text would only fill the screen, and could be a key in the wrong place.
    const refused = (fault, other = accepted) => (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_3__/* .refuse */ .TR)({ given: inline ? '' : given, fault, accepted: other });
    const file = inline ? { ok: true, text: given } : files.get(given);
    if (file?.ok !== true)
        return refused(file?.fault ?? _files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .ABSENT */ .sj);
    const { text } = file;
    const flat = text.trim();
    if ((0,_files_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .isPem */ .X3)(flat) && !flat.includes('\n')) {
        return refused(flat.includes('\\n') ? 'has `\\n` in it for its line breaks' : 'has lost its line breaks');
    }
    return parse(blocksOf(text), refused);
}
/** Cut by hand: a pattern would search the whole text anew for the end of each block that has none. */
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
/** By its label in PKCS #8, by a field of RFC 1421 in what OpenSSL wrote before. */
const isLocked = ({ label, pem }) => label === 'ENCRYPTED PRIVATE KEY' || pem.includes('\nProc-Type: 4,ENCRYPTED\n');
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

/***/ 4047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseUrl)
/* harmony export */ });
/* harmony import */ var _hosts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7438);
/* harmony import */ var _parser_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8369);
/* harmony import */ var _parser_parser_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7881);
/* harmony import */ var _parser_result_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1799);




const ACCEPTED = 'Give an http or https URL as visitors type it, one a line';
/** A site's URL, normalized. Its fragment is dropped: it never leaves a browser. */
const parseUrl = (text) => {
    const refused = (fault, meant) => (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)({ given: withoutCredentials(text), fault, accepted: ACCEPTED, meant });
    const spaced = /[\s\p{Cc}]/u.test(text);
    const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//iu.exec(text) ?? [];
    if (scheme === undefined) {
        return refused(spaced ? 'has no scheme, and text after the URL' : 'has no scheme', meantBy(text));
    }
    if (spaced)
        return refused('has text after the URL', meantBy(text));
    if (!/^https?$/iu.test(scheme)) {
        const meant = (0,_parser_did_you_mean_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .a)(scheme, ['https', 'http']);
        const corrected = meant === undefined ? undefined : meantBy(text.replace(scheme, meant));
        return refused('has a scheme that is neither http nor https', corrected);
    }
    const url = URL.parse(text);
    if (url === null || (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostOf */ .w4)(url.hostname) === undefined)
        return refused('is no valid URL');
    if (url.username !== '' || url.password !== '') {
        return (0,_parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .refuse */ .TR)({
            given: withoutCredentials(text),
            fault: 'has credentials',
            accepted: 'Give the URL without them, and send them with `headers`',
            meant: meantBy(text),
        });
    }
    url.hash = '';
    return (0,_parser_result_js__WEBPACK_IMPORTED_MODULE_3__/* .succeed */ .P)(url.href);
};
/** The site's URL in a text that has more, or less, than it should. */
function meantBy(text) {
    if (text.length > _parser_parser_js__WEBPACK_IMPORTED_MODULE_1__/* .LONGEST_GUESS */ .pt)
        return undefined;
    const [first = '', ...rest] = text.split(/\s+/u);
    // Behind an `@` the words before it are credentials, in pieces.
    if (rest.some((word) => word.includes('@')))
        return undefined;
    const bare = first.replace(/^[<("'`]+/u, '').replace(/[>)"'`,;]+$/u, '');
    const address = bare.replace(/^(?:(https?):?\/*|\/+)(?=[^/:])/iu, (_, scheme) => scheme === undefined ? '' : `${scheme}://`);
    const url = URL.parse(/^https?:\/\//iu.test(address) ? address : `https://${address}`);
    if (url === null || (0,_hosts_js__WEBPACK_IMPORTED_MODULE_0__/* .hostOf */ .w4)(url.hostname) === undefined)
        return undefined;
    url.username = '';
    url.password = '';
    url.hash = '';
    // People write no slash after a bare host.
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
