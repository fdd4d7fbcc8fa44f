// What is offered comes from what the server says that the caller may, and from nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { menuFor, placesFor } from '../src/app/menu';
import { type Me, may, type Right } from '../src/api/me';
import { sectionsFor } from '../src/screens/admin/sections';

const me = (...rights: Right[]) => ({ may: rights }) as Me;
const hrefs = (...rights: Right[]) => menuFor(me(...rights)).map((entry) => entry.href);

test('without a right there is nothing, whatever the role', () => {
  expect(menuFor(undefined)).toEqual([]);
  expect(menuFor({ ...me(), role: 'administrator' } as Me)).toEqual([]);
  expect(may({ role: 'administrator' } as Me, 'manage_accounts')).toBe(false);
  expect(sectionsFor(me())).toEqual(['account']);
});

test('each right opens its entries', () => {
  expect(hrefs('work_dossiers')).toEqual(['/']);
  expect(hrefs('read_dossiers')).toEqual(['/dossiers', '/board']);
  expect(hrefs('read_dossiers', 'read_occasions', 'open_submission')).toEqual(['/dossiers', '/unit']);
  expect(hrefs('hand_in_duties')).toEqual(['/duties']);
  expect(hrefs('read_decisions', 'read_occasions')).toEqual(['/decisions', '/occasions']);
  expect(hrefs('verify_store')).toEqual(['/audit']);
  expect(hrefs('read_access_log')).toEqual(['/audit']);
  expect(hrefs('bring_definitions')).toEqual(['/admin']);
  expect(hrefs('read_definitions', 'read_webhooks')).toEqual([]);
});

test('keys lead to places of the menu only, each letter to one', () => {
  const places = (...rights: Right[]) => Object.fromEntries(placesFor(me(...rights)).map(({ keys, href }) => [keys, href]));
  expect(places('work_dossiers', 'read_dossiers', 'read_occasions')).toEqual({
    'g v': '/',
    'g h': '/dossiers',
    'g c': '/occasions',
    'g t': '/board',
  });
  expect(places('read_dossiers', 'read_occasions', 'open_submission')).toEqual({ 'g h': '/dossiers', 'g v': '/unit' });
  expect(places('work_dossiers', 'open_submission')).toEqual({ 'g v': '/' });
  expect(places('verify_store')).toEqual({});
});

test('the administration shows what may be managed or read', () => {
  expect(sectionsFor(me('manage_accounts', 'manage_appointments', 'read_definitions', 'read_webhooks'))).toEqual([
    'accounts',
    'appointments',
    'definitions',
    'account',
    'webhooks',
  ]);
  expect(sectionsFor(me('read_definitions', 'bring_definitions'))).toEqual(['definitions', 'account']);
});

const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const path = join(folder, each.name);
    if (each.isDirectory()) return each.name === 'words' ? [] : sources(path);
    return /\.tsx?$/.test(each.name) && each.name !== 'schema.d.ts' ? [path] : [];
  });

test('no file of the portal decides by the name of a role', () => {
  const files = sources('src');
  expect(files.length).toBeGreaterThan(200);
  const names = 'unit_clerk|unit_head|board_officer|decider|registry_clerk|auditor|observer|administrator|definition_manager|office_head';
  const byName = new RegExp(`['"](${names})['"]|\\.role\\s*[!=]==`);
  // The holder of a role is sought among appointments by the role that was chosen for the new one.
  const allowed = ['AskAppointment.tsx'];
  expect(files.filter((file) => byName.test(readFileSync(file, 'utf8')) && !allowed.some((name) => file.endsWith(name)))).toEqual([]);
});
