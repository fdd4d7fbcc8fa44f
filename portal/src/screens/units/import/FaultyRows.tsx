// Rows of one severity, with the cells that are wrong to be typed over; what was typed is sent and checked together.
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type ImportRow, type NomineeImport, type TypedCell, useImportRows, usePutCells } from '../../../api/jobs';
import { CardTable, type Column } from '../../../parts/CardTable';
import { Loading } from '../../../parts/Loading';
import { Trouble } from '../../../parts/Trouble';
import { Vi } from '../../../parts/Vi';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';
import { withVisibleSpaces } from './visibleSpaces';

interface FaultyRowsProps {
  readonly data: NomineeImport;
  readonly severity: 'error' | 'warning';
}

export function FaultyRows({ data, severity }: FaultyRowsProps) {
  const { t, language } = useWords();
  const list = useImportRows(data, { severity, limit: 50 });
  const put = usePutCells(data.id);
  const [typed, setTyped] = useState<ReadonlyMap<string, TypedCell>>(new Map());
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const type = (row: ImportRow, field: string, text: string) => {
    const next = new Map(typed);
    const key = `${row.row} ${field}`;
    if (text === (row.shown[field] ?? '')) next.delete(key);
    else next.set(key, { row: row.row, field, text });
    setTyped(next);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (typed.size > 0) put.mutate([...typed.values()], { onSuccess: () => setTyped(new Map()) });
  };
  const columns: readonly Column<ImportRow>[] = [
    { key: 'row', label: t('import.row'), heads: true, numeric: true, cell: (row) => row.row },
    { key: 'name', label: t('import.name'), cell: (row) => <Vi>{row.shown.name ?? '–'}</Vi> },
    {
      key: 'why',
      label: t('import.why'),
      cell: (row) => row.problems.map((each) => <div key={each.code + each.field}>{each.sentence[language]}</div>),
    },
    {
      key: 'cells',
      label: t('import.stood'),
      cell: (row) => <Cells data={data} row={row} typed={typed} onType={(field, text) => type(row, field, text)} />,
    },
  ];
  return (
    <form className={styles.form} onSubmit={send} noValidate>
      {list.error && <Trouble error={list.error} retry={list.refetch} />}
      {list.isPending && <Loading />}
      {rows.length > 0 && (
        <CardTable caption={t(`import.show.${severity}`)} columns={columns} rows={rows} keyOf={(row) => String(row.row)} />
      )}
      {put.error && <Trouble error={put.error} title={t('import.cells.failed')} />}
      <div className={styles.acts}>
        {typed.size > 0 && (
          <Button type="submit" variant="default" loading={put.isPending}>
            {t('import.cells.save', { n: typed.size })}
          </Button>
        )}
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('jobs.more')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface CellsProps {
  readonly data: NomineeImport;
  readonly row: ImportRow;
  readonly typed: ReadonlyMap<string, TypedCell>;
  onType(field: string, text: string): void;
}

function Cells({ data, row, typed, onType }: CellsProps) {
  const { t } = useWords();
  const known = data.fields.filter(({ id }) => row.problems.some(({ field }) => field === id));
  if (known.length === 0) return '–';
  return (
    <div className={styles.cells}>
      {known.map(({ id, title, choices }) => {
        const sent = row.mended.find(({ field }) => field === id)?.before;
        const stands = row.shown[id] ?? '';
        const field = {
          label: (
            <>
              <Vi>{title}</Vi>
              <span className="visually-hidden"> {t('import.rowAt', { row: row.row })}</span>
            </>
          ),
          description: sent !== undefined && t('import.sent', { text: withVisibleSpaces(sent) || t('import.empty') }),
          lang: 'vi',
          value: typed.get(`${row.row} ${id}`)?.text ?? stands,
        };
        if (choices) {
          const data = [...new Set([stands, ...choices])].map((value) => ({ value, label: value || t('field.choose') }));
          return <NativeSelect key={id} {...field} data={data} onChange={(event) => onType(id, event.currentTarget.value)} />;
        }
        const Field = id === 'achievement' ? Textarea : TextInput;
        return <Field key={id} {...field} maxLength={6000} onChange={(event) => onType(id, event.currentTarget.value)} />;
      })}
    </div>
  );
}
