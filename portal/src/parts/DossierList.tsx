// A list of dossiers with the summary of the selected one beside it, moved through by keys.
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { DossierLine } from '../api/lists';
import { NewRows } from '../live/NewRows';
import { useHeldList } from '../live/useHeldList';
import { useActKeys } from '../screens/dossier/decide/useActKeys';
import { useWords } from '../words/WordsProvider';
import styles from './DossierList.module.css';
import { DossierSummary } from './DossierSummary';
import { DossierTable } from './DossierTable';
import { KeyboardHelpButton } from './KeyboardHelpButton';
import { Loading } from './Loading';
import { Trouble } from './Trouble';
import { useSelectedRow } from './useSelectedRow';
import { useShortcuts } from './useShortcuts';
import type { Ticks } from './useTicks';

interface DossierListProps {
  /** Names what the list is of: another name is another list. */
  readonly of: string;
  readonly lines: readonly DossierLine[];
  readonly list: {
    data: { readonly pages: readonly unknown[] } | undefined;
    isPending: boolean;
    isSuccess: boolean;
    isFetching: boolean;
    isPlaceholderData: boolean;
    error: unknown;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    refetch(): unknown;
    fetchNextPage(): unknown;
  };
  readonly empty: ReactNode;
  /** Where many can be chosen for one act. */
  readonly ticks?: Ticks | undefined;
  /** Stands over the table while some are chosen. */
  readonly bulk?: ReactNode;
}

const focusRow = (id: string) => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();

export function DossierList({ of, lines: now, list, empty, ticks, bulk }: DossierListProps) {
  const { t } = useWords();
  const held = useHeldList(of, now, list);
  const { lines } = held;
  const [selected, select] = useSelectedRow();
  const [, navigate] = useLocation();
  const at = lines.findIndex((line) => line.id === selected);
  const move = (step: number) => {
    const next = lines[Math.min(Math.max(at + step, 0), lines.length - 1)];
    if (next) focusRow(next.id);
  };
  const open = () => {
    if (selected) document.querySelector<HTMLElement>(`[data-row="${CSS.escape(selected)}"]`)?.click();
  };
  const tick = () => {
    if (selected) ticks?.toggle(selected);
  };
  useShortcuts({ x: tick, j: () => move(1), k: () => move(-1), o: open });
  useActKeys(lines[at]?.id, (id) => navigate(`/dossiers/${id}`));
  return (
    <div className={styles.columns}>
      <div className={styles.list} data-stale={list.isPlaceholderData || undefined}>
        {list.isPending && <Loading />}
        {list.error !== null && <Trouble error={list.error} retry={list.refetch} />}
        {list.isSuccess && lines.length === 0 && <div className={styles.empty}>{empty}</div>}
        {bulk}
        <div className={styles.rows}>
          <NewRows held={held} />
          {lines.length > 0 && <DossierTable lines={lines} held={held} selected={selected} ticks={ticks} onSelect={select} />}
        </div>
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
        <KeyboardHelpButton />
      </div>
      <aside className={styles.summary} aria-label={t('summary.title')}>
        {at >= 0 && selected ? (
          <DossierSummary key={selected} id={selected} />
        ) : (
          <p className={styles.choose}>{t('summary.choose')}</p>
        )}
      </aside>
    </div>
  );
}
