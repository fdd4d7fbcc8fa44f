// bench/draw.mjs on figures that are known: bars and their widths, the table, text that must be escaped, no aim, nothing at all.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = join(dirname(fileURLToPath(import.meta.url)), '../../bench/draw.mjs');
const readme = `# Measurements
| row | what is done | floor | aim |
|---|---|---|---|
| \`commit_1\` | one in flight | a bare loop | ratio ≥ 0.4 |
| \`search_page\` | a page | rows by key | ratio ≤ 5 |
| \`decide\` | a receipt | copies | ≤ 5 µs |
| \`memory\` | resident | a program that sleeps | ≤ 50 MB |
| \`postgres_commit_1\` | the same | the same rows | |

<!-- measured -->
old
<!-- /measured -->
The end.
`;
const row = (name, value, unit, ratio, conditions = 'quiet') => ({ name, value, unit, floor: value / ratio, ratio, conditions });
const figures = [
  row('commit_1', 2202.4, 'changes/s', 0.8),
  row('search_page', 1.6, 'ms', 10),
  row('decide', 1.25, 'us', 3),
  row('memory', 0.5, 'MB', 2),
  row('postgres_commit_1', 313, 'changes/s', 0.494, 'a < b & "c"'),
];

const folder = mkdtempSync(join(tmpdir(), 'draw-'));
const at = (name) => join(folder, name);

function drawn(rows) {
  writeFileSync(at('figures.json'), JSON.stringify(rows));
  const env = { ...process.env, MACHINE: 'a machine', MEASURED: '1 January 2026', COMMAND: 'the command' };
  execFileSync(process.execPath, [script, at('figures.json'), at('README.md'), at('figures.svg')], { env, stdio: 'pipe' });
  return { page: readFileSync(at('README.md'), 'utf8'), svg: readFileSync(at('figures.svg'), 'utf8') };
}

/** Every tag is closed by its own, and no sign is left that would begin another. */
function assertWellFormed(svg) {
  const open = [];
  for (const [, close, name, empty] of svg.matchAll(/<(\/?)([a-z]+)(?:\s+[\w:-]+="[^"<&]*")*\s*(\/?)>/g)) {
    if (close) assert.equal(open.pop(), name);
    else if (!empty) open.push(name);
  }
  assert.deepEqual(open, []);
  assert.equal(svg.split('<').length, svg.split('>').length);
  assert.doesNotMatch(svg, /&(?!#\d+;)/);
}

try {
  writeFileSync(at('README.md'), readme);
  const { page, svg } = drawn(figures);
  assertWellFormed(svg);
  const bars = [...svg.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map(([, kind, x, width]) => [kind, x, width]);
  assert.deepEqual(bars, [
    ['sqlite', '330.0', '60.0'],  // twice its aim
    ['missed', '270.0', '60.0'],  // half of it
    ['sqlite', '330.0', '120.0'],  // four times
    ['sqlite', '330.0', '240.0'],  // a hundred times: the scale ends at sixteen
  ]);
  assert.match(svg, /313 changes\/s, ratio 0\.49, no aim/);
  assert.match(svg, /<title>a &#60; b &#38; &#34;c&#34;<\/title>/);
  assert.match(svg, /prefers-color-scheme: dark/);

  assert.equal(page, readme.replace('old', `1 January 2026, a machine; \`the command\`

| row | measured | floor | ratio | aim | met |
|---|---|---|---|---|---|
| commit_1 | 2,202 changes/s | 2,753 | 0.80 | ratio ≥ 0.4 | yes |
| search_page | 1.6 ms | 0.16 | 10.00 | ratio ≤ 5 | **no** |
| decide | 1.25 µs | 0.417 | 3.00 | ≤ 5 µs | yes |
| memory | 0.5 MB | 0.25 | 2.00 | ≤ 50 MB | yes |
| postgres_commit_1 | 313 changes/s | 634 | 0.49 |  |  |`));
  assert.equal(drawn(figures).page, page, 'a second run adds nothing');

  const nothing = drawn([]);
  assertWellFormed(nothing.svg);
  assert.doesNotMatch(nothing.svg, /<rect/);
  assert.match(nothing.svg, /Nothing was measured\./);
  assert.match(nothing.page, /\| met \|\n\|(---\|)+\n<!-- \/measured -->\nThe end\./);

  writeFileSync(at('README.md'), '# No place for a table\n');
  assert.throws(() => drawn(figures), /has no <!-- measured -->/);
} finally {
  rmSync(folder, { recursive: true });
}
