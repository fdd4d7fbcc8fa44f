// What the person is told, newest first.
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { type Notice, useMarkRead, useNotices } from '../../api/notices';
import { Loading } from '../../parts/Loading';
import { PageHeading } from '../../parts/PageHeading';
import { Trouble } from '../../parts/Trouble';
import { formatInstant } from '../../words/format';
import { useWords } from '../../words/WordsProvider';
import styles from './Notices.module.css';

const pageOf = ({ about }: Notice) => (about.kind === 'dossier' ? `/dossiers/${about.id}` : undefined);

export default function Notices() {
  const { t, say } = useWords();
  const notices = useNotices();
  const markRead = useMarkRead();
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <div className={styles.head}>
        <PageHeading title={t('notices.title')} />
        {items.some((each) => !each.read) && (
          <Button variant="default" loading={markRead.isPending} onClick={() => markRead.mutate({ all: true })}>
            {t('notices.readAll')}
          </Button>
        )}
      </div>
      {notices.isPending && <Loading />}
      {notices.error && <Trouble error={notices.error} retry={notices.refetch} />}
      {notices.isSuccess && items.length === 0 && <p>{t('notices.empty')}</p>}
      <ul className={styles.list}>
        {items.map((each) => {
          const page = pageOf(each);
          return (
            <li key={each.id} className={each.read ? styles.notice : `${styles.notice} ${styles.unread}`}>
              <h2>
                {page ? (
                  <Link href={page} onClick={() => !each.read && markRead.mutate({ ids: [each.id] })}>
                    {say(each.title)}
                  </Link>
                ) : (
                  say(each.title)
                )}
              </h2>
              <p>{say(each.sentence)}</p>
              <p className={styles.when}>
                {formatInstant(each.at)}
                {!each.read && ` · ${t('notices.unread')}`}
              </p>
            </li>
          );
        })}
      </ul>
      {notices.hasNextPage && (
        <Button variant="default" loading={notices.isFetchingNextPage} onClick={() => notices.fetchNextPage()}>
          {t('history.more')}
        </Button>
      )}
    </>
  );
}
