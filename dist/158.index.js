export const id = 158;
export const ids = [158,7,777,388,684];
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

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ failureCode),
/* harmony export */   GU: () => (/* binding */ alertOf),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   iU: () => (/* binding */ timedOut)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2730);

const REASONS = {
    ECONNREFUSED: 'refused',
    EHOSTUNREACH: 'unreachable',
    ENETUNREACH: 'unreachable',
    EADDRNOTAVAIL: 'unreachable',
    EACCES: 'unreachable',
    EPERM: 'unreachable',
    EINVAL: 'unreachable',
    ETIMEDOUT: 'timeout',
    ABORT_ERR: 'timeout',
    UND_ERR_ABORTED: 'timeout',
    UND_ERR_CONNECT_TIMEOUT: 'timeout',
    UND_ERR_HEADERS_TIMEOUT: 'timeout',
    UND_ERR_BODY_TIMEOUT: 'timeout',
    ECONNRESET: 'reset',
    EPIPE: 'reset',
    UND_ERR_SOCKET: 'closed',
    CONNECTION_GONE: 'closed',
    UND_ERR_INFO: 'closed',
    HTTPParserError: 'protocol',
    UND_ERR_HEADERS_OVERFLOW: 'protocol',
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol',
    ERR_HTTP2_ERROR: 'protocol',
    ERR_HTTP2_SESSION_ERROR: 'protocol',
};
/** The error's code, or its class name if it has none (undici's `HTTPParserError`). Never its message. */
function failureCode(error) {
    return (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .C)(error) ?? (Error.isError(error) ? error.name : 'UNKNOWN');
}
/** The failure for an error of Node or undici. `received` counts the bytes of the response so far. */
function failureOf(error, received = 0) {
    const code = failureCode(error);
    const tls = code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_');
    const alert = alertOf(error);
    return {
        reason: REASONS[code] ?? (tls ? 'protocol' : 'other'),
        code,
        received,
        ...(alert !== undefined && { alert }),
    };
}
/** The number of the TLS alert that the server sent. OpenSSL reports it only in the error's message. */
function alertOf(error) {
    if (!failureCode(error).startsWith('ERR_SSL_'))
        return;
    const message = Error.isError(error) ? error.message : '';
    const number = /:SSL alert number (\d{1,3})\b/.exec(message)?.[1];
    return number === undefined ? undefined : Number(number);
}
/** Our own deadline passed. */
function timedOut(received = 0) {
    return { reason: 'timeout', code: 'DEADLINE', received };
}


/***/ }),

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

/***/ 8158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  networkOf: () => (/* binding */ networkOf),
  sharedNetwork: () => (/* binding */ sharedNetwork),
  systemNetwork: () => (/* binding */ systemNetwork)
});

// EXTERNAL MODULE: external "node:dgram"
var external_node_dgram_ = __webpack_require__(1314);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/cloudflare/origin-ca.js
/**
 * The roots of Cloudflare's Origin CA, https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/.
 * Only Cloudflare trusts what they sign.
 */
const CLOUDFLARE_ORIGIN_CA = [
    `-----BEGIN CERTIFICATE-----
MIICiTCCAi6gAwIBAgIUXZP3MWb8MKwBE1Qbawsp1sfA/Y4wCgYIKoZIzj0EAwIw
gY8xCzAJBgNVBAYTAlVTMRMwEQYDVQQIEwpDYWxpZm9ybmlhMRYwFAYDVQQHEw1T
YW4gRnJhbmNpc2NvMRkwFwYDVQQKExBDbG91ZEZsYXJlLCBJbmMuMTgwNgYDVQQL
Ey9DbG91ZEZsYXJlIE9yaWdpbiBTU0wgRUNDIENlcnRpZmljYXRlIEF1dGhvcml0
eTAeFw0xOTA4MjMyMTA4MDBaFw0yOTA4MTUxNzAwMDBaMIGPMQswCQYDVQQGEwJV
UzETMBEGA1UECBMKQ2FsaWZvcm5pYTEWMBQGA1UEBxMNU2FuIEZyYW5jaXNjbzEZ
MBcGA1UEChMQQ2xvdWRGbGFyZSwgSW5jLjE4MDYGA1UECxMvQ2xvdWRGbGFyZSBP
cmlnaW4gU1NMIEVDQyBDZXJ0aWZpY2F0ZSBBdXRob3JpdHkwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAASR+sGALuaGshnUbcxKry+0LEXZ4NY6JUAtSeA6g87K3jaA
xpIg9G50PokpfWkhbarLfpcZu0UAoYy2su0EhN7wo2YwZDAOBgNVHQ8BAf8EBAMC
AQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUhTBdOypw1O3VkmcH/es5
tBoOOKcwHwYDVR0jBBgwFoAUhTBdOypw1O3VkmcH/es5tBoOOKcwCgYIKoZIzj0E
AwIDSQAwRgIhAKilfntP2ILGZjwajktkBtXE1pB4Y/fjAfLkIRUzrI15AiEA5UCL
XYZZ9m2c3fKwIenMMojL1eqydsgqj/wK4p5kagQ=
-----END CERTIFICATE-----
`,
    `-----BEGIN CERTIFICATE-----
MIIEADCCAuigAwIBAgIID+rOSdTGfGcwDQYJKoZIhvcNAQELBQAwgYsxCzAJBgNV
BAYTAlVTMRkwFwYDVQQKExBDbG91ZEZsYXJlLCBJbmMuMTQwMgYDVQQLEytDbG91
ZEZsYXJlIE9yaWdpbiBTU0wgQ2VydGlmaWNhdGUgQXV0aG9yaXR5MRYwFAYDVQQH
Ew1TYW4gRnJhbmNpc2NvMRMwEQYDVQQIEwpDYWxpZm9ybmlhMB4XDTE5MDgyMzIx
MDgwMFoXDTI5MDgxNTE3MDAwMFowgYsxCzAJBgNVBAYTAlVTMRkwFwYDVQQKExBD
bG91ZEZsYXJlLCBJbmMuMTQwMgYDVQQLEytDbG91ZEZsYXJlIE9yaWdpbiBTU0wg
Q2VydGlmaWNhdGUgQXV0aG9yaXR5MRYwFAYDVQQHEw1TYW4gRnJhbmNpc2NvMRMw
EQYDVQQIEwpDYWxpZm9ybmlhMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKC
AQEAwEiVZ/UoQpHmFsHvk5isBxRehukP8DG9JhFev3WZtG76WoTthvLJFRKFCHXm
V6Z5/66Z4S09mgsUuFwvJzMnE6Ej6yIsYNCb9r9QORa8BdhrkNn6kdTly3mdnykb
OomnwbUfLlExVgNdlP0XoRoeMwbQ4598foiHblO2B/LKuNfJzAMfS7oZe34b+vLB
yrP/1bgCSLdc1AxQc1AC0EsQQhgcyTJNgnG4va1c7ogPlwKyhbDyZ4e59N5lbYPJ
SmXI/cAe3jXj1FBLJZkwnoDKe0v13xeF+nF32smSH0qB7aJX2tBMW4TWtFPmzs5I
lwrFSySWAdwYdgxw180yKU0dvwIDAQABo2YwZDAOBgNVHQ8BAf8EBAMCAQYwEgYD
VR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUJOhTV118NECHqeuU27rhFnj8KaQw
HwYDVR0jBBgwFoAUJOhTV118NECHqeuU27rhFnj8KaQwDQYJKoZIhvcNAQELBQAD
ggEBAHwOf9Ur1l0Ar5vFE6PNrZWrDfQIMyEfdgSKofCdTckbqXNTiXdgbHs+TWoQ
wAB0pfJDAHJDXOTCWRyTeXOseeOi5Btj5CnEuw3P0oXqdqevM1/+uWp0CM35zgZ8
VD4aITxity0djzE6Qnx3Syzz+ZkoBgTnNum7d9A66/V636x4vTeqbZFBr9erJzgz
hhurjcoacvRNhnjtDRM0dPeiCJ50CP3wEYuvUzDHUaowOsnLCjQIkWbR7Ni6KEIk
MOz2U0OBSif3FTkhCgZWQKOOLo1P42jHC3ssUZAtVNXrCk3fw9/E15k8NPkBazZ6
0iykLhH1trywrKRMVw67F44IE8Y=
-----END CERTIFICATE-----
`,
];

// EXTERNAL MODULE: ./lib/shared/ip.js
var ip = __webpack_require__(8492);
// EXTERNAL MODULE: ./lib/probe/cache.js
var cache = __webpack_require__(5192);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/shared/authority.js
var shared_authority = __webpack_require__(4084);
// EXTERNAL MODULE: ./lib/probe/network/failure.js
var failure = __webpack_require__(9317);
;// CONCATENATED MODULE: ./lib/probe/network/http-connect.js




/** Bytes of the proxy's response head. */
const MAX_HEAD = 16 * 1024;
/**
 * Opens a connection through a proxy with CONNECT (RFC 9110, section 9.3.6). Any error comes from the proxy, not from
 * the site: the failure's reason is always `proxy`, with a code such as `PROXY_407` or `PROXY_ECONNREFUSED`.
 */
function connectThroughProxy(proxy, host, port, signal) {
    return new Promise((settle) => {
        const endpoint = { host: proxy.host, port: proxy.port };
        const socket = proxy.tls
            ? (0,external_node_tls_.connect)({ ...endpoint, ...((0,external_node_net_.isIP)(proxy.host) === 0 && { servername: proxy.host }) })
            : (0,external_node_net_.connect)({ ...endpoint, noDelay: true });
        const finish = (connection) => {
            signal.removeEventListener('abort', abort);
            socket.off('error', fail).off('end', closed).off('close', closed).off('readable', read);
            if (!connection.ok)
                socket.on('error', () => undefined).destroy();
            settle(connection);
        };
        const failWith = (code) => finish(proxyFailure(code));
        const abort = () => failWith('DEADLINE');
        const fail = (error) => failWith((0,failure/* failureCode */.AD)(error));
        const closed = () => failWith('CLOSED');
        let head = Buffer.alloc(0);
        const read = () => {
            for (let chunk = readChunk(socket); chunk !== undefined; chunk = readChunk(socket)) {
                head = Buffer.concat([head, chunk]);
                const end = head.indexOf('\r\n\r\n');
                if (end < 0 && head.byteLength > MAX_HEAD)
                    return failWith('NOT_HTTP');
                if (end < 0)
                    continue;
                const status = /^HTTP\/1\.[01] (\d{3})/.exec(head.toString('latin1', 0, end))?.[1];
                if (status?.startsWith('2') !== true)
                    return failWith(status ?? 'NOT_HTTP');
                const rest = head.subarray(end + 4);
                finish({ ok: true, socket });
                if (rest.byteLength > 0)
                    socket.unshift(rest);
                return;
            }
        };
        socket.once('error', fail).once('end', closed).once('close', closed).on('readable', read);
        socket.once(proxy.tls ? 'secureConnect' : 'connect', () => socket.write(connectHead(proxy, host, port)));
        if (signal.aborted)
            return abort();
        signal.addEventListener('abort', abort);
    });
}
/** A failure of the proxy, or of its configuration. */
function proxyFailure(code) {
    return { ok: false, error: { reason: 'proxy', code: `PROXY_${code}`, received: 0 } };
}
function readChunk(socket) {
    const chunk = socket.read();
    return chunk instanceof Buffer ? chunk : undefined;
}
function connectHead({ authorization }, host, port) {
    const authority = (0,shared_authority/* hostAndPort */.PG)(host, port);
    return [
        `CONNECT ${authority} HTTP/1.1`,
        `Host: ${authority}`,
        ...(authorization === undefined ? [] : [`Proxy-Authorization: ${authorization}`]),
        '\r\n',
    ].join('\r\n');
}

// EXTERNAL MODULE: ./lib/probe/network/lab.js
var network_lab = __webpack_require__(9388);
;// CONCATENATED MODULE: ./lib/probe/network/proxy.js



/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, also in lower case, as curl and the Actions toolkit do.
 * Connections to loopback never use a proxy.
 */
function proxiesOf(env) {
    const variable = (name) => (env[name.toLowerCase()] || env[name] || '').trim();
    const [secure, plain] = [parseProxy(variable('HTTPS_PROXY')), parseProxy(variable('HTTP_PROXY'))];
    const bypasses = noProxyMatcher(variable('NO_PROXY'));
    return (host, port, tls) => {
        const proxy = tls ? secure : plain;
        return proxy === undefined || bypasses(host.toLowerCase(), port) ? undefined : proxy;
    };
}
function parseProxy(text) {
    if (text === '')
        return;
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
        return 'unusable';
    const tls = url.protocol === 'https:';
    const credentials = url.username === '' ? undefined : percentDecoded(`${url.username}:${url.password}`);
    return {
        host: (0,shared_authority/* unbracketed */.jG)(url.hostname),
        port: (0,shared_authority/* portOf */.HM)(url),
        tls,
        ...(credentials !== undefined && {
            authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        }),
    };
}
/** Returns the text itself if it has an unescaped percent sign. */
function percentDecoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
const LOOPBACK = ['localhost', '127.0.0.0/8', '::1'];
/** A list of `*`, domains (with their subdomains), addresses and CIDR ranges, each with an optional port. */
function noProxyMatcher(text) {
    const rules = [...LOOPBACK, ...text.split(/[\s,]+/)].filter((rule) => rule !== '').map(ruleMatcher);
    return (host, port) => rules.some((rule) => rule(host, port));
}
function ruleMatcher(rule) {
    if (rule === '*')
        return () => true;
    const [, bracketed, plain, rulePort] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(rule) ?? [];
    const name = (bracketed ?? plain ?? (0,shared_authority/* unbracketed */.jG)(rule)).toLowerCase().replace(/^\*?\./, '');
    const matches = rangeMatcher(name) ?? ((host) => host === name || host.endsWith(`.${name}`));
    return (host, port) => (rulePort === undefined || Number(rulePort) === port) && matches(host);
}
/** Matches the addresses in `192.0.2.1`, `192.0.2.0/24` or `2001:db8::/32`. Undefined for a name. */
function rangeMatcher(text) {
    const [address = '', length] = text.split('/');
    const version = (0,external_node_net_.isIP)(address);
    if (version === 0)
        return;
    const bits = length === undefined ? (version === 4 ? 32 : 128) : Number(length);
    if (!Number.isInteger(bits) || bits < 0 || bits > (version === 4 ? 32 : 128))
        return;
    const list = new external_node_net_.BlockList();
    list.addSubnet(address, bits, (0,ip/* typeOf */.QP)(address));
    return (host) => (0,ip/* includes */.mK)(list, host);
}

;// CONCATENATED MODULE: ./lib/probe/network/network.js









/** The system's network, through the proxies that the environment names, or a lab (`ORIGIN_GATE_LAB`). */
async function networkOf(env) {
    const lab = (0,network_lab.labFileOf)(env);
    return lab === undefined ? systemNetwork(CLOUDFLARE_ORIGIN_CA, proxiesOf(env)) : (0,network_lab.labNetwork)(lab);
}
/** The system's network. */
function systemNetwork(originCa, proxyFor) {
    let pending = 0;
    return {
        lookup: async (host) => {
            pending += 1;
            try {
                const addresses = await external_node_dns_.promises.lookup(host, { all: true, order: 'verbatim' });
                return addresses.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
            }
            finally {
                pending -= 1;
            }
        },
        query: (host) => external_node_dns_.promises.resolve4(host),
        hasPendingLookup: () => pending > 0,
        dial: (host, port) => (0,external_node_net_.connect)({ host, port, autoSelectFamily: false, noDelay: true }),
        openThroughProxy: (host, port, tls) => {
            const proxy = proxyFor(host, port, tls);
            if (proxy === undefined)
                return;
            return proxy === 'unusable'
                ? () => Promise.resolve(proxyFailure('UNUSABLE'))
                : (signal) => connectThroughProxy(proxy, host, port, signal);
        },
        dns: {
            // A server with its own port or a zone index is not supported.
            servers: () => (0,external_node_dns_.getServers)().filter((server) => (0,external_node_net_.isIP)(server) !== 0),
            datagram: (address, port) => {
                const socket = (0,external_node_dgram_.createSocket)((0,ip/* familyOf */.Ap)(address) === 6 ? 'udp6' : 'udp4');
                socket.connect(port, address);
                return socket;
            },
        },
        originCa,
    };
}
/** Milliseconds for which sites share the result of a lookup. */
const LOOKUP_MAX_AGE = 1000;
/** A network for many sites: it looks up a name once for all sites that need it at the same moment. */
function sharedNetwork(network, clock) {
    const lookups = new Map();
    return {
        ...network,
        lookup: (host) => (0,cache/* cached */.P)(lookups, host, LOOKUP_MAX_AGE, clock, () => network.lookup(host)),
    };
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
