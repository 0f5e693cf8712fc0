/** What stands under a headline begins here. */
export const INDENT = '  '
