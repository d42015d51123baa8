import { defineConfig } from 'vitest/config';

// Tests run the sources: the `parley-source` condition of each package's exports.
const conditions = ['parley-source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts', 'bench/**/*.test.ts', 'eval/**/*.test.ts'],
    globalSetup: ['test/build-once.ts'],
    // The default leaves one of two cores idle.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
});
