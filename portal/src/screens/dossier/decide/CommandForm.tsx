// The form of one command: its fields, what is still missing, what the server said, and the button that names the effect.
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type Action, type Dossier, useAct } from '../../../api/dossier';
import { Refusal } from '../../../api/Refusal';
import { nextTask, nextTaskSetting } from '../../../parts/nextTask';
import { Trouble } from '../../../parts/Trouble';
import { tellWithUndo } from '../../../parts/undo';
import { useWords } from '../../../words/WordsProvider';
import { commandBody } from './commandBody';
import { type Field, fieldName } from './commandFields';
import styles from './DecisionPanel.module.css';
import { useDraft } from './draft';
import { CommandField } from './fields/CommandField';
import { MissingFields } from './MissingFields';
import { useReloadOnConflict } from './useReloadOnConflict';

interface CommandFormProps {
  readonly action: Action;
  readonly dossier: Dossier;
  readonly version: number;
  readonly fields: readonly Field[];
  onDone(version: number): void;
}

export function CommandForm({ action, dossier, version, fields, onDone }: CommandFormProps) {
  const speech = useWords();
  const { t } = speech;
  const cache = useQueryClient();
  const [, navigate] = useLocation();
  const { draft, change, clear } = useDraft(dossier.id);
  const form = useRef<HTMLFormElement>(null);
  const act = useAct(dossier.id);
  const reloadOnConflict = useReloadOnConflict(dossier.id);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const key = useRef(crypto.randomUUID());
  useEffect(() => {
    if (!draft.called) return;
    form.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
    change({ called: false });
  });
  const name = t(`command.${action.command}`);

  const send = () => {
    const made = commandBody(fields, draft);
    setMissing(made.missing);
    if (made.missing.length > 0 || act.isPending) return;
    const command = action.href.split('/').at(-1) ?? '';
    act.mutate(
      { command, body: made.body, version, key: key.current },
      {
        onSuccess: (acted) => {
          onDone(acted.version);
          clear();
          void tellWithUndo(t('decide.sent', { command: name }), action.command, [dossier.id], cache, speech);
          const next = nextTaskSetting.get() === 'next' ? nextTask(cache, dossier.id) : undefined;
          if (next) navigate(`/dossiers/${next}`);
        },
        onError: (error) => {
          if (!(error instanceof Refusal) || !error.outcomeUnknown) key.current = crypto.randomUUID();
          reloadOnConflict(error);
        },
      },
    );
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const sendByKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) send();
  };
  const conflict = act.error instanceof Refusal && act.error.status === 412;
  return (
    <form ref={form} aria-label={name} className={styles.form} onSubmit={submit} onKeyDown={sendByKeys} noValidate>
      {missing.length > 0 && <MissingFields names={missing} />}
      {fields.map((field) => (
        <CommandField key={fieldName(field)} field={field} action={action} dossier={dossier} />
      ))}
      {act.error && !conflict && <Trouble error={act.error} title={t('decide.problem')} />}
      <Button type="submit" loading={act.isPending}>
        {name}
      </Button>
      {fields.length > 0 && <p className={styles.soft}>{t('decide.kept')}</p>}
    </form>
  );
}
