/** The modules that query DNS servers. Loaded together, because both need the package that parses DNS messages. */
export { queryAddresses } from './addresses.ts'
export { queryNameServers } from './name-servers.ts'
