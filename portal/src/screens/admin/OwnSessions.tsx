// Where one is signed in, and ending that.
import { useEndAllSessions, useEndSession, useOwnSessions } from '../../api/ownSessions';
import { ActDialog } from '../../parts/ActDialog';
import { CardTable } from '../../parts/CardTable';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { Tag } from '../../parts/Tag';
import { Trouble } from '../../parts/Trouble';
import { formatInstant } from '../../words/format';
import { useWords } from '../../words/WordsProvider';

export function OwnSessions() {
  const { t } = useWords();
  const { data: sessions, error, refetch } = useOwnSessions();
  const end = useEndSession();
  const endAll = useEndAllSessions();
  return (
    <section className={layout.stack} aria-labelledby="own-sessions">
      <h2 id="own-sessions">{t('admin.sessions')}</h2>
      {error && <Trouble error={error} retry={refetch} />}
      {!sessions && !error && <Loading />}
      {sessions && (
        <CardTable
          caption={t('admin.sessions')}
          rows={sessions}
          keyOf={(each) => each.id}
          columns={[
            { key: 'seen', label: t('admin.seen'), heads: true, cell: (each) => formatInstant(each.seen) },
            { key: 'created', label: t('admin.created'), cell: (each) => formatInstant(each.created) },
            { key: 'address', label: t('audit.address'), cell: (each) => each.address },
            { key: 'agent', label: t('admin.agent'), cell: (each) => each.agent },
            {
              key: 'acts',
              label: t('decisions.acts'),
              cell: (each) =>
                each.current ? (
                  <Tag tone="primary">{t('admin.thisSession')}</Tag>
                ) : (
                  <ActDialog
                    label={t('admin.endSession')}
                    text={t('admin.endSessionEffect', { address: each.address })}
                    done={t('admin.sessionEnded')}
                    run={() => end.mutateAsync(each.id)}
                  />
                ),
            },
          ]}
        />
      )}
      <div className={layout.tools}>
        <ActDialog
          label={t('admin.endAll')}
          danger
          text={t('admin.endAllEffect')}
          run={() => endAll.mutateAsync()}
        />
      </div>
    </section>
  );
}
