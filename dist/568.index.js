export const id = 568;
export const ids = [568,193];
export const modules = {

/***/ 3193:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordingIn: () => (/* binding */ recordingIn),
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

;// CONCATENATED MODULE: ./lib/recording/migrate.js
/** Names that version 1 of the recording format used for keys of the evidence. */
const RENAMED = {
    asked: 'request',
    control: 'trace',
    trail: 'redirectChain',
    took: 'elapsed',
    over: 'transport',
    bare: 'withoutCloudflareHeaders',
    again: 'repeated',
    kept: 'keepAlive',
    families: 'addressFamilies',
    greeting: 'tlsInspection',
    speaks: 'protocol',
    finished: 'handshakeCompleted',
    asksCertificate: 'requestsCertificate',
    outdated: 'legacy',
    figures: 'analytics',
    neutral: 'connectivity',
    reuses: 'idleConnections',
    held: 'survived',
    leadsTo: 'pointsToOrigins',
    down: 'downtime',
    flaps: 'transitions',
    standing: 'health',
    alike: 'identical',
};
const KINDS = { answered: 'completed', broken: 'failed' };
/** The evidence of a version 1 recording, in the names of version 2. Header names belong to the server and stay as they are. */
function migrateEvidence(value) {
    if (Array.isArray(value))
        return value.map(migrateEvidence);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
        if (key === 'headers')
            return [key, inner];
        if (key === 'kind')
            return [key, KINDS[String(inner)] ?? inner];
        return [RENAMED[key] ?? key, migrateEvidence(inner)];
    }));
}

;// CONCATENATED MODULE: ./lib/recording/recording.js






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
        const known = rewritten.get(text) ?? standIn(text) ?? recording_hidden(text, hide);
        rewritten.set(text, known);
        return known;
    };
    const sites = seen.sites.map(({ site, ...rest }) => ({ site: recording_open(site), ...rest }));
    return JSON.parse(JSON.stringify({ recording: 2, ...seen, sites }, (key, value) => {
        if (typeof value === 'string')
            return OURS.has(key) ? value : rewrite(value);
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
function recording_hidden(text, hide) {
    const plain = (0,redact_visible/* shown */.SP)(text);
    const raw = hide(text);
    if (plain === text)
        return raw;
    const visible = (0,redact_visible/* shown */.SP)(raw);
    return hide(visible) === visible ? raw : hide(plain);
}
/** A site without its credentials; of its headers the names are left. */
function recording_open(site) {
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
        name === 'set-cookie' ? value.replaceAll(/=[^;]*/g, '=***') : value,
    ]));
}
/** The recording in a file's text, in this version's format; undefined when the file is not a recording. */
function recordingIn(text) {
    try {
        return currentFormat(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
/** Only the outline is checked: the file is the user's own. */
function currentFormat(found) {
    if (found.recording !== 1 && found.recording !== 2)
        return undefined;
    const whole = found.sites.every(({ site, history }) => site.url !== '' && history[0].at > 0);
    if (!whole || found.sites.length === 0)
        return undefined;
    if (found.recording === 2)
        return { ...found, recording: 2 };
    const sites = found.sites.map((each) => ({ ...each, history: migrateEvidence(each.history) }));
    return JSON.parse(JSON.stringify({ ...found, recording: 2, sites }));
}


/***/ }),

/***/ 3568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   recordingAt: () => (/* binding */ recordingAt)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var _recording_recording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3193);


/** The recording in a file, or what is wrong with the file: it completes "`--replay` …". */
function recordingAt(path) {
    try {
        return (0,_recording_recording_js__WEBPACK_IMPORTED_MODULE_1__.recordingIn)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8')) ?? 'names a file that `--record` did not write';
    }
    catch (error) {
        const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown error';
        return `names a file that cannot be read (${code})`;
    }
}


/***/ })

};
