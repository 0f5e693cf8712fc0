/** The texts in backquotes. */
export const snippetsOf = (text: string): readonly string[] =>
  text.split('`').filter((_, index) => index % 2 === 1)
