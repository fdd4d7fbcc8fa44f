// Verifies everything the auditor may see, as work that goes on behind the page; what it found stays for a week.
import { Button } from '@mantine/core';
import { isUnderWay, useJobs, useVerify } from '../../api/jobs';
import { JobResult, useJobState } from '../../parts/JobWords';
import layout from '../../parts/layout.module.css';
import { Trouble } from '../../parts/Trouble';
import { formatInstant } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import { ReadStrip } from './ChainStrip';
import { Verdict } from './Verdict';

export function StoreCheck() {
  const { t } = useWords();
  const jobs = useJobs(true);
  const start = useVerify();
  const checks = jobs.data?.filter(({ kind, state }) => kind === 'verification' && state !== 'cancelled') ?? [];
  const under = checks.find(isUnderWay);
  const last = checks.find(({ result }) => result.verdict);
  const failed = checks[0]?.state === 'failed' ? checks[0] : undefined;
  return (
    <section className={layout.card} aria-labelledby="store-check">
      <h2 id="store-check">{t('audit.store')}</h2>
      <p className={layout.soft}>{t('audit.storeText')}</p>
      <div className={layout.tools}>
        <Button loading={start.isPending || under !== undefined} onClick={() => start.mutate(undefined)}>
          {t('audit.verify')}
        </Button>
        {last?.ended && <span className={layout.soft}>{t('audit.at', { time: formatInstant(last.ended) })}</span>}
        {last && <JobResult job={last} />}
      </div>
      {(start.error ?? jobs.error) && <Trouble error={start.error ?? jobs.error} />}
      {jobs.data && checks.length === 0 && <p className={layout.soft}>{t('audit.never')}</p>}
      {under && <Reading job={under} />}
      {failed && <Failed job={failed} />}
      <div role="status">{last?.result.verdict && !under && <Verdict verdict={last.result.verdict} />}</div>
    </section>
  );
}

type Check = NonNullable<ReturnType<typeof useJobs>['data']>[number];

function Reading({ job }: { job: Check }) {
  const says = useJobState(job);
  return (
    <>
      <p>{says}</p>
      <ReadStrip done={job.done} total={job.total} />
    </>
  );
}

function Failed({ job }: { job: Check }) {
  const says = useJobState(job);
  return <p role="alert">{says}</p>;
}
