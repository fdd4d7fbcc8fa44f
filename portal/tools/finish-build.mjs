// Puts .gz and .br beside what compresses, then says what the first route weighs and fails when it weighs too much.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const compressible = new Set(['.html', '.js', '.css', '.svg', '.json']);
const limits = { script: 170, style: 25, font: 80 };
const dist = 'dist';

const shown = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8'));
await rm(join(dist, '.vite'), { recursive: true });

const names = (await readdir(dist, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && !['.gz', '.br'].includes(extname(entry.name)))
  .map((entry) => relative(dist, join(entry.parentPath, entry.name)))
  .sort();

const weight = new Map();
for (const name of names) {
  const bytes = await readFile(join(dist, name));
  if (!compressible.has(extname(name))) {
    weight.set(name, bytes.length);
    continue;
  }
  const gzip = gzipSync(bytes, { level: 9 });
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  await writeFile(join(dist, `${name}.gz`), gzip);
  await writeFile(join(dist, `${name}.br`), brotli);
  weight.set(name, gzip.length);
}

const page = await readFile(join(dist, 'index.html'), 'utf8');
const asked = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1]);
const inbox = Object.values(shown).find((part) => part.src?.endsWith('screens/inbox/Inbox.tsx'));
const withInbox = (part, seen = new Set()) => {
  if (!part || seen.has(part.file)) return seen;
  seen.add(part.file);
  for (const style of part.css ?? []) seen.add(style);
  for (const next of part.imports ?? []) withInbox(shown[next], seen);
  return seen;
};
const first = new Set([...asked, ...withInbox(inbox)]);
const kilobytes = (bytes) => Math.round(bytes / 102.4) / 10;
const sum = (test) => kilobytes([...weight].reduce((total, [name, bytes]) => total + (test(name) ? bytes : 0), 0));

for (const [name, bytes] of weight) console.log(`${String(kilobytes(bytes)).padStart(8)} kB  ${first.has(name) ? '*' : ' '} ${name}`);
const report = {
  script: sum((name) => first.has(name) && name.endsWith('.js')),
  style: sum((name) => first.has(name) && name.endsWith('.css')),
  font: sum((name) => name.endsWith('.woff2')),
};
let heavy = false;
for (const [kind, size] of Object.entries(report)) {
  console.log(`first route (*), ${kind}: ${size} kB gzip of ${limits[kind]}`);
  heavy ||= size > limits[kind];
}
if (heavy) process.exitCode = 1;
