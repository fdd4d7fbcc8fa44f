// Opens an occasion by its numbered document: plan, milestone, forms, places and days.
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Me } from '../../api/me';
import { useOpenOccasion } from '../../api/occasions';
import { usePlanRules, usePlans } from '../../api/planRoutes';
import type { Schema } from '../../api/client';
import { ActDialog } from '../../parts/ActDialog';
import { formChoices, formText } from '../../parts/formText';
import layout from '../../parts/layout.module.css';
import { NamedDateField } from '../../parts/NamedDateField';
import { Vi } from '../../parts/Vi';
import { formatDate } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { occasionBody } from './occasionBody';
import { PlacesFields } from './PlacesFields';

export function OpenOccasion({ me }: { me: Me }) {
  const { t } = useWords();
  const { data: plans = [] } = usePlans();
  const open = useOpenOccasion();
  const [plan, choosePlan] = useState('');
  const [milestone, chooseMilestone] = useState('');
  const [forms, chooseForms] = useState<readonly string[]>([]);
  const { data: rules } = usePlanRules(plan || undefined);
  const ask = { value: '', label: t('field.choose') };
  const milestones = rules?.milestones ?? [];
  const kinds = [...new Set(milestones.map((each) => each.kind))];
  const possible = rules?.award_forms.filter((form) => form.milestones.some((each) => each === milestone)) ?? [];
  const chosen = possible.filter((form) => forms.includes(form.code));
  const days = milestones.filter((each) => each.kind === milestone);
  const run = (form: FormData) =>
    open.mutateAsync(
      occasionBody({
        plan,
        milestone: milestone as Schema['MilestoneKind'],
        name: formText(form, 'name'),
        number: formText(form, 'number'),
        date: formText(form, 'date'),
        forms: formChoices(form, 'forms'),
        opens: formText(form, 'opens'),
        deadline: formText(form, 'deadline'),
        closes: formText(form, 'closes'),
        territory: formText(form, 'territory'),
        limits: chosen.flatMap(({ code, subject_kinds }) =>
          ['', ...subject_kinds].map((kind) => ({ form: code, kind, limit: formText(form, `places.${code}.${kind}`) })),
        ),
      }),
    );
  return (
    <ActDialog label={t('occasions.openOne')} primary done={t('occasions.openedNow')} run={run}>
      <NativeSelect
        label={t('dossier.plan')}
        required
        value={plan}
        data={[ask, ...plans.map((each) => ({ value: each.id, label: each.title }))]}
        onChange={(event) => {
          choosePlan(event.currentTarget.value);
          chooseMilestone('');
          chooseForms([]);
        }}
      />
      <NativeSelect
        label={t('occasions.milestone')}
        required
        value={milestone}
        data={[ask, ...kinds.map((value) => ({ value, label: t(`milestone.${value}`) }))]}
        onChange={(event) => {
          chooseMilestone(event.currentTarget.value);
          chooseForms([]);
        }}
      />
      {days.map((each) => (
        <p key={each.id} className={layout.soft}>
          <Vi>{each.text}</Vi>
          {each.from && each.to && ` (${formatDate(each.from)} – ${formatDate(each.to)})`}
        </p>
      ))}
      <NativeSelect
        name="territory"
        label={t('occasions.territory')}
        data={[
          { value: '', label: t('occasions.wholeTerritory') },
          ...(me.office ? [{ value: me.office, label: me.office_name ?? me.office }] : []),
        ]}
      />
      <TextInput name="name" label={t('occasions.name')} required maxLength={200} />
      <div className={layout.pair}>
        <TextInput name="number" label={t('field.number')} required maxLength={100} />
        <NamedDateField name="date" label={t('field.date')} required initial={me.today} />
      </div>
      {possible.length > 0 && (
        <fieldset className={layout.group}>
          <legend>{t('occasions.forms')}</legend>
          {possible.map((form) => (
            <label key={form.code} className={layout.tick}>
              <input
                type="checkbox"
                name="forms"
                value={form.code}
                checked={forms.includes(form.code)}
                onChange={(event) =>
                  chooseForms(event.currentTarget.checked ? [...forms, form.code] : forms.filter((each) => each !== form.code))
                }
              />
              <Vi>{form.name}</Vi>
            </label>
          ))}
        </fieldset>
      )}
      {chosen.map((form) => (
        <PlacesFields key={form.code} form={form.code} name={form.name} kinds={form.subject_kinds} />
      ))}
      <div className={layout.pair}>
        <NamedDateField name="opens" label={t('occasions.opens')} required initial={me.today} />
        <NamedDateField name="deadline" label={t('occasions.deadline')} required />
        <NamedDateField name="closes" label={t('occasions.closesOptional')} required={false} />
      </div>
    </ActDialog>
  );
}
