// Runs files of browser tests, one after the other, on one demo server of their own: node test/walk/run.mjs FILE…
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openDemo } from './demo.mjs';

const demo = await openDemo();
const env = { ...process.env, PORTAL_URL: demo.url, PORTAL_DATA: demo.data };
const tests = spawn(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...process.argv.slice(2)], { env, stdio: 'inherit' });
const [code] = await once(tests, 'exit');
await demo.close();
process.exitCode = code ?? 1;
