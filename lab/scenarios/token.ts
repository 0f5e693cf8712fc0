import { API_TOKEN } from '../apis/defaults.ts'

/** What a workflow gives to have its zone read. */
export const TOKEN = { 'cloudflare-api-token': API_TOKEN } as const
