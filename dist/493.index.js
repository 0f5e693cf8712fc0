export const id = 493;
export const ids = [493,684,293];
export const modules = {

/***/ 5192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once),
/* harmony export */   P: () => (/* binding */ cached)
/* harmony export */ });
function once(work) {
    let result;
    return {
        start: () => (result ??= { value: work() }).value,
        started: () => result !== undefined,
    };
}
/** The value under a key. An entry older than `maxAge` milliseconds is created again. */
function cached(entries, key, maxAge, clock, create) {
    const now = clock.monotonic();
    const entry = entries.get(key);
    if (entry !== undefined && now - entry.createdAt < maxAge)
        return entry.value;
    const value = create();
    entries.set(key, { createdAt: now, value });
    return value;
}


/***/ }),

/***/ 6293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failsBy: () => (/* binding */ failsBy),
/* harmony export */   interrupted: () => (/* binding */ interrupted)
/* harmony export */ });
/** Whether a report fails the step, by the `fail-on` input. */
function failsBy(failOn, { verdict, warnings }) {
    if (verdict !== 'healthy' && failOn.has(verdict))
        return true;
    return warnings.length > 0 && failOn.has('warning');
}
/** The report of a run that was cancelled: nothing is promoted, whatever some of the sites came to. */
function interrupted(report) {
    return { ...report, verdict: 'inconclusive', promote: false, cause: '', category: '', confidence: '' };
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
