// "Nhật ký và kiểm tra": verifying the history, and who did and read what.
import layout from '../../parts/layout.module.css';
import { PageHeading } from '../../parts/PageHeading';
import { useWords } from '../../words/WordsProvider';
import { AccessLog } from './AccessLog';
import { DossierCheck } from './DossierCheck';
import { StoreCheck } from './StoreCheck';

export default function Audit() {
  const { t } = useWords();
  return (
    <div className={layout.stack}>
      <PageHeading title={t('audit.title')} />
      <StoreCheck />
      <DossierCheck />
      <AccessLog />
    </div>
  );
}
