// "Tác vụ hệ thống": all that one has asked for, with what came of it.
import { Button } from '@mantine/core';
import { type Job, isUnderWay, useAllJobs, useCancelJob } from '../../api/jobs';
import { CardTable, type Column } from '../../parts/CardTable';
import { JobProgress } from '../../parts/JobTray';
import { JobResult, jobTitle, useJobState } from '../../parts/JobWords';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { PageHeading } from '../../parts/PageHeading';
import { Trouble } from '../../parts/Trouble';
import { formatInstant } from '../../words/format';
import { useWords } from '../../words/WordsProvider';

export default function Jobs() {
  const { t } = useWords();
  const list = useAllJobs();
  const jobs = list.data?.pages.flatMap((page) => page.items) ?? [];
  const columns: readonly Column<Job>[] = [
    { key: 'what', label: t('jobs.what'), heads: true, cell: (job) => t(jobTitle(job)) },
    { key: 'made', label: t('jobs.asked'), cell: (job) => formatInstant(job.made) },
    { key: 'state', label: t('jobs.where'), cell: (job) => <Standing job={job} /> },
    { key: 'result', label: t('jobs.result'), cell: (job) => <JobResult job={job} /> },
    { key: 'expires', label: t('jobs.expires'), cell: (job) => formatInstant(job.expires) },
    { key: 'acts', label: t('jobs.acts'), cell: (job) => <Stop job={job} /> },
  ];
  return (
    <>
      <PageHeading title={t('jobs.title')} />
      <p className={layout.soft}>{t('jobs.about')}</p>
      {list.error && <Trouble error={list.error} retry={list.refetch} />}
      {list.isPending && <Loading />}
      {list.data && jobs.length === 0 && <p className={layout.empty}>{t('jobs.empty')}</p>}
      {jobs.length > 0 && <CardTable caption={t('jobs.title')} columns={columns} rows={jobs} keyOf={(job) => job.id} />}
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('jobs.more')}
        </Button>
      )}
    </>
  );
}

function Standing({ job }: { job: Job }) {
  const says = useJobState(job);
  return (
    <>
      {says}
      {isUnderWay(job) && <JobProgress job={job} />}
    </>
  );
}

function Stop({ job }: { job: Job }) {
  const { t } = useWords();
  const cancel = useCancelJob();
  const stoppable = (isUnderWay(job) && job.phase !== 'commit') || job.state === 'ready';
  if (!stoppable) return null;
  return (
    <Button size="sm" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
      {t('jobs.cancel')}
    </Button>
  );
}
