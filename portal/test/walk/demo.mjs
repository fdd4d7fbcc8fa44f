// A demo server of a test's own in a temporary folder, filled with work at every desk, and its people with what they need to sign in.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { codeOf, patience, watch } from './page.mjs';

const program = process.env.VINHDANH ?? fileURLToPath(new URL('../../../build/release/vinhdanh', import.meta.url));
const administered = { office: 'so_noi_vu_lang_son', from: '2017-01-01' };

/**
 * With PORTAL_URL and PORTAL_DATA an address and the data folder of a demo that is served already, for instance behind `npm run preview`;
 * without them, or where the server must be told something, one is started; PORTAL_PID is its process. With PORTAL_PREVIEW, a port, the pages come from `dist/`
 * instead of the program.
 */
export async function openDemo(options = []) {
  const { PORTAL_URL: url, PORTAL_DATA: data, PORTAL_PID: pid } = process.env;
  return url && data && options.length === 0 ? Demo.at(url, data, Number(pid)) : Demo.start(options);
}

class Demo {
  #contexts = new Map();
  #secrets = new Map();
  #usedSteps = new Map();

  static async at(url, data, pid, server, folder) {
    const demo = new Demo();
    const password = (await readFile(join(data, 'demo-password'), 'utf8')).trim();
    const tokens = JSON.parse(await readFile(join(data, 'demo-tokens.json'), 'utf8'));
    return Object.assign(demo, { url, data, pid, password, tokens, server, folder });
  }

  static async start(options) {
    const folder = await mkdtemp(join(tmpdir(), 'portal-'));
    const data = join(folder, 'data');
    const preview = process.env.PORTAL_PREVIEW && `http://127.0.0.1:${process.env.PORTAL_PREVIEW}`;
    const seen = preview ? ['--public-url', preview] : [];
    const words = ['--json', 'serve', '--demo', '--data', data, '--listen', '127.0.0.1:0', ...seen, ...options];
    const server = spawn(program, words, { stdio: ['ignore', 'pipe', 'ignore'] });
    process.once('exit', () => server.kill());
    const [line] = await Promise.race([
      once(createInterface(server.stdout), 'line'),
      once(server, 'exit').then(([code]) => assert.fail(`the server ended with ${code}`)),
    ]);
    const { url } = JSON.parse(line);
    const demo = await Demo.at(preview || url, data, server.pid, server, folder);
    if (preview) demo.pages = await servePages(url);
    await demo.command(['journeys', '--url', url, '--tokens', join(data, 'demo-tokens.json'), '--open-work']);
    return demo;
  }

  async close() {
    if (!this.server) return;
    await this.pages?.close();
    this.server.kill('SIGCONT'); // Whoever slowed it down may have died.
    this.server.kill();
    if (this.server.exitCode === null) await once(this.server, 'exit');
    await rm(this.folder, { recursive: true, force: true });
  }

  /**
   * Lets the server work a tenth of the time only while `act` runs: on a fast machine too its longer work is then still under way when
   * somebody looks.
   */
  async slowed(act) {
    const { pid } = this;
    assert.ok(pid, 'the process of the server is known');
    let ended = false;
    const brake = (async () => {
      while (!ended) {
        process.kill(pid, 'SIGSTOP');
        await delay(45);
        process.kill(pid, 'SIGCONT');
        await delay(5);
      }
    })();
    try {
      return await act();
    } finally {
      ended = true;
      await brake;
    }
  }

  /** What an administrator types; a command that writes hands its words to the server. */
  command(words, input = '') {
    return new Promise((resolve, reject) => {
      const child = execFile(program, words, { maxBuffer: 1 << 24 }, (fault, out, said) =>
        fault ? reject(new Error(`${words.join(' ')}: ${out}${said}`)) : resolve(out),
      );
      // One that ends before it has read says by itself how it went.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
  }

  /** Somebody the demo lacks, with this role in the province's Department of Home Affairs and a first password that must be changed. */
  async newPerson(login, name, roles) {
    const { office, from } = administered;
    const { data } = this;
    await this.command(['user', 'add', '--data', data, '--login', login, '--name', name]);
    for (const role of roles) await this.command(['role', 'assign', '--data', data, '--login', login, '--office', office, '--role', role, '--from', from]);
    const first = `${login}-first-password`;
    await this.command(['user', 'password', '--data', data, '--login', login], `${first}\n`);
    return { login, password: first };
  }

  /** The same, with the demo's password. */
  async person(login, name, role) {
    const first = await this.newPerson(login, name, [role]);
    const cookie = await this.#cookieOf(first);
    await this.#ask(cookie, 'PUT', '/v1/password', { current_password: first.password, new_password: this.password });
    return { login, role };
  }

  /** One who brings definitions, and two administrators: from then on a role needs both. */
  async administration() {
    const definer = await this.person('dinh.nghia', 'Mông Thị Định', 'definition_manager');
    const administrator = await this.person('quan.tri', 'La Thị Hoa', 'administrator');
    const second = await this.person('quan.tri.hai', 'Nông Thị Thu', 'administrator');
    return { definer, administrator, second };
  }

  async #ask(cookie, method, path, body) {
    const answer = await fetch(this.url + path, {
      method,
      headers: { Origin: this.url, 'Content-Type': 'application/json', ...(cookie && { Cookie: cookie }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const said = await answer.json();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${JSON.stringify(said)}`);
    return { said, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? cookie };
  }

  async #cookieOf({ login, password = this.password }) {
    const code = this.#secrets.has(login) ? { code: await this.codeFor(login) } : {};
    return (await this.#ask(undefined, 'POST', '/v1/sessions', { login, password, ...code })).cookie;
  }

  /** Enrols a second factor as its holder would, unless that was done. */
  async secretOf(login) {
    await this.#readSecrets();
    if (this.#secrets.has(login)) return this.#secrets.get(login);
    const cookie = await this.#cookieOf({ login });
    const { said } = await this.#ask(cookie, 'POST', '/v1/second-factor', { password: this.password });
    await this.#keepSecret(login, said.secret);
    await this.#ask(cookie, 'POST', '/v1/second-factor/confirmation', { code: await this.codeFor(login) });
    return said.secret;
  }

  get #secretsFile() {
    return join(this.data, '..', 'second-factors.json');
  }

  async #readSecrets() {
    const kept = existsSync(this.#secretsFile) ? JSON.parse(await readFile(this.#secretsFile, 'utf8')) : {};
    for (const [login, secret] of Object.entries(kept)) if (!this.#secrets.has(login)) this.#know(login, secret);
  }

  /** Whoever enrolled may just have used the code of this moment. */
  #know(login, secret) {
    this.#secrets.set(login, secret);
    this.#usedSteps.set(login, stepNow());
  }

  async #keepSecret(login, secret) {
    await this.#readSecrets();
    this.#secrets.set(login, secret);
    await writeFile(this.#secretsFile, JSON.stringify(Object.fromEntries(this.#secrets)), { mode: 0o600 });
  }

  /** Keeps the secret of somebody who enrolled in the browser, for later codes and for the other files of tests on this demo. */
  async learnSecret(login, secret) {
    this.#know(login, secret);
    await this.#keepSecret(login, secret);
  }

  /** One who gave it up signs in without codes again. */
  forgetSecret(login) {
    this.#secrets.delete(login);
  }

  /** A code that was not used before: each works once, and those of a step before and after now are taken. */
  async codeFor(login) {
    const step = Math.max(stepNow(), (this.#usedSteps.get(login) ?? 0) + 1);
    while (step > stepNow() + 1) await delay(500);
    this.#usedSteps.set(login, step);
    return codeOf(this.#secrets.get(login), step * 30_000);
  }

  /** A page of somebody who has signed in and chosen a role already; the same session and browser context for the same role each time. */
  async pageOf(browser, { login, role, capacity = 'holder', chooses = true }, language = 'vi') {
    const key = `${login} ${role} ${capacity} ${chooses}`;
    if (!this.#contexts.has(key)) this.#contexts.set(key, this.#signedIn(browser, { login, role, capacity, chooses }, language));
    const context = await this.#contexts.get(key);
    context.once('close', () => this.#contexts.delete(key));
    return watched(context);
  }

  async #signedIn(browser, { login, role, capacity, chooses }, language) {
    const cookie = await this.#cookieOf({ login });
    if (chooses) {
      const { said } = await this.#ask(cookie, 'GET', '/v1/session');
      const found = said.appointments.find((each) => each.role === role && (capacity === 'deputy') === Boolean(each.behalf_of));
      assert.ok(found, `${login} is no ${role}`);
      if (said.appointment !== found.id) await this.#ask(cookie, 'PUT', '/v1/session/appointment', { appointment: found.id });
    }
    const context = await this.#newContext(browser, { 'vinhdanh.signedIn': 'yes', 'vinhdanh.language': language });
    const [name, value] = cookie.split('=');
    // A test may close it; whoever comes next gets another.
    context.once('close', () => this.#contexts.delete(`${login} ${role} ${capacity} ${chooses}`));
    await context.addCookies([{ name, value, url: this.url, httpOnly: true, sameSite: 'Strict' }]);
    return context;
  }

  /** A page of somebody who has not signed in, in a context of its own. */
  async visitor(browser, language = 'vi') {
    return watched(await this.#newContext(browser, { 'vinhdanh.language': language }));
  }

  async #newContext(browser, kept) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: this.url });
    context.setDefaultTimeout(patience);
    await context.addInitScript((values) => {
      for (const [name, value] of Object.entries(values)) localStorage.getItem(name) ?? localStorage.setItem(name, value);
    }, kept);
    return context;
  }

  /** The API as one of the demo's programs: with the token of an account in a role. */
  async api(account, role, method, path, body, headers = {}) {
    const { token } = this.tokens[account].find((each) => each.role === role);
    const bytes = typeof body === 'string' || Buffer.isBuffer(body);
    const answer = await fetch(this.url + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': bytes ? 'application/pdf' : 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers },
      body: bytes ? body : body && JSON.stringify(body),
    });
    const said = await answer.json();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${JSON.stringify(said)}`);
    return said;
  }
}

const stepNow = () => Math.floor(Date.now() / 30_000);

async function watched(context) {
  const page = await context.newPage();
  watch(page);
  return page;
}

async function servePages(api) {
  process.env.VINHDANH_URL = api;
  const { preview } = await import('vite');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  return preview({ root, logLevel: 'error', preview: { port: Number(process.env.PORTAL_PREVIEW) } });
}
