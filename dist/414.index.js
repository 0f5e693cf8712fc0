export const id = 414;
export const ids = [414];
export const modules = {

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   GU: () => (/* binding */ alertOf),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   iU: () => (/* binding */ timedOut)
/* harmony export */ });
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
function codeOf(error) {
    if (typeof error !== 'object' || error === null)
        return 'UNKNOWN';
    const { code, name } = error;
    if (typeof code === 'string' && code !== '')
        return code;
    return typeof name === 'string' ? name : 'UNKNOWN';
}
/** What an error of node or undici means in our words. `received` counts the bytes of the answer so far. */
function failureOf(error, received = 0) {
    const code = codeOf(error);
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
    if (!codeOf(error).startsWith('ERR_SSL_'))
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

// EXTERNAL MODULE: external "node:dgram"
var external_node_dgram_ = __webpack_require__(1314);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
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
        const fail = (error) => broken((0,failure/* codeOf */.$N)(error));
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
    const authority = `${(0,external_node_net_.isIPv6)(host) ? `[${host}]` : host}:${port}`;
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
                const socket = (0,external_node_dgram_.createSocket)((0,external_node_net_.isIPv6)(address) ? 'udp6' : 'udp4');
                socket.connect(port, address);
                return socket;
            },
        },
        originCa,
    };
}


/***/ })

};
