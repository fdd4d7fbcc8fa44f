// Who is late: one equal square for each province, or for each part of the only one; the same numbers as a table.
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { countsQuery } from '../../api/lists';
import { CardTable } from '../../parts/CardTable';
import { Vi } from '../../parts/Vi';
import { useWords } from '../../words/WordsProvider';
import { type DossierAddress, dossierAddress, filterOf } from '../dossiers/address';
import styles from './Board.module.css';
import { heatLevel, overdue, type Tile, tilesOf } from './figures';
import { Panel } from './Panel';

const places = ['territory', 'area'] as const;

export function ProvinceTiles({ base, today }: { base: DossierAddress; today: string }) {
  const { t } = useWords();
  const late = { ...base, ...overdue(today) };
  const { data: all } = useQuery(countsQuery(filterOf(base, ''), places));
  const { data: overdues } = useQuery(countsQuery(filterOf(late, ''), places));
  if (!all || !overdues) return null;
  const facet = (all.facets.territory ?? []).length > 1 && !base.under ? 'territory' : 'area';
  const tiles = tilesOf(all.facets[facet] ?? [], overdues.facets[facet] ?? []);
  const most = Math.max(0, ...tiles.map((tile) => tile.late));
  const file = { filter: filterOf(base, ''), board: { pictures: ['places'] as const } };
  const lateList = ({ id }: Tile) => dossierAddress({ ...late, under: id, order: 'due' });
  return (
    <Panel title={t('desk.tiles')} text={t('desk.tilesText')} file={tiles.length > 0 ? file : undefined}>
      <ul className={styles.tiles}>
        {tiles.map((tile) => (
          <li key={tile.id} data-level={heatLevel(tile.late, most)}>
            <Link href={lateList(tile)} title={tile.name}>
              <span className={styles.tileNumber}>{tile.late} </span>
              <Vi>
                <span className={styles.tileName}>{tile.name}</span>
              </Vi>
              <span className="visually-hidden">{t('desk.late')}</span>
            </Link>
          </li>
        ))}
      </ul>
      <details className={styles.table}>
        <summary>{t('board.asTable')}</summary>
        <CardTable
          caption={t('desk.tiles')}
          rows={tiles}
          keyOf={(tile) => tile.id}
          columns={[
            { key: 'place', label: t('desk.place'), heads: true, cell: (tile) => <Vi>{tile.name}</Vi> },
            {
              key: 'late',
              label: t('desk.late'),
              numeric: true,
              cell: (tile) => <Link href={lateList(tile)}>{tile.late}</Link>,
            },
            {
              key: 'total',
              label: t('board.total'),
              numeric: true,
              cell: (tile) => <Link href={dossierAddress({ ...base, under: tile.id })}>{tile.total}</Link>,
            },
          ]}
        />
      </details>
    </Panel>
  );
}
