import { describe, expect, test } from '@jest/globals'
import { STYLE } from '../../../src/report/render/html/style.ts'

/** The variables of the light colors, and of the dark ones. */
const SCHEMES = [...STYLE.matchAll(/:root\{([^}]*)\}/g)].map(
  ([, list = '']) =>
    new Map(
      [...list.matchAll(/--([\w-]+):(#[0-9a-f]{3,6})/g)].map(([, name = '', color = '']) => [name, color]),
    ),
)

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const digits = color.length === 4 ? color.replace(/[0-9a-f]/g, '$&$&') : color
  const [red = 0, green = 0, blue = 0] = (digits.match(/[0-9a-f]{2}/g) ?? []).map((pair) => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

const TEXT: readonly (readonly [text: string, ...backgrounds: string[]])[] = [
  ['ink', 'page', 'sheet', 'fill', 'bad-fill', 'warn-fill', 'good-fill'],
  ['soft', 'page', 'sheet', 'bad-fill', 'warn-fill'],
  ['link', 'page', 'sheet', 'fill'],
  ['bad', 'sheet', 'bad-fill'],
  ['warn', 'sheet', 'warn-fill'],
  ['good', 'sheet', 'good-fill'],
  // The mark in a filled dot.
  ['sheet', 'bad', 'warn'],
]

const DRAWN: readonly (readonly [line: string, ...backgrounds: string[]])[] = [
  ['setup', 'sheet'],
  ['redirects', 'sheet'],
  ['transfer', 'sheet'],
  ['processing', 'sheet', 'bad-fill', 'warn-fill'],
  ['origin', 'sheet', 'bad-fill', 'warn-fill'],
]

test('there are light and dark colors with the same names', () => {
  const [light, dark] = SCHEMES.map((scheme) => [...scheme.keys()])
  expect(light?.length).toBeGreaterThan(15)
  expect(dark).toEqual(light)
  expect(SCHEMES).toHaveLength(2)
})

describe.each([
  ['light', 0],
  ['dark', 1],
])('the %s colors', (_, index) => {
  const ratios = (pairs: typeof TEXT): readonly (readonly [string, number])[] =>
    pairs.flatMap(([front, ...backgrounds]) =>
      backgrounds.map((back) => {
        const scheme = SCHEMES[index]
        return [`${front} on ${back}`, contrast(scheme?.get(front) ?? '', scheme?.get(back) ?? '')] as const
      }),
    )

  test('of texts have a contrast of AA', () => {
    expect(ratios(TEXT).filter(([, ratio]) => ratio < 4.5)).toEqual([])
  })

  test('of bars and lines have a contrast of AA', () => {
    expect(ratios(DRAWN).filter(([, ratio]) => ratio < 3)).toEqual([])
  })
})

test('the style sheet loads nothing', () => {
  expect(STYLE.replaceAll('url(#hatch)', '')).not.toMatch(/url\(|@import|@font-face|https?:/)
  expect(STYLE).not.toMatch(/[<&]/)
})

test('on paper, the header of a table stays with its first row', () => {
  const [, print = ''] = STYLE.split('@media print')
  expect(print).toMatch(/[,}]thead\{break-after:avoid\}tbody tr:first-child\{break-before:avoid\}/)
})
