// Acts on all dossiers of the letter at once: the head sends, takes back or withdraws them; all are accepted, or none.
import { Button, Radio, Textarea } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import { Refusal } from '../../../api/Refusal';
import { type LotCommand, type Submission, type SubmissionAction, type SubmissionActed, useActOnLot } from '../../../api/submissions';
import { NamedReasons } from '../../../parts/NamedReasons';
import { Trouble } from '../../../parts/Trouble';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';
import { LetterFields } from './LetterFields';
import { LotOutcome } from './LotOutcome';
import { lotChoices, ownChoices, rolesOf } from './lot';
import { useLetter } from './useLetter';

interface LotPanelProps {
  readonly submission: Submission;
  readonly actions: readonly SubmissionAction[];
}

export function LotPanel({ submission, actions }: LotPanelProps) {
  const { t, lookUp } = useWords();
  const act = useActOnLot(submission.id);
  const all = lotChoices(actions);
  const choices = ownChoices(all);
  const [wanted, setWanted] = useState<LotCommand>();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [outcome, setOutcome] = useState<{ command: LotCommand; acted: SubmissionActed }>();
  const { letter, setLetter, lateSince, body } = useLetter(submission.letter, submission.occasion);
  const key = useRef(crypto.randomUUID());
  // Only sending is chosen by itself; taking back and withdrawing must be meant.
  const chosen = choices.find((choice) => choice.command === (wanted ?? 'submit'));
  const refused = chosen && !chosen.allowed ? chosen.reasons : [];
  if (all.length === 0) return outcome ? <LotOutcome {...outcome} dossiers={submission.dossiers} /> : null;
  const command = chosen?.command;
  const bodies: Readonly<Record<LotCommand, Record<string, unknown> | undefined>> = {
    submit: body,
    recall: {},
    withdraw: reason.trim() ? { reason: reason.normalize('NFC').trim() } : undefined,
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const sent = command && bodies[command];
    setMissing(!sent);
    if (!command || !sent || !chosen?.allowed || act.isPending) return;
    act.mutate(
      { command, body: sent, version: submission.version, key: key.current },
      {
        onSuccess: (acted) => {
          setOutcome({ command, acted });
          setWanted(undefined);
          setReason('');
          key.current = crypto.randomUUID();
        },
        onError: (error) => {
          if (!(error instanceof Refusal) || !error.outcomeUnknown) key.current = crypto.randomUUID();
        },
      },
    );
  };
  return (
    <section className={`${styles.card} ${styles.main}`} aria-labelledby="lot-title">
      <h2 id="lot-title">{t('submission.lot')}</h2>
      {outcome && <LotOutcome {...outcome} dossiers={submission.dossiers} />}
      {choices.length > 0 ? (
        <form className={styles.form} onSubmit={send} noValidate>
          <Radio.Group label={t('decide.choose')} value={command ?? ''} onChange={(value) => setWanted(value as LotCommand)}>
            <div className={styles.radios}>
              {choices.map((choice) => (
                <Radio
                  key={choice.command}
                  value={choice.command}
                  label={t('submission.lotOf', { command: t(`command.${choice.command}`), n: choice.count })}
                />
              ))}
            </div>
          </Radio.Group>
          {command === 'submit' && chosen?.allowed && <LetterFields letter={letter} lateSince={lateSince} onChange={setLetter} />}
          {command === 'withdraw' && chosen?.allowed && (
            <Textarea
              label={t('field.reason')}
              required
              rows={3}
              maxLength={6000}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          {missing && (
            <p className={styles.fault} role="alert">
              {command === 'submit' ? t('submission.letterMissing') : t('check.filled', { field: t('field.reason') })}
            </p>
          )}
          {act.error && <Trouble error={act.error} title={t('decide.problem')} />}
          {command === 'submit' && chosen?.allowed && <p className={styles.soft}>{t('submission.allOrNone')}</p>}
          {refused.length > 0 && (
            <div>
              <p>{t('submission.lotNotYet')}</p>
              <NamedReasons reasons={refused} className={styles.bullets} />
            </div>
          )}
          {chosen?.allowed && (
            <Button type="submit" loading={act.isPending}>
              {t('submission.lotOf', { command: t(`command.${chosen.command}`), n: chosen.count })}
            </Button>
          )}
        </form>
      ) : (
        <p>{t('submission.headOnly', { role: rolesOf(all).map((role) => lookUp(`role.${role}`, role)).join(', ') })}</p>
      )}
    </section>
  );
}
