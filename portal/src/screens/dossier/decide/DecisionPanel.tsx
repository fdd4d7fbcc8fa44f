// What may be done with the dossier now, what may not and why, and the form of the chosen act.
import { Radio } from '@mantine/core';
import { useEffect, useState } from 'react';
import { type Dossier, useActions } from '../../../api/dossier';
import { Loading } from '../../../parts/Loading';
import { Trouble } from '../../../parts/Trouble';
import { useWords } from '../../../words/WordsProvider';
import { CommandForm } from './CommandForm';
import { byOffer, fieldsOf } from './commandFields';
import styles from './DecisionPanel.module.css';
import { useDraft } from './draft';
import { RefusedList } from './RefusedList';
import { StaleNotice } from './StaleNotice';
import { useActKeys } from './useActKeys';

export const decisionPanelId = 'decide';

export function DecisionPanel({ dossier }: { dossier: Dossier }) {
  const { t } = useWords();
  const { data: answered, error, refetch } = useActions(dossier.id);
  const { draft, change } = useDraft(dossier.id);
  useActKeys(dossier.id);
  const [seen, setSeen] = useState<number | undefined>(undefined);
  const [changedSince, setChangedSince] = useState<number | undefined>(undefined);
  const version = answered?.version;
  useEffect(() => {
    if (version === undefined || (seen !== undefined && version <= seen)) return;
    if (seen !== undefined) setChangedSince(seen);
    setSeen(version);
  }, [version, seen]);

  if (error && !answered) return <Trouble error={error} retry={refetch} />;
  if (!answered) return <Loading />;
  const stageKind = dossier.route.find((stage) => stage.id === dossier.stage)?.kind;
  const possible = answered.actions.filter((action) => action.allowed && fieldsOf(action.command, stageKind)).sort(byOffer);
  const chosen = possible.find((action) => action.command === draft.command);
  const lostChoice = draft.command && !chosen;
  return (
    <section id={decisionPanelId} className={`${styles.panel} no-print`} aria-labelledby={`${decisionPanelId}-title`}>
      <h2 id={`${decisionPanelId}-title`}>{t('decide.title')}</h2>
      {changedSince !== undefined && <StaleNotice dossier={dossier.id} since={changedSince} />}
      {lostChoice && <p className={styles.warning}>{t('decide.notNow')}</p>}
      {possible.length === 0 ? (
        <p className={styles.soft}>{t('decide.none')}</p>
      ) : (
        <Radio.Group
          label={t('decide.choose')}
          value={draft.command ?? ''}
          onChange={(command) => change({ command: possible.find((action) => action.command === command)?.command })}
        >
          <div className={styles.choices}>
            {possible.map((action) => (
              <Radio key={action.command} value={action.command} label={t(`command.${action.command}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
      {chosen && seen !== undefined && (
        <CommandForm
          key={chosen.command}
          action={chosen}
          dossier={dossier}
          version={seen}
          fields={fieldsOf(chosen.command, stageKind) ?? []}
          onDone={(now) => {
            setChangedSince(undefined);
            setSeen(now);
          }}
        />
      )}
      <RefusedList actions={answered.actions} />
    </section>
  );
}
