// api/openapi.yaml against the exchanges of the API's tests: every route both ways, every answer and accepted body by schema.
// Usage: node check.mjs EXCHANGES  (JSON lines, as tests/api/desk/rig.cpp writes them)
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const api = parse(readFileSync(join(here, '../../../api/openapi.yaml'), 'utf8'));
const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n').map((line) => JSON.parse(line));
const methods = ['get', 'put', 'post', 'delete', 'patch'];

const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
ajv.addSchema({ ...api, $id: 'api' });

const faults = new Map();
const fault = (text) => faults.set(text, (faults.get(text) ?? 0) + 1);

const escape = (part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1');
/** Follows $refs to where a part of the file really is; returns its value and JSON Pointer. */
function locate(pointer) {
  let at = api;
  let here = '#';
  for (const part of pointer) {
    at = at?.[part];
    here += `/${escape(part)}`;
    while (at?.$ref !== undefined && Object.keys(at).length === 1) {
      here = at.$ref;
      at = here.slice(2).split('/').reduce((value, step) => value[step.replaceAll('~1', '/').replaceAll('~0', '~')], api);
    }
  }
  return { value: at, pointer: here };
}
const validators = new Map();
function validate(pointer, value, what) {
  if (!validators.has(pointer)) validators.set(pointer, ajv.compile({ $ref: `api${encodeURI(pointer)}` }));
  const check = validators.get(pointer);
  if (check(value)) return;
  for (const error of check.errors.slice(0, 3)) {
    fault(`${what}: ${error.instancePath || '/'} ${error.message} ${JSON.stringify(error.params)}`);
  }
}

/** A text with a comma that is not quoted ends there in `{…}`, and its rest is a name with nothing under it. */
function findCutTexts(value, at) {
  if (value === null || typeof value !== 'object') return;
  for (const [name, part] of Object.entries(value)) {
    if (part === null && name.includes(' ')) fault(`${at}: "${name}" is the rest of a text`);
    findCutTexts(part, `${at}/${escape(name)}`);
  }
}
findCutTexts(api, '#');

const documented = new Set();
for (const [path, item] of Object.entries(api.paths)) {
  for (const method of methods) if (item[method]) documented.add(`${method.toUpperCase()} ${path}`);
}
const declared = new Set(lines.filter((line) => line.declared).map(({ declared: { method, route } }) => `${method} ${route}`));
// The portal's pages are no part of the API.
declared.delete('GET /{*}');
for (const route of declared) if (!documented.has(route)) fault(`${route} is served but not in openapi.yaml`);
for (const route of documented) if (!declared.has(route)) fault(`${route} is in openapi.yaml but not served`);

const succeeded = new Set();
const refused = new Set();
function checkAnswer(exchange, operation, name) {
  const { status, type, body, headers } = exchange;
  const answers = operation.value.responses;
  const key = answers[status] ? String(status) : 'default';
  if (status < 400 && key === 'default') return fault(`${name} answered ${status}, which is not described`);
  if (!answers[key]) return fault(`${name} answered ${status}, which is not described`);
  const answer = locate([...operation.path, 'responses', key]);
  const media = type.split(';')[0];
  if (!answer.value.content?.[media]) return fault(`${name} ${status}: media type ${type} is not described`);
  if (answer.value.content[media].schema && media.includes('json')) {
    validate(`${answer.pointer}/content/${escape(media)}/schema`, body, `${name} ${status}`);
  }
  for (const header of Object.keys(answer.value.headers ?? {})) {
    if (!headers[header.toLowerCase()] && !(header === 'ETag' && body?.frozen)) fault(`${name} ${status} has no ${header}`);
  }
}
function checkRequest(exchange, operation, name) {
  const parameters = [...(api.paths[exchange.route].parameters ?? []), ...(operation.value.parameters ?? [])]
    .map((parameter) => (parameter.$ref ? locate(parameter.$ref.slice(2).split('/')).value : parameter));
  for (const parameter of Object.keys(exchange.query ?? {})) {
    const known = parameters.some((it) => it.in === 'query' && it.name === parameter);
    if (!known) fault(`${name} took the query parameter ${parameter}, which is not described`);
  }
  if (exchange.sent === null || !operation.value.requestBody) return;
  const body = locate([...operation.path, 'requestBody']);
  const command = exchange.parameters?.command;
  const named = body.value['x-bodies']?.[command];
  if (body.value['x-bodies'] && !named) return fault(`${name}: no body is described for ${command}`);
  validate(named ?? `${body.pointer}/content/application~1json/schema`, exchange.sent, `${name} ${command ?? ''} accepted a body`);
}

for (const exchange of lines.filter((line) => !line.declared)) {
  const name = `${exchange.method} ${exchange.route}`;
  const path = ['paths', exchange.route, exchange.method.toLowerCase()];
  const operation = { path, value: locate(path).value };
  if (!operation.value) continue;
  checkAnswer(exchange, operation, name);
  if (exchange.status < 300) checkRequest(exchange, operation, name);
  (exchange.status < 300 ? succeeded : refused).add(name);
}
for (const route of documented) {
  if (!succeeded.has(route)) fault(`${route}: no test saw a 2xx`);
  const [method, path] = route.split(' ');
  const hasProblem = 'default' in api.paths[path][method.toLowerCase()].responses;
  if (hasProblem && !refused.has(route)) fault(`${route}: no test saw a problem`);
}
const bodies = api.components.requestBodies.Command['x-bodies'];
const sent = new Set(lines.filter((line) => line.status < 300).map((line) => line.parameters?.command));
for (const command of Object.keys(bodies)) if (!sent.has(command)) fault(`no test saw ${command} accepted`);

for (const [text, times] of faults) console.log(`FAIL ${text}${times > 1 ? ` (${times} times)` : ''}`);
console.log(`${lines.length - declared.size} lines, ${documented.size} operations, ${faults.size} faults`);
process.exit(faults.size === 0 ? 0 : 1);
