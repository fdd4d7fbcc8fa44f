// The published schemas against the corpus of the loader's test (../loader/corpus_test.cpp) and every shipped file.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';

const here = dirname(fileURLToPath(import.meta.url));
const workflows = join(here, '../../../workflows');
const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

// Formats are for editors: the patterns say as much as a schema can.
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, validateFormats: false });
const kinds = ['plan', 'law', 'calendar', 'organisation'];
const schema = (kind) => read(join(workflows, `schema/${kind}.schema.json`));
const validators = new Map(kinds.map((kind) => [kind, ajv.compile(schema(kind))]));
const bases = new Map(kinds.map((kind) => [kind, read(join(here, `${kind}.json`))]));

let passed = 0;
let failed = 0;
function expect(name, kind, document, good) {
  const validate = validators.get(kind);
  if (validate(document) === good) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`FAIL ${name}: expected the ${kind} schema to ${good ? 'accept' : 'refuse'} it`);
  for (const error of validate.errors ?? []) console.log(`  ${error.instancePath} ${error.message}`);
}

/** RFC 6902 as far as the corpus needs it: add, replace, remove, copy. */
function patched(document, operations) {
  const result = structuredClone(document);
  const locate = (pointer) => {
    const steps = pointer.split('/').slice(1).map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = steps.pop();
    return { parent: steps.reduce((at, step) => at[step], result), last };
  };
  for (const { op, path, from, value } of operations) {
    const { parent, last } = locate(path);
    if (op !== 'add' && op !== 'copy' && !(last in parent)) throw new Error(`nothing at ${path}`);
    if (op === 'remove') Array.isArray(parent) ? parent.splice(Number(last), 1) : delete parent[last];
    else {
      const source = op === 'copy' ? locate(from) : undefined;
      const put = source ? structuredClone(source.parent[source.last]) : value;
      if (last === '-') parent.push(put);
      else parent[last] = put;
    }
  }
  return result;
}

for (const { name, base, patch, verdict } of read(join(here, 'corpus.json'))) {
  expect(name, base, patched(bases.get(base), patch), verdict !== 'wrong_structure');
}

const shipped = [
  ...readdirSync(join(workflows, 'plans')).flatMap((plan) =>
    readdirSync(join(workflows, 'plans', plan)).map((file) => ['plan', `plans/${plan}/${file}`])),
  ...[['law', 'law'], ['calendar', 'calendars'], ['organisation', 'organisations']].flatMap(([kind, folder]) =>
    readdirSync(join(workflows, folder)).map((file) => [kind, `${folder}/${file}`])),
].filter(([, path]) => path.endsWith('.json'));
for (const [kind, path] of shipped) expect(path, kind, read(join(workflows, path)), true);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
