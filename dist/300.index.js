export const id = 300;
export const ids = [300];
export const modules = {

/***/ 8300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   problemOfReportPath: () => (/* binding */ problemOfReportPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(784);




/** What keeps a report from being written at `path`, before hours are spent on it. Missing folders are made later. */
async function problemOfReportPath(path, input = 'report') {
    if (path === '')
        return undefined;
    const refused = (fault, accepted) => ({
        input,
        text: `\`${input}\` is \`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(path, [])}\`, ${fault}. ${accepted}.`,
    });
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path);
    const kind = await kindOf(target);
    if (kind === 'folder' || /[\\/]$/u.test(path)) {
        const meant = (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'origin-gate.json'), []);
        return refused('which is a folder', `Give the path of a file; \`${meant}\` was probably meant`);
    }
    if (kind === 'invalid')
        return refused('which is no valid path', 'Give the path of a file');
    const existing = kind === 'file' ? target : await nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target));
    if (kind === 'absent' && (await kindOf(existing)) !== 'folder') {
        const shown = (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(existing, []);
        return refused(`but \`${shown}\` is a file, not a folder`, 'Give a path whose folders exist or can be made');
    }
    if (!(await writable(existing))) {
        const what = kind === 'file' ? 'which may not be written' : `but \`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(existing, [])}\` may not be written`;
        return refused(what, 'Give a path that this user may write, such as one in the temporary folder');
    }
    return undefined;
}
async function kindOf(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isDirectory() ? 'folder' : 'file';
    }
    catch (error) {
        const code = codeOf(error);
        // Below a file, or in a folder that may not be searched: its ancestors tell which.
        return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' ? 'absent' : 'invalid';
    }
}
async function nearestExisting(path) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    return parent === path || (await kindOf(path)) !== 'absent' ? path : nearestExisting(parent);
}
async function writable(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK).then(() => true, () => false);
}
function codeOf(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}


/***/ })

};
