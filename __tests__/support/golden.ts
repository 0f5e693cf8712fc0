import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from '@jest/globals'

const UPDATE = process.env['UPDATE_GOLDENS'] === '1'

/** Compares a text with a file that was reviewed. `UPDATE_GOLDENS=1` writes the file, which then needs a review. */
export function agrees(path: string, text: string): void {
  if (UPDATE) writeFileSync(path, text)
  if (!existsSync(path)) {
    throw new Error(
      `${path} is missing. UPDATE_GOLDENS=1 npm test -- ${GOLDEN_TESTS} writes it. Review it before you commit it.`,
    )
  }
  expect(text).toBe(readFileSync(path, 'utf8'))
}

const GOLDEN_TESTS = 'golden cases'
