// The answers to all points go with the dossier back to who returned it.
import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { Trouble } from '../../../../parts/Trouble';
import { useWords } from '../../../../words/WordsProvider';
import styles from '../../Units.module.css';
import { answerOf } from '../answers';
import { useDesk, useSaveState } from '../DraftContext';
import { useSend } from './useSend';

export function ResubmitForm() {
  const { t } = useWords();
  const { dossier, saver } = useDesk();
  const { fields } = useSaveState(saver);
  const { send, saved, missing, pending, error } = useSend('resubmit');
  const open = dossier.points.filter((point) => point.open);
  const written = open.map(({ id }) => ({ point: id, text: answerOf(fields, id).normalize('NFC').trim() }));
  const left = written.filter((each) => !each.text).length;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(left === 0 ? { answers: written } : undefined);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p>{left > 0 ? t('draft.pointsLeft', { n: left }) : t('draft.pointsDone')}</p>
      {missing && (
        <p className={styles.fault} role="alert">
          {t('draft.answerAll')}
        </p>
      )}
      {!saved && <p className={styles.soft}>{t('draft.waitSaved')}</p>}
      {error && <Trouble error={error} title={t('decide.problem')} />}
      <Button type="submit" loading={pending}>
        {t('command.resubmit')}
      </Button>
    </form>
  );
}
