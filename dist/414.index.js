export const id = 414;
export const ids = [414];
export const modules = {

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
/** The error's code, or the name of its class where undici gives no code (`HTTPParserError`). Never its message. */
function failureCode(error) {
    return (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .C)(error) ?? (Error.isError(error) ? error.name : 'UNKNOWN');
}
/** What an error of node or undici means in our words. `received` counts the bytes of the answer so far. */
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
/** The number of the TLS alert that the other side sent: OpenSSL gives it in its message and nowhere else. */
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

/***/ 8414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hasPendingLookup: () => (/* binding */ hasPendingLookup),
  E: () => (/* binding */ systemNetwork)
});

// EXTERNAL MODULE: ./lib/shared/ip.js
var ip = __webpack_require__(8492);
// EXTERNAL MODULE: external "node:dgram"
var external_node_dgram_ = __webpack_require__(1314);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/shared/authority.js
var shared_authority = __webpack_require__(4084);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/probe/network/failure.js
var failure = __webpack_require__(9317);
;// CONCATENATED MODULE: ./lib/probe/network/http-connect.js




/** No proxy has more to say before the tunnel stands. */
const LONGEST_HEAD = 16 * 1024;
/**
 * Opens a connection through a proxy, by CONNECT (RFC 9110, section 9.3.6). Whatever goes wrong on the way is the proxy's
 * word, not the site's: it always breaks for the reason `proxy`, with a code such as `PROXY_407` or `PROXY_ECONNREFUSED`.
 */
function connectThroughProxy(proxy, host, port, signal) {
    return new Promise((settle) => {
        const place = { host: proxy.host, port: proxy.port };
        const socket = proxy.tls
            ? (0,external_node_tls_.connect)({ ...place, ...((0,external_node_net_.isIP)(proxy.host) === 0 && { servername: proxy.host }) })
            : (0,external_node_net_.connect)({ ...place, noDelay: true });
        const finish = (tunnel) => {
            signal.removeEventListener('abort', abort);
            socket.off('error', fail).off('end', closed).off('close', closed).off('readable', read);
            if (!tunnel.ok)
                socket.on('error', () => undefined).destroy();
            settle(tunnel);
        };
        const broken = (code) => finish(failureOf(code));
        const abort = () => broken('DEADLINE');
        const fail = (error) => broken((0,failure/* failureCode */.AD)(error));
        const closed = () => broken('CLOSED');
        let head = Buffer.alloc(0);
        const read = () => {
            for (let chunk = chunkOf(socket); chunk !== undefined; chunk = chunkOf(socket)) {
                head = Buffer.concat([head, chunk]);
                const end = head.indexOf('\r\n\r\n');
                if (end < 0 && head.byteLength > LONGEST_HEAD)
                    return broken('NOT_HTTP');
                if (end < 0)
                    continue;
                const status = /^HTTP\/1\.[01] (\d{3})/.exec(head.toString('latin1', 0, end))?.[1];
                if (status?.startsWith('2') !== true)
                    return broken(status ?? 'NOT_HTTP');
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
/** A proxy that nobody knows how to ask, for one. */
function failureOf(code) {
    return { ok: false, error: { reason: 'proxy', code: `PROXY_${code}`, received: 0 } };
}
function chunkOf(socket) {
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

;// CONCATENATED MODULE: ./lib/probe/network/network.js





let pending = 0;
/**
 * Whether the system's resolver still owes an answer. It cannot be called off, and a process that exits waits for it:
 * seconds for each name where the resolver stays silent.
 */
function hasPendingLookup() {
    return pending > 0;
}
async function counted(lookup) {
    pending += 1;
    try {
        return await lookup;
    }
    finally {
        pending -= 1;
    }
}
/** The real network, with the proxies that lead out of it. */
function systemNetwork(originCa, proxyFor) {
    return {
        lookup: async (host) => (await counted(external_node_dns_.promises.lookup(host, { all: true, order: 'verbatim' }))).map(({ address, family }) => ({
            address,
            family: family === 6 ? 6 : 4,
        })),
        query: (host) => external_node_dns_.promises.resolve4(host),
        dial: (host, port) => (0,external_node_net_.connect)({ host, port, autoSelectFamily: false, noDelay: true }),
        openThroughProxy: (host, port, tls) => {
            const proxy = proxyFor(host, port, tls);
            if (proxy === undefined)
                return;
            return proxy === 'unusable'
                ? () => Promise.resolve(failureOf('UNUSABLE'))
                : (signal) => connectThroughProxy(proxy, host, port, signal);
        },
        dns: {
            // One on a port of its own, or on a link, is none that we can ask.
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
/** The family of an address. A colon tells: `net.isIPv6` takes 5 ms when it is called first. */
function familyOf(address) {
    return address.includes(':') ? 6 : 4;
}
function typeOf(address) {
    return familyOf(address) === 6 ? 'ipv6' : 'ipv4';
}


/***/ })

};
