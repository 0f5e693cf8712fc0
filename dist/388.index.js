export const id = 388;
export const ids = [388];
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
    const plan = JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
    const addresses = async (host) => {
        const known = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 ? (plan.names[host] ?? 'ENOTFOUND') : [host];
        if (typeof known === 'string')
            throw errorWith(known);
        return known.map((address) => ({ address, family: (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIPv6)(address) ? 6 : 4 }));
    };
    return {
        lookup: addresses,
        query: addresses,
        dial: (address, port) => {
            const route = plan.routes[`${(0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIPv6)(address) ? `[${address}]` : address}:${port}`] ?? 'ENETUNREACH';
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
function errorWith(code) {
    return Object.assign(new Error(code), { code });
}


/***/ })

};
