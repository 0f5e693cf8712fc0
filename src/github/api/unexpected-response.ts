/**
 * A response that is not what the API promises: truncated, too large, or written by a proxy. The message is a clause
 * of ours, which continues "… could not be written:".
 */
export class UnexpectedResponse extends Error {
  override readonly name = 'UnexpectedResponse'
}
