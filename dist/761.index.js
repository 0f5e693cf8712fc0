export const id = 761;
export const ids = [761];
export const modules = {

/***/ 3761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordingIn: () => (/* binding */ recordingIn)
});

// EXTERNAL MODULE: ./lib/shared/json.js
var json = __webpack_require__(6039);
;// CONCATENATED MODULE: ./lib/recording/migrate.js
/** Evidence keys of recording format 1, and their names in format 2. */
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
/** The evidence of a version 1 recording with the keys of version 2. Header names come from the server and stay. */
function migrateEvidence(value) {
    if (Array.isArray(value))
        return value.map(migrateEvidence);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => {
        if (key === 'headers')
            return migrateHeaders(inner);
        if (key === 'kind')
            return [[key, KINDS[String(inner)] ?? inner]];
        return [[RENAMED[key] ?? key, migrateEvidence(inner)]];
    }));
}
/**
 * Version 1 has the `Set-Cookie` headers among the others, joined with `, `. A date has a comma too, but no `name=`
 * after it.
 */
function migrateHeaders(headers) {
    if (typeof headers !== 'object' || headers === null)
        return [['headers', headers]];
    const { 'set-cookie': joined, ...others } = headers;
    if (typeof joined !== 'string')
        return [['headers', headers]];
    return [
        ['headers', others],
        ['setCookie', joined.split(/,\s*(?=[^\s=;,]+=)/)],
    ];
}

;// CONCATENATED MODULE: ./lib/recording/shape.js
const shape_text = (value, path) => (typeof value === 'string' ? undefined : path);
const number = (value, path) => typeof value === 'number' && Number.isFinite(value) ? undefined : path;
const webAddress = (value, path) => typeof value === 'string' && /^https?:$/.test(URL.parse(value)?.protocol ?? '') ? undefined : path;
function anyOf(...values) {
    return (value, path) => (values.includes(value) ? undefined : path);
}
function arrayOf(check, min = 0) {
    return (value, path) => {
        if (!Array.isArray(value) || value.length < min)
            return path;
        return first(value.map((item, index) => check(item, `${path}[${index}]`)));
    };
}
/** Other keys are not checked. A key in `optional` may be absent. */
function object(required, optional = {}) {
    return (value, path) => {
        if (!isObject(value))
            return path;
        const members = new Map(Object.entries(value));
        return first([
            ...Object.entries(required).map(([key, check]) => check(members.get(key), keyPath(path, key))),
            ...Object.entries(optional).map(([key, check]) => members.has(key) ? check(members.get(key), keyPath(path, key)) : undefined),
        ]);
    };
}
/** The check that belongs to the object's `kind`. */
function byKind(checks) {
    return (value, path) => {
        const kind = isObject(value) && 'kind' in value ? value.kind : undefined;
        const check = typeof kind === 'string' && Object.hasOwn(checks, kind) ? checks[kind] : undefined;
        return check === undefined ? keyPath(path, 'kind') : check(value, path);
    };
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function keyPath(path, key) {
    return path === '' ? key : `${path}.${key}`;
}
function first(faults) {
    return faults.find((fault) => fault !== undefined);
}

;// CONCATENATED MODULE: ./lib/recording/read.js



/** Reads a recording of any version. On an error, returns a text that completes "the file …". */
function recordingIn(content) {
    const found = (0,json/* parseJson */.qF)(content);
    if (found === undefined)
        return 'is not valid JSON';
    const version = (0,json/* member */.Dc)(found, 'recording');
    if (typeof version !== 'number')
        return 'was not written by `--record`';
    if (version !== 1 && version !== 2)
        return `has recording format ${version}, which this version does not support`;
    const current = version === 1 ? migrated(found) : found;
    return isRecording(current) ? current : `has no valid \`${RECORDING(current, '') ?? ''}\``;
}
function migrated(recording) {
    const sites = (0,json/* member */.Dc)(recording, 'sites');
    if (typeof recording !== 'object' || !Array.isArray(sites))
        return recording;
    return {
        ...recording,
        recording: 2,
        sites: sites.map((site) => typeof site === 'object'
            ? Object.assign({}, site, { history: migrateEvidence((0,json/* member */.Dc)(site, 'history')) })
            : site),
    };
}
function isRecording(value) {
    return RECORDING(value, '') === undefined;
}
const EXCHANGE = byKind({
    completed: object({
        timings: object({}),
        head: object({ status: number, headers: object({}) }),
        body: object({ text: shape_text, bytes: number }),
    }),
    failed: object({
        timings: object({}),
        phase: anyOf('resolve', 'connect', 'tls', 'processing', 'transfer'),
        error: object({ reason: shape_text, code: shape_text }),
    }),
});
const DNS = byKind({
    resolved: object({ addresses: arrayOf(object({ address: shape_text })) }),
    failed: object({ reason: shape_text }),
});
const EVIDENCE = object({
    at: number,
    request: object({
        url: webAddress,
        host: shape_text,
        port: number,
        expectedStatus: arrayOf(arrayOf(number)),
        origins: arrayOf(object({ port: number })),
    }),
}, { edge: EXCHANGE, trace: EXCHANGE, origins: arrayOf(EXCHANGE), dns: DNS });
const SITE = object({
    url: webAddress,
    origins: arrayOf(object({ scheme: anyOf('http:', 'https:'), host: shape_text, port: number })),
    originHost: shape_text,
    originSni: shape_text,
    headers: arrayOf(arrayOf(shape_text)),
    expectedStatus: arrayOf(arrayOf(number)),
    timeout: number,
    followRedirects: number,
});
/** Everything that a replay needs to start. Optional evidence, such as the zone's, is not checked. */
const RECORDING = object({
    recording: anyOf(2),
    version: shape_text,
    at: number,
    schedule: object({ wait: number, interval: number, consecutiveSuccesses: number, watch: number }),
    sites: arrayOf(object({ site: SITE, history: arrayOf(EVIDENCE, 1), addresses: arrayOf(shape_text) }), 1),
});


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
