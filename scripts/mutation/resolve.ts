import { registerHooks } from 'node:module'

const GLOBALS = new URL('globals.ts', import.meta.url).href

/** Gives the tests our `describe` and `test` in place of jest's, which exist in a jest process only. */
export function useOwnGlobals(): void {
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '@jest/globals'
        ? { url: GLOBALS, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context),
  })
}
