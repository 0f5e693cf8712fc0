/** How everything begins that we say of a deployment. */
export const OURS = 'Origin Gate: '

export function isOurs(description: string): boolean {
  return description.startsWith(OURS)
}
