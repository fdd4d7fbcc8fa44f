// Which field each column of the list is: as it was recognised, and to be changed by hand.
import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type NomineeImport, usePutColumns } from '../../../api/jobs';
import { Trouble } from '../../../parts/Trouble';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';

export function ImportColumns({ data }: { data: NomineeImport }) {
  const { t } = useWords();
  const put = usePutColumns(data.id);
  const [fields, setFields] = useState<Readonly<Record<number, string>>>(() =>
    Object.fromEntries(data.columns.map(({ column, field }) => [column, field ?? ''])),
  );
  const chosen = Object.values(fields).filter(Boolean);
  const twice = chosen.length !== new Set(chosen).size;
  const choices = [{ value: '', label: t('import.column.none') }, ...data.fields.map(({ id, title }) => ({ value: id, label: title }))];
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!twice) put.mutate(data.columns.map(({ column }) => ({ column, field: fields[column] || null })));
  };
  return (
    <form className={`${styles.card} ${styles.form}`} onSubmit={send}>
      <h2>{t('import.columns')}</h2>
      <p className={styles.soft}>{t('import.columns.about', { row: data.header })}</p>
      <div className={styles.pair}>
        {data.columns.map(({ column, title }) => (
          <NativeSelect
            key={column}
            label={title}
            value={fields[column] ?? ''}
            data={choices}
            onChange={(event) => setFields({ ...fields, [column]: event.currentTarget.value })}
          />
        ))}
      </div>
      {twice && <p className={styles.fault}>{t('import.columns.twice')}</p>}
      {put.error && <Trouble error={put.error} title={t('import.columns.failed')} />}
      <div className={styles.acts}>
        <Button type="submit" variant="default" disabled={twice} loading={put.isPending}>
          {t('import.columns.check')}
        </Button>
      </div>
    </form>
  );
}
