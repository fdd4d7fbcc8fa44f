// What is wrong with a list, by cause: how many rows, the first of them, and each with what stood there.
import { Button } from '@mantine/core';
import { CircleCheck, Copy, OctagonX, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { type ImportGroup, type NomineeImport, useImportRows } from '../../../api/jobs';
import { CardTable, type Column } from '../../../parts/CardTable';
import { Loading } from '../../../parts/Loading';
import { Tag } from '../../../parts/Tag';
import { Trouble } from '../../../parts/Trouble';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';

const looks = {
  error: { tone: 'late', icon: OctagonX },
  duplicate: { tone: 'paused', icon: Copy },
  warning: { tone: 'warn', icon: TriangleAlert },
} as const;

type Severity = keyof typeof looks;
type Row = NonNullable<ReturnType<typeof useImportRows>['data']>['pages'][number]['items'][number];

export function ImportGroups({ data }: { data: NomineeImport }) {
  const { t, language } = useWords();
  const [open, setOpen] = useState<Severity>();
  const titleOf = (field: string) => data.fields.find((each) => each.id === field)?.title ?? '';
  const severities = (Object.keys(looks) as Severity[]).filter((each) => data.groups.some((group) => group.severity === each));
  const line = (group: ImportGroup) => (
    <li key={`${group.code} ${group.field} ${group.sentence.vi}`} className={styles.line}>
      <span className={styles.said}>
        <strong>{group.severity === 'duplicate' ? t(group.code === 'duplicate_in_file' ? 'import.code.duplicate_in_file' : 'import.code.duplicate_in_submission') : group.sentence[language]}</strong>
        <span className={styles.soft}>
          {group.field && (
            <>
              <Vi>{titleOf(group.field)}</Vi>
              {' · '}
            </>
          )}
          {t('import.rows', { rows: group.rows.join(', ') })}
          {group.count > group.rows.length && ' …'}
        </span>
      </span>
      <Tag tone={looks[group.severity].tone} icon={looks[group.severity].icon}>
        {t('import.count', { n: group.count })}
      </Tag>
    </li>
  );
  return (
    <section className={styles.card}>
      <h2>{t('import.check')}</h2>
      {data.groups.length === 0 && (
        <p className={styles.outcomeHead}>
          <CircleCheck size={18} aria-hidden />
          {t('import.allGood')}
        </p>
      )}
      <ul className={styles.lines}>{data.groups.map(line)}</ul>
      <div className={styles.acts}>
        {severities.map((each) => (
          <Button
            key={each}
            variant="default"
            size="sm"
            aria-expanded={open === each}
            onClick={() => setOpen(open === each ? undefined : each)}
          >
            {t(`import.show.${each}`)}
          </Button>
        ))}
      </div>
      {open && <RowsOf data={data} severity={open} />}
    </section>
  );
}

function RowsOf({ data, severity }: { data: NomineeImport; severity: Severity }) {
  const { t, language } = useWords();
  const list = useImportRows(data.id, severity, true);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: readonly Column<Row>[] = [
    { key: 'row', label: t('import.row'), heads: true, numeric: true, cell: (row) => row.row },
    { key: 'name', label: t('import.name'), cell: (row) => <Vi>{row.shown.name ?? '–'}</Vi> },
    {
      key: 'why',
      label: t('import.why'),
      cell: (row) => row.problems.map((each) => <div key={each.code + each.field}>{each.sentence[language]}</div>),
    },
    {
      key: 'shown',
      label: t('import.stood'),
      cell: (row) => <Vi>{row.problems.map((each) => row.shown[each.field]).filter(Boolean).join(' · ') || '–'}</Vi>,
    },
  ];
  return (
    <>
      {list.error && <Trouble error={list.error} retry={list.refetch} />}
      {list.isPending && <Loading />}
      {rows.length > 0 && (
        <CardTable caption={t(`import.show.${severity}`)} columns={columns} rows={rows} keyOf={(row) => String(row.row)} />
      )}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('jobs.more')}
        </Button>
      )}
    </>
  );
}
