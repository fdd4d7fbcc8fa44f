// Acts on all chosen dossiers: what the server allows on each of them, then a result for each.
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { commonActionsQuery } from '../../api/dossier';
import type { DossierLine } from '../../api/lists';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { Trouble } from '../../parts/Trouble';
import { tellWithUndo } from '../../parts/undo';
import { useWords } from '../../words/WordsProvider';
import { BatchReport } from '../decisions/BatchReport';
import { type BatchAct, useBatch } from '../decisions/useBatch';
import { BulkAct } from './BulkAct';
import { offered } from './bulk';
import { PartlyAllowed } from './PartlyAllowed';

interface BulkBarProps {
  readonly chosen: readonly DossierLine[];
  readonly all: boolean;
  onAll(): void;
  onClear(): void;
}

export default function BulkBar({ chosen, all, onAll, onClear }: BulkBarProps) {
  const speech = useWords();
  const { t } = speech;
  const cache = useQueryClient();
  const batch = useBatch();
  const [sent, setSent] = useState<readonly DossierLine[]>([]);
  const { data, error } = useQuery(commonActionsQuery(chosen.map(({ id }) => id)));
  const { commands, partly, people } = offered(data?.actions ?? [], chosen);
  const start = (act: BatchAct) => {
    setSent(chosen);
    void batch.start(act, chosen).then((finished) => {
      const done = finished.filter(({ state }) => state === 'done').map(({ id }) => id);
      const said = t('desk.bulkDone', { command: t(`command.${act.command}`), n: done.length });
      if (done.length > 0) void tellWithUndo(said, act.command, done, cache, speech);
    });
    return Promise.resolve();
  };
  if (chosen.length === 0 && batch.entries.length === 0) return null;
  return (
    <section className={layout.card} aria-labelledby="bulk-title">
      <h2 id="bulk-title" className="visually-hidden">
        {t('desk.bulk')}
      </h2>
      <div className={layout.tools}>
        <strong role="status">{t('desk.chosen', { n: chosen.length })}</strong>
        {!all && (
          <Button variant="default" onClick={onAll}>
            {t('desk.tickPage')}
          </Button>
        )}
        <Button variant="default" onClick={onClear}>
          {t('desk.clearTicks')}
        </Button>
        {!batch.running &&
          commands.map((command) => (
            <BulkAct key={command} command={command} of={chosen.map(({ id }) => id)} people={people} onStart={start} />
          ))}
      </div>
      {error && <Trouble error={error} />}
      {chosen.length > 0 && !data && !error && <Loading />}
      {data && commands.length === 0 && batch.entries.length === 0 && <p className={layout.soft}>{t('desk.noCommon')}</p>}
      {!batch.running && partly.map((action) => <PartlyAllowed key={action.command} action={action} n={chosen.length} />)}
      {batch.act && batch.entries.length > 0 && (
        <BatchReport
          entries={batch.entries}
          command={batch.act.command}
          lines={sent}
          running={batch.running}
          onRetry={() => void batch.retry((id) => chosen.find((line) => line.id === id)?.version)}
          onClose={batch.clear}
        />
      )}
    </section>
  );
}
