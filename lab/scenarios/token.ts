import { API_TOKEN } from '../apis/defaults.ts'

/** The input with which a workflow lets its zone be read. */
export const TOKEN = { 'cloudflare-api-token': API_TOKEN } as const
