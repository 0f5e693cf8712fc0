/** What queries DNS servers. Loaded as one, because both parse DNS packets with the same package. */
export { queryAddresses } from './addresses.ts'
export { queryNameServers } from './name-servers.ts'
