// Asks for a role; a deputy names the holder he signs for and the document that authorises him.
import { NativeSelect, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useAccounts } from '../../api/accounts';
import { useAppointments, useAskAppointment, useBringDocument } from '../../api/appointments';
import type { Schema } from '../../api/client';
import { useOffices } from '../../api/offices';
import { ActDialog } from '../../parts/ActDialog';
import { type Found, FoundSelect } from '../../parts/FoundSelect';
import { formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { NamedDateField } from '../../parts/NamedDateField';
import { useSought } from '../../parts/useSought';
import { useWords } from '../../words/WordsProvider';
import { appointableRoles, appointmentBody } from './appointmentBody';

const paperTypes = 'application/pdf,image/png,image/jpeg';

export function AskAppointment({ today }: { today: string }) {
  const { t } = useWords();
  const [personTyped, typePerson, personSought] = useSought();
  const [officeTyped, typeOffice, officeSought] = useSought();
  const accounts = useAccounts(personSought);
  const { data: offices = [] } = useOffices(officeSought);
  const ask = useAskAppointment();
  const bring = useBringDocument();
  const [role, chooseRole] = useState('');
  const [person, choosePerson] = useState<Found>();
  const [office, chooseOffice] = useState<Found>();
  // Of that office apart: the list on the page is its first page only.
  const inForce = useAppointments({ state: 'in_force', office: office?.value }, office !== undefined);
  const asked = useRef<Schema['AppointmentActed'] | undefined>(undefined);
  const people = accounts.data?.pages.flatMap((page) => page.items) ?? [];
  const known = inForce.data?.pages.flatMap((page) => page.items) ?? [];
  const holders = known.filter((each) => each.role === role && each.capacity === 'holder');
  const choose = { value: '', label: t('field.choose') };
  const run = async (form: FormData) => {
    // What was asked before its file failed is not asked again.
    asked.current ??= await ask.mutateAsync(
      appointmentBody({
        person: formText(form, 'person'),
        office: formText(form, 'office'),
        role: role as Schema['AppointableRole'],
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
      <FoundSelect
        name="person"
        label={t('admin.person')}
        find={t('admin.find')}
        typed={personTyped}
        onType={typePerson}
        found={people.map((each) => ({ value: each.person, label: `${each.name} (${each.login})` }))}
        chosen={person}
        onChoose={choosePerson}
      />
      <NativeSelect
        label={t('admin.role')}
        required
        value={role}
        data={[choose, ...appointableRoles.map((value) => ({ value, label: t(`role.${value}`) }))]}
        onChange={(event) => chooseRole(event.currentTarget.value)}
      />
      <FoundSelect
        name="office"
        label={t('admin.office')}
        find={t('find.office')}
        typed={officeTyped}
        onType={typeOffice}
        found={offices.map((each) => ({ value: each.id, label: each.parent ? `${each.name} – ${each.parent.name}` : each.name }))}
        chosen={office}
        onChoose={chooseOffice}
      />
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
