export const id = 388;
export const ids = [388,7,684];
export const modules = {

/***/ 9388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   labFileOf: () => (/* binding */ labFileOf),
/* harmony export */   labNetwork: () => (/* binding */ labNetwork),
/* harmony export */   labWarning: () => (/* binding */ labWarning)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
/* harmony import */ var _shared_authority_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4084);
/* harmony import */ var _shared_ip_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8492);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6039);





/** The path of the lab's file; undefined on the real network. */
function labFileOf(env) {
    const path = env['ORIGIN_GATE_LAB'] ?? '';
    return path === '' ? undefined : path;
}
/** What to print when a run uses the lab. Undefined on the real network. */
function labWarning(env) {
    const path = labFileOf(env);
    if (path === undefined)
        return undefined;
    return `ORIGIN_GATE_LAB is set: the network is simulated from ${path}. Results say nothing about the real site.`;
}
/** A network on loopback. It reaches only what the file names, so nothing leaves this machine. */
async function labNetwork(path) {
    const plan = labPlanIn(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
    if (plan === undefined)
        throw new TypeError('The file that ORIGIN_GATE_LAB names is not a valid network');
    const addresses = async (host) => {
        const known = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 ? (plan.names[host] ?? 'ENOTFOUND') : [host];
        if (typeof known === 'string')
            throw errorWith(known);
        return known.map((address) => ({ address, family: (0,_shared_ip_js__WEBPACK_IMPORTED_MODULE_2__/* .familyOf */ .Ap)(address) }));
    };
    return {
        lookup: addresses,
        query: addresses,
        dial: (address, port) => {
            const route = plan.routes[(0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_3__/* .hostAndPort */ .PG)(address, port)] ?? 'ENETUNREACH';
            if (typeof route === 'number')
                return (0,node_net__WEBPACK_IMPORTED_MODULE_1__.connect)({ host: '127.0.0.1', port: route, noDelay: true });
            const socket = new node_net__WEBPACK_IMPORTED_MODULE_1__.Socket();
            if (route !== 'drop')
                process.nextTick(() => socket.destroy(errorWith(route)));
            return socket;
        },
        originCa: plan.cloudflareOriginCa === undefined ? [] : [plan.cloudflareOriginCa],
    };
}
/** Undefined when the text is not the JSON of a `LabPlan`. */
function labPlanIn(text) {
    const found = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(text);
    const [names, routes] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(found, 'names'), (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(found, 'routes')];
    const cloudflareOriginCa = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textIn */ .r7)(found, 'cloudflareOriginCa');
    if (!isRecordOf(names, isNameTarget) || !isRecordOf(routes, isRoute))
        return undefined;
    return { names, routes, ...(cloudflareOriginCa !== undefined && { cloudflareOriginCa }) };
}
function isRecordOf(value, isItem) {
    return typeof value === 'object' && value !== null && Object.values(value).every(isItem);
}
function isNameTarget(value) {
    return (typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string')));
}
function isRoute(value) {
    return typeof value === 'string' || typeof value === 'number';
}
function errorWith(code) {
    return Object.assign(new Error(code), { code });
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
