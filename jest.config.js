/** @type {import('jest').Config} */
export default {
  // Jest strips the types itself; a transform would only be slower.
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/lab', '<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  testTimeout: 30_000,
  // Most of a test's time goes by in waiting for sockets and child processes.
  maxWorkers: '100%',
  // Node keeps the modules of each file that a worker has run. Collecting that garbage takes longer than a new worker.
  workerIdleMemoryLimit: '1GB',
  maxConcurrency: 4,
}
