/** GitHub's and Cloudflare's tokens by their beginnings, and JSON Web Tokens. */
export const TOKEN = /\b(?:gh[a-z]_|github_pat_|cf[a-z]{1,3}_)\w{16,}|\beyJ[\w-]{10,}\.[\w-]+\.[\w-]*/gu
