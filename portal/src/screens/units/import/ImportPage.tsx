// A list of nominees after it was sent: its check by cause, its columns, and the making of drafts.
import { ArrowLeft } from 'lucide-react';
import { Link } from 'wouter';
import { isCheckedAgain, isUnderWay, useImport } from '../../../api/jobs';
import { Refusal } from '../../../api/Refusal';
import { JobProgress } from '../../../parts/JobTray';
import { useJobState } from '../../../parts/JobWords';
import { Loading } from '../../../parts/Loading';
import { PageHeading } from '../../../parts/PageHeading';
import { TroublePage } from '../../../parts/TroublePage';
import { useWords } from '../../../words/WordsProvider';
import NotFound from '../../not-found/NotFound';
import styles from '../Units.module.css';
import { CommitPanel } from './CommitPanel';
import { ImportColumns } from './ImportColumns';
import { ImportGroups } from './ImportGroups';
import { ImportReport } from './ImportReport';
import { MendedCells } from './MendedCells';

export default function ImportPage({ id }: { id: string }) {
  const { t } = useWords();
  const { data, error, refetch } = useImport(id);
  if (error instanceof Refusal && error.status === 404) return <NotFound />;
  if (error && !data) return <TroublePage error={error} retry={refetch} />;
  if (!data) return <Loading />;
  return (
    <>
      <div className={styles.header}>
        <Link href={`/submissions/${data.submission}`} className={styles.back}>
          <ArrowLeft size={18} aria-hidden />
          {t('submission.one')}
        </Link>
        <PageHeading title={t('import.title')} />
        <Status data={data} />
      </div>
      {data.same_as && data.state === 'ready' && (
        <p className={styles.warning}>
          {t(data.same_as.made > 0 ? 'import.same.made' : 'import.same', { n: data.same_as.made })}
        </p>
      )}
      {(data.state === 'ready' || isCheckedAgain(data)) && (
        <div className={styles.columns}>
          <div className={styles.cards}>
            <ImportGroups data={data} />
            <MendedCells data={data} />
            <ImportColumns key={data.columns.map((each) => each.field).join()} data={data} />
          </div>
          <CommitPanel data={data} />
        </div>
      )}
      {data.state === 'done' && <ImportReport data={data} />}
    </>
  );
}

function Status({ data }: { data: NonNullable<ReturnType<typeof useImport>['data']> }) {
  const { t } = useWords();
  const says = useJobState(data);
  return (
    <>
      <p role="status" className={data.state === 'failed' ? styles.fault : styles.soft}>
        {says}
      </p>
      {isUnderWay(data) && <JobProgress job={data} />}
      {(data.state === 'failed' || data.state === 'cancelled') && (
        <Link href={`/submissions/${data.submission}/import`}>{t('import.again')}</Link>
      )}
      {data.sheet && (
        <p className={styles.soft}>
          {t('import.sheet', { sheet: data.sheet })}
          {data.other_sheets > 0 && ` ${t('import.otherSheets', { n: data.other_sheets })}`}
        </p>
      )}
    </>
  );
}
