// A receiver that checks messages with the function in docs/deployment.md, and prints a line for each: what it is, or that it is refused.
// Usage: node webhook_receiver.mjs MODULE PORT SECRET_FILE
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const [module, port, secretFile] = process.argv.slice(2);
const { verified } = await import(pathToFileURL(module));

createServer(async (request, response) => {
  let body = '';
  for await (const part of request.setEncoding('utf8')) body += part;
  const ours = verified(readFileSync(secretFile, 'utf8').trim(), request.headers, body);
  console.log(ours ? `${JSON.parse(body).type} ${JSON.parse(body).subject}` : 'refused');
  response.writeHead(ours ? 204 : 401).end();
}).listen(Number(port), '127.0.0.1');
