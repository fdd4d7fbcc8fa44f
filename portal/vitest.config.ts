// The tests that need no browser; those under test/browser run by themselves.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/*.test.ts'] } });
