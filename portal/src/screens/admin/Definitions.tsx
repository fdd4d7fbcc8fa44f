// Versions of plans, law, calendars and organisations: bringing one, asking for its use, putting it into use.
import { Link, useSearch } from 'wouter';
import { type Definition, useBringDefinition, useDefinitions } from '../../api/definitions';
import { type Me, may } from '../../api/me';
import { ActDialog } from '../../parts/ActDialog';
import { CardTable } from '../../parts/CardTable';
import layout from '../../parts/layout.module.css';
import { Loading } from '../../parts/Loading';
import { Trouble } from '../../parts/Trouble';
import { useWords } from '../../words/WordsProvider';
import { DefinitionActs } from './DefinitionActs';
import { DefinitionTag } from './DefinitionTag';
import { PlanView } from './PlanView';

export function Definitions({ me }: { me: Me }) {
  const { t } = useWords();
  const { data: items, error, isPending, refetch } = useDefinitions();
  const bring = useBringDefinition();
  const read = new URLSearchParams(useSearch());
  const version = Number(read.get('version'));
  const shown = items?.find((each) => each.kind === 'plan' && each.id === read.get('plan') && each.version === version);
  const run = async (form: FormData) => {
    const file = form.get('file');
    if (file instanceof File) await bring.mutateAsync(await file.text());
  };
  return (
    <>
      {may(me, 'bring_definitions') && (
        <div className={layout.tools}>
          <ActDialog label={t('admin.bring')} primary text={t('admin.bringEffect')} done={t('admin.brought')} run={run}>
            <label>
              {t('admin.definitionFile')}
              <input type="file" name="file" accept="application/json,.json" required />
            </label>
          </ActDialog>
        </div>
      )}
      {isPending && <Loading />}
      {error && <Trouble error={error} retry={refetch} />}
      {shown && <PlanView key={`${shown.id}/${shown.version}`} id={shown.id} version={shown.version} />}
      {items && (
        <CardTable
          caption={t('admin.definitions')}
          rows={items}
          keyOf={(each) => `${each.kind}/${each.id}/${each.version}`}
          columns={[
            {
              key: 'id',
              label: t('admin.definition'),
              heads: true,
              cell: (each: Definition) =>
                each.kind === 'plan' ? (
                  <Link href={`/admin/definitions?plan=${each.id}&version=${each.version}`}>{each.id}</Link>
                ) : (
                  each.id
                ),
            },
            { key: 'kind', label: t('audit.kind'), cell: (each) => t(`admin.kind.${each.kind}`) },
            { key: 'version', label: t('admin.version'), numeric: true, cell: (each) => each.version },
            { key: 'state', label: t('filter.phase'), cell: (each) => <DefinitionTag state={each.state} /> },
            { key: 'asked', label: t('admin.askedBy'), cell: (each) => each.requested_by?.name },
            { key: 'hash', label: t('admin.hash'), cell: (each) => each.sha256.slice(0, 12) },
            { key: 'acts', label: t('decisions.acts'), cell: (each) => <DefinitionActs definition={each} me={me} /> },
          ]}
        />
      )}
    </>
  );
}
