// What was measured as a table in the README and as a picture: how each row stands to its aim, which the README states.
// Usage: node draw.mjs FIGURES README SVG  (FIGURES as `vinhdanh_bench --json` prints; MACHINE, MEASURED and COMMAND in the environment)
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

const [figuresFile, readmeFile, svgFile] = process.argv.slice(2);
const rows = JSON.parse(readFileSync(figuresFile, 'utf8'));
const readme = readFileSync(readmeFile, 'utf8');

/** What the README's list of rows asks: {text, least or most, of the ratio or of the value}, or nothing. */
function aimsOf(text) {
  const aims = new Map();
  for (const line of text.split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim());
    const name = /^`([a-z0-9_]+)`$/.exec(cells[1] ?? '')?.[1];
    const aim = /^(ratio )?([≤≥]) ([0-9.]+)/.exec(cells[4] ?? '');
    if (name && aim) aims.set(name, { text: cells[4], of: aim[1] ? 'ratio' : 'value', least: aim[2] === '≥', bound: Number(aim[3]) });
  }
  return aims;
}

/** How many times better than its aim a row is; below 1 it misses it. */
function standing(row, aim) {
  return aim.least ? row[aim.of] / aim.bound : aim.bound / row[aim.of];
}

const number = (value) => (value < 1000 ? Number(value.toPrecision(3)) : Math.round(value)).toLocaleString('en');
const units = { us: 'µs', 'cpu-us/change': 'µs of processor time a change', 'cpu-us/action': 'µs of processor time an action', 'cpu-us/event': 'µs of processor time an event' };
const value = (row) => `${number(row.value)} ${units[row.unit] ?? row.unit}`;
const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const aims = aimsOf(readme);

function table() {
  const cell = (text) => String(text).replaceAll('|', '\\|');
  const line = (row) => {
    const aim = aims.get(row.name);
    const met = aim ? (standing(row, aim) >= 1 ? 'yes' : '**no**') : '';
    return `| ${[row.name, value(row), number(row.floor), row.ratio.toFixed(2), aim?.text ?? '', met].map(cell).join(' | ')} |`;
  };
  return ['| row | measured | floor | ratio | aim | met |', '|---|---|---|---|---|---|', ...rows.map(line)].join('\n');
}

/** On a scale where twice as good is one step: from a quarter of the aim to sixteen times. */
const steps = (times) => Math.min(4, Math.max(-2, Math.log2(times)));
const step = 60;
const aimAt = 330;
const textAt = aimAt + 4 * step + 14;
const width = 960;
const lineHeight = 24;

function bar(row, y) {
  const aim = aims.get(row.name);
  const said = [value(row), `ratio ${row.ratio.toFixed(2)}`, aim ? `aim ${aim.text}` : 'no aim'].join(', ');
  const texts = `<text class="name" x="${aimAt - 2 * step - 12}" y="${y + 15}">${escape(row.name)}</text>
    <text x="${textAt}" y="${y + 15}">${escape(said)}</text>`;
  if (!aim) return `<g><title>${escape(row.conditions)}</title>\n    ${texts}</g>`;
  const long = steps(standing(row, aim)) * step;
  const kind = long < 0 ? 'missed' : row.name.startsWith('postgres_') ? 'postgres' : 'sqlite';
  const shape = `<rect class="${kind}" x="${(long < 0 ? aimAt + long : aimAt).toFixed(1)}" y="${y + 3}" width="${Math.abs(long).toFixed(1)}" height="16"/>`;
  return `<g><title>${escape(row.conditions)}</title>\n    ${shape}\n    ${texts}</g>`;
}

function picture() {
  const groups = [['SQLite, and what needs no database', rows.filter((row) => !row.name.startsWith('postgres_'))],
                  ['PostgreSQL', rows.filter((row) => row.name.startsWith('postgres_'))]];
  const drawn = [];
  let y = 62;
  for (const [heading, members] of groups) {
    if (members.length === 0) continue;
    drawn.push(`<text class="heading" x="16" y="${y + 16}">${heading}</text>`);
    y += lineHeight + 4;
    for (const row of members) {
      drawn.push(bar(row, y));
      y += lineHeight;
    }
    y += 10;
  }
  if (rows.length === 0) drawn.push(`<text x="16" y="${y + 16}">Nothing was measured.</text>`);
  const bottom = rows.length === 0 ? y + 30 : y;
  const ticks = [[-2, '¼'], [-1, '½'], [0, 'aim'], [1, '2×'], [2, '4×'], [3, '8×'], [4, '16×']].map(([at, label]) =>
    `<line class="${at === 0 ? 'aim' : 'tick'}" x1="${aimAt + at * step}" x2="${aimAt + at * step}" y1="52" y2="${bottom}"/>
  <text class="scale" x="${aimAt + at * step}" y="46">${label}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom + 14}" width="${width}" height="${bottom + 14}" role="img" aria-labelledby="what">
  <title id="what">How many times better than its aim each measured row is</title>
  <style>
    svg { color-scheme: light dark; font: 13px sans-serif; }
    text { fill: #1f2328; } .heading { font-weight: bold; } .name { text-anchor: end; } .scale { text-anchor: middle; fill: #59636e; }
    .tick { stroke: #d1d9e0; } .aim { stroke: #1f2328; stroke-width: 1.5; }
    .sqlite { fill: #2c7a7b; } .postgres { fill: #3b6fb6; } .missed { fill: #c4472f; }
    @media (prefers-color-scheme: dark) {
      text { fill: #e6edf3; } .scale { fill: #9198a1; } .tick { stroke: #3d444d; } .aim { stroke: #e6edf3; }
      .sqlite { fill: #4fb3a9; } .postgres { fill: #7aa7e8; } .missed { fill: #f08a6e; }
    }
  </style>
  <text class="heading" x="16" y="22">Times better than the aim (left of it: missed)</text>
  ${[...ticks, ...drawn].join('\n  ')}
</svg>
`;
}

const machine = process.env.MACHINE || `${cpus()[0]?.model.trim()}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB`;
const day = process.env.MEASURED || new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
const how = process.env.COMMAND || 'bench/publish.sh';
const [begin, end] = ['<!-- measured -->', '<!-- /measured -->'];
const from = readme.indexOf(begin);
const to = readme.indexOf(end);
if (from < 0 || to < from) throw new Error(`${readmeFile} has no ${begin} … ${end}`);
writeFileSync(svgFile, picture());
writeFileSync(readmeFile, `${readme.slice(0, from)}${begin}\n${day}, ${machine}; \`${how}\`\n\n${table()}\n${readme.slice(to)}`);
