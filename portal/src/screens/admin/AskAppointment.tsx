// Asks for a role; a deputy names the holder he signs for and the document that authorises him.
import { NativeSelect, TextInput } from '@mantine/core';
import { useDeferredValue, useRef, useState } from 'react';
import { useAllAccounts } from '../../api/accounts';
import { useAppointments, useAskAppointment, useBringDocument } from '../../api/appointments';
import type { Schema } from '../../api/client';
import { ActDialog } from '../../parts/ActDialog';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { NamedDateField } from '../../parts/NamedDateField';
import { useWords } from '../../words/WordsProvider';
import { appointmentBody, roles } from './appointmentBody';

const paperTypes = 'application/pdf,image/png,image/jpeg';

export function AskAppointment({ today }: { today: string }) {
  const { t } = useWords();
  const accounts = useAllAccounts();
  const inForce = useAppointments({ state: 'in_force' });
  const ask = useAskAppointment();
  const bring = useBringDocument();
  const [role, chooseRole] = useState('');
  const [office, setOffice] = useState('');
  // Of that office apart: the list above is its first page only.
  const ofOffice = useAppointments({ state: 'in_force', office: useDeferredValue(office) }, office.length > 2);
  const asked = useRef<Schema['AppointmentActed'] | undefined>(undefined);
  const people = accounts.data?.pages.flatMap((page) => page.items) ?? [];
  const known = inForce.data?.pages.flatMap((page) => page.items) ?? [];
  const offices = new Map(known.map((each) => [each.office, each.office_name]));
  const holders = (ofOffice.data?.pages.flatMap((page) => page.items) ?? []).filter((each) => each.role === role && each.capacity === 'holder');
  const choose = { value: '', label: t('field.choose') };
  const run = async (form: FormData) => {
    // What was asked before its file failed is not asked again.
    asked.current ??= await ask.mutateAsync(
      appointmentBody({
        person: formText(form, 'person'),
        office: formText(form, 'office'),
        role: role as Schema['Role'],
        from: formText(form, 'from'),
        to: formText(form, 'to'),
        deputyFor: formText(form, 'deputy_for'),
        number: formText(form, 'number'),
        date: formText(form, 'date'),
      }),
    );
    const file = form.get('file');
    if (file instanceof File && file.size > 0) await bring.mutateAsync({ id: asked.current.id, version: asked.current.version, file });
    asked.current = undefined;
  };
  return (
    <ActDialog label={t('admin.ask')} primary text={t('admin.askEffect')} done={t('admin.asked')} run={run}>
      <NativeSelect
        name="person"
        label={t('admin.person')}
        required
        data={[choose, ...people.map((each) => ({ value: each.person, label: `${each.name} (${each.login})` }))]}
      />
      <NativeSelect
        label={t('admin.role')}
        required
        value={role}
        data={[choose, ...roles.map((value) => ({ value, label: t(`role.${value}`) }))]}
        onChange={(event) => chooseRole(event.currentTarget.value)}
      />
      <TextInput
        name="office"
        label={t('admin.officeId')}
        description={offices.get(office) ?? t('admin.officeHelp')}
        required
        list="known-offices"
        value={office}
        onChange={(event) => setOffice(event.currentTarget.value)}
      />
      <datalist id="known-offices">
        {[...offices].map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
      <div className={layout.pair}>
        <NamedDateField name="from" label={t('admin.from')} required={false} initial={today} />
        <NamedDateField name="to" label={t('admin.to')} required={false} />
      </div>
      <NativeSelect
        name="deputy_for"
        label={t('admin.deputyFor')}
        data={[{ value: '', label: t('admin.notDeputy') }, ...holders.map((each) => ({ value: each.id, label: each.name }))]}
      />
      <fieldset className={layout.group}>
        <legend>{t('admin.authorisation')}</legend>
        <div className={layout.pair}>
          <TextInput name="number" label={t('field.number')} />
          <NamedDateField name="date" label={t('field.date')} required={false} />
        </div>
        <label>
          {t('admin.fileChoose')}
          <input type="file" name="file" accept={paperTypes} />
        </label>
      </fieldset>
    </ActDialog>
  );
}
