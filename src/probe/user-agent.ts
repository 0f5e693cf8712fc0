/** How every request of ours introduces itself. */
export const USER_AGENT = 'origin-gate/1 (+https://github.com/origin-gate/origin-gate)'
