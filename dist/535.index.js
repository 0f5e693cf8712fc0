export const id = 535;
export const ids = [535];
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


/***/ })

};
