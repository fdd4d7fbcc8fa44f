// A mend for all rows of a cause: what the first cells say now and would say then, and the button that makes it.
import { Button } from '@mantine/core';
import { Wand2 } from 'lucide-react';
import { type ImportGroup, type MendCode, type NomineeImport, useImportRows, usePutMends } from '../../../api/jobs';
import { Trouble } from '../../../parts/Trouble';
import { useWords } from '../../../words/WordsProvider';
import styles from '../Units.module.css';
import { BeforeAfter } from './BeforeAfter';

export function OfferedMend({ data, group }: { data: NomineeImport; group: ImportGroup }) {
  const { t } = useWords();
  const put = usePutMends(data.id);
  const list = useImportRows(data, { cause: group.code, limit: 3 });
  const cells = (list.data?.pages[0]?.items ?? []).flatMap(({ row, shown, problems }) =>
    problems
      .filter(({ code }) => code === group.code)
      .map(({ field, after = '' }) => ({ row, field, before: shown[field] ?? '', after })),
  );
  return (
    <div className={styles.mend}>
      <BeforeAfter data={data} cells={cells} />
      {put.error && <Trouble error={put.error} title={t('import.mend.failed')} />}
      <div>
        <Button
          variant="default"
          leftSection={<Wand2 size={18} aria-hidden />}
          loading={put.isPending}
          onClick={() => put.mutate([...data.mends, group.code as MendCode])}
        >
          {t('import.mend.all', { n: group.count })}
        </Button>
      </div>
    </div>
  );
}
