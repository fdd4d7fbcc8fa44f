// A demo server of a test's own in a temporary folder, filled with work at every desk, and its people with what they need to sign in.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { codeOf, patience } from './page.mjs';

const program = process.env.VINHDANH ?? fileURLToPath(new URL('../../../build/release/vinhdanh', import.meta.url));
const administered = { office: 'so_noi_vu_lang_son', from: '2017-01-01' };

/**
 * With PORTAL_URL and PORTAL_DATA an address and the data folder of a demo that is served already, for instance behind `npm run preview`;
 * without them, or where the server must be told something, one is started.
 */
export async function openDemo(options = []) {
  const { PORTAL_URL: url, PORTAL_DATA: data } = process.env;
  return url && data && options.length === 0 ? Demo.at(url, data) : Demo.start(options);
}

class Demo {
  #sessions = new Map();
  #secrets = new Map();
  #usedSteps = new Map();

  static async at(url, data, server, folder) {
    const demo = new Demo();
    const password = (await readFile(join(data, 'demo-password'), 'utf8')).trim();
    const tokens = JSON.parse(await readFile(join(data, 'demo-tokens.json'), 'utf8'));
    return Object.assign(demo, { url, data, password, tokens, server, folder });
  }

  static async start(options) {
    const folder = await mkdtemp(join(tmpdir(), 'portal-'));
    const data = join(folder, 'data');
    const server = spawn(program, ['--json', 'serve', '--demo', '--data', data, '--listen', '127.0.0.1:0', ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
    process.once('exit', () => server.kill());
    const [line] = await Promise.race([
      once(createInterface(server.stdout), 'line'),
      once(server, 'exit').then(([code]) => assert.fail(`the server ended with ${code}`)),
    ]);
    const { url } = JSON.parse(line);
    const demo = await Demo.at(url, data, server, folder);
    await demo.command(['journeys', '--url', url, '--tokens', join(data, 'demo-tokens.json'), '--open-work']);
    return demo;
  }

  async close() {
    if (!this.server) return;
    this.server.kill();
    if (this.server.exitCode === null) await once(this.server, 'exit');
    await rm(this.folder, { recursive: true, force: true });
  }

  /** What an administrator types; a command that writes hands its words to the server. */
  command(words, input = '') {
    return new Promise((resolve, reject) => {
      const child = execFile(program, words, { maxBuffer: 1 << 24 }, (fault, out, said) =>
        fault ? reject(new Error(`${words.join(' ')}: ${out}${said}`)) : resolve(out),
      );
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

  /** Enrols a second factor as its holder would. */
  async secretOf(login) {
    if (this.#secrets.has(login)) return this.#secrets.get(login);
    const cookie = await this.#cookieOf({ login });
    const { said } = await this.#ask(cookie, 'POST', '/v1/second-factor', { password: this.password });
    this.#secrets.set(login, said.secret);
    await this.#ask(cookie, 'POST', '/v1/second-factor/confirmation', { code: await this.codeFor(login) });
    return said.secret;
  }

  /** One who enrolled in the browser tells the secret, so that later codes can be made. */
  learnSecret(login, secret) {
    this.#secrets.set(login, secret);
  }

  /** One who gave it up signs in without codes again. */
  forgetSecret(login) {
    this.#secrets.delete(login);
  }

  /** A code that was not used before: each works once, and those of a step before and after now are taken. */
  async codeFor(login) {
    const now = () => Math.floor(Date.now() / 30_000);
    const step = Math.max(now() - 1, (this.#usedSteps.get(login) ?? 0) + 1);
    while (step > now() + 1) await new Promise((resolve) => setTimeout(resolve, 500));
    this.#usedSteps.set(login, step);
    return codeOf(this.#secrets.get(login), step * 30_000);
  }

  /** A page of somebody who has signed in and chosen a role already; the same session for the same role each time. */
  async pageOf(browser, { login, role, capacity = 'holder', chooses = true }, language = 'vi', options = {}) {
    const key = `${login} ${role} ${capacity} ${chooses}`;
    if (!this.#sessions.has(key)) {
      const cookie = await this.#cookieOf({ login });
      const { said } = await this.#ask(cookie, 'GET', '/v1/session');
      const appointment = said.appointments.find((each) => each.role === role && (capacity === 'deputy') === Boolean(each.behalf_of));
      assert.ok(appointment || !chooses, `${login} is no ${role}`);
      if (chooses && said.appointment !== appointment.id) await this.#ask(cookie, 'PUT', '/v1/session/appointment', { appointment: appointment.id });
      this.#sessions.set(key, cookie);
    }
    const [name, value] = this.#sessions.get(key).split('=');
    const kept = { 'vinhdanh.signedIn': 'yes', 'vinhdanh.language': language };
    const localStorage = Object.entries(kept).map(([name, value]) => ({ name, value }));
    const storageState = { cookies: [{ name, value, domain: new URL(this.url).hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Strict' }], origins: [{ origin: this.url, localStorage }] };
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: this.url, storageState, ...options });
    context.setDefaultTimeout(patience);
    return context.newPage();
  }

  /** The API as one of the demo's programs: with the token of an account in a role. */
  async api(account, role, method, path, body, headers = {}) {
    const { token } = this.tokens[account].find((each) => each.role === role);
    const bytes = typeof body === 'string';
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
