// Filters come back from the address as they went in, and nonsense in an address does no harm.
import { expect, test } from 'vitest';
import { phases } from '../src/api/phases';
import { addressOf, type DossierAddress, dossierAddress, filterOf, kinds, readDossierAddress } from '../src/screens/dossiers/address';
import { dueBoxes, inboxAddress, orders, readInboxAddress, scopeBoxes, withinOf } from '../src/screens/inbox/address';

const searchOf = (address: string) => address.slice(address.indexOf('?') < 0 ? address.length : address.indexOf('?'));

test('every box and order of the inbox comes back', () => {
  for (const box of [...scopeBoxes, ...dueBoxes]) {
    for (const order of [...orders, undefined]) {
      expect(readInboxAddress(searchOf(inboxAddress({ box, order })))).toEqual({ box, order });
    }
  }
});

test('what a box is narrowed to by choice comes back, and the search takes it with the words', () => {
  const address = { box: 'office', plan: 'lang-son-2021-2025', form: 'pm_merit', unit: 'huyen_cao_loc' } as const;
  expect(readInboxAddress(searchOf(inboxAddress(address)))).toEqual(address);
  expect(withinOf(address, 'hồi')).toEqual({ text: 'hồi', plans: [address.plan], forms: [address.form], units: [address.unit] });
  expect(withinOf({ box: 'office' }, '')).toEqual({});
  expect(readInboxAddress('?unit=<b>').unit).toBeUndefined();
});

test('every filter of the dossier list comes back', () => {
  for (const phase of [...phases, undefined]) {
    for (const kind of [...kinds, undefined]) {
      for (const open of [true, false, undefined]) {
        const address: DossierAddress = { phase, kind, open, form: 'pm_merit', unit: 'so_noi_vu', order: 'due' };
        expect(readDossierAddress(searchOf(dossierAddress(address)))).toEqual(address);
      }
    }
  }
});

test('filters that links bring come back, and the search takes them', () => {
  const address: DossierAddress = {
    passed: ['tham_dinh', 'hoi_dong'],
    under: 'huyen_binh_gia',
    hasDue: false,
    quotaKey: 'ubnd_lang_son/phong_trao/-/bang_khen/-',
    box: 'office',
  };
  const read = readDossierAddress(searchOf(dossierAddress(address)));
  expect(filterOf(read, '')).toEqual({
    passed: ['tham_dinh', 'hoi_dong'],
    under: 'huyen_binh_gia',
    has_due: false,
    quota_key: 'ubnd_lang_son/phong_trao/-/bang_khen/-',
    box: 'office',
  });
  expect(addressOf(filterOf(read, '')).address).toBe(dossierAddress(address));
  expect(filterOf(readDossierAddress('?quotaKey=a%20b&box=theirs&under=%3Cx%3E&passed=%2C&hasDue=x'), '')).toEqual({});
});

test('several forms and rounds come back and are all asked for; one of them has the field of its own', () => {
  const address: DossierAddress = { forms: ['pm_merit', 'labour_order'], occasions: ['o1', 'o2'] };
  const read = readDossierAddress(searchOf(dossierAddress(address)));
  expect(filterOf(read, '')).toEqual({ forms: ['pm_merit', 'labour_order'], occasions: ['o1', 'o2'] });
  expect(addressOf(filterOf(read, '')).address).toBe(dossierAddress(address));
  expect(filterOf({ ...read, form: 'pm_merit', occasion: 'o2' }, '')).toEqual({ forms: ['pm_merit'], occasions: ['o2'] });
  expect(addressOf({ forms: ['pm_merit'], occasions: ['o2'] }).address).toBe('/dossiers?form=pm_merit&occasion=o2');
});

test('unknown values are passed over', () => {
  const nothing = { phase: undefined, form: undefined, unit: undefined, kind: undefined, open: undefined, order: undefined };
  expect(readDossierAddress('?phase=stolen&form=%3Cscript%3E&unit=a%20b&kind=&open=maybe&order=x')).toEqual(nothing);
  expect(readInboxAddress('?box=theirs&order=x')).toEqual({ box: 'mine', order: undefined });
});

test('words that were searched for never stand in the address', () => {
  const filter = filterOf({ phase: 'returned' }, 'Lục Thị Mây');
  expect(filter).toEqual({ text: 'Lục Thị Mây', phases: ['returned'] });
  expect(addressOf(filter)).toEqual({ address: '/dossiers?phase=returned', text: 'Lục Thị Mây' });
});
