// Names the values of a choice: stages and forms by the dossier, decisions by their draft.
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../../api/client';
import type { Dossier } from '../../../../api/dossier';
import { useFormNames } from '../../../../api/plans';
import { useWords } from '../../../../words/WordsProvider';
import { isAtLastStage, resultOutcome } from '../../resultOutcome';
import { usePlaceName } from '../../usePlaceName';

type Member = 'kind' | 'to_stage' | 'decision' | 'form' | 'approved' | 'pointer' | 'person';

function useDecisions(wanted: boolean) {
  return useQuery({
    queryKey: ['decisions'],
    queryFn: ({ signal }) => answer(api.GET('/v1/decisions', { signal })),
    enabled: wanted,
  });
}

export function useChoiceName(dossier: Dossier, member: Member): (value: string) => string {
  const { t, lookUp } = useWords();
  const formName = useFormNames();
  const placeName = usePlaceName(dossier);
  const { data: decisions } = useDecisions(member === 'decision');
  return (value) => {
    switch (member) {
      case 'kind':
        return lookUp(`command.${value}`, value);
      case 'to_stage':
        return value ? (dossier.route.find((stage) => stage.id === value)?.name ?? value) : t('field.to_stage.unit');
      case 'decision': {
        const draft = decisions?.items.find((each) => each.id === value);
        return draft
          ? `${t('field.decision.open', { authority: draft.authority_name })} · ${formName(undefined, draft.form)}`
          : value;
      }
      case 'form':
        return formName(dossier.plan.id, value);
      case 'approved':
        return t(`field.approved.${resultOutcome(value === 'true', isAtLastStage(dossier))}`);
      case 'pointer':
        return placeName(value);
      case 'person':
        return value;
    }
  };
}
