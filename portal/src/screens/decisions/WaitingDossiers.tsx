// The dossiers that wait for this decision: ticked, and approved or declined all at once.
import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Decision } from '../../api/decisions';
import { linesOf, useSearch } from '../../api/lists';
import type { Occasion } from '../../api/occasions';
import { stagesOf, usePlanRules } from '../../api/planRoutes';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { BatchReport } from './BatchReport';
import { DecideLot } from './DecideLot';
import { QuotaEffect } from './QuotaEffect';
import { TickTable } from './TickTable';
import { useBatch } from './useBatch';
import { atDecision, canBeTicked, inRankOrder, waitingFilter } from './waiting';

export function WaitingDossiers({ decision, occasion }: { decision: Decision; occasion: Occasion }) {
  const { t } = useWords();
  const list = useSearch(waitingFilter(decision));
  const { data: rules } = usePlanRules(occasion.plan.id, occasion.plan.version);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const batch = useBatch();
  const report = useRef<HTMLDivElement>(null);
  const started = batch.entries.length > 0;
  useEffect(() => {
    if (started) report.current?.focus();
  }, [started]);

  const found = linesOf(list.data);
  const lines = inRankOrder(atDecision(found, stagesOf(rules, decision.form)));
  const chosen = lines.filter((line) => ticked.has(line.id) && canBeTicked(line));
  const [named, setNamed] = useState(lines);
  const start: typeof batch.start = (act, items) => {
    setNamed(lines);
    setTicked(new Set());
    return batch.start(act, items);
  };
  return (
    <section className={layout.stack} aria-labelledby="waiting">
      <h2 id="waiting">{t('decisions.waiting', { n: lines.length })}</h2>
      {list.isPending && <Loading />}
      {list.error && <Trouble error={list.error} retry={list.refetch} />}
      {started && (
        <div ref={report} tabIndex={-1}>
          <BatchReport
            entries={batch.entries}
            command={batch.act?.command ?? 'approve'}
            lines={named}
            running={batch.running}
            onRetry={() => batch.retry((id) => found.find((line) => line.id === id)?.version)}
            onClose={batch.clear}
          />
        </div>
      )}
      {list.isSuccess && lines.length === 0 && <p className={layout.empty}>{t('decisions.waitingEmpty')}</p>}
      {lines.length > 0 && <TickTable lines={lines} ticked={ticked} onTick={setTicked} disabled={batch.running} />}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
      {lines.length > 0 && (
        <div className={layout.card}>
          <p role="status">{t('decisions.chosen', { n: chosen.length })}</p>
          <QuotaEffect occasion={decision.occasion} form={decision.form} added={chosen} />
          <DecideLot decision={decision} chosen={chosen} disabled={batch.running} onStart={start} />
        </div>
      )}
    </section>
  );
}
