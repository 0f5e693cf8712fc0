export const id = 708;
export const ids = [708];
export const modules = {

/***/ 4708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   problemsOfReportPaths: () => (/* binding */ problemsOfReportPaths)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2730);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _parser_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9770);





/** Why reports can't be written, checked before a run that may take hours. Missing folders are created later. */
async function problemsOfReportPaths({ report, junit, record = '', }) {
    const problems = await Promise.all([
        problemOf('report', report, 'origin-gate.json'),
        junit !== '' && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(junit) === (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(report)
            ? refused('junit', junit, 'is also the path of `report`', 'Use a different file for each.')
            : problemOf('junit', junit, 'origin-gate.xml'),
        problemOf('--record', record, 'run.json'),
    ]);
    return problems.filter((problem) => problem !== undefined);
}
function refused(input, path, fault, accepted) {
    return { input, text: `\`${input}\`: \`${(0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(path, [])}\` ${fault}. ${accepted}` };
}
async function problemOf(input, path, usual) {
    if (path === '')
        return undefined;
    const refuse = (fault, accepted) => refused(input, path, fault, accepted);
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path);
    const kind = await kindOf(target);
    if (kind === 'folder' || /[\\/]$/u.test(path)) {
        const meant = (0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, usual), []);
        return refuse('is a folder', `Use the path of a file.${(0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMeanText */ .ni)(meant)}`);
    }
    if (kind === 'invalid')
        return refuse('is not a valid path', 'Use the path of a file.');
    const existing = kind === 'file' ? target : await nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target));
    if (kind === 'absent' && (await kindOf(existing)) !== 'folder') {
        const shown = (0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(existing, []);
        return refuse(`is below \`${shown}\`, which is a file`, 'Use a path whose folders exist or can be created.');
    }
    if (!(await writable(existing))) {
        const what = kind === 'file' ? 'is not writable' : `is below \`${(0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(existing, [])}\`, which is not writable`;
        return refuse(what, 'Use a path that this user can write to, such as one in the temporary folder.');
    }
    return undefined;
}
async function kindOf(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isDirectory() ? 'folder' : 'file';
    }
    catch (error) {
        const code = (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .C)(error);
        // Below a file, or in a folder that this user can't search: a check of its parents shows which.
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


/***/ })

};
