// Dossiers with a tick each, and one tick for all of them.
import { Link } from 'wouter';
import type { DossierLine } from '../../api/lists';
import { CardTable } from '../../parts/CardTable';
import { DueTag } from '../../parts/DueTag';
import layout from '../../parts/layout.module.css';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import { canBeTicked } from './waiting';

interface TickTableProps {
  readonly lines: readonly DossierLine[];
  readonly ticked: ReadonlySet<string>;
  readonly disabled: boolean;
  onTick(ticked: ReadonlySet<string>): void;
}

export function TickTable({ lines, ticked, disabled, onTick }: TickTableProps) {
  const { t } = useWords();
  const possible = lines.filter(canBeTicked);
  const all = possible.length > 0 && possible.every((line) => ticked.has(line.id));
  const tick = (id: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(id);
    else next.delete(id);
    onTick(next);
  };
  const reasonNot = (line: DossierLine) => (line.held ? t('list.held') : line.hand ? t(`hand.${line.hand}`) : '');
  return (
    <>
      <label className={layout.tick}>
        <input
          type="checkbox"
          checked={all}
          disabled={disabled || possible.length === 0}
          onChange={(event) => onTick(new Set(event.currentTarget.checked ? possible.map(({ id }) => id) : []))}
        />
        {t('decisions.tickAll', { n: possible.length })}
      </label>
      <CardTable
        caption={t('decisions.waiting', { n: lines.length })}
        rows={lines}
        keyOf={(line) => line.id}
        columns={[
          {
            key: 'tick',
            label: t('decisions.tick'),
            cell: (line) =>
              canBeTicked(line) ? (
                <label className={layout.tick}>
                  <input
                    type="checkbox"
                    checked={ticked.has(line.id)}
                    disabled={disabled}
                    onChange={(event) => tick(line.id, event.currentTarget.checked)}
                  />
                  <span className="visually-hidden">{t('decisions.tickOne', { name: line.nominee_name })}</span>
                </label>
              ) : (
                reasonNot(line)
              ),
          },
          {
            key: 'name',
            label: t('content.nominee'),
            heads: true,
            cell: (line) => (
              <Link href={`/dossiers/${line.id}`}>
                <Vi>{line.nominee_name}</Vi>
              </Link>
            ),
          },
          { key: 'code', label: t('decisions.code'), cell: (line) => line.code },
          { key: 'kind', label: t('filter.kind'), cell: (line) => t(`kind.${line.subject_kind}`) },
          { key: 'unit', label: t('filter.unit'), cell: (line) => <Vi>{line.unit_name}</Vi> },
          { key: 'due', label: t('list.due'), cell: (line) => <DueTag line={line} /> },
        ]}
      />
    </>
  );
}
