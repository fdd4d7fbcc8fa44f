// Rows that name somebody again, each beside the row or the dossier that it repeats.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { type ImportRow, type NomineeImport, useImportRows } from '../../../api/jobs';
import { CardTable, type Column } from '../../../parts/CardTable';
import { Loading } from '../../../parts/Loading';
import { Trouble } from '../../../parts/Trouble';
import { Vi } from '../../../parts/Vi';
import { formatDate } from '../../../words/format';
import { useWords } from '../../../words/WordsProvider';
import { draftAddress } from '../draft/addresses';
import styles from '../Units.module.css';

export function DuplicateRows({ data }: { data: NomineeImport }) {
  const { t } = useWords();
  const list = useImportRows(data, { severity: 'duplicate', limit: 50 });
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className={styles.form}>
      {list.error && <Trouble error={list.error} retry={list.refetch} />}
      {list.isPending && <Loading />}
      {rows.flatMap((row) =>
        row.problems.map(({ code, other }) => other && <Pair key={`${row.row} ${code}`} data={data} row={row} other={other} />),
      )}
      {list.hasNextPage && (
        <div>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('jobs.more')}
          </Button>
        </div>
      )}
    </div>
  );
}

type Other = NonNullable<ImportRow['problems'][number]['other']>;

interface Line {
  readonly id: string;
  readonly title: string;
  readonly mine: string;
  readonly its: string;
}

const shownDate = /^\d{4}-\d{2}-\d{2}$/;
const written = (text = '') => (shownDate.test(text) ? formatDate(text) : text);

function Pair({ data, row, other }: { data: NomineeImport; row: ImportRow; other: Other }) {
  const { t } = useWords();
  const mine = t('import.rowAt', { row: row.row });
  const its = other.row === undefined ? t('import.dossier', { code: other.code ?? '' }) : t('import.rowAt', { row: other.row });
  const lines = data.fields
    .filter(({ id }) => !id.includes(':'))
    .map(({ id, title }) => ({ id, title, mine: written(row.shown[id]), its: written(other.shown[id]) }))
    .filter((line) => line.mine !== '' || line.its !== '');
  const value = (text: string, line: Line) => (
    <span className={line.mine === line.its ? undefined : styles.differs}>
      <Vi>{text || '–'}</Vi>
    </span>
  );
  const columns: readonly Column<Line>[] = [
    { key: 'field', label: t('import.field'), heads: true, cell: ({ title }) => <Vi>{title}</Vi> },
    { key: 'mine', label: mine, cell: (line) => value(line.mine, line) },
    { key: 'its', label: its, cell: (line) => value(line.its, line) },
  ];
  return (
    <div className={styles.pairOf}>
      <CardTable caption={t('import.sameAs', { mine, its })} captionHidden={false} columns={columns} rows={lines} keyOf={({ id }) => id} />
      {other.dossier && <Link href={draftAddress(other.dossier)}>{t('import.openDossier', { code: other.code ?? '' })}</Link>}
    </div>
  );
}
