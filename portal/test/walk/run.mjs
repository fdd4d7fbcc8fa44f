// Runs files of browser tests, one after the other, on one demo server of their own: node test/walk/run.mjs FILE…
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openDemo } from './demo.mjs';

const demo = await openDemo();
const env = { ...process.env, PORTAL_URL: demo.url, PORTAL_DATA: demo.data, PORTAL_PID: demo.pid };
// In the order that is given, as `node --test` of all would take them by name: whoever sets up a second factor in the browser comes
// before those that are content with any.
for (const file of process.argv.slice(2)) {
  const tests = spawn(process.execPath, ['--test', '--test-reporter=spec', file], { env, stdio: 'inherit' });
  const [code] = await once(tests, 'exit');
  if (code !== 0) process.exitCode = 1;
}
await demo.close();
