/** A version by https://semver.org, without build metadata: npm ignores it. */
export interface Version {
  readonly text: string
  readonly major: number
  /** Such as `rc.1`. */
  readonly prerelease: string | undefined
}

const NUMBER = '(?:0|[1-9]\\d*)'
const PRERELEASE = `(?:${NUMBER}|\\d*[A-Za-z-][0-9A-Za-z-]*)`
const TAG = new RegExp(
  `^v(?<text>(?<major>${NUMBER})\\.${NUMBER}\\.${NUMBER}(?:-(?<prerelease>${PRERELEASE}(?:\\.${PRERELEASE})*))?)$`,
)

/** @throws {Error} with what is accepted */
export function versionOfTag(tag: string): Version {
  const { text, major, prerelease } = TAG.exec(tag)?.groups ?? {}
  if (text === undefined) throw new Error(`"${tag}" is not a version tag. Write v1.2.3 or v1.2.3-rc.1.`)
  return { text, major: Number(major), prerelease }
}
