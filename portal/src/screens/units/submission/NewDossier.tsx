// Adds a dossier: the form, the kind of nominee, the category, and the name; shows what will be asked before anything is typed.
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Schema } from '../../../api/client';
import { type Occasion, useQuotas } from '../../../api/occasions';
import { usePlanRules } from '../../../api/planRules';
import { Refusal } from '../../../api/Refusal';
import { type Submission, useOpenDossier } from '../../../api/submissions';
import { Trouble } from '../../../parts/Trouble';
import { useWords } from '../../../words/WordsProvider';
import { draftAddress } from '../draft/addresses';
import styles from '../Units.module.css';
import { AskedAhead } from './AskedAhead';

const blank = { form: '', kind: '', category: '', name: '' };

export function NewDossier({ submission, occasion }: { submission: Submission; occasion: Occasion }) {
  const { t } = useWords();
  const [, navigate] = useLocation();
  const { data: rules } = usePlanRules(occasion.plan);
  const { data: quotas = [] } = useQuotas(occasion.id);
  const open = useOpenDossier(submission.id);
  const [typed, setTyped] = useState<typeof blank>();
  const [missing, setMissing] = useState(false);
  const key = useRef(crypto.randomUUID());
  const chosen = typed ?? blank;
  const change = (part: Partial<typeof blank>) => setTyped({ ...chosen, ...part });
  if (!typed) {
    return (
      <div>
        <Button
          variant={submission.dossiers.length === 0 ? 'filled' : 'default'}
          leftSection={<Plus size={18} aria-hidden />}
          onClick={() => setTyped(blank)}
        >
          {t('submission.add')}
        </Button>
      </div>
    );
  }
  const form = rules?.forms.find((each) => each.code === chosen.form);
  const categories = rules?.categories.filter((each) => each.subject_kinds.some((kind) => kind === chosen.kind)) ?? [];
  const category = categories.find((each) => each.id === chosen.category);
  const choose = { value: '', label: t('field.choose') };
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!form || !category);
    if (!form || !category || open.isPending) return;
    const name = chosen.name.normalize('NFC').trim();
    const body: Schema['NewDossier'] = {
      form: form.code,
      subject_kind: chosen.kind as Schema['SubjectKind'],
      category: category.id,
      ...(name && { content: { nominee: { name } } }),
    };
    open.mutate(
      { body, key: key.current },
      {
        onSuccess: (opened) => navigate(draftAddress(opened.id)),
        onError: (error) => {
          if (!(error instanceof Refusal) || !error.outcomeUnknown) key.current = crypto.randomUUID();
        },
      },
    );
  };
  return (
    <form className={`${styles.card} ${styles.form}`} onSubmit={send} noValidate>
      <h2>{t('submission.add')}</h2>
      <NativeSelect
        label={t('list.form')}
        name="form"
        required
        autoFocus
        value={chosen.form}
        data={[choose, ...occasion.forms.map((code) => ({ value: code, label: occasion.form_names[code] ?? code }))]}
        onChange={(event) => change({ form: event.currentTarget.value, kind: '', category: '' })}
      />
      <NativeSelect
        label={t('draft.kind')}
        name="kind"
        required
        value={chosen.kind}
        data={[choose, ...(form?.subject_kinds ?? []).map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]}
        onChange={(event) => change({ kind: event.currentTarget.value, category: '' })}
      />
      <NativeSelect
        label={t('dossier.category')}
        name="category"
        required
        value={chosen.category}
        data={[choose, ...categories.map((each) => ({ value: each.id, label: each.name }))]}
        onChange={(event) => change({ category: event.currentTarget.value })}
      />
      {form && category && <AskedAhead form={form} category={category} quotas={quotas} kind={chosen.kind} />}
      <TextInput
        label={t('content.nominee')}
        name="nominee"
        description={t('submission.nameLater')}
        maxLength={500}
        value={chosen.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {missing && (
        <p className={styles.fault} role="alert">
          {t('submission.chooseAll')}
        </p>
      )}
      {open.error && <Trouble error={open.error} title={t('decide.problem')} />}
      <div className={styles.acts}>
        <Button type="submit" loading={open.isPending}>
          {t('submission.open')}
        </Button>
        <Button variant="default" onClick={() => setTyped(undefined)}>
          {t('submission.cancel')}
        </Button>
      </div>
    </form>
  );
}
