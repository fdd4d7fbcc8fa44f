// Fails where src/api/schema.d.ts is not what openapi-typescript makes of the API's description now.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'schema-'));
try {
  const made = join(folder, 'schema.d.ts');
  const generator = 'node_modules/openapi-typescript/bin/cli.js';
  execFileSync(process.execPath, [generator, '../api/openapi.yaml', '--empty-objects-unknown', '-o', made], { stdio: 'ignore' });
  if (readFileSync(made, 'utf8') !== readFileSync('src/api/schema.d.ts', 'utf8')) {
    console.error('src/api/schema.d.ts is out of date: npm run generate');
    process.exit(1);
  }
} finally {
  rmSync(folder, { recursive: true });
}
