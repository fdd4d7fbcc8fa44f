// Takes the dossier back while it is not received; asks once more, as the receiver loses it from his list.
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { type Dossier, useActions, useAct } from '../../../api/dossier';
import { Dialog } from '../../../parts/Dialog';
import { tell } from '../../../parts/Toast';
import { Trouble } from '../../../parts/Trouble';
import { useWords } from '../../../words/WordsProvider';
import { draftAddress } from '../draft/addresses';
import styles from '../Units.module.css';

export function RecallButton({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const { data: answered } = useActions(dossier.id);
  const act = useAct(dossier.id);
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const key = useRef(crypto.randomUUID());
  if (!answered?.actions.some((action) => action.command === 'recall' && action.allowed)) return null;
  const recall = () =>
    act.mutate(
      { command: 'recall', body: {}, version: answered.version, key: key.current },
      {
        onSuccess: () => {
          tell(t('decide.sent', { command: t('command.recall') }));
          navigate(draftAddress(dossier.id));
        },
      },
    );
  return (
    <>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setAsking(true)}>
        {t('command.recall')}
      </Button>
      <Dialog title={t('command.recall')} open={asking} onClose={() => setAsking(false)}>
        <div className={styles.form}>
          <p>{t('submission.recallAsk')}</p>
          {act.error && <Trouble error={act.error} title={t('decide.problem')} />}
          <Button loading={act.isPending} onClick={recall}>
            {t('command.recall')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
