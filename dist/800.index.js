export const id = 800;
export const ids = [800];
export const modules = {

/***/ 1800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   abandon: () => (/* binding */ abandon),
/* harmony export */   startWork: () => (/* binding */ startWork)
/* harmony export */ });
/* harmony import */ var _shared_abort_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1487);
/* harmony import */ var _api_api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5751);
/* harmony import */ var _api_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2170);
/* harmony import */ var _event_subject_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8620);
/* harmony import */ var _publish_check_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5347);
/* harmony import */ var _publish_deployment_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3472);
/* harmony import */ var _publish_thread_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6715);







/** Sends the first requests and returns without waiting for their responses. Sends none without a token. */
async function startWork(work, { limit = 20_000, settle = 1000 } = {}) {
    const { event, config } = work;
    if (config.githubToken === '')
        return { ...work, located: Promise.resolve(event) };
    const options = { settle, limit, signal: AbortSignal.timeout(limit) };
    const api = await (0,_api_api_js__WEBPACK_IMPORTED_MODULE_3__/* .createApi */ .x)(event, config.githubToken, options.signal);
    const located = handled(locate(api, work, options));
    return {
        ...work,
        located,
        ...(config.comment !== 'never' && {
            comment: {
                login: handled(api.viewer()),
                choice: handled(located.then((found) => (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L)(() => (0,_publish_thread_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseThread */ .O)(api, found, config), options))),
            },
        }),
        ...(config.checkRun && { check: startCheck(api, located, config, options) }),
        // If our own status triggered this run, another status would trigger the next run.
        ...(config.deploymentStatus &&
            !event.selfTriggered && { deployment: handled(startDeployment(api, located, work, options)) }),
    };
}
/** A comment on a pull request triggers an event that has the pull request's number, but not its head commit. */
async function locate(api, { event, config }, options) {
    const { headUnknown, prNumber } = event;
    const needed = config.checkRun || config.deploymentStatus || config.commentTarget === 'commit';
    if (!headUnknown || !needed || prNumber === undefined)
        return event;
    return { ...event, headSha: await (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L)(() => api.pullHead(prNumber), options) };
}
function startCheck(api, located, { commentKey }, options) {
    const identity = handled(located.then((event) => (0,_publish_check_run_js__WEBPACK_IMPORTED_MODULE_1__/* .checkIdentity */ .Z0)(event, commentKey)));
    return { identity, opened: handled(identity.then((check) => (0,_publish_check_run_js__WEBPACK_IMPORTED_MODULE_1__/* .openCheck */ .Xq)(api, check, options))) };
}
async function startDeployment(api, located, { url }, options) {
    const event = await located;
    const deployment = await (0,_publish_deployment_js__WEBPACK_IMPORTED_MODULE_2__/* .findDeployment */ .HZ)(api, event, options);
    if (deployment !== undefined)
        await (0,_publish_deployment_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(api, { deployment, event, url }, _publish_deployment_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECKING */ .dy, options);
    return deployment;
}
const RESULTS = {
    cancelled: {
        conclusion: 'cancelled',
        title: 'Cancelled before the site was judged',
        summary: 'The run was cancelled, so nothing is promoted.',
    },
    failed: {
        conclusion: 'failure',
        title: 'The check itself could not run',
        summary: 'Nothing is known about the site, so nothing is promoted. See the job log for the reason.',
    },
};
/** Completes the check run and the deployment status without a verdict. Takes at most `limit`; never throws. */
async function abandon(inProgress, reason, { limit = 1500 } = {}) {
    const { check, deployment, event, config, located, url } = inProgress;
    if (check === undefined && deployment === undefined)
        return;
    const signal = AbortSignal.timeout(limit);
    const api = await (0,_api_api_js__WEBPACK_IMPORTED_MODULE_3__/* .createApi */ .x)(event, config.githubToken, signal);
    const result = RESULTS[reason];
    const text = { state: 'error', description: _event_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .STATUS_PREFIX */ .U5 + result.title };
    const closeDeployment = async (id) => {
        if (id === undefined)
            return;
        await (0,_publish_deployment_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(api, { deployment: id, event: await located, url }, text, { limit, signal });
    };
    const closed = Promise.allSettled([
        check?.opened.then((id) => api.updateCheck(id, result)),
        deployment?.then(closeDeployment),
    ]);
    await (0,_shared_abort_js__WEBPACK_IMPORTED_MODULE_6__/* .orAborted */ .H)(closed, signal).catch(() => undefined);
}
/** Without a handler, a rejection would end the process before anything awaits the promise. */
function handled(promise) {
    promise.catch(() => undefined);
    return promise;
}


/***/ })

};
