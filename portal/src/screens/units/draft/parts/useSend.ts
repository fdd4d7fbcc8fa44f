// Sends the dossier once what was typed is saved, and goes to the receipt.
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useAct } from '../../../../api/dossier';
import { Refusal } from '../../../../api/Refusal';
import { tell } from '../../../../parts/Toast';
import { useWords } from '../../../../words/WordsProvider';
import { useReloadOnConflict } from '../../../dossier/decide/useReloadOnConflict';
import { useDesk, useSaveState } from '../DraftContext';

export function useSend(command: 'submit' | 'resubmit') {
  const { t } = useWords();
  const { dossier, saver } = useDesk();
  const { phase, unsent } = useSaveState(saver);
  const act = useAct(dossier.id);
  const reloadOnConflict = useReloadOnConflict(dossier.id);
  const [, navigate] = useLocation();
  const [missing, setMissing] = useState(false);
  const key = useRef(crypto.randomUUID());
  const saved = (phase === 'clean' || phase === 'saved') && unsent.length === 0;
  const send = (body: Record<string, unknown> | undefined) => {
    setMissing(body === undefined);
    if (!saved) saver.flush();
    if (!body || !saved || act.isPending) return;
    act.mutate(
      { command, body, version: dossier.version, key: key.current },
      {
        onSuccess: () => {
          tell(t('decide.sent', { command: t(`command.${command}`) }));
          navigate(`/dossiers/${dossier.id}/receipt`);
        },
        onError: (error) => {
          if (!(error instanceof Refusal) || !error.outcomeUnknown) key.current = crypto.randomUUID();
          reloadOnConflict(error);
        },
      },
    );
  };
  return { send, saved, missing, pending: act.isPending, error: act.error };
}
