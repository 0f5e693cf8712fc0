/** What a workflow gives to have the zone read: the token of the lab's API, which may read everything. */
export const TOKEN = { 'cloudflare-api-token': 'lab-0123456789abcdefghijklmnopqrstuvwxyzABC' } as const
