export const id = 535;
export const ids = [535];
export const modules = {

/***/ 535:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ inputsOf),
/* harmony export */   Y: () => (/* binding */ sitesOf),
/* harmony export */   referencedFiles: () => (/* binding */ referencedFiles)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);
/* harmony import */ var _pem_files_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6178);


/** Bytes of the sites file: enough for ten thousand sites with every input. */
const MAX_BYTES = 4 * 1024 * 1024;
/** Reads every file that the inputs or the sites of `config` name. */
async function referencedFiles(input) {
    const path = input('config').trim();
    const listed = path === '' ? undefined : await listedIn(path);
    const reads = [input, ...sitesOf(listed).map(inputsOf)];
    return { files: await (0,_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .filesOf */ .R8)(reads), ...(listed !== undefined && { listed }) };
}
function sitesOf(listed) {
    return listed === undefined || typeof listed === 'string' ? [] : listed.sites;
}
/** Reads the values of a listed site like inputs. */
function inputsOf({ values }) {
    return (name) => values.get(name)?.text ?? '';
}
async function listedIn(path) {
    const file = await (0,_pem_files_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(path, MAX_BYTES);
    if (!file.ok)
        return file.fault;
    const damage = damageIn(file.bytes);
    if (damage !== undefined)
        return {
            sites: [],
            faults: [{ place: damage, text: 'This is not valid UTF-8. Save the file in that encoding.' }],
        };
    // The YAML parser is loaded only by runs that have such a file.
    const { sitesIn } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(959)]).then(__webpack_require__.bind(__webpack_require__, 3959));
    return sitesIn(new node_util__WEBPACK_IMPORTED_MODULE_0__.TextDecoder().decode(file.bytes));
}
/** The position of the first bytes that are not valid UTF-8. */
function damageIn(bytes) {
    // The decoder replaces invalid bytes, so the text encodes to other bytes. It must keep a byte order mark for that.
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
