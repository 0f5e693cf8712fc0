export const id = 532;
export const ids = [532];
export const modules = {

/***/ 2532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ systemNetwork),
/* harmony export */   resolverOwes: () => (/* binding */ resolverOwes)
/* harmony export */ });
/* harmony import */ var node_dgram__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1314);
/* harmony import */ var node_dns__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(610);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7030);



let pending = 0;
/**
 * Whether the system's resolver still owes an answer. It cannot be called off, and a process that exits waits for it:
 * seconds for each name where the resolver stays silent.
 */
function resolverOwes() {
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
/** The real network. */
function systemNetwork(originCa) {
    return {
        lookup: async (host) => (await counted(node_dns__WEBPACK_IMPORTED_MODULE_1__.promises.lookup(host, { all: true, order: 'verbatim' }))).map(({ address, family }) => ({
            address,
            family: family === 6 ? 6 : 4,
        })),
        query: (host) => node_dns__WEBPACK_IMPORTED_MODULE_1__.promises.resolve4(host),
        dial: (host, port) => (0,node_net__WEBPACK_IMPORTED_MODULE_2__.connect)({ host, port, autoSelectFamily: false, noDelay: true }),
        dns: {
            servers: node_dns__WEBPACK_IMPORTED_MODULE_1__.getServers,
            datagram: (address, port) => {
                const socket = (0,node_dgram__WEBPACK_IMPORTED_MODULE_0__.createSocket)((0,node_net__WEBPACK_IMPORTED_MODULE_2__.isIPv6)(address) ? 'udp6' : 'udp4');
                socket.connect(port, address);
                return socket;
            },
        },
        originCa,
    };
}


/***/ })

};
