// The head signs the letter and sends this dossier.
import { Button } from '@mantine/core';
import type { FormEvent } from 'react';
import { useSubmission } from '../../../../api/submissions';
import { Trouble } from '../../../../parts/Trouble';
import { useWords } from '../../../../words/WordsProvider';
import { LetterFields } from '../../submission/LetterFields';
import { useLetter } from '../../submission/useLetter';
import styles from '../../Units.module.css';
import { useDesk } from '../DraftContext';
import { useSend } from './useSend';

export function SubmitForm() {
  const { t } = useWords();
  const { dossier } = useDesk();
  const { data: submission } = useSubmission(dossier.submission);
  const { letter, setLetter, lateSince, body } = useLetter(submission?.letter, dossier.occasion);
  const { send, saved, missing, pending, error } = useSend('submit');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(body);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <LetterFields letter={letter} lateSince={lateSince} onChange={setLetter} />
      {missing && (
        <p className={styles.fault} role="alert">
          {t('submission.letterMissing')}
        </p>
      )}
      {!saved && <p className={styles.soft}>{t('draft.waitSaved')}</p>}
      {error && <Trouble error={error} title={t('decide.problem')} />}
      <Button type="submit" loading={pending}>
        {t('draft.signAndSend')}
      </Button>
    </form>
  );
}
